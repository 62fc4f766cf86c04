"""Drafts: what is typed and ticked in an open visit, kept at every step, never synced.

A draft goes into the same transaction as anything else; after a kill it is back as last saved.
Never an act: nothing here has happened yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, delete, select

from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import draft

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Draft(msgspec.Struct, frozen=True):
    """One saved step of an unfinished thing.

    Attributes:
        kind: what `value` is; the reader decodes it.
        value: bytes as the owner encoded them.
    """

    id: str
    window: str
    kind: str
    at: str
    value: bytes


_COLUMNS = tuple(draft.c[name] for name in Draft.__struct_fields__)
_PUT = upsert(draft)
_ONE = Prepared(select(*_COLUMNS).where(draft.c.id == bindparam("id")))
_OF_WINDOW = Prepared(
    select(*_COLUMNS).where(draft.c.window == bindparam("window")).order_by(draft.c.at, draft.c.id)
)
_DROP = Prepared(delete(draft).where(draft.c.id == bindparam("id")))


def put(tx: Transaction, id_: str, *, window: str, kind: str, value: bytes) -> None:
    """Save a draft over its older state."""
    tx.run(_PUT, (id_, window, kind, tx.at_text, value))
    tx.touch("draft")


def get(reader: Reader, id_: str) -> Draft | None:
    row = reader.run(_ONE, (id_,)).fetchone()
    return Draft(*row) if row else None


def of_window(reader: Reader, window: str) -> tuple[Draft, ...]:
    """Return a window's drafts, the oldest first."""
    return tuple(Draft(*row) for row in reader.run(_OF_WINDOW, (window,)))


def drop(tx: Transaction, id_: str) -> None:
    """Remove a draft: what it prepared has happened, or was given up."""
    tx.run(_DROP, (id_,))
    tx.touch("draft")
