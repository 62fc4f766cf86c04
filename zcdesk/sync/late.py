"""What a PC had not sent when it was shut out: carried over in a file, placed or kept for a person.

Acts of before the revocation go into the order under every check of a push, each flagged; later
ones, and those that do not fit, are kept apart until a person takes them in. Nothing is dropped.
The time is the PC's own word: a login nobody vouched for stays 未核实 all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk.domain.act import Act, envelope
from zcdesk.errors import SurroundingsError, UserError
from zcdesk.store import replica
from zcdesk.store.place import write_durably
from zcdesk.sync import admin
from zcdesk.sync.schema import PROTOCOL

if TYPE_CHECKING:
    import psycopg

    from zcdesk.store.store import Store

STILL_IN = "NET-52"
NO_FILE = "NET-53"
EVERY = 1 << 40
AT_ONCE = 200
LATE, UNFIT, FLAG = "late", "unfit", "from a station shut out"
"""Why an act is kept apart: written after the revocation, or refused by the order. The last one
stands at those that were placed, so that a person looks at them."""

_PUSH = """
SELECT core.push_as(s, %s, 0, %b::bytea[], %b::text[], %b::text[], %b::bytea[])
FROM core.station AS s WHERE s.role = %s
"""
_KEPT = """
SELECT envelope, body_hash, hash, body FROM core.late_act WHERE role = %s ORDER BY origin, seq
"""

Row = tuple[bytes, str, str, bytes | None]


class Unsent(msgspec.Struct, frozen=True):
    """The file: a PC's acts without a place, in their order."""

    hall: str
    station: str
    acts: tuple[Act, ...]


class Taken(msgspec.Struct, frozen=True):
    """How many acts were placed, and how many are kept apart now."""

    placed: int
    kept: int


def export(store: Store, path: Path) -> int:
    """Write what this PC has not sent to a file for its owner alone; return how many acts."""
    with store.reading() as reader:
        acts = replica.outbox(reader, EVERY, EVERY)
    found = Unsent(store.hall, store.station.name, acts)
    write_durably(path, msgspec.msgpack.encode(found))
    path.chmod(0o600)
    return len(acts)


def load(path: Path) -> Unsent:
    """Read such a file.

    Raises:
        SurroundingsError: NET-53, there is none, or it is none.
    """
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Unsent)
    except (OSError, msgspec.DecodeError) as error:
        raise SurroundingsError(NO_FILE, file=path.name) from error


def take(url: str, role: str, found: Unsent) -> Taken:
    """Take in what a PC that was shut out had not sent; again with the same file changes nothing.

    Raises:
        UserError: NET-52, the station is not shut out, or NET-14, there is none.
    """
    with admin.connect(url) as connection, connection.transaction():
        until = _until(connection, role, found.hall)
        early = [act for act in found.acts if datetime.fromisoformat(act.at) <= until]
        _place(connection, role, found.hall, map(_row, early))
        placed = _placed(connection, found.hall, [act.hash for act in found.acts])
        of_time = {act.hash for act in early}
        for act in found.acts:
            if act.hash not in placed:
                reason = UNFIT if act.hash in of_time else LATE
                connection.execute(
                    "INSERT INTO core.late_act VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
                    " ON CONFLICT DO NOTHING",
                    (found.hall, role, act.origin, act.seq, reason, *_row(act)),
                )
        return Taken(len(placed), _kept(connection, role))


def accept(url: str, role: str) -> Taken:
    """Place what is kept of a station, after a person decided so; what does not fit stays."""
    with admin.connect(url) as connection, connection.transaction():
        rows = connection.execute(_KEPT, (role,)).fetchall()
        hall = _hall(connection, role)
        _place(connection, role, hall, rows)
        placed = _placed(connection, hall, [row[2] for row in rows])
        connection.execute(
            "DELETE FROM core.late_act WHERE role = %s AND hash = ANY (%s)", (role, list(placed))
        )
        return Taken(len(placed), _kept(connection, role))


def _row(act: Act) -> Row:
    return envelope(act), act.body_hash, act.hash, act.body


def _until(connection: psycopg.Connection[Any], role: str, hall: str) -> datetime:
    row = connection.execute(
        "SELECT coalesce(revoked_at, 'epoch'), revoked FROM core.station"
        " WHERE role = %s AND hall = %s",
        (role, hall),
    ).fetchone()
    if row is None:
        raise UserError(admin.NO_STATION, role=role)
    if not row[1]:
        raise UserError(STILL_IN, role=role)
    until: datetime = row[0]
    return until


def _hall(connection: psycopg.Connection[Any], role: str) -> str:
    row = connection.execute("SELECT hall FROM core.station WHERE role = %s", (role,)).fetchone()
    if row is None:
        raise UserError(admin.NO_STATION, role=role)
    return str(row[0])


def _place(connection: psycopg.Connection[Any], role: str, hall: str, rows: Iterable[Row]) -> None:
    """Push as the station would have; what the order refuses is simply not placed."""
    left = list(rows)
    for first in range(0, len(left), AT_ONCE):
        columns = [list(column) for column in zip(*left[first : first + AT_ONCE], strict=True)]
        connection.execute(_PUSH, (PROTOCOL, *columns, role))
    connection.execute(
        "INSERT INTO core.quarantine SELECT hall, position, %s FROM core.act"
        " WHERE hall = %s AND hash = ANY (%s) ON CONFLICT DO NOTHING",
        (FLAG, hall, [row[2] for row in left]),
    )


def _placed(
    connection: psycopg.Connection[Any], hall: str, hashes: Sequence[str]
) -> frozenset[str]:
    rows = connection.execute(
        "SELECT hash FROM core.act WHERE hall = %s AND hash = ANY (%s)", (hall, hashes)
    ).fetchall()
    return frozenset(str(row[0]) for row in rows)


def _kept(connection: psycopg.Connection[Any], role: str) -> int:
    row = connection.execute(
        "SELECT count(*) FROM core.late_act WHERE role = %s", (role,)
    ).fetchone()
    return int(row[0]) if row else 0
