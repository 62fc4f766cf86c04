"""邮件收件 (ux 2.9): scan the waybill, name the sender, open it like a visit or pass it on.

The list shows what waits here; beside it stands what the pile in front asks for: registering,
the department's signature, or the waybill of the answer.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zcdesk.domain.hall import Clerk
from zcdesk.domain.handover import Side
from zcdesk.domain.parcel import is_waybill
from zcdesk.domain.visit import Visit
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.mail.fields import Fields
from zcdesk.ui.mail.panels import Posting, Signing, Voiding
from zcdesk.ui.mail.register import Register
from zcdesk.ui.mail.words import state_chip, state_word
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.operations.catalogue import CatalogueView
    from zcdesk.operations.parcels import ParcelRow

WINDOW, DEPARTMENT, POST, ALL = "window", "department", "post", "all"
PIN, PAPER = "口令", "纸面签名"


class MailPage(QWidget):
    """Lists parcels and does with each what is next.

    Signals:
        visit_opened(Visit): a parcel was opened; the counter goes on with it.
        closed(): back to the counter.
    """

    visit_opened = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.title = self.tr("邮件收件")
        self.setObjectName("mail_page")
        self.setProperty("kind", "page")
        self.piles = Choice(
            (
                (WINDOW, self.tr("1 待办理")),
                (DEPARTMENT, self.tr("2 待部门签收")),
                (POST, self.tr("3 待回寄")),
                (ALL, self.tr("4 全部")),
            )
        )
        self.model: RowsModel[ParcelRow] = RowsModel(
            (
                Column(self.tr("来件时间"), _time, width=110, style="body"),
                Column(self.tr("运单号"), lambda row: row.number, width=150),
                Column(self.tr("寄件人"), lambda row: row.sender, width=90),
                Column(self.tr("寄给"), self._to),
                Column(self.tr("状态"), state_word, width=150, chip=state_chip),
            ),
            lambda row: row.number,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("parcels")
        self.view.setAccessibleName(self.title)
        self.empty = Empty("package", self.tr("没有等着的来件，扫面单登记下一件"))
        self.register = Register(desk.keys)
        self.signing = Signing(desk.keys)
        self.posting = Posting(desk.keys)
        self.voiding = Voiding(desk.keys)
        self.side = QStackedWidget()
        self.button = Button(self.tr("登记"), Kind.PRIMARY, icon="package", key="F9")
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read what waits and stand ready for the next waybill."""
        self._busy = False
        catalogue = self._desk.operations.catalogue.catalogue
        self._desk.do(catalogue, owner=self, done=self._on_catalogue)
        self.refresh()
        self.register.begin()
        self._show(self.register)
        self._to_list()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the column beside the list less room where there is little."""
        theme.sized(self.side, width=300 if step is LayoutStep.NARROW else 360)

    def begin(self, waybill: str) -> None:
        """A waybill was scanned: go to its parcel, or register it."""
        if self.side.currentWidget() is self.posting:
            self.posting.fields["waybill"].set_text(waybill)
            self.posting.take_focus()
            return
        place = self.model.place(waybill.strip().upper())
        if place >= 0:
            self.view.set_current(place)
            self.view.setFocus()
            return
        self._show(self.register)
        self.register.begin(waybill)

    def refresh(self) -> None:
        """Read the pile in front."""
        parcels = self._desk.operations.parcels
        pile = parcels.Pile(str(self.piles.value))
        self._desk.do(parcels.listed, pile, owner=self, done=self._on_rows)

    def submit(self) -> None:
        """`F9`: do what the column beside the list is for."""
        if self._busy:
            return
        front = self.side.currentWidget()
        if front is self.register:
            self._register()
        elif front is self.signing:
            self._sign()
        elif front is self.posting:
            self._change("answer", self.posting.text("waybill"))
        else:
            self._change("void", self.voiding.text("reason"))

    # --- what is done ---

    def _register(self) -> None:
        form = self.register
        self._do(
            self._desk.operations.parcels.register,
            form.who,
            done=self._on_registered,
            **form.value,
        )

    def _on_registered(self, number: str) -> None:
        self._busy = False
        for_window, code = self.register.is_for_window, self.register.text("code")
        self._desk.notices.note(self.tr("{no} 已登记").format(no=number))
        self.register.begin()
        self.refresh()
        if for_window:
            self._open(number, code)
        else:
            self._to_list()

    def _open(self, number: str, code: str = "") -> None:
        self._do(self._desk.operations.parcels.open_visit, number, code, done=self._on_opened)

    def _on_opened(self, visit: Visit) -> None:
        self._busy = False
        self.visit_opened.emit(visit)

    def _on_row(self, row: ParcelRow) -> None:
        """Enter on a row: open it, sign for it, or answer it."""
        if row.owes_post:
            self._show(self.posting)
        elif row.department and not row.taker:
            self._show(self.signing)
        elif not row.department and not row.numbers:
            self._open(row.number)
            return
        else:
            return
        self.side.currentWidget().take_focus()  # type: ignore[attr-defined]

    def _sign(self) -> None:
        """Whoever fetches signs by their own secret, or on paper by name."""
        number, secret = self.signing.text("staff_no"), self.signing.text("secret")
        name = self.signing.text("taker")
        if name and not number:
            self._pass_on(Side(name=name, proof=PAPER))
            return
        self.signing.fields["secret"].set_text("")
        self._do(self._desk.operations.clerks.vouch, number, secret, done=self._on_vouched)

    def _on_vouched(self, who: Clerk) -> None:
        self._busy = False
        self._pass_on(Side(clerk=who.staff_no, name=who.name, proof=PIN))

    def _pass_on(self, taker: Side) -> None:
        """Pass on everything that waits for the department of the row in front."""
        row: ParcelRow | None = self.view.current
        if row is None:
            return
        numbers = tuple(r.number for r in self.model.rows if r.department == row.department)
        pass_on = self._desk.operations.parcels.pass_on
        done = partial(self._on_changed, self.tr("{n} 件已由部门签收").format(n=len(numbers)))
        self._do(pass_on, numbers, taker, done=done)

    def _change(self, verb: str, value: str) -> None:
        row: ParcelRow | None = self.view.current
        if row is not None:
            words = self.tr("{no} 已记下").format(no=row.number)
            operation = getattr(self._desk.operations.parcels, verb)
            self._do(operation, row.number, value, done=partial(self._on_changed, words))

    def _on_changed(self, words: str, _: object = None) -> None:
        self._busy = False
        self._desk.notices.note(words)
        for panel in (self.signing, self.posting, self.voiding):
            panel.clear()
        self.refresh()
        self._to_list()

    def _do(self, operation: object, *args: object, done: object, **named: Any) -> None:
        self._busy = True
        self._desk.do(
            operation,  # type: ignore[arg-type]
            *args,
            owner=self,
            done=done,  # type: ignore[arg-type]
            failed=self._on_failed,
            **named,
        )

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        front = self.side.currentWidget()
        assert isinstance(front, Fields)
        if not front.complain(error):
            self._desk.notices.show(error)

    # --- what is shown ---

    def _on_rows(self, rows: tuple[ParcelRow, ...]) -> None:
        self.model.set_rows(rows)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if rows and self.view.current is None:
            self.view.set_current(0)
        if self.piles.isAncestorOf(self.focusWidget() or self):
            self._to_list()
        if not rows and self.side.currentWidget() is not self.register:
            self._show(self.register)

    def _on_catalogue(self, view: CatalogueView) -> None:
        names = {matter.department for matter in view.matters.values()}
        self.register.set_departments(tuple(sorted(names)))

    def _on_pile(self, _: object = None) -> None:
        self.refresh()
        panels = {DEPARTMENT: self.signing, POST: self.posting}
        self._show(panels.get(str(self.piles.value), self.register))
        self._to_list()

    def _show(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)
        labels = {
            self.register: self.tr("登记"),
            self.signing: self.tr("签收"),
            self.posting: self.tr("记下单号"),
            self.voiding: self.tr("作废"),
        }
        self.button.setText(labels[panel])  # type: ignore[index]

    def _to(self, row: ParcelRow) -> str:
        return row.department or self.tr("窗口")

    # --- building ---

    def _build(self) -> None:
        for panel in (self.register, self.signing, self.posting, self.voiding):
            self.side.addWidget(panel)
            panel.accepted.connect(self.submit)
        left = Panel(self.title)
        left.body.addWidget(self.piles)
        left.body.addWidget(self.view, 1)
        left.body.addWidget(self.empty, 1)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=8)
        middle.addWidget(left, 1)
        middle.addWidget(self.side)
        footer = Footer()
        said = self.tr("扫面单即登记；寄给部门的不拆封")
        footer.say(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.button)
        footer.under(middle, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("page.primary", self, self.submit)
        keys.bind("page.close", self, self.closed.emit)
        keys.bind("mail.sender", self, self._to_sender)
        keys.bind("mail.pile", self, self._pick_pile)
        keys.bind("mail.void", self.view, self._to_voiding)
        self.button.clicked.connect(self.submit)
        self.view.opened.connect(self._on_row)
        self.piles.changed.connect(self._on_pile)
        self._desk.scanned.connect(self._on_scan)
        self._desk.changed.connect(self._on_news)

    def _to_list(self) -> None:
        """Keep the focus where digits choose the pile: in the list, or above while it is empty."""
        (self.view if self.model.rows else self.piles).setFocus()

    def _to_sender(self) -> None:
        self._show(self.register)
        self.register.fields["name"].setFocus()

    def _pick_pile(self, digit: int) -> bool:
        if digit > 4:
            return False
        self.piles.set_value((WINDOW, DEPARTMENT, POST, ALL)[digit - 1])
        return True

    def _to_voiding(self) -> None:
        if self.view.current is not None:
            self._show(self.voiding)
            self.voiding.take_focus()

    def _on_scan(self, text: str) -> None:
        if self.isVisible():
            if is_waybill(text):
                self.begin(text)
            else:
                self._desk.notices.say("SCN-02", given=text[:20], wanted=self.tr("邮件面单"))

    def _on_news(self, topics: frozenset[str]) -> None:
        if "parcel" in topics and self.isVisible():
            self.refresh()


def _time(row: ParcelRow) -> str:
    return row.at[5:16].replace("T", " ")
