"""Every day of 2024-2027 against a counter that shares nothing with the program.

The four years are typed in by hand from the State Council's notices (2027: the statutory days),
and a limit is a place in a sorted list instead of a walk.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import pytest

from zcdesk import calendar
from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import WorkCalendar, add_days, days_between, is_working

OFF = {
    2024: "1.1 2.10-2.17 4.4-4.6 5.1-5.5 6.10 9.15-9.17 10.1-10.7",
    2025: "1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8",
    2026: "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7",
    2027: "1.1 2.5-2.8 4.5 5.1-5.2 6.9 9.15 10.1-10.3",
}
WORKED = {
    2024: "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12",
    2025: "1.26 2.8 4.27 9.28 10.11",
    2026: "1.4 2.14 2.28 5.9 9.20 10.10",
    2027: "",
}
FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
LENGTHS = (1, 2, 3, 5, 10, 20, 30)


def days(year: int, text: str) -> set[date]:
    found = set()
    for part in text.split():
        ends = [date(year, *map(int, end.split("."))) for end in part.split("-")]
        found |= {ends[0] + timedelta(i) for i in range((ends[-1] - ends[0]).days + 1)}
    return found


EVERY = [FIRST + timedelta(i) for i in range((LAST - FIRST).days + 1)]
REST = {d for year, text in OFF.items() for d in days(year, text)}
MADE_UP = {d for year, text in WORKED.items() for d in days(year, text)}
WORKING = [d for d in EVERY if d in MADE_UP or (d.isoweekday() < 6 and d not in REST)]


@pytest.fixture(scope="module")
def cal() -> WorkCalendar:
    return calendar.load()


def test_the_hand_typed_years_have_the_published_number_of_working_days():
    per_year = {y: sum(d.year == y for d in WORKING) for y in OFF}

    assert per_year[2024] == 251
    assert per_year[2025] == 248
    assert per_year[2026] == 248


@pytest.mark.req("R152", "R153")
def test_each_day_is_what_the_notice_says(cal: WorkCalendar):
    wrong = [d for d in EVERY if is_working(cal, d).counts != (d in set(WORKING))]

    assert wrong == []


@pytest.mark.req("R152", "R153", "R158", "R159", "R160")
@pytest.mark.parametrize("n", LENGTHS)
def test_working_limit_from_each_day_is_the_nth_day_of_the_list(cal: WorkCalendar, n: int):
    for start in EVERY:
        place = bisect_right(WORKING, start) + n - 1
        if place >= len(WORKING):
            break
        count = add_days(cal, start, n)
        assert count.due == WORKING[place], start
        assert [line.date for line in count.explain if line.counts] == WORKING[
            place - n + 1 : place + 1
        ]
        assert count.provisional == (count.due.year == 2027)


@pytest.mark.parametrize("n", LENGTHS)
def test_calendar_limit_from_each_day_rolls_off_rest_days(cal: WorkCalendar, n: int):
    working = set(WORKING)
    for start in EVERY[:-60]:
        day_one = (
            start + timedelta(1)
            if start in working
            else WORKING[bisect_left(WORKING, start + timedelta(1))]
        )
        end = day_one + timedelta(n - 1)
        assert add_days(cal, start, n, Unit.CALENDAR).due == WORKING[bisect_left(WORKING, end)]


def test_days_between_is_the_difference_of_places(cal: WorkCalendar):
    for after in EVERY[::13]:
        for until in EVERY[::61]:
            expected = bisect_right(WORKING, until) - bisect_right(WORKING, after)
            assert days_between(cal, after, until) == expected
