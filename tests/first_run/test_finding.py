"""Devices found by asking: who answers gets the place, who does not is told."""

from __future__ import annotations

import pytest

from zcdesk.devices.kinds import PortFound
from zcdesk.first_run import finding

PORTS = (
    PortFound("COM1", "serial:COM1"),
    PortFound("COM2", "serial:COM2", "syn6288", "语音", 9600),
    PortFound("COM3", "serial:COM3", "syn6288", "语音", 9600),
    PortFound("COM4", "serial:COM4", "sam-v", "读卡器", 115200),
)


@pytest.fixture(autouse=True)
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zcdesk.devices.equipment.Equipment.search", lambda self: PORTS)
    monkeypatch.setattr("zcdesk.devices.queues.default", lambda: "ipp://localhost/printers/laser")


def test_who_answers_gets_the_place_and_no_port_is_given_twice() -> None:
    found = finding.found(
        {
            "voice": "find",
            "caller": "find",
            "reader": "find",
            "rater": "find",
            "printer": "find",
            "second_printer": "find",
            "scanner": "folder:/scans",
        }
    )
    assert found.urls == {
        "voice": "serial:COM2?model=syn6288&baud=9600",
        "caller": "serial:COM3?model=syn6288&baud=9600",
        "reader": "serial:COM4?model=sam-v&baud=115200",
        "printer": "ipp://localhost/printers/laser",
        "scanner": "folder:/scans",
    }
    assert found.missing == ("rater", "second_printer")
    assert finding.problems(found.urls) == []


def test_without_a_wish_no_port_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def search(self: object) -> tuple[PortFound, ...]:
        raise AssertionError("a port was asked")

    monkeypatch.setattr("zcdesk.devices.equipment.Equipment.search", search)
    assert finding.found({"printer": "find"}).missing == ()
    assert finding.found({}).urls == {}
