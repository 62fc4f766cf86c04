"""一件事: the hall's packages, what is written at one of them, and a second person's approval.

A change is handed in as it stands; whoever wrote no part of it approves it or gives it back. What
was typed stays with its package while the page is open.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.package import Package
from zcdesk.errors import CodedError, Invalid
from zcdesk.operations.package_sheet import PackageRow, Packages
from zcdesk.ui import theme
from zcdesk.ui.catalogue.package_draft import PackageDraft
from zcdesk.ui.catalogue.package_editor import PackageEditor
from zcdesk.ui.catalogue.package_list import PackageList
from zcdesk.ui.desk import Desk
from zcdesk.ui.review.form import ActForm, Ask
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Empty,
    Footer,
    Kind,
    Panel,
    Text,
)
from zcdesk.ui.widgets.scroll import Scroll


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
        self.may_edit = self.may_judge = False
        self.read_rows = Packages(rows=(), matters={})
        self._typed: dict[str, PackageDraft] = {}
        self._asked: Callable[[str], object] | None = None
        self.list = PackageList()
        self.editor = PackageEditor(desk.keys)
        self.nothing = Empty("package", self.tr("选一件事，Enter 开始修改"))
        self._room = Scroll(self.editor)
        self.middle = Panel(" ")
        self.verdict = Text("", "strong", wrap=True)
        self.form = ActForm(desk.keys)
        self.fresh_button = Button(self.tr("新建"), icon="plus", key="Ctrl+D")
        self.close_button = Button(self.tr("返回"), key="Esc")
        self.drop_button = Button(self.tr("停办"), Kind.QUIET, icon="ban")
        self.back_button = Button(self.tr("退回修改"), icon="arrow-back-up", key="F4")
        self.go_button = Button(self.tr("提交复核"), Kind.PRIMARY, key="F9")
        self.go_button.setObjectName("packages_go")
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
        self.may_edit, self.may_judge = may_edit, may_judge
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

    def go(self) -> None:
        """Hand in what is written, or approve what another handed in."""
        draft, row = self.editor.draft, self.row
        if draft is None or not self.go_button.isEnabled():
            return
        made = self._desk.operations.packages
        if row is not None and self._approves(row):
            done = partial(self._on_done, self.tr("已批准"), draft.key)
            approve = made.approve_seen
            self._desk.do(
                approve, draft.key, seen=draft.seen, owner=self, done=done, failed=self._on_refused
            )
            return
        self._save(draft)

    def send_back(self, reason: str) -> None:
        """Return what was handed in to whoever wrote it."""
        draft = self.editor.draft
        if draft is not None:
            self._desk.do(
                self._desk.operations.packages.send_back,
                draft.key,
                reason,
                seen=draft.seen,
                owner=self,
                done=partial(self._on_done, self.tr("已退回"), draft.key),
                failed=self._on_refused,
            )

    def withdraw(self, reason: str) -> None:
        """Hand in that the package is offered no more."""
        if self.editor.draft is not None:
            self._save(self.editor.draft, reason)

    def _save(self, draft: PackageDraft, withdrawal: str = "") -> None:
        self._desk.do(
            self._desk.operations.packages.save,
            draft.package(),
            seen=draft.seen,
            withdrawal=withdrawal,
            owner=self,
            done=partial(self._on_done, self.tr("已提交复核"), draft.key),
            failed=self._on_refused,
        )

    def _on_read(self, key: str, found: Packages) -> None:
        self.read_rows = found
        self.list.show_rows(found.rows, key)
        self._open(self.list.current)

    def _open(self, row: PackageRow | None) -> None:
        if row is None:
            return
        fresh = PackageDraft(row.shown, self.read_rows.matters, row.entry.saves)
        self._show(self._typed.get(row.shown.key, fresh))

    def _show(self, draft: PackageDraft) -> None:
        self.form.close_form()
        self.nothing.hide()
        self._room.show()
        self.editor.show_draft(draft, read_only=not self.may_edit)
        self._check()

    def _on_edited(self) -> None:
        draft = self.editor.draft
        if draft is not None:
            self._typed[draft.key] = draft
            self._check()

    def _check(self) -> None:
        """Say what is to mend, how the package stands, and what may be done."""
        draft, row = self.editor.draft, self.row
        if draft is None:
            return
        others = [one.entry.package for one in self.read_rows.rows if not one.entry.withdrawn]
        found = draft.findings(one for one in others if one is not None)
        at = {one.field: f"{one.message}，{one.instead}" for one in reversed(found)}
        self.editor.say(at)
        self._say_verdict(found)
        self.middle.set_title(draft.values["code"] or " ", draft.values["name"])
        self.list.say(row, frozenset(self._typed))
        approves = row is not None and self._approves(row)
        waits = row is not None and row.entry.waits
        self.go_button.set_text(self.tr("批准发布") if approves else self.tr("提交复核"))
        self.go_button.setEnabled(self.may_edit)
        self.back_button.setVisible(waits and self.may_judge)
        offered = row is not None and row.entry.package is not None and not row.entry.withdrawn
        self.drop_button.setVisible(self.may_edit and offered and not waits)

    def _say_verdict(self, found: tuple[Finding, ...]) -> None:
        if found:
            first = found[0]
            said = self.tr("检查：{n} 处要改：{what}")
            words = said.format(n=len(found), what=f"{first.message}，{first.instead}")
            self.verdict.set_text(words)
        else:
            self.verdict.set_text(self.tr("检查：通过"))
        self.verdict.set_tone(Tone.DANGER if found else Tone.OK)

    def _approves(self, row: PackageRow) -> bool:
        """Whether what stands here may be approved as it stands, by whoever works here."""
        untouched = row.shown.key not in self._typed
        return row.entry.waits and self.may_judge and not row.mine and untouched

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
        if isinstance(error, Invalid) and error.field in self.editor.fields:
            self.editor.fields[error.field].setFocus()

    def _reload(self, key: str) -> None:
        self._typed.pop(key, None)
        self.read(key)

    def _ask(self, title: str, said: str, then: Callable[[str], object]) -> None:
        self._asked = then
        reason = Ask("reason", self.tr("理由"), needed=True, wide=True)
        self.form.open(title, said, (reason,), title)

    def _ask_back(self) -> None:
        if self.back_button.isVisible():
            self._ask(self.tr("退回修改"), self.tr("起草人会看到理由"), self.send_back)

    def _ask_withdraw(self) -> None:
        said = self.tr("批准后不再提供；已收的件照常办完")
        self._ask(self.tr("停办这件事"), said, self.withdraw)

    def _on_accepted(self, answers: dict[str, object]) -> None:
        then, self._asked = self._asked, None
        self.form.close_form()
        if then is not None:
            then(str(answers["reason"]))

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
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(left)
        row.addWidget(self.middle, 1)
        footer = Footer()
        footer.say(Text(""), 1)
        for button in (
            self.close_button,
            self.fresh_button,
            self.drop_button,
            self.back_button,
            self.go_button,
        ):
            footer.act(button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(row, 1)
        column.addWidget(self.form)
        column.addWidget(footer)
        self.back_button.hide()
        self.drop_button.hide()

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self.list.view.current_changed.connect(self._open)
        self.list.view.opened.connect(lambda _: self.editor.begin())
        self.list.empty.acted.connect(self.fresh)
        self.editor.edited.connect(self._on_edited)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self.form.close_form)
        self.fresh_button.clicked.connect(self.fresh)
        self.close_button.clicked.connect(self.closed)
        self.drop_button.clicked.connect(self._ask_withdraw)
        self.back_button.clicked.connect(self._ask_back)
        self.go_button.clicked.connect(self.go)
        keys = self._desk.keys
        keys.bind("packages.fresh", self, self.fresh)
        keys.bind("packages.back", self, self._ask_back)
        keys.bind("packages.go", self, self.go_button.click)
        keys.bind("packages.close", self, self.closed.emit)
