"""The ledgers page: who may decide at a window, what seals were used for, what blanks are left."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.authority import Authority, Book
from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk
from zcdesk.ui.ledgers import sheets
from zcdesk.ui.ledgers.sheets import AUTHORITIES, TABS, WRITERS, Line
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.review.form import ActForm, Ask
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Choice,
    Column,
    Empty,
    Footer,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.chip import chips_width


class LedgersPage(QWidget):
    """Lists a ledger; F9 writes a line, X revokes an authority.

    Signals:
        closed(): Esc.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._departments: tuple[str, ...] = ()
        self._revoked = ""
        self.title = self.tr("台账")
        self.setObjectName("ledgers_page")
        self.setProperty("kind", "page")
        self.tabs = Choice(tuple((name, sheets.shown(word)) for name, word in TABS))
        width = chips_width(108, (self.tr("已撤销"), "余 9999 份"))
        columns = (
            Column[Line](self.tr("名称、事项"), lambda line: line.what),
            Column[Line](self.tr("部门"), lambda line: line.department, style="body"),
            Column[Line](self.tr("窗口、人员"), lambda line: line.whom, width=150, style="body"),
            Column[Line](self.tr("时间"), lambda line: line.when, width=196, style="body"),
            Column[Line](
                self.tr("状态"), lambda line: line.chip.word, width=width, chip=lambda at: at.chip
            ),
        )
        self.view = RowsView(RowsModel(columns, lambda line: line.id))
        self.view.setObjectName("ledger")
        self.view.setAccessibleName(self.title)
        self.empty = Empty("notes", self.tr("这本台账还没有记录"))
        self.form = ActForm(desk.keys)
        self.write = Button(self.tr("登记"), Kind.PRIMARY, icon="plus", key="F9")
        self.write.setObjectName("ledger_write")
        self.revoke = Button(self.tr("撤销授权"), icon="ban", key="ledgers.revoke")
        self._build()
        self._bind()

    @property
    def tab(self) -> str:
        """Which ledger is open."""
        return str(self.tabs.value)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the ledger that is open."""
        inbox = self._desk.operations.inbox
        self._desk.do(inbox.departments, owner=self, done=self._on_departments)
        self.form.close_form()
        self._read()
        self.tabs.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Leave the department out where there is no room."""
        self.view.show_column(1, step is not LayoutStep.NARROW)

    def begin(self) -> None:
        """Write a new line."""
        if self.form.is_open or not self._may_write:
            return
        self._revoked = ""
        today = self._desk.now().date()
        word = sheets.shown(dict(TABS)[self.tab])
        asks = sheets.asks(self.tab, self._departments, today)
        self.form.open(word, "", asks, self.tr("登记"))

    def begin_revoke(self) -> None:
        """Ask why an authority ends."""
        line: Line | None = self.view.current
        if line is None or not line.open or not self._may_write:
            return
        self._revoked = line.id
        why = Ask("reason", self.tr("撤销理由"), needed=True, wide=True)
        self.form.open(
            self.tr("撤销授权"), f"{line.department} {line.whom}", (why,), self.tr("撤销")
        )

    @property
    def _may_write(self) -> bool:
        return bool(WRITERS[self.tab] & set(self._desk.clerk.roles))

    def _read(self) -> None:
        operations = self._desk.operations
        tab = self.tab
        read = operations.instant.authorities if tab == AUTHORITIES else operations.registers.books
        self._desk.do(read, owner=self, done=partial(self._on_read, tab))

    def _on_read(self, tab: str, found: tuple[Authority | Book, ...]) -> None:
        if tab != self.tab:
            return
        lines: list[Line] = []
        today = self._desk.now().date()
        for one in found:
            if isinstance(one, Authority):
                lines.append(sheets.authority_line(one, today))
            elif sheets.is_blank(one) is (tab == sheets.BLANKS):
                lines.append(sheets.book_line(one, blanks=tab == sheets.BLANKS))
        self.view.rows_model.set_rows(lines)
        self.view.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if lines and self.view.current is None:
            self.view.set_current(0)
        self.write.setVisible(self._may_write)
        self.revoke.setVisible(self._may_write and tab == AUTHORITIES)

    def _on_departments(self, departments: tuple[str, ...]) -> None:
        self._departments = departments

    def _on_accepted(self, said: dict[str, Any]) -> None:
        operations = self._desk.operations
        call: tuple[Any, ...]
        if self._revoked:
            call = (operations.instant.revoke, self._revoked, said["reason"])
        elif self.tab == AUTHORITIES:
            call = (operations.instant.give, sheets.authority_of(said))
        else:
            call = (operations.registers.enter, sheets.entry_of(said))
        self._desk.do(*call, owner=self, done=self._on_written, failed=self._on_refused)

    def _on_written(self, _result: object) -> None:
        self._close_form()
        self._read()

    def _on_refused(self, error: CodedError) -> None:
        self.form.say(describe(error).text)

    def _close_form(self) -> None:
        self.form.close_form()
        self.tabs.setFocus()

    def _on_tab(self, _tab: object) -> None:
        self.form.close_form()
        self.view.rows_model.set_rows(())
        self._read()

    def _build(self) -> None:
        panel = Panel()
        panel.body.addWidget(self.tabs)
        panel.body.addWidget(self.view, 1)
        panel.body.addWidget(self.empty, 1)
        panel.body.addWidget(self.form)
        footer = Footer()
        said = self.tr("每一笔都留记录，不能改写；写错的另记一笔并注明")
        footer.say(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        footer.act(self.revoke)
        footer.act(self.write)
        footer.under(panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("ledgers.write", self, self.begin)
        keys.bind("ledgers.revoke", self.view, self.begin_revoke)
        keys.bind("ledgers.close", self, self.closed.emit)
        self.write.clicked.connect(self.begin)
        self.revoke.clicked.connect(self.begin_revoke)
        self.tabs.changed.connect(self._on_tab)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self._close_form)
