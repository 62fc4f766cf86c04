"""Commands act where they should, once per press, and never by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zcdesk.ui.bindings import Keys, shortcut_problems

KEY = Qt.Key


@pytest.fixture
def page(shell):
    return shell.page("one")


def held(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Let a key repeat by itself, as when it is held down."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, True)
        QCoreApplication.sendEvent(widget, event)


@pytest.mark.req("UX-03", "UX-04")
def test_no_shortcut_of_the_window_clashes_or_repeats(shell) -> None:
    shortcuts = shell.findChildren(QShortcut)
    assert len(shortcuts) > 8
    assert shortcut_problems(shell) == ()
    assert not any(shortcut.autoRepeat() for shortcut in shortcuts)


@pytest.mark.parametrize(
    ("key", "words"), [("F2", "owners"), ("Ctrl+5", "reserved"), ("Ctrl+K, C", "chord")]
)
def test_a_stray_shortcut_is_found(shell, key: str, words: str) -> None:
    QShortcut(QKeySequence(key), shell.page("one")).setAutoRepeat(False)
    assert any(words in found for found in shortcut_problems(shell))


def test_a_stray_action_that_repeats_is_found(shell) -> None:
    action = QAction("打印", shell)
    action.setShortcut(QKeySequence("Ctrl+M"))
    assert shortcut_problems(shell) == ("Ctrl+M repeats",)


@pytest.mark.req("UX-04")
def test_a_held_key_acts_once(shell, page) -> None:
    QTest.keyClick(page.view, KEY.Key_F2)
    QTest.keyClick(page.view, KEY.Key_A)
    for _ in range(5):
        held(page.view, KEY.Key_F2)
        held(page.view, KEY.Key_A, "a")
    assert page.did == ["counter.call_next", "checklist.all"]


def test_window_commands_act_wherever_the_focus_is(shell, page) -> None:
    page.name.edit.setFocus()
    QTest.keyClick(page.name.edit, KEY.Key_F9)
    assert page.did == ["counter.finish"]


def test_letters_are_commands_only_in_their_list(shell, page) -> None:
    page.name.edit.setFocus()
    QTest.keyClicks(page.name.edit, "a1 ")
    assert page.did == []
    assert page.name.text() == "a1 "
    page.view.setFocus()
    QTest.keyClicks(page.view, "a1 ")
    assert page.did == ["checklist.all", "row 1", "checklist.receive"]


def test_keypad_digits_and_capitals_count_too(shell, page) -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(page.view, KEY.Key_7, keypad)
    QTest.keyClick(page.view, KEY.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert page.did == ["row 7", "checklist.all"]


def test_ctrl_and_a_letter_is_not_the_letter(shell, page) -> None:
    QTest.keyClick(page.view, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.did == []


def test_pages_behind_hear_nothing(shell) -> None:
    shell.show_page("two")
    QTest.keyClick(shell.page("two"), KEY.Key_F9)
    QTest.keyClick(shell.page("two"), KEY.Key_F2)
    assert shell.page("two").did == ["page.primary"]
    assert shell.page("one").did == []


def test_a_command_switched_off_does_nothing_and_is_not_listed(shell, page) -> None:
    page.back.set_enabled(False)
    QTest.keyClick(page.view, KEY.Key_Escape)
    assert page.did == []
    assert "counter.back" not in [command.id for command in shell.keys.active()]


@pytest.fixture
def parts(dressed):
    """An editor inside a page; both hear Esc and Enter."""
    keys, page, editor = Keys(), QWidget(), QWidget()
    page.did = []
    inner = QVBoxLayout(editor)
    page.field = QLineEdit()
    page.other = QLineEdit()
    inner.addWidget(page.field)
    outer = QVBoxLayout(page)
    outer.addWidget(editor)
    outer.addWidget(page.other)
    keys.bind("editor.cancel", editor, lambda: page.did.append("editor"))
    keys.bind("counter.back", page, lambda: page.did.append("page"))
    keys.bind("editor.save", editor, lambda: page.did.append("saved"))
    page.keys = keys
    return dressed(page)


def test_the_innermost_part_gets_esc(parts) -> None:
    parts.field.setFocus()
    QTest.keyClick(parts.field, KEY.Key_Escape)
    assert [c.id for c in parts.keys.active()] == ["editor.save", "editor.cancel"]
    parts.other.setFocus()
    QTest.keyClick(parts.other, KEY.Key_Escape)
    assert [c.id for c in parts.keys.active()] == ["counter.back"]
    assert parts.did == ["editor", "page"]


def test_both_enter_keys_save_with_ctrl(parts) -> None:
    parts.field.setFocus()
    for key in (KEY.Key_Return, KEY.Key_Enter):
        QTest.keyClick(parts.field, key, Qt.KeyboardModifier.ControlModifier)
    assert parts.did == ["saved", "saved"]


def test_a_slot_may_let_the_key_go_on(dressed) -> None:
    keys, window = Keys(), QWidget()
    field = QLineEdit(window)
    keys.bind("search.pick", field, lambda digit: False if digit == 3 else None)
    dressed(window)
    field.setFocus()
    QTest.keyClicks(field, "1325")
    assert field.text() == "3"
