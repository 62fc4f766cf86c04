"""Hears when the system's own session is locked, so that the desk is locked with it (ux 2.0.2).

GNOME and its kin, KDE and Deepin say so on the session bus. Where there is no bus nobody says it,
and the idle time locks as ever. Windows is not asked.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_ON_ACTIVE: Any = SLOT("on_active(bool)")  # a str at run time; the stubs want bytes
INTERFACES = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SessionLock(QObject):
    """Listens on the session bus.

    Signals:
        locked(): the system locked its screen.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32" or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.sessionBus()
        for name in INTERFACES:
            bus.connect("", "", name, "ActiveChanged", self, _ON_ACTIVE)

    @Slot(bool)
    def on_active(self, is_active: bool) -> None:
        """The screen saver came or went; only its coming is of interest."""
        if is_active:
            self.locked.emit()
