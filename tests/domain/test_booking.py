"""Bookings: their life, when somebody is early or late, and the rows they come in."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from fix_acts import act_on
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import booking, booking_rows, facts
from zcdesk.domain.act import Body
from zcdesk.domain.booking import (
    Booking,
    BookingCancelled,
    BookingMade,
    BookingMissed,
    BookingState,
    BookingTaken,
    Turn,
)
from zcdesk.domain.booking_rows import Asked, Fault
from zcdesk.domain.queue import QueuePolicy
from zcdesk.errors import Invalid

AT, UNTIL = "2026-11-24T10:00:00+08:00", "2026-11-24T10:30:00+08:00"
MADE = BookingMade(code="YY0001", at=AT, until=UNTIL, category="社会民生")
TAKEN = BookingTaken(ticket="t", number="YA001")
LATE = msgspec.structs.replace(TAKEN, is_late=True)
HEADS = ("预约码", "日期", "时段", "业务", "身份证号", "状态")
WHERE = booking_rows.columns(HEADS)


def after(*bodies: Body) -> Booking:
    state = None
    for body in bodies:
        state = booking.fold(state, act_on("booking:2026-11-24/YY0001", body), body)
    assert state is not None
    return state


@pytest.mark.parametrize("over", [TAKEN, BookingMissed(), BookingCancelled()])
def test_a_booking_ends_once(over: Body) -> None:
    ended = after(MADE, over)
    assert ended.state is not BookingState.OPEN
    for other in (TAKEN, BookingMissed(), BookingCancelled()):
        assert after(MADE, over, other) == ended


def test_it_may_come_changed_until_its_number_is_taken() -> None:
    later = msgspec.structs.replace(MADE, at=UNTIL)
    assert after(MADE, later).made == later
    assert after(MADE, BookingCancelled(), later).state is BookingState.OPEN
    assert after(MADE, TAKEN, later).made == MADE
    assert after(MADE, BookingMissed(), later).state is BookingState.MISSED
    act = act_on("booking:x", TAKEN)
    assert booking.fold(None, act, TAKEN) is None


@pytest.mark.parametrize(
    ("time", "turn"),
    [
        ("09:29:59", Turn.EARLY),
        ("09:30:00", Turn.IN_TIME),
        ("10:45:00", Turn.IN_TIME),
        ("10:45:01", Turn.LATE),
    ],
)
def test_early_in_time_late(time: str, turn: Turn) -> None:
    """Half an hour before its beginning to a quarter of an hour after its end, by policy."""
    now = dt.datetime.fromisoformat(f"2026-11-24T{time}+08:00")
    rules = QueuePolicy(booking_early_minutes=30, booking_late_minutes=15)
    assert booking.turn(MADE, now, rules) is turn


def test_what_a_booking_adds_to_the_figures() -> None:
    assert facts.of_booking(after(MADE)) == ()
    assert facts.of_booking(after(MADE, BookingCancelled())) == ()
    hits = [facts.of_booking(after(MADE, how))[0].hit for how in (TAKEN, LATE, BookingMissed())]
    assert hits == [True, False, False]
    assert facts.of_booking(after(MADE, TAKEN))[0].day == "2026-11-24"


def test_a_code_is_what_was_meant() -> None:
    written = ("yy-0001", " YY 0001 ", "ＹＹ０００１")
    assert {booking.code_of(text) for text in written} == {"YY0001"}


def row(*cells: object) -> Asked | Fault:
    return booking_rows.judge(2, cells, WHERE)


@pytest.mark.parametrize(
    ("day", "time", "begin", "end"),
    [
        ("2026-11-24", "09:00-09:30", "09:00", "09:30"),
        ("2026/11/24", "9:00～9:30", "09:00", "09:30"),
        ("2026年11月24日", "9时至10时30分", "09:00", "10:30"),
        ("", "2026-11-24 09:00-09:30", "09:00", "09:30"),
        ("", "2026-11-24 09:00:00", "09:00", "09:00"),
        (dt.datetime(2026, 11, 24), "09:00", "09:00", "09:00"),
        (dt.date(2026, 11, 24), dt.time(9, 0), "09:00", "09:00"),
        (None, dt.datetime(2026, 11, 24, 9, 0), "09:00", "09:00"),
    ],
)
def test_times_as_tables_write_them(day: object, time: object, begin: str, end: str) -> None:
    found = row("YY0001", day, time, "社会民生")
    assert isinstance(found, Asked)
    assert found.at.isoformat() == f"2026-11-24T{begin}:00+08:00"
    assert found.until.isoformat() == f"2026-11-24T{end}:00+08:00"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("Y1", "2026-11-24", "09:00", "社会民生"), "BKG-12"),
        (("Y" * 40, "2026-11-24", "09:00", "社会民生"), "BKG-12"),
        (("YY0001", "2026-13-24", "09:00", "社会民生"), "BKG-13"),
        (("YY0001", "2026-11-24", "25:00", "社会民生"), "BKG-13"),
        (("YY0001", "2026-11-24", "10:00-09:00", "社会民生"), "BKG-13"),
        (("YY0001", "2026-11-24", "上午", "社会民生"), "BKG-13"),
        (("YY0001", "", "09:00", "社会民生"), "BKG-13"),
        (("YY0001", "2026-11-24", "09:00", ""), "BKG-14"),
        (("YY0001",), "BKG-13"),
    ],
)
def test_a_bad_row_says_why(cells: tuple[object, ...], code: str) -> None:
    found = row(*cells)
    assert isinstance(found, Fault)
    assert (found.no, found.code) == (2, code)


def test_a_spreadsheet_made_a_number_of_the_code() -> None:
    found = row(20260001.0, "2026-11-24", "09:00", "社会民生", "", "已取消")
    assert isinstance(found, Asked)
    assert (found.code, found.is_cancelled) == ("20260001", True)


def test_headings_that_are_needed() -> None:
    with pytest.raises(Invalid) as refused:
        booking_rows.columns(("姓名", "预约号", "日期"))
    assert refused.value.fields["lacking"] == "时段、业务"
    assert booking_rows.columns(("预约编号*", "预约时间", "事项")) == {
        "code": 0,
        "time": 1,
        "matter": 2,
    }


@given(cells=st.lists(st.one_of(st.none(), st.text(), st.floats(), st.dates(), st.times())))
def test_any_cells_become_a_row_or_a_fault(cells: list[object]) -> None:
    assert isinstance(row(*cells), Asked | Fault)
