"""The left side of the check page: lines with 改, what is unmet with the way to it, and what can
be changed on the spot: delivery and fee."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.case import Delivery
from zcdesk.domain.checklist import RowState
from zcdesk.domain.readiness import Blocker
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.ui import theme
from zcdesk.ui.counter.check_rows import LABELS, CheckRow, Part, blocker_text, with_fee
from zcdesk.ui.counter.fee_edit import FeeEdit
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Choice, Glyph, Kind, Line, LineEdit, Text
from zcdesk.ui.words import words

_SHOWN = 8
"""Unmet conditions listed; a batch of many may have hundreds."""


class CheckList(QWidget):
    """Shows a visit read back.

    Signals:
        change_wanted(Part): 改.
        blocker_opened(Blocker): the way to an unmet condition.
        delivery_changed(Delivery, str): how the result is wanted, and the address.
        fee_changed(str, Fee): key of the matter, and its fee.
    """

    change_wanted = Signal(object)
    blocker_opened = Signal(object)
    delivery_changed = Signal(object, str)
    fee_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CheckRow, ...] = ()
        self._visit: Visit | None = None
        self._links: list[Button] = []
        self._grid = QGridLayout()
        self._faults = QVBoxLayout()
        self._fees = QVBoxLayout()
        self.by_post = Choice(((False, self.tr("窗口自取")), (True, self.tr("邮寄送达"))))
        self.by_post.setObjectName("check_by_post")
        self.address = LineEdit(self.tr("收件人、电话、地址"))
        self.address.setObjectName("check_post_address")
        self.address.setAccessibleName(self.tr("邮寄地址"))
        self._delivery = QWidget()
        self._line = Line()
        self._build()

    @property
    def links(self) -> tuple[Button, ...]:
        """The ways to what is unmet."""
        return tuple(self._links)

    @property
    def first_deferred(self) -> tuple[int, int] | None:
        """Applicant and row of the first promise."""
        if self._visit is None:
            return None
        found = (
            (index, row.no)
            for index, who in enumerate(self._visit.applicants)
            for row in rows_of(self._visit, who)
            if row.mark.state is RowState.DEFERRED
        )
        return next(found, None)

    def show_visit(
        self, visit: Visit, rows: tuple[CheckRow, ...], left: tuple[Blocker, ...]
    ) -> None:
        """Show the lines, and what is unmet below them."""
        self._visit = visit
        if [row.part for row in rows] != [row.part for row in self.rows]:
            self._lay(rows)
        self.rows = rows
        for row in rows:
            self._texts[row.part].set_text(row.text)
        self._show_delivery(visit)
        self._show_fees(visit)
        self._show_faults(visit, left)

    def edit_delivery(self) -> None:
        """改 送达: the other way; by post the address is asked."""
        if self._visit is None:
            return
        if not self._visit.delivery.by_post:
            self.by_post.set_value(True)
        elif self._visit.post_address:
            self.by_post.set_value(False)
        if self._visit.delivery.by_post or self.by_post.value:
            self.address.setFocus()

    def edit_fee(self) -> None:
        """改 缴费: the state of the first matter that asks one."""
        item = self._fees.itemAt(0)
        edit = item.widget() if item is not None else None
        if isinstance(edit, FeeEdit):
            edit.state.setFocus()

    def _build(self) -> None:
        self._texts: dict[Part, Text] = {}
        theme.spaced(self._grid, gap=12, row_gap=6)
        self._grid.setColumnStretch(1, 1)
        theme.spaced(self._faults, gap=4)
        theme.spaced(self._fees, gap=4)
        row = QHBoxLayout(self._delivery)
        theme.spaced(row, gap=8)
        row.addWidget(self.by_post)
        row.addWidget(self.address, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        theme.spaced(column, (0, 0, 8, 0), 10)
        column.addLayout(self._faults)
        column.addWidget(self._line)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.by_post.changed.connect(self._on_delivery)
        self.address.editingFinished.connect(self._on_delivery)

    def _lay(self, rows: tuple[CheckRow, ...]) -> None:
        """Build one line for each part; delivery and fee carry their editors."""
        self._delivery.setParent(self)
        _empty(self._fees)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old is not self._delivery:
                old.hide()
                old.deleteLater()
        self._texts = {}
        top = Qt.AlignmentFlag.AlignTop
        for no, row in enumerate(rows):
            text = Text("", "list", wrap=True)
            text.setObjectName(f"check_{row.part.name.lower()}")
            change = Button(self.tr("改"), Kind.QUIET, key=str(row.part.value))
            change.setObjectName(f"check_change_{row.part.value}")
            change.clicked.connect(partial(self._on_change, row.part))
            label = Text(words("check", LABELS[row.part]), "body", Tone.NEUTRAL)
            for words_ in (label, text):  # a line stands in the middle of its button's height
                theme.sized(words_, min_height=36)
            self._grid.addWidget(label, no, 0, top)
            cell = self._cell(row.part, text)
            self._grid.addWidget(cell, no, 1, top)
            self._grid.addWidget(change, no, 2, top)
            cell.show()  # now: a key may ask for the focus in it at once
            self._texts[row.part] = text

    def _cell(self, part: Part, text: Text) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        theme.spaced(column, gap=6)
        column.addWidget(text)
        if part is Part.DELIVERY:
            text.hide()
            column.addWidget(self._delivery)
        elif part is Part.FEE:
            text.hide()
            self._fees = QVBoxLayout()
            theme.spaced(self._fees, gap=4)
            column.addLayout(self._fees)
        return cell

    def _show_delivery(self, visit: Visit) -> None:
        self.by_post.blockSignals(True)
        self.by_post.set_value(visit.delivery.by_post)
        self.by_post.blockSignals(False)
        self.address.setVisible(visit.delivery.by_post)
        if not self.address.hasFocus():
            self.address.setText(visit.post_address)

    def _show_fees(self, visit: Visit) -> None:
        asked = with_fee(visit)
        if self._fees.count() == len(asked):
            return
        _empty(self._fees)
        for chosen in asked:
            edit = FeeEdit(chosen)
            edit.changed.connect(partial(self.fee_changed.emit, chosen.matter.key))
            self._fees.addWidget(edit)

    def _show_faults(self, visit: Visit, left: tuple[Blocker, ...]) -> None:
        _empty(self._faults)
        self._links = []
        self._line.setVisible(bool(left))
        for blocker in left[:_SHOWN]:
            line = self._fault(visit, blocker)
            self._faults.addWidget(line)
            line.show()  # now: the first of them takes the focus
        more = len(left) - _SHOWN
        if more > 0:
            text = self.tr("另有 {n} 项").format(n=more)
            self._faults.addWidget(Text(text, "body", Tone.NEUTRAL))

    def _fault(self, visit: Visit, blocker: Blocker) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        theme.spaced(row, gap=8)
        row.addWidget(Glyph("alert-triangle", Tone.WARN, 18))
        row.addWidget(Text(blocker_text(visit, blocker), "body", Tone.WARN, wrap=True), 1)
        go = Button(self.tr("去处理"))
        go.clicked.connect(partial(self._on_link, blocker))
        row.addWidget(go)
        self._links.append(go)
        return line

    def _on_change(self, part: Part) -> None:
        self.change_wanted.emit(part)

    def _on_link(self, blocker: Blocker) -> None:
        self.blocker_opened.emit(blocker)

    def _on_delivery(self) -> None:
        if self._visit is None:
            return
        by_post = bool(self.by_post.value)
        address = self.address.text().strip()
        before = (self._visit.delivery.by_post, self._visit.post_address)
        if by_post and not address:
            address = self._visit.applicant.person.address
            self.address.setText(address)
        if (by_post, address) != before:
            self.delivery_changed.emit(Delivery(by_post=by_post), address)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
