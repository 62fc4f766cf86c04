"""Servers that are wrong, old, hostile or shut: clear words, nothing lost, nothing believed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, STATION, Stores, fill
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START, Position
from zcdesk.store.hall import Placed, Pulled
from zcdesk.store.verify import verify
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall


@pytest.fixture
def copy(stores: Stores) -> Iterator[StoreCopy]:
    made = StoreCopy(stores.create(), lambda: AT)
    made.join(1)
    fill(made.store)
    yield made
    assert made.waiting().count == 1
    assert verify(made.store).is_clean


def test_a_server_of_another_version_is_named(copy: StoreCopy, hall_server: HallServer) -> None:
    url = hall_server.add(HALL, "W01")
    hall_server.run("SET ROLE zc_owner; ALTER FUNCTION api.push RENAME TO push_of_old")
    with closing(PostgresHall(url)) as hall:
        assert once(copy, hall).code == "NET-44"


@pytest.mark.parametrize("how", ["expired", "changed"])
def test_a_login_that_is_no_longer_good_is_named(
    copy: StoreCopy, hall_server: HallServer, how: str
) -> None:
    url = hall_server.add(HALL, "W01")
    role = make_url(url).username
    change = "VALID UNTIL '2020-01-01'" if how == "expired" else "PASSWORD 'another'"
    hall_server.run(f'ALTER ROLE "{role}" {change}')
    with closing(PostgresHall(url)) as hall:
        assert once(copy, hall).code == "NET-42"


class Liar(MemoryHall):
    """A server that gives acts it has altered, moved, or made up a chain for."""

    how = ""

    def pull(self, after: Position, limit: int) -> Pulled:
        pulled = super().pull(after, limit)
        if not pulled.acts:
            return pulled
        first, *rest = pulled.acts
        act, position = first.act, first.position
        match self.how:
            case "body":
                act = msgspec.structs.replace(act, body=b'{"amount":999}')
            case "clerk":
                act = msgspec.structs.replace(act, clerk="0001")
            case "gap":
                position = Position(position.number + 1, position.chain)
            case "chain":
                position = Position(position.number, "sha256:" + "0" * 64)
            case "hall":
                act = msgspec.structs.replace(act, hall="hall-000000")
        return Pulled((Placed(position, act), *rest), epoch=pulled.epoch)


@pytest.mark.parametrize("how", ["body", "clerk", "gap", "chain", "hall"])
def test_nothing_of_a_hostile_server_is_believed(copy: StoreCopy, stores: Stores, how: str) -> None:
    ground = Ground(HALL)
    other = Stores(stores.root.parent / "other", machine="pc-other")
    theirs = StoreCopy(other.create(), lambda: AT)
    theirs.join(1)
    fill(theirs.store, "b")
    once(theirs, MemoryHall(ground, "w2"))
    other.close()
    liar = Liar(ground, "w1")
    liar.how = how
    assert once(copy, liar).code == "NET-09"
    assert copy.position == START
