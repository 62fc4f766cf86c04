"""The checklist (材料核验): the merged list, one row a paper, every key of ux.md 2.4.

Keys act on the row under the cursor and give the page a new visit; the panel itself keeps nothing
but the cursor. There is no key that adds a required paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from zcdesk.domain import checklist, reasons
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.visit import Chosen, Visit, rows_of
from zcdesk.errors import UserError
from zcdesk.ui import theme
from zcdesk.ui.counter import marking, rowtext
from zcdesk.ui.counter.batch import BatchBar
from zcdesk.ui.counter.checklist_model import (
    FORM,
    NAME_ROOM,
    SCAN,
    USED,
    Shown,
    checklist_model,
)
from zcdesk.ui.counter.deferral import deferral_of
from zcdesk.ui.counter.drawer import Drawer
from zcdesk.ui.counter.marking import Step
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.front import Front
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.words import joined

_COUNTED = (
    RowState.RECEIVED,
    RowState.SHARED,
    RowState.ON_FILE,
    RowState.DEFERRED,
    RowState.MISSING,
    RowState.DEFECTIVE,
    RowState.ASKED,
    RowState.PENDING,
)
LOW = 150
"""Height at scale 1 below which the title gives its room to the rows."""
LOW_PANEL = 190
"""The same in a window that is low for its text."""

_WITHOUT_ROWS = ("voluntary", "identity", "next")
"""Keys that act also where there is no row to stand on."""


class ChecklistPanel(Panel):
    """Shows the list of the applicant on the screen.

    Signals:
        changed(Visit): a key made another visit of it.
        row_shown(Row | None): another row is under the cursor, or it changed.
        scan_wanted(Row), view_wanted(), identity_wanted(), licence_wanted(): S, K, H and L.
    """

    changed = Signal(object)
    row_shown = Signal(object)
    scan_wanted = Signal(object)
    view_wanted = Signal()
    licence_wanted = Signal()
    identity_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._wants_head = True
        super().__init__("", parent)
        self.setObjectName("checklist_panel")
        self._desk = desk
        self._visit: Visit | None = None
        self._target = 0
        self._tens = False
        self._details = True
        self.batch = BatchBar(self)
        self.model = checklist_model()
        self.view = RowsView(self.model)
        self.view.setObjectName("checklist")
        self.view.setAccessibleName(self.tr("材料核验"))
        self.view.setMinimumHeight(1)
        said = self.tr("该事项无需材料"), self.tr("登记所收材料")
        self.empty = Empty("file-off", *said, key="checklist.voluntary")
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.setAccessibleName(self.tr("材料核验"))
        self.drawer = Drawer(desk.keys)
        self._stack = Front()
        self._build()
        self._bind()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        shown = self.view.current
        return shown.row if isinstance(shown, Shown) else None

    def show_visit(self, visit: Visit) -> None:
        """Show the list of the applicant on the screen; the cursor stays unless a key moved it."""
        before, self._visit = self._visit, visit
        if before is not None and before.id != visit.id:
            self.drawer.close_all()
        rows = rows_of(visit)
        self._fit_columns()
        self.model.set_rows(tuple(Shown(row, row.key in visit.common) for row in rows))
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if not rows:
            self._say_empty(visit)
        self._say_head(visit, rows)
        self.batch.show_visit(visit)
        if self._target:
            self.view.set_current(self._target - 1)
            self._target = 0
        self.row_shown.emit(self.row)

    def show_details(self, on: bool) -> None:
        """Show or hide the columns that the open guidance panel tells as well."""
        self._details = on
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names their room."""
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_head()

    def show_head(self, on: bool) -> None:
        """Show or hide the row of the title; in a low window the rows have its room."""
        self._wants_head = on
        self._fit_head()

    def go_to(self, no: int) -> None:
        """Put cursor and focus on row `no`."""
        self.drawer.close_all()
        self.view.set_current(no - 1)
        self.focus_list()

    def focus_list(self) -> None:
        """Take the focus: to an open question, else to the list."""
        if self.drawer.is_open:
            self.drawer.take_focus()
        else:
            self._stack.currentWidget().setFocus()

    def ask_no_list(self, chosen: Chosen) -> None:
        """Ask why a matter without a list is taken in all the same."""
        title = self.tr("“{name}”没有材料清单。照收须写明原因").format(name=chosen.matter.name)

        def answered(reason: str) -> Step:
            assert self._visit is not None
            return marking.give_reason(self._visit, chosen, reason)

        self.drawer.ask(
            title,
            reasons.NO_LIST,
            lambda reason: self._try(lambda: answered(reason)),
            tone=Tone.WARN,
        )

    def _build(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self.batch)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.drawer)
        self.view.current_changed.connect(lambda _: self.row_shown.emit(self.row))
        self.view.opened.connect(self._on_opened)
        self.empty.acted.connect(self._on_voluntary)
        self.drawer.opened.connect(self._on_drawer_opened)
        self.drawer.closed.connect(self.focus_list)
        self.batch.next_wanted.connect(self.next_applicant)
        self.batch.chosen.connect(self._on_applicant)

    def _bind(self) -> None:
        slots: tuple[tuple[str, Callable[..., object]], ...] = (
            ("receive", self._on_receive),
            ("compared", self._on_row(marking.compare)),
            ("missing", self._on_missing),
            ("defer", self._on_defer),
            ("share", self._on_share),
            ("defective", self._on_defective),
            ("not_applicable", self._on_not_applicable),
            ("remark", self._on_remark),
            ("all", self._on_all),
            ("ask", self._on_ask),
            ("voluntary", self._on_voluntary),
            ("common", self._on_row(marking.toggle_common)),
            ("next", self.next_applicant),
            ("row", self._on_digit),
            ("scan", lambda: self.scan_wanted.emit(self.row) if self.row else None),
            ("view", self.view_wanted.emit),
            ("identity", self.identity_wanted.emit),
            ("licence", self.licence_wanted.emit),
        )
        for name, slot in slots:
            self._desk.keys.bind(f"checklist.{name}", self.view, slot)
            if name in _WITHOUT_ROWS:
                self._desk.keys.bind(f"checklist.{name}", self.empty, slot)

    def _fit_head(self) -> None:
        at = theme.look(self)
        super().show_head(self._wants_head and self.height() >= at.px(LOW_PANEL if at.low else LOW))

    def _fit_columns(self) -> None:
        """Show as many columns as leave the names their room."""
        several = self._visit is not None and len(self._visit.matters) > 1
        at = theme.look(self)
        columns = self.model.columns
        left = self.view.width() - at.px(NAME_ROOM)
        left -= sum(at.px(c.width) for i, c in enumerate(columns) if i not in (FORM, USED, SCAN))
        for place, wanted in ((USED, several), (FORM, True), (SCAN, True)):
            width = at.px(columns[place].width)
            shown = wanted and self._details and width <= left
            self.view.show_column(place, shown)
            left -= width if shown else 0

    def _say_empty(self, visit: Visit) -> None:
        if given := [c.no_list_reason for c in visit.matters if c.no_list_reason]:
            why = joined(map(record_words, given))
            words = self.tr("没有材料清单，照收的原因：{why}").format(why=why)
        elif any(not c.matter.has_list for c in visit.matters):
            words = self.tr("目录里没有这个事项的材料清单，收什么按部门要求登记")
        else:
            words = self.tr("该事项无需材料")
        self.empty.say(words)

    def _say_head(self, visit: Visit, rows: tuple[Row, ...]) -> None:
        names = [chosen.matter.name for chosen in visit.matters]
        several = self.tr("合并 {n} 个事项").format(n=len(names))
        counts = {state: sum(row.mark.state is state for row in rows) for state in _COUNTED}
        told = [f"{rowtext.state_word(s)} {n}" for s, n in counts.items() if n]
        note = several if len(names) > 1 else "".join(names)
        self.set_title(self.tr("材料核验"), note, " · ".join(told))

    # --- keys on the row under the cursor ---

    def _on_row(self, act: Callable[[Visit, Row], Step]) -> Callable[[], None]:
        def run() -> None:
            row, seen = self.row, self._visit
            if row is not None and seen is not None:
                self._try(lambda: act(seen, row))

        return run

    def _on_receive(self) -> None:
        self._on_row(marking.receive)()

    def _on_digit(self, digit: int) -> None:
        if digit == 0 and not self._tens:
            self._tens = True
            return
        no = digit + (10 if self._tens else 0)
        self._tens = False
        seen = self._visit
        if seen is not None:
            self._try(lambda: marking.toggle(seen, no))

    def _on_all(self) -> None:
        seen = self._visit
        if seen is not None:
            self._try(lambda: marking.receive_all(seen, self.row.no if self.row else 1))

    def _on_missing(self) -> None:
        title = self.tr("{no} {name}：缺，为什么？")
        self._ask_row(title, reasons.MISSING, marking.miss, checklist.miss)

    def _on_defective(self) -> None:
        title = self.tr("{no} {name}：不符，哪里不符？")
        self._ask_row(title, reasons.DEFECTIVE, marking.reject, checklist.reject)

    def _on_not_applicable(self) -> None:
        title = self.tr("{no} {name}：不适用，为什么？")
        self._ask_row(title, reasons.NOT_APPLICABLE, marking.exempt, checklist.exempt)

    def _on_share(self) -> None:
        row = self.row
        if row is not None and row.mark.state in rowtext.HERE:
            title = self.tr("{no} {name}：本来免交，为什么要申请人提供？")
            self._ask_row(title, reasons.DEMANDED, marking.demand, checklist.demand)
        else:
            self._on_row(marking.share)()

    def _on_defer(self) -> None:
        row, seen = self.row, self._visit
        if row is None or seen is None:
            return
        at = self._desk.now()
        calendar = self._desk.session.calendar
        try:
            found = deferral_of(seen, row, calendar, self._desk.policy.limits, at)
        except UserError as refused:
            self._desk.notices.show(refused)
            return
        self.drawer.promise(
            row, found, at, lambda due: self._try(lambda: marking.defer(seen, row, due))
        )

    def _on_remark(self) -> None:
        row, seen = self.row, self._visit
        if row is None or seen is None:
            return
        self.drawer.write(
            self.tr("{no} {name}：备注").format(no=row.no, name=row.name),
            lambda text: self._try(lambda: marking.note(seen, row, text)),
            row.mark.note,
            may_be_empty=True,
        )

    def _on_voluntary(self) -> None:
        seen = self._visit
        if seen is None or not seen.matters:
            return
        no = self.row.no if self.row else 1
        self.drawer.write(
            self.tr("申请人自愿补充的材料（不计入应交材料，不影响收件）"),
            lambda text: self._try(lambda: marking.add_voluntary(seen, text, no)),
        )

    def _on_ask(self) -> None:
        row, seen = self.row, self._visit
        if row is None or seen is None:
            return
        if row.mark.state is RowState.ASKED:
            title = self.tr("{no} {name}：部门怎么答复？确认可收的当场收下")
            self.drawer.hear(
                title.format(no=row.no, name=row.name),
                lambda *said: self._try(lambda: marking.answer(seen, row, *said)),
            )
        elif self._try(lambda: marking.ask(seen, row)):
            self._desk.notices.note(self.tr("已记为请部门确认，有答复后用同一个键记录"))

    def next_applicant(self) -> None:
        """Show the next applicant who has something open."""
        seen = self._visit
        if seen is None or not seen.is_batch:
            return
        step = marking.next_applicant(seen)
        if step is None:
            self._desk.notices.note(self.tr("其他申请人都已办完"))
            return
        self._take(step)

    def _on_applicant(self, index: int) -> None:
        self._take(marking.select_applicant(self._seen(), index))

    def _ask_row(
        self,
        title: str,
        answers: Sequence[str],
        act: marking.WithReason,
        may: Callable[[Row, str], object],
    ) -> None:
        """Ask for a reason, unless the row would refuse it anyway."""
        row, seen = self.row, self._visit
        if row is None or seen is None:
            return
        try:
            may(row, answers[0])
        except UserError as refused:
            self._desk.notices.show(refused)
            return
        words = title.format(no=row.no, name=row.name)
        self.drawer.ask(words, answers, lambda why: self._try(lambda: act(seen, row, why)))

    def _on_drawer_opened(self) -> None:
        if (index := self.view.currentIndex()).isValid():
            self.view.scrollTo(index)

    def _on_opened(self, shown: Shown) -> None:
        if self._visit is not None:
            self.view.set_current(marking.next_to_do(self._visit, shown.row.no) - 1)

    # --- what becomes of a key ---

    def _try(self, act: Callable[[], Step]) -> bool:
        self._tens = False
        try:
            step = act()
        except UserError as refused:
            self._desk.notices.show(refused)
            return False
        self._take(step)
        return True

    def _take(self, step: Step) -> None:
        self._target = step.row
        self.changed.emit(step.visit)

    def _seen(self) -> Visit:
        assert self._visit is not None
        return self._visit
