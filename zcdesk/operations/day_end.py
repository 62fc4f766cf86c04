"""The end of a queue's day (日终): numbers nobody called expire, each by an act.

Bookings nobody came for are missed once their day is over.

A visit that is open or set aside is a clerk's work and stays; what was begun for a number that
was passed over goes with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.ticket import Ticket, TicketExpired, TicketStatus, allowed
from zcdesk.domain.window import Window
from zcdesk.errors import NotAllowed
from zcdesk.operations import bookings, clocks, drafts, tickets
from zcdesk.operations.session import Session, clerk
from zcdesk.store.schema import ticket_index

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from zcdesk.store.transaction import Transaction

MAY_CLOSE = frozenset({Role.SUPERVISOR, Role.GUIDE, Role.ADMINISTRATOR})


def close_past_days(session: Session) -> int:
    """Let the numbers of earlier days expire; return how many. Any desk may, once it opens.

    None while the clock leads: it may still be the day they were taken on.
    """
    if clocks.is_ahead(session):
        return 0
    with session.as_clerk("").transaction() as tx:
        bookings.miss_past(tx, tickets.today(session))
        return _expire(tx, ticket_index.c.day < tickets.today(session))


def close_today(session: Session) -> int:
    """End today's queue: whoever still waits or was passed over is not called any more.

    Raises:
        NotAllowed: QUE-15, the clerk is neither supervisor, guide nor administrator.
    """
    with session.transaction() as tx:
        if not MAY_CLOSE & set(clerk(tx, session.clerk).roles):
            raise NotAllowed("QUE-15")
        return _expire(tx, ticket_index.c.day <= tickets.today(session), called=False)


def _expire(tx: Transaction, which: ColumnElement[bool], *, called: bool = True) -> int:
    """Expire the unserved numbers `which` names; who was just called today may still come."""
    states = [TicketStatus.WAITING.value, TicketStatus.NO_SHOW.value]
    if called:
        states.append(TicketStatus.CALLED.value)
    rows = tx.select(
        select(ticket_index.c.subject).where(which, ticket_index.c.status.in_(states))
    ).scalars()
    found = [tickets.must(tx, subject) for subject in rows.all()]
    for ticket in found:
        if allowed(ticket, TicketExpired):
            _end(tx, ticket)
    return len(found)


def _end(tx: Transaction, ticket: Ticket) -> None:
    subject = f"ticket:{ticket.id}"
    fence = ticket.fence
    if ticket.status is TicketStatus.WAITING:
        claim = tx.hall.claim(tx.new_id(), "", ticket.day, lambda _: subject)
        fence = claim.fence if claim else fence
    tx.hall.release(tx.new_id(), subject, fence, None)
    tx.append(NewAct(subject=subject, body=TicketExpired(), audience=tickets.audience(ticket)))
    for _, window in tx.states(Window):
        _forget(tx, window.number, ticket.id)


def _forget(tx: Transaction, window: str, ticket_id: str) -> None:
    """Drop what a window began for a number that is over."""
    for kind in (drafts.MISSED, drafts.OPEN):
        for visit in drafts.all_of(tx, window, kind):
            if visit.ticket and visit.ticket.id == ticket_id:
                drafts.drop(tx, visit)
