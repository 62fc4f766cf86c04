"""How long one will wait: nothing where nobody can know, and a range that holds."""

from __future__ import annotations

import heapq
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.forecast import LEAST_SERVICES, Forecast, Line, forecast

TEN = [9.0, 10.0, 11.0, 10.0, 9.5, 10.5] * 4


def one(waiting: int, *windows: str) -> dict[str, Line]:
    return {"A": Line(waiting=waiting, windows=frozenset(windows))}


def test_without_visits_or_without_an_open_window_nobody_can_know() -> None:
    assert forecast("A", one(3, "1"), TEN[: LEAST_SERVICES - 1]) is None
    assert forecast("A", one(3), TEN) is None
    assert forecast("A", one(3, "1"), TEN[:LEAST_SERVICES]) is not None


def test_nobody_waits_and_a_window_is_free() -> None:
    assert forecast("A", one(0, "1"), TEN) == Forecast(0, 10)


def test_the_range_holds_the_plain_sum_and_grows_with_the_queue() -> None:
    found = [forecast("A", one(n, "1"), TEN, frozenset("1")) for n in (2, 6, 12)]
    for n, range_ in zip((2, 6, 12), found, strict=True):
        assert range_ is not None
        assert range_.least <= 10 * n + 5 <= range_.most
    widths = [r.most - r.least for r in found if r]
    assert widths == sorted(widths)
    assert found[2] is not None
    assert (found[2].least % 5, found[2].most % 5) == (0, 0)


def test_a_window_shared_with_another_category_counts_its_people_too() -> None:
    alone = forecast("A", one(4, "1", "2"), TEN, frozenset({"1", "2"}))
    lines = {**one(4, "1", "2"), "B": Line(waiting=8, windows=frozenset({"2", "3"}))}
    shared = forecast("A", lines, TEN, frozenset({"1", "2"}))
    lines["B"] = Line(waiting=8, windows=frozenset({"3"}))
    apart = forecast("A", lines, TEN, frozenset({"1", "2"}))
    assert alone is not None
    assert shared is not None
    assert shared.least > alone.least
    assert apart == alone


@given(
    st.integers(0, 80),
    st.integers(1, 9),
    st.lists(st.floats(0, 200), min_size=LEAST_SERVICES, max_size=60),
    st.integers(0, 9),
)
def test_a_range_is_never_upside_down_nor_before_now(
    waiting: int, windows: int, services: list[float], busy: int
) -> None:
    names = [str(n) for n in range(windows)]
    found = forecast("A", one(waiting, *names), services, frozenset(names[:busy]))
    assert found is not None
    assert 0 <= found.least <= found.most
    assert found.most >= 1


@pytest.mark.parametrize("windows", [1, 2, 4])
def test_the_range_is_honest(windows: int) -> None:
    """Played against halls with visits of very different length, it holds in most cases."""
    chance = random.Random(20261124)
    held = asked = 0
    for _ in range(400):
        waiting = chance.randrange(0, 20)
        visit = [chance.lognormvariate(2.1, 0.55) for _ in range(30 + waiting + windows)]
        # Windows in the middle of a visit: the rest of one drawn by its length.
        rest = [chance.random() * max(chance.choices(visit[:30], k=2)) for _ in range(windows)]
        names = frozenset(str(n) for n in range(windows))
        told = forecast("A", {"A": Line(waiting=waiting, windows=names)}, visit[:30], names)
        heapq.heapify(rest)
        for length in visit[30 : 30 + waiting]:
            heapq.heappush(rest, heapq.heappop(rest) + length)
        waited = rest[0]
        assert told is not None
        asked += 1
        held += told.least <= waited <= told.most
    assert 0.7 <= held / asked <= 0.99, held / asked
