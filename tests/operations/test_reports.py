"""Reports: frozen once, corrected beside, on paper and in a workbook, also of nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pypdfium2
import pytest
from fix_cases import People, bring

from zcdesk.domain import period
from zcdesk.domain.case import CaseState
from zcdesk.domain.period import Span
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.forms import pdf, report_plans
from zcdesk.operations import figures, mending, reports, spreadsheet
from zcdesk.operations.spreadsheet import Grid


def today(staff: People) -> date:
    return staff.clerk.now().date()


def pdf_text(paper) -> str:
    document = pypdfium2.PdfDocument(pdf.pdf_bytes(paper))
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def reported(staff, clock):
    """A day with some cases is over and its report frozen; returns its key."""
    for state in (CaseState.RECEIVED, CaseState.RETURNED, CaseState.DELIVERED):
        bring(staff, state)
    key = today(staff).isoformat()
    clock.pass_(days=1)
    reports.freeze(staff.supervisor, key)
    return key


@pytest.mark.req("R150")
def test_a_report_holds_the_figures_of_its_period(staff, reported):
    found = reports.get(staff.supervisor, reported)
    counted = figures.of_hall(staff.supervisor, period.read(reported))
    lines = {line.key: line.tally for line in found.last.sheets[0].lines}
    assert lines["received"] == counted["received"]
    assert (lines["received"].total, lines["returned"].hits) == (3, 1)
    assert [sheet.who for sheet in found.last.sheets] == ["", "区卫生健康委"]
    with staff.clerk.reading() as store:
        (act,) = store.acts(f"report:{reported}")
    assert found.last.digest == act.body_hash


def test_a_report_is_frozen_once_and_corrected_beside(staff, reported, clock):
    first = reports.get(staff.supervisor, reported)
    with pytest.raises(Conflict) as same:
        reports.amend(staff.supervisor, reported, "漏统计")
    assert same.value.code == "FIG-05"
    counted = figures.behind(staff.supervisor, "received", period.read(reported))
    case = next(one for one in counted if one.state in ("received", "accepted"))
    mending.void(staff.supervisor, case.subject.partition(":")[2], "重复收件")
    assert reports.differs(staff.supervisor, reported)
    assert reports.freeze(staff.supervisor, reported) == first
    with pytest.raises(Invalid) as silent:
        reports.amend(staff.supervisor, reported, " ")
    assert silent.value.code == "FIG-06"
    after = reports.amend(staff.supervisor, reported, "一件重复收件已作废")
    assert after.issues[0] == first.last
    assert not reports.differs(staff.supervisor, reported)
    plan = report_plans.shipped()[Span.DAY]
    said = pdf_text(reports.on_paper(staff.supervisor, reported, plan))
    assert "补报" in said
    assert "一件重复收件已作废" in said
    assert "补报原因" in said
    earlier = pdf_text(reports.on_paper(staff.supervisor, reported, plan, issue=0))
    assert "补报原因" not in earlier


def test_a_period_that_runs_and_a_role_that_may_not_are_refused(staff):
    with pytest.raises(NotAllowed) as early:
        reports.freeze(staff.supervisor, today(staff).isoformat())
    assert early.value.code == "FIG-04"
    yesterday = (today(staff) - timedelta(1)).isoformat()
    with pytest.raises(NotAllowed) as clerk:
        reports.freeze(staff.clerk, yesterday)
    assert clerk.value.code == "FIG-03"
    assert reports.get(staff.supervisor, yesterday) is None


def test_what_ended_is_reported_by_any_desk_once_also_after_days_without_one(staff, clock):
    bring(staff, CaseState.RECEIVED)
    begun = today(staff)
    assert reports.freeze_due(staff.clerk) == ()
    clock.pass_(days=40)
    made = reports.freeze_due(staff.clerk)
    assert {f"{begun:%Y-%m}", f"{begun.year}"} <= set(made)
    assert sum(len(key) == len("2026-11-24") for key in made) == reports.CAUGHT_UP
    assert reports.freeze_due(staff.supervisor) == ()
    assert {one.by for key in made for one in reports.get(staff.clerk, key).issues} == {""}
    clock.pass_(days=3)
    days = [(today(staff) - timedelta(n)).isoformat() for n in (3, 2, 1)]
    reports.freeze(staff.supervisor, days[2])
    assert reports.freeze_due(staff.clerk)[:2] == tuple(days[:2]), "not only what is newest"
    listed = [row.period for row in reports.made(staff.supervisor)]
    assert listed == sorted(listed, reverse=True)


def test_files_are_due_once_on_each_pc_of_who_makes_reports(staff, clock):
    clock.pass_(days=2)
    made = reports.freeze_due(staff.clerk)
    assert len(made) >= 2
    assert reports.unwritten(staff.clerk) == ()
    assert reports.unwritten(staff.supervisor) == made
    reports.written(staff.supervisor, made[:1])
    assert reports.unwritten(staff.supervisor) == made[1:]
    assert reports.unwritten(staff.clerk.as_clerk("")) == made[1:], "a timer's"
    plan = report_plans.shipped()[Span.DAY]
    paper = reports.on_paper(staff.clerk.as_clerk(""), made[0], plan)
    assert paper.head.clerk == "自动"


def test_a_desk_that_is_behind_its_hall_freezes_nothing(staff, clock):
    clock.pass_(days=1)
    behind = replace(staff.clerk, is_abreast=lambda: False)
    assert reports.freeze_due(behind) == ()
    assert len(reports.freeze_due(staff.clerk)) == 1


@pytest.mark.parametrize("span", [Span.DAY, Span.MONTH, Span.QUARTER, Span.YEAR])
def test_a_report_over_a_period_without_data_says_so_in_words(staff, span):
    empty = period.of(span, date(2019, 5, 5))
    reports.freeze(staff.supervisor, empty.key)
    for department in ("", "区卫生健康委"):
        plan = report_plans.shipped()[span]
        paper = reports.on_paper(staff.supervisor, empty.key, plan, department)
        said = pdf_text(paper)
        assert "没有任何办理记录" in said
        assert "0.0%" not in said
        assert plan.name in said


@pytest.mark.req("R177")
def test_a_department_has_its_own_report(staff, reported):
    plan = report_plans.shipped()[Span.MONTH]
    paper = reports.on_paper(staff.supervisor, reported, plan, "区卫生健康委")
    assert paper.scope == "区卫生健康委"
    named = [row[0] for table in paper.tables for row in table.rows]
    assert "退回率" in named
    assert "取号量" not in named
    reasons = paper.tables[-1]
    assert reasons.rows == (("未签字", "1"),)


def test_a_workbook_keeps_numbers_as_numbers_and_runs_nothing():
    grid = Grid("收件/办结", ("指标", "本期"), (("收件量", 3), ("=1+1", 0.5), ("无", None)))
    book = openpyxl.load_workbook(BytesIO(spreadsheet.to_bytes([grid])))
    sheet = book["收件办结"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["指标", "本期"],
        ["收件量", 3],
        ["=1+1", 0.5],
        ["无", None],
    ]
    assert sheet["A3"].data_type == "s"
