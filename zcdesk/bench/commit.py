"""A clerk's action made durable, against the bare driver doing the same to the same file.

What an operation asks of SQLite is taped and asked again at once of the bare driver, on a copy of
the store, with one write of a witness: what lies between the two is our own work. Never a
statement in the one that is not in the other: both files end with the same acts.
"""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from zcdesk import calendar, station
from zcdesk.bench import cases
from zcdesk.bench.figure import Clock, Figure, Limit, Runs, figure, take_turns
from zcdesk.bench.hall import STAFF_NO
from zcdesk.bench.hall import Clock as HallClock
from zcdesk.bench.plan import Plan
from zcdesk.bench.tape import Call, Tape, play
from zcdesk.demo import visits
from zcdesk.domain.matter import Matter
from zcdesk.operations import intake, queue, tickets
from zcdesk.operations.session import Session
from zcdesk.store.engine import connect
from zcdesk.store.keys import Keys, read_salt
from zcdesk.store.place import Place
from zcdesk.store.store import Store

T = TypeVar("T")

ARRIVE, RECEIVE = "commit: applicant arrives", "commit: case received"
LIMIT = Limit("ratio", 2)
UNIT, SCALE = "ms", 1000.0
HOW = (
    "from the call of the operation until it is durable; beside the same statements through the "
    "bare driver on a copy of the file, same key and settings, and one fsync of the witness"
)
_BETWEEN = timedelta(seconds=20)
_SLOT = 1024
_sync = getattr(os, "fdatasync", os.fsync)


class Cost(NamedTuple):
    """What arriving and receiving of one visit cost, in seconds."""

    arrive: float
    receive: float


class Asked(NamedTuple):
    """What one visit asked of SQLite, cut at the two actions that are measured."""

    before: tuple[Call, ...]
    arrive: tuple[Call, ...]
    between: tuple[Call, ...]
    receive: tuple[Call, ...]


def measure(plan: Plan, clock: Clock, data: Path, work: Path) -> tuple[Figure, ...]:
    """Serve visits in a copy of the closed store in `data`."""
    with closing(Bench(data, work, clock)) as bench:
        pairs = take_turns(bench.serve, bench.repeat, plan.commits)
    arrive = Runs(*zip(*((ours.arrive, bare.arrive) for ours, bare in pairs), strict=True))
    receive = Runs(*zip(*((ours.receive, bare.receive) for ours, bare in pairs), strict=True))
    return (
        figure(
            ARRIVE,
            arrive,
            how=f"one act and the draft, {HOW}",
            unit=UNIT,
            scale=SCALE,
            limit=LIMIT,
        ),
        figure(
            RECEIVE,
            receive,
            how=f"case, receipt number, personal record, print job with its paper, {HOW}",
            unit=UNIT,
            scale=SCALE,
            limit=LIMIT,
        ),
    )


class Bench:
    """Two copies of one store: ours under a tape, the other bare and one visit behind.

    So either can come first in a turn, and what one leaves to the disk slows both alike.

    Attributes:
        ours: the first, opened as the program opens it.
        bare: the driver's connection to the other.
    """

    def __init__(self, data: Path, work: Path, clock: Clock) -> None:
        self._clock = clock
        self._count = 0
        self._now = now = HallClock(datetime.now().astimezone())
        place = _copied(data, work / "ours")
        keys = Keys(place.keys, keystore=None)
        # A copy begins a new incarnation when first opened; both files shall have it.
        Store.open(place, at=now(), keys=keys).close()
        other = _copied(place.data, work / "bare")
        self.ours = Store.open(place, at=now(), keys=keys)
        self.bare: Any = connect(other.database, keys.load(read_salt(other.database)))._raw
        self._witness = work / "bare.witness"
        self._witness.write_bytes(bytes(2 * _SLOT))
        self._tape = _taped(self.ours)
        self._session = Session(
            store=self.ours,
            now=now,
            random=os.urandom,
            calendar=calendar.load(),
            window="3",
            clerk=STAFF_NO,
            simulated=True,
        )
        self._matters = cases.open_matters(self._session)
        self._asked: deque[Asked] = deque()
        self.serve()

    def close(self) -> None:
        self.ours.close()
        self.bare.close()

    def serve(self) -> Cost:
        """Serve one visit from ticket to receipt."""
        session = self._session
        matter = self._next_matter()
        self._now.pass_(_BETWEEN)
        tickets.take_ticket(session, matter.categories[0].value)
        called = queue.call_next(session)
        assert called is not None
        before = self._tape.take()
        arrive, visit = self._timed(lambda: queue.arrive(session, called, "key"))
        arrived = self._tape.take()
        today = self._now().date()
        ready = visits.settled(visit, visits.applicant(self._count), (matter,), today)
        intake.save(session, ready)
        between = self._tape.take()
        receive, _ = self._timed(lambda: intake.receive(session, ready))
        self._asked.append(Asked(before, arrived, between, self._tape.take()))
        return Cost(arrive, receive)

    def repeat(self) -> Cost:
        """Ask the bare driver what the oldest visit it has not heard of asked of ours."""
        asked = self._asked.popleft()
        play(self.bare, asked.before)
        arrive, _ = self._timed(lambda: self._commit(asked.arrive))
        play(self.bare, asked.between)
        receive, _ = self._timed(lambda: self._commit(asked.receive))
        return Cost(arrive, receive)

    def _next_matter(self) -> Matter:
        self._count += 1
        return self._matters[self._count % len(self._matters)]

    def _timed(self, action: Callable[[], T]) -> tuple[float, T]:
        start = self._clock()
        result = action()
        return self._clock() - start, result

    def _commit(self, asked: tuple[Call, ...]) -> None:
        play(self.bare, asked)
        fd = os.open(self._witness, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.write(fd, bytes(_SLOT))
            _sync(fd)
        finally:
            os.close(fd)


def _copied(data: Path, to: Path) -> Place:
    """Copy a closed store; its keys are found by the file itself."""
    shutil.copytree(data, to)
    return station.place_of(to)


def _taped(store: Store) -> Tape:
    """Put a tape under an open store; SQLAlchemy is laid over it anew."""
    handle = store._handle
    tape = Tape(handle._raw)
    handle._raw, handle._core = tape, None
    return tape
