"""Names: dots, blanks, private-use codes and rare characters, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.names import PRIVATE_USE, check_name, clean_name, rare
from zcdesk.domain.problem import Severity

RARE = "䶮㛃㙍㸌䴔𬱖𫖯𬎆𬴊𤧞𠅤𠮷"


def found(text: str, *, unit: bool = False) -> list[tuple[str, int]]:
    return [(p.code, p.position) for p in check_name(text, unit=unit).problems]


@pytest.mark.parametrize("dot", "·•‧・．.･⋅∙●")
@pytest.mark.parametrize(
    "pattern", ["古丽{}买买提", "古丽 {} 买买提", "古丽{}{}买买提", "古丽\u3000{}买买提"]
)
def test_every_look_alike_dot_becomes_the_legal_mark(dot: str, pattern: str):
    check = check_name(pattern.format(dot, dot))

    assert (check.name, check.problems) == ("古丽·买买提", ())


def test_a_full_stop_between_latin_letters_stays():
    assert check_name("John F. Kennedy").name == "John F. Kennedy"
    assert check_name("J.R. 李").name == "J.R·李"


@pytest.mark.parametrize("char", RARE)
def test_a_rare_character_is_kept_and_passes(char: str):
    check = check_name(f"王{char}")

    assert (check.name, check.problems) == (f"王{char}", ())
    assert len(check.name) == 2


@pytest.mark.parametrize("char", ["\U00031350", "\U000323af", "\U0002ebf0", "\U0003347f"])
def test_characters_newer_than_python_are_not_odd(char: str):
    assert found(f"王{char}") == []


def test_nothing_is_normalised_to_a_variant():
    for name in ("龑䶮", "Ⅷ", "\ufa0c明", "ﬁ", "é", "e\u0301", "㈱", "葛\U000e0100飾"):
        assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  王小明\u3000", "王小明"),
        ("李\u3000四", "李四"),
        ("王\u200b小\ufeff明", "王小明"),
        ("王小明\x00\x00", "王小明"),
        ("JOHN   SMITH", "JOHN SMITH"),
        ("\ud873\udc56小明", "𬱖小明"),
    ],
)
def test_accidents_of_typing_and_card_readers_are_mended(typed: str, kept: str):
    assert check_name(typed).name == kept
    assert check_name(typed).problems == ()


# domain.md 7.1: eight hanzi, ten vertical forms, six components, and 䶮 of the older tables.
MOVED = {
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7,
    0xE832: 0x9FB8, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB,
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14,
    0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC,
    0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE,
    0xE863: 0x4DAE,
}  # fmt: skip


@pytest.mark.parametrize("code", MOVED)
def test_codes_that_left_the_private_use_area_are_mended(code: int):
    assert clean_name(f"王{chr(code)}") == f"王{chr(MOVED[code])}"


def test_no_mended_code_ends_in_the_private_use_area():
    assert len(PRIVATE_USE) == 90
    assert not any(0xE000 <= ord(char) <= 0xF8FF for char in PRIVATE_USE.values())


@pytest.mark.parametrize("char", ["\ue000", "\uf8ff", "\U000f0000", "\ud800"])
def test_what_nobody_can_read_is_flagged_and_kept(char: str):
    check = check_name(f"王{char}明")

    assert found(f"王{char}明") == [("IDC-20", 2)]
    assert len(check.name) == 3
    assert not check.blocked
    check.name.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "position"),
    [("张3", 2), ("王？", 2), ("⼀明", 1), ("王小明(代)", 4), ("买买提·", 4), ("·买买提", 1)],
)
def test_odd_characters_warn_at_their_place(name: str, position: int):
    problem = check_name(name).problems[0]

    assert (problem.code, problem.position) == ("IDC-22", position)
    assert problem.severity is Severity.WARN


@pytest.mark.parametrize("name", ["O’NEIL", "SMITH-JONES", "MÜLLER", "〇一", "丘々"])
def test_foreign_names_and_marks_are_not_odd(name: str):
    assert found(name) == []


@pytest.mark.parametrize("char", ["买", "𬱖"])
def test_sixty_characters_fit_a_person_however_rare(char: str):
    assert found(char * 60) == []
    check = check_name(char * 61)
    assert [(p.code, p.values) for p in check.problems] == [("IDC-21", {"n": 61, "most": 60})]
    assert check.blocked
    assert len(check.name) == 61


def test_a_unit_may_have_digits_brackets_and_two_hundred_characters():
    name = "无锡（中国）3D 打印 No.1 & Co., Ltd. 有限公司"

    assert check_name(name, unit=True).name == name
    assert found(name, unit=True) == []
    assert found("司" * 200, unit=True) == []
    assert found("司" * 201, unit=True) == [("IDC-21", 0)]
    assert check_name("古丽 • 买买提 商行", unit=True).name == "古丽·买买提 商行"


@pytest.mark.parametrize("text", ["", "  \u3000", "\u200b"])
def test_an_empty_name_blocks(text: str):
    assert found(text) == [("IDC-23", 0)]
    assert check_name(text).blocked


def test_rare_characters_are_named_once_in_order():
    assert rare("王𬱖䶮𬱖", lambda char: char in "王") == ("𬱖", "䶮")
    assert rare("王明", lambda char: True) == ()


ALPHABET = st.one_of(
    st.sampled_from(" ·•．.・\u3000\ue863\u200b王买𬱖aé3\ud873"),
    st.characters(exclude_categories=()),
)


@given(st.text(ALPHABET, max_size=30), st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, unit: bool):
    once = clean_name(text, unit=unit)

    assert clean_name(once, unit=unit) == once
    once.encode("utf-8")
    assert once == once.strip()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=60))
def test_a_plain_chinese_name_is_never_touched(name: str):
    assert check_name(name).name == name
    assert check_name(name).problems == ()
