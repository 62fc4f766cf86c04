"""The loop that keeps a device: lost, tried again, back alone; bugs stay inside."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from zcdesk.devices.kinds import READY, Call, DeviceState, PadEvent, PadKey, Status, fault
from zcdesk.devices.loop import DeviceLoop
from zcdesk.devices.looped import CallerGroup
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.sam_layouts import to_person
from zcdesk.devices.simulated import SimulatedCaller
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.models import GunModel
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import CARDS, SamModel
from zcdesk.devices.simulators.voice import VoiceModel
from zcdesk.devices.urls import from_url
from zcdesk.devices.voice_frames import SYN6288
from zcdesk.errors import DeviceError, Invalid
from zcdesk.paths import resources_dir

if TYPE_CHECKING:
    from tests.devices.conftest import Serve


class Toy:
    """A driver that does what the test tells it.

    Attributes:
        trouble: raised by the next turns, or None.
    """

    def __init__(self) -> None:
        self.trouble: Exception | None = None
        self.turns = 0
        self.closed = 0
        self.says = READY

    def turn(self) -> float:
        self.turns += 1
        if self.trouble is not None:
            raise self.trouble
        return 1.0

    def status(self) -> Status:
        return self.says

    def close(self) -> None:
        self.closed += 1
        if self.closed > 5:
            raise RuntimeError("closing went wrong too")


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


LOST = DeviceError("DEV-07", port="COM3")


def loop_of(
    toy: Toy, opens: list[Exception | None] | None = None
) -> tuple[DeviceLoop[Toy], Clock, list]:
    """Return a loop with a clock of its own and the list of what it told."""
    clock = Clock()
    told: list[Status] = []

    def connect() -> Toy:
        if opens and (error := opens.pop(0)) is not None:
            raise error
        return toy

    loop = DeviceLoop("玩具", connect, on_status=told.append, clock=clock)
    return loop, clock, told


def test_tried_again_after_1_2_5_10_10_seconds() -> None:
    opens: list[Exception | None] = [DeviceError("DEV-09", port="COM3")] * 6
    loop, clock, told = loop_of(Toy(), opens)
    waits = []
    for _ in range(6):
        wait = loop.step()
        waits.append(wait)
        assert loop.step() == wait
        clock.at += wait
    assert waits == [1, 2, 5, 10, 10, 10]
    assert told == [fault("DEV-09")]
    loop.step()
    assert loop.status == READY


@pytest.mark.req("UX-35")
def test_a_device_pulled_and_plugged_comes_back_alone() -> None:
    toy = Toy()
    loop, clock, told = loop_of(toy)
    loop.step()
    toy.trouble = LOST
    loop.step()
    assert (loop.status, toy.closed) == (fault("DEV-07"), 1)
    toy.trouble = None
    clock.at += 1
    loop.step()
    assert told == [READY, fault("DEV-07"), READY]


def test_a_pulled_device_is_told_as_pulled_however_late_it_is_asked_for() -> None:
    """Its port is gone with it; `not found` would be said of one that was never there."""
    toy = Toy()
    loop, clock, told = loop_of(toy, [None, *[DeviceError("DEV-09", port="COM3")] * 3])
    loop.step()
    toy.trouble = LOST
    loop.step()
    for _ in range(3):
        clock.at += loop.step()
    assert told == [READY, fault("DEV-07")]
    job = loop.do(lambda _: None)
    loop.step()
    with pytest.raises(DeviceError, match="DEV-07"):
        job.result(0)
    loop.stop()


def test_a_loose_plug_is_not_tried_faster_and_faster() -> None:
    toy = Toy()
    toy.trouble = LOST
    loop, clock, _ = loop_of(toy)
    waits = []
    for _ in range(5):
        loop.step()
        waits.append(loop.step())
        clock.at += waits[-1]
    assert waits == [1, 2, 5, 10, 10]


def test_a_silent_device_is_asked_again_on_its_open_line() -> None:
    toy = Toy()
    toy.says = fault("DEV-06")
    loop, clock, told = loop_of(toy)
    loop.step()
    toy.says = READY
    loop.step()
    assert loop.status == fault("DEV-06")
    clock.at += 5
    loop.step()
    assert told == [fault("DEV-06"), READY]
    assert toy.closed == 0


def test_a_bug_of_a_driver_stays_inside(caplog: pytest.LogCaptureFixture) -> None:
    toy = Toy()
    toy.trouble = ZeroDivisionError("bug")
    loop, clock, _ = loop_of(toy, [RuntimeError("bug in opening"), None])
    loop.step()
    clock.at += 1
    loop.step()
    assert loop.status.state is DeviceState.FAULT
    toy.trouble = None
    toy.closed = 9
    clock.at += 2
    loop.step()
    assert loop.status == READY
    assert "fell over" in caplog.text
    assert "cannot be opened" in caplog.text


def test_jobs_are_done_in_order_and_fail_at_once_without_a_device() -> None:
    toy = Toy()
    loop, _, _ = loop_of(toy, [None, LOST])
    loop.start = lambda: None  # type: ignore[method-assign]
    order: list[int] = []
    futures = [loop.do(lambda _, n=n: order.append(n)) for n in range(3)]
    loop.step()
    assert order == [0, 1, 2]
    assert all(future.done() for future in futures)
    toy.trouble = LOST
    loop.step()
    late = loop.do(lambda _: order.append(9))
    loop.step()
    with pytest.raises(DeviceError) as gone:
        late.result(0)
    assert gone.value.code == "DEV-07"
    assert order == [0, 1, 2]


def test_a_job_that_finds_the_device_gone_or_silent(caplog: pytest.LogCaptureFixture) -> None:
    def failing(error: Exception) -> Callable[[Toy], None]:
        def job(_: Toy) -> None:
            raise error

        return job

    toy = Toy()
    loop, clock, _ = loop_of(toy)
    loop.start = lambda: None  # type: ignore[method-assign]
    silent = loop.do(failing(DeviceError("DEV-06")))
    loop.step()
    assert isinstance(silent.exception(0), DeviceError)
    assert toy.closed == 0
    loop.do(failing(Invalid("DEV-19", "text")))
    loop.do(failing(LOST))
    loop.step()
    assert toy.closed == 1
    clock.at += 1
    bug = loop.do(failing(KeyError("bug")))
    loop.step()
    assert isinstance(bug.exception(0), KeyError)
    assert toy.closed == 2
    assert "fell over" in caplog.text


def test_a_hanging_device_costs_its_caller_a_bounded_time() -> None:
    hang = Event()
    loop = DeviceLoop("玩具", Toy)
    start = time.monotonic()
    with pytest.raises(DeviceError) as silent:
        loop.call(lambda _: hang.wait(60), 0.05)
    assert silent.value.code == "DEV-06"
    assert time.monotonic() - start < 30
    hang.set()
    loop.stop()


def test_no_device_blocks_another() -> None:
    hang = Event()
    stuck, well = DeviceLoop("卡住", Toy), DeviceLoop("正常", Toy)
    stuck.do(lambda _: hang.wait(60))
    assert well.call(lambda toy: toy.turns, 30) >= 0
    hang.set()
    stuck.stop()
    well.stop()


@contextmanager
def device(url: str) -> Iterator[Any]:
    found = from_url(url)
    try:
        yield found
    finally:
        found.close()


def until(done: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Ask until it is so; the device's own thread does the waiting."""
    end, pause = time.monotonic() + seconds, Event()
    while not done():
        if time.monotonic() > end:
            return False
        pause.wait(0.01)
    return True


def test_a_caller_unplugged_in_use_is_back_by_itself(serve: Serve) -> None:
    model = VoiceModel(SYN6288, pace=500)
    place = serve(model)
    with device(f"{place.url}?model=syn6288&name=语音&{place.patient}") as caller:
        caller.announce(Call("A001", "1"))
        assert until(lambda: caller.status() == READY)
        place.server.pull()
        assert until(lambda: caller.status() == fault("DEV-01"))
        with pytest.raises(DeviceError) as gone:
            caller.announce(Call("A002", "1"))
        assert gone.value.code == "DEV-01"
        place.server.plug_in()
        assert until(lambda: caller.status() == READY)
        caller.announce(Call("A003", "1"))
        assert until(lambda: len(model.spoken) == 2)
    assert [text[5:9] for text in model.spoken] == ["A零零一", "A零零三"]


def test_the_desk_reads_cards_from_an_address(serve: Serve) -> None:
    place = serve(SamModel([CARDS["rare"]]))
    with device(f"{place.url}?model=sam-v&{place.patient}") as reader:
        assert reader.read() == to_person(CARDS["rare"])
        assert reader.read() is None
        place.server.pull()
        assert until(lambda: reader.status() == fault("IDC-02"))
        with pytest.raises(DeviceError) as gone:
            reader.read()
    assert gone.value.code == "IDC-02"


def test_the_desk_hears_pads_and_guns_from_an_address(serve: Serve) -> None:
    pads_model = ProfileModel(shipped()["pad-ff68"], (1, 2))
    place, gun_place = serve(pads_model), serve(GunModel())
    with (
        device(f"{place.url}?model=pad-ff68&addresses=1-2&{place.patient}") as pads,
        device(f"{gun_place.url}?model=gun") as gun,
    ):
        pads_model.press(2, PadKey.CALL)
        gun.codes()
        gun_place.server.say(b"T1\r")
        events: list[PadEvent] = []
        codes: list[str] = []

        def came() -> bool:
            events.extend(pads.events())
            codes.extend(gun.codes())
            return bool(events and codes)

        assert until(came)
        pads.send(1, "ticket", number=7)
        assert until(lambda: bool(pads_model.heard))
    assert (events, codes) == ([PadEvent(address=2, key=PadKey.CALL)], ["T1"])


def test_the_desk_asks_a_rating_pad_from_an_address(serve: Serve) -> None:
    model = ProfileModel(shipped()["rater-stx"])
    model.stars.append((0.01, 1))
    place = serve(model)
    with device(f"{place.url}?model=rater-stx&{place.patient}") as rater:
        assert rater.ask(60) == 5
        rater.cancel()


def test_voice_and_screen_call_together_and_one_dead_keeps_none(serve: Serve) -> None:
    voice, screen = VoiceModel(SYN6288, pace=500), BxModel()
    one, two = serve(voice), serve(screen)
    dead = "tcp:127.0.0.1:1?model=bx5k"
    well = f"{one.url}?model=syn6288&{one.patient} + {two.url}?model=bx5k&{two.patient}"
    with device(f"{dead} + {well}") as group:
        assert isinstance(group, CallerGroup)
        with pytest.raises(DeviceError):
            group.announce(Call("A012", "3"))
        assert screen.history == ["请A012号到3号窗口"]
        assert until(lambda: bool(voice.spoken))
        assert group.status().state is DeviceState.FAULT


def test_simulated_devices_by_address() -> None:
    with device("sim:sam-v?cards=resident&name=一号") as reader:
        assert reader.name == "一号"
        assert reader.read() == to_person(CARDS["resident"])
    with device("sim:syn6288?fault=silent") as caller, pytest.raises(DeviceError) as silent:
        caller.announce(Call("A001", "1"))
    assert silent.value.code == "DEV-06"
    assert isinstance(from_url("sim:caller"), SimulatedCaller)


def test_a_hall_s_own_profile_by_address(serve: Serve, tmp_path: Path) -> None:
    text = (resources_dir() / "devices" / "yongtai.toml").read_text("utf-8")
    file = tmp_path / "mine.toml"
    mine = text.replace('"yongtai"', '"mine"')
    file.write_text(mine.replace("F8 21 00", "F8 22 00", 1), "utf-8")
    with pytest.raises(Invalid) as refused:
        from_url(f"sim:x?profile={file}")
    assert refused.value.code == "DEV-13"
    file.write_text(mine, "utf-8")
    model = ProfileModel(shipped()["yongtai"], (4,))
    place = serve(model)
    with device(f"{place.url}?profile={file}&address=4&{place.patient}") as strip:
        strip.announce(Call("A1", "2"))
        assert until(lambda: bool(model.heard))
    assert model.heard[0].values["text"] == "请A1号到2号窗口"


@pytest.mark.parametrize(
    "url",
    [
        "serial:COM3?model=nothing",
        "tcp:h:1?model=syn6288&volume=loud",
        "tcp:h:1?model=syn6288&encoding=latin",
        "tcp:h:1?model=pad-ff68&addresses=1-",
        "tcp:h:1?model=pad-ff68&addresses=9-2",
        "tcp:h:1?model=sam-v&colour=red",
        "tcp:h:1?model=sam-v&fault=silent",
        "sim:sam-v?cards=nobody",
        "sim:sam-v?fault=nothing",
        "serial:COM3?model=sam-v&baud=x",
        "sim:printer + sim:caller",
        "sim:nothing",
    ],
)
def test_wrong_addresses(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        from_url(url)
    assert refused.value.code == "DEV-05"
