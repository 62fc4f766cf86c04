"""Binds commands of the key table to widgets and knows which of them would act now.

Window commands become shortcuts without auto-repeat; the others are read from key presses that
reach their owner, so the innermost part wins and a text field keeps its letters.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from zcdesk.ui import key_command
from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.keys import BY_ID, COMMANDS, is_reserved

_log = logging.getLogger(__name__)


class Binding(QObject):
    """A command bound to a widget.

    Attributes:
        command: the line of the table.
        owner: the page, part or list it listens on.
    """

    changed = Signal()

    def __init__(self, command: Command, owner: QWidget, slot: Callable[..., object]) -> None:
        super().__init__(owner)
        self.command = command
        self.owner = owner
        self._slot = slot
        self._enabled = True
        self._shortcut: QShortcut | None = None
        if command.scope is Scope.WINDOW:
            self._shortcut = QShortcut(QKeySequence(command.key), owner)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self._on_activated)
            self._shortcut.activatedAmbiguously.connect(self._on_ambiguous)
        else:
            ear = owner.findChild(_Ear, options=Qt.FindChildOption.FindDirectChildrenOnly)
            (ear or _Ear(owner)).bindings.append(self)

    def set_enabled(self, on: bool) -> None:
        """Switch the key on or off; hint line and overlay follow."""
        if on != self._enabled:
            self._enabled = on
            if self._shortcut is not None:
                self._shortcut.setEnabled(on)
            self.changed.emit()

    def renew(self) -> None:
        """Listen for the key the command has now; one that is read from presses asks each time."""
        if self._shortcut is not None:
            self._shortcut.setKey(QKeySequence(self.command.key))

    def listens(self, focus: QWidget | None) -> bool:
        """Tell whether the key would act with the focus on `focus`."""
        owner = self.owner
        if not self._enabled or not owner.isVisible() or not owner.isEnabled():
            return False
        match self.command.scope:
            case Scope.WINDOW:
                return focus is None or focus.window() is owner.window()
            case Scope.PART:
                return focus is not None and (focus is owner or owner.isAncestorOf(focus))
            case Scope.LIST:
                return focus is owner

    def hear(self, event: QKeyEvent) -> bool:
        """Run the command if `event` is its key; True when the key is used up."""
        if not self._enabled or not self._matches(event):
            return False
        if event.isAutoRepeat():
            return True
        if self.command.is_range:
            return self._slot(event.key() - Qt.Key.Key_0) is not False
        return self._slot() is not False

    def _matches(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.command.is_range:
            first, _, last = self.command.key.partition("-")
            in_range = int(first) <= event.key() - Qt.Key.Key_0 <= int(last)
            return in_range and modifiers == Qt.KeyboardModifier.NoModifier
        if self.command.scope is Scope.LIST:
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        return QKeySequence(key | modifiers.value) == QKeySequence(self.command.key)

    def _on_activated(self) -> None:
        self._slot()

    def _on_ambiguous(self) -> None:
        _log.error("key %s has two owners", self.command.key)


class _Ear(QObject):
    """Reads the key presses of one owner for all that is bound to it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.bindings: list[Binding] = []
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a key press to the first binding that wants it."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return any(binding.hear(event) for binding in self.bindings)


class Keys(QObject):
    """The commands bound in one window.

    Signals:
        changed: a binding was added, switched or lost; hint line and overlay read again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bindings: list[Binding] = []

    def bind(self, name: str, owner: QWidget, slot: Callable[..., object]) -> Binding:
        """Bind command `name` to `slot`; a digits command calls `slot(digit)`.

        A slot of a part or list command may return False: the key then goes on to the widget.
        """
        binding = Binding(BY_ID[name], owner, slot)
        self._bindings.append(binding)
        binding.changed.connect(self.changed)
        self.changed.emit()
        return binding

    def give(self, changes: Mapping[str, str]) -> None:
        """Let the commands have other keys from now on, here and in every other window."""
        key_command.give(changes)
        self._bindings = [b for b in self._bindings if isValid(b) and isValid(b.owner)]
        for binding in self._bindings:
            binding.renew()
        self.changed.emit()

    def active(self, focus: QWidget | None = None) -> tuple[Command, ...]:
        """Return the commands that would act now, in table order.

        An inner Esc or Enter hides the outer one, exactly as the key press would.
        """
        focus = focus or QApplication.focusWidget()
        self._bindings = [b for b in self._bindings if isValid(b) and isValid(b.owner)]
        heard = [b for b in self._bindings if b.listens(focus)]
        inner: dict[str, Binding] = {}
        for binding in heard:
            rival = inner.get(binding.command.key)
            if rival is None or rival.owner.isAncestorOf(binding.owner):
                inner[binding.command.key] = binding
        found = {binding.command for binding in inner.values()}
        return tuple(command for command in COMMANDS if command in found)


def shortcut_problems(window: QWidget) -> tuple[str, ...]:
    """Return what is wrong with the shortcuts that live in a window, however they were made."""
    sequences: list[tuple[str, bool, QObject]] = []
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.isVisible():
            sequences += [
                (k.toString(), shortcut.autoRepeat(), owner) for k in list(shortcut.keys())
            ]
    for action in window.findChildren(QAction):
        if action.isVisible() and action.parent() is not None:
            sequences += [(k.toString(), action.autoRepeat(), action) for k in action.shortcuts()]
    found = [f"{key} repeats" for key, repeats, _ in sequences if repeats]
    found += [f"{key} is reserved" for key, _, _ in sequences if is_reserved(key)]
    found += [f"{key} is a chord" for key, _, _ in sequences if ", " in key]
    counts = Counter(key for key, _, _ in sequences)
    return (*found, *(f"{key} has {n} owners" for key, n in counts.items() if n > 1))
