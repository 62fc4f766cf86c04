"""The panel that asks what an act needs: one field below the other, Enter walks on to the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.mending.lists import Answer, BundlesAnswer, MaterialsAnswer
from zcdesk.ui.mending.offers import (
    BUNDLES,
    DEPARTMENTS,
    MATERIALS,
    OFFICERS,
    Ask,
    Offer,
    Values,
)
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.field import CodeEdit, Combo, Field, LineEdit
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import words

if TYPE_CHECKING:
    from zcdesk.domain.case import Case

Choices = tuple[tuple[str, str], ...]
"""What is recorded, and the words for it."""


class ActForm(Panel):
    """Asks for one act at a time.

    Signals:
        submitted(Offer, dict): everything needed was entered.
        cancelled(): Esc.
        seen(bool): it came into sight, or went out of it.
    """

    submitted = Signal(object, object)
    cancelled = Signal()
    seen = Signal(bool)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._keys = keys
        self._offer: Offer | None = None
        self._fields: dict[str, Field] = {}
        self.button = Button("", Kind.PRIMARY, icon="check", key="Ctrl+Enter")
        self.back = Button(self.tr("取消"), key="Esc")
        self.message = Text("", "small", Tone.DANGER, wrap=True)
        self._scroll = Scroll(QWidget())
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.message)
        self.body.addWidget(self.button)
        self.body.addWidget(self.back)
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.cancelled)
        keys.bind("act.do", self, self.submit)
        keys.bind("act.cancel", self, self.cancelled.emit)
        keys.bind("act.next", self, self._on_enter)

    @property
    def fields(self) -> dict[str, Field]:
        """The inputs by the id of what they ask."""
        return dict(self._fields)

    def ask(self, offer: Offer, case: Case | None = None, choices: Choices = ()) -> None:
        """Show the inputs of an act and take the focus; lists need the case they are of.

        Args:
            choices: what the hall has to choose from where the act asks for one of it.
        """
        self._offer = offer
        word = words("offers", offer.word)
        self.set_title(word)
        self.setAccessibleName(word)
        self.button.set_text(word)
        self.complain("")
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=10)
        self._fields = {}
        for one in offer.asks:
            field = Field(words("offers", one.word), self._edit(one, case, choices))
            field.edit.setObjectName(f"act_{one.id}")
            self._fields[one.id] = field
            column.addWidget(field)
            if one.kind != "pick" and one.options:
                column.addLayout(self._quick(field, one.options))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget fills it with the window's colour
        theme.rescale(inside, theme.look(self))
        first = next(iter(self._fields.values()), None)
        (first or self.button).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is in sight."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is out of sight."""
        super().hideEvent(event)
        self.seen.emit(False)

    def submit(self) -> None:
        """Pass on what was entered, or say what is missing."""
        if self._offer is None:
            return
        values: Values = {one.id: self._value(one) for one in self._offer.asks}
        lacking = [one for one in self._offer.asks if not values[one.id] and not one.optional]
        for one in self._offer.asks:
            self._fields[one.id].say(self._wanting(one) if one in lacking else "")
        if lacking:
            self._fields[lacking[0].id].setFocus()
        else:
            self.submitted.emit(self._offer, values)

    def complain(self, said: str) -> None:
        """Say why the act was refused; what was typed stays."""
        self.message.set_text(said)
        self.message.setVisible(bool(said))

    def _wanting(self, one: Ask) -> str:
        match one.kind:
            case kind if kind == MATERIALS:
                return self.tr("没有改动：空格换收没收，数字改份数")
            case kind if kind == BUNDLES:
                return self.tr("请按空格选要退的")
            case _:
                return self.tr("请填写")

    def _value(self, one: Ask) -> Any:
        edit = self._fields[one.id].edit
        if isinstance(edit, Answer):
            return edit.value
        if isinstance(edit, Combo):
            return str(edit.currentData() or "")
        return self._fields[one.id].text().strip()

    def _quick(self, field: Field, options: tuple[str, ...]) -> FlowLayout:
        flow = FlowLayout()
        theme.spaced(flow, gap=6)
        for option in options:
            button = Button(words("offers", option), Kind.QUIET)
            button.clicked.connect(partial(self._on_quick, field, option))
            flow.addWidget(button)
        return flow

    def _on_quick(self, field: Field, option: str) -> None:
        field.set_text(option)
        field.setFocus()

    def _on_enter(self) -> None:
        """Enter walks on through the fields and does it at the end."""
        fields = list(self._fields.values())
        at = next((i for i, f in enumerate(fields) if f.edit.hasFocus()), len(fields))
        if at < len(fields) - 1:
            fields[at + 1].setFocus()
        else:
            self.submit()

    def _edit(self, one: Ask, case: Case | None, choices: Choices) -> QWidget:
        match one.kind:
            case "pick":
                combo = Combo()
                for option in one.options:
                    combo.addItem(words("offers", option), option)
                return combo
            case kind if kind in (DEPARTMENTS, OFFICERS):
                combo = Combo()
                for value, said in choices:
                    combo.addItem(said, value)
                return combo
            case kind if case is not None and kind in (MATERIALS, BUNDLES):
                made = MaterialsAnswer if kind == MATERIALS else BundlesAnswer
                return made(self._keys, case)
            case "text":
                return LineEdit()
            case _:
                return CodeEdit()
