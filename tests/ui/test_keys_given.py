"""A station gives commands other keys: what may be, what is refused in words, and that they act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zcdesk.errors import Invalid
from zcdesk.settings import Settings
from zcdesk.ui import key_command, keys, keys_given, poster, theme
from zcdesk.ui.key_command import Scope
from zcdesk.ui.keys import BY_ID, CAPS, COMMANDS
from zcdesk.ui.keys_given import may_change, sound, with_key
from zcdesk.ui.settings_page import SettingsPage
from zcdesk.ui.texts import message
from zcdesk.ui.widgets.button import Button

FINISH, CALL = BY_ID["counter.finish"], BY_ID["counter.call_next"]
NOTICE, ALL = BY_ID["counter.notice"], BY_ID["checklist.all"]

NO_MATTER = "MAT-04"


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    """Every command its own key again."""
    yield
    key_command.give({})


@pytest.mark.parametrize(
    ("name", "key", "code"),
    [
        ("shell.help", "F7", "KEY-01"),
        ("check.print", "P", "KEY-01"),
        ("checklist.receive", "P", "KEY-01"),
        ("search.pick", "P", "KEY-01"),
        ("counter.finish", "F10", "KEY-02"),
        ("counter.finish", "F12", "KEY-02"),
        ("counter.finish", "Ctrl+Space", "KEY-02"),
        ("counter.finish", "Ctrl+Shift+F", "KEY-02"),
        ("counter.finish", "Alt+3", "KEY-02"),
        ("counter.finish", "F8", "KEY-03"),
        ("counter.finish", "F1", "KEY-04"),
        ("counter.finish", "Ctrl+L", "KEY-03"),
        ("counter.finish", "A", "KEY-04"),
        ("counter.finish", "Return", "KEY-04"),
        ("counter.finish", "Ctrl+V", "KEY-05"),
        ("checklist.all", "Q", "KEY-03"),
        ("checklist.all", "F9", "KEY-06"),
        ("checklist.all", "1", "KEY-06"),
    ],
)
def test_what_cannot_be_is_refused_in_words(name: str, key: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        with_key({}, BY_ID[name], key)
    assert refused.value.code == code
    said = message(code, **refused.value.fields)
    assert said.text
    assert "…" not in said.text


def test_a_key_of_the_window_moves_everywhere_and_a_letter_alone() -> None:
    key_command.give(with_key(with_key({}, FINISH, "Ctrl+J"), ALL, "T"))
    assert {c.key for c in COMMANDS if c.own == "F9" and c.scope is Scope.WINDOW} == {"Ctrl+J"}
    assert [c.id for c in COMMANDS if c.own == "A" and c.key != "A"] == ["checklist.all"]
    assert keys.problems() == ()
    assert (CAPS["F9"], CAPS["checklist.all"], CAPS["⇧F2 4"]) == ("Ctrl+J", "T", "⇧F2 4")


def test_two_keys_are_exchanged_over_a_third_and_stay_so() -> None:
    changes = with_key({}, FINISH, "Shift+F9")
    changes = with_key(changes, NOTICE, "F9")
    changes = with_key(changes, FINISH, "F8")
    assert changes == {"F8": "F9", "F9": "F8"}
    assert sound(changes) == changes


def test_a_key_that_a_list_elsewhere_needs_is_not_given() -> None:
    with pytest.raises(Invalid, match="KEY-03"):
        with_key(with_key({}, CALL, "Ctrl+J"), FINISH, "F2")  # F2 edits a row of the catalogue


def test_a_way_back_that_is_taken_is_refused() -> None:
    changes = with_key(with_key({}, FINISH, "Ctrl+J"), CALL, "F9")
    with pytest.raises(Invalid, match="KEY-03"):
        with_key(changes, FINISH, "F9")


offered = st.sampled_from(["F2", "F3", "F8", "F9", "Shift+F9", "Ctrl+J", "F10", "Ctrl+L", "A", "T"])


@given(st.lists(st.tuples(st.sampled_from(COMMANDS), offered), max_size=8))
def test_whatever_is_tried_no_key_means_two_things(tries) -> None:
    changes: dict[str, str] = {}
    for command, key in tries:
        try:
            changes = with_key(changes, command, key)
        except Invalid:
            continue
    assert sound(changes) == changes
    key_command.give(changes)
    assert keys.problems() == ()
    assert all(command.key == command.own for command in COMMANDS if not may_change(command))


@given(st.dictionaries(st.sampled_from(["F9", "F2", "checklist.all", "gone", "F1"]), offered))
def test_of_a_file_written_by_hand_only_the_sound_stands(changes: dict[str, str]) -> None:
    key_command.give(sound(changes))
    assert keys.problems() == ()


def test_the_new_key_acts_and_is_shown_the_old_one_rests(shell) -> None:
    page = shell.page("one")
    shell.keys.give({"F2": "Ctrl+N", "checklist.all": "T"})
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    QTest.keyClick(page.view, Qt.Key.Key_A)
    assert page.did == []
    QTest.keyClick(page.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_T)
    assert page.did == ["counter.call_next", "checklist.all"]
    caps = [cap for cap, _ in shell.hint_line.hints]
    assert {"Ctrl+N", "T"} <= set(caps)
    assert not {"F2", "A"} & set(caps)
    listed = {command.id: command.cap for command in shell.open_help().commands}
    assert (listed["counter.call_next"], listed["checklist.all"]) == ("Ctrl+N", "T")


def test_buttons_sentences_and_the_poster_speak_of_the_new_key(qapp) -> None:
    theme.prepare(qapp)
    call, more = Button("下一位", key="F2"), Button("全收", key="checklist.all")
    assert "按 F6 添加" in message(NO_MATTER).text
    narrow = call.sizeHint().width()
    key_command.give({"F2": "Ctrl+N", "F6": "F3", "F3": "F6", "checklist.all": "T"})
    assert (call.key, more.key) == ("Ctrl+N", "T")
    assert call.sizeHint().width() > narrow
    assert "按 F3 添加" in message(NO_MATTER).text
    caps = {line.command.id: line.command.cap for line in poster.lines() if line.command}
    assert caps["counter.call_next"] == "Ctrl+N"


@pytest.fixture
def part(page_desk, show):
    page_desk.settings = Settings(window="3")
    page = SettingsPage(page_desk)
    page.desk = page_desk
    show(page)
    page.activate()
    page.strip.set_value("keys")
    part = page.parts["keys"]
    part.page = page
    return part


def _go_to(part, name: str) -> None:
    part.view.set_current(part.view.rows_model.place(name))
    part.view.setFocus()


def test_a_key_is_changed_by_keys_alone_and_kept(part, press) -> None:
    _go_to(part, "counter.call_next")
    press("Enter")
    assert part.listener.isVisible()
    press("F10")
    assert "F10" in part.said.full_text
    assert part._desk.settings.keys == {}
    press("Enter", "F8")
    assert "一次性告知书" in part.said.full_text
    press("Enter", "Ctrl+N")
    assert part._desk.settings.keys == {"F2": "Ctrl+N"}
    assert "Ctrl+N" in part.said.full_text
    assert part.view.current.cap == "Ctrl+N"
    press("Del")
    assert part._desk.settings.keys == {}
    assert part.view.current.cap == "F2"


def test_esc_changes_nothing_and_a_fixed_key_says_why(part, press) -> None:
    _go_to(part, "checklist.all")
    press("Enter", "Esc")
    assert not part.listener.isVisible()
    assert part._desk.settings.keys == {}
    _go_to(part, "shell.help")
    press("Enter")
    assert not part.listener.isVisible()
    assert "F1" in part.said.full_text


def test_all_go_back_at_once(part, press) -> None:
    _go_to(part, "checklist.all")
    press("Enter", "t")
    assert part._desk.settings.keys == {"checklist.all": "T"}
    part.reset_button.click()
    assert part._desk.settings.keys == {}
    assert key_command.given() == {}
    assert not part.reset_button.isEnabled()


def test_a_change_that_clashes_with_a_key_nobody_moved_is_left_out_alone() -> None:
    assert sound({"F9": "Ctrl+J", "F2": "F8", "x": "F7"}) == {"F9": "Ctrl+J"}


def test_no_button_of_the_desk_has_a_letter_of_its_own() -> None:
    """A letter may be changed: a button names its command and is asked for the key it has."""
    folder = Path(keys_given.__file__).parent
    literal = re.compile(r'key="[A-Z]"|Button\([^)]*, "[A-Z]"[,)]')
    found = [
        f"{path.name}: {line.strip()}"
        for path in folder.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if literal.search(line)
    ]
    assert found == []
