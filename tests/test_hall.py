"""`zcdesk board` asks the desk that runs, over a real socket, in two real processes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from fix_hall import ANSWERS
from PySide6.QtNetwork import QLocalServer

from zcdesk import station
from zcdesk.app import App
from zcdesk.hall import OwnHall
from zcdesk.ui import intercom
from zcdesk.ui.intercom import Intercom

ROOT = Path(__file__).parent.parent


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return tmp_path / "data"


@pytest.fixture
def command(data):
    """Run `zcdesk board` in a process of its own."""
    running = []

    def begin(name: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "zcdesk", name, "--data", str(data)]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            words, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=60)
        process.kill()


@pytest.fixture
def desk(data, qtbot):
    """A desk of a one-PC hall with its store open; nobody has logged in."""
    station.create(data, ANSWERS).store.close()
    app = App(data)
    qtbot.addWidget(app.frame)
    app.show()
    qtbot.waitUntil(lambda: app._intercom is not None)
    yield app
    app.close()


def test_a_command_opens_the_board_of_the_running_desk(desk, command, qtbot) -> None:
    process = command("board")
    qtbot.waitUntil(lambda: process.poll() is not None)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (0, "", "")
    board = desk.hall_windows.window("board")
    assert board is not None
    qtbot.waitUntil(lambda: board.shown is not None)
    assert board.shown.hall == ANSWERS.hall.name
    assert board.isFullScreen()
    desk.hall_windows.open("board")  # asked again it comes to the front, not twice
    assert desk.hall_windows.window("board") is board
    board.close()
    qtbot.waitUntil(lambda: desk.hall_windows.window("board") is None)


def test_without_a_running_desk_the_command_says_what_to_do(data, command) -> None:
    station.create(data, ANSWERS).store.close()
    process = command("board")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "请先启动再打开" in err
    assert "ZC-WIN-02" in err
    assert out == ""
    station.open_session(data).store.close()  # and the store is left free


def test_a_desk_that_does_not_know_the_window_says_so(data, command, qtbot) -> None:
    server = Intercom(data, frozenset({"board"}))
    asked: list[str] = []
    server.asked.connect(asked.append)
    assert server.listen()
    process = command("kiosk")
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert "ZC-WIN-04" in process.communicate()[1]
    assert (process.returncode, asked) == (1, [])
    server.close()


def test_words_of_nobody_open_nothing(data, qtbot) -> None:
    server = Intercom(data, frozenset({"board"}))
    asked: list[str] = []
    server.asked.connect(asked.append)
    assert server.listen()
    for words in (b"board\n", b"zcdesk/1\n", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 4096, b""):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(server._server.fullServerName())
            with suppress(OSError):
                line.sendall(words)
            qtbot.wait_until(lambda: True)
        qtbot.waitUntil(lambda: not server._server.hasPendingConnections())
    assert asked == []
    server.close()


def test_a_name_left_by_a_killed_desk_is_taken_over(data, qapp) -> None:
    left = QLocalServer()
    assert left.listen(intercom.name_of(data))
    path = left.fullServerName()
    os.rename(path, f"{path}.kept")  # as a kill leaves it: a socket nobody listens at
    left.close()
    os.rename(f"{path}.kept", path)
    server = Intercom(data, frozenset())
    assert server.listen()
    server.close()


def test_a_key_of_the_whole_system_reaches_the_running_desk(desk, command, qtbot) -> None:
    words = []
    desk._intercom.asked.connect(words.append)
    process = command("call-next")
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.returncode == 0, process.communicate()
    assert words == [intercom.NEXT]
    assert desk.hall_windows.window(intercom.NEXT) is None


def test_without_a_desk_the_key_says_so(data, command) -> None:
    out, err = command("call-next").communicate(timeout=60)
    assert "WIN-05" in out + err


def test_a_station_of_its_own_opens_the_window_here(data, qtbot) -> None:
    station.create(data, ANSWERS).store.close()
    own = OwnHall(data, "kiosk")
    own.start()
    qtbot.waitUntil(lambda: own.windows is not None)
    kiosk = own.windows.window("kiosk")
    qtbot.waitUntil(lambda: kiosk.head.hall == ANSWERS.hall.name)
    qtbot.waitUntil(lambda: bool(kiosk.guide.shown))
    kiosk.speak.click()
    english = own.windows.window("kiosk")
    assert (english is not kiosk, english.language) == (True, "en_US")
    qtbot.waitUntil(lambda: english.head.hall == ANSWERS.hall.name)
    assert own.windows.window("kiosk") is english, "the old one took only itself away"
    english.close()
    own.close()
    station.open_session(data).store.close()  # and lets go of the store
