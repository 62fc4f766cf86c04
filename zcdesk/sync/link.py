"""A joined station's tie to its hall's server, as the net lane of a running desk works it.

Everything of the store goes through `in_store`, which runs it in the store's lane and waits;
everything of the network happens right here, each call under its deadline. Whatever was not done
when the network went is done in a later round. Never used from the UI thread.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from zcdesk.errors import SurroundingsError
from zcdesk.store.hall import Waiting, Wish
from zcdesk.sync.ahead import ahead
from zcdesk.sync.archive_numbers import ArchiveNumbers
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.clear_pages import ClearPages
from zcdesk.sync.news import Choice, InLane, News, Outcome
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.queue import Queue
from zcdesk.sync.queue_copy import QueueCopy
from zcdesk.sync.round import Copy, Pace, delay, once
from zcdesk.sync.station_copy import StoreCopy
from zcdesk.sync.station_copy import Waiting as Unsent

ROUND_SECONDS = 1.0
"""After this a round ends and tells its news, though there be more to fetch."""

CLOCK_SECONDS = 60.0
"""How often the clocks are compared."""

EXCHANGE_SECONDS = 10.0
"""How often secrets and personal records are compared, where no act came or went."""

REACHED = frozenset({"", "NET-05", "NET-06", "NET-07", "NET-08"})
"""Outcomes of a round whose server answered."""


@dataclass
class Link:
    """`Tie` over a store and a server.

    Attributes:
        choice: of a window, this one's if it is empty, read in the store's lane; None while nobody
            works there.
        attention: counts acts nobody here has looked at, in the store's lane.
    """

    copy: StoreCopy
    open_hall: Callable[[], PostgresHall]
    in_store: InLane
    choice: Callable[[str], Choice | None]
    attention: Callable[[], int]
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    _hall: PostgresHall | None = None
    _pace: Pace = field(default_factory=Pace)
    _failures: int = 0
    _is_wanted: bool = False
    _offset: float | None = None
    _compared: float = float("-inf")
    _exchanged: float = float("-inf")
    _queue: Queue = field(init=False)
    _numbers: ArchiveNumbers = field(init=False)
    _attachments: Attachments = field(init=False)
    _clear: ClearPages = field(init=False)
    _beside: Beside = field(init=False)

    def __post_init__(self) -> None:
        queue_copy = QueueCopy(self.copy.store, self.copy.now)
        self._queue = Queue(queue_copy, self.in_store, self.choice, self.clock)
        self._beside = Beside(self.copy.store, self.copy.now)
        self._numbers = ArchiveNumbers(self.copy, self.in_store)
        self._attachments = Attachments(self.copy, self.in_store, self.clock)
        self._clear = ClearPages(self._attachments, self.copy.store.blobs, self.clock)

    def round(self) -> News:
        started = self.clock()
        is_late = False

        def go_on(_: int) -> bool:
            nonlocal is_late
            is_late = self._is_wanted or self.clock() - started > ROUND_SECONDS
            return not is_late

        try:
            hall = self._opened()
            self._queue.tell(hall)
            copy = cast(Copy, Lane(self.copy, self.in_store))
            with ahead(hall) as fetching:
                outcome = once(copy, fetching, progress=go_on, pace=self._pace)
            is_late = is_late or self._is_wanted
            if not outcome.code and not is_late:
                self._numbers.take(hall)
                self._queue.tend(hall)
                self._exchange(hall, is_due=bool(outcome.sent or outcome.received))
                self._carry(hall, until=started + 2 * ROUND_SECONDS)
            end = self._compare_clocks(hall, force=is_late)
        except SurroundingsError as error:
            outcome, end = self._cut_off(error.code), 0
        is_online = outcome.code in REACHED
        self._failures = 0 if is_online else self._failures + 1
        return self._news(outcome, end, is_late=is_late, is_online=is_online)

    def hurry(self) -> None:
        self._is_wanted = True

    def fetch(self, number: str = "", window: str = "") -> bool:
        self._is_wanted = False
        try:
            return self._queue.fetch(self._opened(), number, window)
        except SurroundingsError:
            return False

    def take(self, request: str, wish: Wish) -> Waiting:
        self._is_wanted = False
        return self._opened().take_ticket(request, wish)

    def close(self) -> None:
        if self._hall is not None:
            self._hall.shut()

    # --- internals ---

    def _opened(self) -> PostgresHall:
        if self._hall is None:
            self._hall = self.open_hall()
        return self._hall

    def _exchange(self, hall: PostgresHall, *, is_due: bool) -> None:
        """Bring across what travels beside the acts, after acts and now and then."""
        if is_due or self.clock() - self._exchanged >= EXCHANGE_SECONDS:
            exchange(cast(Beside, Lane(self._beside, self.in_store)), hall)
            self._exchanged = self.clock()

    def _carry(self, hall: PostgresHall, until: float) -> None:
        """Last of all the attachments: first what somebody waits for, then what nobody does."""

        def go_on() -> bool:
            return not self._is_wanted and self.clock() < until

        self._attachments.fetch_wanted(hall, go_on)
        self._attachments.send(hall, go_on)
        self._clear.seal(hall, go_on)

    def _compare_clocks(self, hall: PostgresHall, *, force: bool) -> int:
        """Compare the clocks when it is time; return how far the hall's order reaches, 0 if not
        asked."""
        if not force and self.clock() - self._compared < CLOCK_SECONDS:
            return 0
        told = hall.clock()
        self._offset = (self.copy.now() - told.at).total_seconds()
        self._compared = self.clock()
        return told.head.number

    def _cut_off(self, code: str) -> Outcome:
        waiting: Unsent = self.in_store(self.copy.waiting)
        return Outcome(code=code, unsent=waiting.count, oldest=waiting.oldest)

    def _news(self, outcome: Outcome, end: int, *, is_late: bool, is_online: bool) -> News:
        def look() -> tuple[frozenset[str], int, int, int]:
            unverified = len(self._beside.awaited_shifts())
            position = self.copy.position.number
            return self.copy.take_topics(), position, self.attention(), unverified

        topics, position, attention, unverified = self.in_store(look)
        return News(
            outcome=outcome,
            topics=topics,
            position=position,
            end=max(end, position),
            offset=self._offset if is_online else None,
            wait=0.0 if is_late else delay(self._failures, self.chance()),
            is_online=is_online,
            attention=attention,
            unverified=unverified,
        )


class Lane:
    """An object of the store whose every method runs in the store's lane."""

    def __init__(self, there: object, in_store: InLane) -> None:
        self._there, self._in_store = there, in_store

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._there, name)
        if not callable(found):
            return found
        return lambda *values: self._in_store(lambda: found(*values))
