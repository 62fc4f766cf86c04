"""Counting days: the start, rest days, calendar limits, provisional years, odd input."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import calendar
from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import (
    DayKind,
    SpecialDay,
    WorkCalendar,
    YearTable,
    add_days,
    days_between,
    hall_time,
    is_working,
    next_working,
    previous_working,
    work_calendar,
)
from zcdesk.errors import Invalid

CAL = calendar.load()
DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LENGTHS = st.integers(0, 120)
UNITS = st.sampled_from(list(Unit))


def test_the_day_of_receipt_is_not_counted():
    count = add_days(CAL, date(2026, 11, 20), 2)

    assert count.due == date(2026, 11, 24)
    assert [(line.date.day, line.counts, line.number) for line in count.explain] == [
        (20, False, 0),
        (21, False, 0),
        (22, False, 0),
        (23, True, 1),
        (24, True, 2),
    ]
    assert count.explain[0].why == "起算日，不计入"
    assert count.explain[1].why == "周六休息"


@pytest.mark.parametrize("rest", [date(2026, 11, 21), date(2026, 11, 22)])
def test_after_a_rest_day_the_next_working_day_is_the_first(rest: date):
    assert add_days(CAL, rest, 1).due == date(2026, 11, 23)
    assert add_days(CAL, rest, 1, Unit.CALENDAR).due == date(2026, 11, 23)
    assert add_days(CAL, rest, 4, Unit.CALENDAR).due == date(2026, 11, 26)


def test_a_worked_weekend_counts_and_a_weekday_off_does_not():
    count = add_days(CAL, date(2026, 2, 13), 2)

    assert count.due == date(2026, 2, 24)
    assert {line.why for line in count.explain if line.counts} == {
        "春节调休上班",
        "周二，工作日",
    }


def test_a_calendar_limit_rolls_off_a_whole_holiday():
    count = add_days(CAL, date(2026, 9, 1), 30, Unit.CALENDAR)

    assert count.due == date(2026, 10, 8)
    assert sum(line.counts for line in count.explain) == 30
    assert count.explain[-1].why.endswith("期限顺延至本日")


def test_a_calendar_limit_ending_on_a_working_day_stays():
    assert add_days(CAL, date(2026, 11, 2), 10, Unit.CALENDAR).due == date(2026, 11, 12)


@pytest.mark.parametrize("unit", list(Unit))
def test_no_days_end_on_the_day_itself_or_after_the_rest(unit: Unit):
    assert add_days(CAL, date(2026, 11, 20), 0, unit).due == date(2026, 11, 20)
    assert add_days(CAL, date(2026, 11, 21), 0, unit).due == date(2026, 11, 23)

    count = add_days(CAL, date(2026, 12, 31), 1)

    assert (count.due, count.provisional) == (date(2027, 1, 4), True)
    assert count.explain[1].why == "元旦（法定节日，当年安排未公布）"
    assert count.explain[1].provisional
    assert not add_days(CAL, date(2026, 12, 30), 1).provisional


def test_a_start_in_a_year_without_a_table_is_provisional_too():
    count = add_days(CAL, date(2003, 12, 31), 1)

    assert (count.due, count.provisional) == (date(2004, 1, 2), True)


def test_the_later_years_notice_decides_a_december_day():
    day = date(2029, 12, 31)
    tables = [
        YearTable(2030, (SpecialDay(day, "元旦", True),)),
        YearTable(2029, (SpecialDay(day, "元旦", False),)),
    ]

    assert not is_working(work_calendar(tables), day).counts


def test_statutory_days_of_2027():
    off = [
        date(2027, 1, 1) + timedelta(i)
        for i in range(365)
        if is_working(CAL, date(2027, 1, 1) + timedelta(i)).kind is DayKind.HOLIDAY
    ]

    named = " ".join(f"{d.month}.{d.day}" for d in off)
    assert named == "1.1 2.5 2.6 2.7 2.8 4.5 5.1 5.2 6.9 9.15 10.1 10.2 10.3"


def test_beyond_the_shipped_table_only_fixed_days_are_off():
    off = [
        d
        for d in (date(2120, 1, 1) + timedelta(i) for i in range(366))
        if is_working(CAL, d).kind is DayKind.HOLIDAY
    ]

    assert " ".join(f"{d.month}.{d.day}" for d in off) == "1.1 5.1 5.2 10.1 10.2 10.3"
    assert is_working(CAL, date(2120, 3, 4)).provisional


def test_a_later_table_of_a_year_replaces_the_first():
    def table(day: int) -> YearTable:
        return YearTable(2030, (SpecialDay(date(2030, 1, day), "元旦", True),))

    cal = work_calendar([table(2), table(3)])

    assert is_working(cal, date(2030, 1, 2)).counts
    assert not is_working(cal, date(2030, 1, 3)).counts


def test_two_calendars_never_answer_for_each_other():
    off = work_calendar([YearTable(2030, (SpecialDay(date(2030, 1, 2), "元旦", True),))])
    on = work_calendar([YearTable(2030, (SpecialDay(date(2030, 1, 3), "元旦", True),))])

    assert [is_working(c, date(2030, 1, 2)).counts for c in (off, on, off)] == [False, True, False]


def test_a_table_in_which_nobody_works_ends_with_its_year():
    days = tuple(SpecialDay(date(2030, 1, 1) + timedelta(i), "停", True) for i in range(365))
    cal = work_calendar([YearTable(2030, days)])

    assert add_days(cal, date(2030, 1, 1), 1).due == date(2031, 1, 2)


@pytest.mark.parametrize(
    ("start", "n", "code"),
    [
        (date(1899, 12, 31), 1, "CAL-09"),
        (date(9999, 12, 31), 1, "CAL-09"),
        (date(2026, 1, 1), -1, "CAL-08"),
        (date(2026, 1, 1), 3651, "CAL-08"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_code(start: date, n: int, code: str):
    with pytest.raises(Invalid) as caught:
        add_days(CAL, start, n)
    assert caught.value.code == code


def test_a_time_is_no_date_and_a_bare_time_no_time():
    with pytest.raises(TypeError):
        add_days(CAL, datetime(2026, 1, 1, tzinfo=UTC), 1)
    with pytest.raises(ValueError, match="offset"):
        hall_time(datetime(2026, 1, 1))


def test_times_are_counted_on_the_halls_clock():
    late_in_london = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)

    assert hall_time(late_in_london).isoformat() == "2026-11-21T01:00:00+08:00"


@given(DATES, LENGTHS, UNITS)
def test_every_count_explains_itself(start: date, n: int, unit: Unit):
    count = add_days(CAL, start, n, unit)

    dates = [line.date for line in count.explain]
    assert dates == [start + timedelta(i) for i in range(len(dates))]
    assert dates[-1] == count.due
    assert [line.number for line in count.explain if line.counts] == list(range(1, n + 1))
    assert is_working(CAL, count.due).counts
    assert count.provisional == any(d.year not in CAL.official for d in dates)
    assert all(line.why for line in count.explain)


@given(DATES, st.integers(1, 120), st.integers(0, 60))
def test_working_days_add_up(start: date, n: int, more: int):
    middle = add_days(CAL, start, n).due

    assert add_days(CAL, middle, more).due == add_days(CAL, start, n + more).due
    assert days_between(CAL, start, middle) == n


@given(DATES, LENGTHS, UNITS)
def test_a_day_later_or_a_day_more_is_never_earlier(start: date, n: int, unit: Unit):
    due = add_days(CAL, start, n, unit).due

    assert add_days(CAL, start, n + 1, unit).due >= due
    if start < date(2200, 12, 31):
        assert add_days(CAL, start + timedelta(1), n, unit).due >= due


@given(DATES)
def test_next_and_previous_are_neighbours(day: date):
    after = next_working(CAL, day)

    assert previous_working(CAL, after) <= day < after
    if is_working(CAL, day).counts:
        assert next_working(CAL, previous_working(CAL, day)) == day


@given(DATES, DATES, UNITS)
def test_days_between_turns_round(one: date, other: date, unit: Unit):
    if abs((other - one).days) < 2000:
        assert days_between(CAL, one, other, unit) == -days_between(CAL, other, one, unit)


def test_the_value_cannot_be_changed():
    assert isinstance(CAL, WorkCalendar)
    with pytest.raises(TypeError):
        CAL.special[date(2026, 1, 1)] = None
    with pytest.raises(AttributeError):
        CAL.official = frozenset()
