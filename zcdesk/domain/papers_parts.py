"""What papers are put together from: head, party, lines of matters, materials and lacks.

A part refuses to be made with a value missing or a number unmasked, and names every fault at
once. Never layout, and never a word that only one paper says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

import msgspec

from zcdesk.domain.matter import Unit
from zcdesk.domain.qr import BARE_NUMBER
from zcdesk.errors import Invalid

NO_LIMIT = "办理时限以部门确认为准"

Count = Annotated[int, msgspec.Meta(ge=0)]


class Unfit(Invalid):
    """A part cannot be made; stands for the first fault and carries them all."""

    def __init__(self, faults: tuple[Invalid, ...]) -> None:
        first = faults[0]
        super().__init__(first.code, first.field, **first.fields)
        self.faults = faults


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value that checks itself when it is made."""

    def faults(self) -> Iterator[Invalid]:
        """Give everything that keeps this value from being printed."""
        yield from ()

    def __post_init__(self) -> None:
        if found := tuple(self.faults()):
            raise Unfit(found)


class PaperHead(Part, frozen=True, kw_only=True):
    """What every paper says about itself.

    Attributes:
        number: printed as given (`320213-26-7K2-00057-X`), or the ticket's (`A057`).
        at: when the act happened, with offset; never when it is printed.
        copy_label: whose copy this is, 申请人联; empty = none printed.
        reprint: 0 for the first print, else 补打 第 n 次, with `reprint_by` and `reprint_at`.
        simulated: an act of the demo, marked 演示.
        trial: of a case that was only tried at a new window, marked 试运行 in place of 演示.
        sample: the list behind it is not confirmed by its department, marked 示例.
        words: version of the hall's words it is printed in; empty = the shipped ones.
    """

    hall: str
    number: str
    at: datetime
    window: str = ""
    clerk: str = ""
    copy_label: str = ""
    reprint: Count = 0
    reprint_by: str = ""
    reprint_at: datetime | None = None
    simulated: bool = False
    trial: bool = False
    sample: bool = False
    words: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("head", hall=self.hall, number=self.number)
        if self.at.tzinfo is None:
            yield Invalid("PAP-01", "head.at")
        if self.reprint and (not self.reprint_by or self.reprint_at is None):
            yield Invalid("PAP-01", "head.reprint_by")


class Party(Part, frozen=True, kw_only=True):
    """The applicant, and who came for them.

    Attributes:
        id_label: 居民身份证, 统一社会信用代码…
        agent_kind: 委托代理, 单位经办, 代办员…; empty = the applicant came in person.
        identity_note: how identity was established when not by card, 证件信息手工录入.
    """

    name: str
    id_label: str = ""
    id_masked: str = ""
    phone_masked: str = ""
    agent_name: str = ""
    agent_kind: str = ""
    agent_id_label: str = ""
    agent_id_masked: str = ""
    agent_phone_masked: str = ""
    identity_note: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("party", name=self.name)
        yield from bare(self, "party")


class MatterLine(Part, frozen=True, kw_only=True):
    """One matter taken in.

    Attributes:
        days: promised limit from acceptance; 0 = decided on the spot, None = no limit known.
        latest: last date counted from the latest lawful acceptance; once accepted, the firm one.
        provisional: `latest` lies past the last published calendar year.
        case_number: the case's own number where it differs from the paper's.
        platform_number: the district platform's; empty = 待登记, None = not asked for.
        sample: this matter's list is not confirmed by its department.
    """

    no: Count
    name: str
    department: str
    days: Count | None
    unit: Unit = Unit.WORKING
    latest: date | None = None
    provisional: bool = False
    case_number: str = ""
    platform_number: str | None = None
    sample: bool = False

    def faults(self) -> Iterator[Invalid]:
        yield from missing("matter", name=self.name, department=self.department)

    @property
    def limit_text(self) -> str:
        """The limit in the only wording a receipt may use (rules: counting time)."""
        if self.days is None:
            return NO_LIMIT
        if self.days == 0:
            return "当场办结"
        return f"自受理之日起 {self.days} 个{self.unit.value}"

    @property
    def latest_text(self) -> str:
        if self.latest is None or not self.days:
            return ""
        return f"最迟 {day_text(self.latest)}{'（暂定）' if self.provisional else ''}"


class MaterialLine(Part, frozen=True, kw_only=True):
    """One material of the list.

    Attributes:
        form_text: 原件, 复印件, 验原件收复印件, 电子件, 免交.
        due, given: copies; None prints a dash (免交).
        state_text: 已收, 数据共享取得…; composed for a deferred line, see `deferred_until`.
        serves: numbers of the matters it serves, empty = all.
        bold: set off, as deferred lines are.
    """

    no: Count
    name: str
    form_text: str = ""
    due: Count | None = None
    given: Count | None = None
    state_text: str = ""
    note: str = ""
    serves: tuple[int, ...] = ()
    deferred_until: date | None = None
    bold: bool = False

    def faults(self) -> Iterator[Invalid]:
        yield from missing("material", name=self.name)

    @property
    def state(self) -> str:
        if self.deferred_until is None:
            return self.state_text
        return f"容缺，{day_text(self.deferred_until)}前补齐"


class LackLine(Part, frozen=True, kw_only=True):
    """A material that is missing (缺) or defective (不符), and how to mend it.

    Attributes:
        new_point: not told of the first time, which a second return must own up to.
    """

    no: Count
    name: str
    problem: str
    reason: str = ""
    mend: str = ""
    where: str = ""
    new_point: bool = False

    def faults(self) -> Iterator[Invalid]:
        yield from missing("lack", name=self.name, problem=self.problem)


class Contact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom to ask and where to complain."""

    consult: str = ""
    complaint: str = ""


def day_text(day: date) -> str:
    """Write a date the way papers do: 2026年12月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def document_number(sign: str, year: int, serial: int) -> str:
    """Write a 文号 as official papers do: `梁卫许受〔2026〕57号`, no 第 and no leading noughts."""
    faults = tuple(missing("document", sign=sign, year=year, serial=serial))
    if faults:
        raise Unfit(faults)
    return f"{sign}〔{year}〕{serial}号"


def missing(part: str, **values: object) -> Iterator[Invalid]:
    """Give a fault for each value that is empty or blank."""
    for name, value in values.items():
        if not value or (isinstance(value, str) and not value.strip()):
            yield Invalid("PAP-01", f"{part}.{name}")


def bare(part: msgspec.Struct, name: str, *fields: str) -> Iterator[Invalid]:
    """Give a fault for each text that shows an identity or mobile number in full.

    Args:
        fields: which to look at; none named = all.
    """
    for field in fields or part.__struct_fields__:
        value = getattr(part, field)
        if isinstance(value, str) and BARE_NUMBER.search(value):
            yield Invalid("PAP-02", f"{name}.{field}")


def reversed_days(
    part: str, field: str, before: date | None, after: date | None
) -> Iterator[Invalid]:
    """Give a fault where what must come `after` lies before."""
    if before is not None and after is not None and after < before:
        yield Invalid("PAP-06", f"{part}.{field}")
