"""Visits as a clerk brings them to 收件, by the domain's own steps and without a screen."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from zcdesk.demo.people import person
from zcdesk.domain import checklist, oneform
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.matter import Matter, Necessity
from zcdesk.domain.person import Person
from zcdesk.domain.visit import (
    Visit,
    add_matter,
    matters_of,
    rows_of,
    set_mark,
    set_person,
    sign_promises,
)

PEOPLE = 8000
"""Different invented applicants; with more cases than that some come again, as they do."""

_LATE = timedelta(days=5)


def applicant(number: int) -> Person:
    """Return the applicant of the n-th case."""
    return person(100 + number % PEOPLE)


def chosen(visit: Visit, who: Person, matters: tuple[Matter, ...]) -> Visit:
    """Identify the applicant and choose the matters; no paper is looked at yet."""
    visit = set_person(visit, who)
    for matter in matters:
        visit = add_matter(visit, matter)
    return visit


def settled(visit: Visit, who: Person, matters: tuple[Matter, ...], today: date) -> Visit:
    """Look at every paper too and fill in the form: ready to be received."""
    visit = chosen(visit, who, matters)
    fields = oneform.lacking(oneform.fill(matters_of(visit, visit.applicant), who, {}))
    visit = msgspec.structs.replace(visit, form={field.key: "12" for field in fields})
    for row in rows_of(visit):
        visit = _settle(visit, row, today)
    return sign_promises(visit, "paper")


def _settle(visit: Visit, row: Row, today: date) -> Visit:
    if row.mark.state is not RowState.PENDING:
        return visit
    match row.line.material.necessity:
        case Necessity.CONDITIONAL:
            mark = checklist.exempt(row, "本次申请不涉及")
        case Necessity.DEFERRABLE:
            mark = checklist.defer(row, (today + _LATE).isoformat())
        case _:
            mark = checklist.receive(row)
    visit = set_mark(visit, row.key, mark)
    if mark.state is RowState.RECEIVED and row.line.material.compares_original:
        fresh = next(found for found in rows_of(visit) if found.key == row.key)
        visit = set_mark(visit, row.key, checklist.compare(fresh))
    return visit
