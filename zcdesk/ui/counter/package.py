"""一件事: its questions one by one, the matters the answers bring, and their one merged list.

A digit answers the question in front; F9 takes all matters into the visit at once. Each keeps its
own case; a paper several of them want is one row and ticked once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain import checklist, oneform
from zcdesk.domain.checklist import Line
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package, Question, asked, chosen, is_answered
from zcdesk.domain.visit import Visit, add_package, lines_of
from zcdesk.errors import UserError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    Column,
    Footer,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.rows import CENTRE
from zcdesk.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from zcdesk.operations.catalogue import CatalogueView


class Wanted(NamedTuple):
    """A matter the answers bring, with its number in the visit."""

    no: int
    matter: Matter


class PackagePage(QWidget):
    """The page over the serving page.

    Signals:
        changed(Visit): the matters are in the visit.
        closed(): done, or Esc.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit: Visit | None = None
        self._after: Visit | None = None
        self._package: Package | None = None
        self._first: Button | None = None
        self._known: dict[str, Matter] = {}
        self.given: dict[str, int] = {}
        self.setObjectName("package_page")
        self.setProperty("kind", "page")
        self.sample = Chip(ChipState("info-circle", self.tr("示例，待部门确认"), Tone.WARN))
        self.left, self.right = Panel(" "), Panel(self.tr("合并后的材料"))
        self._inside = QWidget()
        self._questions = QVBoxLayout(self._inside)
        self.matters: RowsModel[Wanted] = RowsModel(
            (
                Column("", lambda one: str(one.no), CENTRE, 32),
                Column(self.tr("事项"), lambda one: one.matter.name),
                Column(self.tr("部门"), lambda one: one.matter.department, width=150),
            ),
            key=lambda one: one.matter.key,
        )
        self.matter_view = RowsView(self.matters)
        self.matter_view.setAccessibleName(self.tr("要办的事项"))
        self.papers: RowsModel[Line] = RowsModel(
            (
                Column(self.tr("材料"), lambda line: line.material.name),
                Column(self.tr("用于"), _used_by, width=84),
            ),
            key=lambda line: line.key,
        )
        self.paper_view = RowsView(self.papers)
        self.paper_view.set_compact(True)
        self.paper_view.setAccessibleName(self.tr("合并后的材料"))
        self.told = Text("", "strong", wrap=True)
        self.take_button = Button(self.tr("全部加入本次"), Kind.PRIMARY, key="F9")
        self.take_button.setObjectName("package_take")
        self._build()
        desk.keys.bind("package.answer", self, self._on_digit)
        desk.keys.bind("package.take", self, self.take)
        desk.keys.bind("package.close", self, self.closed.emit)

    def open(self, visit: Visit, view: CatalogueView, package: Package) -> None:
        """Begin with the first question of a package."""
        self._visit, self._package = visit, package
        self._known = view.matters
        self.given = {}
        self.left.set_title(package.name, package.department)
        self.sample.setVisible(package.is_sample)
        self._ask()
        self._show()
        self._begin()

    def answer(self, question: str, place: int) -> None:
        """Answer a question; what only another answer asked for is asked no more."""
        if self._package is None:
            return
        self.given[question] = place
        on_the_way = {one.key for one in asked(self._package, self.given)}
        self.given = {key: at for key, at in self.given.items() if key in on_the_way}
        self._ask()
        self._show()
        self._begin()

    def take(self) -> None:
        """Put the matters into the visit, once every question is answered."""
        if self._after is None or self._package is None:
            return
        if not is_answered(self._package, self.given):
            question = asked(self._package, self.given)[-1]
            self._desk.notices.note(self.tr("先回答：{q}").format(q=question.text), Tone.WARN)
            return
        self.changed.emit(self._after)
        self.closed.emit()

    def _ask(self) -> None:
        """Show the questions on the way, with what was answered."""
        assert self._package is not None
        while (item := self._questions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._first = None
        for question in asked(self._package, self.given):
            self._questions.addWidget(Text(question.text, "heading", wrap=True))
            self._questions.addWidget(self._answers(question))
        self._questions.addStretch(1)
        theme.rescale(self._inside, theme.look(self))

    def _begin(self) -> None:
        """Take the focus to the first answer of the open question, or to what takes all in."""
        if self.take_button.isEnabled() or self._first is None:
            self.take_button.setFocus()
        else:
            self._first.setFocus()

    def _answers(self, question: Question) -> QWidget:
        """Make a button for each answer; the one that was given stands out."""
        given = self.given.get(question.key)
        row = QWidget()
        flow = FlowLayout()
        theme.spaced(flow, gap=8)
        row.setLayout(flow)
        for place, one in enumerate(question.answers):
            kind = Kind.QUIET if given is not None and place != given else Kind.PLAIN
            icon = "check" if place == given else ""
            cap = str(place + 1) if given is None else ""
            button = Button(one.words, kind, icon=icon, key=cap)
            button.setObjectName(f"answer_{question.key}_{place}")
            button.clicked.connect(partial(self.answer, question.key, place))
            flow.addWidget(button)
            if given is None and not place:
                self._first = button
        return row

    def _show(self) -> None:
        """Show which matters come in, and what merging spares."""
        assert self._package is not None
        assert self._visit is not None
        matters = tuple(self._known[key] for key in chosen(self._package, self.given))
        try:
            self._after = add_package(self._visit, self._package.key, matters)
        except UserError as refused:
            self._after = None
            self._desk.notices.show(refused)
            return
        here = tuple(one.matter for one in self._after.matters)
        self.matters.set_rows(tuple(Wanted(no, one) for no, one in enumerate(here, 1)))
        lines = lines_of(self._after, self._after.applicant)
        self.papers.set_rows(lines)
        before = checklist.count_unmerged(here)
        fields = oneform.fill(here, self._after.applicant.person, self._after.form)
        said = self.tr("{n} 个事项 · 一表 {f} 项 · 材料 {m} 份（原 {b} 份，少交 {k} 份）")
        self.told.set_text(
            said.format(n=len(here), f=len(fields), m=len(lines), b=before, k=before - len(lines))
        )
        ready = is_answered(self._package, self.given)
        self.take_button.setEnabled(ready)

    def _on_digit(self, digit: int) -> bool:
        """Answer the question in front."""
        if self._package is None:
            return False
        way = asked(self._package, self.given)
        open_ = next((one for one in way if one.key not in self.given), None)
        if open_ is None or not 1 <= digit <= len(open_.answers):
            return False
        self.answer(open_.key, digit - 1)
        return True

    def _build(self) -> None:
        theme.spaced(self._questions, gap=8)
        self.left.head.addWidget(self.sample)
        self.left.body.addWidget(Scroll(self._inside), 3)
        self.left.body.addWidget(self.matter_view, 2)
        self.right.body.addWidget(self.paper_view)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.left, 3)
        row.addWidget(self.right, 2)
        footer = Footer()
        footer.say(self.told, 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.take_button)
        self.take_button.clicked.connect(self.take)
        footer.under(row, self)


def _used_by(line: Line) -> str:
    return " ".join(map(str, line.used_by))
