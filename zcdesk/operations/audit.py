"""What the auditor reads: who did what when, who looked at personal data, whether the log is whole.

Every act in the order it happened, the newest first, from the log itself and not from any state.
An auditor writes nothing: `Session.transaction` refuses whoever holds the role, whatever else
they may be, but for coming on and going off duty, a print, and the record of their own looks at
masked fields and of their exports.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Select, select

from zcdesk.domain.act import Act, Position
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import Clerk, ClerkOn, Exported, Revealed, Role
from zcdesk.domain.shift import ShiftBegan
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import NotAllowed
from zcdesk.operations.audit_about import called
from zcdesk.operations.session import Session, clerk
from zcdesk.store import persons
from zcdesk.store.reader import ACT_COLUMNS, act_of
from zcdesk.store.schema import acts, number_index
from zcdesk.store.verify import verify
from zcdesk.store.walk import Finding as Finding

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

READS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
SHOWN = 200
_LOGINS = (ClerkOn.kind, ShiftBegan.kind)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which acts are wanted; what is empty does not matter.

    Attributes:
        first, last: days, both included, by the time the act was made.
        clerk: staff number. kind: a kind or what it begins with, `case.`.
        subject: whole, or a number a case is known by.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    clerk: str = ""
    kind: str = ""
    subject: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One act as the auditor sees it.

    Attributes:
        name: of the clerk; empty where nobody was, as at a rating.
        about: the subject it tells of: of a look at personal data whose they are, else its own.
        number: what people call that: a number, a name, a window; empty where it has none.
        detail: for a reveal which field, for an export which table and its rows; else empty.
        window: where somebody last came on duty at that station; empty where nobody ever did.
    """

    id: str
    at: str
    clerk: str
    name: str
    kind: str
    subject: str
    origin: str
    seq: int
    clock_ok: bool = True
    about: str = ""
    number: str = ""
    detail: str = ""
    window: str = ""


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of verifying the log."""

    acts: int
    incarnations: int
    position: Position
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        return not self.findings


def lines(session: Session, wanted: Wanted, *, before: str = "") -> tuple[Line, ...]:
    """Return up to `SHOWN` acts, the newest first.

    Args:
        before: id of the last one seen, to read on.

    Raises:
        NotAllowed: AUD-02, the clerk is neither auditor nor administrator.
    """
    with session.reading() as store:
        _must_read(session, store)
        query = _query(store, wanted)
        if before:
            query = query.where(acts.c.id < before)
        rows = store.select(query.order_by(acts.c.id.desc()).limit(SHOWN)).all()
        names = {one.staff_no: one.name for _, one in store.states(Clerk)}
        found = [act_of(tuple(row)) for row in rows]
        windows = {origin: _window(store, origin) for origin in {act.origin for act in found}}
        return tuple(_line(store, act, names, windows[act.origin]) for act in found)


def reveals(session: Session, first: dt.date, last: dt.date) -> tuple[Line, ...]:
    """Return who looked at which masked field, the newest first."""
    return lines(session, Wanted(first=first, last=last, kind=Revealed.kind))


def check(session: Session) -> Chain:
    """Walk every chain of this copy; minutes in a full store, so for the work of an evening.

    Raises:
        NotAllowed: AUD-02.
    """
    with session.reading() as store:
        _must_read(session, store)
    report = verify(session.store)
    return Chain(
        acts=report.acts,
        incarnations=report.incarnations,
        position=report.position,
        findings=report.findings,
    )


def _must_read(session: Session, store: Reader) -> None:
    if not READS & set(clerk(store, session.clerk).roles):
        raise NotAllowed("AUD-02")


def _query(store: Reader, wanted: Wanted) -> Select[Any]:
    """An act's id begins with its time, so a day is one range of the index of ids."""
    query: Select[Any] = select(*ACT_COLUMNS)
    if wanted.first:
        query = query.where(acts.c.id >= _id_at(wanted.first))
    if wanted.last:
        query = query.where(acts.c.id < _id_at(wanted.last + dt.timedelta(1)))
    if wanted.clerk:
        query = query.where(acts.c.clerk == wanted.clerk)
    if wanted.kind:
        query = query.where(acts.c.kind.startswith(wanted.kind, autoescape=True))
    if wanted.subject:
        query = query.where(acts.c.subject == _subject(store, wanted.subject.strip()))
    return query


def _id_at(day: dt.date) -> str:
    """Return the least id of an act made on `day` (UUIDv7: 48 bits of milliseconds first)."""
    begun = dt.datetime.combine(day, dt.time(), HALL_ZONE)
    digits = f"{int(begun.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def _subject(store: Reader, said: str) -> str:
    """A number a case is known by leads to the case; anything else is a subject as it stands."""
    found = store.select(
        select(number_index.c.subject).where(number_index.c.number == said.upper())
    ).scalar()
    typed = () if found else persons.find_typed(store, said.upper(), 1)
    return str(found) if found else typed[0] if typed else said


def _window(store: Reader, origin: str) -> str:
    """Return the window of a station, by the last login there; they stand near the end."""
    query = select(*ACT_COLUMNS).where(acts.c.origin == origin, acts.c.kind.in_(_LOGINS))
    row = store.select(query.order_by(acts.c.seq.desc()).limit(1)).first()
    body = decode_body(act_of(tuple(row))) if row is not None else None
    return body.window if isinstance(body, ClerkOn | ShiftBegan) else ""


def _line(store: Reader, act: Act, names: dict[str, str], window: str) -> Line:
    about, detail = _told(act)
    return Line(
        id=act.id,
        at=act.at,
        clerk=act.clerk,
        name=names.get(act.clerk, act.clerk),
        kind=act.kind,
        subject=act.subject,
        origin=act.origin,
        seq=act.seq,
        clock_ok=act.clock_ok,
        about=about,
        number=called(store, about, names),
        detail=detail,
        window=window,
    )


def _told(act: Act) -> tuple[str, str]:
    """Return the subject an act tells of, and what more there is to say."""
    body = decode_body(act) if act.kind in (Revealed.kind, Exported.kind) else None
    if isinstance(body, Revealed):
        return (body.about if ":" in body.about else f"case:{body.about}"), body.field
    if isinstance(body, Exported):
        return act.subject, f"{body.what} · {body.rows}"
    return act.subject, ""
