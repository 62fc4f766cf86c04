"""A year's report, today's figures and what is behind one of them, in the full hall.

The reference of each is the plainest question there is to the same table: how many rows it has.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from zcdesk import station
from zcdesk.bench.figure import Clock, Figure, Limit, Runs, alternate, figure, timed
from zcdesk.bench.hall import STAFF_NO
from zcdesk.bench.plan import Plan
from zcdesk.domain import period
from zcdesk.domain.period import Span
from zcdesk.operations import figures
from zcdesk.store.schema import fact_index

REPORT, TODAY, DRILL = "year's report", "today's figures", "drill-down"
TARGETS = (
    (REPORT, "s", Limit("value", 10)),
    (TODAY, "s", None),
    (DRILL, "s", Limit("value", 1)),
)
HOW = "every figure of the hall and of each department, with the year before; in the full hall"
TIMES = 5


def measure(plan: Plan, clock: Clock, data: Path) -> tuple[Figure, ...]:
    """Ask the closed store in `data`."""
    session = station.open_session(data).as_clerk(STAFF_NO)
    with closing(session.store):
        today = session.now().date()
        year, day = period.of(Span.YEAR, today), period.of(Span.DAY, today)
        asked = (
            lambda: figures.sheets(session, year),
            lambda: figures.measure(session, day),
            lambda: figures.behind(session, "received", year, department=""),
        )

        def rows() -> object:
            with session.reading() as store:
                return store.select(select(func.count()).select_from(fact_index)).scalar()

        made = []
        for (name, unit, limit), ask in zip(TARGETS, asked, strict=True):
            runs: Runs = alternate(timed(ask, clock), timed(rows, clock), TIMES)
            how = f"{HOW}, {plan.cases:,} cases"
            made.append(figure(name, runs, how=how, unit=unit, limit=limit))
    return tuple(made)
