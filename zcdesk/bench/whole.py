"""All figures in one run: halls made once, measured one after the other, then thrown away."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from zcdesk import __version__
from zcdesk.bench import (
    after,
    cases,
    commit,
    grown,
    hall,
    keeping,
    live,
    paper,
    periods,
    search,
    starts,
    wires,
)
from zcdesk.bench.figure import Clock, Figure, Limit, NotMeasurable, missing
from zcdesk.bench.plan import Plan
from zcdesk.domain.worktime import HALL_ZONE

Tell = Callable[[str], None]
SMALL = 1000
"""Cases in the hall where commits are measured: a window's quarter."""


class Halls(NamedTuple):
    """Data folders of closed stores; in that of `keys` a visit stays open."""

    empty: Path
    small: Path
    full: Path
    keys: Path


class Part(NamedTuple):
    """Figures measured together.

    Attributes:
        targets: names, units and limits to show where they cannot be measured.
    """

    targets: tuple[tuple[str, str, Limit | None], ...]
    how: str
    measure: Callable[[], tuple[Figure, ...]]


def run(
    plan: Plan, *, clock: Clock = time.perf_counter, tell: Tell | None = None
) -> dict[str, Any]:
    """Measure all figures of a plan.

    Args:
        tell: hears what is under way; by default the standard error stream.
    """
    tell = tell or _to_stderr
    with tempfile.TemporaryDirectory(prefix="zcdesk-bench-") as folder:
        root = Path(folder)
        with hall.ground(root):
            halls = _halls(root, plan, tell)
            figures = measured(parts(plan, halls, root, clock), tell)
    return report(asdict(plan), figures)


def history(sizes: tuple[int, ...] | None, *, tell: Tell) -> dict[str, Any]:
    """Measure the manager's page in a hall whose history grows; see `grown`."""
    wanted = sizes or grown.SIZES
    with tempfile.TemporaryDirectory(prefix="zcdesk-bench-") as folder:
        root = Path(folder)
        with hall.ground(root):
            plain, growing = (make_hall(root / name, SMALL) for name in ("plain", "growing"))
            figures = []
            for found in grown.measure(time.perf_counter, growing, plain, wanted):
                tell(f"{found.name}: {found.value} {found.unit}")
                figures.append(found)
    return report({"sizes": list(wanted)}, figures)


def report(plan: dict[str, Any], figures: Sequence[Figure]) -> dict[str, Any]:
    """Lay down what was measured, by which program, where and how much."""
    return {
        "program": __version__,
        "machine": _machine(),
        "plan": plan,
        "figures": [msgspec.to_builtins(figure) for figure in figures],
    }


def parts(plan: Plan, halls: Halls, root: Path, clock: Clock) -> tuple[Part, ...]:
    """Return what is measured, in order."""
    return (
        Part(
            (("login", "s", starts.LOGIN_LIMIT),),
            starts.LOGIN_HOW,
            lambda: starts.login(plan, halls.small),
        ),
        Part(
            ((starts.counter_name(plan), "s", starts.COUNTER_LIMIT),),
            starts.COUNTER_HOW,
            lambda: starts.counter(plan, halls.full, halls.empty),
        ),
        Part(
            (("search p50", "ms", None), ("search p99", "ms", search.LIMIT)),
            search.HOW,
            lambda: search.measure(plan, clock),
        ),
        Part(
            (("key to pixel p50", "ms", None), ("key to pixel p99", "ms", starts.KEY_LIMIT)),
            starts.KEY_HOW,
            lambda: starts.keys(plan, halls.keys),
        ),
        Part(
            ((commit.ARRIVE, "ms", commit.LIMIT), (commit.RECEIVE, "ms", commit.LIMIT)),
            commit.HOW,
            lambda: commit.measure(plan, clock, halls.small, root / "commit"),
        ),
        Part(
            ((live.READ, "ms", live.LIMIT), (live.DRILL, "ms", live.LIMIT)),
            live.HOW,
            lambda: live.measure(clock, halls.full, halls.small),
        ),
        Part(after.TARGETS, after.PAGE_HOW, lambda: after.measure(clock, halls.full)),
        Part(paper.TARGETS, paper.HOW, lambda: paper.measure(plan, clock, root / "paper")),
        Part(periods.TARGETS, periods.HOW, lambda: periods.measure(plan, clock, halls.full)),
        Part(wires.DESK, wires.CALL_HOW, lambda: wires.desk(plan)),
        Part(wires.LINES, wires.ROUND_HOW, lambda: wires.lines(clock)),
        Part(
            (("memory", "MB", starts.MEMORY_LIMIT),),
            starts.MEMORY_HOW,
            lambda: starts.memory(plan, halls.small),
        ),
        *keeping_parts(plan, halls, clock),
    )


def keeping_parts(plan: Plan, halls: Halls, clock: Clock) -> tuple[Part, ...]:
    """Return what a PC costs over the years; the full hall is aged by it, so it comes last."""
    return (
        Part(keeping.SIZES, keeping.SIZE_HOW, keeping.sizes),
        Part(keeping.PACKAGED, keeping.PACKAGED_HOW, lambda: keeping.packaged(plan, halls.small)),
        Part(keeping.IDLE, keeping.IDLE_HOW, lambda: keeping.idle(plan, halls.small)),
        Part(keeping.WEEK, keeping.SLOPE_HOW, lambda: keeping.week(plan, halls.small)),
        Part(
            keeping.updated(plan),
            keeping.USABLE_HOW,
            lambda: keeping.update(plan, clock, halls.full),
        ),
    )


def kept(
    plan: Plan, *, clock: Clock = time.perf_counter, tell: Tell | None = None
) -> dict[str, Any]:
    """Measure only what a PC costs over the years."""
    tell = tell or _to_stderr
    with tempfile.TemporaryDirectory(prefix="zcdesk-bench-") as folder:
        root = Path(folder)
        with hall.ground(root):
            sizes = {"empty": 0, "keys": 0, "small": SMALL, "full": plan.cases}
            made = {}
            for name in ("small", "full"):
                tell(f"a hall with {sizes[name]:,} cases")
                made[name] = make_hall(root / name, sizes[name])
            halls = Halls(empty=root / "empty", keys=root / "keys", **made)
            figures = measured(keeping_parts(plan, halls, clock), tell)
    return report(asdict(plan), figures)


def measured(wanted: Sequence[Part], tell: Tell | None = None) -> list[Figure]:
    """Measure part by part; what is not there yet says so, and the rest goes on."""
    tell = tell or _to_stderr
    found: list[Figure] = []
    for part in wanted:
        tell(", ".join(name for name, _, _ in part.targets))
        try:
            found += part.measure()
        except NotMeasurable as reason:
            found += [
                missing(name, str(reason), unit=unit, how=part.how, limit=limit)
                for name, unit, limit in part.targets
            ]
    return found


def _halls(root: Path, plan: Plan, tell: Tell) -> Halls:
    made = {}
    for name, count in (("empty", 0), ("keys", 0), ("small", SMALL), ("full", plan.cases)):
        tell(f"a hall with {count:,} cases")
        made[name] = make_hall(root / name, count)
    return Halls(**made)


def make_hall(data: Path, count: int) -> Path:
    """Make a hall with so many cases behind it, the last a moment ago; its store is closed.

    Those who wait came just now: a number of before midnight is called no more.
    """
    clock = hall.Clock(datetime.now(HALL_ZONE) - cases.span(count))
    session = hall.found(data, clock)
    try:
        cases.add_cases(session, clock, count)
        clock.at = datetime.now(HALL_ZONE)
        cases.let_wait(session)
    finally:
        session.store.close()
    return data


def _machine() -> dict[str, Any]:
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        # Who reads absolute times must know what else was running.
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
    }


def _to_stderr(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
