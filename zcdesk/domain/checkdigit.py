"""Check characters of Chinese identity numbers: GB 11643, GB 32100 and GB 11714.

Arithmetic only, on text already brought to upper case; what a failure means is `identity`'s
judgement. Never a table of real numbers.
"""

from __future__ import annotations

DIGITS = "0123456789"
USCC_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015 leaves out I, O, S, V and Z."""

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORG_VALUES = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def id_check(first17: str) -> str:
    """Return the 18th character of a resident number (ISO 7064 MOD 11-2)."""
    return _ID_CHECKS[_weighed(first17, _ID_WEIGHTS, DIGITS) % 11]


def uscc_check(first17: str) -> str:
    """Return the 18th character of a unified social credit code (mod 31-3)."""
    return USCC_CHARS[-_weighed(first17, _USCC_WEIGHTS, USCC_CHARS) % 31]


def org_check(first8: str) -> str:
    """Return the 9th character of an organisation code, the 17th of a credit code."""
    return "0123456789X"[-_weighed(first8, _ORG_WEIGHTS, _ORG_VALUES) % 11]


def with_check_digit(first17: str) -> str:
    """Complete an invented resident number, residence permit or permanent-resident number."""
    return first17 + id_check(first17)


def with_uscc_check(first: str) -> str:
    """Complete an invented credit code from 17 characters, or 16 to have both checks made."""
    first17 = first + org_check(first[8:]) if len(first) == 16 else first
    return first17 + uscc_check(first17)


def _weighed(text: str, weights: tuple[int, ...], values: str) -> int:
    """Return the weighted sum; ValueError for a wrong length or character."""
    pairs = zip(text, weights, strict=True)
    return sum(values.index(char) * weight for char, weight in pairs)
