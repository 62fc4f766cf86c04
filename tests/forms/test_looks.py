"""What once looked wrong on a paper: texts over the edge, a lone foot, cut letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

from tests.forms.extreme_papers import crowded
from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.printer_profile import GENERIC
from zcdesk.forms import fonts, render
from zcdesk.forms.blocks import Document, Foot, Pair, Pairs, Paragraph, Section
from zcdesk.forms.content import compose
from zcdesk.forms.decode import decode, picture
from zcdesk.forms.pdf import lay
from zcdesk.forms.samples import sample
from zcdesk.forms.sheet import LEFT, RIGHT, Box, Line, Modules, Ring, Shape, Sheet, Text
from zcdesk.forms.strip import Strip
from zcdesk.forms.tables import DASH
from zcdesk.forms.wrap import BLANK, NO_END, NO_START

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


Frame = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points."""


def frame(drawn: Text | Shape) -> Frame:
    match drawn:
        case Text():
            wide = fonts.width(drawn.text, drawn.size, bold=drawn.bold)
            x, base, size = drawn.x, drawn.y, drawn.size
            return (x, base - 0.12 * size, x + wide, base + 0.88 * size)
        case Line():
            across = sorted((drawn.x1, drawn.x2))
            up = sorted((drawn.y1, drawn.y2))
            return (across[0], up[0], across[1], up[1])
        case Box():
            return (drawn.x, drawn.y, drawn.x + drawn.width, drawn.y + drawn.height)
        case Ring():
            x, y, r = drawn
            return (x - r, y - r, x + r, y + r)
        case Modules():
            right = max(x + wide for x, _, wide, _ in drawn.squares) * drawn.size
            down = min(y for _, y, _, _ in drawn.squares) * drawn.size
            return (drawn.x, drawn.y + down, drawn.x + right, drawn.y)
        case _:
            raise AssertionError(drawn)


@pytest.mark.parametrize("make", [sample, crowded])
@pytest.mark.parametrize("kind", [kind for kind in PaperKind if getattr(sample(kind), "qr", "")])
def test_a_qr_keeps_four_white_modules_around_it(
    kind: PaperKind, make: Callable[[PaperKind], Paper]
) -> None:
    codes = 0
    for page in lay(compose(make(kind))).pages:
        others = [*page.texts, *page.shapes]
        for code in page.shapes:
            if not isinstance(code, Modules) or len({y for _, y, _, _ in code.squares}) == 1:
                continue
            codes += 1
            left, lower, right, upper = frame(code)
            white = 3.99 * code.size
            for other in others:
                x1, y1, x2, y2 = frame(other)
                beside = x2 <= left - white or x1 >= right + white
                assert other is code or beside or y2 <= lower - white or y1 >= upper + white, other
    assert codes == 1


@pytest.mark.parametrize("make", [sample, crowded])
@pytest.mark.parametrize("kind", PaperKind)
def test_marks_stand_with_their_words_on_every_page(
    kind: PaperKind, make: Callable[[PaperKind], Paper]
) -> None:
    shown = [text.text for page in lay(compose(make(kind))).pages for text in page.texts]
    lines = [text for text in shown if text not in ("", DASH)]
    assert len(lines) > 10
    assert [line for line in lines if line[0] in NO_START or line[-1] in NO_END] == []
    assert [line for line in lines if re.match(" |　[^　]", line) or line[-1] in BLANK] == []


@pytest.mark.parametrize("kind", [PaperKind.REPORT, PaperKind.ERASURE, PaperKind.RECOVERY])
def test_a_part_s_heading_stands_on_the_page_of_its_table(kind: PaperKind) -> None:
    paper: Any = crowded(kind)
    pages = [[text.text for text in page.texts] for page in lay(compose(paper)).pages]
    for table in paper.tables:
        (page,) = (page for page in pages if any(text[:6] == table.title[:6] for text in page))
        head = next(number for number, text in enumerate(page) if text[:6] == table.title[:6])
        assert any(text[:3] == table.columns[0][:3] for text in page[head:])


def test_a_column_that_counts_stands_in_the_middle() -> None:
    page = lay(compose(sample(PaperKind.RECOVERY))).pages[0]
    heads = [box for box in page.shapes if isinstance(box, Box) and box.shade]
    (cell,) = (box for box in heads if box.x < LEFT + 1 and box.width < 60)
    (number,) = (text for text in page.texts if text.text == "3")
    assert frame(number)[0] + frame(number)[2] == pytest.approx(2 * cell.x + cell.width, abs=1)


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
