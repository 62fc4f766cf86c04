"""Profile files: the shipped ones hold their vectors; a wrong one is refused with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zcdesk.devices.frame_codecs import Unfit
from zcdesk.devices.frame_profile import ProfileKind, build, texts, with_check
from zcdesk.devices.profile_file import find_profile, load_profile, read_profile, shipped
from zcdesk.devices.toml_lines import line_of
from zcdesk.errors import Invalid
from zcdesk.paths import resources_dir

FOLDER = resources_dir() / "devices"
FILES = sorted(FOLDER.glob("*.toml"))

# The published frames, here once more so that a change of file and test together is seen.
VECTORS = {
    "pingan-lihe": [
        "A0 06 28 03 01 0C 22 03 63 FF",
        "A0 07 28 03 01 0C 22 03 42 42 FF",
        "A0 03 14 05 50 08 FF",
        "A0 03 98 03 50 26 FF",
        "A0 05 98 03 50 A3 03 32 FF",
        "A0 06 28 05 04 00 05 01 3D FF",
        "AA 01 BB 51 54 22 01 00 99 00 63 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA FF",
        "AA 80 BB 51 50 2B 08 02 99 00 63 BB B6 D3 AD B9 E2 C1 D9 FF",
    ],
    "a0-90": ["A0 90 01 A5 00 05 C7 EB 00 38 01 B4", "A0 90 01 A5 AA", "A0 90 01 A5 55"],
    "ruize": ["85 48", "AA C2 48", "3B", "85 54", "85 53"],
    "fe-strip": [
        "05 FE 1D 01 86 3C 00 05 00 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA 00 46 15"
    ],
    "yongtai": [
        "AA 55 0D 05 F8 21 00 D7 DB BA CF D2 B5 CE F1 00",
        "AA 55 16 05 F8 21 00 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA 00",
    ],
    "led-485-rtu": [
        "01 03 00 00 00 0A C5 CD",
        "01 06 00 00 30 39 5D D8",
        "01 06 00 00 00 0C 89 CF",
    ],
    "pad-six-byte": [
        "01 03 00 73 73 FF",
        "01 03 02 00 00 FF",
        "01 03 06 73 73 FF",
        "01 03 1A 73 73 FF",
        "03 01 05 73 73 FF",
        "03 01 07 73 73 FF",
        "03 01 01 0C 22 FF",
        "03 01 1C 00 07 FF",
    ],
    "pad-ff68": ["FF 68 02 02 68 03 01 04 16", "FF 68 04 04 68 03 41 00 0C 50 16"],
    "rater-stx": ["02 00 03 CA 01 02 C9 03"],
}


def hexed(data: bytes) -> str:
    return data.hex(" ").upper()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_profile_holds_its_vectors(path: Path) -> None:
    text = path.read_text("utf-8")
    profile = read_profile(text, path.name)
    assert profile.name == path.stem
    assert re.fullmatch(r"[a-z0-9-]+", profile.name)
    tested = re.sub(r"\s+", " ", text.partition("[[test]]")[2])
    for frame in VECTORS.get(profile.name, ()):
        assert frame in tested


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_profile_whose_frames_differ_is_refused(path: Path) -> None:
    text = path.read_text("utf-8")
    at = text.rindex('bytes = "') + len('bytes = "')
    at = at if text[at : at + 2] != '""' else at + 3
    spoilt = text[:at] + ("00" if text[at : at + 2] != "00" else "01") + text[at + 2 :]
    with pytest.raises(Invalid) as refused:
        read_profile(spoilt, path.name)
    fields = refused.value.fields
    assert refused.value.code == "DEV-13"
    assert fields["file"] == path.name
    assert fields["line"] == text[:at].count("\n") + (0 if text[at - 1] == "\n" else 1)
    assert str(fields["place"]).startswith("test.")


def test_the_shipped_ones_by_name_and_alias() -> None:
    assert set(VECTORS) | {"langchao", "led-485-ascii"} == set(shipped())
    for name in ("平安力合", "A0-90", "瑞泽", "浪潮", " fe-strip "):
        assert find_profile(name) is not None
    assert find_profile("nobody") is None
    names = [n for p in shipped().values() for n in (p.name, *p.aliases)]
    assert len(names) == len(set(names))
    experimental = {p.name for p in shipped().values() if p.is_experimental}
    assert experimental == {"pad-six-byte", "pad-ff68", "rater-stx", "yongtai"}


def test_a_long_text_of_every_strip_is_refused_not_cut() -> None:
    for profile in shipped().values():
        if profile.text.most:
            with pytest.raises(Unfit, match="最多"):
                texts(profile, "A" * 400, {"addr": 1})


def test_both_readings_of_the_sum() -> None:
    profile = shipped()["pingan-lihe"]
    values = {"addr": 200, "window": 99}
    low = texts(profile, "Z9999", values)[0].data
    raw = texts(with_check(profile, "sum100-raw"), "Z9999", values)[0].data
    total = sum(low[1:-2])
    assert total > 255
    assert (low[-2], raw[-2]) == (total % 256 % 100, total % 100)
    with pytest.raises(Unfit):
        with_check(profile, "crc16-arc")


def test_values_that_do_not_fit() -> None:
    profile = shipped()["pingan-lihe"]
    for values in ({}, {"addr": 256}, {"addr": "x"}):
        with pytest.raises(Unfit, match="addr"):
            texts(profile, "1234", values)
    with pytest.raises(Unfit, match="没有命令"):
        texts(profile, "1234", {"addr": 1}, "dance")
    assert hexed(texts(profile, "1234", {"addr": 1}, "text")[0].data).startswith("AA 01 BB 51")


GOOD = """[device]
name = "mine"
title = "我的条屏"
kind = "strip"

[send.text]
accepts = "(?s:.+)"
fields = [
  "const:AA",
  "addr:u8",
  "len:u8(text)",
  "text:gbk",
  "check:sum8(addr..text)",
]

[[test]]
text = "A"
values = { addr = 1 }
bytes = "AA 01 01 41 43"
"""


def test_a_hall_s_own_profile(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    profile = load_profile(path)
    assert (profile.name, profile.kind) == ("mine", ProfileKind.STRIP)
    assert hexed(texts(profile, "中", {"addr": 2})[0].data) == "AA 02 02 D6 D0 AA"


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "said"),
    [
        ('kind = "strip"', 'kind = "ship"', 4, "device.kind", "ship"),
        ('title = "我的条屏"\n', "", 1, "device", "缺少“title”"),
        ('kind = "strip"', 'kind = "strip"\ncolour = 3', 5, "device.colour", "不认识“colour”"),
        ('name = "mine"', 'name = "My Strip"', 2, "device.name", "小写"),
        ('name = "mine"', "name = 7", 2, "device.name", "应为 str"),
        ('"addr:u8"', '"addr:u9"', 10, "send.text.fields.1", "没有编码“u9”"),
        ('"addr:u8"', '"addr"', 10, "send.text.fields.1", "看不懂"),
        ('"const:AA"', '"const:AZ"', 9, "send.text.fields.0", "“Z”"),
        ('"len:u8(text)"', '"len:u8"', 11, "send.text.fields.2", "范围"),
        ('"addr:u8"', '"addr:u8(text)"', 10, "send.text.fields.1", "不带范围"),
        ("sum8(addr", "sum9(addr", 13, "send.text.fields.4", "没有校验“sum9”"),
        ("sum8(addr", "sum8:le(addr", 13, "send.text.fields.4", "只有一个字节"),
        ("sum8(addr", "crc16-arc(addr", 13, "send.text.fields.4", ":be 或 :le"),
        ("(addr..text)", "(adr..text)", 8, "send.text.fields", "adr"),
        ("(addr..text)", "(text..addr)", 8, "send.text.fields", "颠倒"),
        ('"addr:u8"', '"text:u8"', 8, "send.text.fields", "重名"),
        ('"len:u8(text)"', '"len:u8(addr)"', 8, "send.text.fields", "长度无从得知"),
        ('accepts = "(?s:.+)"', 'accepts = "("', 7, "send.text.accepts", "正则"),
        ("[[test]]", "[poll]\nframe = 'ask'\n[[test]]", 17, "poll.frame", "send.ask"),
        ('accepts = "(?s:.+)"', 'reply = "ok"', 7, "send.text.reply", "receive.ok"),
        ('accepts = "(?s:.+)"', 'event = "sing"', 7, "send.text.event", "sing"),
        ("[[test]]", "[stars]\n1 = 9\n[[test]]", 17, "stars.1", "星"),
        ("values = { addr = 1 }", "values = {}", 19, "test.0.bytes", "缺少 addr"),
        ("[[test]]\n", "[[test]\n", 16, "", "写法不对"),
        ('bytes = "AA 01 01 41 43"', 'bytes = "AA 0"', 19, "test.0.bytes", "双数"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_field(
    old: str, new: str, line: int, place: str, said: str
) -> None:
    assert old in GOOD
    with pytest.raises(Invalid) as refused:
        read_profile(GOOD.replace(old, new), "mine.toml")
    fields = refused.value.fields
    assert (fields["line"], fields["place"]) == (line, place), fields
    assert said in str(fields["why"])


def test_a_profile_without_a_test_is_no_profile() -> None:
    head, _, _ = GOOD.partition("[[test]]")
    with pytest.raises(Invalid, match="自检"):
        read_profile("test = []\n" + head)
    with pytest.raises(Invalid, match="缺少“test”"):
        read_profile(head)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        load_profile(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Invalid):
        load_profile(tmp_path / "bad.toml")


def test_lines_of_places() -> None:
    text = '# x\n[a]\nb.c = 1\n[[t]]\nk = 2\n[[t]]\nk = [ "x", "y",\n "z" ] # "w"\n["q.r"]\n'
    assert line_of(text, ("a",)) == 2
    assert line_of(text, ("a", "b", "c")) == 3
    assert line_of(text, ("t", 1, "k")) == 7
    assert [line_of(text, ("t", 1, "k", i)) for i in range(4)] == [7, 7, 8, 7]
    assert line_of(text, ("nowhere",)) == 1


def test_a_frame_of_every_profile_can_be_built_and_named() -> None:
    for profile in shipped().values():
        values = {"addr": 1, "number": 5, "text": "12", "start": 0, "many": 1}
        for frame in profile.send:
            assert build(profile, frame, values).data
