"""A voice module on real lines and with every fault: nothing spoken twice, nothing cut off."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from zcdesk.devices.kinds import READY, Call
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.voice import VoiceModel
from zcdesk.devices.voice import Voice, detect
from zcdesk.devices.voice_frames import SYN6288, XFS5152, Chip, Settings
from zcdesk.devices.wire import MemoryWire, open_wire
from zcdesk.errors import DeviceError

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

CHIPS = [SYN6288, XFS5152]


def in_memory(
    chip: Chip, *fits: Fit, settings: Settings | None = None
) -> tuple[Voice, VoiceModel, SimulatedWire]:
    model = VoiceModel(chip)
    wire = SimulatedWire(FarSide(model, *fits, seed=1))
    wire.read(0)
    return Voice(wire, chip, settings, clock=wire.now), model, wire


def settle(voice: Voice, wire: SimulatedWire, seconds: float = 120) -> None:
    """Turn the voice until it is silent, in the line's own time."""
    end = wire.now() + seconds
    while voice.is_speaking and wire.now() < end:
        wire.pass_time(voice.turn())


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip.name)
@pytest.mark.parametrize("tcp", [False, True])
def test_a_call_is_spoken_over_a_real_line(serve: Serve, chip: Chip, tcp: bool) -> None:
    model = VoiceModel(chip, pace=400)
    place = serve(model, tcp=tcp)
    with closing(open_wire(place.url)) as wire:
        voice = Voice(wire, chip, patience=place.patience)
        assert voice.status() == READY
        voice.announce(Call("A057", "3"))
        voice.announce(Call("A058", "4"))
        end = time.monotonic() + 60
        while voice.is_speaking and time.monotonic() < end:
            voice.turn()
    assert model.spoken == [
        "[n1]请A零五七号到三号窗口办理。请A零五七号到三号窗口办理",
        "[n1]请A零五八号到四号窗口办理。请A零五八号到四号窗口办理",
    ]
    assert model.cut_off == 0


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip.name)
def test_texts_follow_one_another(chip: Chip) -> None:
    voice, model, wire = in_memory(chip, settings=Settings(digits=False))
    for text in "甲乙丙丁戊":
        voice.say(text * 9)
    settle(voice, wire)
    # One is being spoken and three wait: of five the second is given up.
    assert model.spoken == [f"[n0]{text * 9}" for text in "甲丙丁戊"]
    assert model.cut_off == 0


def test_a_long_text_is_spoken_in_pieces() -> None:
    voice, model, wire = in_memory(SYN6288)
    voice.say("请带好身份证，到三号窗口办理。" * 12)
    settle(voice, wire, 600)
    assert len(model.spoken) == 2
    assert "".join(model.spoken) == "[n1]" + "请带好身份证，到三号窗口办理。" * 12
    assert model.cut_off == 0


def test_a_lost_end_is_asked_for() -> None:
    voice, model, wire = in_memory(SYN6288)
    model.forgets_end = True
    voice.say("甲乙丙丁")
    voice.say("戊己庚辛")
    settle(voice, wire)
    assert (len(model.spoken), model.cut_off) == (2, 0)


def test_a_module_reset_in_mid_text_says_it_again() -> None:
    voice, model, wire = in_memory(SYN6288)
    voice.say("甲乙丙丁")
    for said in model.start(wire.now()):
        wire.far.say(said.frame, wire.now())
    settle(voice, wire)
    assert model.spoken == ["[n1]甲乙丙丁"] * 2


@pytest.mark.parametrize(
    ("fit", "code"),
    [
        (Fit(fault=Fault.SILENT), "DEV-06"),
        (Fit(fault=Fault.SLOW, value=8), "DEV-06"),
        (Fit(fault=Fault.BUSY), "DEV-10"),
        (Fit(fault=Fault.WRONG_CHECK), "DEV-10"),
        (Fit(fault=Fault.UNPLUGGED), "DEV-07"),
    ],
)
@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip.name)
def test_a_faulty_module_is_told(chip: Chip, fit: Fit, code: str) -> None:
    voice, _, _ = in_memory(chip, fit)
    with pytest.raises(DeviceError) as failed:
        voice.announce(Call("A001", "1"))
    assert failed.value.code == code
    assert not voice.is_speaking


@pytest.mark.parametrize(
    "fit",
    [
        Fit(fault=Fault.DOUBLED),
        Fit(fault=Fault.NOISE),
        Fit(fault=Fault.SPLIT),
        Fit(fault=Fault.SILENT, times=1),
        Fit(fault=Fault.BUSY, times=1),
        Fit(fault=Fault.GARBAGE, times=1),
        Fit(fault=Fault.RESET, times=1),
    ],
    ids=lambda fit: fit.fault.value,
)
def test_what_is_got_over(fit: Fit) -> None:
    voice, model, wire = in_memory(SYN6288, fit)
    voice.announce(Call("A001", "1"))
    settle(voice, wire)
    assert model.spoken[-1].startswith("[n1]请A零零一号到一号窗口办理。")


def test_a_bracket_of_people_s_own_is_no_mark() -> None:
    voice, model, wire = in_memory(SYN6288, settings=Settings(volume=50))
    replaced = voice.say("[v0]你好𬱖")
    settle(voice, wire)
    assert model.spoken == ["[v8][n1]［v0］你好某"]
    assert [one.char for one in replaced] == ["𬱖"]


def test_a_call_as_the_hall_wants_it() -> None:
    wanted = Settings(times=1, chime="sounda", english=True, digits=False)
    voice, model, wire = in_memory(XFS5152, settings=wanted)
    voice.announce(Call("A012", "3", recall=True))
    voice.say("二", 50)
    voice.say("三")
    voice.say("四")
    settle(voice, wire)
    english = "Number A 0 1 2, please go to window 3."
    assert model.spoken == [
        f"[n0]sounda。请A零一二号尽快到三号窗口办理。{english}",
        "[v2][n0]二",
        "[v5][n0]三",
        "[n0]四",
    ]


def test_stop_forgets_everything() -> None:
    voice, model, wire = in_memory(SYN6288)
    voice.say("甲")
    voice.say("乙")
    voice.stop()
    settle(voice, wire)
    assert len(model.spoken) == 1
    assert not voice.is_speaking


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip.name)
def test_the_module_is_found_by_asking(chip: Chip) -> None:
    wire = SimulatedWire(FarSide(VoiceModel(chip)))
    assert detect(wire, wire.now) is chip


def test_silence_and_strangers_are_no_module() -> None:
    silent = MemoryWire()
    assert detect(silent, silent.now) is None
    printer = MemoryWire(answer=lambda data: b"\x12")
    assert detect(printer, printer.now) is None
