"""Corrections (补正) and promises (容缺), handed in at any window; a person judges broken ones."""

from __future__ import annotations

from datetime import date

from zcdesk.domain import limits
from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import CaseCorrected, CasePromiseJudged, CaseSupplemented
from zcdesk.domain.case_ends import CaseCalled
from zcdesk.domain.case_parts import Verdict
from zcdesk.domain.deadlines import term_of
from zcdesk.domain.limits import Rule
from zcdesk.domain.worktime import days_between
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session, policy


def correct(
    session: Session, case_id: str, names: tuple[str, ...], pages: tuple[str, ...] = ()
) -> Case:
    """补齐: every point of the last return is handed in; acceptance is counted anew.

    Raises:
        NotAllowed: SUP-02, a point is still open; the list was complete, so is the answer.
    """
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        open_ = [lack.name for lack in case.lacks if lack.name not in names]
        if open_:
            raise NotAllowed("SUP-02", n=len(open_), name=open_[0])
        rules = policy(tx).limits
        slot = limits.handover_slot(session.calendar, rules, tx.at)
        accept, deemed = (
            term_of(limits.rule_due(session.calendar, rules, rule, tx.at))
            for rule in (Rule.ACCEPT, Rule.DEEMED_ACCEPTED)
        )
        return casework.act(
            session,
            tx,
            case_id,
            CaseCorrected,
            window=session.window,
            names=names,
            pages=pages,
            handover_due=slot.at.isoformat(),
            accept_due=accept,
            deemed_due=deemed,
        )[0]


def supplement(
    session: Session,
    case_id: str,
    material: str,
    *,
    given: int = 1,
    compared: bool = False,
    pages: tuple[str, ...] = (),
) -> Case:
    """容缺补交: a promised material, by its key, at any window."""
    with session.transaction() as tx:
        slot = limits.handover_slot(session.calendar, policy(tx).limits, tx.at)
        return casework.act(
            session,
            tx,
            case_id,
            CaseSupplemented,
            window=session.window,
            material=material,
            given=given,
            compared=compared,
            pages=pages,
            handover_due=slot.at.isoformat(),
        )[0]


def call(session: Session, case_id: str, how: str, about: str = "") -> Case:
    """A person told the applicant, by 电话 or 当面."""
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseCalled, how=how, about=about)[0]


def judge(
    session: Session,
    case_id: str,
    material: str,
    verdict: Verdict,
    reason: str,
    *,
    until: date | None = None,
    officer: str = "",
) -> Case:
    """A person decides what follows from a promise; ending the case is `mending.terminate`.

    Args:
        until: the new date; beyond the hall's longest it needs the consent of `officer`.
    """
    if not reason.strip():
        raise NotAllowed("MND-01")
    with session.transaction() as tx:
        due = ""
        if verdict is Verdict.EXTENDED:
            today = session.now().date()
            if until is None or until <= today:
                raise NotAllowed("SUP-03")
            most = policy(tx).limits.deferral_max
            if days_between(session.calendar, today, until) > most and not officer:
                raise NotAllowed("SUP-05", n=most)
            due = until.isoformat()
        return casework.act(
            session,
            tx,
            case_id,
            CasePromiseJudged,
            material=material,
            verdict=verdict,
            reason=reason,
            due=due,
            officer=officer,
        )[0]
