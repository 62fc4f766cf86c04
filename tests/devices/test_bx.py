"""Onbon screens: published frames, escapes, dirty streams, and a card on a real line."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import bx_frames as bx
from zcdesk.devices.bx5k import LINE, BxScreen
from zcdesk.devices.bx_area import Area, area_data, keep_escapes, pixels, plain, update
from zcdesk.devices.bx_frames import BxFrames, Fault, Packet
from zcdesk.devices.kinds import READY, Call, DeviceState, Replaced
from zcdesk.devices.simulators import far_side
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.far_side import FarSide, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.wire import MemoryWire, open_wire
from zcdesk.errors import DeviceError, Invalid

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

A5 = "A5 A5 A5 A5 A5 A5 A5 A5 "
HEAD = A5 + "01 00 00 80 00 00 00 00 00 00 FE 02 "
ACKED = "A5 " + A5 + "00 80 FE FF 00 00 00 00 00 00 FE 02 "
LINES = Area(
    id=1, width=64, height=12, spacing=10, run=1, lines=1, breaks=1, display=1, speed=0x17, stay=2
)


def put(area: Area, text: str, **options: int) -> bytes:
    return bx.command(bx.AREA, update((area_data(area, text).data,)), **options)


@pytest.mark.parametrize(
    ("data", "frame"),
    [
        (bx.command(bx.PING), "05 00 A2 00 01 00 00 68 F8 5A"),
        (bx.command(bx.STATUS), "05 00 A1 02 01 00 00 2D 40 5A"),
        (bx.command(bx.CLEAR), "05 00 A3 10 01 00 00 51 F8 5A"),
        (bx.command(b"\xa1\x00"), "05 00 A1 00 01 00 00 2C F8 5A"),
        (
            put(
                Area(width=0x18, height=32, display=3, speed=4, stay=5),
                "012345QRSTTV'B",
                process=0x2D,
            ),
            "32 00 A3 06 01 2D 00 00 01 29 00 00 00 00 "
            "00 00 18 00 20 00 00 00 00 02 00 00 00 00 02 "
            "02 03 00 04 05 0E 00 00 00 30 31 32 33 34 35 51 52 53 54 54 56 27 42 A8 7D 5A",
        ),
        (
            put(msgspec.structs.replace(LINES, y=12, time_out=2), "\\FO000TEMPER:21℃", answer=2),
            "35 00 A3 06 02 00 00 00 01 2C 00 00 00 00 "
            "0C 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 "
            "01 01 00 17 02 11 00 00 00 5C 46 4F 30 30 "
            "30 54 45 4D 50 45 52 3A 32 31 A1 E6 82 DA 5A",
        ),
        (
            put(msgspec.structs.replace(LINES, y=24, font="O000"), "HUM:66%RH", answer=2),
            "33 00 A3 06 02 00 00 00 01 2A 00 00 00 00 "
            "18 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 "
            "01 01 00 17 02 0F 00 00 00 5C 46 4F 30 30 30 48 55 4D 3A 36 36 25 52 48 36 7A 5A",
        ),
        (
            put(msgspec.structs.replace(LINES, y=36, font="O000"), "  ", answer=2),
            "2C 00 A3 06 02 00 00 00 01 23 00 00 00 00 "
            "24 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 "
            "01 01 00 17 02 08 00 00 00 5C 46 4F 30 30 30 20 20 DA F6 5A",
        ),
        (
            bx.command(bx.AREA, update(delete=(0,))),
            "08 00 A3 06 01 00 00 01 00 00 A6 02 EA 5A",
        ),
        (
            put(Area(font="O010", display=1), "请A012号到3号窗口"),
            "3B 00 A3 06 01 00 00 00 01 32 00 00 00 00 "
            "00 00 10 00 10 00 00 00 00 02 00 00 00 00 02 "
            "02 01 00 05 04 17 00 00 00 5C 46 4F 30 31 "
            "30 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 "
            "B0 BF DA 3F C4 5A",
        ),
    ],
    ids=["BX-01", "BX-02", "BX-03", "BX-04", "BX-05", "BX-06", "BX-07", "BX-08", "BX-12", "BX-16"],
)
def test_requests(data: bytes, frame: str) -> None:
    made = bx.frame(data)
    assert made.hex(" ").upper() == HEAD + frame
    assert BxFrames().feed(made) == (Packet(data),)


@pytest.mark.parametrize(
    ("error", "frame"),
    [
        (0, "05 00 A0 00 00 00 00 14 AC 5A"),
        (5, "05 00 A0 01 05 00 00 05 51 5A"),
        (3, "05 00 A0 01 03 00 00 E5 50 5A"),
    ],
)
def test_replies(error: int, frame: str) -> None:
    made = bx.frame(bx.reply(error), bx.HOST, bx.BROADCAST, starts=9)
    assert made.hex(" ").upper() == ACKED + frame
    (packet,) = BxFrames().feed(made)
    assert (packet.to, packet.source, packet.error) == (bx.HOST, bx.BROADCAST, error)


@given(st.binary(max_size=60))
def test_escapes_hide_every_framing_byte(data: bytes) -> None:
    hidden = bx.escape(data)
    assert not {0xA5, 0x5A} & set(hidden)
    assert bx.unescape(hidden) == data


@pytest.mark.parametrize("char", "璟互沪Z[賈運")
def test_characters_whose_codes_frame(char: str) -> None:
    made = bx.frame(put(Area(), char))
    assert made.count(0x5A) == 1
    (packet,) = BxFrames().feed(made)
    assert packet.data.endswith(char.encode("gbk"))


FRAME = bx.frame(put(Area(), "请A012号到3号窗口"))
PACKET = Packet(put(Area(), "请A012号到3号窗口"))


@given(st.binary(max_size=60), st.lists(st.integers(0, 200), max_size=8))
def test_any_noise_and_any_cut(noise: bytes, cuts: list[int]) -> None:
    stream, frames, found, last = noise + FRAME + FRAME, BxFrames(), [], 0
    for cut in [*sorted(cut for cut in cuts if cut < len(stream)), len(stream)]:
        found += frames.feed(stream[last:cut])
        last = cut
    assert found == [PACKET, PACKET]


@pytest.mark.parametrize("cut", range(len(FRAME)))
def test_torn_off_at_any_byte(cut: int) -> None:
    assert BxFrames().feed(FRAME[:cut] + FRAME) == (PACKET,)


@pytest.mark.parametrize(
    ("escaped", "fault"),
    [
        (b"\xa6\x03" + bytes(20), Fault.ESCAPE),
        (bytes(20) + b"\x5b", Fault.ESCAPE),
        (bytes(9), Fault.LENGTH),
        (bytes(20), Fault.LENGTH),
        (bytes(12) + b"\x04\0" + bytes(4) + b"\1\2", Fault.CHECK),
    ],
)
def test_what_is_no_packet(escaped: bytes, fault: Fault) -> None:
    assert bx.packet_of(escaped) is fault
    frames = BxFrames()
    assert frames.feed(b"\xa5" + escaped + b"\x5a") == ()
    assert frames.faults == [fault]


def test_checking_switched_off_and_bar_code_option() -> None:
    header = bytes.fromhex("01 00 00 80 00 00 00 00 00 00 FE 02 02 00")
    assert bx.packet_of(header + b"\xa2\x00\xff\xff") == Packet(b"\xa2\x00")
    with_code = header[:7] + b"\x01" + header[8:] + bytes(16) + b"\xa2\x00\xff\xff"
    assert bx.packet_of(with_code) == Packet(b"\xa2\x00")


def test_texts_of_people_and_texts_with_escapes() -> None:
    assert plain("a\\FO010b\nc") == "a＼FO010b\\nc"
    assert keep_escapes("\\FO010一\\n二\\C三") == "\\FO010一\\n二＼C三"
    assert pixels(100) == 0x8064
    with pytest.raises(Invalid):
        area_data(Area(), "长" * 3000)


def in_memory(*fits: Fit) -> tuple[BxScreen, BxModel]:
    model = BxModel()
    wire = SimulatedWire(FarSide(model, *fits, seed=1))
    return BxScreen(wire, clock=wire.now), model


@pytest.mark.parametrize("tcp", [False, True])
def test_a_call_on_a_card_over_a_real_line(serve: Serve, tcp: bool) -> None:
    model = BxModel(address=7)
    place = serve(model, tcp=tcp)
    wire = open_wire(place.url, LINE)
    with closing(BxScreen(wire, 7, patience=place.patience)) as screen:
        assert screen.status() == READY
        screen.announce(Call("A012", "3号窗口"))
        assert screen.show("一\n二𠮷") == (Replaced("𠮷", "□"),)
        assert model.areas == {0: "一\\n二□"}
        screen.clear()
    assert model.areas == {}
    assert model.history == ["请A012号到3号窗口", "一\\n二□"]


@pytest.mark.parametrize(
    ("fit", "code"),
    [
        (Fit(fault=far_side.Fault.SILENT), "DEV-06"),
        (Fit(fault=far_side.Fault.SLOW, value=60), "DEV-06"),
        (Fit(fault=far_side.Fault.GARBAGE), "DEV-06"),
        (Fit(fault=far_side.Fault.WRONG_CHECK), "DEV-06"),
        (Fit(fault=far_side.Fault.TORN, value=20), "DEV-06"),
        (Fit(fault=far_side.Fault.BUSY), "DEV-14"),
        (Fit(fault=far_side.Fault.UNPLUGGED), "DEV-07"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.fault.value,
)
def test_a_faulty_card_is_told(fit: Fit, code: str) -> None:
    screen, _ = in_memory(fit)
    with pytest.raises(DeviceError) as failed:
        screen.show("一")
    assert failed.value.code == code
    assert screen.status().state is DeviceState.FAULT


@pytest.mark.parametrize("fault", sorted(set(far_side.Fault) - {far_side.Fault.UNPLUGGED}))
def test_one_fault_is_got_over(fault: far_side.Fault) -> None:
    value = {far_side.Fault.TORN: 9, far_side.Fault.SLOW: 1.5}.get(fault, 0)
    screen, model = in_memory(Fit(fault=fault, times=1, value=value))
    screen.show("一")
    assert model.history[-1] == "一"


def test_what_a_card_does_not_know_is_not_asked_again() -> None:
    wire = MemoryWire(answer=lambda _: bx.frame(bx.reply(bx.NO_FONT), bx.HOST, bx.BROADCAST))
    with pytest.raises(DeviceError) as refused:
        BxScreen(wire, clock=wire.now).show("一")
    assert (refused.value.code, len(wire.sent)) == ("DEV-10", 1)


def test_another_screen_s_answer_is_not_ours() -> None:
    wire = MemoryWire(answer=lambda _: bx.frame(bx.reply(), 3, 1))
    with pytest.raises(DeviceError) as silent:
        BxScreen(wire, clock=wire.now).show("一")
    assert silent.value.code == "DEV-06"


def test_the_card_reports_a_broken_packet() -> None:
    (said,) = BxModel().hear(FRAME[:-3] + b"\0\0" + FRAME[-1:], 0, busy=False)
    (packet,) = BxFrames().feed(said.frame)
    assert packet.error == bx.BAD_CRC
    assert BxModel(2).hear(FRAME, 0, busy=False) == ()
    assert BxModel(2).hear(bx.frame(bx.command(bx.PING), bx.BROADCAST_SILENT), 0, busy=False) == ()
