"""An A4 sheet being filled from the top: text, lines and boxes at places, page after page.

Measures are points from the left and from the top. Nothing here knows what a paper says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zcdesk.forms import fonts
from zcdesk.forms.qr import dark_runs

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.28, 841.89
MM = 72 / 25.4
LEFT, RIGHT = 21 * MM, WIDTH - 21 * MM
TOP, BOTTOM = 18 * MM, HEIGHT - 16 * MM
INNER = RIGHT - LEFT

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
    """What stands on one page: shapes below, texts above."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.texts: list[Text] = []


class Sheet:
    """Pages under way, and how far down the last one is filled.

    Attributes:
        air: factor of the free space inside and between blocks.
        loose: the free space so far, before that factor.
        y: the next free height on the last page.
    """

    def __init__(self, air: float = 1.0) -> None:
        self.air = air
        self.loose = 0.0
        self.pages = [Page()]
        self.y = TOP

    @property
    def room(self) -> float:
        return BOTTOM - self.y

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
        baseline = HEIGHT - y - 0.88 * size
        self.pages[-1].texts.append(Text(x, baseline, text, size, bold, grey, tracking))

    def line(self, x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> None:
        """Draw a thin rule, or a dashed guide."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(GUIDE if dashed else RULE)
            canvas.setDash([2, 2] if dashed else [])
            canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)

        self.pages[-1].shapes.append(draw)

    def box(self, x: float, y: float, width: float, height: float, *, shade: bool = False) -> None:
        """Draw a bordered cell, light grey where it is a head."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setDash([])
            canvas.setFillGray(SHADE)
            canvas.rect(x, HEIGHT - y - height, width, height, stroke=1, fill=int(shade))

        self.pages[-1].shapes.append(draw)

    def rounded(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """Draw a bordered box with round corners."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setDash([])
            canvas.roundRect(x, HEIGHT - y - height, width, height, radius)

        self.pages[-1].shapes.append(draw)

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line down or to the right, with a filled head at its end."""
        down = x1 == x2

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(RULE)
            canvas.setFillGray(RULE)
            canvas.setDash([])
            canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)
            tip = canvas.beginPath()
            tip.moveTo(x2, HEIGHT - y2)
            for side in (-ARROW / 2, ARROW / 2):
                back = (side, -ARROW) if down else (-ARROW, side)
                tip.lineTo(x2 + back[0], HEIGHT - y2 - back[1])
            tip.close()
            canvas.drawPath(tip, stroke=0, fill=1)

        self.pages[-1].shapes.append(draw)

    def ring(self, x: float, y: float, radius: float) -> None:
        """Draw the dashed circle in which the seal goes; never a seal itself."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeGray(GUIDE)
            canvas.setDash([2, 2])
            canvas.circle(x, HEIGHT - y, radius)

        self.pages[-1].shapes.append(draw)

    def code(self, x: float, y: float, side: float, payload: str) -> None:
        """Draw a QR as squares; it is only worked out when it is painted."""

        def draw(canvas: Canvas) -> None:
            rows, modules = dark_runs(payload)
            size = side / modules
            path = canvas.beginPath()
            for number, row in enumerate(rows):
                for start, end in row:
                    top = HEIGHT - y - number * size
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
            _write(canvas, page.texts)
            canvas.showPage()


def _write(canvas: Canvas, texts: list[Text]) -> None:
    out = canvas.beginText()
    grey = tracking = None
    for text in texts:
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
    canvas.drawText(out)
