"""Posting (邮寄): result, label, envelope — three scans that must fit, then it is on its way.

What the post delivered is confirmed, what it brought back goes on the shelf again. Departments
never post themselves (S1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.on_the_way import OnTheWayPanel
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    CodeEdit,
    Column,
    Field,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.casework import Done
    from zcdesk.operations.post_list import PostRow
    from zcdesk.operations.result_counter import Found


class PostTab(QWidget):
    """What is to be posted at the left, what is on its way at the right.

    Signals:
        found_elsewhere(str): a scan that is no matter of the post.
    """

    found_elsewhere = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = SendPanel(desk), OnTheWayPanel(desk)
        self._desk = desk
        self.setObjectName("post_tab")
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)
        self.left.posted.connect(self.read)
        self.right.settled.connect(self.read)

    def read(self) -> None:
        """Read both lists."""
        self.left.read()
        self.right.read()

    def take_focus(self) -> None:
        """Put the focus where work is."""
        self.left.take_focus()

    def begin(self, case_id: str) -> None:
        """Post this result."""
        self.left.begin(case_id)

    def scan(self, text: str) -> None:
        """Take a waybill where one is waited for; else see which result it is."""
        if self.left.is_open:
            self.left.scan(text)
            return
        look = self._desk.operations.result_counter.look
        self._desk.do(look, text, owner=self, done=lambda found: self._on_found(found, text))

    def _on_found(self, found: Found, text: str) -> None:
        from zcdesk.operations.result_counter import OnTheWay, Waiting

        if isinstance(found, Waiting) and found.picked:
            self.left.begin(found.picked)
        elif isinstance(found, OnTheWay):
            self.right.choose(found.case)
        else:
            self.found_elsewhere.emit(text)


class SendPanel(Panel):
    """Results wanted by post, and the two scans of the one that is packed.

    Signals:
        posted(): it is on its way.
    """

    posted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._row: PostRow | None = None
        self._under_way = False
        self.setObjectName("send_panel")
        self.set_title(self.tr("待寄"), self.tr("扫结果，再扫面单，装好后扫信封上的运单号"))
        self.model: RowsModel[PostRow] = RowsModel(
            (
                Column(self.tr("柜位"), lambda r: r.shelf, width=76, style="strong"),
                Column(self.tr("结果"), lambda r: r.document),
                Column(self.tr("收件人、地址"), lambda r: r.to),
                Column(self.tr("件号"), lambda r: r.number, width=196),
            ),
            lambda r: r.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("to_post")
        self.view.setAccessibleName(self.tr("待寄的结果"))
        self.empty = Empty("mail", self.tr("没有要邮寄的结果"))
        self.what = Text("", "strong", elide=True)
        self.back = Chip()
        self.label = Field(self.tr("面单上的运单号"), CodeEdit(upper=True))
        self.envelope = Field(self.tr("装好后，信封上的运单号"), CodeEdit(upper=True))
        self.label.edit.setObjectName("waybill_label")
        self.envelope.edit.setObjectName("waybill_envelope")
        self.button = Button(self.tr("寄出"), Kind.PRIMARY, icon="truck-delivery", key="Enter")
        self._build()
        keys = desk.keys
        keys.bind("post.send", self, self._on_enter)
        keys.bind("results.leave", self._form, self.leave)
        self.view.opened.connect(lambda row: self.begin(row.case))
        self.button.clicked.connect(self.send)
        self._show_form(None)
        self._show(())

    @property
    def is_open(self) -> bool:
        """Whether a result is being packed."""
        return self._row is not None

    def read(self) -> None:
        """Read the list."""
        to_post = self._desk.operations.post_list.to_post
        self._desk.do(to_post, owner=self, done=self._show)

    def take_focus(self) -> None:
        """Go on where the clerk was."""
        if self.is_open:
            (self.envelope if self.label.text() else self.label).setFocus()
        else:
            (self.view if self.model.rows else self).setFocus()

    def begin(self, case_id: str) -> None:
        """Pack this result."""
        row_of = self._desk.operations.post_list.row_of
        self._desk.do(row_of, case_id, owner=self, done=self._show_form)

    def scan(self, text: str) -> None:
        """Take the next of the two scans."""
        field = self.envelope if self.label.text() else self.label
        field.set_text(text)
        self._on_enter()

    def send(self) -> None:
        """Post it, if both scans say the same."""
        row, label, envelope = self._row, self.label.text().strip(), self.envelope.text().strip()
        if row is None or self._under_way:
            return
        self._under_way = True
        post = self._desk.operations.results.post
        self._desk.do(
            post,
            row.case,
            label,
            envelope,
            owner=self,
            done=self._on_posted,
            failed=self._on_failed,
        )

    def leave(self) -> None:
        """Put it down."""
        self._show_form(None)
        self.take_focus()

    def _on_enter(self) -> bool:
        if self._row is None:
            return False
        if not self.label.text().strip():
            self.label.setFocus()
        elif not self.envelope.text().strip():
            self.envelope.setFocus()
        else:
            self.send()
        return True

    def _on_posted(self, done: Done) -> None:
        if self._desk.printing is not None:
            self._desk.printing.print(done.prints)
        sent = done.case.dispatch
        assert sent is not None
        said = self.tr("已寄出 {number}，运单 {waybill}，已通知申请人")
        self._desk.notices.note(said.format(number=done.case.intake.number, waybill=sent.waybill))
        self._show_form(None)
        self.posted.emit()
        self.take_focus()

    def _on_failed(self, error: CodedError) -> None:
        """The envelope is scanned again; nothing left the counter."""
        self._under_way = False
        self._desk.notices.show(error)
        self.envelope.set_text("")
        self.envelope.setFocus()

    def _show(self, rows: tuple[PostRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.aside.set_text(self.tr("{n} 件").format(n=len(rows)) if rows else "")
        if rows and self.hasFocus():
            self.view.setFocus()

    def _show_form(self, row: PostRow | None) -> None:
        self._row, self._under_way = row, False
        for field in (self.label, self.envelope):
            field.set_text("")
        self._form.setVisible(row is not None)
        if row is None:
            return
        words = self.tr("柜位 {shelf}：{document}（{number}）寄 {to}")
        self.what.set_text(
            words.format(shelf=row.shelf, document=row.document, number=row.number, to=row.to)
        )
        back = self.tr("上次被退回：{why}").format(why=row.returned)
        self.back.set_state(ChipState("repeat", back, Tone.WARN) if row.returned else None)
        self.label.setFocus()

    def _build(self) -> None:

        self._form = QWidget()
        column = QVBoxLayout(self._form)
        theme.spaced(column, gap=8)
        fields = QHBoxLayout()
        theme.spaced(fields, gap=8)
        fields.addWidget(self.label, 1)
        fields.addWidget(self.envelope, 1)
        column.addWidget(self.what)
        column.addWidget(self.back)
        column.addLayout(fields)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.button)
        column.addLayout(acts)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self._form)
