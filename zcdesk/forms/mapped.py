"""Font files mapped into memory, as ReportLab reads them: 15 to 30 MB less for each font.

ReportLab copies the file when it loads a font and all outlines for every document; mapped, it
takes only the glyphs a paper needs. Never chooses a font: `fonts` does.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


class _File:
    """What ReportLab takes for an open font file."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)

    def read(self) -> mmap.mmap:
        with open(self.name, "rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


class _Glyphs:
    """The outlines, read glyph by glyph."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


def load(name: str, path: Path) -> TTFont:
    """Load a TrueType font under `name`."""
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, _File(path), asciiReadable=False)
    face: Any = font.face
    glyphs = _Glyphs(face._ttf_data, face.get_table_pos("glyf")[0])
    whole = face.get_table
    face.get_table = lambda tag: glyphs if tag == "glyf" else whole(tag)
    face.glyphToChar.clear()  # used for shaping only, which Chinese does not need: 5 MB
    return font
