"""Readings of names: whole words first, the other reading beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.catalogue.phonetics import search_keys


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("行政审批", "xing'zheng'shen'pi"),
        ("银行账户", "yin'hang'zhang'hu"),
        ("重庆", "chong'qing"),
        ("重点群体", "zhong'dian'qun'ti"),
        ("绿化", "lv'hua"),
        ("会计", "kuai'ji"),
    ],
)
def test_usual_reading_comes_first(text: str, reading: str) -> None:
    assert search_keys(text)[1].split()[0] == reading


def test_the_other_reading_follows() -> None:
    initials, pinyin = search_keys("行长")
    assert "xing'zhang" in pinyin.split()
    assert "hang'chang" in pinyin.split()
    assert {"hz", "xz", "hc"} <= set(initials.split())


def test_a_letter_or_digit_is_a_syllable_of_its_own() -> None:
    assert search_keys("KTV 3家（含）") == ("ktv3jh", "k't'v'3'jia'han")


def test_aliases_follow_the_name() -> None:
    assert search_keys("出版", ("开书店",)) == ("cb / ksd", "chu'ban / kai'shu'dian")


@given(st.text(max_size=30), st.lists(st.text(max_size=8), max_size=2))
def test_any_text_has_one_syllable_for_each_letter(name: str, aliases: list[str]) -> None:
    _, pinyin = search_keys(name, aliases)
    letters = [letter for letter in name if letter.isalnum()]
    own = pinyin.partition(" / ")[0] if letters else ""
    for reading in own.split():
        assert len(reading.split("'")) == len(letters)
        assert reading.isascii()
        assert reading == reading.lower()
