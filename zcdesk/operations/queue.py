"""Calling and what follows a call until the applicant sits down or leaves.

Every verb is one transaction: the hall's claim, the ticket's act and the open visit's draft become
durable together, so a call is never lost and never made twice.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from zcdesk.domain.act import Body, NewAct
from zcdesk.domain.caller_feed import is_number
from zcdesk.domain.ticket import (
    Channel,
    Outcome,
    Ticket,
    TicketArrived,
    TicketCalled,
    TicketClosed,
    TicketMissed,
    TicketParked,
    TicketRecalled,
    TicketResumed,
    TicketReturned,
    TicketStatus,
    TicketTransferred,
    allowed,
)
from zcdesk.domain.visit import OpenTicket, Phase, Visit
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import bookings, choosing, cut_off, drafts, series, tickets
from zcdesk.operations.session import Session, policy, window
from zcdesk.store import reserve
from zcdesk.store.hall import Back, Claim, Waiting, Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zcdesk.store.transaction import Transaction


def call_next(session: Session) -> Visit | None:
    """Call the next ticket this window's scope covers; None when nobody waits."""
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        mine = choosing.of(tx, session)
        claim = tx.hall.claim(
            tx.new_id(), session.window, mine.day, lambda waiting: mine.next(_subjects(waiting))
        )
        return _called(session, tx, claim) if claim else None


def call_number(session: Session, number: str) -> Visit:
    """Call one ticket out of turn (指定号).

    Where another system gives the numbers, one that is not known here is at the window already;
    so is the slip of a kiosk that was cut off.
    """
    wanted = number.strip().upper()
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        mine = choosing.of(tx, session)
        claim = tx.hall.claim(
            tx.new_id(),
            session.window,
            mine.day,
            lambda waiting: mine.numbered(_subjects(waiting), wanted),
        )
        if claim is not None:
            return _called(session, tx, claim)
        if tx.standing.epoch and series.category_of(wanted):
            return _with_slip(session, tx, wanted, mine.day)
        if not policy(tx).queue.outside_numbers or not is_number(wanted):
            raise Conflict("QUE-08", no=wanted)
        if any(t.number == wanted for t in tickets.of_day(tx, mine.day)):
            raise Conflict("QUE-08", no=wanted)
        return claim_own(session, tx, tickets.take_own(tx, session, wanted))


def walk_in(session: Session, booking: str = "") -> Visit:
    """Serve somebody without a number: a ticket of the window's own series, for the figures.

    Args:
        booking: code of the one this is, where the hall's server gives no number for it.
    """
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        made = bookings.to_take(tx, session, booking, is_here=True) if booking else None
        subject = tickets.take_own(tx, session, matter=made.matter if made else "")
        if made:
            bookings.note_taken(tx, session, made, tickets.must(tx, subject))
        return claim_own(session, tx, subject)


def recall(session: Session, visit: Visit) -> None:
    """Call again, at most every few seconds."""
    with session.transaction() as tx:
        ticket = _held(tx, visit)
        wait = policy(tx).queue.recall_seconds
        if _seconds_since(session, ticket.spoken_at) < wait:
            raise NotAllowed("QUE-06", n=wait)
        _append(tx, ticket, TicketRecalled(window=session.window))


def arrive(session: Session, visit: Visit, by: str) -> Visit:
    """The person is here: by card, scan or key."""
    with session.transaction() as tx:
        return _arrived(session, tx, visit, by)


def miss(session: Session, visit: Visit) -> None:
    """过号: the number is passed over; it can come back."""
    with session.transaction() as tx:
        ticket = _held(tx, visit)
        _append(tx, ticket, TicketMissed(window=session.window))
        tx.hall.release(tx.new_id(), f"ticket:{ticket.id}", ticket.fence, None)
        drafts.put(tx, visit, drafts.MISSED)


def call_back(session: Session, ticket_id: str) -> Visit:
    """Bring a passed number back to this window: an undo, or its holder has come."""
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        subject = f"ticket:{ticket_id}"
        ticket = tickets.must(tx, subject)
        claim = tx.hall.reclaim(tx.new_id(), session.window, subject)
        if claim is None or not allowed(ticket, TicketReturned):
            raise Conflict("QUE-08", no=ticket.number)
        _append(tx, ticket, TicketReturned(reason="过号叫回"))
        return _called(session, tx, claim)


def requeue(session: Session, ticket_id: str) -> None:
    """Send a passed number back into the queue, some places behind."""
    with session.transaction() as tx:
        subject = f"ticket:{ticket_id}"
        ticket = tickets.must(tx, subject)
        places = policy(tx).queue.return_places
        claim = tx.hall.reclaim(tx.new_id(), session.window, subject)
        if claim is None:
            raise Conflict("QUE-08", no=ticket.number)
        order = _order_behind(tx, session, ticket, places)
        tx.hall.release(tx.new_id(), subject, claim.fence, Back())
        _append(tx, ticket, TicketReturned(reason="过号重排", order=order))


def park(session: Session, visit: Visit, reason: str = "") -> None:
    """Set a visit aside; its papers and ticks stay with this window."""
    with session.transaction() as tx:
        if visit.ticket:
            ticket = _held(tx, visit)
            _append(tx, ticket, TicketParked(window=session.window, reason=reason))
        drafts.put(tx, visit, drafts.PARKED)


def resume(session: Session, visit_id: str) -> Visit:
    """Take a parked visit up again where it was left."""
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        visit = drafts.get(tx, visit_id)
        if visit is None or visit.window != session.window:
            raise UserError("QUE-09")
        if visit.ticket:
            ticket = tickets.must(tx, f"ticket:{visit.ticket.id}")
            _append(tx, ticket, TicketResumed(window=session.window, fence=ticket.fence))
        visit = drafts.with_versions(tx, visit)
        drafts.put(tx, visit, drafts.OPEN)
        return visit


def transfer(
    session: Session, visit: Visit, *, category: str = "", to_window: str = "", reason: str = ""
) -> None:
    """Send the ticket on to a category or a window; forwarded tickets go ahead there."""
    with session.transaction() as tx:
        ticket = _held(tx, visit)
        if to_window:
            window(tx, to_window)
        if to_window == session.window or not (category or to_window):
            raise NotAllowed("QUE-10")
        if category and category not in series.LETTERS:
            raise NotAllowed("QUE-11", category=category)
        body = TicketTransferred(
            window=session.window, to_category=category, to_window=to_window, reason=reason
        )
        _append(tx, ticket, body)
        back = Back(window=to_window, category=category)
        tx.hall.release(tx.new_id(), f"ticket:{ticket.id}", ticket.fence, back)
        drafts.drop(tx, visit)


def leave(session: Session, visit: Visit, outcome: Outcome, reason: str = "") -> None:
    """End a visit without a receipt: left, consulted, void."""
    with session.transaction() as tx:
        close(session, tx, visit, outcome, reason)


def close(
    session: Session, tx: Transaction, visit: Visit, outcome: Outcome, reason: str = ""
) -> None:
    """End the visit's ticket and its draft inside a transaction that is already open."""
    if visit.ticket:
        ticket = _held(tx, visit)
        body = TicketClosed(window=session.window, outcome=outcome, reason=reason)
        _append(tx, ticket, body)
        tx.hall.release(tx.new_id(), f"ticket:{ticket.id}", ticket.fence, None)
    drafts.drop(tx, visit)


def must_be_here(tx: Transaction, visit: Visit) -> None:
    """Refuse to go on with a visit that has ended or was set aside, as a late save would."""
    if visit.ticket:
        ticket = _held(tx, visit)
        if ticket.status not in (TicketStatus.CALLED, TicketStatus.SERVING):
            raise Conflict("QUE-07", no=ticket.number, state=ticket.status.value)


def claim_own(
    session: Session, tx: Transaction, subject: str, before: Visit | None = None
) -> Visit:
    """Call a ticket just made for the person at the window, who is here already.

    Args:
        before: the visit it goes on with.
    """
    claim = tx.hall.claim(tx.new_id(), session.window, tickets.today(session), lambda _: subject)
    if claim is None:
        raise Conflict("QUE-08", no=series.own(session))
    return _arrived(session, tx, _called(session, tx, claim, before), "key")


def _with_slip(session: Session, tx: Transaction, number: str, day: str) -> Visit:
    """Serve who shows a slip of a cut-off kiosk that the hall has not heard of, or cannot be asked.

    The kiosk's own record joins this one when it comes, see `ticket.fold`.
    """
    subject = cut_off.ticket_of(day, number)
    known = tx.state(subject, Ticket)
    if known is not None:
        is_here = known.status is TicketStatus.WAITING and not known.fence
        is_here = is_here and reserve.of(tx, subject) is None
        if session.is_online() or not is_here:
            raise Conflict("QUE-08", no=number)
    category = series.category_of(number)
    wish = Wish(
        ticket=subject,
        day=day,
        series=series.letters_of(number),
        category=category,
        taken_at=tx.at_text,
        window=session.window,
    )
    placed = tx.hall.take_ticket(tx.new_id(), wish)
    if known is None:
        take = partial(tickets.take, channel=Channel.BY_HAND, placed=placed, number=number)
        take(tx, session, category=category, series=wish.series)
    return claim_own(session, tx, subject)


def _order_behind(tx: Transaction, session: Session, ticket: Ticket, places: int) -> str:
    """The order that lets `places` waiting tickets of the category go first."""
    waiting = sorted(
        t.order
        for t in tickets.of_day(tx, tickets.today(session))
        if t.status is TicketStatus.WAITING and t.category == ticket.category
    )
    if not waiting or places < 1:
        return ticket.order
    # sorts right behind that ticket, and before any taken after it
    return f"{waiting[min(places, len(waiting)) - 1]}~{tx.at_text}"


def _subjects(waiting: Sequence[Waiting]) -> list[str]:
    return [one.ticket for one in waiting]


def _called(session: Session, tx: Transaction, claim: Claim, before: Visit | None = None) -> Visit:
    """Record the call; a visit that was passed over comes back as it was."""
    ticket = tickets.must(tx, claim.ticket)
    body = TicketCalled(window=session.window, fence=claim.fence, request=tx.new_id())
    _append(tx, ticket, body)
    fresh = tickets.must(tx, claim.ticket)
    before = before or drafts.of_ticket(tx, session.window, ticket.id)
    rules = policy(tx).intake
    visit = Visit(
        id=before.id if before else tx.new_id(),
        window=session.window,
        started_at=tx.at_text,
        phase=Phase.CALLED,
        ticket=_open_ticket(fresh, cut_off.second_of(tx, fresh)),
        one_form=rules.one_form,
        form_required=rules.form_required,
        phone_required=rules.phone_required,
    )
    if before is not None:
        visit = drafts.restored(before, visit)
    drafts.put(tx, visit, drafts.OPEN)
    return visit


def _arrived(session: Session, tx: Transaction, visit: Visit, by: str) -> Visit:
    if visit.ticket:
        ticket = _held(tx, visit)
        if ticket.status is TicketStatus.CALLED:
            body = TicketArrived(window=session.window, by=by, sitting=visit.id)
            _append(tx, ticket, body)
    here = drafts.serving(visit, tx.at_text)
    drafts.put(tx, here, drafts.OPEN)
    return here


def _append(tx: Transaction, ticket: Ticket, body: Body) -> None:
    now = tickets.must(tx, f"ticket:{ticket.id}")
    if not allowed(now, type(body)):
        raise Conflict("QUE-07", no=ticket.number, state=now.status.value)
    tx.append(NewAct(subject=f"ticket:{ticket.id}", body=body, audience=tickets.audience(now)))


def _held(tx: Transaction, visit: Visit) -> Ticket:
    """The visit's ticket, if this window still holds its latest call."""
    if visit.ticket is None:
        raise UserError("QUE-09")
    ticket = tickets.must(tx, f"ticket:{visit.ticket.id}")
    if ticket.window != visit.window:
        raise Conflict("QUE-02", no=ticket.number, w=ticket.window)
    return ticket


def _open_ticket(ticket: Ticket, second: str) -> OpenTicket:
    return OpenTicket(
        id=ticket.id,
        number=ticket.number,
        fence=ticket.fence,
        matter=ticket.matter,
        category=ticket.category,
        why=ticket.why,
        priority=ticket.priority,
        appointment=ticket.appointment,
        taken_at=ticket.taken_at,
        called_at=ticket.called_at,
        walk_in=ticket.channel in tickets.UNQUEUED,
        second=second,
    )


def _seconds_since(session: Session, text: str) -> float:
    if not text:
        return float("inf")
    return (session.now() - datetime.fromisoformat(text)).total_seconds()
