"""What the top bar shows of itself: devices, the queue, the window, the time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.domain.hall import Clerk
from zcdesk.domain.window import WindowMode
from zcdesk.ui.desk import Desk
from zcdesk.ui.device_watch import DeviceWatch
from zcdesk.ui.labels import scope_word
from zcdesk.ui.modules import works_at_window
from zcdesk.ui.topbar import DeviceChip, ShellState, WindowState

CLOCK_MS = 1000


class Watch(QObject):
    """Watches devices, queue and clock for one desk.

    Attributes:
        devices: asks the devices.

    Signals:
        state_changed(ShellState): what the top bar shows changed.
    """

    state_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._network: tuple[DeviceChip, ...] = ()
        self._pressing: tuple[DeviceChip, ...] = ()
        self._chips: tuple[DeviceChip, ...] = ()
        self._shown = ShellState()
        self._serving = False
        self.devices = DeviceWatch(desk, self)
        self.devices.chips_changed.connect(self._on_chips)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self.tick)
        desk.changed.connect(self._on_changed)

    def start(self, clerk: Clerk) -> None:
        """Begin to watch for the clerk who logged in."""
        self._shown = self._shown._replace(
            clerk_name=clerk.name, at_window=works_at_window(clerk.roles)
        )
        self._clock.start()
        self.devices.start()
        self.look_at_queue()

    def stop(self) -> None:
        """Stop asking for what the clerk's work brings; a locked desk reads no card."""
        self.devices.stop()

    def resume(self) -> None:
        """Ask for cards again."""
        self.devices.start()

    def end(self) -> None:
        """Ask nothing any more."""
        self._clock.stop()
        self.devices.end()

    def set_serving(self, serving: bool) -> None:
        """Show whether somebody sits at the window."""
        self._serving = serving
        self.look_at_queue()

    def show_network(self, chip: DeviceChip) -> None:
        """Show how the hall's server stands."""
        self._network = (chip,)
        self._show_chips()

    def show_pressing(self, chip: DeviceChip | None) -> None:
        """Show what of the window's own work is near its limit, or that nothing is."""
        self._pressing = (chip,) if chip is not None else ()
        self._show_chips()

    def place_of(self, clerk: Clerk) -> str:
        """Say where somebody works: at this window, or for which departments."""
        if works_at_window(clerk.roles):
            return self.tr("{n}号窗口").format(n=self._desk.session.window)
        return "、".join(clerk.departments) or clerk.name

    def look_at_queue(self) -> None:
        """Read queue and window again."""
        operations = self._desk.operations
        self._desk.look(operations.tickets.view, owner=self, done=self._on_queue)
        self._desk.look(operations.windows.window_of, owner=self, done=self._on_window)

    def tick(self) -> None:
        """Move the clock of the top bar; what it asks each minute tells the desk of a new day."""
        text = f"{self._desk.now():%H:%M}"
        if text != self._shown.clock_text:
            self._show(clock_text=text)
            self.look_at_queue()

    def _on_chips(self, chips: tuple[DeviceChip, ...]) -> None:
        self._chips = chips
        self._show_chips()

    def _show_chips(self) -> None:
        self._show(devices=self._pressing + self._network + self._chips)

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
        at_window = works_at_window(self._desk.clerk.roles)
        self._show(
            window_name=self.place_of(self._desk.clerk),
            category=scope_word(window) if at_window else "",
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
