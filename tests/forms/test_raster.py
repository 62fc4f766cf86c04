"""A slip as bands of dots is the very picture of the slip as text."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from zcdesk.domain.papers import PaperKind
from zcdesk.forms import render
from zcdesk.forms.decode import decode
from zcdesk.forms.samples import sample
from zcdesk.forms.slip_picture import LEADING, MARGIN, draw


def bands(data: bytes) -> list[Image.Image]:
    """Read `GS v 0` bands as a printer does."""
    assert data.startswith(b"\x1b@")
    at, found = 2, []
    while data[at : at + 4] == b"\x1dv0\x00":
        wide, high = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (4, 6))
        dots = data[at + 8 : at + 8 + wide * high]
        found.append(Image.frombytes("1", (wide * 8, high), dots))
        at += 8 + wide * high
    assert data[at:] == b"\x1bd\x03\x1dVB\x00"
    return found


@pytest.mark.parametrize(("width", "dots"), [(80, 576), (58, 384)])
@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.TICKET])
def test_the_bands_make_the_picture(kind: PaperKind, width: int, dots: int) -> None:
    found = bands(render(sample(kind), f"raster{width}"))  # type: ignore[arg-type]
    assert {band.width for band in found} == {dots}
    assert max(band.height for band in found) <= 128
    whole = Image.new("1", (dots, sum(band.height for band in found)))
    top = 0
    for band in found:
        whole.paste(band, (0, top))
        top += band.height
    text = render(sample(kind), f"escpos{width}")  # type: ignore[arg-type]
    slip = draw(decode(text, dots // 12))
    # without margins and the line of the cut
    wanted = slip.crop((MARGIN, MARGIN, MARGIN + dots, slip.height - MARGIN - LEADING))
    black = wanted.point(lambda grey: 255 if grey < 128 else 0).convert("1")
    assert whole.size == black.size
    assert ImageChops.logical_xor(whole, black).getbbox() is None
    assert whole.getbbox() is not None
