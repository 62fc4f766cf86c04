"""The port to the hall: the authority over order, queue, codes and attachments.

Three implementations are held to one contract: in memory, the tables of a one-PC hall, and the
hall's server. Every call that changes something carries a request id and may be repeated: the
same request is always answered the same. Never a business rule behind the port.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from zcdesk.domain.act import Act, Position
from zcdesk.errors import Conflict


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a ticket is asked for.

    Attributes:
        ticket: the subject `ticket:…`, chosen by the caller.
        day: ISO date of the hall.
        series: letter of the printed number, `A` of `A057`.
        category: what the queue is divided by.
        priority: the higher goes first where the chooser says so.
        window: reserved for this window; empty = any.
    """

    ticket: str
    day: str
    series: str
    category: str
    taken_at: str
    priority: int = 0
    appointment_at: str = ""
    window: str = ""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A waiting ticket as the authority knows it.

    Attributes:
        serial: `57` of `A057`, dense per day and series.
        place: greater after a 过号 put it back; 0 = where its time puts it.
    """

    ticket: str
    day: str
    series: str
    serial: int
    category: str
    taken_at: str
    priority: int
    appointment_at: str
    window: str
    place: int


class Claim(msgspec.Struct, frozen=True):
    """A ticket held by one window.

    Attributes:
        fence: grows with every claim of the ticket; displays and voice obey only the highest.
    """

    ticket: str
    window: str
    fence: int


class Back(msgspec.Struct, frozen=True):
    """How a released ticket returns to the queue.

    Attributes:
        window, category: where to, when it was transferred; empty = as before.
        place: see `Waiting.place`.
    """

    window: str = ""
    category: str = ""
    place: int = 0


class Acknowledged(msgspec.Struct, frozen=True):
    """The last act the authority has of an origin: always number and hash."""

    origin: str
    seq: int
    hash: str


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An act with its place in the hall's order."""

    position: Position
    act: Act


class Pulled(msgspec.Struct, frozen=True):
    """What follows a cursor.

    Attributes:
        diverged: points of the authority's own order, newest first, when the cursor is not on it.
        epoch: grows whenever the authority may have lost its latest acts; 0 = not known.
    """

    acts: tuple[Placed, ...] = ()
    diverged: tuple[Position, ...] = ()
    epoch: int = 0


TWICE = "QUE-16"
"""A ticket that is asked for is in the queue already, by another request."""

FORK, GAP, FOREIGN, OVERSIZE, UNSOUND = "NET-05", "NET-06", "NET-07", "NET-08", "NET-09"


class Refused(Conflict):
    """An act the authority cannot take, by its origin and number; `code` says why.

    Attributes:
        origin, seq: the act; an empty origin where not even that could be read.
    """

    def __init__(self, code: str, origin: str, seq: int) -> None:
        super().__init__(code, origin=origin, seq=seq)
        self.origin, self.seq = origin, seq


Choose = Callable[[Sequence[Waiting]], str | None]
"""Pick the ticket to call, or None for none of these; pure, may be asked again after a race."""


class Hall(Protocol):
    """The authority; every method may raise `SurroundingsError` where it cannot be reached."""

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        """Hand over acts in their origins' order; known ones are skipped after comparing hashes.

        Args:
            epoch: the newest the caller has seen; an authority left behind refuses.

        Raises:
            Refused: one act cannot be taken; those before it and of other origins were.
        """

    def pull(self, after: Position, limit: int) -> Pulled:
        """Return the acts after a cursor, dense and in order."""

    def heads(self) -> Position:
        """Return the end of the hall's order."""

    def take_ticket(self, request: str, wish: Wish) -> Waiting:
        """Put a ticket into the queue under the next number of its day and series.

        Raises:
            Conflict: QUE-16, it is there already: what gives two places the same ticket to ask
                for, as a booking does, is used at one of them.
        """

    def waiting(self, day: str) -> tuple[Waiting, ...]:
        """Return the tickets nobody holds, oldest first."""

    def claim(
        self, request: str, window: str, day: str, choose: Choose, lease: int | None = None
    ) -> Claim | None:
        """Give one waiting ticket to one window, or None if none was chosen.

        Args:
            lease: seconds after which it is others' again; None = until it is released.
        """

    def keep(self, ticket: str, fence: int, lease: int | None) -> bool:
        """Begin a claim's lease anew, or end it with None: the ticket is called.

        Returns:
            False if the fence is not the last any more: the ticket is somebody else's.
        """

    def release(self, request: str, ticket: str, fence: int, back: Back | None) -> bool:
        """End a claim: back into the queue, or for good; False if the fence is not the last."""

    def reclaim(self, request: str, window: str, ticket: str) -> Claim | None:
        """Give a ticket that was ended (过号, a wrong end) to a window again."""

    def grant_code(self, request: str, year: int) -> str:
        """Give an incarnation code that was never given before."""

    def take_register_number(self, request: str, register: str, year: int) -> int:
        """Give the next number of a register's year: from 1, without gaps; taken at archiving."""

    def put_blob(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        """Take a piece of an attachment; return the offset it wants next."""

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes:
        """Return a piece of an attachment; empty at its end."""
