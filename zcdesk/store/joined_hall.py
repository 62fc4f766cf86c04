"""The hall as a station with a server knows it between two rounds: what it may give by itself.

Its queue holds only tickets reserved for this station and its own by-hand series; codes come from
the spare ones. What the server's queue must hear is kept as a word in the same transaction. Never
a place in the order: that comes by the pull.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from zcdesk.domain.act import Act
from zcdesk.errors import NotAllowed
from zcdesk.store import faults, numbers, reserve
from zcdesk.store.hall import Acknowledged, Back, Claim, Waiting, Wish
from zcdesk.store.local_hall import ENDED, LocalHall
from zcdesk.store.reserve import Word

if TYPE_CHECKING:
    from zcdesk.store.blobs import Blobs
    from zcdesk.store.transaction import Transaction


class JoinedHall(LocalHall):
    """`Hall` over this station's own copy and reserves."""

    def __init__(
        self,
        tx: Transaction,
        hall: str,
        *,
        spare: Callable[[], tuple[str, ...]],
        keep: Callable[[tuple[str, ...]], None],
        blobs: Blobs,
    ) -> None:
        super().__init__(tx, hall, granted=lambda: 0, grant=lambda _: None, blobs=blobs)
        self._spare, self._note_spare = spare, keep

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        """Acknowledge nothing: only the server can."""
        return ()

    def take_ticket(self, request: str, wish: Wish) -> Waiting:
        """Give a number of the window's own series; the hall's series are the server's.

        Raises:
            NotAllowed: the ticket is for no window of its own.
        """
        if not wish.window:
            raise NotAllowed(faults.NO_QUEUE)
        return super().take_ticket(request, wish)

    def waiting(self, day: str) -> tuple[Waiting, ...]:
        """Return what may be called here now: reserved under a lease that holds, or our own."""
        return tuple(one for one in super().waiting(day) if self._is_callable(one.ticket))

    def release(self, request: str, ticket: str, fence: int, back: Back | None) -> bool:
        held = reserve.of(self._tx, ticket)
        wish = self._wish(ticket, back) if held is None and back is not None else None
        if not super().release(request, ticket, fence, back):
            return False
        if held is not None:
            word = Word(verb=reserve.RELEASE, ticket=ticket, fence=fence, back=back)
            reserve.say(self._tx, word, request)
        elif wish is not None:
            # One of our own series that others go on with becomes a ticket like any other.
            reserve.say(self._tx, Word(verb=reserve.TAKE, ticket=ticket, wish=wish), request)
        if back is not None:
            reserve.drop(self._tx, ticket)
        return True

    def take_register_number(self, request: str, register: str, year: int) -> int:
        """Return what the server gave this request before.

        Raises:
            NotAllowed: it has not been asked; a gapless number is the server's alone.
        """
        known = self._answer(request, "take_register_number", int)
        if known is None:
            raise NotAllowed(faults.NO_REGISTER)
        return known

    # --- internals ---

    def _is_callable(self, ticket: str) -> bool:
        held = reserve.of(self._tx, ticket)
        return held is None or held.is_callable

    def _hold(self, ticket: str, window: str, was: str) -> Claim | None:
        held = reserve.of(self._tx, ticket)
        claim = super()._hold(ticket, window, was)
        if held is None or claim is None:
            return claim
        if was == ENDED:
            # The server counts the same: nobody else holds what ended here.
            word = Word(verb=reserve.RECLAIM, ticket=ticket, window=window, fence=claim.fence)
            reserve.say(self._tx, word)
            return claim
        self._set_fence(ticket, held.fence)
        reserve.called(self._tx, ticket)
        reserve.say(self._tx, Word(verb=reserve.CALL, ticket=ticket, fence=held.fence))
        return Claim(ticket, window, held.fence)

    def _wish(self, ticket: str, back: Back) -> Wish | None:
        known = self._ticket(ticket)
        if known is None:
            return None
        return Wish(
            ticket=ticket,
            day=known.day,
            series=known.series,
            category=back.category or known.category,
            taken_at=known.taken_at,
            priority=known.priority,
            appointment_at=known.appointment_at,
            window=back.window,
        )

    def _next_code(self) -> str:
        # A witness older than the file may still name a code that was used since.
        left = [code for code in self._spare() if not numbers.is_given(self._tx, code)]
        if not left:
            raise NotAllowed(faults.NO_CODE)
        # Noted outside the file first: a restored copy must not use it again.
        self._note_spare(tuple(left[1:]))
        return left[0]
