"""A copy of a server's halls as plain files, and bringing one back under a new epoch.

One snapshot of every table with a digest each, but the keys of personal records: these lie in one
file apart, written anew each time, so that a key destroyed later is in no older backup. After a
restore the stations send again whatever the copy lacks, and no incarnation code is given twice.
What the stations' passwords are checked with lies beside the keys, so that they log in to a new
server as they did. Never over a server that holds halls.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import msgspec

from zcdesk.errors import StoreError, UserError
from zcdesk.store.place import write_durably
from zcdesk.sync import admin, clear, schema
from zcdesk.sync.schema import v2, v4, v7, v8
from zcdesk.sync.schema.v1.tables import NAMES as FIRST

MANIFEST = "manifest.json"
KEYS = "person_key"
LOGINS = "logins.json"
SINCE = (
    ("0008", v8.NAMES),
    ("0007", v7.NAMES),
    ("0004", v4.NAMES),
    ("0002", v2.NAMES),
    ("", FIRST),
)
"""(version, its tables), newest first: a copy holds those of the version it was made from."""

NOT_EMPTY = "NET-24"
DAMAGED = "NET-25"


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds.

    Attributes:
        files: table → digest of its file.
        heads: hall → last position.
    """

    version: str
    taken_at: str
    files: dict[str, str]
    heads: dict[str, int]


def backup(url: str, folder: Path, escrow: Path) -> Manifest:
    """Write every table to `folder`, all as of one moment, and the keys to `escrow`."""
    from psycopg import sql

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files: dict[str, str] = {}
    version = schema.current(url)
    with admin.connect(url) as connection, connection.transaction(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT hall, position FROM core.hall_head ORDER BY hall")
        heads = {str(hall): int(position) for hall, position in cursor.fetchall()}
        cursor.execute("SELECT now()::text")
        row = cursor.fetchone()
        taken_at = str(row[0]) if row else ""
        for name in _tables(version):
            digest = hashlib.sha256()
            words = sql.SQL("COPY core.{} TO STDOUT").format(sql.Identifier(name))
            with open(folder / name, "wb") as file, cursor.copy(words) as rows:
                for piece in rows:
                    file.write(piece)
                    digest.update(piece)
            files[name] = digest.hexdigest()
    made = Manifest(version, taken_at, files, heads)
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=2))
    write_keys(url, escrow)
    _write_logins(url, escrow / LOGINS)
    return made


def _tables(version: str) -> list[str]:
    """Return the tables of a version, each after those it refers to; never the keys."""
    names = next(names for since, names in SINCE if version >= since)
    return [name for name in names if name != KEYS]


def _write_logins(url: str, path: Path) -> None:
    """Write the stations' password verifiers; only a superuser is told them."""
    import psycopg

    with admin.connect(url) as connection:
        try:
            rows = connection.execute(
                "SELECT a.rolname, a.rolpassword FROM pg_authid AS a"
                " JOIN core.station AS s ON s.role = a.rolname WHERE a.rolpassword IS NOT NULL"
            ).fetchall()
        except psycopg.errors.InsufficientPrivilege:
            return
    write_durably(path, msgspec.json.encode({str(role): str(text) for role, text in rows}))
    path.chmod(0o600)


def write_keys(url: str, escrow: Path) -> None:
    """Write the file of keys anew; the one before is overwritten, then replaced."""
    escrow.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = escrow / KEYS
    words = "COPY core.person_key TO STDOUT"
    with admin.connect(url) as connection, connection.cursor() as c, c.copy(words) as rows:
        data = b"".join(bytes(piece) for piece in rows)
    old = path.with_suffix(".old")
    if path.exists():
        path.replace(old)
    write_durably(path, data)
    path.chmod(0o600)
    if old.exists():
        with open(old, "r+b") as file:
            file.write(bytes(old.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        old.unlink()


def restore(url: str, folder: Path, escrow: Path) -> Manifest:
    """Bring a backup into an empty database and begin a new epoch in every hall.

    Raises:
        StoreError: a file is missing or not what the manifest says; nothing was changed.
        UserError: the database holds halls already.
    """
    from psycopg import sql

    made = _checked(folder)
    # Its rows have the columns of the version they were written by.
    schema.upgrade(url, made.version or "head")
    with admin.connect(url) as connection, connection.transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core.hall_head")
        row = cursor.fetchone()
        if row is None or row[0]:
            raise UserError(NOT_EMPTY)
        for name in _tables(made.version):
            words = sql.SQL("COPY core.{} FROM STDIN").format(sql.Identifier(name))
            with open(folder / name, "rb") as file, cursor.copy(words) as rows:
                while piece := file.read(1 << 20):
                    rows.write(piece)
        _bring_keys(cursor, escrow / KEYS)
        known = _logins(escrow / LOGINS)
        cursor.execute("SELECT role FROM core.station WHERE NOT revoked ORDER BY role")
        for (role,) in cursor.fetchall():
            # A verifier given as a password is taken as it is (PostgreSQL, CREATE ROLE).
            admin.make_role(cursor, str(role), known.get(str(role), ""))
    schema.upgrade(url)
    clear.drop(url)
    for hall in made.heads:
        admin.bump_epoch(url, hall)
    return made


def _bring_keys(cursor: Any, path: Path) -> None:
    """Take the keys of the records that are there; one whose key is gone counts as erased."""
    cursor.execute("CREATE TEMP TABLE kept (LIKE core.person_key) ON COMMIT DROP")
    if path.exists():
        with cursor.copy("COPY kept FROM STDIN") as rows:
            rows.write(path.read_bytes())
    cursor.execute(
        "INSERT INTO core.person_key SELECT k.* FROM kept AS k"
        " JOIN core.person AS p ON p.hall = k.hall AND p.ref = k.ref"
    )
    cursor.execute(
        "SELECT core.erase(p.hall, p.ref, 'no key at restore') FROM core.person AS p"
        " WHERE NOT EXISTS (SELECT FROM core.person_key AS k"
        "   WHERE k.hall = p.hall AND k.ref = p.ref)"
        " AND NOT EXISTS (SELECT FROM core.person_erased AS e"
        "   WHERE e.hall = p.hall AND e.ref = p.ref)"
    )


def _logins(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}  # they get new logins, or log in by certificate


def _checked(folder: Path) -> Manifest:
    try:
        made = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        for name in _tables(made.version):
            with open(folder / name, "rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if found != made.files.get(name):
                raise StoreError(DAMAGED, file=name)
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(DAMAGED, file=MANIFEST) from error
    return made
