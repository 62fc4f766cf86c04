"""Draws a decoded slip dot by dot, for preview and for the simulated printer's files.

Never decodes bytes: `decode` does.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from zcdesk.forms import fonts
from zcdesk.forms.bars import dark_spans
from zcdesk.forms.blocks import Align
from zcdesk.forms.decode import CELL, LINE, Bars, Cut, Glyph, Item, Line, Printed, Qr, Raster
from zcdesk.forms.qr import dark_runs

MARGIN = 24
LEADING = 34


def draw(slip: Printed) -> Image.Image:
    """Draw the slip on white paper, the cut as a dashed line."""
    width = slip.width * CELL
    height = sum(_height(item) for item in slip.items)
    image = Image.new("L", (width + 2 * MARGIN, height + 2 * MARGIN), 255)
    y = MARGIN
    for item in slip.items:
        _item(image, item, y, width)
        y += _height(item)
    return image


def _height(item: Item) -> int:
    match item:
        case Line():
            high = max((glyph.style.high for glyph in item.glyphs), default=1)
            return LEADING + (high - 1) * LINE
        case Qr():
            return dark_runs(item.payload)[1] * item.module
        case Bars():
            return item.high + LEADING // 2
        case Raster():
            return item.rows
        case Cut():
            return LEADING
        case _ as never:
            assert_never(never)


def _item(image: Image.Image, item: Item, y: int, width: int) -> None:
    pen = ImageDraw.Draw(image)
    match item:
        case Line():
            x = _start(item.align, item.columns * CELL, width)
            bottom = y + _height(item) - (LEADING - LINE)
            for glyph in item.glyphs:
                _glyph(image, glyph, x, bottom - LINE * glyph.style.high)
                x += glyph.columns * CELL * glyph.style.wide
        case Qr():
            rows, modules = dark_runs(item.payload)
            x = _start(item.align, modules * item.module, width)
            for number, row in enumerate(rows):
                for start, end in row:
                    left, upper = x + start * item.module, y + number * item.module
                    right = x + end * item.module - 1
                    pen.rectangle((left, upper, right, upper + item.module - 1), fill=0)
        case Bars():
            spans, modules = dark_spans(item.text)
            x = _start(item.align, modules * item.module, width)
            for start, end in spans:
                left, right = x + start * item.module, x + end * item.module - 1
                pen.rectangle((left, y, right, y + item.high - 1), fill=0)
        case Raster():
            # a set bit is dark; the mask is what is drawn
            dots = Image.frombytes("1", (item.size * 8, item.rows), item.data)
            image.paste(0, (MARGIN, y), dots)
        case Cut():
            for x in range(0, image.width, 16):
                pen.line((x, y + LEADING // 2, x + 8, y + LEADING // 2), fill=160, width=2)
        case _ as never:
            assert_never(never)


def _start(align: Align, used: int, width: int) -> int:
    return MARGIN + (width - used) * align.value // 2


def _glyph(image: Image.Image, glyph: Glyph, x: int, y: int) -> None:
    style = glyph.style
    cell = Image.new("L", (glyph.columns * CELL, LINE), 255)
    if glyph.image:
        _dots(cell, glyph.image)
    else:
        _draw_char(cell, glyph)
    if style.wide > 1 or style.high > 1:
        size = (cell.width * style.wide, LINE * style.high)
        cell = cell.resize(size, Image.Resampling.NEAREST)
    cell = cell.point(lambda grey: 0 if grey < 150 else 255)
    ink = cell.point(lambda grey: 255 - grey)
    image.paste(0, (x, y), ink)
    if style.bold:
        image.paste(0, (x + 1, y), ink)


def _draw_char(cell: Image.Image, glyph: Glyph) -> None:
    """Draw a character; one wider than its cell, as W and M are, is squeezed, never cut."""
    font = _font(glyph.columns)
    wide = max(cell.width, 2 * math.ceil(font.getlength(glyph.char) / 2))
    drawn = Image.new("L", (wide, LINE), 255)
    foot = 0.86 if glyph.columns == 2 else 0.8  # brackets reach further down than ideographs
    ImageDraw.Draw(drawn).text((wide / 2, foot * LINE), glyph.char, 0, font, anchor="ms")
    cell.paste(drawn.resize(cell.size, Image.Resampling.LANCZOS) if wide > cell.width else drawn)


def _dots(cell: Image.Image, data: bytes) -> None:
    for column in range(len(data) // 3):
        bits = int.from_bytes(data[column * 3 : column * 3 + 3], "big")
        for row in range(LINE):
            if bits >> (LINE - 1 - row) & 1:
                cell.putpixel((column, row), 0)


@lru_cache(maxsize=2)
def _font(columns: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.font_path(fonts.SCREEN)), LINE if columns == 2 else 20)
