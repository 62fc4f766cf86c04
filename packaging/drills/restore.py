"""A mass DELETE on the server is undone by a restore to a point in time; the stations re-push.

Held: the restored server's chains are whole, a new epoch begins, incarnation codes are skipped,
and every act that came after the point is there again from the windows that wrote it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from ground import (
    HALL,
    PATIENCE,
    Failed,
    Station,
    account,
    ask,
    check_whole,
    cluster,
    copied,
    ground,
    open_hall,
    say,
    stations,
    until,
)

from zcdesk.sync import admin, inspect

WINDOWS = 3


def main() -> int:
    with ground() as home:
        archive = home / "archive"
        archive.mkdir(mode=0o700)
        if (who := account()) is not None:
            os.chown(archive, who, who)
        server = cluster(home, "server", "archive_mode=on", f'archive_command="cp %p {archive}/%f"')
        open_hall(server.start())
        with stations(home, WINDOWS, server.url, server.port) as windows:
            work(windows, 1.5)
            for window in windows:
                window.busy.set()
            restored = copied(server, home, "restored", settings=())
            say("base backup taken under load")
            work(windows, 1.0)
            point = ask(server.url, "SELECT clock_timestamp()::text")
            before = check_whole(server.url)
            work(windows, 1.0)
            after = check_whole(server.url)
            code = ask(server.url, "SELECT next_code FROM core.hall_head WHERE hall = %s", HALL)
            harm(server.url, before)
            last = ask(server.url, "SELECT pg_walfile_name(pg_switch_wal())")
            until("the last of the log in the archive", lambda: (archive / last).exists())
            server.stop()
            started = time.monotonic()
            recover(restored.cluster, archive, point)
            url = restored.start()
            until(
                "the end of the recovery",
                lambda: not ask(url, "SELECT pg_is_in_recovery()"),
            )
            recovered = time.monotonic()
            here = check_whole(url)
            if here != before:
                raise Failed(f"{here} acts at the point, {before} were there")
            # Looked at apart first; now under the address the windows know.
            epoch = admin.bump_epoch(url, HALL)
            restored.stop()
            restored.port = server.port
            url = restored.start()
            for window in windows:
                window.is_empty.clear()
            until("all acts again", lambda: count(url) >= after)
            for window in windows:
                if not window.is_empty.wait(PATIENCE):
                    raise Failed(f"{window.name} still has unsent acts")
            calm = time.monotonic()
        total = check_whole(url)
        written = {one for window in windows for one in window.written}
        skipped = ask(url, "SELECT next_code FROM core.hall_head WHERE hall = %s", HALL)
        say(f"acts before the point {before}, after it {after - before}, deleted by hand, all back")
        say(f"windows wrote {len(written)}, the server has {total}: lost {len(written) - total}")
        say(f"epoch {epoch}, next incarnation code {code} → {skipped}")
        say(f"recovered in {recovered - started:.2f} s, windows again after {calm - started:.2f} s")
        if total != len(written) or skipped == code:
            raise Failed("acts were lost or codes may be given twice")
    return 0


def work(windows: list[Station], seconds: float) -> None:
    """Let the windows write for a while, then wait until all of it is in the order."""
    for window in windows:
        window.busy.set()
    time.sleep(seconds)
    for window in windows:
        window.busy.clear()
    time.sleep(0.1)
    for window in windows:
        if window.fault or not window.is_empty.wait(PATIENCE):
            raise Failed(f"{window.name} does no work")


def harm(url: str, before: int) -> None:
    """What must be undone: an administrator deletes half of the hall's acts."""
    ask(url, "DELETE FROM core.act WHERE hall = %s AND position > %s", HALL, before // 2)
    flaws = inspect.flaws(url, HALL)
    if not flaws or flaws[0].position != before // 2 + 1:
        raise Failed("verify did not name the first deleted act")
    say(f"half of the acts deleted by hand; verify names position {flaws[0].position} first")


def count(url: str) -> int:
    return int(ask(url, "SELECT position FROM core.hall_head WHERE hall = %s", HALL))


def recover(folder: Path, archive: Path, point: str) -> None:
    """Tell a base backup to play the archive up to a moment and then to take writes."""
    with open(folder / "postgresql.auto.conf", "a", encoding="utf-8") as file:
        file.write(f"restore_command = 'cp {archive}/%f %p'\n")
        file.write(f"recovery_target_time = '{point}'\nrecovery_target_action = 'promote'\n")
    (folder / "recovery.signal").touch()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as fault:
        say(f"FAILED: {fault}")
        sys.exit(1)
