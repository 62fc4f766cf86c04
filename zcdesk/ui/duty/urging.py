"""超期督办: choose late cases, demand an answer until a day, print the 督办单, follow the answers.

Space ticks a case, F9 urges all that are ticked. The department finds the demand on its list of
tasks and answers there.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.hall import Role
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.urging import UrgedCase
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.record_words import record_words, recorded
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.field import Combo
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

TEMPLATES = (
    "请于答复期限前办结，并说明超期原因",
    "请于答复期限前说明办理进度和预计办结日期",
    "临近期限，请优先办理，不能按期办结的提前书面说明",
)
"""What is demanded; it stands on the 督办单 in Chinese."""

ANSWER_HOUR = 17


class UrgingPage(QWidget):
    """Lists what is late and urges it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("超期督办")
        self.setObjectName("urging_page")
        self.setAccessibleName(self.title)
        self.ticked: set[str] = set()
        self.rows: tuple[UrgedCase, ...] = ()
        self.model: RowsModel[UrgedCase] = RowsModel(
            (
                Column("", lambda row: "✓" if row.case in self.ticked else "", width=32),
                Column(self.tr("编号"), lambda row: row.number, width=210),
                Column(self.tr("事项"), lambda row: row.matter),
                Column(self.tr("部门"), lambda row: row.department, width=130),
                Column(self.tr("状态"), lambda row: record_words(row.state), width=90),
                Column(self.tr("到期"), lambda row: "", width=160, chip=self._due_chip),
                Column(self.tr("督办"), self._urged_words, width=230),
            ),
            lambda row: row.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("urging_rows")
        self.view.setAccessibleName(self.title)
        self.empty = Empty("circle-check", self.tr("没有超期，三天内也没有到期的办件"))
        self.panel = Panel(self.title)
        self.demand = Combo()
        self.demand.setEditable(True)
        self.demand.addItems([record_words(one) for one in TEMPLATES])
        self.demand.setAccessibleName(self.tr("要求"))
        if (edit := self.demand.lineEdit()) is not None:
            edit.setAccessibleName(self.tr("要求"))
            edit.setCursorPosition(0)
        self.demand.setMinimumContentsLength(12)
        self.demand.setSizeAdjustPolicy(
            Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.days = Choice(((1, self.tr("明天")), (2, self.tr("两天")), (5, self.tr("五天"))))
        self.count = Text("", "body", Tone.NEUTRAL)
        self.urge_button = Button(self.tr("发出督办单"), Kind.PRIMARY, icon="flag", key="F9")
        self._build()
        self.view.opened.connect(lambda row: desk.case_wanted.emit(row.case))
        self.urge_button.clicked.connect(self.urge)
        desk.keys.bind("urging.tick", self.view, self.tick)
        desk.keys.bind("urging.all", self.view, self.tick_late)
        desk.keys.bind("urging.urge", self, self.urge)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the list again; the focus stands in it."""
        self.urge_button.setVisible(Role.SUPERVISOR in self._desk.clerk.roles)
        self.view.show()
        self.view.setFocus()
        self.read()

    def on_layout(self, step: LayoutStep) -> None:
        """A narrow window leaves the state out."""
        self.view.show_column(4, step is not LayoutStep.NARROW)

    def read(self) -> None:
        """Read what is late."""
        self._desk.do(self._desk.operations.urging.cases, owner=self, done=self._on_read)

    def tick(self) -> None:
        """Tick the case under the cursor, or take the tick away."""
        row: UrgedCase | None = self.view.current
        if row is not None:
            self.ticked ^= {row.case}
            self._show()

    def tick_late(self) -> None:
        """Tick everything that is late, or nothing."""
        late = {row.case for row in self.rows if row.is_late}
        self.ticked = set() if late <= self.ticked else late
        self._show()

    def urge(self) -> None:
        """Urge what is ticked, or the case under the cursor."""
        row: UrgedCase | None = self.view.current
        chosen = tuple(r.case for r in self.rows if r.case in self.ticked)
        if not chosen and row is not None:
            chosen = (row.case,)
        now = self._desk.now()
        reply_by = (now + timedelta(days=int(str(self.days.value)))).replace(
            hour=ANSWER_HOUR, minute=0, second=0, microsecond=0
        )
        self._desk.do(
            self._desk.operations.urging.urge,
            chosen,
            recorded(self.demand.currentText(), TEMPLATES),
            reply_by,
            owner=self,
            done=self._on_urged,
        )

    def _build(self) -> None:
        self.panel.body.addWidget(self.view, 1)
        self.panel.body.addWidget(self.empty, 1)
        line = QHBoxLayout()
        theme.spaced(line, gap=8)
        line.addWidget(Text(self.tr("要求"), "strong"))
        line.addWidget(self.demand, 1)
        line.addWidget(Text(self.tr("答复期限"), "strong"))
        line.addWidget(self.days)
        self.panel.body.addLayout(line)
        footer = Footer()
        footer.say(self.count, 1)
        footer.act(self.urge_button)
        footer.under(self.panel, self)

    def _on_read(self, rows: tuple[UrgedCase, ...]) -> None:
        self.rows = rows
        self.ticked &= {row.case for row in rows}
        self._show()
        if self.view.current is None:
            self.view.set_current(0)

    def _show(self) -> None:
        self.model.set_rows(())
        place = self.view.current_place
        self.model.set_rows(self.rows)
        self.view.set_current(max(0, place))
        if not self.rows and self.view.hasFocus():
            self.setFocus()  # keys of the page go on; the field below would take them as text
        self.view.setVisible(bool(self.rows))
        self.empty.setVisible(not self.rows)
        self.urge_button.setEnabled(bool(self.rows))
        late = sum(row.is_late for row in self.rows)
        waiting = sum(bool(row.reply_by and not row.answer) for row in self.rows)
        self.panel.set_title(
            self.title,
            self.tr("超期 {late} · 三天内到期 {soon} · 待答复 {waiting}").format(
                late=late, soon=len(self.rows) - late, waiting=waiting
            ),
        )
        said = self.tr("已选 {n} 件（空格选，A 选全部超期）")
        self.count.set_text(said.format(n=len(self.ticked)))

    def _on_urged(self, prints: tuple[PrintTask, ...]) -> None:
        self._desk.printing.print(prints)
        self._desk.notices.note(self.tr("已发出 {n} 份督办单").format(n=len(prints)))
        self.ticked = set()
        self.read()

    def _due_chip(self, row: UrgedCase) -> ChipState:
        said = row.due[5:16].replace("T", " ")
        if row.is_late:
            return ChipState("clock-exclamation", self.tr("超期 {t}").format(t=said), Tone.DANGER)
        return ChipState("clock", said, Tone.WARN)

    def _urged_words(self, row: UrgedCase) -> str:
        if not row.urged:
            return ""
        if row.answer:
            return self.tr("{n} 次 · 答复：{answer}").format(n=row.urged, answer=row.answer)
        by = row.reply_by[5:16].replace("T", " ")
        return self.tr("{n} 次 · {time} 前答复").format(n=row.urged, time=by)
