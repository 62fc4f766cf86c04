"""What the page of packages (一件事) shows: each as offered and as proposed, and the matters."""

from __future__ import annotations

import msgspec

from zcdesk.domain.hall import Clerk
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package, PackageEntry
from zcdesk.operations import casework
from zcdesk.operations.catalogue_sheet import MAY_READ
from zcdesk.operations.session import Session, entries


class PackageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One package.

    Attributes:
        shown: as proposed where something waits, else as offered.
        writers: names of who wrote what is proposed. mine: whoever asks is one of them.
    """

    shown: Package
    entry: PackageEntry
    writers: tuple[str, ...] = ()
    mine: bool = False


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
        names = {who.staff_no: who.name for _, who in store.states(Clerk)}
        rows = [
            PackageRow(
                shown=shown,
                entry=entry,
                writers=tuple(names.get(one, one) for one in entry.writers),
                mine=session.clerk in (*entry.writers, entry.proposed_by),
            )
            for _, entry in store.states(PackageEntry)
            if (shown := entry.proposed or entry.package) is not None
        ]
        matters = {e.matter.key: e.matter for e in entries(store) if not e.withdrawn}
    return Packages(rows=tuple(sorted(rows, key=lambda row: row.shown.code)), matters=matters)
