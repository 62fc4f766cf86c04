"""Results on their way to the counter: brought and not yet compared, or refused and due back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.case import CaseState
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.due import due_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column, Panel, RowsModel, RowsView
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.worklists import WorkRow


class ExpectedPanel(Panel):
    """The list at the left while nothing is compared.

    Signals:
        opened(str): compare the result of this case number.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setObjectName("expected_panel")
        self.set_title(self.tr("收部门结果"), self.tr("扫结果条码，或选一件按 Enter"))
        come, back = self.tr("待核对"), self.tr("退部门更正")
        self._chips = {
            True: ChipState("package", come, Tone.INFO),
            False: ChipState("arrow-back-up", back, Tone.WARN),
        }
        self.model: RowsModel[WorkRow] = RowsModel(
            (
                Column(
                    self.tr("状态"),
                    lambda row: self._chip(row).word,
                    width=chips_width(100, (come, back)),
                    chip=self._chip,
                ),
                Column(self.tr("件号"), lambda row: row.number, width=196),
                Column(self.tr("事项"), lambda row: row.matter),
                Column(self.tr("期限"), self._due_word, width=150, chip=self._due),
            ),
            lambda row: row.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("expected_results")
        self.view.setAccessibleName(self.tr("部门送来的结果"))
        self.empty = Empty("package", self.tr("没有待核对的结果"))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.view.opened.connect(self._on_opened)
        self._show(())

    def read(self) -> None:
        """Read the list."""
        expected = self._desk.operations.result_counter.expected
        self._desk.do(expected, owner=self, done=self._show)

    def _show(self, rows: tuple[WorkRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.aside.set_text(self.tr("{n} 件").format(n=len(rows)) if rows else "")

    def _chip(self, row: WorkRow) -> ChipState:
        return self._chips[row.state is CaseState.SENT]

    def _due(self, row: WorkRow) -> ChipState:
        return due_chip(row.due, self._desk.now())

    def _due_word(self, row: WorkRow) -> str:
        return self._due(row).word

    def _on_opened(self, row: WorkRow) -> None:
        if row.state is CaseState.SENT:
            self.opened.emit(row.number)
        else:
            words = self.tr("该件已退{department}更正，送回后再核对")
            self._desk.notices.note(words.format(department=row.department))
