"""Asks the devices of a desk how they stand and what came: cards, codes, a device lost or back.

Each is asked in its own lane; one that hangs is not asked again until it answers. The clerk hears
of a change once; a device that comes back by itself is said in the status line (ux 2.17).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.devices.kinds import CALLERS, DeviceKind, DeviceState, Status
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError, DeviceError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import DeviceChip
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

CARD_MS, CODE_MS, STATE_MS = 250, 100, 1000
PRINTERS_EVERY = 5
"""A printer is asked over its line, every so many looks; other devices' states cost nothing."""

_PRINTERS = (DeviceKind.PRINTER.value, DeviceKind.SECOND_PRINTER.value)
_CALLERS = tuple(kind.value for kind in CALLERS)
_EVENTS = 20

NAMES = {
    DeviceKind.CALLER.value: QT_TRANSLATE_NOOP("watch", "叫号器"),
    DeviceKind.VOICE.value: QT_TRANSLATE_NOOP("watch", "语音"),
    DeviceKind.WINDOW_SCREEN.value: QT_TRANSLATE_NOOP("watch", "窗口屏"),
    DeviceKind.HALL_SCREEN.value: QT_TRANSLATE_NOOP("watch", "大厅屏"),
    DeviceKind.PRINTER.value: QT_TRANSLATE_NOOP("watch", "打印机"),
    DeviceKind.SECOND_PRINTER.value: QT_TRANSLATE_NOOP("watch", "备用打印机"),
    DeviceKind.READER.value: QT_TRANSLATE_NOOP("watch", "读卡器"),
    DeviceKind.GUN.value: QT_TRANSLATE_NOOP("watch", "扫码枪"),
    DeviceKind.SCANNER.value: QT_TRANSLATE_NOOP("watch", "高拍仪"),
    DeviceKind.PADS.value: QT_TRANSLATE_NOOP("watch", "呼叫器"),
    DeviceKind.RATER.value: QT_TRANSLATE_NOOP("watch", "评价器"),
}
_TROUBLE = {
    "PRT-01": QT_TRANSLATE_NOOP("watch", "缺纸"),
    "PRT-02": QT_TRANSLATE_NOOP("watch", "纸将尽"),
    "PRT-03": QT_TRANSLATE_NOOP("watch", "盖未合上"),
    "PRT-04": QT_TRANSLATE_NOOP("watch", "没有回应"),
    "PRT-11": QT_TRANSLATE_NOOP("watch", "打印服务没有运行"),
    "PRT-12": QT_TRANSLATE_NOOP("watch", "队列已暂停"),
    "PRT-13": QT_TRANSLATE_NOOP("watch", "卡纸"),
    "DEV-02": QT_TRANSLATE_NOOP("watch", "端口被占用"),
    "DEV-05": QT_TRANSLATE_NOOP("watch", "地址不认识"),
    "DEV-06": QT_TRANSLATE_NOOP("watch", "没有回应"),
    "DEV-08": QT_TRANSLATE_NOOP("watch", "端口被占用"),
    "DEV-09": QT_TRANSLATE_NOOP("watch", "没有找到"),
    "DEV-21": QT_TRANSLATE_NOOP("watch", "端口重复"),
    "DEV-15": QT_TRANSLATE_NOOP("watch", "无权使用端口"),
    "IDC-27": QT_TRANSLATE_NOOP("watch", "未授权"),
}
STATES = {
    DeviceState.OK: (Tone.OK, QT_TRANSLATE_NOOP("watch", "正常")),
    DeviceState.WARN: (Tone.WARN, QT_TRANSLATE_NOOP("watch", "请留意")),
    DeviceState.FAULT: (Tone.DANGER, QT_TRANSLATE_NOOP("watch", "断开")),
    DeviceState.NONE: (Tone.NEUTRAL, QT_TRANSLATE_NOOP("watch", "未配置")),
    DeviceState.UNKNOWN: (Tone.WARN, QT_TRANSLATE_NOOP("watch", "未知")),
}
_WORST = (DeviceState.FAULT, DeviceState.WARN, DeviceState.UNKNOWN, DeviceState.OK)


class Happening(NamedTuple):
    """A device changed: when, and in words."""

    at: datetime
    words: str


class DeviceWatch(QObject):
    """Polls the devices of one desk.

    Attributes:
        status: by kind, as last told; events: the last changes, the newest first.

    Signals:
        chips_changed(tuple[DeviceChip]): what the top bar shows of devices.
        looked(): all were asked once more; `status` is what they last said.
    """

    chips_changed = Signal(object)
    looked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[str] = set()
        self._looks = 0
        self._is_hearing = True
        self.status: dict[str, Status] = {}
        self.events: deque[Happening] = deque(maxlen=_EVENTS)
        self._cards = _timer(self, CARD_MS, self.look_at_reader)
        self._codes = _timer(self, CODE_MS, self.look_at_gun)
        self._states = _timer(self, STATE_MS, self.look)
        desk.fitted.connect(self.forget)

    def start(self) -> None:
        """Begin to ask."""
        for timer in (self._cards, self._codes, self._states):
            timer.start()
        self._looks = 0
        self._is_hearing = True
        self.look()

    def stop(self) -> None:
        """A locked desk reads no card and takes no code; states are still asked for."""
        self._cards.stop()
        self._codes.stop()
        self._is_hearing = False  # what was asked before may be answered behind the lock

    def end(self) -> None:
        """Ask nothing any more."""
        for timer in (self._cards, self._codes, self._states):
            timer.stop()

    def look_at_reader(self) -> None:
        """Ask the reader for a card."""
        reader = self._desk.devices.get(DeviceKind.READER.value)
        if reader is not None:
            self._ask(DeviceKind.READER.value, "card", reader.read, self._on_card)

    def look_at_gun(self) -> None:
        """Ask the scanner for codes."""
        gun = self._desk.devices.get(DeviceKind.GUN.value)
        every = STATE_MS if gun is None else CODE_MS
        if self._codes.interval() != every:
            self._codes.setInterval(every)
        if gun is not None:
            self._ask(DeviceKind.GUN.value, "codes", gun.codes, self._on_codes)

    def look(self) -> None:
        """Ask every device how it stands."""
        for kind, device in self._desk.devices.items():
            slow = kind in _PRINTERS and self._looks % PRINTERS_EVERY
            if kind in NAMES and not slow:
                self._ask(kind, "status", device.status, partial(self._on_status, kind))
        self._looks += 1
        self.looked.emit()

    def kind_of(self, chip: str) -> str:
        """Return the device a chip stands for: of what calls, the worst."""
        if chip != DeviceKind.CALLER.value:
            return chip
        callers = [kind for kind in _CALLERS if kind in self.status]
        return min(callers, key=lambda kind: _rank(self.status[kind]), default=chip)

    def forget(self, kind: str) -> None:
        """A device was taken away or replaced: what it said before is not true any more."""
        self.status.pop(kind, None)
        self.chips_changed.emit(self._chips())

    def _ask(
        self, kind: str, what: str, function: Callable[[], Any], done: Callable[[Any], object]
    ) -> None:
        key = f"{kind}/{what}"
        if key in self._asked:
            return
        self._asked.add(key)

        def answered(result: Any) -> None:
            self._asked.discard(key)
            done(result)

        def failed(error: CodedError) -> None:
            self._asked.discard(key)
            # A reader that is gone stands on its chip; each look would say it anew.
            if not isinstance(error, DeviceError) or error.code == "IDC-01":
                self._desk.notices.show(error)

        self._desk.jobs.run(jobs.device(kind), function, owner=self, done=answered, failed=failed)

    def _on_card(self, person: Person | None) -> None:
        if person is not None and self._is_hearing:
            self._desk.card_read.emit(person)

    def _on_codes(self, codes: tuple[str, ...]) -> None:
        for code in codes if self._is_hearing else ():
            self._desk.scanned.emit(code)

    def _on_status(self, kind: str, status: Status) -> None:
        before = self.status.get(kind)
        if before == status or kind not in self._desk.devices:
            return
        self.status[kind] = status
        self._tell(kind, before, status)
        self.chips_changed.emit(self._chips())

    def _tell(self, kind: str, before: Status | None, now: Status) -> None:
        """Keep the change as an event; say a loss and a return in the status line."""
        said = device_words(kind, now)
        is_news = before is not None and before.state is not DeviceState.UNKNOWN
        if is_news or now.state is DeviceState.FAULT:
            self.events.appendleft(Happening(self._desk.now(), said))
        if before is None or kind in _PRINTERS:
            return
        if now.state is DeviceState.FAULT and before.works:
            again = self.tr("{device}，其他照常，接好后自动恢复").format(device=said)
            self._desk.notices.note(again, Tone.WARN)
        elif before.state is DeviceState.FAULT and now.works:
            self._desk.notices.settle(before.code)
            back = self.tr("{device}已恢复").format(device=words("watch", NAMES[kind]))
            self._desk.notices.note(back, Tone.OK)

    def _chips(self) -> tuple[DeviceChip, ...]:
        """One chip a kind; what calls numbers shares one, which shows the worst of them."""
        others = [kind for kind in self.status if kind not in _CALLERS]
        chips = [_chip(kind, kind, self.status[kind]) for kind in others]
        worst = self.kind_of(DeviceKind.CALLER.value)
        if worst in self.status:
            chips.append(_chip(DeviceKind.CALLER.value, worst, self.status[worst]))
        return tuple(chips)


def device_words(kind: str, status: Status) -> str:
    """Say a device and how it stands: 打印机缺纸."""
    both = words("watch", QT_TRANSLATE_NOOP("watch", "{device}{state}"))
    return both.format(device=words("watch", NAMES.get(kind, kind)), state=state_words(status))


def state_words(status: Status) -> str:
    """Say how a device stands: 缺纸."""
    return words("watch", _TROUBLE.get(status.code, STATES[status.state][1]))


def _rank(status: Status) -> int:
    return _WORST.index(status.state) if status.state in _WORST else len(_WORST)


def _chip(place: str, kind: str, status: Status) -> DeviceChip:
    tone = STATES[status.state][0]
    if status.state is DeviceState.UNKNOWN and not status.code:
        tone = Tone.NEUTRAL  # a device that cannot be asked is no trouble
    return DeviceChip(place, device_words(kind, status), tone)


def _timer(parent: QObject, interval: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
