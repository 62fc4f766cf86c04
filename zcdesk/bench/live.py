"""The live hall of a full store beside that of a small one: it must not grow with history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zcdesk import station
from zcdesk.bench.figure import Clock, Figure, Limit, alternate, figure, timed
from zcdesk.operations import live, live_rows
from zcdesk.operations.session import Session

UNIT, SCALE = "ms", 1000.0
LIMIT = Limit("value", 1000)
RUNS = 15
READ, DRILL = "live hall", "behind a figure"
HOW = (
    "one reading of the duty manager's page, and what lies behind its largest figure, in the full "
    "hall; beside the same in a hall with 1,000 cases. In both no case was ever handed over or "
    "decided, so everything is late: worse than any hall"
)


def measure(clock: Clock, full: Path, small: Path) -> tuple[Figure, ...]:
    """Read both halls in turns, as of the moment after their last visit."""
    here, there = station.open_session(full), station.open_session(small)
    try:
        return tuple(
            figure(
                name,
                alternate(timed(one(here), clock), timed(one(there), clock), RUNS),
                how=HOW,
                unit=UNIT,
                scale=SCALE,
                limit=LIMIT,
            )
            for name, one in ((READ, _read), (DRILL, _behind))
        )
    finally:
        here.store.close()
        there.store.close()


def _read(session: Session) -> Callable[[], object]:
    return lambda: live.board(session)


def _behind(session: Session) -> Callable[[], object]:
    def read() -> object:
        with session.reading() as store:
            return live_rows.FIGURES["due"](store, session, "")

    return read
