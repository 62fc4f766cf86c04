"""What the counter asks of the queue: call, recall, pass over, set aside, send on, take up again.

One verb at a time: while one is under way a second press does nothing. A verb that can be taken
back says how; the caller's voice may fail, the queue never waits for it. A call is handed to voice
and screens in the store's lane, right behind its commit: nothing of the hall's order can come in
between, so what is said is always the ticket's last call (sync 2.7).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from zcdesk.domain.ticket import Channel, Outcome, Ticket
from zcdesk.domain.visit import Phase, Visit
from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import CodedError
from zcdesk.ui.callers import Callers
from zcdesk.ui.desk import Desk

if TYPE_CHECKING:
    from zcdesk.operations.tickets import Parked, Taken


class Undo(NamedTuple):
    """A verb that can be taken back for some seconds.

    Attributes:
        words: what was done.
        run: takes it back.
    """

    words: str
    run: Callable[[], None]


class Calls(QObject):
    """Runs the verbs of one counter.

    Attributes:
        callers: voice and screens; `window`: how this one stands.

    Signals:
        opened(Visit): this visit is now at the window.
        brought_back(Visit): so is this one, as it was before a verb that was taken back.
        ended(Undo | None): the visit left the window.
        nobody(): nobody waits.
        window_changed(Window): it opened, paused or closed.
    """

    opened = Signal(object)
    brought_back = Signal(object)
    ended = Signal(object)
    nobody = Signal()
    window_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.callers = Callers(desk, self)
        self.window: Window | None = None
        self.window_changed.connect(self.callers.show_window)
        self.opened.connect(self._tell_second)

    @property
    def is_busy(self) -> bool:
        """Whether a verb is under way."""
        return self._busy

    def next(self) -> None:
        """Call the next ticket; a window that is not open opens first."""
        if self.window is not None and self.window.mode is not WindowMode.OPEN:
            self._run(self._operations.windows.open_window, done=self._on_opened_window)
        else:
            self._held("", self._operations.queue.call_next, done=self._on_next)

    def number(self, number: str) -> None:
        """Call one number out of turn."""
        call = partial(self._operations.queue.call_number, number=number)
        self._held(number, call, done=self.opened.emit)

    def bring(self, number: str, by: str, begun: Callable[[Visit], object]) -> None:
        """Call a number whose holder sits here already: nothing is spoken, they have come.

        Args:
            by: what they showed: `card` or `scan`.
        """

        def called(visit: Visit) -> None:
            self.opened.emit(visit)
            self.arrive(visit, by, begun)

        call = partial(self._operations.queue.call_number, number=number)
        self._held(number, call, done=called, aloud=False)

    def back(self, ticket: Ticket) -> None:
        """Call a passed number back."""
        call = self._operations.queue.call_back
        self._run(call, ticket.id, done=self.opened.emit, at_once=self._announce)

    def requeue(self, ticket: Ticket) -> None:
        """Send a passed number back into the queue, some places behind."""
        note = self.tr("{no} 已重新排队").format(no=ticket.number)
        self._run(self._operations.queue.requeue, ticket.id, done=partial(self._note, note))

    def enter(self, category: str, minutes: int, number: str = "") -> None:
        """Enter a number that was written by hand so many minutes ago.

        Args:
            number: of a kiosk's slip instead, which keeps it.
        """
        at = self._desk.now() - timedelta(minutes=minutes)
        number = number.upper()
        if number and not (category := self._operations.series.category_of(number)):
            self._desk.notices.say("QUE-20", no=number)
            return

        def entered(taken: Taken) -> None:
            self._busy = False
            said = self.tr("已补录 {no}") if number else self.tr("已补录为 {no}，请写在手写号上")
            self._note(said.format(no=taken.ticket.number))

        if not self._busy:
            self._busy = True
            self._desk.take_ticket(
                category,
                owner=self,
                done=entered,
                failed=self._on_failed,
                channel=Channel.BY_HAND,
                since=at.isoformat(timespec="milliseconds") if minutes else "",
                number=number,
            )

    def end_day(self) -> None:
        """Let whoever still waits today expire."""

        def ended(count: int) -> None:
            self._note(self.tr("今日排队已结束，{n} 个号码不再叫").format(n=count))

        self._run(self._operations.day_end.close_today, done=ended)

    def walk_in(self, then: Callable[[Visit], object] | None = None, *, booking: str = "") -> None:
        """Serve somebody without a number; `then` goes on with the new visit.

        Args:
            booking: code of the one this is, where no number can be had for it.
        """

        def opened(visit: Visit) -> None:
            self.opened.emit(visit)
            if then is not None:
                then(visit)

        self._run(partial(self._operations.queue.walk_in, booking=booking), done=opened)

    def resume(self, parked: Parked) -> None:
        """Take a parked visit up again."""
        self._run(self._operations.queue.resume, parked.visit_id, done=self.opened.emit)

    def come_back(self, code: str) -> None:
        """Restore a noticed visit by its code."""
        self._run(self._operations.intake.come_back, code, done=self.opened.emit)

    def online(self, number: str) -> None:
        """Begin a visit with an online application that passed its pre-review."""
        self._run(self._operations.online.open_visit, number, done=self.opened.emit)

    def recall(self, visit: Visit) -> None:
        """Call the same number again."""
        number = visit.ticket.number if visit.ticket else ""

        def recalled(_: object) -> None:
            self._desk.notices.note(self.tr("{no} 已重呼").format(no=number))

        def announce(_: object) -> None:
            self._announce(visit, recall=True)

        self._run(self._operations.queue.recall, visit, done=recalled, at_once=announce)

    def arrive(self, visit: Visit, by: str, then: Callable[[Visit], object]) -> None:
        """The person is here: by card, scan or key."""
        self._run(self._operations.queue.arrive, visit, by, done=then)

    def miss(self, visit: Visit) -> None:
        """Pass the number over (过号)."""
        ticket = visit.ticket
        if ticket is None:
            return
        words = self.tr("{no} 已过号").format(no=ticket.number)
        run = partial(self._take_back, self._operations.queue.call_back, ticket.id, visit)
        self._end(self._operations.queue.miss, visit, undo=Undo(words, run))

    def park(self, visit: Visit) -> None:
        """Set the visit aside."""
        number = visit.ticket.number if visit.ticket else self.tr("无号")
        words = self.tr("{no} 已挂起").format(no=number)
        run = partial(self._take_back, self._operations.queue.resume, visit.id, visit)
        self._end(self._operations.queue.park, visit, undo=Undo(words, run))

    def transfer(self, visit: Visit, category: str, window: str) -> None:
        """Send the ticket on."""
        ticket = visit.ticket
        if ticket is None:
            return
        words = self.tr("{no} 已转出").format(no=ticket.number)
        run = partial(self._call_back_transferred, ticket.number, visit)
        send = partial(self._operations.queue.transfer, category=category, to_window=window)
        self._end(send, visit, undo=Undo(words, run))

    def leave(self, visit: Visit, outcome: Outcome) -> None:
        """End the visit without a receipt."""
        self._end(self._operations.queue.leave, visit, outcome)

    def pause(self, reason: str) -> None:
        """Pause the window."""
        self._run(self._operations.windows.pause_window, reason, done=self._on_window)

    def look_at_window(self) -> None:
        """Read how the window stands."""
        self._desk.look(self._operations.windows.window_of, owner=self, done=self._on_window)

    def _announce(self, visit: Visit | None, *, recall: bool = False) -> None:
        """In the store's lane, let voice and screens say the number of who is not here yet."""
        if visit is None or visit.ticket is None:
            return
        if recall or visit.phase is Phase.CALLED:
            self.callers.call(visit.ticket, recall=recall)

    @property
    def _operations(self) -> Any:
        return self._desk.operations

    def _run(
        self,
        operation: Callable[..., Any],
        *args: object,
        done: Callable[[Any], object],
        at_once: Callable[[Any], object] | None = None,
    ) -> None:
        if self._busy:
            return
        self._busy = True

        def settled(result: Any) -> None:
            self._busy = False
            done(result)

        self._desk.do(
            operation, *args, owner=self, done=settled, failed=self._on_failed, at_once=at_once
        )

    def _held(
        self,
        number: str,
        operation: Callable[..., Any],
        *,
        done: Callable[[Any], object],
        aloud: bool = True,
    ) -> None:
        """Call what the hall's server holds for this window; cut off, what it holds already."""
        syncing = self._desk.syncing
        call = partial(self._run, operation, done=done, at_once=self._announce if aloud else None)
        if syncing is None:
            call()
        elif not self._busy:
            self._busy = True

            def fetched(_: bool) -> None:
                self._busy = False
                call()

            syncing.fetch(number, owner=self, done=fetched)

    def _end(self, operation: Callable[..., Any], *args: object, undo: Undo | None = None) -> None:
        self._run(operation, *args, done=lambda _: self.ended.emit(undo))

    def _call_back_transferred(self, number: str, before: Visit) -> None:
        call = partial(self._take_back, self._operations.queue.call_number, number, before)
        if self._desk.syncing is None:
            call()
        else:
            self._desk.syncing.fetch(number, owner=self, done=lambda _: call())

    def _take_back(self, operation: Callable[..., Visit], what: str, before: Visit) -> None:
        """Bring a visit back as it was: its work over the fresh call, arrived if it was."""

        def back(fresh: Visit) -> None:
            as_it_was = msgspec.structs.replace(
                before, id=fresh.id, ticket=fresh.ticket, phase=fresh.phase
            )
            if before.phase is Phase.SERVING and fresh.phase is Phase.CALLED:
                self.arrive(as_it_was, "key", self.brought_back.emit)
            else:
                self.brought_back.emit(as_it_was)

        self._run(operation, what, done=back)

    def _note(self, words: str, _: object = None) -> None:
        self._desk.notices.note(words)

    def _on_next(self, visit: Visit | None) -> None:
        if visit is None:
            self.nobody.emit()
            self._say_if_cut_off()
        else:
            self.opened.emit(visit)

    def _tell_second(self, visit: Visit) -> None:
        """Who is here took another number where nobody could know: the clerk asks first."""
        ticket = visit.ticket
        if ticket is not None and ticket.second:
            self._desk.notices.say("QUE-19", no=ticket.number, other=ticket.second)

    def _say_if_cut_off(self) -> None:
        """Nobody to call, since the server cannot be asked: say what can be done instead."""
        syncing = self._desk.syncing
        if syncing is not None and not syncing.is_online:
            first = self._operations.series.own(self._desk.session)
            self._desk.notices.say("NET-41", no=first)

    def _on_opened_window(self, window: Window) -> None:
        self._on_window(window)
        self.next()

    def _on_window(self, window: Window) -> None:
        self.window = window
        self.window_changed.emit(window)

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        self._desk.notices.show(error)
