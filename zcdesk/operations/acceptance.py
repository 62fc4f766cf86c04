"""受理 and its opposites: look, find, accept, return, refuse, forward, ask; and 视为受理."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import (
    CaseAccepted,
    CaseAnswered,
    CaseAsked,
    CaseForwarded,
    CaseFound,
    CaseNotAccepted,
    CaseReturned,
    CaseSeen,
    CaseTaken,
)
from zcdesk.domain.case_parts import Finding, Lack, Term
from zcdesk.domain.case_rules import is_deemed
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.deadlines import after, promise
from zcdesk.domain.matter import Unit
from zcdesk.domain.message import MessageKind
from zcdesk.domain.papers_review import AcceptanceGround, RejectionGround
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, messages
from zcdesk.operations.casework import Done
from zcdesk.operations.session import Session, policy
from zcdesk.store.schema import task_index

if TYPE_CHECKING:
    from zcdesk.store.transaction import Transaction

CATCH_ALL = ("其他材料", "其它材料", "等材料", "相关材料", "有关材料")
"""Words no list of lacks may use: an applicant must read what exactly is missing (S2, S4)."""


def take(session: Session, case_id: str) -> Case:
    """Open a case for review; others see who has it and since when.

    Raises:
        NotAllowed: REV-11, somebody else is at it.
    """
    with session.transaction() as tx:
        before = casework.case_of(tx, case_id)
        if before.reviewer == session.clerk:
            return before
        if before.reviewer:
            since = before.reviewing_since[11:16]
            raise NotAllowed("REV-11", clerk=before.reviewer, time=since)
        return casework.act(session, tx, case_id, CaseTaken)[0]


def release(session: Session, case_id: str) -> Case:
    """Put a case back, so that another reviewer may take it."""
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseTaken, released=True)[0]


def saw(session: Session, case_id: str, pages: tuple[str, ...]) -> Case:
    """Record which pages were displayed, by digest; only what is new is written."""
    with session.transaction() as tx:
        before = casework.case_of(tx, case_id)
        new = tuple(p for p in pages if p not in before.seen)
        return casework.act(session, tx, case_id, CaseSeen, pages=new)[0] if new else before


def find(session: Session, case_id: str, findings: tuple[Finding, ...]) -> Case:
    """Record findings about single materials; a reason names what exactly is wrong."""
    for finding in findings:
        _must_be_exact(finding.reason)
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseFound, findings=findings)[0]


def accept(
    session: Session, case_id: str, *, days: int | None = None, document_number: str = ""
) -> Done:
    """受理: the firm date is set, the 受理通知书 queued, the applicant told.

    Args:
        days: promised limit the department names where the handbook knows none.
    """
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        return _accept(session, tx, case, _ground(case), days, document_number=document_number)


def deem(session: Session, case_id: str) -> Done:
    """视为受理: record that the law has accepted a case, as of the day it was complete."""
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        if not is_deemed(case, tx.at_text):
            raise NotAllowed("ACC-02", number=case.intake.number)
        return _accept(session, tx, case, AcceptanceGround.DEEMED, None, from_receipt=True)


def deem_all(session: Session) -> tuple[str, ...]:
    """Record every case the law has accepted by now, at opening and closing; return their ids."""
    table = task_index.c
    waiting = (
        select(table.subject)
        .where(table.kind == TaskKind.ACCEPT.value)
        .where(table.due < session.now().isoformat())
    )
    with session.reading() as store:
        ids = [s.partition(":")[2] for s in store.select(waiting).scalars()]
        now = session.now().isoformat(timespec="milliseconds")
        due = [i for i in ids if is_deemed(casework.case_of(store, i), now)]
    return tuple(i for i in due if deem(session, i))


def return_(
    session: Session,
    case_id: str,
    lacks: tuple[Lack, ...],
    *,
    days: int | None = None,
    document_number: str = "",
) -> Done:
    """退回补正: one complete list; points a second return adds are marked as new.

    Args:
        days: working days the applicant has; None = the hall's default, 0 = no date set.
    """
    if not lacks:
        raise NotAllowed("ACC-03")
    for lack in lacks:
        _must_be_exact(lack.name + lack.reason)
    with session.transaction() as tx:
        rules = policy(tx).limits
        n = rules.correction_days if days is None else days
        until = after(session.calendar, rules, tx.at, n) if n else Term()
        case, act = casework.act(
            session,
            tx,
            case_id,
            CaseReturned,
            lacks=lacks,
            until=until,
            document_number=document_number,
        )
        messages.tell(session, tx, case, MessageKind.RETURNED, act.id, department=case.department)
        paper = case_papers.correction(
            casework.issuer(session, tx), case, casework.particulars(tx, case), document_number
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper, case.returns),))


def not_accept(
    session: Session,
    case_id: str,
    ground: RejectionGround,
    reason: str,
    basis: str,
    *,
    competent: str = "",
    document_number: str = "",
) -> Done:
    """不予受理, with reason and legal basis; where this organ has no power, the one that has."""
    with session.transaction() as tx:
        case, act = casework.act(
            session,
            tx,
            case_id,
            CaseNotAccepted,
            ground=ground.value,
            reason=reason,
            basis=basis,
            competent=competent,
            document_number=document_number,
        )
        messages.tell(
            session, tx, case, MessageKind.NOT_ACCEPTED, act.id, department=case.department
        )
        paper = case_papers.rejection(
            casework.issuer(session, tx), case, casework.particulars(tx, case), document_number
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def forward(session: Session, case_id: str, to_department: str, reason: str) -> Case:
    """转办 by the department, or 改派 by the hall after a push went to the wrong one."""
    if not reason.strip():
        raise NotAllowed("MND-01")
    with session.transaction() as tx:
        if casework.case_of(tx, case_id).department == to_department:
            raise NotAllowed("ACC-05", department=to_department)
        return casework.act(
            session, tx, case_id, CaseForwarded, to_department=to_department, reason=reason
        )[0]


def ask(
    session: Session, case_id: str, department: str, text: str, *, confirm: bool = False
) -> str:
    """听取意见, or ask for a remote confirmation; return the question's id."""
    with session.transaction() as tx:
        id_ = tx.new_id()
        casework.act(
            session,
            tx,
            case_id,
            CaseAsked,
            question=id_,
            of_department=department,
            text=text,
            confirm=confirm,
        )
        return id_


def answer(session: Session, case_id: str, question: str, agrees: bool, text: str = "") -> Case:
    """Answer a question, or confirm an instant decision by one key."""
    with session.transaction() as tx:
        return casework.act(
            session, tx, case_id, CaseAnswered, question=question, agrees=agrees, answer=text
        )[0]


def _must_be_exact(text: str) -> None:
    found = next((word for word in CATCH_ALL if word in text), None)
    if found is not None:
        raise NotAllowed("CAT-01", name=found)


def _ground(case: Case) -> AcceptanceGround:
    if case.deferred:
        return AcceptanceGround.DEFERRED
    return AcceptanceGround.CORRECTED if case.returns else AcceptanceGround.COMPLETE


def _accept(
    session: Session,
    tx: Transaction,
    case: Case,
    ground: AcceptanceGround,
    days: int | None,
    *,
    document_number: str = "",
    from_receipt: bool = False,
) -> Done:
    due, statutory, counted = firm_dates(session, tx, case, days, from_receipt=from_receipt)
    after_it, act = casework.act(
        session,
        tx,
        case.id,
        CaseAccepted,
        ground=ground.value,
        days=counted,
        due=due,
        statutory=statutory,
        document_number=document_number,
        from_receipt=from_receipt,
    )
    messages.tell(session, tx, after_it, MessageKind.ACCEPTED, act.id, due=after_it.due.at[:10])
    paper = case_papers.acceptance(
        casework.issuer(session, tx), after_it, casework.particulars(tx, after_it), document_number
    )
    return Done(case=after_it, prints=(casework.print_of(tx, after_it, paper),))


STATUTORY_DEFAULT = 20
"""行政许可法 42: twenty working days where no other rule says anything."""


def firm_dates(
    session: Session, tx: Transaction, case: Case, days: int | None, *, from_receipt: bool = False
) -> tuple[Term, Term, int]:
    """Return the firm date, the statutory one and the days counted; promised ≤ statutory."""
    intake = case.intake
    law = None
    if intake.statutory_days is not None:
        law = (intake.statutory_days, intake.statutory_unit)
    promised = (intake.promised_days, intake.unit)
    if days is not None and intake.promised_days is None:
        promised = (days, Unit.WORKING)
    if promised[0] is None:
        promised = law or (STATUTORY_DEFAULT, Unit.WORKING)
    start = datetime.fromisoformat(case.completed_at) if from_receipt else tx.at
    n, unit = promised
    assert n is not None
    due, statutory = promise(session.calendar, policy(tx).limits, start, (n, unit), law)
    return due, statutory, n
