"""What the result counter sees: a scan tells which result it is, a person which wait for them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_tasks import REFUSED, TaskKind
from zcdesk.domain.comparison import Point
from zcdesk.domain.hall import Role
from zcdesk.domain.handover import HandoverKind
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.numbers import COMPACT, parse
from zcdesk.domain.person import Person
from zcdesk.domain.shelf import free_place
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, handover, results, worklists
from zcdesk.operations.session import Session, policy
from zcdesk.operations.worklists import WorkRow
from zcdesk.store import persons
from zcdesk.store.schema import case_index, number_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

_AT_ONCE = 20


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """A result a department brought, beside what it must say.

    Attributes:
        points: not yet looked at by anybody here.
        collect: what must be taken in when it is handed out.
        batch: number of the 办理结果交接表; `left` counts its results not yet taken or refused.
        shelf: the place proposed for it.
    """

    case: str
    number: str
    matter: str
    document: str
    department: str
    points: tuple[Point, ...]
    collect: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    batch: str = ""
    left: int = 0
    shelf: str = ""


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """One result on the shelf."""

    case: str
    number: str
    matter: str
    document: str
    copies: int
    shelf: str
    by_post: bool
    collect: tuple[str, ...] = ()


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that lies ready for one applicant; `picked` was scanned."""

    applicant: Person
    ready: tuple[Ready, ...]
    picked: str = ""


class OnTheWay(msgspec.Struct, frozen=True, kw_only=True):
    """A result in the post, found by its number or waybill."""

    case: str
    number: str
    waybill: str


Found = Arrived | Waiting | OnTheWay


def look(session: Session, text: str) -> Found:
    """Say what a scanned or typed text is about: a number of a case, or of a person.

    Raises:
        NotAllowed: RES-14 nothing is known by it, RES-15 the case has no result here, RES-02 it
            was handed out.
    """
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        cases = _cases(store, text)
        if not cases:
            return _of_person(store, normalise_number(text))
        case = min(cases, key=lambda c: _ORDER.get(c.state, len(_ORDER)))
        match case.state:
            case CaseState.SENT:
                return _arrived(session, store, case)
            case CaseState.SHELVED:
                return _waiting(store, casework.particulars(store, case).applicant, case.id)
            case CaseState.POSTED if case.dispatch:
                return OnTheWay(
                    case=case.id, number=case.intake.number, waybill=case.dispatch.waybill
                )
            case CaseState.DELIVERED | CaseState.ARCHIVED if case.dispatch:
                raise NotAllowed("RES-02", time=case.dispatch.at[:16].replace("T", " "))
            case _:
                raise NotAllowed("RES-15")


_ORDER = {CaseState.SHELVED: 0, CaseState.SENT: 1, CaseState.POSTED: 2}
"""Which case of a receipt with several is meant: what can be fetched comes first."""


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers a code of ours (`R/…/…`) or a typed text may stand for, as printed."""
    said = unicodedata.normalize("NFKC", text).strip().upper()
    parts = said.split("/")
    core = parts[1] if len(parts) > 1 and len(parts[0]) == 1 else said
    compact = core.replace("-", "").replace(" ", "")
    number, nth = parse(compact[:COMPACT]), compact[COMPACT:]
    printed = f"{number.text}-{nth}" if number and nth else number.text if number else core
    return tuple(dict.fromkeys((core, printed)))


def expected(session: Session) -> tuple[WorkRow, ...]:
    """Return what departments brought, and what they owe again since it was refused."""
    brought = worklists.tasks(session, TaskKind.TAKE_RESULT)
    owed = worklists.tasks(session, TaskKind.SEND_RESULT)
    return (*brought, *(row for row in owed if row.about == REFUSED))


def waiting(session: Session, id_number: str) -> Waiting:
    """Return every result that lies ready for the person with this number.

    Raises:
        NotAllowed: RES-14 there is none.
    """
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        return _of_person(store, normalise_number(id_number))


def _cases(store: Reader, text: str) -> list[Case]:
    table = number_index.c
    numbers = numbers_in(text)
    wanted = select(table.subject).where(table.number.in_(numbers))
    known = store.select(wanted.distinct().limit(_AT_ONCE)).scalars().all()
    typed = (one for number in numbers for one in persons.find_typed(store, number, _AT_ONCE))
    subjects = dict.fromkeys((*known, *(one for one in typed if one.startswith("case:"))))
    return [casework.case_of(store, subject.partition(":")[2]) for subject in subjects]


def _of_person(store: Reader, number: str) -> Waiting:
    for _, subject in persons.find(store, number):
        case = store.state(subject, Case) if subject.startswith("case:") else None
        if case is None or case.state is not CaseState.SHELVED:
            continue
        who = casework.particulars(store, case).applicant
        if normalise_number(who.id_number) == number:
            return _waiting(store, who, "")
    raise NotAllowed("RES-14")


def _waiting(store: Reader, who: Person, picked: str) -> Waiting:
    found: dict[str, Case] = {picked: casework.case_of(store, picked)} if picked else {}
    for _, subject in persons.find(store, normalise_number(who.id_number)):
        case = store.state(subject, Case)
        if case is not None and case.state is CaseState.SHELVED and _is_of(store, case, who):
            found[case.id] = case
    return Waiting(
        applicant=who, ready=tuple(ready_of(case) for case in found.values()), picked=picked
    )


def _is_of(store: Reader, case: Case, who: Person) -> bool:
    """A person is found as a receiver, too; only what they applied for is theirs."""
    own = casework.particulars(store, case).applicant.id_number
    return normalise_number(own) == normalise_number(who.id_number)


def ready_of(case: Case) -> Ready:
    """Return how a result on the shelf shows."""
    assert case.decision is not None
    assert case.result is not None
    return Ready(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        document=case_papers.document_name(case.decision),
        copies=case.decision.copies,
        shelf=case.result.shelf,
        by_post=case.intake.delivery.by_post,
        collect=case.decision.collect,
    )


def _arrived(session: Session, store: Reader, case: Case) -> Arrived:
    assert case.decision is not None
    assert case.result is not None
    return Arrived(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        document=case_papers.document_name(case.decision),
        department=case.department,
        points=results.compared(store, case, {}),
        collect=case.decision.collect,
        refused=case.result.refused,
        batch=case.result.batch,
        left=_left(session, store, case.result.batch),
        shelf=free_place(policy(store).case, places_taken(store)),
    )


def next_place(session: Session) -> str:
    """Return the next free place of the shelves; empty when all are taken."""
    with session.reading() as store:
        return free_place(policy(store).case, places_taken(store))


def _left(session: Session, store: Reader, batch: str) -> int:
    lists = (one for _, one in handover.unsigned(session, HandoverKind.RESULTS))
    cases = next((one.cases for one in lists if one.number == batch), ())
    return sum(casework.case_of(store, one).state is CaseState.SENT for one in cases)


def places_taken(store: Reader) -> frozenset[str]:
    """Return the shelf places that hold a result."""
    wanted = select(case_index.c.subject).where(case_index.c.state == CaseState.SHELVED.value)
    found = (store.state(subject, Case) for subject in store.select(wanted).scalars().all())
    return frozenset(case.result.shelf for case in found if case and case.result)
