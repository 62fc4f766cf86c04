"""Cases through the operations: every state is reached, with the papers it needs."""

from __future__ import annotations

import pytest
from fix_cases import People, bring, case_now, received

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.papers import PaperKind
from zcdesk.operations import casefile, printing, progress, result_counter, worklists
from zcdesk.operations.casework import particulars
from zcdesk.store import project
from zcdesk.store.project import read_digest

PAPERS = {
    CaseState.RETURNED: {PaperKind.CORRECTION, PaperKind.HANDOVER},
    CaseState.ACCEPTED: {PaperKind.ACCEPTANCE, PaperKind.HANDOVER},
    CaseState.PAUSED: {PaperKind.SPECIAL_STEP},
    CaseState.DECIDED: {PaperKind.GRANT},
    CaseState.SENT: {PaperKind.RESULT_HANDOVER},
    CaseState.POSTED: {PaperKind.DELIVERY},
    CaseState.DELIVERED: {PaperKind.DELIVERY},
    CaseState.ARCHIVED: {PaperKind.DELIVERY_TRANSFER},
    CaseState.NOT_ACCEPTED: {PaperKind.REJECTION},
    CaseState.WITHDRAWN: {PaperKind.WITHDRAWAL},
    CaseState.TERMINATED: {PaperKind.TERMINATION},
    CaseState.VOID: {PaperKind.VOID},
}


@pytest.mark.parametrize("state", CaseState)
def test_every_state_is_reached_with_its_papers(staff: People, state: CaseState) -> None:
    case_id = bring(staff, state)
    case = case_now(staff.clerk, case_id)
    assert (case.state, case.refused) == (state, ())
    queued = {task.kind for task in printing.later(staff.clerk)}
    assert PAPERS.get(state, set()) <= queued
    page = casefile.view(staff.clerk, case_id)
    assert page.timeline[0].kind == "case.received"
    assert page.party is not None
    assert all(event.clerk for event in page.timeline)


def test_the_lists_are_the_same_rebuilt(staff: People) -> None:
    for state in (CaseState.DELIVERED, CaseState.RETURNED, CaseState.PAUSED):
        bring(staff, state)
    store = staff.clerk.store
    with store.reading() as reader:
        live = read_digest(reader)
    project.rebuild(store, at=staff.clerk.now())
    with store.reading() as reader:
        assert read_digest(reader) == live


def test_a_reviewers_inbox_shows_their_departments_cases_by_deadline(staff: People) -> None:
    case_id = bring(staff, CaseState.RECEIVED)
    (row,) = worklists.tasks(staff.reviewer, TaskKind.ACCEPT, departments=("区卫生健康委",))
    assert (row.case, row.name, row.state) == (case_id, "测**", CaseState.RECEIVED)
    assert row.limit is not None
    assert worklists.tasks(staff.other, TaskKind.ACCEPT, departments=("区行政审批局",)) == ()
    assert worklists.counts(staff.reviewer)[TaskKind.ACCEPT] == 1


def test_one_box_finds_a_case_by_whatever_is_said(staff: People) -> None:
    case_id = bring(staff, CaseState.SHELVED)
    case = case_now(staff.clerk, case_id)
    with staff.clerk.reading() as store:
        who = particulars(store, case).applicant
    said = (case.intake.number, who.name, who.id_number, who.id_number[-4:], who.phone[-4:])
    for text in said:
        assert [row.case for row in worklists.search(staff.clerk, text)] == [case_id], text
    assert worklists.search(staff.clerk, "没有这个人") == ()
    assert [r.shelf for r in result_counter.waiting(staff.counter, who.id_number).ready] == ["B-07"]


def test_looking_at_a_masked_field_leaves_a_trace(staff: People) -> None:
    case_id = received(staff.clerk)
    assert casefile.reveal(staff.clerk, case_id, "phone") == "13800000000"
    (seen,) = casefile.looked(staff.clerk, case_id)
    assert (seen.kind, seen.clerk) == ("phone", "张敏")


def test_nothing_personal_stands_in_an_act(staff: People) -> None:
    bring(staff, CaseState.ARCHIVED)
    raw = staff.clerk.store.handle.raw
    bodies = [bytes(body) for (body,) in raw.execute("SELECT body FROM acts").fetchall()]
    assert len(bodies) > 10
    assert not any("测试".encode() in body or b"13800000000" in body for body in bodies)


@pytest.mark.req("R098")
@pytest.mark.parametrize("state", CaseState)
def test_the_applicant_is_told_where_the_case_stands(staff: People, state: CaseState) -> None:
    case_id = bring(staff, state)
    case = case_now(staff.clerk, case_id)
    text = case.intake.number + case.intake.query_code
    (told,) = progress.by_code(staff.clerk, progress.Tries(), text).cases
    assert (told.number, told.state) == (case.intake.number, state)
    assert bool(told.due) == (state in progress.RUNNING)
    assert bool(told.lacks and told.until) == (state is CaseState.RETURNED)
    assert bool(told.steps) == (state is CaseState.PAUSED)
    assert (told.granted is None) == (state not in progress.RESULTS)
    said = str(told)
    with staff.clerk.reading() as store:
        person = particulars(store, case).applicant
    for personal in (person.name, person.phone, person.id_number):
        assert personal
        assert personal not in said
