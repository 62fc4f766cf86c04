"""Opening, pausing and closing the window; a pause says why, the board shows it."""

from __future__ import annotations

from zcdesk.domain.act import NewAct
from zcdesk.domain.window import Window, WindowMode, WindowModeSet
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session, window


def open_window(session: Session) -> Window:
    """Open the window, or go on after a pause."""
    return _set(session, WindowMode.OPEN, "")


def pause_window(session: Session, reason: str) -> Window:
    """Pause with a reason (用餐, 会议, 设备故障 …)."""
    if not reason.strip():
        raise NotAllowed("WIN-01")
    return _set(session, WindowMode.PAUSED, reason.strip())


def close_window(session: Session) -> Window:
    return _set(session, WindowMode.CLOSED, "")


def window_of(session: Session) -> Window:
    """Return this station's window."""
    with session.reading() as store:
        return window(store, session.window).at(session.now())


def windows(session: Session) -> tuple[Window, ...]:
    """Return every window of the hall by number."""
    with session.reading() as store:
        found = [state for _, state in store.states(Window)]
    return tuple(sorted(found, key=lambda w: (len(w.number), w.number)))


def _set(session: Session, mode: WindowMode, reason: str) -> Window:
    with session.transaction() as tx:
        before = window(tx, session.window)
        if (before.mode, before.reason) != (mode, reason):
            body = WindowModeSet(mode=mode, reason=reason)
            tx.append(NewAct(subject=f"window:{session.window}", body=body))
        return window(tx, session.window)
