"""What is wrong with a catalogue file, row by row, and what to write instead.

Each file is judged alone, as it was typed, so that a value which could never become a `Matter` is
still named with its row. A finding never stops the next one; only an unreadable file raises.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from zcdesk.catalogue import columns
from zcdesk.catalogue.columns import Column, Whole, is_blank
from zcdesk.catalogue.convert import from_matters, key_of
from zcdesk.catalogue.files import read_raw
from zcdesk.catalogue.names import CatchAll, Wording, catch_all, plain_name
from zcdesk.catalogue.raw import RawFile, RawMatter
from zcdesk.domain.matter import Matter, Necessity, Source, Unit
from zcdesk.domain.oneform import FIELDS

_NO_BASIS = frozenset(
    ("", "无", "暂无", "没有", "待定", "待补充", "待补", "待确认", "不详", "/", "-", "—", "n/a")
)
_COMPUTED = frozenset(("annex", "window_category", "seq", "initials", "pinyin", "defects"))
_PER_WORKDAY = 7 / 5
"""Calendar days a working day takes, to compare a limit in one unit with one in the other."""


class Finding(msgspec.Struct, frozen=True):
    """One thing to mend.

    Attributes:
        row: the row as its file counts: `seq` or key, a CSV line, or ``材料!12``.
        field: canonical key; materials count from one: ``materials[3].name``.
        rule: stable name of the rule.
        message: what is wrong; `instead`: what to write, both in Chinese.
    """

    file: str
    row: str
    field: str
    rule: str
    message: str
    instead: str


def lint(source: str | Path | Iterable[Matter], file: str = "") -> tuple[Finding, ...]:
    """Judge a file, or values already read; `Unreadable` if the file is no catalogue."""
    if isinstance(source, str | Path):
        return lint_raw(read_raw(source))
    return lint_raw(from_matters(source, file))


def lint_raw(raw: RawFile) -> tuple[Finding, ...]:
    """Judge rows already read."""
    found = [finding for row in raw.matters for finding in _Row(raw.file, row).findings()]
    return (*found, *_repeated(raw), *_strays(raw))


class _Row:
    """One matter with its materials under judgement."""

    def __init__(self, file: str, row: RawMatter) -> None:
        self._file = file
        self._row = row

    def findings(self) -> Iterator[Finding]:
        values = self._row.values
        yield from self._values(self._row.where, values, columns.MATTER, "")
        yield from self._unknown_keys(values, columns.MATTER, "")
        yield from self._code()
        yield from self._fields()
        yield from self._limits()
        yield from self._basis()
        seen: dict[str, int] = {}
        for number, line in enumerate(self._row.materials, 1):
            at = f"materials[{number}]."
            yield from self._values(line.where, line.values, columns.MATERIAL, at)
            yield from self._unknown_keys(line.values, columns.MATERIAL, at)
            yield from self._name(line.where, line.values, number, seen)
            yield from self._deferral(line.where, line.values, at)
            yield from self._sharing(line.where, line.values, at)

    def _find(self, row: str, field: str, rule: str, message: str, instead: str) -> Finding:
        return Finding(self._file, row, field, rule, message, instead)

    def _values(
        self, row: str, values: Mapping[str, object], table: Iterable[Column], at: str
    ) -> Iterator[Finding]:
        """Every filled field must be a value its column takes; a needed one must be filled."""
        for column in table:
            raw = values.get(column.key)
            if is_blank(raw) or (column.needed and not str(raw).strip()):
                if column.needed:
                    yield self._find(
                        row,
                        at + column.key,
                        "empty",
                        f"{column.head}没有填写",
                        f"填写{column.head}",
                    )
                continue
            try:
                column.kind.read(raw)
            except ValueError as error:
                wrong = f"{column.head}“{raw}”不能用"
                yield self._find(row, at + column.key, "value", wrong, str(error))

    def _unknown_keys(
        self, values: Mapping[str, object], table: Iterable[Column], at: str
    ) -> Iterator[Finding]:
        """A key that is almost a known one is a slip of the pen; others are the file's own."""
        known = {column.key for column in table}
        for key in values.keys() - known - _COMPUTED:
            if near := difflib.get_close_matches(key, known - values.keys(), n=1, cutoff=0.8):
                yield self._find(
                    self._row.where, at + key, "key", f"没有“{key}”这个字段", f"改为 {near[0]}"
                )

    def _code(self) -> Iterator[Finding]:
        code = str(self._row.values.get("code") or "")
        if code and not (len(code) == 4 and code.isascii() and code.isdigit()):
            yield self._find(
                self._row.where, "code", "code", f"编码“{code}”不是四位数字", "写四位数字，如 1001"
            )

    def _fields(self) -> Iterator[Finding]:
        raw = self._row.values.get("fields")
        asked = raw if isinstance(raw, list | tuple) else str(raw or "").split()
        unknown = [str(key) for key in asked if key not in FIELDS]
        if unknown:
            known = "、".join(FIELDS)
            message = f"一表没有字段“{'、'.join(unknown)}”"
            yield self._find(self._row.where, "fields", "value", message, f"可用的有：{known}")

    def _limits(self) -> Iterator[Finding]:
        values = self._row.values
        statutory, promised = _days(values, "statutory_days"), _days(values, "promised_days")
        if statutory is None or promised is None:
            return
        unit = _unit(values, "statutory_unit") or Unit.WORKING
        own = _unit(values, "promised_unit") or unit
        if (
            _calendar(promised, own) > _calendar(statutory, unit)
            if own != unit
            else (promised > statutory)
        ):
            yield self._find(
                self._row.where,
                "promised_days",
                "limit",
                f"承诺时限 {promised} 个{own}超过法定时限 {statutory} 个{unit}",
                f"写不超过 {statutory} 个{unit}的承诺时限，或核对法定时限",
            )

    def _basis(self) -> Iterator[Finding]:
        """Materials need the matter's legal basis or each its own (R140)."""
        if _has_basis(self._row.values):
            return
        bare = [line for line in self._row.materials if not _has_basis(line.values)]
        if bare:
            names = "、".join(f"“{line.values.get('name')}”" for line in bare[:3])
            more = f"等 {len(bare)} 份材料" if len(bare) > 3 else ""
            yield self._find(
                self._row.where,
                "legal_basis",
                "basis",
                f"{names}{more}没有法定依据",
                "写明法律、法规或规章的名称和条款；没有依据的材料应删除",
            )

    def _name(
        self, row: str, values: Mapping[str, object], number: int, seen: dict[str, int]
    ) -> Iterator[Finding]:
        name = values.get("name")
        if not isinstance(name, str) or not name.strip():
            return
        field = f"materials[{number}].name"
        if found := catch_all(name):
            message = f"“{name}”属兜底表述（{found.words}）"
            yield self._find(row, field, "catch-all", message, _instead(found))
        first = seen.setdefault(plain_name(name), number)
        if first != number:
            yield self._find(
                row,
                field,
                "twice",
                f"“{name}”与第 {first} 份材料重复",
                "删去一份；确是两份不同材料的，用名称区分开",
            )

    def _deferral(self, row: str, values: Mapping[str, object], at: str) -> Iterator[Finding]:
        if _choice(values, "necessity") is Necessity.DEFERRABLE and is_blank(
            values.get("deferral_days")
        ):
            yield self._find(
                row,
                at + "deferral_days",
                "deferral",
                "可容缺的材料没有写补交天数",
                "写容缺补交的工作日数，如 5；不能容缺的把必要性改为 required（必要）",
            )

    def _sharing(self, row: str, values: Mapping[str, object], at: str) -> Iterator[Finding]:
        try:
            shareable = columns.Flag().read(values.get("shareable", False) or False)
        except ValueError:
            return
        source = _choice(values, "source") or Source.APPLICANT
        reason = str(values.get("reason") or "").strip()
        if shareable and source is Source.APPLICANT and not reason:
            yield self._find(
                row,
                at + "reason",
                "shareable",
                "可以共享的材料仍向申请人收取，没有写理由",
                "把来源改为 shared（数据共享），或写明仍须申请人提交的理由",
            )


def _instead(found: CatchAll) -> str:
    """Say what to write in place of a catch-all."""
    papers = "、".join(f"“{word}”" for word in found.kept)
    if found.wording is Wording.AND_SO_ON and papers:
        return f"把每份材料单列一行：{papers}，其余逐一写出名称，不写“等”"
    if found.wording is Wording.DEMANDED:
        return "写出规定或要求的是哪一份材料，并在材料依据里注明条款；写不出的删去"
    if papers:
        return f"保留{papers}，把“{found.words}”改为具体材料名称；没有具体材料的删去"
    return "写出材料的具体名称，一份一行；没有具体材料的删去本行"


def _repeated(raw: RawFile) -> Iterator[Finding]:
    """A code belongs to one matter, a row to one place of the file."""
    owners: dict[str, tuple[object, object]] = {}
    seen: set[tuple[object, ...]] = set()
    for row in raw.matters:
        values = row.values
        identity = (values.get("department"), values.get("name"))
        code = str(values.get("code") or "")
        if code and owners.setdefault(code, identity) != identity:
            other = owners[code][1]
            yield Finding(
                raw.file, row.where, "code", "code", f"编码 {code} 已用于“{other}”", "换一个编码"
            )
        # The same matter in two annexes is meant (rules 2), within one it is a slip.
        places: set[tuple[object, ...]] = {(values.get("annex"), *identity)}
        if values.get("key") or values.get("seq"):
            places.add((key_of(row),))
        if places & seen:
            message = f"事项“{values.get('name')}”在本文件里写了两遍"
            yield Finding(raw.file, row.where, "name", "row", message, "删去一行，或更正序号和名称")
        seen |= places


def _strays(raw: RawFile) -> Iterator[Finding]:
    for line in raw.stray:
        message = f"材料“{line.values.get('name')}”不属于本文件的任何事项"
        instead = "在“事项键”列写事项表里有的键，或在“事项名称”列写全名"
        yield Finding(raw.file, line.where, "key", "stray", message, instead)


def _has_basis(values: Mapping[str, object]) -> bool:
    return columns.fold(str(values.get("legal_basis") or "")) not in _NO_BASIS


def _days(values: Mapping[str, object], key: str) -> int | None:
    try:
        return None if is_blank(values.get(key)) else Whole().read(values[key])
    except ValueError:
        return None


def _unit(values: Mapping[str, object], key: str) -> Unit | None:
    word = columns.fold(str(values.get(key) or ""))
    return next((unit for unit in Unit if unit.value == word), None)


def _choice(values: Mapping[str, object], key: str) -> object:
    try:
        raw = values.get(key)
        return None if is_blank(raw) else columns.MATERIAL_BY_KEY[key].kind.read(raw)
    except ValueError:
        return None


def _calendar(days: int, unit: Unit) -> float:
    return days * _PER_WORKDAY if unit is Unit.WORKING else days
