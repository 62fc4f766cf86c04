"""Acts a person should look at: contested, unreadable, of a kind this program does not know, a
login nobody vouches for, or held here because no hall takes it.

Nothing else is rejected (sync 2.4): such an act is kept, in the order, and shown. Which of two
contested acts shall hold is a manager's decision; here somebody says that it was seen.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import Act, flaw
from zcdesk.domain.shift import ShiftBegan
from zcdesk.errors import NotAllowed
from zcdesk.operations import shifts
from zcdesk.operations.session import Session
from zcdesk.store.engine import upsert
from zcdesk.store.schema import IS_AMISS, incarnation, seen_act, subject_state

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

_SEE = upsert(seen_act)

PATIENCE = timedelta(minutes=5)
"""How long a login may wait for the server's word before a person is asked."""


class Reason(StrEnum):
    """Why somebody should look."""

    CONTESTED = "contested"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    UNVERIFIED = "unverified"
    TOO_LARGE = "too_large"
    ALTERED = "altered"


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """One act to look at.

    Attributes:
        act: its id.
        what: number of the case or ticket it is about, or its subject.
        is_mine: written at this station; `station` is the incarnation that wrote it.
        clerk, at: who wrote it and when, by that station's clock.
        other_clerk, other_at: of the act that came first, where it is contested.
        is_seen: somebody at this desk looked at it.
    """

    act: str
    subject: str
    what: str
    kind: str
    reason: Reason
    clerk: str
    at: str
    is_mine: bool
    other_clerk: str = ""
    other_at: str = ""
    is_seen: bool = False


def all_of(session: Session) -> tuple[Attention, ...]:
    """Return what there is to look at, the newest first; seen ones behind."""
    with session.reading() as reader:
        seen = set(reader.select(select(seen_act.c.act)).scalars())
        own = frozenset(reader.select(select(incarnation.c.origin)).scalars())
        found = [one for subject in _subjects(reader) for one in _of(reader, subject, seen, own)]
        found += _logins(reader, session.now(), own)
        found += _held(reader, seen)
    return tuple(sorted(found, key=lambda one: (not one.is_seen, one.at), reverse=True))


def count(session: Session) -> int:
    """Return how many nobody here has looked at."""
    with session.reading() as reader:
        subjects, held = _subjects(reader), reader.held()
        logins = len(_logins(reader, session.now(), frozenset()))
        if not (subjects or held):
            return logins
        seen = set(reader.select(select(seen_act.c.act)).scalars())
        found = (one for s in subjects for one in _of(reader, s, seen, frozenset()))
        unseen = sum(act.id not in seen for act in held)
        return logins + unseen + sum(not one.is_seen for one in found)


def see(session: Session, act: str) -> None:
    """Note that the clerk on duty looked at an act; looking at a login is vouching for it.

    Raises:
        NotAllowed: a login, and the clerk is no supervisor or the one who logged in.
    """
    if not session.clerk:
        raise NotAllowed("SYS-12", staff_no="")
    with session.transaction() as tx:
        found = tx.act(act)
        if found is not None and found.kind == ShiftBegan.kind:
            shifts.confirm_in(tx, found.subject, "")
        tx.run(_SEE, _SEE.row({"act": act, "clerk": session.clerk, "at": tx.at_text}))
        tx.touch("attention")


def _logins(reader: Reader, now: datetime, own: frozenset[str]) -> list[Attention]:
    """Return logins that were refused, or have waited for the server longer than it takes."""
    return [
        Attention(
            act=reader.acts(subject)[0].id,
            subject=subject,
            what=shift.window,
            kind=ShiftBegan.kind,
            reason=Reason.UNVERIFIED,
            clerk=shift.clerk,
            at=shift.at,
            is_mine=shift.origin in own,
        )
        for subject, shift in shifts.unverified_in(reader)
        if shift.refused or now - datetime.fromisoformat(shift.at) > PATIENCE
    ]


def _held(reader: Reader, seen: set[str]) -> list[Attention]:
    """Return what was written here and no hall takes; it is in nobody's states."""
    return [
        Attention(
            act=act.id,
            subject=act.subject,
            what=_what(reader, act.subject),
            kind=act.kind,
            reason=Reason.ALTERED if flaw(act) else Reason.TOO_LARGE,
            clerk=act.clerk,
            at=act.at,
            is_mine=True,
            is_seen=act.id in seen,
        )
        for act in reader.held()
    ]


def _subjects(reader: Reader) -> list[str]:
    return list(reader.select(select(subject_state.c.subject).where(IS_AMISS)).scalars())


def _of(reader: Reader, subject: str, seen: set[str], own: frozenset[str]) -> list[Attention]:
    """Walk a subject's acts as the fold does."""
    rules = reader.rules
    first: dict[str, Act] = {}
    found: list[Attention] = []
    for act in reader.acts(subject):
        other = first.get(act.base) if act.kind in rules.exclusive else None
        reason = _reason(reader, act, other)
        if reason is not None:
            found.append(
                Attention(
                    act=act.id,
                    subject=subject,
                    what=_what(reader, subject),
                    kind=act.kind,
                    reason=reason,
                    clerk=act.clerk,
                    at=act.at,
                    is_mine=act.origin in own,
                    other_clerk=other.clerk if other else "",
                    other_at=other.at if other else "",
                    is_seen=act.id in seen,
                )
            )
        if act.kind in rules.exclusive:
            first.setdefault(act.base, act)
    return found


def _reason(reader: Reader, act: Act, other: Act | None) -> Reason | None:
    if other is not None:
        return Reason.CONTESTED
    if act.kind not in reader.rules.kinds:
        return Reason.UNKNOWN
    try:
        reader.rules.decode_body(act)
    except (msgspec.DecodeError, UnicodeError):
        return Reason.UNREADABLE
    return None


def _what(reader: Reader, subject: str) -> str:
    state = reader.state(subject)
    number = getattr(state, "number", "") or getattr(getattr(state, "intake", None), "number", "")
    return str(number or subject.partition(":")[2] or subject)
