"""A case (办件): what was taken in, under which version, with which papers.

Personal values are not in here: `applicant` and `presenter` are references to records the store
keeps beside the acts and can erase.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Body
from zcdesk.domain.case_parts import (
    Called,
    Decision,
    Dispatch,
    Ending,
    Extension,
    Finding,
    Lack,
    Question,
    Refused,
    Reminder,
    Result,
    SentBack,
    Signature,
    Stage,
    Step,
    Term,
)
from zcdesk.domain.case_parts import CaseMaterial as CaseMaterial
from zcdesk.domain.case_parts import PersonRef as PersonRef
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Bundle
from zcdesk.domain.matter import Unit
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.typed import Typed


class CaseState(StrEnum):
    """Where a case stands; `case_rules.TABLE` says what may follow.

    RETURNED waits for the applicant (补正), PAUSED for a special step; SENT is a result on its way
    to the counter, SHELVED one that can be fetched; ENDED ones never had a result delivered.
    """

    RECEIVED = "received"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PAUSED = "paused"
    DECIDED = "decided"
    SENT = "sent"
    SHELVED = "shelved"
    POSTED = "posted"
    DELIVERED = "delivered"
    ARCHIVED = "archived"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    VOID = "void"
    MERGED = "merged"
    TRANSFERRED = "transferred"


STATE_TEXT: Mapping[CaseState, str] = MappingProxyType(
    {
        CaseState.RECEIVED: "已收件",
        CaseState.RETURNED: "待补正",
        CaseState.ACCEPTED: "审查中",
        CaseState.PAUSED: "特别程序",
        CaseState.DECIDED: "已决定",
        CaseState.SENT: "结果移交中",
        CaseState.SHELVED: "待领取",
        CaseState.POSTED: "邮寄中",
        CaseState.DELIVERED: "已送达",
        CaseState.ARCHIVED: "已归档",
        CaseState.NOT_ACCEPTED: "不予受理",
        CaseState.WITHDRAWN: "已撤回",
        CaseState.TERMINATED: "已终止",
        CaseState.VOID: "已作废",
        CaseState.MERGED: "已并入",
        CaseState.TRANSFERRED: "已移送",
    }
)
"""The words of records and papers."""

ENDED = frozenset(
    {
        CaseState.NOT_ACCEPTED,
        CaseState.WITHDRAWN,
        CaseState.TERMINATED,
        CaseState.VOID,
        CaseState.MERGED,
        CaseState.TRANSFERRED,
    }
)
OPEN = frozenset(CaseState) - ENDED - {CaseState.DELIVERED, CaseState.ARCHIVED}


class Particulars(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The personal record of one case: kept encrypted beside the act under its own key."""

    applicant: Person
    presenter: Person | None = None
    form: dict[str, str] = {}
    address: str = ""


TAIL = 4
"""Last characters of a number a case is asked for by (ux 2.14)."""


def search_words(record: Particulars) -> tuple[str, ...]:
    """Return what a personal record is found by beside its number: name, phone and the tails."""
    who = record.applicant
    words = [who.name, who.phone, who.id_number[-TAIL:].upper(), who.phone[-TAIL:]]
    if record.presenter:
        words.append(record.presenter.name)
    return tuple(dict.fromkeys(word for word in words if word))


class FeeState(StrEnum):
    """The program takes no money: it records codes and states."""

    NONE = "不收费"
    DUE = "待缴"
    PAID = "已缴"
    REDUCED = "减免"
    REFUNDED = "已退"
    UNKNOWN = "结果未知"


class Fee(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `code` 缴款码, `receipt` number of the 非税票据, `reason` of a reduction."""

    state: FeeState = FeeState.NONE
    code: str = ""
    receipt: str = ""
    reason: Typed = ""


class Delivery(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the result is wanted; the post address is a personal value."""

    by_post: bool = False

    @property
    def text(self) -> str:
        return "邮寄送达" if self.by_post else "窗口自取"


class CaseReceived(Body, frozen=True, kw_only=True):
    """收件.

    Attributes:
        number: case number; `receipt` the number printed on the notice.
        insisted: 坚持递交, taken in with a 材料接收凭证.
        handover_due: ISO time by which the department fetches the paper.
        accept_due, deemed_due: until when the department answers; after the second the case is
            accepted by law (视为受理). Empty in acts of older programs.
        latest: ISO date of 最迟, empty where no limit is known.
        manual_identity: typed, not read: printed on the hand-over copy.
        online: number of the online application it goes on with.
        package: key of the 一件事 it was taken in with.
    """

    kind: ClassVar[str] = "case.received"
    number: str
    receipt: str
    sitting: str
    ticket: str = ""
    window: str
    matter: str
    matter_version: int
    matter_name: str
    department: str
    promised_days: int | None = None
    unit: Unit = Unit.WORKING
    sample: bool = False
    applicant: PersonRef
    agency: Agency = Agency.SELF
    materials: tuple[CaseMaterial, ...] = ()
    no_list_reason: Typed = ""
    insisted: bool = False
    statutory_days: int | None = None
    statutory_unit: Unit = Unit.WORKING
    handover_due: str = ""
    accept_due: Term = Term()
    deemed_due: Term = Term()
    latest: str = ""
    provisional: bool = False
    delivery: Delivery = Delivery()
    fee: Fee = Fee()
    query_code: str = ""
    manual_identity: bool = False
    online: str = ""
    package: str = ""
    simulated: bool = False


class CaseRegistered(Body, frozen=True, kw_only=True):
    """An archived case got its number: from 1 and without gaps in each register and year."""

    kind: ClassVar[str] = "case.registered"
    register: str
    year: int
    serial: int

    @property
    def text(self) -> str:
        return f"{self.year}-{self.serial:06d}"


class CaseMessaged(Body, frozen=True, kw_only=True):
    """What became of a message to the applicant, so that no other station sends it again.

    Attributes:
        message: its kind; `cause`: the act (or the day) it was due for.
        outcome: how it ended: sent, failed, stopped or by_phone.
    """

    kind: ClassVar[str] = "case.messaged"
    message: str
    cause: str
    outcome: str


class Messaged(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message that was dealt with at some station of the hall."""

    message: str
    cause: str
    outcome: str
    at: str


class RecordErased(Body, frozen=True, kw_only=True):
    """The personal record of a case was destroyed; what names it still verifies."""

    kind: ClassVar[str] = "record.erased"
    ref: str
    reason: str


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a case is after its acts.

    Attributes:
        intake: as it stands after amendments; the acts hold what was first written.
        department: who has the case now (转办, 改派).
        due: the firm date of the promise, from acceptance; moved by special steps and extension.
        lacks, returns, until: the points of the last return, how many returns, and its last day.
        sent_back: every return as it was told. handed_at: when its paper first was handed over.
        told: names of all points ever told; a later point not among them is new.
        completed_at: when the material was complete: receipt, or the last correction.
        later_handover: when paper that came after the intake has to be handed over.
        stopped_at: since when the clock stands still; empty while it runs.
        void_receipts: printed numbers that no longer count.
        archive: number of the list it was archived with; `archive_number` its own (归档号), empty
            until the hall's server was reached.
        messaged: messages to the applicant that were dealt with, at whatever station.
        refused: acts that came too late, for a person to settle.
    """

    id: str
    state: CaseState
    received_at: str
    clerk: str
    intake: CaseReceived
    department: str = ""
    changed_at: str = ""
    materials: tuple[CaseMaterial, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    accept_due: Term = Term()
    deemed_due: Term = Term()
    due: Term = Term()
    statutory: Term = Term()
    completed_at: str = ""
    later_handover: str = ""
    accepted_at: str = ""
    accepted_by: str = ""
    ground: str = ""
    stopped_at: str = ""
    lacks: tuple[Lack, ...] = ()
    returns: int = 0
    until: Term = Term()
    told: tuple[str, ...] = ()
    sent_back: tuple[SentBack, ...] = ()
    handed_at: str = ""
    reviewer: str = ""
    reviewing_since: str = ""
    seen: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    stages: tuple[Stage, ...] = ()
    steps: tuple[Step, ...] = ()
    extension: Extension | None = None
    decision: Decision | None = None
    result: Result | None = None
    dispatch: Dispatch | None = None
    ending: Ending | None = None
    reminders: tuple[Reminder, ...] = ()
    platform_number: str = ""
    signatures: tuple[Signature, ...] = ()
    calls: tuple[Called, ...] = ()
    void_receipts: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    archive: str = ""
    archive_number: str = ""
    messaged: tuple[Messaged, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def deferred(self) -> tuple[CaseMaterial, ...]:
        """Materials promised and not yet in."""
        return tuple(m for m in self.materials if m.state is RowState.DEFERRED)

    @property
    def state_text(self) -> str:
        return STATE_TEXT[self.state]

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes the applicant an answer or a result."""
        return self.state in OPEN

    @property
    def running_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not step.ended)

    @property
    def pages(self) -> tuple[str, ...]:
        """Digests of every scanned page, in the order of the list."""
        return tuple(dict.fromkeys(page for m in self.materials for page in m.pages))

    @property
    def unseen(self) -> tuple[str, ...]:
        """Pages no reviewer has looked at; while there are any, nothing can be accepted."""
        seen = set(self.seen)
        return tuple(page for page in self.pages if page not in seen)
