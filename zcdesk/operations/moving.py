"""A window leaves this PC: nothing may be open here, and the act says who sent it away."""

from __future__ import annotations

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role, WindowMode, WindowModeSet
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.drafts import OPEN, PARKED
from zcdesk.operations.session import Session
from zcdesk.store import drafts

REASON = "迁到另一台电脑"
UNFINISHED = "NET-46"


def close(session: Session) -> None:
    """Close the window for good on this PC.

    Raises:
        NotAllowed: CAS-02, no administrator; NET-46, visits are open or parked here, which no
            other PC could go on with.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.ADMINISTRATOR)
        waiting = [d for d in drafts.of_window(tx, session.window) if d.kind in (OPEN, PARKED)]
        if waiting:
            raise NotAllowed(UNFINISHED, count=len(waiting))
        body = WindowModeSet(mode=WindowMode.CLOSED, reason=REASON)
        tx.append(NewAct(subject=f"window:{session.window}", body=body))
