"""A store with a server above it: its copy of the order, what lies on top, what is set aside."""

from __future__ import annotations

import msgspec
import pytest
from fix_store import (
    AT,
    STATION,
    Emptied,
    Filled,
    Jar,
    Stores,
    action,
    chance,
    fill,
    jar_rules,
)
from sqlalchemy import select

from zcdesk.domain.act import Act, NewAct, Position
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.store import engine, replica
from zcdesk.store.hall import Placed, Wish
from zcdesk.store.project import read_digest, rebuild
from zcdesk.store.schema import ADDED, ADDED_INDEXES, cut_act
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.store.walk import Fault
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy


@pytest.fixture
def ground() -> Ground:
    return Ground(STATION.hall)


def joined(stores: Stores) -> StoreCopy:
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    return copy


def other(ground: Ground, tmp: Stores) -> tuple[StoreCopy, MemoryHall]:
    return joined(tmp), MemoryHall(ground, "two")


@pytest.fixture
def second(stores: Stores) -> Stores:
    root = stores.root.parent / "second"
    return Stores(root, rules=stores.rules, machine="pc-2", random=chance(2))


def amount(store: Store, jar: str = "jar:a") -> int:
    with store.reading() as reader:
        state = reader.state(jar, Jar)
    return 0 if state is None else state.amount


def test_own_acts_have_no_place_until_the_pull_brings_it(stores: Stores, ground: Ground) -> None:
    copy = joined(stores)
    act = fill(copy.store)
    assert copy.position == Position(0, "")
    assert copy.outbox(10) == (act,)
    assert copy.waiting().count == 1
    hall = MemoryHall(ground, "one")
    hall.push([act])
    assert copy.outbox(10) == (act,)
    outcome = once(copy, hall)
    assert (outcome.code, outcome.sent, outcome.unsent) == ("", 1, 0)
    assert copy.outbox(10) == ()
    assert copy.position == ground.head


def test_a_store_with_unsent_acts_verifies_and_an_inserted_act_is_still_named(
    stores: Stores, ground: Ground
) -> None:
    copy = joined(stores)
    fill(copy.store)
    once(copy, MemoryHall(ground, "one"))
    fill(copy.store)
    fill(copy.store)
    assert verify(copy.store).is_clean
    raw = copy.store.handle.raw
    raw.execute("UPDATE acts SET clerk = 'x' WHERE seq = 3")
    assert [(f.fault, f.seq) for f in verify(copy.store).findings] == [(Fault.ENVELOPE, 3)]
    raw.execute("UPDATE acts SET clerk = '0312', origin = 'foreign' WHERE seq = 3")
    faults = {f.fault for f in verify(copy.store).findings}
    assert faults == {Fault.INSERTED, Fault.REMOVED}


def test_own_acts_are_laid_on_top_of_what_others_did(
    stores: Stores, second: Stores, ground: Ground
) -> None:
    one, (two, hall_two) = joined(stores), other(ground, second)
    fill(two.store, amount=5)
    once(two, hall_two)
    with action(one.store) as tx:
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
        tx.append(NewAct(subject="jar:a", body=Emptied()))
        tx.append(NewAct(subject="jar:a", body=Filled(amount=2)))
    hall_one = MemoryHall(ground, "one")
    one.receive(hall_one.pull(one.position, 10).acts, 1)
    assert amount(one.store) == 2
    once(one, hall_one)
    once(two, hall_two)
    with one.store.reading() as left, two.store.reading() as right:
        assert read_digest(left) == read_digest(right)
    assert [p.act.seq for p in ground.log] == [1, 1, 2, 3]


def test_the_second_on_one_base_is_contested_everywhere(
    stores: Stores, second: Stores, ground: Ground
) -> None:
    stores.rules = second.rules = jar_rules_with_exclusive()
    one, (two, hall_two) = joined(stores), other(ground, second)
    hall_one = MemoryHall(ground, "one")
    fill(one.store)
    once(one, hall_one)
    once(two, hall_two)
    for copy in (one, two):
        with action(copy.store) as tx:
            tx.append(NewAct(subject="jar:a", body=Emptied()))
    fill(two.store, amount=7)
    assert once(one, hall_one).contested == ()
    assert once(two, hall_two).contested == ("jar:a",)
    assert once(one, hall_one).contested == ("jar:a",)
    for copy in (one, two):
        with copy.store.reading() as reader:
            assert reader.folded("jar:a").contested == 1
        assert amount(copy.store) == 7
        assert len(ground.log) == 4
        with copy.store.reading() as reader:
            before = read_digest(reader)
        rebuild(copy.store, at=AT)
        with copy.store.reading() as reader:
            assert read_digest(reader) == before


def jar_rules_with_exclusive() -> object:
    from dataclasses import replace

    return replace(jar_rules(), exclusive=frozenset({Emptied.kind}))


@pytest.mark.parametrize("what", ["gap", "chain", "body", "hall"])
def test_what_does_not_follow_is_refused_and_nothing_kept(
    stores: Stores, second: Stores, ground: Ground, what: str
) -> None:
    one, (two, hall_two) = joined(stores), other(ground, second)
    for _ in range(3):
        fill(two.store)
    once(two, hall_two)
    placed = list(ground.log)
    replace = msgspec.structs.replace
    match what:
        case "gap":
            del placed[1]
        case "chain":
            placed[1] = Placed(Position(2, "sha256:0"), placed[1].act)
        case "body":
            placed[1] = Placed(placed[1].position, replace(placed[1].act, body=b"{}"))
        case "hall":
            placed[1] = Placed(placed[1].position, replace(placed[1].act, hall="hall-2"))
    with pytest.raises(SurroundingsError):
        one.receive(placed, 1)
    assert one.position.number == 0
    assert amount(one.store) == 0


def test_a_cut_keeps_own_acts_and_sets_others_aside(
    stores: Stores, second: Stores, ground: Ground
) -> None:
    one, (two, hall_two) = joined(stores), other(ground, second)
    hall_one = MemoryHall(ground, "one")
    fill(one.store, "a")
    once(one, hall_one)
    older = ground.copy()
    fill(one.store, "b")
    fill(two.store, "c")
    once(two, hall_two)
    once(one, hall_one)
    assert (amount(one.store, "jar:b"), amount(one.store, "jar:c")) == (1, 1)
    older.epoch = 2
    hall_one._ground = hall_two._ground = older
    outcome = once(one, hall_one)
    assert (outcome.code, outcome.cut, outcome.sent) == ("", 2, 1)
    assert (amount(one.store, "jar:b"), amount(one.store, "jar:c")) == (1, 0)
    with one.store.reading() as reader:
        assert reader.folded("jar:c").head == ""
        kept = reader.select(select(cut_act.c.act)).fetchall()
    assert [msgspec.msgpack.decode(row[0], type=Act).subject for row in kept] == ["jar:c"]
    once(two, hall_two)
    once(one, hall_one)
    assert amount(one.store, "jar:c") == 1
    assert one.epoch == 2
    assert verify(one.store).is_clean


def test_an_older_epoch_is_not_listened_to(stores: Stores, ground: Ground) -> None:
    copy = joined(stores)
    old = ground.copy()
    ground.epoch = 2
    fill(copy.store)
    hall = MemoryHall(ground, "one")
    assert once(copy, hall).code == ""
    hall._ground = old
    assert once(copy, hall).code == "NET-17"
    fill(copy.store)
    assert once(copy, hall).code == "NET-17"
    assert copy.position == ground.head
    assert old.log == []


def test_a_file_put_back_with_its_witness_forks_and_loses_nothing(
    stores: Stores, ground: Ground
) -> None:
    """Neither file nor witness can tell; the hall's order can."""
    import shutil

    copy = joined(stores)
    hall = MemoryHall(ground, "one")
    fill(copy.store, "a")
    once(copy, hall)
    stores.close()
    shutil.copytree(stores.root, stores.root.parent / "image")
    copy = StoreCopy(stores.open(), lambda: AT)
    first = copy.store.head.origin
    fill(copy.store, "b")
    once(copy, hall)
    stores.close()
    shutil.rmtree(stores.root)
    shutil.copytree(stores.root.parent / "image", stores.root)
    copy = StoreCopy(stores.open(), lambda: AT)
    with action(copy.store) as tx:
        number = tx.take_number(2026)
        mine = tx.append(NewAct(subject="jar:c", body=Filled(amount=1)))
    outcome = once(copy, hall)
    assert (outcome.code, outcome.set_aside, outcome.unsent) == ("", 1, 0)
    assert copy.store.head.origin != first
    assert [(p.act.subject, p.act.origin == first) for p in ground.log] == [
        ("jar:a", True),
        ("jar:b", True),
        ("jar:c", False),
    ]
    assert ground.log[-1].act.id == mine.id
    assert number.serial == 1
    assert verify(copy.store).is_clean
    assert [n.code for n in copy.store.notices] == ["SYS-27"]


def test_codes_come_from_the_spare_ones_and_each_once(stores: Stores, ground: Ground) -> None:
    copy = joined(stores)
    with pytest.raises(NotAllowed, match="SYS-28"), action(copy.store) as tx:
        tx.take_number(2026)
    once(copy, MemoryHall(ground, "one"))
    spare = copy.store.spare_codes
    assert len(set(spare)) == 3
    with action(copy.store) as tx:
        assert tx.take_number(2026).code == spare[0]
        assert tx.take_number(2027).code == spare[1]
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
    assert copy.store.spare_codes == spare[2:]
    copy.store.keep_spare_codes(spare)
    with action(copy.store) as tx:
        assert tx.take_number(2028).code == spare[2]
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
    assert copy.store.spare_codes == ()
    once(copy, MemoryHall(ground, "one"))
    assert len(copy.store.spare_codes) == 3


def test_the_halls_series_are_the_servers_and_the_windows_own_are_not(
    stores: Stores, ground: Ground
) -> None:
    copy = joined(stores)
    wish = Wish(
        ticket="ticket:1", day="2026-11-24", series="A", category="x", taken_at="2026-11-24T09:00"
    )
    with pytest.raises(NotAllowed, match="SYS-29"), action(copy.store) as tx:
        tx.hall.take_ticket("r1", wish)
    own = msgspec.structs.replace(wish, series="W", window="3")
    with action(copy.store) as tx:
        assert tx.hall.take_ticket("r2", own).serial == 1
        assert tx.hall.claim("c1", "3", "2026-11-24", lambda w: w[0].ticket) is not None


def test_a_file_of_version_1_gets_what_it_lacks(stores: Stores) -> None:
    store = stores.create()
    act = fill(store)
    raw = store.handle.raw
    for _, index in ADDED_INDEXES:
        raw.execute(f"DROP INDEX {index.name}")
    for _, tables, columns in ADDED:
        for table in tables:
            raw.execute(f"DROP TABLE {table.name}")
        for column in columns:
            raw.execute(f"ALTER TABLE {column.table.name} DROP COLUMN {column.name}")
    raw.execute("PRAGMA user_version = 1")
    store = stores.open()
    assert store.handle.pragma("user_version") == engine.SCHEMA_VERSION
    fill(store)
    assert amount(store) == 2
    copy = StoreCopy(store, lambda: AT)
    copy.join(1)
    with store.reading() as reader:
        assert replica.outbox(reader) == ()
        assert reader.act(act.id) == act
    assert verify(store).is_clean
