"""Screens of makers described by data, on real lines and with every fault."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from zcdesk.devices.frame_profile import Profile, patient
from zcdesk.devices.kinds import READY, UNKNOWN, Call, DeviceState, Replaced
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.screens import ProfileScreen
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.wire import LineSettings, MemoryWire, open_wire
from zcdesk.errors import DeviceError, Invalid

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

SCREENS = [p for p in shipped().values() if p.kind in ("strip", "digits", "hall")]


def in_memory(
    profile: Profile, *fits: Fit, address: int = 5
) -> tuple[ProfileScreen, ProfileModel, SimulatedWire]:
    model = ProfileModel(profile, (address,))
    wire = SimulatedWire(FarSide(model, *fits, seed=2))
    return ProfileScreen(wire, profile, address, clock=wire.now), model, wire


@pytest.mark.parametrize("profile", SCREENS, ids=lambda p: p.name)
@pytest.mark.parametrize("tcp", [False, True])
def test_a_call_reaches_the_screen_over_a_real_line(
    serve: Serve, profile: Profile, tcp: bool
) -> None:
    model = ProfileModel(profile, (7,))
    place = serve(model, tcp=tcp)
    wire = open_wire(place.url, LineSettings(profile.baud, profile.line))
    with closing(ProfileScreen(wire, patient(profile, place.patience), 7)) as screen:
        screen.announce(Call("A012", "3"))
        wanted = 1 if profile.timing.repeat == 1 else profile.timing.repeat
        end = time.monotonic() + 60
        while len(model.heard) < wanted and time.monotonic() < end:
            wire.read(0.01)
    assert len(model.heard) == wanted
    values = model.heard[0].values
    shown = values.get("text", f"{values.get('prefix')}{values.get('number')}")
    assert shown in ("请A012号到3号窗口", "A012", "A12")


def test_a_number_where_the_maker_has_a_frame_for_it() -> None:
    screen, model, _ = in_memory(shipped()["pingan-lihe"])
    screen.announce(Call("B1234", "3号窗口"))
    screen.announce(Call("VA012", "3"))
    screen.announce(Call("B0001", "出件"))
    names = [(heard.name, heard.values.get("text")) for heard in model.heard]
    assert names == [
        ("call", None),
        ("text", "请VA012号到3号窗口"),
        ("text", "请B0001号到出件号窗口"),
    ]
    values = model.heard[0].values
    assert (values["number"], values["window"], values["prefix"]) == (1234, 3, "B")


def test_gaps_and_repeats_are_kept() -> None:
    screen, model, wire = in_memory(shipped()["pingan-lihe"])
    screen.announce(Call("1", "1"))
    start = wire.now()
    screen.announce(Call("2", "1"))
    assert wire.now() - start >= 0.1
    screen, model, wire = in_memory(shipped()["langchao"])
    screen.show("欢迎")
    assert len(model.heard) == 3
    assert wire.now() >= 0.08


def test_what_a_screen_cannot_show() -> None:
    screen, model, _ = in_memory(shipped()["yongtai"])
    assert screen.show("王𠮷\n二") == (Replaced("𠮷", "□"),)
    assert model.heard[0].values["text"] == "王□ 二"
    with pytest.raises(Invalid) as refused:
        screen.show("长" * 200)
    assert refused.value.code == "DEV-19"
    digits, model, _ = in_memory(shipped()["led-485-rtu"])
    digits.show("12")
    assert model.heard[0].name == "number"
    with pytest.raises(Invalid):
        digits.show("请")


def test_who_answers_and_who_never_does() -> None:
    for name, answers in (("ruize", True), ("pingan-lihe", True), ("led-485-rtu", True)):
        screen, model, _ = in_memory(shipped()[name])
        assert screen.status() == (READY if answers else UNKNOWN)
        model.silent.add(5)
        assert screen.status().state is DeviceState.FAULT
    assert in_memory(shipped()["fe-strip"])[0].status() == UNKNOWN
    screen, model, _ = in_memory(shipped()["ruize"])
    screen.clear()
    assert model.heard[-1].name == "clear"
    in_memory(shipped()["fe-strip"])[0].clear()


@pytest.mark.parametrize(
    ("fit", "code"),
    [
        (Fit(fault=Fault.SILENT), "DEV-06"),
        (Fit(fault=Fault.GARBAGE), "DEV-06"),
        (Fit(fault=Fault.TORN), "DEV-06"),
        (Fit(fault=Fault.SLOW, value=30), "DEV-06"),
        (Fit(fault=Fault.BUSY), "DEV-10"),
        (Fit(fault=Fault.UNPLUGGED), "DEV-07"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.fault.value,
)
def test_a_faulty_screen_is_told(fit: Fit, code: str) -> None:
    screen, _, _ = in_memory(shipped()["a0-90"], fit)
    with pytest.raises(DeviceError) as failed:
        screen.show("一")
    assert failed.value.code == code


@pytest.mark.parametrize(
    "fault",
    [Fault.SILENT, Fault.GARBAGE, Fault.NOISE, Fault.SPLIT, Fault.TORN, Fault.DOUBLED, Fault.RESET],
)
def test_one_fault_is_got_over(fault: Fault) -> None:
    screen, model, _ = in_memory(shipped()["a0-90"], Fit(fault=fault, times=1))
    screen.show("一")
    assert model.heard[-1].values["text"] == "一"


def test_a_wrong_check_is_no_answer() -> None:
    screen, _, _ = in_memory(shipped()["led-485-rtu"], Fit(fault=Fault.WRONG_CHECK))
    with pytest.raises(DeviceError):
        screen.show("12")


def test_another_screen_s_answer_is_not_ours() -> None:
    wire = MemoryWire(answer=lambda _: bytes.fromhex("A0 90 06 A5 AA"))
    with pytest.raises(DeviceError) as silent:
        ProfileScreen(wire, shipped()["a0-90"], 5, clock=wire.now).show("一")
    assert silent.value.code == "DEV-06"


def test_frames_are_numbered() -> None:
    wire = MemoryWire()
    screen = ProfileScreen(wire, shipped()["fe-strip"], 5, clock=wire.now)
    screen.show("一")
    screen.show("二")
    assert [sent[3] for sent in wire.sent] == [1, 2]
