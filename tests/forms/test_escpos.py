"""Thermal slips, read back from their bytes: every field, no line too wide, rare names drawn."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from zcdesk.domain.papers import (
    MaterialLine,
    PaperKind,
    Party,
    ReceiptPaper,
    TicketPaper,
    as_reprint,
)
from zcdesk.domain.printer_profile import GENERIC
from zcdesk.errors import Invalid
from zcdesk.forms import fonts, render
from zcdesk.forms.bars import printer_data
from zcdesk.forms.blocks import Align, Pairs, Table, texts
from zcdesk.forms.content import compose
from zcdesk.forms.decode import BITMAP, Cut, Line, Printed, Raster, decode, picture
from zcdesk.forms.escpos import COLUMNS, escpos_bytes
from zcdesk.forms.samples import AT, sample
from zcdesk.forms.strip import Strip, columns, is_plain, raster_head, visible
from zcdesk.forms.tables import DASH

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = tuple(COLUMNS)


def receipt() -> ReceiptPaper:
    paper = sample(PaperKind.RECEIPT)
    assert isinstance(paper, ReceiptPaper)
    return paper


def named(name: str) -> ReceiptPaper:
    return msgspec.structs.replace(receipt(), party=Party(name=name))


def printed(paper: object, width: int) -> Printed:
    return decode(escpos_bytes(paper, width), COLUMNS[width])  # type: ignore[arg-type]


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def as_printed(text: str) -> str:
    """What the reader can see of a text: a bitmap stands for what the printer does not have."""
    return "".join(char if is_plain(char) else BITMAP for char in visible(text))


def read_back(slip: Printed, paper: object) -> str:
    """Read a slip's text, each bitmap by comparing it with the paper's characters, drawn again."""
    drawn: dict[bytes, str] = {}
    for char in sorted({char for text in spoken(paper) for char in visible(text)}):
        if not is_plain(char):
            dots = int.from_bytes(upright(char), "big")
            drawn[dots.to_bytes(72, "big")] = drawn[(dots | dots >> 24).to_bytes(72, "big")] = char
    return "\n".join(
        "".join(drawn[glyph.image] if glyph.image else glyph.char for glyph in item.glyphs)
        for item in slip.items
        if isinstance(item, Line)
    )


def spoken(paper: object) -> list[str]:
    """List the texts a slip has to show: titles of columns are left out where a list needs none."""
    found: list[str] = []
    for block in compose(paper).blocks:  # type: ignore[arg-type]
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells]
            found += [block.caption, *(part for cell in cells for part in cell.split("\n"))]
        elif isinstance(block, Pairs):
            found += [f"{pair.label}：{pair.value or '____'}" for pair in block.pairs]
        else:
            found += [part for part in texts(block) if part != getattr(paper, "qr", "")]
    return [text for text in found if text and text != DASH]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PaperKind)
def test_every_field_is_on_the_slip(kind: PaperKind, width: int) -> None:
    paper = sample(kind)
    slip = printed(paper, width)
    got = flat(read_back(slip, paper))
    wanted = spoken(paper)
    assert len(wanted) > 8
    assert [text for text in wanted if flat(visible(text)) not in got] == []
    assert (slip.unknown, slip.overflows) == ((), ())
    assert slip.codes == ((paper.qr,) if getattr(paper, "qr", "") else ())  # type: ignore[union-attr]
    assert slip.is_cut


@pytest.mark.parametrize("kind", PaperKind)
def test_the_words_of_a_slip_are_kept(kind: PaperKind) -> None:
    """Paper texts are law: a change shows here first."""
    text = printed(sample(kind), 58).text
    assert text == (GOLDEN / f"{kind}.txt").read_text("utf-8").removesuffix("\n")


@settings(max_examples=25)
@given(
    st.lists(st.text(st.sampled_from("材料·，（）A1*- \n𬎆䶮￥"), max_size=60), max_size=8),
    st.text(st.sampled_from("古丽·买买提艾力𬱖A"), min_size=1, max_size=60),
    st.sampled_from(WIDTHS),
)
def test_no_line_is_wider_than_the_paper(names: list[str], name: str, width: int) -> None:
    lines = tuple(
        MaterialLine(no=no, name=f"名{text}", state_text=text, note=text, bold=bool(no % 2))
        for no, text in enumerate(names, 1)
    )
    slip = printed(msgspec.structs.replace(named(name), materials=lines), width)
    assert slip.overflows == ()
    got = flat(slip.text)
    assert flat(as_printed(name)) in got
    for line in lines:
        assert flat(as_printed(line.name)) in got
        for part in line.state_text.split("\n"):
            assert flat(as_printed(part)) in got


@lru_cache
def upright(char: str) -> bytes:
    """Draw a character the plain way and read it column by column, top bit first."""
    name = fonts.SCREEN if fonts.has(fonts.SCREEN, char) else fonts.FALLBACK
    image = Image.new("L", (24, 24))
    font = ImageFont.truetype(str(fonts.font_path(name)), 24)
    ImageDraw.Draw(image).text((12, 21.12), char, 255, font, anchor="ms")
    columns = [[image.getpixel((x, y)) > 100 for y in range(24)] for x in range(24)]
    assert 60 < sum(map(sum, columns)) < 350
    return b"".join(
        int("".join("01"[dot] for dot in column), 2).to_bytes(3, "big") for column in columns
    )


@pytest.mark.parametrize("char", "䶮㛃𬱖𠮷𬎆")
def test_a_rare_character_comes_as_a_bitmap_in_its_line(char: str) -> None:
    slip = printed(named(f"王{char}、古丽·买买提"), 80)
    line = next(line for line in slip.items if isinstance(line, Line) and "申请人：" in line.text)
    assert line.text == f"申请人：王{BITMAP}、古丽·买买提"
    glyph = line.glyphs[5]
    assert glyph.columns == 2
    assert len(glyph.image) == 72
    assert glyph.image == upright(char)
    others = {other: printed(named(f"王{other}"), 80) for other in "䶮㛃𬱖𠮷𬎆" if other != char}
    for other in others.values():
        assert all(
            part.image != glyph.image
            for item in other.items
            if isinstance(item, Line)
            for part in item.glyphs
        )


def test_a_bitmap_in_a_bold_line_is_bold_as_its_neighbours() -> None:
    strip = Strip()
    strip.line("𠮷")
    strip.line("𠮷", bold=True)
    plain, bold = (
        int.from_bytes(item.glyphs[0].image, "big")
        for item in decode(strip.finish(), 48).items
        if isinstance(item, Line) and item.glyphs
    )
    assert bold == plain | plain >> 24  # a column is 24 dots, the first one on top


def test_the_printers_own_characters_are_sent_as_text() -> None:
    name = "堃喆燊翀赟彧犇昇·璟沪互運賈（①）"
    slip = printed(named(name), 80)
    assert name in slip.text
    assert BITMAP not in slip.text


def test_what_nobody_can_draw_is_spelt_out() -> None:
    assert "王[U+31350][U+E863]" in printed(named("王\U00031350\ue863"), 80).text
    assert "张[U+0007]三" in printed(named("张\x07三"), 80).text
    assert "A[U+0301]" in printed(named("A\u0301"), 80).text
    assert "张￥·三 四" in printed(named("张¥‧三\u00a0四"), 80).text


def test_a_rare_character_in_the_hall_keeps_single_size() -> None:
    paper = sample(PaperKind.TICKET)
    assert isinstance(paper, TicketPaper)
    slip = printed(msgspec.structs.replace(paper, category="𬎆河"), 58)
    assert f"{BITMAP}河" in slip.text
    assert slip.overflows == ()


def test_the_tickets_number_is_as_large_as_the_paper_allows() -> None:
    paper = sample(PaperKind.TICKET)
    for number, scale in (("A057", 7), ("W07-003", 4)):
        head = msgspec.structs.replace(paper.head, number=number)
        slip = printed(msgspec.structs.replace(paper, head=head), 58)
        line = next(line for line in slip.items if isinstance(line, Line) and line.text == number)
        assert line.align is Align.CENTRE
        assert {(glyph.style.wide, glyph.style.high) for glyph in line.glyphs} == {(scale, scale)}


@pytest.mark.req("UX-32")
def test_a_reprinted_slip_says_so() -> None:
    again = as_reprint(receipt(), 3, "张敏", AT)
    for width in WIDTHS:
        assert "补打第3次2026-11-2410:31张敏" in flat(printed(again, width).text)
    assert "补打" not in printed(receipt(), 80).text


def test_deferred_lines_are_set_off() -> None:
    slip = printed(receipt(), 80)
    bold = {
        item.text.strip()
        for item in slip.items
        if isinstance(item, Line) and item.glyphs and item.glyphs[-1].style.bold
    }
    headings = {"收件通知书", "办理事项", "申请材料"}
    assert bold == {*headings, "容缺，2026年12月1日前补齐"}


def test_the_bytes_are_those_of_the_protocol_page() -> None:
    strip = Strip(GENERIC[58])
    strip.line("A012", Align.CENTRE, scale=2)
    strip.line("请到3号窗口办理", Align.CENTRE)
    assert strip.finish() == bytes.fromhex(
        "1B40 1C26 1B6101 1D2111 1C210C 41303132 0A 1D2100 1C2100"
        "C7EBB5BD33BAC5B4B0BFDAB0ECC0ED 0A 1B6403 1D564200"
    )
    strip = Strip(GENERIC[58])
    strip.code("A012")
    assert (
        strip.finish()
        .hex(" ")
        .upper()
        .split("1B 61 01 ")[1]
        .startswith(
            "1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43 06 1D 28 6B 03 00 31 45 31 "
            "1D 28 6B 07 00 31 50 30 41 30 31 32 1D 28 6B 03 00 31 51 30"
        )
    )


def test_images_bars_and_cuts_are_those_of_the_protocol_page() -> None:
    assert raster_head(48, 24) == bytes.fromhex("1D 76 30 00 30 00 18 00")
    assert raster_head(72, 1200) == bytes.fromhex("1D 76 30 00 48 00 B0 04")
    assert printer_data("A012")[0] == bytes.fromhex("7B 42 41 30 31 32")
    image = decode(bytes.fromhex("1D 76 30 00 02 00 02 00 80 00 00 01"), 32)
    (raster,) = image.items
    assert isinstance(raster, Raster)
    assert (raster.size, raster.rows, raster.data) == (2, 2, b"\x80\0\0\1")
    for cut, lines in (("1B 64 06 1D 56 00", 6), ("1B 64 06 1D 56 01", 6), ("1D 56 42 00", 0)):
        slip = decode(bytes.fromhex(cut), 32)
        assert slip.unknown == ()
        assert [type(item) for item in slip.items] == [Line] * lines + [Cut]


@pytest.mark.parametrize(
    ("text", "wide"),
    [("A1*", 3), ("中文", 4), ("·…“”①—", 12), ("䶮𠮷", 4), ("", 0)],
)
def test_columns_are_counted_as_the_printer_does(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_a_slip_is_light() -> None:
    """At 9600 baud two kilobytes take two seconds; a picture of the slip would take ninety."""
    assert len(escpos_bytes(receipt(), 80)) < 3000


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(Invalid) as error:
        render(receipt(), "escpos76")  # type: ignore[arg-type]
    assert (error.value.code, error.value.field) == ("PAP-05", "layout")
    with pytest.raises(Invalid):
        escpos_bytes(receipt(), 76)
    assert render(receipt(), "escpos80") == escpos_bytes(receipt(), 80)
    assert render(receipt(), "escpos58") == escpos_bytes(receipt(), 58)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_picture_shows_text_bitmap_code_and_cut(width: int) -> None:
    slip = printed(sample(PaperKind.SUMMARY), width)
    image = picture(slip)
    assert image.width == COLUMNS[width] * 12 + 48
    dark = sum(image.histogram()[:128]) / (image.width * image.height)
    assert 0.02 < dark < 0.25
    without = picture(printed(msgspec.structs.replace(sample(PaperKind.SUMMARY), qr=""), width))
    assert image.height - without.height > 25 * 6


def test_a_title_too_long_to_be_doubled_is_still_taller_than_the_text() -> None:
    slip = decode(render(sample(PaperKind.CORRECTION), "escpos58"), 32)
    line = next(
        item
        for item in slip.items
        if isinstance(item, Line) and item.glyphs and item.glyphs[0].style.high == 2
    )
    assert "".join(glyph.char for glyph in line.glyphs) == "材料补齐补正通知书"
    assert {(glyph.style.wide, glyph.style.high) for glyph in line.glyphs} == {(1, 2)}
    assert slip.overflows == ()
