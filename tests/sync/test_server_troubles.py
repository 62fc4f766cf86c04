"""Troubles of a real server of its own: a full disk, a copy that lags, a slot nobody reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from fix_postgres import HallServer, Server, account, folder, free_port
from fix_store import AT, STATION, Stores, fill
from fix_sync_acts import acts
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START
from zcdesk.errors import SurroundingsError
from zcdesk.store.project import read_digest
from zcdesk.sync import inspect
from zcdesk.sync.embedded import Embedded, programs
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall
SMALL = ("shared_buffers=16MB", "max_connections=40", "min_wal_size=32MB", "max_wal_size=32MB")
posix = pytest.mark.skipif(sys.platform == "win32", reason="PostgreSQL's accounts and mounts")


@contextmanager
def server(home: Path, *settings: str) -> Iterator[Embedded]:
    made = Embedded(home, free_port(), account=account(), settings=(*SMALL, *settings))
    made.start()
    try:
        yield made
    finally:
        made.stop("immediate")


@pytest.fixture
def home() -> Iterator[Path]:
    path = folder()
    yield path
    shutil.rmtree(path, ignore_errors=True)


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[None]:
    """Put a file system of its own over a folder; who may not mount one cannot try this."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(at)]
    if os.geteuid() or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("a file system of its own takes an administrator's rights")
    try:
        os.chown(at, account() or 0, -1)
        yield
    finally:
        subprocess.run(["umount", "-l", str(at)], check=False)


def fill_up(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65536))


@posix
def test_a_server_whose_disk_is_full_refuses_whole_pushes_and_goes_on_with_room(
    home: Path, stores: Stores
) -> None:
    with small_disk(home, "144m"), server(home) as made:
        hall_server = Server(made.url).database()
        copy = StoreCopy(stores.create(), lambda: AT)
        copy.join(1)
        url = hall_server.add(HALL, "W01")
        with closing(PostgresHall(url)) as hall:
            fill(copy.store)
            assert once(copy, hall).code == ""
            ballast = home / "ballast"
            with pytest.raises(OSError, match="No space"):
                fill_up(ballast)
            codes = []
            while "NET-20" not in codes and len(codes) < 300:
                fill(copy.store)
                codes.append(once(copy, hall).code)
            assert codes[-1] == "NET-20"
            assert "No space left on device" in (home / "server.log").read_text("utf-8")
            assert copy.waiting().count > 0
            ballast.unlink()
            if not made.is_running():
                made.start()
            assert once(copy, hall).unsent == 0
            assert hall.heads() == copy.position
            assert copy.position.number == copy.store.head.seq
        assert inspect.flaws(hall_server.url, HALL) == ()


@posix
def test_a_copy_that_lags_is_not_asked(home: Path, stores: Stores) -> None:
    """What a reader of a lagging copy would see is older than what it has: it goes offline."""
    with server(home) as made:
        hall_server = Server(made.url).database()
        url = hall_server.add(HALL, "W01")
        copy = StoreCopy(stores.create(), lambda: AT)
        copy.join(1)
        beside = folder()
        try:
            with server_copied(made, beside) as lagging:
                with psycopg.connect(lagging.url, autocommit=True) as connection:
                    connection.execute("SELECT pg_wal_replay_pause()")
                with closing(PostgresHall(url)) as hall:
                    fill(copy.store)
                    assert once(copy, hall).sent == 1
                there = copy.position
                with closing(PostgresHall(moved(url, lagging.port))) as hall:
                    outcome = once(copy, hall)
                    assert (outcome.code, outcome.cut) == ("NET-20", 0)
                both = moved(url, lagging.port, made.port)
                with closing(PostgresHall(both)) as hall:
                    fill(copy.store)
                    assert once(copy, hall).sent == 1
                assert copy.position.number == there.number + 1
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def server_copied(source: Embedded, home: Path) -> Iterator[Embedded]:
    """Run a standby of a server."""
    made = Embedded(home, free_port(), account=account(), settings=SMALL)
    shutil.copy(source.data / "admin.password", home)
    who = account()
    if who is not None:
        os.chown(home / "admin.password", who, -1)
    words = [str(programs() / "pg_basebackup"), "-d", source.url, "-D", str(made.cluster), "-R"]
    subprocess.run(
        [*words, "--checkpoint=fast"],
        user=who,
        group=who,
        extra_groups=None if who is None else [],
        cwd=home,
        check=True,
        capture_output=True,
    )
    made.start()
    try:
        yield made
    finally:
        made.stop("immediate")


def moved(url: str, *ports: int) -> str:
    """Return the URL with other ports of this PC, in the order they are tried."""
    plain = make_url(url)
    hosts = ",".join(f"127.0.0.1:{port}" for port in ports)
    return f"postgresql://{plain.username}:{plain.password}@{hosts}/{plain.database}"


@posix
def test_a_slot_nobody_reads_keeps_no_more_of_the_log_than_it_may(home: Path) -> None:
    with server(home, "max_slot_wal_keep_size=32MB", "max_replication_slots=4") as made:
        hall_server = Server(made.url).database()
        with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
            hall.push(acts(1))
            hall_server.run("SELECT pg_create_physical_replication_slot('dead', true)")
            hall_server.run("CREATE TABLE public.filler (t text)")
            for _ in range(8):
                hall_server.run(
                    "INSERT INTO public.filler SELECT repeat(md5(n::text), 60)"
                    " FROM generate_series(1, 8000) AS n"
                )
                hall_server.run("CHECKPOINT")
            states = hall_server.run("SELECT wal_status FROM pg_replication_slots")
            assert states == [("lost",)]
            kept = sum(path.stat().st_size for path in (made.cluster / "pg_wal").glob("0*"))
            assert kept <= 112 << 20
            hall.push(acts(1, origin="o2"))
            assert hall.heads().number == 2


def test_wake_ups_that_are_lost_forged_or_many_change_nothing(
    stores: Stores, hall_server: HallServer
) -> None:
    """Any login may NOTIFY, and nothing can forbid it; no connection of ours listens."""
    url = hall_server.add(HALL, "W01")
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    with (
        closing(PostgresHall(url)) as hall,
        psycopg.connect(hall_server.add(HALL, "W02"), autocommit=True) as forger,
    ):
        with copy.store.reading() as reader:
            before = read_digest(reader)
        for _ in range(200):
            forger.execute('NOTIFY acts, \'{"position": 999999, "epoch": 99}\'')
        assert once(copy, hall).received == 0
        assert hall.ask("SELECT pg_listening_channels()") == []
        with copy.store.reading() as reader:
            assert read_digest(reader) == before
        with closing(PostgresHall(hall_server.add(HALL, "W03"))) as other:
            other.push(acts(2))
        assert once(copy, hall).received == 2


def test_the_client_asks_for_a_server_that_takes_writes(hall_server: HallServer) -> None:
    url = hall_server.add(HALL, "W01")
    hall_server.run(f"ALTER ROLE {make_url(url).username} SET default_transaction_read_only = on")
    with closing(PostgresHall(url)) as hall, pytest.raises(SurroundingsError) as refused:
        hall.heads()
    assert refused.value.code == "NET-20"


def test_an_older_server_is_asked_as_before(hall_server: HallServer) -> None:
    hall_server.run("DROP FUNCTION api.acts(integer, bigint, text, integer)")
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        made = acts(6)
        hall.push(made)
        here, found = START, []
        while placed := hall.pull(here, 2).acts:
            found += [one.act for one in placed]
            here = placed[-1].position
        assert found == made


def test_no_function_that_avoids_scans_is_compiled_for_each_call(hall_server: HallServer) -> None:
    """Its plan looks dear for that alone: 30 ms a call on a PostgreSQL that can compile."""
    rows = hall_server.run(
        "SELECT proname, 'jit=off' = ANY (proconfig) FROM pg_proc"
        " WHERE 'enable_seqscan=off' = ANY (proconfig) ORDER BY proname"
    )
    names = ("acts", "pull", "push", "push_as")
    assert rows == [(name, True) for name in names]
