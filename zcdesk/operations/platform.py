"""The district platform: tell it what changed, note its numbers, list what differs.

Nothing here waits for the platform: what is due is handed out, what came back is recorded, and a
case goes its way meanwhile. Numbers typed by a person and numbers that came back are checked alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain import platform as rules
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_ends import CasePlatformNumbered
from zcdesk.domain.hall import Role
from zcdesk.domain.platform import CaseOut, Changes, Difference, Errand, Receipt
from zcdesk.domain.platform_way import Way, clean_number, way_of
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import casework
from zcdesk.operations.session import Session, clerk, hall, policy
from zcdesk.store import errands, persons
from zcdesk.store.schema import case_index, number_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

AT_ONCE = 20
REFUSED = "PLT-04"
_MAY = (Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR, Role.REVIEWER, Role.CHIEF)


class Due(msgspec.Struct, frozen=True):
    """A case to be told, and how."""

    way: Way
    case: CaseOut


class Unregistered(msgspec.Struct, frozen=True, kw_only=True):
    """待登记平台: a case without its platform number.

    Attributes:
        why, reason: what went wrong last, our code and the platform's words.
    """

    case_id: str
    number: str
    matter_name: str
    received_at: str
    window: str
    way: Way
    why: str = ""
    reason: str = ""


def take_due(session: Session, most: int = AT_ONCE) -> tuple[Due, ...]:
    """Return the cases the platform is to be told of now; what is told by hand only is left out."""
    found = []
    with session.transaction() as tx:
        errands.notice_changes(tx)
        wanted, place = policy(tx).platform, hall(tx)
        for errand in errands.due(tx, tx.at_text, most):
            case = tx.state(errand.subject, Case)
            way = way_of(wanted, case.intake.matter) if case else Way.NONE
            told = _told(tx, case, place.id) if case and way is not Way.NONE else None
            if told is None or told.revision == errand.told:
                errands.put(tx, msgspec.structs.replace(errand, waits=False))
                continue
            errands.put(tx, msgspec.structs.replace(errand, number=told.number))
            found.append(Due(way, told))
    return tuple(found)


def record_told(session: Session, told: CaseOut, receipt: Receipt | None) -> None:
    """Note that the platform took a case, or a file was written (`receipt` None)."""
    with session.transaction() as tx:
        errand = _errand(tx, told.number)
        if errand is None:
            return
        if receipt is not None and not receipt.accepted:
            wanted = policy(tx).platform
            errands.put(tx, rules.put_off(errand, wanted, session.now(), REFUSED, receipt.reason))
            return
        errands.put(tx, rules.told(errand, told.revision))
        if receipt is not None and receipt.platform_number:
            _take_number(tx, errand.subject, receipt.platform_number)


def record_failed(session: Session, told: CaseOut, why: str) -> None:
    """Note that the platform could not be told; it is tried again later, for ever."""
    with session.transaction() as tx:
        errand = _errand(tx, told.number)
        if errand is not None:
            errands.put(tx, rules.put_off(errand, policy(tx).platform, session.now(), why))


def take_in(session: Session, changes: Changes) -> int:
    """Note how the platform has its cases; return how many of them are known here."""
    known = 0
    with session.transaction() as tx:
        for theirs in changes.cases:
            subject = _subject(tx, theirs.number)
            if subject is None:
                continue
            known += 1
            errand = errands.get(tx, subject) or Errand(subject=subject, number=theirs.number)
            errands.put(tx, msgspec.structs.replace(errand, theirs=theirs))
            if theirs.platform_number:
                _take_number(tx, subject, theirs.platform_number)
        if changes.cursor:
            errands.keep_note(tx, errands.CURSOR, changes.cursor)
    return known


def cursor(session: Session) -> str:
    """Return up to where the platform's changes were taken in."""
    with session.reading() as store:
        return errands.note(store, errands.CURSOR)


def register(session: Session, case_id: str, text: str) -> Case:
    """Note the platform number a person scanned or typed back, as `take_typed` does."""
    with session.transaction() as tx:
        take_typed(session, tx, case_id, text)
        return casework.case_of(tx, case_id)


def take_typed(session: Session, tx: Transaction, case_id: str, text: str) -> str:
    """Note a typed platform number in a transaction that is already open; return it clean.

    Raises:
        Invalid: PLT-01, not a number of the platform.
        Conflict: PLT-05, another case has it; PLT-02, this one has another.
    """
    subject = f"case:{case_id}"
    number = clean_number(policy(tx).platform, text)
    must_be_free(tx, subject, number)
    case = tx.state(subject, Case)
    if case is None:
        raise UserError("PLT-07")
    if case.platform_number not in ("", number):
        raise Conflict("PLT-02")
    roles = clerk(tx, session.clerk).roles
    role = next((role for role in _MAY if role in roles), None)
    if role is None:
        raise NotAllowed("CAS-02")
    _number(tx, subject, number, role)
    return number


def must_be_free(store: Reader, subject: str, number: str) -> None:
    """Refuse a platform number another case of the hall has."""
    store.flush()
    c = number_index.c
    found = store.select(
        select(c.subject).where(c.number == number, c.kind == "platform", c.subject != subject)
    ).first()
    if found is not None:
        other = store.state(found[0], Case)
        raise Conflict("PLT-05", number=other.intake.number if other else "")


def unregistered(session: Session) -> tuple[Unregistered, ...]:
    """Return every case that still waits for its platform number, the oldest first."""
    c, n = case_index.c, number_index.c
    has_number = select(n.subject).where(n.kind == "platform")
    with session.reading() as store:
        wanted = policy(store).platform
        rows = store.select(
            select(c.subject).where(c.subject.not_in(has_number)).order_by(c.received_at)
        ).fetchall()
        cases = [(row[0], store.state(row[0], Case)) for row in rows]
        return tuple(
            Unregistered(
                case_id=case.id,
                number=case.intake.number,
                matter_name=case.intake.matter_name,
                received_at=case.received_at,
                window=case.intake.window,
                way=way_of(wanted, case.intake.matter),
                why=errand.why if errand else "",
                reason=errand.reason if errand else "",
            )
            for subject, case in cases
            if case is not None and rules.is_unregistered(case)
            for errand in (errands.get(store, subject),)
        )


def differences(session: Session) -> tuple[Difference, ...]:
    """Return every field in which a case and the platform's record of it do not agree."""
    with session.reading() as store:
        found: list[Difference] = []
        for errand in errands.all_of(store):
            case = store.state(errand.subject, Case)
            if case is not None and errand.theirs is not None:
                found += rules.differences(case, errand.theirs)
        return tuple(found)


def _told(tx: Transaction, case: Case, hall_id: str) -> CaseOut | None:
    """Return what is told, None once the personal record is erased."""
    record = persons.get(tx, case.intake.applicant, Particulars)
    return rules.out(case, record, hall_id) if record else None


def _subject(store: Reader, number: str) -> str | None:
    c = case_index.c
    row = store.select(select(c.subject).where(c.number == number)).first()
    return str(row[0]) if row else None


def _errand(tx: Transaction, number: str) -> Errand | None:
    subject = _subject(tx, number)
    return errands.get(tx, subject) if subject else None


def _take_number(tx: Transaction, subject: str, text: str) -> None:
    """Note a number that came back, as the window's, whoever is logged in.

    One that cannot be is a difference for a person to settle.
    """
    case = tx.state(subject, Case)
    if case is None or case.platform_number:
        return
    try:
        number = clean_number(policy(tx).platform, text)
        must_be_free(tx, subject, number)
    except (Invalid, Conflict) as error:
        errand = errands.get(tx, subject)
        if errand is not None:
            errands.put(tx, msgspec.structs.replace(errand, why=error.code))
        return
    _number(tx, subject, number, Role.CLERK)


def _number(tx: Transaction, subject: str, number: str, role: Role) -> None:
    case = tx.state(subject, Case)
    about = f"department:{case.department}" if case else "hall"
    body = CasePlatformNumbered(role=role, number=number)
    tx.append(NewAct(subject=subject, body=body, audience=about))
