"""Mends ReportLab's ToUnicode map, so that rare names are copied and found as they are printed.

ReportLab 5.1.0 writes a code point beyond U+FFFF as five hex digits; the map wants UTF-16BE. The
glyphs are right either way, only the text behind them is not. Never changes what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ASTRAL = re.compile(r"^(<[0-9A-F]{2}>) <([0-9A-F]{5,6})>$", re.MULTILINE)


def utf16(cmap: str) -> str:
    """Rewrite every code point beyond U+FFFF as a pair of surrogates."""
    return _ASTRAL.sub(
        lambda hit: f"{hit[1]} <{chr(int(hit[2], 16)).encode('utf-16-be').hex().upper()}>", cmap
    )


def mend() -> None:
    """Put the mended writer in place of ReportLab's, once."""
    from reportlab.pdfbase import ttfonts

    write: Callable[[str, Sequence[int]], str] = ttfonts.makeToUnicodeCMap
    if not hasattr(write, "mended"):

        def mended(fontname: str, subset: Sequence[int]) -> str:
            return utf16(write(fontname, subset))

        mended.mended = True  # type: ignore[attr-defined]
        ttfonts.makeToUnicodeCMap = mended
