"""A column of fields beside the list: Enter walks on, at the end it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.errors import CodedError, Invalid
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.field import Field
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text


class Fields(Panel):
    """A titled column of named fields.

    Attributes:
        fields: name → field; an error of that name is said below it.

    Signals:
        accepted(): Enter in the last field.
    """

    accepted = Signal()

    def __init__(self, title: str, fields: dict[str, Field], keys: Keys, prefix: str) -> None:
        super().__init__(title)
        self.fields = fields
        self.column = QVBoxLayout()
        theme.spaced(self.column, gap=8)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=8)
        self.said = Text("", "small", Tone.NEUTRAL, wrap=True)
        column.addWidget(self.said)
        for name, field in fields.items():
            field.edit.setObjectName(f"{prefix}_{name}")
            self.column.addWidget(field)
        column.addLayout(self.column)
        column.addStretch(1)
        self.body.addWidget(Scroll(inside), 1)
        keys.bind("editor.accept", self, self._on_enter)

    def name(self, field: str, label: str) -> None:
        """Say what a field asks, on the screen and to a screen reader."""
        self.fields[field].label.set_text(label)
        self.fields[field].edit.setAccessibleName(label)

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        return self.fields[name].text().strip()

    def clear(self) -> None:
        """Empty every field and take its message away."""
        for field in self.fields.values():
            field.set_text("")
            field.say("")

    def complain(self, error: CodedError) -> bool:
        """Say an error below its field; False where it belongs to none."""
        name = error.field if isinstance(error, Invalid) else ""
        for field in self.fields.values():
            field.say("")
        about = self.fields.get(name)
        if about is None or not about.isVisibleTo(self):
            return False
        about.say(describe(error).text)
        about.setFocus()
        return True

    def take_focus(self) -> None:
        """Put the focus into the first empty field."""
        shown = [field for field in self.fields.values() if field.isVisibleTo(self)]
        next((f for f in shown if not f.text()), shown[0]).setFocus()

    def _on_enter(self) -> None:
        shown = [field for field in self.fields.values() if field.isVisibleTo(self)]
        at = next((i for i, field in enumerate(shown) if field.edit.hasFocus()), -1)
        if 0 <= at < len(shown) - 1:
            shown[at + 1].setFocus()
        else:
            self.accepted.emit()
