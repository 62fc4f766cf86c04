"""What the hall's server is asked for when somebody takes a number.

What can be known to be refused is refused here: a number given out by the server is in the queue,
whatever becomes of it at this station.
"""

from __future__ import annotations

from zcdesk.domain.booking import ticket_of
from zcdesk.domain.ticket import Channel
from zcdesk.operations import bookings, cut_off, series, tickets
from zcdesk.operations.session import Session
from zcdesk.store.hall import Wish


def wish(
    session: Session,
    category: str,
    *,
    priority: bool = False,
    appointment: str = "",
    channel: Channel = Channel.KIOSK,
    since: str = "",
    card: str = "",
    booking: str = "",
    is_here: bool = False,
    number: str = "",
    **_: object,
) -> Wish:
    """Return what the server is asked for before `tickets.take_ticket` with the same words.

    Raises:
        UserError, Conflict: as `tickets.take_ticket`.
    """
    ticket = f"ticket:{session.new_id()}"
    letters = series.of(category, channel, priority=priority, appointment=appointment)
    with session.reading() as store:
        tickets.holder_of(store, session, category, card)
        if booking:
            made = bookings.to_take(store, session, booking, is_here=is_here)
            ticket = ticket_of(made.day, made.code)
        if number:
            letters = series.letters_of(number)
            ticket = cut_off.entered(store, tickets.today(session), number)
    return Wish(
        ticket=ticket,
        day=tickets.today(session),
        series=letters,
        category=category,
        taken_at=since or session.now().isoformat(timespec="milliseconds"),
        priority=int(priority),
        appointment_at=appointment,
    )
