"""Which rows of the index tables follow from which state: one table of functions.

Each entry makes one row of one index table from a subject's state, several where the table is
keyed by `no` too, or None when the subject has no place in it. Never a row that a state does not
tell: these tables are thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from zcdesk.domain.booking import Booking
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_tasks import tasks
from zcdesk.domain.entry import Entry
from zcdesk.domain.facts import FACTS
from zcdesk.domain.handover import Handover
from zcdesk.domain.inquiry import Inquiry
from zcdesk.domain.rating import Rating
from zcdesk.domain.ticket import Ticket
from zcdesk.domain.typed import is_token
from zcdesk.store.schema import (
    booking_index,
    case_index,
    concern_index,
    fact_index,
    handover_index,
    matter_index,
    number_index,
    task_index,
    ticket_index,
)

Row = Mapping[str, Any]


class Index(NamedTuple):
    """One index table and the function that makes a subject's row in it."""

    table: Table
    row: Callable[[str, Any], Row | Sequence[Row] | None]


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


def booking_row(_: str, booking: Booking) -> Row:
    made = booking.made
    return {
        "day": made.day,
        "at": made.at,
        "code": made.code,
        "holder": made.holder,
        "state": booking.state.value,
    }


def case_row(_: str, case: Case) -> Row:
    intake = case.intake
    return {
        "number": intake.number,
        "receipt_number": intake.receipt,
        "sitting": intake.sitting,
        "state": case.state.value,
        "matter": intake.matter,
        "department": case.department,
        "window": intake.window,
        "clerk": case.clerk,
        "received_at": case.received_at,
        "person": intake.applicant.ref,
        "deferral_due": min((m.due for m in case.deferred if m.due), default=""),
        "due": next_due(case),
        "open": int(case.is_open),
        "finished_at": finished_at(case),
    }


def finished_at(case: Case) -> str:
    """Return when it was decided or ended otherwise (办结); empty before."""
    if case.decision is not None:
        return case.decision.at
    return case.ending.at if case.ending is not None else ""


def next_due(case: Case) -> str:
    """Return what the supervisor's list of open cases is sorted by; empty while nothing runs."""
    if case.stopped_at or not case.is_open:
        return ""
    return case.accept_due.at if case.state is CaseState.RECEIVED else case.due.at


def task_rows(_: str, case: Case) -> tuple[Row, ...]:
    return tuple(
        {
            "kind": task.kind.value,
            "department": task.department,
            "window": task.window,
            "due": task.due or LAST,
            "about": task.about,
            "number": case.intake.number,
        }
        for task in tasks(case)
    )


LAST = "9999"
"""Sorts what has no limit behind everything that has one."""


def number_rows(_: str, case: Case) -> tuple[Row, ...]:
    known = dict.fromkeys(case.void_receipts, "void")
    known[case.intake.receipt] = "receipt"
    known[case.intake.number] = "case"
    if case.platform_number:
        known[case.platform_number] = "platform"
    # Written by an older program; since then they are sealed, and found by the record's own words.
    if case.dispatch and case.dispatch.waybill and not is_token(case.dispatch.waybill):
        known[case.dispatch.waybill] = "waybill"
    certificate = case.decision.certificate_number if case.decision else ""
    if certificate and not is_token(certificate):
        known[certificate] = "certificate"
    if case.archive_number:
        known[case.archive_number] = "archive"
    return tuple({"number": number, "kind": kind} for number, kind in known.items())


def handover_row(_: str, handover: Handover) -> Row:
    return {
        "number": handover.number,
        "kind": handover.kind.value,
        "department": handover.department,
        "state": handover.state.value,
        "made_at": handover.made_at,
        "due": handover.due,
    }


def rating_row(_: str, rating: Rating) -> Row | None:
    if rating.follow is None:
        return None
    return {"kind": "rating", "at": rating.at, "open": int(rating.needs_follow_up)}


def inquiry_row(_: str, inquiry: Inquiry) -> Row:
    kind = inquiry.recorded.of.value
    return {"kind": kind, "at": inquiry.at, "open": int(inquiry.state.is_open)}


def matter_row(_: str, entry: Entry) -> Row | None:
    """The code of the newest version, begun or not; whoever finds it asks what is in force."""
    if entry.withdrawn and not entry.ahead:
        return None
    newest = entry.ahead[-1].matter if entry.ahead else entry.matter
    return {"key": newest.key, "code": newest.code}


def fact_rows(type_: str) -> Callable[[str, Any], tuple[Row, ...]]:
    """Make the function that turns a state of this type into its facts."""
    facts = FACTS[type_]

    def rows(_: str, state: Any) -> tuple[Row, ...]:
        return tuple(
            {
                "kind": fact.kind.value,
                "day": fact.day,
                "hit": int(fact.hit),
                "value": fact.value,
                "department": fact.department,
                "window": fact.window,
                "clerk": fact.clerk,
                "about": fact.about,
            }
            for fact in facts(state)
        )

    return rows


INDEXES: Mapping[str, tuple[Index, ...]] = {
    "ticket": (Index(ticket_index, ticket_row), Index(fact_index, fact_rows("ticket"))),
    "booking": (Index(booking_index, booking_row), Index(fact_index, fact_rows("booking"))),
    "sitting": (Index(fact_index, fact_rows("sitting")),),
    "rating": (Index(fact_index, fact_rows("rating")), Index(concern_index, rating_row)),
    "inquiry": (Index(fact_index, fact_rows("inquiry")), Index(concern_index, inquiry_row)),
    "reentry": (Index(fact_index, fact_rows("reentry")),),
    "case": (
        Index(case_index, case_row),
        Index(task_index, task_rows),
        Index(number_index, number_rows),
        Index(fact_index, fact_rows("case")),
    ),
    "handover": (Index(handover_index, handover_row),),
    "matter": (Index(matter_index, matter_row),),
}
"""Subject type → its indexes."""

PROJECTION_VERSION = 13
"""Raise it whenever a fold, a state or a row changes shape: read tables are then made again."""


def index_rows(
    indexes: Mapping[str, tuple[Index, ...]], type_: str, subject: str, state: msgspec.Struct | None
) -> tuple[tuple[Table, tuple[Row, ...]], ...]:
    """Make the rows of one subject, in each of its tables, with all their columns."""
    return tuple(
        (index.table, () if state is None else _rows(index, subject, state))
        for index in indexes.get(type_, ())
    )


def _rows(index: Index, subject: str, state: msgspec.Struct) -> tuple[Row, ...]:
    made = index.row(subject, state)
    if made is None:
        return ()
    if isinstance(made, Mapping):
        return ({"subject": subject, **made},)
    return tuple({"subject": subject, "no": no, **row} for no, row in enumerate(made))
