"""Rows under heads, as a spreadsheet or a CSV file holds them.

Heads may be the Chinese words or the keys, in any order; columns of the department's own are left
alone. Nothing here judges a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zcdesk.catalogue.columns import MATERIAL, MATTER, Column, fold, is_blank
from zcdesk.catalogue.raw import RawMaterial, RawMatter

PREFIX = "material_"
"""How a material's key is written where a matter's stands in the same row (`material_note`)."""

_PLACE = ("annex", "window_category", "seq")


def matter_heads() -> dict[str, str]:
    return _heads(MATTER) | {key: key for key in _PLACE}


def material_heads() -> dict[str, str]:
    return _heads(MATERIAL)


def flat_heads() -> dict[str, str]:
    """Heads of a file that has a matter and one of its materials in each row."""
    taken = matter_heads()
    found = dict(taken)
    for column in MATERIAL:
        found[fold(column.head)] = PREFIX + column.key
        found[PREFIX + column.key] = PREFIX + column.key
        if column.key not in taken:
            found[column.key] = PREFIX + column.key
    return found | {"material": PREFIX + "name"}


def find_heads(row: Sequence[object], known: Mapping[str, str]) -> dict[int, str]:
    """Return the key of each column whose head is known, the first of two alike."""
    found: dict[int, str] = {}
    for at, cell in enumerate(row):
        key = known.get(fold(str(cell))) if not is_blank(cell) else None
        if key and key not in found.values():
            found[at] = key
    return found


def missing(found: Mapping[int, str], columns: Iterable[Column], prefix: str = "") -> str:
    """Return the heads a table cannot do without and lacks, joined for a sentence."""
    keys = set(found.values())
    return "、".join(c.head for c in columns if c.needed and prefix + c.key not in keys)


def values(row: Sequence[object], heads: Mapping[int, str]) -> dict[str, object]:
    """Return the filled cells of a row by key."""
    return {key: row[at] for at, key in heads.items() if at < len(row) and not is_blank(row[at])}


def gather(
    rows: Iterable[tuple[str, Sequence[object]]], heads: Mapping[int, str]
) -> tuple[RawMatter, ...]:
    """Gather rows of a flat file, each with its place; one that repeats its matter adds a paper."""
    found: dict[object, tuple[RawMatter, list[RawMaterial]]] = {}
    for where, cells in rows:
        told = values(cells, heads)
        own = {key: value for key, value in told.items() if not key.startswith(PREFIX)}
        paper = {
            key.removeprefix(PREFIX): value for key, value in told.items() if key.startswith(PREFIX)
        }
        identity = tuple(own.get(key) for key in ("annex", "seq", "key", "department", "name"))
        # A row without a material is a row of its own, so that lint sees a matter listed twice.
        whose = identity if paper else where
        _, lines = found.setdefault(whose, (RawMatter(where, own), []))
        if paper:
            lines.append(RawMaterial(where, paper))
    return tuple(
        RawMatter(matter.where, matter.values, tuple(lines)) for matter, lines in found.values()
    )


def _heads(table: Iterable[Column]) -> dict[str, str]:
    return {name: column.key for column in table for name in (fold(column.head), column.key)}
