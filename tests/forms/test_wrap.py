"""Line breaking: nothing lost, nothing too wide, marks where Chinese wants them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.forms.wrap import NO_END, NO_START, wrap

TEXTS = st.text(
    st.sampled_from("收件通知书古丽·买买提，。（）《》、A1-* \n2026年12月1日"), max_size=80
)


def columns(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


@given(TEXTS, st.integers(2, 40))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(columns(line) <= width for line in lines)


@given(st.text(st.sampled_from("收件通知书，。（《》、·"), max_size=60), st.integers(16, 40))
def test_marks_stand_with_their_words(text: str, width: int) -> None:
    longest = max((columns(part) for part in _clusters(text)), default=0)
    if longest > width:
        return
    first, *rest = wrap(text, width, columns)
    assert all(line[0] not in NO_START for line in rest)
    assert all(line[-1:] not in NO_END for line in [first, *rest][:-1])


def _clusters(text: str) -> list[str]:
    parts: list[str] = []
    for char in text:
        if parts and (char in NO_START or parts[-1][-1] in NO_END):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def test_dates_words_and_masked_numbers_stay_whole() -> None:
    assert wrap("容缺，2026年12月1日前补齐", 26, columns) == ["容缺，2026年12月1日前补齐"]
    assert wrap("容缺，2026年12月1日前补齐", 20, columns) == ["容缺，", "2026年12月1日前补齐"]
    assert wrap("证件320***********4528", 20, columns) == ["证件", "320***********4528"]
    assert wrap("编号 320213-26-7K2-00057-A", 20, columns) == ["编号 320213-26-7K2-", "00057-A"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("自受理之日起 8 个工作日", 20, ["自受理之日起", "8 个工作日"]),
        ("收到之日起 60 日内", 14, ["收到之日起", "60 日内"]),
        ("期限 2026年11月27日 10:00 前", 24, ["期限", "2026年11月27日 10:00 前"]),
        ("期限 2026年11月27日 10:00 前", 22, ["期限 2026年11月27日", "10:00 前"]),
        ("因编号 320213-26-7K2-00057-A 有误", 24, ["因编号", "320213-26-7K2-00057-A", "有误"]),
        ("梁卫许字〔2026〕12号文", 16, ["梁卫许字", "〔2026〕12号文"]),
        ("咨询电话：0510-0000 0000", 18, ["咨询电话：", "0510-0000 0000"]),
        ("第 12 次督办第 13 次督办", 16, ["第 12 次督办", "第 13 次督办"]),
        ("9:00—12:00，13:00—17:00", 20, ["9:00—12:00，", "13:00—17:00"]),
        ("预计等待约 15—20 分钟", 18, ["预计等待约", "15—20 分钟"]),
        ("张（[U+0645][U+0631][U+062D]）", 20, ["张（[U+0645][U+0631]", "[U+062D]）"]),
        ("A[U+0301][U+E863][U+1F642]e", 20, ["A[U+0301][U+E863]", "[U+1F642]e"]),
        ("3 号窗口　古丽·买买提", 16, ["3 号窗口", "古丽·买买提"]),
    ],
)
def test_what_is_read_as_one_stands_on_one_line(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, columns) == lines


def test_no_character_is_left_alone_at_the_end() -> None:
    assert wrap("文艺表演团体的营业性演出许可证", 28, columns)[1] == "可证"
    assert wrap("材料清单尚未经办理部门确认。", 24, columns)[1] == "确认。"
    assert wrap("甲乙丙", 4, columns) == ["甲乙", "丙"]


def test_an_indent_is_no_line_of_its_own() -> None:
    number = "320213-26-7K2-00057-A"
    assert wrap(f"　　{number}", len(number), columns) == [number]


def test_a_long_name_is_broken_never_cut() -> None:
    name = "阿不都热合曼·" * 8 + "买买提"
    lines = wrap(name, 20, columns)
    assert "".join(lines) == name
    assert len(lines) > 5


def test_line_breaks_and_empty_texts_are_kept() -> None:
    assert wrap("", 10, columns) == [""]
    assert wrap("甲\n\n乙", 10, columns) == ["甲", "", "乙"]
