"""A PC's first join of a hall full of real cases: how long, how much memory, and the screen."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from zcdesk import station
from zcdesk.bench import hall as bench_hall
from zcdesk.bench.cases import add_cases
from zcdesk.bench.eye import resident
from zcdesk.bench.figure import Clock, Figure, Limit, figure, nearest_rank
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared import ground
from zcdesk.sync import admin, joining, login
from zcdesk.sync.adopt import adopt
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.postgres_hall import PostgresHall

JOIN, AWAKE, MEMORY, STEADY, IDLE = (
    "first join",
    "first join: screen's wake-up p99",
    "first join: memory taken",
    "first join: last fifth of the acts",
    "what travels beside acts, nothing new",
)
HOW = "every act, personal record and read table of a hall of real cases, on an empty PC"
AWAKE_HOW = "a thread that wants to wake every 5 ms meanwhile; p99 of how late it is"
MEMORY_HOW = "greatest resident memory during the join above what there was before"
STEADY_HOW = "processor's time beside the second fifth's: an act costs the same to the end"
IDLE_HOW = "asked after every round that brought acts; holds the store's lane, so a clerk may wait"
SCREEN = Limit("value", 50)
ROOM = Limit("value", 128)
EVEN = Limit("ratio", 1.5)
QUICK = Limit("value", 50)


def alone(root: Path, clock: Clock, cases: int) -> tuple[Figure, ...]:
    """Measure on a server of its own: the hall must be new there."""
    with ground.running() as server:
        return joins(server, root, clock, cases)


def joins(server: ground.Server, root: Path, clock: Clock, cases: int) -> tuple[Figure, ...]:
    """Let a PC join a hall of so many cases, made here and moved to a server."""
    with bench_hall.ground(root) as data:
        now = bench_hall.Clock(ground.START)
        session = bench_hall.found(data, now)
        add_cases(session, now, cases)
        adopt(session.store, server.url, role=_role(), now=now, keys=root / "keys")
        name = session.store.hall
        acts = session.store.head.position.number
        session.store.close()
        made = admin.add_station(server.url, name, "99", role=_role())
        login.save(root / "99.json", login.with_keys(made, root / "keys"))
        return _joined(root, now, clock, f"{JOIN}: {cases:,} cases, {acts:,} acts", acts)


def _joined(
    root: Path, now: Callable[[], datetime], clock: Clock, name: str, acts: int
) -> tuple[Figure, ...]:
    """Join by the login in `root` and measure.

    Raises:
        RuntimeError: not all of the acts are there.
    """
    took: list[float] = []
    fifths: list[float] = []

    def reached(position: int, end: int) -> bool:
        while len(fifths) < 5 and position * 5 >= end * (len(fifths) + 1):
            fifths.append(time.process_time())
        return True

    def join() -> None:
        start, place = clock(), root / "99"
        made = joining.join(
            root / "99.json", lambda hall, own: station.join(place, hall, own), now, reached
        )
        took.append(clock() - start)
        took.append(float(made.position))

    before = resident()
    late, most = _watched(join)
    seconds, position = took
    if position < acts:
        raise RuntimeError(f"the join ended at {position:.0f} of {acts}")
    steady = Pair((fifths[4] - fifths[3],), (fifths[1] - fifths[0],))
    return (
        _value(name, seconds, "s", HOW, None),
        figure(STEADY, steady, how=STEADY_HOW, limit=EVEN),
        _value(AWAKE, nearest_rank(late, 99) * 1000, "ms", AWAKE_HOW, SCREEN),
        _value(MEMORY, (most - before) / 1e6, "MB", MEMORY_HOW, ROOM),
        _value(IDLE, _idle(root, now, clock) * 1000, "ms", IDLE_HOW, QUICK),
    )


def _idle(root: Path, now: Callable[[], datetime], clock: Clock) -> float:
    """Return the seconds an exchange takes that has nothing to bring either way."""
    store = station.open_store(root / "99", now=now)
    try:
        here, took = Beside(store, now), []
        with closing(PostgresHall(login.load(store.place.data / login.FILE).url)) as hall:
            for _ in range(6):
                start = clock()
                exchange(here, hall)
                took.append(clock() - start)
    finally:
        store.close()
    return nearest_rank(took[1:], 50)


def _role() -> str:
    return f"b_{secrets.token_hex(5)}"


def _watched(work: Callable[[], None]) -> tuple[list[float], float]:
    """Run `work` in a thread; return how late this one woke, and the most memory there was."""
    thread = threading.Thread(target=work, name="lane")
    thread.start()
    late, most = [0.0], resident()
    while thread.is_alive():
        wanted = time.perf_counter() + 0.005
        time.sleep(0.005)
        late.append(max(0.0, time.perf_counter() - wanted))
        if len(late) % 20 == 0:
            most = max(most, resident())
    return late, max(most, resident())


def _value(name: str, value: float, unit: str, how: str, limit: Limit | None) -> Figure:
    return Figure(
        name=name,
        value=float(f"{value:.4g}"),
        unit=unit,
        target=limit.text(unit) if limit else None,
        met=None if limit is None else value <= limit.most,
        how=how,
        runs=1,
    )
