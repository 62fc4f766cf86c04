"""A report on paper: its figures under the sections a plan names. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from zcdesk.domain.figures import BY_KEY, FIGURES, number, text
from zcdesk.domain.papers_parts import PaperHead
from zcdesk.domain.papers_report import ReportPaper, ReportTable
from zcdesk.domain.period import Period, Span
from zcdesk.domain.report import Issue, ReportLine, ReportSheet, sheet_of

COMPARED = ("指标", "本期", "上期", "去年同期")
WHOLE_HALL = "全大厅"


class By(StrEnum):
    """What the rows of a section are."""

    HALL = "hall"
    DEPARTMENT = "department"
    REASONS = "reasons"


class PlanSection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One section of a plan; `figures` are keys of `figures.FIGURES`."""

    title: str
    by: By = By.HALL
    figures: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = set(self.figures) - set(BY_KEY)
        if unknown:
            raise ValueError(f"no such figure: {', '.join(sorted(unknown))}")


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the report of one span contains; `name` is 日报, 月报…"""

    name: str
    section: tuple[PlanSection, ...]


Plans = dict[Span, Plan]


def paper(
    head: PaperHead, period: Period, issue: Issue, plan: Plan, department: str = ""
) -> ReportPaper:
    """Lay an issue out by a plan, for the hall or one department."""
    sheet = sheet_of(issue, department)
    tables = tuple(_tables(issue, sheet, plan, department))
    named = f"{period.text}{plan.name}"
    return ReportPaper(
        head=head,
        name=f"{named}（补报）" if issue.reason else named,
        scope=department or WHOLE_HALL,
        tables=tables,
        reason=issue.reason,
        digest=issue.digest,
        remarks=tuple(_remarks(period, sheet)),
    )


def is_empty(sheet: ReportSheet) -> bool:
    """Whether nothing at all happened."""
    return not any(line.tally.total for line in sheet.lines)


def _remarks(period: Period, sheet: ReportSheet) -> Iterator[str]:
    if is_empty(sheet):
        yield f"{period.text}没有任何办理记录：本表没有可以统计的数据，不是数字为零。"
    empty = [
        word
        for word, values in (
            ("上期", [line.before for line in sheet.lines]),
            ("去年同期", [line.year_ago for line in sheet.lines]),
        )
        if not any(values)
    ]
    if empty:
        yield f"{'、'.join(empty)}没有数据，不作比较。"


def _tables(issue: Issue, sheet: ReportSheet, plan: Plan, department: str) -> Iterator[ReportTable]:
    lines = {line.key: line for line in sheet.lines}
    for section in plan.section:
        match section.by:
            case By.HALL:
                rows = tuple(_compared(lines[key]) for key in section.figures if key in lines)
                if rows or not department:
                    yield ReportTable(title=section.title, columns=COMPARED, rows=rows)
            case By.DEPARTMENT:
                if not department:
                    yield _departments(issue, section)
            case By.REASONS:
                yield ReportTable(
                    title=section.title,
                    columns=("原因", "件次"),
                    rows=tuple((why, str(times)) for why, times in sheet.reasons),
                )


def _departments(issue: Issue, section: PlanSection) -> ReportTable:
    shown = [BY_KEY[key] for key in section.figures if BY_KEY[key].by_department]
    rows = []
    for sheet in issue.sheets:
        if sheet.who:
            lines = {line.key: line for line in sheet.lines}
            rows.append((sheet.who, *(_now(lines[figure.key]) for figure in shown)))
    titles = tuple(figure.title for figure in shown)
    return ReportTable(title=section.title, columns=("部门", *titles), rows=tuple(rows))


def _compared(line: ReportLine) -> tuple[str, ...]:
    figure = BY_KEY[line.key]
    return (
        figure.title,
        _now(line),
        text(figure, line.before),
        text(figure, line.year_ago),
    )


def _now(line: ReportLine) -> str:
    figure = BY_KEY[line.key]
    return text(figure, number(figure, line.tally))


def definitions() -> tuple[tuple[str, str], ...]:
    """Return what each figure means, for the sheet behind a spreadsheet."""
    return tuple((figure.title, figure.means) for figure in FIGURES)
