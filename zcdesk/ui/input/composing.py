"""Knows what the Chinese input method is composing.

Qt sends no text signal before the text is committed, so a search box asks here for the letters
typed so far; and no command may run while they stand, or they would be missing from the data.
Nor may the input method be asked to commit: fcitx5 then throws the letters away (tried).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class Composing(QObject):
    """The uncommitted text of the focused field.

    Signals:
        changed(str): the uncommitted text, apostrophes removed; empty after commit.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""

    @property
    def preedit(self) -> str:
        """The uncommitted text as the input method shows it."""
        return self._preedit

    @property
    def letters(self) -> str:
        """The uncommitted text without the marks between syllables."""
        return plain_letters(self._preedit)

    def see(self, event: QEvent) -> None:
        """Read an event on its way to a widget."""
        if isinstance(event, QInputMethodEvent):
            self._set(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._set("")

    def _set(self, preedit: str) -> None:
        if preedit != self._preedit:
            self._preedit = preedit
            self.changed.emit(self.letters)


def plain_letters(preedit: str) -> str:
    """Return a preedit without the apostrophes and blanks between syllables."""
    return preedit.replace("'", "").replace("’", "").replace(" ", "")


def text_with_preedit(field: QLineEdit, letters: str) -> str:
    """Return what a search box should search for: its text with the letters at the cursor."""
    text, at = field.text(), field.cursorPosition()
    return text[:at] + letters + text[at:]
