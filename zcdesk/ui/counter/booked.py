"""A booking (预约) at the window: its code, or the card of who made it, begins a visit.

The hall's queue gives the number, as at the kiosk, so a booking is good once; the window then calls
it for the person who sits there. Cut off from the server it is a number of the window's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from zcdesk.domain.booking import Turn
from zcdesk.domain.visit import Visit
from zcdesk.errors import CodedError
from zcdesk.ui.counter.calls import Calls
from zcdesk.ui.desk import Desk

if TYPE_CHECKING:
    from zcdesk.operations.bookings import Offer
    from zcdesk.operations.tickets import Taken

Begun = Callable[[Visit], object]


class Booked(QObject):
    """Begins the visit of a booking."""

    def __init__(self, desk: Desk, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calls = calls
        self._is_finding = False

    def by_code(self, text: str, begun: Begun, otherwise: Callable[[], object]) -> None:
        """Begin the visit of the booking that has this code; `otherwise` if none has."""

        def found(offer: Offer | None) -> None:
            if offer is None:
                otherwise()
            elif offer.number:
                self._calls.bring(offer.number, "scan", begun)
            else:
                self._take(offer, "scan", begun)

        self._find(self._desk.operations.bookings.at_window, text, found)

    def by_card(self, number: str, begun: Begun, otherwise: Callable[[], object]) -> None:
        """Begin the visit a card's holder booked for now; `otherwise` if there is none.

        Whoever comes hours before may well have come for something else: that booking stays.
        """

        def found(offer: Offer | None) -> None:
            if offer is None or offer.turn is Turn.EARLY:
                otherwise()
            else:
                self._take(offer, "card", begun)

        self._find(self._desk.operations.bookings.by_card, number, found)

    def _find(
        self, find: Callable[..., Any], by: str, found: Callable[[Offer | None], object]
    ) -> None:
        if self._is_finding or self._calls.is_busy:
            return  # the same scan twice

        def answered(offer: Offer | None) -> None:
            self._is_finding = False
            found(offer)

        self._is_finding = True
        self._desk.do(find, by, owner=self, done=answered, failed=self._on_refused)

    def _on_refused(self, error: CodedError) -> None:
        self._is_finding = False
        self._desk.notices.show(error)

    def _take(self, offer: Offer, by: str, begun: Begun) -> None:
        syncing = self._desk.syncing
        if syncing is not None and not syncing.is_online:
            self._calls.walk_in(begun, booking=offer.code)
            return

        def taken(one: Taken) -> None:
            self._is_finding = False
            self._calls.bring(one.ticket.number, by, begun)

        self._is_finding = True
        self._desk.take_ticket(
            offer.category,
            owner=self,
            done=taken,
            failed=self._on_refused,
            matter=offer.matter,
            appointment=offer.appointment,
            booking=offer.code,
            is_here=True,
        )
