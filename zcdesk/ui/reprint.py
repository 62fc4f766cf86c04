"""补打 (Ctrl+P): the papers of the day, the newest in front, and what still waits to be printed.

Enter prints the paper under the cursor once more, marked with its count, time and clerk; one that
never came out is printed as the original it is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.papers import title
from zcdesk.ui.counter.done import PrintLine, print_chip, print_width, whose
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.printing import PrintState
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.operations.printing import PrintTask


class ReprintPage(QWidget):
    """Lists papers and prints one more copy.

    Signals:
        closed(): back to the counter.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("补打")
        self.setObjectName("reprint_page")
        self.setProperty("kind", "page")
        self.model: RowsModel[PrintLine] = RowsModel(
            (
                Column(self.tr("文书"), lambda line: title(line.task.paper), width=180),
                Column(self.tr("编号"), lambda line: line.task.number),
                Column(self.tr("申请人"), lambda line: whose(line.task.paper), width=220),
                Column(self.tr("时间"), _time, width=80, style="body"),
                Column(self.tr("状态"), _word, width=print_width(), chip=_chip),
            ),
            lambda line: line.task.job,
            lambda line: f"{title(line.task.paper)} {line.task.number} {_word(line)}",
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("reprints")
        self.view.setAccessibleName(self.title)
        self.empty = Empty("printer", self.tr("今天还没有打印过文书"))
        self.button = Button(self.tr("打印这一份"), Kind.PRIMARY, icon="printer", key="Enter")
        self.back = Button(self.tr("返回"), key="Esc")
        self._build()
        desk.keys.bind("reprint.print", self, self.print_current)
        desk.keys.bind("reprint.close", self, self.closed.emit)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Keep the focus in the list, or on the way back while there is none."""
        (self.view if self.model.rows else self.back).setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: one list."""

    def open(self) -> None:
        """Read the papers again."""
        printing = self._desk.operations.printing
        self._desk.do(printing.later, owner=self, done=self._on_later)

    def print_current(self) -> None:
        """Print the paper under the cursor."""
        line: PrintLine | None = self.view.current
        if line is None or self._desk.printing.is_busy:
            return
        if line.state is PrintState.LATER:
            self._desk.printing.print((line.task,))
            self.closed.emit()
            return
        reprint = self._desk.operations.printing.reprint
        self._desk.do(reprint, line.task, owner=self, done=self._on_task)

    def _on_task(self, task: PrintTask) -> None:
        self._desk.printing.print((task,))
        words = self.tr("{title} {no} 补打第 {n} 次")
        self._desk.notices.note(words.format(title=title(task.paper), no=task.number, n=task.copy))
        self.closed.emit()

    def _on_later(self, waiting: tuple[PrintTask, ...]) -> None:
        printing = self._desk.operations.printing
        self._desk.do(printing.recent, owner=self, done=partial(self._on_recent, waiting))

    def _on_recent(self, waiting: tuple[PrintTask, ...], recent: tuple[PrintTask, ...]) -> None:
        rows = (
            *(PrintLine(0, task, PrintState.LATER) for task in waiting),
            *(PrintLine(0, task, PrintState(task.state)) for task in recent),
        )
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.button.setEnabled(bool(rows))
        if rows:
            self.view.set_current(0)
        self.activate()

    def _build(self) -> None:
        panel = Panel()
        panel.set_title(self.title, self.tr("最近的在最上面，补打注明第几次、时间和经手人"))
        panel.body.addWidget(self.view, 1)
        panel.body.addWidget(self.empty, 1)
        footer = Footer()
        said = self.tr("稍后打的打的是原件，其余注明补打")
        footer.say(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        footer.act(self.back)
        footer.act(self.button)
        footer.under(panel, self)
        self.button.clicked.connect(self.print_current)
        self.back.clicked.connect(self.closed)
        self.view.opened.connect(lambda _: self.print_current())


def _time(line: PrintLine) -> str:
    return f"{line.task.paper.head.at:%H:%M}"


def _chip(line: PrintLine) -> ChipState:
    return print_chip(line.state)


def _word(line: PrintLine) -> str:
    return _chip(line).word
