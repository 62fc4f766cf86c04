"""The session: which window, which clerk, with which store, calendar, clock and chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from zcdesk.domain.entry import Entry
from zcdesk.domain.hall import Clerk, Hall, Policy, Role
from zcdesk.domain.ids import uuid7
from zcdesk.domain.package import PackageEntry
from zcdesk.domain.policies import Policies
from zcdesk.domain.window import Window
from zcdesk.domain.worktime import WorkCalendar
from zcdesk.errors import NotAllowed, UserError

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.store import Store
    from zcdesk.store.transaction import Transaction

_S = TypeVar("_S", bound=msgspec.Struct)


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Session:
    """What every operation needs; a new clerk or window is a new session.

    Attributes:
        now: returns the station's time, aware; `random(n)` returns n bytes.
        clerk: staff number, empty before login.
        simulated: acts of this session are marked as a demo's.
        is_online: whether the hall's server answered last; a one-PC hall is its own.
        is_abreast: whether what the hall's other stations sent until now is all here.
    """

    store: Store
    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    calendar: WorkCalendar
    window: str = ""
    clerk: str = ""
    simulated: bool = False
    is_online: Callable[[], bool] = _always
    is_abreast: Callable[[], bool] = _always
    _topics: set[str] = field(default_factory=set)

    def as_clerk(self, staff_no: str) -> Session:
        return replace(self, clerk=staff_no)

    def at_window(self, number: str) -> Session:
        return replace(self, window=number)

    def new_id(self) -> str:
        """Make a time-ordered identity."""
        return uuid7(self.now(), self.random(10))

    def take_topics(self) -> frozenset[str]:
        """Return what changed since the last call, and forget it."""
        taken = frozenset(self._topics)
        self._topics.clear()
        return taken

    @contextmanager
    def transaction(self, *, own: bool = False) -> Iterator[Transaction]:
        """Open the one transaction of this action.

        Args:
            own: about nobody but the clerk: on duty, off duty, a look at a masked field, a print.

        Raises:
            NotAllowed: AUD-01, an auditor reads everything and changes nothing.
        """
        with self.store.transaction(clerk=self.clerk, at=self.now(), random=self.random) as tx:
            if not own and self.clerk:
                who = tx.state(f"clerk:{self.clerk}", Clerk)
                if who is not None and Role.AUDITOR in who.roles:
                    raise NotAllowed("AUD-01")
            yield tx
        self._topics.update(tx.topics)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open the store for reading only."""
        with self.store.reading() as reader:
            reader.at = self.now()
            yield reader


def hall(store: Reader) -> Hall:
    """Return the hall this store belongs to."""
    return _must(store.state("hall", Hall), "SYS-10", subject="hall")


def policy(store: Reader) -> Policy:
    """Return the policies in force when the store was opened; without any, the defaults."""
    known = store.state("policy", Policies)
    return known.at(store.at) if known is not None and store.at is not None else Policy()


def window(store: Reader, number: str) -> Window:
    """Return one window."""
    return _must(store.state(f"window:{number}", Window), "SYS-11", window=number)


def clerk(store: Reader, staff_no: str) -> Clerk:
    """Return one clerk."""
    return _must(store.state(f"clerk:{staff_no}", Clerk), "SYS-12", staff_no=staff_no)


def entry_of(store: Reader, key: str) -> Entry | None:
    """Return a matter's entry as it is in force, None where nothing was ever published."""
    known = store.state(f"matter:{key}", Entry)
    return known.at(store.at) if known is not None and store.at is not None else known


def entries(store: Reader) -> Iterator[Entry]:
    """Yield every entry of the catalogue as it is in force, withdrawn ones too."""
    for _, known in store.states(Entry):
        yield known.at(store.at) if store.at is not None else known


def package_of(store: Reader, key: str) -> PackageEntry:
    """Return what stands of a package (一件事) now; an empty entry where there was never one."""
    known = store.state(f"package:{key}", PackageEntry) or PackageEntry()
    return known.in_force(store.at) if store.at is not None else known


def packages(store: Reader) -> Iterator[PackageEntry]:
    """Yield every package there is or was, as it stands now."""
    for _, known in store.states(PackageEntry):
        yield known.in_force(store.at) if store.at is not None else known


def _must(found: _S | None, code: str, **fields: object) -> _S:
    if found is None:
        raise UserError(code, **fields)
    return found
