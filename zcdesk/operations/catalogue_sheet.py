"""What catalogue administration shows: every matter with its proposal, and the life of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from zcdesk.domain.entry import Entry, MatterPublished
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import Proposal
from zcdesk.operations import casework
from zcdesk.operations.changes import MAY_EDIT
from zcdesk.operations.proposals import is_taken, windows
from zcdesk.operations.session import Session, entries, entry_of

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

MAY_READ = MAY_EDIT | {Role.AUDITOR}
T = TypeVar("T")


class MatterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One matter of the list.

    Attributes:
        matter: as in force, or as drafted where nothing is published yet.
        version: in force; 0 = none is.
        begins: ISO day a published version begins with, if one waits.
        proposal: open change, None where there is none.
        no_window: no scope covers it.
    """

    matter: Matter
    version: int
    begins: str = ""
    proposal: Proposal | None = None
    withdrawn: str = ""
    no_window: bool = False


class Version(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One published version, of a matter or a package.

    Attributes:
        by: name of who published it. begins: its ISO day, empty = the day it was published.
        in_force: whether it is the one in force.
    """

    item: T
    at: str
    by: str
    begins: str = ""
    in_force: bool = False


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one matter.

    Attributes:
        versions: newest first.
        names: staff number → name of who wrote or judged the proposal.
        mine: whoever asks wrote a part of the proposal, so cannot approve it.
    """

    row: MatterRow
    versions: tuple[Version[Matter], ...]
    proposal: Proposal | None
    names: dict[str, str]
    mine: bool = False

    @property
    def seen(self) -> int:
        """What a change says it saw."""
        return self.proposal.saves if self.proposal is not None else 0


def rows(session: Session) -> tuple[MatterRow, ...]:
    """Return every matter that is or was published or drafted, by department and code."""
    with session.reading() as store:
        casework.must_hold(session, store, *MAY_READ)
        proposals = {p.matter.key: p for _, p in store.states(Proposal)}
        among = windows(store)
        found = [_row(entry, proposals.get(entry.matter.key)) for entry in entries(store)]
        known = {row.matter.key for row in found}
        found += [
            MatterRow(matter=one.matter, version=0, proposal=one)
            for key, one in proposals.items()
            if key not in known and one.is_open
        ]
    marked = (
        msgspec.structs.replace(
            row, no_window=not row.withdrawn and not is_taken(row.matter, among)
        )
        for row in found
    )
    return tuple(sorted(marked, key=lambda row: (row.matter.department, row.matter.code)))


def sheet(session: Session, key: str) -> Sheet:
    """Return the versions of a matter and its latest proposal."""
    with session.reading() as store:
        casework.must_hold(session, store, *MAY_READ)
        entry = entry_of(store, key)
        proposal = store.state(f"proposal:{key}", Proposal)
        if entry is not None:
            row = _row(entry, proposal)
        else:
            assert proposal is not None, "only matters of the list are opened"
            row = MatterRow(matter=proposal.matter, version=0, proposal=proposal)
        staff = {*proposal.editors, proposal.judged_by} - {""} if proposal is not None else set()
        return Sheet(
            row=row,
            versions=_versions(store, key, entry),
            proposal=proposal,
            names={number: _name(store, number) for number in staff},
            mine=proposal is not None and session.clerk in proposal.editors,
        )


def _row(entry: Entry, proposal: Proposal | None) -> MatterRow:
    return MatterRow(
        matter=entry.matter,
        version=0 if entry.withdrawn else entry.matter.version,
        begins=entry.ahead[-1].begins if entry.ahead else "",
        proposal=proposal if proposal is not None and proposal.is_open else None,
        withdrawn=entry.withdrawn,
    )


def _versions(store: Reader, key: str, entry: Entry | None) -> tuple[Version[Matter], ...]:
    """Read the versions off the acts; one nobody counted, or given up, is left out."""
    found: list[Version[Matter]] = []
    for act in store.acts(f"matter:{key}"):
        body = decode_body(act)
        if isinstance(body, MatterPublished) and all(
            one.item.version < body.matter.version for one in found
        ):
            in_force = entry is not None and body.matter.version == entry.matter.version
            found.append(
                Version(
                    item=body.matter,
                    at=act.at,
                    by=_name(store, act.clerk),
                    begins=body.effective,
                    in_force=in_force and entry is not None and not entry.withdrawn,
                )
            )
    return tuple(reversed(found))


def _name(store: Reader, staff_no: str) -> str:
    who = store.state(f"clerk:{staff_no}", Clerk)
    return who.name if who is not None else staff_no
