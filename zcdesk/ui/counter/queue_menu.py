"""The questions about the queue: rare verbs behind Shift+F2, and how an open visit is left.

A menu in the page, answered by digits; nothing here runs anything, it only says what was wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Outcome, Ticket
from zcdesk.domain.visit import Visit
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.counter.choices import MOST, Choices
from zcdesk.ui.counter.editors import Editor
from zcdesk.ui.labels import category_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.field import CodeEdit

AGO = (0, 10, 20, 30, 45, 60, 90)
"""Minutes ago a number may have been written by hand."""

PAUSES = ("用餐", "会议", "设备故障", "其他")
"""Reasons of a pause: they go into the record and onto the board in Chinese."""


class NumberEditor(Editor):
    """A ticket number to call out of turn (指定号), or the code of a booking."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(keys, "ticket", Tone.INFO, parent)
        self.title.set_text(self.tr("叫指定的号，或按预约码开始"))
        self.edit = CodeEdit(self.tr("例如 A058，或预约码"), upper=True)
        self.edit.setObjectName("number_edit")
        self.edit.setAccessibleName(self.tr("号码或预约码"))
        theme.sized(self.edit, width=260)
        self.inputs.addWidget(self.edit)
        self.inputs.addStretch(1)
        self.setFocusProxy(self.edit)

    def open(self, typed: str) -> None:
        """Show the editor with what was typed already; letters that come late follow it."""
        if self.isHidden():
            self.edit.clear()
        self.edit.insert(typed.upper())
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Ask for a number."""
        self.edit.mark_wrong(not self.edit.text().strip())
        return bool(self.edit.text().strip())


class QueueMenu(QWidget):
    """Hidden while nothing is asked.

    Signals:
        no_show_wanted, park_wanted, walk_in_wanted: verbs.
        transfer_wanted(str, str): to this category, or to this window.
        pause_wanted(str): for this reason.
        number_wanted(str): call this number, or begin with the booking of this code.
        leave_wanted(Outcome): end the visit without a receipt.
        missed_wanted(): show the passed numbers to choose one of.
        requeue_wanted(Ticket): send a passed number back into the queue.
        enter_wanted(str, int, str): enter a number given out by hand: category, minutes ago; or
            the one on a kiosk's slip, which tells its category.
        day_end_wanted(): nobody who waits is called any more today.
        closed(): answered or left; the focus goes back to work.
    """

    no_show_wanted = Signal()
    park_wanted = Signal()
    walk_in_wanted = Signal()
    transfer_wanted = Signal(str, str)
    pause_wanted = Signal(str)
    number_wanted = Signal(str)
    leave_wanted = Signal(object)
    missed_wanted = Signal()
    requeue_wanted = Signal(object)
    enter_wanted = Signal(str, int, str)
    day_end_wanted = Signal()
    closed = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(keys)
        self.choices.setObjectName("queue_choices")
        self.number = NumberEditor(keys)
        self._acts: tuple[Callable[[], object], ...] = ()
        self._is_slip = False
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.choices)
        column.addWidget(self.number)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.cancelled.connect(self.close_menu)
        self.number.accepted.connect(self._on_number)
        self.number.cancelled.connect(self.close_menu)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return not self.isHidden()

    def take_focus(self) -> None:
        """Put the focus into what is open."""
        (self.number if not self.number.isHidden() else self.choices).setFocus()

    def open_menu(
        self, visit: Visit | None, categories: Sequence[str], windows: Sequence[str]
    ) -> None:
        """Ask which of the rare verbs.

        Args:
            categories, windows: where a ticket may be sent on to.
        """
        here = visit is not None
        self._ask(
            self.tr("排队操作"),
            (
                (self.tr("过号"), self.no_show_wanted.emit, here),
                (self.tr("挂起"), self.park_wanted.emit, here),
                (
                    self.tr("转移…"),
                    lambda: self._ask_where(categories, windows),
                    here and bool(categories or windows),
                ),
                (self.tr("直接办理（无号）"), self.walk_in_wanted.emit, not here),
                (self.tr("暂停窗口…"), self._ask_pause, not here),
                (self.tr("叫指定号、预约码…"), self.open_number, not here),
                (self.tr("过号重排…"), self.missed_wanted.emit, True),
                (self.tr("补录手写号…"), self._ask_category, True),
                (self.tr("结束今日排队…"), self._ask_day_end, not here),
            ),
            icon="list-check",
        )

    def ask_called(self, words: str) -> None:
        """Ask what becomes of a call nobody has answered."""
        self._ask(
            words,
            ((self.tr("过号"), self.no_show_wanted.emit, True),),
            tone=Tone.WARN,
            icon="user-question",
            back=self.tr("继续等"),
        )

    def ask_leave(self, words: str, *, has_matter: bool) -> None:
        """Ask what becomes of a visit that is not finished (QUE-05)."""
        self._ask(
            words,
            (
                (self.tr("挂起"), self.park_wanted.emit, True),
                (
                    self.tr("仅咨询，结束"),
                    lambda: self.leave_wanted.emit(Outcome.CONSULTED),
                    not has_matter,
                ),
                (self.tr("作废"), lambda: self.leave_wanted.emit(Outcome.VOIDED), True),
            ),
            tone=Tone.WARN,
            icon="alert-triangle",
            back=self.tr("继续办理"),
        )

    def ask_unjudged(
        self,
        words: str,
        going: str,
        go: Callable[[], object],
        miss: Callable[[], object] | None,
    ) -> None:
        """Ask about rows nobody looked at, before anybody is told what is missing (CHK-24).

        Args:
            going: words of the answer that does `go`.
            miss: nothing more was brought; None where one of them is a question first.
        """
        self._ask(
            words,
            (
                (self.tr("都没有带来，一并告知"), miss or go, miss is not None),
                (going, go, True),
            ),
            tone=Tone.WARN,
            icon="alert-triangle",
            back=self.tr("继续办理"),
        )

    def ask_referred(self, words: str) -> None:
        """Say that a matter belongs to another window, and offer to end the visit (MAT-06)."""
        self._ask(
            words,
            (
                (
                    self.tr("已告知去处，结束"),
                    lambda: self.leave_wanted.emit(Outcome.REFERRED),
                    True,
                ),
            ),
            tone=Tone.DANGER,
            icon="lock",
            back=self.tr("办理其他事项"),
        )

    def ask_elsewhere(
        self, words: str, windows: Sequence[str], go_on: Callable[[], object]
    ) -> None:
        """Ask where a matter this window does not take is handled (QUE-04)."""
        options: list[tuple[str, Callable[[], object], bool]] = []
        for number in windows[: MOST - 1]:
            to_window = self.tr("转到 {n} 号窗口").format(n=number)
            options.append((to_window, partial(self.transfer_wanted.emit, "", number), True))
        options.append((self.tr("仍在本窗口办理"), go_on, True))
        self._ask(words, options, tone=Tone.WARN, icon="transfer")

    def ask_missed(self, missed: Sequence[Ticket], places: int) -> None:
        """Ask which passed number goes back into the queue.

        Args:
            places: how many are called before it.
        """
        self._ask(
            self.tr("哪个过号重新排队？排在 {n} 人之后").format(n=places)
            if missed
            else self.tr("本窗口没有过号的号码"),
            [(t.number, partial(self.requeue_wanted.emit, t), True) for t in missed],
            icon="history",
        )

    def close_menu(self) -> None:
        """Leave the question."""
        self._clear()
        self.closed.emit()

    def _ask(
        self,
        title: str,
        options: Sequence[tuple[str, Callable[[], object], bool]],
        *,
        tone: Tone = Tone.INFO,
        icon: str,
        back: str = "",
    ) -> None:
        self._clear()
        self._acts = tuple(act for _, act, _ in options)
        off = frozenset(place for place, (_, _, may) in enumerate(options) if not may)
        self.show()
        answers = tuple(words for words, _, _ in options)
        self.choices.ask(title, answers, tone=tone, icon=icon, back=back, off=off)

    def _ask_where(self, categories: Sequence[str], windows: Sequence[str]) -> None:
        options: list[tuple[str, Callable[[], object], bool]] = []
        for category in categories:
            words = self.tr("{name}类").format(name=category_word(category))
            options.append((words, partial(self.transfer_wanted.emit, category, ""), True))
        for number in windows:
            words = self.tr("{n} 号窗口").format(n=number)
            options.append((words, partial(self.transfer_wanted.emit, "", number), True))
        self._ask(self.tr("转到哪里？到那边优先叫"), options[:MOST], icon="transfer")

    def _ask_pause(self) -> None:
        options = [
            (record_words(why), partial(self.pause_wanted.emit, why), True) for why in PAUSES
        ]
        self._ask(self.tr("为什么暂停？大厅屏显示暂停服务"), options, icon="player-pause")

    def _ask_category(self) -> None:
        names = (one.value for one in WindowCategory)
        options: list[tuple[str, Callable[[], object], bool]] = [
            (category_word(name), partial(self._ask_ago, name), True) for name in names
        ]
        options.append((self.tr("自助机断网时出的号（L…）"), self._ask_slip, True))
        self._ask(self.tr("手写的号是哪一类？"), options, icon="pencil")

    def _ask_slip(self) -> None:
        self.open_number("L")
        self._is_slip = True

    def _ask_ago(self, category: str, number: str = "") -> None:
        options = [
            (
                self.tr("{n} 分钟前").format(n=n) if n else self.tr("刚才"),
                partial(self.enter_wanted.emit, category, n, number),
                True,
            )
            for n in AGO
        ]
        self._ask(self.tr("什么时候发出的？按那个时间排队"), options, icon="clock")

    def _ask_day_end(self) -> None:
        self._ask(
            self.tr("结束今日排队：还在等的和过号的号码今天不再叫"),
            [(self.tr("结束今日排队"), self.day_end_wanted.emit, True)],
            tone=Tone.WARN,
            icon="power",
        )

    def open_number(self, typed: str = "") -> None:
        """Ask for a number, or go on with what was typed of it."""
        if self.number.isHidden():
            self._clear()
        self.show()
        self._is_slip = False
        self.number.open(typed)

    def _clear(self) -> None:
        self.choices.hide()
        self.number.hide()
        self.hide()

    def _on_chosen(self, place: int) -> None:
        act = self._acts[place]
        self._clear()
        act()
        if not self.is_open:
            self.closed.emit()

    def _on_number(self) -> None:
        number = self.number.edit.text().strip()
        self._clear()
        if self._is_slip:
            self._ask_ago("", number)
            return
        self.number_wanted.emit(number)
        self.closed.emit()
