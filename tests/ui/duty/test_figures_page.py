"""The page of figures: what it shows was counted, everything opens, reports are written."""

from __future__ import annotations

import openpyxl
import pypdfium2
import pytest
from page_looks import clipped

from zcdesk.domain import period
from zcdesk.domain.figures import text
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.period import Span
from zcdesk.operations import figures, reports
from zcdesk.ui.duty.figures import FiguresPage


@pytest.fixture
def page(busy_page_hall, page_desk, show, tmp_path) -> FiguresPage:
    clerk = Clerk(staff_no="0601", name="孙主任", roles=(Role.SUPERVISOR,))
    page_desk.set_session(busy_page_hall.boss, clerk)
    page = FiguresPage(page_desk)
    page.sheet.folder = tmp_path
    page.wanted = []
    page_desk.case_wanted.connect(page.wanted.append)
    show(page)
    page.activate()
    return page


def at(page, key: str) -> None:
    page.list.view.set_current(page.list.view.rows_model.place(key))


def cell(page, key: str, column: int) -> str:
    model = page.list.view.rows_model
    return model.index(model.place(key), column).data()


def test_the_list_says_what_was_counted(page, busy_page_hall) -> None:
    counted = figures.measure(busy_page_hall.boss, page.period)
    assert counted
    for one in counted:
        assert cell(page, one.key, 1) == text(one.figure, one.value)
    assert int(cell(page, "received", 1)) > 0


def test_enter_opens_what_a_figure_counts_and_a_case_from_there(page, press) -> None:
    at(page, "received")
    page.list.view.setFocus()
    press("Enter")
    rows = page.sheet.view.rows_model.rows
    page.close_sheet()
    assert len(rows) == int(cell(page, "received", 1))
    page.list.view.setFocus()
    press("Enter")
    press("Enter")
    assert len(page.wanted) == 1


def test_arrows_go_from_period_to_period_and_never_beyond_today(page, press) -> None:
    page.list.view.setFocus()
    today = page.period
    press("Left")
    assert page.period == today.before
    press("Right")
    press("Right")
    assert page.period == today
    page.list.span.set_value(Span.YEAR.value)
    assert page.period == period.of(Span.YEAR, today.first)
    assert page.list.period.full_text == page.period.text


@pytest.mark.parametrize("key", ["D", "W", "R", "K", "T"])
def test_every_part_opens_as_a_table_that_goes_into_a_workbook(page, press, key, tmp_path) -> None:
    page.list.view.setFocus()
    press(key)
    sheet = page.sheet.sheet
    assert page.sheet.isVisible()
    press("Ctrl+E")
    (path,) = tmp_path.glob("*.xlsx")
    book = openpyxl.load_workbook(path)
    written = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(written) == len(sheet.rows) + 1
    press("Esc")
    assert page.list.isVisible()


def test_a_person_opens_to_numbers_and_a_number_to_cases(page, press) -> None:
    page.list.view.setFocus()
    press("K")
    assert page.sheet.sheet.rows
    press("Enter")
    counts = dict(zip(page.sheet.sheet.keys, page.sheet.sheet.rows, strict=True))
    key = next(iter(counts))
    press("Enter")
    assert len(page.sheet.sheet.rows) == counts[key][2]


def test_a_period_that_runs_is_not_frozen_and_one_that_is_over_is(page, press, told, tmp_path):
    page.list.view.setFocus()
    press("F9")
    assert told.codes == ["FIG-04"]
    press("Left", "F9")
    assert reports.get(page._desk.session, page.period.key) is not None
    (path,) = tmp_path.glob("*.pdf")
    said = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "日报" in said
    assert "没有任何办理记录" in said
    (book,) = tmp_path.glob("*.xlsx")
    assert openpyxl.load_workbook(book).worksheets[0]["A2"].value == "取号量"
    assert "定稿" in page.list.state.full_text


def test_an_auditor_reads_and_cannot_freeze(page, page_desk, busy_page_hall, press, told) -> None:
    roles = (Role.AUDITOR,)
    page_desk.set_session(page_desk.session, Clerk(staff_no="0601", name="审", roles=roles))
    page.activate()
    assert page.list.make.text() == "存 PDF"
    assert not page.list.amend.isVisible()
    page.list.view.setFocus()
    press("Left", "F9")
    assert told.codes == ["FIG-08"]
    assert reports.get(page_desk.session, page.period.key) is None


@pytest.mark.parametrize(("theme_name", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.25)])
def test_nothing_is_cut(busy_page_hall, page_desk, show, qtbot, theme_name, scale) -> None:
    clerk = Clerk(staff_no="0601", name="孙主任", roles=(Role.SUPERVISOR,))
    page_desk.set_session(busy_page_hall.boss, clerk)
    page = FiguresPage(page_desk)
    show(page, theme_name=theme_name, scale=scale)
    page.activate()
    qtbot.waitUntil(lambda: clipped(page) == [])
    assert page.list.view.rows_model.rows


def test_every_figure_is_marked_for_translation() -> None:
    from zcdesk.domain.figures import FIGURES
    from zcdesk.ui.duty.figure_tables import MEANINGS, TITLES

    assert [figure.title for figure in FIGURES] == list(TITLES)
    assert [figure.means for figure in FIGURES] == list(MEANINGS)


def test_a_row_is_one_spoken_sentence(page) -> None:
    from PySide6.QtCore import Qt

    model = page.list.view.rows_model
    said = model.index(model.place("received"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("收件量 本期")
    assert page.list.trend.accessibleDescription()


@pytest.mark.req("R143")
def test_the_reductions_open_to_the_matters_that_changed(page, press) -> None:
    page.list.view.setFocus()
    press("G")
    sheet = page.sheet.sheet
    assert sheet.rows[0][0] == "事项（项）"
    page.open_key(sheet.keys[0])
    assert "有变化的事项" in page.sheet.sheet.title


@pytest.mark.req("R120")
def test_the_assessment_sheet_is_written_as_pdf(page, press, tmp_path) -> None:
    page.list.view.setFocus()
    press("K", "F9")
    (path,) = tmp_path.glob("考核表*.pdf")
    said = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "不排名次" in said
