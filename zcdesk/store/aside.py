"""Own acts set aside: parked until they are written again, or held for a person.

Parked is what lost its place in the chain: it goes on under the open incarnation, with the same
ids. Held is what no hall takes, too large or altered by hand: it stays in this file alone, no
state is made of it, and what stands behind it goes on.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import LargeBinary, bindparam, cast, or_, select, update

from zcdesk.domain.act import GENESIS, Act, act_hash, is_unfit
from zcdesk.store.engine import Prepared
from zcdesk.store.reader import ACT_COLUMNS, HELD, IS_HELD, Reader, act_of
from zcdesk.store.schema import acts, hall_log, incarnation
from zcdesk.store.transaction import Transaction

ATTENTION = "attention"
"""Touched when an act is held for a person."""

PARKED = "parked:"
_PARKED_END = "parked;"

_LAST_PLACED = Prepared(
    select(acts.c.seq)
    .join(hall_log, hall_log.c.act == acts.c.pk)
    .where(acts.c.origin == bindparam("origin"))
    .order_by(acts.c.seq.desc())
    .limit(1)
)
_BRIEF = (acts.c.pk, acts.c.id, acts.c.origin, acts.c.seq, acts.c.hash, acts.c.subject, acts.c.at)
BRIEF_AFTER = Prepared(
    select(*_BRIEF)
    .where(acts.c.origin == bindparam("origin"), acts.c.seq > bindparam("seq"))
    .order_by(acts.c.seq)
)
_PARKED_AND_HELD = Prepared(
    select(acts.c.pk, acts.c.origin, acts.c.base, acts.c.hash)
    .where(or_(acts.c.origin.between(PARKED, _PARKED_END), IS_HELD))
    .order_by(acts.c.pk)
)
BRIEF_PARKED = Prepared(
    select(*_BRIEF).where(acts.c.origin >= PARKED, acts.c.origin < _PARKED_END).order_by(acts.c.pk)
)
REPLACE = Prepared(
    update(acts)
    .where(acts.c.pk == bindparam("of"))
    .values(**{name: bindparam(name) for name in Act.__struct_fields__})
)
_BY_PK = Prepared(select(*ACT_COLUMNS).where(acts.c.pk == bindparam("pk")))
_LAST = Prepared(
    select(acts.c.seq, acts.c.hash)
    .where(acts.c.origin == bindparam("origin"))
    .order_by(acts.c.seq.desc())
    .limit(1)
)
MOVE_ORIGIN = Prepared(
    update(incarnation)
    .where(incarnation.c.origin == bindparam("of"))
    .values(seq=bindparam("seq"), hash=bindparam("hash"))
)
PARK = Prepared(update(acts).where(acts.c.pk == bindparam("of")).values(origin=bindparam("origin")))
# A hand may have put words where bytes belong.
_HOLD = Prepared(
    update(acts)
    .where(acts.c.pk == bindparam("of"))
    .values(origin=bindparam("origin"), body=cast(acts.c.body, LargeBinary))
)


class Unsent(NamedTuple):
    """One own act that has no place yet."""

    pk: int
    id: str
    origin: str
    seq: int
    hash: str
    subject: str
    at: str


def gap(reader: Reader, origin: str) -> int:
    """Return the number of the first unsent act of an incarnation whose next one is missing here.

    0 where none is: numbers are given without gaps, so only a hand in the file makes one.
    """
    placed = last_placed(reader, origin)
    row = reader.run(BRIEF_AFTER, (origin, placed)).fetchone()
    first = Unsent(*row).seq if row else placed + 1
    return first if first != placed + 1 else 0


def has_parked(reader: Reader) -> bool:
    return reader.run(BRIEF_PARKED).fetchone() is not None


def park(tx: Transaction, origin: str, seq: int) -> int:
    """Set own unplaced acts of a closed incarnation aside, from `seq` on; return how many.

    Those that no hall takes are held for a person; the others are written again.
    """
    tx.flush()
    after = last_placed(tx, origin)
    rows = [Unsent(*row) for row in tx.run(BRIEF_AFTER, (origin, max(after, seq - 1)))]
    for one in rows:
        is_held = is_unfit(act_of(tx.run(_BY_PK, (one.pk,)).fetchone()))
        aside = f"{HELD if is_held else PARKED}{rows[0].hash[-12:]}:{origin}"
        tx.run(_HOLD if is_held else PARK, (aside, one.pk))
        if is_held:
            tx.put_folded(one.subject, tx.refold(one.subject))
            tx.touch(ATTENTION)
    if rows:
        last = tx.run(_LAST, (origin,)).fetchone() or (0, GENESIS)
        tx.run(MOVE_ORIGIN, (*last, origin))
    return len(rows)


def write_again(tx: Transaction) -> int:
    """Write parked acts under the open incarnation, with the same ids; return how many."""
    tx.flush()
    bases: dict[str, str] = {}
    subjects: list[str] = []
    for pk, origin, base, hash_ in tx.run(_PARKED_AND_HELD).fetchall():
        if origin.startswith(HELD):
            # What was done on top of a held act stands on what that one stood on.
            bases[hash_] = bases.get(base, base)
            continue
        old, head = act_of(tx.run(_BY_PK, (pk,)).fetchone()), tx.standing
        act = msgspec.structs.replace(
            old,
            origin=head.origin,
            seq=head.seq + 1,
            prev=head.hash,
            base=bases.get(old.base, old.base),
        )
        act = msgspec.structs.replace(act, hash=act_hash(act))
        bases[old.hash] = act.hash
        tx.run(REPLACE, REPLACE.row({"of": pk, **fields(act)}))
        tx.move(msgspec.structs.replace(head, seq=act.seq, hash=act.hash))
        subjects.append(act.subject)
    for subject in dict.fromkeys(subjects):
        tx.put_folded(subject, tx.refold(subject))
    return len(subjects)


def last_placed(reader: Reader, origin: str) -> int:
    row = reader.run(_LAST_PLACED, (origin,)).fetchone()
    return row[0] if row else 0


def fields(act: Act) -> dict[str, Any]:
    return msgspec.structs.asdict(act)
