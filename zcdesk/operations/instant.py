"""即办: decided at the window inside a valid 授权委托书, or by an officer's one key (远程确认)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import Authority, AuthorityGiven, AuthorityRevoked, AuthorityScanned
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_acts import CaseAccepted, CaseDecided
from zcdesk.domain.case_parts import Decision
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import MatterType
from zcdesk.domain.papers_review import AcceptanceGround
from zcdesk.domain.person import Agency
from zcdesk.domain.sitting import Sitting
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import case_papers, casework, issuing, people
from zcdesk.operations.acceptance import firm_dates
from zcdesk.operations.casework import Done
from zcdesk.operations.session import Session, entry_of

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

AT_INTAKE = "收件时已核的授权委托书"
"""What an agent's authority to take the result along is recorded as."""


def give(session: Session, given: AuthorityGiven) -> str:
    """Register a 授权委托书; return its id. Administrators and supervisors only."""
    if given.until < given.start or not (given.windows or given.clerks):
        raise NotAllowed("INS-02")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.ADMINISTRATOR, Role.SUPERVISOR)
        id_ = tx.new_id()
        tx.append(NewAct(subject=f"authority:{id_}", body=given))
        return id_


def revoke(session: Session, authority_id: str, reason: str) -> None:
    """End an authority before its day."""
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.ADMINISTRATOR, Role.SUPERVISOR)
        if tx.state(f"authority:{authority_id}", Authority) is None:
            raise UserError("INS-03")
        body = AuthorityRevoked(reason=reason)
        tx.append(NewAct(subject=f"authority:{authority_id}", body=body))


def scan(session: Session, authority_id: str, data: bytes) -> Authority:
    """Keep one more page of the sealed document; return the authority with it.

    Raises:
        NotAllowed: CAS-02, neither administrator nor supervisor. UserError: INS-03, there is none.
    """
    digest = session.store.blobs.put(data)
    subject = f"authority:{authority_id}"
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.ADMINISTRATOR, Role.SUPERVISOR)
        if tx.state(subject, Authority) is None:
            raise UserError("INS-03")
        tx.append(NewAct(subject=subject, body=AuthorityScanned(page=digest)))
        found = tx.state(subject, Authority)
        assert found is not None
        return found


def authorities(session: Session) -> tuple[Authority, ...]:
    """Return every 授权委托书, revoked and expired ones too."""
    with session.reading() as store:
        return tuple(authority for _, authority in store.states(Authority))


def authority_for(session: Session, store: Reader, case: Case) -> Authority | None:
    """Return the authority under which this window or clerk may decide a case today.

    Who stands in for somebody today (AB 角) acts under what that one was given.
    """
    return next(_covering(session, store, case, session.now().date()), None)


def _covering(session: Session, store: Reader, case: Case, day: date) -> Iterator[Authority]:
    here = (session.clerk, *people.stands_in_for(session, store, session.clerk))
    for _, authority in store.states(Authority):
        for who in here:
            if authority.covers(case.intake.matter, case.department, session.window, who, day):
                yield authority


def _expired(session: Session, store: Reader, case: Case) -> Authority | None:
    """Return the authority that would have done until it ended, the latest one."""
    today = session.now().date().isoformat()
    ended = (a for _, a in store.states(Authority) if a.given.until < today)
    return next(
        (
            a
            for a in sorted(ended, key=lambda a: a.given.until, reverse=True)
            if a in _covering(session, store, case, date.fromisoformat(a.given.until))
        ),
        None,
    )


def officers(session: Session, department: str) -> tuple[Clerk, ...]:
    """Return who of a department may be asked for a remote confirmation."""
    asked = {Role.REVIEWER, Role.CHIEF}
    with session.reading() as store:
        return tuple(
            clerk
            for _, clerk in store.states(Clerk)
            if department in clerk.departments and asked & set(clerk.roles)
        )


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What a window may do at once about an instant case it has just taken in.

    Attributes:
        officer: in whose name it may be decided here, by authority or after a 远程确认; empty =
            nobody's yet.
        question: id of the 远程确认 asked last; `agrees` None while nobody answered.
        officers: names of who may be asked.
    """

    case: str
    number: str
    matter: str
    department: str
    officer: str = ""
    question: str = ""
    agrees: bool | None = None
    answer: str = ""
    officers: tuple[str, ...] = ()


def offers(session: Session, sitting: str) -> tuple[Offer, ...]:
    """Return the instant cases of a sitting that wait for their decision."""
    with session.reading() as store:
        found = store.state(f"sitting:{sitting}", Sitting)
        cases = tuple(casework.case_of(store, id_) for id_ in (found.case_ids if found else ()))
        waiting = tuple(c for c in cases if c.state is CaseState.RECEIVED and _instant(store, c))
        return tuple(_offer(session, store, case) for case in waiting)


def _instant(store: Reader, case: Case) -> bool:
    entry = entry_of(store, case.intake.matter)
    return entry is not None and entry.matter.effective_type is MatterType.INSTANT


def _offer(session: Session, store: Reader, case: Case) -> Offer:
    authority = authority_for(session, store, case)
    asked = next((q for q in reversed(case.questions) if q.confirm), None)
    officer = authority.given.officer if authority else ""
    if not officer and asked is not None and asked.agrees:
        who = store.state(f"clerk:{asked.officer}", Clerk)
        officer = who.name if who else asked.officer
    return Offer(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        department=case.department,
        officer=officer,
        question=asked.id if asked and not authority else "",
        agrees=asked.agrees if asked else None,
        answer=asked.answer if asked else "",
        officers=tuple(clerk.name for clerk in officers(session, case.department)),
    )


def decide(session: Session, case_id: str, decision: Decision, *, question: str = "") -> Done:
    """Accept and decide at the window, in the department's and its officer's name.

    Args:
        question: id of the 远程确认 an officer agreed to; empty = rest on an authority.

    Raises:
        NotAllowed: INS-01 no right to; INS-04 the matter is not an instant one; INS-05 the
            authority has expired.
    """
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        if not _instant(tx, case):
            raise NotAllowed("INS-04")
        right, officer = _right(session, tx, case, question)
        due, statutory, days = firm_dates(session, tx, case, 0)
        casework.act(
            session,
            tx,
            case_id,
            CaseAccepted,
            ground=AcceptanceGround.COMPLETE.value,
            days=days,
            due=due,
            statutory=statutory,
            authority=right,
        )
        made = msgspec.structs.replace(
            decision,
            department=case.department,
            officer=officer,
            at=tx.at_text,
            authority="" if question else right,
            question=question,
        )
        after_it, _ = casework.act(session, tx, case_id, CaseDecided, decision=made)
        paper = case_papers.decision(
            casework.issuer(session, tx), after_it, casework.particulars(tx, after_it)
        )
        return Done(case=after_it, prints=(casework.print_of(tx, after_it, paper),))


def hand_out(session: Session, case_id: str) -> Done:
    """Give what was decided on the spot to who handed the application in, with its 送达回执.

    Identity and authority were checked at the same window at intake; what the decision asks for
    is taken in with it.

    Raises:
        NotAllowed: RES-02 it is out already, RES-08 it was not decided at a window.
    """
    with session.reading() as store:
        case = casework.case_of(store, case_id)
        whose = casework.particulars(store, case)
    own = case.intake.agency is Agency.SELF or whose.presenter is None
    receiver = issuing.Receiver(
        person=whose.applicant if own or whose.presenter is None else whose.presenter,
        agency=Agency.SELF if own else case.intake.agency,
        authority="" if own else AT_INTAKE,
    )
    collected = case.decision.collect if case.decision else ()
    return issuing.issue(session, case_id, receiver, collected=collected)


def _right(session: Session, store: Reader, case: Case, question: str) -> tuple[str, str]:
    """Return what a decision at the window rests on, and in which officer's name it is made."""
    if question:
        asked = next((q for q in case.questions if q.id == question), None)
        if asked is None or not asked.confirm or not asked.agrees:
            raise NotAllowed("INS-01")
        who = store.state(f"clerk:{asked.officer}", Clerk)
        return question, who.name if who else asked.officer
    authority = authority_for(session, store, case)
    if authority is None:
        ended = _expired(session, store, case)
        if ended is not None:
            raise NotAllowed("INS-05", number=ended.given.number, until=ended.given.until)
        raise NotAllowed("INS-01")
    return f"authority:{authority.id}", authority.given.officer
