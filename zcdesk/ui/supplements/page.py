"""补正、容缺 (ux 2.10): who still brings what and until when; a scanned receipt opens its row.

Any window takes any paper in. Whether a broken promise ends a case a person decides, never a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zcdesk.domain.case_parts import Verdict
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.mending.act_form import ActForm
from zcdesk.ui.mending.offers import Offer, Values
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.supplements import words as say
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.operations.awaited import Awaited


class SupplementsPage(QWidget):
    """Lists what is awaited and takes it in.

    Signals:
        closed(): back to where the clerk came from.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[Awaited, ...] = ()
        self._wanted = ""
        self._asked = ""
        self._under_way = False
        self.title = self.tr("补正和容缺")
        self.setObjectName("supplements_page")
        self.setProperty("kind", "page")
        self.tabs = Choice(tuple((name, say.said(word)) for name, word in say.TABS))
        self._is_narrow = False
        self.counts = {name: Chip() for name, _ in say.TABS[1:]}
        self.view = self._table()
        self.choices = Choices(desk.keys)
        self.form = ActForm(desk.keys)
        self.take_button = Button(self.tr("补收"), Kind.PRIMARY, icon="check", key="Enter")
        self.judge_button = Button(self.tr("延期、处理"), icon="gavel", key="supplements.judge")
        self.told_button = Button(self.tr("已告知"), icon="phone", key="supplements.told")
        self.notice_button = Button(
            self.tr("打印补正通知书"), icon="printer", key="supplements.notice"
        )
        self.back = Button(self.tr("返回"), key="Esc")
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the list again."""
        self._take_focus()
        self.refresh()

    def on_layout(self, step: LayoutStep) -> None:
        """Let the department give way, and figures that are none."""
        self._is_narrow = step is LayoutStep.NARROW
        self._on_rows(self._rows)
        self.view.show_column(6, step is not LayoutStep.NARROW)
        theme.sized(self.form, width=250 if step is LayoutStep.NARROW else 310)

    def refresh(self) -> None:
        """Read what is awaited."""
        self._desk.do(self._desk.operations.awaited.rows, owner=self, done=self._on_rows)

    def open_case(self, case_id: str) -> None:
        """Go to the row of a case and ask what came: a receipt was scanned."""
        self._wanted = case_id
        self.tabs.set_value("all")
        self.refresh()

    def _on_rows(self, rows: tuple[Awaited, ...]) -> None:
        self._rows, now = rows, self._desk.now()
        for name, chip in self.counts.items():
            count = sum(say.belongs(row, name, now) for row in rows)
            word = dict(say.TABS)[name]
            bad = bool(count) and name == "late"
            tone = Tone.DANGER if bad else Tone.WARN if count and name == "today" else Tone.NEUTRAL
            state = ChipState("clock", f"{say.said(word)} {count}", tone)
            chip.set_state(state if count or not self._is_narrow else None)
        self._show_rows()
        if self._wanted:
            mine = [i for i, row in enumerate(self._shown()) if row.case == self._wanted]
            # what was returned comes first: it holds the whole case up
            mine.sort(key=lambda i: self._shown()[i].kind is not TaskKind.CORRECT)
            self._wanted = ""
            if mine:
                self.view.set_current(mine[0])
                self.take_in()
        self._take_focus()

    def _shown(self) -> tuple[Awaited, ...]:
        tab, now = str(self.tabs.value), self._desk.now()
        return tuple(row for row in self._rows if say.belongs(row, tab, now))

    def _show_rows(self) -> None:
        rows = self._shown()
        self.view.rows_model.set_rows(rows)
        self._lists.setCurrentIndex(1 if rows else 0)
        if rows and self.view.current is None:
            self.view.set_current(0)
        self._on_current(self.view.current)

    def _on_current(self, row: Awaited | None) -> None:
        came = row is None or row.kind is TaskKind.HAND_OVER
        self.take_button.setEnabled(not came)
        self.told_button.setEnabled(not came)
        self.judge_button.setEnabled(row is not None and row.kind is TaskKind.SUPPLEMENT)
        self.notice_button.setEnabled(row is not None and row.kind is TaskKind.CORRECT)

    def _take_focus(self) -> None:
        if not self.isVisible():  # an answer that comes late takes nothing from another page
            return
        if self.choices.is_open or self.form.isVisible():
            return
        (self.view if self.view.rows_model.rows else self.back).setFocus()

    # --- what is done with a row ---

    def take_in(self) -> None:
        """Enter: ask whether what was owed is really here."""
        row = self._current(TaskKind.SUPPLEMENT, TaskKind.CORRECT)
        if row is None:
            return
        if row.kind is TaskKind.CORRECT:
            title = self.tr("{no} 应补：{lacks}").format(no=row.number, lacks="、".join(row.lacks))
            self._ask("correct", title, (self.tr("全部补齐，收下"), self.tr("还没有补齐")))
            return
        title = self.tr("{no} 补收 {name}").format(no=row.number, name="、".join(row.lacks))
        answers = (self.tr("收下，原件已核"), self.tr("收下，没有原件可核"))
        off = frozenset({1}) if row.compares else frozenset[int]()
        self._ask("supplement", title, answers, off)

    def judge(self) -> None:
        """X: what follows from the promise."""
        row = self._current(TaskKind.SUPPLEMENT)
        if row is not None:
            title = self.tr("{no} 的容缺承诺怎样处理").format(no=row.number)
            self._ask("judge", title, tuple(say.said(v) for v in say.VERDICTS))

    def tell(self) -> None:
        """T: somebody told the applicant."""
        row = self._current(TaskKind.SUPPLEMENT, TaskKind.CORRECT)
        if row is not None:
            title = self.tr("怎样告知 {no} 的申请人").format(no=row.number)
            self._ask("told", title, tuple(say.said(how) for how in say.CALLS))

    def print_notice(self) -> None:
        """P: the 补正通知书 of this case."""
        row = self._current(TaskKind.CORRECT)
        if row is not None:
            read = self._desk.operations.awaited.notice
            self._desk.do(read, row.case, owner=self, done=self._on_notice)

    def _on_notice(self, task: Any) -> None:
        if self._desk.printing is not None:
            self._desk.printing.print((task,))

    def _current(self, *kinds: TaskKind) -> Awaited | None:
        row: Awaited | None = self.view.current
        return row if row is not None and row.kind in kinds else None

    def _ask(
        self,
        what: str,
        title: str,
        answers: tuple[str, ...],
        off: frozenset[int] = frozenset(),
    ) -> None:
        self._asked = what
        self.choices.ask(title, answers, off=off)

    def _on_chosen(self, place: int) -> None:
        self.choices.close_question()
        row: Awaited | None = self.view.current
        ops = self._desk.operations.supplements
        if row is None:
            return
        match self._asked:
            case "correct" if place == 0:
                self._run(ops.correct, row.case, row.lacks)
            case "supplement":
                self._run(ops.supplement, row.case, row.about, compared=place == 0)
            case "told":
                self._run(ops.call, row.case, say.CALLS[place], row.about)
            case "judge":
                self.form.setVisible(True)
                self.form.ask(say.JUDGE[tuple(Verdict)[place]])
            case _:
                self._take_focus()

    def _run(self, operation: Any, *given: Any, **named: Any) -> None:
        if self._under_way:
            return
        self._under_way = True
        done, failed = self._on_done, self._on_failed
        self._desk.do(operation, *given, owner=self, done=done, failed=failed, **named)

    def _on_done(self, _: object) -> None:
        self._under_way = False
        self.form.hide()
        self._desk.notices.note(self.tr("已记录"), Tone.OK)
        self.refresh()
        self._take_focus()

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        if self.form.isVisible():
            self.form.complain(describe(error).text)
        else:
            self._desk.notices.show(error)
            self._take_focus()

    def _on_submitted(self, offer: Offer, values: Values) -> None:
        row: Awaited | None = self.view.current
        if row is None:
            return
        try:
            operation, given, named = offer.run(self._desk.operations, row, values)
        except ValueError:
            self.form.complain(self.tr("日期请写成 2026-12-01 的样子"))
            return
        self._run(operation, *given, **named)

    def _on_cancelled(self) -> None:
        self.choices.close_question()
        self.form.hide()
        self._take_focus()

    def _on_close(self) -> None:
        if self.form.isVisible():
            self._on_cancelled()
        else:
            self.closed.emit()

    # --- what comes from outside ---

    def _on_scan(self, text: str) -> None:
        if self.isVisible():
            scanned = self._desk.operations.finding.scanned
            self._desk.do(scanned, text, owner=self, done=self._on_scanned)

    def _on_scanned(self, found: tuple[str, bool]) -> None:
        case, is_awaited = found
        if is_awaited:
            self.open_case(case)
        else:
            self._desk.notices.note(self.tr("这一件没有要补的材料"), Tone.WARN)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & {"case", "message"} and not self._under_way:
            self.refresh()

    def _on_digit(self, digit: int) -> bool:
        if digit > len(say.TABS):
            return False
        self.tabs.set_value(say.TABS[digit - 1][0])
        self._take_focus()
        return True

    def _build(self) -> None:
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(self.tabs)
        for chip in self.counts.values():
            head.addWidget(chip)
        head.addStretch(1)
        self._lists = QStackedWidget()
        self._lists.addWidget(Empty("circle-check", self.tr("没有要补的材料")))
        self._lists.addWidget(self.view)
        panel = Panel(self.title)
        panel.body.addLayout(head)
        panel.body.addWidget(self._lists, 1)
        panel.body.addWidget(self.choices)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(panel, 1)
        row.addWidget(self.form)
        self.form.hide()
        footer = Footer()
        tip = self.tr("扫收件通知书直接补收；逾期怎样处理由人决定")
        footer.say(Text(tip, "small", Tone.NEUTRAL, elide=True), 1)
        buttons = (
            self.back,
            self.notice_button,
            self.told_button,
            self.judge_button,
            self.take_button,
        )
        for button in buttons:
            footer.act(button)
        footer.under(row, self)
        self.on_layout(LayoutStep.NORMAL)

    def _bind(self) -> None:
        keys = self._desk.keys
        for name, slot, button in (
            ("judge", self.judge, self.judge_button),
            ("told", self.tell, self.told_button),
            ("notice", self.print_notice, self.notice_button),
        ):
            keys.bind(f"supplements.{name}", self.view, slot)
            button.clicked.connect(slot)
        for owner in (self.view, self.back):  # an empty tab leaves the focus on the way back
            keys.bind("supplements.tab", owner, self._on_digit)
        keys.bind("supplements.close", self, self._on_close)
        self.take_button.clicked.connect(self.take_in)
        self.view.opened.connect(lambda _: self.take_in())
        self.view.current_changed.connect(self._on_current)
        self.back.clicked.connect(self._on_close)
        self.tabs.changed.connect(lambda _: self._show_rows())
        self.choices.chosen.connect(self._on_chosen)
        self.choices.cancelled.connect(self._on_cancelled)
        self.form.submitted.connect(self._on_submitted)
        self.form.cancelled.connect(self._on_cancelled)
        self._desk.scanned.connect(self._on_scan)
        self._desk.changed.connect(self._on_changed)

    def _table(self) -> RowsView:
        def due(row: Awaited) -> ChipState:
            return say.due_chip(row, self._desk.now())

        model: RowsModel[Awaited] = RowsModel(
            (
                Column(say.said("到期"), lambda row: due(row).word, width=120, chip=due),
                Column(say.said("件号"), lambda row: row.number, width=184, style="body"),
                Column(say.said("申请人"), lambda row: row.name, width=80, style="body"),
                Column(say.said("缺什么"), lambda row: "、".join(row.lacks)),
                Column(
                    say.said("状态"),
                    lambda row: say.kind_chip(row).word,
                    width=96,
                    chip=say.kind_chip,
                ),
                Column(
                    say.said("通知"),
                    lambda row: say.told_chip(row).word,
                    width=150,
                    chip=say.told_chip,
                ),
                Column(say.said("部门"), lambda row: row.department, width=140, style="body"),
            ),
            lambda row: (row.case, row.kind, row.about),
        )
        view = RowsView(model)
        view.setObjectName("supplements")
        view.setAccessibleName(say.said("补正和容缺"))
        return view
