"""The state table, exhaustively: every state × every act × every role, and what else must hold."""

from __future__ import annotations

import msgspec
import pytest
from fix_acts import act_on
from fix_case_acts import (
    ACCEPTED,
    AT,
    CLERK,
    DUE,
    FIRE,
    GRANTED,
    HEALTH,
    REVIEWER,
    SAMPLES,
    SEEN,
    TAKEN,
    case_in,
    in_role,
    step,
)

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain import case_fold
from zcdesk.domain.case import Case, CaseReceived, CaseState
from zcdesk.domain.case_parts import Lack, Stage, Verdict
from zcdesk.domain.case_rules import TABLE, allowed, is_deemed, refusal, role_for
from zcdesk.domain.hall import Role

AFTER_DEEMED = "2026-12-02T09:00:00+08:00"


def codes(case: Case) -> list[str]:
    return [r.code for r in case.refused]


def test_every_act_has_a_row_a_fold_and_a_sample() -> None:
    assert set(TABLE) == set(case_fold.STEPS) == set(SAMPLES)
    assert all(rule.states and rule.roles for rule in TABLE.values())


@pytest.mark.parametrize("state", CaseState)
def test_in_every_state_every_act_by_every_role_is_taken_or_kept_as_refused(
    state: CaseState,
) -> None:
    """The fold, the operations' question and the screens' question give one answer."""
    before = case_in(state)
    for kind, sample in SAMPLES.items():
        for role in Role:
            body = in_role(sample, role)
            may = kind in allowed(state, role)
            assert may == (state in TABLE[kind].states and role in TABLE[kind].roles)
            after = step(before, body)
            code = refusal(before, body, AT)
            if not may:
                assert code in ("CAS-01", "CAS-02"), (kind, role)
            if code:
                assert codes(after) == [code]
                assert msgspec.structs.replace(after, refused=()) == before
            else:
                assert after.refused == ()
                assert after.changed_at == AT


def test_roles_without_an_act_change_nothing_anywhere() -> None:
    idle = (Role.GUIDE, Role.AGENT_OFFICER, Role.EDITOR, Role.ADMINISTRATOR, Role.AUDITOR)
    assert all(not allowed(state, role) for state in CaseState for role in idle)
    assert allowed(None, Role.CLERK) == {CaseReceived}
    assert not allowed(None, Role.REVIEWER)


def test_the_first_fitting_role_acts() -> None:
    roles = (Role.GUIDE, Role.REVIEWER, Role.CHIEF)
    assert role_for(CaseState.RECEIVED, roles, on.CaseAccepted) is Role.REVIEWER
    assert role_for(CaseState.RETURNED, roles, on.CaseAccepted) is None


def test_accept_after_return_and_return_after_acceptance_are_kept_and_not_applied() -> None:
    returned = case_in(CaseState.RETURNED)
    found = step(returned, ACCEPTED)
    assert (found.state, codes(found)) == (CaseState.RETURNED, ["CAS-01"])
    assert found.refused[0].kind == "case.accepted"
    accepted = case_in(CaseState.ACCEPTED)
    found = step(accepted, SAMPLES[on.CaseReturned])
    assert (found.state, codes(found)) == (CaseState.ACCEPTED, ["CAS-01"])


def test_of_two_decisions_the_first_in_the_order_counts() -> None:
    first = case_in(CaseState.DECIDED)
    second = step(first, GRANTED)
    assert second.decision == first.decision
    assert codes(second) == ["CAS-01"]


def test_a_refused_act_is_settled_by_a_person() -> None:
    found = step(case_in(CaseState.RETURNED), ACCEPTED)
    settled = step(found, end.CaseSettled(**CLERK, act=found.refused[0].act, how="已告知部门"))
    assert settled.refused[0].settled == "已告知部门"
    again = step(settled, end.CaseSettled(**CLERK, act=found.refused[0].act, how="再次"))
    assert codes(again) == ["CAS-01", "CAS-05"]


@pytest.mark.req("UX-27")
def test_nothing_is_accepted_before_every_page_was_shown() -> None:
    case = step(None, TAKEN)
    half = step(case, on.CaseSeen(**REVIEWER, pages=SEEN.pages[:1]))
    assert codes(step(half, ACCEPTED)) == ["REV-01"]
    assert step(step(half, SEEN), ACCEPTED).state is CaseState.ACCEPTED


def test_another_department_has_no_say() -> None:
    case = step(step(None, TAKEN), SEEN)
    other = msgspec.structs.replace(ACCEPTED, department=FIRE)
    assert codes(step(case, other)) == ["CAS-04"]
    asked = step(case, SAMPLES[on.CaseAsked])
    answer = SAMPLES[on.CaseAnswered]
    answered = step(asked, answer)
    assert answered.questions[0].agrees is True
    assert codes(step(answered, answer)) == ["REV-04"]
    wrong = msgspec.structs.replace(answer, department=HEALTH)
    assert codes(step(asked, wrong)) == ["CAS-04"]


def test_after_the_fifth_working_day_the_law_has_accepted() -> None:
    case = step(step(None, TAKEN), SEEN)
    assert not is_deemed(case, TAKEN.deemed_due.at)
    assert is_deemed(case, AFTER_DEEMED)
    for body in (SAMPLES[on.CaseReturned], SAMPLES[on.CaseNotAccepted], ACCEPTED):
        assert codes(step(case, body, AFTER_DEEMED)) == ["CAS-03"]
    deemed = msgspec.structs.replace(ACCEPTED, role=Role.CLERK, from_receipt=True)
    found = step(case, deemed, AFTER_DEEMED)
    assert (found.state, found.accepted_at) == (CaseState.ACCEPTED, AT)


def test_the_fold_compares_moments_not_texts() -> None:
    """Stations may write another offset for the same moment."""
    case = step(step(None, TAKEN), SEEN)
    assert step(case, ACCEPTED, "2026-12-01T08:59:00+00:00").state is CaseState.ACCEPTED
    assert codes(step(case, ACCEPTED, "2026-12-01T09:01:00+00:00")) == ["CAS-03"]


def test_a_second_return_owns_up_to_its_new_points() -> None:
    case = step(case_in(CaseState.RETURNED), SAMPLES[on.CaseCorrected])
    assert (case.state, case.stopped_at) == (CaseState.RECEIVED, "")
    body = on.CaseReturned(**REVIEWER, lacks=(Lack(name="申请表"), Lack(name="平面图")))
    found = step(case, body)
    assert [(x.name, x.new) for x in found.lacks] == [("申请表", False), ("平面图", True)]
    assert found.returns == 2


def staged(*stages: Stage) -> Case:
    return step(case_in(CaseState.ACCEPTED), on.CaseStagesSet(**REVIEWER, stages=stages))


def done(case: Case, stage: str, department: str, **more) -> Case:
    body = on.CaseStageDone(
        role=Role.REVIEWER, department=department, stage=stage, agrees=True, **more
    )
    return step(case, body)


@pytest.mark.req("R125", "R161", "R091", "R135")
def test_serial_stages_follow_each_other_and_the_decision_waits_for_all() -> None:
    case = staged(
        Stage(id="t1", name="初审", department=HEALTH, turn=1),
        Stage(id="t2", name="复审", department=HEALTH, turn=2),
    )
    assert codes(done(case, "t2", HEALTH)) == ["REV-05"]
    assert codes(step(case, GRANTED)) == ["REV-08"]
    case = done(case, "t1", HEALTH, next_due=(("t2", DUE),))
    assert (case.stages[1].begun, case.stages[1].due) == (AT, DUE)
    case = done(case, "t2", HEALTH)
    assert step(case, GRANTED).state is CaseState.DECIDED


@pytest.mark.req("R055")
def test_side_by_side_the_lead_department_comes_last() -> None:
    case = staged(
        Stage(id="a", name="消防", department=FIRE),
        Stage(id="b", name="牵头", department=HEALTH, lead=True),
    )
    assert all(s.begun for s in case.stages)
    assert codes(done(case, "b", HEALTH)) == ["REV-06"]
    assert codes(done(case, "a", HEALTH)) == ["CAS-04"]
    assert all(s.done for s in done(done(case, "a", FIRE), "b", HEALTH).stages)


def test_two_special_steps_stop_one_clock_until_both_ended() -> None:
    case = case_in(CaseState.PAUSED)
    case = step(case, msgspec.structs.replace(SAMPLES[on.CaseStepBegun], step="x2"))
    case = step(case, msgspec.structs.replace(SAMPLES[on.CaseStepEnded], step="x2"))
    assert (case.state, case.stopped_at) == (CaseState.PAUSED, AT)
    case = step(case, SAMPLES[on.CaseStepEnded])
    assert (case.state, case.stopped_at) == (CaseState.ACCEPTED, "")
    assert codes(step(case, SAMPLES[on.CaseStepEnded])) == ["CAS-01"]


def test_one_extension_and_no_more() -> None:
    case = step(case_in(CaseState.ACCEPTED), SAMPLES[on.CaseExtended])
    assert codes(step(case, SAMPLES[on.CaseExtended])) == ["REV-10"]


@pytest.mark.req("R050")
def test_a_window_decides_only_inside_an_authority_or_by_an_officers_key() -> None:
    case = case_in(CaseState.ACCEPTED)
    bare = in_role(GRANTED, Role.CLERK)
    assert codes(step(case, bare)) == ["INS-01"]
    given = msgspec.structs.replace(
        bare, decision=msgspec.structs.replace(GRANTED.decision, authority="authority:1")
    )
    assert step(case, given).state is CaseState.DECIDED
    asked = step(case, msgspec.structs.replace(SAMPLES[on.CaseAsked], confirm=True))
    by_key = msgspec.structs.replace(
        bare, decision=msgspec.structs.replace(GRANTED.decision, question="q1")
    )
    assert codes(step(asked, by_key)) == ["INS-01"]
    assert step(step(asked, SAMPLES[on.CaseAnswered]), by_key).state is CaseState.DECIDED


def test_an_instant_result_is_issued_where_it_was_decided_and_no_other_is() -> None:
    case = case_in(CaseState.DECIDED)
    assert codes(step(case, in_role(SAMPLES[end.CaseIssued], Role.CLERK))) == ["RES-08"]
    assert codes(step(case, SAMPLES[end.CaseIssued])) == ["RES-08"]


def test_a_result_is_not_issued_before_what_it_replaces_is_taken_in() -> None:
    body = msgspec.structs.replace(SAMPLES[end.CaseIssued], collected=())
    assert codes(step(case_in(CaseState.SHELVED), body)) == ["RES-05"]


def test_promises_are_kept_extended_or_judged() -> None:
    case = step(None, TAKEN)
    assert case.deferred
    kept = step(case, SAMPLES[on.CaseSupplemented])
    assert kept.deferred == ()
    assert codes(step(kept, SAMPLES[on.CaseSupplemented])) == ["SUP-01"]
    longer = on.CasePromiseJudged(
        **CLERK, material="检验报告", verdict=Verdict.EXTENDED, reason="出差", due="2026-12-03"
    )
    assert step(case, longer).deferred[0].due == "2026-12-03"
    assert step(case, SAMPLES[on.CasePromiseJudged]).deferred == ()


def test_a_case_is_handed_over_once() -> None:
    case = step(step(None, TAKEN), SAMPLES[on.CaseHandedOver])
    assert codes(step(case, SAMPLES[on.CaseHandedOver])) == ["HND-02"]


def test_nothing_is_filed_before_its_receipt_went_back() -> None:
    case = case_in(CaseState.DELIVERED)
    assert codes(step(case, SAMPLES[end.CaseArchived])) == ["RES-07"]
    passed = step(case, SAMPLES[end.CaseReceiptPassed])
    assert codes(step(passed, SAMPLES[end.CaseReceiptPassed])) == ["RES-06"]
    assert step(passed, SAMPLES[end.CaseArchived]).state is CaseState.ARCHIVED
    at_window = step(step(None, TAKEN), SAMPLES[end.CaseWithdrawn])
    assert codes(step(at_window, SAMPLES[end.CaseArchived])) == ["CUS-02"]


def test_a_reminder_is_answered_once_and_a_platform_number_stays() -> None:
    case = step(step(None, TAKEN), SAMPLES[end.CaseReminded])
    case = step(case, SAMPLES[end.CaseReminderAnswered])
    assert codes(step(case, SAMPLES[end.CaseReminderAnswered])) == ["SUP-04"]
    case = step(case, SAMPLES[end.CasePlatformNumbered])
    same = step(case, SAMPLES[end.CasePlatformNumbered])
    assert same.refused == ()
    assert codes(step(case, end.CasePlatformNumbered(**CLERK, number="other"))) == ["PLT-02"]


def test_an_amended_case_goes_by_its_new_receipt() -> None:
    case = step(step(None, TAKEN), SAMPLES[end.CaseAmended])
    assert (case.intake.receipt, case.void_receipts) == ("R2", ("R1",))
    assert case.intake.number == TAKEN.number


def test_acts_of_other_subjects_leave_a_case_alone() -> None:
    case = step(None, TAKEN)
    again = msgspec.structs.replace(TAKEN, number="R2")
    assert case_fold.fold(case, act_on("case:c1", again), again) is case
    assert case_fold.fold(None, act_on("case:c1", ACCEPTED), ACCEPTED) is None
