"""Catching up: pull and apply beside bare statements, and whether the screen stays alive."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from zcdesk.bench.figure import Clock, Figure, Limit, figure, nearest_rank
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared.ground import HALL, REGION, START, Author, Server
from zcdesk.domain.act import Act
from zcdesk.store import project
from zcdesk.store.engine import Handle, connect, insert_into, lay_tables
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.schema import acts as act_table
from zcdesk.store.schema import hall_log
from zcdesk.store.store import Store
from zcdesk.sync.ahead import ahead
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import PULLED, once
from zcdesk.sync.station_copy import StoreCopy

APPLY, CAUGHT_UP, SCREEN, REBUILD = (
    "pull and apply, 200 acts",
    "catch up",
    "screen's wake-up p99 while catching up",
    "rebuild of the read tables, per act",
)
HALF = Limit("ratio", 2)
AWAKE = Limit("value", 50)
REBUILT = Limit("value", 50)
HOW = (
    "pulled, checked, folded and durable; beside a bare SELECT and bare inserts, same key and FULL"
)
CAUGHT_HOW = "an empty station until it is at the hall's end; target 10 s per 100,000 acts"
SCREEN_HOW = "a thread that wants to wake every 5 ms beside the two lanes; p99 of how late it is"
REBUILD_HOW = "all read tables made again from the acts, one transaction; 20,000 acts a second"
_SELECT = f"SELECT position, chain, {', '.join(Act.__struct_fields__)} FROM core.act"  # noqa: S608
_KEY, _SALT = b"k" * 32, b"s" * 16
_ADD, _PLACE = insert_into(act_table), insert_into(hall_log)


def joined(root: Path, name: str) -> StoreCopy:
    """Make an empty station of the hall."""
    place = Place.under(root / name)
    keys = Keys(place.keys, keystore=None)
    store = Store.create(place, Station(HALL, REGION, name), at=START, keys=keys)
    copy = StoreCopy(store, lambda: START)
    copy.join(1)
    return copy


def fill(server: Server, count: int) -> None:
    """Let the hall have at least so many acts."""
    name = f"history-{secrets.token_hex(4)}"
    author = Author(name)
    with closing(PostgresHall(server.station(name))) as hall:
        while hall.heads().number < count:
            hall.push(author.acts(200))


def applies(server: Server, root: Path, clock: Clock, times: int) -> Figure:
    """Measure batches of a pull in turns with bare statements on the same rows."""
    copy, bare = joined(root, "apply"), _bare(root / "bare.db")
    owner = psycopg.connect(server.url, autocommit=True)
    values: list[float] = []
    references: list[float] = []
    with closing(PostgresHall(server.station("apply"))) as hall, closing(owner), closing(bare):
        for turn in range(times + 2):
            here = copy.position
            start = clock()
            copy.receive(hall.pull(here, PULLED).acts, 1)
            values.append(clock() - start)
            start = clock()
            sql = f"{_SELECT} WHERE hall = %s AND position > %s ORDER BY position LIMIT %s"
            rows = owner.execute(sql, (HALL, here.number, PULLED), binary=True).fetchall()
            _insert(bare, turn * PULLED, rows)
            references.append(clock() - start)
    copy.store.close()
    runs = Pair(tuple(values[2:]), tuple(references[2:]))
    return figure(APPLY, runs, how=HOW, unit="ms", scale=1000, limit=HALF)


def catches_up(server: Server, root: Path, clock: Clock, count: int) -> tuple[Figure, ...]:
    """Let a station catch up in a lane of its own while this thread plays the screen."""
    fill(server, count)
    took: list[float] = []
    ready: list[StoreCopy] = []

    def lane() -> None:
        copy = joined(root, "late")
        ready.append(copy)
        with closing(PostgresHall(server.station("late"))) as hall:
            start = clock()
            with ahead(hall) as fetching:
                once(copy, fetching)
            took.append(clock() - start)
            took.append(float(copy.position.number))
            start = clock()
            project.rebuild(copy.store, at=START)
            took.append(clock() - start)
        copy.store.close()

    late = _lateness(lane)
    seconds, reached, rebuilt = took
    each = seconds / reached
    name = f"{CAUGHT_UP}: {int(reached):,} acts"
    return (
        _value(name, seconds, "s", CAUGHT_HOW, Limit("value", reached / 10_000)),
        _value(SCREEN, nearest_rank(late, 99) * 1000, "ms", SCREEN_HOW, AWAKE),
        _value(REBUILD, rebuilt / reached * 1e6, "µs", REBUILD_HOW, REBUILT),
        _value("catch up, per act", each * 1e6, "µs", CAUGHT_HOW, None),
    )


def _lateness(work: Callable[[], None]) -> list[float]:
    """Wake every 5 ms while `work` runs in a thread; return how late each time, in seconds."""
    thread = threading.Thread(target=work, name="lane")
    thread.start()
    late = []
    while thread.is_alive():
        wanted = time.perf_counter() + 0.005
        time.sleep(0.005)
        late.append(max(0.0, time.perf_counter() - wanted))
    return late or [0.0]


def _bare(path: Path) -> Handle:
    handle = connect(path, _KEY, _SALT)
    handle.begin()
    lay_tables(handle)
    handle.commit()
    return handle


def _insert(handle: Handle, before: int, rows: Sequence[tuple[Any, ...]]) -> None:
    handle.begin()
    first = before + 1
    handle.run_many(_ADD, [(pk, *row[2:]) for pk, row in enumerate(rows, first)])
    handle.run_many(_PLACE, [(pk, HALL, row[0], row[1]) for pk, row in enumerate(rows, first)])
    handle.commit()


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
