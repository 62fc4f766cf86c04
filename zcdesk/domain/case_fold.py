"""What the acts of a case amount to. Pure; an act its state does not allow is kept as refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_fold_ends as ends
from zcdesk.domain import custody
from zcdesk.domain.act import Act, Body
from zcdesk.domain.case import Case, CaseMessaged, CaseReceived, CaseRegistered, CaseState, Messaged
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_parts import (
    Ending,
    Extension,
    Finding,
    Lack,
    Question,
    Refused,
    SentBack,
    Stage,
    Step,
    Term,
    Verdict,
    handed_in,
)
from zcdesk.domain.case_rules import refusal
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Content, Hand

Changes = dict[str, Any]
"""Fields of the state an act changes."""

Step_ = Callable[[Case, Act, Any], Changes]


def fold(state: Case | None, act: Act, body: Body) -> Case | None:
    """Apply one act; the store and every replica get the same state from the same order."""
    if isinstance(body, CaseReceived):
        return received(act, body) if state is None else state
    if state is not None and isinstance(body, CaseRegistered):
        return msgspec.structs.replace(state, archive_number=state.archive_number or body.text)
    if state is not None and isinstance(body, CaseMessaged):
        done = Messaged(message=body.message, cause=body.cause, outcome=body.outcome, at=act.at)
        return msgspec.structs.replace(state, messaged=(*state.messaged, done))
    if state is None or not isinstance(body, CaseAct):
        return state
    code = refusal(state, body, act.at)
    if code:
        kept = Refused(
            act=act.id,
            kind=act.kind,
            at=act.at,
            clerk=act.clerk,
            code=code,
            state=state.state.value,
        )
        return msgspec.structs.replace(state, refused=(*state.refused, kept))
    changes = STEPS[type(body)](state, act, body)
    return msgspec.structs.replace(state, changed_at=act.at, **changes)


def received(act: Act, body: CaseReceived) -> Case:
    """Begin a case with its intake; its paper lies at the window."""
    given = handed_in(body.materials)
    return Case(
        id=act.subject.partition(":")[2],
        state=CaseState.RECEIVED,
        received_at=act.at,
        clerk=act.clerk,
        intake=body,
        department=body.department,
        changed_at=act.at,
        materials=body.materials,
        bundles=custody.add((), Content.MATERIALS, Hand.WINDOW, body.window, given, act.at),
        accept_due=body.accept_due,
        deemed_due=body.deemed_due,
        completed_at=act.at,
    )


def mark_new(told: tuple[str, ...], lacks: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """Mark points a second return adds to what was told before (一次性告知)."""
    if not told:
        return lacks
    return tuple(msgspec.structs.replace(x, new=x.name not in told) for x in lacks)


def _handed_over(case: Case, act: Act, body: on.CaseHandedOver) -> Changes:
    moved = custody.held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS})
    return {
        "handed_at": case.handed_at or act.at,
        "bundles": custody.move(case.bundles, moved, Hand.DEPARTMENT, body.to_department, act.at),
    }


def _nothing(case: Case, act: Act, body: CaseAct) -> Changes:
    return {}


def _taken(case: Case, act: Act, body: on.CaseTaken) -> Changes:
    if body.released:
        return {"reviewer": "", "reviewing_since": ""}
    return {"reviewer": act.clerk, "reviewing_since": act.at}


def _reassigned(case: Case, act: Act, body: on.CaseReassigned) -> Changes:
    return {"reviewer": body.to, "reviewing_since": act.at}


def _seen(case: Case, act: Act, body: on.CaseSeen) -> Changes:
    return {"seen": tuple(dict.fromkeys((*case.seen, *body.pages)))}


def _found(case: Case, act: Act, body: on.CaseFound) -> Changes:
    new = {f.material: msgspec.structs.replace(f, by=act.clerk) for f in body.findings}
    kept: dict[str, Finding] = {f.material: f for f in case.findings}
    return {"findings": tuple({**kept, **new}.values())}


def _accepted(case: Case, act: Act, body: on.CaseAccepted) -> Changes:
    at = case.completed_at if body.from_receipt else act.at
    return {
        "state": CaseState.ACCEPTED,
        "accepted_at": at,
        "accepted_by": act.clerk,
        "ground": body.ground,
        "due": body.due,
        "statutory": body.statutory,
        "lacks": (),
    }


def _returned(case: Case, act: Act, body: on.CaseReturned) -> Changes:
    lacks = mark_new(case.told, body.lacks)
    return {
        "state": CaseState.RETURNED,
        "lacks": lacks,
        "returns": case.returns + 1,
        "sent_back": (*case.sent_back, SentBack(at=act.at, lacks=lacks, due=case.accept_due)),
        "until": body.until,
        "told": tuple(dict.fromkeys((*case.told, *(x.name for x in lacks)))),
        "stopped_at": act.at,
        "reviewer": "",
        "reviewing_since": "",
    }


def _corrected(case: Case, act: Act, body: on.CaseCorrected) -> Changes:
    names = set(body.names)
    materials = tuple(
        msgspec.structs.replace(
            m, state=RowState.RECEIVED, given=max(m.given, m.due_count), reason=""
        )
        if m.name in names and m.state is not RowState.RECEIVED
        else m
        for m in case.materials
    )
    return {
        "state": CaseState.RECEIVED,
        "materials": _with_pages(materials, body.names, body.pages),
        "bundles": custody.add(
            case.bundles, Content.MATERIALS, Hand.WINDOW, body.window, body.names, act.at
        ),
        "later_handover": body.handover_due,
        "accept_due": body.accept_due,
        "deemed_due": body.deemed_due,
        "completed_at": act.at,
        "stopped_at": "",
        "until": Term(),
        "findings": tuple(f for f in case.findings if f.fits),
    }


def _with_pages(
    materials: tuple[Any, ...], names: tuple[str, ...], pages: tuple[str, ...]
) -> tuple[Any, ...]:
    """Lay new pages at the first of the named materials, or at the first there is."""
    at = next((i for i, m in enumerate(materials) if m.name in names), 0)
    return tuple(
        msgspec.structs.replace(m, pages=m.pages + pages) if i == at and pages else m
        for i, m in enumerate(materials)
    )


def _not_accepted(case: Case, act: Act, body: on.CaseNotAccepted) -> Changes:
    ending = Ending(
        reason=body.reason, by=act.clerk, at=act.at, basis=body.basis, other=body.competent
    )
    return {"state": CaseState.NOT_ACCEPTED, "ending": ending, "ground": body.ground}


def _forwarded(case: Case, act: Act, body: on.CaseForwarded) -> Changes:
    moved = custody.held(case.bundles, {Hand.DEPARTMENT}, {Content.MATERIALS})
    return {
        "department": body.to_department,
        "reviewer": "",
        "reviewing_since": "",
        "bundles": custody.move(case.bundles, moved, Hand.DEPARTMENT, body.to_department, act.at),
    }


def _asked(case: Case, act: Act, body: on.CaseAsked) -> Changes:
    question = Question(
        id=body.question,
        department=body.of_department,
        text=body.text,
        asked_by=act.clerk,
        at=act.at,
        confirm=body.confirm,
    )
    return {"questions": (*case.questions, question)}


def _answered(case: Case, act: Act, body: on.CaseAnswered) -> Changes:
    return {
        "questions": tuple(
            msgspec.structs.replace(
                q,
                agrees=body.agrees,
                answer=body.answer,
                officer=act.clerk,
                answered_at=act.at,
            )
            if q.id == body.question
            else q
            for q in case.questions
        )
    }


def _supplemented(case: Case, act: Act, body: on.CaseSupplemented) -> Changes:
    names: list[str] = []
    materials = []
    for m in case.materials:
        if m.key == body.material:
            names.append(m.name)
            m = msgspec.structs.replace(
                m,
                state=RowState.RECEIVED,
                given=body.given,
                compared=body.compared,
                pages=m.pages + body.pages,
                supplied=act.at,
            )
        materials.append(m)
    return {
        "materials": tuple(materials),
        "later_handover": body.handover_due,
        "bundles": custody.add(
            case.bundles, Content.MATERIALS, Hand.WINDOW, body.window, tuple(names), act.at
        ),
    }


def _judged(case: Case, act: Act, body: on.CasePromiseJudged) -> Changes:
    if body.verdict is Verdict.END:
        return {}  # the ending is an act of its own, with a paper
    changed = {"state": RowState.NOT_APPLICABLE, "reason": body.reason}
    if body.verdict is Verdict.EXTENDED:
        changed = {"due": body.due, "officer": body.officer}
    return {
        "materials": tuple(
            msgspec.structs.replace(m, **changed) if m.key == body.material else m
            for m in case.materials
        )
    }


def _stages_set(case: Case, act: Act, body: on.CaseStagesSet) -> Changes:
    first = min((s.turn for s in body.stages), default=0)
    return {
        "stages": tuple(
            msgspec.structs.replace(s, begun=act.at if s.turn == first else "") for s in body.stages
        )
    }


def _stage_done(case: Case, act: Act, body: on.CaseStageDone) -> Changes:
    stages = tuple(
        msgspec.structs.replace(
            s, done=act.at, opinion=body.opinion, agrees=body.agrees, officer=act.clerk
        )
        if s.id == body.stage
        else s
        for s in case.stages
    )
    turn, due = next_turn(stages), dict(body.next_due)
    begin = not any(s.begun and not s.done for s in stages)
    return {
        "stages": tuple(
            msgspec.structs.replace(s, begun=act.at, due=due.get(s.id, s.due))
            if begin and s.turn == turn and not s.begun
            else s
            for s in stages
        )
    }


def next_turn(stages: tuple[Stage, ...]) -> int:
    """Return the turn of the stages that come next, 0 when all are done."""
    return min((s.turn for s in stages if not s.done), default=0)


def _step_begun(case: Case, act: Act, body: on.CaseStepBegun) -> Changes:
    step = Step(
        id=body.step,
        name=body.name,
        reason=body.reason,
        basis=body.basis,
        organiser=body.organiser,
        days=body.days,
        begun=act.at,
    )
    return {
        "state": CaseState.PAUSED,
        "steps": (*case.steps, step),
        "stopped_at": case.stopped_at or act.at,
    }


def _step_ended(case: Case, act: Act, body: on.CaseStepEnded) -> Changes:
    steps = tuple(
        msgspec.structs.replace(s, ended=act.at, outcome=body.outcome) if s.id == body.step else s
        for s in case.steps
    )
    if any(not s.ended for s in steps):
        return {"steps": steps}
    return {
        "state": CaseState.ACCEPTED,
        "steps": steps,
        "stopped_at": "",
        "due": body.due or case.due,
        "statutory": body.statutory or case.statutory,
    }


def _extended(case: Case, act: Act, body: on.CaseExtended) -> Changes:
    made = Extension(
        days=body.days,
        reason=body.reason,
        approver=body.approver,
        before=case.due,
        after=body.due,
        at=act.at,
    )
    return {"extension": made, "due": body.due}


def _decided(case: Case, act: Act, body: on.CaseDecided) -> Changes:
    decision = msgspec.structs.replace(body.decision, at=act.at)
    instant = bool(decision.authority or decision.question)
    hand = Hand.WINDOW if instant else Hand.DEPARTMENT
    holder = case.intake.window if instant else case.department
    name = decision.result or f"{decision.outcome.value}行政许可决定书"
    return {
        "state": CaseState.DECIDED,
        "decision": decision,
        "bundles": custody.add(case.bundles, Content.RESULT, hand, holder, (name,), act.at),
    }


STEPS: Mapping[type[CaseAct], Step_] = {
    on.CaseHandedOver: _handed_over,
    on.CaseHandoverRefused: _nothing,
    on.CaseTaken: _taken,
    on.CaseReassigned: _reassigned,
    on.CaseSeen: _seen,
    on.CaseFound: _found,
    on.CaseAccepted: _accepted,
    on.CaseReturned: _returned,
    on.CaseCorrected: _corrected,
    on.CaseNotAccepted: _not_accepted,
    on.CaseForwarded: _forwarded,
    on.CaseAsked: _asked,
    on.CaseAnswered: _answered,
    on.CaseSupplemented: _supplemented,
    on.CasePromiseJudged: _judged,
    on.CaseStagesSet: _stages_set,
    on.CaseStageDone: _stage_done,
    on.CaseStepBegun: _step_begun,
    on.CaseStepEnded: _step_ended,
    on.CaseExtended: _extended,
    on.CaseDecided: _decided,
    **ends.STEPS,
}
"""Act → what it changes."""
