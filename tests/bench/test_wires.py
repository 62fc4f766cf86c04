"""What a call is measured with: far ends in another process, parsers, a bus in its own time."""

from __future__ import annotations

import os
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from zcdesk.bench import wires
from zcdesk.bench.far import FarEnds
from zcdesk.devices.kinds import DeviceKind
from zcdesk.devices.wire import open_wire


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
def test_far_ends_hear_by_the_clock_of_this_process(tmp_path: Path) -> None:
    far = FarEnds(tmp_path)
    try:
        with closing(open_wire(far.urls[DeviceKind.GUN].partition("?")[0])) as wire:
            before = time.monotonic()
            wire.write(b"x")
            heard, over = far.heard[DeviceKind.GUN], threading.Event()
            while not heard and time.monotonic() < before + 60:
                over.wait(0.005)
            after = time.monotonic()
    finally:
        far.close()
    ((at, data),) = heard
    assert data == b"x"
    assert before < at < after


def test_parsing_and_a_bus_are_measured_beside_something_plain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wires, "PADS", 4)
    monkeypatch.setattr(wires, "SIZE", 20_000)
    parsing, bus = wires.lines(time.perf_counter)
    for one in (parsing, bus):
        assert one.value
        assert one.reference
        assert one.met is not None
    assert bus.ratio
