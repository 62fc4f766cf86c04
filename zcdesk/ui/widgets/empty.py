"""What stands where a list has nothing to show, and the line that says something is on its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text

_LOW = 112
"""At scale 1; picture, words and the air between them need as much."""


class Empty(QWidget):
    """An icon, one sentence, and the button of the next sensible step if there is one.

    Signals:
        acted(): the button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        action: str = "",
        *,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = Glyph(icon, Tone.NEUTRAL, 48)
        self.sentence = Text(sentence, "body", Tone.NEUTRAL, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(action, key=key)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        theme.spaced(column, (24, 24, 24, 24), 12)
        column.addStretch(1)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where there is no room for it and the words."""
        super().resizeEvent(event)
        self.icon.setVisible(self.height() >= theme.look(self).px(_LOW))

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self.sentence.set_text(sentence)


class ProgressLine(QWidget):
    """A 2 px line at the top of a page while it reads; the old content stays.

    Nothing shows for the first 0.1 s.

    Signals:
        slow(): reading takes more than 1 s; say 正在读取….
        stuck(): reading takes more than 5 s; offer 取消 and what still works.
    """

    slow = Signal()
    stuck = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(2)
        self.setAccessibleName(self.tr("正在读取…"))
        self._shown = False
        self._steps = (
            self._step(100, self._on_due),
            self._step(1000, self.slow.emit),
            self._step(5000, self.stuck.emit),
        )

    @property
    def is_shown(self) -> bool:
        """Whether the line is drawn."""
        return self._shown

    def start(self) -> None:
        """Begin to count."""
        for timer in self._steps:
            timer.start()

    def stop(self) -> None:
        """The page has what it asked for."""
        for timer in self._steps:
            timer.stop()
        self._shown = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if self._shown:
            QPainter(self).fillRect(self.rect(), theme.look(self).colour("brand"))

    def _on_due(self) -> None:
        self._shown = True
        self.update()

    def _step(self, after: int, what: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(what)
        return timer
