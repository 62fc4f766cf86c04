"""Windows of a hall with a server that carry scanned pages, and a look at what lies there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import psycopg
import pytest
from fix_postgres import HallServer, Server
from fix_sync_hall import HALL, Windows
from fix_visit import settle, somebody, visiting
from sqlalchemy.engine import make_url

from zcdesk.domain.case import Case
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.operations import intake, scans
from zcdesk.operations.session import Session
from zcdesk.sync import embedded, inspect, retention
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.clear_pages import ClearPages
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

PAGE = b"\xff\xd8\xff a page that names " + "测试一".encode()
LONG_AFTER = date(2040, 1, 1)
NUMBER = "JS-2026-000123"
ELSEWHERE = ("department:区卫生健康委",)


def scanned(
    session: Session, *data: bytes, matters: tuple[str, ...] = ("1-2",)
) -> tuple[str, tuple[str, ...]]:
    """Take cases in with pages of one material; return the first case's id and the digests."""
    visit = settle(visiting(session, *matters, person=somebody()))
    digests = tuple(scans.keep_page(session, one) for one in data)
    row = next(row for row in rows_of(visit) if row.name == "居民身份证")
    mark = msgspec.structs.replace(row.mark, pages=digests)
    intake.receive(session, set_mark(visit, row.key, mark))
    with session.reading() as store:
        return next(case.id for _, case in store.states(Case)), digests


class Carrier:
    """One window's part in carrying pages."""

    def __init__(self, windows: Windows, session: Session) -> None:
        self.session, self._url = session, windows.login(session).url
        self._windows = windows
        copy = StoreCopy(session.store, session.now)
        self.attachments = Attachments(copy, lambda work: work(), lambda: 0.0)
        self.clear = ClearPages(self.attachments, session.store.blobs, lambda: 0.0)

    def round(self, *, go_on: Callable[[], bool] = lambda: True) -> None:
        """Everything a round of the desk does, as often as it takes."""
        self._windows.round(self.session)
        self.attachments._absent.clear()
        with closing(PostgresHall(self._url)) as hall:
            self.attachments.fetch_wanted(hall, go_on)
            self.attachments.send(hall, go_on)

    def seal_clear(self) -> int:
        self.clear._looked = float("-inf")
        with closing(PostgresHall(self._url)) as hall:
            return self.clear.seal(hall)

    def leave_clear(self, digest: str, data: bytes) -> None:
        """What a program before version 0008 of the server did with a page."""
        with closing(PostgresHall(self._url)) as hall:
            assert hall.put_blob(digest, 0, data, len(data)) == len(data)

    def sees(self, case_id: str, digest: str) -> bytes | None:
        """Ask for a page as its reviewer does, and bring it if it can be had."""
        self.round()
        scans.want(self.session, case_id, (digest,))
        self.round()
        return scans.page(self.session, digest)


@pytest.fixture
def first(windows: Windows) -> Carrier:
    return Carrier(windows, windows.first)


@pytest.fixture
def second(windows: Windows) -> Carrier:
    return Carrier(windows, windows.joined("5"))


def forms(windows: Windows) -> list[str]:
    rows = windows.server.run("SELECT form FROM core.blob WHERE role = '' ORDER BY form")
    return [str(row[0]) for row in rows]


def unsealed(windows: Windows) -> int:
    (found,) = inspect.status(windows.server.url)
    return found.unsealed


def dump(server: HallServer) -> bytes:
    """Return everything in the database as its own tool writes it."""
    tool = embedded.programs() / "pg_dump"
    url = make_url(server.url).set(drivername="postgresql").render_as_string(False)
    words = [str(tool), "--dbname", url, "--schema", "core"]
    return subprocess.run(words, capture_output=True, check=True).stdout


@pytest.fixture
def empty(postgres: Server) -> Iterator[str]:
    name = f"e_{os.urandom(5).hex()}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = make_url(postgres.url).set(database=name).render_as_string(hide_password=False)
    yield url
    HallServer(url).drop()


def erase_all(windows: Windows, keys: Path) -> None:
    for kind in ("case", "online"):
        plan = retention.Schedule(HALL, kind, 1, date(2026, 1, 1))
        retention.schedule(windows.server.url, plan)
    retention.run(windows.server.url, keys, LONG_AFTER)
