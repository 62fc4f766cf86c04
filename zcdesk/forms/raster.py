"""A slip as a picture, for a printer without Chinese characters of its own: `GS v 0` in bands.

The same slip as `escpos` lays out, drawn here instead of in the printer. A hundred times the bytes:
never over a slow serial line.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from zcdesk.domain.papers import Paper
from zcdesk.domain.printer_profile import GENERIC, Chinese, Draws, PrinterProfile
from zcdesk.forms.decode import Cut, decode
from zcdesk.forms.escpos import escpos_bytes
from zcdesk.forms.slip_picture import MARGIN, draw
from zcdesk.forms.strip import raster_head
from zcdesk.forms.wording import Wording

BAND = 128
"""Rows sent at once: small printers hold no more."""


def raster_bytes(
    paper: Paper,
    width: int,
    wording: Wording | None = None,
    printer: PrinterProfile | None = None,
) -> bytes:
    """Draw a paper for a printer of `width` millimetres, 58 or 80.

    Args:
        printer: its model; None = the generic one.
    """
    known = printer or msgspec.structs.replace(GENERIC[width], chinese=Chinese.NONE)
    drawn = msgspec.structs.replace(
        known, chinese=Chinese.GBK, qr=Draws.NATIVE, bars=Draws.NATIVE, fs_mode=True
    )
    slip = decode(escpos_bytes(paper, width, wording, drawn), drawn.columns)
    whole = draw(
        replace(slip, items=tuple(item for item in slip.items if not isinstance(item, Cut)))
    )
    paper_only = (MARGIN, MARGIN, whole.width - MARGIN, whole.height - MARGIN)
    # a set bit is a black dot
    dots = whole.crop(paper_only).point(lambda grey: 255 if grey < 128 else 0).convert("1")
    out = bytearray(known.opening)
    for top in range(0, dots.height, BAND):
        band = dots.crop((0, top, dots.width, min(top + BAND, dots.height)))
        out += raster_head(-(-band.width // 8), band.height) + band.tobytes()
    return bytes(out + known.ending)
