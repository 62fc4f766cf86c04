"""The live hall on the screen: cards, charts, tables behind every figure, the age of the data."""

from __future__ import annotations

import openpyxl
import pytest
from page_looks import clipped
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.hall_now import Quarter
from zcdesk.operations import breakdowns, windows
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart
from zcdesk.ui.duty.charts.flow import FlowLines
from zcdesk.ui.duty.live import LivePage
from zcdesk.ui.widgets.scroll import Scroll


@pytest.fixture
def live(busy_page_hall, page_desk, show) -> LivePage:
    roles = (Role.SUPERVISOR,)
    clerk = Clerk(staff_no="0601", name="孙主任", roles=roles)
    page_desk.set_session(busy_page_hall.boss, clerk)
    page = LivePage(page_desk)
    page.wanted = []
    page_desk.case_wanted.connect(page.wanted.append)
    show(page)
    page.activate()
    return page


def test_the_cards_say_what_was_counted(live) -> None:
    cards = live.overview.cards
    assert cards["waiting"].card.number == f"{live.shown.waiting} 人"
    assert "超过 30 分线" in cards["waiting"].card.note
    assert cards["received"].card.number == str(live.shown.received)
    assert cards["late"].card.number == "3 件"


def test_a_card_opens_its_cases_and_a_case_opens(live, press) -> None:
    live.overview.cards["late"].setFocus()
    press("Enter")
    assert len(live.sheet.view.rows_model.rows) == 3
    press("Enter")
    assert len(live.wanted) == 1
    press("Esc")
    assert live.overview.isVisible()


def test_arrow_keys_walk_a_chart_and_enter_opens_a_mark(live, press, qtbot) -> None:
    chart = live.overview.strips
    chart.setFocus()
    qtbot.waitUntil(lambda: bool(chart.marks))
    press("Down", "Enter")
    assert live.sheet.sheet.title == "2 号窗口今日号码"


def test_the_first_quarter_of_a_day_is_seen(qtbot) -> None:
    """A line of one point is none: the end of each line has a dot of its own."""
    chart = FlowLines()
    qtbot.addWidget(chart)
    chart.resize(400, 90)
    chart.show_quarters((Quarter("2026-11-24T08:30:00+08:00", 4, 2),))
    chart.show()
    qtbot.waitUntil(lambda: bool(chart.marks))
    at = theme.look(chart)
    mark = chart.marks[0].room.toRect()
    seen = chart.grab(mark).toImage()
    colours = {
        seen.pixelColor(x, y).rgb() for x in range(seen.width()) for y in range(seen.height())
    }
    assert mark.right() <= chart.width()
    assert {at.colour("warn").rgb(), at.colour("brand").rgb()} <= colours


def test_a_click_opens_what_is_under_the_pointer(live, qtbot) -> None:
    chart = live.overview.due
    qtbot.waitUntil(lambda: bool(chart.marks))
    spot = chart.marks[0].room.center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert live.sheet.sheet.title == "超期与今日到期 区行政审批局"


def test_every_chart_has_its_table_and_says_all_its_marks(
    live, busy_page_hall, press, qtbot
) -> None:
    breakdowns.record(busy_page_hall.session, {"printer": "PRT-01"})
    live.look()
    for chart in live.overview.findChildren(Chart):
        if not chart.isVisible() or chart is live.overview.bad:
            continue
        chart.setFocus()
        assert chart.accessibleName()
        assert chart.accessibleDescription()
        press("T")
        assert live.sheet.sheet.title == chart.title
        assert live.sheet.sheet.rows
        press("Esc")


def test_every_number_of_the_cards_opens_from_their_table(live, press) -> None:
    """Each line opens as many rows as it counts; the small figures of a card too."""
    live.overview.cards["received"].setFocus()
    press("T")
    table = live.sheet.sheet
    assert table.title == "大厅现在的数字"
    numbers = dict(table.rows)
    view = live.shown
    assert numbers["今日办结"] == view.finished
    assert numbers["今日容缺收件"] == view.deferred
    assert sum(numbers[word] for word in ("办理", "空闲", "暂停", "关闭")) == numbers["窗口"]
    names = ("今日收件", "今日办结", "今日容缺收件", "超期", "超期与今日到期", "等候", "差评")
    for place, (name, count) in enumerate(table.rows):
        if name in names:
            live.sheet.view.set_current(place)
            press("Enter")
            assert len(live.sheet.sheet.rows) == count, name
            press("Esc", "T")
            assert live.sheet.sheet.rows == table.rows, "back on a card, T shows them again"


def test_a_table_is_copied_and_exported(live, press, tmp_path) -> None:
    live.sheet.folder = tmp_path
    live.overview.waits.setFocus()
    press("T", "Ctrl+C")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "类别\t等候人数\t最长分钟"
    assert len(copied) == 1 + len(live.shown.categories)
    press("Ctrl+E")
    (path,) = tmp_path.glob("*.xlsx")
    page = openpyxl.load_workbook(path).worksheets[0]
    assert page.cell(2, 2).value == live.shown.categories[0].count


def test_a_table_that_cannot_be_written_says_what_to_do(live, press, tmp_path, told) -> None:
    (tmp_path / "taken").write_text("")
    live.sheet.folder = tmp_path / "taken"
    live.overview.waits.setFocus()
    press("T", "Ctrl+E")
    assert told.codes == ["LIV-01"]


def test_what_is_not_read_again_says_how_old_it_is(live, busy_page_hall) -> None:
    assert live.overview.data_time.full_text.startswith("数据时间 ")
    busy_page_hall.clock.pass_(seconds=31)
    live.tick()
    assert live.is_stale
    assert live.overview.data_time.full_text == "数据已 31 秒未更新"
    assert not live.overview.strips.isEnabled()
    live.look()
    assert not live.is_stale
    assert live.overview.strips.isEnabled()


def test_f9_does_what_is_suggested_and_the_next_call_follows(live, press, busy_page_hall) -> None:
    assert live.overview.offer.isVisible()
    press("F9")
    assert not live.overview.offer.isVisible()
    called = busy_page_hall.at("5")
    assert windows.window_of(called.session).categories == ("投资建设", "社会民生")
    called.call()
    busy_page_hall.clock.pass_(hours=2)
    assert windows.window_of(called.session).categories == ("投资建设",)


def test_an_auditor_reads_and_is_offered_nothing_to_change(busy_page_hall, page_desk, show) -> None:
    clerk = Clerk(staff_no="0601", name="审计", roles=(Role.AUDITOR,))
    page_desk.set_session(busy_page_hall.boss, clerk)
    page = LivePage(page_desk)
    show(page)
    page.activate()
    assert page.shown is not None
    assert not page.overview.urge.isVisible()
    assert not page.overview.offer.button.isVisible()


@pytest.mark.parametrize(("size", "scale"), [("normal", 1.0), ("normal", 1.25), ("wide", 1.25)])
def test_nothing_is_cut(live, busy_page_hall, show, size, scale) -> None:
    window = show(live, size, "light", scale)
    assert clipped(window) == []
    if scale == 1.0:
        assert not live.findChild(Scroll).verticalScrollBar().isVisible()


@pytest.mark.parametrize(("size", "scale"), [("narrow", 1.0), ("normal", 1.5)])
def test_where_it_is_low_the_hall_scrolls_and_nothing_is_pressed_together(
    live, busy_page_hall, show, size, scale
) -> None:
    window = show(live, size, "light", scale)
    live.look()
    QApplication.processEvents()
    assert clipped(window) == []
    charts = [chart for chart in live.findChildren(Chart) if chart.isVisible()]
    assert len(charts) >= 5
    for chart in charts:
        assert chart.height() >= chart.minimumSizeHint().height(), chart.objectName()
    live.overview.bad.setFocus()
    assert live.overview.bad.visibleRegion().boundingRect().height() > 0


def test_a_device_that_does_not_work_is_named_and_opens_its_record(
    live, busy_page_hall, press, qtbot
) -> None:
    breakdowns.record(busy_page_hall.session, {"printer": "PRT-01"})
    live.look()
    (row,) = live.overview.broken.rows
    assert row.words.endswith("号窗 打印机缺纸")
    chart = live.overview.broken
    chart.setFocus()
    qtbot.waitUntil(lambda: bool(chart.marks))
    assert live.show_table()
    assert [r[1] for r in live.sheet.sheet.rows] == ["打印机缺纸"]
    press("Enter")
    assert live.sheet.sheet.title.endswith("号窗口设备异常记录")
