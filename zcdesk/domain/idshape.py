"""The kinds of identity number a counter meets and the shape of each.

A table only: lengths, characters by position, names. Never a judgement (`identity` makes those).
"""

from __future__ import annotations

import re
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from zcdesk.domain.checkdigit import DIGITS, USCC_CHARS

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALNUM = DIGITS + _LETTERS


class IdKind(StrEnum):
    """Kinds of card or code; the value is stored, the label printed."""

    RESIDENT = "resident"
    RESIDENT_15 = "resident-15"
    RESIDENCE_PERMIT = "residence-permit"
    FOREIGN_PR = "foreign-pr"
    FOREIGN_PR_15 = "foreign-pr-15"
    PASSPORT_CN = "passport-cn"
    PASSPORT_FOREIGN = "passport-foreign"
    HKM_PERMIT = "hkm-permit"
    TAIWAN_PERMIT = "taiwan-permit"
    USCC = "uscc"


class Shape(NamedTuple):
    """How a number looks.

    Attributes:
        lengths: allowed lengths in characters.
        need: those lengths in words, for messages.
        chars: allowed characters by position; the last entry serves all after it.
    """

    label: str
    lengths: tuple[int, ...]
    need: str
    chars: tuple[str, ...]


_CITIZEN = (DIGITS,) * 17 + (DIGITS + "X",)

SHAPES = MappingProxyType(
    {
        IdKind.RESIDENT: Shape("居民身份证", (18,), "18", _CITIZEN),
        IdKind.RESIDENT_15: Shape("居民身份证（15 位）", (15,), "15", (DIGITS,)),
        IdKind.RESIDENCE_PERMIT: Shape("港澳台居民居住证", (18,), "18", _CITIZEN),
        IdKind.FOREIGN_PR: Shape("外国人永久居留身份证", (18,), "18", _CITIZEN),
        IdKind.FOREIGN_PR_15: Shape(
            "外国人永久居留身份证（15 位）", (15,), "15", (_LETTERS,) * 3 + (DIGITS,)
        ),
        IdKind.PASSPORT_CN: Shape("护照", (9,), "9", (_LETTERS, _ALNUM, DIGITS)),
        IdKind.PASSPORT_FOREIGN: Shape("外国护照", tuple(range(5, 21)), "5 至 20", (_ALNUM,)),
        IdKind.HKM_PERMIT: Shape("港澳居民来往内地通行证", (9, 11), "9 或 11", ("HM", DIGITS)),
        IdKind.TAIWAN_PERMIT: Shape("台湾居民来往大陆通行证", (8, 10), "8 或 10", (DIGITS,)),
        IdKind.USCC: Shape(
            "统一社会信用代码", (18,), "18", (USCC_CHARS,) * 2 + (DIGITS,) * 6 + (USCC_CHARS,)
        ),
    }
)

PASSPORT_CN_FORM = re.compile(r"[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}")

_REGIONS = {1: 5, 2: 3, 3: 7, 4: 6, 6: 5, 8: 3}
PROVINCES = frozenset(
    {f"{region}{i}" for region, last in _REGIONS.items() for i in range(1, last + 1)}
    | {"50", "51", "52", "53", "54", "71"}
)
"""The first two digits of a resident number; they have only ever been added to."""

_ONE_CARD = (
    frozenset({IdKind.RESIDENT, IdKind.RESIDENT_15}),
    frozenset({IdKind.FOREIGN_PR, IdKind.FOREIGN_PR_15}),
)


def same_card(one: IdKind, other: IdKind) -> bool:
    """Tell whether two kinds are formats of one card."""
    return one is other or any({one, other} <= card for card in _ONE_CARD)
