"""One thing a key does, and where it listens; the tables are `keys` and what it gathers."""

from __future__ import annotations

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


class Scope(Enum):
    """Where a command listens."""

    WINDOW = "window"  # anywhere in the window while its page is shown
    PART = "part"  # focus inside the owner; the innermost owner wins (Esc, Enter, Ctrl+Enter)
    LIST = "list"  # focus on the owner itself, which takes no text


class Command(NamedTuple):
    """One thing a key does.

    Attributes:
        id: `page.act`; the page `shell` is in reach of all others.
        key: portable key text; `0-9` or `1-9` stands for the digits.
        text: what it does in a few words; marked, translated when shown.
        hint: whether the hint line shows it, or only the F1 overlay.
    """

    id: str
    key: str
    scope: Scope
    text: str
    hint: bool = False

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
