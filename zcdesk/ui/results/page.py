"""The result counter's page (ux 2.13): a scan or a card decides what happens next.

The code of a result a department brought opens the comparison at the left; a receipt, or the card
of who fetches, opens at the right everything that waits for that person.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.case import Case
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.results.due import due_words
from zcdesk.ui.results.expected import ExpectedPanel
from zcdesk.ui.results.filing import FilingTab
from zcdesk.ui.results.issuing import IssuePanel
from zcdesk.ui.results.posting import PostTab
from zcdesk.ui.results.shelf import ShelfTab
from zcdesk.ui.results.taking import TakePanel
from zcdesk.ui.widgets import Choice, CodeEdit, Field, Kind, Panel
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.issuing import Issued
    from zcdesk.operations.result_counter import Found, Waiting

DESK, POST, FILE, SHELF = "desk", "post", "file", "shelf"


class ResultsPage(QWidget):
    """What the clerk of the result counter works on.

    Signals:
        closed(): Esc with nothing open.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = LayoutStep.NORMAL
        self.title = self.tr("出件")
        self.setObjectName("results_page")
        self.setProperty("kind", "page")
        self.box = Field(
            self.tr("扫结果条码、收件二维码、运单号，或输入件号、证件号"), CodeEdit(upper=True)
        )
        self.box.edit.setObjectName("results_box")
        self.tabs = Choice(
            (
                (DESK, self.tr("收发结果")),
                (POST, self.tr("邮寄")),
                (FILE, self.tr("回执归档")),
                (SHELF, self.tr("柜架")),
            )
        )
        self.expected = ExpectedPanel(desk)
        self.take, self.issue = TakePanel(desk), IssuePanel(desk)
        self.post, self.filing, self.shelf = PostTab(desk), FilingTab(desk), ShelfTab(desk)
        self.invite = Panel(self.tr("发群众"))
        words = self.tr("扫收件二维码，或把身份证放在读卡器上")
        self.invite.body.addWidget(Empty("package", words))
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self.pages = QStackedWidget()
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the lists again and go on where work is."""
        self.refresh()
        self._take_focus()

    def on_layout(self, step: LayoutStep) -> None:
        """Where there is little width, only the side that is worked on shows."""
        self._step = step
        self._share()

    def refresh(self) -> None:
        """Read the lists of what is in front."""
        tab = self.tabs.value
        if tab == DESK:
            self.expected.read()
        else:
            self._tab(str(tab)).read()

    def look_up(self, text: str) -> None:
        """Show what a scanned or typed text is about."""
        self.show_desk()
        look = self._desk.operations.result_counter.look
        self._desk.do(look, text, owner=self, done=self._on_found, failed=self._on_unknown)

    def show_desk(self) -> None:
        """Bring taking and handing out to the front."""
        self.tabs.set_value(DESK)

    def _tab(self, name: str) -> PostTab | FilingTab | ShelfTab:
        tabs: dict[str, PostTab | FilingTab | ShelfTab] = {
            POST: self.post,
            FILE: self.filing,
            SHELF: self.shelf,
        }
        return tabs[name]

    def _choose(self, name: str) -> None:
        self.tabs.set_value(name)
        self._take_focus()

    def _on_tab(self, name: object) -> None:
        self.pages.setCurrentIndex((DESK, POST, FILE, SHELF).index(str(name)))
        self.refresh()

    def _on_found(self, found: Found) -> None:
        from zcdesk.operations.result_counter import Arrived, Waiting

        self.box.set_text("")
        self.box.say("")
        if isinstance(found, Arrived):
            self._left.setCurrentWidget(self.take)
            self._share()
            self.take.open(found)
        elif isinstance(found, Waiting):
            self._open(found)
        else:
            self.post.right.read()
            self._choose(POST)
            self.post.right.choose(found.case)

    def _open(self, waiting: Waiting, came: Person | None = None) -> None:
        self._right.setCurrentWidget(self.issue)
        self._share()
        self.issue.open(waiting, came)

    def _on_unknown(self, error: CodedError) -> None:
        self._desk.notices.show(error)
        if self.box.edit.hasFocus():
            self.box.edit.selectAll()  # type: ignore[attr-defined]

    def _on_typed(self) -> None:
        text = self.box.text().strip()
        if text:
            self.look_up(text)

    def _on_scan(self, text: str) -> None:
        if not self.isVisible():
            return
        if self.tabs.value == POST:
            self.post.scan(text)
        else:
            self.look_up(text)

    def _on_card(self, person: Person) -> None:
        """A card while somebody's results lie here is who fetches them; else whose they are."""
        if not self.isVisible():
            return
        if self.tabs.value == FILE and self.filing.lists.is_signing:
            self.filing.take_card(person)
            return
        self.show_desk()
        if self._right.currentWidget() is self.issue:
            self.issue.arrive(person)
            return
        waiting = self._desk.operations.result_counter.waiting

        def show(found: Waiting) -> None:
            self._open(found, person)

        self._desk.do(waiting, person.id_number, owner=self, done=show, failed=self._on_unknown)

    def _on_taken(self, case: Case) -> None:
        assert case.result is not None
        said = self.tr("已接收 {number}，请放到 {shelf}，已通知申请人")
        self._over_left(said.format(number=case.intake.number, shelf=case.result.shelf))

    def _on_refused(self, case: Case) -> None:
        assert case.result is not None
        by = due_words(case.result.correct_by.at, self._desk.now())
        said = self.tr("不予接收 {number}，部门更正期限：{by}")
        self._over_left(said.format(number=case.intake.number, by=by))

    def _over_left(self, said: str) -> None:
        self._desk.notices.note(said)
        self._close_left()

    def _on_issued(self, issued: Issued) -> None:
        if self._desk.printing is not None:
            self._desk.printing.print(issued.prints)
        sent = issued.cases[0].dispatch
        by = due_words(sent.receipt_due.at if sent else "", self._desk.now())
        said = self.tr("已发放 {n} 件，签好的送达回执移交部门：{by}")
        self._desk.notices.note(said.format(n=len(issued.cases), by=by))
        self._close_right()

    def _close_left(self) -> None:
        self._left.setCurrentWidget(self.expected)
        self.refresh()
        self._share()
        self._take_focus()

    def _close_right(self) -> None:
        self.issue.forget()
        self._right.setCurrentWidget(self.invite)
        self._share()
        self._take_focus()

    def _on_post_wanted(self, case_id: str) -> None:
        self._close_right()
        self._choose(POST)
        self.post.begin(case_id)

    def _on_identity(self) -> None:
        if self._right.currentWidget() is self.issue:
            self.issue.receiver.ask_identity()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & {"case", "handover"}:
            self.refresh()

    def _take_focus(self) -> None:
        if self.tabs.value != DESK:
            self._tab(str(self.tabs.value)).take_focus()
        elif self._right.currentWidget() is self.issue:
            self.issue.view.setFocus()
        elif self._left.currentWidget() is self.take:
            self.take.view.setFocus()
        else:
            self.box.setFocus()

    def _share(self) -> None:
        """Show both sides, or in a narrow window the one that is worked on."""
        narrow = self._step is LayoutStep.NARROW
        busy_right = self._right.currentWidget() is self.issue
        self.take.accept_button.set_kind(Kind.PLAIN if busy_right else Kind.PRIMARY)
        self._left.setVisible(not (narrow and busy_right))
        self._right.setVisible(not narrow or busy_right)

    def _on_escape(self) -> None:
        if self.tabs.value != DESK:
            self._choose(DESK)
        elif self._right.currentWidget() is self.issue:
            self._close_right()
        elif self._left.currentWidget() is self.take:
            self._close_left()
        else:
            self.closed.emit()

    def _build(self) -> None:
        for widget in (self.expected, self.take):
            self._left.addWidget(widget)
        for widget_ in (self.invite, self.issue):
            self._right.addWidget(widget_)
        head = QHBoxLayout()
        theme.spaced(head, gap=12)
        head.addWidget(self.box, 1)
        head.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        both = QWidget()
        row = QHBoxLayout(both)
        theme.spaced(row, gap=8)
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 1)
        for page in (both, self.post, self.filing, self.shelf):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("editor.accept", self.box, self._on_typed)
        keys.bind("results.identity", self, self._on_identity)
        keys.bind("results.leave", self, self._on_escape)
        self._desk.scanned.connect(self._on_scan)
        self._desk.card_read.connect(self._on_card)
        self._desk.changed.connect(self._on_changed)
        for name, tab in (("desk", DESK), ("post", POST), ("file", FILE), ("shelf", SHELF)):
            keys.bind(f"results.{name}", self, partial(self._choose, tab))
        self.tabs.changed.connect(self._on_tab)
        self.post.found_elsewhere.connect(self.look_up)
        self.shelf.opened.connect(self.look_up)
        self.issue.post_wanted.connect(self._on_post_wanted)
        self.expected.opened.connect(self.look_up)
        self.take.taken.connect(self._on_taken)
        self.take.refused.connect(self._on_refused)
        self.take.left.connect(self._close_left)
        self.issue.issued.connect(self._on_issued)
        self.issue.left.connect(self._close_right)
