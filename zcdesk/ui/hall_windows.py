"""Kiosk and board of a one-PC hall: windows of the running desk, opened when a command asks.

Each has a desk of its own without a clerk over the same lanes, so the store keeps its one thread;
what one of them changes, the others hear of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from zcdesk.devices.kinds import DeviceKind
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.desk import Desk
from zcdesk.ui.input.gate import KeyGate
from zcdesk.ui.jobs import JobsLike
from zcdesk.ui.notices import Notices
from zcdesk.ui.printing import Printing
from zcdesk.ui.theme import Theme
from zcdesk.ui.theme.system import for_citizens
from zcdesk.ui.wall import WallScreen

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.settings import Settings
    from zcdesk.ui.syncing import Syncing

BOARD, KIOSK, LEADERS = "board", "kiosk", "leaders"
KNOWN = frozenset({BOARD, KIOSK, LEADERS})

_USUAL = {BOARD: Theme.DARK, KIOSK: Theme.LIGHT, LEADERS: Theme.LIGHT}
"""Looks of each where the station sets none."""

_KIOSKS = {
    "kiosk_printer": DeviceKind.PRINTER.value,
    "kiosk_reader": DeviceKind.READER.value,
    "kiosk_gun": DeviceKind.GUN.value,
    "kiosk_voice": DeviceKind.VOICE.value,
}
"""Devices of the settings that stand at the kiosk, and what they are there."""


class OwnLanes:
    """The desk's lanes, with device lanes apart: a dead kiosk printer holds nobody up."""

    def __init__(self, jobs: JobsLike, name: str) -> None:
        self._jobs, self._name = jobs, name

    def run(self, lane: str, function: Callable[[], Any], **how: Any) -> None:
        """Run `function` in `lane`."""
        kind, colon, device = lane.partition(":")
        own = f"{kind}:{self._name}-{device}" if colon else lane
        self._jobs.run(own, function, **how)


class HallWindows(QObject):
    """Opens, shows and closes them.

    Attributes:
        syncing: the rounds with the hall's server, where there is one.

    Signals:
        changed(frozenset): what a kiosk touched.
        told(str): words for whoever works at the desk: paper is out, somebody wants help.
    """

    changed = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        jobs: JobsLike,
        devices: dict[str, Any],
        parent: QObject,
        looks: str = "",
    ) -> None:
        """Build.

        Args:
            devices: the desk's, by name; those whose name begins with `kiosk_` are the kiosk's
                own; without a printer of its own its slips come out of the desk's.
            looks: see `settings.Settings.screens`.
        """
        super().__init__(parent)
        self._session = session.as_clerk("")
        self._jobs = jobs
        self._devices = devices
        self._open: dict[str, QWidget] = {}
        self._desks: dict[str, Desk] = {}
        self._hearing = False
        self._language = ""
        self._looks = looks
        self.syncing: Syncing | None = None

    def window(self, name: str) -> QWidget | None:
        """Return an open window."""
        return self._open.get(name)

    @property
    def is_open(self) -> bool:
        """Whether any of them is shown."""
        return bool(self._open)

    def open(self, name: str) -> None:
        """Bring the window of that name to the front; a name not in `KNOWN` is no window."""
        if name not in KNOWN:
            return
        window = self._open.get(name)
        if window is None:
            window = self._open[name] = self._build(name)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            desk = self._desks[name]
            window.destroyed.connect(lambda: self._forget(name, desk))
            self._dress(name, window)
            _place(window, name)
            window.showFullScreen()
        window.raise_()
        window.activateWindow()

    def dress(self, settings: Settings) -> None:
        """Give every window the looks that are set now."""
        self._looks = settings.screens
        for name, window in self._open.items():
            self._dress(name, window)

    def hear(self, topics: frozenset[str]) -> None:
        """Tell every window what was changed; what they say meanwhile is an echo."""
        if self._hearing:
            return
        self._hearing = True
        for desk in self._desks.values():
            desk.changed.emit(topics)
        self._hearing = False

    def close(self) -> None:
        """Close all of them."""
        for window in list(self._open.values()):
            window.close()

    def _dress(self, name: str, window: QWidget) -> None:
        chosen = for_citizens(self._looks, _USUAL[name])
        theme.apply(window, chosen, window.text_scale if isinstance(window, WallScreen) else 1.0)

    def _build(self, name: str) -> QWidget:
        desk = self._desk(name)
        if name == BOARD:
            from zcdesk.ui.board.window import BoardWindow

            board = BoardWindow(desk)
            board.start()
            return board
        if name == LEADERS:
            from zcdesk.ui.duty.leaders import LeadersWindow

            leaders = LeadersWindow(desk)
            leaders.start()
            return leaders
        from zcdesk.ui.kiosk.window import KioskWindow

        kiosk = KioskWindow(desk, self._language)
        kiosk.told.connect(self.told)
        kiosk.language_wanted.connect(self._speak)
        gate = KeyGate(parent=kiosk, of=kiosk)
        gate.scanned.connect(kiosk.on_scan)
        kiosk.start()
        desk.changed.connect(self._on_kiosk_changed)
        return kiosk

    def _desk(self, name: str) -> Desk:
        own = {kind: self._devices[key] for key, kind in _KIOSKS.items() if key in self._devices}
        jobs: JobsLike = OwnLanes(self._jobs, name) if own else self._jobs
        printer = self._devices.get(DeviceKind.PRINTER.value)
        if DeviceKind.PRINTER.value not in own and printer is not None:
            own[DeviceKind.PRINTER.value] = printer
        desk = Desk(
            session=self._session,
            jobs=jobs,
            notices=Notices(parent=self),
            keys=Keys(self),
            devices=own if name == KIOSK else {},
            parent=self,
        )
        desk.syncing = self.syncing
        desk.printing = Printing(desk)
        self._desks[name] = desk
        return desk

    def _on_kiosk_changed(self, topics: frozenset[str]) -> None:
        if not self._hearing:
            self.hear(topics)
            self.changed.emit(topics)

    def _speak(self, language: str) -> None:
        """Put a kiosk of another language in the place of the one that is open."""
        old = self._open.pop(KIOSK, None)
        self._language = language
        self.open(KIOSK)
        if old is not None:
            old.close()

    def _forget(self, name: str, desk: Desk) -> None:
        """Let go of a window's desk; another window of its name may be open already."""
        if self._desks.get(name) is desk:
            self._open.pop(name, None)
            self._desks.pop(name)
        if isValid(desk):  # gone already where all of them go with the program
            desk.deleteLater()


def _place(window: QWidget, name: str) -> None:
    """Put it on another screen than the desk's, where there is one: the last for a board."""
    screens = QGuiApplication.screens()
    others = screens[1:]
    if others:
        screen = others[0] if name == KIOSK else others[-1]
        window.setGeometry(screen.geometry())
