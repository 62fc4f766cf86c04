"""柜架: what lies where, how long, and the reminder to whom nobody came."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.case import Case, CaseState, Particulars
from zcdesk.domain.hall import Role
from zcdesk.domain.message import MessageKind
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, messages
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class ShelfRow(msgspec.Struct, frozen=True, kw_only=True):
    """One result on the shelf.

    Attributes:
        name: the applicant's, masked; empty once the record was erased.
        days: whole days it has lain here; `is_overdue`: longer than the hall's days.
    """

    case: str
    number: str
    document: str
    name: str
    shelf: str
    since: str
    days: int
    is_overdue: bool
    by_post: bool


def rows(session: Session) -> tuple[ShelfRow, ...]:
    """Return what lies on the shelves, what nobody fetched first, then by place."""
    wanted = select(case_index.c.subject).where(case_index.c.state == CaseState.SHELVED.value)
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        late = policy(store).case.unclaimed_days
        subjects = store.select(wanted).scalars().all()
        cases = (store.state(subject, Case) for subject in subjects)
        found = [_row(store, case, session.now(), late) for case in cases if case is not None]
    return tuple(sorted(found, key=lambda row: (not row.is_overdue, row.shelf, row.number)))


def recall(session: Session, case_id: str) -> None:
    """催领: tell the applicant once more that the result can be fetched; once a day at most.

    Raises:
        NotAllowed: RES-22 told today already, or the hall sends no such message; RES-15 it does
            not lie here.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.RESULT_CLERK)
        case = casework.case_of(tx, case_id)
        if case.state is not CaseState.SHELVED:
            raise NotAllowed("RES-15")
        cause = f"recall:{case_id}:{session.now():%Y-%m-%d}"
        place = casework.issuer(session, tx).hall.name
        if not messages.tell(session, tx, case, MessageKind.RESULT_READY, cause, place=place):
            raise NotAllowed("RES-22")


def _row(store: Reader, case: Case, now: datetime, late: int) -> ShelfRow:
    assert case.decision is not None
    assert case.result is not None
    record = persons.get(store, case.intake.applicant, Particulars)
    lain = now - datetime.fromisoformat(case.result.taken_at)
    return ShelfRow(
        case=case.id,
        number=case.intake.number,
        document=case_papers.document_name(case.decision),
        name=case_papers.masked_name(record.applicant.name) if record else "",
        shelf=case.result.shelf,
        since=case.result.taken_at,
        days=lain.days,
        is_overdue=lain >= timedelta(days=late),
        by_post=case.intake.delivery.by_post,
    )
