"""容缺: only where the handbook allows it, with its dates, what follows, and a signature."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from fix_counter import matters

from zcdesk import calendar
from zcdesk.domain import visit as visits
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import NotAllowed
from zcdesk.ui.counter.deferral import deferral_of, parse_date

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=HALL_ZONE)


def opened(**changes) -> Visit:
    matter = msgspec.structs.replace(matters()[0], **changes)
    return visits.add_matter(Visit(id="v", window="3", started_at=""), matter)


def allowed(seen: Visit, no: int = 7):
    return deferral_of(seen, rows_of(seen)[no - 1], calendar.load(), LimitPolicy(), AT)


@pytest.mark.req("UX-22")
def test_default_and_latest_date_come_from_matter_and_policy():
    found = allowed(opened())
    assert (found.default.due, found.latest.due) == (dt.date(2026, 12, 1), dt.date(2026, 12, 8))
    short = allowed(opened(promised_days=6))
    assert short.latest.due == dt.date(2026, 11, 30)  # two working days before the promise ends


@pytest.mark.req("UX-22")
def test_a_row_the_handbook_does_not_allow_is_refused():
    with pytest.raises(NotAllowed) as refused:
        allowed(opened(), 1)
    assert (refused.value.code, refused.value.fields["i"]) == ("DEF-01", 1)


def test_a_promise_too_short_leaves_no_day():
    with pytest.raises(NotAllowed) as refused:
        allowed(opened(promised_days=2))
    assert refused.value.code == "DEF-07"


def test_the_strictest_of_the_matters_that_want_it_counts():
    seen = opened()
    other = msgspec.structs.replace(
        matters()[0], key="9-9", code="9999", promised_days=5, materials=matters()[0].materials[6:7]
    )
    both = visits.add_matter(seen, other)
    row = next(r for r in rows_of(both) if r.name == "水质检验报告")
    assert row.line.used_by == (1, 2)
    found = deferral_of(both, row, calendar.load(), LimitPolicy(), AT)
    assert found.latest.due == dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2026.12.1", "2026-12-01"),
        ("12-01", "2026-12-01"),
        ("1201", "2026-12-01"),
        ("12月1日", "2026-12-01"),
        ("01-05", "2027-01-05"),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_as_a_clerk_types_them(text, read):
    found = parse_date(text, AT.date())
    assert (found.isoformat() if found else None) == read


@pytest.mark.req("UX-22")
def test_the_editor_shows_dates_and_consequence_and_enter_accepts(counter):
    counter.serve()
    counter.press("7", "7", "R")
    editor = counter.page.serving.checklist.drawer.deferral
    assert editor.isVisible()
    assert editor.edit.text() == "2026-12-01"
    assert "2026-12-08" in editor.span.full_text
    assert "终止办理并书面告知" in editor.late.full_text
    counter.press("Enter")
    mark = counter.rows[6].mark
    assert (mark.state, mark.due, mark.signed) == ("deferred", "2026-12-01", "")
    counter.press("7")  # the cursor went on; back to the row
    counter.press("Ctrl+Z", "Home", "End", "Up")
    assert "2026-12-01 前补齐，承诺未签" in counter.page.serving.guidance.words
    signed = visits.sign_promises(counter.visit, "paper")
    counter.page.set_visit(signed)
    assert "承诺书已签" in counter.page.serving.guidance.words


@pytest.mark.req("UX-22")
def test_a_promise_is_signed_on_the_way_out_and_does_not_count_as_missing(counter):
    counter.serve()
    counter.press("7", "7", "R", "Enter", "A", "Y", "X", "1")
    assert counter.page.serving.footer.state.state.word == "材料已齐，可以收件"
    assert counter.rows[6].mark.signed == ""


@pytest.mark.req("UX-22")
def test_a_date_too_late_is_refused_in_place_and_the_latest_offered(counter, qtbot):
    from PySide6.QtCore import Qt

    counter.serve()
    counter.press("7", "7", "R")
    editor = counter.page.serving.checklist.drawer.deferral
    counter.write("2026-12-31")
    counter.press("Enter")
    assert editor.isVisible()
    assert "2026-12-08" in editor.message.full_text
    assert counter.state(7) == "pending"
    assert editor.fix.text() == "改为 2026-12-08"
    qtbot.mouseClick(editor.fix, Qt.MouseButton.LeftButton)
    counter.press("Enter")
    assert counter.rows[6].mark.due == "2026-12-08"


@pytest.mark.parametrize("text", ["2026-11-24", "2026-11-20", "morgen"])
def test_a_date_that_is_none_or_not_ahead_is_refused(counter, text):
    counter.serve()
    counter.press("7", "7", "R")
    counter.write(text)
    counter.press("Enter")
    assert counter.state(7) == "pending"
    assert counter.page.serving.checklist.drawer.deferral.message.full_text


@pytest.mark.req("UX-22")
def test_where_it_is_not_allowed_only_the_status_line_speaks(counter):
    counter.serve()
    counter.press("R")
    assert not counter.page.serving.checklist.drawer.is_open
    assert counter.notes[-1] == "第 1 项不可容缺（标准化手册规定）"
    assert counter.state(1) == "pending"
