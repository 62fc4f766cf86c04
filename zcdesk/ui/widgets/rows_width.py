"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What one column asks for, in pixels.

    Attributes:
        wanted: its width where there is room; 0 takes what the others leave.
        needed: what it can do with; its longest words are then cut, with a tool tip.
    """

    wanted: int
    needed: int


def shared(wishes: Sequence[Wish], room: int, least: int) -> list[int]:
    """Return the width of each column.

    Args:
        room: of all of them.
        least: below this the columns without a width of their own are of no use; the others
            give way first.
    """
    is_open = [wish.wanted == 0 for wish in wishes]
    count = sum(is_open)
    widths = [wish.wanted for wish in wishes]
    short = count * least - (room - sum(widths))
    spare = [max(0, wish.wanted - wish.needed) for wish in wishes]
    if count and short > 0 and any(spare):
        part = min(1.0, short / sum(spare))
        widths = [width - int(more * part) for width, more in zip(widths, spare, strict=True)]
    left = max(0, room - sum(widths)) // max(1, count)
    return [left if opened else width for opened, width in zip(is_open, widths, strict=True)]
