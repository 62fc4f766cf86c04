"""日清: what of the day agrees and what does not; Enter names the difference, F9 closes the day."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.day import Day
from zcdesk.domain.hall import Role
from zcdesk.domain.sheet import Sheet
from zcdesk.operations.closing import Check, DayView
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.sheet_view import SheetView
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.field import LineEdit
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import RIGHT, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

NAMES = {
    "tickets": QT_TRANSLATE_NOOP("duty", "取号 = 已结束的号"),
    "cases": QT_TRANSLATE_NOOP("duty", "办件 = 办理记录中的件"),
    "receipts": QT_TRANSLATE_NOOP("duty", "办件 = 已打印的收件凭证"),
    "platform": QT_TRANSLATE_NOOP("duty", "办件 = 平台编号"),
    "handovers": QT_TRANSLATE_NOOP("duty", "应移交 = 已移交"),
    "results": QT_TRANSLATE_NOOP("duty", "办结 = 已到出件窗口的结果"),
}


class ClosingPage(QWidget):
    """Shows the comparisons of today and closes the day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("日清")
        self.setObjectName("closing_page")
        self.shown: DayView | None = None
        self.model: RowsModel[Check] = RowsModel(
            (
                Column(self.tr("对账"), lambda check: words("duty", NAMES[check.name])),
                Column(self.tr("共"), lambda check: str(check.whole), RIGHT, 110),
                Column(self.tr("结果"), lambda _: "", width=220, chip=self._chip),
            ),
            lambda check: check.name,
        )
        self.view = RowsView(self.model)
        self.view.setAccessibleName(self.title)
        self.remark = LineEdit(self.tr("对不上的原因（全部对上可以不写）"))
        self.remark.setAccessibleName(self.tr("说明"))
        self.state = Text("", "body", Tone.NEUTRAL)
        self.close_button = Button(self.tr("日清"), Kind.PRIMARY, icon="check", key="F9")
        self.panel, self.sheet = Panel(self.title), SheetView(desk)
        self._stack = QStackedWidget()
        self._build()
        self.view.opened.connect(self._open)
        self.sheet.closed.connect(self._back)
        self.sheet.opened.connect(self._on_row)
        self.close_button.clicked.connect(self.close_day)
        desk.keys.bind("closing.close", self, self.close_day)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Compare again; the focus stands in the list."""
        may = {Role.SUPERVISOR, Role.ADMINISTRATOR} & set(self._desk.clerk.roles)
        self.close_button.setVisible(bool(may))
        self._desk.do(self._desk.operations.closing.view, owner=self, done=self.show_view)
        self.view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is."""

    def show_view(self, view: DayView) -> None:
        """Show what was compared."""
        self.shown = view
        self.model.set_rows(view.checks)
        if self.view.current is None:
            self.view.set_current(0)
        self.panel.set_title(self.title, view.date)
        said = self.tr("今天还没有日清")
        if view.closed is not None:
            said = self.tr("{time} 已日清（{clerk}）").format(
                time=view.closed.at[11:16], clerk=view.closed.clerk
            )
        self.state.set_text(said)

    def close_day(self) -> None:
        """Record the day's sums."""
        close = self._desk.operations.closing.close
        self._desk.do(close, self.remark.text(), owner=self, done=self._on_closed)

    def _build(self) -> None:
        self.panel.body.addWidget(self.view)
        line = QHBoxLayout()
        theme.spaced(line, gap=8)
        line.addWidget(Text(self.tr("说明"), "strong"))
        line.addWidget(self.remark, 1)
        self.panel.body.addLayout(line)
        footer = Footer()
        footer.say(self.state, 1)
        footer.act(self.close_button)
        front = QWidget()
        footer.under(self.panel, front)
        self._stack.addWidget(front)
        self._stack.addWidget(self.sheet)
        whole = QVBoxLayout(self)
        theme.spaced(whole)
        whole.addWidget(self._stack)

    def _chip(self, check: Check) -> ChipState:
        if check.agrees:
            return ChipState("circle-check", self.tr("对上"), Tone.OK)
        said = self.tr("差 {n}").format(n=len(check.missing))
        return ChipState("alert-triangle", said, Tone.WARN)

    def _open(self, check: Check) -> None:
        if not check.agrees:
            behind = self._desk.operations.live_rows.behind
            key = f"missing/{check.name}"
            self._desk.do(behind, key, owner=self, done=self._show_sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(sheet)

    def _on_row(self, key: str) -> None:
        kind, _, of = key.partition(":")
        if kind == "case":
            self._desk.case_wanted.emit(of)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.view.setFocus()

    def _on_closed(self, _: Day) -> None:
        self._desk.notices.note(self.tr("今天已日清"))
        self.activate()
