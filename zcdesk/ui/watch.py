"""What comes to the desk by itself: cards on the reader, devices failing, time and queue passing.

Each device is asked in its own lane; one that hangs is not asked again until it answers, and the
clerk hears of a change once.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.devices.kinds import DeviceKind, DeviceState, Status
from zcdesk.domain.hall import WindowMode
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError, DeviceError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import DeviceChip, ShellState, WindowState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

CARD_MS = 250
DEVICE_MS = 5000
CLOCK_MS = 1000

_NAMES = {
    DeviceKind.CALLER.value: QT_TRANSLATE_NOOP("watch", "叫号器"),
    DeviceKind.PRINTER.value: QT_TRANSLATE_NOOP("watch", "打印机"),
    DeviceKind.READER.value: QT_TRANSLATE_NOOP("watch", "读卡器"),
    DeviceKind.GUN.value: QT_TRANSLATE_NOOP("watch", "扫码枪"),
    DeviceKind.SCANNER.value: QT_TRANSLATE_NOOP("watch", "高拍仪"),
}
_TROUBLE = {
    "PRT-01": QT_TRANSLATE_NOOP("watch", "缺纸"),
    "PRT-02": QT_TRANSLATE_NOOP("watch", "纸将尽"),
    "PRT-03": QT_TRANSLATE_NOOP("watch", "盖未合上"),
    "PRT-04": QT_TRANSLATE_NOOP("watch", "没有回应"),
}
_STATES = {
    DeviceState.OK: (Tone.OK, QT_TRANSLATE_NOOP("watch", "正常")),
    DeviceState.WARN: (Tone.WARN, QT_TRANSLATE_NOOP("watch", "请留意")),
    DeviceState.FAULT: (Tone.DANGER, QT_TRANSLATE_NOOP("watch", "断开")),
    DeviceState.NONE: (Tone.NEUTRAL, QT_TRANSLATE_NOOP("watch", "未配置")),
    DeviceState.UNKNOWN: (Tone.WARN, QT_TRANSLATE_NOOP("watch", "未知")),
}


class Watch(QObject):
    """Polls devices and the queue for one desk.

    Signals:
        state_changed(ShellState): what the top bar shows changed.
    """

    state_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[str] = set()
        self._status: dict[str, Status] = {}
        self._shown = ShellState()
        self._serving = False
        self._cards = _timer(self, CARD_MS, self.look_at_reader)
        self._devices = _timer(self, DEVICE_MS, self.look_at_devices)
        self._clock = _timer(self, CLOCK_MS, self.tick)
        desk.changed.connect(self._on_changed)

    def start(self, clerk_name: str) -> None:
        """Begin to watch for the clerk who logged in."""
        self._shown = self._shown._replace(clerk_name=clerk_name)
        for timer in (self._cards, self._devices, self._clock):
            timer.start()
        self.look_at_devices()
        self.look_at_queue()

    def stop(self) -> None:
        """Stop asking; a locked desk reads no card."""
        self._cards.stop()

    def resume(self) -> None:
        """Ask for cards again."""
        self._cards.start()

    def end(self) -> None:
        """Ask nothing any more."""
        for timer in (self._cards, self._devices, self._clock):
            timer.stop()

    def set_serving(self, serving: bool) -> None:
        """Show whether somebody sits at the window."""
        self._serving = serving
        self.look_at_queue()

    def look_at_reader(self) -> None:
        """Ask the reader for a card."""
        reader = self._desk.devices.get(DeviceKind.READER.value)
        if reader is not None:
            self._ask(DeviceKind.READER.value, "card", reader.read, self._on_card)

    def look_at_devices(self) -> None:
        """Ask every device how it stands."""
        for kind, device in self._desk.devices.items():
            if kind in _NAMES:
                self._ask(kind, "status", device.status, partial(self._on_status, kind))

    def look_at_queue(self) -> None:
        """Read queue and window again."""
        operations = self._desk.operations
        self._desk.do(operations.tickets.view, owner=self, done=self._on_queue)
        self._desk.do(operations.windows.window_of, owner=self, done=self._on_window)

    def tick(self) -> None:
        """Move the clock of the top bar."""
        text = f"{self._desk.now():%H:%M}"
        if text != self._shown.clock_text:
            self._show(clock_text=text)
            self.look_at_queue()

    def _ask(self, kind: str, what: str, function: Any, done: Any) -> None:
        key = f"{kind}/{what}"
        if key in self._asked:
            return
        self._asked.add(key)

        def answered(result: object) -> None:
            self._asked.discard(key)
            done(result)

        def failed(error: CodedError) -> None:
            self._asked.discard(key)
            if not isinstance(error, DeviceError) or error.code not in ("IDC-02",):
                self._desk.notices.show(error)

        self._desk.jobs.run(jobs.device(kind), function, owner=self, done=answered, failed=failed)

    def _on_card(self, person: Person | None) -> None:
        if person is not None:
            self._desk.card_read.emit(person)

    def _on_status(self, kind: str, status: Status) -> None:
        if self._status.get(kind) == status:
            return
        self._status[kind] = status
        self._show(devices=tuple(_chip(k, s) for k, s in self._status.items()))

    def _on_queue(self, view: Any) -> None:
        self._show(
            waiting=view.total,
            longest_minutes=view.longest_minutes,
            today=view.received_today,
            clock_text=f"{self._desk.now():%H:%M}",
        )

    def _on_window(self, window: Any) -> None:
        state = WindowState.SERVING if self._serving else WindowState.IDLE
        if window.mode is WindowMode.PAUSED:
            state = WindowState.PAUSED
        elif window.mode is WindowMode.CLOSED:
            state = WindowState.CLOSED
        self._show(
            window_name=self.tr("{n}号窗口").format(n=window.number),
            category=window.scope_text,
            state=state,
        )

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & {"ticket", "case", "window", "draft"}:
            self.look_at_queue()

    def _show(self, **changes: Any) -> None:
        state = self._shown._replace(**changes)
        if state != self._shown:
            self._shown = state
            self.state_changed.emit(state)


def _chip(kind: str, status: Status) -> DeviceChip:
    tone, plain = _STATES[status.state]
    trouble = _TROUBLE.get(status.code, plain)
    return DeviceChip(kind, words("watch", _NAMES[kind]) + words("watch", trouble), tone)


def _timer(parent: QObject, interval: int, slot: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
