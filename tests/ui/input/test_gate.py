"""Scanner bursts and uncommitted pinyin, told from typing by a clock the test moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from zcdesk.ui.input import text_with_preedit
from zcdesk.ui.input.composing import plain_letters
from zcdesk.ui.input.scanner import Burst, is_scan_text

KEY = Qt.Key
CODE = "ZC3202140057"


@pytest.fixture
def page(shell, gate):
    made = shell.page("one")
    made.scans = []
    made.other = []
    gate.scanned.connect(made.scans.append)
    gate.garbled.connect(lambda: made.other.append("garbled"))
    gate.unended.connect(lambda: made.other.append("unended"))
    gate.held_back.connect(lambda: made.other.append("held back"))
    return made


@pytest.fixture
def burst(hand):
    """Send characters at a scanner's speed, then a key."""

    def send(text: str, end: Qt.Key | None = KEY.Key_Return, gap: float = 0.004) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)
            hand.move(gap)
        if end is not None:
            QTest.keyClick(QApplication.focusWidget(), end)

    return send


@pytest.fixture
def person(hand, hand_timer):
    """Type as a person does: the next key comes long after the hold time."""

    def type_(*keys: str | Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
            if hand_timer.is_running:
                hand_timer.fire()
            hand.move(0.2)

    return type_


def compose(preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.mark.req("UX-09")
@pytest.mark.parametrize("end", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab])
def test_a_burst_over_the_list_ticks_nothing_and_is_routed(page, burst, hand_timer, end) -> None:
    burst(CODE, end)
    assert page.scans == [CODE]
    assert page.did == []
    assert not hand_timer.is_running
    assert page.view.hasFocus()


@pytest.mark.req("UX-09")
def test_a_scan_comes_once_and_the_next_one_too(page, burst, hand) -> None:
    for _ in range(2):
        burst(CODE)
        hand.move(0.3)
    assert page.scans == [CODE, CODE]


@pytest.mark.req("UX-10")
def test_a_digit_waits_60_ms_for_a_burst_and_then_acts(page, hand_timer) -> None:
    QTest.keyClick(page.view, "3")
    assert page.did == []
    assert hand_timer.ms == 60
    hand_timer.fire()
    assert page.did == ["row 3"]


@pytest.mark.req("UX-10")
def test_keys_typed_apart_act_each_in_order(page, person) -> None:
    person("3", "7", "0", "5", "a")
    assert page.did == ["row 3", "row 7", "row 0", "row 5", "checklist.all"]
    assert page.scans == []


def test_two_fingers_almost_at_once_are_two_keys(page, burst, hand_timer) -> None:
    burst("37", end=None, gap=0.02)
    hand_timer.fire()
    assert page.did == ["row 3", "row 7"]


def test_a_short_burst_and_enter_is_no_scan(page, burst) -> None:
    burst("12345")
    assert page.scans == []
    assert page.did == ["row 1", "row 2", "row 3", "row 4", "row 5"]


def test_a_key_just_before_a_burst_acts_for_itself(page, burst, hand) -> None:
    QTest.keyClick(page.view, "2")
    hand.move(0.05)
    burst(CODE)
    assert page.did == ["row 2"]
    assert page.scans == [CODE]


def test_a_function_key_lets_waiting_digits_act_first(page, hand) -> None:
    QTest.keyClick(page.view, "2")
    hand.move(0.01)
    QTest.keyClick(page.view, KEY.Key_F9)
    assert page.did == ["row 2", "counter.finish"]


def test_space_acts_at_once(page, hand_timer) -> None:
    QTest.keyClick(page.view, " ")
    assert page.did == ["checklist.receive"]


def test_a_burst_without_an_end_is_said_and_ticks_nothing(page, burst, hand_timer) -> None:
    burst(CODE, end=None)
    hand_timer.fire()
    assert page.did == []
    assert page.other == ["unended"]


def test_a_burst_is_taken_out_of_a_field(page, burst, hand) -> None:
    page.name.edit.setFocus()
    page.name.set_text("张敏")
    page.name.edit.setCursorPosition(1)
    hand.move(1)
    burst(CODE)
    assert page.scans == [CODE]
    assert page.name.text() == "张敏"
    assert page.name.edit.cursorPosition() == 1


def test_a_burst_is_taken_out_of_a_note(shell, page, burst, hand) -> None:
    note = QPlainTextEdit(page)
    note.setPlainText("备注")
    note.show()
    note.setFocus()
    burst(CODE)
    assert (note.toPlainText(), page.scans) == ("备注", [CODE])


def test_typing_in_a_field_shows_at_once(page, hand) -> None:
    page.name.edit.setFocus()
    for letter in "ABCDEFG1":
        QTest.keyClick(page.name.edit, letter)
        assert page.name.text().endswith(letter)
        hand.move(0.2)
    QTest.keyClick(page.name.edit, KEY.Key_Return)
    assert page.scans == []
    assert page.name.text() == "ABCDEFG1"


def test_typed_characters_and_enter_are_no_scan(page, person) -> None:
    page.name.edit.setFocus()
    person(*"110101199003070074", KEY.Key_Return)
    assert page.scans == []
    assert page.name.text() == "110101199003070074"


@pytest.mark.req("UX-09")
def test_full_width_characters_are_said_and_not_routed(page, hand) -> None:
    page.name.edit.setFocus()
    for letter in "ＺＣ３２０２１４":
        compose("", letter)
        hand.move(0.004)
    QTest.keyClick(page.name.edit, KEY.Key_Return)
    assert page.other == ["garbled"]
    assert page.scans == []
    assert page.name.text() == ""


def test_a_scan_swallowed_by_the_input_method_is_said(page, hand) -> None:
    page.name.edit.setFocus()
    page.name.set_text("张敏")
    for end in range(1, 9):
        compose("zcabcdef"[:end])
        hand.move(0.004)
    compose("", "zcabcdef")
    QCoreApplication.processEvents()
    assert page.other == ["garbled"]
    assert page.name.text() == "张敏"


@pytest.mark.req("UX-43")
def test_while_locked_scans_and_keys_are_dropped(page, gate, burst, person) -> None:
    gate.is_open = False
    burst(CODE)
    person("3")
    assert page.scans == []
    assert page.did == []


COMMANDS = [KEY.Key_F2, KEY.Key_F9, KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape]


@pytest.mark.req("UX-05")
@pytest.mark.parametrize("key", COMMANDS)
def test_no_command_runs_over_uncommitted_pinyin(page, key) -> None:
    page.name.edit.setFocus()
    returns = []
    page.name.edit.returnPressed.connect(lambda: returns.append(1))
    compose("ni'hao")
    QTest.keyClick(page.name.edit, key)
    assert page.did == []
    assert returns == []
    assert page.other == ["held back"]
    compose("", "你好")
    assert page.name.text() == "你好"
    page.other.clear()
    QTest.keyClick(page.name.edit, key)
    assert page.other == []
    assert page.did or returns


def test_what_is_being_composed_can_be_searched_for(page, gate) -> None:
    page.name.edit.setFocus()
    page.name.set_text("许可")
    page.name.edit.setCursorPosition(0)
    seen: list[str] = []
    gate.composing.changed.connect(seen.append)
    compose("chu'ban'wu")
    assert page.name.text() == "许可"
    assert gate.composing.preedit == "chu'ban'wu"
    assert text_with_preedit(page.name.edit, gate.composing.letters) == "chubanwu许可"
    compose("", "出版物")
    assert seen == ["chubanwu", ""]


def test_leaving_the_field_ends_composing(page, gate) -> None:
    page.name.edit.setFocus()
    compose("ni")
    page.view.setFocus()
    assert gate.composing.preedit == ""


def test_apostrophes_and_blanks_are_no_letters() -> None:
    assert plain_letters("chu'ban wu") == "chubanwu"


@pytest.mark.parametrize(
    ("text", "good"), [(CODE, True), ("", False), ("ＺＣ３２", False), ("收件32", False)]
)
def test_a_scan_is_printable_ascii(text: str, good: bool) -> None:
    assert is_scan_text(text) is good


@pytest.mark.parametrize(("gap", "scanned"), [(0.034, True), (0.036, False)])
def test_the_limit_between_keys_is_35_ms(gap: float, scanned: bool) -> None:
    burst, at = Burst(), 0.0
    for letter in CODE:
        burst.add(letter, at)
        at += gap
    assert (burst.finish(at) is not None) is scanned


def test_an_enter_long_after_is_no_end() -> None:
    burst = Burst()
    for place, letter in enumerate(CODE):
        burst.add(letter, place * 0.01)
    assert burst.finish(5.0) is None


@pytest.fixture
def pad(page, gate):
    """A rating pad of digits with Enter, and of two keys no clerk has."""
    gate.rating_keys = lambda: ("1", "5", "F13", "F24")
    gate.rated.connect(lambda key: page.other.append(f"rated {key}"))
    return page


@pytest.mark.req("R094", "UX-47")
@pytest.mark.parametrize("end", [KEY.Key_Return, KEY.Key_Enter])
def test_a_rating_pad_s_key_reaches_nothing_else(pad, burst, hand, hand_timer, end) -> None:
    burst("1", end)
    assert (pad.other, pad.did, pad.scans) == (["rated 1"], [], [])
    assert not hand_timer.is_running
    pad.name.edit.setFocus()
    pad.name.set_text("王")
    hand.move(1)
    burst("5", end)
    assert pad.name.text() == "王"
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_F24)
    assert pad.name.text() == "王"
    assert pad.other == ["rated 1", "rated 5", "rated F24"]


@pytest.mark.req("UX-47")
def test_a_clerk_s_digit_and_enter_rate_nothing(pad, person, burst, hand) -> None:
    person("1", KEY.Key_Return)
    hand.move(1)
    person("5")
    hand.move(1)
    burst("2")
    burst(CODE)
    assert not any(said.startswith("rated") for said in pad.other)
    assert pad.scans == [CODE]


def test_without_such_a_pad_its_keys_are_what_they_always_were(page, burst, gate) -> None:
    rated = []
    gate.rated.connect(rated.append)
    burst("1")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_F13)
    assert rated == []
    assert page.did
