"""One case as its page shows it: who, timeline, materials, papers, limits, who looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain import typed
from zcdesk.domain.act import Body
from zcdesk.domain.case import Case, Particulars, RecordErased
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.deadlines import Limit, running
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import Clerk, Revealed
from zcdesk.domain.papers import Party
from zcdesk.domain.sitting import Print, Sitting
from zcdesk.operations import casework, clerks, papers
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons
from zcdesk.store.schema import acts

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


PERSON, TYPED = "person", "typed"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One act of the timeline.

    Attributes:
        refused: code of why it was not applied.
        words: what somebody typed or picked in it; a word in its place where that is destroyed.
        destroyed: what an erasing destroyed: PERSON or TYPED; empty for other acts.
    """

    id: str
    kind: str
    at: str
    clerk: str
    role: str = ""
    department: str = ""
    clock_ok: bool = True
    refused: str = ""
    words: tuple[str, ...] = ()
    destroyed: str = ""


class CasePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page shows; `party` is masked and None once erased."""

    case: Case
    party: Party | None
    timeline: tuple[Event, ...]
    limits: tuple[Limit, ...]
    prints: tuple[Print, ...]


def view(session: Session, case_id: str) -> CasePage:
    """Return a case with its timeline, limits and papers; an auditor reads it, too."""
    with session.reading() as store:
        casework.must_hold(session, store, *casework.READERS)
        case = casework.case_of(store, case_id)
        record = persons.get(store, case.intake.applicant, Particulars)
        sitting = store.state(f"sitting:{case.intake.sitting}", Sitting)
        limits = policy(store).limits
        known = {case.intake.number, case.intake.receipt, *case.void_receipts}
        return CasePage(
            case=case,
            party=_masked(papers.party(record, case.intake.agency)) if record else None,
            timeline=_timeline(store, case),
            limits=running(case, session.calendar, limits, session.now()),
            prints=tuple(
                p for p in (sitting.prints if sitting else ()) if p.number.split("/")[0] in known
            ),
        )


def reveal(session: Session, case_id: str, field: str) -> str:
    """Return one field of the applicant in clear, after recording who looked (UX-42).

    Args:
        field: `name`, `id_number`, `phone` or `address`.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *casework.READERS)
        case = casework.case_of(store, case_id)
        record = casework.particulars(store, case)
    clerks.reveal(session, field, case_id)
    return str(getattr(record.applicant, field))


def looked(session: Session, case_id: str) -> tuple[Event, ...]:
    """Return who looked at masked fields of a case, and when."""
    c = acts.c
    with session.reading() as store:
        names = {subject: clerk.name for subject, clerk in store.states(Clerk)}
        looks = select(c.id).where(c.subject.in_(names), c.kind == Revealed.kind).order_by(c.at)
        found = []
        for id_ in store.select(looks).scalars().all():
            act = store.act(id_)
            body = decode_body(act) if act is not None else None
            if act is not None and isinstance(body, Revealed) and body.about == case_id:
                who = names[act.subject]
                found.append(Event(id=act.id, kind=body.field, at=act.at, clerk=who))
    return tuple(found)


def _masked(party: Party) -> Party:
    """Papers carry the name; a screen shows its first character only."""
    return msgspec.structs.replace(
        party, name=masked_name(party.name), agent_name=masked_name(party.agent_name)
    )


def _destroyed(body: Body | None) -> str:
    if not isinstance(body, RecordErased):
        return ""
    return TYPED if body.ref.startswith(persons.WORDS) else PERSON


def _timeline(store: Reader, case: Case) -> tuple[Event, ...]:
    refused = {r.act: r.code for r in case.refused}
    names: dict[str, str] = {}
    events = []
    for act in store.acts(f"case:{case.id}"):
        if act.clerk not in names:
            who = store.state(f"clerk:{act.clerk}", Clerk)
            names[act.clerk] = who.name if who else act.clerk
        body = store.body(act)
        acted = body if isinstance(body, CaseAct) else None
        events.append(
            Event(
                id=act.id,
                kind=act.kind,
                at=act.at,
                clerk=names[act.clerk],
                role=acted.role.value if acted else "",
                department=acted.department if acted else "",
                clock_ok=act.clock_ok,
                refused=refused.get(act.id, ""),
                words=typed.said(body) if body is not None else (),
                destroyed=_destroyed(body),
            )
        )
    return tuple(events)
