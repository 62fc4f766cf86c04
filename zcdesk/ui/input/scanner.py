"""Tells a scanner's burst from a person's typing, by the time between keys.

Pure bookkeeping over (character, time) pairs; it knows no widget. A burst is at least 6
characters, each at most 35 ms after the one before, ended by Enter or Tab at the same speed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer

MIN_CHARACTERS = 6
GAP_S = 0.035
HOLD_MS = 60


class Timer(Protocol):
    """A single-shot timer; tests fire it themselves."""

    def start(self, ms: int, due: Callable[[], None]) -> None:
        """Call `due` once after `ms`, forgetting an earlier order."""

    def stop(self) -> None:
        """Forget the order."""


class QtTimer:
    """The timer of the running program."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._due: Callable[[], None] | None = None

    def start(self, ms: int, due: Callable[[], None]) -> None:
        """Call `due` once after `ms`."""
        self._due = due
        self._timer.start(ms)

    def stop(self) -> None:
        """Forget the order."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._due is not None:
            self._due()


class Scan(NamedTuple):
    """A finished burst: what was read, and whether the input method garbled it."""

    text: str
    is_garbled: bool


class Burst:
    """Characters that came at a scanner's speed so far."""

    def __init__(self) -> None:
        self._characters: list[str] = []
        self._last = float("-inf")
        self._composed = 0

    @property
    def length(self) -> int:
        """Number of characters and input method steps."""
        return len(self._characters) + self._composed

    @property
    def is_sure(self) -> bool:
        """Whether nobody types like this."""
        return self.length >= MIN_CHARACTERS

    def follows(self, at: float) -> bool:
        """Tell whether a key at `at` (seconds) belongs to what came before."""
        return self.length > 0 and at - self._last <= GAP_S

    def add(self, text: str, at: float) -> None:
        """Take one key's text, or a text the input method committed."""
        if not self.follows(at):
            self.clear()
        self._characters.append(text)
        self._last = at

    def compose(self, at: float) -> None:
        """Count a step of the input method that gave no text yet."""
        if not self.follows(at):
            self.clear()
        self._composed += 1
        self._last = at

    def single(self, at: float) -> str:
        """Return the one character that a key at `at` follows as no hand can; '' otherwise."""
        return self._characters[0] if self.length == 1 and self.follows(at) else ""

    def finish(self, at: float) -> Scan | None:
        """Return the scan an Enter or Tab at `at` ends, None if it was typing; begin anew."""
        text = "".join(self._characters)
        ended = self.is_sure and self.follows(at)
        scan = Scan(text, not is_scan_text(text)) if ended else None
        self.clear()
        return scan

    def clear(self) -> None:
        """Begin anew."""
        self._characters = []
        self._composed = 0
        self._last = float("-inf")


def is_scan_text(text: str) -> bool:
    """Tell whether a scanner can have sent this: printable ASCII."""
    return bool(text) and all(" " <= char <= "~" for char in text)
