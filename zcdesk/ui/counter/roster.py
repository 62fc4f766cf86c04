"""Many applicants from a spreadsheet (名册): what is wrong with each row, and taking the good ones.

Who brought the roster presents (单位经办人) and is no applicant; their authority is checked here.
A row in doubt, such as a check digit that fails, comes in only with a reason.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.identity import mask_id
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import Visit, add_applicants, set_person, set_presenter
from zcdesk.errors import CodedError, UserError
from zcdesk.operations.roster import Roster, RosterRow, read_roster, template
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.file_intake import FileIntake, save_file
from zcdesk.ui.jobs import WORK
from zcdesk.ui.keys import CAPS
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Check,
    ChipState,
    Column,
    Empty,
    Footer,
    Kind,
    LineEdit,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.rows import CENTRE
from zcdesk.ui.words import joined


class RosterPage(QWidget):
    """The page over the serving page.

    Signals:
        changed(Visit): the good rows are applicants now.
        closed(): done, or Esc.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = Visit(id="", window="", started_at="")
        self._roster: Roster | None = None
        self.setObjectName("roster_page")
        self.setProperty("kind", "page")
        label, kinds = self.tr("名册文件（XLSX）"), self.tr("表格 (*.xlsx)")
        self.intake = FileIntake(self, "roster_file", label, self.tr("请选择名册文件"), kinds)
        self.file = self.intake.field
        self.presents = Text("", "body", wrap=True)
        self.authority = Check(self.tr("介绍信（委托书）已核对"))
        self.authority.setObjectName("roster_authority")
        self.reason = LineEdit(self.tr("待核的也导入，请写明理由"))
        self.reason.setObjectName("roster_reason")
        self.reason.setAccessibleName(self.tr("待核的也导入的理由"))
        self.model: RowsModel[RosterRow] = RowsModel(self._columns(), _key, self._sentence)
        self.view = RowsView(self.model)
        self.view.setObjectName("roster_rows")
        self.view.setAccessibleName(self.tr("名册"))
        self.empty = Empty("users", self.tr("选一个名册文件，逐行检查后导入"))
        self.told = Text("", "strong")
        self.take = Button(self.tr("导入"), Kind.PRIMARY, key="F9")
        self.take.setObjectName("roster_take")
        self._build()
        self._bind()

    def open(self, visit: Visit) -> None:
        """Begin with no file read."""
        self._visit, self._roster = visit, None
        self.file.set_text("")
        self.file.say("")
        who = self._presenter()
        words = self.tr("经办人 {name}，不列入申请人").format(name=who.name)
        self.presents.set_text(
            words
            if who.is_identified
            else self.tr("经办人还没有登记（{keys[F4]}）").format(keys=CAPS)
        )
        self.authority.setChecked(visit.authority)
        self._show(())
        self.file.setFocus()

    def read(self, path: str) -> None:
        """Read and judge the file in the work lane."""
        today = self._desk.now().date()
        # a card read before the roster is the presenter's, not an applicant's
        named = self._visit.presenter.is_identified
        present = tuple(a.person for a in self._visit.applicants[0 if named else 1 :])
        self._desk.jobs.run(
            WORK,
            partial(read_roster, Path(path).expanduser(), today, present),
            owner=self,
            done=self._on_read,
            failed=self._on_refused,
        )

    def take_good(self) -> None:
        """Make applicants of the rows nothing is wrong with; read first if nothing is read."""
        if self._roster is None:
            self.intake.read()
            return
        taken = self._taken()
        if not taken:
            self.file.say(self.tr("没有可以导入的行，请改正名册后重新选择"))
            return
        try:
            visit = add_applicants(self._with_presenter(), taken)
        except UserError as refused:
            self.file.say(describe(refused).text)
            return
        self.changed.emit(visit)
        self.closed.emit()

    def save_template(self, path: str) -> None:
        """Write an empty roster for the unit to fill."""
        said = self.tr("模板已存为 {name}").format(name=Path(path).name)
        self._desk.jobs.run(
            WORK,
            partial(template, Path(path)),
            owner=self,
            done=lambda _: self._desk.notices.note(said),
        )

    def _taken(self) -> tuple[Person, ...]:
        """Who comes in: the good ones, and with a reason those in doubt, in the file's order."""
        rows = self._roster.rows if self._roster is not None else ()
        reason = self.reason.text().strip()
        return tuple(
            msgspec.structs.replace(row.person, override=reason if row.problems else "")
            for row in rows
            if not row.problems or (row.is_doubtful and reason)
        )

    def _presenter(self) -> Person:
        """Who came: named already, else the one whose card was read."""
        if self._visit.presenter.is_identified:
            return self._visit.presenter
        return self._visit.applicants[0].person

    def _with_presenter(self) -> Visit:
        visit, who = self._visit, self._presenter()
        if not visit.presenter.is_identified and who.is_identified:
            visit = set_person(msgspec.structs.replace(visit, current=0), Person(), {})
            visit = set_presenter(visit, who, Agency.UNIT_CLERK)
        return msgspec.structs.replace(visit, authority=self.authority.isChecked())

    def _on_read(self, roster: Roster) -> None:
        self._roster = roster
        self.file.say("")
        self._show(roster.rows)
        first = next((at for at, row in enumerate(roster.rows) if row.problems), 0)
        self.view.set_current(first)
        (self.take if self.authority.isChecked() else self.authority).setFocus()

    def _tell(self) -> None:
        """Say how many rows there are, and how many come in."""
        rows = self._roster.rows if self._roster is not None else ()
        if not rows:
            self.told.set_text("")
            self.take.setEnabled(True)
            return
        good = len(self._taken())
        words = self.tr("共 {n} 行，可导入 {good} 行，{bad} 行有问题")
        bad = sum(bool(row.problems) for row in rows)
        self.told.set_text(words.format(n=len(rows), good=good, bad=bad))
        self.take.setEnabled(good > 0)

    def _on_refused(self, error: CodedError) -> None:
        self._roster = None
        self._show(())
        self.intake.refuse(describe(error).text)

    def _show(self, rows: tuple[RosterRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.reason.setVisible(any(row.is_doubtful for row in rows))
        self.reason.clear()
        self._tell()

    def _columns(self) -> tuple[Column[RosterRow], ...]:
        return (
            Column(self.tr("行"), lambda row: str(row.no), CENTRE, 48),
            Column(self.tr("姓名"), lambda row: row.person.name, width=180),
            Column(self.tr("证件号码"), lambda row: mask_id(row.person.id_number), width=200),
            Column(self.tr("检查"), lambda row: "", width=108, chip=self._chip),
            Column(self.tr("问题"), _problems, style="small"),
        )

    def _chip(self, row: RosterRow) -> ChipState:
        if row.is_blocked:
            return ChipState("circle-x", self.tr("有误"), Tone.DANGER)
        if row.is_doubtful:
            return ChipState("alert-triangle", self.tr("待核"), Tone.WARN)
        return ChipState("circle-check", self.tr("可导入"), Tone.OK)

    def _sentence(self, row: RosterRow) -> str:
        return f"{row.no} {row.person.name} {self._chip(row).word} {_problems(row)}"

    def _build(self) -> None:
        blank = Button(self.tr("空白模板…"), Kind.QUIET, icon="file")
        blank.clicked.connect(self._on_template)
        self.intake.add(blank)
        who = QHBoxLayout()
        theme.spaced(who, gap=16)
        who.addWidget(self.presents, 1)
        who.addWidget(self.reason, 2)
        who.addWidget(self.authority)
        panel = Panel(self.tr("多人办理：导入名册"))
        panel.body.addWidget(self.intake)
        panel.body.addLayout(who)
        panel.body.addWidget(self.view, 1)
        panel.body.addWidget(self.empty, 1)
        footer = Footer()
        footer.say(self.told, 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.take)
        footer.under(panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("roster.read", self.file, self.intake.read)
        self.intake.wanted.connect(self.read)
        keys.bind("roster.take", self, self.take_good)
        keys.bind("roster.close", self, self.closed.emit)
        self.take.clicked.connect(self.take_good)
        self.reason.textChanged.connect(self._tell)

    def _on_template(self) -> None:
        kinds = self.tr("表格 (*.xlsx)")
        save_file(self, self.tr("另存空白模板"), kinds, self.save_template)


def _key(row: RosterRow) -> int:
    return row.no


def _problems(row: RosterRow) -> str:
    return joined(describe(problem).text for problem in row.problems)
