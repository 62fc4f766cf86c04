"""A PC that is a station already gets another login: a certificate in place of its password.

The administrator makes the file, its PC takes it: tried at the server first, then kept, and only
then is the password given up, by the station itself. Cut anywhere, one of the two still opens.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.errors import SurroundingsError, UserError
from zcdesk.store.certificates import Authority
from zcdesk.sync import admin, login
from zcdesk.sync.admin import StationLogin

if TYPE_CHECKING:
    from zcdesk.store.store import Store

NOT_MINE = "NET-56"


def certify(url: str, role: str, keys: Path, now: datetime) -> StationLogin:
    """Return a login by certificate for a station there is; its password goes on until then.

    Args:
        url: an administrator's, with the address the station will use.
        keys: folder of the hall's authority and keys.

    Raises:
        UserError: NET-14, there is no such station, or it is shut out.
    """
    with admin.connect(url) as connection:
        row = connection.execute(
            "SELECT hall, name FROM core.station WHERE role = %s AND NOT revoked", (role,)
        ).fetchone()
    if row is None:
        raise UserError(admin.NO_STATION, role=role)
    hall, name = row
    made = StationLogin(role, hall, name, admin.station_url(url, role, ""))
    made = login.with_certificate(made, Authority(keys, hall, now))
    return login.with_keys(made, keys)


def renew(
    store: Store, path: Path, now: Callable[[], datetime], *, server: str = ""
) -> StationLogin:
    """Take another login for the station this PC is; return it.

    Args:
        server: another address of the server than the file's; empty = the file's.

    Raises:
        UserError: NET-56, the file is another station's, or opens by a password.
        SurroundingsError: the server does not take it; the login stays as it was.
    """
    mine, given = login.load(store.place.data / login.FILE), login.at(login.load(path), server)
    same = (given.role, given.hall, given.name) == (mine.role, mine.hall, mine.name)
    if not same or not given.files:
        raise UserError(NOT_MINE, name=given.name, mine=mine.name)
    with tempfile.TemporaryDirectory(dir=store.place.data) as folder:
        address = login.address(Path(folder), given)
        _try(address)
        login.keep(store, given, now)
        _give_up_password(address)
    return given


def _try(address: str) -> None:
    from zcdesk.sync.postgres_hall import PostgresHall

    hall = PostgresHall(address)
    try:
        hall.clock()
    finally:
        hall.close()


def _give_up_password(address: str) -> None:
    """A role may always change its own password."""
    import psycopg

    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            connection.execute("ALTER ROLE CURRENT_USER PASSWORD NULL")
    except psycopg.OperationalError as error:
        raise SurroundingsError(admin.UNREACHABLE) from error
