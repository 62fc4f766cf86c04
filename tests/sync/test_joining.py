"""A first join is stopped, or killed, and begun again: nothing stays behind that is in the way."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path

import pytest
from fix_postgres import HallServer
from fix_store import STATION
from fix_sync_acts import acts

from zcdesk import station
from zcdesk.errors import NotAllowed
from zcdesk.sync import admin, login
from zcdesk.sync.joining import Watch
from zcdesk.sync.postgres_hall import PostgresHall

HALL = STATION.hall
COUNT = 500


class Impatient(Watch):
    """Somebody who stops the join once it has got so far."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at
        if not at:
            self.stop()

    def reached(self, position: int, end: int) -> bool:
        if position >= self._at:
            self.stop()
        return super().reached(position, end)


@pytest.mark.req("R128")
@pytest.mark.parametrize("at", [0, 200])
def test_a_stopped_join_leaves_nothing_and_is_begun_again(
    hall_server: HallServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Before the first answer, or in the middle: no store, no login, and the next one is whole."""
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    monkeypatch.setattr(station, "FIRST_SECONDS", float("inf"))  # however long it takes here
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        made = acts(COUNT)
        for first in range(0, COUNT, 100):
            hall.push(made[first : first + 100])
    role = f"s_{secrets.token_hex(5)}"
    login.save(tmp_path / "w.json", admin.add_station(hall_server.url, HALL, "W02", role=role))
    data, watch = tmp_path / "pc", Impatient(at)
    with pytest.raises(NotAllowed) as stopped:
        station.join_hall(data, tmp_path / "w.json", watch=watch)
    assert stopped.value.code == station.STOPPED
    assert watch.position in (0, 200)
    assert not station.exists(data)
    assert not any((data / name).exists() for name in login.NAMES)
    session = station.join_hall(data, tmp_path / "w.json")
    assert session.store.head.position.number == COUNT
    session.store.close()
