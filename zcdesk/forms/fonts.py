"""The fonts of the papers: found, registered once, and chosen for each character.

Bold holds everyday characters only; a rare one among them is drawn by the regular font. The
fallback font is read on the first character the others lack. A character no font has is
printed as `[U+XXXX]`: visible, never lost and never an empty box.
"""

from __future__ import annotations

import threading
import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.errors import SurroundingsError
from zcdesk.forms.wrap import wrap
from zcdesk.paths import resources_dir

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSerifSC-Regular"
BOLD = "NotoSerifSC-Bold"
SCREEN = "NotoSansSC-Regular"
FALLBACK = "ZCDeskRareSong"

_loaded: dict[str, TTFont] = {}
_loading = threading.Lock()


def font_path(name: str) -> Path:
    """Find a font file; an installation without it says so."""
    path = resources_dir() / "fonts" / f"{name}.ttf"
    if not path.is_file():
        raise SurroundingsError("PAP-04", name=path.name)
    return path


def font(name: str) -> TTFont:
    """Register a font on its first use; papers are made on several threads."""
    loaded = _loaded.get(name)
    if loaded is None:
        with _loading:
            loaded = _loaded.get(name) or _load(name)
            _loaded[name] = loaded
    return loaded


def _load(name: str) -> TTFont:
    from reportlab.pdfbase import pdfmetrics

    from zcdesk.forms import mapped, tounicode

    tounicode.mend()
    loaded = mapped.load(name, font_path(name))
    pdfmetrics.registerFont(loaded)
    return loaded


def has(name: str, char: str) -> bool:
    """Whether a font can draw a character."""
    return ord(char) in font(name).face.charToGlyph


@lru_cache(maxsize=4096)
def font_of(char: str, *, bold: bool) -> str | None:
    """Choose the font that draws a character, None where none can."""
    chain = (BOLD, REGULAR, FALLBACK) if bold else (REGULAR, FALLBACK)
    return next((name for name in chain if has(name, char)), None)


def visible(text: str) -> str:
    """Spell out what no font can draw, so that nothing is lost on paper.

    Line breaks stay; every other white space becomes a space.
    """
    return text.translate(_VISIBLE)


def missing(text: str) -> tuple[str, ...]:
    """List the characters of `text` that will be spelt out."""
    return tuple(sorted({char for char in text if len(visible(char)) > 1}))


def runs(text: str, *, bold: bool) -> list[tuple[str, str]]:
    """Split a visible text into (font name, text) runs."""
    main = BOLD if bold else REGULAR
    known = font(main).face.charToGlyph
    if known.keys() >= set(map(ord, text)):
        return [(main, text)]
    return [
        (name or main, "".join(chars))
        for name, chars in groupby(text, lambda char: font_of(char, bold=bold))
    ]


def width(text: str, size: float, *, bold: bool) -> float:
    """Measure a visible text in points."""
    return sum(map(_WIDTHS[bold].__getitem__, text)) * size / 1000


@lru_cache(maxsize=1024)
def lines(text: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    """Break a text, made visible, into lines no wider than `room` points.

    A paper is laid twice, loosely and so that it fills its page; whoever lays it clears the cache
    behind, for it holds names.
    """
    return tuple(wrap(visible(text), room, lambda part: width(part, size, bold=bold)))


class _Widths(dict[str, float]):
    """Widths of characters in thousandths of the size, each asked of its font once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, char: str) -> float:
        code = ord(char)
        for name in (self._name, FALLBACK):
            if (wide := font(name).face.charWidths.get(code)) is not None:
                self[char] = float(wide)
                return self[char]
        return 1000.0


_WIDTHS = (_Widths(REGULAR), _Widths(BOLD))


class _Visible(dict[int, str]):
    """How each character is shown, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = _visible(chr(code))
        return self[code]


_VISIBLE = _Visible()


def _visible(char: str) -> str:
    is_mark = unicodedata.category(char).startswith("M")  # would stand above its neighbour
    if char == "\n" or (font_of(char, bold=False) and not is_mark):
        return " " if char == "\u00a0" else char
    if unicodedata.category(char) == "Zs" or char in "\t\r":
        return " "
    return f"[U+{ord(char):04X}]"
