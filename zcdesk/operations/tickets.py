"""Taking numbers, and the queue as a page shows it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.booking import ticket_of
from zcdesk.domain.forecast import Forecast
from zcdesk.domain.hall import Hall
from zcdesk.domain.papers import TicketPaper
from zcdesk.domain.queue import QueuePolicy, choose, goes_ahead
from zcdesk.domain.queue import Waiting as Candidate
from zcdesk.domain.ticket import Channel, Outcome, Ticket, TicketStatus, TicketTaken
from zcdesk.domain.window import Window
from zcdesk.errors import Conflict, UserError
from zcdesk.operations import bookings, cut_off, drafts, holders, outlook, papers
from zcdesk.operations import series as series_
from zcdesk.operations.session import Session, hall, policy
from zcdesk.store.engine import Prepared
from zcdesk.store.hall import Waiting, Wish
from zcdesk.store.reader import STATE_COLUMNS
from zcdesk.store.schema import subject_state, ticket_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

UNQUEUED = (Channel.WALK_IN, Channel.CUT_OFF)
"""Who came like this stood in no queue."""

MISSED_SHOWN = 3
"""The window's last passed numbers offered to take back."""


HOLDS = frozenset({TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.SERVING})
"""States in which a number still counts: its holder takes no second one of the category."""

# One statement for a whole day: a call waits for each, and a large hall has a thousand tickets.
_DAY = (
    select(*STATE_COLUMNS)
    .join(ticket_index, ticket_index.c.subject == subject_state.c.subject)
    .where(ticket_index.c.day == bindparam("day"))
)
_OF_DAY = Prepared(_DAY)
_WAITING = Prepared(_DAY.where(ticket_index.c.status == TicketStatus.WAITING.value))


class CategoryWait(msgspec.Struct, frozen=True):
    """One category of the queue.

    Attributes:
        longest_minutes: the longest of the category has waited.
        forecast: what somebody who takes a number now has to expect; None = nobody can know.
    """

    category: str
    count: int
    longest_minutes: int
    forecast: Forecast | None = None


class Parked(msgspec.Struct, frozen=True):
    """A visit set aside at this window."""

    visit_id: str
    number: str
    minutes: int
    matters: int


class QueueView(msgspec.Struct, frozen=True, kw_only=True):
    """What the idle counter and the top bar show."""

    waiting: tuple[CategoryWait, ...] = ()
    total: int = 0
    longest_minutes: int = 0
    first: Ticket | None = None
    missed: tuple[Ticket, ...] = ()
    parked: tuple[Parked, ...] = ()
    received_today: int = 0
    deferred_today: int = 0
    notified_today: int = 0
    served_today: int = 0
    last_closed_at: str = ""


class Taken(msgspec.Struct, frozen=True):
    """A number and the slip to print."""

    ticket: Ticket
    paper: TicketPaper


def take_ticket(
    session: Session,
    category: str,
    *,
    matter: str = "",
    priority: bool = False,
    why: str = "",
    appointment: str = "",
    channel: Channel = Channel.KIOSK,
    card: str = "",
    since: str = "",
    placed: Waiting | None = None,
    booking: str = "",
    is_here: bool = False,
    number: str = "",
    alone: bool = False,
) -> Taken:
    """Take a number of a category.

    Args:
        card: number of the identity card it is taken with: one waiting number for each person
            and category.
        since: ISO time it was given out by hand, with the channel BY_HAND.
        placed: what the hall's server answered to `wishes.wish`, at a station that has one.
        booking: code of the booking it is given for, see `bookings.Offer`.
        is_here: the person sits at the window already.
        number: what a cut-off kiosk's slip says that a clerk enters, with the channel BY_HAND.
        alone: this station gives it, since no server can be reached; see `cut_off`.

    Raises:
        Conflict: QUE-14, the holder of the card waits in this category already; QUE-18, that slip
            is in the queue already.
        UserError: of `bookings.to_take`. SurroundingsError: of `cut_off.place`.
    """
    with session.transaction() as tx:
        made = bookings.to_take(tx, session, booking, is_here=is_here) if booking else None
        holder = holder_of(tx, session, category, card)
        series = series_.of(category, channel, priority=priority, appointment=appointment)
        subject = ticket_of(made.day, made.code) if made else ""
        if number:
            series = series_.letters_of(number)
            subject = cut_off.entered(tx, today(session), number)
        if alone:
            placed = cut_off.place(
                tx, session, category, priority=priority, appointment=appointment
            )
        subject = take(
            tx,
            session,
            category=category,
            series=series,
            channel=Channel.APPOINTMENT if appointment else channel,
            matter=matter,
            priority=priority,
            why=why,
            appointment=appointment,
            holder=holder,
            since=since,
            placed=placed,
            number=number,
            ticket=subject,
        )
        ticket = must(tx, subject)
        if made:
            bookings.note_taken(tx, session, made, ticket)
        paper = _slip(tx, session, hall(tx), ticket, alone=alone)
    return Taken(ticket, paper)


def take_own(tx: Transaction, session: Session, number: str = "", matter: str = "") -> str:
    """Give the person at the window a number of its own series; return the ticket's subject.

    Args:
        number: what another system gave them; it stands in place of ours.
    """
    is_cut_off = tx.standing.epoch and not session.is_online()
    channel = Channel.CUT_OFF if is_cut_off else Channel.WALK_IN
    own = series_.own(session)
    return take(tx, session, category="", series=own, channel=channel, number=number, matter=matter)


def take(
    tx: Transaction,
    session: Session,
    *,
    category: str,
    series: str,
    channel: Channel,
    matter: str = "",
    priority: bool = False,
    why: str = "",
    appointment: str = "",
    holder: str = "",
    since: str = "",
    placed: Waiting | None = None,
    number: str = "",
    ticket: str = "",
) -> str:
    """Put a ticket into the queue; return its subject.

    Args:
        number: shown in place of the one of the series.
        ticket: its subject, where it is not a new one's.
        placed: what the hall's server answered to this wish, where there is one.
    """
    if placed is None:
        wish = Wish(
            ticket=ticket or f"ticket:{tx.new_id()}",
            day=today(session),
            series=series,
            category=category,
            taken_at=since or tx.at_text,
            priority=int(priority),
            appointment_at=appointment,
            window=session.window if series == series_.own(session) else "",
        )
        placed = tx.hall.take_ticket(tx.new_id(), wish)
    subject = placed.ticket
    body = TicketTaken(
        number=number or text(placed),
        category=category,
        matter=matter,
        channel=channel,
        priority=priority,
        why=why,
        appointment=appointment,
        holder=holder,
        since=since,
        simulated=session.simulated,
    )
    about = f"category:{category}" if category else "hall"
    tx.append(NewAct(subject=subject, body=body, audience=about))
    return subject


def view(session: Session) -> QueueView:
    """Read the queue and this window's day."""
    day = today(session)
    with session.reading() as store:
        tickets = of_day(store, day)
        waiting = [t for t in tickets if t.status is TicketStatus.WAITING]
        found = store.state(f"window:{session.window}", Window)
        mine = found.at(session.now()) if found else None
        own = [t for t in tickets if t.window == session.window]
        parked = tuple(
            Parked(
                visit.id,
                visit.ticket.number if visit.ticket else "",
                _minutes(session, visit.started_at),
                len(visit.matters),
            )
            for visit in drafts.all_of(store, session.window, drafts.PARKED)
        )
        counted = drafts.day_counts(store, session.window, day)
        rules = policy(store).queue
        streak = ahead_streak(store, session, rules)
        expected = outlook.forecasts(store, session, tickets)
    within = [t for t in waiting if mine is None or in_scope(mine, t)]
    first = choose(
        [candidate(t) for t in within], now=session.now(), policy=rules, ahead_streak=streak
    )
    closed = [t for t in own if t.status is TicketStatus.CLOSED and t.outcome != Outcome.EXPIRED]
    missed = sorted(
        (t for t in own if t.status is TicketStatus.NO_SHOW),
        key=lambda t: t.called_at,
        reverse=True,
    )
    return QueueView(
        waiting=_by_category(session, waiting, expected),
        total=len(waiting),
        longest_minutes=max((_minutes(session, t.taken_at) for t in waiting), default=0),
        first=next((t for t in within if t.id == first), None),
        missed=tuple(missed[:MISSED_SHOWN]),
        parked=parked,
        received_today=counted.received,
        deferred_today=counted.deferred,
        notified_today=sum(t.outcome == Outcome.NOTIFIED for t in closed),
        served_today=len(closed),
        last_closed_at=max((t.closed_at for t in closed), default=""),
    )


def today(session: Session) -> str:
    """The hall's date by the station's clock."""
    return session.now().date().isoformat()


def text(waiting: Waiting) -> str:
    """The printed number, `A001`."""
    return series_.numbered(waiting.series, waiting.serial)


def audience(ticket: Ticket) -> str:
    return f"category:{ticket.category}" if ticket.category else "hall"


def must(store: Reader, subject: str) -> Ticket:
    """Return a ticket that has to exist."""
    ticket = store.state(subject, Ticket)
    if ticket is None:
        raise UserError("QUE-09")
    return ticket


def ahead_streak(store: Reader, session: Session, rules: QueuePolicy) -> int:
    """How many tickets in a row this window called ahead of ordinary ones, up to the policy's most.

    Who came without a number took nobody's turn and breaks no row.
    """
    subjects = store.select(
        select(ticket_index.c.subject)
        .where(
            ticket_index.c.day == today(session),
            ticket_index.c.window == session.window,
            ticket_index.c.called_at != "",
        )
        .order_by(ticket_index.c.called_at.desc())
    ).scalars()
    streak = 0
    for subject in subjects.all():
        ticket = must(store, subject)
        if ticket.channel in UNQUEUED:
            continue
        if streak > rules.ahead_in_row or not goes_ahead(candidate(ticket), rules):
            break
        streak += 1
    return streak


def of_day(store: Reader, day: str) -> list[Ticket]:
    """Return every ticket of a local date, in no order."""
    return [ticket for _, ticket in store.states_by(_OF_DAY, (day,), Ticket)]


def waiting_of(store: Reader, day: str) -> list[Ticket]:
    """Return the tickets of a local date that wait, in no order."""
    return [ticket for _, ticket in store.states_by(_WAITING, (day,), Ticket)]


def holder_of(reader: Reader, session: Session, category: str, card: str) -> str:
    """Return the digest of a card for this day and category; QUE-14 if its holder waits already."""
    day = today(session)
    holder = holders.digest(reader, "queue", f"{day}|{category}", card)
    for ticket in of_day(reader, day) if holder else ():
        if ticket.holder == holder and ticket.status in HOLDS:
            raise Conflict("QUE-14", no=ticket.number)
    return holder


def _slip(
    tx: Transaction, session: Session, of: Hall, ticket: Ticket, *, alone: bool
) -> TicketPaper:
    """Make the slip; `alone` nobody knows who waits, so nothing is said of it."""
    others = [t for t in of_day(tx, today(session)) if t.id != ticket.id]
    waiting = (t for t in others if t.status is TicketStatus.WAITING)
    ahead = sum(t.category == ticket.category for t in waiting)
    return papers.slip(
        of,
        ticket,
        ahead=None if alone else ahead,
        expected=None if alone else outlook.forecast_of(tx, session, others, ticket),
        windows=outlook.windows_for(tx, session, ticket),
    )


def in_scope(mine: Window, ticket: Ticket) -> bool:
    """Whether a window may call a ticket: sent to it, or of a category it covers."""
    if ticket.to_window:
        return ticket.to_window == mine.number
    return mine.covers(ticket.category, ticket.matter)


def candidate(ticket: Ticket) -> Candidate:
    return Candidate(
        id=ticket.id,
        number=ticket.number,
        order=ticket.order,
        category=ticket.category,
        priority=ticket.priority,
        appointment=ticket.appointment,
        forwarded=ticket.forwarded,
        to_window=ticket.to_window,
        since=ticket.since,
    )


def _by_category(
    session: Session, waiting: list[Ticket], expected: dict[str, Forecast | None]
) -> tuple[CategoryWait, ...]:
    found: dict[str, list[int]] = {}
    for ticket in waiting:
        found.setdefault(ticket.category, []).append(_minutes(session, ticket.taken_at))
    return tuple(
        CategoryWait(category, len(found[category]), max(found[category]), expected.get(category))
        for category in series_.LETTERS
        if category in found
    )


def _minutes(session: Session, since: str) -> int:
    seconds = (session.now() - datetime.fromisoformat(since)).total_seconds()
    return max(0, int(seconds // 60))
