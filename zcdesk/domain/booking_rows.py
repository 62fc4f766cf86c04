"""Rows of a table of bookings as another system gives it out: headings understood, cells judged.

Pure. A row becomes a booking asked for, or says by a code what is wrong with it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from types import MappingProxyType

import msgspec

from zcdesk.domain.booking import CODE_LEAST, CODE_MOST, code_of
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import Invalid

HEADS = ("预约码", "日期", "时段", "业务", "事项", "证件号码", "状态")
"""Headings of the template; `_HEADS` says which others are understood."""

_HEADS = MappingProxyType(
    {
        "code": ("预约码", "预约号", "预约编号", "预约单号", "取号码"),
        "day": ("日期", "预约日期", "办理日期"),
        "time": ("时段", "时间", "预约时段", "预约时间", "办理时间"),
        "category": ("业务", "业务类别", "类别", "业务类型", "窗口类别"),
        "matter": ("事项", "事项名称", "事项编码", "办理事项"),
        "number": ("证件号码", "证件号", "身份证号", "身份证号码"),
        "state": ("状态", "预约状态"),
    }
)
_NEEDED = ("code", "time")
_CANCELLED = ("取消", "已取消", "撤销", "已撤销", "作废")
_TIME = r"(\d{1,2})[:：时](\d{2})?(?:[:：]\d{2})?分?"
_SLOT = re.compile(rf"{_TIME}(?:\s*[-—–~～至到]+\s*{_TIME})?")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One good row.

    Attributes:
        no: of the row as the table shows it.
        category, matter: as written; the hall's own names and codes are looked up by the caller.
        number: of the card, never kept.
    """

    no: int
    code: str
    at: dt.datetime
    until: dt.datetime
    category: str = ""
    matter: str = ""
    number: str = ""
    is_cancelled: bool = False


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a row."""

    no: int
    code: str
    fields: dict[str, str] = {}


def columns(cells: Sequence[object]) -> dict[str, int]:
    """Return where what stands; BKG-11 where a heading that is needed is missing."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        plain = str(cell or "").replace(" ", "").strip("*＊:：")
        key = next((key for key, names in _HEADS.items() if plain in names), "")
        if key:
            found.setdefault(key, place)
    lacking = [_HEADS[key][0] for key in _NEEDED if key not in found]
    if "category" not in found and "matter" not in found:
        lacking.append(_HEADS["category"][0])
    if lacking:
        raise Invalid("BKG-11", "head", lacking="、".join(lacking))
    return found


def judge(no: int, cells: Sequence[object], where: dict[str, int]) -> Asked | Fault:
    """Read one row."""
    told = {key: cells[at] for key, at in where.items() if at < len(cells)}
    code = code_of(words(told.get("code")))
    if not CODE_LEAST <= len(code) <= CODE_MOST:
        return Fault(no, "BKG-12", {"least": str(CODE_LEAST), "most": str(CODE_MOST)})
    slot = _slot(told.get("day"), told.get("time"))
    if slot is None:
        return Fault(no, "BKG-13", {"time": words(told.get("time"))[:20]})
    category, matter = words(told.get("category")), words(told.get("matter"))
    if not category and not matter:
        return Fault(no, "BKG-14", {"name": ""})
    return Asked(
        no=no,
        code=code,
        at=slot[0],
        until=slot[1],
        category=category,
        matter=matter,
        number=normalise_number(words(told.get("number"))),
        is_cancelled=words(told.get("state")) in _CANCELLED,
    )


def words(cell: object) -> str:
    """Return a cell as text; a spreadsheet makes numbers of codes."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()


def _slot(day: object, time: object) -> tuple[dt.datetime, dt.datetime] | None:
    """Read day and time, which may stand in one cell; a spreadsheet may have made them its own."""
    if isinstance(time, dt.datetime):
        begin = time.replace(tzinfo=HALL_ZONE)
        return begin, begin
    date = _date(day) or _date(time)
    if date is None:
        return None
    if isinstance(time, dt.time):
        begin = dt.datetime.combine(date, time, HALL_ZONE)
        return begin, begin
    found = _SLOT.search(_DAY.sub(" ", words(time)))
    if found is None:
        return None
    try:
        start = dt.time(int(found[1]), int(found[2] or 0))
        end = dt.time(int(found[3]), int(found[4] or 0)) if found[3] else start
    except ValueError:
        return None
    if end < start:
        return None
    combine = dt.datetime.combine
    return combine(date, start, HALL_ZONE), combine(date, end, HALL_ZONE)


def _date(cell: object) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    found = _DAY.search(words(cell))
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
