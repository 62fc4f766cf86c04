"""Ten million random bytes into every parser, and a plug pulled at every byte of an answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Protocol

import pytest

from tests.devices import sam_samples as samples
from tests.devices.test_vectors import VECTORS
from zcdesk.devices import bx_frames as bx
from zcdesk.devices import sam_frames as sam
from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bus import Bus
from zcdesk.devices.bx5k import BxScreen
from zcdesk.devices.bx_frames import BxFrames
from zcdesk.devices.frame_profile import Frame, Profile
from zcdesk.devices.frame_reader import FrameReader
from zcdesk.devices.gun import Codes
from zcdesk.devices.kinds import Call, PadKey
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.rating import RatingPad
from zcdesk.devices.sam_frames import SamFrames
from zcdesk.devices.sam_layouts import to_person
from zcdesk.devices.sam_v import SamReader
from zcdesk.devices.screens import ProfileScreen
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import SamModel
from zcdesk.devices.simulators.voice import VoiceModel
from zcdesk.devices.voice import Voice
from zcdesk.errors import DeviceError


class Parser(Protocol):
    def feed(self, data: bytes) -> tuple[object, ...]: ...

    def idle(self) -> object: ...


# A parser and a good frame of it, which must come through behind any noise.
PARSERS: dict[str, tuple[Callable[[], Parser], bytes]] = {
    "sam": (SamFrames, sam.frame(sam.STATUS)),
    "bx": (BxFrames, bx.frame(bx.command(bx.PING))),
    "syn6288": (lambda: vf.VoiceFrames(vf.SYN6288), vf.frame(vf.SYN6288, vf.QUERY)),
    "xfs5152": (lambda: vf.VoiceFrames(vf.XFS5152), vf.frame(vf.XFS5152, vf.QUERY)),
    "gun": (Codes, b"\rR320213\r"),
}


def frame_for(profile: Profile, frames: tuple[Frame, ...]) -> bytes:
    """Return a published frame of the profile that goes this way; nothing where there is none."""
    found = (bytes.fromhex(one["hex"]) for one in VECTORS if one["model"] == profile.name)
    return next((data for data in found if FrameReader(frames).feed(data)), b"")


for _profile in shipped().values():
    PARSERS[f"{_profile.name}>"] = (
        lambda p=_profile: FrameReader(p.send),
        frame_for(_profile, _profile.send),
    )
    if _profile.receive:
        PARSERS[f"{_profile.name}<"] = (
            lambda p=_profile: FrameReader(p.receive),
            frame_for(_profile, _profile.receive),
        )


def hammer(make: Callable[[], Parser], good: bytes, total: int) -> None:
    """Feed `total` random bytes in random pieces; the good frame is found after each megabyte."""
    random = Random(total)
    parser, fed = make(), 0
    while fed < total:
        for _ in range(64):
            piece = random.randbytes(random.randint(1, 2 * total // 64 // 16 + 1))
            parser.feed(piece)
            fed += len(piece)
        while getattr(parser, "is_waiting", False):
            parser.idle()
        parser.idle()
        if good:
            assert parser.feed(good)


@pytest.mark.parametrize("name", PARSERS)
def test_random_bytes(name: str) -> None:
    hammer(*PARSERS[name], 20_000)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", PARSERS)
def test_ten_million_random_bytes(name: str) -> None:
    hammer(*PARSERS[name], 10_000_000)


def unplugged(at: int, after: int, model: object) -> SimulatedWire:
    fit = Fit(fault=Fault.UNPLUGGED, value=at, after=after, times=1)
    return SimulatedWire(FarSide(model, fit))  # type: ignore[arg-type]


@pytest.mark.parametrize(("after", "size"), [(0, 15), (1, 19), (2, 1295)])
def test_a_reader_pulled_at_any_byte(after: int, size: int) -> None:
    for at in range(0, size, 1 if size < 100 else 41):
        wire = unplugged(at, after, SamModel([samples.RARE] * 2))
        with pytest.raises(DeviceError) as gone:
            SamReader(wire, clock=wire.now).read()
        assert gone.value.code in ("IDC-02", "IDC-01")
        wire.replug()
        again = SamReader(wire, clock=wire.now)
        assert to_person(samples.RARE) in (again.read(), again.read())


def test_a_screen_and_a_voice_pulled_at_any_byte() -> None:
    for at in range(len(bx.frame(bx.reply(), bx.HOST, bx.BROADCAST, starts=9))):
        model = BxModel()
        wire = unplugged(at, 0, model)
        with pytest.raises(DeviceError) as gone:
            BxScreen(wire, clock=wire.now).show("一")
        assert gone.value.code == "DEV-07"
        wire.replug()
        BxScreen(wire, clock=wire.now).show("二")
        assert model.areas == {0: "二"}
    voice = VoiceModel(vf.SYN6288)
    wire = unplugged(0, 0, voice)
    with pytest.raises(DeviceError) as gone:
        Voice(wire, vf.SYN6288, clock=wire.now).say("一")
    assert gone.value.code == "DEV-07"
    wire.replug()
    Voice(wire, vf.SYN6288, clock=wire.now).say("二")
    assert voice.spoken[-1] == "[n1]二"


@pytest.mark.parametrize("name", ["a0-90", "led-485-rtu"])
def test_a_screen_that_answers_pulled_at_any_byte(name: str) -> None:
    profile = shipped()[name]
    for at in range(5):
        model = ProfileModel(profile)
        wire = unplugged(at, 0, model)
        with pytest.raises(DeviceError) as gone:
            ProfileScreen(wire, profile, 1, clock=wire.now).announce(Call("12", "3"))
        assert gone.value.code == "DEV-07"
        wire.replug()
        before = len(model.heard)
        ProfileScreen(wire, profile, 1, clock=wire.now).announce(Call("34", "3"))
        assert len(model.heard) == before + 1


@pytest.mark.parametrize("name", ["fe-strip", "langchao", "pingan-lihe", "ruize", "yongtai"])
def test_a_screen_that_never_answers_is_pulled_all_the_same(name: str) -> None:
    profile = shipped()[name]
    wire = unplugged(0, profile.timing.repeat, ProfileModel(profile))
    screen = ProfileScreen(wire, profile, 1, clock=wire.now)
    screen.announce(Call("A001", "3"))
    assert not wire.far.is_gone
    with suppress(DeviceError):  # one that is sent three times notices at once
        screen.announce(Call("A002", "3"))
    with pytest.raises(DeviceError) as gone:
        screen.announce(Call("A003", "3"))
    assert gone.value.code == "DEV-07"


def test_pads_on_a_bus_and_a_rating_pad_pulled_at_any_byte() -> None:
    profile = shipped()["pad-ff68"]
    for at in range(8):
        model = ProfileModel(profile)
        wire = unplugged(at, 0, model)
        with pytest.raises(DeviceError) as gone:
            Bus(wire, [(profile, 1)], clock=wire.now).turn()
        assert gone.value.code == "DEV-07"
        wire.replug()
        model.press(1, PadKey.CALL)
        again = Bus(wire, [(profile, 1)], clock=wire.now)
        again.turn()
        assert [event.key for event in again.events()] == [PadKey.CALL]
    rater = shipped()["rater-stx"]
    for at in range(8):
        wire = unplugged(at, 0, ProfileModel(rater))
        with pytest.raises(DeviceError) as gone:
            RatingPad(wire, rater, clock=wire.now).ask(3)
        assert gone.value.code == "DEV-07"
