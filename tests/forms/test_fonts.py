"""The fonts that ship: whole, licensed, and chosen for each character."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from zcdesk import paths
from zcdesk.errors import SurroundingsError
from zcdesk.forms import fonts

FOLDER = paths.resources_dir() / "fonts"
# Ideographs of GB 18030-2022, level 3: the basic block and Extensions A to F
LEVEL_3 = {
    "basic": range(0x4E00, 0x9FF0),
    "A": range(0x3400, 0x4DB6),
    "B": range(0x20000, 0x2A6D7),
    "C": range(0x2A700, 0x2B735),
    "D": range(0x2B740, 0x2B81E),
    "E": range(0x2B820, 0x2CEA2),
    "F": range(0x2CEB0, 0x2EBE1),
}


@cache
def codes(name: str) -> frozenset[int]:
    with TTFont(FOLDER / f"{name}.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


@pytest.mark.parametrize("block", LEVEL_3)
@pytest.mark.parametrize("main", [fonts.REGULAR, fonts.SCREEN])
def test_every_ideograph_of_gb_18030_can_be_drawn(main: str, block: str) -> None:
    have = codes(main) | codes(fonts.FALLBACK)
    assert [f"U+{code:04X}" for code in LEVEL_3[block] if code not in have] == []


def test_the_fallback_holds_only_what_a_main_font_lacks() -> None:
    common = codes(fonts.REGULAR) & codes(fonts.SCREEN)
    assert not common & codes(fonts.FALLBACK)


def test_bold_holds_all_of_gb_2312_and_nothing_regular_lacks() -> None:
    everyday = {
        ord(bytes((high, low)).decode("gb2312"))
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF if high != 0xD7 else 0xFA)
    }
    assert len(everyday) == 6763
    assert everyday <= codes(fonts.BOLD) <= codes(fonts.REGULAR)


def test_the_modified_font_bears_no_reserved_name_and_may_be_embedded() -> None:
    with TTFont(FOLDER / f"{fonts.FALLBACK}.ttf", lazy=True) as font:
        shown = {font["name"].getDebugName(number) for number in (1, 4, 6)}
        assert shown == {"ZCDesk Rare Song", "ZCDeskRareSong"}
        assert "Open Font License" in font["name"].getDebugName(13)
        assert font["OS/2"].fsType == 0
        assert not {"fpgm", "prep", "cvt ", "GSUB", "vmtx"} & set(font.keys())


def test_every_font_has_its_licence_and_its_line() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    for path in FOLDER.glob("*.ttf"):
        family = path.stem.split("-")[0]
        assert family in readme
        licence = (FOLDER / f"OFL-{family}.txt").read_text("utf-8")
        assert "SIL Open Font License, Version 1.1" in " ".join(licence.split())
    assert f"{len(codes(fonts.FALLBACK)):,} rare characters" in readme


@pytest.mark.parametrize(
    ("char", "font", "bold"),
    [
        ("王", fonts.REGULAR, fonts.BOLD),
        ("䶮", fonts.REGULAR, fonts.REGULAR),
        ("𬱖", fonts.REGULAR, fonts.REGULAR),
        ("𬎆", fonts.FALLBACK, fonts.FALLBACK),
    ],
)
def test_each_character_takes_the_first_font_that_has_it(char: str, font: str, bold: str) -> None:
    assert fonts.font_of(char, bold=False) == font
    assert fonts.font_of(char, bold=True) == bold
    wide = 10 * fonts.font(bold).face.charWidths[ord(char)] / 1000
    assert fonts.width(char, 10, bold=True) == pytest.approx(wide)


def test_a_text_is_split_into_runs() -> None:
    assert fonts.runs("周𬎆𤧞、王𬱖", bold=False) == [
        (fonts.REGULAR, "周"),
        (fonts.FALLBACK, "𬎆𤧞"),
        (fonts.REGULAR, "、王𬱖"),
    ]
    assert fonts.width("周𬎆A", 10, bold=False) == pytest.approx(
        fonts.width("周", 10, bold=False)
        + fonts.width("𬎆", 10, bold=False)
        + fonts.width("A", 10, bold=False)
    )


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("王\U00031350", "王[U+31350]", ("\U00031350",)),
        ("\ue863", "[U+E863]", ("\ue863",)),
        ("张\u200b三", "张[U+200B]三", ("\u200b",)),
        ("张\x07", "张[U+0007]", ("\x07",)),
        ("A\u0301", "A[U+0301]", ("\u0301",)),
        ("张\ud842", "张[U+D842]", ("\ud842",)),
        ("张\t三\u00a0", "张 三 ", ()),
        ("古丽·买买提艾力\n䶮", "古丽·买买提艾力\n䶮", ()),
    ],
)
def test_what_no_font_has_is_spelt_out(text: str, shown: str, missing: tuple[str, ...]) -> None:
    assert fonts.visible(text) == shown
    assert fonts.missing(text) == missing


def test_a_lost_font_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZCDESK_RESOURCES", str(tmp_path))
    with pytest.raises(SurroundingsError) as error:
        fonts.font_path(fonts.REGULAR)
    assert (error.value.code, error.value.fields) == ("PAP-04", {"name": "NotoSerifSC-Regular.ttf"})
