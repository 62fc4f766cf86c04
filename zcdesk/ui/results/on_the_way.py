"""What the post has: delivery is confirmed, or it comes back to the shelf with the reason."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.case import Case
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.due import day_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    CodeEdit,
    Column,
    Field,
    LineEdit,
    Panel,
    RowsModel,
    RowsView,
)
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.post_list import PostRow
    from zcdesk.operations.printing import PrintTask

RETURNED = (
    QT_TRANSLATE_NOOP("results", "查无此人"),
    QT_TRANSLATE_NOOP("results", "地址不详"),
    QT_TRANSLATE_NOOP("results", "拒收"),
    QT_TRANSLATE_NOOP("results", "逾期未取"),
)
"""Why the post brought it back; recorded in Chinese."""


class OnTheWayPanel(Panel):
    """Results in the post.

    Signals:
        settled(): one was delivered or came back.
    """

    settled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setObjectName("on_the_way_panel")
        self.set_title(self.tr("已寄出"), self.tr("查到签收就确认，退回的放回柜架"))
        self.model: RowsModel[PostRow] = RowsModel(
            (
                Column(self.tr("运单号"), lambda r: r.waybill, width=150, style="strong"),
                Column(self.tr("结果"), lambda r: r.document),
                Column(self.tr("寄出"), lambda r: day_words(r.at), width=110),
                Column(self.tr("件号"), lambda r: r.number, width=196),
            ),
            lambda r: r.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("on_the_way")
        self.view.setAccessibleName(self.tr("已寄出的结果"))
        self.empty = Empty("truck-delivery", self.tr("没有在途的邮件"))
        self.question = Choices(desk.keys)
        self.day = Field(self.tr("签收日期（年-月-日）"), CodeEdit())
        self.receiver = Field(self.tr("签收人（回执上的）"), LineEdit())
        self.day.edit.setObjectName("delivered_on")
        self.receiver.edit.setObjectName("delivered_to")
        self.back_button = Button(self.tr("退回放柜"), icon="arrow-back-up", key="post.returned")
        self.list_button = Button(self.tr("寄递清单"), icon="printer", key="post.list")
        self.button = Button(self.tr("确认签收"), icon="circle-check", key="Enter")
        self._build()
        self._bind()
        self._show(())

    def read(self) -> None:
        """Read the list."""
        on_the_way = self._desk.operations.post_list.on_the_way
        self._desk.do(on_the_way, owner=self, done=self._show)

    def choose(self, case_id: str) -> None:
        """Put the cursor on one that was scanned."""
        self.view.set_current(max(0, self.model.place(case_id)))
        self.view.setFocus()

    def ask_day(self) -> None:
        """Ask when and to whom it was delivered."""
        if self.view.current is None:
            return
        self.day.set_text(f"{self._desk.now():%Y-%m-%d}")
        self.day.say("")
        self.receiver.set_text("")
        self._form.show()
        self.day.setFocus()

    def confirm(self) -> None:
        """The carrier says it was delivered."""
        row: PostRow | None = self.view.current
        on = self._day(row)
        if row is None or on is None:
            return
        self._desk.do(
            self._desk.operations.results.confirm_post,
            row.case,
            on,
            self.receiver.text().strip(),
            owner=self,
            done=self._on_confirmed,
        )

    def print_list(self) -> None:
        """Print what was posted last, for the carrier to sign."""
        if self.model.rows:
            print_list = self._desk.operations.post_list.print_list
            self._desk.do(print_list, owner=self, done=self._on_list)

    def ask_reason(self) -> None:
        """Ask why the post brought it back."""
        if self.view.current is not None:
            title = self.tr("邮件退回，放回柜架。原因：")
            said = tuple(words("results", one) for one in RETURNED)
            self.question.ask(title, said, tone=Tone.WARN, icon="arrow-back-up")

    def _day(self, row: PostRow | None) -> date | None:
        """Return the day that was typed: not before it was posted, not after today."""
        try:
            on = date.fromisoformat(self.day.text().strip())
        except ValueError:
            on = None
        posted = row.at[:10] if row is not None else ""
        if on is None or not posted <= on.isoformat() <= f"{self._desk.now():%Y-%m-%d}":
            self.day.say(self.tr("请填写寄出以后、今天以前的日期，如 2026-11-24"))
            self.day.setFocus()
            return None
        return on

    def _on_confirmed(self, case: Case) -> None:
        said = self.tr("{number} 已签收，签收凭证请移交部门")
        self._desk.notices.note(said.format(number=case.intake.number))
        self._over()

    def _on_reason(self, place: int) -> None:
        self.question.close_question()
        row: PostRow | None = self.view.current
        if row is not None:
            free = self._desk.operations.result_counter.next_place
            done = partial(self._put_back, row, RETURNED[place])
            self._desk.do(free, owner=self, done=done)

    def _put_back(self, row: PostRow, why: str, shelf: str) -> None:
        returned = self._desk.operations.results.post_returned
        place = shelf or row.shelf
        self._desk.do(
            returned, row.case, why, place, owner=self, done=self._on_back, failed=self._on_failed
        )

    def _on_back(self, case: Case) -> None:
        assert case.result is not None
        said = self.tr("{number} 退回，请放到 {shelf}，可再寄或通知来取")
        self._desk.notices.note(said.format(number=case.intake.number, shelf=case.result.shelf))
        self._over()

    def _on_list(self, prints: tuple[PrintTask, ...]) -> None:
        if self._desk.printing is not None:
            self._desk.printing.print(prints)

    def _on_failed(self, error: CodedError) -> None:
        self._desk.notices.show(error)
        self.read()

    def _over(self) -> None:
        self._form.hide()
        self.settled.emit()
        self.view.setFocus()

    def _on_escape(self) -> bool:
        is_open = self.question.is_open or self._form.isVisible()
        self.question.close_question()
        self._form.hide()
        if is_open:
            self.view.setFocus()
        return is_open

    def _show(self, rows: tuple[PostRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for button in (self.button, self.back_button, self.list_button):
            button.setEnabled(bool(rows))

    def _build(self) -> None:
        self._form = QWidget()
        row = QHBoxLayout(self._form)
        theme.spaced(row, gap=8)
        row.addWidget(self.day, 1)
        row.addWidget(self.receiver, 1)
        acts = QHBoxLayout()
        theme.spaced(acts, gap=8)
        acts.addStretch(1)
        acts.addWidget(self.list_button)
        acts.addWidget(self.back_button)
        acts.addWidget(self.button)
        foot = QVBoxLayout()
        theme.spaced(foot, gap=8)
        foot.addWidget(self._form)
        foot.addWidget(self.question)
        foot.addLayout(acts)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(foot)
        self._form.hide()

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("editor.accept", self._form, self.confirm)
        keys.bind("results.leave", self, self._on_escape)
        keys.bind("post.returned", self.view, self.ask_reason)
        keys.bind("post.list", self.view, self.print_list)
        self.view.opened.connect(lambda _: self.ask_day())
        self.question.chosen.connect(self._on_reason)
        self.question.cancelled.connect(self._on_escape)
        self.back_button.clicked.connect(self.ask_reason)
        self.list_button.clicked.connect(self.print_list)
        self.button.clicked.connect(self._on_button)

    def _on_button(self) -> None:
        if self._form.isVisible():
            self.confirm()
        else:
            self.ask_day()
