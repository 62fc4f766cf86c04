"""The catalogue as a window sees it; how a version gets into it is `proposals`'."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package
from zcdesk.domain.search import MatterIndex
from zcdesk.domain.window import Window
from zcdesk.errors import UserError
from zcdesk.operations.session import Session, entries, entry_of, packages
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
        windows: number → every window of the hall, with the scope it has now.
        own: this window; None where the hall does not know it: it takes everything.
        packages: key → 一件事; found beside the matters.
    """

    index: MatterIndex
    matters: dict[str, Matter]
    favourites: tuple[str, ...]
    today: tuple[str, ...]
    windows: dict[str, Window]
    own: Window | None
    packages: dict[str, Package] = field(default_factory=dict)

    def takes(self, matter: Matter) -> bool:
        """Whether this window's scope covers the matter."""
        return self.own is None or self.own.takes(matter)

    def takes_package(self, package: Package) -> bool:
        """Whether this window's scope covers every matter the package can bring."""
        return all(self.takes(self.matters[key]) for key in package.every_matter)

    def elsewhere(self, matter: Matter) -> tuple[str, ...]:
        """Numbers of the windows that take the matter."""
        return tuple(number for number, one in self.windows.items() if one.takes(matter))


def catalogue(session: Session) -> CatalogueView:
    """Read the published matters and what this window likes to find first."""
    with session.reading() as store:
        matters = {
            entry.matter.key: entry.matter for entry in entries(store) if not entry.withdrawn
        }
        offered = _packages(store, matters)
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
        index=MatterIndex((*matters.values(), *offered.values())),
        packages=offered,
        matters=matters,
        favourites=mine.favourites if mine else (),
        today=today,
        windows={w.number: w for w in sorted(all_windows, key=lambda w: w.number)},
        own=mine,
    )


def _packages(store: Reader, matters: dict[str, Matter]) -> dict[str, Package]:
    """Return the packages whose matters are all taken in now."""
    found = (entry.package for entry in packages(store) if not entry.withdrawn)
    return {one.key: one for one in found if one and matters.keys() >= {*one.every_matter}}


def matter(session: Session, key: str) -> Matter:
    """Return the published version of one matter."""
    with session.reading() as store:
        entry = entry_of(store, key)
    if entry is None or entry.withdrawn:
        raise UserError("MAT-08", key=key)
    return entry.matter


def defects(session: Session) -> tuple[tuple[str, str, str], ...]:
    """List what departments still have to confirm: (key, name, sentence)."""
    with session.reading() as store:
        return tuple(
            (entry.matter.key, entry.matter.name, defect)
            for entry in entries(store)
            for defect in entry.matter.defects
        )
