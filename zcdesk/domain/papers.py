"""What each paper (文书) prints, as frozen values: content only, no layout.

`zcdesk.forms` turns a paper into a PDF or thermal bytes. Never an unmasked number: values arrive
masked (`domain.identity`) and a paper refuses to be made with a bare one. Never a firm date for
a limit: a receipt prints 自受理之日起 n 个工作日 and at most a 最迟 date.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

import msgspec

from zcdesk.domain.matter import Unit
from zcdesk.domain.qr import BARE_NUMBER, check_payload
from zcdesk.domain.qr import qr_payload as qr_payload
from zcdesk.errors import Invalid

NO_LIMIT = "办理时限以部门确认为准"


class PaperKind(StrEnum):
    """The papers of the counter; the value names files and print jobs."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    PROMISE = "promise"
    VOUCHER = "voucher"
    SUMMARY = "summary"
    TICKET = "ticket"
    SHIFT = "shift"


TITLES: dict[PaperKind, str] = {
    PaperKind.RECEIPT: "收件通知书",
    PaperKind.NOTICE: "一次性告知书",
    PaperKind.PROMISE: "容缺受理承诺书",
    PaperKind.VOUCHER: "材料接收凭证",
    PaperKind.SUMMARY: "汇总清单",
    PaperKind.TICKET: "取号单",
    PaperKind.SHIFT: "交接班单",
}


class PaperHead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every paper says about itself.

    Attributes:
        number: printed as given (`320213-26-7K2-00057-X`), or the ticket's (`A057`).
        at: when the act happened, with offset; never when it is printed.
        copy_label: whose copy this is, 申请人联; empty = none printed.
        reprint: 0 for the first print, else 补打 第 n 次, with `reprint_by` and `reprint_at`.
        simulated: an act of the demo, marked 演示.
        sample: the list behind it is not confirmed by its department, marked 示例.
    """

    hall: str
    number: str
    at: datetime
    window: str = ""
    clerk: str = ""
    copy_label: str = ""
    reprint: int = 0
    reprint_by: str = ""
    reprint_at: datetime | None = None
    simulated: bool = False
    sample: bool = False

    def __post_init__(self) -> None:
        _require("head", hall=self.hall, number=self.number)
        if self.at.tzinfo is None:
            raise Invalid("PAP-01", "head.at")
        if self.reprint and (not self.reprint_by or self.reprint_at is None):
            raise Invalid("PAP-01", "head.reprint_by")


class Party(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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

    def __post_init__(self) -> None:
        _require("party", name=self.name)
        _refuse_bare(self, "party")


class MatterLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One matter taken in.

    Attributes:
        days: promised limit from acceptance; 0 = decided on the spot, None = no limit known.
        latest: last date counted from the latest lawful acceptance, or None.
        provisional: `latest` lies past the last published calendar year.
        case_number: the case's own number where it differs from the paper's.
        platform_number: the district platform's; empty = 待登记, None = not asked for.
        sample: this matter's list is not confirmed by its department.
    """

    no: int
    name: str
    department: str
    days: int | None
    unit: Unit = Unit.WORKING
    latest: date | None = None
    provisional: bool = False
    case_number: str = ""
    platform_number: str | None = None
    sample: bool = False

    def __post_init__(self) -> None:
        _require("matter", name=self.name, department=self.department)

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


class MaterialLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One material of the list.

    Attributes:
        form_text: 原件, 复印件, 验原件收复印件, 电子件, 免交.
        due, given: copies; None prints a dash (免交).
        state_text: 已收, 数据共享取得…; composed for a deferred line, see `deferred_until`.
        serves: numbers of the matters it serves, empty = all.
        bold: set off, as deferred lines are.
    """

    no: int
    name: str
    form_text: str = ""
    due: int | None = None
    given: int | None = None
    state_text: str = ""
    note: str = ""
    serves: tuple[int, ...] = ()
    deferred_until: date | None = None
    bold: bool = False

    def __post_init__(self) -> None:
        _require("material", name=self.name)

    @property
    def state(self) -> str:
        if self.deferred_until is None:
            return self.state_text
        return f"容缺，{day_text(self.deferred_until)}前补齐"


class LackLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A material that is missing (缺) or defective (不符), and how to mend it."""

    no: int
    name: str
    problem: str
    reason: str = ""
    mend: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        _require("lack", name=self.name, problem=self.problem)


class SummaryRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One applicant's case in a batch (`applicant` and `id_masked` masked as the hall wants)."""

    no: int
    applicant: str
    matter: str
    number: str
    id_masked: str = ""
    materials: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        _require("row", applicant=self.applicant, matter=self.matter, number=self.number)
        _refuse_bare(self, "row")


class CustodyLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing handed over at a change of shift: a visit, a parked paper, an original, a seal."""

    no: int
    name: str
    detail: str = ""
    count: int = 1

    def __post_init__(self) -> None:
        _require("custody", name=self.name)
        _refuse_bare(self, "custody")


class Contact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom to ask and where to complain."""

    consult: str = ""
    complaint: str = ""


class CasePaper(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What the papers about one applicant's matters share; `qr` is a `qr_payload`."""

    head: PaperHead
    party: Party
    matters: tuple[MatterLine, ...]
    qr: str = ""
    contact: Contact = Contact()

    def __post_init__(self) -> None:
        _require("paper", matters=self.matters)
        check_payload(self.qr)


class ReceiptPaper(CasePaper, frozen=True, kw_only=True, tag="receipt"):
    """收件通知书. `acceptance_days`: working days the department has to accept or return."""

    materials: tuple[MaterialLine, ...] = ()
    delivery: str = ""
    fee_text: str = ""
    acceptance_days: int = 2
    query_code: str = ""


class NoticePaper(CasePaper, frozen=True, kw_only=True, tag="notice"):
    """一次性告知书: everything missing or defective, told once.

    Attributes:
        come_back_code: restores the visit by one scan; earns a 当日优先号.
    """

    lacks: tuple[LackLine, ...]
    come_back_code: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        _require("notice", lacks=self.lacks)


class PromisePaper(CasePaper, frozen=True, kw_only=True, tag="promise"):
    """容缺受理承诺书: what comes late, until when, and what follows if it does not."""

    materials: tuple[MaterialLine, ...]
    consequence: str = "终止办理并书面告知"

    def __post_init__(self) -> None:
        super().__post_init__()
        _require("promise", materials=self.materials, consequence=self.consequence)
        if any(line.deferred_until is None for line in self.materials):
            raise Invalid("PAP-01", "material.deferred_until")


class VoucherPaper(CasePaper, frozen=True, kw_only=True, tag="voucher"):
    """材料接收凭证 for an applicant who insists (坚持递交): the department decides."""

    materials: tuple[MaterialLine, ...]
    lacks: tuple[LackLine, ...]
    acceptance_days: int = 2
    query_code: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        _require("voucher", lacks=self.lacks)


class SummaryPaper(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="summary"
):
    """汇总清单: one presenter, many applicants; `shared` are the papers that serve all."""

    head: PaperHead
    presenter: Party
    rows: tuple[SummaryRow, ...]
    shared: tuple[MaterialLine, ...] = ()
    qr: str = ""

    def __post_init__(self) -> None:
        _require("summary", rows=self.rows)
        check_payload(self.qr)


class TicketPaper(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="ticket"
):
    """取号单: the number, no name. `wait_minutes` None = not known."""

    head: PaperHead
    category: str
    ahead: int
    wait_minutes: int | None = None
    windows: tuple[str, ...] = ()
    priority: str = ""
    appointment: str = ""
    qr: str = ""

    def __post_init__(self) -> None:
        _require("ticket", category=self.category)
        if self.ahead < 0:
            raise Invalid("PAP-01", "ticket.ahead")
        check_payload(self.qr)


class ShiftPaper(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="shift"
):
    """交接班单: what passes from `giver` to `taker`; both sign. `occasion`: 换班, 午休, 顶岗."""

    head: PaperHead
    giver: str
    taker: str
    occasion: str = "换班"
    visits: tuple[CustodyLine, ...] = ()
    parked: tuple[CustodyLine, ...] = ()
    originals: tuple[CustodyLine, ...] = ()
    seals: tuple[CustodyLine, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _require("shift", giver=self.giver, taker=self.taker)


Paper = (
    ReceiptPaper
    | NoticePaper
    | PromisePaper
    | VoucherPaper
    | SummaryPaper
    | TicketPaper
    | ShiftPaper
)
_P = TypeVar("_P", bound=Paper)


def kind_of(paper: Paper) -> PaperKind:
    """Tell the kind of a paper."""
    return PaperKind(str(paper.__struct_config__.tag))


def title(paper: Paper) -> str:
    """Give the title a paper carries."""
    return TITLES[kind_of(paper)]


def as_copy(paper: _P, label: str) -> _P:
    """Give the same paper as another copy: 申请人联, 随件联."""
    return msgspec.structs.replace(
        paper, head=msgspec.structs.replace(paper.head, copy_label=label)
    )


def as_reprint(paper: _P, times: int, by: str, at: datetime) -> _P:
    """Give the same paper marked 补打 第 `times` 次."""
    head = msgspec.structs.replace(paper.head, reprint=times, reprint_by=by, reprint_at=at)
    return msgspec.structs.replace(paper, head=head)


def day_text(day: date) -> str:
    """Write a date the way papers do: 2026年12月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _require(part: str, **values: object) -> None:
    for name, value in values.items():
        if not value or (isinstance(value, str) and not value.strip()):
            raise Invalid("PAP-01", f"{part}.{name}")


def _refuse_bare(part: msgspec.Struct, name: str) -> None:
    for field in part.__struct_fields__:
        value = getattr(part, field)
        if isinstance(value, str) and BARE_NUMBER.search(value):
            raise Invalid("PAP-02", f"{name}.{field}")
