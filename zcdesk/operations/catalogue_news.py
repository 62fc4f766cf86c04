"""What changed in the catalogue since a clerk was last on duty (自上次上班以来的变化)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from zcdesk.domain.catalogue_news import CatalogueChange, MatterChange, News, PackageChange
from zcdesk.domain.entry import Entry, MatterPublished, MatterWithdrawn, fold
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import ClerkOff, ClerkOn
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.package import Package, PackageEntry
from zcdesk.domain.package import fold as fold_package
from zcdesk.domain.window import Window
from zcdesk.operations.proposals import is_taken
from zcdesk.operations.session import Session, entries, packages, window
from zcdesk.store.schema import acts

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def since_last_shift(session: Session) -> News:
    """Return what changed since the clerk's last day on duty, this window's matters first.

    Who was never here before learns the catalogue as it is: nothing is news.
    """
    with session.reading() as store:
        since = _last_day(store, session.clerk, session.now().date().isoformat())
        if not since:
            return News()
        mine = window(store, session.window)
        known = tuple(entries(store))
        found: list[CatalogueChange] = [
            change
            for entry in known
            if entry.matter.secrecy is not Secrecy.SECRET
            and (change := _change(store, entry, since, mine)) is not None
        ]
        found += _packages(store, {e.matter.key: e.matter for e in known}, since, mine)
    return News(since=since, changes=tuple(sorted(found, key=lambda one: not one.here)))


def _packages(
    store: Reader, matters: Mapping[str, Matter], since: str, mine: Window
) -> Iterator[PackageChange]:
    for entry in packages(store):
        new = entry.package
        if new is None:
            continue
        before = _package_as_of(store, new.key, since)
        if entry.withdrawn and before is None:
            continue
        if not entry.withdrawn and before is not None and before.version == new.version:
            continue
        wanted = {*new.every_matter, *(before.every_matter if before is not None else ())}
        named = {key: matters[key] for key in wanted if key in matters}
        yield PackageChange(
            new=new,
            old=before,
            withdrawn=entry.withdrawn,
            here=all(is_taken(named[key], (mine,)) for key in new.every_matter if key in named),
            names={key: one.name for key, one in named.items()},
        )


def _package_as_of(store: Reader, key: str, moment: str) -> Package | None:
    """Return the version that was offered at a time, None where there was none."""
    state: PackageEntry | None = None
    for act in store.acts(f"package:{key}"):
        body = decode_body(act)
        if act.at <= moment and body is not None:
            state = fold_package(state, act, body)
    now = state.in_force(dt.datetime.fromisoformat(moment)) if state is not None else None
    return now.package if now is not None and not now.withdrawn else None


def _last_day(store: Reader, staff_no: str, today: str) -> str:
    """Return when the clerk last came or went on a day before today."""
    wanted = select(func.max(acts.c.at)).where(
        acts.c.subject == f"clerk:{staff_no}",
        acts.c.kind.in_((ClerkOn.kind, ClerkOff.kind)),
        acts.c.at < today,
    )
    return str(store.select(wanted).scalar_one() or "")


def _change(store: Reader, entry: Entry, since: str, mine: Window) -> MatterChange | None:
    """Compare an entry with what it was; one nobody touched since is not looked into."""
    began = max(entry.published_at[:10], entry.matter.valid_from)
    if not entry.withdrawn and began < since[:10]:
        return None
    before = _as_of(store, entry.matter.key, since)
    here = is_taken(entry.matter, (mine,))
    if entry.withdrawn:
        if before is None:
            return None
        return MatterChange(new=entry.matter, old=before, withdrawn=entry.withdrawn, here=here)
    if before is not None and before.version == entry.matter.version:
        return None
    return MatterChange(new=entry.matter, old=before, here=here)


def _as_of(store: Reader, key: str, moment: str) -> Matter | None:
    """Return the version that was in force at a time, None where the matter was not taken in."""
    state: Entry | None = None
    for act in store.acts(f"matter:{key}"):
        body = decode_body(act)
        if act.at <= moment and isinstance(body, MatterPublished | MatterWithdrawn):
            state = fold(state, act, body)
    now = state.at(dt.datetime.fromisoformat(moment)) if state is not None else None
    return now.matter if now is not None and not now.withdrawn else None
