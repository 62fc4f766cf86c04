"""A rating pad that is a keyboard: five of its keys mean five levels (devices.md 5).

Sold cheaply over USB and documented nowhere. Whoever sees the keys of the desk presses them here;
nothing else of the program ever gets one of them, so none lands in a field. A pad cannot be told
from the clerk's keyboard, and a clerk must never rate (ux 0.9): so a key is one no clerk has, F13
to F24, or a character that Enter follows at a machine's speed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Event
from types import MappingProxyType

from zcdesk.devices.kinds import UNKNOWN, Status
from zcdesk.errors import Invalid

LEVELS = 5
_FUNCTION = re.compile(r"F(1[3-9]|2[0-4])")


def keys_of(text: str) -> Mapping[str, int]:
    """Read `1,2,3,4,5` or `F13,F14,…`, the best level first, as key → stars; DEV-20 otherwise."""
    keys = [one.strip().upper() for one in text.split(",")]
    is_fit = all(_FUNCTION.fullmatch(one) or (len(one) == 1 and one.isascii()) for one in keys)
    if not is_fit or len(keys) != LEVELS or len(set(keys)) != LEVELS or "" in keys:
        raise Invalid("DEV-20", "port")
    return MappingProxyType({key: LEVELS - place for place, key in enumerate(keys)})


class RatingKeys:
    """The keys of one pad.

    Attributes:
        keys: key → stars, 5 best.
    """

    def __init__(self, keys: str, name: str = "") -> None:
        """Build; DEV-20 for keys that cannot be told from a clerk's."""
        self.name = name or "评价器（键盘）"
        self.keys = keys_of(keys)
        self._answered = Event()
        self._is_asked = False
        self._stars: int | None = None

    def ask(self, seconds: float) -> int | None:
        """Wait for one of the keys; None when nobody pressed in time or the question went back."""
        self._stars = None
        self._answered.clear()
        self._is_asked = True
        self._answered.wait(seconds)
        self._is_asked = False
        return self._stars

    def press(self, key: str) -> None:
        """Take a press; one nobody asked for, and any after the first, counts for nothing."""
        if self._is_asked and not self._answered.is_set():
            self._stars = self.keys.get(key)
            self._answered.set()

    def cancel(self) -> None:
        """Take the question back; may be called from any thread."""
        self._answered.set()

    def status(self) -> Status:
        """Tell that nobody can know: a keyboard does not say that it is there."""
        return UNKNOWN

    def close(self) -> None:
        """Take the question back."""
        self.cancel()
