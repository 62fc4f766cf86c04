"""The page of one case: where it stands, its tables, and every act this clerk may do on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.case_words import case_chip
from zcdesk.ui.cases import words as say
from zcdesk.ui.cases.export import CaseExport
from zcdesk.ui.cases.tables import TABS, FactsTable
from zcdesk.ui.desk import Desk
from zcdesk.ui.mending.act_form import ActForm, Choices
from zcdesk.ui.mending.offers import (
    BUNDLES,
    DEPARTMENTS,
    MATERIALS,
    OFFERS,
    OFFICERS,
    Offer,
    Values,
)
from zcdesk.ui.mending.signing import ScreenSigning
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.masked import MaskedText
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import words

if TYPE_CHECKING:
    from zcdesk.operations.casefile import CasePage


_SIDE = {
    (False, False): 300,
    (True, False): 200,
    (False, True): 460,
    (True, True): 380,
}
"""Width of the acts: on a narrow page, and where a form holds a list."""


class CaseDetail(QWidget):
    """Shows one case.

    Signals:
        closed(): back to the search.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = ""
        self._under_way = self._wide = False
        self._step = LayoutStep.NORMAL
        self.page: CasePage | None = None
        self.number = Text("", "heading")
        self.state, self.limit = Chip(), Chip()
        self.about = Text("", "body", Tone.NEUTRAL, elide=True)
        self.fields = {
            "name": MaskedText(self.tr("申请人"), fetch=partial(self._reveal, "name")),
            "id_number": MaskedText(self.tr("证件号"), fetch=partial(self._reveal, "id_number")),
            "phone": MaskedText(self.tr("手机"), fetch=partial(self._reveal, "phone")),
        }
        self.tabs = Choice(tuple((name, say.said(word)) for name, (word, _) in TABS.items()))
        self.tables = {name: FactsTable(name) for name in TABS}
        self.offers = _offers_view()
        self.form = ActForm(desk.keys)
        self.signing = ScreenSigning(desk, self.form)
        self.export = CaseExport(desk, self)
        self.back = Button(self.tr("返回"), key="Esc")
        self.acts = Button(self.tr("办理操作"), icon="list-check", key="F9")
        self.save = Button(self.tr("导出档案"), icon="archive", key="F7")
        self._build()
        self._bind()

    def open(self, case_id: str) -> None:
        """Show a case."""
        self._case_id, self.page = case_id, None
        self.tabs.set_value("timeline")
        self._show_offers()
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        if self._case_id:
            read = self._desk.operations.casefile.view
            self._desk.do(read, self._case_id, owner=self, done=self._on_page)

    def take_focus(self) -> None:
        """Put the focus into the table of the tab."""
        self.tables[str(self.tabs.value)].view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the acts what the width allows."""
        self._step = step
        theme.sized(self._side, width=_SIDE[step is LayoutStep.NARROW, self._wide])
        is_tight = step is LayoutStep.NARROW or self._wide
        for place in (4, 5):
            self.tables["timeline"].view.show_column(place, not is_tight)

    # --- what is shown ---

    def _on_page(self, page: CasePage) -> None:
        if page.case.id != self._case_id:
            return
        first, self.page = self.page is None, page
        case, party = page.case, page.party
        self.number.set_text(case.intake.number)
        self.state.set_state(case_chip(case.state))
        self.limit.set_state(say.nearest(page.limits[0] if page.limits else None))
        received = self.tr("{time} {w}号窗口收件").format(
            time=case.received_at[:16].replace("T", " "), w=case.intake.window
        )
        void = self.tr("作废回执 {no}").format(no="、".join(case.void_receipts))
        parts = (
            void if case.void_receipts else "",
            case.intake.matter_name,
            case.department,
            received,
            case.platform_number,
        )
        self.about.set_text(" · ".join(part for part in parts if part))
        gone = self.tr("已删除")
        masked = (party.name, party.id_masked, party.phone_masked) if party else (gone,) * 3
        for field, text in zip(self.fields.values(), masked, strict=True):
            field.set_value(text or "—", None)
        self.tables["timeline"].show_facts(say.timeline(page))
        self.tables["materials"].show_facts(say.materials(page))
        self.tables["prints"].show_facts(say.prints(page))
        self.tables["limits"].show_facts(say.limits(page))
        self.offers.rows_model.set_rows(self._offered(page))
        if self.offers.current is None:
            self.offers.set_current(0)
        self._read_tab()
        if first:
            self.take_focus()

    def _offered(self, page: CasePage) -> tuple[Offer, ...]:
        from zcdesk.operations.casework import may  # loads the store

        case, clerk = page.case, self._desk.clerk
        return tuple(o for o in OFFERS if may(case, clerk, o.act) and o.when(case))

    def _read_tab(self) -> None:
        name, operations = str(self.tabs.value), self._desk.operations
        if name == "messages":
            done = self._on_messages
            self._desk.do(operations.messages.of_case, self._case_id, owner=self, done=done)
        elif name == "looks":
            done = self._on_looks
            self._desk.do(operations.casefile.looked, self._case_id, owner=self, done=done)

    def _on_messages(self, found: Any) -> None:
        self.tables["messages"].show_facts(say.told(found))

    def _on_looks(self, found: Any) -> None:
        self.tables["looks"].show_facts(say.looks(found))

    def _on_tab(self, name: object) -> None:
        self._stack.setCurrentWidget(self.tables[str(name)])
        self._read_tab()

    def _on_digit(self, digit: int) -> None:
        """1 to 6 choose a tab."""
        self.tabs.set_value(tuple(TABS)[digit - 1])
        self.take_focus()

    def _reveal(self, field: str, show: Any) -> None:
        """One look at one value, recorded before it is shown."""
        reveal = self._desk.operations.casefile.reveal
        self._desk.do(reveal, self._case_id, field, owner=self, done=show)

    # --- acts ---

    def open_offers(self) -> None:
        """Go to the list of acts."""
        if self._side.currentWidget() is self._offer_panel and self.offers.rows_model.rows:
            self.offers.setFocus()

    def begin(self, offer: Offer) -> None:
        """Ask what an act needs."""
        kinds, operations = {ask.kind for ask in offer.asks}, self._desk.operations
        if DEPARTMENTS in kinds:
            done = partial(self._on_departments, offer)
            self._desk.do(operations.finding.departments, owner=self, done=done)
        elif OFFICERS in kinds and self.page is not None:
            read, done = operations.reassigning.officers, partial(self._ask, offer)
            self._desk.do(read, self.page.case.id, owner=self, done=done)
        else:
            self._ask(offer)

    def _on_departments(self, offer: Offer, names: tuple[str, ...]) -> None:
        self._ask(offer, tuple((name, name) for name in names))

    def _ask(self, offer: Offer, choices: Choices = ()) -> None:
        if self.page is None:
            return
        self._side.setCurrentWidget(self.form)
        self._wide = any(ask.kind in (MATERIALS, BUNDLES) for ask in offer.asks)
        self.on_layout(self._step)
        self.form.ask(offer, self.page.case, choices)
        self.signing.begin(self.page)

    def _on_submitted(self, offer: Offer, values: Values) -> None:
        if self._under_way or self.page is None or self.signing.is_lacking():
            return
        values["signed"] = self.signing.signed
        try:
            operation, given, named = offer.run(self._desk.operations, self.page.case, values)
        except ValueError:
            self.form.complain(self.tr("日期请写成 2026-12-01 的样子"))
            return
        self._under_way = True
        self._desk.do(
            operation,
            *given,
            owner=self,
            done=partial(self._on_done, offer),
            failed=self._on_failed,
            **named,
        )

    def _on_done(self, offer: Offer, done: Any) -> None:
        self._under_way = False
        if self._desk.printing is not None and hasattr(done, "prints"):
            self._desk.printing.print(done.prints)
        self._desk.notices.note(self.tr("{act}已记录").format(act=words("offers", offer.word)))
        self._close_form()
        self.refresh()

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        self.form.complain(describe(error).text)

    def _show_offers(self) -> None:
        self.signing.end()
        self._side.setCurrentWidget(self._offer_panel)
        self._wide = False
        self.on_layout(self._step)

    def _close_form(self) -> None:
        self._show_offers()
        self.take_focus()

    def _on_close(self) -> None:
        if self._side.currentWidget() is self.form:
            self._close_form()
        else:
            self.closed.emit()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and "case" in topics and not self._under_way:
            self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        for widget in (self.number, self.state, self.limit):
            head.addWidget(widget)
        head.addWidget(self.about, 1)
        whose = QHBoxLayout()
        theme.spaced(whose, gap=16)
        for field in self.fields.values():
            whose.addWidget(field)
        whose.addWidget(Text(self.tr("按住 Ctrl 显示，每次查看都有记录"), "small", Tone.NEUTRAL))
        whose.addStretch(1)
        self._stack = QStackedWidget()
        for table in self.tables.values():
            self._stack.addWidget(table)
        main = Panel()
        main.body.addLayout(head)
        main.body.addLayout(whose)
        main.body.addWidget(self.tabs)
        main.body.addWidget(self._stack, 1)
        self._offer_panel = Panel(self.tr("可以办理"))
        self._offer_panel.body.addWidget(self.offers, 1)
        self._side = QStackedWidget()
        self._side.addWidget(self._offer_panel)
        self._side.addWidget(self.form)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(main, 1)
        row.addWidget(self._side)
        footer = Footer()
        tip = Text(self.tr("数字键换页签"), "small", Tone.NEUTRAL, elide=True)
        footer.say(tip, 1)
        for button in (self.back, self.save, self.acts):
            footer.act(button)
        footer.under(row, self)
        self.on_layout(self._step)

    def _bind(self) -> None:
        keys = self._desk.keys
        for view in (self.offers, *(table.view for table in self.tables.values())):
            keys.bind("case.tab", view, self._on_digit)
        keys.bind("case.acts", self, self.open_offers)
        keys.bind("case.export", self, lambda: self.export.save(self._case_id))
        keys.bind("case.close", self, self._on_close)
        self.tabs.changed.connect(self._on_tab)
        self.offers.opened.connect(self.begin)
        self.form.submitted.connect(self._on_submitted)
        self.form.cancelled.connect(self._close_form)
        self.back.clicked.connect(self._on_close)
        self.acts.clicked.connect(self.open_offers)
        self.save.clicked.connect(lambda: self.export.save(self._case_id))
        self._desk.changed.connect(self._on_changed)


def _offers_view() -> RowsView:
    def word(offer: Offer) -> str:
        return words("offers", offer.word)

    model: RowsModel[Offer] = RowsModel(
        (Column("", word, chip=lambda o: ChipState(o.icon, word(o), Tone.INFO)),),
        lambda offer: offer.id,
        word,
    )
    view = RowsView(model)
    view.setObjectName("case_offers")
    view.setAccessibleName(say.said("可以办理"))
    view.horizontalHeader().hide()
    return view
