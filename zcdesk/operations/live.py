"""The hall as it is now (大厅实况): every figure of the manager's page, read in one go.

Each is a range of one index or a look at the day's tickets, so the cost follows the day and what
is open, never the history behind them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import case, func, select

from zcdesk.domain.breakdown import Breakdown
from zcdesk.domain.forecast import Forecast
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.hall_now import (
    IDLE_MINUTES,
    DayTicket,
    DepartmentDue,
    Doing,
    Quarter,
    WindowNow,
    day_start,
    quarters,
    window_now,
)
from zcdesk.domain.rating import Level, Rating
from zcdesk.domain.ticket import TicketStatus
from zcdesk.domain.window import Window, WindowMode
from zcdesk.operations import breakdowns, casework, handover, outlook
from zcdesk.operations.session import Session, hall, policy
from zcdesk.store.schema import case_index, ticket_index

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement

    from zcdesk.store.reader import Reader

PILES = 40
"""More piles than that nobody reads at a glance; the nearest come first."""

MAY_SEE = (Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR)


class CategoryNow(msgspec.Struct, frozen=True, kw_only=True):
    """Who waits in one category.

    Attributes:
        longest: minutes the longest of them has waited.
        forecast: what a newcomer has to expect; None = nobody can know.
    """

    category: str
    count: int
    longest: int
    forecast: Forecast | None = None


class RatingsNow(msgspec.Struct, frozen=True, kw_only=True):
    """How the day's visits were rated.

    Attributes:
        levels: level → how many; `visits` ended visits, rated or not.
        bad: identities of the visits rated badly, the newest last.
    """

    levels: dict[int, int]
    visits: int
    bad: tuple[Rating, ...] = ()


class PileNow(msgspec.Struct, frozen=True):
    """Paper that waits for a department: how many cases, and until when (ISO)."""

    department: str
    count: int
    due: str


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """An idle window that could take a category with too long a wait, and what it would bring."""

    window: str
    idle_minutes: int
    category: str
    longest: int
    before: Forecast | None
    after: Forecast | None


class LiveView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on the page.

    Attributes:
        at: ISO time it was read; limit: minutes of waiting from which on it is too long.
        received, finished, deferred: the day's cases taken in, decided or ended, and those of
            the day that still owe a paper.
        start: where the strips begin.
        broken: devices that do not work now, the latest first.
    """

    hall: str
    at: str
    limit: int
    categories: tuple[CategoryNow, ...]
    windows: tuple[WindowNow, ...]
    received: int
    finished: int
    deferred: int
    quarters: tuple[Quarter, ...]
    due: tuple[DepartmentDue, ...]
    ratings: RatingsNow
    piles: tuple[PileNow, ...]
    start: str
    broken: tuple[Breakdown, ...] = ()
    suggestion: Suggestion | None = None
    simulated: bool = False

    @property
    def waiting(self) -> int:
        """How many wait in the whole hall."""
        return sum(one.count for one in self.categories)

    @property
    def longest(self) -> int:
        """Minutes the longest of all has waited."""
        return max((one.longest for one in self.categories), default=0)

    def count(self, doing: Doing) -> int:
        """How many windows do this now."""
        return sum(window.doing is doing for window in self.windows)


def view(session: Session) -> LiveView:
    """Read the hall as it is now.

    Raises:
        NotAllowed: the clerk is no supervisor, administrator or auditor.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *MAY_SEE)
        return of(store, session)


def board(session: Session) -> LiveView:
    """Read the same figures for the leaders' screen, which has no clerk: without anybody's name."""
    with session.reading() as store:
        whole = of(store, session)
    return msgspec.structs.replace(
        whole,
        windows=tuple(msgspec.structs.replace(w, clerk="") for w in whole.windows),
        ratings=msgspec.structs.replace(whole.ratings, bad=()),
        suggestion=None,
    )


def of(store: Reader, session: Session) -> LiveView:
    """Read the hall, for whoever may see it."""
    now = session.now()
    day = now.date().isoformat()
    rows = day_tickets(store, day)
    windows = sorted((w for _, w in store.states(Window)), key=lambda w: (len(w.number), w.number))
    start = day_start(windows, now)
    names = {clerk.staff_no: clerk.name for _, clerk in store.states(Clerk)}
    seen = tuple(_named(window_now(w, rows, start, now), names) for w in windows)
    categories = _categories(store, session, rows)
    name = hall(store)
    limit = policy(store).queue.long_wait_minutes
    return LiveView(
        hall=name.name,
        at=now.isoformat(timespec="seconds"),
        limit=limit,
        categories=categories,
        windows=seen,
        received=_count(store, case_index.c.received_at, day),
        finished=_count(store, case_index.c.finished_at, day),
        deferred=_deferred(store, day),
        quarters=quarters(rows, now),
        due=departments_due(store, now),
        ratings=_ratings(store, rows),
        piles=tuple(PileNow(*pile) for pile in handover.waiting(store, PILES)),
        start=start,
        broken=breakdowns.lasting(store),
        suggestion=_suggestion(store, session, rows, categories, seen, windows, limit),
        simulated=name.simulated,
    )


def day_tickets(store: Reader, day: str) -> list[DayTicket]:
    """Return the tickets of a local date from their rows alone."""
    c = ticket_index.c
    found = store.select(select(ticket_index).where(c.day == day).order_by(c.taken_at)).all()
    return [
        DayTicket(
            id=row.subject.partition(":")[2],
            number=row.number,
            category=row.category,
            status=TicketStatus(row.status),
            taken_at=row.taken_at,
            called_at=row.called_at,
            ended_at=row.ended_at,
            window=row.window,
            sitting=row.sitting,
        )
        for row in found
    ]


def day_end(now: datetime) -> str:
    """Return the ISO time the day is over."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight + timedelta(days=1)).isoformat()


def departments_due(store: Reader, now: datetime) -> tuple[DepartmentDue, ...]:
    """Count what is late and what is due today, by department, the worst first."""
    c = case_index.c
    late = func.sum(case((c.due < now.isoformat(), 1), else_=0))
    found = store.select(
        select(c.department, func.count().label("many"), late.label("late"))
        .where(c.open == 1, c.due != "", c.due < day_end(now))
        .group_by(c.department)
    ).all()
    made = (DepartmentDue(row.department, row.late, row.many - row.late) for row in found)
    return tuple(sorted(made, key=lambda d: (-d.overdue, -d.today, d.department)))


def is_late(due: str, now: datetime) -> bool:
    """Whether a due time, or a day that ends then, has passed."""
    return due < (now.isoformat() if "T" in due else now.date().isoformat())


def minutes_since(at: str, now: datetime) -> int:
    """Whole minutes since an ISO time."""
    return max(0, int((now - datetime.fromisoformat(at)).total_seconds() // 60))


def _named(window: WindowNow, names: dict[str, str]) -> WindowNow:
    return msgspec.structs.replace(window, clerk=names.get(window.clerk, window.clerk))


def _categories(store: Reader, session: Session, rows: list[DayTicket]) -> tuple[CategoryNow, ...]:
    now = session.now()
    waiting = [t for t in rows if t.status is TicketStatus.WAITING]
    expected = outlook.forecasts(store, session, rows)
    found = (
        CategoryNow(
            category=category,
            count=sum(t.category == category for t in waiting),
            longest=max(
                (minutes_since(t.taken_at, now) for t in waiting if t.category == category),
                default=0,
            ),
            forecast=expected.get(category),
        )
        for category in dict.fromkeys((*expected, *(t.category for t in waiting)))
    )
    return tuple(sorted(found, key=lambda one: (-one.longest, -one.count)))


def _count(store: Reader, column: Column[str], day: str) -> int:
    return int(store.select(select(func.count()).where(*within(column, day))).scalar_one())


def within(column: Column[str], day: str) -> tuple[ColumnElement[bool], ...]:
    """Return the range of one index that is a local date: `U` follows the `T` of any time."""
    return (column >= day, column < day + "U")


def _deferred(store: Reader, day: str) -> int:
    c = case_index.c
    wanted = select(func.count()).where(*within(c.received_at, day), c.deferral_due != "")
    return int(store.select(wanted).scalar_one())


def _ratings(store: Reader, rows: list[DayTicket]) -> RatingsNow:
    """Read the ratings of the day's visits by their identity; one of an earlier day is its own."""
    ended = [t for t in rows if t.sitting and t.ended_at]
    found = [store.state(f"rating:{t.sitting}", Rating) for t in ended]
    given = [rating for rating in found if rating is not None]
    return RatingsNow(
        levels={level: sum(r.level == level for r in given) for level in sorted(Level)[::-1]},
        visits=len(ended),
        bad=tuple(sorted((r for r in given if r.level.is_bad), key=lambda r: r.at)),
    )


def _suggestion(
    store: Reader,
    session: Session,
    rows: list[DayTicket],
    categories: tuple[CategoryNow, ...],
    seen: tuple[WindowNow, ...],
    windows: list[Window],
    limit: int,
) -> Suggestion | None:
    """Offer the longest idle window for the category that waits longest beyond the limit."""
    now = session.now()
    longest = next((one for one in categories if one.count and one.longest >= limit), None)
    if longest is None:
        return None
    by_number = {w.number: w.at(now) for w in windows}
    idle = [
        w
        for w in seen
        if w.doing is Doing.IDLE
        and minutes_since(w.since, now) >= IDLE_MINUTES
        and not by_number[w.number].covers(longest.category)
    ]
    first = min(idle, key=lambda w: w.since, default=None)
    if first is None:
        return None
    mine = by_number[first.number]
    wider = msgspec.structs.replace(mine, categories=(*mine.categories, longest.category))
    others = [
        w for w in by_number.values() if w.mode is WindowMode.OPEN and w.number != mine.number
    ]
    after = outlook.forecasts(store, session, rows, [*others, wider])
    return Suggestion(
        window=first.number,
        idle_minutes=minutes_since(first.since, now),
        category=longest.category,
        longest=longest.longest,
        before=longest.forecast,
        after=after[longest.category],
    )
