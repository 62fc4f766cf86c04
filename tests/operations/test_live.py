"""Every figure of the live hall is counted again from the states themselves, another way."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from fix_live import Hall, any_hall
from fix_workday import all_tickets, cases
from hypothesis import given, settings
from hypothesis import strategies as st

from zcdesk.domain.case import Case
from zcdesk.domain.custody import Hand
from zcdesk.domain.hall_now import Doing
from zcdesk.domain.rating import Level, Rating, RatingChannel
from zcdesk.domain.ticket import Outcome, TicketStatus
from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import drafts, live, live_rows, queue, ratings, windows
from zcdesk.operations.live import LiveView


def counted_again(hall: Hall, view: LiveView) -> None:
    """Compare every number with one counted from whole states, read one by one."""
    now = hall.clock.at
    day = now.date().isoformat()
    today = [t for t in all_tickets(hall.session) if t.day == day]
    known = cases(hall.session)
    waiting = [t for t in today if t.status is TicketStatus.WAITING]
    assert view.waiting == len(waiting)
    for line in view.categories:
        mine = [t for t in waiting if t.category == line.category]
        assert line.count == len(mine)
        waits = [now - datetime.fromisoformat(t.taken_at) for t in mine]
        assert line.longest == max((int(w.total_seconds()) // 60 for w in waits), default=0)
    assert view.received == sum(c.received_at.startswith(day) for c in known)
    assert view.finished == sum(_finished(c).startswith(day) for c in known)
    assert view.deferred == sum(c.received_at.startswith(day) and bool(c.deferred) for c in known)
    assert sum(q.taken for q in view.quarters) == len(today)
    assert sum(q.called for q in view.quarters) == sum(bool(t.called_at) for t in today)
    for quarter in view.quarters:
        start = datetime.fromisoformat(quarter.start)
        end = start + timedelta(minutes=15)
        inside = [t for t in today if start <= datetime.fromisoformat(t.taken_at) < end]
        assert quarter.taken == len(inside)
    _due_again(view, known, now)
    _ratings_again(hall, view, [t for t in today if t.sitting and t.closed_at])
    assert sum(p.count for p in view.piles) == sum(_waits_here(c) for c in known)
    for window in view.windows:
        serving = [
            t
            for t in today
            if t.window == window.number and t.status in (TicketStatus.CALLED, TicketStatus.SERVING)
        ]
        assert (window.doing is Doing.SERVING) == bool(serving)
        if serving:
            assert window.ticket in {t.number for t in serving}
        else:
            with hall.session.reading() as store:
                mode = store.state(f"window:{window.number}", Window).mode  # type: ignore[union-attr]
            assert window.doing is AS_MODE[mode]
        _whole(window.spans, view)
    assert sum(view.count(doing) for doing in Doing) == len(view.windows)


AS_MODE = {
    WindowMode.OPEN: Doing.IDLE,
    WindowMode.PAUSED: Doing.PAUSED,
    WindowMode.CLOSED: Doing.CLOSED,
}


def _due_again(view: LiveView, known: list[Case], now: datetime) -> None:
    due: dict[str, list[int]] = {}
    for case in known:
        at = case.accept_due.at if case.state.value == "received" else case.due.at
        if not case.is_open or case.stopped_at or not at:
            continue
        moment = datetime.fromisoformat(at)
        if moment.date() > now.date():
            continue
        due.setdefault(case.department, [0, 0])[moment >= now] += 1
    assert {d.department: [d.overdue, d.today] for d in view.due} == due


def _ratings_again(hall: Hall, view: LiveView, ended: list[object]) -> None:
    with hall.session.reading() as store:
        given = {r.sitting: r for _, r in store.states(Rating)}
    of_today = [given[t.sitting] for t in ended if t.sitting in given]  # type: ignore[attr-defined]
    assert view.ratings.visits == len(ended)
    for level in Level:
        assert view.ratings.levels[level] == sum(r.level == level for r in of_today)
    assert len(view.ratings.bad) == sum(r.level.is_bad for r in of_today)


def _whole(spans: tuple[object, ...], view: LiveView) -> None:
    """A strip has no gap and no overlap, from its start to the moment of reading."""
    ends = [view.start]
    for span in spans:
        assert span.start == ends[-1]  # type: ignore[attr-defined]
        ends.append(span.end)  # type: ignore[attr-defined]
    assert datetime.fromisoformat(ends[-1]) >= datetime.fromisoformat(view.at)


def _finished(case: Case) -> str:
    if case.decision:
        return case.decision.at
    return case.ending.at if case.ending else ""


def _waits_here(case: Case) -> bool:
    return any(b.hand is Hand.WINDOW for b in case.bundles) and case.is_open


@pytest.mark.req("R150", "R021", "R036")
def test_every_figure_of_a_busy_hall_is_counted_again(busy_hall) -> None:
    view = live.view(busy_hall.boss)
    counted_again(busy_hall, view)
    assert view.longest >= view.limit
    assert view.suggestion is not None
    assert (view.suggestion.window, view.suggestion.category) == ("5", "社会民生")


def test_what_lies_behind_a_figure_is_as_many_rows(busy_hall) -> None:
    view = live.view(busy_hall.boss)

    def rows(figure: str) -> int:
        return len(live_rows.behind(busy_hall.boss, figure).rows)

    assert rows("waiting") == view.waiting
    for line in view.categories:
        assert rows(f"waiting/{line.category}") == line.count
    assert rows("received") == view.received
    assert rows("finished") == view.finished
    assert rows("deferred") == view.deferred
    assert rows("bad") == len(view.ratings.bad)
    assert rows("visits") == view.ratings.visits
    assert rows("windows") == len(view.windows)
    for level, count in view.ratings.levels.items():
        assert rows(f"ratings/{level}") == count
    for line in view.due:
        assert rows(f"due/{line.department}") == line.overdue + line.today
        assert rows(f"late/{line.department}") == line.overdue
    for pile in view.piles:
        assert rows(f"pile/{pile.department}|{pile.due}") == pile.count
    for quarter in view.quarters:
        most = quarter.taken + quarter.called
        assert max(quarter.taken, quarter.called) <= rows(f"flow/{quarter.start}") <= most
    assert all(key.startswith("case:") for key in live_rows.behind(busy_hall.boss, "late").keys)
    with pytest.raises(UserError, match="LIV-02"):
        rows("nothing/of/it")


def test_only_who_looks_after_the_hall_reads_it(busy_hall) -> None:
    for session in (busy_hall.session, busy_hall.staff.reviewer):
        with pytest.raises(NotAllowed, match="CAS-02"):
            live.view(session)
        with pytest.raises(NotAllowed, match="CAS-02"):
            live_rows.behind(session, "waiting")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["take", "call", "advise", "miss", "rate", "pause", "open", "wait"]),
        st.sampled_from(["1", "2", "3", "5"]),
        st.sampled_from(["社会民生", "市场准入", "投资建设"]),
    ),
    min_size=8,
    max_size=30,
)


@settings(max_examples=8)
@given(steps=STEPS)
def test_any_day_is_counted_again(tmp_path_factory, prepared, steps) -> None:
    """Numbers taken, called, passed over, rated, windows paused: the page tells the same."""
    with any_hall(tmp_path_factory.mktemp("day"), prepared) as hall:
        for number in ("1", "2", "3", "5"):
            hall.open(number)
        for what, number, category in steps:
            _one(hall, what, number, category)
        counted_again(hall, live.view(hall.boss))


def _one(hall: Hall, what: str, number: str, category: str) -> None:
    desk = hall.at(number)
    hall.clock.pass_(seconds=47)
    with desk.session.reading() as store:
        visit = drafts.open_visit(store, number)
    match what:
        case "take":
            hall.at("3").take(category)
        case "call" if visit is None and windows.window_of(desk.session).mode.value == "open":
            called = queue.call_next(desk.session)
            if called is not None:
                queue.arrive(desk.session, called, "card")
        case "advise" | "rate" if visit is not None and visit.ticket is not None:
            queue.leave(desk.session, visit, Outcome.CONSULTED)
            if what == "rate":
                channel = RatingChannel.PAD
                level = Level(1 + hall.clock.at.second % 5)
                ratings.rate(desk.session, visit.id, level, channel, ticket=visit.ticket.id)
        case "miss" if visit is not None:
            queue.miss(desk.session, visit)
        case "pause":
            windows.pause_window(desk.session, "用餐")
        case "open":
            windows.open_window(desk.session)
        case "wait":
            hall.clock.pass_(minutes=13)
        case _:
            pass
