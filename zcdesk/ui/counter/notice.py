"""一次性告知 (F8): everything missing or wrong at once, why, and how to mend it.

The window has no veto: whoever insists is taken in from here with a 材料接收凭证, and the
department decides. Neither can be taken back, so Enter is deaf for a moment after the page opens.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain import checklist
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter import rowtext
from zcdesk.ui.counter.check import ARMED_AFTER
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Column,
    Empty,
    Footer,
    Glyph,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zcdesk.operations.intake import Notified

_WHO = 1
"""Column of the applicant, hidden while there is but one."""


class Lack(NamedTuple):
    """One line: whose paper, and what is wrong with it.

    Attributes:
        at: place of the applicant.
    """

    at: int
    who: str
    row: Row


class NoticePage(QWidget):
    """The page over the serving page.

    Signals:
        notified(Notified): told and printed; the visit is over until it comes back.
        received(Received): the applicant insists; it is taken in.
        closed(): Esc.
    """

    notified = Signal(object)
    received = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = Visit(id="", window="", started_at="")
        self._opened_at = desk.now()
        self._under_way = False
        self.setObjectName("notice_page")
        self.setProperty("kind", "page")
        self.panel = Panel(self.tr("一次性告知"))
        model = RowsModel(self._columns(), key=lambda lack: (lack.at, lack.row.key))
        self.list = RowsView(model)
        self.list.setObjectName("notice_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty = Empty("list-check", self.tr("没有缺的或不符的材料，不用告知"))
        self.print = Button(self.tr("打印告知书"), Kind.PRIMARY, icon="printer", key="F9")
        self.print.setObjectName("notice_print")
        self.insist = Button(self.tr("坚持递交"), key="2")
        self.insist.setObjectName("notice_insist")
        self._build()
        self._bind()

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What will be told."""
        return self.list.rows_model.rows

    def open(self, visit: Visit) -> None:
        """Show what is missing or wrong, of every applicant."""
        self._visit = visit
        self._opened_at = self._desk.now()
        self._under_way = False
        lacks = tuple(_lacks(visit))
        self.list.rows_model.set_rows(lacks)
        self.list.setColumnHidden(_WHO, not visit.is_batch)
        self.list.setVisible(bool(lacks))
        self.empty.setVisible(not lacks)
        note = self.tr("共 {n} 项，一次说清").format(n=len(lacks))
        if visit.is_batch:
            people = len({lack.at for lack in lacks})
            note = self.tr("{p} 人共 {n} 项，每人一份").format(p=people, n=len(lacks))
        self.panel.set_title(self.tr("一次性告知"), note)
        self.print.setEnabled(bool(lacks))
        self.setFocusProxy(self.print if lacks else self.insist)
        self.setFocus()

    def _columns(self) -> tuple[Column[Lack], ...]:
        return (
            Column("", lambda lack: str(lack.row.no), width=40, style="body"),
            Column(self.tr("申请人"), lambda lack: lack.who, width=120),
            Column(self.tr("材料"), lambda lack: lack.row.name),
            Column(
                self.tr("情况"),
                lambda lack: rowtext.state_chip(lack.row).word,
                width=rowtext.state_width(),
                chip=lambda lack: rowtext.state_chip(lack.row),
            ),
            Column(self.tr("原因"), lambda lack: record_words(lack.row.mark.reason), width=200),
            Column(self.tr("怎样补"), self._mend, width=232, style="body"),
        )

    def _mend(self, lack: Lack) -> str:
        form = rowtext.form_text(lack.row)
        if lack.row.mark.state is RowState.DEFECTIVE:
            return self.tr("更正后重新提交，{form} 份").format(form=form)
        return self.tr("补交{form} 份").format(form=form)

    def _build(self) -> None:
        where = QHBoxLayout()
        theme.spaced(where, gap=8)
        words = self.tr(
            "告知书上有优先号凭码：材料备齐后当日凭码优先，扫码即恢复本次全部登记，任一综合窗口都可办"
        )
        where.addWidget(Glyph("ticket", Tone.INFO, 20))
        where.addWidget(Text(words, "body", Tone.NEUTRAL, wrap=True), 1)
        veto = QHBoxLayout()
        theme.spaced(veto, gap=8)
        words = self.tr("申请人坚持递交的，窗口不得拒收：出具材料接收凭证，由部门决定是否受理")
        veto.addWidget(Glyph("gavel", Tone.NEUTRAL, 20))
        veto.addWidget(Text(words, "body", Tone.NEUTRAL, wrap=True), 1)
        self.panel.body.addWidget(self.list, 1)
        self.panel.body.addWidget(self.empty, 1)
        self.panel.body.addLayout(where)
        self.panel.body.addLayout(veto)
        footer = Footer()
        footer.say(Text(), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        for button in (back, self.insist, self.print):
            footer.act(button)
        footer.under(self.panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("notice.print", self, self._on_print)
        keys.bind("notice.insist", self, self._on_insist)
        keys.bind("notice.close", self, self.closed.emit)
        self.print.clicked.connect(self._on_print)
        self.insist.clicked.connect(self._on_insist)

    @property
    def _may_act(self) -> bool:
        since = self._desk.now() - self._opened_at
        armed = not dt.timedelta() <= since < ARMED_AFTER
        return armed and not self._under_way

    def _on_print(self) -> None:
        if self._may_act and self.lacks:
            self._act(self._desk.operations.intake.notify, self._on_notified)

    def _on_insist(self) -> None:
        if self._may_act:
            self._act(self._desk.operations.intake.insist, self.received.emit)

    def _act(self, operation: Callable[..., object], done: Callable[..., object]) -> None:
        self._under_way = True
        self._desk.do(operation, self._visit, owner=self, done=done, failed=self._on_refused)

    def _on_notified(self, notified: Notified) -> None:
        self._desk.printing.print(notified.prints)
        self.notified.emit(notified)

    def _on_refused(self, error: CodedError) -> None:
        self._under_way = False
        self._desk.notices.show(error)


def _lacks(visit: Visit) -> Iterator[Lack]:
    for index, who in enumerate(visit.applicants):
        for row in checklist.lacking(rows_of(visit, who)):
            yield Lack(index, who.person.name, row)
