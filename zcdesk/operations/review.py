"""审查: stages, special steps, the one extension, and the decision."""

from __future__ import annotations

from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import (
    CaseDecided,
    CaseExtended,
    CaseStageDone,
    CaseStagesSet,
    CaseStepBegun,
    CaseStepEnded,
)
from zcdesk.domain.case_fold import next_turn
from zcdesk.domain.case_parts import Decision, Stage, Term
from zcdesk.domain.deadlines import after, extended, moved
from zcdesk.domain.message import MessageKind
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, messages
from zcdesk.operations.casework import Done
from zcdesk.operations.session import Session, clerk, policy


def set_stages(session: Session, case_id: str, stages: tuple[Stage, ...]) -> Case:
    """Lay down the stages, serial (`turn` 1, 2 …) or side by side (one turn, one lead)."""
    if not stages or len({s.id for s in stages}) < len(stages):
        raise NotAllowed("REV-12")
    with session.transaction() as tx:
        first = min(s.turn for s in stages)
        rules = policy(tx).limits
        timed = tuple(
            Stage(
                id=s.id,
                name=s.name,
                department=s.department,
                turn=s.turn,
                days=s.days,
                unit=s.unit,
                lead=s.lead,
                due=after(session.calendar, rules, tx.at, s.days, s.unit)
                if s.turn == first and s.days
                else Term(),
            )
            for s in stages
        )
        return casework.act(session, tx, case_id, CaseStagesSet, stages=timed)[0]


def finish_stage(
    session: Session, case_id: str, stage: str, agrees: bool, opinion: str = ""
) -> Case:
    """A department's opinion on its stage; the next turn begins when this one is whole."""
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        rest = tuple(s for s in case.stages if s.id != stage)
        rules = policy(tx).limits
        due = tuple(
            (s.id, after(session.calendar, rules, tx.at, s.days, s.unit))
            for s in rest
            if not s.begun and s.days and s.turn == next_turn(rest)
        )
        return casework.act(
            session,
            tx,
            case_id,
            CaseStageDone,
            stage=stage,
            agrees=agrees,
            opinion=opinion,
            next_due=due,
        )[0]


def begin_step(
    session: Session,
    case_id: str,
    name: str,
    reason: str,
    *,
    basis: str = "",
    organiser: str = "",
    days: int = 0,
) -> Done:
    """特别程序 begins: the clock stops and the applicant is told in writing."""
    with session.transaction() as tx:
        case, _ = casework.act(
            session,
            tx,
            case_id,
            CaseStepBegun,
            step=tx.new_id(),
            name=name,
            reason=reason,
            basis=basis,
            organiser=organiser,
            days=days,
        )
        paper = case_papers.special_step(
            casework.issuer(session, tx), case, casework.particulars(tx, case), case.steps[-1]
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper, len(case.steps)),))


def end_step(session: Session, case_id: str, step: str, outcome: str = "") -> Case:
    """A special step ends; with the last one the clock runs again and the dates move."""
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        due, statutory = Term(), Term()
        if case.stopped_at and {s.id for s in case.running_steps} == {step}:
            rules = policy(tx).limits
            due, statutory = (
                moved(term, session.calendar, rules, case.stopped_at, tx.at)
                for term in (case.due, case.statutory)
            )
        return casework.act(
            session,
            tx,
            case_id,
            CaseStepEnded,
            step=step,
            outcome=outcome,
            due=due,
            statutory=statutory,
        )[0]


def extend(
    session: Session,
    case_id: str,
    reason: str,
    approver: str,
    *,
    days: int | None = None,
    document_number: str = "",
) -> Done:
    """延长审批期限: once, with the approval of the organ's head and the reason."""
    if not reason.strip() or not approver.strip():
        raise NotAllowed("REV-13")
    with session.transaction() as tx:
        rules = policy(tx).limits
        n = rules.extension_days if days is None else days
        if not 0 < n <= rules.extension_days:
            raise NotAllowed("REV-14", n=rules.extension_days)
        before = casework.case_of(tx, case_id)
        due = extended(before.due, session.calendar, rules, n) if before.due else Term()
        case, _ = casework.act(
            session,
            tx,
            case_id,
            CaseExtended,
            days=n,
            reason=reason,
            approver=approver,
            due=due,
            document_number=document_number,
        )
        paper = case_papers.extension(
            casework.issuer(session, tx), case, casework.particulars(tx, case), document_number
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def decide(session: Session, case_id: str, decision: Decision) -> Done:
    """决定; `officer`, `department` and `at` are the program's to fill in."""
    with session.transaction() as tx:
        before = casework.case_of(tx, case_id)
        made = Decision(
            **{
                **{f: getattr(decision, f) for f in Decision.__struct_fields__},
                "department": before.department,
                "officer": decision.officer or clerk(tx, session.clerk).name,
                "at": tx.at_text,
            }
        )
        case, act = casework.act(session, tx, case_id, CaseDecided, decision=made)
        messages.tell(session, tx, case, MessageKind.DECIDED, act.id, outcome=made.outcome.value)
        paper = case_papers.decision(
            casework.issuer(session, tx), case, casework.particulars(tx, case)
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))
