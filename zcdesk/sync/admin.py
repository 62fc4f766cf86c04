"""What an administrator does to a hall's server: halls, stations, status, epochs, verification.

Uses the administrator's URL; a station's own login can do none of it. Never a password in a log
or an answer that is not asked for.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk.domain.numbers import ALPHABET
from zcdesk.errors import Invalid, SurroundingsError, UserError

if TYPE_CHECKING:
    import psycopg

CODES = len(ALPHABET) ** 3
BUMP = 1024
"""Codes skipped after a restore or promotion: grants may have been lost with its tail."""

CONNECTIONS = 3
"""Sessions a station's login may have at once: its own, a command's, one left by a cut."""

CONNECT_SECONDS = 5
"""After this a server that lets nobody in counts as out of reach."""

UNREACHABLE = "NET-20"
NO_STATION = "NET-14"
NO_HALL = "NET-15"
BAD_NAME = "NET-16"


class StationLogin(msgspec.Struct, frozen=True):
    """A station's login as handed to its PC, once.

    Attributes:
        url: holds the secret where the login has one.
        files: certificates and key of a login without one, by the name they get on its PC.
        signer: public key of the server's signatures.
        hall_key: what keys of personal records are wrapped with, base64; the server has it not.
    """

    role: str
    hall: str
    name: str
    url: str
    files: dict[str, str] = {}
    signer: str = ""
    hall_key: str = ""


def connect(url: str) -> psycopg.Connection[Any]:
    """Open an administrator's connection.

    Raises:
        SurroundingsError: the server cannot be reached or does not let this URL in.
    """
    import psycopg

    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=CONNECT_SECONDS)
    except psycopg.OperationalError as error:
        raise SurroundingsError(UNREACHABLE) from error


def add_hall(url: str, hall: str, *, first_code: int | None = None) -> None:
    """Add a hall unless it is there.

    Args:
        first_code: number after which incarnation codes are given; None = a random height, since
            other halls of the region may give codes too.
    """
    start = secrets.randbelow(CODES) if first_code is None else first_code
    with connect(url) as connection:
        connection.execute(
            "INSERT INTO core.hall_head (hall, next_code) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (hall, start),
        )


def add_station(
    url: str,
    hall: str,
    name: str,
    *,
    role: str,
    audiences: tuple[str, ...] | None = None,
    certificate: bool = False,
) -> StationLogin:
    """Give a station a login of its own.

    Args:
        audiences: whose acts' bodies it may have besides its own; None = the whole hall's.
        certificate: the login has no password, only its certificate.

    Raises:
        UserError: the name is taken or the hall is not there.
    """
    secret = "" if certificate else secrets.token_urlsafe(24)
    with connect(url) as connection, connection.transaction():
        lay_station(connection, hall, name, role=role, audiences=audiences, secret=secret)
    return StationLogin(role, hall, name, station_url(url, role, secret))


def lay_station(
    connection: psycopg.Connection[Any],
    hall: str,
    name: str,
    *,
    role: str,
    audiences: Sequence[str] | None,
    secret: str,
) -> None:
    """Make a station's login and place inside an open transaction; errors as `add_station`."""
    import psycopg

    check_role(role, name)
    try:
        if is_taken(connection, role):
            raise UserError(BAD_NAME, role=role, name=name)
        with connection.cursor() as cursor:
            make_role(cursor, role, secret)
        connection.execute(
            "INSERT INTO core.station (role, hall, name, audiences) VALUES (%s, %s, %s, %s)",
            (role, hall, name, None if audiences is None else list(audiences)),
        )
    except psycopg.errors.UniqueViolation as error:
        raise UserError(BAD_NAME, role=role, name=name) from error
    except psycopg.errors.ForeignKeyViolation as error:
        raise UserError(NO_HALL, hall=hall) from error


def check_role(role: str, name: str) -> None:
    """Refuse what cannot be a station's login: NET-16."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", role) or role.startswith(("pg_", "zc_")):
        raise Invalid(BAD_NAME, "role", role=role, name=name)


def is_taken(connection: psycopg.Connection[Any], role: str) -> bool:
    """Tell whether the server knows a login of that name."""
    found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,))
    return bool(found.rowcount)


def make_role(cursor: psycopg.Cursor[Any], role: str, secret: str) -> None:
    """Make a station's login unless it is there; without a secret it needs a certificate."""
    from psycopg import sql

    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,))
    if cursor.rowcount:
        return
    password = sql.SQL("PASSWORD {}").format(sql.Literal(secret)) if secret else sql.SQL("")
    name = sql.Identifier(role)
    words = sql.SQL("CREATE ROLE {} LOGIN INHERIT CONNECTION LIMIT {} {}")
    cursor.execute(words.format(name, sql.Literal(CONNECTIONS), password))
    cursor.execute(sql.SQL("GRANT zc_station TO {}").format(name))


def station_url(url: str, role: str, secret: str) -> str:
    from sqlalchemy.engine import make_url

    made = make_url(url).set(username=role)
    made = made._replace(password=secret or None)
    return made.render_as_string(hide_password=False)


def revoke_station(url: str, role: str) -> None:
    """Shut a station out at once: its calls, its login and its open sessions."""
    from psycopg import sql

    with connect(url) as connection:
        with connection.transaction():
            found = connection.execute(
                "UPDATE core.station SET revoked = true WHERE role = %s", (role,)
            ).rowcount
            if not found:
                raise UserError(NO_STATION, role=role)
            connection.execute("DELETE FROM core.invitation WHERE moved_from = %s", (role,))
            connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(role)))
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (role,)
        )


def set_audiences(url: str, role: str, audiences: Iterable[str] | None) -> None:
    """Say anew whose bodies a station may have besides its own; None = the whole hall's.

    What it now may have comes with its next rounds. What it has already stays there: shut a PC
    out that must lose it.
    """
    with connect(url) as connection:
        found = connection.execute(
            "UPDATE core.station SET audiences = %s WHERE role = %s",
            (None if audiences is None else sorted(audiences), role),
        ).rowcount
    if not found:
        raise UserError(NO_STATION, role=role)


def set_stations(url: str, hall: str, clerk: str, roles: Iterable[str]) -> None:
    """Say at which stations a clerk may log in; none at all is a clerk who left."""
    import psycopg

    with connect(url) as connection, connection.transaction():
        connection.execute(
            "DELETE FROM core.clerk_station WHERE hall = %s AND clerk = %s", (hall, clerk)
        )
        for role in roles:
            try:
                found = connection.execute(
                    "INSERT INTO core.clerk_station (hall, clerk, role)"
                    " SELECT hall, %s, role FROM core.station WHERE hall = %s AND role = %s",
                    (clerk, hall, role),
                ).rowcount
            except psycopg.errors.UniqueViolation:
                continue
            if not found:
                raise UserError(NO_STATION, role=role)


def bump_epoch(url: str, hall: str) -> int:
    """After a restore or a promotion: a new epoch, and codes far from any that may be lost."""
    with connect(url) as connection:
        row = connection.execute(
            "UPDATE core.hall_head SET epoch = epoch + 1, epoch_start = position,"
            " next_code = (next_code + %s) %% %s WHERE hall = %s RETURNING epoch",
            (BUMP, CODES, hall),
        ).fetchone()
    if row is None:
        raise UserError(NO_HALL, hall=hall)
    return int(row[0])


def set_least(url: str, hall: str, protocol: int) -> None:
    """Ask a hall's stations for at least this protocol; older ones send and are told to update."""
    with connect(url) as connection:
        found = connection.execute(
            "UPDATE core.hall_head SET least_protocol = %s WHERE hall = %s", (protocol, hall)
        ).rowcount
    if not found:
        raise UserError(NO_HALL, hall=hall)


def end_held(url: str, *, idle_seconds: float = 2.0, busy_seconds: float = 10.0) -> int:
    """End stations' sessions that hold a transaction open; return how many (sync 2.10)."""
    with connect(url) as connection:
        return connection.execute(
            "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a"
            " JOIN core.station AS s ON s.role = a.usename"
            " WHERE a.datname = current_database() AND (a.state LIKE 'idle in transaction%%'"
            "   AND a.state_change < clock_timestamp() - make_interval(secs => %s)"
            "   OR a.xact_start < clock_timestamp() - make_interval(secs => %s))",
            (idle_seconds, busy_seconds),
        ).rowcount
