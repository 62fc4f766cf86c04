"""From window to window: sixty poll the hall as desks do while acts come in."""

from __future__ import annotations

import random
import threading
import time
from contextlib import closing

from zcdesk.bench.figure import Figure, Limit, nearest_rank
from zcdesk.bench.shared.ground import Author, Server
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import POLL_SECONDS, delay

HALF_SEEN, LAST_SEEN = "window to window p50", "window to window p99"
P50, P99 = Limit("ratio", 0.6), Limit("ratio", 2)
HOW = "an act pushed until another window's poll has it; beside the poll's interval of one second"
WINDOWS = 60
RATE = 30
PATIENCE_S = 60.0
"""Until all of them watch, and until all have seen everything."""


def seen(server: Server, seconds: float) -> tuple[Figure, ...]:
    """Let 60 windows poll while 30 acts a second come in together; measure how late each sees."""
    sent: dict[str, float] = {}
    late: list[float] = []
    over = threading.Event()
    watching = threading.Barrier(WINDOWS + 1)
    urls = [server.station(f"window-{n}") for n in range(WINDOWS)]

    def window(url: str) -> None:
        chance = random.Random(url)  # noqa: S311 - spreads the polls
        with closing(PostgresHall(url)) as hall:
            here = hall.heads()
            watching.wait(PATIENCE_S)
            while not over.wait(delay(0, chance.random())):
                pulled = hall.pull(here, 500)
                now = time.monotonic()
                for placed in pulled.acts:
                    here = placed.position
                    if placed.act.id in sent:
                        late.append(now - sent[placed.act.id])

    threads = [threading.Thread(target=window, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    author = Author("bench-windows")
    with closing(PostgresHall(server.station("pusher"))) as hall:
        watching.wait(PATIENCE_S)
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            (act,) = author.acts(1)
            sent[act.id] = time.monotonic()
            hall.push([act])
            time.sleep(max(0.0, 1 / RATE - (time.monotonic() - now)))
    end = time.monotonic() + PATIENCE_S
    while len(late) < WINDOWS * len(sent) and time.monotonic() < end:
        time.sleep(POLL_SECONDS / 10)
    over.set()
    for thread in threads:
        thread.join()
    return (_figure(HALF_SEEN, late, 50, P50), _figure(LAST_SEEN, late, 99, P99))


def _figure(name: str, late: list[float], percent: float, limit: Limit) -> Figure:
    value = nearest_rank(late, percent)
    ratio = value / POLL_SECONDS
    return Figure(
        name=name,
        value=float(f"{value:.4g}"),
        unit="s",
        reference=POLL_SECONDS,
        ratio=float(f"{ratio:.4g}"),
        target=limit.text("s"),
        met=ratio <= limit.most,
        how=HOW,
        runs=len(late),
    )
