"""Breaks Chinese text into lines for any measure: points of a font or columns of a printer.

Nothing is ever cut: what fits no line is broken inside. Never measures by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

NO_START = frozenset("，。、；：？！）》〉」』】〕”’·…—％%,.;:?!)]}")
NO_END = frozenset("（《〈「『【〔“‘([{￥")

BLANK = " 　"
"""Spaces, which are left out where a line ends."""

# A date stays whole, as do the hour something ends, short brackets, the code of a character nobody
# can draw, words, numbers and masked numbers; any other character may end a line.
_SMALL = (
    r"（[^（）\s]{1,4}）|\d+年\d+月\d+日前?|\d+:\d\d 前|\[U\+[0-9A-F]{4,6}\]"
    r"|(?:(?!\[U\+)[!-,.-~\u00c0-\u024f])+-*|-+|[ 　]+|."
)
_UNIT = r"个工作日|个自然日|个月|分钟|小时|号窗口|[\u4e00-\u9fff]"
# Wherever it fits a line of its own, so does a date with its time, 〔year〕 with its number, a
# telephone number, hours from and to, a number with its unit or its hyphens, what short brackets
# say, and a clerk's name behind the window's.
_LARGE = "|".join(
    (
        r"\d+年\d+月(?:\d+日)?(?: \d+:\d\d)?(?: ?前)?",
        r"〔\d{4}〕(?:第? ?\d+ ?号)?",
        r"\d{3,4}-\d{4} \d{4}",
        r"\d+:\d\d—\d+:\d\d",
        r"第 ?\d+ ?次",
        rf"(?:\d+—)?\d+(?:\.\d+)? ?(?:{_UNIT})",
        r"（[^（）\s]{1,9}）",
        r"(?<=\S　)[^\x00-\x7f　，。、；：（）]{2,12}$",
        r"[!-~\u00c0-\u024f]+",
    )
)
_PIECE = re.compile(_SMALL, re.DOTALL)
_WHOLE = re.compile(f"{_LARGE}|{_SMALL}", re.DOTALL)


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Break `text` into lines no wider than `width`; an empty text gives one empty line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap(paragraph, width, measure))
    return lines


def _wrap(text: str, width: float, measure: Measure) -> list[str]:
    if measure(text) <= width:
        return [text.rstrip(" ")]
    lines: list[list[str]] = [[]]
    used = 0.0
    for piece in _fitting(text, width, measure):
        size = measure(piece)
        if used + size > width and lines[-1]:
            if "".join(lines[-1]).isspace():  # an indent alone is no line
                lines[-1].clear()
            else:
                lines.append([])
            used = 0.0
            piece = piece.lstrip(BLANK)
            size = measure(piece)
        if piece:
            lines[-1].append(piece)
            used += size
    _accompany(lines, width, measure)
    return ["".join(line).rstrip(BLANK) for line in lines]


def _fitting(text: str, width: float, measure: Measure) -> Iterator[str]:
    """Split into pieces of one line at most, as large as may be."""
    for large in _pieces(_WHOLE, text):
        if measure(large) <= width:
            yield large
            continue
        for small in _pieces(_PIECE, large):
            yield from (small,) if measure(small) <= width else _split(small, width, measure)


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    """Split into pieces that keep together: a mark stays with what it belongs to."""
    pieces: list[str] = []
    glue = False
    for piece in pattern.findall(text):
        if pieces and (glue or piece[0] in NO_START) and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
        glue = piece[-1] in NO_END
    return pieces


def _accompany(lines: list[list[str]], width: float, measure: Measure) -> None:
    """Give a last line of one character the one before it, for company."""
    if len(lines) < 2 or len(lines[-2]) < 3:
        return
    last, before = lines[-1], lines[-2][-1]
    signs = [char for char in "".join(last) if char not in NO_START]
    if len(signs) != 1 or signs[0].isascii() or before.isspace() or len(before) > 4:
        return
    if measure(before + "".join(last)) <= width:
        last.insert(0, lines[-2].pop())


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
