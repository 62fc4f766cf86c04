"""The ticket page: one press, one number, in sizes an old person reads."""

from __future__ import annotations

import pytest
from fix_hall import START
from fix_pages import CARD
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain.ticket import TicketStatus
from zcdesk.forms.decode import decode
from zcdesk.operations import booking_file, bookings, queue, tickets
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.printing import Printing
from zcdesk.ui.tickets import GROUNDS, TicketPage
from zcdesk.ui.widgets.elder import BigText, Tile

DAY = START.date().isoformat()


@pytest.fixture
def page(page_desk, show) -> TicketPage:
    page_desk.printing = Printing(page_desk)
    page = TicketPage(page_desk)
    page.given = []
    page.taken.connect(lambda taken: page.given.append(taken.ticket))
    show(page)
    page.activate()
    return page


def waiting(page: TicketPage) -> int:
    return tickets.view(page._desk.session).total


@pytest.mark.req("R093", "R048")
def test_a_key_or_a_press_gives_one_number_and_a_slip_without_a_name(page, press) -> None:
    press("2")
    page.tiles["社会民生"].click()
    assert [ticket.number for ticket in page.given] == ["B001", "A001"]
    assert page.number.full_text == "A001"
    assert "3 号窗口" in page.told.full_text
    slips = [decode(data, 48).text for data in page._desk.devices["printer"].documents]
    assert "B001" in slips[0]
    assert "A001" in slips[1]
    assert "等候 1 人" in page.tiles["社会民生"].face.below


@pytest.mark.req("UX-31", "R093")
def test_a_double_press_is_one_number(page) -> None:
    jobs = InlineJobs(held=True)
    page._desk.jobs = jobs
    tile = page.tiles["人社服务"]
    for _ in range(3):
        tile.click()
    jobs.release()
    assert len(page.given) == 1
    assert tile.isEnabled()


@pytest.mark.req("R085")
def test_a_priority_is_for_one_number_and_named_on_the_slip(page, press) -> None:
    page.grounds.tiles[1].click()
    press("1", "1")
    first, second = page.given
    assert (first.number, first.priority, first.why) == ("VA001", True, "65 岁以上")
    assert (second.number, second.priority) == ("A001", False)
    assert page.grounds.value == GROUNDS[0]


@pytest.mark.req("R044")
def test_an_appointment_waits_for_its_time(page, press, clock, page_session) -> None:
    assert [tile.face.word for tile in page.times.tiles] == [
        "没有预约", "09:00", "09:30", "10:00", "10:30"
    ]  # fmt: skip
    page.times.tiles[2].click()
    press("1")
    (ticket,) = page.given
    assert ticket.number == "YA001"
    assert ticket.appointment.startswith("2026-11-24T09:30")
    press("1")
    assert page.given[1].number == "A001"
    called = queue.call_next(page_session)
    assert called.ticket.number == "A001"
    assert START.hour == 9


@pytest.mark.req("UX-57")
def test_the_number_goes_after_a_while(page, press, qtbot) -> None:
    press("1")
    assert page.timer.isActive()
    page.timer.timeout.emit()
    assert page.number.full_text == ""
    assert "请按要办的业务取号" in page.told.full_text


def test_without_paper_the_number_counts_and_the_clerk_is_left_in_peace(page, press, told) -> None:
    page._desk.devices["printer"].fault = PrinterFault.NO_PAPER
    press("1")
    assert page.number.full_text == "A001"
    assert "请记住这个号码" in page.told.full_text
    assert told.codes == []
    assert page.given[0].status is TicketStatus.WAITING
    page._desk.devices["printer"].repair()
    page._desk.printing.retry()
    press("1")
    slips = [decode(data, 48).text for data in page._desk.devices["printer"].documents]
    assert ["A001" in slips[0], "A002" in slips[1], "补打" in slips[0]] == [True, True, False]


@pytest.mark.logs_warnings
def test_a_refusal_wakes_the_tiles_again(page, press, told) -> None:
    def refuse(*_args, **_named):
        raise RuntimeError("no store")

    from types import SimpleNamespace

    real = page._desk.operations
    page._desk.operations = SimpleNamespace(tickets=SimpleNamespace(take_ticket=refuse))
    press("1")
    assert told.codes
    page._desk.operations = real
    press("1")
    assert len(page.given) == 1


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("size", ["wide", "normal", "narrow"])
def test_elder_sizes_whatever_the_clerk_chose(page_desk, show, size) -> None:
    page = TicketPage(page_desk)
    show(page, size, "dark", 1.25)
    page.activate()
    QApplication.processEvents()
    for text in page.findChildren(BigText):
        assert text.pixel_size >= 24
    for tile in page.findChildren(Tile):
        assert tile.width() >= 60
        assert tile.height() >= 60


def test_a_tile_is_pressed_by_a_finger(page) -> None:
    from PySide6.QtCore import Qt

    QTest.mouseClick(page.tiles["投资建设"], Qt.MouseButton.LeftButton)
    assert page.given[0].number == "D001"


def test_other_digits_do_nothing(page, press) -> None:
    press("7")
    assert page.given == []
    assert waiting(page) == 0


def test_a_booking_is_taken_at_the_counter_by_code_scan_or_card(page, clock) -> None:
    clock.at = clock.at.replace(hour=8, minute=30)
    rows = ("YY0001,09:00,", "YY0002,08:30,", f"YY0003,09:00,{CARD.id_number}", "YY0004,11:00,")
    text = "\n".join(("日期,预约码,时段,证件号码,业务", *(f"{DAY},{r},社会民生" for r in rows)))
    session = page._desk.session.as_clerk("0001")
    bookings.import_rows(session, booking_file.judged("a.csv", text.encode()))
    QTest.keyClicks(page.code, "yy0001\r")
    assert page.code.text() == ""
    page._desk.scanned.emit("YY0003")
    page._desk.card_read.emit(CARD)
    assert "没有可取的预约" in page.told.full_text
    clock.pass_(hours=1)
    page._desk.scanned.emit("YY0002")
    assert "普通号" in page.told.full_text
    assert [t.number for t in page.given] == ["YA001", "YA002", "A001"]
