"""What once looked wrong on a paper: texts over the edge, a lone foot, cut letters."""

from __future__ import annotations

from itertools import groupby

import pytest

from zcdesk.domain.papers import PaperKind
from zcdesk.domain.printer_profile import GENERIC
from zcdesk.forms import fonts, render
from zcdesk.forms.blocks import Document, Foot, Pair, Pairs, Paragraph, Section
from zcdesk.forms.decode import decode, picture
from zcdesk.forms.pdf import lay
from zcdesk.forms.samples import sample
from zcdesk.forms.sheet import RIGHT, Sheet
from zcdesk.forms.strip import Strip

LONG = "无锡市梁溪区城市管理综合行政执法局" * 8


def within(sheet: Sheet) -> bool:
    return all(
        text.x + fonts.width(text.text, text.size, bold=text.bold) <= RIGHT + 0.1
        for page in sheet.pages
        for text in page.texts
    )


def test_a_long_heading_of_a_part_stays_on_the_paper() -> None:
    sheet = lay(Document("", "", (Pairs((Pair("甲", "乙"),)), Section(LONG), Paragraph("文"))))
    assert within(sheet)
    assert "".join(text.text for page in sheet.pages for text in page.texts).count(LONG[:8]) == 8


@pytest.mark.parametrize("lines", range(38, 46))
def test_the_foot_takes_its_rule_to_the_next_page(lines: int) -> None:
    body = (Paragraph("文" * 44 * lines, indent=False),)
    sheet = lay(Document("", "", (Pairs((Pair("甲", "乙"),)), *body, Foot("脚注"))))
    page = next(page for page in sheet.pages if any(text.text == "脚注" for text in page.texts))
    assert any(getattr(shape, "dashed", False) for shape in page.shapes)


def test_a_number_too_long_beside_its_label_stands_whole_below_it() -> None:
    slip = decode(render(sample(PaperKind.SUMMARY), "escpos58"), 32)
    assert "320213-26-7K2-00064-J" in slip.text


def rows_of(char: str) -> list[list[bool]]:
    """Give the dots of the rows on which a character has ink."""
    strip = Strip(GENERIC[58])
    strip.line(char)
    cell = picture(decode(strip.finish(), 32)).crop((24, 24, 36, 48))
    rows = [[dot < 128 for dot in cell.crop((0, y, 12, y + 1)).tobytes()] for y in range(24)]
    return [row for row in rows if any(row)]


def test_a_letter_wider_than_its_cell_is_squeezed_not_cut() -> None:
    strokes = [sum(1 for dark, _ in groupby(row) if dark) for row in rows_of("W")]
    assert max(strokes[:4]) == 3  # left, middle and right


@pytest.mark.parametrize("char", "[]")
def test_a_bracket_keeps_its_foot(char: str) -> None:
    rows = rows_of(char)
    assert sum(rows[-1]) > sum(rows[len(rows) // 2])
