"""A window that has a call pad and no desk: the pad's keys, without a checklist or a receipt.

Who is served there leaves without a case (咨询); a visit at which work was begun is never ended by
a pad. Only a clerk who logged in at the pad, and whose window is open, calls.
"""

from __future__ import annotations

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Clerk, ClerkOff, ClerkOn, Role
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import Phase, Visit
from zcdesk.domain.window import Window, WindowMode, WindowModeSet
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import drafts, queue, tickets, windows
from zcdesk.operations.session import Session, window

PAUSE = "其他"
"""A pad tells no reason; it stands in the record as the last of those a desk offers."""


def log_in(session: Session, number: str, staff_no: str) -> Window:
    """Let a clerk come on duty at a pad; a pad has no secret, so it only ever drives the queue.

    Raises:
        NotAllowed: SEC-02, nobody of that number serves at windows.
    """
    with session.reading() as store:
        clerks = [clerk for _, clerk in store.states(Clerk) if _is_number_of(clerk, staff_no)]
    known = next((one for one in clerks if one.active and Role.CLERK in one.roles), None)
    if known is None:
        raise NotAllowed("SEC-02")
    with session.at_window(number).as_clerk(known.staff_no).transaction() as tx:
        window(tx, number)
        tx.append(NewAct(subject=f"clerk:{known.staff_no}", body=ClerkOn(window=number)))
        opened = WindowModeSet(mode=WindowMode.OPEN)
        tx.append(NewAct(subject=f"window:{number}", body=opened))
        return window(tx, number)


def _is_number_of(clerk: Clerk, typed: str) -> bool:
    """Tell whether a number typed at a pad is this clerk's: pads leave zeros before it out."""
    bare = typed.strip().lstrip("0")
    return bool(bare) and clerk.staff_no.lstrip("0") == bare


def log_out(session: Session, number: str) -> Window:
    """Go off duty at a pad; whoever was served has left."""
    at = _at(session, number)
    _end(at, number)
    with at.transaction() as tx:
        off = ClerkOff(window=number, reason="")
        tx.append(NewAct(subject=f"clerk:{at.clerk}", body=off))
        closed = WindowModeSet(mode=WindowMode.CLOSED)
        tx.append(NewAct(subject=f"window:{number}", body=closed))
        return window(tx, number)


def call(session: Session, number: str) -> Visit | None:
    """Call the next number to a window; whoever sat there has left. None when nobody waits."""
    at = _at(session, number)
    _end(at, number)
    return queue.call_next(at)


def recall(session: Session, number: str) -> Visit:
    """Call the same number again."""
    at = _at(session, number)
    visit = _open(at, number)
    queue.recall(at, visit)
    return visit


def pass_over(session: Session, number: str) -> None:
    """过号."""
    at = _at(session, number)
    queue.miss(at, _open(at, number))


def finish(session: Session, number: str) -> None:
    """Whoever sat there has left."""
    _end(_at(session, number), number)


def transfer(session: Session, number: str, to_window: str) -> None:
    """Send the number served here on to another window."""
    at = _at(session, number)
    queue.transfer(at, _open(at, number), to_window=to_window)


def pause(session: Session, number: str) -> Window:
    """Pause the window."""
    return windows.pause_window(_at(session, number), PAUSE)


def resume(session: Session, number: str) -> Window:
    """Go on after a pause."""
    return windows.open_window(_at(session, number, WindowMode.PAUSED))


def waiting(session: Session, number: str) -> int:
    """Count who waits for what this window covers."""
    with session.reading() as store:
        scope = window(store, number).at(session.now()).categories
    seen = tickets.view(session.at_window(number)).waiting
    return sum(one.count for one in seen if not scope or one.category in scope)


def _at(session: Session, number: str, mode: WindowMode = WindowMode.OPEN) -> Session:
    """Return the session of the clerk at a pad; PAD-01 when nobody logged in there."""
    with session.reading() as store:
        found = window(store, number)
    if found.mode not in (WindowMode.OPEN, mode) or not found.clerk:
        raise NotAllowed("PAD-01", w=number)
    return session.at_window(number).as_clerk(found.clerk)


def _open(session: Session, number: str) -> Visit:
    with session.reading() as store:
        visit = drafts.open_visit(store, number)
    if visit is None:
        raise UserError("PAD-02", w=number)
    return visit


def _end(session: Session, number: str) -> None:
    """End the visit at a window; PAD-03 where a desk has begun to work at it."""
    with session.transaction() as tx:
        visit = drafts.open_visit(tx, number)
        if visit is None:
            return
        if visit.matters or not visit.applicant.person.is_empty:
            raise Conflict("PAD-03", w=number)
        left = Outcome.LEFT if visit.phase is Phase.CALLED else Outcome.CONSULTED
        queue.close(session, tx, visit, left)
