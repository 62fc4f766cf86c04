"""Reports that were frozen are written by themselves, as PDF and as a spreadsheet."""

from __future__ import annotations

import openpyxl
import pypdfium2
import pytest
from fix_cases import received

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.operations import clerks, reports
from zcdesk.ui.duty.report_files import ReportFiles


@pytest.fixture
def files(page_desk, page_session, tmp_path):
    with page_session.as_clerk("0001").transaction() as tx:
        body = ClerkSet(staff_no="0702", name="钱主管", roles=(Role.SUPERVISOR,))
        tx.append(NewAct(subject="clerk:0702", body=body))
    session = page_session.as_clerk("0702")
    page_desk.set_session(session, clerks.clerk_of(session))
    made = ReportFiles(page_desk, page_desk)
    made.folder = tmp_path / "out"
    return made


@pytest.mark.req("R150")
def test_a_day_that_is_over_is_written_for_the_hall_and_each_department(
    files, page_desk, page_session, clock, told
) -> None:
    received(page_session)
    files.begin()
    assert not files.folder.exists(), "the day is not over"
    clock.pass_(days=1)
    assert len(reports.freeze_due(page_session)) == 1
    page_desk.tell(frozenset({"report"}))
    papers = sorted(path.name for path in files.folder.glob("*.pdf"))
    books = sorted(files.folder.glob("*.xlsx"))
    assert len(papers) == len(books) == 2
    assert any("区" in name for name in papers)
    for book in books:
        rows = (row for ws in openpyxl.load_workbook(book) for row in ws.values)
        found = {row[0]: row[1] for row in rows if len(row) > 1}
        assert found["收件量"] == 1, "a number, not its words"
    whole = next(path for path in files.folder.glob("*.pdf") if "全大厅" in path.name)
    assert "收件量" in pypdfium2.PdfDocument(whole)[0].get_textpage().get_text_range()
    assert "2026年11月24日的报表已定稿：全大厅和各部门共 2 份" in told.notes[-1]
    told.notes.clear()
    files.write_due()
    assert told.notes == [], "once"


def test_several_periods_at_once_are_counted_apart_from_their_files(
    files, page_session, clock, told
) -> None:
    clock.pass_(days=8)
    due = len(reports.freeze_due(page_session))
    files.begin()
    written = len(list(files.folder.glob("*.pdf")))
    assert written >= due > 1
    wanted = f"2026年11月24日等 {due} 期的报表已定稿：全大厅和各部门共 {written} 份"
    assert wanted in told.notes[-1]


def test_a_folder_that_cannot_be_written_is_told_and_the_report_stays(
    files, page_session, clock, told, tmp_path
) -> None:
    folder, files.folder = files.folder, tmp_path / "file"
    files.folder.write_text("in the way")
    clock.pass_(days=1)
    reports.freeze_due(page_session)
    files.write_due()
    assert "LIV-01" in told.codes
    assert not folder.exists()
    files.folder = folder
    files.write_due()
    assert len(list(folder.glob("*.pdf"))) == 1, "it is done when the folder can be written again"
