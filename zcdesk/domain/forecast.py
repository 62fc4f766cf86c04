"""How long somebody who takes a number now will wait: a range, or nothing where nobody can know.

From the services of the day and the windows that are open, never from a wish. The range is meant
to hold in four of five cases; a test plays halls against it. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import fmean, stdev

import msgspec

LEAST_SERVICES = 5
"""With fewer finished visits nothing honest can be said."""

RECENT = 30
"""Services looked at, the newest: a hall is slower at noon than in the morning."""

_EIGHT_OF_TEN = 1.2816
"""Standard deviations to either side that hold 80 % of a normal distribution."""

_COARSE_FROM, _COARSE = 20, 5
"""From so many minutes on the range is told in steps of five."""


class Forecast(msgspec.Struct, frozen=True):
    """Minutes of waiting: at least, at most."""

    least: int
    most: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One category as the forecast sees it.

    Attributes:
        waiting: how many wait in it and would be called before.
        windows: numbers of the open windows that call it.
    """

    waiting: int
    windows: frozenset[str]


def forecast(
    category: str,
    lines: Mapping[str, Line],
    services: Sequence[float],
    busy: frozenset[str] = frozenset(),
) -> Forecast | None:
    """Return the wait of somebody who joins `category` now, None if nobody can know.

    Args:
        lines: every category with somebody waiting, and `category` itself.
        services: minutes recent visits took, the newest last.
        busy: numbers of the windows that serve somebody.
    """
    mine = lines[category].windows
    if not mine or len(services) < LEAST_SERVICES:
        return None
    recent = services[-RECENT:]
    mean, spread = fmean(recent), stdev(recent)
    before = sum(_share(line, mine) * line.waiting for line in lines.values())
    under_way = len(busy & mine)
    if under_way < len(mine) and before < len(mine) - under_way:
        return Forecast(0, _up(mean / len(mine)))
    # Each window is somewhere in its visit, and the last of those before only has to be called.
    visits = max(0.5, before + under_way / 2 - (len(mine) - 1) / 2)
    middle = mean * visits / len(mine)
    # The mean itself is known only so well from so few services.
    doubt = spread * math.sqrt(visits + visits * visits / len(recent)) / len(mine)
    doubt = math.hypot(doubt, mean / 2 / len(mine))
    least, most = middle - _EIGHT_OF_TEN * doubt, middle + _EIGHT_OF_TEN * doubt
    return Forecast(_down(max(0.0, least)), _up(most))


def _share(line: Line, mine: frozenset[str]) -> float:
    """How much of a category is served by the windows one waits for."""
    return len(line.windows & mine) / len(line.windows) if line.windows else 0.0


def _down(minutes: float) -> int:
    step = _COARSE if minutes >= _COARSE_FROM else 1
    return math.floor(minutes / step) * step


def _up(minutes: float) -> int:
    step = _COARSE if minutes >= _COARSE_FROM else 1
    return max(1, math.ceil(minutes / step) * step)
