"""What is wrong with something a clerk typed, as a value the interface puts into words.

Shared by the checks of numbers, phones and names. Never holds the value itself or a part that
would tell a person.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """`WARN` can be passed over by the clerk, `BLOCK` cannot."""

    WARN = "warn"
    BLOCK = "block"


class Problem(msgspec.Struct, frozen=True):
    """One fault.

    Attributes:
        code: family and number, `IDC-03`.
        fields: named values the text needs; see `values`.
        position: the character it is about, from 1; 0 = the whole.
    """

    code: str
    severity: Severity
    position: int = 0
    fields: tuple[tuple[str, str | int], ...] = ()

    @property
    def values(self) -> dict[str, str | int]:
        """The fields, ready for `str.format`."""
        return dict(self.fields)


def warn(code: str, position: int = 0, **fields: str | int) -> Problem:
    """Make a problem the clerk may pass over."""
    return Problem(code, Severity.WARN, position, tuple(fields.items()))


def block(code: str, position: int = 0, **fields: str | int) -> Problem:
    """Make a problem that must be put right."""
    return Problem(code, Severity.BLOCK, position, tuple(fields.items()))
