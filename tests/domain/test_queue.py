"""Which ticket is called next: first come first served, some ahead, nobody left behind."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.queue import Ahead, QueuePolicy, Waiting, choose, goes_ahead, is_aged
from zcdesk.domain.worktime import HALL_ZONE

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=HALL_ZONE)
RULES = QueuePolicy()


def ticket(number: str, order: str = "", **more: object) -> Waiting:
    return Waiting(id=number, number=number, order=order or number[-3:], **more)


def first_come(one: Waiting) -> tuple[str, str]:
    return one.order, one.number


def due(minutes: float) -> str:
    return (NOW + timedelta(minutes=minutes)).isoformat()


def called(waiting: list[Waiting], rules: QueuePolicy = RULES, now: datetime = NOW) -> list[str]:
    """Call until nobody is left, as one window does."""
    left, streak, order = list(waiting), 0, []
    while (found := choose(left, now=now, policy=rules, ahead_streak=streak)) is not None:
        one = next(t for t in left if t.id == found)
        left.remove(one)
        order.append(found)
        streak = streak + 1 if goes_ahead(one, rules) else 0
    return order


def test_nobody_waits_or_nobody_is_due() -> None:
    assert choose((), now=NOW, policy=RULES) is None
    assert choose([ticket("YA001", appointment=due(30))], now=NOW, policy=RULES) is None


def test_those_who_came_first_and_on_a_tie_the_smaller_number() -> None:
    assert called([ticket("A003"), ticket("A001"), ticket("A002")]) == ["A001", "A002", "A003"]
    assert called([ticket("A002", "same"), ticket("A001", "same")]) == ["A001", "A002"]


def test_who_goes_ahead_of_whom() -> None:
    found = called(
        [
            ticket("A001"),
            ticket("YA009", appointment=due(-3)),
            ticket("VA008", priority=True),
            ticket("A007", forwarded=True),
        ]
    )
    assert found == ["A007", "VA008", "YA009", "A001"]


@pytest.mark.parametrize(("minutes", "is_due"), [(5.1, False), (5, True), (0, True), (-60, True)])
def test_an_appointment_joins_a_little_before_its_time(minutes: float, is_due: bool) -> None:
    one = ticket("YA001", appointment=due(minutes))
    assert (choose([one], now=NOW, policy=RULES) == "YA001") is is_due


def test_a_place_behind_others_is_between_them_and_the_next() -> None:
    back = ticket("A001", "2026-11-24T09:02:00.000+08:00~2026-11-24T09:30:00.000+08:00")
    waiting = [ticket(f"A00{n}", f"2026-11-24T09:0{n}:00.000+08:00") for n in (2, 3)]
    assert called([*waiting, back]) == ["A002", "A001", "A003"]


@pytest.mark.parametrize("most", [0, 1, 3])
def test_so_many_go_ahead_and_then_an_ordinary_one(most: int) -> None:
    rules = QueuePolicy(ahead_in_row=most)
    found = called(
        [ticket(f"A00{n}") for n in range(1, 4)]
        + [ticket(f"VA00{n}", priority=True) for n in range(1, 10)],
        rules,
    )
    first = [n.startswith("A") for n in found[: 3 * (most + 1)]]
    assert first == ([False] * most + [True]) * 3


tickets = st.lists(
    st.builds(
        dict,
        order=st.integers(0, 30).map(lambda n: f"{n:02d}"),
        priority=st.booleans(),
        forwarded=st.booleans(),
        appointment=st.sampled_from(("", "", due(-5), due(3), due(90))),
    ),
    max_size=25,
).map(lambda found: [ticket(f"A{n:03d}", **more) for n, more in enumerate(found, 1)])


@given(tickets, st.integers(0, 4))
def test_an_ordinary_ticket_waits_for_no_more_than_the_policy_lets_ahead(
    waiting: list[Waiting], most: int
) -> None:
    order = called(waiting, QueuePolicy(ahead_in_row=most))
    plain = sorted((t for t in waiting if not goes_ahead(t, RULES)), key=first_come)
    for before, one in enumerate(plain):
        assert order.index(one.id) <= before + (before + 1) * most
    assert [n for n in order if n in {t.id for t in plain}] == [t.id for t in plain]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2)), max_size=40), st.integers(1, 4))
def test_nobody_starves_while_others_keep_arriving(
    arrivals: list[tuple[bool, int]], most: int
) -> None:
    """Between calls more tickets come, mostly such as go ahead; the ordinary one gets its turn."""
    rules, left = QueuePolicy(ahead_in_row=most), [ticket("A000")]
    for passed, (priority, more) in enumerate(arrivals):
        prefix = "V" * priority
        left += [ticket(f"{prefix}A{passed:02d}{n}", priority=priority) for n in range(more)]
        found = choose(left, now=NOW, policy=rules, ahead_streak=passed)
        if found == "A000":
            return
        assert passed < most
        left = [t for t in left if t.id != found]


@given(tickets, st.integers(0, 6))
def test_a_due_ticket_is_always_found_and_one_not_due_never(
    waiting: list[Waiting], streak: int
) -> None:
    found = choose(waiting, now=NOW, policy=RULES, ahead_streak=streak)
    callable_ = {t.id for t in waiting if t.appointment != due(90)}
    assert (found is None) is not callable_ or found in callable_


def came(number: str, minutes: float, **more: object) -> Waiting:
    """A ticket taken so many minutes ago."""
    at = (NOW - timedelta(minutes=minutes)).isoformat()
    return ticket(number, at, since=at, **more)


@pytest.mark.parametrize(("minutes", "turn"), [(39.9, 3), (40, 1), (300, 1)])
def test_who_waited_long_enough_gets_every_other_turn(minutes: float, turn: int) -> None:
    ahead = [came(f"VA00{n}", 10 - n, priority=True) for n in range(1, 6)]
    assert called([came("A001", minutes), *ahead]).index("A001") == turn


def test_the_aged_go_first_among_their_like() -> None:
    waiting = [
        came("YA001", 55, appointment=due(-50)),
        came("VA001", 10, priority=True),
        came("A001", 50),
        came("A002", 45),
    ]
    assert called(waiting) == ["YA001", "A001", "VA001", "A002"]


def test_the_aged_get_a_turn_even_where_nobody_may_go_ahead() -> None:
    rules = QueuePolicy(ahead_in_row=0)
    waiting = [came("VA001", 50, priority=True), came("A001", 5), came("A002", 4)]
    assert called(waiting, rules) == ["VA001", "A001", "A002"]


def test_the_wait_for_ones_own_appointment_is_no_wait() -> None:
    early = came("YA001", 300, appointment=due(-10))
    assert not is_aged(early, NOW, RULES)
    assert is_aged(came("YA001", 300, appointment=due(-36)), NOW, RULES)
    assert not is_aged(came("A001", 900), NOW, QueuePolicy(age_minutes=0))


def test_the_hall_says_who_goes_ahead_of_whom_and_who_does_not() -> None:
    waiting = [
        ticket("A001"),
        ticket("VA002", priority=True),
        ticket("YA003", appointment=due(0)),
        ticket("A004", forwarded=True),
    ]
    rules = QueuePolicy(ahead=(Ahead.APPOINTMENT, Ahead.PRIORITY))
    assert called(waiting, rules) == ["YA003", "VA002", "A001", "A004"]


def test_a_number_that_keeps_coming_back_keeps_nobody_from_being_called() -> None:
    """Four who are never there are put behind three others each time; the fifth is there."""
    rules = QueuePolicy(age_minutes=20)
    left = [came(f"A00{n}", 10 - n) for n in range(1, 6)]
    for minute in range(60):
        now = NOW + timedelta(minutes=minute)
        found = choose(left, now=now, policy=rules)
        if found == "A005":
            return
        left = [t for t in left if t.id != found]
        order = sorted(t.order for t in left)[2] + "~" + now.isoformat()
        left.append(ticket(str(found), order, since=now.isoformat()))
    pytest.fail("A005 was never called")


@given(
    st.lists(
        st.tuples(st.booleans(), st.booleans(), st.integers(0, 3), st.integers(1, 9)),
        min_size=1,
        max_size=60,
    ),
    st.integers(0, 4),
    st.sampled_from((5, 20, 60)),
)
def test_nobody_starves_whatever_arrives(
    minutes: list[tuple[bool, bool, int, int]], most: int, age: int
) -> None:
    """Whoever is aged is called within twice as many calls as older ones of their like stand."""
    rules, left, streak, now = QueuePolicy(ahead_in_row=most, age_minutes=age), [], 0, NOW
    patience: dict[str, int] = {}
    for step, (priority, forwarded, more, pause) in enumerate(minutes):
        now += timedelta(minutes=pause)
        at = now.isoformat()
        flags = {"priority": priority, "forwarded": forwarded}
        left += [ticket(f"{step:02d}{n}", at, since=at, **flags) for n in range(more)]
        aged = sorted((t for t in left if is_aged(t, now, rules)), key=first_come)
        for one in aged:
            like = [t for t in aged if goes_ahead(t, rules) is goes_ahead(one, rules)]
            patience.setdefault(one.id, 2 * (like.index(one) + 1) + most)
        found = choose(left, now=now, policy=rules, ahead_streak=streak)
        for one in aged:
            patience[one.id] -= 1
            assert patience[one.id] >= 0, f"{one.number} waits for ever"
        for one in [t for t in left if t.id == found]:
            left.remove(one)
            streak = streak + 1 if goes_ahead(one, rules) else 0
