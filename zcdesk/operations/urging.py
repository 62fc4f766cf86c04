"""督办: what is late or nearly so, what was urged already, and urging several cases at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from sqlalchemy import select

from zcdesk.domain.case import STATE_TEXT, Case
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, live, mending
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session
from zcdesk.store.schema import case_index

SHOWN = 500
AHEAD = timedelta(days=3)
"""How far ahead of its due time a case can be urged from the list."""


class UrgedCase(msgspec.Struct, frozen=True, kw_only=True):
    """One open case that is late or will be soon.

    Attributes:
        due: ISO time; `urged` how often it was urged; `reply_by` until when the last answer is
            expected and `answer` what it was, empty while there is none.
    """

    case: str
    number: str
    matter: str
    department: str
    state: str
    due: str
    is_late: bool
    urged: int = 0
    reply_by: str = ""
    answer: str = ""


def cases(session: Session) -> tuple[UrgedCase, ...]:
    """Return the open cases that are late or due within three days, the latest first."""
    now = session.now()
    c = case_index.c
    wanted = (
        select(c.subject, c.department, c.due)
        .where(c.open == 1, c.due != "", c.due < (now + AHEAD).isoformat())
        .order_by(c.due)
        .limit(SHOWN)
    )
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        found = [(row, store.state(row.subject, Case)) for row in store.select(wanted).all()]
    return tuple(_row(case, row.due, now) for row, case in found if case is not None)


def urge(
    session: Session, case_ids: tuple[str, ...], demand: str, reply_by: datetime
) -> tuple[PrintTask, ...]:
    """Urge every one of these cases or none, each with its 督办单; return the papers.

    Raises:
        NotAllowed: CAS-02 no supervisor; CAS-01 a case has ended meanwhile; DUT-01 no case was
            chosen; DUT-02 the answer would be due already.
    """
    mending.must_say(demand)
    if not case_ids:
        raise NotAllowed("DUT-01")
    if reply_by <= session.now():
        raise NotAllowed("DUT-02")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.SUPERVISOR)
        done = [mending.remind_in(session, tx, one, demand, reply_by) for one in case_ids]
    return tuple(task for one in done for task in one.prints)


def _row(case: Case, due: str, now: datetime) -> UrgedCase:
    last = case.reminders[-1] if case.reminders else None
    return UrgedCase(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        department=case.department,
        state=STATE_TEXT[case.state],
        due=due,
        is_late=live.is_late(due, now),
        urged=len(case.reminders),
        reply_by=last.reply_by if last else "",
        answer=last.answer if last else "",
    )
