"""Periods: keys that come back, neighbours that touch, and what is no period."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import period
from zcdesk.domain.period import Span
from zcdesk.errors import Invalid

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2200, 12, 31))


@given(DAYS, st.sampled_from(Span))
def test_a_period_holds_its_day_and_touches_its_neighbours(day, span):
    found = period.of(span, day)
    assert found.first <= day <= found.last
    assert found.before.last + dt.timedelta(1) == found.first
    assert found.after.first == found.last + dt.timedelta(1)
    assert period.read(found.key) == found
    assert found.year_ago.span is span
    assert 300 < (found.first - found.year_ago.first).days < 400


def test_keys_and_words():
    day = dt.date(2026, 11, 24)
    told = [(period.of(span, day).key, period.of(span, day).text) for span in Span]
    assert told == [
        ("2026-11-24", "2026年11月24日"),
        ("2026-W48", "2026年第48周"),
        ("2026-11", "2026年11月"),
        ("2026-Q4", "2026年第4季度"),
        ("2026", "2026年"),
    ]
    assert period.of(Span.DAY, dt.date(2028, 2, 29)).year_ago.key == "2027-02-28"


NONE = ("", "2026-13", "2026-02-30", "2026-W60", "2026-Q5", "昨天", "0000")


@pytest.mark.parametrize("key", NONE)
def test_what_is_no_period_is_refused(key):
    with pytest.raises(Invalid) as refused:
        period.read(key)
    assert refused.value.code == "FIG-01"
