"""Two running desks and one server: each shows the other's work while the server comes and goes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fix_hall import ANSWERS, SECRET
from fix_postgres import FAST, account, folder, free_port

from zcdesk import cli, station
from zcdesk.operations.setup import WindowAnswer
from zcdesk.sync import admin
from zcdesk.sync.adopt import adopt
from zcdesk.sync.embedded import Embedded

SOCIAL = "社会民生"
BOTH = msgspec.structs.replace(
    ANSWERS, windows=(WindowAnswer(number="3"), WindowAnswer(number="5"))
)
PATIENCE = 60.0
CHILD = Path(__file__).with_name("desk_child.py")


class Desk:
    """A desk in a process of its own."""

    def __init__(self, data: Path, staff_no: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD), str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert self.do("log_in", staff_no=staff_no, secret=SECRET)["ok"]

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

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        try:
            self._process.wait(10)
        finally:
            self._process.kill()
            self._process.stdout.close()


@pytest.fixture
def server() -> Iterator[Embedded]:
    home = folder()
    made = Embedded(home, free_port(), account=account(), settings=FAST)
    made.start()
    yield made
    made.stop("immediate")
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def desks(
    server: Embedded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Desk, Desk]]:
    """The desks of windows 3 and 5: one moved its hall to the server, one joined it."""
    one, two = tmp_path / "one", tmp_path / "two"
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    first = station.create(one, BOTH)
    adopt(first.store, server.url, role="w3", now=station.clock)
    first.store.close()
    login = tmp_path / "w5.json"
    from zcdesk.sync import login as logins

    logins.save(login, admin.add_station(server.url, first.store.hall, "5", role="w5"))
    admin.set_stations(server.url, first.store.hall, "0313", ["w5"])
    assert cli.main(["sync", "join", "--login", str(login), "--data", str(two)]) == 0
    made: list[Desk] = []
    try:
        made = [Desk(one, "0312"), Desk(two, "0313")]
        yield made[0], made[1]
    finally:
        for desk in made:
            desk.close()


@pytest.mark.req("R128", "R130", "R157", "UX-37")
def test_two_desks_show_each_others_work_while_the_server_comes_and_goes(
    desks: tuple[Desk, Desk], server: Embedded, tmp_path: Path
) -> None:
    three, five = desks

    def shot(desk: Desk, name: str) -> None:
        assert desk.do("shot", file=str(tmp_path / f"{name}.png"))["ok"]

    numbers = [three.do("take", category=SOCIAL)["number"] for _ in range(4)]
    assert numbers == ["A001", "A002", "A003", "A004"]
    five.until(lambda seen: seen["waiting"] == 4 and seen["shown_waiting"] == 4)

    called = three.do("call")["number"]
    assert called == "A001"
    seen = five.until(lambda seen: seen["tickets"]["A001"][:2] == ["called", "3"])
    assert seen["chip"] == "联机"
    shot(three, "online")

    # Each window holds a ticket for when it is cut off; they are not the same.
    held = three.until(lambda seen: seen["held"] == 1)
    assert held["online"]
    server.stop("immediate")
    three.until(lambda seen: not seen["online"])
    three.do("leave")
    offline = three.do("call")["number"]
    assert offline in {"A002", "A003", "A004"}
    seen = three.until(lambda seen: "离线" in seen["chip"] and seen["unsent"] > 0)
    shot(three, "offline")
    three.do("leave")
    # Nothing is held any more: the window gives its own number, and the record says so.
    assert three.do("call")["number"] == ""
    assert three.do("walk_in")["number"] == "W03-001"
    assert three.do("look")["tickets"]["W03-001"][2] == "cut_off"

    server.start()
    seen = five.until(lambda seen: "W03-001" in seen["tickets"])
    assert seen["tickets"][offline][:2] == ["closed", "3"]
    three.until(lambda seen: seen["online"] and seen["unsent"] == 0 and seen["chip"] == "联机")
    shot(three, "back")
    shot(five, "other")

    left = {"A002", "A003", "A004"} - {offline}
    assert {five.do("call")["number"]} <= left
    five.do("leave")
    assert {five.do("call")["number"]} <= left
    ends = [desk.until(lambda seen: seen["unsent"] == 0) for desk in desks]
    assert ends
    # What was told last may be of a round before the last call: both come to the same all the same.
    three.until(lambda seen: seen["tickets"] == five.do("look")["tickets"])
    assert three.do("look")["position"] == five.do("look")["position"]
