"""What a department says to an applicant under its name and seal, and what is said about a case.

Articles are those of the 行政许可法 (2019). Never a seal: papers leave room for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

import msgspec

from zcdesk.domain.matter import Unit
from zcdesk.domain.papers_counter import CasePaper
from zcdesk.domain.papers_parts import (
    Count,
    LackLine,
    MaterialLine,
    Part,
    missing,
    reversed_days,
)
from zcdesk.errors import Invalid


class AcceptanceGround(StrEnum):
    """Why a case is accepted; `DEEMED`: nobody said anything in time (article 32)."""

    COMPLETE = "材料齐全"
    CORRECTED = "补正后齐全"
    DEFERRED = "容缺受理"
    DEEMED = "视为受理"


class RejectionGround(StrEnum):
    """Why a case is not accepted (articles 32 and 78)."""

    NOT_NEEDED = "依法不需要取得许可"
    NOT_COMPETENT = "不属于本机关职权范围"
    UNTRUE = "隐瞒有关情况或者提供虚假材料"
    NOT_ENTITLED = "不具备申请资格"
    UNCORRECTED = "补正后仍不齐全或者不符合法定形式"
    OTHER = "法律、法规规定的其他情形"


class Remedy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where to complain: the body that reconsiders and the court, named where they are known."""

    review_body: str = ""
    court: str = ""


class OfficialPaper(CasePaper, frozen=True, kw_only=True):
    """What a department itself says.

    Attributes:
        authority: the organ's full name, at the head and where the seal goes.
        document_number: 文号, see `document_number`; empty = only the case number is printed.
        basis: the rule it rests on, `《…法》第三十二条第一款第五项`.
    """

    authority: str
    document_number: str = ""
    basis: str = ""
    query_code: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("paper", authority=self.authority)


class AcceptancePaper(OfficialPaper, frozen=True, kw_only=True, tag="acceptance"):
    """受理通知书: the firm date stands here (each matter's `latest`)."""

    received_on: date
    accepted_on: date
    ground: AcceptanceGround = AcceptanceGround.COMPLETE
    materials: tuple[MaterialLine, ...] = ()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from reversed_days("acceptance", "accepted_on", self.received_on, self.accepted_on)
        deemed = self.ground is AcceptanceGround.DEEMED
        if deemed and self.accepted_on > self.received_on:
            yield Invalid("PAP-06", "acceptance.accepted_on")


class RejectionPaper(OfficialPaper, frozen=True, kw_only=True, tag="rejection"):
    """不予受理通知书. `competent`: the organ to turn to, where this one has no power."""

    received_on: date
    ground: RejectionGround
    reason: str
    competent: str = ""
    remedy: Remedy = Remedy()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("rejection", reason=self.reason, basis=self.basis)
        if self.ground is RejectionGround.NOT_COMPETENT:
            yield from missing("rejection", competent=self.competent)


class CorrectionPaper(OfficialPaper, frozen=True, kw_only=True, tag="correction"):
    """材料补齐补正通知书: one complete list.

    Attributes:
        times: the how manieth return this is; from the second on, new points are marked.
        until: the last day to hand in, where the department sets one.
    """

    received_on: date
    lacks: tuple[LackLine, ...]
    times: Count = 1
    until: date | None = None
    come_back_code: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("correction", lacks=self.lacks, times=self.times)
        yield from reversed_days("correction", "until", self.head.at.date(), self.until)


class SpecialStep(Part, frozen=True, kw_only=True):
    """One step whose time is not counted: 听证, 检验, 专家评审… `days` None = not known yet."""

    no: Count
    name: str
    organiser: str = ""
    basis: str = ""
    begins: date | None = None
    days: Count | None = None
    unit: Unit = Unit.WORKING

    def faults(self) -> Iterator[Invalid]:
        yield from missing("step", name=self.name)


class SpecialStepPaper(OfficialPaper, frozen=True, kw_only=True, tag="special-step"):
    """特别程序告知书 (article 45): the clock stops, and the applicant is told in writing."""

    accepted_on: date
    steps: tuple[SpecialStep, ...]
    reason: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("special", steps=self.steps)


class ExtensionPaper(OfficialPaper, frozen=True, kw_only=True, tag="extension"):
    """延长审批期限告知书 (article 42): once, approved by the organ's head, with the reason."""

    accepted_on: date
    reason: str
    approver: str
    days: Count
    due_before: date
    due_after: date
    unit: Unit = Unit.WORKING

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("extension", reason=self.reason, approver=self.approver, days=self.days)
        if self.due_after <= self.due_before:
            yield Invalid("PAP-06", "extension.due_after")


class GrantPaper(OfficialPaper, frozen=True, kw_only=True, tag="grant"):
    """准予行政许可决定书. `granted`: what is allowed, in one sentence or several lines."""

    accepted_on: date
    granted: str
    conditions: str = ""
    certificate: str = ""
    certificate_number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    delivery: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("grant", granted=self.granted, basis=self.basis)
        yield from reversed_days("grant", "valid_until", self.valid_from, self.valid_until)


class RefusalPaper(OfficialPaper, frozen=True, kw_only=True, tag="refusal"):
    """不予行政许可决定书 (article 38): reasons, and the rights against it."""

    accepted_on: date
    reason: str
    remedy: Remedy = Remedy()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("refusal", reason=self.reason, basis=self.basis)


class TerminationPaper(OfficialPaper, frozen=True, kw_only=True, tag="termination"):
    """终止办理告知书: the case ends without a decision; 容缺逾期, 撤回, 补正逾期…"""

    received_on: date
    ended_on: date
    reason: str
    remedy: Remedy = Remedy()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("termination", reason=self.reason)
        yield from reversed_days("termination", "ended_on", self.received_on, self.ended_on)


class WithdrawalPaper(CasePaper, frozen=True, kw_only=True, tag="withdrawal"):
    """撤回申请书: the applicant's own paper, before a decision.

    Attributes:
        delivery: of the materials.
        screen: where and when it was signed on a screen, with the beginnings of the digests of
            what was shown and of the picture; empty = signs on this paper.
    """

    authority: str
    reason: str
    received_on: date
    delivery: str = ""
    screen: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("withdrawal", authority=self.authority, reason=self.reason)


class SupervisionPaper(CasePaper, frozen=True, kw_only=True, tag="supervision"):
    """督办单: a supervisor's reminder, itself a recorded step.

    Attributes:
        state: 已逾期 1 个工作日, 距到期 4 小时.
        times: the how manieth reminder in this case.
    """

    department: str
    officer: str
    stage: str
    due: datetime
    state: str
    demand: str
    reply_by: datetime
    issued_by: str
    times: Count = 1

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing(
            "supervision",
            department=self.department,
            stage=self.stage,
            state=self.state,
            demand=self.demand,
            issued_by=self.issued_by,
            times=self.times,
        )
