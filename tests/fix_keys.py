"""Keys as a person names them, and how many it took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

_KEYS = {
    "Enter": "Return",
    "Space": "Space",
}


def key_of(name: str) -> tuple[Any, Any]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence

    pressed = QKeySequence(_KEYS.get(name, name))[0]
    return Qt.Key(pressed.key()), pressed.keyboardModifiers()


class KeyCounter:
    """Counts keys and clicks at the focus: no repeats, no modifiers alone.

    Each press is offered to the focus once before anything else, also when it becomes a shortcut
    and never arrives as a press; so the offer is what is counted.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import QEvent, QObject, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication, QWidget

        alone = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
        counter = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if not isinstance(watched, QWidget):
                    return False
                focus = QApplication.focusWidget()
                at_focus = watched is focus if focus is not None else watched.isWindow()
                kind = event.type()
                if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                    single = event.key() not in alone and not event.isAutoRepeat()
                    counter.keys += at_focus and single
                elif kind == QEvent.Type.KeyPress and at_focus and not event.spontaneous():
                    counter.keys -= 1  # a key held back for 60 ms is offered again
                elif kind == QEvent.Type.MouseButtonPress and event.spontaneous():
                    counter.clicks += 1
                return False

        self.keys = 0
        self.clicks = 0
        self.filter = Filter()

    def reset(self) -> None:
        self.keys = self.clicks = 0


@pytest.fixture
def keys(qapp: Any) -> Iterator[KeyCounter]:
    """Count the clerk's keys and clicks (UX-01)."""
    counter = KeyCounter()
    qapp.installEventFilter(counter.filter)
    yield counter
    qapp.removeEventFilter(counter.filter)
