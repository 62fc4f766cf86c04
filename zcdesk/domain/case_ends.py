"""Acts on a case from its result to the archive, and those that mend or end it."""

from __future__ import annotations

from typing import ClassVar

from zcdesk.domain.case import Delivery, PersonRef
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_parts import CaseMaterial, Signature, Term, Way
from zcdesk.domain.typed import Traced, Typed


class CaseResultSent(CaseAct, frozen=True, kw_only=True):
    """办理结果交接, the department's side: the result is brought to the counter.

    `held` is the record of what the certificate says, where the department typed it.
    """

    kind: ClassVar[str] = "case.result_sent"
    batch: str = ""
    held: PersonRef | None = None


class CaseResultTaken(CaseAct, frozen=True, kw_only=True):
    """The counter compared the result and took it. `corrected`: put right on the spot.

    `compared` names the fields whose words were compared, `by_eye` those only looked at.
    """

    kind: ClassVar[str] = "case.result_taken"
    shelf: str = ""
    corrected: Typed = ""
    compared: tuple[str, ...] = ()
    by_eye: tuple[str, ...] = ()


class CaseResultRefused(CaseAct, frozen=True, kw_only=True):
    """不予接收: the result is not what was accepted; it comes back corrected by `due`."""

    kind: ClassVar[str] = "case.result_refused"
    reason: Typed
    due: Term


class CaseShelved(CaseAct, frozen=True, kw_only=True):
    """The result lies somewhere else now."""

    kind: ClassVar[str] = "case.shelved"
    shelf: str


class CaseIssued(CaseAct, frozen=True, kw_only=True):
    """发放 against identity check.

    Attributes:
        receiver: 本人, 代领…; who it was stands in the personal record `person`.
        authority: how an agent's authority was proved.
        collected: names of the materials taken in.
        proof: how the 送达回执 was signed: `paper` or `screen`.
        window: the counter's.
    """

    kind: ClassVar[str] = "case.issued"
    window: str
    way: Way = Way.COLLECTED
    receiver: str
    person: PersonRef | None = None
    authority: Typed = ""
    collected: tuple[str, ...] = ()
    proof: str
    receipt_due: Term = Term()


class CasePosted(CaseAct, frozen=True, kw_only=True):
    """邮寄: the waybill was scanned for the result and again for the envelope."""

    kind: ClassVar[str] = "case.posted"
    window: str
    waybill: Traced


class CasePostDelivered(CaseAct, frozen=True, kw_only=True):
    """The carrier confirmed delivery on `on` (ISO date).

    Attributes:
        person: the record of who signed for it; None where nobody was named.
        receiver: the name itself, in acts of older programs alone.
    """

    kind: ClassVar[str] = "case.post_delivered"
    on: str
    receiver: str = ""
    person: PersonRef | None = None
    receipt_due: Term = Term()


class CasePostReturned(CaseAct, frozen=True, kw_only=True):
    """The post brought it back; it lies on the shelf again."""

    kind: ClassVar[str] = "case.post_returned"
    reason: Typed
    shelf: str = ""


class CaseReceiptPassed(CaseAct, frozen=True, kw_only=True):
    """送达回执移交: the signed receipt, and what was collected, went to the department."""

    kind: ClassVar[str] = "case.receipt_passed"
    batch: str


class CaseArchived(CaseAct, frozen=True, kw_only=True):
    """归档, with its list; `retention` as the matter's table says."""

    kind: ClassVar[str] = "case.archived"
    list_number: str
    retention: str


class CasePapersReturned(CaseAct, frozen=True, kw_only=True):
    """材料退还 to the applicant, in person or by post."""

    kind: ClassVar[str] = "case.papers_returned"
    occasion: Typed
    bundles: tuple[int, ...]
    waybill: Traced = ""


class CasePapersArrived(CaseAct, frozen=True, kw_only=True):
    """The post delivered returned materials, or brought them back to `window`."""

    kind: ClassVar[str] = "case.papers_arrived"
    bundles: tuple[int, ...]
    window: str = ""


class CaseAmended(CaseAct, frozen=True, kw_only=True):
    """更正: the receipt `replaces` is void, `receipt` counts; what is None stays as it was.

    Attributes:
        items: names of what was changed (电话, 申请人…); values stand in the personal record.
    """

    kind: ClassVar[str] = "case.amended"
    reason: Typed
    items: tuple[str, ...]
    receipt: str
    replaces: str
    query_code: str
    approver: str = ""
    applicant: PersonRef | None = None
    delivery: Delivery | None = None
    materials: tuple[CaseMaterial, ...] | None = None


class CaseVoided(CaseAct, frozen=True, kw_only=True):
    """作废. `replaced_by`: receipt that counts instead."""

    kind: ClassVar[str] = "case.voided"
    reason: Typed
    approver: str = ""
    replaced_by: str = ""


class CaseWithdrawn(CaseAct, frozen=True, kw_only=True):
    """撤回 by the applicant, before a decision."""

    kind: ClassVar[str] = "case.withdrawn"
    reason: Typed


class CaseTerminated(CaseAct, frozen=True, kw_only=True):
    """终止办理: ended without a decision."""

    kind: ClassVar[str] = "case.terminated"
    reason: Typed
    basis: Typed = ""
    document_number: str = ""


class CaseTransferred(CaseAct, frozen=True, kw_only=True):
    """移送: another authority, outside the hall, has the case now."""

    kind: ClassVar[str] = "case.transferred"
    to: Typed
    reason: Typed


class CaseMerged(CaseAct, frozen=True, kw_only=True):
    """并案: this case goes on in `into` (a case's subject)."""

    kind: ClassVar[str] = "case.merged"
    into: str
    reason: Typed


class CaseJoined(CaseAct, frozen=True, kw_only=True):
    """Another case was merged into this one."""

    kind: ClassVar[str] = "case.joined"
    other: str


class CaseReminded(CaseAct, frozen=True, kw_only=True):
    """督办: the supervisor's reminder is a step of its own."""

    kind: ClassVar[str] = "case.reminded"
    reminder: str
    stage: str
    demand: Typed
    reply_by: str


class CaseReminderAnswered(CaseAct, frozen=True, kw_only=True):
    kind: ClassVar[str] = "case.reminder_answered"
    reminder: str
    answer: Typed


class CasePlatformNumbered(CaseAct, frozen=True, kw_only=True):
    """The district platform's number came back (二次录入 or interface)."""

    kind: ClassVar[str] = "case.platform_numbered"
    number: str


class CaseCalled(CaseAct, frozen=True, kw_only=True):
    """The applicant was told by a person, not by message. `how`: 电话 or 当面; `about` a task."""

    kind: ClassVar[str] = "case.called"
    how: str
    about: str = ""


class CaseSigned(CaseAct, frozen=True, kw_only=True):
    """A signature image, bound to what was shown."""

    kind: ClassVar[str] = "case.signed"
    signature: Signature


class CaseSettled(CaseAct, frozen=True, kw_only=True):
    """A person settled an act that came too late: `act` is its id."""

    kind: ClassVar[str] = "case.settled"
    act: str
    how: Typed
