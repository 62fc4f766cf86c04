"""Visits as a clerk makes them, for tests that are about what comes after."""

from zcdesk.domain import checklist
from zcdesk.domain.checklist import RowState
from zcdesk.domain.identity import IdKind, with_check_digit
from zcdesk.domain.person import Person, Trust
from zcdesk.domain.visit import (
    Visit,
    add_matter,
    receive_all,
    rows_of,
    set_mark,
    set_person,
    sign_promises,
)
from zcdesk.operations import catalogue, queue


def somebody(serial: int = 1, **more) -> Person:
    return Person(
        name=f"测试{chr(0x4E00 + serial)}",
        id_kind=IdKind.RESIDENT,
        id_number=with_check_digit(f"32021319880612{serial:03d}"),
        phone="13800000000",
        trust=Trust.CARD,
        compared=True,
        **more,
    )


def settle(visit: Visit) -> Visit:
    """Do what a clerk does: defer, receive, compare, answer conditional rows."""
    for row in rows_of(visit):
        if row.can_defer and row.mark.state is RowState.PENDING:
            visit = set_mark(visit, row.key, checklist.defer(row, "2026-12-01"))
    visit = receive_all(visit)
    for row in checklist.open_rows(rows_of(visit)):
        if row.line.material.compares_original:
            visit = set_mark(visit, row.key, checklist.compare(row))
        else:
            visit = set_mark(visit, row.key, checklist.exempt(row, "本次申请不涉及"))
    return sign_promises(visit, "paper")


def visiting(session, *keys: str, person: Person | None = None) -> Visit:
    visit = set_person(queue.walk_in(session), person or somebody())
    for key in keys:
        visit = add_matter(visit, catalogue.matter(session, key))
    return visit
