"""Call pads on a bus: polled, silent ones backed off, bouncing keys counted once."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from zcdesk.devices.bus import Bus
from zcdesk.devices.frame_profile import Profile, patient
from zcdesk.devices.kinds import READY, DeviceState, PadEvent, PadKey
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.screens import ProfileScreen
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.wire import open_wire

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

POLLED, SPEAKING = shipped()["pad-ff68"], shipped()["pad-six-byte"]


def in_memory(profile: Profile, count: int, *fits: Fit) -> tuple[Bus, ProfileModel, SimulatedWire]:
    model = ProfileModel(profile, range(1, count + 1))
    wire = SimulatedWire(FarSide(model, *fits, seed=4))
    pads = [(profile, address) for address in range(1, count + 1)]
    return Bus(wire, pads, clock=wire.now), model, wire


def turn(bus: Bus, wire: SimulatedWire, seconds: float) -> tuple[PadEvent, ...]:
    """Turn the bus for some of the line's own seconds."""
    end, found = wire.now() + seconds, []
    while wire.now() < end:
        wire.pass_time(bus.turn() or 0.001)
        found += bus.events()
    return tuple(found)


@pytest.mark.parametrize("tcp", [False, True])
def test_keys_of_polled_pads_over_a_real_line(serve: Serve, tcp: bool) -> None:
    model = ProfileModel(POLLED, (1, 2, 3))
    place = serve(model, tcp=tcp)
    polled = patient(POLLED, place.patience)
    with closing(Bus(open_wire(place.url), [(polled, a) for a in (1, 2, 3)])) as bus:
        model.press(1, PadKey.CALL)
        model.press(3, PadKey.LOGIN, 312)
        model.press(3, PadKey.RATING, 2)
        found, end = [], time.monotonic() + 60
        while len(found) < 3 and time.monotonic() < end:
            bus.turn()
            found += bus.events()
        bus.send(2, "ticket", number=12)
        while not model.heard and time.monotonic() < end:
            bus.turn()
    assert sorted(found, key=lambda e: (e.address, e.key)) == [
        PadEvent(address=1, key=PadKey.CALL),
        PadEvent(address=3, key=PadKey.LOGIN, number="312"),
        PadEvent(address=3, key=PadKey.RATING, number="2", stars=4),
    ]
    assert (model.heard[0].address, model.heard[0].values["number"]) == (2, 12)


def test_keys_of_pads_that_speak_by_themselves(serve: Serve) -> None:
    model = ProfileModel(SPEAKING, (3, 4))
    place = serve(model)
    with closing(Bus(open_wire(place.url), [(SPEAKING, 3), (SPEAKING, 4)])) as bus:
        bus.turn()
        for address, key in ((3, PadKey.CALL), (4, PadKey.LOGIN), (3, PadKey.RECALL)):
            place.server.say(model.press(address, key))
        found, end = [], time.monotonic() + 60
        while len(found) < 3 and time.monotonic() < end:
            bus.turn()
            found += bus.events()
    assert [(e.address, e.key) for e in found] == [
        (3, PadKey.CALL),
        (4, PadKey.LOGIN),
        (3, PadKey.RECALL),
    ]


def test_a_key_that_bounces_is_one_press() -> None:
    bus, model, wire = in_memory(SPEAKING, 2)
    for _ in range(3):
        wire.far.say(model.press(1, PadKey.CALL), wire.now())
    assert len(turn(bus, wire, 1)) == 1
    wire.far.say(model.press(1, PadKey.CALL), wire.now())
    wire.far.say(model.press(2, PadKey.CALL), wire.now())
    assert [event.address for event in turn(bus, wire, 1)] == [1, 2]


def test_a_pad_that_is_not_ours_calls_nobody() -> None:
    bus, _, wire = in_memory(SPEAKING, 2)
    wire.far.say(bytes.fromhex("01 09 00 73 73 FF"), wire.now())
    assert turn(bus, wire, 1) == ()


def test_silent_pads_cost_the_others_little() -> None:
    bus, model, wire = in_memory(POLLED, 8)
    model.silent = {2, 3, 4, 5, 6, 7}
    turn(bus, wire, 60)
    assert bus.status().state is DeviceState.WARN
    assert bus.silent() == (2, 3, 4, 5, 6, 7)
    before = len(wire.far.heard)
    start = wire.now()
    turn(bus, wire, 30)
    asked = [wire.far.heard[before:][i + 5] for i in range(0, len(wire.far.heard) - before, 9)]
    seconds = wire.now() - start
    # The living are asked in their period, the silent once in ten seconds.
    for living in (1, 8):
        assert asked.count(living) >= seconds / 0.3 * 0.8
    for silent in model.silent:
        assert 2 <= asked.count(silent) <= 4
    model.silent.clear()
    turn(bus, wire, 12)
    assert bus.status() == READY


def test_a_dead_bus_is_a_fault() -> None:
    bus, _, wire = in_memory(POLLED, 2, Fit(fault=Fault.SILENT))
    turn(bus, wire, 3)
    assert bus.status().code == "DEV-06"


@pytest.mark.parametrize(
    "fault", [Fault.NOISE, Fault.SPLIT, Fault.DOUBLED, Fault.WRONG_CHECK, Fault.GARBAGE, Fault.TORN]
)
def test_a_dirty_bus_makes_no_event_of_its_own(fault: Fault) -> None:
    bus, model, wire = in_memory(POLLED, 3, Fit(fault=fault))
    model.press(2, PadKey.CALL)
    found = turn(bus, wire, 5)
    heard = fault in (Fault.NOISE, Fault.SPLIT, Fault.DOUBLED)
    assert found == ((PadEvent(address=2, key=PadKey.CALL),) if heard else ())


def test_thirty_two_pads_are_asked_within_the_bus_s_own_time() -> None:
    """Nine bytes out and at most eleven back are 21 ms at 9600 baud: 32 pads in 0.67 s."""
    bus, _, wire = in_memory(POLLED, 32)
    turn(bus, wire, 0.5)
    count = len(wire.far.heard) // 9
    assert count >= 32


def test_a_screen_may_hang_on_the_same_wire() -> None:
    strip = shipped()["a0-90"]
    wire = SimulatedWire(FarSide(ProfileModel(strip, (9,))))
    bus = Bus(wire, [(SPEAKING, 1)], others=[strip], clock=wire.now)
    screen = ProfileScreen(bus.exchange, strip, 9)
    wire.far.say(bytes.fromhex("01 01 00 73 73 FF"), wire.now())
    screen.show("一")
    screen.close()
    bus.turn()
    assert [event.key for event in bus.events()] == [PadKey.CALL]
