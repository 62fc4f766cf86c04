"""Faults for real: a station killed by -9 in its work, a disk that is full under a round."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from fix_postgres import HallServer, Server, account, folder, free_port
from fix_store import AT, STATION, Stores, fill
from fix_sync_acts import acts
from fix_sync_proxy import Proxy
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START, Act
from zcdesk.store.verify import verify
from zcdesk.sync import inspect
from zcdesk.sync.embedded import Embedded
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import Pace, once
from zcdesk.sync.station_copy import StoreCopy

HERE = Path(__file__).parent
HALL = STATION.hall
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and limits")


def environment() -> dict[str, str]:
    paths = [str(HERE.parent), str(HERE.parent.parent), *filter(None, sys.path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def everything(hall: PostgresHall) -> list[Act]:
    found, here = [], START
    while piece := hall.pull(here, 1000).acts:
        found += [placed.act for placed in piece]
        here = piece[-1].position
    return found


def work_and_die(folder: Path, url: str, after: int) -> list[str]:
    """Let a station work in a process of its own and kill it after so many acts were told."""
    with subprocess.Popen(
        [sys.executable, str(HERE / "station_child.py"), str(folder), url],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        told = [child.stdout.readline().strip() for _ in range(after)]
        child.kill()
        told += child.stdout.read().split()
    return [one for one in told if len(one) == 36]


@posix
@pytest.mark.parametrize("times", [4, pytest.param(40, marks=pytest.mark.soak)])
def test_a_station_killed_at_any_time_loses_and_doubles_nothing(
    hall_server: HallServer, stores: Stores, times: int
) -> None:
    url = hall_server.add(HALL, "W01")
    dice = random.Random(5)
    told: list[str] = []
    for _ in range(times):
        found = work_and_die(stores.root, url, dice.randrange(1, 60))
        assert found
        told += found
    store = stores.open()
    assert store.notices == ()
    with closing(PostgresHall(url)) as hall:
        assert once(StoreCopy(store, lambda: AT), hall).unsent == 0
        placed = Counter(act.id for act in everything(hall))
    assert set(told) <= set(placed)
    assert set(placed.values()) == {1}
    # Of each death at most the one action whose telling it took.
    assert len(placed) - len(told) <= times
    assert verify(store).is_clean
    assert inspect.flaws(hall_server.url, HALL) == ()


FULL = """
import resource, sys
from pathlib import Path
from fix_store import AT, Stores
from zcdesk.errors import StoreError
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import Pace, once
from zcdesk.sync.station_copy import StoreCopy
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
stores = Stores(Path(sys.argv[1]))
copy = StoreCopy(stores.open(), lambda: AT)
hall = PostgresHall(sys.argv[2], deadline=60.0)
size = stores.place.database.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40960, resource.RLIM_INFINITY))
try:
    print("code", once(copy, hall).code)
except StoreError as error:
    print("code", error.code)
print("reached", copy.position.number)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print("then", once(copy, hall).code, copy.position.number, hall.heads().number)
"""


@posix
def test_a_disk_that_is_full_under_a_pull_keeps_a_whole_copy_and_goes_on(
    hall_server: HallServer, stores: Stores
) -> None:
    other = Stores(stores.root.parent / "other", machine="pc-2")
    writer = StoreCopy(other.create(), lambda: AT)
    writer.join(1)
    for amount in range(420):
        fill(writer.store, f"jar{amount % 7}", amount)
    with closing(PostgresHall(hall_server.add(HALL, "W02"))) as hall:
        assert once(writer, hall).unsent == 0
    other.close()
    url = hall_server.add(HALL, "W01")
    StoreCopy(stores.create(), lambda: AT).join(1)
    stores.close()
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(stores.root), url],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    code, reached, then = (line.split()[1:] for line in ran.stdout.splitlines())
    assert code[0].startswith("SYS-")
    assert int(reached[0]) < 420
    assert then == ["420", "420"]
    assert verify(stores.open()).is_clean


def test_two_processes_push_the_same_acts_at_once(hall_server: HallServer) -> None:
    hall_server.wait_for_locks()
    url = hall_server.add(HALL, "W01")
    sent = acts(60)
    with closing(PostgresHall(url)) as one, closing(PostgresHall(url)) as two:
        threads = [
            threading.Thread(target=lambda hall=hall: [hall.push(sent[:n]) for n in (20, 40, 60)])
            for hall in (one, two)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert everything(one) == sent
    assert inspect.flaws(hall_server.url, HALL) == ()


def test_single_acts_and_batches_at_once_make_one_order(hall_server: HallServer) -> None:
    """Two processes of one station by single acts, others by single acts and by batches."""
    hall_server.wait_for_locks()
    urls = [hall_server.add(HALL, name) for name in ("W01", "W02", "W03")]
    sent = [acts(40, origin=f"o{at}") for at in range(3)]

    def push(at: int, size: int) -> None:
        with closing(PostgresHall(urls[at])) as hall:
            for first in range(0, len(sent[at]), size):
                hall.push(sent[at][first : first + size])

    jobs = ((0, 1), (0, 1), (1, 1), (2, 4))
    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(push, *job) for job in jobs]:
            done.result()
    with closing(PostgresHall(urls[0])) as hall:
        placed = everything(hall)
    assert [[act for act in placed if act.origin == f"o{at}"] for at in range(3)] == sent
    assert inspect.flaws(hall_server.url, HALL) == ()


@posix
def test_a_killed_backend_takes_every_session_and_no_act(stores: Stores) -> None:
    """PostgreSQL starts anew when one of its processes dies by -9; the station asks again."""
    home = folder()
    server = Embedded(home, free_port(), account=account(), settings=("shared_buffers=32MB",))
    server.start()
    try:
        made = Server(server.url).database()
        copy = StoreCopy(stores.create(), lambda: AT)
        copy.join(1)
        with closing(PostgresHall(made.add(HALL, "W01"))) as hall:
            fill(copy.store)
            assert once(copy, hall).unsent == 0
            fill(copy.store)
            (pid,) = made.run("SELECT pid FROM pg_stat_activity WHERE usename ~ '^s_'")[0]
            os.kill(int(str(pid)), signal.SIGKILL)
            assert once(copy, hall).code == "NET-20"
            while once(copy, hall).unsent:
                continue
            assert len(everything(hall)) == 2
        assert inspect.flaws(made.url, HALL) == ()
    finally:
        server.stop("immediate")
        shutil.rmtree(home)


def test_a_line_too_slow_for_a_whole_batch_is_used_in_pieces(
    hall_server: HallServer, stores: Stores, proxy_to: type[Proxy]
) -> None:
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    for amount in range(200):
        fill(copy.store, f"jar{amount % 7}", amount)
    url = hall_server.add(HALL, "W01")
    proxy = proxy_to(make_url(url).port or 0)
    proxy.mode, pace = "slow", Pace()
    with closing(PostgresHall(proxy.url(url), deadline=1.0)) as thin:
        outcomes = [once(copy, thin, pace=pace)]
        while outcomes[-1].unsent:
            outcomes.append(once(copy, thin, pace=pace))
    assert outcomes[0].code == "NET-20"
    with closing(PostgresHall(url)) as hall:
        assert len(everything(hall)) == 200


def test_a_pace_goes_down_to_single_acts_and_up_to_whole_batches() -> None:
    pace = Pace()
    whole = pace.acts
    for _ in range(10):
        pace.slower()
    assert pace.acts == 1
    for _ in range(40):
        pace.faster()
    assert pace.acts == whole
