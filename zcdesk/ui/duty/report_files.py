"""Reports as files: each frozen one as PDF and as a spreadsheet, of the hall and each department.

What a period's end makes due is frozen and written by itself at the first desk of somebody who
makes reports; `save` writes one that was asked for.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from zcdesk.domain.papers_report import AssessmentPaper, ReportPaper
from zcdesk.forms import report_plans
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.sheet_view import write
from zcdesk.ui.jobs import WORK


class ReportFiles(QObject):
    """Freezes and writes what is due.

    Attributes:
        folder: where the files go.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = Path(place) / "综窗台导出" / "报表"

    def freeze_due(self) -> None:
        """Freeze the reports of periods that ended, and write them."""
        freeze = self._desk.operations.reports.freeze_due
        self._desk.do(freeze, owner=self, done=self._on_frozen)

    def _on_frozen(self, keys: tuple[str, ...]) -> None:
        if keys:
            papers = self._desk.operations.reports.papers
            plans = report_plans.shipped()
            self._desk.do(papers, keys, plans, owner=self, done=self._on_papers)

    def _on_papers(self, papers: tuple[ReportPaper | AssessmentPaper, ...]) -> None:
        note = self._desk.operations.clerks.exported
        self._desk.do(note, self.tr("报表"), len(papers), owner=self)
        job = partial(_save_all, self.folder, papers)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _on_written(self, count: int) -> None:
        said = self.tr("到期的 {n} 份报表已定稿，写在 {path}")
        self._desk.notices.note(said.format(n=count, path=str(self.folder)))


def save(folder: Path, name: str, paper: ReportPaper | AssessmentPaper) -> Path:
    """Write a report as PDF and XLSX, in the work lane; return where the PDF is.

    Raises:
        SurroundingsError: LIV-01, it cannot be written.
    """
    from zcdesk.forms.pdf import pdf_bytes
    from zcdesk.operations import spreadsheet

    safe = name.replace("/", "-")
    write(folder / f"{safe}.xlsx", lambda: spreadsheet.to_bytes(spreadsheet.grids(paper)))
    return write(folder / f"{safe}.pdf", lambda: pdf_bytes(paper))


def _save_all(folder: Path, papers: tuple[ReportPaper | AssessmentPaper, ...]) -> int:
    for paper in papers:
        save(folder, f"{paper.name} {paper.scope}", paper)
    return len(papers)
