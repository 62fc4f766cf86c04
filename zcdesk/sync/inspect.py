"""Walking a hall's order on its server: which act was altered, removed or put in, by position.

The same hashes as `zcdesk verify` on a station. Never a repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from zcdesk.domain.act import GENESIS, Act, Position
from zcdesk.domain.shift import ShiftBegan
from zcdesk.domain.statement import ShiftStatement
from zcdesk.store import signing
from zcdesk.store.walk import Finding, Walk
from zcdesk.sync import admin
from zcdesk.sync.sign import day_end

_CONFIRMED = """
SELECT a.body, a.at, r.role FROM core.act AS a
JOIN core.origin AS r ON r.hall = a.hall AND r.origin = a.origin
JOIN core.act AS c ON c.hall = a.hall AND c.subject = a.subject AND c.kind = 'shift.confirmed'
  AND c.clerk <> a.clerk
WHERE a.hall = %s AND a.kind = 'shift.began' AND a.body IS NOT NULL
"""
_ACT = ", ".join(Act.__struct_fields__)


class HallStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One hall on the server.

    Attributes:
        unsealed: pages that an older program left in the clear, until a station seals them.
    """

    hall: str
    position: int
    epoch: int
    stations: int
    revoked: int
    quarantined: int
    waiting: int
    unsealed: int


def status(url: str) -> tuple[HallStatus, ...]:
    """Return how each hall stands."""
    with admin.connect(url) as connection:
        rows = connection.execute(
            "SELECT h.hall, h.position, h.epoch,"
            " (SELECT count(*) FROM core.station AS s WHERE s.hall = h.hall),"
            " (SELECT count(*) FROM core.station AS s WHERE s.hall = h.hall AND s.revoked),"
            " (SELECT count(*) FROM core.quarantine AS q WHERE q.hall = h.hall)"
            " + (SELECT count(*) FROM core.late_act AS l WHERE l.hall = h.hall),"
            " (SELECT count(*) FROM core.ticket AS t"
            "  WHERE t.hall = h.hall AND t.state = 'waiting'),"
            " (SELECT count(*) FROM core.blob AS b"
            "  WHERE b.hall = h.hall AND b.role = '' AND b.form = 'clear')"
            " FROM core.hall_head AS h ORDER BY h.hall"
        ).fetchall()
    names = HallStatus.__struct_fields__
    return tuple(HallStatus(**dict(zip(names, row, strict=True))) for row in rows)


def flaws(url: str, hall: str, signer: str = "") -> tuple[Finding, ...]:
    """Walk one hall's order, every incarnation's chain in it, and what was signed of it.

    Args:
        signer: public key the signed heads must be signed by; empty = only what they say is
            compared.
    """
    walk = Walk()
    with admin.connect(url) as connection, connection.transaction():
        # One moment of a hall at work: else what is pushed meanwhile would look like a fault.
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        head = connection.execute(
            "SELECT position, chain, epoch, epoch_start FROM core.hall_head WHERE hall = %s",
            (hall,),
        ).fetchone() or (0, GENESIS, 0, 0)
        rows = connection.execute(
            "SELECT statement, signature FROM core.signed_head WHERE hall = %s", (hall,)
        ).fetchall()
        signed = signing.Heads(signer, rows, *head[2:])
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 2000
            cursor.execute(
                f"SELECT position, chain, {_ACT} FROM core.act"  # noqa: S608 - own names
                " WHERE hall = %s ORDER BY position",
                (hall,),
            )
            for number, chain, *fields in cursor:
                act = Act(**dict(zip(Act.__struct_fields__, fields, strict=True)))
                walk.step(number, chain, act)
                signed.compare(Position(number, chain))
        signed.end()
        walk.reach(Position(*head[:2]))
        walk.end(
            connection.execute(
                "SELECT origin, seq, hash FROM core.origin WHERE hall = %s ORDER BY origin", (hall,)
            ).fetchall()
        )
    return (*walk.findings, *signed.findings)


class Unproven(msgspec.Struct, frozen=True):
    """Acts of a clerk at a station that no signed shift and no supervisor covers.

    Attributes:
        position: of the first of them.
    """

    clerk: str
    station: str
    count: int
    position: int


def unverified(url: str, hall: str, signer: str = "") -> tuple[Unproven, ...]:
    """Return whose acts nobody vouches for, since the hall has a server.

    An act is covered by a shift of its clerk at its station that began before it and has not
    ended, if the server signed it or a supervisor confirmed it.
    """
    with admin.connect(url) as connection:
        covers = _shifts(connection, hall, signer)
        found: dict[tuple[str, str], tuple[int, int]] = {}
        for clerk, role, at, position in connection.execute(
            "SELECT a.clerk, r.role, a.at, a.position FROM core.act AS a"
            " JOIN core.origin AS r ON r.hall = a.hall AND r.origin = a.origin"
            " JOIN core.hall_head AS h ON h.hall = a.hall AND a.position > h.shifts_from"
            " WHERE a.hall = %s AND a.clerk <> '' ORDER BY a.position",
            (hall,),
        ).fetchall():
            if not any(since <= at < until for since, until in covers.get((clerk, role), ())):
                count, first = found.get((clerk, role), (0, position))
                found[clerk, role] = (count + 1, first)
    return tuple(Unproven(*who, *what) for who, what in sorted(found.items()))


def _shifts(connection: Any, hall: str, signer: str) -> dict[tuple[str, str], list[Any]]:
    """Return (clerk, role) → spans of ISO times that somebody vouches for."""
    spans: dict[tuple[str, str], list[Any]] = {}
    for statement, signature in connection.execute(
        "SELECT statement, signature FROM core.shift_token WHERE hall = %s AND reason = ''", (hall,)
    ).fetchall():
        if not signer or signing.is_signed(signer, statement, signature):
            said = msgspec.json.decode(statement, type=ShiftStatement)
            spans.setdefault((said.clerk, said.station), []).append((said.since, said.until))
    for body, at, role in connection.execute(_CONFIRMED, (hall,)).fetchall():
        began = msgspec.json.decode(body, type=ShiftBegan)
        spans.setdefault((began.clerk, role), []).append((at, day_end(at)))
    return spans


def differences(url: str, copy: Iterable[tuple[Position, str]], hall: str) -> Iterator[int]:
    """Yield each position where a station's copy holds another act than the server.

    So an order that somebody wrote anew from end to end, chains and all, is found exactly.

    Args:
        copy: (position, hash of the act) in order, as a station has them.
    """
    with (
        admin.connect(url) as connection,
        connection.transaction(),
        connection.cursor(name="compare") as cursor,
    ):
        cursor.itersize = 2000
        cursor.execute(
            "SELECT position, hash FROM core.act WHERE hall = %s ORDER BY position", (hall,)
        )
        there = iter(cursor)
        row = next(there, None)
        for position, hash_ in copy:
            while row is not None and row[0] < position.number:
                row = next(there, None)
            if row is None or row[0] != position.number or row[1] != hash_:
                yield position.number
