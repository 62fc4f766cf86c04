"""Rounded outlines: no point goes far, nothing is torn, strange glyphs stay as they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.forms import fonts
from zcdesk.forms.outlines import STEP, rounded


@pytest.fixture(scope="module")
def font() -> Iterator[TTFont]:
    with TTFont(fonts.font_path(fonts.REGULAR), lazy=True) as opened:
        yield opened


@pytest.mark.parametrize("char", "永龘收件A1（")
def test_every_point_stands_within_half_a_step_of_its_place(font: TTFont, char: str) -> None:
    table = font["glyf"]
    data = table[font.getBestCmap()[ord(char)]].compile(table)
    made = rounded(data)
    assert len(made) == len(data)
    assert made != data
    before, after = (Glyph(one) for one in (data, made))
    before.expand(table)
    after.expand(table)
    assert list(after.flags) == list(before.flags)
    assert after.endPtsOfContours == before.endPtsOfContours
    for was, now in zip(before.coordinates, after.coordinates, strict=True):
        assert all(abs(a - b) <= STEP / 2 for a, b in zip(was, now, strict=True))


def simple(points: list[int]) -> bytes:
    """Build a glyph of one contour whose x moves are these, each in a byte."""
    flags = bytes(0x02 | (0x10 if move >= 0 else 0) | 0x20 for move in points)
    head = struct.pack(">hhhhhHH", 1, 0, 0, 0, 0, len(points) - 1, 0)
    return head + flags + bytes(abs(move) for move in points)


@given(st.lists(st.integers(-255, 255), min_size=1, max_size=30))
def test_moves_of_a_byte_stay_bytes(moves: list[int]) -> None:
    made = rounded(simple(moves))
    assert len(made) == len(simple(moves))
    signs = [1 if move >= 0 else -1 for move in moves]
    sizes = made[-len(moves) :]
    place = was = 0
    for sign, size, move in zip(signs, sizes, moves, strict=True):
        place, was = place + sign * size, was + move
        assert abs(place - was) <= STEP / 2


@pytest.mark.parametrize(
    "glyph",
    [b"", b"\xff\xff" + b"\0" * 20],
    ids=["empty", "of others"],
)
def test_what_cannot_be_rounded_stays(glyph: bytes) -> None:
    assert rounded(glyph) == glyph
