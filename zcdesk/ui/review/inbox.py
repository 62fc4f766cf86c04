"""The inbox: four lists by deadline, read page by page; who waits at a window stands on top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.ui import theme
from zcdesk.ui.case_words import case_chip, limit_chip
from zcdesk.ui.desk import Desk
from zcdesk.ui.review import words as say
from zcdesk.ui.widgets import Button, ChipState, Column, Empty, Kind, Panel, RowsModel, RowsView
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.words import QT_TRANSLATE_NOOP, listed, words

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Inbox
    from zcdesk.operations.worklists import WorkRow

TABS = (
    ("accept", QT_TRANSLATE_NOOP("review", "待受理")),
    ("review", QT_TRANSLATE_NOOP("review", "审查中")),
    ("returned", QT_TRANSLATE_NOOP("review", "已退回")),
    ("asked", QT_TRANSLATE_NOOP("review", "意见·协办")),
)
"""Values of `operations.inbox.Tab`, in the order of their digits."""

_EMPTY = {
    "accept": QT_TRANSLATE_NOOP("review", "没有待受理件"),
    "review": QT_TRANSLATE_NOOP("review", "没有审查中的件"),
    "returned": QT_TRANSLATE_NOOP("review", "没有等补正的件"),
    "asked": QT_TRANSLATE_NOOP("review", "没有人征求意见"),
}


class InboxList(Panel):
    """Shows one list; the next page is read when the cursor comes to the end.

    Signals:
        opened(WorkRow): Enter on a row.
        read_done(): the list stands as it is now.
    """

    opened = Signal(object)
    read_done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._names: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._reading = False
        self._told: set[str] = set()
        self.send = Button("", icon="package", key="review.send")
        self.send.setObjectName("review_send")
        self.tab = TABS[0][0]
        self.tabs = {name: Button("") for name, _ in TABS}
        columns = (
            Column["WorkRow"](
                self.tr("剩余"), self._left_text, width=116, chip=self._left, style="body"
            ),
            Column["WorkRow"](self.tr("件号"), lambda row: say.short(row.number), width=108),
            Column["WorkRow"](self.tr("申请人"), lambda row: row.name, width=72, style="body"),
            Column["WorkRow"](self.tr("事项"), lambda row: row.note or row.matter, style="body"),
            Column["WorkRow"](self.tr("状态"), self._state_text, width=116, chip=self._state),
        )
        self.model = RowsModel(columns, key=_key, spoken=self._spoken)
        self.view = RowsView(self.model)
        self.view.setObjectName("review_inbox")
        self.view.setAccessibleName(self.tr("受理审批清单"))
        self.empty = Empty("gavel", "")
        self._build()
        self.view.opened.connect(self.opened)
        self.view.current_changed.connect(self._on_current)

    @property
    def rows(self) -> tuple[WorkRow, ...]:
        """What is shown, the most urgent first."""
        return self.model.rows

    def show_tab(self, name: str) -> None:
        """Open another list at its beginning."""
        self.tab = name
        self.model.set_rows(())
        self.read()

    def read(self) -> None:
        """Read the list again from its beginning."""
        inbox = self._desk.operations.inbox
        tab = inbox.Tab(self.tab)
        self._desk.do(inbox.view, tab, owner=self, done=partial(self._on_read, self.tab, False))

    def after(self, case: str) -> WorkRow | None:
        """Return what to go on with after `case`: the nearest that nobody else has open."""
        free = ("", self._desk.session.clerk)
        return next((r for r in self.rows if r.case != case and r.reviewer in free), None)

    def take_focus(self) -> None:
        """Stand in the list, or at its tab while it is empty."""
        (self.view if self.rows else self.tabs[self.tab]).setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Show less of each row beside an open case."""
        for column in (2, 3, 4):
            self.view.show_column(column, not narrow)

    def _build(self) -> None:
        flow = FlowLayout()
        theme.spaced(flow, gap=6)
        for place, (name, button) in enumerate(self.tabs.items(), 1):
            button.setCheckable(True)
            button.setObjectName(f"review_tab_{place}")
            button.clicked.connect(partial(self._on_tab, name))
            flow.addWidget(button)
        flow.addWidget(self.send)
        self.send.hide()
        row = QWidget()
        row.setLayout(flow)
        self.body.addWidget(row)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self._show_counts()

    def _show_waiting(self, inbox: Inbox) -> None:
        """Offer to send what is decided, and tell once who waits at a window."""
        ready = sum(1 for row in self.rows if row.kind == "send_result")
        self.send.set_text(self.tr("送出 {n} 件结果").format(n=ready))
        self.send.setVisible(bool(ready))
        for row in inbox.confirms:
            if row.about not in self._told:
                self._told.add(row.about)
                self._desk.notices.note(row.note)

    def _show_counts(self) -> None:
        for place, (name, word) in enumerate(TABS, 1):
            n = self._counts.get(name, 0)
            button = self.tabs[name]
            button.set_text(f"{place} {words('review', word)} {n}")
            button.setChecked(name == self.tab)
            button.set_kind(Kind.PLAIN if name == self.tab else Kind.QUIET)

    def _on_tab(self, name: str) -> None:
        self.show_tab(name)
        self.take_focus()

    def _on_read(self, tab: str, more: bool, inbox: Inbox) -> None:
        self._reading = False
        if tab != self.tab:
            return
        here = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._names = {**self._names, **inbox.names} if more else inbox.names
        self._counts = {t.value: n for t, n in inbox.counts.items()}
        rows = (*self.rows, *inbox.rows) if more else (*inbox.confirms, *inbox.rows)
        self.model.set_rows(tuple({_key(row): row for row in rows}.values()))
        if rows and self.view.current is None:
            self.view.set_current(0)
        self.view.setVisible(bool(rows))
        if here:
            self.take_focus()
        self.empty.setVisible(not rows)
        self.empty.say(words("review", _EMPTY[self.tab]))
        self._show_counts()
        self._show_waiting(inbox)
        if not more:
            self.read_done.emit()

    def _on_current(self, _row: WorkRow | None) -> None:
        """Read on when the cursor comes to the end of what was read."""
        at_end = self.view.current_place == len(self.rows) - 1
        shown = sum(1 for row in self.rows if not row.confirm)
        if not at_end or self._reading or shown >= self._counts.get(self.tab, 0) or not shown:
            return
        self._reading = True
        inbox = self._desk.operations.inbox
        done = partial(self._on_read, self.tab, True)
        self._desk.do(inbox.view, inbox.Tab(self.tab), shown, owner=self, done=done)

    def _left(self, row: WorkRow) -> ChipState | None:
        return say.time_left(row.limit, self._desk.now())

    def _left_text(self, row: WorkRow) -> str:
        chip = self._left(row)
        return chip.word if chip else ""

    def _state(self, row: WorkRow) -> ChipState | None:
        return say.row_chip(row, self._names) or case_chip(row.state)

    def _state_text(self, row: WorkRow) -> str:
        chip = self._state(row)
        return chip.word if chip else ""

    def _spoken(self, row: WorkRow) -> str:
        how = limit_chip(row.limit.state).word if row.limit else ""
        parts = (
            say.task_word(row.kind),
            row.number,
            row.matter,
            row.name,
            row.note,
            self._left_text(row),
            how,
            self._state_text(row),
        )
        return listed(part for part in parts if part)


def _key(row: WorkRow) -> tuple[str, str, str]:
    return (row.case, row.kind, row.about)
