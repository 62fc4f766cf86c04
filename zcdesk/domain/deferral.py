"""How late a deferred material (容缺) of the open visit may be, and whether it is promised so.

A paper several matters want is promised for the strictest of them. Never a date of its own: all
of them come from the catalogue and the hall's policy.
"""

from __future__ import annotations

import datetime as dt

from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.limits import Deferral, LimitPolicy, check_deferral, deferral_due
from zcdesk.domain.visit import Applicant, Visit, matters_of, rows_of
from zcdesk.domain.worktime import WorkCalendar


def deferral_of(
    visit: Visit,
    applicant: Applicant,
    row: Row,
    calendar: WorkCalendar,
    policy: LimitPolicy,
    at: dt.datetime,
) -> Deferral:
    """Return until when a deferrable row of one applicant may be late."""
    matters = matters_of(visit, applicant)
    days = row.line.material.deferral_days
    found = (
        deferral_due(calendar, policy, days, matter.promised_days, at, matter.promised_unit)
        for matter in (matters[number - 1] for number in row.line.used_by)
    )
    return min(found, key=lambda deferral: deferral.days)


def check_promises(
    visit: Visit, calendar: WorkCalendar, policy: LimitPolicy, at: dt.datetime
) -> None:
    """Refuse the first promise of the visit that is later than its matters allow (UX-22)."""
    for applicant in visit.applicants:
        for row in rows_of(visit, applicant):
            if row.mark.state is RowState.DEFERRED and row.mark.due:
                deferral = deferral_of(visit, applicant, row, calendar, policy, at)
                check_deferral(deferral, at, dt.date.fromisoformat(row.mark.due))
