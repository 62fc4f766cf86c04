"""Both voice dialects against the published vectors, marks, long texts and dirty streams."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import voice_frames as vf
from zcdesk.devices.kinds import Replaced
from zcdesk.devices.voice_frames import SYN6288, XFS5152, Chip, Settings, VoiceFrames

CALL = "请A012号到3号窗口"


def hexed(data: bytes) -> str:
    return data.hex(" ").upper()


@pytest.mark.parametrize(
    ("text", "encoding", "music", "frame"),
    [
        ("宇音天下", "gb2312", 0, "FD 00 0B 01 00 D3 EE D2 F4 CC EC CF C2 C1"),
        ("宇音天下", "gbk", 0, "FD 00 0B 01 01 D3 EE D2 F4 CC EC CF C2 C0"),
        ("宇音天下", "big5", 0, "FD 00 0B 01 02 A6 74 AD B5 A4 D1 A4 55 BB"),
        ("语音天下", "unicode", 0, "FD 00 0B 01 03 8B ED 97 F3 59 29 4E 0B C3"),
        ("宇音天下", "gbk", 1, "FD 00 0B 01 09 D3 EE D2 F4 CC EC CF C2 C8"),
        ("宇音天下", "gbk", 15, "FD 00 0B 01 79 D3 EE D2 F4 CC EC CF C2 B8"),
        ("[v11]", "gbk", 0, "FD 00 08 01 01 5B 76 31 31 5D 85"),
        (CALL, "gbk", 0, "FD 00 14 01 01 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA ED"),
        ("欢迎光临", "gb2312", 0, "FD 00 0B 01 00 BB B6 D3 AD B9 E2 C1 D9 C7"),
    ],
)
def test_syn6288_speaks(text: str, encoding: str, music: int, frame: str) -> None:
    spoken = vf.speak(SYN6288, text, encoding, music)
    assert [hexed(f) for f in spoken.frames] == [frame]
    assert spoken.replaced == ()


@pytest.mark.parametrize(
    ("command", "frame"),
    [
        ((vf.SET_BAUD, 0), "FD 00 03 31 00 CF"),
        ((vf.SET_BAUD, 1), "FD 00 03 31 01 CE"),
        ((vf.SET_BAUD, 2), "FD 00 03 31 02 CD"),
        ((vf.STOP,), "FD 00 02 02 FD"),
        ((vf.PAUSE,), "FD 00 02 03 FC"),
        ((vf.RESUME,), "FD 00 02 04 FB"),
        ((vf.QUERY,), "FD 00 02 21 DE"),
        ((vf.SLEEP,), "FD 00 02 88 77"),
    ],
)
def test_syn6288_obeys(command: tuple[int, ...], frame: str) -> None:
    assert hexed(vf.frame(SYN6288, *command)) == frame


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (vf.frame(XFS5152, vf.STOP), "FD 00 01 02"),
        (vf.frame(XFS5152, vf.PAUSE), "FD 00 01 03"),
        (vf.frame(XFS5152, vf.RESUME), "FD 00 01 04"),
        (vf.frame(XFS5152, vf.QUERY), "FD 00 01 21"),
        (vf.frame(XFS5152, vf.SLEEP), "FD 00 01 88"),
        (vf.frame(XFS5152, vf.WAKE), "FD 00 01 FF"),
        (
            vf.frame(XFS5152, vf.STORE, 0, "请稍候".encode("gbk")),
            "FD 00 08 31 00 C7 EB C9 D4 BA F2",
        ),
        (vf.frame(XFS5152, vf.SPEAK_STORED, 0x11), "FD 00 02 32 11"),
    ],
)
def test_xfs5152_obeys(frame: bytes, wanted: str) -> None:
    assert hexed(frame) == wanted


@pytest.mark.parametrize(
    ("text", "encoding", "frame"),
    [
        ("[v9]", "gb2312", "FD 00 06 01 00 5B 76 39 5D"),
        (
            "[d][z1]",
            "unicode",
            "FD 00 10 01 03 5B 00 64 00 5D 00 5B 00 7A 00 31 00 5D 00",
        ),
        ("宇音天下", "gb2312", "FD 00 0A 01 00 D3 EE D2 F4 CC EC CF C2"),
        (CALL, "gbk", "FD 00 13 01 01 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA"),
    ],
)
def test_xfs5152_speaks(text: str, encoding: str, frame: str) -> None:
    assert [hexed(f) for f in vf.speak(XFS5152, text, encoding).frames] == [frame]


def test_no_frame_is_longer_than_the_chip_takes() -> None:
    spoken = vf.speak(SYN6288, "请到三号窗口，[v3]谢谢。" * 40)
    assert len(spoken.frames) > 4
    for frame in spoken.frames:
        assert len(frame) <= 206
        assert frame[5:-1].decode("gbk")[-1] in "，。"
    assert "".join(f[5:-1].decode("gbk") for f in spoken.frames) == spoken.text
    assert vf.speak(SYN6288, "").frames == ()


def test_what_cannot_be_spoken_is_named() -> None:
    spoken = vf.speak(SYN6288, "请𠮷先生")
    assert spoken.text == "请某先生"
    assert spoken.replaced == (Replaced("𠮷", "某"),)


def test_marks_mean_what_each_chip_means_by_them() -> None:
    loud = Settings(volume=100, speed=50, background=25, music=2)
    assert vf.marks(SYN6288, loud) == "[v16][t3][m4][n1]"
    assert vf.marks(XFS5152, loud) == "[v9][s5][n1]"
    assert vf.marks(SYN6288, Settings(digits=False)) == "[n0]"
    assert vf.plain("[v0]安静") == "［v0］安静"


@given(
    st.sampled_from([SYN6288, XFS5152]), st.text(max_size=80), st.sampled_from(["gbk", "unicode"])
)
def test_what_is_sent_is_what_the_module_hears(chip: Chip, text: str, encoding: str) -> None:
    spoken = vf.speak(chip, text, encoding)
    codec = "gbk" if encoding == "gbk" else "utf-16-be" if chip is SYN6288 else "utf-16-le"
    bodies = VoiceFrames(chip).feed(b"".join(spoken.frames))
    assert "".join(body[2:].decode(codec) for body in bodies) == spoken.text


FRAMES = [vf.frame(SYN6288, vf.SPEAK, 1, b"\xfd\x00\x02\x21\xde"), vf.frame(SYN6288, vf.QUERY)]


@given(st.binary(max_size=40), st.lists(st.integers(0, 60), max_size=6))
def test_noise_and_cuts_cost_no_later_frame(noise: bytes, cuts: list[int]) -> None:
    frames, found = VoiceFrames(SYN6288), []
    found += frames.feed(noise)
    while frames.is_waiting:
        found += frames.idle()
    stream, last = b"".join(FRAMES), 0
    found = []
    for cut in [*sorted(cut for cut in cuts if cut < len(stream)), len(stream)]:
        found += frames.feed(stream[last:cut])
        last = cut
    assert found == [frame[3:-1] for frame in FRAMES]


@pytest.mark.parametrize("cut", range(1, len(FRAMES[0])))
def test_a_torn_frame_is_dropped_at_the_gap(cut: int) -> None:
    frames = VoiceFrames(SYN6288)
    found = list(frames.feed(FRAMES[0][:cut]))
    while frames.is_waiting:
        found += frames.idle()
    # The text of this frame looks like one itself, and is found once its end has come.
    assert len(found) == (cut == len(FRAMES[0]) - 1)
    assert frames.feed(FRAMES[1]) == (FRAMES[1][3:-1],)


def test_a_wrong_check_is_no_frame() -> None:
    frames = VoiceFrames(SYN6288)
    assert frames.feed(FRAMES[1][:-1] + b"\0") == ()
    assert frames.rejected == 1
