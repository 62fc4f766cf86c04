"""What calls numbers: voice, window screen and hall screen, each in a lane of its own.

None holds up another, and the queue waits for none. A device that is busy has at most three calls
waiting; an older call of a ticket gives way to its newer one. A call comes from the store's lane,
right behind its commit: it is never said before, and waits for no window to be painted after.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject

from zcdesk.devices.kinds import CALLERS, Call, Caller, DeviceKind, Replaced
from zcdesk.domain.calling import percent_at
from zcdesk.domain.visit import OpenTicket
from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import CodedError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk

WAITING = 3
"""Calls that wait for one device; older ones stand on the board (ux 2.19)."""

MODES = {
    WindowMode.OPEN: "{n}号窗口 欢迎光临",
    WindowMode.PAUSED: "暂停服务",
    WindowMode.CLOSED: "{n}号窗口 已关闭",
}
"""What the window's own screen shows; Chinese whatever the clerk's screen speaks."""

Outcome = Callable[[], tuple[Replaced, ...]]
_Job = Callable[[], Outcome]
"""Hands something to a device, at once; what it returns waits for what became of it."""


class Callers(QObject):
    """Hands calls to the devices of one desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = Lock()
        self._waiting: dict[str, list[tuple[str, _Job]]] = {}
        self._busy: set[str] = set()
        self._mode: WindowMode | None = None

    def call(self, ticket: OpenTicket, *, window: str = "", recall: bool = False) -> None:
        """Let every device show or speak a number; without any the clerk calls aloud.

        From the store's lane, with a call that is durable.

        Args:
            window: that calls, by default this desk's.
        """
        if ticket.walk_in or not ticket.number:
            return
        call = Call(
            ticket.number,
            window or self._desk.session.window,
            ticket=ticket.id,
            fence=ticket.fence,
            recall=recall,
            percent=percent_at(self._desk.now().time(), self._desk.policy.calling.quiet),
        )
        for kind in CALLERS:
            if kind is DeviceKind.WINDOW_SCREEN and call.window != self._desk.session.window:
                continue
            if (caller := self._desk.devices.get(kind.value)) is not None:
                self._give(kind.value, ticket.id, partial(caller.begin, call))

    def show_window(self, window: Window) -> None:
        """Say on the window's own screen that it opened, pauses or closed."""
        screen: Caller | None = self._desk.devices.get(DeviceKind.WINDOW_SCREEN.value)
        if screen is None or window.mode is self._mode:
            return
        self._mode = window.mode
        text = MODES[window.mode].format(n=window.number)
        self._give(DeviceKind.WINDOW_SCREEN.value, "", lambda: partial(screen.say, text))

    def _give(self, kind: str, ticket: str, job: _Job) -> None:
        """Put a job at the end of a device's line; its older call of the same ticket goes."""
        with self._turn:
            line = [one for one in self._waiting.get(kind, []) if not ticket or one[0] != ticket]
            self._waiting[kind] = [*line, (ticket, job)][-WAITING:]
        self._go_on(kind)

    def _go_on(self, kind: str) -> None:
        with self._turn:
            line = self._waiting.get(kind)
            if kind in self._busy or not line:
                return
            self._busy.add(kind)
            _, job = line.pop(0)
        self._desk.jobs.run(
            jobs.device(kind),
            job(),
            owner=self,
            done=partial(self._on_done, kind),
            failed=partial(self._on_failed, kind),
        )

    def _on_done(self, kind: str, replaced: tuple[Replaced, ...]) -> None:
        self._busy.discard(kind)
        if replaced:
            name = self._desk.devices[kind].name
            chars = "、".join(f"{one.char}→{one.by}" for one in replaced)
            words = self.tr("{device} 不认识这些字，已代替：{chars}，请口头说明")
            self._desk.notices.note(words.format(device=name, chars=chars))
        self._go_on(kind)

    def _on_failed(self, kind: str, error: CodedError) -> None:
        self._busy.discard(kind)
        self._desk.notices.show(error)
        self._go_on(kind)
