"""What is to be done about a case in every state, and for whom."""

from __future__ import annotations

import msgspec
import pytest
from fix_case_acts import ACCEPTED, CLERK, FIRE, HEALTH, REVIEWER, SAMPLES, TAKEN, case_in, step

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain.case import CaseState
from zcdesk.domain.case_tasks import TaskKind, tasks

EXPECTED = {
    CaseState.RECEIVED: {TaskKind.HAND_OVER, TaskKind.ACCEPT, TaskKind.SUPPLEMENT},
    CaseState.RETURNED: {TaskKind.CORRECT, TaskKind.SUPPLEMENT},
    CaseState.ACCEPTED: {TaskKind.DECIDE, TaskKind.SUPPLEMENT},
    CaseState.PAUSED: {TaskKind.STEP, TaskKind.SUPPLEMENT},
    CaseState.DECIDED: {TaskKind.SEND_RESULT, TaskKind.SUPPLEMENT},
    CaseState.SENT: {TaskKind.TAKE_RESULT, TaskKind.SUPPLEMENT},
    CaseState.SHELVED: {TaskKind.ISSUE, TaskKind.SUPPLEMENT},
    CaseState.POSTED: {TaskKind.CONFIRM_POST, TaskKind.SUPPLEMENT},
    CaseState.DELIVERED: {TaskKind.PASS_RECEIPT},
    CaseState.ARCHIVED: set(),
    CaseState.NOT_ACCEPTED: {TaskKind.RETURN_PAPERS},
    CaseState.WITHDRAWN: {TaskKind.RETURN_PAPERS},
    CaseState.TERMINATED: {TaskKind.RETURN_PAPERS},
    CaseState.VOID: {TaskKind.RETURN_PAPERS},
    CaseState.MERGED: set(),
    CaseState.TRANSFERRED: set(),
}


@pytest.mark.parametrize("state", CaseState)
def test_every_state_says_what_is_to_be_done(state: CaseState) -> None:
    assert {task.kind for task in tasks(case_in(state))} == EXPECTED[state]


def test_the_pile_lies_at_a_window_until_its_slot() -> None:
    (pile,) = (t for t in tasks(step(None, TAKEN)) if t.kind is TaskKind.HAND_OVER)
    assert (pile.window, pile.department, pile.due) == ("3", HEALTH, TAKEN.handover_due)
    later = msgspec.structs.replace(SAMPLES[on.CaseCorrected], handover_due="2026-11-27T10:00")
    case = step(case_in(CaseState.RETURNED), later)
    (pile,) = (t for t in tasks(case) if t.kind is TaskKind.HAND_OVER)
    assert pile.due == "2026-11-27T10:00"


def test_who_is_asked_has_it_on_their_list() -> None:
    case = step(step(None, TAKEN), SAMPLES[on.CaseAsked])
    (asked,) = (t for t in tasks(case) if t.kind is TaskKind.ANSWER)
    assert (asked.department, asked.about) == (FIRE, "q1")
    staged = step(case_in(CaseState.ACCEPTED), SAMPLES[on.CaseStagesSet])
    kinds = {t.kind: t.department for t in tasks(staged)}
    assert kinds[TaskKind.STAGE] == FIRE
    assert TaskKind.DECIDE not in kinds


def test_refused_acts_and_reminders_are_on_a_list_until_settled() -> None:
    case = step(case_in(CaseState.RETURNED), ACCEPTED)
    assert TaskKind.SETTLE in {t.kind for t in tasks(case)}
    case = step(case, end.CaseSettled(**CLERK, act=case.refused[0].act, how="已告知"))
    assert TaskKind.SETTLE not in {t.kind for t in tasks(case)}
    case = step(case, SAMPLES[end.CaseReminded])
    assert TaskKind.REPLY in {t.kind for t in tasks(case)}


def test_a_result_that_is_to_be_posted_is_on_the_posts_list() -> None:
    delivery = msgspec.structs.replace(TAKEN.delivery, by_post=True)
    case = case_in(CaseState.SHELVED, msgspec.structs.replace(TAKEN, delivery=delivery))
    assert TaskKind.POST in {t.kind for t in tasks(case)}


def test_an_instant_decision_is_issued_at_its_window() -> None:
    body = SAMPLES[on.CaseDecided]
    decision = msgspec.structs.replace(body.decision, authority="authority:1")
    case = step(case_in(CaseState.ACCEPTED), on.CaseDecided(**REVIEWER, decision=decision))
    (issue,) = (t for t in tasks(case) if t.kind is TaskKind.ISSUE)
    assert issue.window == "3"


def test_once_the_receipt_went_back_the_case_is_filed() -> None:
    case = step(case_in(CaseState.DELIVERED), SAMPLES[end.CaseReceiptPassed])
    assert [t.kind for t in tasks(case)] == [TaskKind.ARCHIVE]
