"""`zcdesk device encode` and `decode` as a person in a terminal uses them."""

from __future__ import annotations

import argparse
import io
import json
import re
from pathlib import Path

import pytest

from tests.devices import sam_samples as samples
from zcdesk.devices import sam_frames as sam
from zcdesk.devices.command import add_parser, run
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.sam_layouts import encode_text
from zcdesk.errors import CodedError
from zcdesk.paths import resources_dir

CALL = "请A012号到3号窗口"
BX = "A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02 "


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    return parser.parse_args(["device", *words])


def call(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(parse(*words), out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def encoded(model: str, text: str, *words: str) -> str:
    code, out, err = call("encode", "--model", model, "--text", text, *words)
    assert (code, err) == (0, "")
    return out.rstrip("\n")


def options(*pairs: str) -> list[str]:
    return [word for pair in pairs for word in ("--option", pair)]


@pytest.mark.parametrize(
    ("model", "text", "words", "frame"),
    [
        ("syn6288", "宇音天下", ["encoding=gb2312"], "FD 00 0B 01 00 D3 EE D2 F4 CC EC CF C2 C1"),
        ("SYN6288", "宇音天下", [], "FD 00 0B 01 01 D3 EE D2 F4 CC EC CF C2 C0"),
        ("syn6288", "宇音天下", ["encoding=big5"], "FD 00 0B 01 02 A6 74 AD B5 A4 D1 A4 55 BB"),
        ("syn6288", "语音天下", ["encoding=Unicode"], "FD 00 0B 01 03 8B ED 97 F3 59 29 4E 0B C3"),
        ("syn6288", "宇音天下", ["music=15"], "FD 00 0B 01 79 D3 EE D2 F4 CC EC CF C2 B8"),
        ("syn6288", "[v11]", ["encoding=gbk"], "FD 00 08 01 01 5B 76 31 31 5D 85"),
        ("xfs5152", "[v9]", ["encoding=gb2312"], "FD 00 06 01 00 5B 76 39 5D"),
        (
            "xfs5152ce",
            "[d][z1]",
            ["encoding=unicode"],
            "FD 00 10 01 03 5B 00 64 00 5D 00 5B 00 7A 00 31 00 5D 00",
        ),
        ("xfs5152", "宇音天下", ["encoding=gb2312"], "FD 00 0A 01 00 D3 EE D2 F4 CC EC CF C2"),
    ],
)
def test_voices(model: str, text: str, words: list[str], frame: str) -> None:
    assert encoded(model, text, *options(*words)) == frame


def test_a_long_text_is_one_frame_a_line() -> None:
    lines = encoded("syn6288", "请到三号窗口，" * 30).split("\n")
    assert len(lines) == 3
    assert all(re.fullmatch(r"FD( [0-9A-F]{2})+", line) for line in lines)


@pytest.mark.parametrize(
    ("text", "words", "frame"),
    [
        (
            CALL,
            "display=1 font=O010",
            "3B 00 A3 06 01 00 00 00 01 32 00 00 00 00 00 00 10 00 10 00 00 00 00 02 00 00 00 00 "
            "02 02 01 00 05 04 17 00 00 00 5C 46 4F 30 31 30 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA "
            "C5 B4 B0 BF DA 3F C4 5A",
        ),
        (
            "\\FO010" + CALL,
            "display=static",
            "3B 00 A3 06 01 00 00 00 01 32 00 00 00 00 00 00 10 00 10 00 00 00 00 02 00 00 00 00 "
            "02 02 01 00 05 04 17 00 00 00 5C 46 4F 30 31 30 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA "
            "C5 B4 B0 BF DA 3F C4 5A",
        ),
        (
            "012345QRSTTV'B",
            "width=24 height=32 display=left speed=4 stay=5 process=0x2D",
            "32 00 A3 06 01 2D 00 00 01 29 00 00 00 00 00 00 18 00 20 00 00 00 00 02 00 00 00 00 "
            "02 02 03 00 04 05 0E 00 00 00 30 31 32 33 34 35 51 52 53 54 54 56 27 42 A8 7D 5A",
        ),
        (
            "HUM:66%RH",
            "id=1 y=24 width=64 height=12 spacing=10 run=1 timeout=2 single=1 newline=01 "
            r"display=01 speed=23 stay=02 font=\FO000 reply=no",
            "33 00 A3 06 02 00 00 00 01 2A 00 00 00 00 18 00 40 00 0C 00 01 0A 01 02 00 00 00 00 "
            "01 01 01 00 17 02 0F 00 00 00 5C 46 4F 30 30 30 48 55 4D 3A 36 36 25 52 48 36 7A 5A",
        ),
    ],
)
def test_onbon_areas(text: str, words: str, frame: str) -> None:
    assert encoded("bx5k", text, *options(*words.split())) == BX + frame


def test_the_area_is_as_told() -> None:
    usual, narrow = encoded("bx5k", "一"), encoded("bx5k", "一", *options("width=08"))
    assert " 00 00 00 00 10 00 10 00 " in usual
    assert " 00 00 00 00 08 00 10 00 " in narrow
    pixels = encoded("bx5k", "一", *options("width=100px", "align=centre", "valign=middle"))
    assert " 64 80 10 00 " in pixels
    assert " 0A 02 02 02 " in pixels
    assert encoded("bx5k", "一", "--address", "2").split()[8:10] == ["02", "00"]
    assert encoded("bx5k", "一\\二") == encoded("bx5k", "一＼二")


@pytest.mark.parametrize(
    ("model", "text", "words", "frame"),
    [
        (
            "pingan-lihe",
            "1234",
            ["--address", "3", "--window", "3"],
            "A0 06 28 03 01 0C 22 03 63 FF",
        ),
        (
            "平安力合",
            "B1234",
            ["--address", "3", "--window", "3"],
            "A0 07 28 03 01 0C 22 03 42 42 FF",
        ),
        (
            "pingan-lihe",
            "5",
            ["--address", "5", "--window", "1", "--option", "frame=serving"],
            "A0 06 28 05 04 00 05 01 3D FF",
        ),
        ("a0-90", "请8", ["--option", "colours=01"], "A0 90 01 A5 00 05 C7 EB 00 38 01 B4"),
        ("langchao", CALL, ["--address", "5"], None),
        ("led-485-rtu", "12345", [], "01 06 00 00 30 39 5D D8"),
        ("led-485-rtu", "12", [], "01 06 00 00 00 0C 89 CF"),
        ("led-485-ascii", "A012", [], "24 30 30 31 2C 41 30 31 32 23"),
        ("pad-six-byte", "1234", ["--address", "3"], "03 01 01 0C 22 FF"),
        ("pad-ff68", "12", ["--address", "0x03"], "FF 68 04 04 68 03 41 00 0C 50 16"),
        (
            "fe-strip",
            CALL,
            ["--address", "5"],
            "05 FE 1D 01 86 3C 00 05 00 C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA 00 "
            "46 15",
        ),
    ],
)
def test_profiles(model: str, text: str, words: list[str], frame: str | None) -> None:
    made = encoded(model, text, *words)
    assert made == frame if frame else made.startswith("23 14 24 15 13 18 31 30 30 30 30 35 44")


def test_every_shipped_profile_encodes_by_its_name() -> None:
    for name in shipped():
        frame = ["--option", "frame=raw"] if name == "rater-stx" else []
        assert encoded(name, "12", *frame)


def test_both_readings_of_a_check() -> None:
    words = ["--address", "200", "--window", "99"]
    one = encoded("pingan-lihe", "Z9999", *words)
    two = encoded("pingan-lihe", "Z9999", *words, "--option", "check=sum100-raw")
    assert one.split()[:-2] == two.split()[:-2]
    assert one != two


def test_a_hall_s_own_profile(tmp_path: Path) -> None:
    text = (resources_dir() / "devices" / "yongtai.toml").read_text("utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    code, out, _ = call("encode", "--profile", str(file), "--text", "综合业务", "--address", "5")
    assert (code, out.strip()) == (0, "AA 55 0D 05 F8 21 00 D7 DB BA CF D2 B5 CE F1 00")
    file.write_text(text.replace("addr:u8", "addr:u9"), "utf-8")
    code, out, err = call("encode", "--profile", str(file), "--text", "一")
    assert (code, out) == (2, "")
    assert re.search(r"mine\.toml 第 \d+ 行 send\.text\.fields\.2：没有编码“u9”", err)


def test_what_cannot_be_shown_is_said_beside() -> None:
    code, out, err = call("encode", "--model", "a0-90", "--text", "王𠮷")
    assert (code, err) == (0, "“𠮷”不能用，已用“□”代替\n")
    assert out == "A0 90 01 A5 00 06 CD F5 00 A1 F5 00 CE\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--model", "nobody"], 2, "没有型号“nobody”"),
        (["--model", "sam-v"], 2, "不接收文字"),
        (["--model", "syn6288", "--option", "encoding=utf8"], 2, "encoding 应为"),
        (["--model", "syn6288", "--option", "music=16"], 2, "0 至 15"),
        (["--model", "syn6288", "--option", "colour=1"], 2, "没有选项“colour”"),
        (["--model", "syn6288", "--option", "music"], 2, "名=值"),
        (["--model", "xfs5152", "--option", "music=1"], 2, "没有背景音乐"),
        (["--model", "bx5k", "--option", "font=X1"], 2, "font 应如"),
        (["--model", "bx5k", "--option", "width=wide"], 2, "不是数字"),
        (["--model", "bx5k", "--option", "valign=x"], 2, "valign"),
        (["--model", "bx5k", "--option", "reply=maybe"], 2, "reply"),
        (["--model", "bx5k", "--option", "size=3"], 2, "没有选项“size”"),
        (["--model", "bx5k", "--address", "70000"], 2, "65535"),
        (["--model", "a0-90", "--option", "frame=dance"], 1, "没有命令“dance”"),
        (["--model", "a0-90", "--address", "300"], 1, "addr"),
        (["--model", "a0-90", "--option", "speed=1"], 2, "没有选项“speed”"),
        (["--model", "ruize", "--option", "colours=123"], 2, "有它的帧：colour"),
        (["--model", "pingan-lihe", "--text", "12", "--option", "speed=3"], 2, "有它的帧：text"),
        (["--model", "fe-strip", "--option", "check=xor8"], 1, "没有一个字节的校验"),
        (["--model", "pingan-lihe", "--window", "出件"], 2, "窗口号"),
        (["--model", "bx5k", "--option", "width=0"], 2, "1 至 65535"),
        (["--model", "langchao", "--address", "99999999"], 2, "999999"),
        (["--model", "led-485-ascii", "--address", "1000", "--text", "1"], 1, "addr"),
        (["--model", "syn6288", "--text", ""], 2, "没有文字"),
        (["--model", " "], 2, "没有写明型号"),
        (["--profile", "nowhere.toml"], 2, "nowhere.toml：文件读不出"),
    ],
)
def test_wrong_use_is_said_in_words(words: list[str], code: int, said: str) -> None:
    got, out, err = call("encode", "--text", "一", *words)
    assert (got, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_text_too_long_is_refused_not_cut() -> None:
    for model in ("bx5k", "yongtai", "langchao"):
        code, out, err = call("encode", "--model", model, "--text", "长" * 3000)
        assert (code, out) == (1, "")
        assert "最多" in err


def frame_of(card: samples.Card) -> bytes:
    content = sam.Content(encode_text(card), bytes(1024))
    return sam.answer_frame(sam.DONE, sam.content_data(content))


def decoded(text: str, *words: str) -> dict[str, str]:
    code, out, err = call("decode", "--model", "sam-v", "--hex", text, *words)
    assert (code, err) == (0, "")
    return json.loads(out)


FRAME = frame_of(samples.RESIDENT)
SPACED = FRAME.hex(" ")
SPELLINGS = [
    FRAME.hex(),
    SPACED.upper(),
    FRAME.hex(" ", 16),
    "\n".join(SPACED[i : i + 48] for i in range(0, len(SPACED), 48)),
    " ".join(f"0x{byte:02X}" for byte in FRAME),
    "FF 00 " + SPACED,
    samples.ID_R.hex(),
]


@pytest.mark.req("R101")
@pytest.mark.parametrize("text", SPELLINGS, ids=range(len(SPELLINGS)))
def test_a_card_in_any_spelling(text: str) -> None:
    assert decoded(text, "--reveal") == {
        "kind": "resident",
        "name": "张三丰",
        "sex": "男",
        "nation": "汉",
        "birth": "1990-03-07",
        "address": "北京市东城区测试胡同1号院2单元303",
        "number": "110101199003078750",
        "issuer": "北京市公安局东城分局",
        "valid_from": "2015-01-01",
        "valid_to": "2025-01-01",
    }


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.name)
def test_a_card_is_masked_unless_revealed(card: samples.Card) -> None:
    shown = decoded(frame_of(card).hex(), "--reveal")
    assert (shown["name"], shown["number"]) == (card.name, card.number)
    assert shown["valid_to"] == card.valid_to
    masked = decoded(frame_of(card).hex())
    assert masked.keys() == shown.keys()
    said = json.dumps(masked, ensure_ascii=False)
    for secret in (card.name, card.number, card.birth, card.address, card.pass_number):
        assert not secret or secret not in said
    assert masked["number"].endswith(card.number[-4:])


def test_a_whole_session_has_one_person() -> None:
    session = b"".join(
        (
            sam.frame(sam.FIND),
            sam.answer_frame(sam.FOUND, bytes(4)),
            sam.frame(sam.SELECT),
            sam.answer_frame(sam.DONE, bytes(8)),
            sam.frame(sam.READ),
            FRAME,
        )
    )
    assert decoded(session.hex(), "--reveal")["name"] == "张三丰"


def test_frames_that_hold_no_person() -> None:
    assert decoded("AA AA AA 96 69 00 03 20 01 22")["meaning"] == "寻找证件"
    assert decoded("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97")["status"] == "9F"
    code, out, err = call("decode", "--model", "sam-v", "--hex", "AAAAAA96690004000080 84")
    assert (code, json.loads(out)["status"]) == (1, "80")
    assert "没有找到证件" in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (FRAME[:-1], "不完整"),
        (FRAME[:-1] + bytes((FRAME[-1] ^ 1,)), "校验码不符"),
        (FRAME[1:], "没有找到帧头"),
        (b"\0" * 9, "没有找到帧头"),
        (sam.answer_frame(sam.DONE, b"\1\0\4\0" + bytes(300)), "长度与数据不符"),
        (sam.answer_frame(sam.DONE, sam.content_data(sam.Content(b"K\0" * 128))), "认不出"),
    ],
)
def test_a_bad_frame_is_said_in_words(data: bytes, said: str) -> None:
    code, out, err = call("decode", "--model", "sam-v", "--hex", data.hex())
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("AA AA A", "共有 5 个"),
        ("not hex", "第 1 个字符“n”"),
        ("", "没有给出任何字节"),
        ("AA 9G", "第 5 个字符“G”"),
        ("0x41 x1", "第 6 个字符“x”"),
    ],
)
def test_what_is_no_bytes(text: str, why: str) -> None:
    code, out, err = call("decode", "--model", "sam-v", "--hex", text)
    assert (code, out) == (2, "")
    assert err.startswith(f"读不懂这些字节：{why}")


def test_frames_of_other_models() -> None:
    code, out, _ = call("decode", "--model", "bx5k", "--hex", BX + "05 00 A2 00 01 00 00 68 F8 5A")
    assert (code, json.loads(out)[0]["frame"]) == (0, "ping")
    call_frame = "FD 00 0B 01 01 D3 EE D2 F4 CC EC CF C2 C0"
    code, out, _ = call("decode", "--model", "syn6288", "--hex", call_frame)
    said = {"frame": "speak", "encoding": "gbk", "music": 0, "text": "宇音天下"}
    assert json.loads(out) == [said]
    code, out, _ = call("decode", "--model", "pad-six-byte", "--hex", "01 03 00 73 73 FF")
    assert json.loads(out)[0]["event"] == "call"
    code, out, err = call("decode", "--model", "a0-90", "--hex", "01 02")
    assert (code, out) == (1, "")
    assert "没有找到" in err


@pytest.mark.parametrize(
    ("model", "frame", "said"),
    [
        # The bytes of 音 and of the check are answers of the module, too: they are none here.
        ("syn6288", "FD 00 0B 01 03 8B ED 97 F3 59 29 4E 0B C3", {"text": "语音天下"}),
        ("syn6288", "FD 00 03 31 02 CD", {"frame": "set_baud", "baud": 38400}),
        ("syn6288", "FD 00 02 88 77", {"frame": "sleep"}),
        ("syn6288", "4F", {"frame": "answer", "meaning": "空闲"}),
        ("xfs5152", "FD 00 08 31 00 C7 EB C9 D4 BA F2", {"segment": 0, "text": "请稍候"}),
        ("xfs5152", "FD 00 02 32 11", {"frame": "speak_stored", "times": 1, "encoding": "gbk"}),
        ("xfs5152", "FD 00 01 FF", {"frame": "wake"}),
        ("bx5k", BX + "08 00 A3 06 01 00 00 01 00 00 A6 02 EA 5A", {"deleted": [0], "areas": []}),
        ("ruize", "85 44 3B 1A", {"frame": "text", "text": ";"}),
        ("led-485-rtu", "01 06 00 00 30 39 5D D8", {"frame": "number", "number": 12345}),
        ("gun", "31 32 0D", {"code": "12"}),
    ],
)
def test_a_frame_is_read_once(model: str, frame: str, said: dict[str, object]) -> None:
    code, out, err = call("decode", "--model", model, "--hex", frame)
    records = json.loads(out)
    assert (code, err, len(records)) == (0, "", 1)
    assert said.items() <= records[0].items()


def test_an_area_is_said_as_it_is_shown() -> None:
    _, sent, _ = call("encode", "--model", "bx5k", "--text", "请A012号", "--option", "width=8")
    _, out, _ = call("decode", "--model", "bx5k", "--hex", sent)
    (area,) = json.loads(out)[0]["areas"]
    assert (area["text"], area["width"], area["height"], area["display"]) == ("请A012号", 8, 16, 2)


@pytest.mark.parametrize(
    ("number", "frame", "addr"), [("100005", "text", 5), ("300001", "hall", 1)]
)
def test_a_strip_and_a_line_of_the_hall_are_told_apart(number: str, frame: str, addr: int) -> None:
    _, sent, _ = call("encode", "--model", "langchao", "--text", "一", "--address", number)
    _, out, _ = call("decode", "--model", "langchao", "--hex", sent)
    (said,) = json.loads(out)
    assert (said["frame"], said["addr"]) == (frame, addr)


def test_a_screen_s_number_may_be_written_whole() -> None:
    frames = {
        call("encode", "--model", "浪潮", "--text", "一", "--address", one)[1]
        for one in ("5", "100005")
    }
    assert len(frames) == 1


def test_errors_are_said_in_the_interface_s_words(tmp_path: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    words: list[CodedError] = []

    def say(error: CodedError) -> str:
        words.append(error)
        return "说法"

    args = parse("test", "bx5k", "--port", str(tmp_path / "none"))
    assert run(args, words=say, out=out, err=err) == 1
    assert (err.getvalue(), words[0].code) == ("说法\n", "DEV-09")
