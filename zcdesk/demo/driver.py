"""A pair of hands: presses keys in the real window, counts them, waits until all is quiet.

Nothing here calls a page or an operation to change anything: what a clerk could not do with keys,
a card, a scan or the printer's paper, the driver cannot do either.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.ui.jobs import Jobs

PATIENCE_S = 60.0
"""How long a script waits before it is stuck; only a failing day waits so long."""
TURN_S = 0.5
"""A turn counts no longer than this: a PC that slept or stood still has not waited."""
BUSY_S = 0.02
"""A window that took longer over its events was painting, not quiet."""
NAP_S = 0.001
"""Between two looks, so that the lanes get on with their work."""
HELD_S = 0.08
"""A letter in a list acts 60 ms late, because it might begin a scanner's burst."""
_PRESS = Qt.KeyboardModifier.NoModifier

KEYS = {
    "Enter": (Qt.Key.Key_Return, _PRESS),
    "Esc": (Qt.Key.Key_Escape, _PRESS),
    "Tab": (Qt.Key.Key_Tab, _PRESS),
    "Space": (Qt.Key.Key_Space, _PRESS),
    "Down": (Qt.Key.Key_Down, _PRESS),
    "Up": (Qt.Key.Key_Up, _PRESS),
    "Right": (Qt.Key.Key_Right, _PRESS),
    "Home": (Qt.Key.Key_Home, _PRESS),
    "End": (Qt.Key.Key_End, _PRESS),
    "Shift+F2": (Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier),
    "Shift+F3": (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier),
    "Ctrl+Z": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+PgDown": (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+PgUp": (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+V": (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+P": (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+L": (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+Enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    **{f"F{n}": (Qt.Key(Qt.Key.Key_F1 + n - 1), _PRESS) for n in range(1, 12)},
}


class _Asked:
    """A question to a device that nobody waits for."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def __call__(self) -> object:
        return self._function()


class CountingJobs(Jobs):
    """The real lanes, which also know how many jobs are still under way."""

    def __init__(self, fallback: Any) -> None:
        super().__init__(fallback)
        self.pending = 0

    def run(self, lane: str, function: Any, **how: Any) -> None:
        """Run a job and count it until its answer was delivered.

        What a device is asked again and again is never over and not counted; printing is.
        """
        if lane.startswith("device:") and "printer" not in lane:
            function = _Asked(function)
        else:
            self.pending += 1
        super().run(lane, function, **how)

    def _on_settled(self) -> None:
        while self._results:
            order, result, error = self._results.popleft()
            self.pending -= not isinstance(order.function, _Asked)
            order.settle(result, error, self._fallback)


class Clicks(QObject):
    """Counts the mouse presses the application gets, wherever they came from."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count a press on a widget."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.count += 1
        return False


class StuckError(RuntimeError):
    """The program did not come to where the script expected it."""


class Driver:
    """Drives one window.

    Attributes:
        keys: presses so far, each press once; modifiers are part of their key.
    """

    def __init__(self, window: QWidget, jobs: CountingJobs) -> None:
        self.window = window
        self.jobs = jobs
        self.keys = 0
        self.clicks = Clicks()

    def press(self, *names: str) -> None:
        """Press keys by name (`F2`, `Enter`, `A`, `7`), waiting after each until all is quiet."""
        for name in names:
            key, modifiers = KEYS.get(name) or (Qt.Key(ord(name.upper())), _PRESS)
            target = QApplication.focusWidget() or self.window
            self.keys += 1
            QTest.keyClick(target, key, modifiers)
            self.settle(HELD_S if len(name) == 1 or name == "Space" else 0.02)

    def press_only(self, name: str) -> None:
        """Press one key and wait for nothing."""
        key, modifiers = KEYS[name]
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def write(self, text: str) -> None:
        """Type digits and Latin letters one key each."""
        for char in text:
            self.keys += 1
            target = QApplication.focusWidget() or self.window
            QTest.keyClicks(target, char)
            self.settle(0.045)

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """Leave out what is typed here, where ux 1.3 counts the walking and not the words."""
        before = self.keys
        yield
        self.keys = before

    def compose(self, pinyin: str, chinese: str) -> None:
        """Type Chinese through an input method: a key per letter, one to choose."""
        target = QApplication.focusWidget() or self.window
        for end in range(1, len(pinyin) + 1):
            self.keys += 1
            QCoreApplication.sendEvent(target, QInputMethodEvent(pinyin[:end], []))
            self.settle(0.045)
        self.keys += 1
        event = QInputMethodEvent("", [])
        event.setCommitString(chinese)
        QCoreApplication.sendEvent(target, event)
        self.settle()

    def paste(self, text: str) -> None:
        """Put a file's path into the field that has the focus, as from the clipboard."""
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def tab_to(self, name: str) -> None:
        """Press Tab until the widget of that name has the focus."""
        for _ in range(60):
            if self.has_focus(name):
                return
            self.press("Tab")
        raise StuckError(f"no way to {name} by Tab")

    def has_focus(self, name: str) -> bool:
        """Whether the widget of that name, or one inside it, has the focus."""
        focus = QApplication.focusWidget()
        while focus is not None and focus.objectName() != name:
            focus = focus.parentWidget()
        return focus is not None

    def settle(self, quiet_s: float = HELD_S) -> None:
        """Wait until no job is under way and the window was quiet for `quiet_s` seconds."""
        calm = now = time.monotonic()
        waited = 0.0
        while now - calm < quiet_s:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            before, now = now, time.monotonic()
            if self.jobs.pending or now - before > BUSY_S:
                calm = now
            waited += min(now - before, TURN_S)
            if waited > PATIENCE_S:
                raise StuckError(f"{self.jobs.pending} jobs still under way")
            time.sleep(NAP_S)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a state of the window; a script that never gets there fails."""
        waited, now = 0.0, time.monotonic()
        while not condition():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            before, now = now, time.monotonic()
            waited += min(now - before, TURN_S)
            if waited > PATIENCE_S:
                raise StuckError(what)
            time.sleep(NAP_S)
        self.settle(0.01)
