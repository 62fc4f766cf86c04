"""The citizen's screen: welcome, the number served, what is recorded, the check, the rating.

It shows what it is told and remembers nothing: each page is emptied before another is shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScroller,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zcdesk.ui import theme
from zcdesk.ui.input.gate import PUBLIC
from zcdesk.ui.kiosk.head import Head
from zcdesk.ui.second.lines import Line, digest
from zcdesk.ui.second.signature import SignatureArea
from zcdesk.ui.widgets.elder import GROWN, KEY, LARGER, NUMBER, BigText, Face, Tile
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.stars import Stars

BASE = (1024, 600)


class _Message(QWidget):
    """A few large words in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.number = BigText("", NUMBER, bold=True, colour="brand")
        self.title = BigText("", KEY, bold=True)
        self.told = BigText("")
        column = QVBoxLayout(self)
        theme.spaced(column, (40, 0, 40, 0), 16)
        column.addStretch(1)
        for text in (self.number, self.title, self.told):
            column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_words(self, title: str, told: str = "", number: str = "") -> None:
        """Show other words."""
        self.title.set_text(title)
        self.told.set_text(told)
        self.number.set_text(number)
        self.number.setVisible(bool(number))


class _Record(QWidget):
    """Lines of what is recorded, and below them what the citizen may say to it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = BigText("", KEY, bold=True)
        self._grid = QGridLayout()
        theme.spaced(self._grid, gap=20, row_gap=8)
        self._grid.setColumnStretch(1, 1)
        self.sign = SignatureArea()
        self.wipe = Tile(Face(self.tr("重签")), small=True)
        self.confirm = Tile(Face(self.tr("我确认并签字")), small=True)
        self.wrong = Tile(Face(self.tr("不对，请告诉工作人员")), small=True)
        for tile in (self.wipe, self.confirm, self.wrong):
            tile.setCheckable(False)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        theme.spaced(lines, gap=0)
        lines.addLayout(self._grid)
        lines.addStretch(1)
        area = Scroll(inside)
        gesture = QScroller.ScrollerGestureType.LeftMouseButtonGesture
        QScroller.grabGesture(area.viewport(), gesture)
        panel = Panel()
        panel.body.addWidget(area)
        self.answer = QWidget()
        tiles = QVBoxLayout(self.answer)
        theme.spaced(tiles, gap=8)
        tiles.addWidget(self.sign, 1)
        pair = QHBoxLayout()
        theme.spaced(pair, gap=8)
        pair.addWidget(self.wipe)
        pair.addWidget(self.confirm, 1)
        tiles.addLayout(pair)
        tiles.addWidget(self.wrong)
        row = QHBoxLayout()
        theme.spaced(row, gap=16)
        row.addWidget(panel, 1)
        row.addWidget(self.answer)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=10)
        column.addWidget(self.title)
        column.addLayout(row, 1)
        self.wipe.clicked.connect(self.sign.clear)

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that can be read."""
        items = (self._grid.itemAt(n) for n in range(self._grid.count()))
        found = (item.widget() for item in items if item is not None)
        return tuple(text.full_text for text in found if isinstance(text, BigText))

    def show_lines(self, title: str, lines: tuple[Line, ...], *, answer: bool) -> None:
        """Show lines; `answer` lets the citizen confirm and sign."""
        self.title.set_text(title)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)  # at once: it holds somebody's words
                widget.deleteLater()
        for row, line in enumerate(lines):
            top = Qt.AlignmentFlag.AlignTop
            label = BigText(line.label, colour="text2")
            words = BigText(line.text, bold=True, colour=line.tone)
            self._grid.addWidget(label, row, 0, top)
            self._grid.addWidget(words, row, 1)
            label.show()
            words.show()
        self.answer.setVisible(answer)


class SecondScreen(QWidget):
    """Everything the citizen at the window sees.

    Signals:
        signed(bytes, str): a signature as PNG, and the digest of what was read above it.
        disputed(): something on the check page is not right.
        rated(Level, reasons): a rating.
    """

    signed = Signal(bytes, str)
    disputed = Signal()
    rated = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.setProperty(PUBLIC, True)
        self.setObjectName("second_screen")
        self.setWindowTitle(self.tr("综窗台 · 群众屏"))
        # A touch of the citizen must never take the keyboard from the clerk.
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.head = Head()
        self._is_larger = False
        self.larger = Tile(Face(self.tr("大字 A+")), small=True)
        self.larger.setCheckable(False)
        self.larger.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head.hold(self.larger)
        self.message, self.record, self.stars = _Message(), _Record(), Stars()
        self.blank = QWidget()
        self.stack = QStackedWidget()
        for page in (self.message, self.record, self.stars, self.blank):
            self.stack.addWidget(page)
        inner = QVBoxLayout()
        theme.spaced(inner, (24, 16, 24, 16), 0)
        inner.addWidget(self.stack)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        column.addLayout(inner, 1)
        self.record.confirm.clicked.connect(self._on_confirm)
        self.record.wrong.clicked.connect(self.disputed)
        self.stars.rated.connect(self.rated)
        self.larger.clicked.connect(lambda: self.set_larger(not self._is_larger))
        self.show_blank("")

    def show_blank(self, window: str) -> None:
        """Show nothing but the window's number: locked, or nobody works here."""
        self._empty()
        self.head.show_words(window, "")
        self.stack.setCurrentWidget(self.blank)

    def show_message(self, head: str, title: str, told: str = "", number: str = "") -> None:
        """Show some words: a welcome, a number that is called, thanks."""
        self._empty()
        self.head.show_words(head, "")
        self.message.show_words(title, told, number)
        self.stack.setCurrentWidget(self.message)

    def show_record(
        self, head: str, number: str, lines: tuple[Line, ...], *, check: bool, title: str = ""
    ) -> None:
        """Show what is recorded; on the check page it can be confirmed and signed.

        A signature that was begun stays while the lines do. `title` stands above where something
        else than a visit is shown.
        """
        if not check or lines != self._lines:
            self._empty()
        self._lines = lines
        self.head.show_words(head, number)
        own = self.tr("请核对您的信息") if check else self.tr("工作人员正在登记")
        self.record.show_lines(title or own, lines, answer=check)
        self.stack.setCurrentWidget(self.record)

    def ask_rating(self, head: str) -> None:
        """Ask for a rating."""
        self._empty()
        self.head.show_words(head, "")
        self.stars.ask()
        self.stack.setCurrentWidget(self.stars)

    @property
    def words(self) -> str:
        """Everything that stands on the page in front."""
        front = self.stack.currentWidget()
        texts = front.findChildren(BigText)
        return "\n".join(text.full_text for text in texts if text.isVisibleTo(front))

    def set_larger(self, larger: bool) -> None:
        """Show everything larger, or as usual again for whoever comes next."""
        self._is_larger = larger
        self.larger.set_face(Face(self.tr("标准字") if larger else self.tr("大字 A+")))
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the screen."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Set how large elder sizes are on this screen."""
        factor = max(1.0, min(self.width() / BASE[0], self.height() / BASE[1]))
        factor *= LARGER if self._is_larger else 1.0
        if self.property(GROWN) != factor:
            self.setProperty(GROWN, factor)
            for widget in self.findChildren(QWidget):
                widget.updateGeometry()
                widget.update()

    def _empty(self) -> None:
        """Forget whatever stood on any page."""
        self._lines = ()
        self.message.show_words("")
        self.record.show_lines("", (), answer=False)
        self.record.sign.clear()
        self.stars.ask()

    def _on_confirm(self) -> None:
        if self.record.sign.is_signed and self._lines:
            self.signed.emit(self.record.sign.png(), digest(self._lines))
        else:
            self.record.title.set_text(self.tr("请先签字"))
