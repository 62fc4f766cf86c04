"""Who may do what keeps a station going: an administrator who proves it, at the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import station
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import clerks, separation
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
    session = _proven(data, staff_no, ask)
    with _closed_if_refused(session), session.reading() as store:
        if Role.ADMINISTRATOR not in of.clerk(store, session.clerk).roles:
            raise NotAllowed("BAK-10")
    return session


def guardian(data: Path, staff_no: str, ask: Ask) -> Session:
    """Open the store for who looks after security in this hall and proves it.

    Raises:
        NotAllowed: the secret does not fit, or see `separation.must_guard`.
    """
    session = _proven(data, staff_no, ask)
    with _closed_if_refused(session), session.reading() as store:
        separation.must_guard(session, store)
    return session


def _proven(data: Path, staff_no: str, ask: Ask) -> Session:
    session = station.open_session(data).as_clerk(staff_no.strip())
    with _closed_if_refused(session):
        clerks.unlock(session, staff_no, ask("口令："))
    return session


@contextmanager
def _closed_if_refused(session: Session) -> Iterator[None]:
    try:
        yield
    except BaseException:
        session.store.close()
        raise
