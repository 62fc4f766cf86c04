"""Making a PC a window of a hall with a server; it can be used before all of the past is here.

The hall's beginning comes first: its windows, people and catalogue are the oldest acts, so new
work is possible after the first batches. What is missing comes with the desk's own rounds. One
that was killed goes on or is done again; one that a person stopped leaves nothing here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from zcdesk.store.store import Store
from zcdesk.sync import login
from zcdesk.sync.ahead import ahead
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

Progress = Callable[[int, int], bool]
"""Told how far the copy reaches and how far the hall's order; False stops, and nothing is lost."""


class Watch:
    """A join as whoever waits for it sees it; read and stopped from another thread.

    Attributes:
        position, end: how far the copy reaches, and how far the hall's order; 0 = not known yet.
    """

    def __init__(self) -> None:
        self.position = self.end = 0
        self._stopped = threading.Event()
        self._hall: PostgresHall | None = None

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """Have the join end now, also out of a call that is under way; waits for nothing."""
        self._stopped.set()
        if self._hall is not None:
            self._hall.shut()

    def follow(self, hall: PostgresHall) -> None:
        self._hall = hall

    def reached(self, position: int, end: int) -> bool:
        """Note how far it is; False once it was stopped."""
        self.position, self.end = position, end
        return not self.is_stopped


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """How a join ended.

    Attributes:
        position, end: how far the copy reaches, and how far the order did when it began.
        code: why fetching ended early, if not because it was told to; the PC is joined anyhow.
    """

    hall: str
    position: int
    end: int
    code: str = ""


def join(
    path: Path,
    make: Callable[[str, str], Store],
    now: Callable[[], datetime],
    progress: Progress = lambda position, end: True,
    *,
    server: str = "",
    watch: Watch | None = None,
) -> Joined:
    """Join by the login file of `add-station`.

    Args:
        make: lays an empty store for a hall's identity and the station's name.
        server: host and port to go to instead of the login's; its certificate must name it.
        watch: stops the call that is under way too.

    Raises:
        SurroundingsError: the login or the server cannot be used; nothing was made then.
    """
    mine = login.at(login.load(path), server)
    hall = PostgresHall(login.address(path.parent, mine))
    if watch is not None:
        watch.follow(hall)
    try:
        # Asked first: a server that cannot be reached leaves nothing half made here.
        told = hall.clock()
        store = make(mine.hall, mine.name)
        try:
            login.keep(store, mine, now)
            copy = StoreCopy(store, now)
            copy.join(told.epoch)
            end = told.head.number
            with ahead(hall) as fetching:
                outcome = once(copy, fetching, progress=lambda at: progress(at, max(at, end)))
            if not outcome.code:
                exchange(Beside(store, now), hall)
            return Joined(hall=mine.hall, position=copy.position.number, end=end, code=outcome.code)
        finally:
            store.close()
    finally:
        hall.close()
