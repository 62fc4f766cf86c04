"""Walking every chain: which act was altered, removed or put in, and exactly where.

The walk itself is `walk`'s; here are a station's rows, numbers, personal records and witness.
Never a repair: what is found is put before a person.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from zcdesk.domain.act import GENESIS, Position
from zcdesk.errors import StoreError
from zcdesk.store import shifts, signed_heads
from zcdesk.store.aside import PARKED
from zcdesk.store.engine import Prepared
from zcdesk.store.persons import opened
from zcdesk.store.reader import ACT_COLUMNS, HELD, Reader, act_of, origin_of
from zcdesk.store.schema import (
    acts,
    cursor,
    hall_head,
    hall_log,
    incarnation,
    number_block,
    number_taken,
    person,
    person_key,
)
from zcdesk.store.signing import Heads
from zcdesk.store.walk import Fault, Finding, Walk

if TYPE_CHECKING:
    from zcdesk.store.store import Store
    from zcdesk.store.witness import Testimony


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a walk; clean if nothing was found."""

    acts: int
    incarnations: int
    position: Position
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        return not self.findings


_LOG = Prepared(
    select(*ACT_COLUMNS, hall_log.c.position, hall_log.c.chain)
    .select_from(hall_log.outerjoin(acts, acts.c.pk == hall_log.c.act))
    .where(hall_log.c.hall == bindparam("hall"))
    .order_by(hall_log.c.position)
)
_UNPLACED = Prepared(
    select(*ACT_COLUMNS)
    .select_from(acts.outerjoin(hall_log, hall_log.c.act == acts.c.pk))
    .where(hall_log.c.act.is_(None))
    .order_by(acts.c.origin, acts.c.seq)
)
_CURSOR = Prepared(
    select(cursor.c.position, cursor.c.chain).where(cursor.c.hall == bindparam("hall"))
)
_ORDER = Prepared(
    select(hall_log.c.position, hall_log.c.chain, acts.c.hash)
    .join(acts, acts.c.pk == hall_log.c.act)
    .where(hall_log.c.hall == bindparam("hall"))
    .order_by(hall_log.c.position)
)
_EPOCH = Prepared(select(cursor.c.epoch).where(cursor.c.hall == bindparam("hall")))
_HEAD = Prepared(
    select(hall_head.c.position, hall_head.c.chain).where(hall_head.c.hall == bindparam("hall"))
)
_INCARNATIONS = Prepared(
    select(incarnation.c.origin, incarnation.c.seq, incarnation.c.hash).order_by(
        incarnation.c.began_at
    )
)
_OPEN = Prepared(
    select(incarnation.c.origin, incarnation.c.seq, incarnation.c.hash).where(
        incarnation.c.is_open == 1
    )
)
_BLOCKS = Prepared(
    select(number_block.c.code, number_block.c.next_serial).order_by(number_block.c.code)
)
_TAKEN = Prepared(
    select(number_taken.c.serial, acts.c.pk)
    .select_from(number_taken.outerjoin(acts, acts.c.pk == number_taken.c.act))
    .where(number_taken.c.code == bindparam("code"))
    .order_by(number_taken.c.serial)
)
_PERSONS = Prepared(
    select(
        person.c.subject,
        person.c.ref,
        person.c.salt,
        person.c.digest,
        person.c.nonce,
        person.c.sealed,
        person_key.c.key,
    ).join(person_key, person_key.c.ref == person.c.ref)
)


def verify(store: Store) -> Report:
    """Walk the whole store; findings name the exact place of each fault."""
    findings: list[Finding] = []
    walk = Walk()
    try:
        with store.reading() as reader:
            findings += _pages(reader)
            _walked(reader, store.hall, walk)
            findings += walk.findings
            findings += _numbers(reader)
            findings += _persons(reader)
            findings += _witnessed(reader, store.testimony)
    except StoreError as error:
        findings += [*walk.findings, Finding(fault=Fault.FILE, detail=error.code)]
    return Report(
        acts=walk.count,
        incarnations=len(walk.tails),
        position=walk.place,
        findings=tuple(findings),
    )


def order(reader: Reader, hall: str) -> Iterator[tuple[Position, str]]:
    """Yield place and hash of every act of this copy, in the hall's order."""
    for number, chain, hash_ in reader.run(_ORDER, (hall,)):
        yield Position(number, chain), hash_


def _walked(reader: Reader, hall: str, walk: Walk) -> None:
    signed = Heads(shifts.server_key(reader), signed_heads.all_of(reader), *_epoch(reader, hall))
    for *row, number, chain in reader.run(_LOG, (hall,)):
        walk.step(number, chain, None if row[0] is None else act_of(tuple(row)))
        signed.compare(Position(number, chain))
    signed.end()
    walk.include(signed.findings)
    walk.reach(Position(*(reader.run(_HEAD, (hall,)).fetchone() or (0, GENESIS))))
    joined = reader.run(_CURSOR, (hall,)).fetchone()
    own = {row[0] for row in reader.run(_INCARNATIONS).fetchall()}
    for row in reader.run(_UNPLACED):
        act = act_of(row)
        if act.origin.startswith(PARKED) and joined:
            walk.count += 1
        elif act.origin.startswith(HELD) and joined:
            walk.held(msgspec.structs.replace(act, origin=origin_of(act.origin)))
        else:
            walk.waiting(act, is_own=bool(joined) and act.origin in own)
    if joined and Position(*joined) != walk.place:
        walk.disagrees(joined[0])
    walk.end(reader.run(_INCARNATIONS).fetchall())


def _epoch(reader: Reader, hall: str) -> tuple[int, int]:
    """Return the epoch seen last; where it began is only in what was signed of it."""
    row = reader.run(_EPOCH, (hall,)).fetchone()
    return (row[0] if row else 0, sys.maxsize)


def _pages(reader: Reader) -> list[Finding]:
    """Check every page of the file against its own seal; an altered one is named by number."""
    return [Finding(fault=Fault.FILE, detail=str(row[0])) for row in reader.check_pages()]


def _numbers(reader: Reader) -> list[Finding]:
    """Every serial of a code up to the next one was taken with an act that is there."""
    found = []
    for code, next_serial in reader.run(_BLOCKS).fetchall():
        taken = dict(reader.run(_TAKEN, (code,)))
        wrong = [n for n in range(1, next_serial) if taken.get(n) is None]
        wrong += [n for n in taken if n >= next_serial]
        found += [Finding(fault=Fault.NUMBER, detail=f"{code}-{n:05d}") for n in wrong]
    return found


def _persons(reader: Reader) -> list[Finding]:
    """Records that are not erased open and are what their digest says."""
    return [
        Finding(fault=Fault.PERSON, detail=subject)
        for subject, *record in reader.run(_PERSONS)
        if opened(*record) is None
    ]


def _witnessed(reader: Reader, said: Testimony | None) -> list[Finding]:
    """Compare the end of the own chain with the witness, which lies outside the file."""
    row = reader.run(_OPEN).fetchone()
    if said is None or row is None or tuple(row) == (said.origin, said.seq, said.hash):
        return []
    return [Finding(fault=Fault.WITNESS, origin=row[0], seq=row[1])]
