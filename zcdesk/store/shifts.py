"""The server's word on a shift as a station keeps it: its key, and which shifts still wait."""

from __future__ import annotations

import base64
import binascii
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, delete, insert, select

from zcdesk.domain.shift import Shift
from zcdesk.domain.statement import ShiftStatement
from zcdesk.store import meta
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import open_shift, subject_state
from zcdesk.store.signing import is_signed

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_AWAIT = Prepared(insert(open_shift))
_ALL = Prepared(select(open_shift.c.shift).order_by(open_shift.c.shift).limit(100))
_NEWEST = Prepared(
    select(subject_state.c.subject)
    .where(subject_state.c.type == "shift")
    .order_by(subject_state.c.pk.desc())
    .limit(bindparam("limit"))
)
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


def newest(reader: Reader, limit: int) -> tuple[str, ...]:
    """Return the subjects of the hall's last shifts, the newest first."""
    return tuple(row[0] for row in reader.run(_NEWEST, (limit,)).fetchall())


def is_vouched(shift: Shift, subject: str, public: str) -> bool:
    """Tell whether a shift's token is the server's and is for this very shift."""
    said = _said(public, shift.statement, shift.signature)
    return said is not None and (f"shift:{said.shift}", said.clerk) == (subject, shift.clerk)


@lru_cache(4096)
def _said(public: str, statement: str, signature: str) -> ShiftStatement | None:
    """Read a token that is signed; looked at again and again, so each is checked once."""
    try:
        token = base64.b64decode(statement)
        if not public or not is_signed(public, token, base64.b64decode(signature)):
            return None
        return msgspec.json.decode(token, type=ShiftStatement)
    except (binascii.Error, msgspec.DecodeError):
        return None
