"""The outbox of messages: queued with the act that causes them, kept until somebody knows.

Local work of this station, never synced. Never a phone number in here: a row names the sealed
record it is read from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from zcdesk.domain.message import Message, MessageState
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import message

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_C = message.c
_COLUMNS = tuple(_C[name] for name in Message.__struct_fields__)
_ADD = Prepared(insert(message).on_conflict_do_nothing())
_PUT = upsert(message)
_ONE = Prepared(select(*_COLUMNS).where(_C.id == bindparam("id")))
_OF_SUBJECT = Prepared(
    select(*_COLUMNS).where(_C.subject == bindparam("subject")).order_by(_C.at, _C.id)
)
_BEFORE = Prepared(
    select(*_COLUMNS)
    .where(_C.state == bindparam("state"), _C.next_at <= bindparam("until"))
    .order_by(_C.next_at, _C.at, _C.id)
    .limit(bindparam("most"))
)
_REFERENCE = Prepared(
    select(*_COLUMNS)
    .where(_C.gateway == bindparam("gateway"), _C.reference == bindparam("reference"))
    .order_by(_C.at.desc())
    .limit(1)
)
_COUNTS = Prepared(select(_C.state, func.count()).group_by(_C.state))

EVER = "9999"
"""Later than any time."""


def add(tx: Transaction, new: Message) -> bool:
    """Queue a message; False where one of that kind was queued for the same cause."""
    count: int = tx.run(_ADD, _ADD.row(_row(new))).rowcount
    tx.touch("message")
    return count > 0


def put(tx: Transaction, changed: Message) -> None:
    """Save a message as it stands now."""
    tx.run(_PUT, _PUT.row(_row(changed)))
    tx.touch("message")


def get(reader: Reader, id_: str) -> Message | None:
    return _message(reader.run(_ONE, (id_,)).fetchone())


def of_subject(reader: Reader, subject: str) -> tuple[Message, ...]:
    """Return everything told about a case or sitting, the oldest first."""
    return _messages(reader.run(_OF_SUBJECT, (subject,)))


def in_state(
    reader: Reader, state: MessageState, *, until: str = EVER, most: int = -1
) -> tuple[Message, ...]:
    """Return messages of a state whose time has come by `until`, the longest due first."""
    return _messages(reader.run(_BEFORE, (state.value, until, most)))


def by_reference(reader: Reader, gateway: str, reference: str) -> Message | None:
    """Return the newest message a gateway calls by this number."""
    return _message(reader.run(_REFERENCE, (gateway, reference)).fetchone())


def counts(reader: Reader) -> dict[str, int]:
    """Return how many messages there are in each state."""
    return dict(reader.run(_COUNTS).fetchall())


def _row(of: Message) -> dict[str, object]:
    values = msgspec.structs.asdict(of)
    return {**values, "fields": msgspec.json.encode(of.fields).decode()}


def _messages(rows: Iterable[tuple[object, ...]]) -> tuple[Message, ...]:
    return tuple(found for row in rows if (found := _message(row)))


def _message(row: tuple[object, ...] | None) -> Message | None:
    if row is None:
        return None
    values = dict(zip(Message.__struct_fields__, row, strict=True))
    values["fields"] = msgspec.json.decode(str(values["fields"]))
    return msgspec.convert(values, Message)
