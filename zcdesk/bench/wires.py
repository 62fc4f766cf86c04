"""Devices: from the key to the wire, the window's pulse, parsers, and a bus full of pads."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from zcdesk.bench import process
from zcdesk.bench.figure import WORST, Clock, Figure, Limit, NotMeasurable, Runs, alternate, figure
from zcdesk.bench.plan import Plan
from zcdesk.devices import bx_frames as bx
from zcdesk.devices import sam_frames as sam
from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bus import Bus
from zcdesk.devices.bx_frames import BxFrames
from zcdesk.devices.frame_profile import Profile, build, patient
from zcdesk.devices.frame_reader import FrameReader
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.sam_frames import SamFrames
from zcdesk.devices.simulators.far_side import FarSide, Said, Says
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.serve import PtyLine, Server
from zcdesk.devices.voice_frames import VoiceFrames
from zcdesk.devices.wire import Wire, open_wire

MS = 1000.0
PADS, BAUD, BITS = 32, 9600, 10
SIZE, CHUNK = 100_000, 64

CALL, PULSE, PARSE, ROUND = "F2 to wire p99", "pulse, devices hang", "parsing 100 kB", "32 pads"
CALL_LIMIT, PULSE_LIMIT = Limit("value", 50), Limit("value", 100)
PARSE_LIMIT, ROUND_LIMIT = Limit("value", 434), Limit("ratio", 1.2)
"""Parsing: a twentieth of the time 100 kB take on a line at 115200 baud."""

CALL_HOW = "F2 to the first byte at the window's screen, store busy; beside one byte written there"
PULSE_HOW = "longest gap between beats of the window, every device hanging; beside devices well"
PARSE_HOW = "the slowest parser over frames and noise in small reads; beside a loop over the bytes"
ROUND_HOW = "one round over 32 pads at 9600 baud; beside the same questions put by hand"

DESK: tuple[tuple[str, str, Limit | None], ...] = (
    (CALL, "ms", CALL_LIMIT),
    (PULSE, "ms", PULSE_LIMIT),
)
LINES: tuple[tuple[str, str, Limit | None], ...] = (
    (PARSE, "ms", PARSE_LIMIT),
    (ROUND, "s", ROUND_LIMIT),
)
KEYS_A_CALL = 3
CALL_PATIENCE_S = 180.0
PATIENCE = 20.0
"""Factor on the answer of a pad that is played in this process: never silent, at worst late."""


def lines(clock: Clock) -> tuple[Figure, ...]:
    """Measure parsers, and one PC with a bus full of pads."""
    return (_parsers(clock), _round())


def desk(plan: Plan) -> tuple[Figure, ...]:
    """Measure calls from the key to the wire, and the window's pulse."""
    calls = str(plan.keys // KEYS_A_CALL)
    seen = process.watch("called", calls, patience=CALL_PATIENCE_S)
    called = Runs(tuple(seen["values"]), tuple(seen["references"]))
    pulse = Runs((max(seen["hanging"]),), (max(seen["well"]),))
    return (
        figure(CALL, called, how=CALL_HOW, percent=WORST, unit="ms", scale=MS, limit=CALL_LIMIT),
        figure(PULSE, pulse, how=PULSE_HOW, unit="ms", scale=MS, limit=PULSE_LIMIT),
    )


def _parsers(clock: Clock) -> Figure:
    """Time each parser over the same mix of its frames and noise; the slowest counts."""
    pad = shipped()["pad-ff68"]
    parsers: tuple[tuple[Callable[[], Any], bytes], ...] = (
        (SamFrames, sam.answer_frame(sam.DONE, bytes(1286))),
        (BxFrames, bx.frame(bx.command(bx.PING))),
        (lambda: VoiceFrames(vf.SYN6288), vf.frame(vf.SYN6288, vf.SPEAK, 1, b"A" * 40)),
        (lambda: FrameReader(pad.receive), _poll(pad, 3)),
    )
    times = [_parse(make(), _mixed(one), clock) for make, one in parsers]
    plain = _mixed(b"\xfd")

    def loop() -> float:
        start = clock()
        for _ in plain:
            pass
        return clock() - start

    runs = Runs((max(times),), (loop(),))
    return figure(PARSE, runs, how=PARSE_HOW, unit="ms", scale=MS, limit=PARSE_LIMIT)


def _mixed(one: bytes) -> bytes:
    chance = Random(20261124)  # noqa: S311 - noise, not secrets
    found = bytearray()
    while len(found) < SIZE:
        found += one + chance.randbytes(chance.randint(0, 8))
    return bytes(found[:SIZE])


def _parse(parser: Any, data: bytes, clock: Clock) -> float:
    start = clock()
    for at in range(0, len(data), CHUNK):
        parser.feed(data[at : at + CHUNK])
    return clock() - start


class _Timed(ProfileModel):
    """Pads whose answers come when a line of that speed would have carried both ways."""

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        says = super().hear(data, now, busy=busy)
        return tuple(Said((len(data) + len(s.frame)) * BITS / BAUD, s.frame) for s in says)


def _round() -> Figure:
    """Ask 32 pads in turn, by the bus and by hand, on the same line; what comes late counts so."""
    pad = patient(shipped()["pad-ff68"], PATIENCE)
    addresses = tuple(range(1, PADS + 1))
    with tempfile.TemporaryDirectory(prefix="zcdesk-bus-") as folder:
        try:
            line = PtyLine(Path(folder) / "bus")
            server = Server(FarSide(_Timed(pad, addresses)), line)
        except (ImportError, OSError) as error:
            raise NotMeasurable("no pseudo-terminals here") from error
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        try:
            with closing(open_wire(line.url)) as wire:
                bus = Bus(wire, [(pad, address) for address in addresses])
                _by_bus(bus)
                runs = alternate(lambda: _by_bus(bus), lambda: _by_hand(wire, pad), 3)
        finally:
            server.stop()
            thread.join(5)
    if bus.silent():
        raise NotMeasurable("a pad was not heard")
    return figure(ROUND, runs, how=ROUND_HOW, unit="s", limit=ROUND_LIMIT)


def _by_bus(bus: Bus) -> float:
    """Let the bus put as many questions as there are pads; waiting for a pad's turn is its own."""
    spent = 0.0
    for _ in range(PADS):
        start = time.perf_counter()
        pause = bus.turn()
        spent += time.perf_counter() - start
        time.sleep(pause)
    return spent


def _by_hand(wire: Wire, pad: Profile) -> float:
    """Put the same questions with nothing around them: write, read the answer, keep the gap."""
    start = time.perf_counter()
    for address in range(1, PADS + 1):
        time.sleep(pad.timing.gap_ms / 1000)
        wire.write(_poll(pad, address))
        answer = b""
        while len(answer) < 8:
            answer += wire.read(0.5)
    return time.perf_counter() - start


def _poll(pad: Profile, address: int) -> bytes:
    frame = pad.frame("poll")
    assert frame is not None
    return build(pad, frame, {"addr": address}).data
