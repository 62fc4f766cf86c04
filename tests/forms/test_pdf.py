"""A4 papers read back: every word, every rare name, fonts inside, pages in order."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import msgspec
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from zcdesk.domain.papers import (
    MaterialLine,
    PaperKind,
    Party,
    ReceiptPaper,
    TicketPaper,
    as_reprint,
)
from zcdesk.forms import fonts, grid, operators, render, sheet, spelt_out
from zcdesk.forms.blocks import Align, Table, texts
from zcdesk.forms.content import compose
from zcdesk.forms.pdf import lay
from zcdesk.forms.qr import dark_runs
from zcdesk.forms.samples import AT, sample

NAMES = ("吴䶮", "李㛃", "王𬱖", "陈𠮷", "周𬎆", "古丽·买买提艾力", "孙𤧞𠀀𮯠", "欧阳㐁侯")
TEXTS = st.text(st.sampled_from("材料·，（）A1*- \n𬎆䶮"), max_size=120)
LONG_NAME = "阿不都热合曼·" * 8 + "买买提吐"


def read(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


@lru_cache(maxsize=64)
def drawn(kind: PaperKind) -> bytes:
    return render(sample(kind))


@lru_cache(maxsize=64)
def said(kind: PaperKind) -> str:
    return read(drawn(kind))


def spoken(paper: object) -> Iterator[str]:
    """Give every text a paper has to show; what an empty table would say is not among them."""
    code = getattr(paper, "qr", "")
    for block in compose(paper).blocks:  # type: ignore[arg-type]
        skipped = (code, block.empty) if isinstance(block, Table) and block.rows else (code,)
        yield from (text for text in texts(block) if text and text not in skipped)


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def receipt() -> ReceiptPaper:
    paper = sample(PaperKind.RECEIPT)
    assert isinstance(paper, ReceiptPaper)
    return paper


def named(name: str) -> ReceiptPaper:
    return msgspec.structs.replace(receipt(), party=Party(name=name, id_masked="320****4528"))


def with_materials(count: int, name: str = "材料") -> ReceiptPaper:
    lines = tuple(
        MaterialLine(no=no, name=f"{name}{no:03d}号", due=1, given=1, state_text="已收")
        for no in range(1, count + 1)
    )
    return msgspec.structs.replace(receipt(), materials=lines)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_word_of_a_paper_can_be_read_back(kind: PaperKind) -> None:
    got = flat(said(kind))
    wanted = list(spoken(sample(kind)))
    assert len(wanted) > 8
    assert [text for text in wanted if flat(text) not in got] == []


@pytest.mark.parametrize("name", NAMES)
def test_rare_names_are_found_as_they_are_printed(name: str) -> None:
    data = render(named(name))
    assert name in read(data)
    page = pypdfium2.PdfDocument(data)[0]
    assert name in page.get_textpage().get_text_range()


@pytest.mark.parametrize("name", NAMES)
def test_every_rare_character_leaves_ink(name: str) -> None:
    """A missing glyph would be an empty box: the same for every character."""
    for char in name:
        font = fonts.font(fonts.font_of(char, bold=False) or "")
        glyph = font.face.charToGlyph[ord(char)]
        assert glyph != 0


@pytest.mark.parametrize("char", ["件", "䶮", "𬱖", "𠮷"])
def test_what_is_bold_is_bold_whatever_font_has_it(char: str) -> None:
    assert ink(char, bold=True) > 1.1 * ink(char, bold=False)


def test_a_name_of_sixty_characters_wraps_whole() -> None:
    assert len(LONG_NAME) == 60
    assert LONG_NAME in flat(read(render(named(LONG_NAME))))


def test_what_no_font_has_is_spelt_out_and_reported() -> None:
    paper = named("王\U00031350\ue863")
    assert spelt_out(paper) == ("\ue863", "\U00031350")
    assert "王[U+31350][U+E863]" in read(render(paper))
    assert spelt_out(receipt()) == ()


def test_sixty_materials_go_over_pages_with_their_head() -> None:
    pages = pypdf.PdfReader(io.BytesIO(render(with_materials(60)))).pages
    got = [page.extract_text() for page in pages]
    assert len(got) == 3
    for number, text in enumerate(got, 1):
        assert text.count("申请材料 形式 应交 实交 收取情况") == 1
        assert f"320213-26-7K2-00057-A　第 {number} 页，共 3 页" in text
    rows = re.findall(r"材料(\d{3})号", "".join(got))
    assert rows == [f"{no:03d}" for no in range(1, 61)]
    assert "签收" in got[-1]
    assert "材料060号" in got[-1]


@pytest.mark.parametrize("count", range(8, 16))
def test_signature_and_seal_never_stand_on_a_page_alone(count: int) -> None:
    pages = pypdf.PdfReader(io.BytesIO(render(with_materials(count)))).pages
    last = pages[-1].extract_text()
    assert f"材料{count:03d}号" in last
    assert "签收" in last
    assert "收件专用章" in last
    assert ("页，共" in last) == (len(pages) > 1)


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    words = "".join(f"第{number:04d}句，" for number in range(600))
    paper = msgspec.structs.replace(
        receipt(), materials=(MaterialLine(no=1, name="说明", state_text=words),)
    )
    data = render(paper)
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 2
    found = re.findall(r"第(\d{4})句", flat(re.sub("收件通知书　.*页|序号 .*情况", "", read(data))))
    assert found == [f"{number:04d}" for number in range(600)]


@settings(max_examples=25)
@given(
    st.lists(TEXTS, max_size=30),
    st.text(st.sampled_from("古丽·买买提艾力𬱖A"), min_size=1, max_size=60),
)
def test_nothing_is_cut_or_runs_off_the_page(names: list[str], name: str) -> None:
    lines = tuple(
        MaterialLine(no=no, name=f"名{text}", state_text=text) for no, text in enumerate(names, 1)
    )
    document = compose(msgspec.structs.replace(named(name), materials=lines))
    laid = lay(document)
    printed = []
    for page in laid.pages:
        for text in page.texts:
            wide = fonts.width(text.text, text.size, bold=text.bold)
            wide += text.tracking * (len(text.text) - 1)
            assert text.x >= sheet.LEFT - 0.01
            assert text.x + wide <= sheet.RIGHT + 0.01
            assert 20 < text.y < sheet.HEIGHT - 20
            printed.append(text.text)
    got = flat("".join(printed))
    for line in lines:
        assert flat(fonts.visible(line.name)) in got


@pytest.mark.parametrize("kind", PaperKind)
def test_fonts_are_embedded_and_the_file_is_small(kind: PaperKind) -> None:
    data = drawn(kind)
    assert len(data) < 120_000
    used = {}
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():
            used[font["/BaseFont"]] = "/FontFile2" in font["/FontDescriptor"]
    assert used
    assert all(used.values())
    assert all("NotoSerifSC" in name or "ZCDeskRareSong" in name for name in used)
    assert b"Helvetica" not in data


def test_only_a_rare_character_brings_the_fallback_font() -> None:
    assert b"ZCDeskRareSong" not in render(named("王𬱖"))
    assert b"ZCDeskRareSong" in render(named("周𬎆"))


def test_the_file_says_what_it_is() -> None:
    info = pypdf.PdfReader(io.BytesIO(render(receipt()))).metadata
    assert info is not None
    assert info.title == "收件通知书 320213-26-7K2-00057-A"
    assert info.author == "无锡市梁溪区政务服务中心"


@pytest.mark.req("UX-32")
def test_a_reprint_and_a_simulated_paper_say_so() -> None:
    again = as_reprint(receipt(), 2, "张敏", AT.replace(hour=10, minute=41))
    text = read(render(again))
    assert "补打 第2次 2026-11-24 10:41 张敏" in text
    assert "补打" not in read(render(receipt()))
    head = msgspec.structs.replace(receipt().head, simulated=True, sample=False)
    text = read(render(msgspec.structs.replace(receipt(), head=head)))
    assert "演示\n" in text
    assert "不作凭证" in text


@pytest.mark.req("R103")
def test_the_promise_tells_deadline_and_consequence() -> None:
    text = flat(said(PaperKind.PROMISE))
    assert "水源水和出厂水的水质检验报告" in text
    assert "2026年12月1日前" in text
    assert "终止办理并书面告知" in text
    assert "承诺人（签字或者盖章）" in text


@pytest.mark.req("UX-41")
@pytest.mark.parametrize("kind", PaperKind)
def test_no_paper_shows_a_bare_number(kind: PaperKind) -> None:
    text = said(kind)
    assert not re.search(r"(?<![\d*])(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)", text)


def test_the_receipt_promises_no_firm_date() -> None:
    text = read(render(receipt()))
    dates = re.findall(r"(.{0,3})(2026年12月\d+日)", text)
    assert {before.strip()[-2:] for before, _ in dates} == {"最迟", "缺，"}
    assert "在 2 个工作日内决定受理或者一次告知补正" in flat(text).replace("在2个", "在 2 个")


def test_the_ticket_shows_no_name() -> None:
    paper = sample(PaperKind.TICKET)
    assert isinstance(paper, TicketPaper)
    text = read(render(msgspec.structs.replace(paper, wait_minutes=None, priority="优先")))
    assert "A057" in text
    assert "以现场叫号为准" in text
    assert "社会民生　优先" in text
    assert "申请人" not in text


def shown(page: sheet.Sheet, scale: int) -> Image.Image:
    """The first page in grey, `scale` pixels a point."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(sheet.WIDTH, sheet.HEIGHT))
    operators.paint(page, canvas)
    canvas.save()
    return pypdfium2.PdfDocument(out.getvalue())[0].render(scale=scale).to_pil().convert("L")


def ink(char: str, *, bold: bool) -> int:
    """How dark a character is on paper, in any unit."""
    page = sheet.Sheet()
    page.text(100, 100, char, 40, bold=bold)
    return sum(255 - grey for grey in shown(page, 4).tobytes())


def test_the_code_is_drawn_module_for_module() -> None:
    scale, place, side = 6, 100.0, 25 * sheet.MM
    page = sheet.Sheet()
    page.code(place, place, side, receipt().qr)
    image = shown(page, scale)
    rows, modules = dark_runs(receipt().qr)
    assert modules == 25
    step = side * scale / modules
    for y in range(-2, modules + 2):
        for x in range(-2, modules + 2):
            spot = (int(place * scale + (x + 0.5) * step), int(place * scale + (y + 0.5) * step))
            row = rows[y] if 0 <= y < modules else []
            assert (image.getpixel(spot) < 128) == any(start <= x < end for start, end in row)


@pytest.mark.parametrize("bold", [False, True])
@given(TEXTS, st.floats(40, 300))
def test_a_cell_holds_its_text(bold: bool, text: str, width: float) -> None:
    made = grid.cell(0, width, text, Align.LEFT, bold=bold)
    for line in made.lines:
        assert fonts.width(line, grid.SIZE, bold=bold) <= width - 2 * grid.SIDE
    assert flat("".join(made.lines)) == flat(text)


@pytest.mark.parametrize("kind", PaperKind)
def test_the_same_paper_gives_the_same_bytes_in_another_process(kind: PaperKind) -> None:
    if kind is not PaperKind.SUMMARY:
        assert render(sample(kind)) == drawn(kind)
        return
    code = (
        "import hashlib; from zcdesk.forms import render; from zcdesk.forms.samples import sample;"
        "from zcdesk.domain.papers import PaperKind;"
        "print(hashlib.sha256(render(sample(PaperKind.SUMMARY))).hexdigest())"
    )
    out = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    import hashlib

    assert out == {hashlib.sha256(render(sample(kind))).hexdigest() + "\n"}


def test_papers_are_made_on_several_threads() -> None:
    kinds = [*PaperKind, *(PaperKind.RECEIPT,) * 9]
    alone = {kind: drawn(kind) for kind in PaperKind}
    with ThreadPoolExecutor(4) as pool:
        made = pool.map(lambda kind: render(sample(kind)), kinds)
    assert [data == alone[kind] for kind, data in zip(kinds, made, strict=True)] == [True] * len(
        kinds
    )
