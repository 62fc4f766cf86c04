"""出件: results come in, are compared, shelved or posted; receipts go back.

Handing them out is `issuing`, filing `archiving`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from zcdesk.domain import comparison
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.case_ends import (
    CasePostDelivered,
    CasePosted,
    CasePostReturned,
    CaseReceiptPassed,
    CaseResultRefused,
    CaseResultSent,
    CaseResultTaken,
    CaseShelved,
)
from zcdesk.domain.case_parts import Way
from zcdesk.domain.comparison import Certificate, CertificateField, Looked, Point, Verdict
from zcdesk.domain.deadlines import after
from zcdesk.domain.handover import HandoverKind, HandoverMade, HandoverSigned, Side
from zcdesk.domain.message import MessageKind
from zcdesk.domain.papers import PaperHead, PaperKind
from zcdesk.domain.papers_lists import (
    DeliveryTransferPaper,
    ReceiptRow,
    ResultHandoverPaper,
    ResultRow,
)
from zcdesk.domain.person import Person
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, issuing, messages
from zcdesk.operations.casework import Done
from zcdesk.operations.handover import Made as List
from zcdesk.operations.handover import handover_of, must_be_open
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


def send(
    session: Session,
    case_ids: tuple[str, ...],
    held: Mapping[str, Certificate] = MappingProxyType({}),
) -> List:
    """办理结果交接, the department's side: one list of results for the counter, with its paper.

    Args:
        held: by case, what stands on its certificate, for the counter to compare.
    """
    if not case_ids:
        raise NotAllowed("HND-03")
    with session.transaction() as tx:
        id_, number = tx.new_id(), f"J{session.now():%Y%m%d-%H%M%S}"
        cases = [
            casework.act(
                session,
                tx,
                case_id,
                CaseResultSent,
                batch=number,
                held=persons.put(tx, f"case:{case_id}", held[case_id]) if case_id in held else None,
            )[0]
            for case_id in case_ids
        ]
        rows = tuple(_result_row(tx, no, case) for no, case in enumerate(cases, 1))
        return _list(session, tx, id_, number, HandoverKind.RESULTS, cases, rows)


def check_in(
    session: Session,
    case_id: str,
    shelf: str,
    looked: Mapping[CertificateField, Looked],
    *,
    corrected: str = "",
) -> Case:
    """The result says what was accepted: take it, and tell the applicant it can be fetched.

    Args:
        looked: what was typed from the certificate or seen on it, field by field.
        corrected: what was put right on the spot.

    Raises:
        NotAllowed: RES-10 a field was not compared, RES-11 one differs, RES-12 no shelf place.
    """
    if not shelf.strip():
        raise NotAllowed("RES-12")
    with session.transaction() as tx:
        found = compared(tx, casework.case_of(tx, case_id), looked)
        _must_agree(found)
        by_eye = {p.field.value for p in found if p.verdict is Verdict.BY_EYE}
        case, act = casework.act(
            session,
            tx,
            case_id,
            CaseResultTaken,
            shelf=shelf.strip(),
            corrected=corrected,
            compared=tuple(p.field.value for p in found if p.field.value not in by_eye),
            by_eye=tuple(p.field.value for p in found if p.field.value in by_eye),
        )
        if not case.intake.delivery.by_post:
            place = casework.issuer(session, tx).hall.name
            messages.tell(session, tx, case, MessageKind.RESULT_READY, act.id, place=place)
        return case


def compared(
    store: Reader, case: Case, looked: Mapping[CertificateField, Looked]
) -> tuple[Point, ...]:
    """Compare what a certificate says with what was accepted and decided."""
    sent = case.result.held if case.result else None
    held = persons.get(store, sent, Certificate) if sent else None
    asked = comparison.wanted(case, casework.particulars(store, case))
    return comparison.points(asked, held or Certificate(), looked)


def _must_agree(found: tuple[Point, ...]) -> None:
    if open_ := comparison.open_points(found):
        raise NotAllowed("RES-10", n=len(open_), name=open_[0].value)
    if wrong := comparison.differing(found):
        raise NotAllowed("RES-11", n=len(wrong), name=wrong[0].value)


def refuse(session: Session, case_id: str, reason: str) -> Case:
    """不予接收: the department corrects it within the hall's days."""
    if not reason.strip():
        raise NotAllowed("MND-01")
    with session.transaction() as tx:
        rules = policy(tx).limits
        due = after(session.calendar, rules, tx.at, rules.result_correction_days)
        return casework.act(session, tx, case_id, CaseResultRefused, reason=reason, due=due)[0]


def shelve(session: Session, case_id: str, shelf: str) -> Case:
    """Put a result somewhere else."""
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseShelved, shelf=shelf)[0]


def post(session: Session, case_id: str, waybill: str, envelope: str) -> Done:
    """邮寄: the waybill scanned for the result and again from the envelope must be one."""
    if not waybill.strip() or waybill.strip() != envelope.strip():
        raise NotAllowed("RES-09")
    with session.transaction() as tx:
        case, act = casework.act(
            session, tx, case_id, CasePosted, window=session.window, waybill=waybill.strip()
        )
        messages.tell(session, tx, case, MessageKind.POSTED, act.id, waybill=waybill.strip())
        paper = case_papers.delivery(
            casework.issuer(session, tx),
            case,
            casework.particulars(tx, case),
            waybill=waybill.strip(),
        )
        times = issuing.times_out(tx, case)
        return Done(case=case, prints=(casework.print_of(tx, case, paper, times),))


def confirm_post(session: Session, case_id: str, on: date, receiver: str = "") -> Case:
    """The carrier says it was delivered on that day.

    Args:
        receiver: name of who signed for it, kept in a record of its own; empty = not known.
    """
    with session.transaction() as tx:
        rules = policy(tx).limits
        signed = persons.put(tx, f"case:{case_id}", Person(name=receiver)) if receiver else None
        return casework.act(
            session,
            tx,
            case_id,
            CasePostDelivered,
            on=on.isoformat(),
            person=signed,
            receipt_due=after(session.calendar, rules, tx.at, rules.archive_days),
        )[0]


def post_returned(session: Session, case_id: str, reason: str, shelf: str) -> Case:
    """The post brought it back: on the shelf again, to be fetched or posted anew."""
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CasePostReturned, reason=reason, shelf=shelf)[0]


def pass_receipts(session: Session, case_ids: tuple[str, ...]) -> List:
    """送达回执移交: the signed receipts, and what was collected, on one list per department."""
    if not case_ids:
        raise NotAllowed("HND-03")
    with session.transaction() as tx:
        id_, number = tx.new_id(), f"H{session.now():%Y%m%d-%H%M%S}"
        cases = [
            casework.act(session, tx, case_id, CaseReceiptPassed, batch=number)[0]
            for case_id in case_ids
        ]
        rows = tuple(_receipt_row(tx, no, case) for no, case in enumerate(cases, 1))
        return _list(session, tx, id_, number, HandoverKind.RECEIPTS, cases, rows)


def sign_list(session: Session, list_id: str, giver: Side, taker: Side) -> None:
    """Both sides signed a list of results or receipts."""
    if not (giver.proof and taker.proof):
        raise NotAllowed("HND-04")
    with session.transaction() as tx:
        must_be_open(tx, list_id)
        body = HandoverSigned(giver=giver, taker=taker)
        tx.append(NewAct(subject=f"handover:{list_id}", body=body))


def _list(
    session: Session,
    tx: Transaction,
    id_: str,
    number: str,
    kind: HandoverKind,
    cases: list[Case],
    rows: tuple[ResultRow, ...] | tuple[ReceiptRow, ...],
) -> List:
    departments = {case.department for case in cases}
    if len(departments) > 1:
        raise NotAllowed("HND-09")
    department = departments.pop()
    body = HandoverMade(
        number=number,
        handover_kind=kind,
        department=department,
        cases=tuple(case.id for case in cases),
    )
    tx.append(NewAct(subject=f"handover:{id_}", body=body))
    who = casework.issuer(session, tx)
    head = PaperHead(
        hall=who.hall.name, number=number, at=who.at, clerk=who.clerk, simulated=who.simulated
    )
    if kind is HandoverKind.RESULTS:
        results = tuple(r for r in rows if isinstance(r, ResultRow))
        made = ResultHandoverPaper(head=head, department=department, rows=results)
        task = casework.spool(tx, id_, PaperKind.RESULT_HANDOVER, number, made)
    else:
        receipts = tuple(r for r in rows if isinstance(r, ReceiptRow))
        passed = DeliveryTransferPaper(head=head, department=department, rows=receipts)
        task = casework.spool(tx, id_, PaperKind.DELIVERY_TRANSFER, number, passed)
    return List(id=id_, handover=handover_of(tx, id_), prints=(task,))


def _result_row(tx: Transaction, no: int, case: Case) -> ResultRow:
    made = case.decision
    assert made is not None
    return ResultRow(
        no=no,
        number=case.intake.number,
        applicant=case_papers.masked_name(casework.particulars(tx, case).applicant.name),
        matter=case.intake.matter_name,
        result=case_papers.document_name(made),
        document_number=made.document_number,
        copies=made.copies,
        collect=made.collect,
        delivery=case.intake.delivery.text,
    )


def _receipt_row(tx: Transaction, no: int, case: Case) -> ReceiptRow:
    made, sent = case.decision, case.dispatch
    assert made is not None
    assert sent is not None
    return ReceiptRow(
        no=no,
        number=case.intake.number,
        applicant=case_papers.masked_name(casework.particulars(tx, case).applicant.name),
        matter=case.intake.matter_name,
        document=case_papers.document_name(made),
        delivered_on=datetime.fromisoformat(sent.delivered_at).date(),
        way=sent.way.value,
        waybill=sent.waybill if sent.way is Way.POSTED else "",
    )
