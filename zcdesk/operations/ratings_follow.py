"""Following up bad ratings: the list by deadline, and every step of a follow-up as an act.

Only supervisors and administrators do it; the auditor reads. Nothing here shows who rated but
`reveal`, which records who looked.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.deadlines import Limit, LimitKind, of_rule
from zcdesk.domain.hall import Clerk, Policy, Role
from zcdesk.domain.limits import Rule
from zcdesk.domain.rating import Rating
from zcdesk.domain.rating_follow import FollowStep, refusal
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import Ticket
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import casework, clerks
from zcdesk.operations.session import Session, policy
from zcdesk.store.schema import concern_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

DOERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)
READERS = (*DOERS, Role.AUDITOR)
PAGE = 200


class FollowRow(msgspec.Struct, frozen=True, kw_only=True):
    """One bad rating as the list shows it.

    Attributes:
        limit: what has to be done next, by when; None once it is ended.
        ticket: its number; matters of the visit, never who was there.
        names: staff number → name of everybody in the steps.
    """

    rating: Rating
    limit: Limit | None
    ticket: str = ""
    matters: tuple[str, ...] = ()
    names: dict[str, str] = {}


def rows(session: Session, *, ended: bool = False, limit: int = PAGE) -> tuple[FollowRow, ...]:
    """Return the bad ratings nobody has ended yet, the nearest limit first; or the ended ones."""
    wanted = (
        select(concern_index.c.subject)
        .where(concern_index.c.kind == "rating", concern_index.c.open == int(not ended))
        .order_by(concern_index.c.at.desc() if ended else concern_index.c.at)
        .limit(limit)
    )
    with session.reading() as store:
        casework.must_hold(session, store, *READERS)
        rules = policy(store)
        subjects = store.select(wanted).scalars().all()
        found = [_row(session, store, rules, _rating(store, subject)) for subject in subjects]
    if not ended:
        found.sort(key=lambda row: row.limit.at.isoformat() if row.limit and row.limit.at else "")
    return tuple(found)


def row(session: Session, sitting: str) -> FollowRow:
    """Return one bad rating."""
    with session.reading() as store:
        casework.must_hold(session, store, *READERS)
        return _row(session, store, policy(store), _rating(store, f"rating:{sitting}"))


def step(session: Session, sitting: str, done: FollowStep) -> FollowRow:
    """Record a step of a follow-up.

    Raises:
        NotAllowed: CAS-02, not one's role; RAT-04, whoever found it not to count cannot review
            that; RAT-05, the step needs words.
        Conflict: RAT-03, the follow-up has moved on.
    """
    if not done.note.strip() and done.kind != "rating.contacted":
        raise NotAllowed("RAT-05")
    with session.transaction() as tx:
        casework.must_hold(session, tx, *DOERS)
        rating = _rating(tx, f"rating:{sitting}")
        assert rating.follow is not None
        code = refusal(rating.follow, done, session.clerk)
        if code is not None:
            raise (Conflict if code == "RAT-03" else NotAllowed)(code)
        tx.append(NewAct(subject=f"rating:{sitting}", body=done))
        return _row(session, tx, policy(tx), _rating(tx, f"rating:{sitting}"))


def reveal(session: Session, sitting: str) -> tuple[str, str]:
    """Return name and phone of whoever was at the visit, after recording who looked.

    Raises:
        NotAllowed: CAS-02.
        UserError: RAT-06, nothing is kept of who was there.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *DOERS)
        visit = store.state(f"sitting:{sitting}", Sitting)
        if visit is None or not visit.case_ids:
            raise UserError("RAT-06")
        case = casework.case_of(store, visit.case_ids[0])
        person = casework.particulars(store, case).applicant
    clerks.reveal(session, "phone", f"rating:{sitting}")
    return person.name, person.phone


def _rating(store: Reader, subject: str) -> Rating:
    found = store.state(subject, Rating)
    if found is None or found.follow is None:
        raise UserError("RAT-02")
    return found


def _row(session: Session, store: Reader, rules: Policy, rating: Rating) -> FollowRow:
    visit = store.state(f"sitting:{rating.sitting}", Sitting)
    ticket = store.state(f"ticket:{rating.ticket}", Ticket) if rating.ticket else None
    cases = [casework.case_of(store, c) for c in (visit.case_ids if visit else ())]
    names = {}
    for done in rating.follow.steps if rating.follow else ():
        who = store.state(f"clerk:{done.by}", Clerk)
        names[done.by] = who.name if who else done.by
    return FollowRow(
        rating=rating,
        limit=_limit(session, rules, rating),
        ticket=ticket.number if ticket else "",
        matters=tuple(case.intake.matter_name for case in cases),
        names=names,
    )


def _limit(session: Session, rules: Policy, rating: Rating) -> Limit | None:
    """Return what is due next: the first contact, then the end of it all."""
    follow = rating.follow
    if follow is None or not follow.state.is_open:
        return None
    kind, rule = (
        (LimitKind.RATING_CLOSE, Rule.RATING_CLOSE)
        if follow.contacted_at
        else (LimitKind.RATING_CONTACT, Rule.RATING_FIRST_CONTACT)
    )
    start = datetime.fromisoformat(rating.at)
    return of_rule(kind, rule, start, session.calendar, rules.limits, session.now())
