"""A booking (预约): made elsewhere, taken in here, and turned into a number on its day.

It holds no name: what finds it is its code, or a card by a keyed digest of day and number. Who
comes in time gets a number that goes ahead from its time on (rules 3); who comes late an ordinary
one; one nobody came for has missed its day.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.queue import QueuePolicy

CODE_LEAST, CODE_MOST = 4, 32


class BookingState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    CANCELLED = "cancelled"
    MISSED = "missed"


class Turn(StrEnum):
    """When somebody comes for a booking of today."""

    EARLY = "early"
    IN_TIME = "in_time"
    LATE = "late"


class BookingMade(Body, frozen=True, kw_only=True):
    """A booking arrived, or arrived changed.

    Attributes:
        code: as `code_of` writes it.
        at, until: ISO times with zone; `until` is `at` where no end was told.
        matter: key of the catalogue; empty where only the category is known.
        holder: keyed digest of day and card; empty where no card was told.
        source: `file` or `folder`.
    """

    kind: ClassVar[str] = "booking.made"
    code: str
    at: str
    until: str
    category: str
    matter: str = ""
    holder: str = ""
    source: str = ""

    @property
    def day(self) -> str:
        return self.at[:10]


class BookingCancelled(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "booking.cancelled"


class BookingTaken(Body, frozen=True, kw_only=True):
    """A number was given for it; `is_late` ones stand in the ordinary queue."""

    kind: ClassVar[str] = "booking.taken"
    ticket: str
    number: str
    is_late: bool = False


class BookingMissed(Body, frozen=True, kw_only=True):
    """Its day ended and nobody had come."""

    kind: ClassVar[str] = "booking.missed"


class Booking(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A booking after its acts."""

    made: BookingMade
    state: BookingState = BookingState.OPEN
    ticket: str = ""
    number: str = ""
    is_late: bool = False
    taken_at: str = ""


def code_of(text: str) -> str:
    """Return a code as it is kept: letters and digits, capitals, full-width ones made plain."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())


def subject_of(day: str, code: str) -> str:
    """Return the subject of a booking; systems use a code again on another day."""
    return f"booking:{day}/{code}"


def ticket_of(day: str, code: str) -> str:
    """Return the subject of the one ticket a booking gives.

    Whoever asks the hall's queue for it asks for the same ticket: the second is refused there.
    """
    return f"ticket:{day}-{code}"


def opens_at(made: BookingMade, policy: QueuePolicy) -> datetime:
    """Return from when on its number may be taken."""
    early = timedelta(minutes=policy.booking_early_minutes)
    return datetime.fromisoformat(made.at) - early


def closes_at(made: BookingMade, policy: QueuePolicy) -> datetime:
    """Return until when it still counts as a booking."""
    return datetime.fromisoformat(made.until) + timedelta(minutes=policy.booking_late_minutes)


def turn(made: BookingMade, now: datetime, policy: QueuePolicy) -> Turn:
    """Tell how somebody who comes now stands, on the booking's own day."""
    if now < opens_at(made, policy):
        return Turn.EARLY
    return Turn.IN_TIME if now <= closes_at(made, policy) else Turn.LATE


def fold(state: Booking | None, act: Act, body: Body) -> Booking | None:
    """Apply an act: an open or cancelled booking may come changed, one that is over may not."""
    if isinstance(body, BookingMade):
        over = state is not None and state.state in (BookingState.TAKEN, BookingState.MISSED)
        return state if over else Booking(made=body)
    if state is None or state.state is not BookingState.OPEN:
        return state
    match body:
        case BookingCancelled():
            return msgspec.structs.replace(state, state=BookingState.CANCELLED)
        case BookingMissed():
            return msgspec.structs.replace(state, state=BookingState.MISSED)
        case BookingTaken():
            return msgspec.structs.replace(
                state,
                state=BookingState.TAKEN,
                ticket=body.ticket,
                number=body.number,
                is_late=body.is_late,
                taken_at=act.at,
            )
        case _:
            return state
