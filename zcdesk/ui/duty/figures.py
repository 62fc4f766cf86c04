"""报表: the figures of a period beside the period before and the year before, and its report.

Every figure opens to what it counts; `T` is the whole table, `D` `W` `R` `K` the parts. F9 freezes
the report of a period that is over and writes it as PDF; what is frozen is corrected by a 补报.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain import period as periods
from zcdesk.domain.figures import BY_KEY
from zcdesk.domain.hall import Role
from zcdesk.domain.period import Span
from zcdesk.domain.sheet import Sheet
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty import figure_tables as tables
from zcdesk.ui.duty.figure_list import FigureList
from zcdesk.ui.duty.period_words import period_words
from zcdesk.ui.duty.saving import save
from zcdesk.ui.duty.sheet_view import SheetView
from zcdesk.ui.duty.sheet_words import cell_words
from zcdesk.ui.jobs import WORK
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.review.form import ActForm, Ask
from zcdesk.ui.texts import describe

if TYPE_CHECKING:
    from zcdesk.domain.papers_report import AssessmentPaper, ReportPaper
    from zcdesk.domain.report import Report
    from zcdesk.operations.assessment import Assessed
    from zcdesk.operations.figures import Behind, Measured

MAKES = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})


class FiguresPage(QWidget):
    """Shows one period.

    Attributes:
        period: the one shown; `shown` its figures once they were read.

    Signals:
        tab_wanted(str, str): never sent here; another tab, and what to begin with there.
    """

    tab_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("报表")
        self.setObjectName("figures_page")
        self.period = periods.of(Span.DAY, desk.now().date())
        self.shown: tuple[Measured, ...] = ()
        self._people: tuple[Assessed, ...] = ()
        self.list, self.sheet = FigureList(), SheetView(desk)
        self.form = ActForm(desk.keys)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.form)
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the period."""
        self.list.offer_acts(may=bool(MAKES & set(self._desk.clerk.roles)))
        operations = self._desk.operations
        self._desk.do(operations.inbox.departments, owner=self, done=self.list.set_departments)
        self.read()
        self._stack.currentWidget().setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Leave out what there is no room for."""
        self.list.on_layout(step)

    def read(self) -> None:
        """Read the figures of the period."""
        self.list.show_period(self.period)
        measure = partial(self._desk.do, self._desk.operations.figures.measure, self.period)
        measure(self.list.department, owner=self, done=partial(self._on_read, self.period.key))
        get = self._desk.operations.reports.get
        self._desk.do(get, self.period.key, owner=self, done=self.list.show_report)

    def go(self, steps: int) -> None:
        """Go to the period before or after; never beyond today's."""
        other = self.period.before if steps < 0 else self.period.after
        if other.first <= self._desk.now().date():
            self.period = other
            self.read()

    def set_span(self, span: object) -> None:
        """Show the period of another length that ends with this one or today."""
        last = min(self.period.last, self._desk.now().date())
        self.period = periods.of(Span(str(span)), last)
        self.read()

    def open_key(self, key: str) -> None:
        """Open what a row stands for: a case, a period, a person, or what is behind a figure."""
        kind, _, rest = key.partition("/")
        if key.startswith("case:"):
            self._desk.case_wanted.emit(key.partition(":")[2])
        elif kind == "behind":
            figure, department, window, clerk = (*rest.split("/"), "", "", "")[:4]
            self._open_behind(figure, department or self.list.department, window, clerk)
        elif kind == "reform":
            matters = self._desk.operations.reforms.behind
            self._desk.do(matters, self.period, rest, owner=self, done=self._on_matters)
        elif kind == "person":
            one = next(one for one in self._people if one.staff_no == rest)
            self.show_sheet(tables.person(one, self._desk.policy.figures.least))

    def open_parts(self, which: str) -> None:
        """Open the table of departments, windows, reasons, people, or of all figures."""
        do, ask = self._desk.do, self._desk.operations
        named = partial(self._named, which)
        if which == "table":
            self.show_sheet(tables.measured(named(), self.shown))
        elif which == "parts":
            done = partial(self._on_grouped, which, "部门", tables.PARTS)
            do(ask.figures.by_department, self.period, owner=self, done=done)
        elif which == "windows":
            done = partial(self._on_grouped, which, "窗口", tables.DESKS)
            do(ask.figures.by_window, self.period, owner=self, done=done)
        elif which == "reasons":
            place = self.list.department
            do(ask.figures.reasons, self.period, place, owner=self, done=self._on_reasons)
        elif which == "reforms":
            do(ask.reforms.overview, self.period, owner=self, done=self._on_reforms)
        else:
            do(ask.assessment.assess, self.period, owner=self, done=self._on_people)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table in place of the list."""
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(sheet)

    def close_sheet(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentWidget(self.list)
        self.list.setFocus()

    def report(self) -> None:
        """Freeze the report if it is not frozen, and write it as PDF."""
        if self._stack.currentWidget() is not self.list:
            self._assessment()
            return
        freeze = self._desk.operations.reports.freeze
        if MAKES & set(self._desk.clerk.roles):
            self._desk.do(freeze, self.period.key, owner=self, done=self._on_frozen)
        else:
            self._on_frozen(None)

    def _assessment(self) -> None:
        """Write the sheet of the people as PDF, if it is that which is shown."""
        if self.sheet.sheet is not None and self.sheet.sheet.title == self._named("people"):
            paper = self._desk.operations.assessment.on_paper
            done = partial(self._write, self._named("people"))
            self._desk.do(paper, self.period, owner=self, done=done)

    def begin_amend(self) -> None:
        """Ask why the report is corrected."""
        if self.list.report is not None and MAKES & set(self._desk.clerk.roles):
            why = Ask("reason", self.tr("补报原因"), needed=True, wide=True)
            said = period_words(self.period)
            self.form.open(self.tr("补报"), said, (why,), self.tr("补报"))

    def _bind(self) -> None:
        keys, rows = self._desk.keys, self.list.view
        keys.bind("figures.earlier", rows, partial(self.go, -1))
        keys.bind("figures.later", rows, partial(self.go, 1))
        for which in ("parts", "windows", "reasons", "people", "reforms", "table"):
            keys.bind(f"figures.{which}", rows, partial(self.open_parts, which))
        keys.bind("figures.report", self, self.report)
        keys.bind("figures.amend", rows, self.begin_amend)
        self.list.moved.connect(self.go)
        self.list.span.changed.connect(self.set_span)
        self.list.scope_changed.connect(self.read)
        self.list.opened.connect(self.open_key)
        self.list.parts_wanted.connect(self.open_parts)
        self.list.report_wanted.connect(self.report)
        self.list.amend_wanted.connect(self.begin_amend)
        self.list.current_changed.connect(self._read_trend)
        self.sheet.opened.connect(self.open_key)
        self.sheet.closed.connect(self.close_sheet)
        self.form.accepted.connect(self._on_reason)
        self.form.cancelled.connect(self._close_form)

    def _open_behind(self, key: str, department: str, window: str, clerk: str) -> None:
        ask = partial(self._desk.do, self._desk.operations.figures.behind, key, self.period)
        done = partial(self._on_behind, key)
        ask(owner=self, done=done, department=department, window=window, clerk=clerk)

    def _on_behind(self, key: str, rows: tuple[Behind, ...]) -> None:
        more = len(rows) >= self._desk.operations.figures.SHOWN
        name = tables.title_of(BY_KEY[key])
        self.show_sheet(tables.behind(f"{name} {period_words(self.period)}", rows, more=more))

    def _on_read(self, key: str, rows: tuple[Measured, ...]) -> None:
        if key == self.period.key:
            self.shown = rows
            self.list.show_rows(rows)

    def _read_trend(self, key: str) -> None:
        trend = self._desk.operations.figures.trend
        done = partial(self.list.show_trend, key)
        self._desk.do(trend, key, self.period, self.list.department, owner=self, done=done)

    def _on_grouped(self, which: str, heading: str, keys: tuple[str, ...], found: Any) -> None:
        self.show_sheet(tables.grouped(self._named(which), heading, found, keys))

    def _on_reasons(self, found: tuple[tuple[str, int], ...]) -> None:
        self.show_sheet(tables.reasons(self._named("reasons"), found))

    def _on_reforms(self, sheet: Sheet) -> None:
        self.show_sheet(msgspec.structs.replace(sheet, title=self._named("reforms")))

    def _on_matters(self, sheet: Sheet) -> None:
        """Show which matters make the difference; the title begins with what was counted."""
        counted, _, changed = sheet.title.partition(" ")
        title = cell_words(counted)
        if changed:
            said = self.tr("{figure} {period}：有变化的事项")
            title = said.format(figure=title, period=period_words(self.period))
        self.show_sheet(msgspec.structs.replace(sheet, title=title))

    def _on_people(self, rows: tuple[Assessed, ...]) -> None:
        self._people = rows
        least = self._desk.policy.figures.least
        self.show_sheet(tables.assessed(self._named("people"), rows, least))

    def _named(self, which: str) -> str:
        return f"{self.list.part_words(which)} {period_words(self.period)}"

    def _on_frozen(self, report: Report | None) -> None:
        from zcdesk.forms import report_plans

        if report is not None:
            self.list.show_report(report)
        plan = report_plans.shipped()[self.period.span]
        paper = self._desk.operations.reports.on_paper
        department = self.list.department
        self._desk.do(paper, self.period.key, plan, department, owner=self, done=self._on_paper)

    def _on_paper(self, paper: ReportPaper | AssessmentPaper) -> None:
        where = self.list.department or self.tr("全大厅")
        self._write(f"{period_words(self.period)} {where}", paper)

    def _write(self, title: str, paper: ReportPaper | AssessmentPaper) -> None:
        job = partial(save, self.sheet.folder, title, paper)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)
        note = self._desk.operations.clerks.exported
        self._desk.do(note, title, 1, owner=self)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("报表已写到 {path}").format(path=str(path)))

    def _on_reason(self, said: dict[str, Any]) -> None:
        amend = partial(self._desk.do, self._desk.operations.reports.amend, self.period.key)
        amend(said["reason"], owner=self, done=self._on_amended, failed=self._on_refused)

    def _on_amended(self, report: Report) -> None:
        self._close_form()
        self._on_frozen(report)

    def _on_refused(self, error: CodedError) -> None:
        self.form.say(describe(error).text)

    def _close_form(self) -> None:
        self.form.close_form()
        self.list.setFocus()
