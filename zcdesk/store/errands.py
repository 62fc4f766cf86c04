"""Errands to the district platform: which cases changed here since it was told.

Found by reading on in this file's acts, so no operation has to remember the platform. Local work
of this station, never synced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from zcdesk.domain.platform import CaseIn, Errand
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import acts, meta, platform_errand

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_C = platform_errand.c
_COLUMNS = tuple(_C[name] for name in Errand.__struct_fields__)
_PUT = upsert(platform_errand)
_ONE = Prepared(select(*_COLUMNS).where(_C.subject == bindparam("subject")))
_DUE = Prepared(
    select(*_COLUMNS)
    .where(_C.waits == 1, _C.next_at <= bindparam("until"))
    .order_by(_C.next_at, _C.subject)
    .limit(bindparam("most"))
)
_ALL = Prepared(select(*_COLUMNS).order_by(_C.subject))
_CHANGED = Prepared(
    select(acts.c.subject, func.max(acts.c.pk))
    .where(acts.c.pk > bindparam("after"), acts.c.subject.between("case:", "case;"))
    .group_by(acts.c.subject)
)
_LAST = Prepared(select(func.max(acts.c.pk)))
_WAIT = Prepared(
    insert(platform_errand)
    .values(
        subject=bindparam("subject"),
        waits=1,
        attempts=0,
        **dict.fromkeys(("number", "told", "next_at", "why", "reason", "theirs"), ""),
    )
    .on_conflict_do_update(
        index_elements=["subject"], set_={"waits": 1, "attempts": 0, "next_at": ""}
    )
)
_META = Prepared(select(meta.c.value).where(meta.c.key == bindparam("name")))
_PUT_META = upsert(meta)

READ_TO = "platform.read_to"
CURSOR = "platform.cursor"


def notice_changes(tx: Transaction) -> int:
    """Let every case that has new acts wait to be told; return how many."""
    tx.flush()
    after = int(note(tx, READ_TO) or 0)
    changed = tx.run(_CHANGED, (after,)).fetchall()
    for subject, _ in changed:
        tx.run(_WAIT, (subject,))
    last = tx.run(_LAST).fetchone()[0] or 0
    keep_note(tx, READ_TO, str(last))
    return len(changed)


def put(tx: Transaction, errand: Errand) -> None:
    """Save an errand as it stands now."""
    theirs = msgspec.json.encode(errand.theirs).decode() if errand.theirs else ""
    values = {**msgspec.structs.asdict(errand), "theirs": theirs, "waits": int(errand.waits)}
    tx.run(_PUT, _PUT.row(values))
    tx.touch("platform")


def get(reader: Reader, subject: str) -> Errand | None:
    row = reader.run(_ONE, (subject,)).fetchone()
    return _errand(row) if row else None


def due(reader: Reader, until: str, most: int) -> tuple[Errand, ...]:
    """Return the errands whose time has come, the longest due first."""
    return tuple(_errand(row) for row in reader.run(_DUE, (until, most)))


def all_of(reader: Reader) -> tuple[Errand, ...]:
    """Return every errand there is."""
    return tuple(_errand(row) for row in reader.run(_ALL).fetchall())


def note(reader: Reader, name: str) -> str:
    """Return a note of this station, empty where there is none."""
    row = reader.run(_META, (name,)).fetchone()
    return row[0] if row else ""


def keep_note(tx: Transaction, name: str, value: str) -> None:
    tx.run(_PUT_META, (name, value))


def _errand(row: tuple[object, ...]) -> Errand:
    values = dict(zip(Errand.__struct_fields__, row, strict=True))
    text = str(values["theirs"])
    values["waits"] = bool(values["waits"])
    values["theirs"] = msgspec.json.decode(text, type=CaseIn) if text else None
    return msgspec.convert(values, Errand)
