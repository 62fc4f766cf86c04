"""Desks and kiosks of one hall, each a process of its own, and the server they share."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from fix_hall import ANSWERS, SECRET
from fix_postgres import FAST, HallServer, account, folder, free_port
from fix_sync_proxy import Proxy

from zcdesk import cli, station
from zcdesk.operations.setup import WindowAnswer
from zcdesk.sync import admin, login
from zcdesk.sync.adopt import adopt
from zcdesk.sync.embedded import Embedded

BOTH = msgspec.structs.replace(
    ANSWERS, windows=(WindowAnswer(number="3"), WindowAnswer(number="5"))
)
PATIENCE = 240.0
"""Seconds; only a hall that stands still waits so long. After a cut desks try ever more rarely."""
CHILDREN = Path(__file__).parent / "halls"
LASTING = tuple(one for one in FAST if one != "synchronous_commit=off")
"""Of a server that is cut off in the midst of it: what it answered for is not lost."""


class Running:
    """A program of this hall in a process of its own, that does and tells what it is asked."""

    child = ""

    def __init__(self, data: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(CHILDREN / self.child), str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def do(self, order: str, **how: Any) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": order, **how}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, (order, answer)
        return answer

    def until(self, seen: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Look until something is shown; the last look if it never is."""
        end = time.monotonic() + PATIENCE
        while not seen(found := self.do("look")):
            assert time.monotonic() < end, found
        return found

    def kill(self) -> None:
        """End it as `kill -9` does; nothing of it is tidied up."""
        self._process.kill()
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            stream.close()

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.stdout.close()


class JointHall(NamedTuple):
    """A hall's name and the folders of its windows 3 and 5."""

    name: str
    three: Path
    five: Path


class Desk(Running):
    """A desk somebody has logged in at."""

    child = "desk_child.py"

    def __init__(self, data: Path, staff_no: str) -> None:
        super().__init__(data)
        assert self.do("log_in", staff_no=staff_no, secret=SECRET)["ok"]


class Kiosk(Running):
    """A kiosk on a PC of its own."""

    child = "kiosk_child.py"


@pytest.fixture
def server() -> Iterator[Embedded]:
    home = folder()
    made = Embedded(home, free_port(), account=account(), settings=LASTING)
    made.start()
    yield made
    made.stop("immediate")
    shutil.rmtree(home, ignore_errors=True)


def joined(
    server: Embedded,
    hall: str,
    window: str,
    data: Path,
    clerk: str = "",
    line: Proxy | None = None,
) -> None:
    """Let a station join the hall, as its command does.

    Args:
        clerk: may work there. line: between the station and the server, where that is to break.
    """
    file = data.with_suffix(".json")
    made = admin.add_station(server.url, hall, window, role=f"w{window}")
    login.save(file, msgspec.structs.replace(made, url=line.url(made.url)) if line else made)
    if clerk:
        admin.set_stations(server.url, hall, clerk, [f"w{window}"])
    assert cli.main(["sync", "join", "--login", str(file), "--data", str(data)]) == 0


@pytest.fixture
def joint_hall(server: Embedded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> JointHall:
    """One window moved its hall to the server, the other joined it."""
    one, two = tmp_path / "one", tmp_path / "two"
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    first = station.create(one, BOTH)
    adopt(first.store, server.url, role="w3", now=station.clock)
    HallServer(server.url).wait_for_locks()
    first.store.close()
    joined(server, first.store.hall, "5", two, "0313")
    return JointHall(first.store.hall, one, two)


@pytest.fixture
def desks(joint_hall: JointHall) -> Iterator[tuple[Desk, Desk]]:
    """The desks of windows 3 and 5."""
    made: list[Desk] = []
    try:
        made = [Desk(joint_hall.three, "0312"), Desk(joint_hall.five, "0313")]
        yield made[0], made[1]
    finally:
        for desk in made:
            desk.close()
