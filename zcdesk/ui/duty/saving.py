"""Files a person or a timer asked for, written outside the screen; nothing of Qt is needed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.errors import SurroundingsError

if TYPE_CHECKING:
    from zcdesk.domain.papers_report import AssessmentPaper, ReportPaper


def write(path: Path, make: Callable[[], bytes]) -> Path:
    """Make and write a file, in the work lane.

    Raises:
        SurroundingsError: LIV-01, it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())
    except OSError as error:
        raise SurroundingsError("LIV-01", file=path.name) from error
    return path


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


def save_all(folder: Path, papers: Sequence[ReportPaper | AssessmentPaper]) -> int:
    """Write many; return how many."""
    for paper in papers:
        save(folder, f"{paper.name} {paper.scope}", paper)
    return len(papers)
