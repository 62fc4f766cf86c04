"""Receipt and case numbers of this incarnation: a code granted once, a dense serial inside it.

Each taken number names the act it was taken with, so every gap has a reason. Never a number
outside the transaction that records its use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from zcdesk.domain.numbers import SERIAL_MAX, Number
from zcdesk.store.engine import Prepared, insert_into
from zcdesk.store.schema import number_block, number_taken

if TYPE_CHECKING:
    from zcdesk.store.transaction import Transaction

_BLOCK = Prepared(
    select(number_block.c.code, number_block.c.next_serial)
    .where(
        number_block.c.origin == bindparam("origin"),
        number_block.c.year == bindparam("year"),
        number_block.c.next_serial <= SERIAL_MAX,
    )
    .order_by(number_block.c.code)
    .limit(1)
)
_NEW_BLOCK = Prepared(insert(number_block))
_ADVANCE = Prepared(
    update(number_block)
    .where(number_block.c.code == bindparam("of"))
    .values(next_serial=number_block.c.next_serial + 1)
)
_GIVEN = Prepared(select(number_block.c.year).where(number_block.c.code == bindparam("code")))
TAKEN = insert_into(number_taken)


def take(tx: Transaction, region: str, year: int) -> Number:
    """Take the next number of `year`, with a new code where the year has none left."""
    row = tx.run(_BLOCK, (tx.origin, year)).fetchone()
    if row is None:
        row = tx.hall.grant_code(tx.new_id(), year), 1
        tx.run(_NEW_BLOCK, (row[0], tx.origin, year, 1))
    code, serial = row
    tx.run(_ADVANCE, (code,))
    return Number(region, year % 100, code, serial)


def is_given(tx: Transaction, code: str) -> bool:
    """Tell whether this file knows the code as given."""
    return tx.run(_GIVEN, (code,)).fetchone() is not None
