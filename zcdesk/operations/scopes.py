"""What a window takes: another scope for a time or for good, and what that would bring.

A lent scope ends by the clock alone; it holds from the next call on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.forecast import Forecast
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.window import (
    Window,
    WindowLent,
    WindowMode,
    WindowModeSet,
    WindowReturned,
    WindowSet,
)
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import casework, live, outlook, people
from zcdesk.operations.session import Session, clerk, entries, entry_of, window
from zcdesk.store.schema import matter_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

MAY_CHANGE = (Role.SUPERVISOR, Role.ADMINISTRATOR)
LENDING = timedelta(hours=2)
"""For how long a window takes on more, unless told otherwise."""


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What a window shall take; with neither, everything (无差别)."""

    categories: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What a change of scope would bring.

    Attributes:
        waits: category → what a newcomer has to expect before and after, where it changes.
        left_out: names of matters no window of the hall would take any more.
        left_categories: categories no window would take any more.
        untrained: categories the window's clerk, `clerk` by name, was not trained for.
    """

    waits: dict[str, tuple[Forecast | None, Forecast | None]]
    left_out: tuple[str, ...] = ()
    left_categories: tuple[str, ...] = ()
    clerk: str = ""
    untrained: tuple[str, ...] = ()


def effect(session: Session, number: str, scope: Scope) -> Effect:
    """Tell what it would bring if a window took this now."""
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        now = session.now()
        windows = [w.at(now) for _, w in store.states(Window)]
        changed = [_as(w, scope) if w.number == number else w for w in windows]
        rows = live.day_tickets(store, now.date().isoformat())
        before = outlook.forecasts(store, session, rows, _open(windows))
        after = outlook.forecasts(store, session, rows, _open(changed))
        matters, categories = _left_out(store, changed)
        name, untrained = _untrained(store, window(store, number), scope, now)
    waits = {c: (before[c], after[c]) for c in before if before[c] != after[c]}
    return Effect(
        waits=waits,
        left_out=matters,
        left_categories=categories,
        clerk=name,
        untrained=untrained,
    )


def lend(
    session: Session,
    number: str,
    scope: Scope,
    *,
    until: datetime,
    start: datetime | None = None,
    seen: int | None = None,
) -> Window:
    """Give a window another scope for a time; its own comes back by itself.

    Args:
        start: when it begins; now unless told.
        seen: `Window.scopings` as the page showed it; somebody else's change since is told.

    Raises:
        NotAllowed: CAS-02 no supervisor or administrator; SCP-02 it would end before it begins.
        Conflict: SCP-03, somebody changed the window meanwhile.
    """
    begin = start or session.now()
    if until <= begin:
        raise NotAllowed("SCP-02")
    body = WindowLent(
        categories=scope.categories,
        matters=scope.matters,
        start=begin.isoformat(timespec="milliseconds"),
        until=until.isoformat(timespec="milliseconds"),
    )
    with session.transaction() as tx:
        _must_be_unchanged(session, tx, number, seen)
        _must_exist(tx, scope)
        tx.append(NewAct(subject=f"window:{number}", body=body))
        return window(tx, number)


def add_category(session: Session, number: str, category: str) -> Window:
    """Let a window take one more category for two hours."""
    with session.reading() as store:
        now = window(store, number).at(session.now())
    if now.covers(category):
        raise NotAllowed("SCP-05", w=number)
    scope = Scope(categories=(*now.categories, category), matters=now.matters)
    return lend(session, number, scope, until=session.now() + LENDING, seen=now.scopings)


def give_back(session: Session, number: str) -> Window:
    """End every scope a window has only for a time (撤销上次).

    Raises:
        NotAllowed: SCP-04, it has none.
    """
    with session.transaction() as tx:
        _must_be_unchanged(session, tx, number, None)
        if not window(tx, number).lent:
            raise NotAllowed("SCP-04", w=number)
        tx.append(NewAct(subject=f"window:{number}", body=WindowReturned()))
        return window(tx, number)


def set_scope(session: Session, number: str, scope: Scope, *, seen: int | None = None) -> Window:
    """Give a window another scope for good."""
    with session.transaction() as tx:
        before = _must_be_unchanged(session, tx, number, seen)
        _must_exist(tx, scope)
        body = WindowSet(
            number=number,
            window_kind=before.kind,
            categories=scope.categories,
            favourites=before.favourites,
            matters=scope.matters,
        )
        tx.append(NewAct(subject=f"window:{number}", body=body))
        return window(tx, number)


def set_mode(session: Session, number: str, mode: WindowMode, reason: str = "") -> Window:
    """Open, pause or close a window from the duty manager's page; its clerk stays its clerk."""
    if mode is WindowMode.PAUSED and not reason.strip():
        raise NotAllowed("WIN-01")
    with session.transaction() as tx:
        before = _must_be_unchanged(session, tx, number, None)
        if (before.mode, before.reason) != (mode, reason.strip()):
            body = WindowModeSet(mode=mode, reason=reason.strip(), from_afar=True)
            tx.append(NewAct(subject=f"window:{number}", body=body))
        return window(tx, number)


def matter(session: Session, code: str) -> tuple[str, str]:
    """Return key and name of the matter with a code."""
    wanted = select(matter_index.c.key).where(matter_index.c.code == code.strip())
    with session.reading() as store:
        for key in store.select(wanted).scalars().all():
            entry = entry_of(store, key)
            if entry is not None and not entry.withdrawn:
                return key, entry.matter.name
    raise UserError("MAT-08", key=code)


class ScopesView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of scopes shows.

    Attributes:
        windows: as they are for good, by number; `at` the time it was read.
        counts: category → how many published matters it has.
        names: key → name of the single matters windows take.
    """

    at: datetime
    windows: tuple[Window, ...]
    counts: dict[str, int]
    names: dict[str, str]


def view(session: Session) -> ScopesView:
    """Read windows and their scopes."""
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        windows = sorted(
            (w for _, w in store.states(Window)), key=lambda w: (len(w.number), w.number)
        )
        matters = [e.matter for e in entries(store) if not e.withdrawn]
    singles = {
        key for w in windows for key in (*w.matters, *(k for lent in w.lent for k in lent.matters))
    }
    return ScopesView(
        at=session.now(),
        windows=tuple(windows),
        counts={c.value: sum(c in m.categories for m in matters) for c in WindowCategory},
        names={m.key: m.name for m in matters if m.key in singles},
    )


def _must_be_unchanged(session: Session, tx: Transaction, number: str, seen: int | None) -> Window:
    casework.must_hold(session, tx, *MAY_CHANGE)
    found = window(tx, number)
    if seen is not None and found.scopings != seen:
        who = clerk(tx, found.scoped_by).name if found.scoped_by else ""
        raise Conflict("SCP-03", w=number, who=who, time=found.scoped_at[11:16])
    return found


def _must_exist(store: Reader, scope: Scope) -> None:
    known = {category.value for category in WindowCategory}
    for category in scope.categories:
        if category not in known:
            raise UserError("SCP-06", name=category)
    for key in scope.matters:
        if entry_of(store, key) is None:
            raise UserError("MAT-08", key=key)


def _as(of: Window, scope: Scope) -> Window:
    return msgspec.structs.replace(of, categories=scope.categories, matters=scope.matters)


def _untrained(
    store: Reader, at: Window, scope: Scope, now: datetime
) -> tuple[str, tuple[str, ...]]:
    """Return the name of who sits there, and for what new to the window training lacks."""
    who = store.state(f"clerk:{at.clerk}", Clerk) if at.clerk else None
    if who is None:
        return "", ()
    lacking = people.untrained_for(store, who.staff_no, scope.categories, now.date())
    before = at.at(now)
    return who.name, tuple(c for c in lacking if not before.covers(c))


def _open(windows: list[Window]) -> list[Window]:
    return [w for w in windows if w.mode is WindowMode.OPEN]


def _left_out(store: Reader, windows: list[Window]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return matters and categories that no window takes, whether it is open or not."""
    gone = tuple(c.value for c in WindowCategory if not any(w.covers(c.value) for w in windows))
    if not gone:
        return (), ()
    matters = tuple(
        entry.matter.name
        for entry in entries(store)
        if not entry.withdrawn and not any(w.takes(entry.matter) for w in windows)
    )
    return matters, gone
