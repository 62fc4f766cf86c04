"""Lists of results and receipts nobody signed yet, and the signatures of both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk
from zcdesk.ui.handover.signing import Signing
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column, Panel, RowsModel, RowsView
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.result_lists import OpenList

_AT_FIELD = frozenset({"SEC-02", "HND-10", "HND-04"})
"""Codes that belong to the field of who signs."""


class ListsPanel(Panel):
    """Open lists; Enter opens one for signatures.

    Attributes:
        signing: the part that takes the other side's signature; the page shows it.

    Signals:
        signing_changed(bool): a list was opened for signatures, or put down.
        signed(): both sides signed one.
    """

    signing_changed = Signal(bool)
    signed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._open: OpenList | None = None
        self._next = ""
        self.signing = Signing(desk.keys)
        self.signing.drop.hide()
        self.set_title(self.tr("待签的交接表"), self.tr("Enter 双方签字"))
        brings, fetches = self.tr("办理结果"), self.tr("送达回执")
        self._chips = {
            True: ChipState("package", brings, Tone.INFO),
            False: ChipState("receipt", fetches, Tone.SHARE),
        }
        self.model: RowsModel[OpenList] = RowsModel(
            (
                Column(
                    self.tr("交接表"),
                    lambda one: self._chip(one).word,
                    width=chips_width(110, (brings, fetches)),
                    chip=self._chip,
                ),
                Column(self.tr("编号"), lambda one: one.number),
                Column(self.tr("部门"), lambda one: one.department, width=130),
                Column(self.tr("件数"), self._count, width=120),
            ),
            lambda one: one.id,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("open_lists")
        self.view.setAccessibleName(self.tr("待签的交接表"))
        self.empty = Empty("clipboard-list", self.tr("没有待签的交接表"))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.view.opened.connect(self.open)
        self.signing.accepted.connect(self.sign)
        self._show(())

    @property
    def is_signing(self) -> bool:
        """Whether a list waits for the other side's signature."""
        return self._open is not None

    def read(self) -> None:
        """Read the lists."""
        open_lists = self._desk.operations.result_lists.open_lists
        self._desk.do(open_lists, owner=self, done=self._show)

    def open_next(self, list_id: str) -> None:
        """Open this list as soon as it is read."""
        self._next = list_id
        self.read()

    def open(self, one: OpenList) -> None:
        """Ask for the signature of the other side."""
        if one.left:
            self._desk.notices.say("RES-21", n=one.left)
            return
        self._open = one
        self.signing.say_sides(brings=one.brings)
        self.signing.begin(one.number, self._desk.clerk.name, one.numbers)
        self.signing_changed.emit(True)

    def put_down(self) -> None:
        """Leave the list unsigned; it stays in sight."""
        if self._open is not None:
            self._open = None
            self.signing_changed.emit(False)

    def sign(self) -> None:
        """Record both signatures, if the other side's is complete."""
        value = self.signing.value
        if self._open is None:
            return
        if not value:
            self._desk.notices.say("HND-04")
            return
        from zcdesk.operations.handover_desk import Proof, Taker

        other = Taker(**{**value, "proof": Proof(str(value["proof"]))})  # type: ignore[arg-type]
        sign = self._desk.operations.result_lists.sign
        self._desk.do(
            sign, self._open.id, other, owner=self, done=self._on_signed, failed=self._on_failed
        )

    def _on_signed(self, _: None) -> None:
        assert self._open is not None
        said = self.tr("交接表 {number} 双方已签字").format(number=self._open.number)
        self._desk.notices.note(said, Tone.OK)
        self.put_down()
        self.signed.emit()

    def _on_failed(self, error: CodedError) -> None:
        if error.code in _AT_FIELD:
            self.signing.complain(describe(error).text)
        else:
            self._desk.notices.show(error)

    def _show(self, rows: tuple[OpenList, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        wanted = next((one for one in rows if one.id == self._next), None)
        if wanted is not None:
            self._next = ""
            self.open(wanted)

    def _chip(self, one: OpenList) -> ChipState:
        return self._chips[one.brings]

    def _count(self, one: OpenList) -> str:
        if one.left:
            return self.tr("{n} 件，{left} 待核").format(n=len(one.numbers), left=one.left)
        return self.tr("{n} 件").format(n=len(one.numbers))
