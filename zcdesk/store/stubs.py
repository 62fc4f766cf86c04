"""Acts held without their body: which they are, and bodies that come later.

A body is only ever put where its act's own hash names it, so every chain verifies as before.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select, update

from zcdesk.domain.act import digest
from zcdesk.store.engine import Prepared
from zcdesk.store.reader import Reader
from zcdesk.store.schema import acts, hall_log
from zcdesk.store.transaction import Transaction

REACH = 2000
"""Places looked through at a time: a clerk's own action waits no longer than that takes."""

_PLACED = hall_log.join(acts, acts.c.pk == hall_log.c.act)
_MISSING = Prepared(
    select(hall_log.c.position)
    .select_from(_PLACED)
    .where(
        hall_log.c.hall == bindparam("hall"),
        hall_log.c.position > bindparam("after"),
        hall_log.c.position <= bindparam("to"),
        acts.c.body.is_(None),
    )
    .order_by(hall_log.c.position)
)
_AT = Prepared(
    select(acts.c.pk, acts.c.subject, acts.c.body_hash)
    .select_from(_PLACED)
    .where(
        hall_log.c.hall == bindparam("hall"),
        hall_log.c.position == bindparam("position"),
        acts.c.body.is_(None),
    )
)
_FILL = Prepared(update(acts).where(acts.c.pk == bindparam("of")).values(body=bindparam("body")))


def missing(reader: Reader, hall: str, after: int) -> tuple[int, ...]:
    """Return the places within `REACH` after one whose act has no body here."""
    return tuple(row[0] for row in reader.run(_MISSING, (hall, after, after + REACH)))


def fill(tx: Transaction, hall: str, bodies: Iterable[tuple[int, bytes]]) -> int:
    """Put bodies to their acts and fold those subjects afresh; return how many were right."""
    tx.flush()
    subjects: dict[str, None] = {}
    count = 0
    for position, body in bodies:
        row = tx.run(_AT, (hall, position)).fetchone()
        if row is None or digest(body) != row[2]:
            continue
        tx.run(_FILL, _FILL.row({"of": row[0], "body": body}))
        subjects[row[1]] = None
        count += 1
    for subject in subjects:
        tx.put_folded(subject, tx.refold(subject))
    return count
