"""What somebody who takes a number now has to expect, from the hall's own last visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from zcdesk.domain.forecast import RECENT, Forecast, Line, forecast
from zcdesk.domain.hall_now import DayTicket
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Outcome, Ticket, TicketStatus
from zcdesk.domain.window import Window, WindowMode
from zcdesk.operations.session import Session, policy
from zcdesk.store.engine import Prepared
from zcdesk.store.reader import STATE_COLUMNS
from zcdesk.store.schema import subject_state, ticket_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

DAYS_BACK = 7
"""In the first minutes of a day the days before still tell how long a visit takes."""

_AT_WINDOW = frozenset({TicketStatus.CALLED, TicketStatus.SERVING})
_NO_SERVICE = frozenset({Outcome.LEFT.value, Outcome.VOIDED.value, Outcome.EXPIRED.value})
_ENDED = Prepared(
    select(*STATE_COLUMNS)
    .join(ticket_index, ticket_index.c.subject == subject_state.c.subject)
    .where(
        ticket_index.c.day >= bindparam("oldest"),
        ticket_index.c.ended_at != "",
        ticket_index.c.called_at != "",
    )
    .order_by(ticket_index.c.ended_at.desc())
    .limit(bindparam("most"))
)


def forecasts(
    store: Reader,
    session: Session,
    today: Sequence[Ticket | DayTicket],
    among: list[Window] | None = None,
) -> dict[str, Forecast | None]:
    """Return the forecast of every category for an ordinary number.

    Args:
        today: the tickets of the day.
        among: the open windows as they would be; as they are unless told.
    """
    windows = open_windows(store, session) if among is None else among
    services = _services(store, session)
    counts: dict[str, int] = {}
    for ticket in today:
        if ticket.status is TicketStatus.WAITING:
            counts[ticket.category] = counts.get(ticket.category, 0) + 1
    return {
        category.value: forecast(
            category.value, _lines(counts, category.value, windows), services, _busy(today)
        )
        for category in WindowCategory
    }


def forecast_of(
    store: Reader, session: Session, others: list[Ticket], mine: Ticket
) -> Forecast | None:
    """Return the forecast of a ticket just taken; None too for one with an appointment."""
    if mine.appointment:
        return None
    rules = policy(store).queue
    counts: dict[str, int] = {}
    for ticket in others:
        if ticket.status is TicketStatus.WAITING:
            counts[ticket.category] = counts.get(ticket.category, 0) + 1
    if mine.priority and rules.ahead_in_row:
        counts = _before_priority(others, rules.ahead_in_row)
    lines = _lines(counts, mine.category, open_windows(store, session))
    return forecast(mine.category, lines, _services(store, session), _busy(others))


def _before_priority(others: list[Ticket], most: int) -> dict[str, int]:
    """Count who is called before a priority number: its like, and an ordinary one now and then."""
    counts: dict[str, int] = {}
    for category in {t.category for t in others}:
        waiting = [t for t in others if t.category == category and t.status is TicketStatus.WAITING]
        ahead = sum(t.priority or t.forwarded for t in waiting)
        counts[category] = ahead + min(len(waiting) - ahead, ahead // most)
    return counts


def _lines(counts: dict[str, int], category: str, windows: list[Window]) -> dict[str, Line]:
    return {
        name: Line(
            waiting=counts.get(name, 0),
            windows=frozenset(w.number for w in windows if w.covers(name)),
        )
        for name in {*counts, category}
    }


def open_windows(store: Reader, session: Session) -> list[Window]:
    """Return the windows that call, with the scope they have now."""
    now = session.now()
    return [w.at(now) for _, w in store.states(Window) if w.mode is WindowMode.OPEN]


def windows_for(store: Reader, session: Session, ticket: Ticket) -> tuple[str, ...]:
    """Return the numbers of the windows that take a ticket, open or not."""
    now = session.now()
    found = (w.at(now) for _, w in store.states(Window))
    return tuple(w.number for w in found if w.covers(ticket.category, ticket.matter))


def _busy(today: Sequence[Ticket | DayTicket]) -> frozenset[str]:
    return frozenset(t.window for t in today if t.status in _AT_WINDOW)


def _services(store: Reader, session: Session) -> list[float]:
    """Return the minutes from call to end of the latest visits, the newest last."""
    oldest = (session.now().date() - timedelta(DAYS_BACK)).isoformat()
    found = [t for _, t in store.states_by(_ENDED, (oldest, 2 * RECENT), Ticket)]
    served = [t for t in found if t.arrived_at and t.outcome not in _NO_SERVICE]
    return [_minutes(t) for t in served[:RECENT]][::-1]


def _minutes(ticket: Ticket) -> float:
    began = datetime.fromisoformat(ticket.called_at)
    return (datetime.fromisoformat(ticket.closed_at) - began).total_seconds() / 60
