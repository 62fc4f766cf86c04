"""A station's copies of the signed ends of its hall's order; the server cannot take them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.statement import HeadStatement
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import signed_head

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_C = signed_head.c
_NEWEST = Prepared(
    select(_C.epoch, _C.position).order_by(_C.epoch.desc(), _C.position.desc()).limit(1)
)
_ALL = Prepared(select(_C.statement, _C.signature).order_by(_C.epoch, _C.position))
_KEEP = upsert(signed_head)


def newest(reader: Reader) -> tuple[int, int]:
    """Return (epoch, position) of the last one kept; zeros if there is none."""
    row = reader.run(_NEWEST).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, -1)


def all_of(reader: Reader) -> Sequence[tuple[bytes, bytes]]:
    found: Sequence[tuple[bytes, bytes]] = reader.run(_ALL).fetchall()
    return found


def keep(tx: Transaction, rows: Iterable[tuple[bytes, bytes, str]]) -> None:
    """Keep signed heads as (statement, signature, SM3 digest), signed rightly or not."""
    for statement, signature, sm3 in rows:
        head = msgspec.json.decode(statement, type=HeadStatement)
        tx.run(_KEEP, (head.epoch, head.position, statement, signature, sm3))
