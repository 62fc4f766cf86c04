"""Receipt and case numbers: `HALL(6) YY INC(3) SERIAL(5) CHECK(1)` (sync 2.8).

Unique by construction: the incarnation code is never reused, the serial is dense inside it.
A printed number is data, never identity.
"""

from __future__ import annotations

import msgspec

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without I, L, O and U, which people misread."""

SERIAL_MAX = 99_999

COMPACT = 17
"""Characters of a number without separators."""


class Number(msgspec.Struct, frozen=True):
    """A receipt number in parts.

    Attributes:
        hall: six digits of the hall's region.
        year: two digits of the act's year.
        code: three characters of the station incarnation, given by the hall.
        serial: 1 to 99,999, dense within the code and year.
    """

    hall: str
    year: int
    code: str
    serial: int

    @property
    def compact(self) -> str:
        """Seventeen characters without separators, as bar codes carry it."""
        body = f"{self.hall}{self.year % 100:02d}{self.code}{self.serial:05d}"
        return body + check_char(body)

    @property
    def text(self) -> str:
        """The printed form, `320213-26-7K2-00057-A`."""
        c = self.compact
        return "-".join((c[:6], c[6:8], c[8:11], c[11:16], c[16]))


def incarnation_code(n: int) -> str:
    """Write 0 ≤ n < 32,768 as three base-32 characters."""
    if not 0 <= n < len(ALPHABET) ** 3:
        raise ValueError(n)
    return ALPHABET[n >> 10] + ALPHABET[(n >> 5) & 31] + ALPHABET[n & 31]


def check_char(body: str) -> str:
    """Return the check character: weighted mod 31 over the base-32 values.

    31 is prime and every weight is a unit, so each wrong character whose value differs mod 31
    and each swap of neighbours is found.
    """
    total = sum(
        weight * ALPHABET.index(char)
        for weight, char in zip(_weights(len(body)), body, strict=True)
    )
    return ALPHABET[total % 31]


def parse(text: str) -> Number | None:
    """Read a printed or scanned number; None if its shape or check character is wrong."""
    compact = "".join(c for c in text.strip().upper() if c not in "- ")
    if len(compact) != COMPACT or any(c not in ALPHABET for c in compact):
        return None
    body, check = compact[:16], compact[16]
    if check_char(body) != check or not (body[:8] + body[11:]).isdigit():
        return None
    return Number(body[:6], int(body[6:8]), body[8:11], int(body[11:16]))


def _weights(length: int) -> tuple[int, ...]:
    """Powers of 3 mod 31: 3 generates the whole group, so neighbours never share a weight."""
    return tuple(pow(3, i + 1, 31) for i in range(length))
