"""How loud a hall calls: softer in the hours its policy names, such as lunch (ux 2.19)."""

from __future__ import annotations

import datetime as dt

import msgspec

LOUD = 100


class Quiet(msgspec.Struct, frozen=True):
    """Hours in which the hall is spoken to more softly; they may run over midnight.

    Attributes:
        percent: of the volume a voice is set to; 0 for silence, the screens still call.
    """

    start: dt.time
    end: dt.time
    percent: int


class CallPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy of calling aloud."""

    quiet: tuple[Quiet, ...] = (Quiet(dt.time(12), dt.time(13, 30), 50),)


def percent_at(time: dt.time, quiet: tuple[Quiet, ...]) -> int:
    """Return how loud it is called at a time of day, in percent of the set volume."""
    for hours in quiet:
        inside = (
            hours.start <= time < hours.end
            if hours.start <= hours.end
            else time >= hours.start or time < hours.end
        )
        if inside:
            return min(max(hours.percent, 0), LOUD)
    return LOUD
