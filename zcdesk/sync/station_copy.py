"""A station's store as the rounds see it; each call is one short transaction on the store lane.

A desk's net lane talks to it through the store lane; tests and commands call it directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import msgspec

from zcdesk.domain.act import Act, Position
from zcdesk.domain.ids import uuid7
from zcdesk.store import aside, faults, replica, reserve
from zcdesk.store.hall import Placed
from zcdesk.store.replica import Forked, Received
from zcdesk.store.store import Store

SPARE = 3
"""Incarnation codes a station holds for when it is cut off (sync 2.8)."""


class Waiting(msgspec.Struct, frozen=True):
    """What has not reached the hall yet.

    Attributes:
        oldest: time of the oldest such act; empty = nothing waits.
    """

    count: int
    oldest: str


class StoreCopy:
    """The rounds' port to one open store."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.store, self.now = store, now
        self._topics: set[str] = set()

    @property
    def position(self) -> Position:
        return self.store.head.position

    @property
    def epoch(self) -> int:
        return self.store.head.epoch

    def outbox(self, limit: int) -> tuple[Act, ...]:
        with self.store.reading() as reader:
            return replica.outbox(reader, limit)

    def waiting(self) -> Waiting:
        with self.store.reading() as reader:
            found = replica.unsent(reader)
        return Waiting(len(found), min((one.at for one in found), default=""))

    def receive(self, pulled: Sequence[Placed], epoch: int) -> Received:
        """Take a batch in; begins a new incarnation first where the order shows a fork."""
        try:
            return self._receive(pulled, epoch)
        except Forked:
            self.store.begin_incarnation(faults.FORKED, self.now())
            return self._receive(pulled, epoch)

    def last_common(self, points: Sequence[Position]) -> Position:
        with self.store.reading() as reader:
            return replica.last_common(reader, self.store.hall, points)

    def cut(self, to: Position) -> int:
        with self.store.transaction(clerk="", at=self.now()) as tx:
            gone = replica.cut(tx, self.store.hall, to)
        self._topics |= tx.topics
        return gone

    def set_aside(self, origin: str, seq: int, why: str = faults.FORKED) -> int:
        """Park what the hall cannot take as it stands; under a new incarnation if need be."""
        if self.store.head.origin == origin:
            self.store.begin_incarnation(why, self.now())
        with self.store.transaction(clerk="", at=self.now()) as tx:
            parked = aside.park(tx, origin, seq)
        self._topics |= tx.topics
        return parked

    def close_gap(self, origin: str) -> int:
        """Park what follows a number that is missing in this file; return how many acts."""
        with self.store.reading() as reader:
            first = aside.gap(reader, origin)
        return self.set_aside(origin, first, faults.UNFIT) if first else 0

    def write_again(self) -> int:
        with self.store.reading() as reader:
            if not aside.has_parked(reader):
                return 0
        with self.store.transaction(clerk="", at=self.now()) as tx:
            again = aside.write_again(tx)
        self._topics |= tx.topics
        return again

    def codes_wanted(self) -> tuple[str, ...]:
        """Return a request for each spare code that is missing."""
        missing = SPARE - len(self.store.spare_codes)
        return tuple(uuid7(self.now(), self.store.random(10)) for _ in range(missing))

    def keep_code(self, code: str) -> None:
        self.store.keep_spare_codes((*self.store.spare_codes, code))

    def touched(self, topics: Iterable[str]) -> None:
        """Note what else of others' work arrived, beside their acts."""
        self._topics |= set(topics)

    def take_topics(self) -> frozenset[str]:
        """Return what others' acts touched since the last call, and forget it."""
        taken, self._topics = frozenset(self._topics), set()
        return taken

    @property
    def year(self) -> int:
        return self.now().year

    def join(self, epoch: int) -> None:
        with self.store.transaction(clerk="", at=self.now()) as tx:
            replica.join(tx, epoch)

    def adopt(self, epoch: int) -> None:
        """Take places, queue and codes from a server that has this hall's own so far."""
        with self.store.transaction(clerk="", at=self.now()) as tx:
            reserve.hand_over(tx)
            replica.join(tx, epoch)

    def _receive(self, pulled: Sequence[Placed], epoch: int) -> Received:
        # What a power cut takes of it is pulled again; the disk is waited for with our own work.
        with self.store.transaction(clerk="", at=self.now(), lasting=False) as tx:
            received = replica.receive(tx, self.store.hall, pulled, epoch)
        self._topics |= tx.topics
        return received
