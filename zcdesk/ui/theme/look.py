"""A look is a theme at a text scale: every colour, font and size on screen is asked of it.

No widget holds a literal pixel size or colour; a window's look may change at any moment, so
custom painting asks `look(self)` each time and never keeps the answer.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QMargins, QObject, QSize
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QWidget

from zcdesk.ui.theme.fonts import families
from zcdesk.ui.theme.tokens import Theme, Tokens, tokens

SCALES = (1.0, 1.25, 1.5)
STYLES = {
    # name: (pixel size at scale 1, bold)
    "display": (28, True),
    "title": (18, True),
    "heading": (16, True),
    "list": (15, False),
    "body": (14, False),
    "strong": (14, True),
    "small": (13, False),
    "small_strong": (13, True),
}
_LOW_DISPLAY = 22
"""Size at scale 1 of the largest style in a low window: still above every other."""

_LOOK = "look"
_SIZE = "unscaled_size"
_ROOM = "unscaled_room"
_MOST = (1 << 24) - 1


_marked: WeakKeyDictionary[QObject, Look] = WeakKeyDictionary()


class _Rows:
    """How table rows stand in every window of this PC."""

    tight = False


_rows = _Rows()


def tighten(on: bool) -> None:
    """Let table rows stand tight, or not; a window follows with its next `theme.apply`."""
    _rows.tight = on


class Look(NamedTuple):
    """Theme and text scale of one window.

    Attributes:
        low: the window is low for its text: gaps, controls and rows give way to what is read.
    """

    theme: Theme = Theme.LIGHT
    scale: float = 1.0
    low: bool = False

    @property
    def tokens(self) -> Tokens:
        """Colour table of the theme."""
        return tokens(self.theme)

    @property
    def control(self) -> int:
        """Height of buttons and inputs: 36, 44, 52; in a low window 28 (never under 32)."""
        return max(32, int((28 if self.low else 36) * self.scale) // 4 * 4)

    @property
    def row(self) -> int:
        """Height of a table row: 40, 48, 60; tight 32, 40, 48; in a low window that of a chip."""
        least = 28 if self.low else 32 if _rows.tight else 40
        return max(32, int(least * self.scale) // 4 * 4)

    @property
    def head(self) -> int:
        """Height of the headings above table rows."""
        return self.px(24 if self.low else 34)

    def px(self, size: float) -> int:
        """Scale a size that grows with the text."""
        return round(size * self.scale)

    def space(self, size: int) -> int:
        """Scale a gap or margin: these grow half as fast as the text, less where it is low."""
        return round(size * (0.75 if self.low else 1 + (self.scale - 1) / 2))

    def colour(self, token: str) -> QColor:
        """Return the colour of a token name."""
        return QColor(getattr(self.tokens, token))

    def font(self, style: str) -> QFont:
        """Return the font of a type style, see `STYLES`."""
        return QFont(_font(style, self.size(style), families()))

    def size(self, style: str) -> int:
        """Return the size in pixels of a type style."""
        low = self.low and style == "display"
        return self.px(_LOW_DISPLAY if low else STYLES[style][0])


def look(widget: QWidget | None = None) -> Look:
    """Return the look of the window `widget` is in, or the one applied last."""
    while widget is not None:
        # Asked for each cell that is painted: a property costs thirty times as much.
        found = _marked.get(widget)
        if found is not None:
            return found
        widget = widget.parentWidget()
    app = QApplication.instance()
    return _marked.get(app, Look()) if app is not None else Look()


def px(size: float) -> int:
    """Scale a size by the look applied last; inside a widget prefer `look(self).px`."""
    return look().px(size)


def spaced(
    layout: QLayout,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 8,
    row_gap: int | None = None,
) -> None:
    """Set margins (left, top, right, bottom) and gaps at scale 1; they follow the window."""
    layout.setProperty(_ROOM, [*margins, gap, gap if row_gap is None else row_gap])
    _space(layout, look(layout.parentWidget()))


def sized(
    widget: QWidget,
    *,
    width: int = 0,
    height: int = 0,
    min_width: int = 0,
    min_height: int = 0,
    max_width: int = 0,
) -> None:
    """Fix or bound a widget's size at scale 1; it follows the window. 0 leaves a bound alone."""
    widget.setProperty(_SIZE, [width, height, min_width, min_height, max_width])
    _size(widget, look(widget))


def unsized(widget: QWidget) -> None:
    """Let a widget take what its layout gives it again."""
    widget.setProperty(_SIZE, None)
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(_MOST, _MOST)


def mark(target: QObject, new: Look) -> None:
    """Record `new` as the look of a window or of the application."""
    target.setProperty(_LOOK, f"{new.theme.value}@{new.scale:g}" + (" low" if new.low else ""))
    _marked[target] = new


def rescale(root: QWidget, new: Look) -> None:
    """Give every spaced layout and sized widget below `root` its size in `new`."""
    for layout in root.findChildren(QLayout):
        if layout.property(_ROOM):
            _space(layout, new)
    for widget in (root, *root.findChildren(QWidget)):
        if widget.property(_SIZE):
            _size(widget, new)


def _space(layout: QLayout, at: Look) -> None:
    left, top, right, bottom, gap, row_gap = (at.space(int(n)) for n in layout.property(_ROOM))
    layout.setContentsMargins(QMargins(left, top, right, bottom))
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(gap)
        layout.setVerticalSpacing(row_gap)
    elif isinstance(layout, QBoxLayout):
        layout.setSpacing(gap)
    else:
        layout.setSpacing(gap)


def _size(widget: QWidget, at: Look) -> None:
    width, height, min_width, min_height, max_width = (
        at.px(int(n)) for n in widget.property(_SIZE)
    )
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    if min_width or min_height:
        bound = QSize(min_width or widget.minimumWidth(), min_height or widget.minimumHeight())
        widget.setMinimumSize(bound)
    if max_width:
        widget.setMaximumWidth(max_width)


@cache
def _font(style: str, size: int, family: tuple[str, ...]) -> QFont:
    font = QFont()
    font.setFamilies(list(family))
    font.setPixelSize(size)
    font.setBold(STYLES[style][1])
    return font
