"""The poster of keys has every key of a window, fits its sheet, and is a PDF or a picture."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from zcdesk.ui import poster, theme
from zcdesk.ui.keys import COMMANDS


@pytest.fixture(autouse=True)
def fonts(qapp) -> None:
    theme.prepare(qapp)


def test_every_command_of_its_pages_stands_on_it_once() -> None:
    shown = [line.command for line in poster.lines() if line.command]
    pages = {page for _, pages in poster.SECTIONS for page in pages}
    assert sorted(c.id for c in shown) == sorted(c.id for c in COMMANDS if c.page in pages)


def test_nothing_falls_off_the_sheet() -> None:
    places = [place for place, _ in poster._placed(poster.lines())]
    assert max(p.column for p in places) < poster.COLUMNS
    lowest = max(p.y for p in places) + poster.LINE + poster.MARGIN + 36
    assert lowest <= poster.HEIGHT - poster.MARGIN / 2


def test_a_pdf_of_one_sheet_with_words(tmp_path) -> None:
    made = poster.write(tmp_path / "keys.pdf")
    pages = pypdfium2.PdfDocument(made)
    assert len(pages) == 1
    width, height = pages[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    assert "综窗台" in pages[0].get_textpage().get_text_range()


def test_a_picture_by_its_name_and_a_wrong_place_is_an_error(tmp_path) -> None:
    assert QImage(str(poster.write(tmp_path / "keys.png"))).width() == 1123 * poster.SHARPER
    with pytest.raises(OSError, match="not written"):
        poster.write(tmp_path / "nowhere" / "keys.png")
    with pytest.raises(OSError, match="not written"):
        poster.write(tmp_path / "nowhere" / "keys.pdf")
