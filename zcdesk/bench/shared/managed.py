"""The manager's page beside a hall's whole past on the server: `zcdesk bench --only manager`.

A real desk, joined to a real server, shows the live hall while it polls, sends acts of its own and
takes in those of another station. Measured twice: with the hall as it was made, and again with
years of acts on the server and a tenth of their cases, ended, in this station's read tables.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from zcdesk import station
from zcdesk.bench import grown, process, whole
from zcdesk.bench import hall as bench_hall
from zcdesk.bench.figure import Clock, Figure, Limit, NotMeasurable, Runs, figure, timed
from zcdesk.bench.shared import years
from zcdesk.bench.shared.ground import Author, Server
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import SurroundingsError
from zcdesk.operations.session import Session
from zcdesk.sync import admin
from zcdesk.sync.adopt import adopt
from zcdesk.sync.postgres_hall import PostgresHall

CASES = 1_000_000
STATION_SHARE = 10
"""Of the hall's cases every tenth stands in the station's read tables."""

SECONDS = 30.0
RATE = 5.0
"""Acts a second of the other station: a hall of thirty windows at its busiest."""

PUSHES, READS = 15, 9
ADOPTIONS = 5
PATIENCE = 120.0
"""Seconds for one call of the measuring station, which is no desk: its figure tells the time."""

SUPERVISOR = "0601"

SHOWN = "live page asked for and shown"
GAP, GAP99 = "heartbeat of the screen, greatest gap", "heartbeat of the screen, p99"
PUSH = "push of 50 acts"
HOW = (
    "a joined desk on the live hall, polling, sending its own acts and taking in another "
    "station's; beside the same desk before the years were laid (rows laid by SQL, not folded)"
)
GAP_HOW = f"a timer of 5 ms on the thread of the screen, how late it comes; {HOW}"
READ_HOW = "by the store of that station; beside the same before the years were laid"


class Scale(NamedTuple):
    """How much is laid and how long it is watched.

    Attributes:
        own: cases the hall really had.
    """

    cases: int = CASES
    own: int = whole.SMALL
    seconds: float = SECONDS


def measure(
    server: Server, root: Path, clock: Clock, scale: Scale, tell: Callable[[str], None]
) -> list[Figure]:
    """Measure before and behind the years."""
    with bench_hall.ground(root):
        data = whole.make_hall(root / "desk", scale.own)
        session = station.open_session(data)
        with closing(session.store):
            name = session.store.hall
            _adopt(session, server.url, root / "keys")
        other = admin.add_station(server.url, name, "other", role=f"b_{secrets.token_hex(5)}").url
        author = Author("bench-other", name, start=datetime.now(HALL_ZONE))
        look = _Look(data, other, author, clock, scale)
        tell("the desk as it was made")
        before = look.once()
        laid = years.lay(server.url, name, scale.cases, tell)
        session = station.open_session(data).as_clerk(SUPERVISOR)
        with closing(session.store):
            grown.Laid(session).grow(scale.cases // STATION_SHARE)
            years.move(session.store, laid.head)
        tell(f"the desk beside {laid.cases:,} cases and {laid.acts:,} acts")
        return _figures(before, look.once(), laid)


def _adopt(session: Session, url: str, keys: Path) -> None:
    """Move the hall to the server; a machine that stood still for a while begins again."""
    role = f"b_{secrets.token_hex(5)}"
    for _ in range(ADOPTIONS):
        with suppress(SurroundingsError):
            adopt(session.store, url, role=role, now=session.now, keys=keys)
            return
    raise NotMeasurable("the server did not answer in time")


class _Seen(NamedTuple):
    """Seconds, in the order of their names in `_figures`."""

    shown: list[float]
    gaps: list[float]
    pushes: list[float]
    reads: dict[str, list[float]]


class _Look(NamedTuple):
    """One look at the desk, its store and the server, to be had twice."""

    data: Path
    other: str
    author: Author
    clock: Clock
    scale: Scale

    def once(self) -> _Seen:
        seen = self._watched()
        with closing(PostgresHall(self.other, deadline=PATIENCE)) as hall:
            batches = [self.author.acts(50) for _ in range(PUSHES)]
            hall.heads()  # connected, so that no push pays for it
            pushes = [timed(partial(hall.push, acts), self.clock)() for acts in batches]
        session = station.open_session(self.data).as_clerk(SUPERVISOR)
        with closing(session.store):
            reads = {}
            for name, ask in grown.asked(session).items():
                turns = 1 if name == grown.YEAR else READS
                reads[name] = [timed(ask, self.clock)() for _ in range(turns)]
        return _Seen(seen["shown"], seen["gaps"], pushes, reads)

    def _watched(self) -> dict[str, Any]:
        with _pushing(self.other, self.author):
            return process.watch(
                "manager",
                str(self.data),
                SUPERVISOR,
                bench_hall.secret(SUPERVISOR),
                str(self.scale.seconds),
                patience=process.PATIENCE_S + 2 * self.scale.seconds,
            )


@contextmanager
def _pushing(url: str, author: Author) -> Iterator[None]:
    """Let another station send acts while the block lasts."""
    over = threading.Event()

    def send() -> None:
        with closing(PostgresHall(url, deadline=PATIENCE)) as hall:
            while not over.wait(1 / RATE):
                hall.push(author.acts(1))

    thread = threading.Thread(target=send, name="other station")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _figures(before: _Seen, behind: _Seen, laid: years.Laid) -> list[Figure]:
    size = f"{laid.cases:,} cases, {laid.acts:,} acts"

    def runs(of: Callable[[_Seen], list[float]]) -> Runs:
        return Runs(tuple(of(behind)), tuple(of(before)))

    gaps = runs(lambda seen: seen.gaps)
    ms: dict[str, Any] = {"unit": "ms", "scale": 1000}
    found = [
        figure(
            f"{SHOWN}, {size}",
            runs(lambda seen: seen.shown),
            how=HOW,
            percent=99,
            limit=Limit("value", 1),
        ),
        figure(GAP, gaps, how=GAP_HOW, percent=100, limit=Limit("value", 50), **ms),
        figure(GAP99, gaps, how=GAP_HOW, percent=99, **ms),
        figure(PUSH, runs(lambda seen: seen.pushes), how=HOW, limit=Limit("ratio", 1.3), **ms),
    ]
    for name, limit in grown.LIMITS.items():
        reads = runs(lambda seen, name=name: seen.reads[name])  # type: ignore[misc]
        found.append(figure(name, reads, how=READ_HOW, limit=limit))
    return found


def run(cases: int | None, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """Measure against a server of its own.

    Raises:
        NotMeasurable: there is no server to be had here.
    """
    import tempfile

    from zcdesk.bench.shared import ground

    scale = Scale(cases or CASES)
    with tempfile.TemporaryDirectory(prefix="zcdesk-bench-") as folder, ground.running() as server:
        found = measure(server, Path(folder), time.perf_counter, scale, tell)
    return whole.report({"cases": scale.cases, "seconds": scale.seconds}, found)
