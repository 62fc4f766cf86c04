"""A primary with a synchronous standby is killed under load; the standby takes over.

Held: no act that a station saw in the hall's order is gone, none is there twice, every act written
at a window arrives, and the old primary, come back, is refused by stations that saw the new epoch.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing

from ground import (
    HALL,
    PATIENCE,
    Failed,
    Station,
    ask,
    check_whole,
    cluster,
    copied,
    ground,
    kill,
    open_hall,
    pid_of,
    program,
    say,
    stations,
    until,
)

from zcdesk import station
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import OLDER_EPOCH, PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

WINDOWS = 4
LOAD_SECONDS = 3.0


def main() -> int:
    with ground() as home:
        primary = cluster(home, "primary", "synchronous_commit=on")
        open_hall(primary.start())
        # Without this a promotion waits up to five seconds for the dead primary.
        quick = ("synchronous_commit=on", "wal_retrieve_retry_interval=200ms")
        standby = copied(primary, home, "standby", "-R", settings=quick)
        standby.start()
        ask(primary.url, "ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        ask(primary.url, "SELECT pg_reload_conf()")
        sync = "SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
        until("a synchronous standby", lambda: bool(ask(primary.url, sync)))
        say("primary and synchronous standby run")
        with stations(home, WINDOWS, primary.url, primary.port, standby.port) as windows:
            load(windows)
            killed = time.monotonic()
            kill(pid_of(primary))
            known = {one for window in windows for one in window.placed}
            say(f"primary killed with {len(known)} acts acknowledged; windows work on")
            program("pg_ctl", "-w", "-D", str(standby.cluster), "promote", cwd=standby.data)
            admin.bump_epoch(standby.url, HALL)
            promoted = time.monotonic()
            again = first_after(windows, promoted)
            for window in windows:
                window.busy.clear()
            for window in windows:
                if not window.is_empty.wait(PATIENCE):
                    raise Failed(f"{window.name} still has unsent acts")
            calm = time.monotonic()
        report(standby.url, windows, known)
        say(f"promoted after {promoted - killed:.2f} s, first act after {again - promoted:.2f} s")
        say(f"every outbox empty {calm - killed:.2f} s after the kill")
        primary.start()
        old_primary_is_refused(windows[0], primary.port)
    return 0


def load(windows: list[Station]) -> None:
    for window in windows:
        window.busy.set()
    time.sleep(LOAD_SECONDS)
    if any(window.fault for window in windows) or not all(window.placed for window in windows):
        raise Failed("a window does no work")


def first_after(windows: list[Station], promoted: float) -> float:
    def latest() -> float:
        return max(max(dict(window.placed).values()) for window in windows)

    until("an act at the new primary", lambda: latest() > promoted)
    return latest()


def report(url: str, windows: list[Station], known: set[str]) -> None:
    count = check_whole(url)
    with admin.connect(url) as connection:
        rows = connection.execute("SELECT id FROM core.act WHERE hall = %s", (HALL,)).fetchall()
    there = {row[0] for row in rows}
    written = {one for window in windows for one in window.written}
    lost, missing = known - there, written - there
    say(f"acts acknowledged before the kill {len(known)}, lost {len(lost)}")
    say(f"acts written at windows {len(written)}, missing {len(missing)}, in the order {count}")
    say(f"rounds that failed meanwhile {sum(window.rounds_failed for window in windows)}")
    if lost or missing or len(there) != count:
        raise Failed("acts were lost")


def old_primary_is_refused(window: Station, port: int) -> None:
    """A split brain: the old primary runs again and takes writes, but from no station."""
    store = station.open_store(window.data)
    url = window.url.replace(window.url.rsplit("@")[1].split("/")[0], f"127.0.0.1:{port}")
    with closing(store), closing(PostgresHall(url)) as hall:
        outcome = once(StoreCopy(store, station.clock), hall)
    if outcome.code != OLDER_EPOCH:
        raise Failed(f"the old primary was believed: {outcome}")
    say("the old primary, started again, is refused: its epoch is older")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as fault:
        say(f"FAILED: {fault}")
        sys.exit(1)
