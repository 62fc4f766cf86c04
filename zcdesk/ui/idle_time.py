"""Seconds since anybody touched this PC, from whoever knows: the system first, else this program.

Windows tells by itself. On Linux the desktop is asked over the session bus (GNOME and its kin by
Mutter's monitor, KDE and Deepin by the freedesktop screen saver), else the X server by its screen
saver extension. Scanning or typing in another program is no absence then. Where nobody answers,
only this program's own input counts, which locks too early rather than too late.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

Clock = Callable[[], float]
Idle = Callable[[], float | None]
"""Seconds without input, or None while the one asked does not know."""


class InputClock(QObject):
    """Seconds since the last key, click or wheel reached this PC."""

    _INPUT = frozenset(
        (
            QEvent.Type.KeyPress,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.Wheel,
            QEvent.Type.TouchBegin,
            QEvent.Type.InputMethod,
        )
    )

    def __init__(
        self,
        clock: Clock = time.monotonic,
        parent: QObject | None = None,
        system: Idle | None = None,
    ) -> None:
        """Build.

        Args:
            system: who knows of all programs' input; None = whoever does on this PC.
        """
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._system = system or system_idle(clock, self)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def __call__(self) -> float:
        """Return the seconds without input."""
        own = self._clock() - self._last
        system = self._system() if self._system is not None else None
        return own if system is None else min(own, system)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the time of an input."""
        if event.type() in self._INPUT:
            self._last = self._clock()
        return False


def system_idle(clock: Clock, parent: QObject) -> Idle | None:
    """Return who knows of all programs' input on this PC, None where nobody does."""
    if sys.platform == "win32":
        return _windows_idle()
    if QApplication.platformName() == "offscreen":
        return None  # no desktop belongs to it
    asked = [BusIdle(clock, parent)] if os.environ.get("DBUS_SESSION_BUS_ADDRESS") else []
    x11 = X11Idle.open(os.environ.get("DISPLAY", ""))

    def seconds() -> float | None:
        for bus in asked:
            if (known := bus()) is not None:
                return known
        return x11.seconds() if x11 is not None else None

    return seconds


class _Service(NamedTuple):
    """A desktop's answer: where it is asked, and how many of its units make a second."""

    name: str
    path: str
    interface: str
    method: str
    per_second: float


SERVICES = (
    _Service(
        "org.gnome.Mutter.IdleMonitor",
        "/org/gnome/Mutter/IdleMonitor/Core",
        "org.gnome.Mutter.IdleMonitor",
        "GetIdletime",
        1000,
    ),
    _Service(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "GetSessionIdleTime",
        1,
    ),
)


_TOO_BUSY = tuple(f"org.freedesktop.DBus.Error.{e}" for e in ("NoReply", "Timeout", "TimedOut"))
"""Somebody is there by this name and will answer later; so it is while a slow PC starts up."""


class BusIdle(QObject):
    """Asks the desktop over the session bus, never waiting for it.

    Each call gives what the last answer makes of now and asks anew; a desktop that does not answer
    any more is not believed after `STALE_S`.
    """

    STALE_S = 15.0

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._service = 0
        self._touched: float | None = None
        self._answered = 0.0
        self._waiting: Any = None

    def __call__(self) -> float | None:
        """Return the seconds without input as far as is known."""
        self._ask()
        if self._touched is None or self._clock() - self._answered > self.STALE_S:
            return None
        return max(0.0, self._clock() - self._touched)

    def _ask(self) -> None:
        if self._waiting is not None or self._service >= len(SERVICES):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        one = SERVICES[self._service]
        message = QDBusMessage.createMethodCall(one.name, one.path, one.interface, one.method)
        message.setAutoStartService(False)
        call = QDBusConnection.sessionBus().asyncCall(message, 2000)
        self._waiting = QDBusPendingCallWatcher(call, self)
        self._waiting.finished.connect(self._on_answer)

    def _on_answer(self, watcher: Any) -> None:
        reply, one = watcher.reply(), SERVICES[self._service]
        self._waiting = None
        watcher.deleteLater()
        values = reply.arguments()
        if reply.type() == type(reply).MessageType.ReplyMessage and values:
            self._answered = self._clock()
            self._touched = self._answered - float(values[0]) / one.per_second
        elif self._touched is None and reply.errorName() not in _TOO_BUSY:
            self._service += 1  # nobody there by this name: ask the next one


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = [
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    ]


class X11Idle:
    """Asks the X server; one round trip over a local socket, as every paint is."""

    def __init__(self, x11: Any, xss: Any, display: int) -> None:
        self._x11, self._xss, self._display = x11, xss, display
        xss.XScreenSaverAllocInfo.restype = ctypes.POINTER(_ScreenSaverInfo)
        self._info = xss.XScreenSaverAllocInfo()

    @classmethod
    def open(cls, display: str) -> X11Idle | None:
        """Connect to the X server; None without one, or without its extension."""
        if not display:
            return None
        with suppress(OSError, AttributeError):
            # by their names: looking for them would start a program while the desk opens
            x11, xss = (ctypes.CDLL(name) for name in ("libX11.so.6", "libXss.so.1"))
            x11.XOpenDisplay.restype = ctypes.c_void_p
            opened = x11.XOpenDisplay(display.encode())
            number = ctypes.c_int()
            if opened and xss.XScreenSaverQueryExtension(
                ctypes.c_void_p(opened), ctypes.byref(number), ctypes.byref(number)
            ):
                return cls(x11, xss, opened)
        return None

    def seconds(self) -> float | None:
        """Return the seconds without input at this screen."""
        display = ctypes.c_void_p(self._display)
        root = self._x11.XDefaultRootWindow
        root.restype = ctypes.c_ulong
        window = ctypes.c_ulong(root(display))
        if not self._xss.XScreenSaverQueryInfo(display, window, self._info):
            return None
        return float(self._info.contents.idle) / 1000


def _windows_idle() -> Idle:
    class LastInput(ctypes.Structure):
        _fields_ = [("size", ctypes.c_uint), ("at", ctypes.c_uint)]

    windows = getattr(ctypes, "windll")  # noqa: B009 - absent on other systems' stubs

    def seconds() -> float:
        last = LastInput(ctypes.sizeof(LastInput), 0)
        windows.user32.GetLastInputInfo(ctypes.byref(last))
        ticks = int(windows.kernel32.GetTickCount())
        since = int(last.at)
        return ((ticks - since) & 0xFFFFFFFF) / 1000

    return seconds
