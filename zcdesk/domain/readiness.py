"""What still keeps the open visit from being received, each with the place to mend it.

The footer, the check page (UX-23) and the operation read the same answer. Never a reason that is
not in here: the window has no veto of its own (窗口无否决权).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from zcdesk.domain import oneform
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.identity import IdKind, check_id, recognise
from zcdesk.domain.names import check_name
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.phone import check_phone
from zcdesk.domain.problem import Problem, Severity, block
from zcdesk.domain.visit import Visit, matters_of, rows_of


class Place(StrEnum):
    """Where a blocker is mended."""

    MATTER = "matter"
    APPLICANT = "applicant"
    AGENCY = "agency"
    FORM = "form"
    ROW = "row"
    PROMISE = "promise"
    DELIVERY = "delivery"


class Blocker(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One unmet condition.

    Attributes:
        fields: named values its text needs; never a part of a number.
        applicant_index: whose, in a batch.
        row_no: the row of that applicant's checklist, from 1; 0 = no row.
    """

    code: str
    place: Place
    fields: dict[str, object] = {}
    applicant_index: int = 0
    row_no: int = 0


_PERSONAL = frozenset({"name", "id_number", "phone", "address", "representative"})
"""Form fields the applicant panel asks, so that one fault is not told twice."""


def blockers(visit: Visit, today: dt.date) -> tuple[Blocker, ...]:
    """Return every unmet condition, in the order a clerk works; none = it can be received."""
    return (
        *_of_matters(visit),
        *_of_applicants(visit, today),
        *_of_agency(visit, today),
        *_of_form(visit),
        *_of_rows(visit, today),
        *_of_promises(visit),
        *_of_delivery(visit),
    )


def identity_blockers(visit: Visit, today: dt.date) -> tuple[Blocker, ...]:
    """Return what stands even in the way of 坚持递交: for whom, for what, and who came."""
    nothing = (b for b in _of_matters(visit) if b.code == "MAT-04")
    return (*nothing, *_of_applicants(visit, today), *_of_agency(visit, today))


def unjudged(visit: Visit, today: dt.date) -> tuple[Blocker, ...]:
    """Return the rows, of every applicant, that nobody has looked at: 未收 and 待核原件.

    With one of them a one-time notice would not be all there is to tell. What the department was
    asked about is not waited for: nobody here can say when it answers.
    """
    return tuple(one for one in _of_rows(visit, today) if one.code in ("CHK-01", "CHK-21"))


def person_faults(person: Person, today: dt.date) -> tuple[Problem, ...]:
    """Return what must be mended, or answered with a reason, in a person's name and number."""
    name = check_name(person.name, unit=person.is_unit).problems
    number = check_id(kind_of(person), person.id_number, today=today)
    # a card speaks for itself, and so does a clerk's recorded reason
    trusted = person.trust is not Trust.MANUAL or bool(person.override)
    if number.blocked or (number.needs_reason and not trusted):
        return (*_blocks(name), *number.problems[-1:])  # what needs a reason is told last
    return _blocks(name)


def kind_of(person: Person) -> IdKind:
    """Return the kind of a person's number, guessed where nobody chose one."""
    if person.is_unit:
        return IdKind.USCC
    if person.id_kind:
        return IdKind(person.id_kind)
    return recognise(person.id_number) or IdKind.RESIDENT


def _of_matters(visit: Visit) -> Iterator[Blocker]:
    if not visit.matters:
        yield Blocker(code="MAT-04", place=Place.MATTER)
    for index, applicant in enumerate(visit.applicants):
        if visit.matters and not matters_of(visit, applicant):
            yield Blocker(code="MAT-04", place=Place.MATTER, applicant_index=index)
    for chosen in visit.matters:
        if not chosen.matter.has_list and not chosen.no_list_reason.strip():
            name = chosen.matter.name
            yield Blocker(code="MAT-05", place=Place.MATTER, fields={"name": name})


def _of_applicants(visit: Visit, today: dt.date) -> Iterator[Blocker]:
    # who came can be reached, so an applicant who did not come need leave no number
    reachable = visit.agency is not Agency.SELF and bool(visit.presenter.phone)
    for index, applicant in enumerate(visit.applicants):
        for problem in _of_person(
            applicant.person, today, needs_phone=visit.phone_required and not reachable
        ):
            yield Blocker(
                code=problem.code,
                place=Place.APPLICANT,
                fields=dict(problem.fields),
                applicant_index=index,
            )


def _of_agency(visit: Visit, today: dt.date) -> Iterator[Blocker]:
    if visit.agency is Agency.SELF:
        if visit.is_batch:
            count = len(visit.applicants)
            yield Blocker(code="AGT-03", place=Place.AGENCY, fields={"n": count})
        return
    if not visit.presenter.is_identified:
        yield Blocker(code="AGT-02", place=Place.AGENCY)
    else:
        for problem in _of_person(visit.presenter, today, needs_phone=visit.phone_required):
            yield Blocker(code=problem.code, place=Place.AGENCY, fields=dict(problem.fields))
    if not visit.authority:
        yield Blocker(code="AGT-01", place=Place.AGENCY)


def _of_form(visit: Visit) -> Iterator[Blocker]:
    if not visit.form_required:
        return
    matters = tuple(chosen.matter for chosen in visit.matters)
    fields = oneform.fill(matters, visit.applicant.person, visit.form)
    lacking = [f.label for f in oneform.lacking(fields) if f.key not in _PERSONAL]
    if lacking:
        listed = "、".join(lacking[:3]) + ("…" if len(lacking) > 3 else "")
        yield Blocker(code="FRM-01", place=Place.FORM, fields={"n": len(lacking), "list": listed})


def _of_rows(visit: Visit, today: dt.date) -> Iterator[Blocker]:
    told: set[str] = set()
    for index, applicant in enumerate(visit.applicants):
        for row in rows_of(visit, applicant):
            code = _row_code(row, today)
            if not code or row.key in told:
                continue
            if row.key in visit.common:
                told.add(row.key)  # one paper for all is one fault
            yield Blocker(
                code=code,
                place=Place.ROW,
                fields={"i": row.no, "name": row.name},
                applicant_index=index,
                row_no=row.no,
            )


def _row_code(row: Row, today: dt.date) -> str:
    state = row.mark.state
    if state is RowState.DEFERRED and row.mark.due:
        return "DEF-05" if row.mark.due < today.isoformat() else ""
    if row.is_settled:
        return ""
    match state:
        case RowState.RECEIVED:
            return "CHK-01"
        case RowState.MISSING | RowState.DEFECTIVE:
            return "CHK-22"
        case RowState.ASKED:
            return "CHK-23"
        case RowState.DEFERRED:
            return "DEF-06"
        case _:
            return "CHK-21"


def _of_promises(visit: Visit) -> Iterator[Blocker]:
    unsigned = [
        (index, row.no)
        for index, applicant in enumerate(visit.applicants)
        for row in rows_of(visit, applicant)
        if row.mark.state is RowState.DEFERRED and not row.mark.signed
    ]
    if unsigned:
        index, no = unsigned[0]
        papers = len({index for index, _ in unsigned})  # each applicant signs one sheet
        yield Blocker(
            code="DEF-03",
            place=Place.PROMISE,
            fields={"n": papers},
            applicant_index=index,
            row_no=no,
        )


def _of_delivery(visit: Visit) -> Iterator[Blocker]:
    if visit.delivery.by_post and not visit.post_address.strip():
        yield Blocker(code="DLV-01", place=Place.DELIVERY)


def _of_person(person: Person, today: dt.date, *, needs_phone: bool) -> tuple[Problem, ...]:
    if not person.is_identified:
        return (block("IDC-24"),)
    faults = person_faults(person, today)
    if person.phone:
        return (*faults, *_blocks(check_phone(person.phone).problems))
    return (*faults, block("IDC-25")) if needs_phone else faults


def _blocks(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the first problem that must be put right, if any."""
    return tuple(p for p in problems if p.severity is Severity.BLOCK)[:1]
