"""材料交接: the pile of a department, the list both sides sign, and cases it does not take.

The same list carries results to the counter and signed receipts back; see `results`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import CaseHandedOver, CaseHandoverRefused
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.hall import Role
from zcdesk.domain.handover import (
    Handover,
    HandoverDropped,
    HandoverKind,
    HandoverMade,
    HandoverSigned,
    HandoverState,
    Left,
    Side,
)
from zcdesk.domain.matter import Form
from zcdesk.domain.papers import PaperHead, PaperKind
from zcdesk.domain.papers_lists import Hand as Signer
from zcdesk.domain.papers_lists import HandoverPaper, HandoverRow, PileLine
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import casework
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.papers import Issuer
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session, clerk
from zcdesk.store.schema import handover_index, task_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Pile(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for one department and slot; `due` ISO time, `slot` 上午件, 下午件, 休息日件."""

    department: str
    due: str
    slot: str
    cases: tuple[str, ...]


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A list that was made: its subject's id, what was missing, and its paper, one per side."""

    id: str
    handover: Handover
    prints: tuple[PrintTask, ...]


def piles(session: Session, window: str = "") -> tuple[Pile, ...]:
    """Return what waits to be fetched, by department and slot, the nearest first.

    Args:
        window: only what lies there; empty = the whole hall.
    """
    with session.reading() as store:
        return piles_in(store, window)


def piles_in(store: Reader, window: str = "") -> tuple[Pile, ...]:
    """Read the piles within somebody else's reading."""
    table = task_index.c
    wanted = select(table.subject, table.department, table.due).where(
        table.kind == TaskKind.HAND_OVER.value
    )
    if window:
        wanted = wanted.where(table.window == window)
    found: dict[tuple[str, str], list[str]] = {}
    open_ = _on_open_lists(store)
    for row in store.select(wanted.order_by(table.due, table.number)).all():
        case_id = row.subject.partition(":")[2]
        if case_id not in open_:
            found.setdefault((row.due, row.department), []).append(case_id)
    return tuple(
        Pile(department=department, due=due, slot=slot_of(due), cases=tuple(cases))
        for (due, department), cases in sorted(found.items())
    )


def waiting(store: Reader, limit: int) -> tuple[tuple[str, int, str], ...]:
    """Return (department, cases, due) of the piles, the nearest first, without reading cases."""
    table = task_index.c
    listed = [f"case:{case}" for case in _on_open_lists(store)]
    found = store.select(
        select(table.department, func.count().label("many"), table.due)
        .where(table.kind == TaskKind.HAND_OVER.value, table.subject.not_in(listed))
        .group_by(table.due, table.department)
        .order_by(table.due, table.department)
        .limit(limit)
    ).all()
    return tuple((row.department, row.many, row.due) for row in found)


def slot_of(due: str) -> str:
    """Name the slot a due time belongs to: fetched in the afternoon, it came in the morning."""
    at = datetime.fromisoformat(due)
    return "上午件" if at.hour >= 12 else "下午件"


def make(
    session: Session, department: str, cases: tuple[str, ...], missing: tuple[str, ...] = ()
) -> Made:
    """Freeze the list of what was scanned, and queue the 材料交接表.

    Args:
        cases: ids of the cases that were found in the pile, in that order.
        missing: ids of cases that should have been there.
    """
    if not cases:
        raise NotAllowed("HND-03")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK)
        known = [casework.case_of(tx, case_id) for case_id in cases]
        open_ = _on_open_lists(tx)
        for case in known:
            _must_wait(case, department, open_)
        due = min(due_of(case) for case in known)
        number = f"{session.window}-{session.now():%Y%m%d-%H%M%S}"
        body = HandoverMade(
            number=number,
            handover_kind=HandoverKind.MATERIALS,
            department=department,
            slot=slot_of(due),
            due=due,
            cases=cases,
            missing=missing,
        )
        id_ = tx.new_id()
        tx.append(NewAct(subject=f"handover:{id_}", body=body))
        made = handover_of(tx, id_)
        paper = _paper(casework.issuer(session, tx), tx, made, known)
        prints = tuple(
            casework.spool(tx, id_, PaperKind.HANDOVER, copy, paper)
            for copy in (number, f"{number}/2")
        )
    return Made(id=id_, handover=made, prints=prints)


def sign(
    session: Session, handover_id: str, giver: Side, taker: Side, left: tuple[Left, ...] = ()
) -> Handover:
    """Both sides signed: custody passes, case by case; what the taker left stays here.

    A case that was dealt with in the meantime (voided, returned to its applicant) does not pass:
    it is added to `left` with that reason instead of stopping the others.
    """
    if not (giver.proof and taker.proof):
        raise NotAllowed("HND-04")
    with session.transaction() as tx:
        open_ = must_be_open(tx, handover_id)
        reasons = {x.case: x.reason for x in left}
        late = bool(open_.due) and tx.at > datetime.fromisoformat(open_.due)
        gone = []
        for case_id in open_.cases:
            try:
                _pass(session, tx, open_, case_id, reasons.get(case_id, ""), late=late)
            except NotAllowed:
                gone.append(Left(case=case_id, reason="移交时该件已不在窗口待移交"))
        body = HandoverSigned(giver=giver, taker=taker, left=(*left, *gone))
        tx.append(NewAct(subject=f"handover:{handover_id}", body=body))
        return handover_of(tx, handover_id)


def drop(session: Session, handover_id: str, reason: str) -> None:
    """Give up a list nobody signed; its cases wait for the next one."""
    if not reason.strip():
        raise NotAllowed("MND-01")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK, Role.SUPERVISOR)
        must_be_open(tx, handover_id)
        body = HandoverDropped(reason=reason)
        tx.append(NewAct(subject=f"handover:{handover_id}", body=body))


def unsigned(
    session: Session, kind: HandoverKind | None = None
) -> tuple[tuple[str, Handover], ...]:
    """Return (id, list) of every list made and not signed: what closing time must settle."""
    table = handover_index.c
    wanted = select(table.subject).where(table.state == HandoverState.OPEN.value)
    if kind is not None:
        wanted = wanted.where(table.kind == kind.value)
    with session.reading() as store:
        subjects = store.select(wanted.order_by(table.made_at)).scalars().all()
        return tuple(
            (s.partition(":")[2], handover_of(store, s.partition(":")[2])) for s in subjects
        )


def handover_of(store: Reader, handover_id: str) -> Handover:
    """Return a list by its id."""
    found = store.state(f"handover:{handover_id}", Handover)
    if found is None:
        raise UserError("HND-05")
    return found


def must_be_open(store: Reader, handover_id: str) -> Handover:
    """Return a list that waits to be signed.

    Raises:
        Conflict: it was signed or dropped.
    """
    found = handover_of(store, handover_id)
    if found.state is not HandoverState.OPEN:
        raise Conflict("HND-06", number=found.number)
    return found


def _pass(
    session: Session, tx: Transaction, open_: Handover, case_id: str, reason: str, *, late: bool
) -> None:
    if reason:
        casework.act(session, tx, case_id, CaseHandoverRefused, batch=open_.number, reason=reason)
        return
    casework.act(
        session,
        tx,
        case_id,
        CaseHandedOver,
        batch=open_.number,
        to_department=open_.department,
        late=late,
    )


def list_of(store: Reader, case_id: str) -> Handover | None:
    """Return the unsigned 材料交接表 a case stands on, or None."""
    return next((x for x in _open_lists(store) if case_id in x.cases), None)


def due_of(case: Case) -> str:
    """Return by when the paper of a case has to be fetched, ISO time."""
    return case.later_handover or case.intake.handover_due


def _open_lists(store: Reader) -> tuple[Handover, ...]:
    table = handover_index.c
    open_ = (
        select(table.subject)
        .where(table.kind == HandoverKind.MATERIALS.value)
        .where(table.state == HandoverState.OPEN.value)
    )
    subjects = store.select(open_).scalars().all()
    return tuple(handover_of(store, subject.partition(":")[2]) for subject in subjects)


def _on_open_lists(store: Reader) -> frozenset[str]:
    return frozenset(case for x in _open_lists(store) for case in x.cases)


def _must_wait(case: Case, department: str, open_: frozenset[str]) -> None:
    """Refuse what is not on this department's pile."""
    number = case.intake.number
    if case.department != department:
        raise NotAllowed("HND-07", number=number, department=case.department)
    if case.id in open_:
        raise Conflict("HND-08", number=number)
    if not held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS}):
        raise NotAllowed("HND-02", number=number)


def _paper(issuer: Issuer, store: Reader, made: Handover, cases: list[Case]) -> HandoverPaper:
    return HandoverPaper(
        head=PaperHead(
            hall=issuer.hall.name,
            number=made.number,
            at=issuer.at,
            window=f"{issuer.window} 号窗口",
            clerk=issuer.clerk,
            simulated=issuer.simulated,
        ),
        department=made.department,
        slot=made.slot,
        due=datetime.fromisoformat(made.due),
        giver=Signer(name=clerk(store, made.made_by).name, unit=f"{issuer.window} 号窗口"),
        rows=tuple(_row(store, no, case) for no, case in enumerate(cases, 1)),
    )


def _row(store: Reader, no: int, case: Case) -> HandoverRow:
    names = {
        name for b in held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS}) for name in b.items
    }
    lines = tuple(
        PileLine(
            name=m.name,
            originals=m.given if m.form == Form.ORIGINAL else 0,
            copies=0 if m.form == Form.ORIGINAL else m.given,
        )
        for m in case.materials
        if m.name in names
    )
    applicant = casework.particulars(store, case).applicant.name
    return HandoverRow(
        no=no,
        number=case.intake.number,
        applicant=masked_name(applicant) or "—",
        matter=case.intake.matter_name,
        note="证件信息手工录入" if case.intake.manual_identity else "",
        materials=lines,
    )
