"""Bookings at the kiosk: by code, by card, too early, too late."""

from __future__ import annotations

import pytest
from fix_hall import Clock
from fix_kiosk import lay_card, slips
from fix_pages import CARD
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk.operations import booking_file, bookings
from zcdesk.ui.input.gate import KeyGate
from zcdesk.ui.kiosk.window import KioskWindow


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
