"""Parts of the pages citizens use: always in elder sizes, whatever the clerk's text scale.

Body text is 18 pt, key text 30 pt, targets at least 60 px (工信部 适老化 rules); painted, because
the window's style sheet speaks for the clerk's sizes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Look
from zcdesk.ui.widgets.text import cap_size, paint_cap

BODY, KEY, NUMBER = 24, 40, 96
"""Pixels: 18 pt, 30 pt, and a number to be read from a step away."""
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WORD = re.compile("[!-~]+")
"""What is never parted: Chinese may go on after any character."""
FINGER, TARGET, LEAST = 60, 72, 96
"""Least side of a target, its usual one, and least height of a tile with two lines."""


GROWN = "elder_grown"
"""Property of a window: how much larger than the least its elder sizes are."""

LARGER = 1.2
"""大字: so much larger than the ordinary, which is an elder size already."""


def grown(widget: QWidget, size: float) -> int:
    """Return an elder size in the pixels of the widget's window."""
    factor = widget.window().property(GROWN)
    return round(size * (float(factor) if factor else 1.0))


def elder_font(widget: QWidget, size: int, *, bold: bool = False) -> QFont:
    """Return the text font in an elder size."""
    font = theme.look(widget).font("title" if bold else "body")
    font.setPixelSize(grown(widget, size))
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
        self._rooms: dict[tuple[int, int], QRect] = {}
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
        return elder_font(self, self._size).pixelSize()

    def set_text(self, words: str) -> None:
        """Show other words."""
        theme.cover(words)
        self._words = words
        self._rooms.clear()
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
        metrics = QFontMetrics(elder_font(self, self._size, bold=self._bold))
        width = min(metrics.horizontalAdvance(self._words) + 2, grown(self, 520))
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow column, but part no word."""
        metrics = QFontMetrics(elder_font(self, self._size, bold=self._bold))
        words = _WORD.findall(self._words)
        longest = max((metrics.horizontalAdvance(word) + 2 for word in words), default=0)
        return QSize(max(grown(self, self._size * 2), longest), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setFont(elder_font(self, self._size, bold=self._bold))
        painter.setPen(at.colour(self._colour))
        painter.drawText(self.rect(), _WRAP, self._words)

    def _room(self, width: int) -> QRect:
        """Measure the words once for each width: a clock in the window asks every second."""
        asked = (width, grown(self, self._size))
        if asked not in self._rooms:
            metrics = QFontMetrics(elder_font(self, self._size, bold=self._bold))
            within = QRect(0, 0, width, 9999)
            self._rooms[asked] = metrics.boundingRect(within, _WRAP, self._words)
        return self._rooms[asked]


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
        words = QFontMetrics(elder_font(self, size, bold=True)).horizontalAdvance(self._face.word)
        below = QFontMetrics(elder_font(self, BODY)).horizontalAdvance(self._face.below)
        height = grown(self, TARGET if self._small else 2 * TARGET)
        cap = self._cap().width() if self._face.key and self._small else 0
        return QSize(max(words, below) + cap + 2 * at.space(24), height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a target."""
        return QSize(grown(self, TARGET), grown(self, FINGER if self._small else LEAST))

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
        painter.setFont(elder_font(self, BODY if self._small else KEY, bold=True))
        room = self.rect().adjusted(at.space(12), 0, -at.space(12), 0)
        if self._face.key and self._small:
            self._paint_key(painter, ink)
            size = self._cap().width()
            room.adjust(size, 0, 0, 0)
        self._paint_words(painter, room, self._small)
        if self._face.key and not self._small:
            self._paint_key(painter, ink)

    def _paint_words(self, painter: QPainter, room: QRect, small: bool) -> None:
        """Draw word and line as one block in the middle."""
        middle = Qt.AlignmentFlag.AlignCenter
        whole = elder_font(self, BODY if small else KEY, bold=True)
        if not self._face.below:
            font, lines = self.fitting(room)
            painter.setFont(font)
            painter.drawText(lines, middle | Qt.TextFlag.TextWordWrap, self._face.word)
            return
        word = _fitted(whole, self._face.word, room.width())
        line = _fitted(elder_font(self, BODY), self._face.below, room.width())
        high, low = QFontMetrics(word).height(), QFontMetrics(line).height()
        if room.height() < high + low + grown(self, 4):
            self._paint_row(painter, room)
            return
        below = low + grown(self, 4)
        top = room.top() + (room.height() - high - below) // 2
        painter.setFont(word)
        painter.drawText(QRect(room.left(), top, room.width(), high), middle, self._face.word)
        painter.setFont(line)
        under = QRect(room.left(), top + high + grown(self, 4), room.width(), low)
        painter.drawText(under, middle, self._face.below)

    def fitting(self, room: QRect) -> tuple[QFont, QRect]:
        """Return the largest letters in which the word stands in one line or several, and where."""
        font = elder_font(self, BODY if self._small else KEY, bold=True)
        while True:
            if (lines := self._lines(font, room)) is not None:
                return font, lines
            is_one_line = QFontMetrics(font).horizontalAdvance(self._face.word) <= room.width()
            if is_one_line or font.pixelSize() <= 1:
                return font, room
            font.setPixelSize(font.pixelSize() - 1)

    def _paint_row(self, painter: QPainter, room: QRect) -> None:
        """Draw word and line side by side, on a tile too low for one above the other."""
        gap = grown(self, 24)
        if self._face.key:
            room = room.adjusted(self._cap().width(), 0, 0, 0)
        fonts = (elder_font(self, BODY if self._small else KEY, bold=True), elder_font(self, BODY))
        parts = tuple(zip(fonts, (self._face.word, self._face.below), strict=True))
        free = room.width() - gap
        wide = sum(QFontMetrics(font).horizontalAdvance(words) for font, words in parts)
        if wide > free > 0:
            for font in fonts:
                font.setPixelSize(max(1, font.pixelSize() * free // wide))
        wide = min(wide, free) + gap
        left = room.adjusted((room.width() - wide) // 2, 0, 0, 0)
        level = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for font, words in parts:
            painter.setFont(font)
            painter.drawText(left, level, words)
            left.adjust(QFontMetrics(font).horizontalAdvance(words) + gap, 0, 0, 0)

    def _lines(self, font: QFont, room: QRect) -> QRect | None:
        """Return where words too long for one line stand as large in several, evenly filled."""
        metrics, wrap = QFontMetrics(font), Qt.TextFlag.TextWordWrap
        if metrics.horizontalAdvance(self._face.word) <= room.width():
            return None
        whole = metrics.boundingRect(room, wrap, self._face.word)
        if whole.width() > room.width() or whole.height() > self.height():
            return None
        step = metrics.averageCharWidth()
        while True:
            less = room.adjusted(step, 0, -step, 0)
            lines = metrics.boundingRect(less, wrap, self._face.word)
            if lines.height() > whole.height() or lines.width() > less.width():
                return room
            room = less

    def _inks(self) -> tuple[str, str, str]:
        """Token names of ground, edge and words."""
        if not self.isEnabled():
            return "window", "divider", "disabled"
        if not self._small:
            return "brand_hover" if self.underMouse() else "brand_fill", "brand_fill", "on_fill"
        if self.isChecked():
            return "selection", "brand", "brand"
        return "subtle" if self.underMouse() else "surface", "border", "text"

    def _cap(self) -> QSize:
        return cap_size(self._face.key, self._at_cap())

    def _at_cap(self) -> Look:
        """The look a key cap has at this window's elder size."""
        at = theme.look(self)
        return at._replace(scale=grown(self, 100) / 100)

    def _paint_key(self, painter: QPainter, ink: str) -> None:
        """Draw the cap in the corner, of a small tile in its middle height."""
        at, size = self._at_cap(), self._cap()
        gap = grown(self, 10)
        top = (self.height() - size.height()) // 2 if self._small else gap
        cap = QRect(gap, top, size.width(), size.height())
        paint_cap(painter, cap, self._face.key, at, theme.look(self).colour(ink), None)


def _fitted(font: QFont, words: str, room: int) -> QFont:
    """Return a font in which words fit on a narrow tile: smaller letters before lost ones."""
    wide = QFontMetrics(font).horizontalAdvance(words)
    if wide > room > 0:
        font.setPixelSize(max(1, font.pixelSize() * room // wide))
    return font


class Bar(Tile):
    """A wide button with its words on the left, wrapped, and a line below."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(face, small=True, parent=parent)
        self.setCheckable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(grown(self, 400), grown(self, LEAST))

    def minimumSizeHint(self) -> QSize:
        """Never lower than two lines."""
        return QSize(grown(self, 2 * TARGET), grown(self, LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words and line."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._inks()
        painter.setPen(QPen(at.colour(edge), 2))
        painter.setBrush(at.colour(fill))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 12, 12)
        gap = grown(self, 14)
        room = self.rect().adjusted(gap, gap // 2, -gap, -gap // 2)
        if self._face.key:
            self._paint_key(painter, ink)
            room.adjust(self._cap().width() + gap, 0, 0, 0)
        below = QFontMetrics(elder_font(self, BODY)).height() if self._face.below else 0
        painter.setPen(at.colour(ink))
        painter.setFont(elder_font(self, BODY, bold=True))
        painter.drawText(room.adjusted(0, 0, 0, -below), _WRAP, self._face.word)
        if below:
            painter.setPen(at.colour("text2"))
            painter.setFont(elder_font(self, BODY))
            line = painter.fontMetrics().elidedText(
                self._face.below, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line)
