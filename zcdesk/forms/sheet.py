"""An A4 sheet, upright or wide, being filled from the top: text, lines, boxes, page after page.

Measures are points from the left and from the top. Nothing here knows what a paper says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from zcdesk.forms.bars import dark_spans
from zcdesk.forms.qr import dark_runs

WIDTH, HEIGHT = 595.28, 841.89
MM = 72 / 25.4
LEFT, RIGHT = 21 * MM, WIDTH - 21 * MM
TOP, BELOW = 18 * MM, 16 * MM

INK = 0.0
RULE = 0.15
GUIDE = 0.5
SHADE = 0.955
ARROW = 5.0


class Text(NamedTuple):
    """A text on its baseline; `tracking` spreads the characters of a title."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    grey: float
    tracking: float


class Line(NamedTuple):
    """A rule from one point to another, measured from below like every shape."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool


class Box(NamedTuple):
    """A bordered cell by its lower left corner; `radius` rounds the corners."""

    x: float
    y: float
    width: float
    height: float
    shade: bool
    radius: float


class Ring(NamedTuple):
    """A dashed circle."""

    x: float
    y: float
    radius: float


class Filled(NamedTuple):
    """One closed way of points in one shade."""

    grey: float
    points: tuple[tuple[float, float], ...]


class Modules(NamedTuple):
    """A code: dark rectangles (x, y, width, height) in modules of `size` points, from a corner."""

    x: float
    y: float
    size: float
    squares: tuple[tuple[float, float, float, float], ...]


Shape = Line | Box | Ring | Filled | Modules


class Page:
    """What stands on one page: shapes below, texts above.

    Attributes:
        wholes: runs of texts (first, behind the last) that are lines of one, and that one.
    """

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.texts: list[Text] = []
        self.wholes: list[tuple[int, int, str]] = []


class Sheet:
    """Pages under way, and how far down the last one is filled.

    Attributes:
        air: factor of the free space inside and between blocks.
        wide: the long side lies across, for lists of many columns.
        loose: the free space so far, before that factor.
        y: the next free height on the last page.
    """

    def __init__(self, air: float = 1.0, *, wide: bool = False) -> None:
        self.air = air
        self.wide = wide
        self.width, self.height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
        self.right = self.width - LEFT
        self.inner = self.right - LEFT
        self.bottom = self.height - BELOW
        self.loose = 0.0
        self.pages = [Page()]
        self.y = TOP

    @property
    def room(self) -> float:
        return self.bottom - self.y

    def gap(self, space: float) -> None:
        """Leave free space."""
        self.loose += space
        self.y += space * self.air

    def turn(self) -> None:
        """Start the next page."""
        self.pages.append(Page())
        self.y = TOP

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        grey: float = INK,
        tracking: float = 0.0,
    ) -> None:
        """Write `text` with its top at `y`: ideographs hang 0.88 of their size above the line."""
        baseline = self.height - y - 0.88 * size
        self.pages[-1].texts.append(Text(x, baseline, text, size, bold, grey, tracking))

    @contextmanager
    def one(self, whole: str) -> Iterator[None]:
        """Take the texts written inside for lines of `whole`, as it is searched and copied.

        Without it a name broken into lines would be found by nobody who types it.
        """
        page = self.pages[-1]
        first = len(page.texts)
        yield
        # PDFium drops a character beyond U+FFFF from such a text; the lines themselves keep it.
        plain = all(ord(char) < 0x10000 for char in whole)
        if plain and page is self.pages[-1] and len(page.texts) > first + 1:
            page.wholes.append((first, len(page.texts), whole))

    def line(self, x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> None:
        """Draw a thin rule, or a dashed guide."""
        self._draw(Line(x1, self.height - y1, x2, self.height - y2, dashed))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        shade: bool = False,
        radius: float = 0.0,
    ) -> None:
        """Draw a bordered cell, light grey where it is a head."""
        self._draw(Box(x, self.height - y - height, width, height, shade, radius))

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line down or to the right, with a filled head at its end."""
        self.line(x1, y1, x2, y2)
        tip = (x2, self.height - y2)
        backs = [(side, ARROW) if x1 == x2 else (-ARROW, side) for side in (-ARROW / 2, ARROW / 2)]
        points = (tip, *((tip[0] + right, tip[1] + up) for right, up in backs))
        self._draw(Filled(RULE, points))

    def ring(self, x: float, y: float, radius: float) -> None:
        """Draw the dashed circle in which the seal goes; never a seal itself."""
        self._draw(Ring(x, self.height - y, radius))

    def code(self, x: float, y: float, side: float, payload: str) -> None:
        """Draw a QR as squares."""
        rows, modules = dark_runs(payload)
        # a hair of overlap, or some viewers show seams between the rows
        squares = tuple(
            (start, -n - 1, end - start, 1.01) for n, row in enumerate(rows) for start, end in row
        )
        self._draw(Modules(x, self.height - y, side / modules, squares))

    def bars(self, x: float, y: float, high: float, text: str, module: float) -> None:
        """Draw Code 128, each module `module` wide."""
        spans, _ = dark_spans(text)
        tall = high / module
        squares = tuple((start, -tall, end - start, tall) for start, end in spans)
        self._draw(Modules(x, self.height - y, module, squares))

    def _draw(self, shape: Shape) -> None:
        self.pages[-1].shapes.append(shape)
