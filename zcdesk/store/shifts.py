"""The server's word on a shift as a station keeps it: its key, and which shifts still wait."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, delete, insert, select

from zcdesk.domain.shift import Shift
from zcdesk.domain.statement import ShiftStatement
from zcdesk.store import meta
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import open_shift
from zcdesk.store.signing import is_signed

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_AWAIT = Prepared(insert(open_shift))
_ALL = Prepared(select(open_shift.c.shift).order_by(open_shift.c.shift).limit(100))
_DONE = Prepared(delete(open_shift).where(open_shift.c.shift == bindparam("shift")))


def server_key(reader: Reader) -> str:
    """Return the public key the server signs with, as learnt at joining; empty = not known."""
    return meta.get(reader, meta.SIGNER)


def await_word(tx: Transaction, shift: str) -> None:
    tx.run(_AWAIT, (shift,))


def awaiting(reader: Reader) -> tuple[str, ...]:
    """Return own shifts the server has not answered for."""
    return tuple(row[0] for row in reader.run(_ALL).fetchall())


def answered(tx: Transaction, shift: str) -> None:
    tx.run(_DONE, (shift,))


def is_vouched(shift: Shift, subject: str, public: str) -> bool:
    """Tell whether a shift's token is the server's and is for this very shift."""
    try:
        statement = base64.b64decode(shift.statement)
        signature = base64.b64decode(shift.signature)
        said = msgspec.json.decode(statement, type=ShiftStatement)
    except (binascii.Error, msgspec.DecodeError):
        return False
    return (
        (f"shift:{said.shift}", said.clerk) == (subject, shift.clerk)
        and bool(public)
        and is_signed(public, statement, signature)
    )
