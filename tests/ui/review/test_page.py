"""The review desk: a clean case in four keys, and none accepted that was not looked at."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import BUREAU, GRANT, HEALTH, case_now
from fix_pages import SIZES
from page_looks import clipped, inside

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.comparison import CertificateField, Verdict
from zcdesk.errors import NotAllowed
from zcdesk.operations import acceptance, clerks, inbox, result_counter, review, scans, supplements
from zcdesk.store import blobs, persons
from zcdesk.sync.station_copy import StoreCopy
from zcdesk.ui.page import step_for


def seen(page) -> bool:
    return page.opened is not None and not page.opened.case.unseen


@pytest.mark.req("UX-01", "R049")
def test_a_clean_case_is_accepted_in_four_keys(page, press, take_in, hall, qtbot) -> None:
    case = take_in(pages=3)
    page.activate()
    press("Enter", "A")
    qtbot.waitUntil(lambda: seen(page) and page.bar.primary.isEnabled())
    press("F9", "Enter")
    assert press.count == 4
    after = case_now(hall.reviewer, case)
    assert after.state is CaseState.ACCEPTED
    assert all(finding.fits for finding in after.findings)
    assert len(after.findings) == len(after.materials)


def open_first(page, press) -> None:
    page.activate()
    press("Enter")


def look_through(page, press, qtbot) -> None:
    press("A")
    qtbot.waitUntil(lambda: seen(page) and page.bar.primary.isEnabled())


def fill(page, name: str, text: str) -> None:
    page.acting.form.fields[name].set_text(text)


@pytest.mark.req("UX-27")
def test_nothing_is_accepted_before_every_page_stood_there(page, press, take_in, hall, told):
    case = take_in(pages=3)
    page.viewer.dwell.setInterval(10_000)
    open_first(page, press)
    press("F9")
    assert not page.bar.primary.isEnabled()
    assert not page.acting.is_open
    assert told.codes == ["REV-01"]
    with pytest.raises(NotAllowed):
        acceptance.accept(hall.reviewer, case)


def test_a_material_does_not_fit_before_it_was_looked_at(page, press, take_in, hall, told):
    case = take_in(pages=1)
    page.viewer.dwell.setInterval(10_000)
    open_first(page, press)
    press("Space")
    assert told.codes == ["REV-01"]
    assert case_now(hall.reviewer, case).findings == ()


def test_a_page_counts_only_when_all_of_it_was_displayed(page, press, take_in, qtbot) -> None:
    take_in(pages=1)
    page.viewer.dwell.setInterval(10_000)
    open_first(page, press)
    page.viewer.dwell.timeout.emit()
    assert not seen(page), "the lower half was not on the screen yet"
    for _ in range(3):
        press("PgDown")
        page.viewer.dwell.timeout.emit()
    qtbot.waitUntil(lambda: seen(page))


def test_a_page_that_is_not_here_is_said_and_holds_up_acceptance(page, press, take_in, hall):
    case = take_in(pages=2)
    lost = case_now(hall.reviewer, case).pages[0]
    hall.reviewer.store.blobs.drop(lost)
    open_first(page, press)
    press("A")
    assert "打不开" in page.viewer.words
    assert not page.viewer.is_playing
    assert not page.bar.primary.isEnabled()
    assert case_now(hall.reviewer, case).findings == ()


def test_a_page_that_went_with_the_persons_data_says_so(page, press, take_in, hall):
    case = take_in(pages=1)
    found = case_now(hall.reviewer, case)
    with hall.reviewer.transaction() as tx:
        persons.erase(tx, found.intake.applicant.ref)
    hall.reviewer.store.blobs.drop(found.pages[0])
    open_first(page, press)
    assert "已随申请人信息销毁" in page.viewer.words
    assert not page.bar.primary.isEnabled()


def test_a_page_of_another_station_appears_when_it_arrives(page, press, take_in, hall, desk, qtbot):
    case = take_in(pages=2)
    session = hall.reviewer
    away = case_now(session, case).pages[0]
    data = session.store.blobs.get(away)
    StoreCopy(session.store, session.now).join(1)
    session.store.blobs.drop(away)
    open_first(page, press)
    press("A")
    assert "正在取" in page.viewer.words
    with session.reading() as store:
        assert blobs.due(store, blobs.FETCH, 9) == (away,)
    assert not seen(page)
    session.store.blobs.put(data)  # what a round with the server does
    desk.tell(frozenset({scans.TOPIC}))
    qtbot.waitUntil(lambda: seen(page))
    assert page.viewer.words == ""


@pytest.mark.req("UX-27")
def test_one_complete_list_goes_back_and_a_later_point_is_marked(page, press, take_in, hall):
    case = take_in()
    open_first(page, press)
    press("W", "2", "H")
    assert "申请表：未盖章" in page.acting.form.said.full_text
    press("Enter")
    after = case_now(hall.reviewer, case)
    assert after.state is CaseState.RETURNED
    assert [(lack.name, lack.new) for lack in after.lacks] == [("申请表", False)]
    assert page.opened is None, "nothing else waits"
    supplements.correct(hall.clerk, case, ("申请表",), ())
    open_first(page, press)
    press("Down", "W", "1", "H")
    assert "（新增）" in page.acting.form.said.full_text
    press("Enter")
    (later,) = case_now(hall.reviewer, case).lacks
    assert later.new


def test_reading_the_case_again_keeps_turning_the_pages(page, press, take_in, qtbot) -> None:
    """What is displayed is recorded, and each record makes the desk read the case again."""
    take_in(pages=3)
    page.viewer.dwell.setInterval(10_000)
    open_first(page, press)
    press("A")
    page.open_row(page.inbox.rows[0])
    assert page.viewer.is_playing
    page.viewer.dwell.setInterval(0)
    page.viewer.dwell.start()
    qtbot.waitUntil(lambda: seen(page))


def test_who_sits_down_next_finds_an_empty_desk(page, press, take_in, hall, desk) -> None:
    case = take_in(pages=0)
    open_first(page, press)
    assert case_now(hall.reviewer, case).reviewer == "0401"
    desk.set_session(hall.chief, clerks.clerk_of(hall.chief))
    assert page.opened is None
    assert case_now(hall.reviewer, case).reviewer == ""


def test_an_accepted_case_is_free_for_the_next_step(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    open_first(page, press)
    press("F9", "Enter")
    after = case_now(hall.reviewer, case)
    assert (after.state, after.reviewer) == (CaseState.ACCEPTED, "")


def test_other_materials_is_no_reason(page, press, take_in, told, hall) -> None:
    case = take_in()
    open_first(page, press)
    press("W", "8")
    page.looking.line.edit.setText("补其他材料")
    press("Enter")
    assert told.codes == ["CAT-01"]
    assert case_now(hall.reviewer, case).findings == ()


def test_what_others_do_meanwhile_does_not_take_the_focus(page, press, take_in, qtbot) -> None:
    take_in(pages=0)
    open_first(page, press)
    take_in(pages=0)
    page._desk.changed.emit(frozenset({"case"}))
    qtbot.waitUntil(lambda: len(page.inbox.rows) == 2)
    assert page.materials.hasFocus()


def test_the_next_case_opens_by_itself(page, press, take_in, qtbot) -> None:
    first, second = take_in(pages=0), take_in(pages=0)
    open_first(page, press)
    assert page.opened.case.id == first
    press("F9", "Enter")
    assert page.opened.case.id == second
    assert page.opened.mine


def test_two_reviewers_see_each_other(page, press, take_in, hall) -> None:
    case = take_in(pages=0)
    acceptance.take(hall.chief, case)
    page.activate()
    assert page.inbox.view.model().rows[0].reviewer == "0402"
    press("Enter")
    assert not page.opened.mine
    assert page.head.reader.state.word == "赵局 09:00 起在看，只读"
    assert not page.bar.primary.isVisible()
    press("H")
    assert not page.acting.is_open
    press("G")
    assert page.opened.mine
    assert case_now(hall.reviewer, case).reviewer == "0401"
    press("Esc")
    assert case_now(hall.reviewer, case).reviewer == ""


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


def test_a_long_list_comes_page_by_page(page, press, take_in, monkeypatch) -> None:
    monkeypatch.setattr(inbox, "PAGE", 2)
    cases = [take_in(pages=0) for _ in range(5)]
    page.activate()
    assert len(page.inbox.rows) == 2
    for _ in range(5):
        press("Down")
    assert {row.case for row in page.inbox.rows} == set(cases)
    assert len(page.inbox.rows) == len(cases)


def test_without_departments_the_inbox_is_empty(page, take_in, desk, hall) -> None:
    take_in(pages=0)
    desk.set_session(hall.supervisor, clerks.clerk_of(hall.supervisor))
    page.activate()
    assert page.inbox.rows == ()


@pytest.mark.parametrize("size", ["narrow", "normal", "wide"])
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_nothing_is_cut(desk, show, press, take_in, qapp, size, scale) -> None:
    from zcdesk.ui.review.page import ReviewPage

    take_in()
    made = ReviewPage(desk)
    made.on_layout(step_for(SIZES[size][0] + 88, scale))
    window = show(made, size, scale=scale)
    open_first(made, press)
    qapp.processEvents()
    assert clipped(window) == []
    assert inside(made.bar.primary, window)
    made.hide()


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
