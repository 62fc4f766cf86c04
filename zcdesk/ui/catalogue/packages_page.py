"""一件事: the hall's packages, what is written at one of them, and a second person's approval.

A change goes the way of a matter's: kept as a draft, handed in, approved by whoever wrote no part
of it, in force from its day. What was typed stays with its package while the page is open.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.package import Package
from zcdesk.errors import CodedError, Invalid
from zcdesk.operations.package_sheet import PackageRow, Packages
from zcdesk.ui import theme
from zcdesk.ui.catalogue.acts import ChangeActs, Standing
from zcdesk.ui.catalogue.differences import package_lines
from zcdesk.ui.catalogue.package_draft import PackageDraft
from zcdesk.ui.catalogue.package_editor import PackageEditor
from zcdesk.ui.catalogue.package_list import PackageList
from zcdesk.ui.catalogue.versions import VersionsPanel
from zcdesk.ui.catalogue.words import finding_line
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Empty, IconButton, Panel, Text
from zcdesk.ui.widgets.scroll import Columns, Scroll


class PackagesPage(QWidget):
    """The page over that of the matters.

    Signals:
        closed(): back to the matters.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("packages_page")
        self.setProperty("kind", "page")
        self.may_edit = False
        self.read_rows = Packages(rows=(), matters={})
        self._typed: dict[str, PackageDraft] = {}
        self.list = PackageList()
        self.editor = PackageEditor(desk.keys)
        self.nothing = Empty("package", self.tr("选一件事，Enter 开始修改"))
        self._room = Scroll(self.editor)
        self.middle = Panel(" ")
        self.verdict = Text("", "strong", wrap=True)
        self.versions = VersionsPanel("packages")
        withdrawal = (self.tr("停办这件事"), self.tr("批准后不再提供；已收的件照常办完"))
        self.acts = ChangeActs(desk.keys, "packages", withdrawal)
        self.fresh_button = IconButton("plus", self.tr("新建（Ctrl+D）"))
        self.close_button = IconButton("arrow-left", self.tr("返回（Esc）"))
        self._build()
        self._connect()

    @property
    def row(self) -> PackageRow | None:
        """The package in front, None for a new one that was never handed in."""
        found = self.list.current
        draft = self.editor.draft
        return found if found is not None and draft and found.shown.key == draft.key else None

    def open(self, *, may_edit: bool, may_judge: bool) -> None:
        """Read the packages; the focus stands in their list."""
        self.may_edit = may_edit
        self.acts.set_roles(may_edit=may_edit, may_judge=may_judge)
        self.fresh_button.setEnabled(may_edit)
        self.read()
        self.list.view.setFocus()

    def read(self, key: str = "") -> None:
        """Read again, with one package in front."""
        show = partial(self._on_read, key)
        self._desk.do(self._desk.operations.package_sheet.packages, owner=self, done=show)

    def fresh(self) -> None:
        """Begin a new package; nothing is there before it is handed in."""
        if not self.may_edit:
            return
        taken = {row.shown.code for row in self.read_rows.rows}
        taken |= {one.code for one in self.read_rows.matters.values()}
        code = next(str(n) for n in range(9001, 10_000) if str(n) not in taken)
        package = Package(
            key=f"p-{self._desk.session.new_id()[-12:]}", code=code, name="", department=""
        )
        self._show(PackageDraft(package, self.read_rows.matters, 0))
        self.editor.begin()

    def save(self, *, submit: bool = False) -> None:
        """Keep what is written as a draft, or hand it in for approval."""
        self._save(self.tr("已提交复核") if submit else self.tr("草稿已保存"), submit=submit)

    def withdraw(self, reason: str) -> None:
        """Hand in that the package is offered no more."""
        self._save(self.tr("已提交复核"), submit=True, withdrawal=reason)

    def approve(self) -> None:
        """Make what another handed in the next version."""
        self._act("approve", self.tr("已批准"))

    def approve_all(self) -> None:
        """Approve everything others handed in, as a file of packages leaves it."""
        seen = {
            row.shown.key: row.seen
            for row in self.read_rows.rows
            if row.entry.open is not None and row.entry.open.waits and not row.mine
        }
        if seen:
            approve = self._desk.operations.packages.approve_all
            done = partial(self._on_done, self.tr("已批准"), "")
            self._desk.do(approve, seen, owner=self, done=done, failed=self._on_refused)

    def send_back(self, reason: str) -> None:
        """Return what was handed in to whoever wrote it."""
        self._act("send_back", self.tr("已退回"), reason)

    def drop(self) -> None:
        """Give up what is written: the typed, and the open change if there is one."""
        draft, row = self.editor.draft, self.row
        if draft is None:
            return
        if row is None or row.entry.open is None:
            self._on_done(self.tr("已放弃未保存的修改"), draft.key, None)
        else:
            self._act("drop", self.tr("已放弃这一稿"))

    def _act(self, name: str, said: str, *given: object) -> None:
        draft = self.editor.draft
        if draft is not None:
            self._desk.do(
                getattr(self._desk.operations.packages, name),
                draft.key,
                *given,
                seen=draft.seen,
                owner=self,
                done=partial(self._on_done, said, draft.key),
                failed=self._on_refused,
            )

    def _save(self, said: str, *, submit: bool, withdrawal: str = "") -> None:
        draft, row = self.editor.draft, self.row
        if draft is None:
            return
        is_gone = withdrawal and row is not None and row.entry.package is not None
        self._desk.do(
            self._desk.operations.packages.save,
            row.entry.package if is_gone and row is not None else draft.package(),
            seen=draft.seen,
            effective=self.acts.effective,
            withdrawal=withdrawal,
            submit=submit,
            owner=self,
            done=partial(self._on_done, said, draft.key),
            failed=self._on_refused,
        )

    def _on_read(self, key: str, found: Packages) -> None:
        self.read_rows = found
        self.list.show_rows(found.rows, key)
        self._open(self.list.current)

    def _open(self, row: PackageRow | None) -> None:
        if row is None:
            return
        fresh = PackageDraft(row.shown, self.read_rows.matters, row.seen)
        self._show(self._typed.get(row.shown.key, fresh))

    def _show(self, draft: PackageDraft) -> None:
        self.nothing.hide()
        self._room.show()
        self.editor.show_draft(draft, read_only=not self.may_edit)
        row = self.row
        change = row.entry.open if row is not None else None
        standing = Standing(change, row is not None and row.mine, bool(row and row.is_offered))
        self.acts.show_standing(standing)
        if draft.key in self._typed:
            self.acts.set_touched()
        versions = row.versions if row is not None else ()
        drafted = change.package if change is not None else None
        self.versions.offer(versions, change, drafted, partial(package_lines, draft.names))
        self._check()

    def _on_edited(self) -> None:
        draft = self.editor.draft
        if draft is not None:
            self._typed[draft.key] = draft
            self.acts.set_touched()
            self._check()

    def _check(self) -> None:
        """Say what is to mend, how the package stands, and what differs."""
        draft = self.editor.draft
        if draft is None:
            return
        rows = self.read_rows.rows
        others = [one.entry.package for one in rows if not one.entry.withdrawn]
        found = draft.findings(one for one in others if one is not None)
        at = {one.field: finding_line(one) for one in reversed(found)}
        self.editor.say(at)
        self._say_verdict(found)
        self.middle.set_title(draft.values["code"] or " ", draft.values["name"])
        self.list.say(self.row, frozenset(self._typed))
        self.versions.show_writing(draft.package())

    def _say_verdict(self, found: tuple[Finding, ...]) -> None:
        if found:
            first = found[0]
            said = self.tr("检查：{n} 处要改：{what}")
            words = said.format(n=len(found), what=finding_line(first))
            self.verdict.set_text(words)
        else:
            self.verdict.set_text(self.tr("检查：通过"))
        self.verdict.set_tone(Tone.DANGER if found else Tone.OK)

    def _on_done(self, said: str, key: str, _: object) -> None:
        self._typed.pop(key, None)
        self._desk.notices.note(said)
        self.read(key)

    def _on_refused(self, error: CodedError) -> None:
        """Say it; somebody else's change is shown, what was typed here stays till it is opened."""
        draft = self.editor.draft
        again = partial(self._reload, draft.key if draft is not None else "")
        stale = error.code in ("CAT-21", "CAT-28")
        self._desk.notices.show(error, {"reload": again} if stale else None)
        if error.code == "CAT-22":
            self.acts.day.setFocus()
        elif isinstance(error, Invalid) and error.field in self.editor.fields:
            self.editor.fields[error.field].setFocus()

    def _reload(self, key: str) -> None:
        self._typed.pop(key, None)
        self.read(key)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & {"package", "matter"} and self.isVisible():
            self.read(self.editor.draft.key if self.editor.draft is not None else "")

    def _build(self) -> None:
        left = Panel(self.tr("一件事"))
        theme.sized(left, width=340)
        left.body.addWidget(self.list, 1)
        self.middle.body.addWidget(self.nothing, 1)
        self.middle.body.addWidget(self._room, 1)
        self._room.hide()
        self.middle.body.addWidget(self.verdict)
        side = QVBoxLayout()
        theme.spaced(side, gap=8)
        side.addWidget(left, 3)
        side.addWidget(self.versions, 2)
        theme.sized(self.versions, width=340)
        columns = Columns()
        row = QHBoxLayout(columns)
        theme.spaced(row, gap=8)
        row.addLayout(side)
        row.addWidget(self.middle, 1)
        for button in (self.close_button, self.fresh_button):
            left.head.addWidget(button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        theme.sized(columns, min_height=380)  # lower they scroll, as those of the matters
        column.addWidget(Scroll(columns, sideways=True), 1)
        column.addWidget(self.acts)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self.list.view.current_changed.connect(self._open)
        self.list.view.opened.connect(lambda _: self.editor.begin())
        self.list.empty.acted.connect(self.fresh)
        self.editor.edited.connect(self._on_edited)
        self.fresh_button.clicked.connect(self.fresh)
        self.close_button.clicked.connect(self.closed)
        acts = self.acts
        acts.save_wanted.connect(self.save)
        acts.submit_wanted.connect(lambda: self.save(submit=True))
        acts.approve_wanted.connect(self.approve)
        acts.all_wanted.connect(self.approve_all)
        acts.back_wanted.connect(self.send_back)
        acts.withdraw_wanted.connect(self.withdraw)
        acts.drop_wanted.connect(self.drop)
        keys = self._desk.keys
        keys.bind("packages.fresh", self, self.fresh)
        keys.bind("packages.save", self, acts.save_button.click)
        keys.bind("packages.back", self, acts.back_button.click)
        keys.bind("packages.go", self, acts.go_button.click)
        keys.bind("packages.close", self, self.closed.emit)
