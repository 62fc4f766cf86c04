"""What the drills stand on: real clusters of the distribution's PostgreSQL, and stations at work.

Run by `dev.py standby|restore-drill|spread` in the project's environment. Every cluster lives in a
folder of its own under the system's temporary folder, listens on the loopback address only and is
gone afterwards. Under root it runs as an account without rights.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet
from zcdesk.sync import admin, inspect, schema
from zcdesk.sync.embedded import Embedded, free_port
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = "hall-320213"
NOBODY = 65534
PATIENCE = 60.0


class Failed(Exception):
    """A drill that did not end as it must; the message says where."""


def say(text: str) -> None:
    print(text, flush=True)


def account() -> int | None:
    return NOBODY if os.geteuid() == 0 else None


def programs() -> Path:
    """Return the distribution's programs; the wheel's server cannot do everything a drill needs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not found:
        raise Failed("the distribution's PostgreSQL is not installed (Debian: postgresql)")
    return found[0]


@contextmanager
def ground() -> Iterator[Path]:
    """Give a folder that the servers' account may enter; stop what still runs in it at the end."""
    home = Path(tempfile.mkdtemp(prefix="zcdesk-drill-"))
    home.chmod(0o711)
    keys = home / "stations"
    os.environ["ZCDESK_STATION_DIR"] = str(keys)
    try:
        yield home
    finally:
        for pid_file in home.glob("*/cluster/postmaster.pid"):
            kill(int(pid_file.read_text("ascii").split()[0]))
        shutil.rmtree(home, ignore_errors=True)


def cluster(home: Path, name: str, *settings: str) -> Embedded:
    """Prepare a cluster of its own; `start()` lays and starts it."""
    folder = home / name
    folder.mkdir(mode=0o700)
    if (who := account()) is not None:
        os.chown(folder, who, who)
    return Embedded(folder, free_port(), account=account(), bin=programs(), settings=settings)


def copied(
    source: Embedded, home: Path, name: str, *words: str, settings: tuple[str, ...]
) -> Embedded:
    """Take a base backup of a running cluster into a new one; return that, not yet started."""
    made = cluster(home, name, *settings)
    shutil.copy(source.data / "admin.password", made.data)
    if (who := account()) is not None:
        os.chown(made.data / "admin.password", who, who)
    url = make_url(source.url).set(query={"application_name": name})
    program(
        "pg_basebackup",
        *("-d", url.render_as_string(hide_password=False), "-D", str(made.cluster)),
        *("--checkpoint=fast", *words),
        cwd=made.data,
    )
    return made


def program(name: str, *words: str, cwd: Path) -> None:
    """Run one of PostgreSQL's programs as the servers' account.

    Raises:
        Failed: with what it said.
    """
    who = account()
    done = subprocess.run(
        [str(programs() / name), *words],
        user=who,
        group=who,
        extra_groups=None if who is None else [],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{name}: {done.stderr.strip() or done.stdout.strip()}")


def kill(pid: int) -> None:
    """End a server as a power cut does."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def pid_of(server: Embedded) -> int:
    return int((server.cluster / "postmaster.pid").read_text("ascii").split()[0])


def ask(url: str, sql: str, *values: object) -> Any:
    """Return the first field of an administrator's question."""
    with admin.connect(url) as connection:
        cursor = connection.execute(sql, values)
        row = cursor.fetchone() if cursor.description else None
    return row[0] if row else None


def until(what: str, true: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Wait for something; return the seconds it took.

    Raises:
        Failed: it did not come about.
    """
    start = time.monotonic()
    while not true():
        if time.monotonic() - start > seconds:
            raise Failed(f"not within {seconds:.0f} s: {what}")
        time.sleep(0.02)
    return time.monotonic() - start


def open_hall(url: str) -> None:
    """Lay the schema and one hall."""
    schema.upgrade(url)
    admin.add_hall(url, HALL)


def check_whole(url: str) -> int:
    """Return how many acts the hall has, all chains walked.

    Raises:
        Failed: something is altered, missing or in no place.
    """
    flaws = inspect.flaws(url, HALL)
    if flaws:
        raise Failed(f"{len(flaws)} flaws, first {flaws[0]}")
    return int(ask(url, "SELECT count(*) FROM core.act WHERE hall = %s", HALL))


class Station(threading.Thread):
    """A window with its own encrypted store that writes, pushes and pulls until told to end.

    Attributes:
        written: ids of acts committed here. placed: when each of them was seen in the order.
        rounds_failed: rounds that did not reach the hall.
    """

    def __init__(self, home: Path, number: int, url: str) -> None:
        super().__init__(name=f"W{number:02}")
        self.url, self.data = url, home / self.name
        self.role = f"w{number:02}_{secrets.token_hex(3)}"
        self.written: dict[str, float] = {}
        self.placed: dict[str, float] = {}
        self.rounds_failed = self.cut = 0
        self.busy, self.over = threading.Event(), threading.Event()
        self.is_empty = threading.Event()
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            self._work()
        except BaseException as fault:
            self.fault = fault
            raise

    def _work(self) -> None:
        store = station.join(self.data, HALL, self.name)
        copy = StoreCopy(store, station.clock)
        copy.join(0)
        with closing(store), closing(PostgresHall(self.url)) as hall:
            while not self.over.is_set():
                if self.busy.is_set():
                    self._write(store)
                outcome = once(copy, hall)
                self.rounds_failed += bool(outcome.code)
                self.cut += outcome.cut
                unsent = {act.id for act in copy.outbox(100_000)}
                now = time.monotonic()
                for one in self.written.keys() - unsent - self.placed.keys():
                    self.placed[one] = now
                if unsent:
                    self.is_empty.clear()
                elif not outcome.code:
                    self.is_empty.set()
                if outcome.code or not self.busy.is_set():
                    time.sleep(0.05)

    def _write(self, store: Any) -> None:
        at = datetime.now(UTC).astimezone()
        body = ClerkSet(staff_no=self.role, name=f"第{len(self.written)}次")
        with store.transaction(clerk=self.role, at=at) as tx:
            act = tx.append(NewAct(subject=f"clerk:{self.role}", body=body))
        self.written[act.id] = time.monotonic()
        self.is_empty.clear()


@contextmanager
def stations(home: Path, count: int, admin_url: str, *ports: int) -> Iterator[list[Station]]:
    """Run stations against a server, or against whichever of several takes writes."""
    made = []
    for number in range(1, count + 1):
        one = Station(home / "stations", number, "")
        login = admin.add_station(admin_url, HALL, one.name, role=one.role)
        hosts = ",".join(f"127.0.0.1:{port}" for port in ports)
        url = make_url(login.url)
        one.url = (
            f"postgresql://{url.username}:{url.password}@{hosts}/{url.database}"
            "?target_session_attrs=read-write"
        )
        made.append(one)
    for one in made:
        one.start()
    try:
        yield made
    finally:
        for one in made:
            one.over.set()
        for one in made:
            one.join()
