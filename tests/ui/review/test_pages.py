"""Pages as pictures: images, PDFs, and what is neither."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from zcdesk.devices.simulated import SimulatedScanner
from zcdesk.ui.review.pages import WIDEST, decode
from zcdesk.ui.review.viewer import covered


def test_a_scan_is_shown_as_it_is(qapp) -> None:
    image = decode(SimulatedScanner().scan().data)
    assert image is not None
    assert (image.width(), image.height()) == (413, 585)


def test_a_pdf_of_two_pages_stands_below_each_other(qapp) -> None:
    out = io.BytesIO()
    pages = [Image.new("RGB", (100, 140), "white") for _ in range(2)]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    image = decode(out.getvalue())
    assert image is not None
    assert image.height() == pytest.approx(image.width() * 2.8, rel=0.05)


def test_a_huge_page_is_made_smaller(qapp) -> None:
    out = io.BytesIO()
    Image.new("L", (3000, 300)).save(out, "PNG")
    image = decode(out.getvalue())
    assert image is not None
    assert image.width() == WIDEST


@pytest.mark.parametrize("data", [b"", b"no picture", b"%PDF-1.7 broken"])
def test_what_is_no_picture_is_none(qapp, data) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    ("spans", "share"),
    [
        ([], 0.0),
        ([(0.0, 0.5)], 0.5),
        ([(0.0, 0.5), (0.4, 1.2)], 1.0),
        ([(0.6, 1.0), (0.0, 0.3)], 0.7),
        ([(0.0, 0.9), (0.1, 0.2)], 0.9),
    ],
)
def test_what_was_displayed_adds_up(spans, share) -> None:
    assert covered(spans) == pytest.approx(share)
