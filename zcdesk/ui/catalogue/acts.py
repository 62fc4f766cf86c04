"""The row of acts below the editor: draft, hand in, approve, return, withdraw; asked in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.catalogue.files import write_xlsx
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import ProposalState
from zcdesk.errors import SurroundingsError
from zcdesk.operations.catalogue_sheet import Sheet
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.jobs import WORK
from zcdesk.ui.review.form import ActForm, Ask
from zcdesk.ui.widgets import Button, CodeEdit, Footer, Kind, Text


class MatterActs(QWidget):
    """Shows what may be done with the matter in front by whoever works here.

    Attributes:
        may_edit: whoever works here may write at all.

    Signals:
        back_wanted, withdraw_wanted carry the reason; the others nothing.
    """

    save_wanted = Signal()
    submit_wanted = Signal()
    approve_wanted = Signal()
    back_wanted = Signal(str)
    withdraw_wanted = Signal(str)
    drop_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.may_edit = self._may_judge = self._touched = False
        self._sheet: Sheet | None = None
        self._asked: Callable[[str], object] | None = None
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = Path(place) / "综窗台导出"
        self.form = ActForm(desk.keys)
        self.day_words = Text(self.tr("生效"), "strong")
        self.day = CodeEdit(self.tr("批准时；定日写 2026-12-01"))
        self.day.setObjectName("catalogue_day")
        self.day.setAccessibleName(self.tr("生效日期"))
        theme.sized(self.day, width=232)
        self.drop_button = Button(self.tr("放弃修改"), Kind.QUIET, icon="trash")
        self.withdraw_button = Button(self.tr("停办"), Kind.QUIET, icon="ban")
        self.all_button = Button(self.tr("批准列表中全部"), icon="user-check")
        self.back_button = Button(self.tr("退回修改"), icon="arrow-back-up", key="F4")
        self.save_button = Button(self.tr("存草稿"), icon="device-floppy", key="F8")
        self.go_button = Button(self.tr("提交复核"), Kind.PRIMARY, key="F9")
        self.go_button.setObjectName("catalogue_go")
        self._build()
        self._connect()

    @property
    def effective(self) -> str:
        """The day as typed; empty = when approved."""
        return self.day.text().strip()

    def set_roles(self, *, may_edit: bool, may_judge: bool) -> None:
        """Offer what the roles of whoever works here allow."""
        self.may_edit, self._may_judge = may_edit, may_judge
        self.show_sheet(self._sheet)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Offer what may be done with another matter."""
        self._sheet = sheet
        self._touched = False
        proposal = sheet.row.proposal if sheet is not None else None
        self.day.setText(proposal.effective if proposal is not None else "")
        self.close_form()
        self._offer()

    def set_touched(self) -> None:
        """Something was typed: it can only be handed in now, not approved as it stands."""
        if not self._touched:
            self._touched = True
            self._offer()

    def close_form(self) -> None:
        """Leave what was asked."""
        self.form.close_form()
        self._asked = None

    def export(self, matters: tuple[Matter, ...]) -> None:
        """Write matters as a workbook, in the work lane."""
        path = self.folder / f"事项目录 {self._desk.now():%Y%m%d-%H%M%S}.xlsx"
        self._desk.do(
            self._desk.operations.clerks.exported, self.tr("事项目录"), len(matters), owner=self
        )
        job = partial(_write, path, matters)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _offer(self) -> None:
        sheet = self._sheet
        proposal = sheet.row.proposal if sheet is not None else None
        waits = proposal is not None and proposal.state is ProposalState.SUBMITTED
        judges = waits and self._may_judge and sheet is not None and not sheet.mine
        self._approves = judges and not self._touched
        self.go_button.set_text(self.tr("批准发布") if self._approves else self.tr("提交复核"))
        self.go_button.setEnabled(sheet is not None and self.may_edit)
        self.save_button.setEnabled(sheet is not None and self.may_edit)
        self.back_button.setVisible(bool(self._approves))
        self.all_button.setVisible(self._may_judge and waits)
        self.drop_button.setVisible(self.may_edit and (proposal is not None or self._touched))
        in_force = sheet is not None and bool(sheet.row.version)
        self.withdraw_button.setVisible(self.may_edit and in_force and proposal is None)
        for part in (self.day, self.day_words):
            part.setVisible(self.may_edit)

    def _go(self) -> None:
        (self.approve_wanted if self._approves else self.submit_wanted).emit()

    def _ask(self, title: str, said: str, then: Callable[[str], object]) -> None:
        self._asked = then
        reason = Ask("reason", self.tr("理由"), needed=True, wide=True)
        self.form.open(title, said, (reason,), title)

    def _ask_back(self) -> None:
        self._ask(self.tr("退回修改"), self.tr("起草人会看到理由"), self.back_wanted.emit)

    def _ask_withdraw(self) -> None:
        said = self.tr("批准后各窗口不再受理；已收的件照常办完")
        self._ask(self.tr("停办本事项"), said, self.withdraw_wanted.emit)

    def _on_accepted(self, answers: dict[str, object]) -> None:
        then, self._asked = self._asked, None
        self.form.close_form()
        if then is not None:
            then(str(answers["reason"]))

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("表格已写到 {path}").format(path=str(path)))

    def _build(self) -> None:
        footer = Footer()
        for part in (self.day_words, self.day):
            footer.say(part)
        footer.say(Text(""), 1)
        for button in (
            self.drop_button,
            self.withdraw_button,
            self.all_button,
            self.back_button,
            self.save_button,
            self.go_button,
        ):
            footer.act(button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.form)
        column.addWidget(footer)

    def _connect(self) -> None:
        self.drop_button.clicked.connect(self.drop_wanted)
        self.withdraw_button.clicked.connect(self._ask_withdraw)
        self.all_button.clicked.connect(self.all_wanted)
        self.back_button.clicked.connect(self._ask_back)
        self.save_button.clicked.connect(self.save_wanted)
        self.go_button.clicked.connect(self._go)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self.close_form)


def _write(path: Path, matters: tuple[Matter, ...]) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SurroundingsError("LIV-01", file=path.name) from error
    write_xlsx(path, matters)
    return path
