"""What a round with the hall brought, as values, and the port of a desk to its hall's server.

The one module of `sync` that screens know. Never a connection in here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import msgspec

from zcdesk.store.hall import TWICE, Waiting, Wish

__all__ = ("CUT_OFF", "TWICE", "Choice", "InLane", "News", "Outcome", "Tie", "Waiting", "Wish")

CUT_OFF = frozenset({"NET-20", "NET-43"})
"""No server of this hall is there: nobody answers, or a stranger does. Not: it says no."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How a round ended.

    Attributes:
        code: why it did not end well; empty = everything is at the hall and here.
        sent: own acts that came back with their place.
        received: others' acts.
        cut: places taken back because the hall's order fell behind.
        set_aside: acts that are written again under a new incarnation.
        unsent: own acts that still have no place; `oldest` is the time of the first of them.
        contested: subjects on which an act of this round came second.
    """

    code: str = ""
    sent: int = 0
    received: int = 0
    cut: int = 0
    set_aside: int = 0
    unsent: int = 0
    oldest: str = ""
    contested: tuple[str, ...] = ()


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What a desk hears after each round.

    Attributes:
        topics: what changed here by others' acts.
        position, end: how far the copy reaches, and how far the hall's order was known to.
        offset: seconds the station's clock is ahead of the server's; None = not known.
        wait: seconds until the next round; 0 while there is more to fetch.
        is_online: the server answered.
        attention: acts that a person should look at and nobody here has.
        unverified: logins of this station that neither server nor supervisor vouches for.
    """

    outcome: Outcome
    topics: frozenset[str] = frozenset()
    position: int = 0
    end: int = 0
    offset: float | None = None
    wait: float = 1.0
    is_online: bool = True
    attention: int = 0
    unverified: int = 0


class Tie(Protocol):
    """A joined desk's tie to its server; every method belongs to the net lane."""

    def round(self) -> News:
        """Push, pull and whatever else is due; ends after about a second however much there is."""

    def hurry(self) -> None:
        """Let the round under way end with its batch: a person waits; from any thread."""

    def fetch(self, number: str = "", window: str = "") -> bool:
        """Hold the ticket a window would call next, or that one, for the call that follows.

        Args:
            window: that calls, by a pad of its own; empty = this one.

        Returns:
            False where the server could not be asked: only what is reserved can be called.
        """

    def take(self, request: str, wish: Wish) -> Waiting:
        """Let the server put a ticket into the queue.

        Raises:
            SurroundingsError: it cannot be asked.
        """

    def close(self) -> None:
        """End whatever call is under way; may be called from any thread."""


class Choice(Protocol):
    """Who a window may call; see `operations.choosing`."""

    @property
    def window(self) -> str: ...
    @property
    def day(self) -> str: ...
    @property
    def is_open(self) -> bool: ...
    def next(self, held: Iterable[str]) -> str | None: ...
    def numbered(self, held: Iterable[str], number: str) -> str | None: ...
    def behind(self, held: Iterable[str]) -> str | None: ...


InLane = Callable[[Callable[[], Any]], Any]
"""Runs a function in the store's lane and returns what it returned."""
