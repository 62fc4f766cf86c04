"""A joined station and the server's queue: telling what happened here, holding what comes next.

A request id is durable before the server is asked, so an answer that was lost is given again and
no ticket is ever held that no window knows. Runs in the net lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zcdesk.errors import Conflict
from zcdesk.store import boottime, reserve
from zcdesk.store.hall import Back, Hall, Waiting, Wish
from zcdesk.store.reserve import LEASE, Pending, Reserved
from zcdesk.sync.news import Choice, InLane
from zcdesk.sync.queue_copy import QueueCopy

HELD_SECONDS = 60.0
"""So long a ticket is reserved; then another is, so that nobody waits for one slow window."""


@dataclass
class Queue:
    """What one window says to the server's queue, and what it holds of it: one ticket, for when
    it is cut off (sync 2.7), and the one it is about to call.
    """

    copy: QueueCopy
    in_store: InLane
    choice: Callable[[str], Choice | None]
    clock: Callable[[], float]
    _tended: float = float("-inf")

    def tell(self, hall: Hall) -> None:
        """Tell every word that waits, in order."""
        pending: tuple[Pending, ...] = self.in_store(self.copy.words)
        for one in pending:
            _tell(hall, one)
            self.in_store(lambda pk=one.pk: self.copy.told(pk))  # type: ignore[misc]

    def fetch(self, hall: Hall, number: str = "", window: str = "") -> bool:
        """Hold what the window calls next, if it is not held already; see `Tie.fetch`."""
        self.tell(hall)
        choice: Choice | None = self.in_store(lambda: self.choice(window))
        if choice is None:
            return True
        held = {one.ticket for one in self._held() if one.is_callable}

        def pick(waiting: Sequence[Waiting]) -> str | None:
            among = [*held, *(one.ticket for one in waiting)]
            found = choice.numbered(among, number) if number else choice.next(among)
            return None if found in held else found

        self._claim(hall, choice, pick)
        # What was just held is called in a moment: not the time to give it back.
        self._tended = self.clock()
        return True

    def tend(self, hall: Hall) -> None:
        """Let go of what was reserved too long or for nobody, and reserve again."""
        choice: Choice | None = self.in_store(lambda: self.choice(""))
        is_open = choice is not None and choice.is_open
        held = self._held()
        if is_open and held and self.clock() - self._tended < HELD_SECONDS:
            return
        for one in held:
            self.in_store(lambda one=one: self.copy.let_go(one))  # type: ignore[misc]
        self.tell(hall)
        self._tended = self.clock()
        if choice is not None and is_open:
            self._claim(hall, choice, lambda waiting: choice.behind(w.ticket for w in waiting))

    # --- internals ---

    def _held(self) -> tuple[Reserved, ...]:
        found: tuple[Reserved, ...] = self.in_store(self.copy.reserved)
        return found

    def _claim(
        self, hall: Hall, choice: Choice, pick: Callable[[Sequence[Waiting]], str | None]
    ) -> None:
        """Claim what is picked, under a request that outlives a crash and a lost answer."""
        pending: Pending | None = self.in_store(self.copy.standing_claim)
        if pending is None:
            if pick(hall.waiting(choice.day)) is None:
                return
            pending = self.in_store(self.copy.begin_claim)
        assert pending is not None
        until = boottime.seconds() + LEASE
        claim = hall.claim(pending.request, choice.window, choice.day, pick, LEASE)
        if claim is not None and not hall.keep(claim.ticket, claim.fence, LEASE):
            # An answer of long ago, to a ticket that is somebody else's by now: ask afresh.
            self.in_store(lambda: self.copy.keep_claim(pending, None, until))
        elif claim is not None:
            self.in_store(lambda: self.copy.keep_claim(pending, claim, until))


def _take(hall: Hall, request: str, wish: Wish) -> None:
    """Put a ticket into the queue, where somebody may have entered it by hand meanwhile.

    Where that entry has ended it stands there again: was it another slip's, its own holder still
    waits; was it the same, its acts say that it is over and nobody chooses it.
    """
    try:
        hall.take_ticket(request, wish)
    except Conflict:
        ended = hall.reclaim(f"{request}/again", "", wish.ticket)
        if ended is not None:
            hall.release(f"{request}/back", ended.ticket, ended.fence, Back())


def _tell(hall: Hall, pending: Pending) -> None:
    """Say one word; where the fence is not the last any more others went on with the ticket."""
    word = pending.word
    match word.verb:
        case reserve.CALL:
            hall.keep(word.ticket, word.fence, None)
        case reserve.RECLAIM:
            hall.reclaim(pending.request, word.window, word.ticket)
        case reserve.RELEASE:
            hall.release(pending.request, word.ticket, word.fence, word.back)
        case reserve.TAKE:
            assert word.wish is not None
            _take(hall, pending.request, word.wish)
        case _:
            raise ValueError(word.verb)
