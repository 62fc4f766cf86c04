"""State chips: icon, word and colour, always all three.

In tables a delegate paints them with `paint_chip`; elsewhere use the widgets. Colour alone never
carries a state, so a chip without word or icon cannot be built.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Look, Tone
from zcdesk.ui.widgets.pressable import Pressable


class ChipState(NamedTuple):
    """What a chip says."""

    icon: str
    word: str
    tone: Tone = Tone.NEUTRAL


def chip_size(state: ChipState, at: Look) -> QSize:
    """Return the room a chip needs."""
    metrics = QFontMetrics(at.font("small"))
    width = at.px(16) + at.space(5) + metrics.horizontalAdvance(state.word) + 2 * at.space(8)
    return QSize(width, max(at.px(24), metrics.height() + 4))


def chips_width(least: int, words: Iterable[str]) -> int:
    """Return the width at scale 1 of a table's column that shows chips of all `words` whole."""
    at = Look()
    pad = 2 * at.space(8)
    return max(least, *(chip_size(ChipState("", word), at).width() + pad for word in words))


def paint_chip(painter: QPainter, rect: QRect, state: ChipState, at: Look) -> None:
    """Draw a chip at the left of `rect`, centred in height, elided to its width."""
    size = chip_size(state, at)
    width = min(size.width(), rect.width())
    box = QRect(rect.left(), rect.center().y() - size.height() // 2 + 1, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(at.colour(state.tone.chip))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    ink = at.colour(state.tone.value)
    side = at.px(16)
    left = box.left() + at.space(8)
    theme.paint_icon(painter, state.icon, ink.name(), left, box.center().y() - side / 2 + 0.5, side)
    left += side + at.space(5)
    painter.setPen(ink)
    painter.setFont(at.font("small"))
    room = QRect(left, box.top(), box.right() - at.space(8) - left + 2, box.height())
    metrics = QFontMetrics(at.font("small"))
    word = metrics.elidedText(state.word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
    painter.restore()


class Chip(QWidget):
    """A chip that only shows: `Chip(ChipState("circle-check", self.tr("已收"), Tone.OK))`."""

    def __init__(self, state: ChipState | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ChipState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    @property
    def state(self) -> ChipState | None:
        """What it shows."""
        return self._state

    def set_state(self, state: ChipState | None) -> None:
        """Show `state`; None hides the chip."""
        self._state = state
        if state is None or self.parent() is not None:
            # shown without a parent it would be a window of its own for a moment
            self.setVisible(state is not None)
        if state is not None:
            self.setAccessibleName(state.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the word."""
        return chip_size(self._state, theme.look(self)) if self._state else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Keep icon and two characters."""
        if self._state is None:
            return QSize(0, 0)
        short = self._state._replace(word=self._state.word[:2] + "…")
        return chip_size(short, theme.look(self)).boundedTo(self.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        if self._state is None:
            return
        short = self.width() < self.sizeHint().width()
        self.setToolTip(self._state.word if short else "")
        paint_chip(QPainter(self), self.rect(), self._state, theme.look(self))


class ChipButton(Pressable):
    """A chip that opens something; a state that is normal may show as its icon alone.

    The word is always spoken and in the tool tip.
    """

    def __init__(
        self, state: ChipState, *, icon_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, icon_only=icon_only)

    @property
    def state(self) -> ChipState:
        """What it shows."""
        return self._state

    @property
    def icon_only(self) -> bool:
        """Whether only the icon is drawn."""
        return self._icon_only

    def set_state(self, state: ChipState, *, icon_only: bool = False) -> None:
        """Show `state`."""
        self._state = state
        self._icon_only = icon_only
        self.setAccessibleName(state.word)
        self.setToolTip(state.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a target of at least 32."""
        at = theme.look(self)
        target = at.px(32)
        width = target if self._icon_only else chip_size(self._state, at).width()
        return QSize(max(width, target), target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip, or the bare icon."""
        at = theme.look(self)
        painter = QPainter(self)
        if not self._icon_only:
            paint_chip(painter, self.rect(), self._state, at)
            return
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.colour("subtle"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        side = at.px(20)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        theme.paint_icon(painter, self._state.icon, at.tokens.text2, left, top, side)
