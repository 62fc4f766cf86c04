"""Writes the pages of a sheet as PDF operators: shapes below, texts above.

Straight into the page, because asking ReportLab's canvas for each line costs more than laying the
paper out. Never decides where anything stands: `sheet` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from zcdesk.forms import fonts
from zcdesk.forms.sheet import (
    GUIDE,
    INK,
    RULE,
    SHADE,
    Box,
    Filled,
    Line,
    Modules,
    Page,
    Ring,
    Shape,
    Sheet,
    Text,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SOLID, _DASHED = "[] 0 d", "[2 2] 0 d"
_ARC = 0.5523  # how far the handles of a quarter circle reach
_ROUND = "1 j"  # corners of outlines; a pointed one would stick out
THICKER = 0.02
"""Width of the outline that makes a character of the ordinary font bold, in its size."""


def paint(sheet: Sheet, canvas: Canvas) -> None:
    """Draw every page of a sheet."""
    for page in sheet.pages:
        canvas.addLiteral("\n".join(shapes(page.shapes)))
        canvas.addLiteral("\n".join(_texts(page, canvas)))
        canvas.showPage()


def shapes(drawn: list[Shape]) -> Iterator[str]:
    """Give the operators of shapes; ink and dashes are set where they change."""
    yield "0.5 w"
    ink = dash = ""
    for shape in drawn:
        wanted = _ink(shape)
        if wanted != ink:
            yield wanted
            ink = wanted
        dashed = isinstance(shape, Ring) or (isinstance(shape, Line) and shape.dashed)
        pattern = _DASHED if dashed else _SOLID
        if pattern != dash:
            yield pattern
            dash = pattern
        yield _shape(shape)


def _ink(shape: Shape) -> str:
    match shape:
        case Filled():
            return f"{shape.grey:g} g"
        case Modules():
            return f"{INK:g} g"
        case Box():
            return f"{RULE:g} G {SHADE:g} g"
        case Line():
            return f"{GUIDE if shape.dashed else RULE:g} G"
        case Ring():
            return f"{GUIDE:g} G"
        case _ as never:
            assert_never(never)


def _shape(shape: Shape) -> str:
    match shape:
        case Line():
            return f"{shape.x1:.2f} {shape.y1:.2f} m {shape.x2:.2f} {shape.y2:.2f} l S"
        case Box(radius=0):
            what = "B" if shape.shade else "S"
            return f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re {what}"
        case Box():
            return _rounded(*shape[:4], shape.radius)
        case Ring():
            corner = (shape.x - shape.radius, shape.y - shape.radius)
            return _rounded(*corner, 2 * shape.radius, 2 * shape.radius, shape.radius)
        case Filled():
            parts = [
                f"{x:.2f} {y:.2f} {'l' if number else 'm'}"
                for number, (x, y) in enumerate(shape.points)
            ]
            return " ".join((*parts, "f"))
        case Modules():
            # counted in modules, a third of the bytes of points
            parts = [f"{x:g} {y:g} {w:g} {h:g} re" for x, y, w, h in shape.squares]
            place = f"q {shape.size:.4f} 0 0 {shape.size:.4f} {shape.x:.2f} {shape.y:.2f} cm"
            return " ".join((place, *parts, "f Q"))
        case _ as never:
            assert_never(never)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Go round a box whose corners are quarter circles; a ring is one that is all corners."""
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    right, top = x + width, y + height
    for (cx, cy), (dx, dy) in (
        ((right, y), (-1, 0)),
        ((right, top), (0, -1)),
        ((x, top), (1, 0)),
        ((x, y), (0, 1)),
    ):
        # from `radius` before the corner to `radius` behind it, turning left
        sx, sy = cx + dx * radius, cy + dy * radius
        ex, ey = cx + dy * radius, cy - dx * radius
        keep = 1 - _ARC
        one = (cx + dx * radius * keep, cy + dy * radius * keep)
        two = (cx + dy * radius * keep, cy - dx * radius * keep)
        points = " ".join(f"{a:.2f} {b:.2f}" for a, b in (one, two, (ex, ey)))
        parts.append(f"{sx:.2f} {sy:.2f} l {points} c")
    return " ".join((*parts, "s"))


def _texts(page: Page, canvas: Canvas) -> Iterator[str]:
    yield "BT"
    begins = {first: whole for first, _, whole in page.wholes}
    ends = {behind - 1 for _, behind, _ in page.wholes}
    grey, tracking, font = -1.0, 0.0, ""
    for place, text in enumerate(page.texts):
        if place in begins:
            utf16 = begins[place].encode("utf-16-be").hex().upper()
            yield f"/Span <</ActualText <FEFF{utf16}>>> BDC"
        if text.grey != grey:
            grey = text.grey
            yield f"{grey:g} g"
        if text.tracking != tracking:
            tracking = text.tracking
            yield f"{tracking:g} Tc"
        yield f"1 0 0 1 {text.x:.2f} {text.y:.2f} Tm"
        for name, codes, is_thin in _glyphs(text.text, canvas, bold=text.bold):
            wanted = f"{name} {text.size:g} Tf"
            if wanted != font:
                font = wanted
                yield wanted
            shown = f"<{codes.hex()}> Tj"
            yield _thickened(shown, text) if is_thin else shown
        if place in ends:
            yield "EMC"
    yield "ET"


def _thickened(shown: str, text: Text) -> str:
    """Go round the outlines too: the bold font has no more than GB 2312, names have more."""
    outline = f"2 Tr {_SOLID} {_ROUND} {THICKER * text.size:.2f} w {text.grey:g} G"
    return f"{outline} {shown} 0 Tr"


def _glyphs(text: str, canvas: Canvas, *, bold: bool) -> Iterator[tuple[str, bytes, bool]]:
    """Split a text into runs of one subset of one font: its name in the file, codes, too thin."""
    document = canvas._doc  # type: ignore[attr-defined]  # what ReportLab's own text asks
    for name, run in fonts.runs(text, bold=bold):
        font = fonts.font(name)
        for subset, codes in font.splitString(run, document):
            is_thin = bold and name != fonts.BOLD
            yield font.getSubsetInternalName(subset, document), codes, is_thin
