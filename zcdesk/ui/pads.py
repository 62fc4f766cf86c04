"""Call pads: the pad of this window does what the keys do, one of another window runs its queue.

A key of this window's pad goes the same way as the clerk's own key, so it can do no more: while
the desk is locked or another page lies over the counter it does nothing but say so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.devices.kinds import CallPads, DeviceKind, PadEvent, PadKey
from zcdesk.domain.visit import OpenTicket, Visit
from zcdesk.errors import CodedError, DeviceError
from zcdesk.ui import jobs
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk

EVERY_MS = 100
"""Fetching what the bus has heard; it asks the pads itself, as fast as its line allows.

A press waits for its pad's turn on the line anyhow: 0.15 s with one pad, half a second with 32, on
the average. This adds 0.05 s and costs 0.3 % of a processor. A question that waits
for a press would hold the lane numbers and answers go back to the pads by.
"""
ABSENT_MS = 1000
"""Without a pad nobody waits for a press: an idle desk stays idle."""
PAUSE = "其他"
"""A pad tells no reason; it goes into the record, so it is not translated."""

_FRONTS = ("idle", "serving", "done")
_KIND = DeviceKind.PADS.value


class Pads(QObject):
    """Hears the pads of one desk.

    Signals:
        rated(int): the citizen pressed so many stars at this window's pad.
    """

    rated = Signal(int)

    def __init__(self, desk: Desk, counter: CounterPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counter = counter
        self._asked = False
        self._is_locked = True
        self._address = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        counter.visit.changed.connect(self._on_visit)

    def start(self) -> None:
        """Begin to hear; the clerk is at the desk."""
        self._is_locked = False
        self._timer.start()

    def lock(self) -> None:
        """Go on for the other windows; this one is locked."""
        self._is_locked = True

    def end(self) -> None:
        """Hear nothing any more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask what was pressed."""
        pads = self._pads
        every = ABSENT_MS if pads is None else EVERY_MS
        if self._timer.interval() != every:
            self._timer.setInterval(every)
        if pads is None or self._asked:
            return
        self._asked = True
        self._run(pads.events, self._on_events, self._on_failed)

    @property
    def _pads(self) -> CallPads | None:
        return self._desk.devices.get(_KIND)

    def _on_failed(self, _error: CodedError) -> None:
        self._asked = False

    def _on_events(self, events: tuple[PadEvent, ...]) -> None:
        self._asked = False
        pads = self._pads
        for event in events if pads is not None else ():
            assert pads is not None
            window = pads.windows.get(event.address, "")
            if len(pads.windows) == 1 or window == self._desk.session.window:
                self._here(event)
            elif window:
                self._elsewhere(event, window)

    def _here(self, event: PadEvent) -> None:
        """Do what the clerk's own key does."""
        self._address = event.address
        turns, calls = self._counter.turns, self._counter.calls
        windows = self._desk.operations.windows
        verbs: dict[PadKey, Callable[[], object]] = {
            PadKey.CALL: turns.next,
            PadKey.RECALL: turns.recall,
            PadKey.PASS: turns.no_show,
            PadKey.FINISH: turns.next,
            PadKey.PAUSE: partial(calls.pause, PAUSE),
            PadKey.RESUME: partial(self._desk.do, windows.open_window, owner=self),
            PadKey.TRANSFER: partial(turns.transfer, "", event.number),
            PadKey.HELP: partial(self._help, self._desk.session.window),
        }
        if event.key is PadKey.RATING:
            self.rated.emit(event.stars)
        elif event.key is PadKey.LOGIN:
            mine = not self._is_locked and _same(event.number, self._desk.session.clerk)
            self._tell(event.address, "login-ok" if mine else "login-refused")
        elif self._is_locked:
            return
        elif self._counter.front not in _FRONTS:
            words = self.tr("呼叫器已按，请先回到收件台再按")
            self._desk.notices.note(words)
        elif (verb := verbs.get(event.key)) is not None:
            verb()

    def _elsewhere(self, event: PadEvent, window: str) -> None:
        """Run the queue of a window that has a pad and no desk."""
        pads = self._desk.operations.pads
        at = event.address
        called = partial(self._on_called, at, window)
        verbs: dict[PadKey, tuple[Callable[..., Any], tuple[str, ...], Callable[[Any], object]]] = {
            PadKey.CALL: (pads.call, (), called),
            PadKey.RECALL: (pads.recall, (), called),
            PadKey.PASS: (pads.pass_over, (), partial(self._count, at, window)),
            PadKey.FINISH: (pads.finish, (), partial(self._count, at, window)),
            PadKey.PAUSE: (pads.pause, (), partial(self._count, at, window)),
            PadKey.RESUME: (pads.resume, (), partial(self._count, at, window)),
            PadKey.TRANSFER: (pads.transfer, (event.number,), partial(self._count, at, window)),
            PadKey.LOGIN: (pads.log_in, (event.number,), partial(self._on_login, at, window)),
            PadKey.LOGOUT: (pads.log_out, (), partial(self._count, at, window)),
        }
        if event.key is PadKey.HELP:
            self._help(window)
        elif (found := verbs.get(event.key)) is not None:
            verb, more, done = found
            aloud = partial(self._call_aloud, window, recall=event.key is PadKey.RECALL)
            run = partial(
                self._desk.do,
                verb,
                window,
                *more,
                owner=self,
                done=done,
                failed=partial(self._on_refused, event),
                at_once=aloud if event.key in (PadKey.CALL, PadKey.RECALL) else None,
            )
            syncing = self._desk.syncing
            if event.key is PadKey.CALL and syncing is not None:
                syncing.fetch("", owner=self, done=lambda _: run(), window=window)
            else:
                run()

    def _call_aloud(self, window: str, visit: Visit | None, *, recall: bool) -> None:
        """In the store's lane, let voice and screens say the number."""
        if visit is not None and visit.ticket is not None:
            self._counter.calls.callers.call(visit.ticket, window=window, recall=recall)

    def _on_called(self, address: int, window: str, visit: Visit | None) -> None:
        if visit is not None and visit.ticket is not None:
            self._show(address, visit.ticket)
        self._count(address, window, None)

    def _on_login(self, address: int, window: str, _: object) -> None:
        self._tell(address, "login-ok")
        self._count(address, window, None)

    def _on_refused(self, event: PadEvent, error: CodedError) -> None:
        if event.key is PadKey.LOGIN:
            self._tell(event.address, "login-refused")
        self._desk.notices.show(error)

    def _on_visit(self) -> None:
        """This window's own pad shows the number it called."""
        seen = self._counter.open_visit
        if self._address and seen is not None and seen.ticket is not None:
            self._show(self._address, seen.ticket)
            self._address = 0

    def _help(self, window: str) -> None:
        self._desk.notices.note(self.tr("{n}号窗口的呼叫器请求帮助").format(n=window))

    def _count(self, address: int, window: str, _: object) -> None:
        """Show at a pad how many wait there."""
        count = self._desk.operations.pads.waiting
        self._desk.do(count, window, owner=self, done=partial(self._on_count, address))

    def _on_count(self, address: int, waiting: int) -> None:
        self._tell(address, "waiting", number=waiting)

    def _show(self, address: int, ticket: OpenTicket) -> None:
        if (pads := self._pads) is not None:
            self._run(partial(pads.show, address, ticket.number))

    def _tell(self, address: int, frame: str, **values: int) -> None:
        if (pads := self._pads) is not None:
            self._run(partial(pads.send, address, frame, **values))

    def _run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[CodedError], object] | None = None,
    ) -> None:
        self._desk.jobs.run(
            jobs.device(_KIND), job, owner=self, done=done, failed=failed or self._on_mute
        )

    def _on_mute(self, error: CodedError) -> None:
        """A pad that shows nothing is told by its chip; the queue went on all the same."""
        if not isinstance(error, DeviceError):
            self._desk.notices.show(error)


def _same(typed: str, staff_no: str) -> bool:
    """Tell whether a number typed at a pad is a clerk's: pads leave zeros before it out."""
    return bool(typed.lstrip("0")) and typed.lstrip("0") == staff_no.lstrip("0")
