"""Years of a hall's acts on its server: what real visits left there, laid again under new names.

Laid by SQL, a chunk to a statement: every row has the shape and size of a real act and is found by
every index, and pushes and pulls go on behind it. Its hashes are those of the acts it was made
from and its chain is a digest of its place: whoever walks the chain of laid history is told so.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import bindparam, update

from zcdesk.domain.act import Position
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import cursor, hall_head
from zcdesk.store.store import Store
from zcdesk.sync import admin

ACTS_A_CASE = 12
CHUNK = 100_000
"""Acts to a statement: a few seconds, and a line of progress."""

_MODEL = """
CREATE TABLE public.model AS
  SELECT *, row_number() OVER (ORDER BY position) AS place FROM core.act
  WHERE hall = %s AND split_part(subject, ':', 1) IN ('ticket', 'sitting', 'case')
"""
_LAY = """
INSERT INTO core.act
  SELECT m.hall, %(after)s + (n - %(first)s) * %(size)s + m.place,
    'sha256:' || encode(sha256(convert_to(n || '/' || m.place, 'UTF8')), 'hex'),
    m.id || '/' || n, 'laid-' || n, m.place, m.clerk, m.at, m.clock_ok, m.subject || '/' || n,
    m.base, m.kind, m.shape, m.audience, m.prev, m.body_hash, m.hash, m.body, m.received
  FROM generate_series(%(first)s::bigint, %(last)s) AS n CROSS JOIN public.model AS m
  ORDER BY n, m.place
"""
_ORIGINS = """
INSERT INTO core.origin (hall, origin, role, seq, hash)
  SELECT %(hall)s, 'laid-' || n, %(role)s, %(size)s,
    (SELECT hash FROM public.model ORDER BY place DESC LIMIT 1)
  FROM generate_series(%(first)s::bigint, %(last)s) AS n
"""
_END = """
UPDATE core.hall_head AS h SET position = a.position, chain = a.chain
  FROM (SELECT position, chain FROM core.act WHERE hall = %(hall)s
        ORDER BY position DESC LIMIT 1) AS a
  WHERE h.hall = %(hall)s RETURNING h.position, h.chain
"""
_COUNT = """
SELECT count(*), count(*) FILTER (WHERE kind = 'case.received') FROM core.act WHERE hall = %s
"""
_MOVE = Prepared(
    update(hall_head)
    .where(hall_head.c.hall == bindparam("of"))
    .values(position=bindparam("position"), chain=bindparam("chain"))
)
_PUT_CURSOR = upsert(cursor)


class Laid(NamedTuple):
    """What the server holds now; `head` is the end of the hall's order."""

    acts: int
    cases: int
    head: Position


def lay(url: str, hall: str, cases: int, tell: Callable[[str], None]) -> Laid:
    """Let a hall have at least so many cases and twelve acts for each.

    Args:
        url: the administrator's; the hall has at least one case of its own.
    """
    role = admin.add_station(url, hall, "laid", role=f"b_{secrets.token_hex(5)}").role
    with admin.connect(url) as connection:
        connection.execute(_MODEL, (hall,))
        found = connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE kind = 'case.received'),"
            " (SELECT max(position) FROM core.act WHERE hall = %s) FROM public.model",
            (hall,),
        ).fetchone()
        assert found is not None
        size, each, after = map(int, found)
        times = max(-(-cases // each), -(-cases * ACTS_A_CASE // size))
        step = max(1, CHUNK // size)
        for first in range(1, times + 1, step):
            last = min(first + step - 1, times)
            span = {"first": first, "last": last, "size": size}
            connection.execute(_LAY, span | {"after": after})
            connection.execute(_ORIGINS, span | {"hall": hall, "role": role})
            after += (last - first + 1) * size
            tell(f"{after:,} acts on the server")
        end = connection.execute(_END, {"hall": hall}).fetchone()
        connection.execute("DROP TABLE public.model")
        connection.execute("ANALYZE core.act")
        counted = connection.execute(_COUNT, (hall,)).fetchone()
        assert end is not None
        assert counted is not None
        return Laid(int(counted[0]), int(counted[1]), Position(int(end[0]), str(end[1])))


def move(store: Store, to: Position) -> None:
    """Let a joined store's copy end there, as if it had all that was laid; then open it anew."""
    with store.reading():
        epoch = store.head.epoch
    handle = store.handle
    handle.begin()
    handle.run(_MOVE, (to.number, to.chain, store.hall))
    handle.run(_PUT_CURSOR, (store.hall, to.number, to.chain, epoch))
    handle.commit()
