"""One-time codes by which a PC becomes a station: made here, redeemed here, never stored.

`FFFF-FFFF-FIIS-SSSS-SSSS`: nine characters that stand for the hall's authority, so that a PC which
has no certificate yet knows whom it talks to; two that name the invitation; nine that are secret.
The first nine come from a slow function: another authority with the same ones would take
2^45 runs of it.
"""

from __future__ import annotations

import hashlib
import secrets
import ssl
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from zcdesk.domain.numbers import ALPHABET
from zcdesk.errors import Invalid, UserError
from zcdesk.sync import admin
from zcdesk.sync.admin import StationLogin

if TYPE_CHECKING:
    import psycopg

WRONG, EXPIRED, USED, LOCKED, MALFORMED = "NET-30", "NET-31", "NET-32", "NET-33", "NET-34"
FINGERPRINT, ID, SECRET = 9, 2, 9
TRIES = 5
MINUTES = 30
_MISREAD = str.maketrans("ILOU", "110V")


class Code(msgspec.Struct, frozen=True):
    """A code in parts."""

    fingerprint: str
    id: str
    secret: str

    @property
    def text(self) -> str:
        """As it is read out and typed, in groups of four."""
        whole = self.fingerprint + self.id + self.secret
        return "-".join(whole[at : at + 4] for at in range(0, len(whole), 4))


class _Row(NamedTuple):
    """An invitation as the server keeps it; `is_over` by the server's clock."""

    name: str
    role: str
    audiences: list[str] | None
    moved_from: str
    digest: str
    is_over: bool
    tries: int
    key: str


def read(text: str) -> Code:
    """Read a typed code, whatever its groups and case; NET-34 if it cannot be one."""
    plain = "".join(c for c in text.upper() if c not in "- \t").translate(_MISREAD)
    if len(plain) != FINGERPRINT + ID + SECRET or set(plain) - set(ALPHABET):
        raise Invalid(MALFORMED, "code")
    return Code(plain[:FINGERPRINT], plain[FINGERPRINT:-SECRET], plain[-SECRET:])


def fresh(certificate: str) -> Code:
    """Return a new code for the authority of this certificate (PEM)."""
    return Code(fingerprint(certificate), _random(ID), _random(SECRET))


def fingerprint(certificate: str) -> str:
    """Return what stands for an authority in its codes."""
    der = ssl.PEM_cert_to_DER_cert(certificate)
    return _letters(hashlib.scrypt(der, salt=b"zcdesk authority", n=2**14, r=8, p=1), FINGERPRINT)


def digest(hall: str, code: Code) -> str:
    """Return what the server keeps of a code."""
    salt = f"{hall} {code.id}".encode()
    return hashlib.scrypt(code.secret.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()


def invite(
    url: str,
    hall: str,
    name: str,
    *,
    role: str,
    certificate: str,
    audiences: Sequence[str] | None = None,
    minutes: int = MINUTES,
) -> Code:
    """Keep an invitation for one PC and return its code, which is told once.

    Raises:
        UserError: NET-15 no such hall, NET-16 the name or the login is taken.
    """
    admin.check_role(role, name)
    with admin.connect(url) as connection, connection.transaction():
        connection.execute(
            "DELETE FROM core.invitation WHERE expires < clock_timestamp() - interval '7 days'"
        )
        halls = connection.execute("SELECT 1 FROM core.hall_head WHERE hall = %s", (hall,))
        if not halls.rowcount:
            raise UserError(admin.NO_HALL, hall=hall)
        stations = connection.execute(
            "SELECT 1 FROM core.station WHERE hall = %s AND name = %s AND NOT revoked", (hall, name)
        )
        if stations.rowcount or admin.is_taken(connection, role):
            raise UserError(admin.BAD_NAME, role=role, name=name)
        while True:
            code = fresh(certificate)
            kept = connection.execute(
                "INSERT INTO core.invitation (hall, id, name, role, audiences, digest, expires)"
                " VALUES (%s, %s, %s, %s, %s, %s, clock_timestamp() + make_interval(mins => %s))"
                " ON CONFLICT DO NOTHING",
                (
                    *(hall, code.id, name, role),
                    *(None if audiences is None else list(audiences), digest(hall, code), minutes),
                ),
            )
            if kept.rowcount:
                return code


def redeem(url: str, hall: str, code: Code, key: str) -> StationLogin:
    """Make the station a code was given for; the same key gets the same answer again.

    Args:
        key: digest of the public key of who asks.

    Raises:
        UserError: NET-30 wrong, NET-31 too late, NET-32 used by another PC, NET-33 tried too often.
    """
    with admin.connect(url) as connection, connection.transaction():
        row = _row(connection, hall, code.id)
        refusal = WRONG if row is None else _refusal(row, hall, code, key)
        if row is not None and refusal == WRONG:
            _count(connection, hall, code.id)
        if row is not None and not refusal:
            role = _made(connection, hall, code.id, row, key)
    if row is None or refusal:
        raise UserError(refusal)
    return StationLogin(role, hall, row.name, admin.station_url(url, role, ""))


def _row(connection: psycopg.Connection[Any], hall: str, id_: str) -> _Row | None:
    found = connection.execute(
        "SELECT name, role, audiences, moved_from, digest, expires < clock_timestamp(), tries, key"
        " FROM core.invitation WHERE hall = %s AND id = %s FOR UPDATE",
        (hall, id_),
    ).fetchone()
    return None if found is None else _Row(*found)


def _refusal(row: _Row, hall: str, code: Code, key: str) -> str:
    if row.tries >= TRIES:
        return LOCKED
    if not secrets.compare_digest(row.digest, digest(hall, code)):
        return WRONG
    if row.key and row.key != key:
        return USED
    return EXPIRED if row.is_over and not row.key else ""


def _count(connection: psycopg.Connection[Any], hall: str, id_: str) -> None:
    connection.execute(
        "UPDATE core.invitation SET tries = tries + 1 WHERE hall = %s AND id = %s", (hall, id_)
    )


def _made(connection: psycopg.Connection[Any], hall: str, id_: str, row: _Row, key: str) -> str:
    """Make the station unless this key did before; return its login."""
    if row.key:
        return row.role
    role = _free(connection, row.role) if row.moved_from else row.role
    admin.lay_station(connection, hall, row.name, role=role, audiences=row.audiences, secret="")
    if row.moved_from:
        # Who could work at the old PC can work at the new one.
        connection.execute(
            "INSERT INTO core.clerk_station (hall, clerk, role)"
            " SELECT hall, clerk, %s FROM core.clerk_station WHERE hall = %s AND role = %s",
            (role, hall, row.moved_from),
        )
    connection.execute(
        "UPDATE core.invitation SET key = %s, role = %s WHERE hall = %s AND id = %s",
        (key, role, hall, id_),
    )
    return role


def _free(connection: psycopg.Connection[Any], role: str) -> str:
    """Return the first login w05_2, w05_3 … that nobody had yet."""
    stem, _, last = role.rpartition("_")
    stem = stem if stem and last.isdigit() else role
    number = 2
    while admin.is_taken(connection, f"{stem}_{number}"):
        number += 1
    return f"{stem}_{number}"


def _random(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def _letters(data: bytes, count: int) -> str:
    number = int.from_bytes(data, "big")
    return "".join(ALPHABET[number >> (5 * at) & 31] for at in range(count))
