"""Which years are official, which are provisional, and what an imported notice changes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import chinese_calendar
import pytest

from zcdesk import calendar
from zcdesk.domain.worktime import DayKind, add_days, is_working
from zcdesk.errors import UserError


def notice(folder: Path, year: int, *days: tuple[str, str, bool], key: str = "isOffDay") -> Path:
    rows = [{"date": d, "name": name, key: off} for d, name, off in days]
    path = folder / f"{year}.json"
    path.write_text(json.dumps({"year": year, "days": rows}), encoding="utf-8")
    return path


def test_published_years_agree_with_their_package_on_every_day():
    cal = calendar.load()
    first, last = min(cal.official), max(cal.official)

    assert first == 2004
    assert last >= 2026
    for ordinal in range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        verdict = is_working(cal, day)
        assert verdict.counts == chinese_calendar.is_workday(day), day
        assert not verdict.provisional
        assert verdict.why.isascii() is False


def test_makeup_and_holiday_are_named_in_chinese():
    cal = calendar.load()

    assert is_working(cal, date(2026, 2, 14)).why == "春节调休上班"
    assert is_working(cal, date(2026, 2, 14)).kind is DayKind.MAKEUP
    assert is_working(cal, date(2026, 10, 5)).why == "国庆节放假"
    assert all(not day.name.isascii() for day in cal.special.values())


def test_year_without_a_table_is_provisional_and_never_raises():
    cal = calendar.load()
    day = date(max(cal.official) + 1, 1, 4)

    with pytest.raises(NotImplementedError):
        chinese_calendar.is_workday(day)
    assert is_working(cal, day).provisional


@pytest.mark.parametrize("key", ["isOffDay", "is-off-day", "is_off_day"])
def test_imported_notice_makes_its_year_official(tmp_path: Path, key: str):
    path = notice(
        tmp_path,
        2027,
        ("2027-01-01", "元旦", True),
        ("2027-01-02", "元旦", True),
        ("2027-01-09", "元旦", False),
        key=key,
    )
    before, after = calendar.load(), calendar.load([path])

    assert not is_working(before, date(2027, 1, 9)).counts
    assert is_working(after, date(2027, 1, 9)).counts
    assert add_days(before, date(2026, 12, 31), 1).provisional
    count = add_days(after, date(2026, 12, 31), 6)
    assert (count.due, count.provisional) == (date(2027, 1, 9), False)


def test_notice_may_begin_in_the_december_before(tmp_path: Path):
    path = notice(tmp_path, 2027, ("2026-12-31", "元旦", True), ("2027-01-01", "元旦", True))

    cal = calendar.load([path])

    assert not is_working(cal, date(2026, 12, 31)).counts
    assert is_working(cal, date(2026, 10, 10)).counts  # 2026's own table is still there


def test_imported_notice_replaces_the_published_year_whole(tmp_path: Path):
    path = notice(tmp_path, 2026, ("2026-01-01", "元旦", True))

    cal = calendar.load([path])

    assert is_working(cal, date(2026, 1, 2)).counts
    assert not is_working(cal, date(2026, 1, 4)).counts
    assert not is_working(cal, date(2025, 10, 8)).counts


def test_damaged_statutory_table_is_named(tmp_path: Path):
    for text in ("", "{}", '{"festivals": {"2027": {"春节": "soon"}}}', '{"festivals": []}'):
        path = tmp_path / "statutory.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UserError) as caught:
            calendar.statutory_days(path)
        assert caught.value.code == "CAL-07"


def test_importing_the_package_loads_nothing_heavy():
    script = (
        "import sys, zcdesk.calendar; "
        "sys.exit(any(m in sys.modules for m in ('chinese_calendar', 'json', 'msgspec')))"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
