"""The one filter before all key presses.

Commands wait while the input method composes; a scanner's burst never ticks a row nor stays in a
field; a single letter or digit in a list acts 60 ms late, because it might begin a burst.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from zcdesk.ui.input.composing import Composing
from zcdesk.ui.input.scanner import HOLD_MS, Burst, QtTimer, Scan, Timer

PUBLIC = "public"
"""Property of a window citizens use: its keys are theirs and none of the desk's business."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_LAST_FUNCTION = Qt.Key.Key_F24 - Qt.Key.Key_F13
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class _Held(NamedTuple):
    target: QWidget
    event: QKeyEvent


class _Before(NamedTuple):
    """A field as it was before a burst began in it."""

    field: QWidget
    text: str
    cursor: int


class EventClock:
    """When events happened, in seconds of one clock.

    A key carries the system's stamp, which stays right when we were too busy to look; an input
    method event has none. The smallest delay seen yet joins the two clocks.
    """

    def __init__(self) -> None:
        self._delay = float("inf")

    def __call__(self, event: QEvent) -> float:
        now = time.monotonic()
        if not isinstance(event, QKeyEvent) or not event.timestamp():
            return now
        stamp = event.timestamp() / 1000
        self._delay = min(self._delay, now - stamp)
        return stamp + self._delay


class KeyGate(QObject):
    """Filters the application's keys; made once, after the first window is painted.

    Attributes:
        composing: the uncommitted text of the input method.
        is_open: False while locked: scans and single keys are dropped.
        rating_keys: the keys a citizen's rating pad types now: `F13` alone, `1` with Enter at a
            machine's speed. Nobody else gets them.

    Signals:
        scanned(str): a code was read, wherever the focus was.
        garbled(): the input method rewrote a scan (SCN-01).
        unended(): a burst came without Enter or Tab at its end (SCN-05).
        rated(str): a key of the rating pad was pressed.
        held_back(): a command was dropped, 请先选字（空格上屏）.
    """

    scanned = Signal(str)
    garbled = Signal()
    unended = Signal()
    held_back = Signal()
    rated = Signal(str)

    def __init__(
        self,
        clock: Callable[[QEvent], float] | None = None,
        timer: Timer | None = None,
        parent: QObject | None = None,
        *,
        of: QWidget | None = None,
    ) -> None:
        """Build and begin to filter.

        Args:
            of: the one citizens' window whose keys it filters; every other window's if None.
            clock: time of a key event in seconds; tests and the scripted day bring their own.
        """
        super().__init__(parent)
        self.composing = Composing(self)
        self.is_open = True
        self.rating_keys: Callable[[], Collection[str]] = tuple
        self._clock = clock if clock is not None else EventClock()
        self._timer: Timer = timer if timer is not None else QtTimer(self)
        self._of = of
        self._burst = Burst()
        self._held: list[_Held] = []
        self._before: _Before | None = None
        self._replaying = False
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def settle(self) -> None:
        """Let keys that are held back act now; for tests and scripts instead of waiting."""
        self._timer.stop()
        self._on_quiet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys and input method events; leave all others alone."""
        match event.type():
            case QEvent.Type.KeyPress | QEvent.Type.ShortcutOverride:
                pass
            case QEvent.Type.InputMethod:
                return self._on_input_method(watched, event)
            case QEvent.Type.FocusOut:
                self.composing.see(event)
                return False
            case _:
                return False
        if self._replaying or not isinstance(event, QKeyEvent) or not self._is_target(watched):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._on_override(event)
        assert isinstance(watched, QWidget)
        return self._on_press(watched, event)

    def _is_target(self, watched: QObject) -> bool:
        """A press is offered to each parent in turn; count it once, at the focus."""
        if not isinstance(watched, QWidget) or QApplication.activePopupWidget() is not None:
            return False
        window = watched.window()
        if window is not self._of if self._of is not None else window.property(PUBLIC):
            return False
        focus = QApplication.focusWidget()
        return watched is focus if focus is not None else watched.isWindow()

    def _on_override(self, event: QKeyEvent) -> bool:
        """Before a shortcut may run: nothing while composing, and waiting keys go first."""
        if self._is_command(event) and self.composing.preedit:
            event.accept()
            return True
        if self._is_command(event) and event.key() not in _ENDS:
            self.settle()
        return False

    def _on_press(self, target: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        if self._is_command(event) and self.composing.preedit:
            self.held_back.emit()
            return True
        at = self._clock(event)
        if (function := _function_key(event)) and function in self.rating_keys():
            self.rated.emit(function)
            return True
        if event.key() in _ENDS and not event.modifiers() & ~_PLAIN:
            return self._on_end(at)
        if not self._is_character(event):
            self.settle()
            return False
        if _takes_text(target):
            return self._on_typed(target, event, at)
        return self._on_listed(target, event, at)

    def _is_command(self, event: QKeyEvent) -> bool:
        return not self._is_character(event) and event.key() not in _MODIFIERS

    @staticmethod
    def _is_character(event: QKeyEvent) -> bool:
        text = event.text()
        return len(text) == 1 and text.isprintable() and not event.modifiers() & ~_PLAIN

    def _on_end(self, at: float) -> bool:
        """Enter or Tab: the end of a burst, or what it always is."""
        pressed = self._burst.single(at).upper()
        if pressed and pressed in self.rating_keys():
            self._burst.clear()
            self._take_out()
            self.rated.emit(pressed)
            return True
        scan = self._burst.finish(at)
        if scan is None:
            self.settle()
            return False
        self._take_out()
        self._report(scan)
        return True

    def _take_out(self) -> None:
        """Undo what the burst did so far, and do none of what waits."""
        self._timer.stop()
        self._held = []
        self._restore()

    def _on_typed(self, field: QWidget, event: QKeyEvent, at: float) -> bool:
        """A character in a text field shows at once; a burst is taken out at its end."""
        if not self._burst.follows(at):
            self._before = _snapshot(field)
        self._burst.add(event.text(), at)
        self._timer.start(HOLD_MS, self._on_quiet)
        return False

    def _on_listed(self, target: QWidget, event: QKeyEvent, at: float) -> bool:
        """A character outside text fields waits until it is clear that no burst follows."""
        if event.key() == Qt.Key.Key_Space and not self._burst.follows(at):
            self.settle()
            return False
        if not self._burst.follows(at):
            self.settle()
        if not event.isAutoRepeat():
            self._held.append(_Held(target, event.clone()))
            self._burst.add(event.text(), at)
            self._timer.start(HOLD_MS, self._on_quiet)
        return True

    def _on_input_method(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(event, QInputMethodEvent)
        if watched is not QApplication.focusWidget():
            return False
        at = self._clock(event)
        if not self._burst.follows(at):
            self._before = _snapshot(QApplication.focusWidget())
        before = self.composing.preedit
        self.composing.see(event)
        if event.commitString():
            fast = self._burst.follows(at) and self._burst.is_sure
            self._burst.add(event.commitString(), at)
            if fast and before:
                # The input method swallows the scanner's Enter and commits instead.
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif event.preeditString() != before:
            self._burst.compose(at)
        self._timer.start(HOLD_MS, self._on_quiet)
        return False

    def customEvent(self, _event: QEvent) -> None:
        """Take a garbled scan out again, once its text has reached the field."""
        self._burst.clear()
        self._restore()
        self._report(Scan("", True))

    def _on_quiet(self) -> None:
        """Nothing followed for 60 ms: what was held back were single keys."""
        held, self._held = self._held, []
        sure = self._burst.is_sure
        self._burst.clear()
        self._before = None
        if held and sure:
            self.unended.emit()
            return
        for key in held:
            if self.is_open and isValid(key.target):
                self._replay(key)

    def _replay(self, key: _Held) -> None:
        self._replaying = True
        try:
            # Not only the focused widget: a parent may own the key, as in any key press.
            QCoreApplication.sendEvent(key.target, key.event)
        finally:
            self._replaying = False

    def _report(self, scan: Scan) -> None:
        if not self.is_open:
            return
        if scan.is_garbled:
            self.garbled.emit()
        else:
            self.scanned.emit(scan.text)

    def _restore(self) -> None:
        before, self._before = self._before, None
        if before is None or not isValid(before.field):
            return
        if isinstance(before.field, QLineEdit):
            before.field.setText(before.text)
            before.field.setCursorPosition(before.cursor)
        elif isinstance(before.field, QPlainTextEdit):
            before.field.setPlainText(before.text)
            cursor = before.field.textCursor()
            cursor.setPosition(before.cursor)
            before.field.setTextCursor(cursor)


def _function_key(event: QKeyEvent) -> str:
    """Name F13 to F24, which no clerk's keyboard has; '' for any other key."""
    number = event.key() - Qt.Key.Key_F13
    return f"F{13 + number}" if 0 <= number <= _LAST_FUNCTION else ""


def _takes_text(widget: QWidget) -> bool:
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _snapshot(widget: QWidget | None) -> _Before | None:
    if isinstance(widget, QLineEdit):
        return _Before(widget, widget.text(), widget.cursorPosition())
    if isinstance(widget, QPlainTextEdit):
        return _Before(widget, widget.toPlainText(), widget.textCursor().position())
    return None
