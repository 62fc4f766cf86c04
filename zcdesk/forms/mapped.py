"""Font files mapped into memory, as ReportLab reads them: 15 to 30 MB less for each font.

ReportLab copies the file when it loads a font and all outlines for every document; mapped, it
takes only the glyphs a paper needs, rounded to what a printer can show, and no table a reader of
a PDF does not ask for. Never chooses a font: `fonts` does.
"""

from __future__ import annotations

import mmap
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zcdesk.forms.outlines import rounded

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_UNWANTED = frozenset({"name", "OS/2"})
"""Tables no reader of a PDF asks an embedded font for: a kilobyte in every subset."""


class _File:
    """What ReportLab takes for an open font file."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)

    def read(self) -> mmap.mmap:
        with open(self.name, "rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


class _Glyphs:
    """The outlines, read and rounded glyph by glyph."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start
        self._read = lru_cache(maxsize=8192)(self._rounded)

    def __getitem__(self, part: slice) -> bytes:
        return self._read(part.start, part.stop)

    def _rounded(self, start: int, stop: int) -> bytes:
        return rounded(self._data[self._start + start : self._start + stop])


def load(name: str, path: Path) -> TTFont:
    """Load a TrueType font under `name`."""
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, _File(path), asciiReadable=False)
    face: Any = font.face
    glyphs = _Glyphs(face._ttf_data, face.get_table_pos("glyf")[0])
    whole = face.get_table

    def table(tag: str) -> Any:
        if tag in _UNWANTED:
            raise KeyError(tag)
        return glyphs if tag == "glyf" else whole(tag)

    face.get_table = table
    face.glyphToChar.clear()  # used for shaping only, which Chinese does not need: 5 MB
    return font
