"""Claims of fifty connections at once, beside a bare SKIP LOCKED claim of as many."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import Any

import psycopg

from zcdesk.bench.figure import Clock, Figure, Limit, NotMeasurable, figure, take_turns
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared.ground import HALL, Server
from zcdesk.errors import CodedError
from zcdesk.sync.postgres_hall import PostgresHall

NAME = "claim at 50 connections"
LIMIT = Limit("ratio", 2.5)
HOW = "api.claim_next, remembered by its request; beside a bare SKIP LOCKED on as many rows"
CONNECTIONS = 50
DAY = "2026-11-24"
_TICKETS = """
INSERT INTO core.ticket (hall, ticket, day, series, serial, category, taken_at, priority,
                         appointment_at, "window")
SELECT %s, 'ticket:' || %s || n, %s, %s, n, 'S', to_char(n, 'FM00000000'), 0, '', ''
FROM generate_series(1, %s) AS n
"""
_BARE = """
UPDATE public.bare_ticket SET state = 'held' WHERE ticket = (
  SELECT ticket FROM public.bare_ticket WHERE state = 'waiting'
  ORDER BY taken_at, serial LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING ticket
"""


def claims(server: Server, clock: Clock, rounds: int, each: int) -> Figure:
    """Measure rounds of `each` claims per connection, in turns."""
    count = CONNECTIONS * each
    owner = psycopg.connect(server.url, autocommit=True)
    with closing(owner), ExitStack() as stack:
        # Three connections are all a station may have.
        urls = [server.station(f"claim-{n}") for n in range((CONNECTIONS + 2) // 3)]
        halls = [
            stack.enter_context(closing(PostgresHall(urls[n // 3]))) for n in range(CONNECTIONS)
        ]
        bares = [
            stack.enter_context(closing(psycopg.connect(server.url, autocommit=True)))
            for _ in range(CONNECTIONS)
        ]
        turn = 0

        def ours() -> float:
            nonlocal turn
            turn += 1
            owner.execute(_TICKETS, (HALL, f"{turn}-", DAY, f"S{turn}", count))
            return _at_once(clock, [_claiming(hall, turn, n, each) for n, hall in enumerate(halls)])

        def bare() -> float:
            owner.execute("DROP TABLE IF EXISTS public.bare_ticket")
            owner.execute(
                "CREATE TABLE public.bare_ticket AS SELECT ticket, taken_at, serial,"
                " 'waiting' AS state FROM core.ticket WHERE series = %s",
                (f"S{max(turn, 1)}",),
            )
            owner.execute(
                "CREATE INDEX ON public.bare_ticket (taken_at, serial) WHERE state = 'waiting'"
            )
            return _at_once(clock, [_bare(one, each) for one in bares])

        kept = take_turns(ours, bare, rounds)
        owner.execute("DROP TABLE public.bare_ticket")
    runs = Pair(tuple(a / count for a, _ in kept), tuple(b / count for _, b in kept))
    return figure(NAME, runs, how=HOW, unit="ms", scale=1000, limit=LIMIT)


def _claiming(hall: PostgresHall, turn: int, number: int, each: int) -> Callable[[], object]:
    def work() -> None:
        for n in range(each):
            claim = hall.claim_next(f"{turn}-{number}-{n}", "3", DAY, ("S",), None)
            if claim is None:
                raise RuntimeError("a ticket that waits was not given")

    return work


def _bare(connection: psycopg.Connection[Any], each: int) -> Callable[[], object]:
    def work() -> None:
        for _ in range(each):
            if connection.execute(_BARE).fetchone() is None:
                # SKIP LOCKED may pass over the one row that is left; the others count the same.
                continue

    return work


def _at_once(clock: Clock, works: list[Callable[[], object]]) -> float:
    """Run all in threads that start together; return seconds until the last ended."""
    gate = threading.Barrier(len(works) + 1)
    failed: list[Exception] = []

    def run(work: Callable[[], object]) -> None:
        gate.wait()
        try:
            work()
        except (CodedError, psycopg.Error, RuntimeError) as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    gate.wait()
    start = clock()
    for thread in threads:
        thread.join()
    if failed:
        raise NotMeasurable(f"{len(failed)} connections failed: {failed[0]}")
    return clock() - start
