"""Numbers of a kiosk that is cut off from its hall's server (ux 2.20, sync 2.7): `LA9001`.

Nobody waits to be asked, so a number is durable here before it is printed, and takes its place in
the hall's queue when the line is back: at the time it was taken, as the act says, behind whoever
took one before. What makes it one number whatever happens meanwhile is that its ticket's identity
is the day and the printed number: the word to the server may be repeated, its answer lost, a clerk
may have entered the slip by hand, and all of them speak of the same ticket. The next serial is read
from the acts, not counted beside them: a restart, a kill and a copy that learnt its past from the
server give none twice.

What is known here is what was last heard: one number for each card and category, bookings that are
taken, what a window takes. The windows' pauses and the day's end stop no kiosk, connected or not.
Where a second number turns up afterwards, both slips stay good (a citizen may have lost either):
the window that calls one is told of the other, see `second_of`, and a booking that was taken twice
stands among the conflicts somebody settles, as any second act of its kind. A clock that is behind
what was recorded here would put people on another day or before those who came first: no number
then. One that runs ahead costs its holders that time, as it does at a kiosk that is connected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.ticket import Ticket
from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.operations import series
from zcdesk.operations.session import Session
from zcdesk.store import reserve
from zcdesk.store.hall import Waiting, Wish
from zcdesk.store.reserve import Word
from zcdesk.store.schema import ticket_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_SERIAL = re.compile(r"[0-9]+$")


def ticket_of(day: str, number: str) -> str:
    """Return the subject of the one ticket a printed number of a cut-off kiosk is."""
    return f"ticket:{day}_{number}"


def place(
    tx: Transaction, session: Session, category: str, *, priority: bool, appointment: str
) -> Waiting:
    """Give the next number by ourselves; the server's queue hears of it when it can.

    Raises:
        SurroundingsError: QUE-17, the clock cannot be believed; or as `series.cut_off`.
    """
    letters = series.cut_off(session, category)
    if not tx.clock_ok:
        raise SurroundingsError("QUE-17")
    day = tx.at_text[:10]
    serial = _last(tx, day, letters) + 1
    wish = Wish(
        ticket=ticket_of(day, series.numbered(letters, serial)),
        day=day,
        series=letters,
        category=category,
        taken_at=tx.at_text,
        priority=int(priority),
        appointment_at=appointment,
    )
    reserve.say(tx, Word(verb=reserve.TAKE, ticket=wish.ticket, wish=wish), wish.ticket)
    return Waiting(
        ticket=wish.ticket,
        day=day,
        series=letters,
        serial=serial,
        category=category,
        taken_at=wish.taken_at,
        priority=wish.priority,
        appointment_at=appointment,
        window="",
        place=0,
    )


def entered(reader: Reader, day: str, number: str) -> str:
    """Return the subject of a slip a clerk enters.

    Raises:
        Conflict: QUE-18, it is known here.
    """
    subject = ticket_of(day, number)
    if reader.state(subject, Ticket) is not None:
        raise Conflict("QUE-18", no=number)
    return subject


def second_of(reader: Reader, ticket: Ticket) -> str:
    """Return another number a card was given that day in one category, empty where none is known.

    Only where a kiosk gave one of them while it could not know of the other, which still held.
    """
    alone = bool(series.category_of(ticket.number))
    same = select(ticket_index.c.subject).where(
        ticket_index.c.day == ticket.day, ticket_index.c.category == ticket.category
    )
    if not alone:
        same = same.where(ticket_index.c.number.startswith("L"))
    for subject in reader.select(same).scalars().all() if ticket.holder else ():
        other = reader.state(subject, Ticket)
        if other is None or other.id == ticket.id or other.holder != ticket.holder:
            continue
        first, then = sorted((other, ticket), key=lambda t: t.taken_at)
        if not first.closed_at or first.closed_at > then.taken_at:
            return other.number
    return ""


def _last(reader: Reader, day: str, letters: str) -> int:
    """The last serial of a series that any act of that day names, whoever wrote it; 0 = none."""
    numbers = reader.select(
        select(ticket_index.c.number).where(
            ticket_index.c.day == day, ticket_index.c.number.startswith(letters)
        )
    ).scalars()
    length = len(letters)
    own = (n for n in numbers.all() if len(n) == length + 3 or n[length : length + 1] == "-")
    return max((int(_SERIAL.findall(n[length:])[0]) for n in own), default=0)
