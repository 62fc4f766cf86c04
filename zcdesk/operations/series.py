"""The series printed numbers come from."""

from __future__ import annotations

import re

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Channel
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session

LETTERS = {
    WindowCategory.SOCIAL.value: "A",
    WindowCategory.MARKET.value: "B",
    WindowCategory.LABOUR.value: "C",
    WindowCategory.INVESTMENT.value: "D",
}
"""Series of the printed numbers; V before it marks priority, Y an appointment, L by hand."""

_PRINTED = re.compile(rf"[VYL]?[{''.join(LETTERS.values())}][0-9]{{3,}}")

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
    return bool(_PRINTED.fullmatch(text.strip().upper()))


def own(session: Session) -> str:
    """The series this window gives by itself, whoever else can be reached: `W07-`."""
    return f"{OWN_SERIES}{session.window.rjust(2, '0')}-"
