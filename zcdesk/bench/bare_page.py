"""A laid-out sheet drawn by bare ReportLab: every rule, cell, square and text by its own call.

What anybody would write who has the places already; composing, wrapping and fonts that fall back
are missing, the fonts are the same ones.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

from zcdesk.forms import fonts
from zcdesk.forms.sheet import (
    GUIDE,
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
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def draw(sheet: Sheet) -> bytes:
    """Draw the pages of a sheet on a plain canvas."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    fonts.font(fonts.REGULAR)
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height))
    for page in sheet.pages:
        canvas.setLineWidth(0.5)
        for shape in page.shapes:
            _shape(canvas, shape)
        _texts(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _shape(canvas: Canvas, shape: Shape) -> None:
    dashed = isinstance(shape, Ring) or (isinstance(shape, Line) and shape.dashed)
    canvas.setDash([2, 2] if dashed else [])
    canvas.setStrokeGray(GUIDE if dashed else RULE)
    match shape:
        case Line():
            canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
        case Box():
            canvas.setFillGray(SHADE)
            box = partial(canvas.roundRect, radius=shape.radius) if shape.radius else canvas.rect
            box(shape.x, shape.y, shape.width, shape.height, fill=int(shape.shade))
        case Ring():
            canvas.circle(*shape)
        case Filled():
            canvas.setFillGray(shape.grey)
            path: Any = canvas.beginPath()
            for number, point in enumerate(shape.points):
                (path.lineTo if number else path.moveTo)(*point)
            canvas.drawPath(path, stroke=0, fill=1)
        case Modules():
            canvas.setFillGray(0)
            path = canvas.beginPath()
            for x, y, wide, high in shape.squares:
                size = shape.size
                path.rect(shape.x + x * size, shape.y + y * size, wide * size, high * size)
            canvas.drawPath(path, stroke=0, fill=1)


def _texts(canvas: Canvas, page: Page) -> None:
    out = canvas.beginText()
    for text in page.texts:
        out.setFillGray(text.grey)
        out.setCharSpace(text.tracking)
        out.setTextOrigin(text.x, text.y)
        for name, run in fonts.runs(text.text, bold=text.bold):
            out.setFont(name, text.size)
            out.textOut(run)
    canvas.drawText(out)
