"""Laying down review stages: name, department, turn, days, and who leads a turn of several."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from zcdesk.domain.case_parts import Stage
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Check, Combo, Kind, LineEdit, Spin, Text

MOST = 5


class _Row(NamedTuple):
    name: LineEdit
    department: Combo
    turn: Spin
    days: Spin
    lead: Check


class StagesForm(QFrame):
    """`open(departments, own)`; empty lines are no stages.

    Signals:
        accepted(tuple): the stages.
        cancelled(): Esc.
    """

    accepted = Signal(tuple)
    cancelled = Signal()

    def __init__(self, keys: Keys, parent: QFrame | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        said = self.tr("同一步的环节并联办理，牵头部门最后办；步数不同的依次办理")
        self.title = Text(self.tr("审查环节"), "heading")
        self.message = Text("", "body", Tone.DANGER, wrap=True)
        self.accept = Button(self.tr("设定环节"), Kind.PRIMARY, key="Enter")
        self.cancel = Button(self.tr("取消"), key="Esc")
        self.accept.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(self.title)
        head.addWidget(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        head.addWidget(self.cancel)
        head.addWidget(self.accept)
        grid = QGridLayout()
        theme.spaced(grid, gap=6)
        labels = (self.tr("环节"), self.tr("部门"), self.tr("第几步"), self.tr("工作日"))
        for column, label in enumerate(labels):
            grid.addWidget(Text(label, "small", Tone.NEUTRAL), 0, column)
        self.rows = tuple(self._row(grid, place, labels) for place in range(1, MOST + 1))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column_ = QVBoxLayout(self)
        theme.spaced(column_, (12, 8, 12, 10), 6)
        column_.addLayout(head)
        column_.addLayout(grid)
        column_.addWidget(self.message)
        keys.bind("editor.accept", self, self.submit)
        keys.bind("editor.cancel", self, self.cancelled.emit)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether stages are being laid down."""
        return not self.isHidden()

    def open(self, departments: tuple[str, ...], own: str, stages: tuple[Stage, ...]) -> None:
        """Show the stages there are; a new list begins with the own department's."""
        self.say("")
        for place, row in enumerate(self.rows):
            row.department.clear()
            row.department.addItems(list(departments))
            known = stages[place] if place < len(stages) else None
            row.name.setText(known.name if known else "")
            row.department.setCurrentText(known.department if known else own)
            row.turn.setValue(known.turn if known else 1)
            row.days.setValue(known.days if known else 0)
            row.lead.setChecked(known.lead if known else False)
        self.show()
        self.rows[0].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say in place why it cannot be done."""
        self.message.set_text(words)
        self.message.setVisible(bool(words))

    def submit(self) -> None:
        """Give the stages that have a name."""
        named = [row for row in self.rows if row.name.text().strip()]
        if not named:
            self.say(self.tr("至少写一个环节的名称"))
            self.rows[0].name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accepted.emit(
            tuple(
                Stage(
                    id=f"s{no}",
                    name=row.name.text().strip(),
                    department=row.department.currentText(),
                    turn=max(1, row.turn.value()),
                    days=row.days.value(),
                    lead=row.lead.isChecked(),
                )
                for no, row in enumerate(named, 1)
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour("chip_info"))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _row(self, grid: QGridLayout, place: int, labels: tuple[str, ...]) -> _Row:
        row = _Row(LineEdit(), Combo(), Spin(1, MOST), Spin(0, 365), Check(self.tr("牵头")))
        for column, widget in enumerate(row):
            if column < len(labels):
                widget.setAccessibleName(f"{labels[column]} {place}")
            widget.setObjectName(f"stage_{row._fields[column]}_{place}")
            grid.addWidget(widget, place, column)
        row.lead.toggled.connect(partial(self._on_lead, place))
        return row

    def _on_lead(self, place: int, on: bool) -> None:
        """One stage leads in one turn."""
        turn = self.rows[place - 1].turn.value()
        for other, row in enumerate(self.rows, 1):
            if on and other != place and row.turn.value() == turn:
                row.lead.setChecked(False)
