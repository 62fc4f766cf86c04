"""Parts of a case's state: terms, findings, stages, special steps, decision, result, delivery."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from zcdesk.domain.checklist import RowState
from zcdesk.domain.matter import Unit
from zcdesk.domain.typed import Traced, Typed


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value inside the state of a case; times are ISO with offset, dates ISO."""


class PersonRef(msgspec.Struct, frozen=True, kw_only=True):
    """Where a personal record is, and its salted digest."""

    ref: str
    digest: str


class Term(Part, frozen=True, kw_only=True):
    """When something is due, as it was told; `provisional`: past the last official year."""

    at: str = ""
    provisional: bool = False

    def __bool__(self) -> bool:
        return bool(self.at)


class Lack(Part, frozen=True, kw_only=True):
    """One point of a return (补正). `new`: not told of the first time."""

    name: str
    defective: bool = False
    reason: Typed = ""
    mend: Typed = ""
    new: bool = False


class SentBack(Part, frozen=True, kw_only=True):
    """One return of a case (退回补正), as it was told. `due`: until when it had to be answered."""

    at: str
    lacks: tuple[Lack, ...]
    due: Term = Term()


class Finding(Part, frozen=True, kw_only=True):
    """What a reviewer found about one material."""

    material: str
    fits: bool
    reason: Typed = ""
    by: str = ""


class Question(Part, frozen=True, kw_only=True):
    """Another department or officer was asked.

    Attributes:
        confirm: asked to decide by one key (远程确认), not for an opinion.
        agrees: None until answered.
    """

    id: str
    department: str
    text: str
    asked_by: str
    at: str
    confirm: bool = False
    agrees: bool | None = None
    answer: str = ""
    officer: str = ""
    answered_at: str = ""


class Stage(Part, frozen=True, kw_only=True):
    """One stage of the review.

    Attributes:
        turn: stages of one turn run side by side (并联); turns follow each other.
        days: its own limit in `unit`; 0 = only the case's.
        lead: the lead department's stage, which ends its turn last.
    """

    id: str
    name: str
    department: str
    turn: int = 1
    days: int = 0
    unit: Unit = Unit.WORKING
    lead: bool = False
    begun: str = ""
    due: Term = Term()
    done: str = ""
    opinion: Typed = ""
    agrees: bool | None = None
    officer: str = ""


class Step(Part, frozen=True, kw_only=True):
    """A special step whose time is not counted (特别程序); `days` 0 = not known."""

    id: str
    name: str
    reason: str = ""
    basis: str = ""
    organiser: str = ""
    days: int = 0
    begun: str = ""
    ended: str = ""
    outcome: str = ""


class Extension(Part, frozen=True, kw_only=True):
    """The one extension (行政许可法 42)."""

    days: int
    reason: str
    approver: str
    before: Term
    after: Term
    at: str


class Outcome(StrEnum):
    GRANTED = "准予"
    REFUSED = "不予"


class Decision(Part, frozen=True, kw_only=True):
    """What was decided, in whose name.

    Attributes:
        authority: subject of the 授权委托书 an instant decision rests on, else empty.
        question: id of the 远程确认 it rests on, else empty.
        result: name of the certificate or document; empty = the decision itself.
        collect: what must be taken in when the result is handed out.
    """

    outcome: Outcome
    department: str
    officer: str
    at: str
    document_number: str = ""
    result: str = ""
    certificate_number: Traced = ""
    granted: Typed = ""
    reason: Typed = ""
    basis: Typed = ""
    conditions: Typed = ""
    valid_from: str = ""
    valid_until: str = ""
    authority: str = ""
    question: str = ""
    collect: tuple[str, ...] = ()
    copies: int = 1


class Result(Part, frozen=True, kw_only=True):
    """The result on its way to the applicant.

    Attributes:
        batch: subject of the 办理结果交接 it came with.
        held: personal record of what the department says stands on the certificate.
        refused: reasons the counter sent it back for, oldest first.
        corrected: what was put right on the spot.
        correct_by: until when a refused result must come back.
    """

    sent_at: str
    batch: str = ""
    held: PersonRef | None = None
    taken_at: str = ""
    shelf: str = ""
    refused: tuple[str, ...] = ()
    corrected: str = ""
    correct_by: Term = Term()


class Way(StrEnum):
    """How a result reaches the applicant."""

    COLLECTED = "窗口领取"
    POSTED = "邮寄"
    ELECTRONIC = "电子送达"


ON_PAPER, ON_SCREEN = "paper", "screen"
"""How a 送达回执 was signed."""


class Dispatch(Part, frozen=True, kw_only=True):
    """How and when the result was delivered.

    Attributes:
        receiver: 本人 or the role of who took it; the name stands in the personal record.
        returned: why the post brought it back.
        receipt_due: when the signed 送达回执 must be with the department.
        transferred: subject of the list it was passed on with.
    """

    way: Way
    at: str
    receiver: str = ""
    authority: str = ""
    waybill: str = ""
    delivered_at: str = ""
    returned: str = ""
    proof: str = ""
    receipt_due: Term = Term()
    transferred: str = ""


class Reminder(Part, frozen=True, kw_only=True):
    """A supervisor's reminder (督办) and its answer."""

    id: str
    stage: str
    demand: str
    reply_by: str
    by: str
    at: str
    answer: str = ""
    answered_by: str = ""
    answered_at: str = ""


class Called(Part, frozen=True, kw_only=True):
    """A person told the applicant: `how` 电话 or 当面, `about` a material's key or a return."""

    how: str
    at: str
    by: str
    about: str = ""


class Verdict(StrEnum):
    """What a person decides about a promise that was not kept."""

    EXTENDED = "延期"
    GO_ON = "按现有材料办理"
    END = "终止办理"


class Signature(Part, frozen=True, kw_only=True):
    """手写签名影像 bound to what was shown; never an electronic signature in law.

    Attributes:
        shown: digest of the very bytes that were on the screen.
        image: digest of the drawn picture in the store of contents.
    """

    paper: str
    shown: str
    image: str
    signer: str
    station: str
    at: str


class Refused(Part, frozen=True, kw_only=True):
    """An act the state did not allow any more: kept, never applied, put before a person."""

    act: str
    kind: str
    at: str
    clerk: str
    code: str
    state: str
    settled: str = ""


class Ending(Part, frozen=True, kw_only=True):
    """Why a case ended without a delivered result. `other`: the case or hall that goes on."""

    reason: str
    by: str
    at: str
    basis: str = ""
    approver: str = ""
    other: str = ""


class CaseMaterial(Part, frozen=True, kw_only=True):
    """One paper of a case; at intake as the checklist left it, later as it stands.

    `supplied`: when a promised paper came in.
    """

    key: str
    name: str
    form: str
    due_count: int
    given: int = 0
    state: RowState
    compared: bool = False
    reason: Typed = ""
    due: str = ""
    signed: str = ""
    demanded: bool = False
    demand_reason: Typed = ""
    officer: Typed = ""
    answer: Typed = ""
    pages: tuple[str, ...] = ()
    since: str = ""
    shared_by_all: bool = False
    voluntary: bool = False
    note: Typed = ""
    supplied: str = ""


_HANDED_IN = frozenset({RowState.RECEIVED, RowState.DEFECTIVE, RowState.ASKED})


def handed_in(materials: tuple[CaseMaterial, ...]) -> tuple[str, ...]:
    """Return the names of the papers that were put on the desk."""
    return tuple(m.name for m in materials if m.given and m.state in _HANDED_IN)
