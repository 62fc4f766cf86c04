"""A hall's day with every device on a real line: what they were sent is what the acts say."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from zcdesk.demo import device_stage
from zcdesk.devices.kinds import DeviceKind


@pytest.fixture
def station(tmp_path, monkeypatch):
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return tmp_path


@pytest.mark.timeout(600)
@pytest.mark.req("R093", "R095", "R040")
def test_the_devices_of_a_day_match_its_acts_one_to_one(station, qapp: QApplication):
    played = device_stage.play(station / "data")
    uneven = [str(tally) for tally in played.tallies if not tally.is_even]
    assert uneven == []
    calls = {tally.device: len(tally.wanted) for tally in played.tallies}
    # Twelve visits and three more at the desk, three calls at the pad, five recalls.
    assert calls["hall screen"] == 23
    assert calls["voice"] == calls["hall screen"] - 1, "one was called with the voice unplugged"
    assert (calls["cards"], calls["ratings"]) == (12, 9)
    # Twelve visits, three more at the desk, two at the window without one.
    assert calls["kiosk"] == calls["slips"] == 17
    assert played.lag < 10.0, "voice and screen in step, whatever else this PC does"
    if os.name == "posix":
        assert played.urls[DeviceKind.VOICE.value].startswith("serial:")
