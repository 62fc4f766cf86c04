"""The station incarnation that writes acts here: is this file still its own, and where it stands.

A restored or cloned file begins a new incarnation with a new code, so no receipt number is ever
printed twice. Old incarnations and their acts stay. Never a decision by count alone.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import bindparam, func, insert, select, text, update

from zcdesk.domain.act import GENESIS, Position
from zcdesk.domain.numbers import ALPHABET
from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.engine import Handle, Prepared, insert_into
from zcdesk.store.schema import acts, cursor, hall_head, incarnation, number_block
from zcdesk.store.witness import Testimony

CODES = len(ALPHABET) ** 3

APART = 1024
"""Codes are given one after the other; stations that cannot ask each other start this far apart."""

_OPEN_ROW = Prepared(
    select(
        incarnation.c.origin,
        incarnation.c.machine,
        incarnation.c.seq,
        incarnation.c.hash,
        incarnation.c.first,
        incarnation.c.before,
        incarnation.c.trusted_at,
    ).where(incarnation.c.is_open == 1)
)
_HALL_HEAD = Prepared(
    select(hall_head.c.position, hall_head.c.chain).where(hall_head.c.hall == bindparam("hall"))
)
_EPOCH = Prepared(select(cursor.c.epoch).where(cursor.c.hall == bindparam("hall")))
_LAST_PK = Prepared(select(func.max(acts.c.pk)))
_HASH_AT = Prepared(
    select(acts.c.hash).where(acts.c.origin == bindparam("origin"), acts.c.seq == bindparam("seq"))
)
_LAST_CODE = Prepared(select(number_block.c.code).order_by(text("rowid DESC")).limit(1))
_CLOSE = Prepared(update(incarnation).where(incarnation.c.is_open == 1).values(is_open=0))
_BEGIN = insert_into(incarnation)
_NEW_HALL = Prepared(insert(hall_head))


class Head(msgspec.Struct, frozen=True):
    """Where the store stands after its last transaction.

    Attributes:
        seq, hash: the last act of this incarnation.
        next_pk: row number of the next act.
        position: end of the hall's order as it is known here.
        trusted_at: time of the latest act whose clock was believed; empty before the first.
        epoch: newest one seen of the hall's server; 0 = this station is the hall.
    """

    origin: str
    seq: int
    hash: str
    position: Position
    next_pk: int
    trusted_at: str
    epoch: int = 0


class Standing(NamedTuple):
    """The open incarnation as the file tells it.

    Attributes:
        first, before: number of the last transaction's first act, and the hash it follows.
    """

    head: Head
    machine: str
    first: int
    before: str


def read_standing(handle: Handle, hall: str) -> Standing:
    """Read where the file stands, by index alone; the last act must be the one it names."""
    row = handle.run(_OPEN_ROW).fetchone()
    place = handle.run(_HALL_HEAD, (hall,)).fetchone()
    if row is None or place is None:
        raise StoreError(faults.DAMAGED, file=handle.path.name)
    origin, machine, seq, hash_, first, before, trusted_at = row
    last = handle.run(_HASH_AT, (origin, seq)).fetchone()
    if (last[0] if last else GENESIS) != hash_:
        raise StoreError(faults.DAMAGED, file=handle.path.name)
    last_pk = handle.run(_LAST_PK).fetchone()[0] or 0
    joined = handle.run(_EPOCH, (hall,)).fetchone()
    epoch = joined[0] if joined else 0
    head = Head(origin, seq, hash_, Position(*place), last_pk + 1, trusted_at, epoch)
    return Standing(head, machine, first, before)


def strangeness(standing: Standing, machine: str, store: str, said: Testimony | None) -> str | None:
    """Return why the file cannot be this station's own continuation, or None.

    The notice's code is the reason: cloned to another machine, or gone back in time.
    """
    if standing.machine != machine:
        return faults.CLONED
    if said is None or said.store != store or said.origin != standing.head.origin:
        return faults.RESTORED
    there = (standing.head.seq, standing.head.hash)
    one_back = (standing.first - 1, standing.before)
    return None if (said.seq, said.hash) in (there, one_back) else faults.RESTORED


def begin(
    handle: Handle, *, origin: str, machine: str, at: str, reason: str, trusted_at: str = ""
) -> None:
    """Close the open incarnation, if any, and begin a new one; call inside a transaction."""
    handle.run(_CLOSE)
    handle.run(_BEGIN, (origin, machine, at, reason, 1, 0, GENESIS, 1, GENESIS, trusted_at))


def begin_hall(handle: Handle, hall: str) -> None:
    """Lay the start of the hall's one order."""
    handle.run(_NEW_HALL, (hall, 0, GENESIS))


def fresh_codes(near: int, random: bytes) -> int:
    """Return a code number after which codes may be given where nobody can be asked.

    A new hall of one PC, a clone and a file without its witness begin at a random height, so that
    several stations of one region do not print the same numbers.

    Args:
        near: the code number a copy knows of; at least `APART` codes from it are left alone.
        random: 4 bytes.
    """
    return (near + APART + int.from_bytes(random[:4], "big") % (CODES - 2 * APART)) % CODES


def last_code(handle: Handle) -> int:
    """Return the number of the code this file gave last, 0 for none."""
    row = handle.run(_LAST_CODE).fetchone()
    return code_number(row[0]) if row else 0


def code_number(code: str) -> int:
    """Read three base-32 characters."""
    high, middle, low = (ALPHABET.index(char) for char in code)
    return (high << 10) + (middle << 5) + low
