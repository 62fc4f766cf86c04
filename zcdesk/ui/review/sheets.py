"""二次录入单 for departments without an interface: on paper, as a spreadsheet, or as JSON."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.case import Case
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.file_intake import save_file
from zcdesk.ui.jobs import WORK

if TYPE_CHECKING:
    from zcdesk.operations.printing import PrintTask

FILES = ("xlsx", "json")


class Sheets(QObject):
    """Asks for the form and makes it.

    Signals:
        closed(): the question is answered.
    """

    closed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._case: Case | None = None
        self.choices = Choices(desk.keys)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.cancelled.connect(self._close)

    def ask(self, case: Case) -> None:
        """Ask on what the sheet is wanted."""
        self._case = case
        ways = (self.tr("打印"), self.tr("存为表格 XLSX"), self.tr("存为 JSON"))
        self.choices.ask(self.tr("二次录入单（证件号码脱敏）"), ways, icon="clipboard-list")

    def save(self, case: Case, path: Path) -> None:
        """Write the sheet of a case to a file, by its ending."""
        sheet = self._desk.operations.reentry.sheet
        done = partial(self._on_sheet, path)
        self._desk.do(sheet, case.id, case.department, owner=self, done=done)

    def _on_chosen(self, place: int) -> None:
        case = self._case
        self._close()
        if case is None:
            return
        if place == 0:
            queue = self._desk.operations.reentry.queue
            self._desk.do(queue, case.id, case.department, owner=self, done=self._on_task)
            return
        ending = FILES[place - 1]
        save_file(
            self._page,
            self.tr("存二次录入单"),
            f"*.{ending}",
            lambda name: self.save(case, Path(name)),
            ending=ending,
            name=f"{case.intake.number}.{ending}",
        )

    def _on_task(self, task: PrintTask) -> None:
        if self._desk.printing is not None:
            self._desk.printing.print((task,))

    def _on_sheet(self, path: Path, paper: Any) -> None:
        write = partial(self._desk.operations.reentry.write, paper, path)
        self._desk.jobs.run(WORK, write, owner=self, done=self._on_written)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("已存 {name}").format(name=path.name))

    def _close(self) -> None:
        self.choices.close_question()
        self.closed.emit()
