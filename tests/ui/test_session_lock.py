"""The desk is locked with the system's session, as a real bus says it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from zcdesk.ui.session_lock import INTERFACES, SessionLock

LISTENER = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection
from zcdesk.ui.session_lock import SessionLock
app = QCoreApplication([])
lock = SessionLock()
lock.locked.connect(lambda: (print("locked", flush=True), app.quit()))
QTimer.singleShot(90000, app.quit)
# What is sent first is answered first: once this came back, the bus knows what to pass on.
assert QDBusConnection.sessionBus().interface().isServiceRegistered("org.freedesktop.DBus").value()
print("ready", flush=True)
app.exec()
"""

ON_A_BUS = """
import subprocess, sys
one = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE)
assert one.stdout.readline() == b"ready\\n"
for active in ("false", "true"):
    path = "/" + sys.argv[2].replace(".", "/")
    words = ["gdbus", "emit", "--session", "--object-path", path, "--signal"]
    subprocess.run([*words, sys.argv[2] + ".ActiveChanged", active], check=True)
print(one.communicate()[0].decode())
"""


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gdbus") is None,
    reason="no session bus to be had here",
)
@pytest.mark.parametrize("interface", INTERFACES)
def test_a_locked_session_is_heard_on_the_bus(interface: str) -> None:
    words = ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS, LISTENER, interface]
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.split() == ["locked"]


def test_only_its_coming_counts(qapp) -> None:
    heard: list[int] = []
    lock = SessionLock()
    lock.locked.connect(lambda: heard.append(1))
    lock.on_active(False)
    assert heard == []
    lock.on_active(True)
    assert heard == [1]
