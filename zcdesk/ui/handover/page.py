"""材料交接 (ux 2.11): choose a department, scan off its pile, print the list, both sides sign.

Printing freezes the list: what comes later goes on the next one. A list nobody signed stays at the
top until it is signed or made void, so closing time finds nothing half done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zcdesk.domain.person import Person
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.handover import words as say
from zcdesk.ui.handover.differences import Differences
from zcdesk.ui.handover.lists import lines_view, stacks_view
from zcdesk.ui.handover.passing import Passing, Step
from zcdesk.ui.handover.signing import Signing
from zcdesk.ui.handover.words import Line, Mark, Stack
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from zcdesk.domain.handover import Handover
    from zcdesk.operations.handover_desk import Overview, Stranger

EVERY_MS = 20_000
FINE = {"SEC-01", "SEC-02", "HND-10"}
"""Refusals of a signature that are said at its field."""


class HandoverPage(QWidget):
    """The desk of the hand-over.

    Signals:
        closed(): back to the counter.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = ""
        self.passing = Passing(desk, self)
        self.title = self.tr("材料交接")
        self.setObjectName("handover_page")
        self.setProperty("kind", "page")
        self.scope = Choice(((True, self.tr("本窗口")), (False, self.tr("全大厅"))))
        self.stacks = stacks_view(desk)
        self.lines = lines_view()
        self.choices = Choices(desk.keys)
        self.differences = Differences()
        self.signing = Signing(desk.keys)
        self.electronic = Chip()
        self.counted = Text("", "body", Tone.NEUTRAL, elide=True)
        self.proceed_button = Button("", Kind.PRIMARY, icon="printer", key="F9")
        self.back = Button(self.tr("返回"), key="Esc")
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self._is_narrow = False
        self._build()
        self._bind()
        self._show_step()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the piles again; what was begun goes on."""
        self.timer.start()
        self._take_focus()
        self.refresh()

    def hideEvent(self, event: object) -> None:
        """Count no minutes behind another page."""
        self.timer.stop()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the sides what the width allows."""
        self._is_narrow = step is LayoutStep.NARROW
        theme.sized(self._left, width=284 if self._is_narrow else 300)
        theme.sized(self._right, width=260 if self._is_narrow else 304)
        for column in (3, 4):
            self.lines.show_column(column, not self._is_narrow)
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the piles are there to choose one, what differs while it is passed."""
        picking = self.passing.step is Step.PICK
        self._left.setVisible(picking or not self._is_narrow)
        self._right.setVisible(not (picking and self._is_narrow))

    def refresh(self) -> None:
        """Read what waits."""
        window = self._desk.session.window if self.scope.value else ""
        overview = self._desk.operations.handover_desk.overview
        self._desk.do(overview, window, owner=self, done=self._on_overview)

    # --- what is on the page ---

    def _on_overview(self, seen: Overview) -> None:
        rows = [
            Stack(h.department, len(h.cases), h.slot, h.due, list_id=i, number=h.number)
            for i, h in seen.unsigned
        ]
        rows += [Stack(p.department, len(p.cases), p.slot, p.due, pile=p) for p in seen.piles]
        self.stacks.rows_model.set_rows(tuple(rows))
        self._left_stack.setCurrentIndex(1 if rows else 0)
        if rows and self.stacks.current is None:
            self.stacks.set_current(0)
        word = self.tr("电子件 {n} 件已自动移交").format(n=seen.electronic)
        self.electronic.set_state(ChipState("circle-check", word, Tone.OK))
        if self.passing.step is Step.PICK:
            self._on_current(self.stacks.current)
            self._take_focus()
        elif self.passing.stack is not None:
            self.stacks.set_current(self.stacks.rows_model.place(self.passing.stack.key))

    def _on_current(self, stack: Stack | None) -> None:
        """Show what is in the pile under the cursor."""
        if self.passing.step is Step.PICK and stack != self.passing.stack:
            self.passing.look_at(stack)

    def _show_lines(self) -> None:
        stack, lines = self.passing.stack, self.passing.lines
        self.lines.rows_model.set_rows(lines)
        if self.passing.touched:
            self.lines.set_current(self.lines.rows_model.place(self.passing.touched))
        elif lines and self.lines.current is None:
            self.lines.set_current(0)
        missing = tuple(x.case.number for x in lines if x.mark is Mark.OPEN)
        now = self._desk.now()
        told = tuple(labelled(s.number, say.stranger_words(s, now)) for s in self.passing.strangers)
        scanning = self.passing.step is Step.SCAN
        self.differences.show_differences(missing if scanning else (), told)
        title = f"{stack.department}  {self._slot(stack)}" if stack else self.title
        note = self.tr("截止 {time}").format(time=say.clock(stack.due, now)) if stack else ""
        self._middle.set_title(title, note)
        self._say_count()

    def _slot(self, stack: Stack) -> str:
        word = self.tr("上午件") if stack.slot == "上午件" else self.tr("下午件")
        return self.tr("{slot} {n} 件").format(slot=word, n=stack.cases)

    def _say_count(self) -> None:
        scanned = [x for x in self.passing.lines if x.mark in (Mark.SCANNED, Mark.LISTED)]
        signing = self.passing.step is Step.SIGN
        count = self.tr("移交 {a} / {b}") if signing else self.tr("已扫 {a} / {b}")
        said = count.format(a=len(scanned), b=len(self.passing.lines))
        papers = sum(x.case.papers for x in scanned)
        self.counted.set_text(f"{said}    " + self.tr("合计材料 {n} 份").format(n=papers))

    def _show_step(self) -> None:
        signing = self.passing.step is Step.SIGN
        self._right.setCurrentWidget(self.signing if signing else self.differences)
        self.proceed_button.set_text(
            self.tr("双方签字，完成移交") if signing else self.tr("打印材料交接表 ×2")
        )
        self.stacks.setEnabled(self.passing.step is Step.PICK)
        self.scope.setEnabled(self.passing.step is Step.PICK)
        self._drop_key.set_enabled(signing)
        self._tick_key.set_enabled(self.passing.step is Step.SCAN)
        self._refuse_key.set_enabled(signing)
        self._fold()
        self._show_lines()

    def _take_focus(self) -> None:
        if not self.isVisible():  # an answer that comes late takes nothing from another page
            return
        match self.passing.step:
            case Step.PICK:
                (self.stacks if self.stacks.rows_model.rows else self.back).setFocus()
            case Step.SCAN:
                self.lines.setFocus()
            case Step.SIGN:
                self.signing.take_focus()

    # --- scanning ---

    def open_stack(self, stack: Stack) -> None:
        """Begin to scan a pile, or go on with a list that waits for its signature."""
        self.passing.begin(stack)
        self._take_focus()

    def _on_scan(self, text: str) -> None:
        if self.isVisible() and self.passing.step is not Step.SIGN:
            self.passing.identify(text)

    def _on_scanned_pile(self, case: str) -> None:
        """A copy was scanned before its department was chosen: that chooses it."""
        stack = next((s for s in self._piles() if s.pile and case in s.pile.cases), None)
        if stack is not None:
            self.stacks.set_current(self.stacks.rows_model.place(stack.key))
            self.open_stack(stack)

    def _on_strange(self, stranger: Stranger) -> None:
        told = say.stranger_words(stranger, self._desk.now())
        self._desk.notices.note(labelled(stranger.number, told), Tone.WARN)

    def _piles(self) -> tuple[Stack, ...]:
        return tuple(self.stacks.rows_model.rows)

    def _mark(self, line: Line, mark: Mark, reason: str = "") -> None:
        self.passing.mark({line.case.case}, mark, reason)

    def _tick(self) -> None:
        """The scanner is broken, the copy is in the hand: tick this one, or take it back."""
        line: Line | None = self.lines.current
        if line is not None and self.passing.step is Step.SCAN:
            back = line.mark is Mark.SCANNED
            self._mark(line, Mark.OPEN if back else Mark.SCANNED)

    # --- printing and signing ---

    def proceed(self) -> None:
        """F9: print the list of what was scanned, or sign it."""
        passing = self.passing
        if passing.stack is None:
            return
        if passing.step is Step.SIGN:
            self._sign()
        elif passing.step is Step.PICK:
            self.open_stack(passing.stack)
        elif 0 < passing.missing < len(passing.lines):
            asked = self.tr("还有 {n} 件未扫到").format(n=passing.missing)
            ways = (self.tr("注明缺件，打印已扫到的"), self.tr("继续扫描"))
            self._ask("missing", asked, ways)
        else:
            passing.make()

    def _on_listed(self) -> None:
        """The list is frozen: the other side signs."""
        stack, clerk = self.passing.stack, self._desk.clerk
        assert stack is not None
        self.signing.begin(stack.number, clerk.name or clerk.staff_no, self.passing.numbers)
        self._take_focus()

    def _sign(self) -> None:
        value = self.signing.value
        if value:
            self.passing.sign(value)
        else:
            self._desk.notices.say("HND-04")
            self.signing.take_focus()

    def _on_signed(self, done: Handover) -> None:
        words = self.tr("{department} {n} 件已移交").format(
            department=done.department, n=len(done.passed)
        )
        if done.left:
            words += self.tr("，{n} 件未移交，留在窗口").format(n=len(done.left))
        self._desk.notices.note(words, Tone.OK)
        self._leave()

    def _on_failed(self, error: CodedError) -> None:
        if error.code in FINE:
            self.signing.complain(describe(error).text)
        else:
            self._desk.notices.show(error)

    def _leave(self) -> None:
        """Back to the departments; a list that was not signed waits at the top."""
        self.choices.close_question()
        self.passing.forget()
        self.refresh()
        self._take_focus()

    # --- questions ---

    def _ask(self, what: str, title: str, answers: tuple[str, ...]) -> None:
        self._asked = what
        self.choices.ask(title, answers, tone=Tone.WARN)

    def _refuse(self) -> None:
        line: Line | None = self.lines.current
        if line is None:
            return
        if line.mark is Mark.REFUSED:
            self._mark(line, Mark.LISTED)
            return
        asked = self.tr("{no} 不移交的原因").format(no=line.case.number)
        self._ask("refuse", asked, tuple(say.said(r) for r in say.REFUSALS))

    def _drop(self) -> None:
        asked = self.tr("本表作废的原因，各件回到待移交")
        self._ask("drop", asked, tuple(say.said(r) for r in say.DROPS))

    def _on_chosen(self, place: int) -> None:
        self.choices.close_question()
        line: Line | None = self.lines.current
        match self._asked:
            case "missing" if place == 0:
                self.passing.make()
            case "refuse" if line is not None:
                self._mark(line, Mark.REFUSED, say.REFUSALS[place])
                self.lines.setFocus()
            case "drop":
                self.passing.drop(say.DROPS[place])
            case _:
                self._take_focus()

    def _on_dropped(self) -> None:
        self._desk.notices.note(self.tr("本表已作废，各件待下一份"))
        self._leave()

    def _on_cancelled(self) -> None:
        self.choices.close_question()
        self._take_focus()

    # --- what comes from outside ---

    def _on_card(self, person: Person) -> None:
        if self.isVisible() and self.passing.step is Step.SIGN:
            self.signing.take_card(person)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & {"case", "handover"}:
            self.refresh()

    def _on_close(self) -> None:
        if self.passing.step is Step.PICK:
            self.closed.emit()
        else:
            self._leave()

    def _build(self) -> None:
        self._left, self._left_stack = Panel(self.tr("部门")), QStackedWidget()
        self._left_stack.addWidget(Empty("circle-check", self.tr("没有待移交的材料")))
        self._left_stack.addWidget(self.stacks)
        self._left.body.addWidget(self.scope)
        self._left.body.addWidget(self._left_stack, 1)
        self._left.body.addWidget(self.electronic)
        self._middle = Panel(self.title)
        self._middle.body.addWidget(self.lines, 1)
        self._middle.body.addWidget(self.choices)
        self._right = QStackedWidget()
        self._right.addWidget(self.differences)
        self._right.addWidget(self.signing)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self._right)
        footer = Footer()
        footer.say(self.counted, 1)
        footer.act(self.back)
        footer.act(self.proceed_button)
        footer.under(row, self)
        self.on_layout(LayoutStep.NORMAL)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("handover.proceed", self, self.proceed)
        keys.bind("handover.close", self, self._on_close)
        self._drop_key = keys.bind("handover.drop", self, self._drop)
        self._tick_key = keys.bind("handover.tick", self.lines, self._tick)
        self._refuse_key = keys.bind("handover.refuse", self.lines, self._refuse)
        self.proceed_button.clicked.connect(self.proceed)
        self.back.clicked.connect(self._on_close)
        self.stacks.opened.connect(self.open_stack)
        self.stacks.current_changed.connect(self._on_current)
        self.scope.changed.connect(lambda _: self.refresh())
        self.signing.accepted.connect(self.proceed)
        self.signing.drop_wanted.connect(self._drop)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.cancelled.connect(self._on_cancelled)
        self.timer.timeout.connect(self.refresh)
        passing = self.passing
        passing.changed.connect(self._show_step)
        passing.scanned_pile.connect(self._on_scanned_pile)
        passing.strange.connect(self._on_strange)
        passing.listed.connect(self._on_listed)
        passing.signed.connect(self._on_signed)
        passing.dropped.connect(self._on_dropped)
        passing.refused.connect(self._on_failed)
        self._desk.scanned.connect(self._on_scan)
        self._desk.card_read.connect(self._on_card)
        self._desk.changed.connect(self._on_changed)
