"""Who may do what keeps a station going: an administrator who proves it, at the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import station
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import clerks
from zcdesk.operations import session as of

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

Ask = Callable[[str], str]
"""Asks for a secret and returns it."""


def administrator(data: Path, staff_no: str, ask: Ask) -> Session:
    """Open the store for an administrator who proves it.

    Raises:
        NotAllowed: the secret does not fit, or BAK-10, no administrator.
    """
    session = station.open_session(data).as_clerk(staff_no.strip())
    try:
        clerks.unlock(session, staff_no, ask("口令："))
        with session.reading() as store:
            if Role.ADMINISTRATOR not in of.clerk(store, session.clerk).roles:
                raise NotAllowed("BAK-10")
    except BaseException:
        session.store.close()
        raise
    return session
