"""事项管理: the list of matters, the editor of the one in front, and what stands beside it.

F6 finds, Enter begins to write, F7 goes through the parts, F8 keeps a draft, F9 hands it in or
approves it. What was typed stays with its matter until it is saved, also when another comes to
the front.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.hall import Role
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import Proposal, ProposalState
from zcdesk.errors import CodedError, Invalid
from zcdesk.operations.catalogue_sheet import MatterRow, Sheet
from zcdesk.ui import theme
from zcdesk.ui.catalogue.acts import ChangeActs, Standing
from zcdesk.ui.catalogue.beside import Beside
from zcdesk.ui.catalogue.columns import MatterColumns
from zcdesk.ui.catalogue.draft import Draft
from zcdesk.ui.catalogue.editor import MatterEditor
from zcdesk.ui.catalogue.exporting import Exporting
from zcdesk.ui.catalogue.listing import MatterList
from zcdesk.ui.catalogue.packages_page import PackagesPage
from zcdesk.ui.catalogue.table_page import TablePage
from zcdesk.ui.catalogue.words import finding_line
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.widgets import Empty, IconButton, Panel
from zcdesk.ui.widgets.scroll import Scroll

EDITS = frozenset({Role.EDITOR, Role.ADMINISTRATOR, Role.SUPERVISOR})
JUDGES = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})


class CataloguePage(QWidget):
    """The page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("事项管理")
        self.setObjectName("catalogue_page")
        self.setProperty("kind", "page")
        self.sheet: Sheet | None = None
        self._typed: dict[str, Draft] = {}
        self.list = MatterList()
        self.editor = MatterEditor(desk)
        self.beside = Beside()
        withdrawal = (self.tr("停办本事项"), self.tr("批准后各窗口不再受理；已收的件照常办完"))
        self.acts = ChangeActs(desk.keys, "catalogue", withdrawal)
        self.exporting = Exporting(desk, self)
        self.table = TablePage(desk)
        self.packages = PackagesPage(desk)
        self.middle = Panel(" ")
        self.left = Panel(" ")
        self.nothing = Empty("category", self.tr("选一个事项，Enter 开始修改"))
        self.main = QWidget()
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the matters; the focus stands in their list."""
        roles = set(self._desk.clerk.roles)
        self.acts.set_roles(may_edit=bool(EDITS & roles), may_judge=bool(JUDGES & roles))
        for button in (self.import_button, self.copy_button):
            button.setEnabled(bool(EDITS & roles))
        self.stack.setCurrentWidget(self.main)
        self.read()
        self.list.view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Give list and side panel the room of a width."""
        self._step = step
        self.list.view.show_column(1, step is not LayoutStep.NARROW)  # names need the room
        self._columns.share(step, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._columns.share(self._step, self.width())

    def read(self) -> None:
        """Read the list again, and the matter in front."""
        self._desk.do(self._desk.operations.catalogue_sheet.rows, owner=self, done=self._on_rows)

    def save(self, *, submit: bool = False) -> None:
        """Keep what is written as a draft, or hand it in for approval."""
        self._save(submit=submit)

    def withdraw(self, reason: str) -> None:
        """Hand in that the matter is no longer taken in."""
        self._save(submit=True, withdrawal=reason)

    def approve(self) -> None:
        """Make what was handed in the next version."""
        if self.sheet is not None:
            done = partial(self._on_done, self.tr("已批准，第 {v} 版"))
            self._act("approve", done)

    def send_back(self, reason: str) -> None:
        """Return it to whoever wrote it."""
        self._act("send_back", partial(self._on_done, self.tr("已退回")), reason)

    def drop(self) -> None:
        """Give the proposal up."""
        if self.sheet is None:
            return
        self._typed.pop(self.sheet.row.matter.key, None)
        if self.sheet.row.proposal is None:
            self._on_done(self.tr("已放弃未保存的修改"))
        else:
            self._act("drop", partial(self._on_done, self.tr("已放弃这一稿")))

    def approve_all(self) -> None:
        """Approve everything in the list that others handed in, as an imported table leaves it."""
        mine = self._desk.clerk.staff_no
        seen = {
            row.matter.key: row.proposal.saves
            for row in self.list.model.rows
            if row.proposal is not None
            and row.proposal.state is ProposalState.SUBMITTED
            and mine not in row.proposal.editors
        }
        if seen:
            approve = self._desk.operations.proposals.approve_all
            done = partial(self._on_done, self.tr("已批准 {n} 个事项").format(n=len(seen)))
            self._desk.do(approve, seen, owner=self, done=done, failed=self._on_refused)

    def copy(self) -> None:
        """Begin a new matter from the one in front; its code and name are to be written."""
        draft = self.editor.draft
        matter = draft.matter() if draft is not None else None
        if matter is None:
            return
        code = self._free_code(matter.code)
        fresh = msgspec.structs.replace(
            matter, key=f"h-{code}", code=code, name="", rows=(), version=1, aliases=()
        )
        row = MatterRow(matter=fresh, version=0)
        self._show(Sheet(row=row, versions=(), proposal=None, names={}))
        self.editor.show_part("basic")
        self.editor.begin()

    def open_table(self) -> None:
        """Bring the import to the front."""
        self.stack.setCurrentWidget(self.table)
        self.table.open()

    def open_packages(self) -> None:
        """Bring the packages of matters to the front."""
        self.stack.setCurrentWidget(self.packages)
        roles = set(self._desk.clerk.roles)
        self.packages.open(may_edit=bool(EDITS & roles), may_judge=bool(JUDGES & roles))

    def close_table(self) -> None:
        """Come back from the import, or from the packages."""
        self.stack.setCurrentWidget(self.main)
        self.list.view.setFocus()

    def export(self) -> None:
        """Write the matters of the list as a workbook the import reads again."""
        self.exporting.write(tuple(row.matter for row in self.list.model.rows))

    def _save(self, *, submit: bool, withdrawal: str = "") -> None:
        sheet, draft = self.sheet, self.editor.draft
        if sheet is None or draft is None:
            return
        found = self.editor.check()
        matter = sheet.row.matter if withdrawal else draft.matter()
        if matter is None:
            first = next(f for f in found if f.rule in ("value", "empty"))
            what = finding_line(first)
            self._on_refused(Invalid("CAT-23", first.field, n=len(found), what=what))
            return
        said = self.tr("已提交复核") if submit else self.tr("草稿已保存")
        self._desk.do(
            self._desk.operations.proposals.save,
            matter,
            seen=sheet.seen,
            effective=self.acts.effective,
            withdrawal=withdrawal,
            submit=submit,
            owner=self,
            done=partial(self._on_saved, said),
            failed=self._on_refused,
        )

    def _act(self, name: str, done: Callable[[object], object], *given: object) -> None:
        if self.sheet is None:
            return
        act = getattr(self._desk.operations.proposals, name)
        key, seen = self.sheet.row.matter.key, self.sheet.seen
        self._desk.do(act, key, *given, seen=seen, owner=self, done=done, failed=self._on_refused)

    def _on_saved(self, said: str, saved: Proposal) -> None:
        self._typed.pop(saved.matter.key, None)
        self._on_done(said, saved.matter)

    def _on_done(self, said: str, result: object = None) -> None:
        version = result.version if isinstance(result, Matter) else ""
        self._desk.notices.note(said.format(v=version))
        self.sheet = None
        self.acts.close_form()
        self.list.set_unsaved(frozenset(self._typed))
        if isinstance(result, Matter):
            self.read_at(result.key)
        else:
            self.read()

    def read_at(self, key: str) -> None:
        """Read again, with one matter in front."""
        rows = self._desk.operations.catalogue_sheet.rows

        def shown(found: tuple[MatterRow, ...]) -> None:
            self.list.show_rows(found)
            self.list.go_to(key)
            self._open(self.list.current)

        self._desk.do(rows, owner=self, done=shown)

    def _on_refused(self, error: CodedError) -> None:
        """Say it, at the field if it has one; somebody else's draft is shown beside ours."""
        handlers = {"reload": self._reload} if error.code in ("CAT-21", "CAT-28") else None
        self._desk.notices.show(error, handlers)
        if error.code == "CAT-22":
            self.acts.day.setFocus()
        elif isinstance(error, Invalid) and error.code.startswith("CAT-2"):
            self.editor.go_to(error.field)

    def _reload(self) -> None:
        """Read what somebody else did; what was typed here stays and is compared with it."""
        self.sheet = None
        self.read()

    def _on_rows(self, rows: tuple[MatterRow, ...]) -> None:
        self.list.show_rows(rows)
        waiting = sum(
            row.proposal is not None and row.proposal.state is ProposalState.SUBMITTED
            for row in rows
        )
        self.left.set_title("", self.tr("待复核 {n}").format(n=waiting))
        if self.sheet is not None and self.sheet.row.matter.key not in self._typed:
            self.sheet = None  # nothing is typed: show it as it is now
        self._open(self.list.current)

    def _open(self, row: MatterRow | None) -> None:
        if row is None:
            self.acts.show_standing(None)
            return
        if self.sheet is not None and self.sheet.row.matter.key == row.matter.key:
            return
        read = self._desk.operations.catalogue_sheet.sheet
        self._desk.do(read, row.matter.key, owner=self, done=partial(self._on_sheet, row))

    def _on_sheet(self, row: MatterRow, sheet: Sheet) -> None:
        if self.list.current is None or self.list.current.matter.key != row.matter.key:
            return
        noted = msgspec.structs.replace(sheet.row, no_window=row.no_window)
        self._show(msgspec.structs.replace(sheet, row=noted))

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        matter = sheet.row.matter
        proposal = sheet.row.proposal
        self.nothing.hide()
        self.editor.show()
        self.middle.set_title(matter.code or " ", f"{matter.name} · {matter.department}")
        self.beside.show_sheet(sheet)
        self.acts.show_standing(Standing(proposal, sheet.mine, bool(sheet.row.version)))
        typed = self._typed.get(matter.key)
        writing = proposal.matter if proposal is not None else matter
        if typed is None:
            self.editor.show_matter(writing, read_only=not self.acts.may_edit)
        else:
            self.editor.show_draft(typed)

    def _on_touched(self) -> None:
        draft = self.editor.draft
        if draft is not None:
            self._typed[draft.key] = draft
            self.list.set_unsaved(frozenset(self._typed))
            self.acts.set_touched()

    def _on_checked(self, found: tuple[Finding, ...]) -> None:
        draft = self.editor.draft
        matter = draft.matter() if draft is not None else None
        self.beside.show_writing(matter, found)

    def _on_opened(self, row: MatterRow | None) -> None:
        self._open(row)
        self.editor.begin()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & {"matter", "proposal", "window"} and self.isVisible():
            self.read()

    def _free_code(self, like: str) -> str:
        """Return a code nobody has, near the one it was copied from."""
        taken = {row.matter.code for row in self.list.rows}
        start = int(like) if like.isdigit() else 1000
        codes = (f"{n % 10_000:04d}" for n in range(start + 1, start + 10_000))
        return next(code for code in codes if code not in taken)

    def _build(self) -> None:
        self.import_button = IconButton("folder", self.tr("导入部门表"), key="Ctrl+I")
        self.export_button = IconButton("file-text", self.tr("导出列表"), key="Ctrl+E")
        self.copy_button = IconButton("copy", self.tr("复制为新事项"), key="Ctrl+D")
        self.packages_button = IconButton("package", self.tr("一件事"), key="Ctrl+K")
        for button in (
            self.packages_button,
            self.import_button,
            self.export_button,
            self.copy_button,
        ):
            self.left.head.addWidget(button)
        self.left.body.addWidget(self.list, 1)
        self.middle.body.addWidget(self.nothing, 1)
        self.middle.body.addWidget(self.editor, 1)
        self.editor.hide()
        self._columns = MatterColumns(self.left, self.middle, self.beside)
        column = QVBoxLayout(self.main)
        theme.spaced(column, gap=8)
        column.addWidget(Scroll(self._columns, sideways=True), 1)
        column.addWidget(self.acts)
        self.stack.addWidget(self.main)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.packages)
        whole = QVBoxLayout(self)
        theme.spaced(whole, gap=0)
        whole.addWidget(self.stack)
        self.on_layout(LayoutStep.NORMAL)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self.list.current_changed.connect(self._open)
        self.list.opened.connect(self._on_opened)
        self.editor.touched.connect(self._on_touched)
        self.editor.checked.connect(self._on_checked)
        self.beside.finding_opened.connect(self.editor.go_to)
        acts = self.acts
        acts.save_wanted.connect(self.save)
        acts.submit_wanted.connect(lambda: self.save(submit=True))
        acts.approve_wanted.connect(self.approve)
        acts.back_wanted.connect(self.send_back)
        acts.withdraw_wanted.connect(self.withdraw)
        acts.drop_wanted.connect(self.drop)
        acts.all_wanted.connect(self.approve_all)
        self.table.closed.connect(self.close_table)
        self.table.taken.connect(self.close_table)
        self.packages.closed.connect(self.close_table)
        self.packages_button.clicked.connect(self.open_packages)
        self.import_button.clicked.connect(self.open_table)
        self.export_button.clicked.connect(self.export)
        self.copy_button.clicked.connect(self.copy)
        keys, main = self._desk.keys, self.main
        keys.bind("catalogue.find", main, self.list.box.setFocus)
        keys.bind("catalogue.part", main, self.editor.next_part)
        keys.bind("catalogue.save", main, acts.save_button.click)
        keys.bind("catalogue.go", main, acts.go_button.click)
        keys.bind("catalogue.back", main, acts.back_button.click)
        keys.bind("catalogue.import", main, self.import_button.click)
        keys.bind("catalogue.export", main, self.export)
        keys.bind("catalogue.packages", main, self.open_packages)
        keys.bind("catalogue.copy", main, self.copy_button.click)
        keys.bind("catalogue.list", self.editor, self.list.view.setFocus)
