"""回执与归档: signed receipts go to their department within a day, case files to the archive.

A list is printed for one department and signed by both sides; until then it stays in sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.person import Person
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.archive import ArchivePanel
from zcdesk.ui.results.due import due_chip
from zcdesk.ui.results.lists import ListsPanel
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, ChipState, Column, Kind, Panel, RowsModel, RowsView
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.handover import Made
    from zcdesk.operations.worklists import WorkRow


class Receipt(NamedTuple):
    """A signed receipt, and whether it goes on the next list."""

    row: WorkRow
    goes: bool


class FilingTab(QWidget):
    """Receipts at the left; open lists and the archive at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: set[str] = set()
        self._under_way = False
        self.setObjectName("filing_tab")
        self.lists, self.archive = ListsPanel(desk), ArchivePanel(desk)
        goes, stays = self.tr("移交"), self.tr("暂留")
        self._chips = {
            True: ChipState("square-check", goes, Tone.OK),
            False: ChipState("square", stays, Tone.NEUTRAL),
        }
        self.model: RowsModel[Receipt] = RowsModel(
            (
                Column(
                    self.tr("移交否"),
                    self._word,
                    width=chips_width(84, (goes, stays)),
                    chip=self._chip,
                ),
                Column(self.tr("部门"), lambda one: one.row.department, width=130),
                Column(self.tr("件号"), lambda one: one.row.number),
                Column(self.tr("期限"), self._due_word, width=150, chip=self._due),
            ),
            lambda one: one.row.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("receipts")
        self.view.setAccessibleName(self.tr("待移交的送达回执"))
        self.empty = Empty("receipt", self.tr("没有待移交的送达回执"))
        self.button = Button(self.tr("打印移交清单"), Kind.PRIMARY, icon="printer", key="F9")
        self._build()
        self._bind()
        self._show(())

    def read(self) -> None:
        """Read receipts, lists and what waits for the archive."""
        tasks = self._desk.operations.worklists.tasks
        self._desk.do(tasks, TaskKind.PASS_RECEIPT, owner=self, done=self._show)
        self.lists.read()
        self.archive.read()

    def take_focus(self) -> None:
        """Put the focus where work is."""
        if self.lists.is_signing:
            self.lists.signing.take_focus()
        elif self.model.rows:
            self.view.setFocus()
        elif self.lists.model.rows:
            self.lists.view.setFocus()
        elif self.archive.model.rows:
            self.archive.view.setFocus()
        else:
            self.setFocus()

    def take_card(self, person: Person) -> None:
        """A card signs for the department while a list waits for it."""
        if self.lists.is_signing:
            self.lists.signing.take_card(person)

    def make(self) -> None:
        """Print the list of the department under the cursor; or sign the one that is open."""
        if self.lists.is_signing:
            self.lists.sign()
            return
        one: Receipt | None = self.view.current
        if one is None or self._under_way:
            return
        ours = [r for r in self.model.rows if r.row.department == one.row.department]
        cases = tuple(r.row.case for r in ours if r.goes)
        self._under_way = bool(cases)
        pass_receipts = self._desk.operations.results.pass_receipts
        self._desk.do(pass_receipts, cases, owner=self, done=self._on_made, failed=self._on_failed)

    def toggle(self) -> None:
        """Put the receipt under the cursor on the next list, or keep it."""
        one: Receipt | None = self.view.current
        if one is not None:
            self._kept ^= {one.row.case}
            self._show(tuple(r.row for r in self.model.rows))

    def _on_made(self, made: Made) -> None:
        self._under_way = False
        if self._desk.printing is not None:
            self._desk.printing.print(made.prints)
        self._kept.clear()
        self.read()
        self.lists.open_next(made.id)

    def _on_failed(self, error: object) -> None:
        self._under_way = False
        self._desk.notices.show(error)

    def _show(self, rows: tuple[WorkRow, ...]) -> None:
        self.model.set_rows(tuple(Receipt(row, row.case not in self._kept) for row in rows))
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.button.setEnabled(bool(rows))
        if rows and self.hasFocus():
            self.view.setFocus()

    def _chip(self, one: Receipt) -> ChipState:
        return self._chips[one.goes]

    def _word(self, one: Receipt) -> str:
        return self._chip(one).word

    def _due(self, one: Receipt) -> ChipState:
        return due_chip(one.row.due, self._desk.now())

    def _due_word(self, one: Receipt) -> str:
        return self._due(one).word

    def _build(self) -> None:
        left = Panel()
        note = self.tr("到期前移交部门，一个部门一张清单")
        left.set_title(self.tr("送达回执移交"), note)
        left.body.addWidget(self.view, 1)
        left.body.addWidget(self.empty, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.button)
        left.body.addLayout(acts)
        both = QWidget()
        column = QVBoxLayout(both)
        theme.spaced(column, gap=8)
        column.addWidget(self.lists, 1)
        column.addWidget(self.archive, 1)
        self._right = QStackedWidget()
        for widget in (both, self.lists.signing):
            self._right.addWidget(widget)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addWidget(left, 1)
        row.addWidget(self._right, 1)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("filing.pick", self.view, self.toggle)
        keys.bind("filing.make", self, self.make)
        keys.bind("results.leave", self, self._on_escape)
        self.button.clicked.connect(self.make)
        self.view.opened.connect(lambda _: self.make())
        self.lists.signing_changed.connect(self._on_signing)
        self.lists.signed.connect(self.read)

    def _on_signing(self, is_open: bool) -> None:
        self._right.setCurrentIndex(1 if is_open else 0)
        self.take_focus()

    def _on_escape(self) -> bool:
        was_open = self.lists.is_signing
        self.lists.put_down()
        return was_open
