"""The table of keys is free of clashes, and the check that says so can fail."""

from __future__ import annotations

import pytest

from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.keys import COMMANDS, is_reserved, problems


@pytest.mark.req("UX-03")
def test_the_table_has_no_problem() -> None:
    assert problems() == ()
    assert len(COMMANDS) > 40


@pytest.mark.parametrize(
    ("key", "scope", "words"),
    [
        ("F10", Scope.WINDOW, "reserved"),
        ("F12", Scope.WINDOW, "reserved"),
        ("Ctrl+Space", Scope.WINDOW, "reserved"),
        ("Ctrl+Shift+F", Scope.WINDOW, "reserved"),
        ("Ctrl+Alt+B", Scope.WINDOW, "reserved"),
        ("Alt+3", Scope.WINDOW, "reserved"),
        ("Ctrl+5", Scope.WINDOW, "reserved"),
        ("Ctrl+K, Ctrl+C", Scope.WINDOW, "chord"),
        ("Return", Scope.WINDOW, "whole window"),
        ("A", Scope.WINDOW, "whole window"),
        ("0-9", Scope.WINDOW, "whole window"),
        ("F1", Scope.WINDOW, "twice"),
        ("F2", Scope.WINDOW, "twice"),
    ],
)
def test_the_check_finds_what_is_wrong(key: str, scope: Scope, words: str) -> None:
    added = Command("counter.extra", key, scope, "多余")
    assert any(words in found for found in problems((*COMMANDS, added)))


def test_two_commands_of_one_name_are_found() -> None:
    assert any("twice" in found for found in problems((*COMMANDS, COMMANDS[0])))


@pytest.mark.parametrize("key", ["F2", "Shift+F3", "Ctrl+PgDown", "Ctrl+L", "Space", "A"])
def test_ordinary_keys_are_free(key: str) -> None:
    assert not is_reserved(key)


def test_caps_are_words_of_the_keyboard() -> None:
    caps = {command.id: command.cap for command in COMMANDS}
    assert caps["checklist.receive"] == "空格"
    assert caps["check.print"] == "Enter"
    assert (caps["figures.earlier"], caps["figures.later"]) == ("←", "→")
