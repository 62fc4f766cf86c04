"""A roster at the counter: row by row what is wrong, and the good ones in one key."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from fix_pages import CARD
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.person import Agency
from zcdesk.domain.readiness import blockers
from zcdesk.domain.visit import Visit, set_person, set_presenter
from zcdesk.operations import queue
from zcdesk.ui.counter.roster import RosterPage

HEADS = ("姓名", "证件类型", "证件号码", "手机")
NURSES = tuple(
    (f"{name}淑芬", "居民身份证", with_check_digit(f"320213{1980 + n}0101{n:03}"), "13800000000")
    for n, name in enumerate("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许")
)
CLERK = msgspec.structs.replace(CARD, name="陈立")


def write(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in (HEADS, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def visit(page_session) -> Visit:
    """The hospital's clerk has just laid down their card."""
    return set_person(queue.walk_in(page_session), CLERK)


@pytest.fixture
def page(page_desk, show, visit) -> RosterPage:
    page = RosterPage(page_desk)
    page.seen, page.shut = [], []
    page.changed.connect(page.seen.append)
    page.closed.connect(lambda: page.shut.append(True))
    show(page)
    page.open(visit)
    return page


def shown(page: RosterPage, column: int) -> list[str]:
    model = page.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.req("R045")
def test_twenty_nurses_come_in_with_two_keys_and_their_clerk_presents(page, tmp_path, press):
    page.file.set_text(str(write(tmp_path / "x.xlsx", *NURSES)))
    press("Enter")
    assert page.told.full_text == "共 20 行，可导入 20 行，0 行有问题"
    assert QApplication.focusWidget() is page.authority
    press("Space", "F9")
    visit = page.seen[-1]
    assert [a.person.name for a in visit.applicants] == [nurse[0] for nurse in NURSES]
    assert (visit.agency, visit.presenter.name) == (Agency.UNIT_CLERK, "陈立")
    assert visit.authority
    assert page.shut == [True]
    today = page._desk.now().date()
    assert [b.code for b in blockers(visit, today)] == ["MAT-04"]


def test_f9_reads_first_and_then_takes(page, tmp_path, press) -> None:
    page.file.set_text(str(write(tmp_path / "x.xlsx", *NURSES[:3])))
    press("F9", "F9")
    assert len(page.seen[-1].applicants) == 3


def test_a_presenter_named_before_stays_the_presenter(page, tmp_path, press, visit) -> None:
    agent = msgspec.structs.replace(CARD, name="孙代办")
    page.open(set_presenter(visit, agent, Agency.AGENT_OFFICER))
    page.file.set_text(str(write(tmp_path / "x.xlsx", *NURSES[:2])))
    press("Enter", "F9")
    after = page.seen[-1]
    assert (after.presenter.name, after.agency) == ("孙代办", Agency.AGENT_OFFICER)
    assert [a.person.name for a in after.applicants][:1] == ["陈立"]


@pytest.mark.req("R045")
def test_each_row_says_what_is_wrong_and_the_good_ones_are_taken(page, tmp_path, press) -> None:
    number = NURSES[0][2]
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    rows = (NURSES[1], ("王二", "", wrong, ""), ("王三", "", "32021319", ""), NURSES[1])
    page.file.set_text(str(write(tmp_path / "x.xlsx", *rows)))
    press("Enter")
    assert shown(page, 3) == ["可导入", "待核", "有误", "有误"]
    faults = shown(page, 4)
    assert "第 18 位" in faults[1]
    assert "8 位" in faults[2]
    assert "2" in faults[3]
    assert page.view.current.no == 3
    assert "可导入 1 行，3 行有问题" in page.told.full_text
    press("F9")
    assert [a.person.name for a in page.seen[-1].applicants] == [NURSES[1][0]]


def test_a_row_in_doubt_comes_in_with_a_reason(page, tmp_path, press) -> None:
    number = NURSES[0][2]
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    page.file.set_text(str(write(tmp_path / "x.xlsx", NURSES[1], ("王二", "", wrong, ""))))
    press("Enter")
    page.reason.setText("单位人事部门确认")
    assert "可导入 2 行" in page.told.full_text
    press("F9")
    taken = [a.person for a in page.seen[-1].applicants]
    assert [person.override for person in taken] == ["", "单位人事部门确认"]
    today = page._desk.now().date()
    assert all(b.code != "IDC-03" for b in blockers(page.seen[-1], today))


@pytest.mark.req("UX-41")
def test_numbers_are_masked(page, tmp_path, press) -> None:
    page.file.set_text(str(write(tmp_path / "x.xlsx", *NURSES)))
    press("Enter")
    every = [t for column in range(5) for t in shown(page, column)]
    every += [label.text() for label in page.findChildren(QLabel)]
    assert not any(re.search(r"\d{11}", text) for text in every)


@pytest.mark.req("UX-57")
@pytest.mark.parametrize("content", [b"no workbook", None])
def test_a_file_that_cannot_be_read_is_said_in_place(page, tmp_path, press, content) -> None:
    path = tmp_path / "x.xlsx"
    if content is not None:
        path.write_bytes(content)
    page.file.set_text(str(path))
    press("Enter")
    assert "x.xlsx" in page.file.message
    assert QApplication.focusWidget() is page.file.edit
    assert page.seen == []


def test_nothing_chosen_takes_nobody(page, press) -> None:
    press("Enter", "F9")
    assert (page.seen, page.shut) == ([], [])


def test_a_file_can_be_dropped(page, tmp_path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write(tmp_path / "x.xlsx", *NURSES[:2])))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.intake.eventFilter(page, event)
    assert len(shown(page, 0)) == 2


def test_what_is_no_file_of_this_pc_is_not_taken(page) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/roster.xlsx")])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.intake.eventFilter(page, event)
    assert page.file.text() == ""


def test_the_template_is_a_roster(page, tmp_path, told) -> None:
    page.save_template(str(tmp_path / "模板.xlsx"))
    assert told.notes == ["模板已存为 模板.xlsx"]
    sheet = load_workbook(tmp_path / "模板.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:4] == list(HEADS)


def test_more_than_a_sitting_holds(page, tmp_path, press, visit) -> None:
    page.open(set_presenter(visit, CARD, Agency.UNIT_CLERK))
    rows = [("王一", "", with_check_digit(f"32021319850101{n:03}"), "") for n in range(200)]
    page.file.set_text(str(write(tmp_path / "x.xlsx", *rows)))
    press("Enter", "F9")
    assert page.seen == []
    assert "200" in page.file.message


def test_esc_leaves_the_visit_alone(page, press) -> None:
    press("Esc")
    assert (page.seen, page.shut) == ([], [True])
