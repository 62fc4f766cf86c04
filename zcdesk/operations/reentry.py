"""二次录入单: the case field by field, for a department or platform without an interface.

Numbers are masked here as on every paper; in full they stand on the applicant's own papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.papers_lists import EntryField, ReentryPaper
from zcdesk.domain.qr import BARE_NUMBER
from zcdesk.domain.reentry import of_form
from zcdesk.errors import StoreError
from zcdesk.operations import case_papers, casework
from zcdesk.operations.papers import materials_of
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def sheet(session: Session, case_id: str, system: str) -> ReentryPaper:
    """Return the sheet of a case for `system`, to be shown, printed or written to a file."""
    with session.reading() as store:
        return _sheet(session, store, casework.case_of(store, case_id), system)


def queue(session: Session, case_id: str, system: str) -> PrintTask:
    """Queue the sheet for printing."""
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        return casework.print_of(tx, case, _sheet(session, tx, case, system))


def write(paper: ReentryPaper, path: Path) -> Path:
    """Write a sheet as `.xlsx` or `.json`; for the work lane.

    Raises:
        StoreError: REV-15, the file cannot be written there.
    """
    try:
        if path.suffix.lower() == ".json":
            path.write_bytes(msgspec.json.format(msgspec.json.encode(_plain(paper)), indent=2))
        else:
            _write_xlsx(paper, path)
    except OSError as error:
        raise StoreError("REV-15", file=path.name) from error
    return path


def _plain(paper: ReentryPaper) -> dict[str, object]:
    """Return what another system reads: fields in order, then the list of materials."""
    return {
        "schema": "zcdesk.reentry/1",
        "system": paper.system,
        "number": paper.head.number,
        "fields": [
            {"no": e.no, "section": e.section, "label": e.label, "value": e.value}
            for e in paper.entries
        ],
        "materials": [{"name": m.name, "form": m.form_text} for m in paper.materials],
    }


def _write_xlsx(paper: ReentryPaper, path: Path) -> None:
    """Write text cells only: a number must not become a figure, nor a text a formula."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    sheet = book.add_worksheet("二次录入单")
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 2, 18)
    sheet.set_column(3, 3, 60)
    for column, heading in enumerate(("序号", "分组", "栏目", "内容")):
        sheet.write_string(0, column, heading, bold)
    for row, entry in enumerate(paper.entries, 1):
        sheet.write_number(row, 0, entry.no)
        for column, words in enumerate((entry.section, entry.label, entry.value), 1):
            sheet.write_string(row, column, words, text)
    papers = book.add_worksheet("材料")
    papers.set_column(0, 0, 60)
    for row, material in enumerate(paper.materials):
        papers.write_string(row, 0, material.name, text)
        papers.write_string(row, 1, material.form_text, text)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


def _sheet(session: Session, store: Reader, case: Case, system: str) -> ReentryPaper:
    whose = casework.particulars(store, case)
    entries = tuple(
        EntryField(no=no, label=label, value=value, section=section)
        for no, (section, label, value) in enumerate(_fields(case, whose), 1)
    )
    shared = case_papers.common(casework.issuer(session, store), case, whose)
    return ReentryPaper(**shared, system=system, entries=entries, materials=materials_of(case))


def _fields(case: Case, whose: Particulars) -> Iterator[tuple[str, str, str]]:
    intake, who = case.intake, whose.applicant
    yield "办件", "办件编号", intake.number
    yield "办件", "事项名称", intake.matter_name
    yield "办件", "承办部门", case.department
    yield "办件", "收件时间", case.received_at[:16].replace("T", " ")
    yield "申请人", "姓名或名称", who.name
    yield "申请人", "证件号码", mask_id(who.id_number)
    yield "申请人", "联系电话", mask_phone(who.phone) if who.phone else ""
    for _, label, value in of_form(whose.form):
        if not BARE_NUMBER.search(value):
            yield "申请表", label, value
