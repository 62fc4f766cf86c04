"""Text for two-byte devices: measured traps, and nothing lost silently."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices.charset import CODECS, columns, encode_or_substitute, split
from zcdesk.devices.kinds import Replaced


def test_the_reference_text() -> None:
    wanted = "C7 EB 41 30 31 32 BA C5 B5 BD 33 BA C5 B4 B0 BF DA"
    assert encode_or_substitute("请A012号到3号窗口").data.hex(" ").upper() == wanted


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030"])
def test_the_name_dot_is_never_lost(encoding: str) -> None:
    said = encode_or_substitute("买买提·吐尔逊", encoding)
    assert b"\xa1\xa4" in said.data
    assert said.replaced == ()


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("—", "A1AA"),
        ("¥", "A3A4"),
        ("•", "A1A4"),
        ("堃", "88D2"),
        ("喆", "86B4"),
        ("燊", "9FF6"),
        ("翀", "C188"),
        ("赟", "DA53"),
        ("彧", "8FAA"),
        ("犇", "A0C4"),
        ("昇", "954E"),
        ("璟", "AD5A"),
        ("互", "BBA5"),
        ("沪", "BBA6"),
        ("　", "A1A1"),
    ],
)
def test_codes(char: str, code: str) -> None:
    said = encode_or_substitute(char, "gbk")
    assert (said.data.hex().upper(), said.replaced) == (code, ())


@pytest.mark.parametrize("char", "䶮㛃䘵㙱鿎𠮷𬭎𬱖")
def test_a_rare_character_is_replaced_and_named(char: str) -> None:
    said = encode_or_substitute(f"王{char}", "gbk")
    assert (said.text, said.replaced) == ("王□", (Replaced(char, "□"),))
    wide = encode_or_substitute(f"王{char}", "gb18030")
    assert (wide.text, wide.replaced) == (f"王{char}", ())


def test_four_byte_codes_of_a_device_that_takes_them() -> None:
    assert encode_or_substitute("㛃", "gb18030").data.hex() == "8230b731"
    assert encode_or_substitute("𠮷", "gb18030").data.hex() == "9534b235"
    assert encode_or_substitute("¥", "gb18030").data.hex() == "a3a4"


def test_a_private_code_is_the_character_it_once_was() -> None:
    assert encode_or_substitute("\ue863", "gb18030").data.hex() == "fe9f"


def test_both_byte_orders_take_the_first_plane_only() -> None:
    assert encode_or_substitute("宇", "utf16be").data.hex() == "5b87"
    assert encode_or_substitute("宇", "utf16le").data.hex() == "875b"
    assert encode_or_substitute("𠮷", "utf16be").text == "□"


def test_words_stand_for_signs_and_nothing_invisible_is_sent() -> None:
    said = encode_or_substitute("3€\x07\u200b\ufe0f\x1b", "gbk")
    assert (said.text, said.replaced) == ("3欧元", (Replaced("€", "欧元"),))


def test_what_stands_for_a_character_must_fit_too() -> None:
    assert encode_or_substitute("王1", "ascii").text == "?1"


@given(st.text(max_size=40), st.sampled_from(sorted(CODECS)))
def test_every_text_can_be_sent(text: str, encoding: str) -> None:
    said = encode_or_substitute(text, encoding)
    assert said.data.decode(CODECS[encoding]) == said.text


def test_width_counts_what_the_device_shows() -> None:
    assert columns("A·…“”①—中") == 1 + 2 * 7


MARK = re.compile(r"\[[a-z]\d*\]")


@given(st.text("中文A1，。[v1]", max_size=60), st.integers(8, 40))
def test_pieces_are_whole(text: str, limit: int) -> None:
    pieces = split(text, "gbk", limit, MARK)
    assert "".join(pieces) == text
    assert all(0 < len(piece.encode("gbk")) <= limit for piece in pieces)
    assert len(MARK.findall(text)) == sum(len(MARK.findall(piece)) for piece in pieces)


def test_pieces_end_at_a_pause() -> None:
    assert split("请到三号窗口，谢谢合作", "gbk", 16) == ["请到三号窗口，", "谢谢合作"]
    assert split("请到三号窗口办理", "gbk", 8) == ["请到三号", "窗口办理"]
    assert split("", "gbk", 8) == []
