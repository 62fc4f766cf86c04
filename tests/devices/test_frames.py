"""The frame engine: codecs both ways, escapes, and streams that are cut, dirty or torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import bx_frames as bx
from zcdesk.devices.frame_codecs import NumberCodec, TextCodec, Unfit, codec_named
from zcdesk.devices.frame_profile import Frame, Profile, build
from zcdesk.devices.frame_reader import FrameReader, Received
from zcdesk.devices.profile_file import read_profile, shipped

ONBON = """
[device]
name = "onbon"
title = "Onbon framing as data"
kind = "strip"
[crc.arc]
poly = 0x8005
refin = true
refout = true
[send.command]
fields = [
  "preamble:A5*8",
  "addr:u16le",
  "source:u16le",
  "const:00 00 00 00 00 00 FE 02",
  "len:u16le(text)",
  "text:hex",
  "check:arc:le(addr..text)",
  "const:5A",
]
defaults = { source = 0x8000 }
[send.command.escape]
codes = { "A5" = "A6 02", "A6" = "A6 01", "5A" = "5B 02", "5B" = "5B 01" }
first = "addr"
last = "check"
[[test]]
send = "command"
text = "A2 00 01 00 00"
values = { addr = 1 }
bytes = "A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02 05 00 A2 00 01 00 00 68 F8 5A"
[[test]]
send = "command"
text = "A3 06 01 00 00 01 00 00"
values = { addr = 1 }
bytes = '''
A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02 08 00 A3 06 01 00 00 01 00 00
A6 02 EA 5A'''
"""

FIRST = """
[device]
name = "first"
title = "escapes before the check"
kind = "strip"
[send.text]
fields = ["const:7E", "addr:u8", "text:gbk", "check:xor8(addr..text)", "const:7F"]
[send.text.escape]
codes = { "7E" = "7D 02", "7F" = "7D 03", "7D" = "7D 01" }
first = "addr"
last = "text"
before_check = true
[[test]]
send = "text"
text = "~"
values = { addr = 0x7F }
bytes = "7E 7D 03 7D 02 01 7F"
"""


def pairs() -> list[tuple[Profile, Frame]]:
    """Every frame of every shipped profile, both ways."""
    return [(p, f) for p in shipped().values() for f in (*p.send, *p.receive)]


def values_of(frame: Frame, number: int, text: str) -> dict[str, int | str]:
    given_values: dict[str, int | str] = {}
    for field in frame.fields:
        codec = getattr(field, "codec", None)
        if isinstance(codec, NumberCodec):
            least, most = codec.least - codec.offset, codec.most - codec.offset
            given_values[field.name] = least + number % (most - least + 1)
        else:
            given_values[field.name] = text
    given_values["addr"] = number % 250 if frame.fields else 0
    if frame.name == "raw":
        given_values["text"] = text.encode("gbk").hex() or "00"
    return given_values


def one(frames: tuple[Frame, ...], data: bytes) -> Received:
    (found,) = FrameReader(frames).feed(data)
    return found


@pytest.mark.parametrize(
    ("name", "value", "data"),
    [
        ("u8", 255, "FF"),
        ("u8+0x80", 5, "85"),
        ("u16be", 0x1234, "12 34"),
        ("u16le", 0x1234, "34 12"),
        ("s16be", -2, "FF FE"),
        ("div100", 1234, "0C 22"),
        ("bcd1", 59, "59"),
        ("bcd2", 1234, "12 34"),
        ("digits3", 7, "30 30 37"),
        ("digits6+100000", 5, "31 30 30 30 30 35"),
        ("split6", 5, "85"),
        ("split6", 170, "AA C2"),
        ("gbk+colour", "请8", "C7 EB 02 38 02"),
        ("gbk+nibbles", "请8", "0C 07 0E 0B 38"),
        ("registers", "ABC", "41 42 43 20"),
        ("utf16le", "宇", "87 5B"),
        ("utf16be", "宇", "5B 87"),
        ("hex", "CA 01", "CA 01"),
    ],
)
def test_a_value_both_ways(name: str, value: int | str, data: str) -> None:
    codec = codec_named(name)
    assert codec.encode(value, {"colour": 2}).data == bytes.fromhex(data)
    assert codec.decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("u8", 256),
        ("u8", -1),
        ("u8", "x"),
        ("u8+0x80", 0x80),
        ("s16be", 0x8000),
        ("div100", 10000),
        ("bcd2", 10000),
        ("digits3", 1000),
        ("split6", 256),
        ("hex", "XY"),
    ],
)
def test_a_value_that_does_not_fit(name: str, value: int | str) -> None:
    with pytest.raises(Unfit):
        codec_named(name).encode(value, {})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("u8+0x80", "05"),
        ("bcd2", "1A 00"),
        ("digits3", "30 41 30"),
        ("gbk", "C7"),
        ("gbk+colour", "C7 EB"),
        ("gbk+nibbles", "0C"),
        ("gbk+nibbles", "03 01"),
        ("ascii", "C7"),
    ],
)
def test_bytes_that_are_no_value(name: str, data: str) -> None:
    with pytest.raises(Unfit):
        codec_named(name).decode(bytes.fromhex(data))


@pytest.mark.parametrize("name", ["u9", "gbk+1", "utf8", ""])
def test_no_such_codec(name: str) -> None:
    with pytest.raises(Unfit):
        codec_named(name)


def test_colours_one_by_one() -> None:
    codec = codec_named("gbk+colour")
    assert isinstance(codec, TextCodec)
    assert codec.encode("AB一", {"colours": "12"}).data == b"A\1B\2\xd2\xbb\2"
    with pytest.raises(Unfit):
        codec.encode("A", {"colour": "red"})
    assert codec.colours
    assert codec.colours(b"A\1B\2\xd2\xbb\2") == "122"


@pytest.mark.parametrize(
    ("name", "data"), [("gbk+colour", "41 0A"), ("colours2", "03 03 01 02"), ("colours2", "03")]
)
def test_bytes_that_are_no_colours(name: str, data: str) -> None:
    codec = codec_named(name)
    assert isinstance(codec, TextCodec)
    assert codec.colours
    with pytest.raises(Unfit):
        codec.colours(bytes.fromhex(data))


@given(st.integers(0, 60000), st.text("请号窗口A1 b", min_size=1, max_size=20))
def test_every_frame_is_recognised_as_itself(number: int, text: str) -> None:
    for profile, frame in pairs():
        data = build(profile, frame, values_of(frame, number, text)).data
        found = one((frame,), data)
        assert found.data == data
        for name, value in values_of(frame, number, text).items():
            if name in found.values and isinstance(value, int):
                assert found.values[name] == value


@given(st.binary(max_size=50), st.data())
def test_noise_and_cuts(noise: bytes, data: st.DataObject) -> None:
    """Profiles with a check: behind any noise, however cut, the next frames are found."""
    profile = shipped()["a0-90"]
    frame = profile.send[0]
    whole = build(profile, frame, {"addr": 3, "text": "请A0" + chr(0x90) + "号"}).data
    reader = FrameReader(profile.send)
    found = list(reader.feed(noise))
    while reader.is_waiting:
        found += reader.idle()
    stream = whole + whole
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    found, last = [], 0
    for cut in [*cuts, len(stream)]:
        found += reader.feed(stream[last:cut])
        last = cut
    assert [one.data for one in found] == [whole, whole]


TORN = [("a0-90", "text"), ("pingan-lihe", "call"), ("fe-strip", "text"), ("pad-ff68", "ticket")]


@pytest.mark.parametrize(("name", "frame_name"), TORN)
def test_torn_off_at_any_byte_the_next_is_found(name: str, frame_name: str) -> None:
    profile = shipped()[name]
    frame = profile.frame(frame_name)
    assert frame is not None
    values = {"addr": 0x16, "text": "请到A0号", "number": 12, "window": 0xA0, "prefix": "A"}
    whole = build(profile, frame, values).data
    for cut in range(1, len(whole)):
        reader = FrameReader((frame,))
        found = list(reader.feed(whole[:cut] + whole))
        while reader.is_waiting:
            found += reader.idle()
        assert [f.data for f in found] == [whole], cut


@pytest.mark.parametrize(
    ("name", "data"),
    [
        # The two lengths differ; a fixed frame says another length; a count of characters is wrong.
        ("pad-ff68", "FF 68 02 03 68 03 01 04 16"),
        ("pingan-lihe", "A0 04 28 03 02 31 FF"),
        (
            "langchao",
            "23 14 24 15 13 18 31 30 30 30 30 35 44 00 01 01 01 02 41 07 38 0D 0C 03 02 0D F4",
        ),
        ("led-485-rtu", "01 10 00 70 00 01 03 41 42 CD 31"),
    ],
)
def test_a_length_that_lies_is_no_frame(name: str, data: str) -> None:
    whole = bytes.fromhex(data)
    for end in range(256):
        assert FrameReader(shipped()[name].send).feed(whole[:-1] + bytes((end,))) == ()


def test_onbon_frames_as_data() -> None:
    profile = read_profile(ONBON)
    frame = profile.send[0]
    for text in ("A5 A6 5A 5B 00", "", "5A" * 40):
        made = build(profile, frame, {"addr": 0xA55A, "text": text or "00"}).data
        assert made == bx.frame(bytes.fromhex(text or "00"), 0xA55A)
        assert one(profile.send, made).values["addr"] == 0xA55A
        # Any number of starts will do, and one is enough.
        assert one(profile.send, b"\xa5" * 3 + made).values["addr"] == 0xA55A
        assert one(profile.send, made[7:]).values["addr"] == 0xA55A


def test_escapes_before_the_check() -> None:
    profile = read_profile(FIRST)
    for text in ("~", "a}b", "请~}"):
        made = build(profile, profile.send[0], {"addr": 0x7E, "text": text})
        assert one(profile.send, made.data).values == {"addr": 0x7E, "text": text}
    # A wrong escape is no frame, and hides none behind it.
    good = bytes.fromhex("7E 7D 03 7D 02 01 7F")
    assert [f.data for f in FrameReader(profile.send).feed(b"\x7e\x7d\x09\x00\x7f" + good)] == [
        good
    ]


@given(st.binary(max_size=400))
def test_no_bytes_are_an_accident(data: bytes) -> None:
    for profile in shipped().values():
        for frames in (profile.send, profile.receive):
            reader = FrameReader(frames)
            found = list(reader.feed(data))
            while reader.is_waiting:
                found += reader.idle()
            assert sum(len(f.data) for f in found) + reader.dropped == len(data)


def test_a_length_without_end_is_noise() -> None:
    profile = shipped()["a0-90"]
    reader = FrameReader(profile.send)
    whole = build(profile, profile.send[0], {"addr": 1, "text": "一"}).data
    assert [f.data for f in reader.feed(b"\xa0\x90\x01\xa5\xff\xff" + whole)] == [whole]
