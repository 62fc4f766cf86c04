"""What may happen to a case: one table of acts, states and roles, and what else must hold.

Screens, operations, the fold and the tests ask here and nowhere else (rules 1 and 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from zcdesk.domain import case_acts as act
from zcdesk.domain import case_ends as end
from zcdesk.domain.act import Body
from zcdesk.domain.case import ENDED, Case, CaseReceived, CaseState
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.hall import Role

S, R = CaseState, Role

_WINDOW = frozenset({R.CLERK})
_OFFICE = frozenset({R.REVIEWER, R.CHIEF})
_COUNTER = frozenset({R.RESULT_CLERK})
_HALL = frozenset({R.CLERK, R.SUPERVISOR})
_ANY = _WINDOW | _OFFICE | _COUNTER | {R.SUPERVISOR}

_REVIEW = frozenset({S.ACCEPTED, S.PAUSED})
_UNDECIDED = frozenset({S.RECEIVED, S.RETURNED}) | _REVIEW
_LIVE = frozenset(S) - ENDED - {S.ARCHIVED}
_WITH_PAPER = _UNDECIDED | {S.DECIDED, S.SENT, S.SHELVED, S.DELIVERED}
_CLOSED = ENDED | {S.DELIVERED}


class Rule(NamedTuple):
    """In which states and by which roles an act may be done."""

    states: frozenset[CaseState]
    roles: frozenset[Role]


def _states(*states: CaseState) -> frozenset[CaseState]:
    return frozenset(states)


TABLE: Mapping[type[CaseAct], Rule] = MappingProxyType(
    {
        act.CaseHandedOver: Rule(_WITH_PAPER, _WINDOW | _OFFICE),
        act.CaseHandoverRefused: Rule(_WITH_PAPER, _WINDOW | _OFFICE),
        act.CaseTaken: Rule(_UNDECIDED | {S.DECIDED}, _OFFICE),
        act.CaseReassigned: Rule(_UNDECIDED | {S.DECIDED}, frozenset({R.CHIEF, R.SUPERVISOR})),
        act.CaseSeen: Rule(_UNDECIDED, _OFFICE),
        act.CaseFound: Rule(_states(S.RECEIVED) | _REVIEW, _OFFICE),
        act.CaseAccepted: Rule(_states(S.RECEIVED), _OFFICE | _HALL),
        act.CaseReturned: Rule(_states(S.RECEIVED), _OFFICE),
        act.CaseCorrected: Rule(_states(S.RETURNED), _WINDOW),
        act.CaseNotAccepted: Rule(_states(S.RECEIVED), _OFFICE),
        act.CaseForwarded: Rule(_states(S.RECEIVED), _OFFICE | _HALL),
        act.CaseAsked: Rule(_states(S.RECEIVED) | _REVIEW, _OFFICE | _WINDOW),
        act.CaseAnswered: Rule(_states(S.RECEIVED) | _REVIEW, _OFFICE),
        act.CaseSupplemented: Rule(_UNDECIDED, _WINDOW),
        act.CasePromiseJudged: Rule(_UNDECIDED, _WINDOW | _OFFICE),
        act.CaseStagesSet: Rule(_states(S.ACCEPTED), _OFFICE),
        act.CaseStageDone: Rule(_states(S.ACCEPTED), _OFFICE),
        act.CaseStepBegun: Rule(_REVIEW, _OFFICE),
        act.CaseStepEnded: Rule(_states(S.PAUSED), _OFFICE),
        act.CaseExtended: Rule(_REVIEW, _OFFICE),
        act.CaseDecided: Rule(_states(S.ACCEPTED), _OFFICE | _WINDOW),
        end.CaseResultSent: Rule(_states(S.DECIDED), _OFFICE | _WINDOW),
        end.CaseResultTaken: Rule(_states(S.SENT), _COUNTER),
        end.CaseResultRefused: Rule(_states(S.SENT), _COUNTER),
        end.CaseShelved: Rule(_states(S.SHELVED), _COUNTER),
        end.CaseIssued: Rule(_states(S.DECIDED, S.SHELVED), _COUNTER | _WINDOW),
        end.CasePosted: Rule(_states(S.SHELVED), _COUNTER),
        end.CasePostDelivered: Rule(_states(S.POSTED), _COUNTER),
        end.CasePostReturned: Rule(_states(S.POSTED), _COUNTER),
        end.CaseReceiptPassed: Rule(_states(S.DELIVERED), _COUNTER | _OFFICE),
        end.CaseArchived: Rule(
            _states(S.DELIVERED, S.NOT_ACCEPTED, S.WITHDRAWN, S.TERMINATED), _COUNTER | _OFFICE
        ),
        end.CasePapersReturned: Rule(_CLOSED | {S.RETURNED, S.SHELVED}, _WINDOW | _COUNTER),
        end.CasePapersArrived: Rule(frozenset(S), _WINDOW | _COUNTER),
        end.CaseAmended: Rule(_UNDECIDED, _HALL),
        end.CaseVoided: Rule(_UNDECIDED, _HALL),
        end.CaseWithdrawn: Rule(_UNDECIDED, _WINDOW | _OFFICE),
        end.CaseTerminated: Rule(_UNDECIDED, _OFFICE),
        end.CaseTransferred: Rule(_UNDECIDED, _OFFICE | {R.SUPERVISOR}),
        end.CaseMerged: Rule(_states(S.RECEIVED, S.ACCEPTED), _OFFICE | {R.SUPERVISOR}),
        end.CaseJoined: Rule(_states(S.RECEIVED, S.ACCEPTED), _OFFICE | {R.SUPERVISOR}),
        end.CaseReminded: Rule(_LIVE, frozenset({R.SUPERVISOR})),
        end.CaseReminderAnswered: Rule(frozenset(S), _OFFICE | _WINDOW | _COUNTER),
        end.CasePlatformNumbered: Rule(frozenset(S), _ANY),
        end.CaseCalled: Rule(_LIVE, _ANY),
        end.CaseSigned: Rule(frozenset(S), _ANY),
        end.CaseSettled: Rule(frozenset(S), _ANY),
    }
)
"""Act → states and roles. Acts that only note something are allowed in every state."""


def allowed(state: CaseState | None, role: Role) -> frozenset[type[Body]]:
    """Return the acts that may follow in `state` (None = no case yet) for somebody in `role`."""
    if state is None:
        return frozenset({CaseReceived}) if role is R.CLERK else frozenset()
    return frozenset(a for a, rule in TABLE.items() if state in rule.states and role in rule.roles)


def role_for(state: CaseState, roles: Iterable[Role], kind: type[CaseAct]) -> Role | None:
    """Return the first of somebody's roles in which the act may be done, or None."""
    return next((role for role in roles if kind in allowed(state, role)), None)


def refusal(case: Case, body: CaseAct, at: str) -> str | None:
    """Return the code that says why an act may not be applied, or None.

    Args:
        at: ISO time of the act.
    """
    rule = TABLE[type(body)]
    if body.role not in rule.roles:
        return "CAS-02"
    if _deemed(case, body, at):
        return "CAS-03"
    if case.state not in rule.states:
        return "CAS-01"
    if not _concerns(case, body):
        return "CAS-04"
    return _unmet(case, body)


def _deemed(case: Case, body: CaseAct, at: str) -> bool:
    """After the deemed date nothing may be said that presumes an unaccepted case."""
    late = isinstance(body, act.CaseReturned | act.CaseNotAccepted | act.CaseForwarded)
    plain = isinstance(body, act.CaseAccepted) and not body.from_receipt
    return (late or plain) and is_deemed(case, at)


def is_deemed(case: Case, at: str) -> bool:
    """Whether the law had accepted the case by `at`: nobody answered in time (行政许可法 32)."""
    if case.state is not S.RECEIVED or not case.deemed_due:
        return False
    return datetime.fromisoformat(at) > datetime.fromisoformat(case.deemed_due.at)


_NOTED = (end.CasePlatformNumbered, end.CaseSigned, end.CaseCalled, end.CaseSettled)
"""Only notes something; an officer of any department may."""


def _concerns(case: Case, body: CaseAct) -> bool:
    """A reviewer acts for a department the case, the stage or the question belongs to."""
    if body.role not in _OFFICE:
        return True
    if isinstance(body, act.CaseAnswered):
        asked = (q.department for q in case.questions if q.id == body.question)
        return body.department in asked
    if isinstance(body, act.CaseStageDone):
        return body.department in (s.department for s in case.stages if s.id == body.stage)
    if isinstance(body, act.CaseSeen | act.CaseTaken | end.CaseReminderAnswered):
        return body.department in departments(case)
    if isinstance(body, _NOTED):
        return True
    return body.department == case.department


def is_instant(case: Case) -> bool:
    """Whether the case was decided at a window, inside an authority or by a remote officer."""
    return case.decision is not None and bool(case.decision.authority or case.decision.question)


def departments(case: Case) -> frozenset[str]:
    """Return every department that takes part: the one in charge, of stages and of questions."""
    return frozenset(
        (
            case.department,
            *(s.department for s in case.stages),
            *(q.department for q in case.questions),
        )
    )


def _unmet(case: Case, body: CaseAct) -> str | None:
    """Return the code of a condition beyond state and role that does not hold."""
    for kinds, check in _CONDITIONS:
        if isinstance(body, kinds) and (code := check(case, body)):
            return code
    return None


def _at_window(case: Case, body: CaseAct) -> str | None:
    return None if held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS}) else "HND-02"


def _another(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, act.CaseReassigned)
    return "REV-17" if body.to == case.reviewer else None


def _all_seen(case: Case, body: CaseAct) -> str | None:
    return "REV-01" if case.unseen and body.role in _OFFICE else None


def _asked_once(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, act.CaseAnswered)
    open_ = (q.id for q in case.questions if q.agrees is None)
    return None if body.question in open_ else "REV-04"


def _promised(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, act.CaseSupplemented | act.CasePromiseJudged)
    return None if body.material in (m.key for m in case.deferred) else "SUP-01"


def _stage_runs(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, act.CaseStageDone)
    stage = next((s for s in case.stages if s.id == body.stage), None)
    if stage is None or not stage.begun or stage.done:
        return "REV-05"
    others = any(s.turn == stage.turn and not s.done and s is not stage for s in case.stages)
    return "REV-06" if stage.lead and others else None


def _stages_unset(case: Case, body: CaseAct) -> str | None:
    return "REV-07" if any(s.done for s in case.stages) else None


def _stages_done(case: Case, body: CaseAct) -> str | None:
    if any(not s.done for s in case.stages):
        return "REV-08"
    if body.role is not R.CLERK:
        return None
    assert isinstance(body, act.CaseDecided)
    confirmed = (q.id for q in case.questions if q.confirm and q.agrees)
    by_question = body.decision.question in confirmed
    return None if body.decision.authority or by_question else "INS-01"


def _runs(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, act.CaseStepEnded)
    return None if body.step in (s.id for s in case.running_steps) else "REV-09"


def _once(case: Case, body: CaseAct) -> str | None:
    return "REV-10" if case.extension else None


def _clerk_accepts(case: Case, body: CaseAct) -> str | None:
    """At a window a case is accepted only by law, or as an instant one within an authority."""
    assert isinstance(body, act.CaseAccepted)
    own = body.role in _OFFICE or body.from_receipt or body.authority
    return None if own else "INS-01"


def _holds(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CasePapersReturned)
    hands = {Hand.WINDOW, Hand.DEPARTMENT, Hand.COUNTER}
    ours = {b.no for b in held(case.bundles, hands, {Content.MATERIALS})}
    return None if body.bundles and ours.issuperset(body.bundles) else "CUS-01"


def _posted(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CasePapersArrived)
    away = {b.no for b in held(case.bundles, {Hand.POST}, {Content.MATERIALS})}
    return None if body.bundles and away.issuperset(body.bundles) else "CUS-01"


def _collects(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CaseIssued)
    wanted = case.decision.collect if case.decision else ()
    at_window = case.state is S.DECIDED
    if at_window != (body.role is R.CLERK) or (at_window and not is_instant(case)):
        return "RES-08"
    return None if set(wanted) <= set(body.collected) else "RES-05"


def _not_passed(case: Case, body: CaseAct) -> str | None:
    passed = case.dispatch is not None and case.dispatch.transferred
    return "RES-06" if passed else None


def _filed(case: Case, body: CaseAct) -> str | None:
    """Nothing is archived while its receipt is on the counter or its paper at a window."""
    if held(case.bundles, {Hand.WINDOW, Hand.POST}):
        return "CUS-02"
    due = case.state is S.DELIVERED and case.dispatch is not None
    return "RES-07" if due and not (case.dispatch and case.dispatch.transferred) else None


def _reminded(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CaseReminderAnswered)
    open_ = (r.id for r in case.reminders if not r.answer)
    return None if body.reminder in open_ else "SUP-04"


def _unnumbered(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CasePlatformNumbered)
    return "PLT-02" if case.platform_number not in ("", body.number) else None


def _contested(case: Case, body: CaseAct) -> str | None:
    assert isinstance(body, end.CaseSettled)
    return None if body.act in (r.act for r in case.refused if not r.settled) else "CAS-05"


_CONDITIONS = (
    (act.CaseHandedOver | act.CaseHandoverRefused, _at_window),
    (act.CaseReassigned, _another),
    (act.CaseAccepted, _clerk_accepts),
    (act.CaseAccepted, _all_seen),
    (act.CaseAnswered, _asked_once),
    (act.CaseSupplemented | act.CasePromiseJudged, _promised),
    (act.CaseStagesSet, _stages_unset),
    (act.CaseStageDone, _stage_runs),
    (act.CaseStepEnded, _runs),
    (act.CaseExtended, _once),
    (act.CaseDecided, _stages_done),
    (end.CasePapersReturned, _holds),
    (end.CasePapersArrived, _posted),
    (end.CaseIssued, _collects),
    (end.CaseReceiptPassed, _not_passed),
    (end.CaseArchived, _filed),
    (end.CaseReminderAnswered, _reminded),
    (end.CasePlatformNumbered, _unnumbered),
    (end.CaseSettled, _contested),
)
"""What must hold beside state and role: act → condition, each with a code of its own."""
