"""Walking a hall's order on its server: which act was altered, removed or put in, by position.

The same hashes as `zcdesk verify` on a station. Never a repair.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from zcdesk.domain.act import GENESIS, START, Act, Position, flaw, next_chain
from zcdesk.sync import admin

_ACT = ", ".join(Act.__struct_fields__)


class Flaw(msgspec.Struct, frozen=True):
    """One thing that is not as it was written; position 0 = in no place of the order."""

    hall: str
    position: int
    what: str


class HallStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One hall on the server."""

    hall: str
    position: int
    epoch: int
    stations: int
    revoked: int
    quarantined: int
    waiting: int


def status(url: str) -> tuple[HallStatus, ...]:
    """Return how each hall stands."""
    with admin.connect(url) as connection:
        rows = connection.execute(
            "SELECT h.hall, h.position, h.epoch,"
            " (SELECT count(*) FROM core.station AS s WHERE s.hall = h.hall),"
            " (SELECT count(*) FROM core.station AS s WHERE s.hall = h.hall AND s.revoked),"
            " (SELECT count(*) FROM core.quarantine AS q WHERE q.hall = h.hall),"
            " (SELECT count(*) FROM core.ticket AS t WHERE t.hall = h.hall AND t.state = 'waiting')"
            " FROM core.hall_head AS h ORDER BY h.hall"
        ).fetchall()
    names = HallStatus.__struct_fields__
    return tuple(HallStatus(**dict(zip(names, row, strict=True))) for row in rows)


def flaws(url: str, hall: str) -> tuple[Flaw, ...]:
    """Walk one hall's order and every incarnation's chain in it."""
    return tuple(_walk(url, hall))


def _walk(url: str, hall: str) -> Iterator[Flaw]:
    here = START
    tails: dict[str, tuple[int, str]] = {}
    with admin.connect(url) as connection, connection.transaction():
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 2000
            cursor.execute(
                f"SELECT position, chain, {_ACT} FROM core.act"  # noqa: S608 - own names
                " WHERE hall = %s ORDER BY position",
                (hall,),
            )
            for number, chain, *fields in cursor:
                act = Act(**dict(zip(Act.__struct_fields__, fields, strict=True)))
                for missing in range(here.number + 1, number):
                    yield Flaw(hall, missing, "removed")
                wrong = flaw(act)
                if wrong is not None:
                    yield Flaw(hall, number, wrong)
                elif number == here.number + 1 and next_chain(here.chain, act) != chain:
                    yield Flaw(hall, number, "chain")
                seq, tail = tails.get(act.origin, (0, GENESIS))
                if wrong is None and act.seq == seq + 1 and act.prev != tail:
                    yield Flaw(hall, number, "altered")
                tails[act.origin] = (act.seq, act.hash)
                here = Position(number, chain)
        row = connection.execute(
            "SELECT position, chain FROM core.hall_head WHERE hall = %s", (hall,)
        ).fetchone()
        for missing in range(here.number + 1, (row[0] if row else 0) + 1):
            yield Flaw(hall, missing, "removed")
        if row and row[0] == here.number and row[1] != here.chain:
            yield Flaw(hall, here.number, "head")
        for origin, seq, hash_ in connection.execute(
            "SELECT origin, seq, hash FROM core.origin WHERE hall = %s ORDER BY origin",
            (hall,),
        ).fetchall():
            if tails.get(origin, (0, GENESIS)) != (seq, hash_):
                yield Flaw(hall, 0, f"incarnation {origin}")
