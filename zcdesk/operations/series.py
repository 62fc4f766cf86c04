"""The series printed numbers come from."""

from __future__ import annotations

import re

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Channel
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations.session import Session

LETTERS = {
    WindowCategory.SOCIAL.value: "A",
    WindowCategory.MARKET.value: "B",
    WindowCategory.LABOUR.value: "C",
    WindowCategory.INVESTMENT.value: "D",
}
"""Series of the printed numbers; V before it marks priority, Y an appointment, L by hand."""

_CATEGORIES = {letter: category for category, letter in LETTERS.items()}
_LETTER = f"[{''.join(LETTERS.values())}]"
_PRINTED = re.compile(rf"[VYL]?{_LETTER}[0-9]{{3,}}|L{_LETTER}-[0-9]{{4,}}")
_CUT_OFF = re.compile(rf"L({_LETTER})[0-9A-Z]{{1,3}}(?:[0-9]{{3}}|-[0-9]{{4,}})")
_STATION = re.compile(r"[0-9A-Z]{1,3}")

SHORT = 999
"""So far a serial has three digits; behind it a hyphen parts what stands before."""

OWN_SERIES = "W"
"""Before a window's number: `W07-003` is the third its window gave itself that day (sync 2.7)."""


def of(category: str, channel: Channel, *, priority: bool, appointment: str) -> str:
    """Return the letters of a printed number; see `LETTERS`."""
    if category not in LETTERS:
        raise NotAllowed("QUE-11", category=category)
    if channel is Channel.BY_HAND:
        return "L" + LETTERS[category]
    return ("Y" if appointment else "V" if priority else "") + LETTERS[category]


def is_printed(text: str) -> bool:
    """Tell whether a text looks like a number of the hall's own series: `A058`, `YB003`."""
    return bool(_PRINTED.fullmatch(text.strip().upper())) or bool(category_of(text))


def own(session: Session) -> str:
    """The series this window gives by itself, whoever else can be reached: `W07-`."""
    return f"{OWN_SERIES}{session.window.rjust(2, '0')}-"


def cut_off(session: Session, category: str) -> str:
    """The series a kiosk gives while it is cut off from its hall's server: `LA9` at station 9.

    L before the series says how it was taken (ux 2.20); the station behind it keeps two kiosks
    apart, since the server knows no second station of a name in a hall. Three digits follow:
    `LA9001`, said "L A 九零零一", is no longer than what boards and voices are made for. What is
    written by hand has three digits in all (`LA001`), so neither can ever be the other; `numbered`
    keeps that true behind 999. A priority or an appointment is in the act, not in the letters: the
    queue honours it, and the one letter says the one thing that differs.

    Raises:
        NotAllowed: QUE-11. SurroundingsError: QUE-17, the station's name is not one to three
            capitals or digits: nothing short would keep its numbers apart.
    """
    if category not in LETTERS:
        raise NotAllowed("QUE-11", category=category)
    name = session.store.station.name
    if not _STATION.fullmatch(name):
        raise SurroundingsError("QUE-17")
    return f"L{LETTERS[category]}{name}"


def category_of(number: str) -> str:
    """Return the category of a number a kiosk gave while cut off; empty for any other text."""
    found = _CUT_OFF.fullmatch(number.strip().upper())
    return _CATEGORIES[found[1]] if found else ""


def letters_of(number: str) -> str:
    """Return the series of such a number: `LA9` of `LA9001`."""
    letters, hyphen, _ = number.partition("-")
    return letters if hyphen else number[:-3]


def numbered(series: str, serial: int) -> str:
    """The printed number: `A001`; `LA9-1000` behind 999, where digits alone could be two's."""
    part = "-" if serial > SHORT and series.startswith("L") else ""
    return f"{series}{part}{serial:03d}"
