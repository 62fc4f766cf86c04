"""The kiosk: a number in two touches, guides, progress, a rating; nothing of the one before."""

from __future__ import annotations

import re

import msgspec
import pytest
from fix_hall import Clock
from fix_pages import CARD
from fix_visit import settle, visiting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain.rating import Rating
from zcdesk.forms.decode import decode
from zcdesk.operations import booking_file, bookings, intake, queue, tickets, windows
from zcdesk.ui.input.gate import KeyGate
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.printing import Printing
from zcdesk.ui.widgets.elder import GROWN, BigText, Tile

SIZES = [(1080, 1920), (1366, 768), (1920, 1080)]


def slips(kiosk: KioskWindow) -> list[str]:
    return [decode(data, 48).text for data in kiosk._desk.devices["printer"].documents]


def lay_card(kiosk: KioskWindow) -> None:
    kiosk._desk.devices["reader"].lay_down(CARD)
    kiosk.errands._look_at_card()


def received(session):
    """A visit taken in: its receipt's number, its code and its identity."""
    clerk = session.as_clerk("0312")
    person = msgspec.structs.replace(CARD, compared=True)
    visit = settle(visiting(clerk, "1-1", person=person))
    done = intake.receive(clerk, visit)
    with session.reading() as store:
        from zcdesk.domain.case import Case

        (case,) = [c for _, c in store.states(Case)]
    return done.receipts[0], case.intake.query_code, visit.id


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


@pytest.mark.req("R098")
def test_a_citizen_reads_english_while_the_desk_stays_chinese(
    page_desk, page_session, dressed, press
) -> None:
    from zcdesk.ui.labels import category_word

    number, code, _ = received(page_session)
    page_desk.set_session(page_session.as_clerk(""))
    page_desk.printing = Printing(page_desk)
    window = KioskWindow(page_desk, "en_US")
    wanted: list[str] = []
    window.language_wanted.connect(wanted.append)
    dressed(window, size=(1366, 768))
    window.start()
    assert category_word("社会民生") == "社会民生", "the desk's own words"
    tiles = [tile.face.word for tile in window.findChildren(Tile)]
    assert "中文" in tiles
    for page in (window.home, window.taken, window.progress, window.still_there):
        said = [tile.face.word + tile.face.below for tile in page.findChildren(Tile)]
        assert not [text for text in said if re.search("[一-鿿]", text)]
    press("6")
    window.progress.edit.setText(f"{number} {code}")
    press("Enter")
    assert window.progress.lines[2].startswith("Your papers are in")
    press("1")
    assert window.progress.stars.title.full_text.isascii()
    window.go_home()
    press("1")
    assert window.page is window.taken
    assert window.taken.about.full_text == "Social affairs · 0 ahead"
    assert wanted == []
    press("Enter")
    assert wanted == ["zh_CN"], "the next person finds the usual language"
    window.speak.click()
    assert wanted == ["zh_CN", "zh_CN"]


def test_each_language_of_the_kiosk_offers_the_other(kiosk) -> None:
    wanted: list[str] = []
    kiosk.language_wanted.connect(wanted.append)
    assert kiosk.speak.face.word == "English"
    kiosk.leave()
    assert wanted == []
    kiosk.speak.click()
    assert wanted == ["en_US"]


@pytest.mark.req("R098", "UX-60")
def test_the_steps_are_spoken_to_who_asks_and_to_nobody_after(
    page_desk, page_session, dressed, press
) -> None:
    from zcdesk.devices.simulated import SimulatedCaller
    from zcdesk.errors import DeviceError

    class Voice(SimulatedCaller):
        def __init__(self) -> None:
            super().__init__()
            self.said: list[str] = []
            self.fails = False

        def say(self, text: str):
            if self.fails:
                raise DeviceError("DEV-01", device=self.name)
            self.said.append(text)
            return ()

    page_desk.set_session(page_session.as_clerk(""))
    page_desk.printing = Printing(page_desk)
    voice = page_desk.devices["voice"] = Voice()
    window = KioskWindow(page_desk)
    dressed(window, size=(1366, 768))
    window.start()
    press("6", "Esc")
    assert voice.said == []
    window.sound.click()
    assert voice.said[-1].startswith("您好，请按要办的业务取号")
    voice.fails = True
    press("6")
    voice.fails = False
    press("Esc", "1")
    assert window.page is window.taken
    assert "您的号码，A001" in voice.said[-1]
    press("Enter")
    count = len(voice.said)
    press("6")
    assert (len(voice.said), window.sound.isChecked()) == (count, False)


def test_without_a_voice_of_its_own_nothing_offers_one(kiosk) -> None:
    assert not kiosk.sound.isVisible()
    assert kiosk.speak.isVisible()


def book(kiosk: KioskWindow, clock: Clock, *rows: str) -> None:
    """Bookings of today, taken in at half past eight."""
    clock.at = clock.at.replace(hour=8, minute=30)
    today = f"{clock.at:%Y-%m-%d}"
    text = "\n".join(("日期,预约码,时段,业务,证件号码", *(f"{today},{row}" for row in rows)))
    session = kiosk._desk.session.as_clerk("0001")
    bookings.import_rows(session, booking_file.judged("a.csv", text.encode()))


@pytest.mark.req("R093")
def test_a_booking_s_code_gives_its_number(kiosk, press, clock) -> None:
    book(kiosk, clock, "YY0001,09:00-09:30,社会民生", "YY0002,11:00,社会民生")
    press("8")
    assert kiosk.page is kiosk.booking
    press("Enter")
    assert kiosk.booking.told.full_text == "请先输入预约码"
    for char in "YY0002":
        kiosk.booking.keypad.typed.emit(char)
    press("Enter")
    assert "10:30 起可以取号" in kiosk.booking.told.full_text
    kiosk.booking.edit.setText("yy-0001")
    press("Enter")
    assert kiosk.page is kiosk.taken
    assert [t.number for t in kiosk.given] == ["YA001"]
    assert "YA001" in slips(kiosk)[0]
    press("Enter")
    assert kiosk.booking.edit.text() == ""


def test_a_card_offers_the_booking_of_its_holder(kiosk, press, clock) -> None:
    book(kiosk, clock, f"YY0001,09:00,社会民生,{CARD.id_number}")
    lay_card(kiosk)
    assert "09:00 社会民生" in kiosk.home.booked.face.word
    QTest.mouseClick(kiosk.home.booked, Qt.MouseButton.LeftButton)
    assert [t.number for t in kiosk.given] == ["YA001"]
    press("Enter")
    assert kiosk.home.booked.isHidden()


def test_a_card_too_early_is_told_from_when_on(kiosk, clock) -> None:
    book(kiosk, clock, f"YY0001,11:00,社会民生,{CARD.id_number}")
    lay_card(kiosk)
    assert kiosk.home.booked.isHidden()
    assert "10:30 起可以取号" in kiosk.home.card.full_text


def test_who_is_late_is_told_that_he_waits_like_everybody(kiosk, clock) -> None:
    book(kiosk, clock, "YY0001,09:00,社会民生")
    clock.pass_(hours=2)
    kiosk.on_scan("YY0001")
    assert [t.number for t in kiosk.given] == ["A001"]
    assert "普通号" in kiosk.told_line.full_text


def test_a_scanner_at_the_kiosk_presses_no_key(kiosk, clock) -> None:
    """A code of digits alone, typed by a wedge on the first page: not categories 2, 0, 2, 6."""
    book(kiosk, clock, "20260001,09:00,社会民生")
    times = iter(n / 100 for n in range(100))
    gate = KeyGate(clock=lambda _: next(times), of=kiosk, parent=kiosk)
    gate.scanned.connect(kiosk.on_scan)
    QTest.keyClicks(QApplication.focusWidget(), "20260001")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [t.number for t in kiosk.given] == ["YA001"]
