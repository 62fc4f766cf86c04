"""The catalogue as a window sees it, and publishing new versions of matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import Entry, MatterPublished
from zcdesk.domain.hall import Clerk, Role, Window
from zcdesk.domain.matter import Matter
from zcdesk.domain.search import MatterIndex
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations.session import Session, clerk
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """Everything the matter search needs, held by the desk until a matter changes.

    Attributes:
        matters: key → published version.
        favourites: keys of this window's favourites, in their order.
        today: keys taken in most often at this window today.
        windows: window number → its categories; empty = every category.
    """

    index: MatterIndex
    matters: dict[str, Matter]
    favourites: tuple[str, ...]
    today: tuple[str, ...]
    windows: dict[str, tuple[str, ...]]
    own: tuple[str, ...]
    own_matters: tuple[str, ...] = ()

    def takes(self, matter: Matter) -> bool:
        """Whether this window's scope covers the matter."""
        if not self.own or matter.key in self.own_matters:
            return True
        return any(c.value in self.own for c in matter.categories)

    def elsewhere(self, matter: Matter) -> tuple[str, ...]:
        """Numbers of the windows that take the matter."""
        wanted = {c.value for c in matter.categories}
        return tuple(
            number for number, scope in self.windows.items() if not scope or wanted & set(scope)
        )


def catalogue(session: Session) -> CatalogueView:
    """Read the published matters and what this window likes to find first."""
    with session.reading() as store:
        matters = {
            entry.matter.key: entry.matter
            for _, entry in store.states(Entry)
            if not entry.withdrawn
        }
        all_windows = [w.at(session.now()) for _, w in store.states(Window)]
        mine = next((w for w in all_windows if w.number == session.window), None)
        day = session.now().date().isoformat()
        rows = store.select(
            select(case_index.c.matter).where(
                case_index.c.window == session.window, case_index.c.received_at >= day
            )
        ).scalars()
        today = tuple(key for key, _ in Counter(rows).most_common(9) if key in matters)
    return CatalogueView(
        index=MatterIndex(matters.values()),
        matters=matters,
        favourites=mine.favourites if mine else (),
        today=today,
        windows={w.number: w.categories for w in sorted(all_windows, key=lambda w: w.number)},
        own=mine.categories if mine else (),
        own_matters=mine.matters if mine else (),
    )


def matter(session: Session, key: str) -> Matter:
    """Return the published version of one matter."""
    with session.reading() as store:
        entry = store.state(f"matter:{key}", Entry)
    if entry is None or entry.withdrawn:
        raise UserError("MAT-08", key=key)
    return entry.matter


def publish(session: Session, wanted: Matter, approver: str = "") -> Matter:
    """Publish a changed matter as its next version: see `publish_all`."""
    return publish_all(session, (wanted,), approver)[0]


def publish_all(
    session: Session, wanted: Iterable[Matter], approver: str = ""
) -> tuple[Matter, ...]:
    """Publish what differs from the catalogue, in one transaction; return what is in force.

    Raises:
        NotAllowed: CAS-02, neither editor nor administrator nor supervisor; PUB-01, an editor
            without a second person who may approve.
    """
    done = []
    with session.transaction() as tx:
        must_publish(session, tx, approver)
        for matter_ in wanted:
            subject = f"matter:{matter_.key}"
            entry = tx.state(subject, Entry)
            version = entry.matter.version if entry else 0
            in_force = entry is not None and not entry.withdrawn
            if (
                entry
                and in_force
                and msgspec.structs.replace(matter_, version=version) == entry.matter
            ):
                done.append(entry.matter)
                continue
            fresh = msgspec.structs.replace(matter_, version=version + 1)
            tx.append(
                NewAct(subject=subject, body=MatterPublished(matter=fresh, approver=approver))
            )
            done.append(fresh)
    return tuple(done)


def must_publish(session: Session, store: Reader, approver: str) -> None:
    """Refuse whoever may not publish: an editor needs a second person (rules 1)."""
    approving = {Role.ADMINISTRATOR, Role.SUPERVISOR}
    roles = set(clerk(store, session.clerk).roles)
    if approving & roles:
        return
    if Role.EDITOR not in roles:
        raise NotAllowed("CAS-02")
    second = store.state(f"clerk:{approver}", Clerk) if approver != session.clerk else None
    if second is None or not second.active or not approving & set(second.roles):
        raise NotAllowed("PUB-01")


def defects(session: Session) -> tuple[tuple[str, str, str], ...]:
    """List what departments still have to confirm: (key, name, sentence)."""
    with session.reading() as store:
        return tuple(
            (entry.matter.key, entry.matter.name, defect)
            for _, entry in store.states(Entry)
            for defect in entry.matter.defects
        )
