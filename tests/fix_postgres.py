"""One real PostgreSQL per test run, started once; each test asks it for a database of its own.

The server never runs as root: under root it gets an account without rights and a folder of its
own. `ZCDESK_TEST_DSN` names another server to use, by an administrator's URL.

A busy machine fails no test here: a port stays its server's own, a call to a hall may take a
minute where a test gives it no deadline, and a session that is closed but not gone yet keeps
nobody out.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from zcdesk.sync import admin, schema
from zcdesk.sync.embedded import Embedded
from zcdesk.sync.postgres_hall import PostgresHall

NOBODY = 65534
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=64MB",
    "autovacuum=off",
    "idle_in_transaction_session_timeout=0",
)
PATIENCE = 60.0
"""Seconds; only a test that fails waits so long."""

PostgresHall.__init__.__kwdefaults__["deadline"] = PATIENCE
admin.CONNECT_SECONDS = int(PATIENCE)
admin.CONNECTIONS = -1  # without a limit

_kept: list[socket.socket] = []


def free_port() -> int:
    """Return a port that is nobody else's until the tests end.

    It stays bound here, so that the system gives it to no other program, and nobody listens: a
    server that shares its address, as PostgreSQL does, still may.
    """
    kept = socket.socket()
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.bind(("127.0.0.1", 0))
    port = int(kept.getsockname()[1])
    if sys.platform == "linux":
        _kept.append(kept)
    else:
        kept.close()  # elsewhere a bound port is shared with nobody
    return port


def account() -> int | None:
    """Return whom the server runs as: an account without rights where the tests are root."""
    return NOBODY if os.geteuid() == 0 else None


def folder() -> Path:
    """Make a folder the server's account can own and reach; pytest's own are closed to it."""
    path = Path(tempfile.mkdtemp(prefix="zcdesk-pg-", dir="/tmp"))
    if (who := account()) is not None:
        os.chown(path, who, -1)
    return path


@dataclass
class Server:
    """A running server, by its administrator's URL."""

    url: str

    def database(self) -> HallServer:
        """Make an empty database with the schema."""
        name = f"t_{secrets.token_hex(6)}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        url = make_url(self.url).set(database=name).render_as_string(hide_password=False)
        schema.upgrade(url)
        return HallServer(url)


@dataclass
class HallServer:
    """One database, its halls and stations."""

    url: str

    def add(self, hall: str, name: str, audiences: tuple[str, ...] | None = None) -> str:
        """Add a hall where it is new and a station; return the station's URL."""
        admin.add_hall(self.url, hall, first_code=0)
        role = f"s_{secrets.token_hex(5)}"
        made = admin.add_station(self.url, hall, name, role=role, audiences=audiences)
        return made.url

    def run(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Run SQL as the administrator."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def wait_for_locks(self) -> None:
        """Let calls that meet wait for one another as long as it takes, not two seconds."""
        rows = self.run(
            "SELECT p.oid::regprocedure::text FROM pg_proc AS p"
            " WHERE p.pronamespace = 'api'::regnamespace AND 'lock_timeout=2s' = ANY (p.proconfig)"
        )
        assert rows
        for (name,) in rows:
            self.run(f"ALTER FUNCTION {name} SET lock_timeout = 0")

    def drop(self) -> None:
        name = make_url(self.url).database
        admin_url = make_url(self.url).set(database="postgres")
        with psycopg.connect(
            admin_url.render_as_string(hide_password=False), autocommit=True
        ) as connection:
            while True:
                # Sessions are told to end; on a busy machine some take longer than it waits.
                with suppress(psycopg.errors.ObjectInUse):
                    connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                    return


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    if dsn := os.environ.get("ZCDESK_TEST_DSN"):
        yield Server(dsn)
        return
    home = folder()
    server = Embedded(home, free_port(), account=account(), settings=FAST)
    try:
        yield Server(server.start())
    finally:
        server.stop("immediate")
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def hall_server(postgres: Server) -> Iterator[HallServer]:
    made = postgres.database()
    yield made
    made.drop()
