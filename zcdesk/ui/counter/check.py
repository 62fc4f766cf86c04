"""The check page (F9): what will be taken in, read back; Enter takes it in and prints.

Every unmet condition stands here with the way to it, and nothing is taken in while one is left
(UX-23). Enter is deaf for a moment after the page opens, so that a bounced key prints nothing
unread (UX-11), and one answer is under way at a time (UX-31).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from zcdesk.domain.case import Delivery, Fee
from zcdesk.domain.papers import Paper, PaperKind, PromisePaper
from zcdesk.domain.readiness import Blocker, Place, blockers
from zcdesk.domain.visit import Chosen, Visit, set_chosen, sign_promises
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.check_list import CheckList
from zcdesk.ui.counter.check_rows import Part, check_rows, with_fee
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Chip, ChipState, Footer, Kind, Panel
from zcdesk.ui.widgets.preview import PaperPreview
from zcdesk.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from zcdesk.operations.intake import Received
    from zcdesk.operations.printing import PrintTask

ARMED_AFTER = dt.timedelta(milliseconds=400)
_NARROW = 860
"""Logical width at scale 1 below which the preview steps aside."""


class CheckPage(QWidget):
    """The page over the serving page.

    Signals:
        changed(Visit): promises signed, delivery, fee.
        go_to(Blocker): the clerk wants to mend or change something elsewhere.
        received(Received): it is taken in.
        closed(): Esc.
    """

    changed = Signal(object)
    go_to = Signal(object)
    received = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = Visit(id="", window="", started_at="")
        self._left: tuple[Blocker, ...] = ()
        self._opened_at = desk.now()
        self._under_way = False
        self._sent: frozenset[str] = frozenset()
        self.setObjectName("check_page")
        self.setProperty("kind", "page")
        self.list = CheckList()
        self.question = Choices(desk.keys)
        self.question.setObjectName("promise_question")
        self.preview = PaperPreview(desk.jobs)
        self.state = Chip()
        self.state.setObjectName("check_state")
        words = self.tr("确认并打印")
        self.confirm = Button(words, Kind.PRIMARY, icon="printer", key="Enter")
        self.confirm.setObjectName("check_confirm")
        self._build()
        self._bind()

    def open(self, visit: Visit) -> None:
        """Read the visit back and draw what would be printed."""
        self._opened_at = self._desk.now()
        self._under_way = False
        self._show(visit)
        if self._unsigned:
            self._print_promises(quiet=True)
        self._take_focus()

    @property
    def left(self) -> tuple[Blocker, ...]:
        """What stands in the way."""
        return self._left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the preview go where there is no room for it."""
        super().resizeEvent(event)
        self._paper.setVisible(self.width() >= theme.look(self).px(_NARROW))

    def _build(self) -> None:
        left = Panel(self.tr("核对"))
        left.set_title(self.tr("核对"), self.tr("请逐行看一遍，数字键修改"))
        left.body.addWidget(self.question)
        left.body.addWidget(Scroll(self.list), 1)
        self._paper = Panel(self.tr("预览"))
        self._paper.body.addWidget(self.preview)
        theme.sized(self._paper, width=420)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(left, 1)
        row.addWidget(self._paper)
        footer = Footer()
        footer.say(self.state)
        back = Button(self.tr("返回修改"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.confirm)
        footer.under(row, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("check.print", self, self._on_enter)
        keys.bind("check.finish", self, self._on_confirm)
        keys.bind("check.change", self, self._on_digit)
        keys.bind("check.close", self, self.closed.emit)
        self.confirm.clicked.connect(self._on_confirm)
        self.list.change_wanted.connect(self._change)
        self.list.blocker_opened.connect(self._on_link)
        self.list.delivery_changed.connect(self._on_delivery)
        self.list.fee_changed.connect(self._on_fee)
        self.question.chosen.connect(self._on_answer)
        self.question.cancelled.connect(self.closed)

    @property
    def _unsigned(self) -> int:
        """Promises that still want a signature."""
        found = [b.fields.get("n", 0) for b in self._left if b.place is Place.PROMISE]
        return int(str(found[0])) if found else 0

    def _show(self, visit: Visit) -> None:
        self._visit = visit
        self._left = blockers(visit, self._desk.now().date())
        # a promise to be signed is asked about above, and not told twice
        told = tuple(b for b in self._left if b.place is not Place.PROMISE)
        self.list.show_visit(visit, check_rows(visit), told)
        if not self._left:
            ready = self.tr("可以收件")
            self.state.set_state(ChipState("circle-check", ready, Tone.OK))
        else:
            words = self.tr("还差 {n} 项，不能打印").format(n=len(self._left))
            self.state.set_state(ChipState("alert-triangle", words, Tone.WARN))
        self.confirm.setEnabled(not self._left)
        self._ask_for_signature()
        self._draw()

    def _ask_for_signature(self) -> None:
        n = self._unsigned
        if not n:
            self.question.close_question()
        if not n or self.question.is_open:
            return
        title = self.tr("容缺承诺 {n} 份：请申请人签字").format(n=n)
        answers = (self.tr("打印承诺书"), self.tr("已签字"))
        back = self.tr("返回修改")
        self.question.ask(title, answers, tone=Tone.DEFER, icon="pencil", back=back)

    def _take_focus(self) -> None:
        """Go to what Enter will do: answer, mend the first fault, or take it in."""
        if self.question.is_open:
            self.question.setFocus()
        elif self.list.links:
            self.list.links[0].setFocus()
        else:
            self.confirm.setFocus()

    def _draw(self) -> None:
        """Ask for the receipt as it would be printed now."""
        if not self._visit.matters or self._visit.applicant.person.is_empty:
            self.preview.clear(self.tr("有了申请人和事项，这里显示收件通知书"))
            return
        intake = self._desk.operations.intake
        self._desk.do(
            intake.preview,
            self._visit,
            PaperKind.RECEIPT,
            owner=self,
            done=self._on_preview,
            failed=self._on_no_preview,
        )

    def _on_preview(self, papers: tuple[Paper, ...]) -> None:
        if not papers:
            self.preview.clear(self.tr("没有要打印的收件通知书"))
            return
        printer = self._desk.devices.get("printer")
        as_ = printer.as_ if printer is not None else "pdf"
        model = printer.profile if printer is not None else None
        self.preview.show_paper(papers[0], as_, self._desk.words, model)
        n = len(papers)
        self._paper.aside.set_text(self.tr("第 1 份，共 {n} 份").format(n=n) if n > 1 else "")
        self._paper.aside.setVisible(n > 1)

    def _on_no_preview(self, _error: CodedError) -> None:
        self.preview.clear(self.tr("补齐左边所列各项后显示收件通知书"))

    # --- keys ---

    @property
    def _is_armed(self) -> bool:
        """Enter counts only once the clerk can have read; a clock set back does not lock it."""
        since = self._desk.now() - self._opened_at
        return not dt.timedelta() <= since < ARMED_AFTER

    def _on_enter(self) -> None:
        """Enter where no button has the focus takes nothing in."""
        if not self._is_armed or self._under_way:
            return
        if self.question.hasFocus():
            self._desk.notices.say("DEF-03")
        else:
            self._take_focus()  # Enter ended a field, and no more

    def _on_link(self, blocker: Blocker) -> None:
        if blocker.place is Place.DELIVERY:
            self.list.edit_delivery()
        elif self._is_armed:
            self.go_to.emit(blocker)

    def _on_confirm(self) -> None:
        if not self._is_armed or self._under_way or self._left:
            return
        self._under_way = True
        self._desk.do(
            self._desk.operations.intake.receive,
            self._visit,
            owner=self,
            done=self._on_received,
            failed=self._on_refused,
        )

    def _on_received(self, received: Received) -> None:
        # still under way: this visit is over, and a second key must find nothing to do
        self.received.emit(received)

    def _on_refused(self, error: CodedError) -> None:
        self._under_way = False
        self._show(self._visit)
        self._take_focus()
        self._desk.notices.show(error, {"retry": self._on_confirm})

    def _on_digit(self, digit: int) -> bool:
        parts = {row.part for row in self.list.rows}
        if digit not in {part.value for part in parts}:
            return False
        self._change(Part(digit))
        return True

    def _change(self, part: Part) -> None:
        match part:
            case Part.DELIVERY:
                self.list.edit_delivery()
            case Part.FEE:
                self.list.edit_fee()
            case Part.APPLICANT:
                self.go_to.emit(Blocker(code="", place=Place.APPLICANT))
            case Part.AGENCY:
                self.go_to.emit(Blocker(code="", place=Place.AGENCY))
            case Part.MATTERS:
                self.go_to.emit(Blocker(code="", place=Place.MATTER))
            case Part.MATERIALS | Part.PROMISES:
                self.go_to.emit(self._row_of(part))

    def _row_of(self, part: Part) -> Blocker:
        """The row a clerk means by 改 材料 or 改 容缺: the first promised, or the first."""
        deferred = self.list.first_deferred if part is Part.PROMISES else None
        index, no = deferred or (self._visit.current, 1)
        return Blocker(code="", place=Place.ROW, applicant_index=index, row_no=no)

    # --- what can be changed here ---

    def _put(self, visit: Visit) -> None:
        self.changed.emit(visit)
        self._show(visit)
        if QApplication.focusWidget() is None:
            self._take_focus()  # what had it is gone

    def _on_answer(self, place: int) -> None:
        if place == 0:
            self._print_promises(quiet=False)
            self.question.setFocus()
            return
        self._put(sign_promises(self._visit, "paper"))
        self._desk.notices.settle("DEF-03")  # else it stands over the next person
        self._take_focus()

    def _print_promises(self, *, quiet: bool) -> None:
        def print_(papers: tuple[PromisePaper, ...]) -> None:
            tasks = tuple(_task(self._visit, paper) for paper in papers)
            fresh = tuple(task for task in tasks if task.number not in self._sent)
            self._sent |= {task.number for task in tasks}
            if fresh or quiet:
                self._desk.printing.print(fresh)
            else:
                self._reprint(tasks)

        self._desk.do(
            self._desk.operations.intake.promises,
            self._visit,
            owner=self,
            done=print_,
            failed=self._on_no_preview if quiet else None,
        )

    def _reprint(self, tasks: tuple[PrintTask, ...]) -> None:
        """The same sheets once more, marked 补打."""
        reprint = self._desk.operations.printing.reprint
        for task in tasks:
            self._desk.do(
                reprint, task, owner=self, done=lambda copy: self._desk.printing.print((copy,))
            )

    def _on_delivery(self, delivery: Delivery, address: str) -> None:
        self._put(msgspec.structs.replace(self._visit, delivery=delivery, post_address=address))

    def _on_fee(self, key: str, fee: Fee) -> None:
        chosen = next(c for c in with_fee(self._visit) if c.matter.key == key)
        self._put(set_chosen(self._visit, _with(chosen, fee)))


def _with(chosen: Chosen, fee: Fee) -> Chosen:
    return msgspec.structs.replace(chosen, fee=fee)


def _task(visit: Visit, paper: PromisePaper) -> PrintTask:
    from zcdesk.operations.printing import PrintTask  # loads the store; not on the way in

    number = f"{paper.head.number} {_digest(paper)}"
    return PrintTask(sitting=visit.id, kind=PaperKind.PROMISE, number=number, paper=paper)


def _digest(paper: PromisePaper) -> str:
    """Tell one promise from a changed one of the same visit: both are originals."""
    content = msgspec.json.encode((paper.party, paper.matters, paper.materials))
    return hashlib.sha256(content).hexdigest()[:8]
