"""Processes watched from their start: login, counter with many cases, memory, keys on the list.

Each is one child process that runs the program as its command does, beside one that shows an empty
window or does the same in an empty hall.
"""

from __future__ import annotations

from pathlib import Path

from zcdesk.bench import hall, process
from zcdesk.bench.figure import (
    WORST,
    Figure,
    Limit,
    Measure,
    NotMeasurable,
    Runs,
    alternate,
    figure,
)
from zcdesk.bench.plan import Plan

MB = 1e-6
MS = 1000.0
LOGIN_LIMIT = Limit("ratio", 1.5)
COUNTER_LIMIT = Limit("value", 2)
MEMORY_LIMIT = Limit("value", 220)
KEY_LIMIT = Limit("value", 50)

LOGIN_HOW = (
    "from the start of the process until the login page is painted and takes keys; beside an empty "
    "PySide6 window of the same size with nothing but a handler for one key"
)
COUNTER_HOW = (
    "from the start of the process, login typed at once, until the counter is painted with the "
    "day's figures, F2 calls and F6 finds matters; beside the same in a hall without cases"
)
MEMORY_HOW = (
    "resident memory of the desk after login, counter and one visit served with its receipt "
    "printed; beside an empty PySide6 window"
)
KEY_HOW = (
    "Space, Down or Home on the open visit's list of 40 papers until the list is painted; beside "
    "an empty table view that is asked to repaint by a key"
)


def login(plan: Plan, data: Path) -> tuple[Figure, ...]:
    runs = alternate(_seconds("login", data), _empty("shown"), plan.starts)
    return (figure("login", runs, how=LOGIN_HOW, limit=LOGIN_LIMIT),)


def counter(plan: Plan, full: Path, empty: Path) -> tuple[Figure, ...]:
    runs = alternate(_seconds("counter", full), _seconds("counter", empty), plan.opens)
    return (figure(counter_name(plan), runs, how=COUNTER_HOW, limit=COUNTER_LIMIT),)


def counter_name(plan: Plan) -> str:
    return f"counter with {plan.cases:,} cases"


def memory(plan: Plan, data: Path) -> tuple[Figure, ...]:
    runs = alternate(
        _seconds("visit", data, "visit resident"), _empty("shown resident"), plan.visits, warm_up=0
    )
    if not any(runs.references):
        raise NotMeasurable("this system does not tell a process's resident memory")
    return (figure("memory", runs, how=MEMORY_HOW, unit="MB", scale=MB, limit=MEMORY_LIMIT),)


def keys(plan: Plan, data: Path) -> tuple[Figure, ...]:
    seen = process.watch("keys", str(data), hall.STAFF_NO, hall.secret(), str(plan.keys))
    runs = Runs(tuple(seen["values"]), tuple(seen["references"]))
    return (
        figure("key to pixel p50", runs, how=KEY_HOW, unit="ms", scale=MS),
        figure(
            "key to pixel p99",
            runs,
            how=KEY_HOW,
            unit="ms",
            scale=MS,
            percent=WORST,
            limit=KEY_LIMIT,
        ),
    )


def _seconds(what: str, data: Path, event: str = "") -> Measure:
    def measure() -> float:
        seen = process.watch(what, str(data), hall.STAFF_NO, hall.secret())
        return float(seen[event or what])

    return measure


def _empty(event: str) -> Measure:
    return lambda: float(process.watch("empty")[event])
