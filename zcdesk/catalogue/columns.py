"""Every field of a catalogue file: key, Chinese head, and what its value may be.

One table serves YAML, XLSX, CSV, lint and conversion, so a field cannot be known to one of them
and not to the others. Search keys and defects are computed and never written.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from zcdesk.domain.matter import (
    Confidence,
    FeeStage,
    Form,
    MatterType,
    Necessity,
    Secrecy,
    Source,
    Unit,
    WindowCategory,
)

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_TRUE = frozenset(("是", "true", "1", "√", "yes"))
_FALSE = frozenset(("否", "false", "0", "×", "no"))


class Kind(Protocol):
    """How a field is read from a cell and shown in one; `read` raises ValueError in Chinese."""

    def read(self, raw: object) -> object: ...

    def show(self, value: object) -> str | int | None: ...


def is_blank(raw: object) -> bool:
    return raw is None or raw == "" or raw == []


def fold(text: str) -> str:
    """Return the text in one width and case, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


@dataclass(frozen=True, slots=True)
class Text:
    """Kept as typed, inner and outer blanks included: names are byte-exact."""

    def read(self, raw: object) -> str:
        match raw:
            case bool():
                raise ValueError("应为文字")
            case str():
                text = raw.replace("\r\n", "\n").replace("\r", "\n")
            case dt.datetime() | dt.date():
                text = raw.isoformat().removesuffix("T00:00:00")
            case float() if raw.is_integer():
                text = str(int(raw))
            case int() | float():
                text = str(raw)
            case _:
                raise ValueError("应为一段文字")
        if _CONTROL.search(text):
            raise ValueError("含有看不见的控制字符")
        return text

    def show(self, value: object) -> str | None:
        return str(value) or None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; Excel's 20.0 and a full-width ２０ are taken too."""

    least: int = 0
    unit: str = "整数"

    def read(self, raw: object) -> int:
        value = raw
        if isinstance(raw, str) and re.fullmatch(r"\d{1,6}", fold(raw)):
            value = int(fold(raw))
        if isinstance(raw, float) and raw.is_integer():
            value = int(raw)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"应为{self.unit}，只写数字")
        if not self.least <= value <= 9999:
            raise ValueError(f"应为 {self.least} 到 9999 之间的{self.unit}")
        return value

    def show(self, value: object) -> int | None:
        return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, raw: object) -> bool:
        word = fold(str(raw))
        if word in _TRUE or word in _FALSE:
            return word in _TRUE
        raise ValueError("应为“是”或“否”")

    def show(self, value: object) -> str:
        return "是" if value else "否"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a table; a spreadsheet shows its Chinese word."""

    labels: Mapping[StrEnum, str]

    def read(self, raw: object) -> StrEnum:
        word = fold(raw) if isinstance(raw, str) else None
        for member, label in self.labels.items():
            if word in (fold(member.value), fold(label)):
                return member
        raise ValueError(f"应为{self.allowed} 之一")

    def show(self, value: object) -> str | None:
        return next((text for member, text in self.labels.items() if member == value), None)

    @property
    def allowed(self) -> str:
        return "、".join(
            member.value if member.value == label else f"{member.value}（{label}）"
            for member, label in self.labels.items()
        )


@dataclass(frozen=True, slots=True)
class Texts:
    """Several short words; a cell holds one on each line."""

    breaks: str = r"[\n、，,；;]"
    one: Kind = Text()

    def read(self, raw: object) -> tuple[object, ...]:
        items = raw if isinstance(raw, list | tuple) else [raw]
        texts = [text for item in items for text in re.split(self.breaks, Text().read(item))]
        return tuple(self.one.read(text.strip()) for text in texts if text.strip())

    def show(self, value: object) -> str | None:
        return "\n".join(str(item) for item in value) or None if isinstance(value, tuple) else None


@dataclass(frozen=True, slots=True)
class Column:
    """Attributes: `needed` marks a field no row may leave empty."""

    key: str
    head: str
    kind: Kind = Text()
    needed: bool = False


def _labels(*pairs: tuple[StrEnum, str]) -> Choice:
    return Choice(dict(pairs))


def _own(table: type[StrEnum]) -> Choice:
    return Choice({member: member.value for member in table})


_UNIT = _own(Unit)
_DAYS = Whole(least=0, unit="天数")
_CONFIDENCE = _labels(
    (Confidence.CONFIRMED, "部门已确认"),
    (Confidence.SOURCED, "有公开来源"),
    (Confidence.STATUTE, "据法条整理"),
    (Confidence.UNVERIFIED, "未核实"),
)

MATTER = (
    Column("key", "事项键"),
    Column("code", "编码"),
    Column("name", "事项名称", needed=True),
    Column("department", "实施部门", needed=True),
    Column("categories", "窗口类别", Texts(one=_own(WindowCategory))),
    Column("rows", "附件序号", Texts()),
    Column("version", "版本", Whole(least=1, unit="版本号")),
    Column("type", "办件类型", _own(MatterType)),
    Column("statutory_days", "法定时限", _DAYS),
    Column("statutory_unit", "法定时限单位", _UNIT),
    Column("promised_days", "承诺时限", _DAYS),
    Column("promised_unit", "承诺时限单位", _UNIT),
    Column("legal_basis", "法定依据"),
    Column("fee", "收费"),
    Column(
        "fee_stage",
        "收费环节",
        _labels(
            (FeeStage.NONE, "不收费"),
            (FeeStage.INTAKE, "收件时"),
            (FeeStage.ACCEPTANCE, "受理时"),
            (FeeStage.ISSUE, "出证时"),
        ),
    ),
    Column("result", "办理结果"),
    Column(
        "secrecy",
        "密级",
        _labels((Secrecy.OPEN, "公开"), (Secrecy.SENSITIVE, "敏感"), (Secrecy.SECRET, "涉密")),
    ),
    Column("aliases", "群众说法", Texts()),
    Column("fields", "一表字段", Texts()),
    Column("prerequisites", "前置事项", Texts()),
    Column("evidence", "清单来源"),
    Column("confidence", "可信程度", _CONFIDENCE),
    Column("text_read", "原文已读", Flag()),
    Column("note", "备注"),
    Column("valid_from", "生效日期"),
    Column("author", "维护人"),
    Column("approver", "审核人"),
)

MATERIAL = (
    Column("name", "材料名称", needed=True),
    Column(
        "form",
        "材料形式",
        _labels(
            (Form.ORIGINAL, "原件"),
            (Form.COPY, "复印件"),
            (Form.BOTH, "验原件收复印件"),
            (Form.ELECTRONIC, "电子件"),
        ),
    ),
    Column("copies", "份数", Whole(least=1, unit="份数")),
    Column(
        "necessity",
        "必要性",
        _labels(
            (Necessity.REQUIRED, "必要"),
            (Necessity.CONDITIONAL, "按情形"),
            (Necessity.DEFERRABLE, "可容缺"),
        ),
    ),
    Column(
        "source",
        "来源渠道",
        _labels(
            (Source.APPLICANT, "申请人自备"),
            (Source.SHARED, "数据共享"),
            (Source.EARLIER, "前件已交"),
            (Source.ISSUED, "部门核发"),
        ),
    ),
    Column("deferral_days", "容缺天数", Whole(least=1, unit="容缺天数")),
    Column("shareable", "可共享", Flag()),
    Column("reason", "仍收理由"),
    Column("condition", "适用情形"),
    Column("legal_basis", "材料依据"),
    Column("acceptance", "受理要点"),
    Column("sample", "样表"),
    Column("needs_signature", "需签名", Flag()),
    Column("needs_seal", "需盖章", Flag()),
    Column("note", "材料备注"),
    Column("evidence", "材料出处"),
    Column("confidence", "材料可信程度", _CONFIDENCE),
)

BY_KEY = {column.key: column for column in MATTER}
MATERIAL_BY_KEY = {column.key: column for column in MATERIAL}
