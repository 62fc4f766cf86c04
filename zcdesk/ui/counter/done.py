"""After 收件 (or 坚持递交): the numbers, what was printed, what to say, and the next one.

The case is saved whatever the printer does; F2 goes on at any time. Asking for the same papers
again gets a visible answer, never a second original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.checklist import RowState
from zcdesk.domain.papers import TITLES, Paper, Party
from zcdesk.domain.visit import rows_of
from zcdesk.ui import theme
from zcdesk.ui.counter.instant import InstantOffer
from zcdesk.ui.desk import Desk
from zcdesk.ui.print_trouble import PrintTrouble
from zcdesk.ui.printing import Printing, PrintOutcome, PrintState
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    ChipState,
    Column,
    Footer,
    Glyph,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.intake import Received
    from zcdesk.operations.printing import PrintTask

_STATES = {
    PrintState.WAITING: ("printer", QT_TRANSLATE_NOOP("prints", "打印中"), Tone.NEUTRAL),
    PrintState.SENT: ("circle-check", QT_TRANSLATE_NOOP("prints", "已送出"), Tone.OK),
    PrintState.CONFIRMED: ("circle-check", QT_TRANSLATE_NOOP("prints", "已打印"), Tone.OK),
    PrintState.UNKNOWN: ("help", QT_TRANSLATE_NOOP("prints", "不确定"), Tone.WARN),
    PrintState.FAILED: ("printer-off", QT_TRANSLATE_NOOP("prints", "未打印"), Tone.DANGER),
    PrintState.REFUSED: ("circle-check", QT_TRANSLATE_NOOP("prints", "已打印过"), Tone.INFO),
    PrintState.LATER: ("clock", QT_TRANSLATE_NOOP("prints", "稍后打"), Tone.WARN),
}


def print_chip(state: PrintState) -> ChipState:
    """Return icon, word and colour of what became of a paper."""
    icon, word, tone = _STATES[state]
    return ChipState(icon, words("prints", word), tone)


def print_width() -> int:
    """Return the width at scale 1 of a column that shows every such state whole."""
    return chips_width(108, (print_chip(state).word for state in PrintState))


def whose(paper: Paper) -> str:
    """Return whom a paper is about; guides, tickets and shifts are about nobody."""
    party = getattr(paper, "party", None) or getattr(paper, "presenter", None)
    return party.name if isinstance(party, Party) else ""


class PrintLine(NamedTuple):
    """One paper of the list."""

    no: int
    task: PrintTask
    state: PrintState

    @property
    def key(self) -> tuple[str, str]:
        return (self.task.kind.value, self.task.number)


class PrintList(RowsView):
    """Papers and what became of them; follows `Printing.outcome`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column[PrintLine]("", lambda line: str(line.no), width=40, style="body"),
            Column[PrintLine](self.tr("文书"), lambda line: TITLES[line.task.kind], width=150),
            Column[PrintLine](self.tr("编号"), lambda line: line.task.paper.head.number),
            Column[PrintLine](self.tr("申请人"), lambda line: whose(line.task.paper), width=200),
            Column[PrintLine](
                self.tr("打印"),
                lambda line: print_chip(line.state).word,
                width=print_width(),
                chip=lambda line: print_chip(line.state),
            ),
        )
        super().__init__(RowsModel(columns, key=lambda line: line.key), parent)
        self.setObjectName("print_list")
        self.setAccessibleName(self.tr("文书和打印情况"))

    def show_tasks(self, tasks: tuple[PrintTask, ...]) -> None:
        """Begin with papers on their way."""
        waiting = PrintState.WAITING
        lines = (PrintLine(no, task, waiting) for no, task in enumerate(tasks, 1))
        self.rows_model.set_rows(tuple(lines))
        self.set_current(0)

    def add_tasks(self, tasks: tuple[PrintTask, ...]) -> None:
        """Add papers that follow."""
        known = self.rows_model.rows
        more = (PrintLine(len(known) + no, t, PrintState.WAITING) for no, t in enumerate(tasks, 1))
        self.rows_model.set_rows((*known, *more))

    def note(self, outcome: PrintOutcome) -> None:
        """Show what became of a paper, if it is one of these."""
        key = (outcome.task.kind.value, outcome.task.number)
        lines = tuple(
            line._replace(state=outcome.state) if line.key == key else line
            for line in self.rows_model.rows
        )
        self.rows_model.set_rows(lines)

    @property
    def states(self) -> tuple[PrintState, ...]:
        """What became of each paper, in order."""
        return tuple(line.state for line in self.rows_model.rows)


class DonePage(QWidget):
    """The page after the check page.

    Signals:
        next_requested(): F2.
    """

    next_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printing: Printing = desk.printing
        self._printed_at = ""
        self._held: tuple[PrintTask, ...] = ()
        self.setObjectName("done_page")
        self.setProperty("kind", "page")
        self.headline = Text("", "display")
        self.headline.setObjectName("done_headline")
        self.number = Text("", "title", Tone.INFO)
        self.number.setObjectName("done_number")
        self.hint = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.hint.setObjectName("done_hint")
        self.list = PrintList()
        self.trouble = PrintTrouble(self._printing)
        self.instant = InstantOffer(desk)
        self.next = Button(self.tr("呼叫下一位"), Kind.PRIMARY, icon="bell-ringing", key="F2")
        self.next.setObjectName("done_next")
        self.setFocusProxy(self.list)
        self._build()
        self._bind()

    def open(self, received: Received) -> None:
        """Say what was taken in and print its papers."""
        insisted = received.insisted
        self.headline.set_text(self.tr("已接收材料") if insisted else self.tr("已收件"))
        n = len(received.cases)
        several = self.tr("（{n} 件）").format(n=n) if n > 1 else ""
        self.number.set_text(f"{received.receipts[0]}{several}")
        self.hint.set_text(self._said(received))
        self._printed_at = f"{self._desk.now():%H:%M:%S}"
        self.list.show_tasks(received.prints)
        self.trouble.show_trouble(None)
        self.list.setFocus()
        self._held = received.prints if self._waits() else ()
        if self._held:
            wait = self.tr("文书还没有打，按 Enter 打印")
            self.hint.set_text("\n".join(filter(None, (self.hint.full_text, wait))))
            self._printing.hold(self._held)
        else:
            self._printing.print(received.prints)
        self.instant.open(received.visit.id)

    def _build(self) -> None:
        words_ = QVBoxLayout()
        theme.spaced(words_, gap=2)
        words_.addWidget(self.headline)
        words_.addWidget(self.number)
        head = QHBoxLayout()
        theme.spaced(head, (8, 8, 8, 0), 16)
        head.addWidget(Glyph("circle-check", Tone.OK, 48))
        head.addLayout(words_, 1)
        panel = Panel()
        panel.body.addLayout(head)
        panel.body.addWidget(self.hint)
        panel.body.addWidget(self.trouble)
        panel.body.addWidget(self.instant)
        panel.body.addWidget(self.list, 1)
        footer = Footer()
        footer.say(Text(self.tr("打印不影响叫下一位"), "small", Tone.NEUTRAL), 1)
        again = Button(self.tr("补打"), icon="printer", key="Ctrl+P")
        again.clicked.connect(self._printing.reprint_wanted)
        footer.act(again)
        footer.act(self.next)
        footer.under(panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("prints.next", self, self.next_requested.emit)
        # at the list, which has the focus: a row view would keep Enter for itself
        keys.bind("prints.answer", self.list, self._on_enter)
        keys.bind("prints.finish", self, self._on_enter)
        keys.bind("prints.way", self.list, self.trouble.on_digit)
        keys.bind("prints.again", self.list, self.trouble.on_again)
        keys.bind("prints.decide", self.list, self.instant.begin)
        keys.bind("prints.confirm", self.list, self.instant.ask_officer)
        keys.bind("prints.hand_out", self.list, self.instant.hand_out)
        self.instant.decided.connect(self._on_decided)
        self.instant.closed.connect(self.list.setFocus)
        self.next.clicked.connect(self.next_requested)
        self._printing.attend(self)
        self._printing.outcome.connect(self._on_outcome)

    def _on_decided(self, tasks: tuple[PrintTask, ...]) -> None:
        """The decision is one more paper of this visit."""
        self.list.add_tasks(tasks)
        self._printing.print(tasks)

    def _on_outcome(self, outcome: PrintOutcome) -> None:
        self.list.note(outcome)
        self.trouble.show_trouble(self._printing.trouble)

    def _waits(self) -> bool:
        """Whether papers of this station wait for a key."""
        return bool(getattr(self._desk.settings, "prints_later", False))

    def _on_enter(self) -> None:
        """Papers that wait; the first way out of trouble; else that they are printed already."""
        held, self._held = self._held, ()
        if held:
            self._printing.print(held)
        elif not self.trouble.on_enter() and PrintState.WAITING not in self.list.states:
            self._desk.notices.say("PRT-05", time=self._printed_at)

    def _said(self, received: Received) -> str:
        """What the clerk says when handing the papers over."""
        if received.insisted:
            return self.tr("请双手递给申请人，并告知：材料由部门决定是否受理，结果会通知")
        dates = sorted(
            {
                row.mark.due
                for who in received.visit.applicants
                for row in rows_of(received.visit, who)
                if row.mark.state is RowState.DEFERRED
            }
        )
        if received.visit.parcel:  # nobody is at the window
            text = self.tr("寄来的件：到“邮件”用短信或回寄答复寄件人；扫码可查进度")
        else:
            text = self.tr("请双手递给申请人，请他核对；扫码可查进度")
        if dates:
            text += self.tr("；容缺材料请在 {date} 前补齐").format(date=dates[0])
        return text
