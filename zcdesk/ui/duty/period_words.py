"""Periods as a screen names them; papers and records keep the Chinese of `Period.text`."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from zcdesk.domain.period import Period, Span
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_DATES = {
    Span.DAY: QT_TRANSLATE_NOOP("periods", "yyyy年M月d日"),
    Span.MONTH: QT_TRANSLATE_NOOP("periods", "yyyy年M月"),
    Span.YEAR: QT_TRANSLATE_NOOP("periods", "yyyy年"),
}
"""Forms of a date, as Qt writes them; its months have the names of the language."""

_NUMBERED = {
    Span.WEEK: QT_TRANSLATE_NOOP("periods", "{year}年第{n}周"),
    Span.QUARTER: QT_TRANSLATE_NOOP("periods", "{year}年第{n}季度"),
}


def period_words(period: Period) -> str:
    """Name a period in the language of the program, as in 2026年第4季度."""
    first = period.first
    if period.span in _DATES:
        day = QDate(first.year, first.month, first.day)
        return QLocale().toString(day, words("periods", _DATES[period.span]))
    week = first.isocalendar()
    year, n = first.year, (first.month + 2) // 3
    if period.span is Span.WEEK:
        year, n = week.year, week.week
    return words("periods", _NUMBERED[period.span]).format(year=year, n=n)
