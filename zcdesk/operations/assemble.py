"""From the open visit to the cases it becomes: pure, so a preview shows what will be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from zcdesk.domain import checklist, limits, oneform
from zcdesk.domain.case import CaseMaterial, CaseReceived, Fee, Particulars, PersonRef
from zcdesk.domain.case_parts import Term
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.deadlines import term_of
from zcdesk.domain.hall import Policy
from zcdesk.domain.limits import Rule
from zcdesk.domain.matter import Form, Matter
from zcdesk.domain.person import Agency, Trust
from zcdesk.domain.visit import Applicant, Chosen, Visit, rows_of
from zcdesk.domain.worktime import Count, WorkCalendar

NO_REF = PersonRef(ref="", digest="")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the hall adds to a visit: rules, time, and whether this is a demo."""

    calendar: WorkCalendar
    policy: Policy
    at: datetime
    insisted: bool = False
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One applicant's cases before numbers and references are given."""

    applicant: Applicant
    particulars: Particulars
    cases: tuple[CaseReceived, ...]


def drafts(visit: Visit, terms: Terms) -> tuple[Draft, ...]:
    """Return every applicant's cases, in the order of the sitting."""
    return tuple(_draft(visit, applicant, terms) for applicant in visit.applicants)


def _draft(visit: Visit, applicant: Applicant, terms: Terms) -> Draft:
    chosen = tuple(c for c in visit.matters if not applicant.only or c.matter.key in applicant.only)
    rows = rows_of(visit, applicant)
    fields = oneform.fill((c.matter for c in chosen), applicant.person, visit.form)
    particulars = Particulars(
        applicant=applicant.person,
        presenter=None if visit.agency is Agency.SELF else visit.presenter,
        form={field.key: field.value for field in fields if field.value},
        address=visit.post_address if visit.delivery.by_post else "",
    )
    cases = tuple(
        _case(visit, applicant, c, number, rows, terms) for number, c in enumerate(chosen, 1)
    )
    return Draft(applicant, particulars, cases)


def _case(
    visit: Visit,
    applicant: Applicant,
    chosen: Chosen,
    number: int,
    rows: tuple[Row, ...],
    terms: Terms,
) -> CaseReceived:
    matter = chosen.matter
    latest = _latest(matter, terms)
    mine = tuple(_of_case(rows, number))
    short = any(checklist.falls_short(row) for row in mine)
    return CaseReceived(
        number="",
        receipt="",
        sitting=visit.id,
        ticket=visit.ticket.number if visit.ticket else "",
        window=visit.window,
        matter=matter.key,
        matter_version=matter.version,
        matter_name=matter.name,
        department=matter.department,
        promised_days=matter.promised_days,
        unit=matter.promised_unit,
        statutory_days=matter.statutory_days,
        statutory_unit=matter.statutory_unit,
        sample=matter.is_sample,
        applicant=NO_REF,
        agency=visit.agency,
        materials=tuple(_material(visit, row, insisted=terms.insisted) for row in mine),
        no_list_reason=chosen.no_list_reason,
        insisted=terms.insisted and short,
        handover_due=limits.handover_slot(
            terms.calendar, terms.policy.limits, terms.at
        ).at.isoformat(),
        accept_due=_due(Rule.ACCEPT, terms),
        deemed_due=_due(Rule.DEEMED_ACCEPTED, terms),
        latest=latest.due.isoformat() if latest else "",
        provisional=latest.provisional if latest else False,
        delivery=visit.delivery,
        fee=chosen.fee if matter.fee else Fee(),
        online=visit.online,
        package=chosen.package,
        manual_identity=applicant.person.trust is Trust.MANUAL,
        simulated=terms.simulated,
    )


def _due(rule: Rule, terms: Terms) -> Term:
    return term_of(limits.rule_due(terms.calendar, terms.policy.limits, rule, terms.at))


def _latest(matter: Matter, terms: Terms) -> Count | None:
    if not matter.promised_days:
        return None
    return limits.latest_date(
        terms.calendar,
        terms.policy.limits,
        terms.at,
        matter.promised_days,
        matter.promised_unit,
    )


def _of_case(rows: tuple[Row, ...], number: int) -> Iterator[Row]:
    """Rows of one matter; what was handed in voluntarily goes with the first."""
    for row in rows:
        offered = row.line.voluntary and row.mark.given > 0
        if number in row.line.used_by or (offered and number == 1):
            yield row


def _material(visit: Visit, row: Row, *, insisted: bool) -> CaseMaterial:
    mark, material = row.mark, row.line.material
    if insisted and mark.state is RowState.DEFERRED and not mark.signed:
        mark = checklist.miss(row, "未签容缺承诺")  # nothing was promised
    return CaseMaterial(
        key=row.key,
        name=row.name,
        form=material.form if not material.waived or mark.demanded else Form.ELECTRONIC,
        due_count=material.count,
        given=mark.given,
        state=mark.state,
        compared=mark.compared,
        reason=mark.reason,
        due=mark.due,
        signed=mark.signed,
        demanded=mark.demanded,
        demand_reason=mark.demand_reason,
        officer=mark.officer,
        answer=mark.answer,
        pages=mark.pages,
        since=mark.since,
        shared_by_all=row.key in visit.common,
        voluntary=row.line.voluntary,
        note=mark.note,
    )
