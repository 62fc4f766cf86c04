"""Single values of a store that has a server: keys it learnt at joining, and how far it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import meta

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

SIGNER = "server signer"
HALL_KEY = "hall key"
PERSONS = "persons read"
PERSONS_SENT = "persons sent"
"""Row of the table up to which the server has every record it takes."""

ERASED = "erasures read"
EPOCH = "persons epoch"
SEALED = "pages sent sealed"
"""There once every page was sent anew since pages are sealed on their way."""

AUDIENCES = "audiences"
"""Whose records the server last said are ours, as JSON; `null` = the whole hall's."""

BODIES = "bodies looked for"
"""How far the walk for missing bodies came; empty = there is none to do."""

VAULT, CONTENTS = "vault root", "content root"
"""There once the file got a new key: of what lies inside it, and of its contents."""

ALGORITHMS = "algorithms"
"""Profile of new seals; see `algorithms`."""

SCOUR = "scour due"
"""There while free parts of the file may hold what was destroyed."""

REPORTS = "reports written"
"""Periods of the reports this PC wrote files of, as JSON; only those not long over."""

MOVED = "window moved"
"""There once this PC's window goes to another: the code of its next PC."""

_GET = Prepared(select(meta.c.value).where(meta.c.key == bindparam("key")))
PUT = upsert(meta)


def get(reader: Reader, key: str) -> str:
    row = reader.run(_GET, (key,)).fetchone()
    return str(row[0]) if row else ""


def put(tx: Transaction, key: str, value: str) -> None:
    tx.run(PUT, (key, value))
