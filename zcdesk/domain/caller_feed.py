"""What the hall's existing caller says, one line a call: `NUMBER WINDOW [HH:MM[:SS]]`.

Fields apart by tab, comma, semicolon or blanks; `A045 3 09:12:31`, `A045,03号窗口`. A line that
begins with # or is nothing of this is passed over. The whole format: docs/pilot.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER_MOST = 12
_LINE = re.compile(
    r"(?P<number>[A-Za-z]{0,3}-?\d{1,8})[\t,;， ]+(?P<window>\S*?\d+)\S*?"
    r"(?:[\t,;， ]+(?P<at>\d{1,2}:\d{2}(?::\d{2})?))?\s*"
)
_DIGITS = re.compile(r"\d+")


class Called(NamedTuple):
    """A number is called to a window; `window` as the hall names it, without leading zeros."""

    number: str
    window: str
    at: str = ""


def read(line: str) -> Called | None:
    """Return the call of a line, None where it is none."""
    text = line.strip()
    found = None if text.startswith("#") else _LINE.fullmatch(text)
    if found is None:
        return None
    return Called(found["number"].upper(), bare(found["window"]), found["at"] or "")


def bare(window: str) -> str:
    """Return a window's number as `3` of `03`, `W03`, `03号窗口`."""
    digits = _DIGITS.findall(window)
    return str(int(digits[-1])) if digits else window


def is_number(text: str) -> bool:
    """Tell whether a number could be another caller's: letters, digits and a hyphen."""
    return bool(re.fullmatch(r"[A-Za-z]{0,3}-?\d{1,8}", text)) and len(text) <= NUMBER_MOST
