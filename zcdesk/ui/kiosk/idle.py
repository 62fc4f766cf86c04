"""When nobody touches the kiosk any more: first a question, then the first page, all forgotten."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.widgets.elder import KEY, BigText, Face, Tile

QUIET_MS, ANSWER_MS = 60_000, 20_000
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Idle(QObject):
    """Watches one window.

    Signals:
        quiet(): nobody touched it for a minute.
        gone(): nor answered the question.
    """

    quiet = Signal()
    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.question, self.answer = self._timer(QUIET_MS), self._timer(ANSWER_MS)
        self.question.timeout.connect(self._on_quiet)
        self.answer.timeout.connect(self.gone)

    def begin(self, ms: int = QUIET_MS) -> None:
        """Somebody is here: count anew."""
        self.answer.stop()
        self.question.start(ms)

    def end(self) -> None:
        """The first page waits for anybody."""
        self.question.stop()
        self.answer.stop()

    def watch(self, window: QWidget) -> None:
        """Hear every touch and key in the window and what is in it."""
        window.installEventFilter(self)
        for child in window.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count anew at each touch while somebody is here."""
        if event.type() in _TOUCHES and self.question.isActive():
            self.begin()
        return False

    def _on_quiet(self) -> None:
        self.answer.start()
        self.quiet.emit()

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        return timer


class StillThere(QWidget):
    """Signals:
    here(): somebody still works here.
    """

    here = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_still_there")
        self.yes = Tile(Face(self.tr("我还在"), key="Enter"))
        self.yes.clicked.connect(self.here)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=24)
        column.addStretch(2)
        column.addWidget(BigText(self.tr("还在办理吗？"), KEY, bold=True))
        column.addWidget(BigText(self.tr("没有人按的话，马上回到首页，刚才填的会清空")))
        column.addStretch(1)
        column.addWidget(self.yes)
        column.addStretch(2)
        keys.bind("page.open", self, self.here.emit)

    def clear(self) -> None:
        """Nothing to forget."""

    def activate(self) -> None:
        """Take the focus."""
        self.yes.setFocus()
