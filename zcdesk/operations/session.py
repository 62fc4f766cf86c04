"""The session: which window, which clerk, with which store, calendar, clock and chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from zcdesk.domain.hall import Hall, Policy, Window
from zcdesk.domain.ids import uuid7
from zcdesk.domain.worktime import WorkCalendar
from zcdesk.errors import UserError

if TYPE_CHECKING:
    from zcdesk.store import Store, Transaction

_S = TypeVar("_S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Session:
    """What every operation needs; a new clerk or window is a new session.

    Attributes:
        now: returns the station's time, aware; `random(n)` returns n bytes.
        clerk: staff number, empty before login.
        simulated: acts of this session are marked as a demo's.
    """

    store: Store
    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    calendar: WorkCalendar
    window: str = ""
    clerk: str = ""
    simulated: bool = False

    def as_clerk(self, staff_no: str) -> Session:
        return replace(self, clerk=staff_no)

    def at_window(self, number: str) -> Session:
        return replace(self, window=number)

    def new_id(self) -> str:
        """Make a time-ordered identity."""
        return uuid7(self.now(), self.random(10))

    def take_topics(self) -> frozenset[str]:
        """Return what changed since the last call, and forget it."""
        return self.store.take_topics()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open the one transaction of this action."""
        with self.store.transaction(
            clerk=self.clerk, at=self.now(), random=self.random
        ) as tx:
            yield tx


def state(session: Session, subject: str, kind: type[_S]) -> _S | None:
    """Return the folded state of a subject."""
    found = session.store.state(subject)
    return found if isinstance(found, kind) else None


def must(session: Session, subject: str, kind: type[_S], code: str) -> _S:
    """Return the state of a subject that has to exist."""
    found = state(session, subject, kind)
    if found is None:
        raise UserError(code, subject=subject)
    return found


def hall(session: Session) -> Hall:
    return must(session, "hall", Hall, "SYS-10")


def policy(session: Session) -> Policy:
    return state(session, "policy", Policy) or Policy()


def window(session: Session) -> Window:
    return must(session, f"window:{session.window}", Window, "SYS-11")
