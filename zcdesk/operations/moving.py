"""A window leaves this PC: nothing may be open here, and the act says who sent it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.window import WindowMode, WindowModeSet
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.drafts import OPEN, PARKED
from zcdesk.operations.session import Session
from zcdesk.store import drafts

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

REASON = "迁到另一台电脑"
UNFINISHED = "NET-46"


def check(session: Session) -> None:
    """Say whether this window may go, before anything is changed.

    Raises:
        NotAllowed: CAS-02, no administrator; NET-46, visits are open or parked here, which no
            other PC could go on with.
    """
    with session.reading() as store:
        _must_be_free(session, store)


def must_administer(session: Session) -> None:
    """Refuse whoever is no administrator: CAS-02."""
    with session.reading() as store:
        casework.must_hold(session, store, Role.ADMINISTRATOR)


def close(session: Session) -> None:
    """Close the window for good on this PC.

    Raises:
        NotAllowed: as `check`.
    """
    with session.transaction() as tx:
        _must_be_free(session, tx)
        body = WindowModeSet(mode=WindowMode.CLOSED, reason=REASON)
        tx.append(NewAct(subject=f"window:{session.window}", body=body))


def _must_be_free(session: Session, store: Reader) -> None:
    casework.must_hold(session, store, Role.ADMINISTRATOR)
    waiting = [d for d in drafts.of_window(store, session.window) if d.kind in (OPEN, PARKED)]
    if waiting:
        raise NotAllowed(UNFINISHED, count=len(waiting))
