"""快捷键: every key of the program, and how somebody gives one another key (ux 2.18, 3).

What cannot be is refused in words; what can takes effect at once, everywhere a key is shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import Invalid
from zcdesk.ui import keys, keys_given, theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.key_command import Command, Scope, given
from zcdesk.ui.settings_sections import Section
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Column, RowsModel, RowsView
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text

_MODIFIERS = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
)


class _Line(NamedTuple):
    """A command and the key it has, so that a change is a changed row."""

    command: Command
    cap: str


class KeyListener(QWidget):
    """Waits for one key; nothing else acts meanwhile.

    Signals:
        heard(str): the key, portable. left(): Esc, or a click elsewhere.
    """

    heard = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = Text("", "strong", Tone.INFO, wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def listen(self, words: str) -> None:
        """Say for what a key is wanted, and wait."""
        self.told.set_text(words)
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the window, Tab from the focus."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._end()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first whole key."""
        if event.isAutoRepeat() or event.key() in _MODIFIERS:
            return
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            return
        key = QKeySequence(event.keyCombination())
        self._end()
        self.heard.emit(key.toString(QKeySequence.SequenceFormat.PortableText))

    def _end(self) -> None:
        self.hide()
        self.left.emit()


class KeysSection(Section):
    """Every key of the program, with what it does and where; none is there twice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        found = keys.problems()
        told = self.tr("共 {n} 个，没有一个键在同一处有两个用处").format(n=len(keys.COMMANDS))
        tone = Tone.DANGER if found else Tone.OK
        self.told = Text("\n".join(found) or told, "body", tone, wrap=True)
        self.view: RowsView = RowsView(RowsModel(self._columns(), lambda one: one.command.id))
        self.view.setObjectName("settings_keys")
        self.view.setAccessibleName(self.tr("快捷键"))
        self.view.set_compact(True)
        self.listener = KeyListener()
        self.said = Text("", "body", wrap=True)
        self.change_button = Button(self.tr("换一个键"), icon="keyboard", key="Enter")
        self.own_button = Button(self.tr("恢复这个键"), icon="arrow-back-up", key="Del")
        self.reset_button = Button(self.tr("全部恢复"), icon="refresh")
        self._build()
        self.activate()

    def activate(self) -> None:
        """Show the keys as they are now."""
        self.view.rows_model.set_rows(tuple(_Line(one, one.cap) for one in keys.COMMANDS))
        if self.view.current is None:
            self.view.set_current(0)
        self.reset_button.setEnabled(bool(given()))

    def change(self) -> None:
        """Ask for another key of the command under the cursor."""
        line = self.view.current
        if line is None:
            return
        if not keys_given.may_change(line.command):
            self._say("KEY-01", key=line.cap)
            return
        self.said.set_text("")
        words = self.tr("“{what}”现在是 {key}。请按新的键，Esc 不改")
        self.listener.listen(words.format(what=line.command.words, key=line.cap))

    def own(self) -> None:
        """Give the command under the cursor its own key again."""
        line = self.view.current
        if line is not None and line.command.key != line.command.own:
            self._give(line.command, line.command.own)

    def reset(self) -> None:
        """Give every command its own key again."""
        self._keep({})
        self.said.set_text(self.tr("全部按键都恢复了"))

    def _build(self) -> None:
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        for button in (self.change_button, self.own_button, self.reset_button):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.told)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.listener)
        self.column.addWidget(self.said)
        self.column.addLayout(row)
        self.setFocusProxy(self.view)
        self._desk.keys.bind("settings.change", self.view, self.change)
        self._desk.keys.bind("settings.own", self.view, self.own)
        self.change_button.clicked.connect(self.change)
        self.own_button.clicked.connect(self.own)
        self.reset_button.clicked.connect(self.reset)
        self.listener.heard.connect(self._on_heard)
        self.listener.left.connect(self.view.setFocus)

    def _on_heard(self, key: str) -> None:
        line = self.view.current
        if line is not None:
            self._give(line.command, key)

    def _give(self, command: Command, key: str) -> None:
        try:
            changes = keys_given.with_key(given(), command, key)
        except Invalid as error:
            self._say(error.code, **error.fields)
            return
        self._keep(changes)
        moved = sum(one.slot == command.slot for one in keys.COMMANDS)
        said = self.tr("“{what}”从现在起是 {key}").format(what=command.words, key=command.cap)
        more = self.tr("；各页用这个键的 {n} 处一起换了").format(n=moved) if moved > 1 else ""
        self.said.set_tone(Tone.OK)
        self.said.set_text(said + more)

    def _keep(self, changes: dict[str, str]) -> None:
        """Let them hold from now on: what is shown of a key is drawn again, wider or narrower."""
        self._desk.keys.give(changes)
        if self._desk.settings is not None:
            self._desk.keep_settings(replace(self._desk.settings, keys=changes))
        at = theme.look(self)
        theme.apply(self.window(), at.theme, at.scale)
        self.activate()

    def _say(self, code: str, **fields: object) -> None:
        self.said.set_tone(Tone.WARN)
        self.said.set_text(describe(Invalid(code, "key", **fields)).text)

    def _columns(self) -> tuple[Column[_Line], ...]:
        where = {
            Scope.WINDOW: self.tr("随时"),
            Scope.PART: self.tr("在这一块里"),
            Scope.LIST: self.tr("光标在列表上"),
        }

        def state(one: _Line) -> str:
            if one.command.key != one.command.own:
                return self.tr("换过，原来是 {key}").format(key=one.command.own)
            return "" if keys_given.may_change(one.command) else self.tr("固定")

        return (
            Column(self.tr("键"), lambda one: one.cap, width=130, style="strong"),
            Column(self.tr("用处"), lambda one: one.command.words),
            Column(self.tr("什么时候"), lambda one: where[one.command.scope], width=150),
            Column(self.tr("能不能换"), state, width=190),
        )
