"""The manager's page over years of history: `zcdesk bench --only history`.

Years of acts cannot be folded while somebody waits, so history is laid straight into the read
tables, which is all these pages read: what each case of a small hall left there, ended, once more
on every earlier day until there are as many as wanted. Today's cases and numbers stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Table,
    func,
    insert,
    literal,
    literal_column,
    select,
)

from zcdesk import station
from zcdesk.bench.figure import Clock, Figure, Limit, alternate, figure, timed
from zcdesk.bench.hall import STAFF_NO
from zcdesk.domain import period
from zcdesk.domain.period import Span
from zcdesk.operations import figures, live, live_rows
from zcdesk.operations.session import Session
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import case_index, fact_index, ticket_index

SIZES = (10_000, 100_000, 1_000_000)
DAYS = 1250
"""Five years of working days: over so many the history is spread."""

TIMES = 9
_ROW: ColumnElement[int] = literal_column("rowid", Integer)
"""SQLite's own number of a row: the small hall's own rows have the lowest."""

LIVE, DRILL, YEAR, BEHIND = "live hall", "behind a figure", "year's report", "drill-down"
HOW = (
    "with so many ended cases of five years in the station's read tables (laid there, not folded); "
    "beside the same page in the hall without them"
)
LIMITS = {
    LIVE: Limit("value", 1),
    DRILL: Limit("value", 1),
    YEAR: Limit("value", 10),
    BEHIND: Limit("value", 1),
}


def measure(clock: Clock, grown: Path, plain: Path, sizes: tuple[int, ...]) -> Iterator[Figure]:
    """Let the hall in `grown` grow from size to size, and measure each beside `plain`."""
    here = station.open_session(grown).as_clerk(STAFF_NO)
    there = station.open_session(plain).as_clerk(STAFF_NO)
    with closing(here.store), closing(there.store):
        laid = Laid(here)
        for size in sizes:
            laid.grow(size)
            for name, ask in asked(here).items():
                turns = 1 if name == YEAR else TIMES
                runs = alternate(timed(ask, clock), timed(asked(there)[name], clock), turns)
                yield figure(f"{name}, {size:,} cases", runs, how=HOW, limit=LIMITS[name])


class Laid:
    """What was laid so far over a small hall's own rows."""

    def __init__(self, session: Session) -> None:
        self._session, self._times = session, 0
        self._cases, self._own = _count(session), _own_rows(session)

    def grow(self, size: int) -> None:
        """Let so many ended cases lie behind the hall's own."""
        wanted = size // self._cases
        for time in range(self._times, wanted):
            _repeat(self._session, time, self._own)
        self._times = max(wanted, self._times)


def asked(session: Session) -> dict[str, Any]:
    """Return what the manager asks, by name; `LIMITS` says how long each may take."""
    year = period.of(Span.YEAR, session.now().date())

    def behind() -> object:
        with session.reading() as store:
            return live_rows.FIGURES["received"](store, session, "")

    return {
        LIVE: lambda: live.board(session),
        DRILL: behind,
        YEAR: lambda: figures.sheets(session, year),
        BEHIND: lambda: figures.behind(session, "received", year),
    }


def _count(session: Session) -> int:
    with session.reading() as store:
        return int(store.select(select(func.count()).select_from(case_index)).scalar_one())


def _own_rows(session: Session) -> dict[str, int]:
    """Return the last row of each table that the small hall itself left."""
    with session.reading() as store:
        return {
            table.name: store.select(select(func.max(_ROW)).select_from(table)).scalar_one()
            for table in (case_index, ticket_index, fact_index)
        }


def _repeat(session: Session, time: int, first: dict[str, int]) -> None:
    """Lay the small hall's rows once more, some days earlier, everything in them ended."""
    back = f"-{1 + time * DAYS // 1000 % (DAYS * 7 // 5)} days"
    mark = f"/{time}"
    ended = {"open": literal(0), "due": literal(""), "deferral_due": literal("")}
    cases = _shifted(case_index, mark, back, ended | {"finished_at": case_index.c.received_at})
    tickets = _shifted(ticket_index, mark, back, {"status": literal("closed")})
    facts = _shifted(fact_index, mark, back, {})
    with session.transaction() as tx:
        tx.run(Prepared(insert(case_index).from_select(*cases(first["case_index"] >= _ROW))))
        tx.run(Prepared(insert(ticket_index).from_select(*tickets(first["ticket_index"] >= _ROW))))
        tx.run(Prepared(insert(fact_index).from_select(*facts(first["fact_index"] >= _ROW))))


_DAYS = frozenset({"day", "received_at", "taken_at", "called_at", "ended_at", "finished_at"})
_NAMES = frozenset({"subject", "number", "receipt_number", "sitting"})


def _shifted(table: Table, mark: str, back: str, instead: dict[str, Any]) -> Any:
    """Make the columns and the selection of rows that are the same but earlier and named anew."""

    def cell(column: Column[Any]) -> Any:
        value = instead.get(column.name, column)
        if column.name in _DAYS:
            earlier = func.date(func.substr(value, 1, 10), back)
            return func.coalesce(earlier.concat(func.substr(value, 11)), value)
        return value + mark if column.name in _NAMES else value

    names = [column.name for column in table.columns]
    chosen = select(*(cell(column) for column in table.columns))
    return lambda where: (names, chosen.where(where))
