"""Periods of figures and reports: a day, week, month, quarter or year, and what to compare it with.

A period is named by a key that sorts and never changes: `2026-11-24`, `2026-W48`, `2026-11`,
`2026-Q4`, `2026`.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

import msgspec

from zcdesk.errors import Invalid


class Span(StrEnum):
    DAY = "日"
    WEEK = "周"
    MONTH = "月"
    QUARTER = "季"
    YEAR = "年"


class Period(msgspec.Struct, frozen=True):
    """From `first` to `last`, both included."""

    span: Span
    first: dt.date
    last: dt.date

    @property
    def key(self) -> str:
        """The name that is stored; see the module."""
        match self.span:
            case Span.DAY:
                return self.first.isoformat()
            case Span.WEEK:
                year, week, _ = self.first.isocalendar()
                return f"{year}-W{week:02d}"
            case Span.MONTH:
                return f"{self.first:%Y-%m}"
            case Span.QUARTER:
                return f"{self.first.year}-Q{(self.first.month + 2) // 3}"
            case Span.YEAR:
                return f"{self.first.year:04d}"

    @property
    def text(self) -> str:
        """The words of papers: 2026年第4季度."""
        match self.span:
            case Span.DAY:
                return f"{self.first.year}年{self.first.month}月{self.first.day}日"
            case Span.WEEK:
                year, week, _ = self.first.isocalendar()
                return f"{year}年第{week}周"
            case Span.MONTH:
                return f"{self.first.year}年{self.first.month}月"
            case Span.QUARTER:
                return f"{self.first.year}年第{(self.first.month + 2) // 3}季度"
            case Span.YEAR:
                return f"{self.first.year}年"

    @property
    def before(self) -> Period:
        """The period of the same span just before (环比)."""
        return of(self.span, self.first - dt.timedelta(1))

    @property
    def after(self) -> Period:
        return of(self.span, self.last + dt.timedelta(1))

    @property
    def year_ago(self) -> Period:
        """The same period of the year before (同比); of a week, 52 weeks ago."""
        if self.span is Span.WEEK:
            return of(self.span, self.first - dt.timedelta(weeks=52))
        day = min(self.first.day, 28) if self.first.month == _FEBRUARY else self.first.day
        return of(self.span, self.first.replace(year=self.first.year - 1, day=day))

    def is_over(self, today: dt.date) -> bool:
        return self.last < today


_FEBRUARY = 2
_QUARTER = 3
_SHAPES: tuple[tuple[Span, str], ...] = (
    (Span.DAY, r"\d{4}-\d{2}-\d{2}"),
    (Span.WEEK, r"\d{4}-W\d{2}"),
    (Span.MONTH, r"\d{4}-\d{2}"),
    (Span.QUARTER, r"\d{4}-Q[1-4]"),
    (Span.YEAR, r"\d{4}"),
)


def of(span: Span, day: dt.date) -> Period:
    """Return the period of this span that `day` lies in."""
    match span:
        case Span.DAY:
            first = last = day
        case Span.WEEK:
            first = day - dt.timedelta(day.weekday())
            last = first + dt.timedelta(6)
        case Span.MONTH:
            first, last = day.replace(day=1), _month_end(day.year, day.month)
        case Span.QUARTER:
            begun = (day.month - 1) // _QUARTER * _QUARTER + 1
            first = dt.date(day.year, begun, 1)
            last = _month_end(day.year, begun + _QUARTER - 1)
        case Span.YEAR:
            first, last = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return Period(span, first, last)


def read(key: str) -> Period:
    """Return the period of a key.

    Raises:
        Invalid: FIG-01, the key names none.
    """
    for span, shape in _SHAPES:
        if re.fullmatch(shape, key):
            try:
                return of(span, _day_in(span, key))
            except ValueError:
                break
    raise Invalid("FIG-01", "period", key=key)


def _day_in(span: Span, key: str) -> dt.date:
    match span:
        case Span.DAY:
            return dt.date.fromisoformat(key)
        case Span.WEEK:
            return dt.date.fromisocalendar(int(key[:4]), int(key[6:]), 1)
        case Span.MONTH:
            return dt.date(int(key[:4]), int(key[5:]), 1)
        case Span.QUARTER:
            return dt.date(int(key[:4]), int(key[6]) * _QUARTER, 1)
        case Span.YEAR:
            return dt.date(int(key), 1, 1)


def _month_end(year: int, month: int) -> dt.date:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(1)
