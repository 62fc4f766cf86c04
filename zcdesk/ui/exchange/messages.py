"""短信: what is not sent yet or could not be; sent again, stopped, or told by telephone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.exchange.told import ToldList
from zcdesk.ui.keys import CAPS
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.operations.told import Told


class UnsentMessages(QWidget):
    """Lists them and does what a person decides about one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._called = ""
        self.list = ToldList(desk)
        self.list.empty.say(self.tr("没有等着发的短信"))
        self.number = Text("", "strong", Tone.INFO)
        self.number.setObjectName("number_to_call")
        self.buttons = {
            "again": Button(self.tr("再发"), icon="repeat", key="exchange.again"),
            "stop": Button(self.tr("不再发"), icon="ban", key="exchange.stop"),
            "phoned": Button(self.tr("打电话"), icon="phone", key="exchange.phoned"),
        }
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.number, 1)
        slots = {"again": self.again, "stop": self.stop, "phoned": self.phone}
        for name, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(slots[name])
            desk.keys.bind(f"exchange.{name}", self.list.view, slots[name])
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.list.view.current_changed.connect(self._on_current)

    @property
    def focus_widget(self) -> QWidget | None:
        """What takes the focus; nothing while the list is empty."""
        return self.list.view if self.list.model.rows else None

    def refresh(self) -> None:
        """Read what is not sent."""
        unsent = self._desk.operations.messages.unsent
        self._desk.do(unsent, owner=self, done=self._on_rows)

    def again(self) -> None:
        """Send a failed one once more."""
        self._settle(self._desk.operations.messages.send_again, self.tr("会再发一次"))

    def stop(self) -> None:
        """Send it no more."""
        self._settle(self._desk.operations.messages.settle, self.tr("不再发"))

    def phone(self) -> None:
        """First show the number, which is recorded; then note that the applicant was told."""
        told: Told | None = self.list.view.current
        if told is None:
            return
        messages = self._desk.operations.messages
        if self._called == told.id:
            settle = partial(messages.settle, by_phone=True)
            self._settle(settle, self.tr("已记下电话告知"))
        else:
            shown = partial(self._on_number, told.id)
            self._desk.do(messages.number_to_call, told.id, owner=self, done=shown)

    def _settle(self, operation: object, words: str) -> None:
        told: Told | None = self.list.view.current
        if told is None:
            return

        def done(_: object) -> None:
            self._desk.notices.note(words)
            self._on_current()
            self.refresh()

        self._desk.do(operation, told.id, owner=self, done=done)  # type: ignore[arg-type]

    def _on_number(self, message: str, number: str) -> None:
        self._called = message
        self.number.set_text(
            self.tr("请拨 {number}，告知后再按 {keys[exchange.phoned]}").format(
                keys=CAPS, number=number
            )
        )

    def _on_current(self, _: object = None) -> None:
        self._called = ""
        self.number.set_text("")

    def _on_rows(self, rows: tuple[Told, ...]) -> None:
        self.list.show_rows(rows)
        for button in self.buttons.values():
            button.setEnabled(bool(rows))
