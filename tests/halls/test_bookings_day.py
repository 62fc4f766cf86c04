"""Bookings in a live hall: two desks and a kiosk, each a program of its own, and a real server.

The kiosk's scanner is a serial one at the far end of a pseudo-terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from fix_desks import Desk, JointHall, Kiosk, joined

from zcdesk import settings, station
from zcdesk.devices.simulators.far_side import FarSide
from zcdesk.devices.simulators.models import GunModel
from zcdesk.devices.simulators.serve import PtyLine, Server
from zcdesk.sync.embedded import Embedded

SOCIAL = "社会民生"


@pytest.fixture
def gun(tmp_path: Path) -> Iterator[Server]:
    server = Server(FarSide(GunModel()), PtyLine(tmp_path / "gun"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield server
    server.stop()
    thread.join()


@pytest.fixture
def kiosk(joint_hall: JointHall, server: Embedded, gun: Server, tmp_path: Path) -> Iterator[Kiosk]:
    data = tmp_path / "kiosk"
    joined(server, joint_hall.name, "9", data)
    own = settings.load(data)
    devices = {"kiosk_gun": f"{gun.line.url}?model=gun", "kiosk_printer": "sim:printer"}
    settings.save(data, replace(own, devices=devices))
    made = Kiosk(data)
    yield made
    made.close()


@pytest.mark.timeout(600)
@pytest.mark.req("R093", "R096", "R128")
def test_a_booking_is_taken_with_the_kiosk_s_scanner_and_called_at_another_window(
    desks: tuple[Desk, Desk], kiosk: Kiosk, gun: Server, server: Embedded
) -> None:
    three, five = desks
    now = station.clock()
    rows = "\n".join(f"YY000{n},{now:%Y-%m-%d},{now:%H:%M},{SOCIAL}" for n in range(1, 5))
    assert three.do("book", text=f"预约码,日期,时段,业务\n{rows}\n")["made"] == 4
    for desk in desks:
        desk.until(lambda seen: len(seen["bookings"]) == 4)
    known = max(desk.until(lambda seen: seen["unsent"] == 0)["position"] for desk in desks)
    kiosk.until(lambda seen: seen["page"] == "kiosk_home" and seen["position"] >= known)
    kiosk.until(lambda seen: seen["scans"])

    def scan(code: str) -> None:
        kiosk.do("leave")
        gun.say(code.encode() + b"\r")

    def refusal(code: str, count: int) -> str:
        scan(code)
        return str(kiosk.until(lambda seen: len(seen["refused"]) == count)["refused"][-1])

    scan("YY0001")
    assert kiosk.until(lambda seen: bool(seen["numbers"]))["numbers"] == ["YA001"]
    for desk in desks:
        desk.until(lambda seen: seen["bookings"]["YY0001"] == ["taken", "YA001"])
    assert five.do("call")["number"] == "YA001"
    three.until(lambda seen: seen["tickets"]["YA001"][:2] == ["called", "5"])
    five.do("leave")
    assert "YA001" in refusal("YY0001", 1)

    # At a window it is one scan: the server gives the number and the visit begins.
    assert three.do("scan", code="YY0002")["number"] == "YA002"
    three.do("leave")

    server.stop("immediate")
    for one in (kiosk, three):
        one.until(lambda seen: not seen["online"])
    # Cut off, kiosk and window each give a number of their own for what is not taken yet.
    scan("YY0003")
    assert kiosk.until(lambda seen: len(seen["numbers"]) == 2)["numbers"][-1] == "LA9001"
    assert "LA9001" in refusal("YY0003", 2)
    assert three.do("scan", code="YY0004")["number"] == "W03-001"
    three.do("leave")
    server.start()

    def is_sent(seen: dict[str, object]) -> bool:
        kiosk.do("round")
        return bool(seen["online"] and seen["unsent"] == 0)

    kiosk.until(is_sent)
    taken = {"YY0003": ["taken", "LA9001"], "YY0004": ["taken", "W03-001"]}
    for desk in desks:
        desk.until(lambda seen: taken.items() <= seen["bookings"].items())
    known = three.until(lambda seen: seen["unsent"] == 0)["position"]
    kiosk.until(lambda seen: seen["position"] >= known)
    assert "W03-001" in refusal("YY0004", 3)
    assert kiosk.do("look")["numbers"] == ["YA001", "LA9001"]
