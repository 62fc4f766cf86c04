"""How much is measured: the whole, or quickly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Runs of each figure.

    Attributes:
        cases: in the store of the full hall.
        starts, opens, visits: processes started for login, counter and memory.
        searches, keys, commits, papers: times the thing is done.
        idle: seconds a desk is left alone. week: visits on each of five days.
    """

    cases: int
    starts: int
    opens: int
    visits: int
    searches: int
    keys: int
    commits: int
    papers: int
    idle: int
    week: int


FULL = Plan(
    cases=100_000,
    starts=15,
    opens=7,
    visits=3,
    searches=1500,
    keys=300,
    commits=200,
    papers=60,
    idle=30,
    week=12,
)
QUICK = Plan(
    cases=5000,
    starts=5,
    opens=3,
    visits=1,
    searches=400,
    keys=120,
    commits=60,
    papers=20,
    idle=10,
    week=4,
)
