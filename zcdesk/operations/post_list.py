"""寄递清单: what is to be posted and what is on its way, with the address for the envelope."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.hall import Role
from zcdesk.domain.papers import PaperHead, PaperKind
from zcdesk.domain.papers_lists import Hand, PostedRow, PostListPaper
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session
from zcdesk.store import persons
from zcdesk.store.schema import task_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SHOWN = 200


class PostRow(msgspec.Struct, frozen=True, kw_only=True):
    """One result for the post.

    Attributes:
        to: name and address for the envelope; empty once the record was erased.
        at: ISO time since when it lies here, or when it was posted.
    """

    case: str
    number: str
    document: str
    to: str
    at: str
    shelf: str = ""
    waybill: str = ""
    returned: str = ""


def to_post(session: Session) -> tuple[PostRow, ...]:
    """Return what lies on the shelf and is wanted by post, the oldest first."""
    return _rows(session, TaskKind.POST)


def on_the_way(session: Session) -> tuple[PostRow, ...]:
    """Return what the post has and nobody confirmed yet, the oldest first."""
    return _rows(session, TaskKind.CONFIRM_POST)


def print_list(session: Session) -> tuple[PrintTask, ...]:
    """寄递清单 of the last day something was posted, for the counter and the carrier to sign.

    Raises:
        NotAllowed: RES-23 nothing is on its way.
    """
    table = task_index.c
    posted = select(table.subject).where(table.kind == TaskKind.CONFIRM_POST.value)
    last = select(func.max(table.due)).where(table.kind == TaskKind.CONFIRM_POST.value)
    with session.transaction() as tx:
        own = casework.must_hold(session, tx, Role.RESULT_CLERK)
        day = str(tx.select(last).scalar() or "")[:10]
        wanted = posted.where(table.due >= day).order_by(table.due, table.subject)
        found = tx.select(wanted).scalars().all()
        cases = [casework.case_of(tx, subject.partition(":")[2]) for subject in found]
        if not cases:
            raise NotAllowed("RES-23")
        who, number = casework.issuer(session, tx), f"Y{session.now():%Y%m%d-%H%M%S}"
        window = f"{who.window} 号窗口" if who.window else ""
        paper = PostListPaper(
            head=PaperHead(
                hall=who.hall.name,
                number=number,
                at=who.at,
                window=window,
                clerk=who.clerk,
                simulated=who.simulated,
            ),
            day=date.fromisoformat(day),
            rows=tuple(_posted(tx, no, case) for no, case in enumerate(cases, 1)),
            giver=Hand(name=own.name, unit=window),
        )
        return (casework.spool(tx, tx.new_id(), PaperKind.POST_LIST, number, paper),)


def _posted(store: Reader, no: int, case: Case) -> PostedRow:
    assert case.decision is not None
    assert case.dispatch is not None
    again = case.dispatch.returned
    return PostedRow(
        no=no,
        waybill=case.dispatch.waybill,
        number=case.intake.number,
        applicant=case_papers.masked_name(casework.particulars(store, case).applicant.name),
        matter=case.intake.matter_name,
        document=case_papers.document_name(case.decision),
        copies=case.decision.copies,
        note=f"上次退回：{again}" if again else "",
    )


def row_of(session: Session, case_id: str) -> PostRow:
    """Return one result, also one that was to be fetched and goes by post after all."""
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        return _row(store, casework.case_of(store, case_id), "")


def _rows(session: Session, kind: TaskKind) -> tuple[PostRow, ...]:
    table = task_index.c
    wanted = select(table.subject, table.due).where(table.kind == kind.value)
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        found = store.select(wanted.order_by(table.due, table.subject).limit(SHOWN)).all()
        return tuple(
            _row(store, casework.case_of(store, row.subject.partition(":")[2]), row.due)
            for row in found
        )


def _row(store: Reader, case: Case, at: str) -> PostRow:
    assert case.decision is not None
    record = persons.get(store, case.intake.applicant, Particulars)
    to = ""
    if record is not None:
        address = record.address or record.applicant.address
        to = "  ".join(part for part in (record.applicant.name, address) if part)
    return PostRow(
        case=case.id,
        number=case.intake.number,
        document=case_papers.document_name(case.decision),
        to=to,
        at=at,
        shelf=case.result.shelf if case.result else "",
        waybill=case.dispatch.waybill if case.dispatch else "",
        returned=case.dispatch.returned if case.dispatch else "",
    )
