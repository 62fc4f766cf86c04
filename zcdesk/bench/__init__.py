"""The program's figures, measured in one run, each beside a plain reference: `zcdesk bench`.

Everything happens in a temporary folder with an invented hall; the store of this PC is never
opened. Importing this costs nothing: children that are timed import it too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def run(quick: bool = False) -> dict[str, Any]:
    """Measure every figure; about six minutes, or half a minute if `quick`."""
    from zcdesk.bench import whole
    from zcdesk.bench.plan import FULL, QUICK

    return whole.run(QUICK if quick else FULL)


def kept(quick: bool = False) -> dict[str, Any]:
    """Measure what a PC costs over the years: package, update, idle hours, a week."""
    from zcdesk.bench import whole
    from zcdesk.bench.plan import FULL, QUICK

    return whole.kept(QUICK if quick else FULL)


def shared(quick: bool = False, history: int | None = None) -> dict[str, Any]:
    """Measure what concerns the shared database, against a server of its own.

    Args:
        history: acts the hall holds already; None = as the plan says.
    """
    from zcdesk.bench.shared import run as shared_run

    plan = shared_run.QUICK if quick else shared_run.FULL
    return shared_run.run(plan if history is None else shared_run.with_history(plan, history))


def history(cases: int | None = None, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """Measure the manager's page over years of ended cases: as many, or up to a million."""
    from zcdesk.bench import whole

    return whole.history((cases,) if cases else None, tell=tell)


def managed(cases: int | None = None, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """Measure the manager's page on a joined desk beside a server that holds years of cases."""
    from zcdesk.bench.shared import managed as of

    return of.run(cases, tell=tell)


def table(report: dict[str, Any]) -> str:
    """Lay a report out for people."""
    from zcdesk.bench.report import as_table

    return as_table(report)


def simulate(
    steps: int, seed: int, *, store: str = "memory", tell: Callable[[str], None]
) -> tuple[str, int]:
    """Run the simulation; return one line of counts, and 0 only if every oracle held."""
    from zcdesk.bench.simulation import seeds

    if steps < 1:
        return "0 seeds, 0 steps: nothing was simulated", 2
    tally = seeds.simulate(steps, seed, store=store, tell=tell)
    return tally.line(), 1 if tally.failures else 0


def suites(*, tell: Callable[[str], None]) -> int:
    """Run the suites of the shared database and tell their counts; 0 only if all are good."""
    from zcdesk.bench import suite_counts

    return 0 if all(result.is_good for result in suite_counts.run(tell)) else 1


def storms(stations: int, *, tell: Callable[[str], None]) -> tuple[str, int]:
    """Measure many stations on one server; return one line, and 0 only if all came back in time."""
    from zcdesk.bench import storm as of
    from zcdesk.bench.figure import NotMeasurable

    if stations < 1:
        return "0 stations: nothing was measured", 2
    try:
        found = of.measure(stations, tell=tell)
    except NotMeasurable as reason:
        return f"not measurable: {reason}", 2
    return found.line(), 0 if found.is_good else 1
