"""The line at the bottom: the keys that act right now, or for 4 s what has just happened.

It changes with the focus, so that keys are learnt while working.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.words import listed

Hint = tuple[str, str]


class HintLine(QFrame):
    """Shows hints left and right; a note covers the left ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hints")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._left: tuple[Hint, ...] = ()
        self._right: tuple[Hint, ...] = ()
        self._note: tuple[str, Tone] | None = None

    @property
    def hints(self) -> tuple[Hint, ...]:
        """All hints, left to right."""
        return (*self._left, *self._right)

    @property
    def note(self) -> str:
        """What stands in front of the hints, empty if nothing."""
        return self._note[0] if self._note else ""

    def set_hints(self, left: tuple[Hint, ...], right: tuple[Hint, ...] = ()) -> None:
        """Show the keys of the moment."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._speak()

    def show_note(self, words: str, tone: Tone) -> None:
        """Put `words` in front of the hints."""
        theme.cover(words)
        self._note = (words, tone)
        self._speak()

    def clear_note(self) -> None:
        """Show the hints again."""
        self._note = None
        self._speak()

    def sizeHint(self) -> QSize:
        """Ask for a line of small text with air."""
        at = theme.look(self)
        return QSize(0, at.px(22 if at.low else 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw note or hints; those that do not fit are left to the F1 overlay."""
        super().paintEvent(event)
        painter = QPainter(self)
        at = theme.look(self)
        right = self._paint_from_right(painter)
        left = at.space(16)
        if self._note is not None:
            words, tone = self._note
            painter.setFont(at.font("small_strong"))
            painter.setPen(at.colour(tone.value))
            room = QRect(left, 0, right - left, self.height())
            metrics = QFontMetrics(at.font("small_strong"))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            return
        for hint in self._left:
            width = self._width(hint)
            if left + width > right:
                break
            self._paint_hint(painter, left, hint)
            left += width + at.space(18)

    def _paint_from_right(self, painter: QPainter) -> int:
        at = theme.look(self)
        edge = self.width() - at.space(16)
        for hint in reversed(self._right):
            edge -= self._width(hint)
            self._paint_hint(painter, edge, hint)
            edge -= at.space(18)
        return edge

    def _paint_hint(self, painter: QPainter, left: int, hint: Hint) -> None:
        at = theme.look(self)
        cap, words = hint
        strong, small = at.font("small_strong"), at.font("small")
        painter.setFont(strong)
        painter.setPen(at.colour("text"))
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cap)
        room.setLeft(left + QFontMetrics(strong).horizontalAdvance(cap) + at.space(4))
        painter.setFont(small)
        painter.setPen(at.colour("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _width(self, hint: Hint) -> int:
        at = theme.look(self)
        cap = QFontMetrics(at.font("small_strong")).horizontalAdvance(hint[0])
        return cap + at.space(4) + QFontMetrics(at.font("small")).horizontalAdvance(hint[1])

    def _speak(self) -> None:
        self.setAccessibleName(self.note or listed(f"{cap} {words}" for cap, words in self.hints))
        self.update()
