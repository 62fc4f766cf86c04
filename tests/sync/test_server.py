"""The administrator's side: the schema, a hall that moves, backup and restore, verification."""

from __future__ import annotations

import base64
import hashlib
import os
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from fix_postgres import HallServer
from fix_store import AT, STATION, Filled, Stores, action, chance, fill
from fix_sync_acts import DAY, acts, wish
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START, NewAct
from zcdesk.errors import StoreError, SurroundingsError, UserError
from zcdesk.store import blobs, pages
from zcdesk.store.project import read_digest
from zcdesk.store.verify import verify
from zcdesk.sync import admin, backup, inspect, schema
from zcdesk.sync.adopt import adopt
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall


def role() -> str:
    return f"s_{os.urandom(5).hex()}"


# --- schema ---


def test_the_schema_is_laid_once_and_upgrading_again_changes_nothing(empty: str) -> None:
    assert schema.current(empty) == ""
    assert schema.upgrade(empty) == schema.newest() == schema.current(empty)
    admin.add_hall(empty, HALL)
    assert schema.upgrade(empty) == schema.newest()
    assert [one.hall for one in inspect.status(empty)] == [HALL]


def test_another_programs_database_is_left_alone(empty: str) -> None:
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("CREATE TABLE public.theirs (a int)")
    with pytest.raises(SurroundingsError, match="NET-10"):
        schema.upgrade(empty)
    assert schema.current(empty) == ""


def test_a_name_is_given_once_and_strange_ones_never(hall_server: HallServer) -> None:
    one = role()
    admin.add_hall(hall_server.url, HALL)
    admin.add_station(hall_server.url, HALL, "W01", role=one)
    for hall, name, login_role in (
        (HALL, "W02", one),
        (HALL, "W01", role()),
        ("hall-none", "W03", role()),
        (HALL, "W04", "zc_owner"),
        (HALL, "W05", 'x" SUPERUSER'),
        (HALL, "W06", "postgres"),
    ):
        if login_role == "postgres":
            login_role = "zc_admin"
        with pytest.raises(UserError):
            admin.add_station(hall_server.url, hall, name, role=login_role)
    assert len(hall_server.run("SELECT role FROM core.station")) == 1


# --- adopt ---


def used_hall(stores: Stores) -> None:
    """A one-PC hall with two incarnations, numbers, a queue and an attachment."""
    store = stores.create()
    for amount in range(3):
        fill(store, "a", amount)
    stores.close()
    copy = stores.copy_data(stores.root / "copy")
    fill(stores.open(), "b")
    stores.close()
    stores.put_back(copy)
    store = stores.open()
    digest = store.blobs.put(b"scan" * 100_000)
    with action(store) as tx:
        tx.take_number(2026)
        tx.append(NewAct(subject="jar:c", body=Filled(amount=1)))
        blobs.register(tx, digest, 400_000, "scan", "handover:1")
        for name in ("a", "bb", "ccc"):
            tx.hall.take_ticket(name, wish(name))
        assert tx.hall.claim("c1", "3", DAY, lambda w: w[0].ticket) is not None


@pytest.mark.req("R128")
def test_a_one_pc_hall_moves_to_a_server_and_loses_nothing(
    stores: Stores, hall_server: HallServer
) -> None:
    used_hall(stores)
    store = stores.open_ones[-1]
    position = store.head.position
    with store.reading() as reader:
        digest = read_digest(reader)
    keys = stores.root.parent / "keys"
    mine = adopt(store, hall_server.url, role=role(), now=lambda: AT, keys=keys)
    assert store.head.position == position
    assert store.head.epoch == 1
    assert verify(store).is_clean
    with closing(PostgresHall(mine.url)) as hall:
        assert hall.heads() == position
        assert [w.ticket for w in hall.waiting(DAY)] == ["ticket:bb", "ticket:ccc"]
        assert hall.take_ticket("r9", wish("d")).serial == 4
        assert hall.release("l1", "ticket:a", 1, None)
        scan = "sha256:" + hashlib.sha256(b"scan" * 100_000).hexdigest()
        (kept,) = hall.pages(scan)
        owner = pages.Owner(pages.HALLS, base64.b64decode(mine.hall_key))
        key = pages.page_key((owner,), scan, kept)
        assert key is not None
        assert pages.opened(key, scan, hall.get_blob(kept.content, 0, 1 << 20)) == b"scan" * 100_000
        fill(store, "d")
        assert once(StoreCopy(store, lambda: AT), hall).sent == 1
        given = hall_server.run("SELECT number FROM core.code WHERE role = %s", mine.role)
        assert len(given) == len(set(given)) == 4
    with store.reading() as reader:
        assert read_digest(reader) != digest
    other = Stores(stores.root.parent / "two", machine="pc-2", random=chance(3))
    copy = StoreCopy(other.create(), lambda: AT)
    copy.join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W09"))) as hall:
        assert once(copy, hall).received == position.number + 1
    with store.reading() as left, copy.store.reading() as right:
        assert read_digest(left) == read_digest(right)
    other.close()
    with pytest.raises(UserError, match="NET-22"):
        adopt(store, hall_server.url, role=role(), now=lambda: AT)


def test_an_interrupted_move_is_taken_up_again(
    stores: Stores, hall_server: HallServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stores.create()
    for _ in range(450):
        fill(store)
    mine = role()

    def stop(position: int) -> None:
        if position == 400:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adopt(store, hall_server.url, role=mine, now=lambda: AT, progress=stop)
    assert store.head.epoch == 0
    fill(store)
    adopt(store, hall_server.url, role=mine, now=lambda: AT)
    assert store.head.epoch == 1
    assert inspect.status(hall_server.url)[0].position == 451
    assert inspect.flaws(hall_server.url, HALL) == ()


def test_a_server_with_another_history_is_not_joined(
    stores: Stores, hall_server: HallServer
) -> None:
    store = stores.create()
    fill(store)
    with closing(PostgresHall(hall_server.add(HALL, "X"))) as other:
        other.push(acts(1))
    with pytest.raises(UserError, match="NET-23"):
        adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert store.head.epoch == 0
    fill(store)
    assert verify(store).is_clean


# --- backup and restore ---


def test_a_restored_server_is_whole_and_the_stations_bring_what_it_lacks(
    stores: Stores, hall_server: HallServer, empty: str, tmp_path: Path
) -> None:
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        for _ in range(3):
            fill(copy.store)
        once(copy, hall)
        made = backup.backup(hall_server.url, tmp_path / "b", tmp_path / "keys")
        assert made.heads == {HALL: 3}
        for _ in range(2):
            fill(copy.store)
        once(copy, hall)
        url = make_url(hall._url)
    backup.restore(empty, tmp_path / "b", tmp_path / "keys")
    assert inspect.flaws(empty, HALL) == ()
    new = url.set(database=make_url(empty).database).render_as_string(hide_password=False)
    codes = set(copy.store.spare_codes)
    with closing(PostgresHall(new)) as hall:
        outcome = once(copy, hall)
        assert (outcome.code, outcome.cut, outcome.sent) == ("", 2, 2)
        assert hall.grant_code("new", 2026) not in codes
    assert copy.epoch == 2
    assert inspect.status(empty)[0].position == 5
    with pytest.raises(UserError, match="NET-24"):
        backup.restore(empty, tmp_path / "b", tmp_path / "keys")


def test_a_damaged_backup_restores_nothing(
    hall_server: HallServer, empty: str, tmp_path: Path
) -> None:
    hall_server.add(HALL, "W01")
    backup.backup(hall_server.url, tmp_path, tmp_path / "keys")
    with open(tmp_path / "station", "ab") as file:
        file.write(b"x")
    with pytest.raises(StoreError, match="NET-25"):
        backup.restore(empty, tmp_path, tmp_path / "keys")
    assert schema.current(empty) == ""


# --- verify ---


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE core.act SET clerk = 'x' WHERE position = 3", {(3, "envelope")}),
        ("UPDATE core.act SET body = 'x' WHERE position = 3", {(3, "body")}),
        ("DELETE FROM core.act WHERE position = 3", {(3, "removed")}),
        ("DELETE FROM core.act WHERE position = 5", {(5, "removed")}),
        ("UPDATE core.act SET chain = 'x' WHERE position = 3", {(3, "order")}),
        ("UPDATE core.hall_head SET chain = 'x'", {(5, "altered"), (5, "order")}),
        (
            "INSERT INTO core.act SELECT hall, 6, 'x', 'forged', origin, 6, clerk, at, clock_ok,"
            " subject, base, kind, shape, audience, hash, body_hash, hash, body, received"
            " FROM core.act WHERE position = 5",
            {(6, "envelope")},
        ),
    ],
)
def test_what_was_done_to_the_servers_rows_is_named_by_position(
    hall_server: HallServer, harm: str, found: set[tuple[int, str]]
) -> None:
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        hall.push(acts(5))
        assert len(hall.pull(START, 9).acts) == 5
    assert inspect.flaws(hall_server.url, HALL) == ()
    hall_server.run(harm)
    flaws = {(one.position, one.fault.value) for one in inspect.flaws(hall_server.url, HALL)}
    assert flaws
    assert flaws <= found
