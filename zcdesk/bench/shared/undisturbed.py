"""A clerk's commit while the server is slow, half-open or gone, beside the same with a good one.

A joined store in a lane of its own and its rounds in another, as in a running desk; commits ask
the lane, so whatever the rounds keep it busy with counts. Never the network in the clerk's way.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from psycopg.conninfo import make_conninfo

from zcdesk.bench.figure import Clock, Figure, Limit, figure
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared.catch_up import joined
from zcdesk.bench.shared.ground import Server
from zcdesk.domain.act import NewAct
from zcdesk.domain.ticket import TicketTaken
from zcdesk.sync.link import Link
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

KINDS = ("slow", "half-open", "gone")
NAMES = tuple(f"commit p99 while the server is {kind}" for kind in KINDS)
HOW = "acts of a joined desk at work, durable; beside the same while the server answers well"
LIMIT = Limit("ratio", 1.1)
SLOW_SECONDS = 0.4
"""What each answer of a slow server takes longer."""

DEADLINE = 1.0
BATCH = 100
PAUSE = 0.01
"""Between two commits: still many times what a clerk does."""


def commits(server: Server, root: Path, clock: Clock, times: int) -> tuple[Figure, ...]:
    """Measure `times` batches of commits on each line in turns, so that load hits all alike."""
    good = server.station("good-line")
    lines = {"good": good}
    with _line(good, SLOW_SECONDS) as slow, _line(good, None) as silent:
        lines |= {"slow": slow, "half-open": silent, "gone": _gone(good)}
        found: dict[str, list[float]] = {name: [] for name in lines}
        with ThreadPoolExecutor(1) as lane:
            copy = lane.submit(joined, root, "at-work").result()
            try:
                for _ in range(times):
                    for name, url in lines.items():
                        with _rounds(copy, lane, url):
                            found[name] += _batch(copy, lane, clock)
            finally:
                lane.submit(copy.store.close).result()
    reference = tuple(found["good"])
    return tuple(
        figure(
            name,
            Pair(tuple(found[kind]), reference),
            how=HOW,
            percent=99,
            unit="ms",
            scale=1000,
            limit=LIMIT,
        )
        for kind, name in zip(KINDS, NAMES, strict=True)
    )


def _batch(copy: StoreCopy, lane: Executor, clock: Clock) -> list[float]:
    took = []
    for _ in range(BATCH):
        start = clock()
        lane.submit(commit, copy).result()
        took.append(clock() - start)
        time.sleep(PAUSE)
    return took


def commit(copy: StoreCopy) -> None:
    """Record one act, as a clerk does."""
    with copy.store.transaction(clerk="0312", at=copy.now()) as tx:
        body = TicketTaken(number="A001", category="社会民生")
        tx.append(NewAct(subject=f"ticket:{tx.new_id()}", body=body))


@contextmanager
def _rounds(copy: StoreCopy, lane: Executor, url: str) -> Iterator[None]:
    """Let rounds follow each other as long as the block lasts."""

    def in_store(work: Callable[[], object]) -> object:
        return lane.submit(work).result()

    link = Link(
        copy=copy,
        open_hall=lambda: PostgresHall(url, deadline=DEADLINE),
        in_store=in_store,
        choice=lambda _: None,
        attention=lambda: 0,
    )
    over = threading.Event()

    def go_round() -> None:
        while not over.is_set():
            over.wait(min(link.round().wait, 1.0))

    thread = threading.Thread(target=go_round, name="net")
    thread.start()
    try:
        yield
    finally:
        over.set()
        link.close()
        thread.join()
        if link._hall is not None:
            link._hall.close()


def _gone(url: str) -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return make_conninfo(url, port=probe.getsockname()[1])


@contextmanager
def _line(url: str, seconds: float | None) -> Iterator[str]:
    """Give the URL of a line to a server whose answers come later, or never (None)."""
    from psycopg.conninfo import conninfo_to_dict

    target = ("127.0.0.1", int(conninfo_to_dict(url)["port"] or 0))
    door = socket.create_server(("127.0.0.1", 0))
    opened: list[socket.socket] = []

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = door.accept()
                opened.append(near)
                if seconds is None:
                    continue  # the connection stands, and nothing ever comes
                far = socket.create_connection(target)
                opened.append(far)
                threading.Thread(target=_pass, args=(near, far, 0.0), daemon=True).start()
                threading.Thread(target=_pass, args=(far, near, seconds), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield make_conninfo(url, port=door.getsockname()[1])
    finally:
        for one in (door, *opened):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def _pass(source: socket.socket, to: socket.socket, seconds: float) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            time.sleep(seconds)
            to.sendall(data)
        to.shutdown(socket.SHUT_RDWR)
