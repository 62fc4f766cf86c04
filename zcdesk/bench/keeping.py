"""What a PC costs over the years: its package, a start from it, an update, idle hours, a week.

The package is what `dev.py deb` built, where it is there; the rest is the program as it runs. Each
figure stands beside a plain one of the same minutes.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from zcdesk import station
from zcdesk.bench import hall, process
from zcdesk.bench.figure import (
    Clock,
    Figure,
    Limit,
    NotMeasurable,
    Runs,
    alternate,
    figure,
)
from zcdesk.bench.plan import Plan
from zcdesk.bench.starts import LOGIN_LIMIT, MB
from zcdesk.store import project

PACKAGE_LIMIT = Limit("value", 90)
INSTALLED_LIMIT = Limit("value", 250)
USABLE_LIMIT = Limit("value", 10)
REBUILT_LIMIT = Limit("value", 180)
IDLE_LIMIT = Limit("value", 1)
SLOPE_LIMIT = Limit("value", 1)

SIZE_HOW = "as built by packaging/dev.py deb; beside the largest part of it, Qt's libraries"
PACKAGED_HOW = (
    "from the start of the packaged program until its login takes keys; beside an empty PySide6 "
    "window of the same package"
)
USABLE_HOW = (
    "from the start of the process until the counter takes keys, every read table left by an "
    "older version; beside the same once they are up to date"
)
REBUILT_HOW = "all of these rows brought up to date in batches, as between two visits"
IDLE_HOW = "processor time of the desk at an idle counter, in percent of one core"
SLOPE_HOW = (
    "resident memory from the second day on, by least squares, in days of visits served by keys "
    "with their receipts; beside the growth of the first day"
)
SIZES = (("package", "MB", PACKAGE_LIMIT), ("installed size", "MB", INSTALLED_LIMIT))
PACKAGED = (("login from the package", "s", LOGIN_LIMIT),)
IDLE = (("idle desk", "%", IDLE_LIMIT),)
WEEK = (("memory over a week", "MB/day", SLOPE_LIMIT),)

BUILD = Path(__file__).parent.parent.parent / "build"
PROGRAM = "opt/zcdesk/zcdesk"
DAYS = 5
WAITING = "社会民生"


def updated(plan: Plan) -> tuple[tuple[str, str, Limit | None], ...]:
    """Return the names of what is measured after an update."""
    return (
        (f"update with {plan.cases:,} cases: usable", "s", USABLE_LIMIT),
        (f"update with {plan.cases:,} cases: rebuilt", "s", REBUILT_LIMIT),
    )


def sizes() -> tuple[Figure, ...]:
    """Measure the package and what it takes once installed."""
    package = _package()
    said = subprocess.run(  # noqa: S603 - the system's own program
        ["/usr/bin/dpkg-deb", "--field", str(package), "Installed-Size"],
        capture_output=True,
        check=True,
    ).stdout
    whole, installed = package.stat().st_size, int(said) * 1024
    qt = sum(p.lstat().st_size for p in _tree().glob("opt/zcdesk/lib/PySide6/Qt/lib/*"))
    return tuple(
        figure(name, Runs((size,), (qt,)), how=SIZE_HOW, unit=unit, scale=MB, limit=limit)
        for (name, unit, limit), size in zip(SIZES, (whole, installed), strict=True)
    )


def packaged(plan: Plan, data: Path) -> tuple[Figure, ...]:
    """Measure a start from the package."""
    program = _tree() / PROGRAM

    def login() -> float:
        words = (str(data), hall.STAFF_NO, hall.secret())
        return float(process.watch("login", *words, program=program)["login"])

    def empty() -> float:
        return float(process.watch("empty", program=program)["shown"])

    ((name, _, limit),) = PACKAGED
    return (figure(name, alternate(login, empty, plan.opens), how=PACKAGED_HOW, limit=limit),)


def update(plan: Plan, clock: Clock, full: Path) -> tuple[Figure, ...]:
    """Measure the first start after an update, then the rebuilding; the hall is up to date then."""
    age(full)
    first = _counter(full)
    spent = rebuild(full, clock)
    again = _counter(full)
    (usable, _, most), (rebuilt, _, least) = updated(plan)
    return (
        figure(usable, Runs((first,), (again,)), how=USABLE_HOW, limit=most),
        figure(rebuilt, Runs((spent,), (first,)), how=REBUILT_HOW, limit=least),
    )


def age(data: Path) -> None:
    """Leave every row as an older version would have."""
    store = station.open_store(data)
    try:
        raw: Any = store.handle.raw
        raw.execute("BEGIN")
        raw.execute("UPDATE meta SET value = '0' WHERE key = 'projection'")
        raw.execute("UPDATE subject_state SET version = version - 1")
        raw.execute("COMMIT")
    finally:
        store.close()


def rebuild(data: Path, clock: Clock) -> float:
    """Bring all rows up to date as a desk does, batch by batch; return the seconds it took."""
    session = station.open_session(data)
    try:
        start = clock()
        while project.refresh(session.store, at=session.now()):
            pass
        return clock() - start
    finally:
        session.store.close()


def idle(plan: Plan, data: Path) -> tuple[Figure, ...]:
    """Measure what a desk nobody touches costs."""
    seconds = str(plan.idle)
    seen = process.watch("idle", str(data), hall.STAFF_NO, hall.secret(), seconds)
    ((name, unit, limit),) = IDLE
    runs = Runs((float(seen["idle"]),), (float(seen["busy"]),))
    return (figure(name, runs, how=IDLE_HOW, unit=unit, scale=100, limit=limit),)


def week(plan: Plan, data: Path) -> tuple[Figure, ...]:
    """Measure how memory grows over days of visits."""
    wait_for(data, DAYS * plan.week)
    words = (str(data), hall.STAFF_NO, hall.secret(), str(plan.week), str(DAYS))
    seen = process.watch("week", *words, patience=60 + DAYS * plan.week * 20)
    days: list[float] = seen["days"]
    first, later = days[1] - days[0], days[1:]
    ((name, unit, limit),) = WEEK
    runs = Runs((slope(later),), (first,))
    return (figure(name, runs, how=SLOPE_HOW, unit=unit, scale=MB, limit=limit),)


def wait_for(data: Path, count: int) -> None:
    """Let so many people wait in the hall."""
    from zcdesk.operations import tickets

    session = station.open_session(data).as_clerk(hall.STAFF_NO)
    try:
        for _ in range(count):
            tickets.take_ticket(session, WAITING)
    finally:
        session.store.close()


def slope(values: list[float]) -> float:
    """Return the growth for each step, by least squares."""
    count = len(values)
    if count < 2:
        raise NotMeasurable("one day has no slope")
    middle, mean = (count - 1) / 2, sum(values) / count
    above = sum((place - middle) * (value - mean) for place, value in enumerate(values))
    return above / sum((place - middle) ** 2 for place in range(count))


def _counter(data: Path) -> float:
    return float(process.watch("counter", str(data), hall.STAFF_NO, hall.secret())["counter"])


def _package() -> Path:
    built = (path for path in BUILD.glob("zcdesk_*.deb") if "~" not in path.name)  # no trial's
    found = sorted(built, key=lambda path: path.stat().st_mtime)
    if not found or shutil.which("dpkg-deb") is None:
        raise NotMeasurable("no package was built: packaging/dev.py deb")
    return found[-1]


def _tree() -> Path:
    """Return the package laid out, as it was packed or as it is installed."""
    for root in (BUILD / "deb", Path("/")):
        if (root / PROGRAM).is_file():
            return root
    raise NotMeasurable("no package was built: packaging/dev.py deb")
