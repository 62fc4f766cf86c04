"""Giving a case to another officer of its department (换审查人): one is ill, or has too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import CaseReassigned
from zcdesk.domain.hall import Clerk
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def officers(session: Session, case_id: str) -> tuple[tuple[str, str], ...]:
    """Return who else may review a case: (staff number, name and what they have in hand)."""
    with session.reading() as store:
        case = casework.case_of(store, case_id)
        return tuple(
            (one.staff_no, f"{one.name} {one.staff_no}")
            for one in _officers(store, case)
            if one.staff_no != case.reviewer
        )


def reassign(session: Session, case_id: str, to: str, reason: str) -> Case:
    """Put a case into another officer's hands; what was found so far stays.

    Raises:
        NotAllowed: CAS-02, neither supervisor nor the department's chief representative; MND-01,
            no reason; REV-16, no officer of the department; REV-17, who has it already.
    """
    if not reason.strip():
        raise NotAllowed("MND-01")
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        if to not in {one.staff_no for one in _officers(tx, case)}:
            raise NotAllowed("REV-16", clerk=to, department=case.department)
        return casework.act(session, tx, case_id, CaseReassigned, to=to, reason=reason.strip())[0]


def _officers(store: Reader, case: Case) -> list[Clerk]:
    """Everybody who reviews for the department in charge, by name."""
    found = (one for _, one in store.states(Clerk))
    mine = [
        one
        for one in found
        if one.active and casework.OFFICE & set(one.roles) and case.department in one.departments
    ]
    return sorted(mine, key=lambda one: one.staff_no)
