"""Parts of the pages citizens use: always in elder sizes, whatever the clerk's text scale.

Body text is 18 pt, key text 30 pt, targets at least 60 px (工信部 适老化 rules); painted, because
the window's style sheet speaks for the clerk's sizes.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from zcdesk.ui import theme
from zcdesk.ui.theme import Look
from zcdesk.ui.widgets.text import cap_size, paint_cap

BODY, KEY, NUMBER = 24, 40, 96
"""Pixels: 18 pt, 30 pt, and a number to be read from a step away."""
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere
TARGET, LEAST = 72, 96
"""Least side of a target, and least height of a tile with two lines."""


def elder_font(at: Look, size: int, *, bold: bool = False) -> QFont:
    """Return the text font in an elder size."""
    font = at.font("title" if bold else "body")
    font.setPixelSize(size)
    return font


class BigText(QWidget):
    """Words in an elder size, wrapped: `BigText(words, KEY, bold=True)`."""

    def __init__(
        self,
        words: str = "",
        size: int = BODY,
        *,
        bold: bool = False,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._size, self._bold, self._colour = size, bold, colour
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(words)

    @property
    def full_text(self) -> str:
        """What stands there."""
        return self._words

    @property
    def pixel_size(self) -> int:
        """Height of the letters as drawn."""
        return elder_font(theme.look(self), self._size).pixelSize()

    def set_text(self, words: str) -> None:
        """Show other words."""
        theme.cover(words)
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that wrapped words need more height when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped to `width`."""
        return self._room(width).height()

    def sizeHint(self) -> QSize:
        """Ask for the words in one line, up to a column."""
        at = theme.look(self)
        metrics = QFontMetrics(elder_font(at, self._size, bold=self._bold))
        width = min(metrics.horizontalAdvance(self._words) + 2, 520)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow column."""
        return QSize(self._size * 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setFont(elder_font(at, self._size, bold=self._bold))
        painter.setPen(at.colour(self._colour))
        painter.drawText(self.rect(), _WRAP, self._words)

    def _room(self, width: int) -> QRect:
        metrics = QFontMetrics(elder_font(theme.look(self), self._size, bold=self._bold))
        return metrics.boundingRect(QRect(0, 0, width, 9999), _WRAP, self._words)


class Face(NamedTuple):
    """What a tile says: its word, and a line below it."""

    word: str
    below: str = ""
    key: str = ""


class Tile(QAbstractButton):
    """A large button.

    Args:
        small: a choice among others instead of the page's own business.
    """

    def __init__(self, face: Face, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._small = small
        self.setCheckable(small)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        grow = QSizePolicy.Policy.Minimum if small else QSizePolicy.Policy.Expanding
        fixed = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(grow, fixed)
        self.set_face(face)

    @property
    def face(self) -> Face:
        """What it says."""
        return self._face

    def set_face(self, face: Face) -> None:
        """Say something else."""
        self._face = face
        self.setText(face.word)
        self.setAccessibleName(face.word)
        self.setAccessibleDescription(face.below)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words and a finger's room around them."""
        at = theme.look(self)
        size = BODY if self._small else KEY
        words = QFontMetrics(elder_font(at, size, bold=True)).horizontalAdvance(self._face.word)
        below = QFontMetrics(elder_font(at, BODY)).horizontalAdvance(self._face.below)
        height = TARGET if self._small else 2 * TARGET
        return QSize(max(words, below) + 2 * at.space(24), height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a target."""
        return QSize(TARGET, TARGET if self._small else LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, word and line."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._inks()
        painter.setPen(QPen(at.colour(edge), 2))
        painter.setBrush(at.colour(fill))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 12, 12)
        painter.setPen(at.colour(ink))
        painter.setFont(elder_font(at, BODY if self._small else KEY, bold=True))
        room = self.rect().adjusted(at.space(12), 0, -at.space(12), 0)
        middle = Qt.AlignmentFlag.AlignCenter
        if not self._face.below:
            painter.drawText(room, middle, self._face.word)
        else:
            half = self.height() // 2
            painter.drawText(room.adjusted(0, at.space(8), 0, -half), middle, self._face.word)
            painter.setFont(elder_font(at, BODY))
            painter.drawText(room.adjusted(0, half, 0, -at.space(8)), middle, self._face.below)
        if self._face.key:
            self._paint_key(painter, at, ink)

    def _inks(self) -> tuple[str, str, str]:
        """Token names of ground, edge and words."""
        if not self.isEnabled():
            return "window", "divider", "disabled"
        if not self._small:
            return "brand_hover" if self.underMouse() else "brand_fill", "brand_fill", "on_fill"
        if self.isChecked():
            return "selection", "brand", "brand"
        return "subtle" if self.underMouse() else "surface", "border", "text"

    def _paint_key(self, painter: QPainter, at: Look, ink: str) -> None:
        size = cap_size(self._face.key, at)
        corner = self.rect().topLeft()
        cap = QRect(corner.x() + at.space(12), corner.y() + at.space(12), 0, 0)
        cap.setSize(size)
        paint_cap(painter, cap, self._face.key, at, at.colour(ink), None)


class Picks(QWidget):
    """A row of small tiles of which one is chosen: `Picks(label, ((value, word), …))`."""

    def __init__(
        self,
        label: str,
        options: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        theme.spaced(self._row, gap=8)
        self._row.addWidget(BigText(label, bold=True))
        self._row.addStretch(1)
        self.set_options(options)

    @property
    def value(self) -> str:
        """What is chosen."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else ""

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles, in order."""
        found = self._group.buttons()
        return tuple(tile for tile in found if isinstance(tile, Tile))

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other values; the first is chosen."""
        for tile in self.tiles:
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._values = tuple(value for value, _ in options)
        for place, (_, word) in enumerate(options):
            tile = Tile(Face(word), small=True)
            self._group.addButton(tile, place)
            self._row.insertWidget(place + 1, tile)
        self.reset()

    def reset(self) -> None:
        """Choose the first."""
        if self._values:
            self._group.button(0).setChecked(True)
