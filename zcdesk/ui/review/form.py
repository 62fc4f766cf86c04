"""The panel an act is written in: a few fields in place, Enter does it, Esc leaves all as it was.

No dialog: the page stays readable beside it. An act says what it asks for (`Ask`); the panel knows
no act.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Choice, CodeEdit, Combo, Field, Kind, LineEdit, Spin, Text
from zcdesk.ui.widgets.scroll import Scroll

Answers = Mapping[str, object]


class Way(Enum):
    """How a field is filled in."""

    LINE = "line"
    CODE = "code"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"
    COMBO = "combo"


class Ask(NamedTuple):
    """One field.

    Attributes:
        options: (value, words) of a choice or combo.
        given: what stands there at first.
        needed: cannot be left empty.
        most: the largest number.
        wide: takes the whole width.
    """

    name: str
    label: str
    way: Way = Way.LINE
    options: tuple[tuple[object, str], ...] = ()
    given: object = ""
    needed: bool = False
    most: int = 999
    wide: bool = False


class ActForm(QFrame):
    """`open(title, said, asks, done)`; hidden while nothing is asked.

    Signals:
        accepted(dict): the answers by name.
        cancelled(): Esc.
    """

    accepted = Signal(dict)
    cancelled = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks: tuple[Ask, ...] = ()
        self.fields: dict[str, Field] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title = Text("", "heading", elide=True)
        self.said = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.message = Text("", "body", Tone.DANGER, wrap=True)
        self.message.setObjectName("act_message")
        self.accept = Button("", Kind.PRIMARY, key="Enter")
        self.accept.setObjectName("act_accept")
        self.cancel = Button(self.tr("取消"), key="Esc")
        self.accept.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        theme.spaced(self._grid, (0, 0, 6, 0), 8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._scroll = Scroll(self._inside)
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.accept)
        column = QVBoxLayout(self)
        theme.spaced(column, (12, 8, 12, 10), 6)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.message)
        keys.bind("editor.accept", self, self.submit)
        keys.bind("editor.save", self, self.submit)
        keys.bind("editor.cancel", self, self.cancelled.emit)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether an act is being written."""
        return not self.isHidden()

    def open(self, title: str, said: str, asks: tuple[Ask, ...], accept: str) -> None:
        """Ask for `asks`; the cursor stands in the first field that is needed and empty."""
        self._clear()
        self._asks = asks
        self.title.set_text(title)
        self.setAccessibleName(title)
        self.said.set_text(said)
        self.said.setVisible(bool(said))
        self.accept.set_text(accept)
        self.say("")
        row = column = 0
        for ask in asks:
            if ask.wide and column:
                row, column = row + 1, 0
            field = Field(ask.label, _edit(ask))
            field.edit.setObjectName(f"act_{ask.name}")
            self.fields[ask.name] = field
            self._grid.addWidget(field, row, column, 1, 2 if ask.wide else 1)
            row, column = (row + 1, 0) if ask.wide or column else (row, 1)
        theme.rescale(self, theme.look(self))
        self._scroll.setVisible(bool(asks))
        self._fit()
        self.show()
        first = next((a for a in asks if a.needed and not _value(self.fields[a.name], a)), None)
        target = self.fields[first.name].edit if first else self.accept
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Hide without an answer."""
        self.hide()
        self._clear()

    def say(self, words: str) -> None:
        """Say in place why it cannot be done."""
        self.message.set_text(words)
        self.message.setVisible(bool(words))

    def submit(self) -> None:
        """Give the answers, or point at the first that is missing."""
        found: dict[str, object] = {}
        for ask in self._asks:
            field = self.fields[ask.name]
            found[ask.name] = _value(field, ask)
            wrong = _wrong(ask, found[ask.name])
            if wrong:
                field.say(self.tr("请填写") if wrong == "empty" else self.tr("日期写成 2026-12-01"))
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.say("")
        self.accepted.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour("chip_info"))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _fit(self) -> None:
        """Be as high as the fields ask, at most half of the page; one line where it is low."""
        lines = sum(1 for ask in self._asks if ask.wide)
        lines += (sum(1 for ask in self._asks if not ask.wide) + 1) // 2
        at = theme.look(self)
        most = 1 if at.low else 3
        self._scroll.setMinimumHeight(min(lines, most) * (at.control + at.px(38)))

    def _clear(self) -> None:
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}


def _edit(ask: Ask) -> QWidget:
    match ask.way:
        case Way.NUMBER:
            spin = Spin(0, ask.most)
            spin.setValue(int(str(ask.given or 0)))
            return spin
        case Way.CHOICE:
            choice = Choice(ask.options)
            if ask.given in [value for value, _ in ask.options]:
                choice.set_value(ask.given)
            return choice
        case Way.COMBO:
            combo = Combo()
            for value, words in ask.options:
                combo.addItem(words, value)
            combo.setCurrentIndex(combo.findData(ask.given) if ask.given else 0)
            return combo
        case Way.CODE | Way.DAY:
            code = CodeEdit()
            code.setText(str(ask.given))
            return code
        case Way.LINE:
            line = LineEdit()
            line.setText(str(ask.given))
            return line


def _value(field: Field, ask: Ask) -> object:
    edit = field.edit
    if isinstance(edit, Spin):
        return edit.value()
    if isinstance(edit, Choice):
        return edit.value
    if isinstance(edit, Combo):
        return edit.currentData()
    return field.text().strip()


def _wrong(ask: Ask, value: object) -> str:
    if ask.needed and value in ("", None):
        return "empty"
    if ask.way is Way.DAY and value:
        try:
            dt.date.fromisoformat(str(value))
        except ValueError:
            return "day"
    return ""
