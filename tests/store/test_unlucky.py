"""What the simulation once found in the store, each as the shortest story that shows it."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import msgspec
import pytest
import sqlcipher3.dbapi2 as driver
from fix_store import AT, STATION, Emptied, Filled, Jar, Polished, Stores, action, fill, jar_rules
from fix_sync_acts import random

from zcdesk.domain.act import GENESIS, START, Act, NewAct, Position, act_hash, next_chain, seal
from zcdesk.domain.act import digest as body_digest
from zcdesk.domain.ids import uuid7
from zcdesk.store import engine, faults, replica
from zcdesk.store.hall import Placed
from zcdesk.store.project import read_digest, rebuild, refresh
from zcdesk.store.schema import ADDED, ADDED_INDEXES
from zcdesk.store.store import Store
from zcdesk.store.verify import verify

Patch = pytest.MonkeyPatch


class Failed(driver.OperationalError):
    sqlite_errorcode = 1034


def other_acts(*new: tuple[NewAct, str], origin: str = "other") -> list[Act]:
    """Seal another station's acts, each with its base."""
    made: list[Act] = []
    for act, base in new:
        made.append(
            seal(
                act,
                id=uuid7(AT, random(10)),
                hall=STATION.hall,
                origin=origin,
                seq=1 + len(made),
                clerk="0312",
                at=AT.isoformat(),
                clock_ok=True,
                base=base,
                prev=made[-1].hash if made else GENESIS,
            )
        )
    return made


def placed(acts: list[Act], after: Position = START) -> list[Placed]:
    found: list[Placed] = []
    for act in acts:
        after = Position(after.number + 1, next_chain(after.chain, act))
        found.append(Placed(after, act))
    return found


def receive(store: Store, pulled: list[Placed]) -> None:
    with store.transaction(clerk="", at=AT) as tx:
        replica.receive(tx, store.hall, pulled, 1)


def join(store: Store) -> Store:
    with store.transaction(clerk="", at=AT) as tx:
        replica.join(tx, 1)
    return store


def landing_once(patch: Patch) -> None:
    """The next commit raises, and is in the file all the same."""
    commit = engine.Handle.commit

    def failing(handle: engine.Handle) -> None:
        commit(handle)
        patch.setattr(engine.Handle, "commit", commit)
        raise Failed("disk I/O error")

    patch.setattr(engine.Handle, "commit", failing)


def digest(store: Store) -> str:
    with store.reading() as reader:
        return read_digest(reader)


def test_a_batch_of_others_acts_whose_commit_raised_and_landed(
    jars: Store, monkeypatch: Patch
) -> None:
    """Its own last act tells nothing then: where the order ends does."""
    join(jars)
    first, second = (NewAct(subject="jar:a", body=Filled(amount=n)) for n in (1, 2))
    pulled = placed(other_acts((first, ""), (second, "")))
    landing_once(monkeypatch)
    receive(jars, pulled[:1])
    assert jars.head.position == pulled[0].position
    receive(jars, pulled[1:])
    assert jars.head.position == pulled[1].position
    assert verify(jars).is_clean


def test_a_new_incarnation_whose_commit_raised_and_landed(
    jars: Store, stores: Stores, monkeypatch: Patch
) -> None:
    fill(jars)
    origin = jars.head.origin
    landing_once(monkeypatch)
    with pytest.raises(Exception, match=faults.IO):
        jars.begin_incarnation(faults.FORKED, AT)
    assert fill(jars).seq == 1
    assert jars.head.origin != origin
    assert verify(jars).is_clean
    assert stores.open().notices == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_file_brought_up_to_date_is_old_or_new_after_a_kill_at_any_statement(
    jars: Store, stores: Stores, monkeypatch: Patch
) -> None:
    fill(jars)
    before = digest(jars)
    make_older(jars.handle)
    stores.close()
    old = stores.copy_data(stores.root / "old")
    versions: list[int] = []
    while engine.SCHEMA_VERSION not in versions:
        stores.put_back(old)
        child = os.fork()
        if child == 0:
            die_at(len(versions) + 1)
            stores.open()
            os._exit(0)
        os.waitpid(child, 0)
        with monkeypatch.context() as patched:
            patched.setattr(engine, "_upgrade", lambda *_: None)
            versions.append(stores.open().handle.pragma("user_version"))
        assert digest(stores.open()) == before
        assert verify(stores.open_ones[-1]).is_clean
    assert versions[:-1] == [1] * (len(versions) - 1)
    assert len(versions) > len(ADDED)


def make_older(handle: engine.Handle) -> None:
    """Take away what files of version 1 lacked."""
    for _, index in ADDED_INDEXES:
        handle.raw.execute(f"DROP INDEX {index.name}")
    for _, tables, columns in ADDED:
        for table in tables:
            handle.raw.execute(f"DROP TABLE {table.name}")
        for column in columns:
            handle.raw.execute(f"ALTER TABLE {column.table.name} DROP COLUMN {column.name}")
    handle.raw.execute("PRAGMA user_version = 1")


def die_at(statement: int) -> None:
    """Kill this process for good before so many statements of the next upgrade."""
    upgrade = engine._upgrade
    count = 0

    def hook(_: str) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    def upgrading(handle: engine.Handle, version: int) -> None:
        handle.trace(hook)
        upgrade(handle, version)

    engine._upgrade = upgrading


def test_a_program_that_was_newer_for_a_while(stores: Stores) -> None:
    """Back to the older program and forward again: its index rows are all there."""
    new = jar_rules(Polished, version=2)
    stores.rules = new
    store = stores.create()
    fill(store)
    before = digest(store)
    for rules in (jar_rules(), new):
        stores.rules = rules
        store = stores.open()
    while refresh(store, at=AT):
        pass
    assert digest(store) == before


@pytest.mark.parametrize("at_once", [True, False])
def test_an_act_placed_before_the_one_it_was_based_on(stores: Stores, at_once: bool) -> None:
    """After a server fell back: the third act's base was taken by the first already."""
    stores.rules = replace(jar_rules(), exclusive=frozenset({Emptied.kind}))
    store = join(stores.create())
    emptied, filled = (NewAct(subject="jar:a", body=b) for b in (Emptied(), Filled(amount=5)))
    (based_on,) = other_acts((filled, ""), origin="one")
    (early,) = other_acts((emptied, based_on.hash), origin="two")
    (late,) = other_acts((emptied, based_on.hash), origin="three")
    pulled = placed([early, based_on, late])
    for piece in [pulled] if at_once else [[one] for one in pulled]:
        receive(store, piece)
    with store.reading() as reader:
        assert reader.folded("jar:a").contested == 1
        assert reader.state("jar:a", Jar) == Jar(5, "", "2026-11-24")
    before = digest(store)
    rebuild(store, at=AT)
    assert digest(store) == before


def test_an_act_nobody_can_read_is_kept_and_those_behind_it_pass(jars: Store) -> None:
    join(jars)
    good = NewAct(subject="jar:b", body=Filled(amount=3))
    acts = other_acts((NewAct(subject="jar:a", body=Filled(amount=1)), ""), (good, ""))
    broken = []
    for body in (b"{", b'{"amount":"x"}', b"\xff\xfe\x00"):
        act = msgspec.structs.replace(acts[0], origin=f"o{len(broken)}", id=f"id{len(broken)}")
        act = msgspec.structs.replace(act, body=body, body_hash=body_digest(body))
        broken.append(msgspec.structs.replace(act, hash=act_hash(act)))
    receive(jars, placed([*broken, *acts[:1], acts[1]]))
    with jars.reading() as reader:
        assert reader.is_read_only("jar:a")
        assert reader.state("jar:b", Jar) == Jar(3, "", "2026-11-24")
        assert [act.body for act in reader.acts("jar:a")][:3] == [act.body for act in broken]
    before = digest(jars)
    rebuild(jars, at=AT)
    assert digest(jars) == before
    with pytest.raises(Exception, match=faults.UNKNOWN_ACT), action(jars) as tx:
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
