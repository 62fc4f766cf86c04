"""Bookings (预约): taken in from a table, found by code or card, turned into a number.

One booking gives one number. Early, late and missed are told by `domain.booking`; whoever comes
late takes his place in the ordinary queue and is told so, never turned away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import Body, NewAct
from zcdesk.domain.booking import (
    Booking,
    BookingCancelled,
    BookingMade,
    BookingMissed,
    BookingState,
    BookingTaken,
    Turn,
    code_of,
    opens_at,
    subject_of,
    turn,
)
from zcdesk.domain.booking_rows import Asked, Fault
from zcdesk.domain.hall import Role
from zcdesk.domain.matter import Matter, WindowCategory
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import holders
from zcdesk.operations.progress import Tries
from zcdesk.operations.session import Session, clerk, entries, policy
from zcdesk.store.schema_queue import booking_index

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from zcdesk.domain.ticket import Ticket
    from zcdesk.operations.booking_file import Rows
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

MAY_IMPORT = frozenset({Role.SUPERVISOR, Role.GUIDE, Role.ADMINISTRATOR})
_CATEGORIES = {c.value: c.value for c in WindowCategory}
BATCH = 200
"""Rows of one transaction."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A booking of today as somebody who comes for it is told.

    Attributes:
        at, until, opens: `HH:MM`; `opens` is when its number may first be taken.
        appointment: what the number is taken with: ISO time, empty once it is late.
        number: the one that was given for it already.
    """

    code: str
    category: str
    matter: str = ""
    turn: Turn
    at: str
    until: str
    opens: str
    appointment: str = ""
    number: str = ""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a table's rows.

    Attributes:
        made, changed, cancelled, same: how many. refused: those that were not taken, and why.
    """

    made: int = 0
    changed: int = 0
    cancelled: int = 0
    same: int = 0
    refused: tuple[Fault, ...] = ()


def import_rows(session: Session, rows: Rows) -> Imported:
    """Take in a table a person chose.

    Raises:
        NotAllowed: BKG-09, the clerk is neither supervisor, guide nor administrator.
    """
    with session.reading() as store:
        if not MAY_IMPORT & set(clerk(store, session.clerk).roles):
            raise NotAllowed("BKG-09")
    return take_in(session, rows, "file")


def take_in(session: Session, rows: Rows, source: str) -> Imported:
    """Record bookings; a row that is here already changes nothing, a bad one stops no other."""
    with session.reading() as store:
        matters = _matters(store)
    done = dict.fromkeys(("made", "changed", "cancelled", "same"), 0)
    refused = [row for row in rows if isinstance(row, Fault)]
    good = [row for row in rows if isinstance(row, Asked)]
    for start in range(0, len(good), BATCH):
        with session.transaction() as tx:
            for row in good[start : start + BATCH]:
                what = _take_row(session, tx, row, matters, source)
                if isinstance(what, Fault):
                    refused.append(what)
                else:
                    done[what] += 1
    return Imported(**done, refused=tuple(sorted(refused, key=lambda fault: fault.no)))


def by_code(session: Session, tries: Tries, text: str) -> Offer:
    """Return the booking of a code for today.

    Raises:
        UserError: BKG-01, there is none; BKG-03, it is for another day; BKG-05, it was cancelled;
            BKG-06, its day is over.
        Conflict: BKG-04, its number was taken.
        NotAllowed: KSK-01, too many were wrong.
    """
    tries.check(session.now())
    with session.reading() as store:
        found = _of_code(store, code_of(text))
        if not found:
            tries.wrong(session.now())
            raise UserError("BKG-01")
        booking = _of_day(found, _today(session))
        return _offer(store, session, _must_be_open(booking, _today(session)))


def by_card(session: Session, id_number: str) -> Offer | None:
    """Return the first booking of today a card's holder may still take, None without one."""
    with session.reading() as store:
        holder = holders.digest(store, "booking", _today(session), id_number)
        subjects = store.select(
            select(booking_index.c.subject)
            .where(
                booking_index.c.holder == holder,
                booking_index.c.state == BookingState.OPEN.value,
            )
            .order_by(booking_index.c.at)
        ).scalars()
        found = [b for s in subjects.all() if (b := store.state(s, Booking)) is not None]
        return _offer(store, session, found[0]) if found else None


def at_window(session: Session, text: str) -> Offer | None:
    """Return the booking a clerk typed or scanned, None if it is nobody's; nobody guesses here.

    Raises:
        UserError: BKG-03, it is for another day; BKG-05, it was cancelled; BKG-06, it is over.
    """
    with session.reading() as store:
        day, found = _today(session), _of_code(store, code_of(text))
        if not found:
            return None
        booking = _of_day(found, day)
        if booking.state is not BookingState.TAKEN:
            _must_be_open(booking, day)
        elif booking.made.day != day:
            raise UserError("BKG-06", day=booking.made.day)
        return _offer(store, session, booking)


def to_take(reader: Reader, session: Session, code: str, *, is_here: bool = False) -> BookingMade:
    """Return the booking a number is to be given for.

    Args:
        is_here: the person sits at a window already and takes nobody's turn by coming early.

    Raises:
        UserError, Conflict: as `by_code`; BKG-02, it is too early.
    """
    day = _today(session)
    booking = _must_be_open(_of_day(_of_code(reader, code), day), day)
    rules = policy(reader).queue
    if not is_here and turn(booking.made, session.now(), rules) is Turn.EARLY:
        opens = opens_at(booking.made, rules)
        raise UserError("BKG-02", time=booking.made.at[11:16], opens=f"{opens:%H:%M}")
    return booking.made


def note_taken(tx: Transaction, session: Session, made: BookingMade, ticket: Ticket) -> None:
    """Record the number given for a booking, in the transaction that gives it."""
    late = not ticket.appointment and turn(made, session.now(), policy(tx).queue) is Turn.LATE
    _append(tx, made, BookingTaken(ticket=ticket.id, number=ticket.number, is_late=late))


def day_list(session: Session, day: str = "") -> tuple[Booking, ...]:
    """Return the bookings of a day, today's if none is named, by their time."""
    return _listed(session, booking_index.c.day == (day or _today(session)))


def ahead(session: Session) -> tuple[Booking, ...]:
    """Return the bookings of the days to come, by their time."""
    return _listed(session, booking_index.c.day > _today(session))


def cancel(session: Session, day: str, code: str) -> None:
    """Call a booking off, as somebody asked for.

    Raises:
        NotAllowed: BKG-09. UserError, Conflict: it is not open any more.
    """
    with session.transaction() as tx:
        if not MAY_IMPORT & set(clerk(tx, session.clerk).roles):
            raise NotAllowed("BKG-09")
        booking = tx.state(subject_of(day, code), Booking)
        if booking is None:
            raise UserError("BKG-01")
        if booking.state is not BookingState.OPEN:
            _must_be_open(booking, day)
        _append(tx, booking.made, BookingCancelled())


def miss_past(tx: Transaction, day: str) -> int:
    """Let the bookings of days before `day` that nobody came for be missed; return how many."""
    subjects = tx.select(
        select(booking_index.c.subject).where(
            booking_index.c.day < day, booking_index.c.state == BookingState.OPEN.value
        )
    ).scalars()
    found = [b for s in subjects.all() if (b := tx.state(s, Booking)) is not None]
    for booking in found:
        _append(tx, booking.made, BookingMissed())
    return len(found)


def _listed(session: Session, which: ColumnElement[bool]) -> tuple[Booking, ...]:
    with session.reading() as store:
        subjects = store.select(
            select(booking_index.c.subject)
            .where(which)
            .order_by(booking_index.c.at, booking_index.c.code)
        ).scalars()
        found = (store.state(subject, Booking) for subject in subjects.all())
        return tuple(booking for booking in found if booking is not None)


def _take_row(
    session: Session, tx: Transaction, row: Asked, matters: dict[str, Matter], source: str
) -> str | Fault:
    """Record one row; returns what it was, or why it was not taken."""
    day = row.at.date().isoformat()
    matter = matters.get(row.matter) or matters.get(row.category)
    category = _CATEGORIES.get(row.category) or (matter.categories[0].value if matter else "")
    if not category:
        return Fault(row.no, "BKG-14", {"name": row.category or row.matter})
    if day < _today(session):
        return Fault(row.no, "BKG-15", {"day": day})
    made = BookingMade(
        code=row.code,
        at=row.at.isoformat(timespec="seconds"),
        until=row.until.isoformat(timespec="seconds"),
        category=category,
        matter=matter.key if matter else "",
        holder=holders.digest(tx, "booking", day, row.number),
        source=source,
    )
    return _settle(tx, made, row)


def _settle(tx: Transaction, made: BookingMade, row: Asked) -> str | Fault:
    """Compare a row with what is known of its code, and record what is new."""
    known = [b for b in _of_code(tx, made.code) if b.state is not BookingState.MISSED]
    here = next((b for b in known if b.made.day == made.day), None)
    if here is not None and here.state is BookingState.TAKEN:
        return "same" if _alike(here.made, made) else Fault(row.no, "BKG-16", {"no": here.number})
    if row.is_cancelled:
        if here is None or here.state is BookingState.CANCELLED:
            return "same"
        _append(tx, here.made, BookingCancelled())
        return "cancelled"
    moved = [b for b in known if b is not here and b.state is BookingState.OPEN]
    for old in moved:
        _append(tx, old.made, BookingCancelled())
    is_open = here is not None and here.state is BookingState.OPEN
    if here is not None and is_open and _alike(here.made, made):
        return "same"
    _append(tx, made, made)
    return "changed" if moved or here is not None else "made"


def _alike(one: BookingMade, other: BookingMade) -> bool:
    return msgspec.structs.replace(one, source=other.source) == other


def _matters(store: Reader) -> dict[str, Matter]:
    """Return the matters that can be booked, by key, code and name."""
    found: dict[str, Matter] = {}
    for entry in entries(store):
        matter = entry.matter
        if not entry.withdrawn and matter.categories:
            found |= {name: matter for name in (matter.key, matter.code, matter.name) if name}
    return found


def _of_code(reader: Reader, code: str) -> list[Booking]:
    """Return the bookings of a code, the newest day first."""
    subjects = reader.select(
        select(booking_index.c.subject)
        .where(booking_index.c.code == code)
        .order_by(booking_index.c.day.desc())
    ).scalars()
    return [b for s in subjects.all() if (b := reader.state(s, Booking)) is not None]


def _of_day(found: Iterable[Booking], day: str) -> Booking:
    """Return the one of that day, else the next one to come, else the last; cancelled ones last."""

    def rank(one: Booking) -> tuple[bool, bool, bool, str]:
        on = one.made.day
        return one.state is BookingState.CANCELLED, on != day, on < day, on

    ranked = sorted(found, key=rank)
    if not ranked:
        raise UserError("BKG-01")
    return ranked[0]


def _must_be_open(booking: Booking, day: str) -> Booking:
    made = booking.made
    match booking.state:
        case BookingState.TAKEN:
            raise Conflict("BKG-04", no=booking.number)
        case BookingState.CANCELLED:
            raise UserError("BKG-05")
        case BookingState.MISSED:
            raise UserError("BKG-06", day=made.day)
        case BookingState.OPEN:
            if made.day > day:
                raise UserError("BKG-03", day=made.day, time=made.at[11:16])
            if made.day < day:
                raise UserError("BKG-06", day=made.day)
    return booking


def _offer(store: Reader, session: Session, booking: Booking) -> Offer:
    made, rules = booking.made, policy(store).queue
    standing = turn(made, session.now(), rules)
    return Offer(
        code=made.code,
        category=made.category,
        matter=made.matter,
        turn=standing,
        at=made.at[11:16],
        until=made.until[11:16],
        opens=f"{opens_at(made, rules):%H:%M}",
        appointment="" if standing is Turn.LATE else made.at,
        number=booking.number,
    )


def _append(tx: Transaction, made: BookingMade, body: Body) -> None:
    subject = subject_of(made.day, made.code)
    about = f"category:{made.category}"
    tx.append(NewAct(subject=subject, body=body, audience=about))


def _today(session: Session) -> str:
    return session.now().date().isoformat()
