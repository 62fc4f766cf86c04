"""日清: a hall's day is closed by an act with what the day came to, so history is summed once."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.typed import Typed


class DayCount(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One sum of the day: facts of one kind at one department and window (`domain.facts`).

    Attributes:
        count, hits, value: how many, how many of them hit, and the sum of their values.
    """

    kind: str
    department: str = ""
    window: str = ""
    count: int
    hits: int = 0
    value: int = 0


class Difference(msgspec.Struct, frozen=True):
    """Two numbers of the day that should be one: which comparison, and by how much."""

    name: str
    count: int


class DayClosed(Body, frozen=True, kw_only=True):
    """The day was gone through; what did not agree is named, with a word why."""

    kind: ClassVar[str] = "day.closed"
    counts: tuple[DayCount, ...] = ()
    differences: tuple[Difference, ...] = ()
    remark: Typed = ""


class Day(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A day after its closing; closed again, the later closing stands and the first stays told.

    Attributes:
        times: how often it was closed.
    """

    date: str
    at: str
    clerk: str
    counts: tuple[DayCount, ...] = ()
    differences: tuple[Difference, ...] = ()
    remark: str = ""
    times: int = 1


def fold(state: Day | None, act: Act, body: Body) -> Day | None:
    """Apply one act."""
    if not isinstance(body, DayClosed):
        return state
    return Day(
        date=act.subject.partition(":")[2],
        at=act.at,
        clerk=act.clerk,
        counts=body.counts,
        differences=body.differences,
        remark=body.remark,
        times=(state.times if state else 0) + 1,
    )
