"""Working days: which day counts, and the date a limit ends on, with every step explained.

The yearly tables are handed in as a value (`zcdesk.calendar` reads them). A year without an
official table is *provisional*: Monday to Friday less the statutory days of the 放假办法.
Never an exception for a year the State Council has not announced, and never a clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

import msgspec

from zcdesk.domain.matter import Unit
from zcdesk.errors import Invalid

HALL_ZONE = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
"""Limits are counted in the hall's time zone, which has had no summer time since 1991."""

FIRST_YEAR, LAST_YEAR = 1900, 2300
MAX_DAYS = 3650

# 全国年节及纪念日放假办法 (2024-11-10), the days with a fixed date.
FIXED_DAYS = MappingProxyType(
    {
        (1, 1): "元旦",
        (5, 1): "劳动节",
        (5, 2): "劳动节",
        (10, 1): "国庆节",
        (10, 2): "国庆节",
        (10, 3): "国庆节",
    }
)

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_DAY = dt.timedelta(1)


class DayKind(StrEnum):
    WORKDAY = "workday"
    MAKEUP = "makeup"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class SpecialDay(msgspec.Struct, frozen=True):
    """A day the yearly notice names: off, or a weekend worked instead (调休上班)."""

    date: dt.date
    name: str
    off: bool


class YearTable(msgspec.Struct, frozen=True):
    """One year's notice; it may name the last days of December before it too."""

    year: int
    days: tuple[SpecialDay, ...]
    source: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """What a day is.

    Attributes:
        counts: whether it is a working day.
        why: the reason in Chinese, as papers and hints print it.
        provisional: its year has no official table yet.
        name: the festival, or empty.
    """

    counts: bool
    why: str
    provisional: bool
    kind: DayKind
    name: str = ""


class Line(msgspec.Struct, frozen=True):
    """One day of a count; `number` is its place in the limit, 0 where it does not count."""

    date: dt.date
    counts: bool
    why: str
    number: int = 0
    provisional: bool = False


class Count(msgspec.Struct, frozen=True):
    """The last day of a limit and how it was found.

    Attributes:
        n: days counted, in `unit`.
        provisional: a day of a year without an official table was looked at.
        explain: every day from the start to `due`, in order.
    """

    start: dt.date
    n: int
    unit: Unit
    due: dt.date
    provisional: bool
    explain: tuple[Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """The tables in force; compared by identity, so that answers can be remembered.

    Attributes:
        official: years with a published or imported table.
        special: the days those tables name.
        festivals: statutory days without a fixed date, for years not in `official`.
    """

    official: frozenset[int]
    special: Mapping[dt.date, SpecialDay]
    festivals: Mapping[dt.date, str]


def work_calendar(
    tables: Iterable[YearTable], festivals: Mapping[dt.date, str] = MappingProxyType({})
) -> WorkCalendar:
    """Lay yearly tables over each other; of two for one year the later given replaces the first."""
    by_year = {table.year: table for table in tables}
    special = {day.date: day for year in sorted(by_year) for day in by_year[year].days}
    return WorkCalendar(
        frozenset(by_year), MappingProxyType(special), MappingProxyType(dict(festivals))
    )


@lru_cache(maxsize=16_384)
def is_working(cal: WorkCalendar, day: dt.date) -> Verdict:
    """Say whether `day` is a working day, and why."""
    provisional = day.year not in cal.official
    special = cal.special.get(day)
    if special is not None:
        kind = DayKind.HOLIDAY if special.off else DayKind.MAKEUP
        why = f"{special.name}放假" if special.off else f"{special.name}调休上班"
        return Verdict(not special.off, why, provisional, kind, special.name)
    weekday = _WEEKDAYS[day.weekday()]
    if provisional:
        festival = FIXED_DAYS.get((day.month, day.day)) or cal.festivals.get(day)
        if festival:
            why = f"{festival}（法定节日，当年安排未公布）"
            return Verdict(False, why, True, DayKind.HOLIDAY, festival)
    if day.weekday() >= 5:
        return Verdict(False, f"{weekday}休息", provisional, DayKind.WEEKEND)
    why = f"{weekday}，暂按工作日计" if provisional else f"{weekday}，工作日"
    return Verdict(True, why, provisional, DayKind.WORKDAY)


def next_working(cal: WorkCalendar, day: dt.date) -> dt.date:
    """Return the first working day after `day`."""
    day += _DAY
    while not is_working(cal, day).counts:
        day += _DAY
    return day


def previous_working(cal: WorkCalendar, day: dt.date) -> dt.date:
    """Return the last working day before `day`."""
    day -= _DAY
    while not is_working(cal, day).counts:
        day -= _DAY
    return day


def add_days(
    cal: WorkCalendar,
    start: dt.date,
    n: int,
    unit: Unit = Unit.WORKING,
    *,
    called: str = "起算日",
) -> Count:
    """Count `n` days from `start`, which itself never counts (民法典 201).

    A start on a rest day makes the next working day the first day; a calendar limit that would
    end on a rest day ends on the next working day (民法典 203).

    Args:
        n: 0 to 3650 days; 0 ends on `start`, or the next working day after a rest day.
        called: what the explanation calls the start, e.g. 收件日.
    """
    _check(start, n)
    lines = tuple(
        _working_lines(cal, start, n, called)
        if unit is Unit.WORKING
        else _calendar_lines(cal, start, n, called)
    )
    return Count(start, n, unit, lines[-1].date, any(x.provisional for x in lines), lines)


def days_between(
    cal: WorkCalendar, after: dt.date, until: dt.date, unit: Unit = Unit.WORKING
) -> int:
    """Return how many days of `unit` lie after `after` up to and with `until`; negative if past."""
    if until < after:
        return -days_between(cal, until, after, unit)
    if unit is Unit.CALENDAR:
        return (until - after).days
    span = range(after.toordinal() + 1, until.toordinal() + 1)
    return sum(is_working(cal, dt.date.fromordinal(i)).counts for i in span)


def hall_time(at: dt.datetime) -> dt.datetime:
    """Return `at` on the hall's clock."""
    if at.tzinfo is None:
        raise ValueError("a stored time must carry its offset")
    return at.astimezone(HALL_ZONE)


def _check(start: dt.date, n: int) -> None:
    if isinstance(start, dt.datetime):
        raise TypeError("count from a date: a time has a zone to be settled first")
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise Invalid("CAL-09", "start", year=start.year, first=FIRST_YEAR, last=LAST_YEAR)
    if not 0 <= n <= MAX_DAYS:
        raise Invalid("CAL-08", "days", n=n, most=MAX_DAYS)


def _start_line(cal: WorkCalendar, start: dt.date, n: int, called: str) -> Line:
    verdict = is_working(cal, start)
    rest = "" if verdict.counts else f"为休息日（{verdict.why}）"
    tail = "不计入" if n or rest else "当日到期"
    return Line(start, False, f"{called}{rest}，{tail}", 0, verdict.provisional)


def _working_lines(cal: WorkCalendar, start: dt.date, n: int, called: str) -> Iterator[Line]:
    yield _start_line(cal, start, n, called)
    number, day = 0, start
    if n == 0 and not is_working(cal, start).counts:
        yield from _roll(cal, start)
    while number < n:
        day += _DAY
        verdict = is_working(cal, day)
        number += verdict.counts
        yield _line(day, verdict, number if verdict.counts else 0)


def _calendar_lines(cal: WorkCalendar, start: dt.date, n: int, called: str) -> Iterator[Line]:
    yield _start_line(cal, start, n, called)
    number, day = 0, start
    if n and not is_working(cal, start).counts:
        first = next_working(cal, start)
        while (day := day + _DAY) < first:
            yield _line(day, is_working(cal, day), 0)
        day -= _DAY
    while number < n:
        day += _DAY
        number += 1
        verdict = is_working(cal, day)
        weekday = f"{_WEEKDAYS[day.weekday()]}，自然日"
        why = weekday if verdict.counts else f"{verdict.why}，自然日照计"
        yield Line(day, True, why, number, verdict.provisional)
    if not is_working(cal, day).counts:
        yield from _roll(cal, day)


def _roll(cal: WorkCalendar, day: dt.date) -> Iterator[Line]:
    """Pass over the rest days after `day` up to and with the next working day."""
    end = next_working(cal, day)
    while (day := day + _DAY) < end:
        yield _line(day, is_working(cal, day), 0)
    verdict = is_working(cal, end)
    yield Line(end, False, f"{verdict.why}，期限顺延至本日", 0, verdict.provisional)


def _line(day: dt.date, verdict: Verdict, number: int) -> Line:
    return Line(day, verdict.counts, verdict.why, number, verdict.provisional)
