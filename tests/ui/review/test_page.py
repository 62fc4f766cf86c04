"""The review desk: a clean case in four keys, and none accepted that was not looked at."""

from __future__ import annotations

import pytest
from fix_cases import case_now
from fix_pages import SIZES
from fix_review import open_first
from page_looks import clipped, inside

from zcdesk.domain.case import CaseState
from zcdesk.errors import NotAllowed
from zcdesk.operations import acceptance, clerks, inbox, scans, supplements
from zcdesk.store import blobs, persons
from zcdesk.sync.station_copy import StoreCopy
from zcdesk.ui.page import step_for

NEVER = 2**31 - 1
"""Milliseconds no machine is slow enough to let pass."""


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


@pytest.mark.req("UX-27")
def test_nothing_is_accepted_before_every_page_stood_there(page, press, take_in, hall, told):
    case = take_in(pages=3)
    page.viewer.dwell.setInterval(NEVER)
    open_first(page, press)
    press("F9")
    assert not page.bar.primary.isEnabled()
    assert not page.acting.is_open
    assert told.codes == ["REV-01"]
    with pytest.raises(NotAllowed):
        acceptance.accept(hall.reviewer, case)


def test_a_material_does_not_fit_before_it_was_looked_at(page, press, take_in, hall, told):
    case = take_in(pages=1)
    page.viewer.dwell.setInterval(NEVER)
    open_first(page, press)
    press("Space")
    assert told.codes == ["REV-01"]
    assert case_now(hall.reviewer, case).findings == ()


def test_a_page_counts_only_when_all_of_it_was_displayed(page, press, take_in, qtbot) -> None:
    take_in(pages=1)
    page.viewer.dwell.setInterval(NEVER)
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
    page.viewer.dwell.setInterval(NEVER)
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
