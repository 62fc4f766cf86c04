"""Raw rows to `Matter` values and back.

Same department and name in two rows is one matter of two window categories (rules 2). Search keys
and defects are computed here, so no file can hold stale ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from zcdesk.catalogue import columns
from zcdesk.catalogue.columns import Column, is_blank
from zcdesk.catalogue.phonetics import search_keys
from zcdesk.catalogue.raw import BadCell, RawFile, RawMaterial, RawMatter
from zcdesk.domain.matter import Material, Matter, WindowCategory, defects_of

T = TypeVar("T")

ANNEXES = {
    "1": WindowCategory.SOCIAL,
    "2": WindowCategory.MARKET,
    "3": WindowCategory.LABOUR,
    "4": WindowCategory.INVESTMENT,
}


def to_matters(raw: RawFile) -> tuple[Matter, ...]:
    """Turn every row into a value; the first value that cannot be taken raises `BadCell`."""
    for line in raw.stray:
        raise BadCell(raw.file, line.where, "key", "事项键", "文件里没有这个事项")
    return merge_rows(_matter(raw.file, row) for row in raw.matters)


def merge_rows(rows: Iterable[Matter]) -> tuple[Matter, ...]:
    """Make one matter of the rows that name the same department and matter."""
    merged: dict[tuple[str, str], Matter] = {}
    for row in rows:
        identity = (row.department, row.name)
        first = merged.get(identity)
        merged[identity] = _join(first, row) if first else row
    return tuple(complete(matter) for matter in merged.values())


def complete(matter: Matter) -> Matter:
    """Return the matter with its search keys and defects as its other fields demand."""
    initials, pinyin = search_keys(matter.name, matter.aliases)
    return msgspec.structs.replace(
        matter, initials=initials, pinyin=pinyin, defects=defects_of(matter)
    )


def from_matters(matters: Iterable[Matter], file: str = "") -> RawFile:
    """Return values as rows of canonical keys; what equals its default is left out."""
    return RawFile(file, tuple(_raw(matter) for matter in matters))


def category_of(row: Mapping[str, object]) -> tuple[WindowCategory, ...]:
    """Return the window category a row's annex stands for."""
    word = str(row.get("window_category") or "")
    named = tuple(category for category in WindowCategory if word.startswith(category.value))
    annex = ANNEXES.get(str(row.get("annex")))
    return named or ((annex,) if annex else ())


def key_of(row: RawMatter) -> str:
    """Return a row's identity: its own key, its place in an annex, its code, or its name."""
    values = row.values
    if not is_blank(values.get("key")):
        return str(values["key"])
    if not is_blank(values.get("seq")):
        annex = values.get("annex")
        return f"{annex}-{values['seq']}" if not is_blank(annex) else str(values["seq"])
    return str(values.get("code") or values.get("name") or row.where)


def _matter(file: str, row: RawMatter) -> Matter:
    known = {
        column.key: value
        for column in columns.MATTER
        if (value := _cell(file, row.where, column, row.values, column.key)) is not None
    }
    key = key_of(row)
    of_annex = not is_blank(row.values.get("seq"))
    known["key"] = key
    if "statutory_unit" in known:
        known.setdefault("promised_unit", known["statutory_unit"])
    known.setdefault("rows", (key,) if of_annex else ())
    known.setdefault("categories", category_of(row.values))
    known.setdefault("code", _code(key) if of_annex else "")
    known["materials"] = tuple(
        _material(file, line, number) for number, line in enumerate(row.materials, 1)
    )
    return Matter(**known)


def _material(file: str, line: RawMaterial, number: int) -> Material:
    known = {
        column.key: value
        for column in columns.MATERIAL
        if (
            value := _cell(
                file, line.where, column, line.values, f"materials[{number}].{column.key}"
            )
        )
        is not None
    }
    return Material(**known)


def _cell(
    file: str, where: str, column: Column, values: Mapping[str, object], field: str
) -> Any | None:
    raw = values.get(column.key)
    if is_blank(raw):
        if column.needed:
            raise BadCell(file, where, field, column.head, "不能为空")
        return None
    try:
        return column.kind.read(raw)
    except ValueError as error:
        raise BadCell(file, where, field, column.head, str(error)) from error


def _code(key: str) -> str:
    """Return the code an annex row gets: annex digit and three digits of its number."""
    match = re.fullmatch(r"(\d)-(\d{1,3})", key)
    return f"{match[1]}{int(match[2]):03d}" if match else ""


def _join(first: Matter, other: Matter) -> Matter:
    base = first if first.has_list or not other.has_list else other
    return msgspec.structs.replace(
        base,
        key=first.key,
        code=first.code,
        rows=_union(first.rows, other.rows),
        categories=_union(first.categories, other.categories),
        aliases=_union(first.aliases, other.aliases),
    )


def _union(a: tuple[T, ...], b: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(a + b))


def _raw(matter: Matter) -> RawMatter:
    lines = (RawMaterial(matter.key, _told(line, columns.MATERIAL)) for line in matter.materials)
    # A promised limit without its unit would take the statutory one's.
    units = {"statutory_unit": matter.statutory_unit, "promised_unit": matter.promised_unit}
    told = _told(matter, columns.MATTER) | {key: unit.value for key, unit in units.items()}
    return RawMatter(matter.key, told, tuple(lines))


def _told(value: Matter | Material, table: tuple[Column, ...]) -> dict[str, object]:
    plain = msgspec.to_builtins(value)
    return {column.key: plain[column.key] for column in table if column.key in plain}
