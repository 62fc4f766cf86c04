"""导入部门表: read a table, say every line that is to mend, hand the whole of it in or nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.catalogue.files import read_raw
from zcdesk.catalogue.lint import Finding
from zcdesk.catalogue.raw import RawFile
from zcdesk.errors import CodedError
from zcdesk.ui.catalogue.words import field_words
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import exports
from zcdesk.ui.duty.saving import write
from zcdesk.ui.file_intake import FileIntake
from zcdesk.ui.finding_words import finding_words
from zcdesk.ui.jobs import WORK
from zcdesk.ui.keys import CAPS
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    CodeEdit,
    Column,
    Empty,
    Field,
    Footer,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)

if TYPE_CHECKING:
    from zcdesk.operations.catalogue_table import Imported


class TablePage(QWidget):
    """The import over the page of matters.

    Signals:
        taken(): the table was handed in. closed(): back.
    """

    taken = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder = exports()
        self.setObjectName("catalogue_table")
        self.setProperty("kind", "page")
        self._raw: RawFile | None = None
        label = self.tr("部门表（XLSX、CSV、YAML）")
        kinds = self.tr("部门表 (*.xlsx *.csv *.yaml *.yml)")
        self.intake = FileIntake(self, "table_file", label, self.tr("请选择文件"), kinds)
        self.file = self.intake.field
        self.day = Field(self.tr("生效日期（不填：批准时）"), CodeEdit("2026-12-01"))
        self.day.edit.setObjectName("table_day")
        self.model: RowsModel[Finding] = RowsModel(self._columns(), key=id)
        self.view = RowsView(self.model)
        self.view.setAccessibleName(self.tr("要改的地方"))
        self.empty = Empty("file-text", "")
        self.told = Text("", "strong", wrap=True)
        self.export_button = Button(self.tr("导出问题"), icon="file-text", key="Ctrl+E")
        self.take_button = Button(self.tr("全部提交复核"), Kind.PRIMARY, key="F9")
        self._build()
        self._bind()
        self.open()

    def open(self) -> None:
        """Begin with no file."""
        self._raw = None
        self._show((), self.tr("选择文件，或把它拖到这里；一处不对就全部不导入"))
        self.told.set_text("")
        self.file.say("")
        self.file.setFocus()

    def read(self, path: str) -> None:
        """Read and check the file, in the work lane."""
        self._desk.jobs.run(
            WORK, partial(_read, path), owner=self, done=self._on_read, failed=self._on_refused
        )

    def take(self) -> None:
        """Hand the whole table in, or learn what the hall has against it."""
        if self._raw is None or self.model.rows:
            return
        day = self.day.text().strip()
        take_in = self._desk.operations.catalogue_table.take_in
        self._desk.do(
            take_in,
            self._raw,
            effective=day,
            owner=self,
            done=self._on_taken,
            failed=self._on_not_taken,
        )

    def export(self) -> None:
        """Write what is to mend as a spreadsheet, for the department."""
        if not self.model.rows:
            return
        now = self._desk.now()
        rows = tuple((f.row, field_words(f.field), f.message, f.instead) for f in self.model.rows)
        made = self._desk.operations.spreadsheet
        grid = made.Grid("要改的地方", ("位置", "栏", "问题", "怎么改"), rows)
        path = self.folder / f"部门表要改的地方 {now:%Y%m%d-%H%M%S}.xlsx"
        job = partial(write, path, partial(made.to_bytes, (grid,)))
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _on_read(self, read: tuple[RawFile, tuple[Finding, ...]]) -> None:
        raw, found = read
        self._raw = raw
        self.file.say("")
        self._show(found, self.tr("检查通过，按 {keys[F9]} 全部提交复核").format(keys=CAPS))
        n = len(raw.matters)
        if found:
            self._tell_refused(n, found)
            self.view.setFocus()
        else:
            self.told.set_text(self.tr("共 {n} 个事项，检查通过").format(n=n))
            self.told.set_tone(Tone.OK)
            self.take_button.setFocus()

    def _on_taken(self, done: Imported) -> None:
        if done.findings:
            self._show(done.findings, "")
            self._tell_refused(done.rows, done.findings)
            self.view.setFocus()
            return
        said = self.tr("已提交 {n} 个事项待复核，{same} 个没有变化")
        self._desk.notices.note(said.format(n=len(done.proposed), same=done.same))
        self.taken.emit()

    def _on_refused(self, error: CodedError) -> None:
        self._raw = None
        self._show((), self.tr("这个文件读不出来，什么也没有导入"))
        self.intake.refuse(describe(error).text)

    def _on_not_taken(self, error: CodedError) -> None:
        if error.code == "CAT-22":
            self.day.say(describe(error).text)
            self.day.setFocus()
        else:
            self._desk.notices.show(error)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("表格已写到 {path}").format(path=str(path)))

    def _tell_refused(self, rows: int, found: tuple[Finding, ...]) -> None:
        said = self.tr("共 {n} 个事项，{bad} 处要改；改好再读，现在什么也没有导入")
        self.told.set_text(said.format(n=rows, bad=len(found)))
        self.told.set_tone(Tone.DANGER)

    def _show(self, found: tuple[Finding, ...], sentence: str) -> None:
        self.model.set_rows(found)
        self.view.set_current(0)
        self.view.setVisible(bool(found))
        self.empty.say(sentence)
        self.empty.setVisible(not found)
        self.export_button.setEnabled(bool(found))
        self.take_button.setEnabled(self._raw is not None and not found)
        self.day.say("")

    def _columns(self) -> tuple[Column[Finding], ...]:
        return (
            Column(self.tr("位置"), lambda f: f.row, width=96, style="strong"),
            Column(self.tr("栏"), lambda f: field_words(f.field), width=190, style="body"),
            Column(
                self.tr("问题"), lambda f: finding_words(f.message), tone=lambda _f: Tone.DANGER
            ),
            Column(self.tr("怎么改"), lambda f: finding_words(f.instead)),
        )

    def _build(self) -> None:
        self.intake.add(self.day)
        panel = Panel(self.tr("导入部门表"))
        panel.body.addWidget(self.intake)
        panel.body.addWidget(self.view, 1)
        panel.body.addWidget(self.empty, 1)
        footer = Footer()
        footer.say(self.told, 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        for button in (back, self.export_button, self.take_button):
            footer.act(button)
        footer.under(panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("table.read", self.file, self.intake.read)
        self.intake.wanted.connect(self.read)
        keys.bind("table.take", self, self.take)
        keys.bind("table.export", self, self.export)
        keys.bind("table.close", self, self.closed.emit)
        self.take_button.clicked.connect(self.take)
        self.export_button.clicked.connect(self.export)


def _read(path: str) -> tuple[RawFile, tuple[Finding, ...]]:
    from zcdesk.catalogue.lint import lint_raw

    raw = read_raw(path)
    return raw, lint_raw(raw)
