"""A table of what lies behind a figure: Enter opens the case, Ctrl+C copies, Ctrl+E exports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zcdesk.domain.sheet import Sheet
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import exports
from zcdesk.ui.duty.saving import write
from zcdesk.ui.duty.sheet_words import cell_words
from zcdesk.ui.jobs import WORK
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import LEFT, RIGHT, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text


class Line(NamedTuple):
    """One row and what it stands for."""

    place: int
    cells: tuple[str | int, ...]
    key: str


class SheetView(QWidget):
    """Shows one table.

    Attributes:
        folder: where exports go; one file for each.

    Signals:
        opened(str): the key of a row; closed(): back.
    """

    opened = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder = exports()
        self.sheet: Sheet | None = None
        self.panel = Panel(" ")
        self.count = Text("", "small", Tone.NEUTRAL)
        self.export_button = Button(self.tr("导出表格"), icon="file-text", key="Ctrl+E")
        self.copy_button = Button(self.tr("复制"), icon="copy", key="Ctrl+C")
        self.back = Button(self.tr("返回"), key="Esc")
        self.view: RowsView | None = None
        footer = Footer()
        footer.say(self.count, 1)
        for button in (self.copy_button, self.export_button, self.back):
            footer.act(button)
        footer.under(self.panel, self)
        self.export_button.clicked.connect(self.export)
        self.copy_button.clicked.connect(self.copy)
        self.back.clicked.connect(self.closed)
        desk.keys.bind("sheet.export", self, self.export)
        desk.keys.bind("sheet.copy", self, self.copy)
        desk.keys.bind("sheet.close", self, self.closed.emit)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table; the focus stands in it."""
        self.sheet = sheet
        self.panel.set_title(cell_words(sheet.title))
        if self.view is not None:
            self.panel.body.removeWidget(self.view)
            self.view.deleteLater()
        model: RowsModel[Line] = RowsModel(_columns(sheet), lambda line: line.place)
        self.view = RowsView(model)
        self.view.setObjectName("sheet_rows")
        self.view.setAccessibleName(cell_words(sheet.title))
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.view)
        theme.rescale(self.view, theme.look(self))
        keys = sheet.keys or ("",) * len(sheet.rows)
        rows = zip(sheet.rows, keys, strict=True)
        model.set_rows([Line(place, cells, key) for place, (cells, key) in enumerate(rows)])
        said = self.tr("{n} 行").format(n=len(sheet.rows))
        self.count.set_text(self.tr("{said}，还有更多").format(said=said) if sheet.more else said)
        self.view.show()  # a widget that is not shown yet takes no focus
        self.view.set_current(0)
        self.view.setFocus()

    def copy(self) -> None:
        """Put the whole table on the clipboard, as a spreadsheet takes it."""
        if self.sheet is None:
            return
        lines = (self.sheet.headings, *self.sheet.rows)
        text = "\n".join("\t".join(str(cell) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)
        self._desk.notices.note(self.tr("已复制 {n} 行").format(n=len(self.sheet.rows)))

    def export(self) -> None:
        """Write the table as a spreadsheet, in the work lane."""
        if self.sheet is None:
            return
        now = self._desk.now()
        title = self.sheet.title.replace("/", "-")
        path = self.folder / f"{title} {now:%Y%m%d-%H%M%S}.xlsx"
        made = self._desk.operations.spreadsheet
        sheet = made.Grid(self.sheet.title, self.sheet.headings, self.sheet.rows)
        when = made.Grid("说明", ("数据时间",), ((f"{now:%Y-%m-%d %H:%M:%S}",),))
        job = partial(write, path, partial(made.to_bytes, (sheet, when)))
        note = self._desk.operations.clerks.exported
        self._desk.do(note, self.sheet.title, len(self.sheet.rows), owner=self)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("表格已写到 {path}").format(path=str(path)))

    def _on_opened(self, line: Line) -> None:
        if line.key:
            self.opened.emit(line.key)


def _columns(sheet: Sheet) -> tuple[Column[Line], ...]:
    """Return the columns of a table: numbers right, the longest words take the room left."""
    widths = [_width(sheet, place) for place in range(len(sheet.headings))]
    widest = widths.index(max(widths))
    return tuple(
        Column(
            cell_words(heading),
            _cell(place),
            align=RIGHT if _is_number(sheet, place) else LEFT,
            width=0 if place == widest else min(260, 24 + 9 * widths[place]),
        )
        for place, heading in enumerate(sheet.headings)
    )


def _cell(place: int) -> Callable[[Line], str]:
    def text(line: Line) -> str:
        return cell_words(line.cells[place])

    return text


def _is_number(sheet: Sheet, place: int) -> bool:
    return bool(sheet.rows) and all(isinstance(row[place], int) for row in sheet.rows)


def _width(sheet: Sheet, place: int) -> int:
    """Narrow characters the widest cell of a column takes."""
    cells = [sheet.headings[place], *(cell_words(row[place]) for row in sheet.rows[:100])]
    return max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in cell) for cell in cells)
