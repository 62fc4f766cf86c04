"""The comparison of a pilot and the lines of another caller's feed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import pilot
from zcdesk.domain.caller_feed import Called, bare, is_number, read
from zcdesk.domain.pilot import Side, compare
from zcdesk.errors import Invalid

OLD = Side(
    name="原系统", cases=120, seconds=76800, returned=18, reprints=9, entry_seconds=21600, days=5
)
NEW = Side(name="本系统", cases=100, seconds=48000, returned=5, reprints=0, entry_seconds=6000)


def test_each_figure_stands_beside_the_old_one() -> None:
    rows = {row.label: row for row in compare(OLD, NEW)}
    seconds = rows["每件用时（叫号到办结）"]
    assert (seconds.before, seconds.now, pilot.change_text(seconds)) == (640, 480, "-25.0%")
    assert (rows["退回补正率"].before, rows["退回补正率"].now) == (15, 5)
    assert (rows["每百件补打"].before, rows["每百件补打"].now) == (7.5, 0)
    assert (rows["每件二次录入"].before, rows["每件二次录入"].now) == (3, 1)
    assert pilot.change_text(rows["办件"]) == "—"


def test_without_cases_there_is_a_dash_and_never_a_zero() -> None:
    none = Side(name="无", cases=0, seconds=0, returned=0, reprints=0, entry_seconds=0)
    for row in compare(OLD, none)[1:-1]:
        assert (pilot.text(row.now), pilot.change_text(row)) == ("—", "—")
    assert pilot.change_text(compare(none, NEW)[-1]) == "—"


def test_what_no_department_has_looked_at_yet_is_not_called_faultless() -> None:
    early = Side(name="x", cases=6, seconds=1, returned=0, answered=0, reprints=0, entry_seconds=0)
    row = compare(OLD, early)[2]
    assert (row.before, row.now, pilot.change_text(row)) == (15, None, "—")


@pytest.mark.parametrize("wrong", [{"cases": -1}, {"returned": 121}, {"days": -1}])
def test_a_count_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    values = {"cases": 120, "seconds": 1, "returned": 1, "reprints": 1, "entry_seconds": 1}
    with pytest.raises(Invalid, match="PIL-01"):
        Side(name="x", **{**values, **wrong})


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("A045 3 09:12:31", Called("A045", "3", "09:12:31")),
        ("a045\t03", Called("A045", "3")),
        ("A045,03号窗口", Called("A045", "3")),
        ("0046；W12 9:05", None),
        ("0046;W12 9:05", Called("0046", "12", "9:05")),
        ("B-007 窗口5", Called("B-007", "5")),
        ("# A045 3", None),
        ("", None),
        ("A045", None),
        ("欢迎光临", None),
    ],
)
def test_a_line_of_the_feed(line: str, call: Called | None) -> None:
    assert read(line) == call


@given(st.text(max_size=60))
def test_no_line_breaks_the_reader(line: str) -> None:
    found = read(line)
    assert found is None or (is_number(found.number) and bare(found.window) == found.window)
