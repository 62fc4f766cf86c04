"""Making the read tables again from the acts: all of them, or the old ones little by little.

A subject whose row an older program wrote is folded afresh whenever it is read, so the desk is
usable at once; `refresh` brings the rows themselves up to date in idle time. Never a change to an
act.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from zcdesk.domain.act import Act
from zcdesk.store.engine import Handle, Prepared, upsert
from zcdesk.store.reader import ACT_COLUMNS, IS_HELD, Folded, Reader, act_of, fold_in_order
from zcdesk.store.schema import (
    INDEX_TABLES,
    READ_TABLES,
    acts,
    hall_log,
    meta,
    subject_state,
)

if TYPE_CHECKING:
    from zcdesk.store.rules import Rules
    from zcdesk.store.store import Store

# By the index of subjects alone: sorting here would carry every body through the sorter.
_BY_SUBJECT = Prepared(
    select(*ACT_COLUMNS, acts.c.pk, hall_log.c.position)
    .select_from(acts.outerjoin(hall_log, hall_log.c.act == acts.c.pk))
    .where(~IS_HELD)
    .order_by(acts.c.subject)
)
_SUBJECT_AT = Act.__struct_fields__.index("subject")
_CLEAR = tuple(Prepared(delete(table)) for table in READ_TABLES)
_SUBJECTS = select(subject_state.c.subject).order_by(
    subject_state.c.version.desc(), subject_state.c.pk.desc()
)
# Two ranges of one index; with OR every subject would be sorted first.
_STALE = tuple(
    Prepared(_SUBJECTS.where(other_version).limit(bindparam("limit")))
    for other_version in (
        subject_state.c.version < bindparam("version"),
        subject_state.c.version > bindparam("version"),
    )
)
_OF_TYPE = Prepared(
    select(subject_state.c.subject)
    .where(
        subject_state.c.type == bindparam("type"), subject_state.c.version != bindparam("version")
    )
    .limit(bindparam("limit"))
)
_COUNT = tuple(
    Prepared(select(func.count()).select_from(subject_state).where(other_version))
    for other_version in (
        subject_state.c.version < bindparam("version"),
        subject_state.c.version > bindparam("version"),
    )
)
_AGE = Prepared(
    update(subject_state).where(subject_state.c.version == bindparam("of")).values(version=0)
)
_META = Prepared(select(meta.c.value).where(meta.c.key == "projection"))
_PUT_META = upsert(meta)

BULK = frozenset(
    {"booking", "case", "device", "handover", "inquiry", "online", "parcel", "rating", "reentry"}
    | {"shift", "sitting", "ticket"}
)
"""Types of which every day brings more; of the others there are few, and much looks them up."""

BATCH = 200
"""Subjects written at a time when all read tables are made again."""

SLICE = 50
"""Subjects brought up to date in one transaction beside a clerk's work: he waits for it, 10 ms."""


def rebuild(
    store: Store, *, at: datetime, progress: Callable[[int], None] = lambda done: None
) -> int:
    """Throw the read tables away and make them from the acts; return how many subjects there are.

    One transaction: a kill in the middle leaves them as they were.
    """
    count = 0
    with store.transaction(clerk="", at=at) as tx:
        for clear in _CLEAR:
            tx.run(clear)
        rows = tx.read_rows()
        for subject, folded in _fold_all(tx):
            rows.add(subject, folded)
            tx.touch(tx.rules.subject_type(subject))
            count += 1
            if count % BATCH == 0:
                rows.write()
                progress(count)
        rows.write()
    return count


def refresh(store: Store, *, at: datetime, limit: int = SLICE) -> bool:
    """Bring some rows of an older version up to date; False when done.

    First what everything else is looked up by and there is little of, then the newest subjects.
    """
    with store.reading() as reader:
        stale = _stale(reader, limit)
    if stale:
        # What a power cut takes of it is done again; the disk is waited for with the clerk's work.
        with store.transaction(clerk="", at=at, lasting=False) as tx:
            for subject in stale:
                tx.put_folded(subject, tx.refold(subject))
    return len(stale) == limit


def stale_count(reader: Reader) -> int:
    """Return how many subjects' rows still come from another version of the program."""
    current = reader.rules.version
    rows: Any = [reader.run(count, (current,)).fetchone() for count in _COUNT]
    return sum(int(row[0]) for row in rows)


def is_stale(reader: Reader) -> bool:
    """Tell whether any row still comes from another version of the program."""
    return bool(_stale(reader, 1))


def lay_index_tables(handle: Handle, rules: Rules) -> None:
    """At opening: give the index tables the shape of this version; `refresh` fills them.

    One whose shape is the same keeps its rows until they are made again: a list that is complete
    and a little old serves better than one that is empty, and nothing need be thrown away.
    """
    row = handle.run(_META).fetchone()
    if row is not None and row[0] == str(rules.version):
        return
    handle.begin()
    try:
        if row is not None:
            for table in INDEX_TABLES:
                making = [Prepared(CreateTable(table))]
                making += [Prepared(CreateIndex(index)) for index in table.indexes]
                if _shape(handle, table.name) != {_plain(one.sql) for one in making}:
                    handle.run(Prepared(DropTable(table, if_exists=True)))
                    for one in making:
                        handle.run(one)
            # A program that was newer for a while has left rows that look up to date.
            handle.run(_AGE, (rules.version,))
        handle.run(_PUT_META, ("projection", str(rules.version)))
        handle.commit()
    except BaseException:
        handle.rollback()
        raise


def _shape(handle: Handle, name: str) -> set[str]:
    """Return the statements a table and its indexes were made with."""
    wanted = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
    return {_plain(row[0]) for row in handle.raw.execute(wanted, (name,))}


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def read_digest(reader: Reader) -> str:
    """Digest the read tables: equal between replicas, and before and after a rebuild."""
    digest = hashlib.sha256()
    for table in READ_TABLES:
        columns = [column for column in table.columns if column.name != "pk"]
        order = [table.c.no] if "no" in table.c else []
        digest.update(table.name.encode())
        for row in reader.select(select(*columns).order_by(table.c.subject, *order)):
            digest.update(repr(tuple(row)).encode())
    return f"sha256:{digest.hexdigest()}"


def _stale(reader: Reader, limit: int) -> tuple[str, ...]:
    values = (reader.rules.version, limit)
    found: dict[str, None] = {}
    for type_ in reader.rules.states:
        if type_ not in BULK and len(found) < limit:
            rows = reader.run(_OF_TYPE, (type_, *values)).fetchall()
            found |= dict.fromkeys(row[0] for row in rows)
    for stale in _STALE:
        found |= dict.fromkeys(row[0] for row in reader.run(stale, values).fetchall())
    return tuple(found)[:limit]


def _fold_all(reader: Reader) -> Iterator[tuple[str, Folded]]:
    """Fold subject by subject, so that no more than one state is held."""
    for subject, group in groupby(reader.run(_BY_SUBJECT), key=_subject):
        rows = sorted(group, key=_place)
        yield subject, fold_in_order(reader.rules, ((act_of(row), row[-1] or 0) for row in rows))


def _subject(row: tuple[Any, ...]) -> str:
    return str(row[_SUBJECT_AT])


def _place(row: tuple[Any, ...]) -> tuple[bool, int, int]:
    """Placed ones in the hall's order, then those that are not yet, as they were written."""
    pk, position = row[-2:]
    return position is None, position or 0, pk
