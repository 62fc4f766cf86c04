"""Where a case goes from the review desk: decided, refused, stopped, asked, sent on, merged."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import BUREAU, GRANT, HEALTH, case_now
from fix_review import open_first

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.comparison import CertificateField, Verdict
from zcdesk.operations import acceptance, clerks, result_counter, review


def fill(page, name: str, text: str) -> None:
    page.acting.form.fields[name].set_text(text)


@pytest.mark.req("R049", "R108")
def test_a_decision_and_its_result_go_out(page, press, take_in, hall, qtbot) -> None:
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    page.activate()
    press("2", "Enter", "F9", "Enter")
    assert page.acting.is_open, "a decision needs its number"
    fill(page, "document_number", "示卫许决〔2026〕1号")
    fill(page, "collect", "原卫生许可证、副本")
    press("Enter")
    assert page.acting.form.message.full_text == ""
    decided = case_now(hall.reviewer, case)
    assert decided.state is CaseState.DECIDED
    assert decided.decision.collect == ("原卫生许可证", "副本")
    press("F9")
    assert "原卫生许可证、副本" in page.acting.form.said.full_text
    press("Enter")
    assert case_now(hall.reviewer, case).state is CaseState.SENT


def test_a_refusal_says_why(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    page.activate()
    press("2", "Enter", "J")
    page.acting.form.fields["outcome"].edit.set_value(Outcome.REFUSED)
    fill(page, "document_number", "示卫许不决〔2026〕1号")
    press("Enter")
    assert "理由" in page.acting.form.message.full_text
    fill(page, "reason", "水质不达标")
    press("Enter")
    assert case_now(hall.reviewer, case).decision.outcome is Outcome.REFUSED


def test_a_special_step_stops_the_clock_and_ends(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    page.activate()
    press("2", "Enter", "T")
    fill(page, "reason", "须检测水质")
    press("Enter")
    assert case_now(hall.reviewer, case).state is CaseState.PAUSED
    assert page.head.left.state.word == "停表"
    assert "听证" in page.progress.full_text
    press("F9")
    fill(page, "outcome", "合格")
    press("Enter")
    assert case_now(hall.reviewer, case).state is CaseState.ACCEPTED


@pytest.mark.req("R055")
def test_stages_run_side_by_side_and_the_lead_comes_last(page, press, take_in, hall, desk):
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    page.activate()
    press("2", "Enter", "L")
    own, other = page.acting.stages.rows[:2]
    own.name.setText("卫生审查")
    own.lead.setChecked(True)
    other.name.setText("选址意见")
    other.department.setCurrentText(BUREAU)
    press("Enter")
    press("F9", "Enter")
    assert "牵头" in page.acting.form.message.full_text
    press("Esc", "Esc")
    desk.set_session(hall.other, clerks.clerk_of(hall.other))
    page.activate()
    press("4", "Enter", "F9", "Enter")
    desk.set_session(hall.reviewer, clerks.clerk_of(hall.reviewer))
    page.activate()
    press("4", "Enter", "F9", "Enter")
    assert all(stage.agrees for stage in case_now(hall.reviewer, case).stages)


def test_who_waits_at_a_window_stands_on_top_and_gets_an_answer_by_one_key(
    page, press, take_in, hall
) -> None:
    take_in(pages=0)
    waiting = take_in(pages=0)
    acceptance.ask(hall.clerk, waiting, HEALTH, "请当场确认", confirm=True)
    open_first(page, press)
    assert page.opened.case.id == waiting
    press("F9", "Enter")
    (question,) = case_now(hall.reviewer, waiting).questions
    assert (question.agrees, question.officer) == (True, "0401")


def test_every_day_of_a_limit_is_explained(page, press, take_in) -> None:
    take_in(pages=0)
    open_first(page, press)
    press("K")
    lines = page.limits.view.rows_model.rows
    assert any("视为受理" in line.why for line in lines)
    assert any(line.counts == "–" and "休息" in line.why for line in lines)
    press("Esc")
    assert page.opened is not None


@pytest.mark.parametrize(
    ("key", "fields", "state"),
    [
        ("N", {"reason": "属市级权限"}, CaseState.NOT_ACCEPTED),
        ("X", {"reason": "逾期未补"}, CaseState.TERMINATED),
        ("C", {"reason": "不办了"}, CaseState.WITHDRAWN),
        ("I", {"to": "市卫生健康委", "reason": "市级权限"}, CaseState.TRANSFERRED),
    ],
)
def test_ways_a_case_ends(page, press, take_in, hall, key, fields, state) -> None:
    case = take_in(pages=0)
    open_first(page, press)
    press(key, "Enter")
    assert any(field.message for field in page.acting.form.fields.values()), "it says why"
    for name, text in fields.items():
        fill(page, name, text)
    press("Enter")
    assert case_now(hall.reviewer, case).state is state


def test_a_case_goes_to_the_department_it_belongs_to(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    open_first(page, press)
    press("Z")
    page.acting.form.fields["department"].edit.setCurrentText(BUREAU)
    fill(page, "reason", "不属本部门")
    press("Enter")
    assert case_now(hall.reviewer, case).department == BUREAU


def test_what_the_law_has_accepted_is_only_confirmed(page, press, take_in, hall, clock) -> None:
    case = take_in(pages=0)
    clock.pass_(days=8)
    open_first(page, press)
    press("W", "1", "H", "Enter")
    assert "视为受理" in page.acting.form.message.full_text, "it can no longer be returned"
    press("Esc", "F9")
    assert "依法视为" in page.acting.form.said.full_text
    press("Enter")
    assert case_now(hall.reviewer, case).ground == "视为受理"


def test_accepting_in_spite_of_a_problem_is_asked_twice(page, press, take_in) -> None:
    take_in(pages=0)
    open_first(page, press)
    press("W", "1", "F9")
    assert "申请表" in page.acting.form.said.full_text


def test_a_second_application_becomes_one_with_the_first(page, press, take_in, hall, told) -> None:
    case, other = take_in(pages=0), take_in(pages=0)
    open_first(page, press)
    press("B")
    fill(page, "number", "320213-26-WBH-99999-X")
    fill(page, "reason", "同一申请")
    press("Enter")
    assert "没有找到" in page.acting.form.message.full_text
    fill(page, "number", case_now(hall.reviewer, other).intake.number)
    press("Enter")
    assert case_now(hall.reviewer, case).state is CaseState.MERGED


def test_decided_results_go_out_together(page, press, take_in, hall) -> None:
    cases = [take_in(pages=0) for _ in range(2)]
    for case in cases:
        acceptance.accept(hall.reviewer, case)
        review.decide(hall.reviewer, case, GRANT)
    page.activate()
    press("2")
    assert "2 件" in page.inbox.send.text()
    press("S")
    assert {case_now(hall.reviewer, case).state for case in cases} == {CaseState.SENT}
    take_in(pages=0)
    press("1", "2", "1")
    assert page.inbox.tab == "accept"
    assert not page.inbox.send.isVisible()


@pytest.mark.req("R108")
def test_what_stands_on_the_certificate_goes_along_for_the_counter(
    page, press, take_in, hall
) -> None:
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    made = msgspec.structs.replace(GRANT, valid_from="2026-11-24", valid_until="2030-11-23")
    review.decide(hall.reviewer, case, made)
    page.activate()
    press("2", "Enter", "F9")
    assert "目视核对" in page.acting.form.said.full_text
    fill(page, "NUMBER", "示卫水字2026第0001号")
    fill(page, "NAME", "卫生许可证（副本）")
    fill(page, "valid_from", "2026-11-24")
    fill(page, "valid_until", "2030-11-23")
    press("Enter")
    arrived = result_counter.look(hall.counter, case_now(hall.counter, case).intake.number)
    found = {point.field: (point.verdict, point.by_department) for point in arrived.points}
    assert found[CertificateField.NUMBER] == (Verdict.AGREES, True)
    assert found[CertificateField.VALID] == (Verdict.AGREES, True)
    assert found[CertificateField.NAME] == (Verdict.DIFFERS, True)
    assert found[CertificateField.HOLDER] == (Verdict.OPEN, False)


def test_a_refusal_carries_no_certificate(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    acceptance.accept(hall.reviewer, case)
    no = msgspec.structs.replace(GRANT, outcome=Outcome.REFUSED, reason="水源不合格", result="")
    review.decide(hall.reviewer, case, no)
    page.activate()
    press("2", "Enter", "F9")
    assert page.acting.form.fields == {}
    press("Enter")
    assert case_now(hall.reviewer, case).state is CaseState.SENT
