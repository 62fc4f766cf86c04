"""A one-PC hall that holds what no server takes: it moves, or says why not; nothing is lost."""

from __future__ import annotations

import base64
import os
from contextlib import closing

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, STATION, Filled, Stores, action, chance, fill

from zcdesk import cli
from zcdesk.domain.act import BODY_LARGEST, NewAct
from zcdesk.errors import NotAllowed, UserError
from zcdesk.store import faults, meta, persons, transaction
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.sync import inspect
from zcdesk.sync.adopt import adopt, left_here
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall
Patch = pytest.MonkeyPatch


def role() -> str:
    return f"s_{os.urandom(5).hex()}"


def older(store: Store, patch: Patch) -> str:
    """Write an act over the limit, as a program that knew none; return its id."""
    body = Filled(amount=1, label="好" * (BODY_LARGEST // 3))
    with patch.context() as patched, action(store) as tx:
        patched.setattr(transaction, "is_too_large", lambda act: False)
        return tx.append(NewAct(subject="jar:a", body=body)).id


def one_pc(stores: Stores, patch: Patch) -> tuple[Store, str]:
    store = stores.create()
    fill(store)
    big = older(store, patch)
    fill(store, "b", 5)
    return store, big


@pytest.mark.req("R128")
def test_a_hall_with_a_content_too_large_moves_and_keeps_it_here(
    stores: Stores, hall_server: HallServer, monkeypatch: Patch
) -> None:
    store, big = one_pc(stores, monkeypatch)
    before = store.head.position
    mine = adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert (store.head.position, store.head.epoch) == (before, 1)
    assert left_here(store) == 1
    assert verify(store).is_clean
    assert inspect.flaws(hall_server.url, HALL) == ()
    assert hall_server.run("SELECT position, reason FROM core.quarantine") == [(2, "no body")]
    with store.reading() as reader:
        kept = reader.act(big)
    assert kept is not None
    assert len(kept.body or b"") > BODY_LARGEST
    with closing(PostgresHall(mine.url)) as hall:
        fill(store, "b", 1)
        assert once(StoreCopy(store, lambda: AT), hall).sent == 1
    other = Stores(stores.root.parent / "two", machine="pc-2", random=chance(3))
    copy = StoreCopy(other.create(), lambda: AT)
    copy.join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W09"))) as hall:
        assert once(copy, hall).received == before.number + 1
    with copy.store.reading() as reader:
        assert [act.body is None for act in reader.acts("jar:a")] == [False, True]
    other.close()


@pytest.mark.req("R128")
def test_a_hall_with_an_altered_act_stays_where_it_is_and_says_which(
    stores: Stores, hall_server: HallServer
) -> None:
    store = stores.create()
    bad = [fill(store) for _ in range(3)][1]
    store.handle.raw.execute("UPDATE acts SET clerk = '9999' WHERE id = ?", (bad.id,))
    with pytest.raises(UserError) as refused:
        adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert (refused.value.code, refused.value.fields["number"]) == ("NET-55", 2)
    assert store.head.epoch == 0
    fill(store)
    store.handle.raw.execute("UPDATE acts SET clerk = ? WHERE id = ?", (bad.clerk, bad.id))
    adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert store.head.epoch == 1
    assert inspect.status(hall_server.url)[0].position == 4


def test_the_command_says_what_stays_here(
    stores: Stores, hall_server: HallServer, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    from zcdesk import station

    store, _ = one_pc(stores, monkeypatch)
    monkeypatch.setattr(station, "open_store", lambda data: store)
    code = cli.main(["server", "adopt", "--url", hall_server.url, "--role", role()])
    said = capsys.readouterr().out
    assert code == 0
    assert "有 1 条内容过大" in said


class Note(msgspec.Struct):
    text: str


def note(store: Store, size: int) -> None:
    with action(store) as tx:
        persons.put(tx, "jar:a", Note(text="x" * size))


def test_a_record_too_large_is_refused_and_an_older_one_stops_none_behind_it(
    stores: Stores, hall_server: HallServer, monkeypatch: Patch
) -> None:
    store = stores.create()
    fill(store)
    with pytest.raises(NotAllowed) as refused:
        note(store, 70_000)
    assert (refused.value.code, refused.value.fields) == (faults.TOO_LARGE, {"limit": 64})
    with monkeypatch.context() as patched:
        patched.setattr(persons, "SEALED_LARGEST", 10**6)
        note(store, 70_000)
    note(store, 100)
    mine = adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert left_here(store) == 1
    with action(store) as tx:
        meta.put(tx, meta.HALL_KEY, base64.b64encode(bytes(32)).decode())
    with closing(PostgresHall(mine.url)) as hall:
        assert exchange(Beside(store, lambda: AT), hall).sent == 1
        assert exchange(Beside(store, lambda: AT), hall).sent == 0
        for size in (15_000, 60_000, *[2_000] * 20):
            note(store, size)
        assert exchange(Beside(store, lambda: AT), hall).sent == 22
        assert exchange(Beside(store, lambda: AT), hall).sent == 0
        with action(store) as tx:
            persons.send_again(tx)
        assert exchange(Beside(store, lambda: AT), hall).sent == 23
    assert hall_server.run("SELECT count(*) FROM core.person") == [(23,)]
