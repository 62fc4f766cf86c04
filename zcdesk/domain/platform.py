"""The district platform (区政务服务管理平台), which is the record (rules 4).

What is told of a case, what comes back, and where the two differ. A decision made over there is
shown as a difference and never becomes an act by itself: acts are persons'.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from zcdesk.domain.act import digest
from zcdesk.domain.case import ENDED, Case, CaseState, Particulars
from zcdesk.domain.platform_way import PlatformPolicy

FORMAT: Literal["zcdesk.platform/1"] = "zcdesk.platform/1"
Format = Literal["zcdesk.platform/1"]


class Holder(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Whose case it is, as the platform's record wants it."""

    name: str
    id_kind: str
    id_number: str
    phone: str = ""


class CaseOut(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A case as it stands, sent whole at every change; times are ISO 8601 with offset."""

    format: Format
    hall: str
    number: Annotated[str, Meta(description="the hall's case number")]
    receipt: str
    matter: str
    matter_name: str
    department: str
    applicant: Holder
    presenter: Holder | None = None
    received_at: str
    state: CaseState
    accepted_at: str = ""
    due: str = ""
    decision: Annotated[str, Meta(description="准予 or 不予, empty before")] = ""
    decided_at: str = ""
    delivered_at: str = ""
    platform_number: Annotated[str, Meta(description="empty until it was assigned")] = ""
    simulated: bool = False

    @property
    def revision(self) -> str:
        """Identity of this very state: the same when it is sent again."""
        return digest(msgspec.json.encode(self, order="deterministic"))


class Receipt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The platform's answer to a `CaseOut`."""

    format: Format
    number: str
    accepted: bool
    platform_number: str = ""
    reason: str = ""


class CaseIn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the platform has a case."""

    number: str
    platform_number: str = ""
    state: CaseState
    decision: str = ""
    at: str = ""


class Changes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What changed on the platform; `cursor` is given back at the next question."""

    format: Format
    cursor: str = ""
    cases: tuple[CaseIn, ...]


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """The question for changes."""

    format: Format
    hall: str
    cursor: str = ""


class Errand(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What this station still has to tell the platform of one case, and what came back.

    Attributes:
        waits: something changed since it was last told.
        told: revision the platform has.
        why: code of what went wrong last; `reason` the platform's own words.
        theirs: the case as the platform has it.
    """

    subject: str
    number: str = ""
    waits: bool = True
    told: str = ""
    attempts: int = 0
    next_at: str = ""
    why: str = ""
    reason: str = ""
    theirs: CaseIn | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One field in which hall and platform do not agree."""

    number: str
    field: str
    ours: str
    theirs: str


def out(case: Case, record: Particulars, hall: str) -> CaseOut:
    """Return what the platform is told of a case."""
    intake, who = case.intake, record.applicant
    decision, dispatch = case.decision, case.dispatch
    by = record.presenter
    return CaseOut(
        format=FORMAT,
        hall=hall,
        number=intake.number,
        receipt=intake.receipt,
        matter=intake.matter,
        matter_name=intake.matter_name,
        department=case.department or intake.department,
        applicant=Holder(
            name=who.name, id_kind=who.id_kind, id_number=who.id_number, phone=who.phone
        ),
        presenter=Holder(name=by.name, id_kind=by.id_kind, id_number=by.id_number, phone=by.phone)
        if by
        else None,
        received_at=case.received_at,
        state=case.state,
        accepted_at=case.accepted_at,
        due=case.due.at,
        decision=decision.outcome.value if decision else "",
        decided_at=decision.at if decision else "",
        delivered_at=dispatch.delivered_at if dispatch else "",
        platform_number=case.platform_number,
        simulated=intake.simulated,
    )


def told(errand: Errand, revision: str) -> Errand:
    """Return the errand after the platform took a revision."""
    return msgspec.structs.replace(
        errand, waits=False, told=revision, attempts=0, next_at="", why="", reason=""
    )


def put_off(
    errand: Errand, policy: PlatformPolicy, at: dt.datetime, why: str, reason: str = ""
) -> Errand:
    """Return the errand after an attempt that came to nothing; it never gives up."""
    minutes = min(policy.first_wait * 2 ** min(errand.attempts, 20), policy.longest_wait)
    minutes = max(minutes, 1)
    return msgspec.structs.replace(
        errand,
        attempts=errand.attempts + 1,
        next_at=(at + dt.timedelta(minutes=minutes)).isoformat(timespec="milliseconds"),
        why=why,
        reason=reason[:200],
    )


def differences(case: Case, theirs: CaseIn) -> tuple[Difference, ...]:
    """Return where the hall's case and the platform's are not the same."""
    decision = case.decision.outcome.value if case.decision else ""
    pairs = (
        ("platform_number", case.platform_number, theirs.platform_number),
        ("state", case.state.value, theirs.state.value),
        ("decision", decision, theirs.decision),
    )
    return tuple(
        Difference(number=case.intake.number, field=field, ours=ours, theirs=other)
        for field, ours, other in pairs
        if ours != other
    )


def is_unregistered(case: Case) -> bool:
    """待登记平台: it counts, and has no platform number yet."""
    return not case.platform_number and case.state not in ENDED
