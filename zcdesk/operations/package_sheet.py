"""What the page of packages (一件事) shows: each with its change and versions, and the matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.fold import decode_body
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package, PackageEntry, PackagePublished
from zcdesk.operations import casework
from zcdesk.operations.catalogue_sheet import MAY_READ, Version
from zcdesk.operations.changes import names
from zcdesk.operations.session import Session, entries
from zcdesk.operations.session import packages as entries_of

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class PackageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One package.

    Attributes:
        shown: as drafted where a change is open, else the newest version.
        writers: names of who wrote the open change; `judge` of who returned it.
        mine: whoever asks is one of them.
        versions: every one that was published, the newest first.
    """

    shown: Package
    entry: PackageEntry
    versions: tuple[Version[Package], ...] = ()
    writers: tuple[str, ...] = ()
    judge: str = ""
    mine: bool = False

    @property
    def seen(self) -> int:
        """What a change says it saw."""
        return self.entry.change.saves if self.entry.change is not None else 0

    @property
    def is_offered(self) -> bool:
        return self.entry.package is not None and not self.entry.withdrawn


class Packages(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: `matters` by key, those taken in now."""

    rows: tuple[PackageRow, ...]
    matters: dict[str, Matter]


def packages(session: Session) -> Packages:
    """Return every package there is or was, by code.

    Raises:
        NotAllowed: CAS-02, neither editor, supervisor, administrator nor auditor.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *MAY_READ)
        found = [_row(session, store, entry) for entry in entries_of(store)]
        matters = {e.matter.key: e.matter for e in entries(store) if not e.withdrawn}
    rows = (row for row in found if row is not None)
    return Packages(rows=tuple(sorted(rows, key=lambda row: row.shown.code)), matters=matters)


def _versions(store: Reader, now: PackageEntry, key: str) -> tuple[Version[Package], ...]:
    """Read the versions off the acts, the newest first."""
    found: list[Version[Package]] = []
    for act in store.acts(f"package:{key}"):
        body = decode_body(act)
        if not isinstance(body, PackagePublished):
            continue
        if not found or found[-1].item.version < body.package.version:
            found.append(
                Version(
                    item=body.package,
                    at=act.at,
                    by=names(store, (act.clerk,))[0],
                    begins=body.effective,
                    in_force=body.package == now.package and not now.withdrawn,
                )
            )
    return tuple(reversed(found))


def _row(session: Session, store: Reader, entry: PackageEntry) -> PackageRow | None:
    change = entry.open
    newest = entry.ahead[-1].package if entry.ahead else entry.package
    shown = change.package if change is not None else newest
    if shown is None:
        return None
    return PackageRow(
        shown=shown,
        entry=entry,
        versions=_versions(store, entry, shown.key),
        writers=tuple(names(store, change.editors)) if change is not None else (),
        judge=names(store, (change.judged_by,))[0] if change is not None else "",
        mine=change is not None and session.clerk in change.editors,
    )
