"""All figures of the shared database in one run."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from zcdesk.bench import whole
from zcdesk.bench.figure import Clock, Limit
from zcdesk.bench.shared import (
    at_work,
    catch_up,
    first_join,
    ground,
    log,
    queue,
    undisturbed,
    windows,
)
from zcdesk.bench.whole import Part


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """How much is measured.

    Attributes:
        history: acts in the hall that is caught up with.
        turns, rounds, each: pushes and pulls; rounds of claims, and claims of each connection.
        seconds: of the windows' watching each other.
        cases: in the hall that a PC joins for the first time.
    """

    history: int
    turns: int
    rounds: int
    each: int
    seconds: float
    cases: int


FULL = SharedPlan(history=100_000, turns=60, rounds=5, each=20, seconds=20.0, cases=10_000)
QUICK = SharedPlan(history=4000, turns=12, rounds=2, each=4, seconds=3.0, cases=200)


def with_history(plan: SharedPlan, acts: int) -> SharedPlan:
    """Return the same plan over a hall that holds so many acts already; ten acts a case."""
    return replace(plan, history=acts, cases=acts // 10)


def run(plan: SharedPlan, *, clock: Clock = time.perf_counter) -> dict[str, Any]:
    """Measure all of them against one server.

    Raises:
        NotMeasurable: there is no server to be had here.
    """
    with tempfile.TemporaryDirectory(prefix="zcdesk-bench-") as folder, ground.running() as server:
        found = whole.measured(parts(plan, server, Path(folder), clock))
    return whole.report(asdict(plan), found)


def parts(plan: SharedPlan, server: ground.Server, root: Path, clock: Clock) -> tuple[Part, ...]:
    half: Limit = log.HALF
    return (
        Part(
            ((log.PUSH, "ms", half), (log.BATCH, "ms", half)),
            log.PUSH_HOW,
            lambda: log.pushes(server, clock, plan.turns),
        ),
        Part(
            ((catch_up.CAUGHT_UP, "s", None), (catch_up.SCREEN, "ms", catch_up.AWAKE)),
            catch_up.CAUGHT_HOW,
            lambda: catch_up.catches_up(server, root, clock, plan.history),
        ),
        Part(
            ((at_work.NAME, "ms", at_work.LIMIT),),
            at_work.HOW,
            lambda: (at_work.commits(server, root / "at-work", clock, plan.history),),
        ),
        Part(
            ((catch_up.APPLY, "ms", catch_up.HALF),),
            catch_up.HOW,
            lambda: (catch_up.applies(server, root, clock, min(plan.turns, plan.history // 250)),),
        ),
        Part(
            ((first_join.JOIN, "s", None), (first_join.AWAKE, "ms", first_join.SCREEN)),
            first_join.HOW,
            lambda: first_join.alone(root / "first", clock, plan.cases),
        ),
        Part(
            ((log.PULL, "ms", log.WALLS),),
            log.PULL_HOW,
            lambda: (log.pulls(server, clock, plan.turns),),
        ),
        Part(
            ((log.GROWTH, "ms", log.FLAT),),
            log.GROWTH_HOW,
            lambda: (log.growth(server, clock, plan.turns, plan.history),),
        ),
        Part(
            ((queue.NAME, "ms", queue.LIMIT),),
            queue.HOW,
            lambda: (queue.claims(server, clock, plan.rounds, plan.each),),
        ),
        Part(
            ((windows.HALF_SEEN, "s", windows.P50), (windows.LAST_SEEN, "s", windows.P99)),
            windows.HOW,
            lambda: windows.seen(server, plan.seconds),
        ),
        Part(
            tuple((name, "ms", undisturbed.LIMIT) for name in undisturbed.NAMES),
            undisturbed.HOW,
            lambda: undisturbed.commits(server, root / "undisturbed", clock, plan.rounds * 2),
        ),
    )
