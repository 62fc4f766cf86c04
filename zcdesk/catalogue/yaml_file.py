"""Catalogue files in YAML: the annexes' shape, and the export's, which differs only in its keys.

An annex gives each matter a `seq`; an export gives it a `key`. Both are read alike, and nothing
but plain values is ever built from a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from zcdesk.catalogue.convert import from_matters
from zcdesk.catalogue.plain_yaml import read_plain
from zcdesk.catalogue.raw import RawFile, RawMaterial, RawMatter, Unreadable, read_text
from zcdesk.domain.matter import Matter

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read_raw(path: Path) -> RawFile:
    """Read a YAML file's rows; `Unreadable` if it is no catalogue."""
    document = read_plain(read_text(path), path)
    if isinstance(document, Mapping):
        head, matters = document, document.get("matters")
    else:
        head, matters = {}, document
    if not isinstance(matters, list):
        raise Unreadable(path, "没有 matters 列表，不是事项目录")
    rows = (_row(path, number, item, head) for number, item in enumerate(matters, 1))
    return RawFile(str(path), tuple(rows))


def to_text(matters: Iterable[Matter]) -> str:
    """Return the catalogue as YAML; fields equal to their default are left out."""
    rows = [
        dict(row.values) | {"materials": [dict(line.values) for line in row.materials]}
        for row in from_matters(matters).matters
    ]
    document = {"count": len(rows), "matters": rows}
    text: str = yaml.dump(
        document, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000
    )
    return text


def _row(path: Path, number: int, item: Any, head: Mapping[str, Any]) -> RawMatter:
    if not isinstance(item, Mapping):
        raise Unreadable(path, f"matters 第 {number} 项应为键和值", row=number)
    values = {"annex": head.get("annex")} | dict(item) if "annex" in head else dict(item)
    where = str(item.get("seq") or item.get("key") or number)
    lines = values.pop("materials", None) or []
    if not isinstance(lines, list) or not all(isinstance(line, Mapping) for line in lines):
        raise Unreadable(path, f"第 {where} 项的 materials 应为列表，每份材料是键和值", row=where)
    return RawMatter(where, values, tuple(RawMaterial(where, line) for line in lines))
