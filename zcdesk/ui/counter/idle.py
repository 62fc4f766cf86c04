"""The idle counter: who comes next and one key to call them; who was passed over or set aside.

It shows numbers only, never a name: anybody may stand at the desk now.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.window import Window, WindowMode
from zcdesk.ui import theme
from zcdesk.ui.counter.changes import NewsLine
from zcdesk.ui.counter.idle_parts import NextUp, Reminder, SideList
from zcdesk.ui.desk import Desk
from zcdesk.ui.labels import category_word
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.elapsed import Elapsed
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Line, Panel
from zcdesk.ui.widgets.rows import RIGHT, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.domain.ticket import Ticket
    from zcdesk.operations.tickets import Parked, QueueView

_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier

LONG_MINUTES = 20
OLD_PARKED_MINUTES = 30


class Wait(NamedTuple):
    """How many wait in a category, and the longest of them."""

    category: str
    people: int
    longest_minutes: int


class IdlePage(QWidget):
    """Shows the queue while nobody is served.

    Signals:
        call_wanted(): F2.
        back_wanted(Ticket): call a passed number back.
        resume_wanted(Parked): take a parked visit up again.
        walk_in_wanted(): serve somebody without a number.
        typed(str): the first letter or digit of a number or of a booking's code.
        queue_read(QueueView): the queue as it stands.
    """

    call_wanted = Signal()
    back_wanted = Signal(object)
    resume_wanted = Signal(object)
    walk_in_wanted = Signal()
    typed = Signal(str)
    queue_read = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: QueueView | None = None
        self._window: Window | None = None
        self._is_narrow = False
        self.state = Chip(ChipState("user-check", self.tr("空闲"), Tone.INFO))
        self.since = Text(self.tr("距上一位"), "body", Tone.NEUTRAL)
        self.elapsed = Elapsed(lambda: desk.now().timestamp())
        self.today = Text("", "body", Tone.NEUTRAL)
        self.today.setObjectName("idle_today")
        self.next = NextUp()
        self.call = Button(self.tr("呼叫下一位"), Kind.PRIMARY, icon="bell-ringing", key="F2")
        self.call.setObjectName("idle_call")
        self.walk_in = Button(self.tr("无号直接办理"), icon="user-check", key="⇧F2 4")
        self.walk_in.setObjectName("idle_walk_in")
        self.tip = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.waiting = _table(self._waiting_columns(), lambda row: row.category, "idle_waiting")
        self.waiting.setAccessibleName(self.tr("各类别等候"))
        self.missed = SideList(
            self.tr("过号未办"),
            _table(self._missed_columns(), lambda row: row.id, "idle_missed"),
            Empty("user-check", self.tr("没有过号的号码")),
            Button(self.tr("叫回"), icon="arrow-back-up", key="Enter"),
        )
        self.parked = SideList(
            self.tr("挂起"),
            _table(self._parked_columns(), lambda row: row.visit_id, "idle_parked"),
            Empty("player-pause", self.tr("没有挂起的办件")),
            Button(self.tr("继续办理"), icon="player-play", key="Enter"),
        )
        self.reminder = Reminder()
        self.pressing = Reminder()
        self.news = NewsLine(desk)
        self._build()

    def refresh(self) -> None:
        """Read the queue again."""
        self._desk.look(self._desk.operations.tickets.view, owner=self, done=self.show_view)

    def show_view(self, view: QueueView) -> None:
        """Show the queue as it stands; somebody new at an empty queue is announced."""
        before, self._view = self._view, view
        self.queue_read.emit(view)
        if before is not None and not before.total and view.first and self.isVisible():
            words = self.tr("{no} 已取号，正在等候").format(no=view.first.number)
            self._desk.notices.note(words)
        self.next.show_ticket(view.first, view.total, self._desk.now())
        self.waiting.rows_model.set_rows(self._categories(view))
        self.missed.show_rows(view.missed)
        self.parked.show_rows(view.parked)
        self._fit()
        self.today.set_text(
            self.tr("今日  已收 {a} · 容缺 {b} · 告知 {c} · 接待 {d}").format(
                a=view.received_today,
                b=view.deferred_today,
                c=view.notified_today,
                d=view.served_today,
            )
        )
        if view.last_closed_at:
            self.elapsed.start(datetime.fromisoformat(view.last_closed_at).timestamp())
        self.since.setVisible(bool(view.last_closed_at))
        self.elapsed.setVisible(bool(view.last_closed_at))
        old = [p for p in view.parked if p.minutes >= OLD_PARKED_MINUTES]
        self.reminder.say(
            self.tr("{no} 已挂起 {n} 分钟，请继续办理或作废").format(
                no=old[0].number or self.tr("无号"), n=max(p.minutes for p in old)
            )
            if old
            else ""
        )

    def show_window(self, window: Window) -> None:
        """Show whether the window takes numbers."""
        self._window = window
        if self._view is not None:
            self.waiting.rows_model.set_rows(self._categories(self._view))
        match window.mode:
            case WindowMode.OPEN:
                self.state.set_state(ChipState("user-check", self.tr("空闲"), Tone.INFO))
                self.call.set_text(self.tr("呼叫下一位"))
            case WindowMode.PAUSED:
                word = self.tr("已暂停 · {why}").format(why=record_words(window.reason))
                self.state.set_state(ChipState("player-pause", word, Tone.WARN))
                self.call.set_text(self.tr("恢复并呼叫下一位"))
            case WindowMode.CLOSED:
                self.state.set_state(ChipState("power", self.tr("窗口未开放"), Tone.NEUTRAL))
                self.call.set_text(self.tr("开放窗口并呼叫"))

    def show_pressing(self, sentence: str, tone: Tone) -> None:
        """Show what has to be handed over or brought in soon."""
        self.pressing.say(sentence, tone)

    def take_focus(self) -> None:
        """Put the focus on a list: Enter there calls nobody by accident."""
        self.waiting.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the side lists what the width allows."""
        self._is_narrow = step is LayoutStep.NARROW
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Where it is low the verbs are no higher than others, and only a list with rows stays."""
        at = theme.look(self)
        low = at.low
        self.tip.setVisible(not self._is_narrow)
        theme.sized(self.call, min_width=180 if low else 220, height=32 if low else 52)
        theme.sized(self.walk_in, height=32 if low else 52)
        self.waiting.setMinimumHeight(at.head + at.row if low else 1)
        for side in (self.missed, self.parked):
            theme.sized(side, width=264 if self._is_narrow else 320)
            side.setVisible(not low or side.has_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a number where a letter or digit is typed: no command of this page is one."""
        plain = not event.modifiers() & ~(_SHIFT | _KEYPAD)
        if plain and event.text().isalnum() and event.text().isascii():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        theme.spaced(head, gap=12)
        for widget in (self.state, self.since, self.elapsed):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.today)
        verbs = QHBoxLayout()
        theme.spaced(verbs, gap=12)
        verbs.addWidget(self.call, 1)
        verbs.addWidget(self.walk_in)
        self.tip.set_text(
            self.tr("读身份证，扫预约码或告知书上的码，就可以开始；号码、预约码也可以直接键入")
        )
        self.tip.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        block = QWidget()
        theme.sized(block, max_width=620)
        inner = QVBoxLayout(block)
        theme.spaced(inner, gap=14)
        inner.addWidget(self.next)
        inner.addLayout(verbs)
        inner.addWidget(self.tip)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(block, 4)
        centre.addStretch(1)
        main = Panel("")
        main.setObjectName("idle_main")
        main.body.addLayout(head)
        main.body.addWidget(Line())
        main.body.addStretch(1)
        main.body.addLayout(centre)
        main.body.addStretch(1)
        main.body.addWidget(self.waiting, 3)
        sides = QVBoxLayout()
        theme.spaced(sides, gap=8)
        sides.addWidget(self.missed, 1)
        sides.addWidget(self.parked, 1)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=8)
        middle.addWidget(main, 1)
        middle.addLayout(sides)
        root = QVBoxLayout(self)
        theme.spaced(root, gap=8)
        root.addLayout(middle, 1)
        root.addWidget(self.reminder)
        root.addWidget(self.pressing)
        root.addWidget(self.news)
        self.call.clicked.connect(self.call_wanted)
        self.walk_in.clicked.connect(self.walk_in_wanted)
        self.missed.chosen.connect(self.back_wanted)
        self.parked.chosen.connect(self.resume_wanted)

    def _categories(self, view: QueueView) -> tuple[Wait, ...]:
        """The categories this window may call, also those where nobody waits."""
        found = {
            wait.category: Wait(wait.category, wait.count, wait.longest_minutes)
            for wait in view.waiting
        }
        mine = self._window.categories if self._window else ()
        for category in mine or tuple(WindowCategory):
            found.setdefault(str(category), Wait(str(category), 0, 0))
        return tuple(sorted(found.values(), key=lambda wait: -wait.longest_minutes))

    def _waiting_columns(self) -> tuple[Column[Wait], ...]:
        return (
            Column(self.tr("类别"), lambda row: category_word(row.category) or self.tr("不分类别")),
            Column(self.tr("等候"), lambda row: self.tr("{n} 人").format(n=row.people), RIGHT, 110),
            Column(
                self.tr("最长等候"),
                lambda row: self.tr("{n} 分").format(n=row.longest_minutes),
                RIGHT,
                130,
                tone=lambda row: Tone.WARN if row.longest_minutes >= LONG_MINUTES else None,
            ),
        )

    def _missed_columns(self) -> tuple[Column[Ticket], ...]:
        return (
            Column(self.tr("号码"), lambda row: row.number, width=84, style="strong"),
            Column(self.tr("类别"), lambda row: category_word(row.category), style="small"),
            Column(self.tr("呼叫"), lambda row: row.called_at[11:16], RIGHT, 68, style="small"),
        )

    def _parked_columns(self) -> tuple[Column[Parked], ...]:
        return (
            Column(
                self.tr("号码"),
                lambda row: row.number or self.tr("无号"),
                width=84,
                style="strong",
            ),
            Column(
                self.tr("事项"),
                lambda row: self.tr("{n} 个事项").format(n=row.matters),
                style="small",
            ),
            Column(
                self.tr("已等"),
                lambda row: self.tr("{n} 分").format(n=row.minutes),
                RIGHT,
                68,
                style="small",
                tone=lambda row: Tone.WARN if row.minutes >= OLD_PARKED_MINUTES else None,
            ),
        )


def _table(columns: tuple[Column[Any], ...], key: Any, name: str) -> RowsView:
    view = RowsView(RowsModel(columns, key))
    view.setObjectName(name)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setMinimumHeight(1)
    return view
