"""Many stations on one real PostgreSQL: what each costs the server, and all coming back at once.

Each station has a login and a connection of its own and polls as a desk does, with the program's
own back-off. The server runs here in a folder of its own; it is stopped as by a power cut and
started again. Never the stations' stores: those are the simulation's.
"""

from __future__ import annotations

import asyncio
import os
import resource
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import psycopg
from sqlalchemy.engine import make_url

from zcdesk.bench.figure import MEDIAN, WORST, NotMeasurable, nearest_rank
from zcdesk.bench.simulation.luck import dice
from zcdesk.sync import admin, schema
from zcdesk.sync.embedded import Embedded, free_port
from zcdesk.sync.postgres_hall import DEADLINE
from zcdesk.sync.round import delay
from zcdesk.sync.watchdog import shut_down

LIMIT = 60.0
"""Seconds in which every station must have been answered again."""

PER_HALL = 20
STEADY_SECONDS = 10.0
_NOBODY = 65534
_HEADS = "SELECT * FROM api.heads()"


class Storm(NamedTuple):
    """What was measured.

    Attributes:
        back: seconds from the server's start until each station was answered.
        polls: answered in a second while all poll. cores: of the server meanwhile.
        memory: bytes of the server for one station.
    """

    stations: int
    halls: int
    back: tuple[float, ...]
    polls: float
    cores: float
    memory: float

    @property
    def is_good(self) -> bool:
        return len(self.back) == self.stations and max(self.back) <= LIMIT

    def line(self) -> str:
        p50, p99 = nearest_rank(self.back, MEDIAN), nearest_rank(self.back, WORST)
        each = self.cores / max(self.polls, 1)
        return (
            f"{self.stations:,} stations in {self.halls} hall(s): {len(self.back):,} back, the last"
            f" {max(self.back):.1f} s after the server (p50 {p50:.1f} s, p99 {p99:.1f} s, at most"
            f" {LIMIT:.0f} s); {self.polls:,.0f} polls a second take {self.cores:.2f} cores of the"
            f" server, {each * 1000:.2f} ms each; a station takes {self.memory / 2**20:.2f} MB"
        )


def measure(stations: int, *, tell: Callable[[str], None], steady: float = STEADY_SECONDS) -> Storm:
    """Run it.

    Args:
        steady: seconds for which the polling is measured.

    Raises:
        NotMeasurable: not where processes cannot be looked at.
    """
    if sys.platform != "linux":
        raise NotMeasurable("the server's processes can only be looked at under Linux")
    _allow_files(stations + 200)
    account = _NOBODY if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="zcdesk-storm-", dir="/tmp"))
    if account is not None:
        os.chown(home, account, -1)
    settings = (f"max_connections={stations + 50}", "shared_buffers=128MB")
    server = Embedded(home, free_port(), account=account, settings=settings)
    try:
        server.start()
        tell(f"{stations:,} logins")
        halls, urls = _logins(server.url, stations)
        return asyncio.run(_Crowd(server, urls, tell).run(halls, steady))
    finally:
        server.stop("immediate")
        shutil.rmtree(home, ignore_errors=True)


def _allow_files(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard not in (resource.RLIM_INFINITY,) and hard < wanted:
        raise NotMeasurable(f"this account may open {hard} files, {wanted} are wanted")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def _logins(url: str, stations: int) -> tuple[int, list[str]]:
    """Lay the schema in a database of its own and give every station its login."""
    with admin.connect(url) as connection:
        connection.execute("CREATE DATABASE storm")
    database = make_url(url).set(database="storm").render_as_string(hide_password=False)
    schema.upgrade(database)
    halls = [f"hall-{number:06}" for number in range(max(1, stations // PER_HALL))]
    for hall in halls:
        admin.add_hall(database, hall, first_code=0)

    def add(number: int) -> str:
        role, hall = f"s_{secrets.token_hex(6)}", halls[number % len(halls)]
        return admin.add_station(database, hall, f"W{number}", role=role).url

    with ThreadPoolExecutor(8) as pool:
        return len(halls), list(pool.map(add, range(stations)))


class _Crowd:
    """All stations in one loop."""

    def __init__(self, server: Embedded, urls: list[str], tell: Callable[[str], None]) -> None:
        self.server, self.urls, self.tell = server, urls, tell
        self.answered: dict[int, float] = {}
        self.all_in = asyncio.Event()
        self.polls = 0

    async def run(self, halls: int, steady: float) -> Storm:
        empty = _memory(self.server)
        tasks = [asyncio.create_task(self._station(n, url)) for n, url in enumerate(self.urls)]
        try:
            await asyncio.wait_for(self.all_in.wait(), 4 * LIMIT)
            self.tell("all connected; polling")
            cpu, start, self.polls = _cpu_seconds(self.server), time.monotonic(), 0
            await asyncio.sleep(steady)
            passed, polls = time.monotonic() - start, self.polls
            cores = (_cpu_seconds(self.server) - cpu) / passed
            memory = (_memory(self.server) - empty) / len(self.urls)
            back = await self._come_back()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return Storm(len(self.urls), halls, back, polls / passed, cores, memory)

    async def _come_back(self) -> tuple[float, ...]:
        """Take the server's power away and give it back; return when each station was answered."""
        self.tell("the server is killed and started again")
        await asyncio.to_thread(self.server.stop, "immediate")
        self.answered.clear()
        self.all_in.clear()
        await asyncio.to_thread(self.server.start)
        start = time.monotonic()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.all_in.wait(), 2 * LIMIT)
        return tuple(max(0.0, at - start) for at in self.answered.values())

    async def _station(self, number: int, url: str) -> None:
        luck = dice(number, "storm")
        failures = 0
        while True:
            await asyncio.sleep(delay(failures, luck.random()))
            try:
                async with asyncio.timeout(DEADLINE):
                    connection = await psycopg.AsyncConnection.connect(url, autocommit=True)
                try:
                    async for _ in self._polling(connection, luck):
                        failures = 0
                        self._hear(number)
                finally:
                    with suppress(psycopg.Error, OSError):
                        await connection.close()
            except (psycopg.Error, OSError, TimeoutError):
                failures += 1

    async def _polling(
        self, connection: psycopg.AsyncConnection[Any], luck: Random
    ) -> AsyncIterator[None]:
        """Ask for the end of the order again and again, until a call fails."""
        loop = asyncio.get_running_loop()
        while True:
            # As the desk's watchdog does: a cancelled call would ask the server to cancel, too.
            watchdog = loop.call_later(DEADLINE, shut_down, connection.fileno())
            try:
                await (await connection.execute(_HEADS)).fetchone()
            finally:
                watchdog.cancel()
            yield
            await asyncio.sleep(delay(0, luck.random()))

    def _hear(self, number: int) -> None:
        self.polls += 1
        self.answered.setdefault(number, time.monotonic())
        if len(self.answered) == len(self.urls):
            self.all_in.set()


def _processes(server: Embedded) -> list[Path]:
    """Return the server's processes, the first of them the one that made the others."""
    first = int((server.cluster / "postmaster.pid").read_text("ascii").split()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text("ascii").split()
    return [Path(f"/proc/{pid}") for pid in (first, *map(int, children))]


def _cpu_seconds(server: Embedded) -> float:
    """Return what the living processes have spent, to the nanosecond.

    The ticks of `stat` are too coarse: most of so many processes spend less than one.
    """
    spent = 0
    for process in _processes(server):
        with suppress(OSError):
            spent += int((process / "schedstat").read_text("ascii").split()[0])
    return spent / 1e9


def _memory(server: Embedded) -> float:
    """Return bytes of the server, what processes share counted once."""
    total = 0
    for process in _processes(server):
        with suppress(OSError):
            for line in (process / "smaps_rollup").read_text("ascii").splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return float(total)
