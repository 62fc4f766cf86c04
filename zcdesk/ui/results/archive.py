"""归档: cases whose receipt is with the department go to the archive with their 移交目录."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.case_tasks import TaskKind
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.due import due_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    ChipState,
    CodeEdit,
    Column,
    Field,
    Panel,
    RowsModel,
    RowsView,
)
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.casework import Done
    from zcdesk.operations.worklists import WorkRow


class ArchivePanel(Panel):
    """Cases to be archived; Enter archives the one under the cursor."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._under_way = False
        self.set_title(self.tr("待归档"), self.tr("Enter 归档并打印移交目录"))
        self.model: RowsModel[WorkRow] = RowsModel(
            (
                Column(self.tr("件号"), lambda row: row.number, width=196),
                Column(self.tr("事项"), lambda row: row.matter),
                Column(self.tr("期限"), lambda row: self._due(row).word, width=150, chip=self._due),
            ),
            lambda row: row.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("to_archive")
        self.view.setAccessibleName(self.tr("待归档的办件"))
        self.empty = Empty("archive", self.tr("没有待归档的办件"))
        self.list_number = Field(self.tr("移交目录编号"), CodeEdit(upper=True))
        self.list_number.edit.setObjectName("archive_list")
        self.button = Button(self.tr("归档"), icon="archive", key="Enter")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.list_number, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.view.opened.connect(lambda _: self.archive())
        self.button.clicked.connect(self.archive)
        self._show(())

    def read(self) -> None:
        """Read the list."""
        if not self.list_number.text():
            self.list_number.set_text(f"D{self._desk.now():%Y%m%d}")
        tasks = self._desk.operations.worklists.tasks
        self._desk.do(tasks, TaskKind.ARCHIVE, owner=self, done=self._show)

    def archive(self) -> None:
        """Archive the case under the cursor."""
        row: WorkRow | None = self.view.current
        number = self.list_number.text().strip()
        if row is None or self._under_way:
            return
        if not number:
            self.list_number.say(self.tr("请填写"))
            self.list_number.setFocus()
            return
        self.list_number.say("")
        self._under_way = True
        archive = self._desk.operations.archiving.archive
        self._desk.do(
            archive, row.case, number, owner=self, done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, done: Done) -> None:
        self._under_way = False
        if self._desk.printing is not None:
            self._desk.printing.print(done.prints)
        case = done.case
        if case.archive_number:
            said = self.tr("{number} 已归档，归档号 {archive}")
        else:
            said = self.tr("{number} 已归档，归档号联网后自动取得")
        words = said.format(number=case.intake.number, archive=case.archive_number)
        self._desk.notices.note(words, Tone.OK)
        self.read()

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        self._desk.notices.show(error)
        self.read()

    def _show(self, rows: tuple[WorkRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.button.setEnabled(bool(rows))

    def _due(self, row: WorkRow) -> ChipState:
        return due_chip(row.due, self._desk.now())
