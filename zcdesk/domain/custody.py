"""Who holds which paper (保管): every bundle of a case is in exactly one hand at any time.

A bundle changes hands only along `WAYS`; nothing but a move ends anybody's custody (rules 4).
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from types import MappingProxyType

import msgspec


class Hand(StrEnum):
    """Where a bundle can be; `POST` is on its way to the applicant."""

    APPLICANT = "申请人"
    WINDOW = "收件窗口"
    DEPARTMENT = "部门"
    COUNTER = "出件窗口"
    POST = "邮寄途中"
    ARCHIVE = "档案"


class Content(StrEnum):
    """What a bundle is."""

    MATERIALS = "申请材料"
    RESULT = "办理结果"
    COLLECTED = "收回材料"
    RECEIPT = "送达回执"


class Bundle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Papers that move together.

    Attributes:
        no: place among the bundles of its case, from 1.
        holder: which window or department has it; empty for the applicant and the post.
        items: names of the papers.
        since: ISO time of the last move.
    """

    no: int
    content: Content
    hand: Hand
    holder: str = ""
    items: tuple[str, ...] = ()
    since: str = ""


_IN_HOUSE = frozenset({Hand.WINDOW, Hand.DEPARTMENT, Hand.COUNTER})

WAYS: MappingProxyType[Hand, frozenset[Hand]] = MappingProxyType(
    {
        Hand.APPLICANT: frozenset(),
        Hand.WINDOW: _IN_HOUSE | {Hand.APPLICANT, Hand.POST},
        Hand.DEPARTMENT: _IN_HOUSE | {Hand.APPLICANT, Hand.POST, Hand.ARCHIVE},
        Hand.COUNTER: _IN_HOUSE | {Hand.APPLICANT, Hand.POST, Hand.ARCHIVE},
        Hand.POST: frozenset({Hand.APPLICANT, Hand.COUNTER, Hand.WINDOW}),
        Hand.ARCHIVE: frozenset(),
    }
)
"""From a hand to the next. What comes back from the applicant is a new bundle."""


def add(
    bundles: tuple[Bundle, ...],
    content: Content,
    hand: Hand,
    holder: str,
    items: tuple[str, ...],
    at: str,
) -> tuple[Bundle, ...]:
    """Begin the custody of a new bundle; no papers, no bundle."""
    if not items:
        return bundles
    new = Bundle(
        no=len(bundles) + 1, content=content, hand=hand, holder=holder, items=items, since=at
    )
    return (*bundles, new)


def held(
    bundles: tuple[Bundle, ...], hands: Collection[Hand], contents: Collection[Content] = ()
) -> tuple[Bundle, ...]:
    """Return the bundles in any of `hands`, of any of `contents` (none named = all)."""
    return tuple(b for b in bundles if b.hand in hands and (not contents or b.content in contents))


def move(
    bundles: tuple[Bundle, ...],
    moved: Collection[Bundle],
    hand: Hand,
    holder: str,
    at: str,
) -> tuple[Bundle, ...]:
    """Pass bundles on; one that may not go that way stays where it is."""
    numbers = {b.no for b in moved if hand in WAYS[b.hand]}
    return tuple(
        msgspec.structs.replace(b, hand=hand, holder=holder, since=at) if b.no in numbers else b
        for b in bundles
    )


def correct(
    bundles: tuple[Bundle, ...],
    before: Collection[str],
    after: Collection[str],
    window: str,
    at: str,
) -> tuple[Bundle, ...]:
    """Put right which papers the hall holds, as an amended receipt says; nothing changes hands.

    A paper that was never recorded lay in the pile all along; a bundle nothing is left of is in
    nobody's house.

    Args:
        before, after: names of the papers handed in, as recorded and as it was.
        window: who holds a paper where no pile of the case is in the house.
    """
    more = tuple(name for name in after if name not in before)
    found, pile = [], None
    for b in bundles:
        if b.content is Content.MATERIALS and b.hand in _IN_HOUSE:
            items = tuple(name for name in b.items if name not in before or name in after)
            if pile is None and items:
                pile, items = b.no, (*items, *more)
            if not items:
                b = msgspec.structs.replace(b, hand=Hand.APPLICANT, holder="", since=at)
            b = msgspec.structs.replace(b, items=items)
        found.append(b)
    if pile is None:
        return add(tuple(found), Content.MATERIALS, Hand.WINDOW, window, more, at)
    return tuple(found)


def in_house(bundles: tuple[Bundle, ...]) -> tuple[Bundle, ...]:
    """Return what the hall or a department still holds."""
    return held(bundles, _IN_HOUSE)
