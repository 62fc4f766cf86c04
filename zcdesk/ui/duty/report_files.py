"""Reports as files: each frozen one as PDF and as a spreadsheet, of the hall and each department.

Any running desk freezes what a period's end makes due (`upkeeping`); its files are written where
somebody works who makes reports, once on each such PC.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from zcdesk.domain import period as periods
from zcdesk.domain.papers_report import AssessmentPaper, ReportPaper
from zcdesk.errors import CodedError
from zcdesk.forms import report_plans
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import exports
from zcdesk.ui.duty.period_words import period_words
from zcdesk.ui.duty.saving import save_all
from zcdesk.ui.jobs import WORK


class ReportFiles(QObject):
    """Writes the reports that were frozen.

    Attributes:
        folder: where the files go.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_begun = self._is_busy = False
        self.folder = exports("报表")

    def begin(self) -> None:
        """Write what is there, and from now on what is frozen here or comes from elsewhere."""
        if not self._is_begun:
            self._is_begun = True
            self._desk.changed.connect(self._on_changed)
        self.write_due()

    def write_due(self) -> None:
        """Write the reports this PC has no files of; none where their reader does not work."""
        if not self._is_busy:
            self._is_busy = True
            unwritten = self._desk.operations.reports.unwritten
            self._desk.do(unwritten, owner=self, done=self._on_due, failed=self._on_failed)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "report" in topics:
            self.write_due()

    def _on_due(self, keys: tuple[str, ...]) -> None:
        if not keys:
            self._is_busy = False
            return
        papers = self._desk.operations.reports.papers
        done = partial(self._on_papers, keys)
        self._desk.do(
            papers, keys, report_plans.shipped(), owner=self, done=done, failed=self._on_failed
        )

    def _on_papers(
        self, keys: tuple[str, ...], papers: tuple[ReportPaper | AssessmentPaper, ...]
    ) -> None:
        job = partial(save_all, self.folder, papers)
        done = partial(self._on_written, keys)
        self._desk.jobs.run(WORK, job, owner=self, done=done, failed=self._on_failed)

    def _on_written(self, keys: tuple[str, ...], count: int) -> None:
        operations = self._desk.operations
        self._desk.do(operations.clerks.exported, self.tr("报表"), count, owner=self)
        self._desk.do(operations.reports.written, keys, owner=self, done=self._on_noted)
        self._desk.notices.note(self._said(keys, count))

    def _said(self, keys: tuple[str, ...], count: int) -> str:
        """Tell what was written: a period has a file for the hall and one for each department."""
        first, last = (period_words(periods.read(key)) for key in (keys[0], keys[-1]))
        said = self.tr("{period}的报表已定稿：全大厅和各部门共 {n} 份，写在 {path}")
        if len(keys) > 1:
            said = self.tr("{first}等 {k} 期的报表已定稿：全大厅和各部门共 {n} 份，写在 {path}")
        return said.format(period=last, first=first, k=len(keys), n=count, path=str(self.folder))

    def _on_noted(self, _: object) -> None:
        self._is_busy = False

    def _on_failed(self, error: CodedError) -> None:
        """Say it; what was not written is written at the next start."""
        self._is_busy = False
        self._desk.notices.show(error)
