"""Bars for laser scanners, read back from the paper: across a PDF's page and across a slip."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.graphics.barcode.code128 import _patterns  # the published table of the symbols

from zcdesk.domain.papers import PaperKind
from zcdesk.forms import render
from zcdesk.forms.bars import bar_text, printed_text, printer_data
from zcdesk.forms.decode import decode, picture
from zcdesk.forms.samples import sample

if TYPE_CHECKING:
    from PIL.Image import Image

SYMBOLS = {
    tuple(ord(run.upper()) - ord("A") + 1 for run in runs): value
    for value, runs in _patterns.items()
    if isinstance(value, int) and value < 106
}
START_B, START_C, TO_C, TO_B = 104, 105, 99, 100


def scanned(image: Image) -> set[str]:
    """Read the image line by line as a laser does; what a line says must have the right check."""
    grey = image.convert("L")
    found = set()
    for y in range(0, grey.height, 3):
        row = grey.crop((0, y, grey.width, y + 1)).tobytes()
        runs = [(dark, len(list(run))) for dark, run in groupby(row, lambda dot: dot < 128)]
        for place, (dark, _) in enumerate(runs):
            if dark and (text := _text([width for _, width in runs[place:]])):
                found.add(text)
    return found


def _text(widths: list[int]) -> str:
    values: list[int] = []
    for place in range(0, len(widths) - 6, 6):
        symbol = widths[place : place + 6]
        module = sum(symbol) / 11
        value = SYMBOLS.get(tuple(round(width / module) for width in symbol))
        if value is None or (not values and value not in (START_B, START_C)):
            break
        values.append(value)
    if len(values) < 4:
        return ""
    *said, check = values
    if (said[0] + sum(n * value for n, value in enumerate(said))) % 103 != check:
        return ""
    text, in_c = "", said[0] == START_C
    for value in said[1:]:
        if value in (TO_B, TO_C):
            in_c = value == TO_C
        else:
            text += f"{value:02d}" if in_c else chr(value + 32)
    return text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PaperKind.RECEIPT, "R/320213267K200057A"),
        (PaperKind.HANDOVER, "H/JJ2026112403"),
        (PaperKind.MATERIALS_RETURN, "R/320213267K2000587"),
    ],
)
def test_a_laser_reads_the_number_from_paper_and_slip(kind: PaperKind, text: str) -> None:
    pages = pypdfium2.PdfDocument(render(sample(kind)))
    assert scanned(pages[len(pages) - 1].render(scale=300 / 72).to_pil()) == {text}
    slip = decode(render(sample(kind), "escpos80"), 48)
    assert (slip.bars, slip.unknown, slip.overflows) == ((text,), (), ())
    assert scanned(picture(slip)) == {text}


def test_bars_too_wide_for_the_slip_are_left_to_the_qr() -> None:
    slip = decode(render(sample(PaperKind.RECEIPT), "escpos58"), 32)
    assert (slip.bars, slip.overflows) == ((), ())
    assert slip.codes
    assert decode(render(sample(PaperKind.HANDOVER), "escpos58"), 32).bars == ("H/JJ2026112403",)


@pytest.mark.parametrize("text", ["H/JJ2026112403", "2026", "R/1", "R/12345A6789", "AB"])
def test_the_printers_data_say_the_text(text: str) -> None:
    assert printed_text(printer_data(text)[0]) == text


def test_bars_never_hold_the_citizens_code() -> None:
    assert bar_text("R/320213267K200057A/K7Q2M4") == "R/320213267K200057A"
    assert bar_text("T/A057/20261124") == ""
    assert bar_text("N/320213267K2000587/H4T92C") == ""
    assert bar_text("") == ""
