"""What a department's officer finds on the desk: the lists, one case opened, who else has it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import Case
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.deadlines import Limit, LimitKind
from zcdesk.domain.hall import Clerk
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import acceptance, casefile, mending, worklists
from zcdesk.operations.casefile import CasePage
from zcdesk.operations.session import Session, clerk, entries
from zcdesk.operations.worklists import WorkRow

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

PAGE = 50
"""Rows read at once; a list of thousands comes page by page."""


class Tab(StrEnum):
    ACCEPT = "accept"
    REVIEW = "review"
    RETURNED = "returned"
    ASKED = "asked"


KINDS = MappingProxyType(
    {
        Tab.ACCEPT: (TaskKind.ACCEPT,),
        Tab.REVIEW: (TaskKind.DECIDE, TaskKind.STEP, TaskKind.SEND_RESULT),
        Tab.RETURNED: (TaskKind.CORRECT,),
        Tab.ASKED: (TaskKind.ANSWER, TaskKind.STAGE, TaskKind.REPLY, TaskKind.SETTLE),
    }
)


class Inbox(msgspec.Struct, frozen=True, kw_only=True):
    """One page of one list.

    Attributes:
        confirms: who waits at a window for a 远程确认, whatever list is open.
        counts: how much is on each list.
        names: staff number → name of everybody who has one of these cases open.
    """

    rows: tuple[WorkRow, ...]
    confirms: tuple[WorkRow, ...]
    counts: dict[Tab, int]
    names: dict[str, str]


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A case on the desk.

    Attributes:
        mine: it is assigned to this officer; else it is shown read-only.
        reader: name of whom it is assigned to, and `since` when (ISO).
        others: (name, ISO time) of other officers who looked at it since.
    """

    page: CasePage
    mine: bool
    reader: str
    since: str
    others: tuple[tuple[str, str], ...] = ()

    @property
    def case(self) -> Case:
        return self.page.case

    @property
    def limit(self) -> Limit | None:
        """The department's nearest limit; the paper's hand-over is the window's."""
        own = (x for x in self.page.limits if x.kind is not LimitKind.HANDOVER)
        return next(own, None)


def view(session: Session, tab: Tab, offset: int = 0) -> Inbox:
    """Return a page of a list of the officer's own departments; without any it is empty."""
    with session.reading() as store:
        mine = clerk(store, session.clerk).departments
    if not mine:
        return Inbox(rows=(), confirms=(), counts=dict.fromkeys(Tab, 0), names={})
    rows = worklists.tasks(session, *KINDS[tab], departments=mine, limit=PAGE, offset=offset)
    asked = worklists.tasks(session, TaskKind.ANSWER, departments=mine, limit=PAGE)
    confirms = tuple(row for row in asked if row.confirm)
    every = (kind for kinds in KINDS.values() for kind in kinds)
    much = worklists.counts(session, *every, departments=mine)
    with session.reading() as store:
        names = _names(store, (row.reviewer for row in (*rows, *confirms)))
    return Inbox(
        rows=tuple(row for row in rows if row not in confirms),
        confirms=confirms,
        counts={t: sum(much[kind] for kind in kinds) for t, kinds in KINDS.items()},
        names=names,
    )


def open_case(session: Session, case_id: str) -> Opened:
    """Open a case and assign it; what somebody else has open is shown read-only."""
    try:
        acceptance.take(session, case_id)
    except NotAllowed:
        mine = False
    else:
        mine = True
    page = casefile.view(session, case_id)
    case = page.case
    with session.reading() as store:
        names = _names(store, (case.reviewer,))
        me = clerk(store, session.clerk).name
    looked = ("case.taken", "case.seen")
    others = {
        event.clerk: event.at
        for event in page.timeline
        if event.kind in looked and event.clerk != me and event.at >= case.reviewing_since
    }
    return Opened(
        page=page,
        mine=mine,
        reader=names.get(case.reviewer, ""),
        since=case.reviewing_since,
        others=tuple(others.items()) if case.reviewing_since else (),
    )


def take_over(session: Session, case_id: str) -> Opened:
    """Take a case somebody left open; the acts say who had it and who has it now."""
    acceptance.release(session, case_id)
    return open_case(session, case_id)


def merge(session: Session, case_id: str, number: str, reason: str) -> Case:
    """Merge a case into another one of the same applicant, found by any number it carries."""
    found = worklists.by_number(session, number)
    if not found:
        raise UserError("CAS-06")
    return mending.merge(session, case_id, found[0].case, reason)


def departments(session: Session) -> tuple[str, ...]:
    """Return the departments of this hall, for forwarding, questions and stages."""
    with session.reading() as store:
        found = {entry.matter.department for entry in entries(store)}
        for _, who in store.states(Clerk):
            found.update(who.departments)
    return tuple(sorted(found - {""}))


def _names(store: Reader, staff: Iterable[str]) -> dict[str, str]:
    return {number: clerk(store, number).name for number in set(staff) - {""}}
