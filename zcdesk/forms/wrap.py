"""Breaks Chinese text into lines for any measure: points of a font or columns of a printer.

Nothing is ever cut: what fits no line is broken inside. Never measures by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]

NO_START = frozenset("，。、；：？！）》〉」』】〕”’·…—％%,.;:?!)]}")
NO_END = frozenset("（《〈「『【〔“‘([{")

# A date stays whole, as do short brackets, words, numbers and masked numbers; any other character
# may end a line.
_PIECE = re.compile(
    r"（[^（）\s]{1,4}）|\d+年\d+月\d+日前?|[!-,.-~\u00c0-\u024f]+-*|-+| +|.", re.DOTALL
)


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Break `text` into lines no wider than `width`; an empty text gives one empty line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap(paragraph, width, measure))
    return lines


def _wrap(text: str, width: float, measure: Measure) -> list[str]:
    if measure(text) <= width:
        return [text.rstrip(" ")]
    lines: list[str] = []
    line = ""
    used = 0.0
    for piece in _pieces(text):
        size = measure(piece)
        if used + size > width and line:
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
            piece = piece.lstrip(" ")
            size = measure(piece)
        if size > width:
            *full, piece = _split(piece, width, measure)
            lines.extend(full)
            size = measure(piece)
        line += piece
        used += size
    return [*lines, line.rstrip(" ")]


def _pieces(text: str) -> list[str]:
    """Split into pieces that keep together: a mark stays with what it belongs to."""
    pieces: list[str] = []
    glue = False
    for piece in _PIECE.findall(text):
        if pieces and (glue or piece[0] in NO_START) and pieces[-1] != " ":
            pieces[-1] += piece
        else:
            pieces.append(piece)
        glue = piece[-1] in NO_END
    return pieces


def _split(piece: str, width: float, measure: Measure) -> list[str]:
    parts = [""]
    used = 0.0
    for char in piece:
        size = measure(char)
        if used + size > width and parts[-1]:
            parts.append("")
            used = 0.0
        parts[-1] += char
        used += size
    return parts
