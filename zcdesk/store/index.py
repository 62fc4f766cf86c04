"""Which rows of the index tables follow from which state: one table of functions.

Each entry makes one row of one index table from a subject's state, or None when the subject has
no place in it. A row holds every column but `subject`. Never a row that a state does not tell:
these tables are thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from zcdesk.domain.case import Case
from zcdesk.domain.entry import Entry
from zcdesk.domain.ticket import Ticket
from zcdesk.store.schema import case_index, matter_index, ticket_index

Row = Mapping[str, Any]


class Index(NamedTuple):
    """One index table and the function that makes a subject's row in it."""

    table: Table
    row: Callable[[str, Any], Row | None]


def ticket_row(_: str, ticket: Ticket) -> Row:
    return {
        "day": ticket.day,
        "category": ticket.category,
        "number": ticket.number,
        "status": ticket.status.value,
        "taken_at": ticket.taken_at,
        "called_at": ticket.called_at,
        "ended_at": ticket.closed_at,
        "appointment_at": ticket.appointment,
        "priority": int(ticket.priority),
        "queue_order": ticket.order,
        "window": ticket.window,
        "sitting": ticket.sitting,
    }


def case_row(_: str, case: Case) -> Row:
    intake = case.intake
    return {
        "number": intake.number,
        "receipt_number": intake.receipt,
        "sitting": intake.sitting,
        "state": case.state.value,
        "matter": intake.matter,
        "department": intake.department,
        "window": intake.window,
        "clerk": case.clerk,
        "received_at": case.received_at,
        "person": intake.applicant.ref,
        "deferral_due": min((m.due for m in case.deferred if m.due), default=""),
    }


def matter_row(_: str, entry: Entry) -> Row | None:
    if entry.withdrawn:
        return None
    return {"key": entry.matter.key, "code": entry.matter.code}


INDEXES: Mapping[str, tuple[Index, ...]] = {
    "ticket": (Index(ticket_index, ticket_row),),
    "case": (Index(case_index, case_row),),
    "matter": (Index(matter_index, matter_row),),
}
"""Subject type → its indexes."""

PROJECTION_VERSION = 2
"""Raise it whenever a fold, a state or a row changes shape: read tables are then made again."""


def index_rows(
    indexes: Mapping[str, tuple[Index, ...]], type_: str, subject: str, state: msgspec.Struct | None
) -> tuple[tuple[Table, Row | None], ...]:
    """Make the rows of one subject, in each of its tables."""
    return tuple(
        (index.table, None if state is None else index.row(subject, state))
        for index in indexes.get(type_, ())
    )
