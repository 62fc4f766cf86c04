"""The checklist under a clerk's fingers: every key, every state, nothing that asks for more."""

from __future__ import annotations

import pytest
from fix_counter import Counter, resident
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from zcdesk.domain import visit as visits
from zcdesk.ui.keys import COMMANDS
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.rows import CELL_ROLE


def chip(counter: Counter, no: int, column: int = 4):
    model = counter.page.serving.checklist.model
    return model.data(model.index(no - 1, column), CELL_ROLE).chip


def test_a_taken_matter_puts_the_cursor_on_the_first_open_row(counter):
    counter.serve()
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view
    assert counter.row.no == 1
    assert [counter.state(no) for no in range(1, 9)] == [
        "pending",
        "shared",
        "shared",
        *["pending"] * 5,
    ]


@pytest.mark.req("UX-52")
def test_every_state_has_its_own_icon_word_and_colour(counter):
    counter.serve()
    counter.press("A", "Y")
    counter.press("8", "8", "X", "2")  # received, taken back, not applicable
    counter.press("7", "R", "Enter")
    counter.press("6", "6", "D")
    counter.press("4", "Q", "1")
    counter.press("1", "1", "W", "2")
    seen = {counter.state(no): chip(counter, no) for no in range(1, 9)}
    assert set(seen) == {
        "defective",
        "shared",
        "missing",
        "received",
        "asked",
        "deferred",
        "not_applicable",
    }
    counter.press("Ctrl+Z", "Ctrl+Z")
    seen["pending"] = chip(counter, 1)
    assert all(state.icon and state.word for state in seen.values())
    assert len({state.icon for state in seen.values()}) == len(seen)
    assert len({state.word for state in seen.values()}) == len(seen)
    assert chip(counter, 5, 5).word == "已核"


@pytest.mark.req("UX-21")
def test_all_leaves_the_comparison_to_the_eye(counter):
    counter.serve()
    counter.press("A")
    assert counter.row.no == 5
    assert chip(counter, 5, 5).word == "待核"
    assert not any(row.mark.compared for row in counter.rows)
    assert chip(counter, 5, 5).tone is Tone.NEUTRAL
    counter.press("Space")
    due = chip(counter, 5, 5)
    assert (due.icon, due.tone, counter.row.no) == ("file-search", Tone.WARN, 5)
    counter.press("Y")
    assert counter.rows[4].mark.compared
    assert counter.row.no == 8


@pytest.mark.req("UX-08")
def test_letters_and_digits_are_commands_and_nothing_is_ever_edited(counter):
    counter.serve()
    view = counter.page.serving.checklist.view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for key in ("1", "A", "Space"):
        counter.press(key)
        assert view.state() is QAbstractItemView.State.NoState


@pytest.mark.req("UX-09")
def test_a_scanners_burst_ticks_nothing_and_is_routed(counter, hand):
    from PySide6.QtTest import QTest

    counter.serve()
    scans = []
    counter.gate.scanned.connect(scans.append)
    view = counter.page.serving.checklist.view
    before = counter.visit
    for letter in "ZC3202140057":
        hand.move(0.005)
        QTest.keyClick(view, letter)
    hand.move(0.005)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert scans == ["ZC3202140057"]
    assert counter.visit == before


@pytest.mark.req("UX-10")
def test_a_digit_acts_once_nothing_follows_and_zero_begins_the_teens(counter, hand, hand_timer):
    from PySide6.QtTest import QTest

    counter.serve("1-8")
    view = counter.page.serving.checklist.view
    QTest.keyClick(view, "3")
    assert (counter.state(3), hand_timer.ms) == ("pending", 60)
    hand_timer.fire()
    assert (counter.state(3), counter.row.no) == ("received", 3)
    counter.press("0", "2")
    assert (counter.state(12), counter.row.no) == ("received", 12)
    assert counter.state(2) == "pending"
    counter.press("0", "9", "9")
    assert (counter.state(19), counter.state(9)) == ("received", "received")


def test_zero_is_forgotten_when_another_key_comes_between(counter):
    counter.serve("1-8")
    counter.press("0", "A", "3")
    assert (counter.state(13), counter.state(3)) == ("received", "pending")


def test_up_and_down_home_and_end_move_the_cursor(counter):
    counter.serve()
    for key, no in (("Down", 2), ("End", 8), ("Up", 7), ("Home", 1), ("Enter", 4)):
        counter.press(key)
        assert counter.row.no == no


def test_missing_asks_for_a_reason_first_and_esc_leaves_the_row_alone(counter):
    counter.serve()
    counter.press("Q")
    choices = counter.find("row_choices")
    assert choices.is_open
    assert counter.state(1) == "pending"
    counter.press("Esc")
    assert not choices.is_open
    assert counter.state(1) == "pending"
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view
    counter.press("Q", "3")
    assert (counter.state(1), counter.rows[0].mark.reason) == ("missing", "只有复印件，缺原件")


def test_the_ninth_answer_takes_the_clerks_own_words(counter):
    counter.serve()
    counter.press("W", "9")
    assert counter.shell.focusWidget().objectName() == "line_edit"
    counter.press("Enter")  # nothing said yet: refused in place
    assert counter.state(1) == "pending"
    counter.write("3 ye que 1 ye")
    counter.press("Enter")
    assert (counter.state(1), counter.rows[0].mark.reason) == ("defective", "3 ye que 1 ye")


def test_a_click_answers_like_its_digit(counter, qtbot):
    counter.serve()
    counter.press("Q")
    button = next(b for b in counter.find("row_choices").answers if b.key == "2")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.rows[0].mark.reason == "尚未办理"


def test_a_required_paper_cannot_be_left_out(counter):
    counter.serve()
    counter.press("X")
    assert not counter.find("row_choices").is_open
    assert counter.state(1) == "pending"
    assert "不能标为不适用" in counter.notes[-1]


@pytest.mark.req("UX-20")
def test_what_is_shared_starts_green_and_paper_needs_a_stored_reason(counter):
    counter.serve()
    counter.press("2")
    assert counter.state(2) == "shared"
    assert "不用交" in counter.notes[-1]
    counter.press("Down", "G")
    assert counter.find("row_choices").is_open
    counter.press("1")
    mark = counter.rows[1].mark
    assert (mark.state, mark.demanded, counter.row.no) == ("pending", True, 2)
    assert "共享调取失败" in (mark.reason, mark.demand_reason)
    counter.press("G")
    assert counter.state(2) == "shared"


@pytest.mark.req("UX-19")
def test_there_is_no_key_that_adds_a_required_paper(counter):
    counter.serve()
    before = [row.line for row in counter.rows]
    for command in COMMANDS:
        if command.page == "checklist" and len(command.key) == 1:
            counter.press(command.key, "Esc")
    assert [row.line for row in counter.rows if not row.line.voluntary] == before


@pytest.mark.req("UX-19")
def test_a_paper_offered_freely_is_marked_and_keeps_nothing_from_being_complete(counter):
    counter.serve()
    counter.press("A", "Y", "X", "2")
    assert not counter.page.serving.footer.links.buttons
    counter.press("V")
    counter.write("rong yu")
    counter.press("Enter")
    last = counter.rows[-1]
    assert (last.name, last.line.voluntary) == ("rong yu", True)
    counter.press("9")  # taken off the desk again
    assert counter.state(9) == "pending"
    assert not counter.page.serving.footer.links.buttons


def test_a_note_is_kept_and_can_be_wiped(counter):
    counter.serve()
    counter.press("B")
    counter.write("ok")
    counter.press("Enter")
    assert counter.rows[0].mark.note == "ok"
    assert "ok" in counter.page.serving.guidance.words
    counter.press("B", "Delete", "Enter")
    assert counter.rows[0].mark.note == ""


@pytest.mark.req("R059")
def test_the_department_is_asked_and_what_it_confirms_is_received(counter):
    counter.serve()
    counter.press("5", "5", "D")
    assert counter.state(5) == "asked"
    counter.press("D", "Enter")
    assert counter.state(5) == "asked"  # no name, no answer
    counter.write("li")
    counter.press("Enter")
    mark = counter.rows[4].mark
    assert (mark.state, mark.officer, mark.compared) == ("received", "li", True)


def test_the_department_may_also_say_no(counter):
    counter.serve()
    counter.press("D", "D")
    counter.write("li")
    counter.page.serving.checklist.drawer.answer.verdict.set_value(False)
    counter.press("Enter")
    assert counter.state(1) == "defective"


@pytest.mark.req("R101")
def test_scanning_adds_pages_to_the_row_under_the_cursor(counter):
    counter.serve()
    counter.press("S", "S")
    assert len(counter.rows[0].mark.pages) == 2
    assert counter.desk.devices["scanner"].pages == 2
    page = counter.desk.session.store.blobs.get(counter.rows[0].mark.pages[0])
    assert page is not None
    assert page.startswith(b"\x89PNG")


def test_without_a_camera_scanning_says_so(counter):
    counter.serve()
    counter.desk.devices.pop("scanner")
    counter.press("S")
    assert counter.notes[-1] == "没有配置高拍仪，可以先收纸质"


@pytest.mark.req("R111")
def test_guidance_follows_the_cursor(counter):
    counter.serve()
    counter.press("5", "5")
    words = counter.page.serving.guidance.words
    for told in ("产权证或租赁合同", "须盖章", "申请人自备", "不可容缺", "公共场所卫生管理条例"):
        assert told in words
    assert "示例" in words
    counter.press("Down", "Down")
    assert "可容缺，最长 10 个工作日" in counter.page.serving.guidance.words


def test_a_matter_without_a_list_is_taken_in_with_its_reason(counter):
    counter.serve("1-50")
    assert counter.find("row_choices").is_open
    assert counter.page.serving.checklist.empty.isVisible()
    counter.press("2")
    assert counter.visit.matters[0].no_list_reason == "按部门电话答复收取"
    empty = counter.page.serving.checklist.empty
    assert "按部门电话答复收取" in empty.sentence.full_text
    assert counter.shell.focusWidget() is empty
    counter.press("V")
    counter.write("sheet")
    counter.press("Enter")
    assert [row.name for row in counter.rows] == ["sheet"]


def batch(counter: Counter, count: int) -> None:
    counter.serve("1-49")
    people = tuple(resident(n) for n in range(2, count + 1))
    counter.page.set_visit(visits.add_applicants(counter.visit, people))


def test_a_batch_shows_who_of_how_many_and_goes_on_with_n(counter):
    batch(counter, 3)
    assert counter.find("batch_place").full_text == "1/3"
    counter.press("A", "Y")
    assert counter.find("footer_next_applicant").isVisible()
    assert counter.visit.applicants[1].person.name in counter.find("footer_state").state.word
    counter.press("N")
    assert (counter.visit.current, counter.row.no) == (1, 1)
    assert counter.find("batch_place").full_text == "2/3"
    counter.press("Ctrl+Z")
    assert counter.visit.current == 0


def test_one_paper_can_serve_the_whole_batch(counter):
    batch(counter, 3)
    counter.press("5", "U")
    assert "（共用）" in counter.page.serving.checklist.model.data(
        counter.page.serving.checklist.model.index(4, 1)
    )
    counter.press("N")
    assert counter.state(5) == "received"


def test_sharing_a_paper_makes_no_sense_for_one(counter):
    counter.serve()
    counter.press("U")
    assert counter.notes[-1] == "只有一位申请人，不用标记共用"


@pytest.mark.req("UX-16")
def test_a_tick_among_forty_rows_draws_one_row_again(counter, qtbot):
    counter.serve("1-40")
    model = counter.page.serving.checklist.model
    assert model.rowCount() == 40
    changed, resets = [], []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(1))
    counter.press("3")
    assert (changed, resets) == ([(2, 2)], [])
