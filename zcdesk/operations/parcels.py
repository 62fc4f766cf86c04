"""Parcels (邮件收件): registered, passed on unopened or opened at the window, answered.

Opening one begins a visit without a number; what the visit becomes (收件, 一次性告知) is noted on
the parcel in the same transaction, and the sender hears of it by message or by post (S1).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import Act, Body, NewAct
from zcdesk.domain.case import Case, Delivery
from zcdesk.domain.hall import Role
from zcdesk.domain.handover import Side
from zcdesk.domain.identity import IdKind, normalise_number, recognise
from zcdesk.domain.message import MessageKind
from zcdesk.domain.numbers import ALPHABET
from zcdesk.domain.parcel import (
    AGAIN_DAYS,
    Parcel,
    ParcelAnswered,
    ParcelArrived,
    ParcelNotified,
    ParcelPassedOn,
    ParcelState,
    ParcelTaken,
    ParcelVoided,
    Reply,
    Sender,
    clean_waybill,
)
from zcdesk.domain.person import Person
from zcdesk.domain.phone import PhoneKind, check_phone
from zcdesk.domain.visit import Visit, set_person
from zcdesk.domain.worktime import hall_time
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import casework, drafts, holders, messages
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.domain.sitting import SittingReceived
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

PLAIN_LETTER = "XJ"
"""Before the number a letter without one is given here."""

SHOWN = 200


class Pile(StrEnum):
    """Which parcels a list shows."""

    WINDOW = "window"
    DEPARTMENT = "department"
    POST = "post"
    ALL = "all"


class ParcelRow(msgspec.Struct, frozen=True, kw_only=True):
    """A parcel as a list shows it; `sender` is masked."""

    number: str
    at: str
    sender: str
    pages: int
    department: str
    state: ParcelState
    reply: Reply
    owes_post: bool
    numbers: tuple[str, ...] = ()
    answer: str = ""
    taker: str = ""


def register(
    session: Session,
    sender: Sender,
    *,
    waybill: str = "",
    pages: int = 0,
    department: str = "",
    reply: Reply = Reply.MESSAGE,
) -> str:
    """Register a parcel that arrived; return its number.

    Args:
        waybill: as scanned or typed; empty for a letter without one, which is given a number.

    Raises:
        Invalid: a field is missing or cannot be; the answer needs a mobile number or an address.
        Conflict: MAI-02, the parcel is registered already.
    """
    _check(sender, department, reply)
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK)
        number = clean_waybill(waybill) if waybill.strip() else _own_number(tx)
        subject = _subject(tx, number)
        before = tx.state(subject, Parcel)
        if before is not None and _is_same(before, tx.at):
            raise Conflict("MAI-02", number=number, day=before.at[:10])
        body = ParcelArrived(
            waybill=number,
            sender=persons.put(tx, subject, sender),
            pages=pages,
            department=department,
            reply=reply,
            window=session.window,
            simulated=session.simulated,
        )
        _append(tx, body, number, department)
    return number


def open_visit(session: Session, number: str, code: str = "") -> Visit:
    """Open a parcel and begin a visit for its sender, without a number of the queue.

    Args:
        code: come-back code of the notice whose missing papers are in it.
    """
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        parcel = _waiting(tx, number)
        if parcel.arrived.department:
            raise NotAllowed("MAI-07", department=parcel.arrived.department)
        named = clean_waybill(number)
        if any(v.parcel == named for v in _begun(tx, session.window)):
            raise Conflict("MAI-08")
        visit = _noticed(tx, code) if code.strip() else _visit(session, tx, parcel)
        visit = msgspec.structs.replace(visit, window=session.window, parcel=named, ticket=None)
        here = drafts.serving(drafts.with_versions(tx, visit), tx.at_text)
        drafts.put(tx, here, drafts.OPEN)
        return here


def pass_on(session: Session, numbers: tuple[str, ...], taker: Side) -> None:
    """Pass parcels on unopened; the giver signs by being logged in."""
    if not (taker.name.strip() and taker.proof):
        raise Invalid("MAI-06", "taker")
    with session.transaction() as tx:
        who = casework.must_hold(session, tx, Role.CLERK)
        giver = Side(clerk=who.staff_no, name=who.name, proof="口令")
        for number in numbers:
            parcel = _waiting(tx, number)
            if not parcel.arrived.department:
                raise NotAllowed("MAI-09", number=number)
            body = ParcelPassedOn(giver=giver, taker=taker)
            _append(tx, body, number, parcel.arrived.department)


def answer(session: Session, number: str, waybill: str) -> None:
    """Note the waybill under which the printed answer went off."""
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK, Role.RESULT_CLERK)
        parcel = _must(tx, number)
        if not parcel.owes_post:
            raise NotAllowed("MAI-10", number=number)
        sent = clean_waybill(waybill)
        if sent == clean_waybill(number):
            raise Invalid("MAI-11", "waybill")
        _append(tx, ParcelAnswered(waybill=sent), number)


def void(session: Session, number: str, reason: str) -> None:
    """Strike out a parcel registered by mistake."""
    if not reason.strip():
        raise Invalid("MAI-12", "reason")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK)
        parcel = _waiting(tx, number)
        _append(tx, ParcelVoided(reason=reason.strip()), number, parcel.arrived.department)


def listed(session: Session, pile: Pile = Pile.ALL) -> tuple[ParcelRow, ...]:
    """Return parcels, the newest first; what has to be done comes whole, all others to `SHOWN`."""
    with session.reading() as store:
        found = [parcel for _, parcel in store.states(Parcel) if _belongs(parcel, pile)]
        found.sort(key=lambda p: p.at, reverse=True)
        return tuple(_row(store, p) for p in (found[:SHOWN] if pile is Pile.ALL else found))


def note_taken(session: Session, tx: Transaction, visit: Visit, body: SittingReceived) -> None:
    """Note that the visit's parcel was taken in, and tell its sender, within 收件."""
    parcel = _waiting(tx, visit.parcel)
    taken = ParcelTaken(sitting=visit.id, receipts=body.receipts, case_ids=body.case_ids)
    act = _append(tx, taken, visit.parcel)
    if parcel.arrived.reply is Reply.POST:
        return
    for case_id in body.case_ids:
        case = tx.state(f"case:{case_id}", Case)
        if case is not None:
            messages.tell(session, tx, case, MessageKind.RECEIVED, act.id)


def note_notified(tx: Transaction, visit: Visit, number: str) -> bool:
    """Note that the visit's parcel fell short; False where the answer goes by post alone."""
    parcel = _waiting(tx, visit.parcel)
    _append(tx, ParcelNotified(sitting=visit.id, number=number), visit.parcel)
    return parcel.arrived.reply is Reply.MESSAGE


def _check(sender: Sender, department: str, reply: Reply) -> None:
    if not sender.name.strip():
        raise Invalid("MAI-03", "name")
    if department:
        return
    if reply is Reply.MESSAGE and check_phone(sender.phone).kind is not PhoneKind.MOBILE:
        raise Invalid("MAI-04", "phone")
    if reply is Reply.POST and not sender.address.strip():
        raise Invalid("MAI-05", "address")


def _own_number(tx: Transaction) -> str:
    mark = "".join(ALPHABET[byte & 31] for byte in tx.random(4))
    return f"{PLAIN_LETTER}{hall_time(tx.at):%y%m%d}{mark}"


def _is_same(before: Parcel, now: datetime) -> bool:
    if before.state is ParcelState.VOID:
        return False
    is_recent = now - datetime.fromisoformat(before.at) < timedelta(days=AGAIN_DAYS)
    return is_recent or before.state is ParcelState.WAITING


def _visit(session: Session, tx: Transaction, parcel: Parcel) -> Visit:
    rules = policy(tx).intake
    visit = Visit(
        id=tx.new_id(),
        window=session.window,
        started_at=tx.at_text,
        one_form=rules.one_form,
        form_required=rules.form_required,
        phone_required=rules.phone_required,
    )
    sender = persons.get(tx, parcel.arrived.sender, Sender)
    if sender is None:
        return visit
    visit = msgspec.structs.replace(
        visit, delivery=Delivery(by_post=bool(sender.address)), post_address=sender.address
    )
    return set_person(visit, _person(sender))


def _person(sender: Sender) -> Person:
    kind = recognise(sender.id_number)
    return Person(
        name=sender.name,
        id_kind=kind.value if kind else "",
        id_number=normalise_number(sender.id_number),
        phone=sender.phone,
        address=sender.address,
        is_unit=kind is IdKind.USCC,
    )


def _noticed(tx: Transaction, code: str) -> Visit:
    wanted = "".join(c for c in code.upper() if c in ALPHABET)
    before = drafts.noticed(tx, wanted)
    if before is None:
        raise UserError("QUE-13")
    return before


def _begun(tx: Transaction, window: str) -> tuple[Visit, ...]:
    return drafts.all_of(tx, window, drafts.PARKED)


def _belongs(parcel: Parcel, pile: Pile) -> bool:
    is_waiting = parcel.state is ParcelState.WAITING
    match pile:
        case Pile.WINDOW:
            return is_waiting and not parcel.arrived.department
        case Pile.DEPARTMENT:
            return is_waiting and bool(parcel.arrived.department)
        case Pile.POST:
            return parcel.owes_post
        case Pile.ALL:
            return True


def _row(store: Reader, parcel: Parcel) -> ParcelRow:
    sender = persons.get(store, parcel.arrived.sender, Sender)
    return ParcelRow(
        number=parcel.arrived.waybill,
        at=parcel.at,
        sender=masked_name(sender.name) if sender else "—",
        pages=parcel.arrived.pages,
        department=parcel.arrived.department,
        state=parcel.state,
        reply=parcel.arrived.reply,
        owes_post=parcel.owes_post,
        numbers=parcel.numbers,
        answer=parcel.answer,
        taker=parcel.taker.name,
    )


def _must(store: Reader, number: str) -> Parcel:
    found = store.state(_subject(store, clean_waybill(number)), Parcel)
    if found is None:
        raise UserError("MAI-13")
    return found


def _waiting(store: Reader, number: str) -> Parcel:
    found = _must(store, number)
    if found.state is not ParcelState.WAITING:
        raise Conflict("MAI-14", number=number)
    return found


def _append(tx: Transaction, body: Body, number: str, department: str = "") -> Act:
    about = f"department:{department}" if department else "hall"
    subject = _subject(tx, clean_waybill(number))
    return tx.append(NewAct(subject=subject, body=body, audience=about))


def _subject(store: Reader, number: str) -> str:
    """Return the subject of a parcel, which tells nobody its number.

    One that an older program registered is called by its number still.
    """
    digests = holders.digests(store, "parcel", "", number)
    subjects = [f"parcel:{one}" for one in (*digests, number)]
    return next((one for one in subjects if store.state(one, Parcel) is not None), subjects[0])
