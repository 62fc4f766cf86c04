"""Many windows at one queue over a real server: lost replies, repeated calls, killed servers."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from fix_postgres import HallServer, Server, account, folder, free_port
from fix_store import AT, chance
from fix_sync_acts import DAY, HALL, acts, wish
from fix_sync_proxy import Proxy
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START, Act
from zcdesk.domain.ids import uuid7
from zcdesk.errors import SurroundingsError
from zcdesk.store.hall import Claim
from zcdesk.sync import inspect
from zcdesk.sync.embedded import Embedded
from zcdesk.sync.postgres_hall import PostgresHall

CATEGORY = ["社会民生"]


@dataclass
class Window:
    """A window that calls until nobody waits; a lost reply is asked for again."""

    name: str
    hall: PostgresHall
    called: list[Claim] = field(default_factory=list)
    lost: int = 0

    def work(self) -> None:
        random = chance(int(self.name))
        empty = 0
        while empty < 2:
            request = uuid7(AT, random(10))
            found = self._ask(request)
            if found is None:
                empty += 1
                continue
            self.called.append(found)

    def _ask(self, request: str) -> Claim | None:
        while True:
            try:
                return self.hall.claim_next(request, self.name, DAY, CATEGORY, None)
            except SurroundingsError:
                self.lost += 1


def call_all(hall_server: HallServer, windows: int, tickets: int, proxy: Proxy | None) -> None:
    with closing(PostgresHall(hall_server.add(HALL, "kiosk"))) as kiosk:
        for number in range(tickets):
            kiosk.take_ticket(f"r{number}", wish(f"{number:05}"))
        made = []
        for number in range(windows):
            url = hall_server.add(HALL, f"W{number}")
            hall = PostgresHall(proxy.url(url) if proxy else url)
            made.append(Window(str(number), hall))
        threads = [threading.Thread(target=one.work) for one in made]
        over = threading.Event()
        if proxy is not None:
            threads.append(threading.Thread(target=disturb, args=(proxy, made, over)))
        for one in threads:
            one.start()
        for one in threads[:windows]:
            one.join()
        over.set()
        for one in threads:
            one.join()
        for window in made:
            window.hall.close()
        assert kiosk.waiting(DAY) == ()
    called = Counter(claim.ticket for window in made for claim in window.called)
    assert len(called) == tickets, "a ticket is held and no window knows"
    assert set(called.values()) == {1}, "a ticket was called by two windows"
    if proxy is not None:
        assert sum(window.lost for window in made) > 0


def disturb(proxy: Proxy, windows: list[Window], over: threading.Event) -> None:
    """After some calls swallow a reply, then end the connections, again and again.

    By what has happened, not by the clock: else nobody gets anywhere on a slow machine.
    """

    def until(happened: Callable[[], bool]) -> None:
        while not happened() and not over.wait(0.001):
            continue

    while not over.is_set():
        enough = sum(len(one.called) for one in windows) + 10
        until(lambda enough=enough: sum(len(one.called) for one in windows) >= enough)
        proxy.mode, known = "deaf", proxy.swallowed
        until(lambda known=known: proxy.swallowed > known)
        proxy.mode = "pass"
        proxy.cut()  # last, so that nobody goes on waiting for what was swallowed


@pytest.mark.req("R128")
def test_eight_windows_call_each_ticket_once(hall_server: HallServer) -> None:
    call_all(hall_server, 8, 150, None)


def test_lost_replies_orphan_no_ticket(hall_server: HallServer, proxy_to: type[Proxy]) -> None:
    call_all(hall_server, 8, 150, proxy_to(make_url(hall_server.url).port or 0))


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_ten_thousand_calls(hall_server: HallServer, proxy_to: type[Proxy]) -> None:
    call_all(hall_server, 8, 10_000, proxy_to(make_url(hall_server.url).port or 0))


def test_a_lease_that_is_over_gives_the_ticket_back(hall_server: HallServer) -> None:
    with (
        closing(PostgresHall(hall_server.add(HALL, "W1"))) as one,
        closing(PostgresHall(hall_server.add(HALL, "W2"))) as two,
    ):
        one.take_ticket("r1", wish("a"))
        held = one.claim_next("c1", "1", DAY, CATEGORY, 120)
        assert held
        assert two.waiting(DAY) == ()
        hall_server.run("UPDATE core.ticket SET lease_until = clock_timestamp() - interval '29 s'")
        assert two.waiting(DAY) == ()
        hall_server.run("UPDATE core.ticket SET lease_until = clock_timestamp() - interval '31 s'")
        assert [w.ticket for w in two.waiting(DAY)] == ["ticket:a"]
        again = two.claim_next("c2", "2", DAY, CATEGORY, None)
        assert again
        assert again.fence == held.fence + 1
        assert not one.release("l1", "ticket:a", held.fence, None)


# --- killed servers ---


@pytest.fixture
def durable() -> Iterator[Embedded]:
    """A server of its own that really writes, to be killed."""
    home = folder()
    made = Embedded(home, free_port(), account=account(), settings=("shared_buffers=32MB",))
    made.start()
    yield made
    made.stop("immediate")
    shutil.rmtree(home)


def push_until_killed(url: str, origin: str, sent: list[Act], known: list[Act]) -> None:
    """Push one act after the other; note what was acknowledged until the server is gone."""
    with closing(PostgresHall(url)) as hall:
        for act in sent[len(known) :]:
            try:
                hall.push([act])
            except SurroundingsError:
                return
            known.append(act)


@pytest.mark.parametrize("rounds", [1, pytest.param(15, marks=pytest.mark.soak)])
def test_a_killed_server_keeps_what_it_acknowledged(durable: Embedded, rounds: int) -> None:
    server = Server(durable.url).database()
    urls = [server.add(HALL, f"W{n}") for n in range(3)]
    plans = [acts(4000, origin=f"o{n}") for n in range(3)]
    known: list[list[Act]] = [[], [], []]
    for _ in range(rounds):
        threads = [
            threading.Thread(target=push_until_killed, args=(url, f"o{n}", plans[n], known[n]))
            for n, url in enumerate(urls)
        ]
        for one in threads:
            one.start()
        begun = [len(one) for one in known]
        for thread, one, was in zip(threads, known, begun, strict=True):
            while thread.is_alive() and len(one) == was:
                thread.join(0.01)
        pid = int((durable.cluster / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        for one in threads:
            one.join()
        durable.start()
    assert all(known)
    assert inspect.flaws(server.url, HALL) == ()
    with closing(PostgresHall(urls[0])) as hall:
        found, here = [], START
        while piece := hall.pull(here, 1000).acts:
            found += [placed.act for placed in piece]
            here = piece[-1].position
    for n, acknowledged in enumerate(known):
        kept = [act for act in found if act.origin == f"o{n}"]
        assert kept[: len(acknowledged)] == acknowledged
        # At most the one act whose answer the kill took.
        assert len(kept) - len(acknowledged) <= 1
