"""The way of a change into the catalogue, one for matters and packages: draft, hand in, approve.

An editor writes for their own departments; a supervisor or administrator who wrote no part of a
change approves it, and only then there is a new version, from its day on (rules 1 and 2). What
differs between a matter and a package is a `Shelf`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.proposal import Change
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.domain.act import NewAct
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

MAY_APPROVE = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
MAY_EDIT = MAY_APPROVE | {Role.EDITOR}

T = TypeVar("T")
C = TypeVar("C", bound=Change)


class Shelf(Protocol[T, C]):
    """What the catalogue holds of one sort, and how a change of it is written down."""

    def key(self, item: T) -> str: ...
    def name(self, item: T) -> str: ...
    def departments(self, store: Reader, item: T) -> frozenset[str]:
        """Departments an editor must belong to: its own and the one it is taken from."""

    def item(self, change: C) -> T: ...
    def known(self, store: Reader, key: str) -> C | None:
        """Return the latest change of a thing."""

    def newest(self, store: Reader, key: str) -> int:
        """Return the number of its last version; 0 = nothing was ever published."""

    def must_be_fit(self, store: Reader, item: T) -> None:
        """Refuse what could not be published."""

    def draft(self, item: T, effective: str, withdrawal: str, *, submitted: bool) -> NewAct: ...
    def back(self, key: str, reason: str) -> NewAct: ...
    def given_up(self, key: str) -> NewAct: ...
    def withdrawn(self, key: str, reason: str) -> Iterable[NewAct]: ...
    def version(
        self, tx: Transaction, session: Session, change: C, effective: str
    ) -> tuple[T, Iterable[NewAct]]:
        """Return the next version of what is handed in, and the acts that publish it."""


class Changes(Generic[T, C]):
    """The operations on changes of one shelf."""

    def __init__(self, shelf: Shelf[T, C]) -> None:
        self._shelf = shelf

    def save(
        self,
        session: Session,
        item: T,
        *,
        seen: int,
        effective: str = "",
        withdrawal: str = "",
        submit: bool = False,
    ) -> C:
        """Write a draft, and hand it in for approval if `submit`.

        Args:
            seen: `saves` of the change the writer saw; 0 = there was none.
            effective: ISO day it shall begin with; empty = when approved.
            withdrawal: why it shall no longer be offered; empty = it stays.

        Raises:
            NotAllowed: CAS-02, no editor; CAT-20, another department's.
            Conflict: CAT-21, somebody else changed it meanwhile.
            Invalid: CAT-22 a day that is none or is over; when handing in, what is not fit.
        """
        day = day_of(session, effective)
        with session.transaction() as tx:
            self.must_edit(session, tx, item)
            self._must_be_seen(tx, self._shelf.key(item), seen)
            if submit and not withdrawal:
                self._shelf.must_be_fit(tx, item)
            return self.propose(tx, item, day, withdrawal.strip(), submit=submit)

    def propose(
        self, tx: Transaction, item: T, day: str = "", withdrawal: str = "", *, submit: bool = True
    ) -> C:
        """Append a draft somebody may write."""
        return self._append(tx, item, self._shelf.draft(item, day, withdrawal, submitted=submit))

    def approve(self, session: Session, key: str, *, seen: int) -> T:
        """Make what was handed in the next version, or offer it no more; return it.

        Raises:
            NotAllowed: CAS-02, no supervisor nor administrator; CAT-27, who wrote a part of it.
            Conflict: CAT-21, it was changed meanwhile; CAT-28, it is not handed in.
            Invalid: it is not fit any more.
        """
        return self.approve_all(session, {key: seen})[0]

    def approve_all(self, session: Session, seen: Mapping[str, int]) -> tuple[T, ...]:
        """Approve several changes (key → seen), as an imported table leaves them: all or none."""
        with session.transaction() as tx:
            casework.must_hold(session, tx, *MAY_APPROVE)
            wanted = [self._handed_in(tx, key, saves) for key, saves in seen.items()]
            if any(session.clerk in one.editors for one in wanted):
                raise NotAllowed("CAT-27")
            return tuple(self._approve(session, tx, one) for one in wanted)

    def send_back(self, session: Session, key: str, reason: str, *, seen: int) -> C:
        """Return a change to whoever wrote it.

        Raises:
            Invalid: CAT-29, no reason.
        """
        with session.transaction() as tx:
            casework.must_hold(session, tx, *MAY_APPROVE)
            known = self._handed_in(tx, key, seen)
            if not reason.strip():
                raise Invalid("CAT-29", "reason")
            item = self._shelf.item(known)
            return self._append(tx, item, self._shelf.back(key, reason.strip()))

    def drop(self, session: Session, key: str, *, seen: int) -> C:
        """Give a change up; the catalogue stays as it is."""
        with session.transaction() as tx:
            known = self._must_be_seen(tx, key, seen)
            if known is None or not known.is_open:
                raise Conflict("CAT-28")
            item = self._shelf.item(known)
            self.must_edit(session, tx, item)
            return self._append(tx, item, self._shelf.given_up(key))

    def must_edit(self, session: Session, store: Reader, item: T) -> Clerk:
        """Refuse whoever may not write this; an editor only their own departments'."""
        who = casework.must_hold(session, store, *MAY_EDIT)
        strange = self._shelf.departments(store, item) - set(who.departments)
        if strange and not MAY_APPROVE & set(who.roles):
            raise NotAllowed("CAT-20", department=min(strange))
        return who

    def _approve(self, session: Session, tx: Transaction, wanted: C) -> T:
        item = self._shelf.item(wanted)
        if wanted.withdrawal:
            acts = self._shelf.withdrawn(self._shelf.key(item), wanted.withdrawal)
        else:
            self._shelf.must_be_fit(tx, item)
            today = session.now().date().isoformat()
            effective = wanted.effective if wanted.effective > today else ""
            item, acts = self._shelf.version(tx, session, wanted, effective)
        for act in acts:
            tx.append(act)
        return item

    def _append(self, tx: Transaction, item: T, act: NewAct) -> C:
        tx.append(act)
        after = self._shelf.known(tx, self._shelf.key(item))
        assert after is not None
        return after

    def _handed_in(self, tx: Transaction, key: str, seen: int) -> C:
        known = self._must_be_seen(tx, key, seen)
        if known is None or not known.waits:
            raise Conflict("CAT-28")
        return known

    def _must_be_seen(self, tx: Transaction, key: str, seen: int) -> C | None:
        known = self._shelf.known(tx, key)
        if known is None:
            return None
        if not known.is_open and not seen and not self._shelf.newest(tx, key):
            return known  # given up before anything was published: a new one may take the key
        if known.saves != seen:
            who = names(tx, (known.judged_by or known.by,))[0]
            name = self._shelf.name(self._shelf.item(known))
            raise Conflict("CAT-21", name=name, who=who, time=known.at[11:16])
        return known


def names(store: Reader, staff: Iterable[str]) -> list[str]:
    """Return the names of staff numbers; a number nobody has stays."""
    found = ((number, store.state(f"clerk:{number}", Clerk)) for number in staff)
    return [who.name if who is not None else number for number, who in found]


def day_of(session: Session, effective: str) -> str:
    """Return the day a version shall begin with; empty = at once.

    Raises:
        Invalid: CAT-22, a day that is none or is over.
    """
    if not effective:
        return ""
    try:
        day = dt.date.fromisoformat(effective)
    except ValueError as error:
        raise Invalid("CAT-22", "effective", day=effective) from error
    if day < session.now().date():
        raise Invalid("CAT-22", "effective", day=effective)
    return day.isoformat()
