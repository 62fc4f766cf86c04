"""窗口与事项 and 超期督办 by clicks and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.people import Trained
from zcdesk.operations import people, windows
from zcdesk.ui.duty.closing import ClosingPage
from zcdesk.ui.duty.scopes import ScopesPage
from zcdesk.ui.duty.urging import UrgingPage


@pytest.fixture
def as_boss(busy_page_hall, page_desk):
    clerk = Clerk(staff_no="0601", name="孙主任", roles=(Role.SUPERVISOR,))
    page_desk.set_session(busy_page_hall.boss, clerk)
    page_desk.papers = []
    page_desk.printing = type("Spool", (), {"print": lambda _, p: page_desk.papers.extend(p)})()
    return page_desk


@pytest.fixture
def scopes(as_boss, show) -> ScopesPage:
    page = ScopesPage(as_boss)
    show(page)
    page.activate()
    return page


@pytest.fixture
def urging(as_boss, show) -> UrgingPage:
    page = UrgingPage(as_boss)
    show(page)
    page.activate()
    return page


@pytest.mark.req("UX-57")
def test_where_nothing_is_late_it_says_so(urging) -> None:
    assert not urging.empty.isVisible()
    urging._on_read(())
    assert urging.empty.isVisible()
    assert not urging.view.isVisible()
    assert not urging.urge_button.isEnabled()


@pytest.mark.req("UX-01")
def test_three_clicks_move_a_category_and_the_next_call_follows(scopes, busy_page_hall) -> None:
    clicks = 0

    def click(widget, spot=None) -> None:
        nonlocal clicks
        clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot or widget.rect().center())

    row = scopes.view.visualRect(scopes.model.index(scopes.model.place("5"), 0)).center()
    click(scopes.view.viewport(), row)
    click(scopes.checks["社会民生"])
    click(scopes.save_button)
    assert clicks <= 4
    window = windows.window_of(busy_page_hall.at("5").session)
    assert set(window.categories) == {"投资建设", "社会民生"}
    assert busy_page_hall.at("5").call().ticket.category == "社会民生"


def test_the_effect_is_told_before_it_is_saved(scopes) -> None:
    scopes.open_at("5")
    scopes.checks["社会民生"].setChecked(True)
    scopes._ask_effect()
    assert "社会民生 新取号预计等候" in scopes.effect.full_text
    scopes.open_at("3")
    assert scopes.warning.full_text == ""


def test_nothing_ticked_and_no_time_are_refused_in_words(scopes, told, press) -> None:
    scopes.open_at("5")
    for check in scopes.checks.values():
        check.setChecked(False)
    scopes.save()
    scopes.checks["人社服务"].setChecked(True)
    scopes.start.setText("一点")
    scopes.save()
    assert told.codes == ["SCP-07", "SCP-08"]


def test_a_matter_is_added_by_its_code(scopes, press, busy_page_hall) -> None:
    scopes.open_at("2")
    scopes.code.setFocus()
    scopes.code.setText("4001")
    press("Enter")
    assert scopes.singles.full_text == "企业投资项目备案"
    press("F9")
    assert windows.window_of(busy_page_hall.at("2").session).matters == ("4-1",)
    press("F8")
    assert windows.window_of(busy_page_hall.at("2").session).matters == ()


def test_a_manager_who_came_second_is_told_and_sees_the_new_scope(
    scopes, told, busy_page_hall
) -> None:
    from zcdesk.operations import scopes as operations

    scopes.open_at("5")
    busy_page_hall.clock.pass_(seconds=3)
    operations.add_category(busy_page_hall.session.as_clerk("0001"), "5", "人社服务")
    scopes.checks["社会民生"].setChecked(True)
    scopes.save()
    assert told.codes == ["SCP-03"]
    assert windows.window_of(busy_page_hall.at("5").session).categories == ("投资建设", "人社服务")


def test_space_ticks_and_f9_urges(urging, press, as_boss) -> None:
    press("A")
    assert len(urging.ticked) == 3
    press("Space")
    assert len(urging.ticked) == 2
    press("F9")
    assert len(as_boss.papers) == 2
    assert urging.ticked == set()
    assert "待答复 2" in urging.panel.note.full_text


def test_enter_opens_the_case(urging, press, as_boss) -> None:
    wanted = []
    as_boss.case_wanted.connect(wanted.append)
    press("Enter")
    assert wanted == [urging.rows[0].case]


def test_the_day_is_closed_once_its_differences_are_explained(
    as_boss, show, press, told, busy_page_hall
) -> None:
    page = ClosingPage(as_boss)
    show(page)
    page.activate()
    press("Enter")
    assert page.sheet.sheet.title == "未结束的号"
    press("Esc", "F9")
    assert told.codes == ["DAY-01"]
    page.remark.setText("还有人在等")
    press("F9")
    assert "已日清" in page.state.full_text


@pytest.mark.req("R149")
def test_untrained_for_the_new_scope_is_warned_of_and_saved_on_the_second_press(
    scopes, busy_page_hall, press
) -> None:
    course = Trained(categories=("投资建设",), day="2026-01-05", trainer="0601")
    people.register_training(busy_page_hall.boss, "0705", course)
    scopes.open_at("5")
    scopes.checks["社会民生"].setChecked(True)
    scopes._ask_effect()
    assert "未登记 社会民生 类培训" in scopes.warning.text()
    before = windows.window_of(busy_page_hall.at("5").session)
    press("F9")
    assert "再按一次" in scopes.warning.text()
    assert windows.window_of(busy_page_hall.at("5").session) == before
    press("F9")
    assert "社会民生" in windows.window_of(busy_page_hall.at("5").session).categories
