"""Finds the line of a TOML file where a value stands, to tell a person where to look.

`tomllib` keeps no places. This reads headers, keys and the strings of arrays, no more; where it is
not sure it gives the line of what lies around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(
    r"\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\")(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"))*)\s*="
)
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")

Path = Sequence[str | int]


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the value at `path`, or of the nearest thing around it."""
    best, depth = 1, 0
    table: list[str | int] = []
    counts: dict[str, int] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if header := _HEADER.fullmatch(line):
            name = _names(header[2])
            table = list(name)
            if header[1] == "[[":
                counts[header[2]] = counts.get(header[2], -1) + 1
                table.append(counts[header[2]])
            here = table
        elif key := _KEY.match(line):
            here = [*table, *_names(key[1])]
        else:
            continue
        if list(path[: len(here)]) == here and len(here) > depth:
            best, depth = number, len(here)
    if depth < len(path) and isinstance(path[depth], int):
        return _element(lines, best, int(path[depth]))
    return best


def _names(dotted: str) -> list[str]:
    return [part.strip().strip('"') for part in dotted.split(".")]


def _element(lines: list[str], start: int, index: int) -> int:
    """Return the line of the `index`-th string of the array that begins on line `start`."""
    seen = 0
    for number, line in enumerate(lines[start - 1 :], start=start):
        body = line.partition("=")[2] if number == start else line
        marked = _STRING.sub("\0", body).partition("#")[0]
        if seen + marked.count("\0") > index:
            return number
        seen += marked.count("\0")
        if "]" in marked:
            break
    return start
