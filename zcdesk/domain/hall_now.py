"""What the duty manager sees of a day: who did what at each window when, how the queue grew.

Pure: from the day's tickets and the windows' states alone, so every figure can be counted again
another way. Times are ISO with the hall's offset, all of one zone, and compare as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

import msgspec

from zcdesk.domain.ticket import TicketStatus
from zcdesk.domain.window import Window, WindowMode

QUARTER = timedelta(minutes=15)
OPENING = "08:30"
"""A strip begins no later than this, so that a window nobody opened is seen as such."""

IDLE_MINUTES = 10
"""From so long on an idle window is offered work of a category that waits too long."""


class Doing(StrEnum):
    """What a window does."""

    SERVING = "serving"
    IDLE = "idle"
    PAUSED = "paused"
    CLOSED = "closed"


class DayTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket of the day as its row tells it; empty times have not come."""

    id: str
    number: str
    category: str
    status: TicketStatus
    taken_at: str
    called_at: str = ""
    ended_at: str = ""
    window: str = ""
    sitting: str = ""


class Span(msgspec.Struct, frozen=True):
    """One stretch of a window's day."""

    doing: Doing
    start: str
    end: str


class WindowNow(msgspec.Struct, frozen=True, kw_only=True):
    """One window: its day as stretches, and what it does now.

    Attributes:
        since: ISO time the present stretch began; `ticket` the number being served.
        scope: what it may call now, in words; `lent` until when that is not its own scope.
    """

    number: str
    clerk: str
    doing: Doing
    since: str
    scope: str
    ticket: str = ""
    reason: str = ""
    lent: str = ""
    spans: tuple[Span, ...] = ()


class Quarter(msgspec.Struct, frozen=True):
    """Fifteen minutes: numbers taken, and numbers called to a window."""

    start: str
    taken: int
    called: int


class DepartmentDue(msgspec.Struct, frozen=True):
    """Open cases of one department that are late, and those due before the day ends."""

    department: str
    overdue: int
    today: int


def iso(at: datetime) -> str:
    """Write a time as acts do, so that it compares with theirs as text."""
    return at.isoformat(timespec="milliseconds")


def quarters(tickets: Iterable[DayTicket], now: datetime) -> tuple[Quarter, ...]:
    """Count arrivals and calls in each quarter of an hour, from the first arrival to now."""
    rows = list(tickets)
    first = min((t.taken_at for t in rows), default="")
    if not first:
        return ()
    start = _floor(datetime.fromisoformat(first))
    taken = _counted((t.taken_at for t in rows), start)
    called = _counted((t.called_at for t in rows if t.called_at), start)
    count = max(int((now - start) / QUARTER) + 1, *taken, *called, 1)
    return tuple(
        Quarter((start + n * QUARTER).isoformat(), taken.get(n, 0), called.get(n, 0))
        for n in range(count)
    )


def day_start(windows: Iterable[Window], now: datetime) -> str:
    """Return when the strips of a day begin: OPENING, or the first change of any window."""
    day = now.date().isoformat()
    opening = datetime.fromisoformat(f"{day}T{OPENING}").replace(tzinfo=now.tzinfo)
    changes = (c.at for w in windows for c in w.changes if c.at[:10] == day)
    return min((iso(opening), iso(now), *changes))


def strip(window: Window, tickets: Sequence[DayTicket], start: str, now: str) -> tuple[Span, ...]:
    """Return a window's day without gaps: serving from each call to its end, else its mode."""
    served = sorted(
        (max(t.called_at, start), min(t.ended_at or now, now))
        for t in tickets
        if t.called_at and t.window == window.number and _is_served(t)
    )
    edges = sorted(
        {start, now}
        | {edge for pair in served for edge in pair}
        | {c.at for c in window.changes if start < c.at < now}
    )
    found: list[Span] = []
    for left, right in pairwise(edges):
        busy = any(began <= left and right <= ended for began, ended in served)
        doing = Doing.SERVING if busy else _mode_at(window, left)
        if found and found[-1].doing is doing and doing is not Doing.SERVING:
            found[-1] = Span(doing, found[-1].start, right)
        else:
            found.append(Span(doing, left, right))
    return tuple(found)


def window_now(
    window: Window, tickets: Sequence[DayTicket], start: str, now: datetime
) -> WindowNow:
    """Tell one window: its strip, what it does and since when."""
    at = iso(now)
    spans = strip(window, tickets, start, at)
    present = [t for t in tickets if t.window == window.number and t.status in _AT_WINDOW]
    serving = max(present, key=lambda t: t.called_at, default=None)
    doing = Doing.SERVING if serving else _DOING[window.mode]
    since = serving.called_at if serving else (spans[-1].start if spans else window.since)
    lent = window.lent_at(now)
    return WindowNow(
        number=window.number,
        clerk=window.clerk,
        doing=doing,
        since=since,
        scope=window.at(now).scope_text,
        ticket=serving.number if serving else "",
        reason=window.reason if doing is Doing.PAUSED else "",
        lent=lent.until if lent else "",
        spans=spans,
    )


_AT_WINDOW = frozenset({TicketStatus.CALLED, TicketStatus.SERVING})
_DOING = {
    WindowMode.OPEN: Doing.IDLE,
    WindowMode.PAUSED: Doing.PAUSED,
    WindowMode.CLOSED: Doing.CLOSED,
}


def _is_served(ticket: DayTicket) -> bool:
    """Whether it is known how long it was at the window: who was passed over has no end."""
    return bool(ticket.ended_at) or ticket.status in _AT_WINDOW


def _mode_at(window: Window, at: str) -> Doing:
    before = [change for change in window.changes if change.at <= at]
    return _DOING[before[-1].mode] if before else Doing.CLOSED


def _floor(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def _counted(times: Iterable[str], start: datetime) -> dict[int, int]:
    found: dict[int, int] = {}
    for time in times:
        place = max(0, int((datetime.fromisoformat(time) - start) / QUARTER))
        found[place] = found.get(place, 0) + 1
    return found
