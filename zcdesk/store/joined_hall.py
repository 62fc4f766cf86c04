"""The hall as a station with a server knows it between two rounds: what it may give by itself.

Its queue holds only tickets reserved for this station and its own by-hand series; codes come from
the spare ones. Never a place in the order: that comes by the pull.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from zcdesk.domain.act import Act
from zcdesk.errors import NotAllowed
from zcdesk.store import faults, numbers
from zcdesk.store.hall import Acknowledged, Waiting, Wish
from zcdesk.store.local_hall import LocalHall

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
        self._spare, self._keep = spare, keep

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

    def _next_code(self) -> str:
        # A witness older than the file may still name a code that was used since.
        left = [code for code in self._spare() if not numbers.is_given(self._tx, code)]
        if not left:
            raise NotAllowed(faults.NO_CODE)
        # Noted outside the file first: a restored copy must not use it again.
        self._keep(tuple(left[1:]))
        return left[0]
