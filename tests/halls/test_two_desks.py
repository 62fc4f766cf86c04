"""Two running desks and one server: each shows the other's work while the server comes and goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_desks import Desk

from zcdesk.sync.embedded import Embedded

SOCIAL = "社会民生"


@pytest.mark.timeout(600)
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
    five.until(lambda seen: seen["tickets"]["A001"][:2] == ["called", "3"])
    five.until(lambda seen: seen["chip"] == "联机")
    shot(three, "online")

    # Each window holds a ticket for when it is cut off; they are not the same.
    three.until(lambda seen: seen["held"] == 1 and seen["online"])
    server.stop("immediate")
    three.until(lambda seen: not seen["online"])
    three.do("leave")
    offline = three.do("call")["number"]
    assert offline in {"A002", "A003", "A004"}
    three.until(lambda seen: "离线" in seen["chip"] and seen["unsent"] > 0)
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

    five.until(lambda seen: seen["online"])
    left = {"A002", "A003", "A004"} - {offline}
    assert {five.do("call")["number"]} <= left
    five.do("leave")
    assert {five.do("call")["number"]} <= left
    ends = [desk.until(lambda seen: seen["unsent"] == 0) for desk in desks]
    assert ends
    # What was told last may be of a round before the last call: both come to the same all the same.
    for what in ("tickets", "position"):
        three.until(lambda seen, what=what: seen[what] == five.do("look")[what])
