"""Papers as plain data: JSON out, JSON in with every fault named by its field, and the schema.

The applicant's name is `applicant_name` at the top (a list's rows say `applicant`), and nothing
constrains a name. Messages never repeat a value: it may be personal.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from zcdesk.domain.papers import TITLES, Paper, PaperKind, Unfit, type_of
from zcdesk.domain.worktime import HALL_ZONE

NAME = "applicant_name"
_PARTY = "party"


class Fault(NamedTuple):
    """What is wrong with one field: `matters[0].name`."""

    field: str
    message: str


class WrongData(Exception):
    """The data make no paper; carries every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.message}" for fault in faults))
        self.faults = faults


def to_data(paper: Paper) -> dict[str, Any]:
    """Give a paper as data: only what differs from the defaults."""
    raw: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(paper))
    if _PARTY not in raw:
        return raw
    party = raw.pop(_PARTY)
    return {"kind": raw.pop("kind"), NAME: party.pop("name"), _PARTY: party, **raw}


def from_data(kind: PaperKind, raw: object) -> Paper:
    """Make a paper of data.

    Raises:
        WrongData: with a fault for each field that is missing, unknown or wrong.
    """
    reader = _Reader()
    paper = reader.paper(kind, raw)
    if reader.faults:
        raise WrongData(tuple(reader.faults))
    made: Paper = paper
    return made


def schema(kind: PaperKind) -> dict[str, Any]:
    """Give the JSON schema of a paper's data."""
    made: dict[str, Any] = msgspec.json.schema(type_of(kind))
    parts: dict[str, Any] = made["$defs"]
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
            part["description"] = " ".join(part.get("description", "").split())
    root = parts[type_of(kind).__name__]
    root["required"] = [name for name in root["required"] if name != "kind"]
    if _PARTY in root["properties"]:
        party = parts["Party"]
        name = party["properties"].pop("name")
        party["required"] = [field for field in party["required"] if field != "name"]
        root["properties"] = {"kind": root["properties"].pop("kind"), NAME: name} | root[
            "properties"
        ]
        root["required"] = [NAME, *(field for field in root["required"] if field != _PARTY)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.value} {TITLES[kind]}",
        **made,
    }


class _Fine:
    """Stands where a value was refused already, and passes every further check."""

    def __getattr__(self, _: str) -> _Fine:
        return self

    def __call__(self, *_: object) -> _Fine:
        return self

    def __lt__(self, _: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return True


_FINE = _Fine()


class _Reader:
    """Reads data against a type and gathers what is wrong, instead of stopping at the first."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def paper(self, kind: PaperKind, raw: object) -> Any:
        if not isinstance(raw, dict):
            self.refuse("", "应是一个 JSON 对象，花括号开头")
            return _FINE
        raw = dict(raw)
        if raw.pop("kind", kind.value) != kind.value:
            self.refuse("kind", f"应是 {kind.value}")
        type_ = type_of(kind)
        if _PARTY in _hints(type_):
            raw = self.joined(raw)
        return self.struct(type_, raw, "")

    def joined(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Put the applicant's name, which stands at the top, back among the party's fields."""
        party = raw.get(_PARTY, {})
        if not isinstance(party, dict):
            self.refuse(_PARTY, "应是一个对象")
            party = {}
        if "name" in party:
            self.faults.append(Fault(f"{_PARTY}.name", f"没有这一栏，姓名或者名称写在 {NAME}"))
        party = {**party, "name": raw.pop(NAME)} if NAME in raw else party
        return {**raw, _PARTY: party}

    def value(self, type_: Any, raw: object, path: str) -> Any:
        origin, args = typing.get_origin(type_), typing.get_args(type_)
        if origin is typing.Annotated:
            return self.leaf(args[0], type_, raw, path)
        if origin in (types.UnionType, typing.Union):
            if raw is None:
                return None
            return self.value(next(arg for arg in args if arg is not type(None)), raw, path)
        if origin is tuple:
            return self.items(args[0], raw, path)
        if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            return self.struct(type_, raw, path)
        return self.leaf(type_, type_, raw, path)

    def items(self, type_: Any, raw: object, path: str) -> Any:
        if not isinstance(raw, list):
            self.refuse(path, "应是一个列表，方括号开头")
            return _FINE
        return tuple(self.value(type_, one, f"{path}[{n}]") for n, one in enumerate(raw))

    def struct(self, type_: Any, raw: object, path: str) -> Any:
        """Read one part; a fault in it does not hide those of its neighbours."""
        if not isinstance(raw, dict):
            self.refuse(path, "应是一个对象，花括号开头")
            return _FINE
        known = {field.name: field for field in msgspec.structs.fields(type_)}
        hints = _hints(type_)
        for name in (name for name in raw if name not in known):
            self.refuse(_below(path, name), _unknown(name, known))
        values: dict[str, Any] = {}
        for name, info in known.items():
            if name in raw:
                values[name] = self.value(hints[name], raw[name], _below(path, name))
            elif info.required:
                self.refuse(_below(path, name), "必须填写")
                values[name] = _stand_in(hints[name])
        try:
            return type_(**values)
        except Unfit as unfit:
            for fault in unfit.faults:
                place = _place(path, fault.field, known)
                self.refuse(place, _MESSAGES.get(fault.code, fault.code))
        return _FINE

    def leaf(self, plain: Any, type_: Any, raw: object, path: str) -> Any:
        try:
            if isinstance(raw, str):
                raw.encode("utf-8")
            value = msgspec.convert(raw, type_)
        except (msgspec.ValidationError, UnicodeEncodeError):
            self.refuse(path, _wanted(plain, raw))
            return _stand_in(plain)
        if isinstance(value, datetime) and value.tzinfo is None:
            return value.replace(tzinfo=HALL_ZONE)
        return value

    def refuse(self, field: str, message: str) -> None:
        field = NAME if field == f"{_PARTY}.name" else field
        if field not in {fault.field for fault in self.faults}:
            self.faults.append(Fault(field, message))


@lru_cache(maxsize=128)
def _hints(type_: Any) -> Mapping[str, Any]:
    return typing.get_type_hints(type_, include_extras=True)


def _stand_in(type_: Any) -> Any:
    """Give what stands for a refused value; texts are looked into, so theirs is one."""
    return "0" if type_ is str else _FINE


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _place(path: str, said: str, known: Mapping[str, object]) -> str:
    """Find the field a part complains of: by its own name, or of a part below it."""
    name = said.rpartition(".")[2]
    return _below(path, name) if name in known else _below(path, said)


def _unknown(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"没有这一栏，是不是 {near[0]}" if near else "没有这一栏"


def _wanted(type_: Any, raw: object) -> str:
    if isinstance(raw, str) and any(0xD800 <= ord(char) < 0xE000 for char in raw):
        return "含有不成对的代理字符"
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return f"应是 {'、'.join(type_)} 之一"
    return _WANTED.get(type_, "写得不对")


_WANTED = {
    str: "应是文字，加引号",
    int: "应是 0 或者正整数，不加引号",
    bool: "应是 true 或者 false",
    date: "应是日期，如 2026-12-08",
    datetime: "应是时间，如 2026-11-24T10:31:00+08:00",
}
_MESSAGES = {
    "PAP-01": "不能留空",
    "PAP-02": "证件号码和手机号要先遮挡，如 320***********4528、138****6620",
    "PAP-03": "二维码内容只能是大写字母、数字和 : . - /",
    "PAP-06": "前后不符，请核对日期和编号",
}
