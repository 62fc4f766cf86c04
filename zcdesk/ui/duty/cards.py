"""The figure cards at the head of the live hall: one large number, its name, what belongs to it.

Each is a button: Enter or a click opens what the number counts.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import FADED
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.pressable import Pressable
from zcdesk.ui.words import listed


class Card(NamedTuple):
    """What a card says; `tone` of the number, None for plain."""

    number: str
    name: str
    note: str = ""
    tone: Tone | None = None


class FigureCard(Pressable):
    """`card = FigureCard(); card.show_card(Card("27 人", self.tr("等候"), …))`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.card = Card("—", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_card(self, card: Card) -> None:
        """Show new figures."""
        self.card = card
        self.setAccessibleName(listed((f"{card.name} {card.number}", card.note)))
        self.setToolTip(card.note)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for a number and two lines."""
        at = theme.look(self)
        number = QFontMetrics(at.font("display")).horizontalAdvance(self.card.number)
        words = QFontMetrics(at.font("small")).horizontalAdvance(self.card.note)
        return QSize(number + words + at.space(36), at.px(56))

    def minimumSizeHint(self) -> QSize:
        """Keep the number; the words beside it are elided."""
        at = theme.look(self)
        number = QFontMetrics(at.font("display")).horizontalAdvance(self.card.number)
        return QSize(number + at.px(110), at.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the number and the two lines."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else FADED)
        painter.setPen(QPen(at.colour("divider"), 1))
        painter.setBrush(at.colour("subtle" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
        pad = at.space(12)
        room = self.rect().adjusted(pad, 0, -pad, 0)
        number = at.font("display")
        painter.setFont(number)
        painter.setPen(at.colour(self.card.tone.value if self.card.tone else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.card.number)
        left = room.left() + QFontMetrics(number).horizontalAdvance(self.card.number) + pad
        beside = QRect(left, room.top(), max(0, room.right() - left), room.height())
        half = beside.height() // 2
        self._line(painter, beside.adjusted(0, 0, 0, -half), self.card.name, "strong", "text", -1)
        self._line(painter, beside.adjusted(0, half, 0, 0), self.card.note, "small", "text2", 1)

    def _line(
        self, painter: QPainter, room: QRect, words: str, style: str, ink: str, side: int
    ) -> None:
        at = theme.look(self)
        font = at.font(style)
        painter.setFont(font)
        painter.setPen(at.colour(ink))
        said = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        where = Qt.AlignmentFlag.AlignBottom if side < 0 else Qt.AlignmentFlag.AlignTop
        painter.drawText(room.adjusted(0, 0, 0, -2 if side < 0 else 0), where, said)
