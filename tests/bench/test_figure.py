"""Figures follow from runs: ranks, ratios, limits, and turns that a slow minute meets evenly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.bench.figure import (
    WORST,
    Limit,
    Runs,
    alternate,
    figure,
    missing,
    nearest_rank,
    timed,
)


def clock_of(*lengths: float) -> Callable[[], float]:
    """Return a clock by which the things measured last so long, one after the other."""
    ends = accumulate(chain.from_iterable((1.0, length) for length in lengths))
    ticks: Iterator[float] = iter(list(ends))
    return lambda: next(ticks)


def test_a_measure_is_what_the_clock_says_between_begin_and_end():
    done = []
    measure = timed(lambda: done.append(1), clock_of(0.25, 4.0))
    assert (measure(), measure(), done) == (0.25, 4.0, [1, 1])


@pytest.mark.parametrize(
    ("percent", "rank"), [(50, 50), (99, 99), (100, 100), (1, 1), (0, 1), (99.5, 100)]
)
def test_a_percentile_is_the_nearest_rank(percent, rank):
    assert nearest_rank([float(n) for n in range(100, 0, -1)], percent) == rank


def test_the_median_of_two_is_one_that_wasmeasured():
    assert nearest_rank([9.0, 1.0], 50) == 1.0
    assert nearest_rank([1.0, 2.0, 9.0], 50) == 2.0


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=50), st.integers(1, 100))
def test_so_many_percent_are_not_above_a_percentile_and_fewer_below(values, percent):
    found = nearest_rank(values, percent)
    assert found in values
    assert sum(v <= found for v in values) >= len(values) * percent / 100
    assert sum(v < found for v in values) < len(values) * percent / 100


def test_nothing_has_no_percentile():
    with pytest.raises(ValueError, match="no runs"):
        nearest_rank([], 50)


def test_two_things_aremeasured_in_turns_that_begin_with_either():
    order = []

    def thing(name: str, cost: Iterator[float]) -> Callable[[], float]:
        def measure() -> float:
            order.append(name)
            return next(cost)

        return measure

    ours, theirs = iter((90.0, 1.0, 2.0, 3.0)), iter((80.0, 4.0, 5.0, 6.0))
    runs = alternate(thing("a", ours), thing("b", theirs), 3, warm_up=1)
    assert "".join(order) == "abbaabba"
    assert runs == Runs((1.0, 2.0, 3.0), (4.0, 5.0, 6.0))


RUNS = Runs((0.010, 0.030, 0.020), (0.010, 0.020, 0.005))


def test_a_figure_is_the_median_beside_its_reference():
    found = figure("commit", RUNS, how="so", unit="ms", scale=1000, limit=Limit("ratio", 2))
    assert (found.value, found.reference, found.ratio) == (20, 10, 2)
    assert (found.target, found.met, found.runs) == ("≤ 2×", True, 3)


def test_a_worst_figure_takes_the_end_of_the_runs():
    found = figure("keys", RUNS, how="so", percent=WORST, limit=Limit("value", 0.029))
    assert (found.value, found.reference, found.target) == (0.03, 0.02, "≤ 0.029 s")
    assert found.met is False


@pytest.mark.parametrize(("most", "met"), [(1.99, False), (2.0, True)])
def test_a_ratio_is_held_against_its_limit(most, met):
    assert figure("x", RUNS, how="", limit=Limit("ratio", most)).met is met


def test_nothing_is_met_where_nothing_is_asked():
    found = figure("pdf", RUNS, how="")
    assert (found.target, found.met) == (None, None)


def test_what_cannot_bemeasured_says_so_and_is_not_met():
    found = missing("login", "no screen", unit="s", how="so", limit=Limit("ratio", 1.5))
    assert found.why == "not measurable: no screen"
    assert (found.value, found.ratio, found.met) == (None, None, False)
