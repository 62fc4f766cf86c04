"""The shipped festivals against the sky and against what was published."""

from __future__ import annotations

import importlib.util
import json
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import chinese_calendar
import pytest

from zcdesk import calendar
from zcdesk.paths import resources_dir

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    path = resources_dir() / "calendar" / "statutory.json"
    return json.loads(path.read_text(encoding="utf-8"))["festivals"]


@pytest.fixture(scope="module")
def sky() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sky", ROOT / "packaging" / "statutory_days.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_covers_the_years_a_hall_can_promise_for(rows: dict[str, dict[str, str]]):
    assert set(rows) == {str(year) for year in range(2004, 2051)}


@pytest.mark.parametrize("year", range(2004, 2051))
def test_the_table_is_what_sun_and_moon_give(
    rows: dict[str, dict[str, str]], sky: ModuleType, year: int
):
    assert rows[str(year)] == sky.festivals(year)


def test_leap_months_stand_where_the_lunar_calendar_has_them(sky: ModuleType):
    """2023 had two second months, 2025 two sixth, 2033 has its leap only after the eleventh."""
    assert (sky.lunar_months(2023)[3] - sky.lunar_months(2023)[2]).days > 50
    assert (sky.lunar_months(2025)[7] - sky.lunar_months(2025)[6]).days > 50
    assert (sky.lunar_months(2033)[8] - sky.lunar_months(2033)[7]).days < 31


PUBLISHED = {
    "春节": "Spring Festival",
    "清明节": "Tomb-sweeping Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-autumn Festival",
}
# A Saturday the table of holidays does not repeat, and the year both feasts fell together.
UNNAMED = {"2012-06-23": None, "2020-10-01": "National Day"}


@pytest.mark.parametrize("year", range(2004, 2027))
def test_each_festival_was_published_under_its_name(rows: dict[str, dict[str, str]], year: int):
    names = PUBLISHED if year >= 2008 else {"春节": PUBLISHED["春节"]}
    for name, published in names.items():
        first = rows[str(year)][name]
        detail = chinese_calendar.get_holiday_detail(date.fromisoformat(first))
        assert detail == (True, UNNAMED.get(first, published)), name


def test_spring_festival_is_four_days_from_its_eve(rows: dict[str, dict[str, str]]):
    days = calendar.statutory_days()
    first = date.fromisoformat(rows["2027"]["春节"])
    spring = [d for d, name in days.items() if name == "春节" and d.year == 2027]

    assert sorted(spring) == [first + timedelta(i) for i in (-1, 0, 1, 2)]
    assert sum(d.year == 2027 for d in days) == 7
