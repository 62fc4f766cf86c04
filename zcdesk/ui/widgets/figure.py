"""A figure in a line of words: the number stands out, the words around it step back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone


class Figure(QWidget):
    """`figure.show_number(self.tr("等候 {n} 人"), "12")`; {n} marks where the number stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = ("", "", "")
        self._tone: Tone | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(self._parts)

    @property
    def tone(self) -> Tone | None:
        """The tone of the number, None for plain."""
        return self._tone

    def show_number(self, pattern: str, number: str, tone: Tone | None = None) -> None:
        """Show `number` at the {n} of a translated pattern."""
        before, _, after = pattern.partition("{n}")
        self._parts = (before, number, after)
        self._tone = tone
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the line."""
        at = theme.look(self)
        height = QFontMetrics(at.font("small")).height()
        return QSize(sum(self._widths()) + 2, height)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, number, words."""
        at = theme.look(self)
        painter = QPainter(self)
        left = 0
        inks = ("text2", self._tone.value if self._tone is not None else "text", "text2")
        for part, style, ink, width in zip(self._parts, _STYLES, inks, self._widths(), strict=True):
            painter.setFont(at.font(style))
            painter.setPen(at.colour(ink))
            room = QRect(left, 0, width + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, part)
            left += width

    def _widths(self) -> tuple[int, ...]:
        at = theme.look(self)
        return tuple(
            QFontMetrics(at.font(style)).horizontalAdvance(part)
            for part, style in zip(self._parts, _STYLES, strict=True)
        )


_STYLES = ("small", "small_strong", "small")
