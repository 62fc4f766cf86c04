"""The department's pre-review (网上预审): the first due first, every field and page, one answer.

It passes, with the papers still wanted on paper, or goes back with one complete list of what is
wrong. Two working days, counted down.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.filing import Filing, FilingRecord
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.oneform import FIELDS, Group
from zcdesk.errors import CodedError, Invalid
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.review.pages import Pages
from zcdesk.ui.review.viewer import PageViewer
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.field import Field, LineEdit
from zcdesk.ui.widgets.masked import MaskedText
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from zcdesk.operations.online import Pending


class PaperLine(NamedTuple):
    """A paper of the application and what the officer says of it."""

    name: str
    pages: tuple[str, ...]
    bring: bool = False
    problem: bool = False


class PreReview(QWidget):
    """Inbox, page viewer, fields and papers.

    Signals:
        opened(bool): an application is in front, or none.
    """

    opened = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = ""
        self._busy = False
        self.setAccessibleName(self.tr("待预审"))
        self.inbox: RowsModel[Pending] = RowsModel(
            (
                Column(self.tr("预审期限"), self._due_word, width=130, chip=self._due),
                Column(self.tr("事项"), lambda row: row.matter_name, style="body"),
            ),
            lambda row: row.number,
            lambda row: f"{row.number} {row.matter_name} {self._due_word(row)}",
        )
        self.list = RowsView(self.inbox)
        self.list.setObjectName("online_inbox")
        self.list.setAccessibleName(self.tr("待预审"))
        self.empty = Empty("cloud-check", self.tr("没有等着预审的网上件"))
        self.pages = Pages(desk, self)
        self.viewer = PageViewer()
        self.name = Text("", "strong", elide=True)
        self.id_number = MaskedText(self.tr("证件号"))
        self.phone = MaskedText(self.tr("手机"))
        self.form = Text("", "body", wrap=True)
        self.papers: RowsModel[PaperLine] = RowsModel(
            (
                Column(self.tr("材料"), lambda line: line.name, style="body"),
                Column("", self._paper_word, width=140, chip=self._paper_chip),
            ),
            lambda line: line.name,
        )
        self.paper_view = RowsView(self.papers)
        self.paper_view.setObjectName("online_papers")
        self.paper_view.setAccessibleName(self.tr("材料"))
        self.reason = Field(self.tr("退回的全部原因（一次说清）"), LineEdit())
        self.reason.edit.setObjectName("online_reason")
        self._work, self._none = QWidget(), Panel()
        self._build()
        self._bind()

    def refresh(self) -> None:
        """Read what waits."""
        to_review = self._desk.operations.online.to_review
        self._desk.do(to_review, owner=self, done=self._on_rows)

    def take_focus(self) -> None:
        """Stand at the inbox; without one on the page itself, so that its keys act."""
        (self if self.list.isHidden() else self.list).setFocus()

    def accept(self) -> None:
        """`F9`: it passes; what is marked is still wanted on paper."""
        wrong = [line.name for line in self.papers.rows if line.problem]
        if wrong and not self.reason.text().strip():
            self.give_back()
        elif self._number:
            bring = tuple(line.name for line in self.papers.rows if line.bring)
            self._review(passed=True, bring=bring)

    def give_back(self) -> None:
        """`F8`: it goes back; first the list is written, then it is sent."""
        if not self._number:
            return
        if not self.reason.text().strip():
            wrong = (line.name for line in self.papers.rows if line.problem)
            self.reason.set_text("；".join(f"{name}：" for name in wrong))
            self.reason.setFocus()
            return
        self._review(passed=False, reason=self.reason.text())

    def back(self) -> None:
        """`Esc`: to the inbox again; nothing is decided."""
        self.take_focus()

    def _review(self, **said: Any) -> None:
        if self._busy:
            return
        self._busy = True
        self._desk.do(
            self._desk.operations.online.review,
            self._number,
            owner=self,
            done=lambda _: self._on_reviewed(bool(said["passed"])),
            failed=self._on_failed,
            **said,
        )

    def _on_reviewed(self, passed: bool) -> None:
        self._busy = False
        words = self.tr("{no} 预审通过") if passed else self.tr("{no} 已退回")
        self._desk.notices.note(words.format(no=self._number))
        self._clear()
        self.refresh()
        self.take_focus()

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        if isinstance(error, Invalid):
            self.reason.say(describe(error).text)
            self.reason.setFocus()
        else:
            self._desk.notices.show(error)

    def _on_rows(self, rows: tuple[Pending, ...]) -> None:
        self.inbox.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not rows and not self._number and self.isVisible():
            self.take_focus()
        if rows and self.list.current is None:
            self.list.set_current(0)

    def _on_opened(self, row: Pending) -> None:
        read = self._desk.operations.online.read
        self._desk.do(read, row.number, owner=self, done=self._show)

    def _show(self, found: tuple[Filing, FilingRecord | None]) -> None:
        filing, record = found
        self._clear()
        self._number = filing.received.number
        self.pages.case = f"online:{self._number.upper()}"
        lines = tuple(PaperLine(p.name, p.pages) for p in filing.received.papers)
        self.papers.set_rows(lines)
        pages = tuple(page for line in lines for page in line.pages)
        self.viewer.set_pages(pages, pages)
        if record is not None:
            self._show_person(record)
        if lines:
            self.paper_view.set_current(0)
        self._set_open(True)
        self.paper_view.setFocus()

    def _show_person(self, record: FilingRecord) -> None:
        who = record.applicant
        self.name.set_text(who.name)
        self.id_number.set_value(mask_id(who.id_number), lambda: who.id_number)
        self.phone.set_value(mask_phone(who.phone), lambda: who.phone)
        lines = []
        for key, value in record.form.items():
            field = FIELDS.get(key)
            if value and (field is None or field.group is not Group.APPLICANT):
                lines.append(labelled(field.label if field else key, value))
        self.form.set_text("\n".join(lines))

    def _clear(self) -> None:
        self._number = ""
        for text in (self.name, self.form):
            text.set_text("")
        for masked in (self.id_number, self.phone):
            masked.set_value("", None)
        self.papers.set_rows(())
        self.viewer.set_pages((), ())
        self.reason.set_text("")
        self.reason.say("")
        self._set_open(False)

    def _set_open(self, is_open: bool) -> None:
        self._work.setVisible(is_open)
        self._none.setVisible(not is_open)
        self.opened.emit(is_open)

    def _toggle_bring(self) -> None:
        line: PaperLine | None = self.paper_view.current
        if line is not None:
            self._change(line, line._replace(bring=not line.bring))

    def _toggle_problem(self) -> None:
        line: PaperLine | None = self.paper_view.current
        if line is not None:
            self._change(line, line._replace(problem=not line.problem))

    def _change(self, old: PaperLine, new: PaperLine) -> None:
        self.papers.set_rows(tuple(new if x is old else x for x in self.papers.rows))

    def _on_paper(self, line: PaperLine | None) -> None:
        if line is not None and line.pages:
            self.viewer.show_page(line.pages[0])

    def _due_word(self, row: Pending) -> str:
        return self._due(row).word

    def _due(self, row: Pending) -> ChipState:
        due = datetime.fromisoformat(row.review_due)
        if row.is_overdue:
            return ChipState("alert-triangle", self.tr("已超期"), Tone.DANGER)
        if due.date() == self._desk.now().date():
            word = self.tr("今天 {time} 前").format(time=f"{due:%H:%M}")
            return ChipState("clock", word, Tone.WARN)
        return ChipState("clock", self.tr("{date} 前").format(date=f"{due:%m-%d}"), Tone.NEUTRAL)

    def _paper_word(self, line: PaperLine) -> str:
        return self._paper_chip(line).word

    def _paper_chip(self, line: PaperLine) -> ChipState:
        if line.problem:
            return ChipState("alert-triangle", self.tr("有问题"), Tone.WARN)
        if line.bring:
            return ChipState("file-text", self.tr("要交纸质"), Tone.INFO)
        return ChipState("cloud-check", self.tr("电子件即可"), Tone.OK)

    def _build(self) -> None:
        left = Panel(self.tr("待预审"))
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self.empty, 1)
        theme.sized(left, width=320)
        middle = Panel()
        middle.body.addWidget(self.viewer, 1)
        facts = QWidget()
        column = QVBoxLayout(facts)
        theme.spaced(column, gap=6)
        for widget in (self.name, self.id_number, self.phone, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        right = Panel(self.tr("申请内容"))
        right.body.addWidget(Scroll(facts), 1)
        right.body.addWidget(self.paper_view, 2)
        right.body.addWidget(self.reason)
        theme.sized(right, width=340)
        work = QHBoxLayout(self._work)
        theme.spaced(work, gap=8)
        work.addWidget(middle, 1)
        work.addWidget(right)
        self._none.body.addWidget(Empty("file-search", self.tr("打开一件，在这里看表单和材料")))
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addWidget(left)
        row.addWidget(self._work, 1)
        row.addWidget(self._none, 1)
        self._work.hide()

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("online.bring", self.paper_view, self._toggle_bring)
        keys.bind("online.problem", self.paper_view, self._toggle_problem)
        keys.bind("online.down", self, self.viewer.next_screen)
        keys.bind("online.up", self, self.viewer.previous_screen)
        keys.bind("online.back", self.paper_view, self.back)
        keys.bind("editor.accept", self.reason, self.give_back)
        keys.bind("editor.cancel", self.reason, self.paper_view.setFocus)
        self.list.opened.connect(self._on_opened)
        self.paper_view.current_changed.connect(self._on_paper)
        self.viewer.wanted.connect(self.pages.ask)
        self.pages.arrived.connect(self.viewer.put)
        self.pages.awaited.connect(self.viewer.wait)
        self.pages.missing.connect(self.viewer.fail)
        self.pages.destroyed.connect(self.viewer.lose)
        for masked, name in ((self.id_number, "id_number"), (self.phone, "phone")):
            masked.revealed.connect(lambda field=name: self._log(field))

    def _log(self, field: str) -> None:
        self._desk.do(self._desk.operations.clerks.reveal, field, self._number, owner=self)
