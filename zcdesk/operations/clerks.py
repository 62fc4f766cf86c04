"""Who works here: log in, lock, take over, hand custody on, and look at masked numbers."""

from __future__ import annotations

from datetime import datetime
from math import ceil

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import (
    Clerk,
    ClerkOff,
    ClerkOn,
    Exported,
    Revealed,
    TextSize,
    TextSizeChosen,
)
from zcdesk.domain.papers import CustodyLine, PaperHead, ShiftPaper
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.domain.window import CustodyHanded, Window
from zcdesk.errors import NotAllowed
from zcdesk.operations import drafts, shifts
from zcdesk.operations.session import Session, clerk, hall, policy
from zcdesk.store import pins, verifiers
from zcdesk.store.reader import Reader


class LoggedIn(msgspec.Struct, frozen=True):
    """Who came on duty, and where; `scale` as in `size_of`."""

    clerk: Clerk
    window: Window | None
    scale: float = 0.0


class Custody(msgspec.Struct, frozen=True, kw_only=True):
    """What lies at a window and passes from hand to hand (交接班单)."""

    visits: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    remark: str = ""


def log_in(session: Session, staff_no: str, secret: str, stand_in: bool = False) -> LoggedIn:
    """Check a secret and come on duty; `stand_in` is B岗顶岗."""
    number = staff_no.strip()
    checked = _check(session, number, secret)
    with session.as_clerk(number).transaction(own=True) as tx:
        version = checked.verifier.version
        body = ClerkOn(window=session.window, stand_in=stand_in, verifier=version)
        tx.append(NewAct(subject=f"clerk:{number}", body=body))
        shifts.begin(tx, session.window, checked)
        pins.begin(tx, number, session.window)
        window = tx.state(f"window:{session.window}", Window)
        return LoggedIn(clerk(tx, number), window, _size(tx, number))


def unlock(session: Session, staff_no: str, secret: str) -> None:
    """Check a secret to go on at a locked window."""
    number = staff_no.strip()
    _check(session, number, secret)
    with session.as_clerk(number).transaction(own=True) as tx:
        pins.forgive(tx, number)


def vouch(session: Session, staff_no: str, secret: str) -> Clerk:
    """Return who signs beside the clerk of this session, by staff number and secret."""
    _check(session, staff_no.strip(), secret)
    with session.reading() as store:
        return clerk(store, staff_no.strip())


def log_off(session: Session, reason: str = "") -> None:
    """Go off duty; an open visit stays as a draft."""
    with session.transaction(own=True) as tx:
        body = ClerkOff(window=session.window, reason=reason)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))
        pins.begin(tx, session.clerk, "")


def reveal(session: Session, field: str, about: str) -> None:
    """Record that a masked field was shown in clear (UX-42)."""
    with session.transaction(own=True) as tx:
        body = Revealed(field=field, about=about)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))


def exported(session: Session, what: str, rows: int) -> None:
    """Record that a table was written to a file."""
    with session.transaction(own=True) as tx:
        body = Exported(what=what, rows=rows)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))


def choose_size(session: Session, scale: float) -> None:
    """Keep the text size the clerk of this session reads by, for every PC of the hall."""
    with session.transaction(own=True) as tx:
        subject = f"size:{session.clerk}"
        tx.append(NewAct(subject=subject, body=TextSizeChosen(scale=scale)))


def size_of(session: Session) -> float:
    """Return the text size the clerk of this session chose; 0.0 = none, the PC's holds."""
    with session.reading() as store:
        return _size(store, session.clerk)


def clerk_of(session: Session) -> Clerk:
    """Return the clerk of this session."""
    with session.reading() as store:
        return clerk(store, session.clerk)


def custody_now(session: Session) -> Custody:
    """List what a change of shift hands on: open and parked visits, originals on the desk."""
    with session.reading() as store:
        current = drafts.all_of(store, session.window, drafts.OPEN)
        parked = drafts.all_of(store, session.window, drafts.PARKED)
    return Custody(
        visits=tuple(_visit_text(v) for v in current),
        parked=tuple(_visit_text(v) for v in parked),
        originals=tuple(name for v in current + parked for name in _papers_held(v)),
    )


def hand_custody(
    session: Session, taker: str, secret: str, custody: Custody, occasion: str = "换班"
) -> ShiftPaper:
    """Hand the window over to another clerk, who signs with their secret."""
    number = taker.strip()
    if number == session.clerk:
        raise NotAllowed("SEC-03")
    checked = _check(session, number, secret)
    with session.transaction() as tx:
        body = CustodyHanded(
            to_clerk=number,
            tickets=custody.visits + custody.parked,
            originals=custody.originals,
            seals=custody.seals,
            blanks=custody.blanks,
            remark=custody.remark,
        )
        act = tx.append(NewAct(subject=f"window:{session.window}", body=body))
        off = ClerkOff(window=session.window, reason=occasion)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=off))
        version = checked.verifier.version
        on = ClerkOn(window=session.window, stand_in=occasion != "换班", verifier=version)
        tx.append(NewAct(subject=f"clerk:{number}", body=on))
        shifts.begin(tx, session.window, checked)
        pins.begin(tx, session.clerk, "")
        pins.begin(tx, number, session.window)
        giver, to = clerk(tx, session.clerk), clerk(tx, number)
        head = PaperHead(
            hall=hall(tx).name,
            number=f"{session.window}-{act.seq}",
            at=session.now(),
            window=f"{session.window} 号窗口",
            clerk=giver.name,
            simulated=session.simulated,
        )
    return _shift_paper(head, giver.name, to.name, occasion, custody)


def _check(session: Session, staff_no: str, secret: str) -> verifiers.Checked:
    """Verify a secret; failures count towards the lock-out whoever asks."""
    with session.reading() as store:
        rules = policy(store).lock
        known = store.state(f"clerk:{staff_no}", Clerk)
    if known is None or not known.active:
        raise NotAllowed("SEC-02")
    with session.as_clerk(staff_no).transaction(own=True) as tx:
        lock_out = verifiers.LockOut(rules.failures, rules.lockout_minutes)
        checked = verifiers.check(tx, staff_no, secret, lock_out)
    if checked is None:
        raise NotAllowed("SEC-02")
    found = checked.verifier
    if found.is_locked(session.now()):
        until = datetime.fromisoformat(found.locked_until)
        minutes = max(1, ceil((until - session.now()).total_seconds() / 60))
        raise NotAllowed("SEC-01", n=rules.failures, m=minutes)
    if found.failures:
        raise NotAllowed("SEC-02")
    return checked


def _size(store: Reader, staff_no: str) -> float:
    chosen = store.state(f"size:{staff_no}", TextSize)
    return 0.0 if chosen is None else chosen.scale


def _visit_text(visit: Visit) -> str:
    number = visit.ticket.number if visit.ticket else "无号"
    names = "、".join(chosen.matter.name for chosen in visit.matters) or "尚未选事项"
    return f"{number} {names}"


def _papers_held(visit: Visit) -> tuple[str, ...]:
    number = visit.ticket.number if visit.ticket else "无号"
    held = {
        row.name
        for who in visit.applicants
        for row in rows_of(visit, who)
        if row.mark.state in (RowState.RECEIVED, RowState.DEFECTIVE)
    }
    return tuple(f"{number} {name}" for name in sorted(held))


def _shift_paper(
    head: PaperHead, giver: str, taker: str, occasion: str, custody: Custody
) -> ShiftPaper:
    return ShiftPaper(
        head=head,
        giver=giver,
        taker=taker,
        occasion=occasion,
        visits=_lines(custody.visits),
        parked=_lines(custody.parked),
        originals=_lines(custody.originals),
        seals=_lines(custody.seals + custody.blanks),
        note=custody.remark,
    )


def _lines(names: tuple[str, ...]) -> tuple[CustodyLine, ...]:
    return tuple(CustodyLine(no=no, name=name) for no, name in enumerate(names, 1))
