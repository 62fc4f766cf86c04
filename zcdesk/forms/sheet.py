"""An A4 sheet, upright or wide, being filled from the top: text, lines, boxes, page after page.

Measures are points from the left and from the top. Nothing here knows what a paper says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zcdesk.forms import fonts
from zcdesk.forms.qr import dark_runs

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.28, 841.89
MM = 72 / 25.4
LEFT, RIGHT = 21 * MM, WIDTH - 21 * MM
TOP, BELOW = 18 * MM, 16 * MM

INK = 0.0
RULE = 0.15
GUIDE = 0.5
SHADE = 0.955
ARROW = 5.0

Shape = Callable[["Canvas"], None]


@dataclass(frozen=True, slots=True)
class Text:
    """A text on its baseline; `tracking` spreads the characters of a title."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    grey: float
    tracking: float


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

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(GUIDE if dashed else RULE)
            canvas.setDash([2, 2] if dashed else [])
            canvas.line(x1, self.height - y1, x2, self.height - y2)

        self.pages[-1].shapes.append(draw)

    def box(self, x: float, y: float, width: float, height: float, *, shade: bool = False) -> None:
        """Draw a bordered cell, light grey where it is a head."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setDash([])
            canvas.setFillGray(SHADE)
            canvas.rect(x, self.height - y - height, width, height, stroke=1, fill=int(shade))

        self.pages[-1].shapes.append(draw)

    def rounded(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """Draw a bordered box with round corners."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setDash([])
            canvas.roundRect(x, self.height - y - height, width, height, radius)

        self.pages[-1].shapes.append(draw)

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line down or to the right, with a filled head at its end."""
        down = x1 == x2

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setFillGray(RULE)
            canvas.setDash([])
            canvas.line(x1, self.height - y1, x2, self.height - y2)
            tip = canvas.beginPath()
            tip.moveTo(x2, self.height - y2)
            for side in (-ARROW / 2, ARROW / 2):
                back = (side, -ARROW) if down else (-ARROW, side)
                tip.lineTo(x2 + back[0], self.height - y2 - back[1])
            tip.close()
            canvas.drawPath(tip, stroke=0, fill=1)

        self.pages[-1].shapes.append(draw)

    def ring(self, x: float, y: float, radius: float) -> None:
        """Draw the dashed circle in which the seal goes; never a seal itself."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(GUIDE)
            canvas.setDash([2, 2])
            canvas.circle(x, self.height - y, radius)

        self.pages[-1].shapes.append(draw)

    def code(self, x: float, y: float, side: float, payload: str) -> None:
        """Draw a QR as squares; it is only worked out when it is painted."""

        def draw(canvas: Canvas) -> None:
            rows, modules = dark_runs(payload)
            size = side / modules
            path = canvas.beginPath()
            for number, row in enumerate(rows):
                for start, end in row:
                    top = self.height - y - number * size
                    # a hair of overlap, or some viewers show seams between the rows
                    path.rect(x + start * size, top - size, (end - start) * size, size + 0.02)
            canvas.setFillGray(INK)
            canvas.drawPath(path, stroke=0, fill=1)

        self.pages[-1].shapes.append(draw)

    def paint(self, canvas: Canvas) -> None:
        """Draw every page."""
        for page in self.pages:
            canvas.setLineWidth(0.5)
            for shape in page.shapes:
                shape(canvas)
            _write(canvas, page)
            canvas.showPage()


def _write(canvas: Canvas, page: Page) -> None:
    out = canvas.beginText()
    operators: list[str] = out._code  # type: ignore[attr-defined]  # not in the stubs
    begins = {first: whole for first, _, whole in page.wholes}
    ends = {behind - 1 for _, behind, _ in page.wholes}
    grey = tracking = None
    for place, text in enumerate(page.texts):
        if place in begins:
            utf16 = begins[place].encode("utf-16-be").hex().upper()
            operators.append(f"/Span <</ActualText <FEFF{utf16}>>> BDC")
        if text.grey != grey:
            grey = text.grey
            out.setFillGray(grey)
        if text.tracking != tracking:
            tracking = text.tracking
            out.setCharSpace(tracking)
        out.setTextOrigin(text.x, text.y)
        for name, run in fonts.runs(text.text, bold=text.bold):
            out.setFont(name, text.size)
            out.textOut(run)
        if place in ends:
            operators.append("EMC")
    canvas.drawText(out)
