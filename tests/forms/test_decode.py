"""The reader of ESC/POS bytes must itself notice what is wrong."""

from __future__ import annotations

import pytest

from zcdesk.forms.decode import Cut, Line, Qr, decode


@pytest.mark.parametrize(
    ("data", "unknown"),
    [
        ("1B40 1B7A", ("1B 7A",)),
        ("1B40 C7EB0A", ("C7", "EB")),
        ("1C26 81FF0A", ("81 FF",)),
        ("1C26 C7", ("cut off after ", "C7 00")),
        ("1B6105", ("1B 61 05",)),
        ("1B2A000100AA", ("1B 2A 00", "AA")),
        ("1D286B0300315099", ()),
        ("1D284C020030320A", ("1D 28 4C 30 32",)),
        ("07", ("07",)),
    ],
)
def test_what_is_not_understood_is_listed(data: str, unknown: tuple[str, ...]) -> None:
    assert decode(bytes.fromhex(data), 32).unknown == unknown


def test_a_line_over_the_edge_is_listed() -> None:
    wide = "1D2111 1C210C" + "41" * 17 + "0A"
    slip = decode(bytes.fromhex("1B40 1C26" + "41" * 32 + "0A" + "41" * 33 + "0A" + wide), 32)
    assert slip.overflows == ("A" * 33, "A" * 17)


def test_items_come_in_order() -> None:
    slip = decode(
        bytes.fromhex(
            "1B40 1C26 1B6102 410A 1D286B0300314308 1D286B050031503041 42 1D286B0300315130 1D5601"
        ),
        32,
    )
    kinds = [type(item) for item in slip.items]
    assert kinds == [Line, Qr, Cut]
    assert slip.codes == ("AB",)
    assert [item.module for item in slip.items if isinstance(item, Qr)] == [8]
    assert slip.is_cut
    assert not decode(b"A\n", 32).is_cut
