"""A booking's code, typed or scanned, and its number at once."""

from __future__ import annotations

import string

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.booking import CODE_MOST
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.kiosk.keypad import Keypad
from zcdesk.ui.widgets.elder import KEY, BigText, Face, Tile, elder_font
from zcdesk.ui.widgets.field import CodeEdit

_ALPHABET = string.digits + string.ascii_uppercase


class BookingPage(QWidget):
    """Asks for a code.

    Signals:
        asked(str): take the number of this booking.
    """

    asked = Signal(str)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_booking")
        self.title = BigText(self.tr("预约取号：请扫预约码，或输入预约码"), KEY, bold=True)
        self.told = BigText("", colour="warn", bold=True)
        self.told.setObjectName("kiosk_booking_told")
        self.edit = CodeEdit(self.tr("预约码"), upper=True)
        self.edit.setObjectName("kiosk_booking_code")
        self.edit.setAccessibleName(self.tr("预约码"))
        self.edit.setMaxLength(CODE_MOST)
        self.keypad = Keypad(_ALPHABET)
        self.go = Tile(Face(self.tr("取号"), key="Enter"), small=True)
        self.go.setCheckable(False)
        self._build()
        self.keypad.typed.connect(self.edit.insert)
        self.keypad.erased.connect(self.edit.backspace)
        self.go.clicked.connect(self._on_go)
        keys.bind("page.open", self, self._on_go)

    def clear(self) -> None:
        """Forget the code."""
        self.edit.clear()
        self.say("")

    def activate(self) -> None:
        """Take the focus."""
        self.edit.setFocus()

    def say(self, said: str) -> None:
        """Say what is wrong with a code."""
        self.told.set_text(said)
        self.told.setVisible(bool(said))

    def resize_edit(self) -> None:
        """Give the field the page's letters."""
        high = elder_font(self, KEY, bold=True).pixelSize()
        self.edit.setStyleSheet(f"font-size: {high}px; min-height: {high * 2}px;")

    def _build(self) -> None:
        row = QHBoxLayout()
        theme.spaced(row, gap=16)
        row.addWidget(self.edit, 1)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=10)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self.keypad, 1)

    def _on_go(self) -> None:
        if self.edit.text().strip():
            self.asked.emit(self.edit.text())
        else:
            self.say(self.tr("请先输入预约码"))
