"""Print jobs: what is to be printed, where it stands, how often it came out.

A job is queued in the transaction of the act it belongs to, with what is to be printed, and
survives a kill. Never a second original of one paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, insert, select, update

from zcdesk.errors import Conflict
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import print_job

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class PrintState(StrEnum):
    """`UNKNOWN`: the printer did not say whether paper came out; a person must look."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """One paper on its way to a printer.

    Attributes:
        paper: kind of paper; `number` the one printed on it.
        copy: 0 is the original, n the n-th 补打.
        content: the paper as its owner encoded it, so that a kill or a 补打 needs nothing else.
    """

    id: str
    paper: str
    subject: str
    number: str
    copy: int
    printer: str
    state: PrintState
    at: str
    clerk: str
    content: bytes


_C = print_job.c
_COLUMNS = tuple(_C[name] for name in PrintJob.__struct_fields__)
_ADD = Prepared(insert(print_job))
_LAST = Prepared(
    select(func.max(_C.copy)).where(
        _C.subject == bindparam("subject"),
        _C.paper == bindparam("paper"),
        _C.number == bindparam("number"),
    )
)
_ORIGINAL = Prepared(
    select(*_COLUMNS).where(
        _C.subject == bindparam("subject"),
        _C.paper == bindparam("paper"),
        _C.number == bindparam("number"),
        _C.copy == 0,
    )
)
_ONE = Prepared(select(*_COLUMNS).where(_C.id == bindparam("id")))
_OF_SUBJECT = Prepared(
    select(*_COLUMNS).where(_C.subject == bindparam("subject")).order_by(_C.at, _C.id)
)
_IN_STATE = Prepared(
    select(*_COLUMNS)
    .where(_C.state == bindparam("state"), _C.at >= bindparam("since"))
    .order_by(_C.at, _C.id)
)
_MOVE = Prepared(
    update(print_job)
    .where(_C.id == bindparam("of"))
    .values(printer=bindparam("printer"), state=bindparam("state"))
)


def queue(
    tx: Transaction,
    *,
    paper: str,
    subject: str,
    number: str,
    printer: str,
    content: bytes,
    again: bool = False,
) -> PrintJob:
    """Queue the original, or the next 补打 if `again`.

    Raises:
        Conflict: the original was queued before; says when.
    """
    key = (subject, paper, number)
    last: int | None = tx.run(_LAST, key).fetchone()[0]
    if last is not None and not again:
        first = _job(tx.run(_ORIGINAL, key).fetchone())
        raise Conflict("PRT-05", time=first.at[11:19] if first else "", number=number)
    job = PrintJob(
        id=tx.new_id(),
        paper=paper,
        subject=subject,
        number=number,
        copy=0 if last is None else last + 1,
        printer=printer,
        state=PrintState.QUEUED,
        at=tx.at_text,
        clerk=tx.clerk,
        content=content,
    )
    tx.run(_ADD, _ADD.row(msgspec.structs.asdict(job)))
    tx.touch("print")
    return job


def move(tx: Transaction, job: PrintJob, state: PrintState, printer: str = "") -> PrintJob:
    """Record how far a job is, and the printer if it went to another one."""
    moved = msgspec.structs.replace(job, state=state, printer=printer or job.printer)
    tx.run(_MOVE, (moved.printer, moved.state, job.id))
    tx.touch("print")
    return moved


def interrupted(tx: Transaction) -> tuple[PrintJob, ...]:
    """After a start: mark what was being sent as unknown and return it, for a person to look."""
    sending = in_states(tx, (PrintState.SENDING,))
    return tuple(move(tx, job, PrintState.UNKNOWN) for job in sending)


def get(reader: Reader, id_: str) -> PrintJob | None:
    return _job(reader.run(_ONE, (id_,)).fetchone())


def of_subject(reader: Reader, subject: str) -> tuple[PrintJob, ...]:
    """Return everything printed of a case or sitting, the oldest first."""
    return tuple(job for row in reader.run(_OF_SUBJECT, (subject,)) if (job := _job(row)))


def in_states(
    reader: Reader, states: Iterable[PrintState], *, since: str = ""
) -> tuple[PrintJob, ...]:
    """Return the jobs in these states, e.g. what waits to be printed.

    Args:
        since: ISO date or time of the oldest wanted; what came out stays kept for ever.
    """
    rows = [row for state in states for row in reader.run(_IN_STATE, (state, since)).fetchall()]
    return tuple(job for row in rows if (job := _job(row)))


def _job(row: tuple[object, ...] | None) -> PrintJob | None:
    if row is None:
        return None
    return msgspec.convert(dict(zip(PrintJob.__struct_fields__, row, strict=True)), PrintJob)
