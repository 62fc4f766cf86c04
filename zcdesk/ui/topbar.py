"""The top bar: where this is, how the window stands, the queue, the devices, who and when.

It gets frozen values and gives wishes as signals. When it is short of room the least important
figures give way in a fixed order; window, state and a device in trouble never do.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipButton, ChipState
from zcdesk.ui.widgets.figure import Figure
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

DEVICE_ORDER = (
    "handover",
    "network",
    "caller",
    "printer",
    "reader",
    "gun",
    "scanner",
    "pads",
    "rater",
    "screen",
)


class WindowState(Enum):
    """How the window stands towards the queue."""

    IDLE = "idle"
    SERVING = "serving"
    PAUSED = "paused"
    CLOSED = "closed"


class DeviceChip(NamedTuple):
    """How one device stands.

    Attributes:
        device: one of `DEVICE_ORDER`.
        word: what is the matter (打印机缺纸), or that all is well (打印机正常).
        tone: OK shows the icon alone, anything else icon and word.
        icon: name of the icon; empty takes the device's own.
    """

    device: str
    word: str
    tone: Tone = Tone.OK
    icon: str = ""


class ShellState(NamedTuple):
    """All the top bar shows; texts come ready for display.

    Attributes:
        at_window: False for who works in an office: no window state, no queue.
    """

    at_window: bool = True
    window_name: str = ""
    category: str = ""
    state: WindowState = WindowState.CLOSED
    waiting: int = 0
    longest_minutes: int = 0
    long_from_minutes: int = 20
    today: int = 0
    devices: tuple[DeviceChip, ...] = ()
    clerk_name: str = ""
    clock_text: str = ""


_STATES = {
    WindowState.IDLE: ("user-check", QT_TRANSLATE_NOOP("shell", "空闲"), Tone.INFO),
    WindowState.SERVING: ("circle-check", QT_TRANSLATE_NOOP("shell", "办理中"), Tone.OK),
    WindowState.PAUSED: ("player-pause", QT_TRANSLATE_NOOP("shell", "暂停"), Tone.WARN),
    WindowState.CLOSED: ("power", QT_TRANSLATE_NOOP("shell", "已关闭"), Tone.NEUTRAL),
}
# A pause needs its reason; the board shows 暂停服务.
PAUSES = (
    ("meal", QT_TRANSLATE_NOOP("shell", "暂停：用餐")),
    ("meeting", QT_TRANSLATE_NOOP("shell", "暂停：会议")),
    ("device", QT_TRANSLATE_NOOP("shell", "暂停：设备故障")),
    ("other", QT_TRANSLATE_NOOP("shell", "暂停：其他")),
)
_ICONS = {
    "handover": ("arrows-exchange", "clock-exclamation"),
    "network": ("cloud-check", "cloud-off"),
    "caller": ("volume", "volume-off"),
    "printer": ("printer", "printer-off"),
    "reader": ("id", "id-off"),
    "gun": ("barcode", "barcode-off"),
    "scanner": ("scan", "scan"),
    "pads": ("keyboard", "plug-connected-x"),
    "rater": ("star", "star-off"),
    "screen": ("device-tv", "device-tv-off"),
}


class TopBar(QFrame):
    """Shows a `ShellState`.

    Signals:
        state_wanted(WindowState, str): the clerk chose a state; the text is the pause's reason.
        device_opened(str): the clerk wants to see to a device.
    """

    state_wanted = Signal(object, str)
    device_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._state = ShellState()
        self._measured: tuple[int, ...] = ()
        self._chips: dict[str, ChipButton] = {}
        self.product = Text(self.tr("综窗台"), "heading", Tone.INFO)
        self.window_label = Text("", "strong", elide=True)
        self.state_chip = ChipButton(self._chip_of(WindowState.CLOSED))
        self.waiting = Figure()
        self.longest = Figure()
        self.today = Figure()
        self.clerk = Text("", "small")
        self.clock = Text("", "small")
        self._devices = QHBoxLayout()
        theme.spaced(self._devices, gap=8)
        self._build()
        self.state_chip.clicked.connect(self.open_menu)

    @property
    def state(self) -> ShellState:
        """What is shown."""
        return self._state

    @property
    def chips(self) -> dict[str, ChipButton]:
        """The device chips by device."""
        return dict(self._chips)

    def show_state(self, state: ShellState) -> None:
        """Show `state`; only what differs is drawn again."""
        if state == self._state:
            return
        old, self._state = self._state, state
        parts = (state.window_name, state.category)
        self.window_label.set_text(" · ".join(part for part in parts if part))
        if state.state is not old.state:
            self.state_chip.set_state(self._chip_of(state.state))
        late = state.longest_minutes >= state.long_from_minutes
        minutes = str(state.longest_minutes)
        self.waiting.show_number(self.tr("等候 {n} 人"), str(state.waiting))
        self.longest.show_number(self.tr("最长 {n} 分"), minutes, Tone.WARN if late else None)
        self.today.show_number(self.tr("今日 {n}"), str(state.today))
        self.clerk.set_text(state.clerk_name)
        self.clock.set_text(state.clock_text)
        if state.devices != old.devices:
            self._show_devices(state.devices)
        self._fit()

    def open_menu(self) -> QMenu:
        """Open the menu of window states and return it."""
        menu = self._menu()
        menu.popup(self.state_chip.mapToGlobal(QPoint(0, self.state_chip.height())))
        return menu

    def event(self, event: QEvent) -> bool:
        """Measure again when a part asks for another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let figures give way, or come back."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            at = theme.look(self)
            self.setFixedHeight(max(at.space(48), at.control + at.space(4)))
            self._fit()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        theme.spaced(row, (16, 0, 16, 0), 16)
        row.addWidget(self.product)
        row.addWidget(self.window_label)
        row.addWidget(self.state_chip)
        row.addStretch(1)
        for widget in (self.waiting, self.longest, self.today):
            row.addWidget(widget)
        row.addLayout(self._devices)
        row.addWidget(self.clerk)
        row.addWidget(self.clock)

    def _chip_of(self, state: WindowState) -> ChipState:
        icon, word, tone = _STATES[state]
        return ChipState(icon, words("shell", word), tone)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._add(menu, self.tr("空闲，可以叫号"), WindowState.IDLE, "")
        for reason, word in PAUSES:
            self._add(menu, words("shell", word), WindowState.PAUSED, reason)
        self._add(menu, self.tr("关闭窗口"), WindowState.CLOSED, "")
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(self, menu: QMenu, word: str, state: WindowState, reason: str) -> None:
        place = len(menu.actions()) + 1
        action = menu.addAction(f"&{place}  {word}")
        action.triggered.connect(lambda: self.state_wanted.emit(state, reason))

    def _show_devices(self, devices: tuple[DeviceChip, ...]) -> None:
        wanted = {chip.device: chip for chip in devices}
        for name in [name for name in self._chips if name not in wanted]:
            gone = self._chips.pop(name)
            self._devices.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, name in enumerate(name for name in DEVICE_ORDER if name in wanted):
            chip = wanted[name]
            well, ill = _ICONS[name]
            icon = chip.icon or (well if chip.tone is Tone.OK else ill)
            state = ChipState(icon, chip.word, chip.tone)
            if name in self._chips:
                self._chips[name].set_state(state, icon_only=chip.tone is Tone.OK)
                continue
            button = ChipButton(state, icon_only=chip.tone is Tone.OK)
            button.clicked.connect(lambda _checked=False, at=name: self.device_opened.emit(at))
            self._devices.insertWidget(place, button)
            self._chips[name] = button

    def _fit(self) -> None:
        """Hide what there is no room for; measured again only when a size changed."""
        layout = self.layout()
        if layout is None:
            return
        queue = {self.today, self.longest, self.waiting, self.state_chip}
        give_way = (self.today, self.product, self.clock, self.longest, self.clerk, self.waiting)
        shown = [*give_way, self.window_label, self.state_chip, *self._chips.values()]
        if not self._state.at_window:
            shown = [widget for widget in shown if widget not in queue]
        sizes = (widget.sizeHint().width() for widget in shown)
        measured = (self.width(), int(self._state.at_window), *sizes)
        if measured == self._measured:
            return
        self._measured = measured
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - layout.spacing()
        for widget in give_way:
            needed = sum(w.sizeHint().width() + layout.spacing() for w in shown)
            if needed > room and widget in shown:
                shown.remove(widget)
            widget.setVisible(widget in shown)
        self.state_chip.setVisible(self._state.at_window)
