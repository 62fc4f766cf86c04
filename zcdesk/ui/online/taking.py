"""At the window: find what passed its pre-review by code or name, and open it as a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.field import Field, LineEdit
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from zcdesk.operations.online import Ready


class OnlineTaking(QWidget):
    """A box and a list.

    Signals:
        visit_opened(Visit): the counter goes on with it.
    """

    visit_opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box = Field(self.tr("申报编号或申请人姓名（也可扫申请人的码）"), LineEdit())
        self.box.edit.setObjectName("online_box")
        self.model: RowsModel[Ready] = RowsModel(
            (
                Column(self.tr("申报编号"), lambda row: row.number, width=190),
                Column(self.tr("申请人"), lambda row: row.name, width=90),
                Column(self.tr("事项"), lambda row: row.matter_name),
                Column(self.tr("预审"), self._reviewed, width=150, style="body"),
                Column(self.tr("须交纸质"), self._bring, width=180, style="body"),
            ),
            lambda row: row.number,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("online_ready")
        self.view.setAccessibleName(self.tr("预审通过的网上件"))
        self.empty = Empty("cloud-check", self.tr("没有这样的网上件：没有预审通过，或已经收件"))
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.box)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.view.opened.connect(self._on_row)
        desk.keys.bind("editor.accept", self.box, self.open_first)
        self.box.edit.textChanged.connect(lambda _: self.refresh())  # type: ignore[attr-defined]

    def refresh(self) -> None:
        """Read what fits the box."""
        passed = self._desk.operations.online.passed
        self._desk.do(passed, self.box.text(), owner=self, done=self._on_rows)

    def take_focus(self) -> None:
        """Wait for a code or a name."""
        self.box.set_text("")
        self.refresh()
        self.box.setFocus()

    def open_first(self) -> None:
        """Enter in the box: open the one that is meant; several are chosen from."""
        if len(self.model.rows) == 1:
            self.open(self.model.rows[0].number)
        elif self.model.rows:
            self.view.setFocus()

    def open(self, number: str) -> None:
        """Begin a visit with form and scans filled; only the papers to hand in are asked."""
        open_visit = self._desk.operations.online.open_visit
        self._desk.do(open_visit, number, owner=self, done=self.visit_opened.emit)

    def _on_row(self, row: Ready) -> None:
        self.open(row.number)

    def _on_rows(self, rows: tuple[Ready, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and self.view.current is None:
            self.view.set_current(0)

    def _reviewed(self, row: Ready) -> str:
        return f"{row.officer} {row.reviewed_at[5:10]}"

    def _bring(self, row: Ready) -> str:
        return "、".join(row.bring) or self.tr("不用交")
