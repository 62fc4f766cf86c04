"""The clock of this PC, where it cannot be right: who works here is told, and a person decides.

Work at the window goes on and is marked. What nobody could take back and would happen by itself
(destroying, freezing reports, ending numbers, reminding) waits until the clock is right again.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.upkeep import ClockBelieved
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session, clerk
from zcdesk.store import faults
from zcdesk.store.leaps import Leaps

MAY = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
NOT_MINE = "SYS-45"


class Doubt(msgspec.Struct, frozen=True):
    """Why the clock cannot be right.

    Attributes:
        code: of the words for it.
        now, last: what it shows, and the last time that was believed, as a clerk reads them.
        may_settle: whether who works here may say that it is right.
    """

    code: str
    now: str
    last: str
    may_settle: bool = False


def watch(session: Session) -> Session:
    """Have the store look out for a clock that leaps ahead; for a PC's own clock alone."""
    session.store.continuity.leaps = Leaps(session.calendar)
    return session


def doubt(session: Session) -> Doubt | None:
    """Return why the clock is not believed; None where it is."""
    at, known = session.now(), session.store.continuity
    if known.is_behind(at):
        code = faults.CLOCK_BACK
    elif known.is_ahead(at):
        code = faults.CLOCK_AHEAD
    else:
        return None
    last = datetime.fromisoformat(known.head.trusted_at)
    return Doubt(code, _shown(at), _shown(last.astimezone(at.tzinfo)), _may(session))


def is_ahead(session: Session) -> bool:
    """Tell whether more time seems to have passed than did: nothing ends by itself until then."""
    return session.store.continuity.is_ahead(session.now())


def must_not_lead(session: Session) -> None:
    """Refuse what nobody can take back while the clock leads.

    Raises:
        NotAllowed: SYS-44.
    """
    found = doubt(session)
    if found is not None and found.code == faults.CLOCK_AHEAD:
        raise NotAllowed(found.code, now=found.now, last=found.last)


def believe(session: Session) -> None:
    """A person looked: date and time of this PC are right. Everything goes on from here.

    Raises:
        NotAllowed: SYS-45, the clerk is neither supervisor nor administrator.
    """
    with session.transaction() as tx:
        if not MAY & set(clerk(tx, session.clerk).roles):
            raise NotAllowed(NOT_MINE)
        name, before = session.store.station.name, session.store.head.trusted_at
        tx.trust_clock()
        body = ClockBelieved(station=name, before=before)
        tx.append(NewAct(subject=f"station:{name}", body=body))


def _may(session: Session) -> bool:
    if not session.clerk:
        return False
    with session.reading() as store:
        return bool(MAY & set(clerk(store, session.clerk).roles))


def _shown(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
