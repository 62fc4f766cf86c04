"""Which keys a station may give its commands, and what stands against the others, in words.

A key of the window means one thing on every page (F9 finishes everywhere), so it moves everywhere
at once; a letter moves alone, inside its list. Enter, Space, Esc, digits and arrows stay: they act
where the focus is. F1 stays too: it is how all the others are found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from zcdesk.errors import Invalid
from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.keys import COMMANDS, is_reserved

_WINDOW_KEY = re.compile(r"(Shift\+)?F([2-9]|11)|Ctrl\+[A-Z]")
_LETTER = re.compile(r"[A-Z]")
_HELP = "F1"

_OF_TEXT_FIELDS = frozenset(f"Ctrl+{letter}" for letter in "ACVXY")
"""Taken away, nobody could copy a number any more; one that has such a key itself keeps it."""


def may_change(command: Command) -> bool:
    """Tell whether a command may have another key here."""
    if command.scope is Scope.WINDOW:
        return command.own != _HELP
    return _LETTER.fullmatch(command.own) is not None


def with_key(changes: Mapping[str, str], command: Command, key: str) -> dict[str, str]:
    """Return `changes` with another key for a command; its own key takes the change back.

    Args:
        key: portable, `Shift+F8`, `Ctrl+K`, `A`.

    Raises:
        Invalid: KEY-01 it keeps its key; KEY-02 the key is the system's or an input method's;
            KEY-03 something else has it, `what`; KEY-04 no key of this kind; KEY-05 text fields
            need it.
    """
    made = {slot: given for slot, given in changes.items() if slot != command.slot}
    if key != command.own:
        made[command.slot] = key
    _check(made, command, key)
    return made


def sound(changes: Mapping[str, str]) -> dict[str, str]:
    """Return what of a file's changes may stand: one somebody wrote by hand may clash."""
    kept = {slot: key for slot, key in changes.items() if slot in _SLOTS}
    while wrong := next((slot for slot in kept if _clashes(kept, slot)), None):
        del kept[wrong]  # which another may have relied on: all are looked at again
    return kept


def _clashes(changes: Mapping[str, str], slot: str) -> bool:
    try:
        _check(changes, _SLOTS[slot], changes[slot])
    except Invalid:
        return True
    return False


def _check(changes: Mapping[str, str], command: Command, key: str) -> None:
    if not may_change(command):
        raise Invalid("KEY-01", "key", key=command.cap)
    if is_reserved(key):
        raise Invalid("KEY-02", "key", key=key)
    is_window = command.scope is Scope.WINDOW
    if key != command.own:
        if not (_WINDOW_KEY if is_window else _LETTER).fullmatch(key):
            raise Invalid("KEY-04" if is_window else "KEY-06", "key", key=key)
        if key in _OF_TEXT_FIELDS:
            raise Invalid("KEY-05", "key", key=key)
    for other in COMMANDS:
        if other.slot == command.slot or changes.get(other.slot, other.own) != key:
            continue
        is_near = other.page in (command.page, "shell")
        everywhere = is_window and (other.scope is Scope.WINDOW or key != command.own)
        if is_near or everywhere:
            raise Invalid("KEY-03", "key", key=key, what=other.words)


_SLOTS = {command.slot: command for command in COMMANDS if may_change(command)}
