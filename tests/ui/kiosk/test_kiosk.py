"""The kiosk: a number in two touches, guides, progress, a rating; nothing of the one before."""

from __future__ import annotations

import gc

import pytest
from fix_hall import Clock
from fix_kiosk import lay_card, received, slips
from fix_pages import CARD
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidgetItem

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain.rating import Rating
from zcdesk.operations import queue, tickets, windows
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.widgets.elder import GROWN, BigText, Tile

SIZES = [(1080, 1920), (1366, 768), (1920, 1080)]


@pytest.mark.req("R098", "R093", "R096", "UX-60")
def test_a_number_in_one_key_or_touch_with_its_slip(kiosk, press) -> None:
    press("1")
    (ticket,) = kiosk.given
    assert (ticket.number, kiosk.taken.number.full_text) == ("A001", "A001")
    assert "A001" in slips(kiosk)[0]
    assert kiosk.taken.paper.full_text == "请取走取号单"
    press("Enter")
    assert kiosk.page is kiosk.home
    assert kiosk.taken.number.full_text == ""
    QTest.mouseClick(kiosk.home.tiles["投资建设"], Qt.MouseButton.LeftButton)
    assert kiosk.given[-1].number == "D001"
    assert kiosk._read.isActive()
    kiosk._read.timeout.emit()
    assert kiosk.page is kiosk.home


@pytest.mark.req("UX-31")
def test_a_double_touch_is_one_number(kiosk) -> None:
    jobs = InlineJobs(held=True)
    kiosk._desk.jobs = jobs
    for _ in range(3):
        kiosk.home.tiles["人社服务"].click()
    jobs.release()
    jobs.release()
    assert len(kiosk.given) == 1


@pytest.mark.req("R085")
def test_a_priority_is_declared_for_one_number(kiosk, press) -> None:
    kiosk.home.grounds.tiles[3].click()
    press("1", "Enter", "1")
    assert [(t.number, t.why) for t in kiosk.given] == [("VA001", "孕妇"), ("A001", "")]


def test_a_card_gives_one_number_only_and_its_holder_goes_ahead_when_old(kiosk, press) -> None:
    lay_card(kiosk)
    assert kiosk.home.card.full_text == "王**，已刷卡，请选业务"
    press("1")
    assert (kiosk.given[0].number, kiosk.given[0].why) == ("VA001", "65 岁以上")
    press("Enter")
    assert kiosk.home.card.full_text == ""
    lay_card(kiosk)
    press("1")
    assert len(kiosk.given) == 1
    assert "您已经取过 VA001" in kiosk.told_line.full_text
    kiosk.go_home()
    press("1")  # whoever comes next is nobody's card
    assert kiosk.given[1].number == "A001"


def test_without_paper_the_number_is_said_and_the_desk_is_told(kiosk, press) -> None:
    kiosk._desk.devices["printer"].fault = PrinterFault.NO_PAPER
    press("1")
    assert "请记住这个号码" in kiosk.taken.paper.full_text
    assert kiosk.words == ["自助机没有出纸，请去看一下"]
    press("Enter")
    kiosk._desk.devices["printer"].repair()
    press("1")
    assert kiosk.taken.paper.full_text == "请取走取号单"
    assert "A002" in slips(kiosk)[-1]


def test_without_a_printer_the_number_still_counts(kiosk, press, page_session) -> None:
    kiosk._desk.devices.clear()
    press("1")
    assert "请记住这个号码" in kiosk.taken.paper.full_text
    assert tickets.view(page_session).total == 1


@pytest.mark.req("R098", "R099", "R044", "R096", "R100", "R112")
def test_a_matter_is_found_read_printed_and_queued_for(kiosk, press) -> None:
    press("5")
    assert [m.code for m in kiosk.guide.shown] == ["1001", "1002"]  # never the secret one
    press("1")
    lines = kiosk.matter.lines
    assert lines[0] == "要带的材料"
    assert any("水质检验报告" in line and "可容缺" in line for line in lines)
    assert lines[lines.index("不用带的（系统可取得）") + 1] == "营业执照"
    press("2")
    assert "申请材料清单" in slips(kiosk)[0]
    assert kiosk.matter.told.full_text == "请取走"
    press("3")
    assert "办事指南" in slips(kiosk)[1]
    press("1")
    assert (kiosk.given[0].number, kiosk.given[0].matter) == ("A001", "1-1")


@pytest.mark.req("R097")
def test_a_matter_without_a_list_offers_none_to_print(kiosk, press) -> None:
    press("5")
    kiosk.guide.categories.tiles[3].click()
    press("1")
    assert not kiosk.matter.tiles["list"].isEnabled()
    assert "还没有公布材料清单" in kiosk.matter.lines[0]
    press("Esc")
    assert kiosk.page is kiosk.guide
    press("Esc")
    assert kiosk.page is kiosk.home


@pytest.mark.req("R098", "R041")
def test_progress_by_number_and_code_and_then_a_rating(kiosk, press, page_session) -> None:
    number, code, sitting = received(page_session)
    press("6")
    kiosk.progress.edit.setText(f"{number} {code}")
    press("Enter")
    lines = kiosk.progress.lines
    assert lines[0] == "饮用水供水单位卫生许可"
    assert number in lines[1]
    assert lines[2] == "材料已收下，部门正在看是否受理，结果会通知您"
    assert "王" not in "".join(lines)
    assert kiosk.progress.edit.text() == ""
    press("1")
    press("4")
    assert kiosk.progress.stars.reasons
    press("1", "7")
    with page_session.reading() as store:
        rating = store.state(f"rating:{sitting}", Rating)
    assert (int(rating.level), rating.reasons) == (2, ("办理时间太长",))
    assert kiosk.told_line.full_text == "已收到您的评价，谢谢"
    press("7")
    kiosk.progress.edit.setText(f"R/{number.replace('-', '')}/{code.replace('-', '')}")
    press("Enter")
    assert "已经评价过" in kiosk.progress.told.full_text


@pytest.mark.req("R097")
def test_progress_by_card_names_nobody(kiosk, press, page_session) -> None:
    received(page_session)
    press("6")
    lay_card(kiosk)
    assert kiosk.progress.lines[0] == "饮用水供水单位卫生许可"
    assert CARD.name not in "".join(kiosk.progress.lines)
    assert not kiosk.progress.rate.isVisible()  # who laid a card did not show a receipt


def test_wrong_codes_are_bounded(kiosk, press, page_session, clock: Clock) -> None:
    number, code, _ = received(page_session)
    press("6")
    for wrong in ("000000",) * 5:
        kiosk.progress.edit.setText(number + wrong)
        press("Enter")
    assert "没有查到" in kiosk.progress.told.full_text
    kiosk.progress.edit.setText(number + code)
    press("Enter")
    assert "请 5 分钟后再试" in kiosk.progress.told.full_text
    kiosk.go_home()  # starting again does not help
    press("6")
    kiosk.progress.edit.setText(number + code)
    press("Enter")
    assert kiosk.progress.lines == ()
    clock.pass_(minutes=5)
    press("Enter")
    assert kiosk.progress.lines


def test_the_keypad_types_and_erases(kiosk, press) -> None:
    press("6")
    for tile in kiosk.progress.keypad.findChildren(Tile)[8:11]:
        tile.click()
    kiosk.progress.keypad.findChildren(Tile)[-1].click()
    assert kiosk.progress.edit.text() == "89"


@pytest.mark.req("UX-57", "UX-60")
def test_a_quiet_minute_asks_and_twenty_seconds_later_all_is_forgotten(kiosk, press) -> None:
    press("6")
    kiosk.progress.edit.setText("3202")
    assert kiosk.idle.question.interval() == 60_000
    kiosk.idle.question.timeout.emit()
    assert kiosk.page is kiosk.still_there
    press("Enter")
    assert (kiosk.page, kiosk.progress.edit.text()) == (kiosk.progress, "3202")
    kiosk.idle.question.timeout.emit()
    assert kiosk.idle.answer.interval() == 20_000
    kiosk.idle.answer.timeout.emit()
    assert (kiosk.page, kiosk.progress.edit.text()) == (kiosk.home, "")


def test_a_late_answer_does_not_come_to_the_next_person(kiosk, press, page_session) -> None:
    number, code, _ = received(page_session)
    press("6")
    jobs = InlineJobs(held=True)
    kiosk._desk.jobs = jobs
    kiosk.progress.edit.setText(number + code)
    press("Enter")
    kiosk.go_home()
    jobs.release()
    assert kiosk.page is kiosk.home
    assert kiosk.progress.lines == ()


@pytest.mark.req("R048")
def test_help_is_called_and_letters_grow_until_the_next_person(kiosk) -> None:
    kiosk.help.click()
    assert kiosk.words == ["自助机有人请求帮助"]
    before = kiosk.property(GROWN)
    kiosk.larger.click()
    assert kiosk.property(GROWN) > before
    kiosk.go_home()
    assert kiosk.property(GROWN) == before


def test_waits_stand_on_the_tiles_and_follow_the_hall(kiosk, page_session) -> None:
    windows.open_window(page_session)
    tickets.take_ticket(page_session, "社会民生")
    kiosk._desk.changed.emit(frozenset({"ticket"}))
    assert kiosk.home.tiles["社会民生"].face.below == "等候 1 人 · 暂无预计"
    queue.call_next(page_session)
    kiosk._desk.changed.emit(frozenset({"ticket"}))
    assert kiosk.home.now.accessibleName() == "A001 到 3 号窗口"


def test_the_wait_stands_on_a_tile_that_larger_letters_made_low(kiosk) -> None:
    kiosk.resize(1366, 768)
    kiosk.larger.click()
    QApplication.processEvents()
    tile = kiosk.home.tiles["社会民生"]
    assert tile.face.below
    with_wait = tile.grab().toImage()
    tile.set_face(tile.face._replace(below=""))
    assert tile.grab().toImage() != with_wait


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("size", [(720, 1280), (768, 1366), (1080, 1920)], ids=str)
def test_help_is_legible_on_a_narrow_screen(kiosk, size) -> None:
    kiosk.resize(*size)
    QApplication.processEvents()
    assert kiosk.help.fitting(kiosk.help.rect().adjusted(12, 0, -12, 0))[0].pixelSize() >= 20


def test_the_guide_keeps_no_item_of_a_row_that_may_move(kiosk) -> None:
    """PySide would take an event at its place for it, and a citizen's touch would be lost."""
    column = kiosk.guide.layout()
    held = [one for one in gc.get_referents(column) if isinstance(one, QWidgetItem)]
    assert {one.widget() for one in held}.isdisjoint(kiosk.guide.rows)


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_every_page_fits_in_elder_sizes(kiosk, dressed, size, look, scale) -> None:
    from zcdesk.ui import theme

    theme.apply(kiosk, theme.Theme(look), scale)
    kiosk.resize(*size)
    for page in (kiosk.home, kiosk.taken, kiosk.guide, kiosk.matter, kiosk.progress):
        kiosk.stack.setCurrentWidget(page)
        QApplication.processEvents()
        assert (kiosk.width(), kiosk.height()) == size
        for text in page.findChildren(BigText):
            assert text.pixel_size >= 24
        for tile in page.findChildren(Tile):
            if tile.isVisible():
                assert min(tile.width(), tile.height()) >= 60, tile.face
                assert tile.accessibleName() or not tile.isEnabled()
    if size == (1080, 1920):  # within reach of a wheelchair
        for tile in kiosk.findChildren(Tile):
            if tile.isVisible() and kiosk.home.isAncestorOf(tile):
                assert tile.mapTo(kiosk, tile.rect().topLeft()).y() >= kiosk.height() // 4


def test_the_lock_of_the_desk_leaves_the_kiosks_keys_alone(kiosk, gate, press) -> None:
    gate.is_open = False
    press("1")
    assert len(kiosk.given) == 1


def test_a_closed_kiosk_asks_nothing_more(kiosk) -> None:
    kiosk.close()
    assert not kiosk._look.isActive()
    assert not kiosk.errands._cards.isActive()
    assert not kiosk.idle.question.isActive()
