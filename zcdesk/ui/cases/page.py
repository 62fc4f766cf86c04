"""查询 (Ctrl+F): one box, the cases it finds, and the page of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.case import CaseState
from zcdesk.ui import theme
from zcdesk.ui.case_words import case_chip
from zcdesk.ui.cases import words as say
from zcdesk.ui.cases.detail import CaseDetail
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.field import Field, LineEdit
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from zcdesk.operations.worklists import WorkRow

QUIET_MS = 250
"""How long nobody types before the box is looked up."""


class CasesPage(QWidget):
    """Finds cases and shows one.

    Attributes:
        detail: the page of one case.

    Signals:
        closed(): back to where the clerk came from.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = ""
        self.title = self.tr("查询")
        self.setObjectName("cases_page")
        self.setProperty("kind", "page")
        self.box = Field(
            self.tr("件号、今日票号、姓名、证件或手机后四位、事项；也可以直接扫码"), LineEdit()
        )
        self.box.edit.setObjectName("cases_box")
        self.found = _found_view()
        self.detail = CaseDetail(desk)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(QUIET_MS)
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Go on where the clerk was: in the box or in the case."""
        if self._stack.currentWidget() is self.detail:
            self.detail.refresh()
            self.detail.take_focus()
        else:
            self.box.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Pass the width on."""
        self.detail.on_layout(step)
        for place in (3, 5):  # department and day give their room to the number
            self.found.show_column(place, step is not LayoutStep.NARROW)

    def begin(self) -> None:
        """Ctrl+F: an empty box."""
        self._stack.setCurrentWidget(self._search)
        self.box.set_text("")
        self._on_found(())
        self.box.setFocus()

    def open_case(self, case_id: str) -> None:
        """Show one case."""
        self._stack.setCurrentWidget(self.detail)
        self.detail.open(case_id)

    def look(self) -> None:
        """Look up what stands in the box."""
        self._asked = self.box.text().strip()
        find = self._desk.operations.finding.find
        self._desk.do(find, self._asked, owner=self, done=self._on_found)

    def _on_found(self, rows: tuple[WorkRow, ...]) -> None:
        self.found.rows_model.set_rows(rows)
        self._lists.setCurrentIndex(1 if rows else 0)
        asked = bool(self.box.text().strip())
        self.nothing.setVisible(asked)
        self.invite.setVisible(not asked)
        if rows:
            self.found.set_current(0)

    def _on_enter(self) -> bool:
        """Enter in the box goes to what was found; one case alone opens at once."""
        if not self.box.edit.hasFocus():
            return False
        if self.timer.isActive() or self._asked != self.box.text().strip():
            self.timer.stop()
            self.look()
        rows = self.found.rows_model.rows
        if len(rows) == 1:
            self.open_case(rows[0].case)
        elif rows:
            self.found.setFocus()
        return True

    def _on_scan(self, text: str) -> None:
        if not self.isVisible():
            return
        self.box.set_text(text.split("/")[1] if text.count("/") else text)
        self.timer.stop()
        find = self._desk.operations.finding.find
        self._desk.do(find, text, owner=self, done=self._on_scanned)

    def _on_scanned(self, rows: tuple[WorkRow, ...]) -> None:
        self._stack.setCurrentWidget(self._search)
        self._on_found(rows)
        if len(rows) == 1:
            self.open_case(rows[0].case)
        elif rows:
            self.found.setFocus()

    def _on_detail_closed(self) -> None:
        self._stack.setCurrentWidget(self._search)
        (self.found if self.found.rows_model.rows else self.box).setFocus()

    def _build(self) -> None:
        self.invite = Empty("search", self.tr("输入后自动查找，个人信息不显示全文"))
        self.nothing = Empty("file-search", self.tr("没有找到，请核对后再查"))
        empty = QWidget()
        column = QVBoxLayout(empty)
        theme.spaced(column)
        column.addWidget(self.invite)
        column.addWidget(self.nothing)
        self._lists = QStackedWidget()
        self._lists.addWidget(empty)
        self._lists.addWidget(self.found)
        self._search = Panel(self.title)
        self._search.body.addWidget(self.box)
        self._search.body.addWidget(self._lists, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._search)
        self._stack.addWidget(self.detail)
        column_ = QVBoxLayout(self)
        theme.spaced(column_)
        column_.addWidget(self._stack)
        self.nothing.hide()

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("page.open", self._search, self._on_enter)
        keys.bind("page.close", self._search, self.closed.emit)
        self.box.edit.textChanged.connect(lambda _: self.timer.start())  # type: ignore[attr-defined]
        self.timer.timeout.connect(self.look)
        self.found.opened.connect(lambda row: self.open_case(row.case))
        self.detail.closed.connect(self._on_detail_closed)
        self._desk.scanned.connect(self._on_scan)


def _found_view() -> RowsView:
    def state(row: WorkRow) -> str:
        return case_chip(row.state).word

    states = [case_chip(one).word for one in CaseState]
    model: RowsModel[WorkRow] = RowsModel(
        (
            Column(
                say.said("状态"),
                state,
                width=chips_width(100, states),
                chip=lambda row: case_chip(row.state),
            ),
            Column(say.said("件号"), lambda row: row.number, width=196, style="body"),
            Column(say.said("事项"), lambda row: row.matter),
            Column(say.said("部门"), lambda row: row.department, width=150, style="body"),
            Column(say.said("申请人"), lambda row: row.name, width=86, style="body"),
            Column(say.said("收件"), lambda row: row.received_at[:10], width=110, style="body"),
            Column(
                say.said("时限"),
                _limit,
                width=200,
                chip=lambda row: say.nearest(row.limit),
                tone=lambda _: Tone.NEUTRAL,
            ),
        ),
        lambda row: row.case,
    )
    view = RowsView(model)
    view.setObjectName("cases_found")
    view.setAccessibleName(say.said("查到的办件"))
    return view


def _limit(row: WorkRow) -> str:
    chip = say.nearest(row.limit)
    return chip.word if chip else "—"
