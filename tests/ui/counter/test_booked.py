"""A booking at the window itself: scanned, typed, or found by the card of who made it."""

from __future__ import annotations

import pytest
from fix_counter import resident

from zcdesk.domain.booking import Booking, BookingState
from zcdesk.domain.visit import Phase
from zcdesk.operations import booking_file, bookings
from zcdesk.sync.news import Wish


def book(counter, *rows: str) -> None:
    """Bookings of today, `code,time` and more."""
    today = f"{counter.clock.at:%Y-%m-%d}"
    text = "\n".join(("日期,预约码,时段,业务,事项,证件号码", *(f"{today},{row}" for row in rows)))
    session = counter.desk.session.as_clerk("0001")
    assert bookings.import_rows(session, booking_file.judged("a.csv", text.encode())).made


def one(counter) -> Booking:
    (found,) = bookings.day_list(counter.desk.session)
    return found


@pytest.mark.req("R093")
def test_a_scanned_code_begins_the_visit_with_what_was_booked(counter) -> None:
    book(counter, "YY0001,10:00,社会民生,1-5")
    counter.desk.scanned.emit("yy-0001")
    assert (counter.visit.phase, counter.visit.ticket.number) == (Phase.SERVING, "YA001")
    assert (one(counter).state, one(counter).number) == (BookingState.TAKEN, "YA001")
    line = counter.page.serving.start.line
    assert line.words.full_text == "饮用水供水单位卫生许可（新证）"
    counter.press("Enter")
    assert [c.matter.key for c in counter.visit.matters] == ["1-5"]


def test_a_code_is_typed_where_one_stands(counter) -> None:
    """No key opens the field: the first letter does, however fast the second follows."""
    book(counter, "YY0001,10:00,社会民生")
    counter.write("yy0001")
    assert counter.find("number_edit").text() == "YY0001"
    counter.press("Enter")
    assert counter.visit.ticket.number == "YA001"


def test_a_number_that_waits_is_typed_in_the_same_place(counter) -> None:
    counter.ticket()
    counter.ticket()
    counter.write("A002")
    counter.press("Enter")
    assert (counter.visit.ticket.number, counter.visit.phase) == ("A002", Phase.CALLED)


def test_what_is_nobodys_is_said_and_begins_nothing(counter) -> None:
    counter.write("ZZ9999")
    counter.press("Enter")
    assert counter.visit is None
    assert counter.notes[-1] == "ZZ9999 已不在等候，号码未动，请另选"
    counter.desk.scanned.emit("ZZ9999")
    assert counter.notes[-1] == "这是别处的码，请扫取号单、预约码或告知书"


def test_escape_leaves_the_field_and_a_letter_opens_it_empty(counter) -> None:
    counter.write("A0")
    counter.press("Esc")
    assert counter.page.menu.isHidden()
    counter.write("B")
    assert counter.find("number_edit").text() == "B"


def test_a_booking_whose_number_waits_is_called_not_given_twice(counter) -> None:
    book(counter, "YY0001,09:00,社会民生")
    offer = bookings.at_window(counter.desk.session, "YY0001")
    assert offer is not None
    how = {"appointment": offer.appointment, "booking": offer.code}
    assert counter.ticket(**how).number == "YA001"
    counter.desk.scanned.emit("YY0001")
    assert (counter.visit.ticket.number, counter.visit.phase) == ("YA001", Phase.SERVING)


def test_a_booking_of_another_day_says_so(counter) -> None:
    text = "预约码,日期,时段,业务\nYY0001,2027-03-01,09:00,社会民生\n"
    rows = booking_file.judged("a.csv", text.encode())
    bookings.import_rows(counter.desk.session.as_clerk("0001"), rows)
    counter.desk.scanned.emit("YY0001")
    assert counter.visit is None
    assert counter.notes[-1] == "预约的是 2027-03-01 09:00，请当天来取号"


@pytest.mark.parametrize(("time", "number"), [("09:00", "YA001"), ("16:00", "")])
def test_a_card_begins_what_its_holder_booked_for_now(counter, time: str, number: str) -> None:
    """Who comes hours early may have come for something else: that booking stays."""
    book(counter, f"YY0001,{time},社会民生,,{resident().id_number}")
    counter.desk.card_read.emit(resident())
    assert counter.visit.applicant.person.name == resident().name
    if number:
        assert (counter.visit.ticket.number, counter.visit.phase) == (number, Phase.SERVING)
    else:
        assert counter.visit.ticket.walk_in
        assert one(counter).state is BookingState.OPEN


class CutOff:
    """The tie of a joined desk whose server is gone."""

    is_online = False

    def fetch(self, number: str, *, owner: object, done, window: str = "") -> None:
        done(False)

    def take(self, wish: Wish, **_: object) -> None:
        raise AssertionError("nobody is asked")

    def nudge(self) -> None:
        pass


def test_cut_off_the_window_gives_its_own_number_and_the_booking_is_used(counter) -> None:
    book(counter, "YY0001,09:00,社会民生,1-5")
    counter.desk.syncing = CutOff()
    counter.desk.scanned.emit("YY0001")
    assert counter.visit.ticket.number == "W03-001"
    assert counter.page.serving.start.line.words.full_text == "饮用水供水单位卫生许可（新证）"
    assert (one(counter).number, one(counter).is_late) == ("W03-001", False)
