"""Papers of the window: receipt, one-time notice, promise, voucher, summary, ticket, shift.

Never a firm date for a limit: a receipt prints 自受理之日起 n 个工作日 and at most a 最迟 date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from zcdesk.domain.papers_parts import (
    Contact,
    Count,
    LackLine,
    MaterialLine,
    MatterLine,
    PaperHead,
    Part,
    Party,
    bare,
    missing,
)
from zcdesk.domain.qr import check_payload
from zcdesk.errors import Invalid

MAX_QR = 120
"""Characters a code of 25 mm can hold and a scanner still read."""


class SummaryRow(Part, frozen=True, kw_only=True):
    """One applicant's case in a batch (`applicant` and `id_masked` masked as the hall wants)."""

    no: Count
    applicant: str
    matter: str
    number: str
    id_masked: str = ""
    materials: Count = 0
    note: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("row", applicant=self.applicant, matter=self.matter, number=self.number)
        yield from bare(self, "row")


class CustodyLine(Part, frozen=True, kw_only=True):
    """One thing handed over at a change of shift: a visit, a parked paper, an original, a seal."""

    no: Count
    name: str
    detail: str = ""
    count: Count = 1

    def faults(self) -> Iterator[Invalid]:
        yield from missing("custody", name=self.name)
        yield from bare(self, "custody")


class HeadedPaper(Part, frozen=True, kw_only=True, tag_field="kind"):
    """What every paper is: its head, and a code made by `qr_payload`, empty where none stands."""

    head: PaperHead
    qr: str = ""

    def faults(self) -> Iterator[Invalid]:
        try:
            check_payload(self.qr)
        except Invalid as fault:
            yield fault
        if len(self.qr) > MAX_QR:
            yield Invalid("PAP-03", "qr")


class CasePaper(HeadedPaper, frozen=True, kw_only=True):
    """What the papers about one applicant's matters share."""

    party: Party
    matters: tuple[MatterLine, ...]
    contact: Contact = Contact()

    def faults(self) -> Iterator[Invalid]:
        yield from missing("paper", matters=self.matters)
        yield from super().faults()


class ReceiptPaper(CasePaper, frozen=True, kw_only=True, tag="receipt"):
    """收件通知书. `acceptance_days`: working days the department has to accept or return."""

    materials: tuple[MaterialLine, ...] = ()
    delivery: str = ""
    fee_text: str = ""
    acceptance_days: Count = 2
    query_code: str = ""


class NoticePaper(CasePaper, frozen=True, kw_only=True, tag="notice"):
    """一次性告知书: everything missing or defective, told once.

    Attributes:
        come_back_code: restores the visit by one scan; earns a 当日优先号.
    """

    lacks: tuple[LackLine, ...]
    come_back_code: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("notice", lacks=self.lacks)


class PromisePaper(CasePaper, frozen=True, kw_only=True, tag="promise"):
    """容缺受理承诺书: what comes late, until when, and what follows if it does not."""

    materials: tuple[MaterialLine, ...]
    consequence: str = "终止办理并书面告知"

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("promise", materials=self.materials, consequence=self.consequence)
        if any(line.deferred_until is None for line in self.materials):
            yield Invalid("PAP-01", "material.deferred_until")


class VoucherPaper(CasePaper, frozen=True, kw_only=True, tag="voucher"):
    """材料接收凭证 for an applicant who insists (坚持递交): the department decides."""

    materials: tuple[MaterialLine, ...]
    lacks: tuple[LackLine, ...]
    acceptance_days: Count = 2
    query_code: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("voucher", lacks=self.lacks)


class SummaryPaper(HeadedPaper, frozen=True, kw_only=True, tag="summary"):
    """汇总清单: one presenter, many applicants; `shared` are the papers that serve all."""

    presenter: Party
    rows: tuple[SummaryRow, ...]
    shared: tuple[MaterialLine, ...] = ()

    def faults(self) -> Iterator[Invalid]:
        yield from missing("summary", rows=self.rows)
        yield from super().faults()


class TicketPaper(HeadedPaper, frozen=True, kw_only=True, tag="ticket"):
    """取号单: the number, no name. `wait_minutes` to `wait_most`, None = not known.

    Without `ahead` it was taken while the hall's queue could not be asked, and says so.
    """

    category: str
    ahead: int | None
    wait_minutes: Count | None = None
    wait_most: Count | None = None
    windows: tuple[str, ...] = ()
    priority: str = ""
    appointment: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("ticket", category=self.category)
        if self.ahead is not None and self.ahead < 0:
            yield Invalid("PAP-01", "ticket.ahead")
        yield from super().faults()


class ShiftPaper(HeadedPaper, frozen=True, kw_only=True, tag="shift"):
    """交接班单: what passes from `giver` to `taker`; both sign. `occasion`: 换班, 午休, 顶岗."""

    giver: str
    taker: str
    occasion: str = "换班"
    visits: tuple[CustodyLine, ...] = ()
    parked: tuple[CustodyLine, ...] = ()
    originals: tuple[CustodyLine, ...] = ()
    seals: tuple[CustodyLine, ...] = ()
    note: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("shift", giver=self.giver, taker=self.taker)
        yield from super().faults()


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an amendment changed: an item with its value before and after."""

    no: Count
    item: str
    before: str
    after: str


class AmendedReceiptPaper(ReceiptPaper, frozen=True, kw_only=True, tag="amended-receipt"):
    """A corrected 收件通知书; it cites the one it replaces, which is void from now on."""

    replaces: str
    replaced_on: date
    reason: str
    changes: tuple[Change, ...]
    approver: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing(
            "amendment", replaces=self.replaces, reason=self.reason, changes=self.changes
        )
        if self.replaces == self.head.number:
            yield Invalid("PAP-06", "amendment.replaces")
        for change in self.changes:
            yield from bare(change, "change")


class VoidPaper(CasePaper, frozen=True, kw_only=True, tag="void"):
    """收件作废告知书: its own number no longer counts. `replaced_by`: another receipt, or none."""

    reason: str
    approver: str = ""
    replaced_by: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("void", reason=self.reason)
        if self.replaced_by == self.head.number:
            yield Invalid("PAP-06", "void.replaced_by")
