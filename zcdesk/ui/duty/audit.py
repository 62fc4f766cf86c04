"""审计: who did what when, who looked at personal data, what left as a file; is the log whole.

Reads everything and offers nothing that changes anything. The walk over every chain runs when it
is asked for and says its outcome in words.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.sheet import Sheet
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.audit_words import (
    KINDS,
    about_words,
    detail_words,
    finding_words,
    kind_words,
    place_words,
)
from zcdesk.ui.duty.sheet_view import SheetView
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.field import Combo, LineEdit
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import joined

if TYPE_CHECKING:
    from zcdesk.operations.audit import Chain, Line


class AuditPage(QWidget):
    """Shows the record.

    Attributes:
        view: the acts found, the newest first; `outcome` the words of the last verification.
    """

    tab_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("审计")
        self.setObjectName("audit_page")
        today = desk.now().date().isoformat()
        self.first, self.last = LineEdit(), LineEdit()
        self.first.setText(today)
        self.last.setText(today)
        self.staff, self.subject = LineEdit(), LineEdit()
        self.kind = Combo()
        for prefix, _ in KINDS:
            self.kind.addItem(kind_words(prefix) if prefix else self.tr("全部"), prefix)
        self.view: RowsView = RowsView(RowsModel(self._columns(), lambda line: line.id))
        self.view.setObjectName("audit_lines")
        self.view.setAccessibleName(self.title)
        self.view.set_compact(True)
        self.outcome = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.search = Button(self.tr("查找"), icon="search", key="Enter")
        self.more = Button(self.tr("更早的"), icon="history", key="F8")
        self.table = Button(self.tr("表格"), icon="file-text", key="figures.table")
        self.verify = Button(
            self.tr("核验记录"), Kind.PRIMARY, icon="rosette-discount-check", key="F9"
        )
        self.sheet = SheetView(desk)
        self._front = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front)
        self._stack.addWidget(self.sheet)
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read today's record."""
        self.look()
        self._stack.currentWidget().setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Leave the station out where there is no room."""
        self.view.show_column(5, step is not LayoutStep.NARROW)

    def look(self) -> None:
        """Read what is asked for; a day that is none is said at the foot."""
        self._read("", ())

    def look_earlier(self) -> None:
        """Read on, behind what is shown."""
        lines = self.view.rows_model.rows
        if lines:
            self._read(lines[-1].id, lines)

    def check(self) -> None:
        """Walk every chain."""
        if self._stack.currentWidget() is not self._front:
            return
        self.outcome.set_tone(Tone.NEUTRAL)
        self.outcome.set_text(self.tr("正在核验全部记录…"))
        self._desk.do(
            self._desk.operations.audit.check,
            owner=self,
            done=self._on_checked,
            failed=self._desk.notices.show,
        )

    def show_table(self) -> None:
        """Show the lines as a table that can be copied and exported."""
        lines: tuple[Line, ...] = self.view.rows_model.rows
        sheet = Sheet(
            title=self.tr("操作记录 {first} 至 {last}").format(
                first=self.first.text(), last=self.last.text()
            ),
            headings=("时间", "人员", "状态", "编号", "说明"),
            rows=tuple(
                (_time(x), x.name, kind_words(x.kind), about_words(x), detail_words(x))
                for x in lines
            ),
            keys=tuple(x.about if x.about.startswith("case:") else "" for x in lines),
        )
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(sheet)

    def open_line(self, line: Line) -> None:
        """Open the case an act is about."""
        if line.about.startswith("case:"):
            self._desk.case_wanted.emit(line.about.partition(":")[2])

    def _read(self, before: str, kept: tuple[Line, ...]) -> None:
        audit = self._desk.operations.audit
        try:
            wanted = audit.Wanted(
                first=_day(self.first.text()),
                last=_day(self.last.text()),
                clerk=self.staff.text().strip(),
                kind=str(self.kind.currentData() or ""),
                subject=self.subject.text().strip(),
            )
        except ValueError:
            self.outcome.set_tone(Tone.WARN)
            self.outcome.set_text(self.tr("日期请写成 2026-11-24；空着就是不限"))
            return
        read = partial(self._desk.do, audit.lines, wanted)
        done = partial(self._on_read, kept)
        read(owner=self, done=done, failed=self._desk.notices.show, before=before)

    def _on_read(self, kept: tuple[Line, ...], found: tuple[Line, ...]) -> None:
        self.view.rows_model.set_rows(kept + found)
        full = len(found) >= self._desk.operations.audit.SHOWN
        self.more.setEnabled(full)
        said = self.tr("{n} 条") if kept + found else self.tr("没有符合条件的记录，请放宽条件")
        if full:
            said = self.tr("{n} 条，还有更早的")
        self.outcome.set_tone(Tone.NEUTRAL)
        self.outcome.set_text(said.format(n=len(kept + found)))

    def _on_checked(self, chain: Chain) -> None:
        if chain.is_whole:
            said = self.tr("核验通过：{acts} 条记录、{n} 条链首尾相连，没有改动、缺失或插入")
            self.outcome.set_tone(Tone.OK)
            self.outcome.set_text(said.format(acts=chain.acts, n=chain.incarnations))
            return
        said = self.tr("核验不通过，{n} 处有问题：{places}。请保留现场并联系信息科")
        places = joined(finding_words(one) for one in chain.findings[:5])
        self.outcome.set_tone(Tone.DANGER)
        self.outcome.set_text(said.format(n=len(chain.findings), places=places))

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column(self.tr("时间"), _time, width=190, style="body"),
            Column(self.tr("人员"), lambda line: line.name or "—", width=110),
            Column(self.tr("做了什么"), lambda line: kind_words(line.kind), width=170),
            Column(self.tr("对象"), about_words),
            Column(self.tr("说明"), detail_words, width=150, style="body"),
            Column(self.tr("工作站"), place_words, width=150, style="body"),
        )

    def _build(self) -> None:
        panel = Panel()
        row = FlowLayout()
        theme.spaced(row, gap=12)
        for name, field, width in (
            (self.tr("从"), self.first, 120),  # a whole day: 2026-11-24
            (self.tr("到"), self.last, 120),
            (self.tr("工号"), self.staff, 96),
            (self.tr("编号"), self.subject, 232),
            (self.tr("做了什么"), self.kind, 168),
        ):
            field.setAccessibleName(name)
            row.addWidget(_named(name, field, width))
        row.addWidget(self.search)
        asked = QWidget()
        asked.setLayout(row)
        panel.body.addWidget(asked)
        panel.body.addWidget(self.view, 1)
        theme.sized(self.view, min_height=120)
        footer = Footer()
        footer.say(self.outcome, 1)
        for button in (self.more, self.table, self.verify):
            footer.act(button)
        footer.under(Scroll(panel), self._front)
        whole = QVBoxLayout(self)
        theme.spaced(whole)
        whole.addWidget(self._stack)
        self._front.setFocusProxy(self.view)

    def _bind(self) -> None:
        keys = self._desk.keys
        for field in (self.first, self.last, self.staff, self.subject):
            keys.bind("audit.find", field, self.look)
        keys.bind("audit.more", self._front, self.look_earlier)
        keys.bind("audit.check", self._front, self.check)
        keys.bind("figures.table", self.view, self.show_table)
        self.search.clicked.connect(self.look)
        self.more.clicked.connect(self.look_earlier)
        self.verify.clicked.connect(self.check)
        self.table.clicked.connect(self.show_table)
        self.view.opened.connect(self.open_line)
        self.sheet.closed.connect(self._close_sheet)
        self.sheet.opened.connect(lambda key: self._desk.case_wanted.emit(key.partition(":")[2]))

    def _close_sheet(self) -> None:
        self._stack.setCurrentWidget(self._front)
        self._front.setFocus()


def _named(name: str, field: QWidget, width: int) -> QWidget:
    """Keep a field and its name on one line."""
    both = QWidget()
    row = QHBoxLayout(both)
    theme.spaced(row, gap=6)
    row.addWidget(Text(name, "small", Tone.NEUTRAL))
    row.addWidget(field)
    theme.sized(field, width=width)
    return both


def _day(said: str) -> dt.date | None:
    return dt.date.fromisoformat(said.strip()) if said.strip() else None


def _time(line: Line) -> str:
    late = "" if line.clock_ok else " ?"
    return line.at[:19].replace("T", " ") + late
