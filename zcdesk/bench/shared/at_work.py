"""A clerk's commits while the station catches up, in the lanes of a running desk.

The rounds fetch from a real server and fold into the store as fast as they can. A commit goes
before the batches that wait, and waits for the one under way at most.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject

from zcdesk.bench.figure import Clock, Figure, Limit, NotMeasurable, figure
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared.catch_up import fill, joined
from zcdesk.bench.shared.ground import Server
from zcdesk.bench.shared.undisturbed import commit
from zcdesk.sync.link import Link
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy
from zcdesk.ui.jobs import NET, STORE, Jobs, after_answer

NAME = "commit p99 while catching up"
HOW = (
    "an act of a joined desk, from its order until it is durable, while the rounds bring the "
    "hall's acts; beside the same once they have brought them all"
)
LIMIT = Limit("value", 60)
PAUSE_S = 0.01
"""Between two commits: many times what a clerk does."""

LEAST = 20
"""Commits after the hall's end was reached."""

PATIENCE_S = 60.0

Order = Callable[[Callable[[], object]], None]
"""Has a thing done in the store's lane as the desk has a clerk's, and waits until it is durable."""


def commits(server: Server, root: Path, clock: Clock, count: int) -> Figure:
    """Commit while a new station catches up with a hall of so many acts, and as often after it."""
    fill(server, count)
    with closing(PostgresHall(server.station("at-its-end"))) as hall:
        end = hall.heads().number
    with _desk(server, root) as (copy, order, begun):

        def at_work(work: Callable[[], object]) -> None:
            begun.set()
            order(work)

        busy = _commits(copy, at_work, clock, lambda done: copy.position.number < end)
        calm = _commits(copy, order, clock, lambda done: done < max(LEAST, len(busy)))
    if not busy:
        raise NotMeasurable("the hall's acts were there before the first commit")
    pair = Pair(tuple(busy), tuple(calm))
    return figure(NAME, pair, how=HOW, percent=99, unit="ms", scale=1000, limit=LIMIT)


def _commits(
    copy: StoreCopy, order: Order, clock: Clock, go_on: Callable[[int], bool]
) -> list[float]:
    took: list[float] = []
    while go_on(len(took)):
        start = clock()
        order(partial(commit, copy))
        took.append(clock() - start)
        time.sleep(PAUSE_S)
    return took


@contextmanager
def _desk(server: Server, root: Path) -> Iterator[tuple[StoreCopy, Order, Event]]:
    """Join a station and let its rounds follow each other in the lanes of a desk, once begun."""
    jobs, owner, over, begun = Jobs(lambda error: None), QObject(), Event(), Event()

    def order(work: Callable[[], object]) -> None:
        durable = Event()
        jobs.run(STORE, work, owner=owner, at_once=lambda _: durable.set())
        if not durable.wait(PATIENCE_S):
            raise NotMeasurable("a commit was refused")

    made: list[StoreCopy] = []
    order(lambda: made.append(joined(root, "at-work")))
    (copy,) = made
    copy.store.write_witness(after_answer)
    hall = PostgresHall(server.station("at-work"))
    link = Link(
        copy=copy,
        open_hall=lambda: hall,
        in_store=partial(jobs.ask, STORE),
        choice=lambda _: None,
        attention=lambda: 0,
    )

    def rounds() -> None:
        begun.wait()
        while not over.is_set():
            over.wait(link.round().wait)

    ended = Event()
    jobs.run(NET, rounds, owner=owner, at_once=lambda _: ended.set())
    try:
        yield copy, order, begun
    finally:
        over.set()
        begun.set()
        ended.wait(PATIENCE_S)
        hall.close()
        jobs.run(STORE, copy.store.close, owner=owner, behind=True)
        jobs.close()
