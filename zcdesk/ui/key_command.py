"""One thing a key does, and where it listens; the tables are `keys` and what it gathers.

A station may give some things other keys (`keys_given`). Whoever asks a command for its key, or for
the cap of one, is told the key it has here and now.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_CAPS = {
    "Space": QT_TRANSLATE_NOOP("keys", "空格"),
    "Return": "Enter",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+PgDown": "Ctrl+PgDn",
    "PgDown": "PgDn",
    "Left": "←",
    "Right": "→",
    "Ctrl+Up": "Ctrl+↑",
    "Ctrl+Down": "Ctrl+↓",
}


_given: dict[str, str] = {}
"""What this station gave another key: `Command.slot` → that key."""

_SHORT_SHIFT = "⇧"


class Scope(Enum):
    """Where a command listens."""

    WINDOW = "window"  # anywhere in the window while its page is shown
    PART = "part"  # focus inside the owner; the innermost owner wins (Esc, Enter, Ctrl+Enter)
    LIST = "list"  # focus on the owner itself, which takes no text


class Command(NamedTuple):
    """One thing a key does.

    Attributes:
        id: `page.act`; the page `shell` is in reach of all others.
        own: the key it has by itself, portable; `0-9` or `1-9` stands for the digits.
        text: what it does in a few words; marked, translated when shown.
        hint: whether the hint line shows it, or only the F1 overlay.
    """

    id: str
    own: str
    scope: Scope
    text: str
    hint: bool = False

    @property
    def slot(self) -> str:
        """What another key is kept under: a window key moves everywhere at once, a letter alone."""
        return self.own if self.scope is Scope.WINDOW else self.id

    @property
    def key(self) -> str:
        """The key it has here, portable."""
        return _given.get(self.slot, self.own)

    @property
    def is_range(self) -> bool:
        """Whether the key stands for several digits."""
        return "-" in self.key[1:]

    @property
    def page(self) -> str:
        """The screen the command belongs to."""
        return self.id.partition(".")[0]

    @property
    def words(self) -> str:
        """What it does, in the language of the program."""
        return words("keys", self.text)

    @property
    def cap(self) -> str:
        """The key as printed on a key cap."""
        return words("keys", _CAPS.get(self.key, self.key))


def give(changes: Mapping[str, str]) -> None:
    """Let this program's commands have these keys, by `Command.slot`, and all others their own."""
    _given.clear()
    _given.update(changes)


def given() -> dict[str, str]:
    """Return what `give` was told."""
    return dict(_given)


def window_cap(cap: str) -> str:
    """Return what stands on the key that does here what `cap` does by itself: `F9`, `⇧F2 4`."""
    key, blank, rest = cap.partition(" ")
    now = _given.get(key.replace(_SHORT_SHIFT, "Shift+"))
    return cap if now is None else now.replace("Shift+", _SHORT_SHIFT) + blank + rest
