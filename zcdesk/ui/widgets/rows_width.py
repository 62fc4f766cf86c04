"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What one column asks for, in pixels.

    Attributes:
        wanted: its width where there is room; 0 takes what the others leave.
        needed: what it can do with; its longest words are then cut, with a tool tip.
        whole: what its longest words need; 0 = nothing in it yet.
    """

    wanted: int
    needed: int
    whole: int = 0


def shared(wishes: Sequence[Wish], room: int, least: int) -> list[int]:
    """Return the width of each column.

    Args:
        room: of all of them.
        least: below this the columns without a width of their own are of no use; the others
            give way first, and before any of their words is cut what stands empty in them.
    """
    is_open = [wish.wanted == 0 for wish in wishes]
    count = sum(is_open)
    widths = [wish.wanted for wish in wishes]
    filled = [max(wish.needed, min(wish.wanted, wish.whole or wish.wanted)) for wish in wishes]
    for floors in (filled, [wish.needed for wish in wishes]):
        short = count * least - (room - sum(widths)) if count else 0
        widths = _shrunk(widths, floors, short)
    left = max(0, room - sum(widths)) // max(1, count)
    widths = [left if opened else width for opened, width in zip(is_open, widths, strict=True)]
    return _lent(wishes, widths, least)


def _shrunk(widths: list[int], floors: Sequence[int], short: int) -> list[int]:
    """Take what is short from the columns that stand above their floor, each its part."""
    spare = [max(0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    if short <= 0 or not any(spare):
        return widths
    part = min(1.0, short / sum(spare))
    return [width - int(more * part) for width, more in zip(widths, spare, strict=True)]


def _lent(wishes: Sequence[Wish], widths: list[int], least: int) -> list[int]:
    """Give what some columns do not use to those whose words are cut."""
    pairs = list(zip(wishes, widths, strict=True))
    lack = [max(0, wish.whole - width) for wish, width in pairs]
    floors = [wish.needed if wish.wanted else least for wish in wishes]
    idle = [
        max(0, width - max(floor, wish.whole)) if wish.whole else 0
        for floor, (wish, width) in zip(floors, pairs, strict=True)
    ]
    given = min(sum(lack), sum(idle))
    if not given:
        return widths
    return [
        width + more * given // sum(lack) - -(-less * given // sum(idle))
        for width, more, less in zip(widths, lack, idle, strict=True)
    ]
