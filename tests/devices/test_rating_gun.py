"""Rating pads and scanners: what a person pressed or scanned, and nothing else."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices.frame_profile import patient
from zcdesk.devices.gun import LONGEST, Codes, Gun
from zcdesk.devices.kinds import UNKNOWN, PadKey
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.rating import RatingPad
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.models import GunModel
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.wire import MemoryWire, open_wire
from zcdesk.errors import DeviceError

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

RATER = shipped()["rater-stx"]


def in_memory(*fits: Fit) -> tuple[RatingPad, ProfileModel, SimulatedWire]:
    model = ProfileModel(RATER)
    wire = SimulatedWire(FarSide(model, *fits, seed=5))
    return RatingPad(wire, RATER, clock=wire.now), model, wire


@pytest.mark.req("R094", "R095")
@pytest.mark.parametrize("tcp", [False, True])
def test_a_rating_over_a_real_line(serve: Serve, tcp: bool) -> None:
    model = ProfileModel(RATER)
    model.stars.extend([(0.02, 1), (0.02, 5)])
    place = serve(model, tcp=tcp)
    with closing(RatingPad(open_wire(place.url), patient(RATER, place.patience))) as pad:
        assert (pad.ask(60), pad.ask(60)) == (5, 1)
        assert pad.status() == UNKNOWN


def test_nobody_pressed() -> None:
    pad, model, wire = in_memory()
    assert pad.ask(20) is None
    assert wire.now() >= 20
    assert [heard.name for heard in model.heard] == ["ask", "cancel"]


def test_a_press_before_or_after_the_question_counts_for_nothing() -> None:
    pad, model, wire = in_memory()
    wire.far.say(model.press(1, PadKey.RATING, 5), wire.now())
    model.stars.append((9, 5))
    assert pad.ask(3) is None
    wire.pass_time(10)
    model.stars.append((1, 2))
    assert pad.ask(3) == 4


def test_a_key_without_stars_and_another_pad() -> None:
    pad, model, wire = in_memory()
    model.stars.append((0.5, 9))
    assert pad.ask(2) is None
    wire.far.say(bytes.fromhex("02 00 03 02 4B 01 48 03"), wire.now() + 0.5)
    assert pad.ask(2) is None


@pytest.mark.parametrize(
    ("fit", "code"),
    [(Fit(fault=Fault.SILENT), "DEV-06"), (Fit(fault=Fault.UNPLUGGED), "DEV-07")],
)
def test_a_faulty_pad_is_told(fit: Fit, code: str) -> None:
    pad, _, _ = in_memory(fit)
    with pytest.raises(DeviceError) as failed:
        pad.ask(5)
    assert failed.value.code == code


def test_the_question_is_taken_back() -> None:
    pad, _, wire = in_memory()
    listen, pad._talk.listen = pad._talk.listen, lambda seconds: (pad.cancel(), listen(seconds))
    assert pad.ask(60) is None
    assert wire.now() < 5


def scanned(data: bytes, cuts: list[int]) -> list[str]:
    codes, found, last = Codes(), [], 0
    for cut in [*sorted(cut for cut in cuts if cut < len(data)), len(data)]:
        found += codes.feed(data[last:cut])
        last = cut
    return found


@given(
    st.lists(st.text("R0123456789ABC-窗口", min_size=1, max_size=20), max_size=5),
    st.sampled_from([b"\r", b"\n", b"\r\n", b"\t"]),
    st.sampled_from(["utf-8", "gb18030"]),
    st.lists(st.integers(0, 200)),
)
def test_codes_of_any_gun(codes: list[str], end: bytes, codec: str, cuts: list[int]) -> None:
    data = b"".join(code.encode(codec) + end for code in codes)
    assert scanned(data, cuts) == codes


def test_too_long_and_unended_codes_are_nobody_s() -> None:
    codes = Codes()
    assert codes.feed(b"A" * (LONGEST + 9) + b"\rB1\r\r") == ("B1",)
    assert codes.feed(b"half") == ()
    codes.idle()
    assert codes.feed(b"C2\r") == ("C2",)
    assert (codes.too_long, codes.unended) == (1, 1)
    assert codes.feed(b"\x02D3\x03\r\xff\xff\xff\r") == ("D3", "ÿÿÿ")


@pytest.mark.parametrize("tcp", [False, True])
def test_a_gun_on_a_real_line(serve: Serve, tcp: bool) -> None:
    place = serve(GunModel(), Fit(fault=Fault.SPLIT), tcp=tcp)
    # By its clock no pause inside the code is long: the far end may come late to its turn.
    with closing(Gun(open_wire(place.url), clock=lambda: 0.0)) as gun:
        gun.turn()
        place.server.say(b"R3202131234567\r\n")
        found: tuple[str, ...] = ()
        for _ in range(60):
            gun.turn()
            if found := gun.codes():
                break
    assert found == ("R3202131234567",)


def test_a_scan_without_end_is_counted() -> None:
    wire = MemoryWire()
    gun = Gun(wire, clock=wire.now)
    wire.arrive(b"R32021")
    for _ in range(20):
        gun.turn()
    assert (gun.codes(), gun.unended) == ((), 1)
    assert gun.status() == UNKNOWN


def test_a_gun_at_rest_waits_long_for_a_code_and_hardly_while_one_is_to_be_fetched() -> None:
    wire = MemoryWire()
    gun = Gun(wire, clock=wire.now)
    gun.turn()
    assert wire.now() == 0.5
    wire.arrive(b"T/A0")
    wire.arrive(b"01\r")
    for _ in range(3):
        gun.turn()
    assert wire.now() < 0.55
    assert gun.codes() == ("T/A001",)
