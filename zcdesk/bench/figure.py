"""What a measurement amounts to: runs in turns, percentiles, a figure beside its reference.

A figure is always a ratio of two things measured in the same minutes on the same machine, which
is noisy and shared. Never an absolute time without the time of something plain next to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import TypeVar

import msgspec

T = TypeVar("T")

Clock = Callable[[], float]
"""Returns seconds; only differences count."""

Measure = Callable[[], float]
"""Does a thing once and returns what it cost."""

MEDIAN = 50
WORST = 99


class NotMeasurable(Exception):
    """The thing to measure is not there, or did not come to where it is measured."""


class Limit(msgspec.Struct, frozen=True):
    """The most a figure may be: its `value` in the figure's unit, or its `ratio`."""

    of: str
    most: float

    def text(self, unit: str) -> str:
        return f"≤ {self.most:g}×" if self.of == "ratio" else f"≤ {self.most:g} {unit}"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the report.

    Attributes:
        value, reference: in `unit`; None where nothing could be measured, and `why` says so.
        ratio: value / reference.
        target, met: what is to be reached and whether it is; None = nothing is asked.
        how: one sentence on what is compared with what.
        runs: measurements of each of the two.
    """

    name: str
    value: float | None = None
    unit: str = ""
    reference: float | None = None
    ratio: float | None = None
    target: str | None = None
    met: bool | None = None
    how: str = ""
    runs: int = 0
    why: str = ""


class Runs(msgspec.Struct, frozen=True):
    """What two things cost, run by run, in turns."""

    values: tuple[float, ...]
    references: tuple[float, ...]


def nearest_rank(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that at least `percent` of all values do not exceed."""
    if not values:
        raise ValueError("no runs")
    return sorted(values)[max(1, ceil(len(values) * percent / 100)) - 1]


def timed(action: Callable[[], object], clock: Clock) -> Measure:
    """Make a measure of an action by the clock."""

    def measure() -> float:
        start = clock()
        action()
        return clock() - start

    return measure


def take_turns(
    value: Callable[[], T], reference: Callable[[], T], times: int, *, warm_up: int = 1
) -> list[tuple[T, T]]:
    """Do two things in turns, A B B A A B…, so that a slow minute meets both.

    Args:
        warm_up: turns thrown away, for what only the first pays.
    """
    found: list[tuple[T, T]] = []
    for turn in range(warm_up + times):
        if turn % 2:
            second = reference()
            found.append((value(), second))
        else:
            first = value()
            found.append((first, reference()))
    return found[warm_up:]


def alternate(value: Measure, reference: Measure, times: int, *, warm_up: int = 1) -> Runs:
    """Measure two things in turns."""
    kept = take_turns(value, reference, times, warm_up=warm_up)
    return Runs(tuple(v for v, _ in kept), tuple(r for _, r in kept))


def figure(
    name: str,
    runs: Runs,
    *,
    how: str,
    percent: float = MEDIAN,
    unit: str = "s",
    scale: float = 1.0,
    limit: Limit | None = None,
) -> Figure:
    """Reduce runs to a figure.

    Args:
        scale: what a measured number is multiplied with to be in `unit`.
    """
    value = nearest_rank(runs.values, percent) * scale
    reference = nearest_rank(runs.references, percent) * scale
    ratio = value / reference if reference else None
    found = value if limit is None or limit.of == "value" else ratio
    return Figure(
        name=name,
        value=_round(value),
        unit=unit,
        reference=_round(reference),
        ratio=_round(ratio),
        target=limit.text(unit) if limit else None,
        met=None if limit is None or found is None else found <= limit.most,
        how=how,
        runs=len(runs.values),
    )


def missing(name: str, why: str, *, unit: str, how: str, limit: Limit | None = None) -> Figure:
    """Say that a figure could not be measured; its target counts as not reached."""
    return Figure(
        name=name,
        unit=unit,
        target=limit.text(unit) if limit else None,
        met=False if limit else None,
        how=how,
        why=f"not measurable: {why}",
    )


def _round(number: float | None) -> float | None:
    """Keep four digits: more would be noise that looks like knowledge."""
    return None if number is None else float(f"{number:.4g}")
