"""Complaints and consultations: taken down, passed to a department, answered, told, counted.

Anybody at the counter takes one down; who manages the hall passes it on and tells the answer; the
department it lies with answers. Name, phone and words of whoever asked are a personal record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import Body, NewAct
from zcdesk.domain.deadlines import Limit, LimitKind, LimitState, Watch
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.inquiry import (
    TABLE,
    Asker,
    Inquiry,
    InquiryAnswered,
    InquiryChannel,
    InquiryForwarded,
    InquiryKind,
    InquiryRecorded,
    InquiryTold,
    Topic,
)
from zcdesk.domain.limits import LimitPolicy, Rule, end_of, rule_due
from zcdesk.domain.phone import check_phone
from zcdesk.domain.problem import Severity
from zcdesk.errors import Conflict, Invalid, UserError
from zcdesk.operations import casework, clerks
from zcdesk.operations.session import Session, clerk, entry_of, policy
from zcdesk.store import persons
from zcdesk.store.schema import concern_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

TAKERS = (Role.CLERK, Role.GUIDE, Role.AGENT_OFFICER, Role.RESULT_CLERK)
MANAGERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)
OFFICE = frozenset({Role.REVIEWER, Role.CHIEF})
PAGE = 200

_RULE = {InquiryKind.COMPLAINT: Rule.COMPLAINT, InquiryKind.CONSULTATION: Rule.CONSULTATION}
_LIMIT = {
    InquiryKind.COMPLAINT: LimitKind.COMPLAINT,
    InquiryKind.CONSULTATION: LimitKind.CONSULTATION,
}


class InquiryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One complaint or consultation as a list shows it; `page` the name of the matter shown."""

    inquiry: Inquiry
    limit: Limit | None
    by: str = ""
    page: str = ""


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """What is taken down.

    Attributes:
        due: ISO day set by whoever sent it (12345); empty = the hall's own limit.
        answered: on the spot; then nothing is left to do.
    """

    of: InquiryKind
    channel: InquiryChannel
    asker: Asker
    topic: Topic | None = None
    number: str = ""
    page: str = ""
    about: str = ""
    due: str = ""
    answered: bool = False


def record(session: Session, taken: Taking) -> InquiryRow:
    """Take one down.

    Raises:
        Invalid: INQ-01 no words; INQ-02 no such matter; INQ-03 a day that is none or is over;
            IDC-…, the phone is none.
        NotAllowed: CAS-02.
    """
    if not taken.asker.text.strip():
        raise Invalid("INQ-01", "text")
    if taken.asker.phone:
        _check_phone(taken.asker.phone)
    with session.transaction() as tx:
        casework.must_hold(session, tx, *TAKERS, *MANAGERS)
        if taken.page and entry_of(tx, taken.page) is None:
            raise Invalid("INQ-02", "page", key=taken.page)
        id_ = tx.new_id()
        body = InquiryRecorded(
            of=taken.of,
            channel=taken.channel,
            asker=persons.put(tx, f"inquiry:{id_}", taken.asker),
            window=session.window,
            topic=taken.topic,
            number=taken.number.strip(),
            page=taken.page,
            about=taken.about.strip(),
            due=_due(session, policy(tx).limits, taken),
            answered=taken.answered and taken.of is InquiryKind.CONSULTATION,
            simulated=session.simulated,
        )
        tx.append(NewAct(subject=f"inquiry:{id_}", body=body))
        return _row(session, tx, _inquiry(tx, id_))


def forward(
    session: Session, inquiry_id: str, department: str, contact: str = "", reason: str = ""
) -> InquiryRow:
    """Pass it to a department's contact; a clerk may do so with a question they took down."""
    if not department:
        raise Invalid("INQ-04", "department")
    with session.transaction() as tx:
        found = _inquiry(tx, inquiry_id)
        if found.by != session.clerk or found.recorded.of is InquiryKind.COMPLAINT:
            casework.must_hold(session, tx, *MANAGERS)
        body = InquiryForwarded(department=department, contact=contact, reason=reason)
        return _act(session, tx, found, body)


def answer(session: Session, inquiry_id: str, text: str, *, upheld: bool = False) -> InquiryRow:
    """Answer it, for the hall or for the department it lies with."""
    if not text.strip():
        raise Invalid("INQ-01", "text")
    with session.transaction() as tx:
        found = _inquiry(tx, inquiry_id)
        who = clerk(tx, session.clerk)
        office = bool(OFFICE & set(who.roles)) and found.department in who.departments
        if not office:
            casework.must_hold(session, tx, *MANAGERS)
        department = found.department if office else ""
        body = InquiryAnswered(text=text.strip(), upheld=upheld, department=department)
        return _act(session, tx, found, body)


def tell(session: Session, inquiry_id: str, *, content: bool, note: str = "") -> InquiryRow:
    """Record that whoever asked was told, and how they took it."""
    with session.transaction() as tx:
        found = _inquiry(tx, inquiry_id)
        if found.by != session.clerk:
            casework.must_hold(session, tx, *MANAGERS)
        return _act(session, tx, found, InquiryTold(content=content, note=note))


def asker(session: Session, inquiry_id: str) -> Asker:
    """Return who asked and their words, after recording who looked."""
    with session.reading() as store:
        found = _inquiry(store, inquiry_id)
        who = clerk(store, session.clerk)
        if session.clerk != found.by and not (
            OFFICE & set(who.roles) and found.department in who.departments
        ):
            casework.must_hold(session, store, *MANAGERS)
        record_ = persons.get(store, found.recorded.asker, Asker)
    if record_ is None:
        raise UserError("CAS-07")
    clerks.reveal(session, "inquiry", f"inquiry:{inquiry_id}")
    return record_


def rows(session: Session, *, ended: bool = False, limit: int = PAGE) -> tuple[InquiryRow, ...]:
    """Return what is open, the nearest limit first; or what has ended, the latest first.

    Managers and the auditor see all of them, a department its own, others what they took down.
    """
    at = concern_index.c.at
    wanted = (
        select(concern_index.c.subject)
        .where(
            concern_index.c.kind.in_([kind.value for kind in InquiryKind]),
            concern_index.c.open == int(not ended),
        )
        .order_by(at.desc() if ended else at)
        .limit(limit)
    )
    with session.reading() as store:
        who = clerk(store, session.clerk)
        subjects = store.select(wanted).scalars().all()
        every = [_inquiry(store, subject.partition(":")[2]) for subject in subjects]
        found = [_row(session, store, one) for one in every if _may_see(who, one)]
    return tuple(found if ended else sorted(found, key=lambda row: row.inquiry.recorded.due))


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many there were in a period, and how they were answered."""

    taken: Mapping[str, int]
    channels: Mapping[str, int]
    answered: int
    in_time: int
    upheld: int


def count(session: Session, kind: InquiryKind, start: date, until: date) -> Counted:
    """Count what was taken down from `start` to `until`, both days included."""
    at = concern_index.c.at
    last = f"{until.isoformat()}T24"
    wanted = select(concern_index.c.subject).where(
        concern_index.c.kind == kind.value, at >= start.isoformat(), at < last
    )
    with session.reading() as store:
        subjects = store.select(wanted).scalars().all()
        found = [_inquiry(store, subject.partition(":")[2]) for subject in subjects]
    return Counted(
        taken=Counter(one.state.value for one in found),
        channels=Counter(one.recorded.channel.value for one in found),
        answered=sum(bool(one.answered_at) for one in found),
        in_time=sum(one.in_time is True for one in found),
        upheld=sum(one.upheld for one in found),
    )


def _act(session: Session, tx: Transaction, found: Inquiry, body: Body) -> InquiryRow:
    if found.state not in TABLE[type(body)]:
        raise Conflict("INQ-05")
    tx.append(NewAct(subject=f"inquiry:{found.id}", body=body))
    return _row(session, tx, _inquiry(tx, found.id))


def _may_see(who: Clerk, found: Inquiry) -> bool:
    if {*MANAGERS, Role.AUDITOR} & set(who.roles) or found.by == who.staff_no:
        return True
    return bool(OFFICE & set(who.roles)) and found.department in who.departments


def _inquiry(store: Reader, inquiry_id: str) -> Inquiry:
    found = store.state(f"inquiry:{inquiry_id}", Inquiry)
    if found is None:
        raise UserError("INQ-06")
    return found


def _row(session: Session, store: Reader, found: Inquiry) -> InquiryRow:
    who = store.state(f"clerk:{found.by}", Clerk)
    entry = entry_of(store, found.recorded.page) if found.recorded.page else None
    return InquiryRow(
        inquiry=found,
        limit=_limit(session, store, found) if found.state.is_open else None,
        by=who.name if who else found.by,
        page=entry.matter.name if entry else "",
    )


def _limit(session: Session, store: Reader, found: Inquiry) -> Limit:
    due = datetime.fromisoformat(found.recorded.due)
    watch = Watch(session.calendar, policy(store).limits, session.now())
    made = watch.limit(_LIMIT[found.recorded.of], due, f"{found.recorded.of.value}须在期限内答复")
    if found.answered_at:  # only the telling is left, and the limit was the answer's
        kept = LimitState.NORMAL if found.in_time else LimitState.OVERDUE
        return msgspec.structs.replace(made, state=kept)
    return made


def _due(session: Session, rules: LimitPolicy, taken: Taking) -> str:
    now = session.now()
    if not taken.due:
        due = rule_due(session.calendar, rules, _RULE[taken.of], now).at
        return due.isoformat(timespec="milliseconds")
    try:
        day = date.fromisoformat(taken.due)
    except ValueError as error:
        raise Invalid("INQ-03", "due", day=taken.due) from error
    end = end_of(rules, day)
    if end < now:
        raise Invalid("INQ-03", "due", day=taken.due)
    return end.isoformat(timespec="milliseconds")


def _check_phone(text: str) -> None:
    for problem in check_phone(text).problems:
        if problem.severity is Severity.BLOCK:
            raise Invalid(problem.code, "phone", **problem.values)
