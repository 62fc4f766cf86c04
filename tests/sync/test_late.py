"""A PC that was shut out: what it had not sent is placed by its time, or kept for a person."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, STATION
from fix_sync_acts import acts
from fix_sync_hall import Windows
from sqlalchemy.engine import make_url

from zcdesk import cli
from zcdesk.domain.act import START, Act, act_hash
from zcdesk.errors import SurroundingsError, UserError
from zcdesk.operations import queue
from zcdesk.store.verify import verify
from zcdesk.sync import admin, inspect, late
from zcdesk.sync.postgres_hall import PostgresHall

HALL = STATION.hall


def at(made: list[Act], hours: list[int]) -> tuple[Act, ...]:
    """Return a chain of acts written so many hours from `AT`."""
    found: list[Act] = []
    for act, hour in zip(made, hours, strict=True):
        moved = msgspec.structs.replace(
            act,
            at=(AT + timedelta(hours=hour)).isoformat(),
            prev=found[-1].hash if found else act.prev,
        )
        found.append(msgspec.structs.replace(moved, hash=act_hash(moved)))
    return tuple(found)


@pytest.fixture
def shut_out(hall_server: HallServer) -> str:
    """A station that was shut out at `AT`."""
    url = hall_server.add(HALL, "W01")
    role = make_url(url).username or ""
    admin.revoke_station(hall_server.url, role)
    hall_server.run("UPDATE core.station SET revoked_at = %s WHERE role = %s", AT, role)
    return role


@pytest.mark.req("R128")
def test_what_was_written_in_time_is_placed_and_the_rest_is_for_a_person(
    hall_server: HallServer, shut_out: str
) -> None:
    made = at(acts(4), [-3, -1, 1, 2])
    found = late.Unsent(HALL, "W01", made)
    assert late.take(hall_server.url, shut_out, found) == late.Taken(2, 2)
    assert late.take(hall_server.url, shut_out, found) == late.Taken(2, 2)
    with closing(PostgresHall(hall_server.add(HALL, "W02"))) as other:
        assert [p.act for p in other.pull(START, 9).acts] == list(made[:2])
        assert inspect.status(hall_server.url)[0].quarantined == 4
        assert late.accept(hall_server.url, shut_out) == late.Taken(2, 0)
        assert [p.act for p in other.pull(START, 9).acts] == list(made)
    assert inspect.flaws(hall_server.url, HALL) == ()


def test_a_windows_last_work_is_carried_over_in_a_file(windows: Windows, tmp_path: Path) -> None:
    second, url = windows.joined("5"), windows.server.url
    windows.round(second)
    queue.walk_in(second)
    role = make_url(windows.login(second).url).username or ""
    admin.revoke_station(url, role)
    # The hall's clock of this test stands far from the server's.
    windows.server.run("UPDATE core.station SET revoked_at = '9000-01-01Z' WHERE role = %s", role)
    data, file = str(second.store.place.data), tmp_path / "w05.unsent"
    second.store.close()
    assert cli.main(["sync", "unsent", "--data", data, "--out", str(file)]) == 0
    count = len(late.load(file).acts)
    assert count > 0
    assert cli.main(["server", "late", "--url", url, "--role", role, "--file", str(file)]) == 0
    assert windows.round(windows.first)[0].received == count
    assert verify(windows.first.store).is_clean


def test_what_was_altered_is_kept_and_never_placed(hall_server: HallServer, shut_out: str) -> None:
    made = at(acts(3), [-3, -2, -1])
    forged = msgspec.structs.replace(made[1], clerk="9999")
    found = late.Unsent(HALL, "W01", (made[0], forged, made[2]))
    assert late.take(hall_server.url, shut_out, found) == late.Taken(1, 2)
    assert late.accept(hall_server.url, shut_out) == late.Taken(0, 2)
    rows = hall_server.run("SELECT seq, reason FROM core.late_act ORDER BY seq")
    assert rows == [(2, late.UNFIT), (3, late.UNFIT)]


def test_only_of_a_station_that_is_shut_out_and_only_such_a_file(
    hall_server: HallServer, tmp_path: Path
) -> None:
    role = make_url(hall_server.add(HALL, "W03")).username or ""
    for name, code in ((role, late.STILL_IN), ("nobody", admin.NO_STATION)):
        with pytest.raises(UserError) as refused:
            late.take(hall_server.url, name, late.Unsent(HALL, "W03", ()))
        assert refused.value.code == code
    (tmp_path / "x").write_bytes(b"\xff")
    for name in ("x", "none"):
        with pytest.raises(SurroundingsError) as refused_:
            late.load(tmp_path / name)
        assert refused_.value.code == late.NO_FILE
