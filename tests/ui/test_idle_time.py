"""The idle time comes from the desktop where one answers: a real bus and a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusMessage

from zcdesk.ui import idle_time
from zcdesk.ui.idle_time import BusIdle, InputClock

needs = pytest.mark.skipif

SERVICE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject
name, path, idle = sys.argv[1], sys.argv[2], int(sys.argv[3])
class Monitor(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        answer = message.createReply()
        answer.setArguments([idle])
        return connection.send(answer)
app = QCoreApplication([])
bus, monitor = QDBusConnection.sessionBus(), Monitor()
assert bus.registerVirtualObject(path, monitor)
assert bus.registerService(name)
print("ready", flush=True)
app.exec()
"""

ASKER = """
from PySide6.QtCore import QCoreApplication, QTimer
from zcdesk.ui.idle_time import SERVICES, BusIdle
app = QCoreApplication([])
bus = BusIdle(lambda: 1000.0, app)  # an answer grows no older, however late it is looked at
def look():
    known = bus()
    if known is not None or bus._service == len(SERVICES):
        print("none" if known is None else round(known), flush=True)
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
"""


def on_a_bus(*services: tuple[str, str, int]) -> str:
    """Run a session bus with these services and ask as the desk does; return what it learnt."""
    script = textwrap.dedent(
        """
        import subprocess, sys
        services = eval(sys.argv[1])
        running = []
        for name, path, idle in services:
            words = [sys.executable, "-c", sys.argv[2], name, path, str(idle)]
            one = subprocess.Popen(words, stdout=subprocess.PIPE)
            assert one.stdout.readline() == b"ready\\n"
            running.append(one)
        asked = subprocess.run([sys.executable, "-c", sys.argv[3]], stdout=subprocess.PIPE)
        print(asked.stdout.decode())
        for one in running:
            one.kill()
        """
    )
    words = ["dbus-run-session", "--", sys.executable, "-c", script, repr(services), SERVICE, ASKER]
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=True)
    return done.stdout.strip()


@needs(shutil.which("dbus-run-session") is None, reason="no session bus to be had here")
def test_gnome_tells_milliseconds_and_kde_seconds() -> None:
    gnome, kde = idle_time.SERVICES
    assert on_a_bus((gnome.name, gnome.path, 42000)) == "42"
    assert on_a_bus((kde.name, kde.path, 57)) == "57"


@needs(shutil.which("dbus-run-session") is None, reason="no session bus to be had here")
def test_a_desktop_that_tells_nothing_is_not_waited_for() -> None:
    assert on_a_bus() == "none"


@needs(shutil.which("Xvfb") is None, reason="no X server to be had here")
def test_the_x_server_tells_without_a_desktop(tmp_path: Path) -> None:
    before = time.monotonic()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        asked = idle_time.X11Idle.open(display)
        if asked is None:
            pytest.skip("no library of the screen saver extension here")
        first = asked.seconds()
        assert first is not None
        assert 0 <= first < time.monotonic() - before + 1, "no longer than there is a screen"
        assert idle_time.X11Idle.open("") is None
        assert idle_time.X11Idle.open(":98765") is None
    finally:
        server.kill()
        server.communicate()


def test_what_the_system_knows_goes_with_own_input(qapp, hand) -> None:
    said: list[float | None] = [500.0]
    clock = InputClock(hand, system=lambda: said[0])
    hand.move(100)
    assert clock() == 100  # own input was later than the system tells: asked before it noticed
    hand.move(800)
    assert clock() == 500  # somebody types in another program
    said[0] = None
    assert clock() == 900
    qapp.removeEventFilter(clock)


class Answered:
    """A question to a desktop that came to this error, or to an answer in milliseconds."""

    def __init__(self, error: str = "", idle: int = 0) -> None:
        asked = QDBusMessage.createMethodCall("a.b", "/a", "a.b", "GetIdletime")
        self._reply = asked.createErrorReply(error, "") if error else asked.createReply()
        self._reply.setArguments([] if error else [idle])

    def reply(self) -> QDBusMessage:
        return self._reply

    def deleteLater(self) -> None:
        pass


def test_a_desktop_too_busy_to_answer_is_asked_again_and_a_stranger_is_not(
    qapp, hand, monkeypatch
) -> None:
    bus = BusIdle(hand, qapp)
    monkeypatch.setattr(bus, "_ask", lambda: None)
    bus._on_answer(Answered("org.freedesktop.DBus.Error.NoReply"))
    bus._on_answer(Answered(idle=42000))
    assert bus() == 42
    bus = BusIdle(hand, qapp)
    monkeypatch.setattr(bus, "_ask", lambda: None)
    bus._on_answer(Answered("org.freedesktop.DBus.Error.ServiceUnknown"))
    bus._on_answer(Answered(idle=57))
    assert bus() == 57, "the next one, who tells seconds"


def test_an_answer_grows_old_and_is_not_believed_for_ever(qapp, hand, monkeypatch) -> None:
    bus = BusIdle(hand, qapp)
    monkeypatch.setattr(bus, "_ask", lambda: None)
    assert bus() is None
    bus._answered, bus._touched = hand(), hand() - 40
    hand.move(5)
    assert bus() == 45
    hand.move(BusIdle.STALE_S)
    assert bus() is None


def test_a_screen_nobody_sits_at_has_no_desktop(qapp, hand) -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert idle_time.system_idle(hand, qapp) is None
