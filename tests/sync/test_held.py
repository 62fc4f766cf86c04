"""What no hall takes is held for a person at the station, and what stands behind it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, STATION, Filled, Jar, Stores, action, chance, fill

from zcdesk.domain.act import BODY_LARGEST, Act, NewAct
from zcdesk.errors import NotAllowed
from zcdesk.store import faults, transaction
from zcdesk.store.hall import Hall
from zcdesk.store.project import read_digest, rebuild
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall
HUGE = "好" * (BODY_LARGEST // 3)

Pair = tuple[tuple[StoreCopy, Hall], tuple[StoreCopy, Hall]]


@pytest.fixture(params=["memory", "postgres"])
def pair(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Pair]:
    """Two stations of one hall."""
    with ExitStack() as stack:
        ground = Ground(HALL)

        def joined(name: str, seed: int) -> tuple[StoreCopy, Hall]:
            hall: Hall = MemoryHall(ground, name)
            if request.param == "postgres":
                server: HallServer = request.getfixturevalue("hall_server")
                hall = stack.enter_context(closing(PostgresHall(server.add(HALL, name))))
            own = Stores(stores.root.parent / name, machine=name, random=chance(seed))
            stack.callback(own.close)
            copy = StoreCopy(own.create(), lambda: AT)
            copy.join(1)
            return copy, hall

        yield joined("W01", 1), joined("W02", 2)


def older(store: Store, new: NewAct, monkeypatch: pytest.MonkeyPatch) -> Act:
    """Write an act as a program did that knew no limit."""
    with monkeypatch.context() as patch, action(store) as tx:
        patch.setattr(transaction, "is_too_large", lambda act: False)
        return tx.append(new)


def huge(subject: str = "jar:a") -> NewAct:
    return NewAct(subject=subject, body=Filled(amount=100, label=HUGE))


def amount(store: Store, jar: str = "jar:a") -> int:
    with store.reading() as reader:
        return reader.state(jar, Jar).amount  # type: ignore[union-attr]


def held(store: Store) -> list[str]:
    with store.reading() as reader:
        return [act.id for act in reader.held()]


def digests(*stores: Store) -> set[str]:
    found = set()
    for store in stores:
        with store.reading() as reader:
            found.add(read_digest(reader))
    return found


def alter(store: Store, id_: str, sql: str) -> None:
    store.handle.raw.execute(f"UPDATE acts SET {sql} WHERE id = ?", (id_,))


def test_an_act_over_the_limit_is_refused_before_it_is_written(jars: Store) -> None:
    fill(jars)
    before = jars.head

    def both() -> None:
        with action(jars) as tx:
            tx.append(NewAct(subject="jar:b", body=Filled(amount=1)))
            tx.append(huge())

    with pytest.raises(NotAllowed) as refused:
        both()
    assert (refused.value.code, refused.value.fields) == (faults.TOO_LARGE, {"limit": 256})
    assert jars.head == before
    fits = "x" * (BODY_LARGEST - len(msgspec.json.encode(Filled(amount=1, label=""))) - 12)
    with action(jars) as tx:
        act = tx.append(NewAct(subject="jar:a", body=Filled(amount=1, label=fits)))
    assert BODY_LARGEST - 20 < len(act.body or b"") <= BODY_LARGEST


@pytest.mark.req("R128")
def test_what_stands_behind_an_act_too_large_goes_on(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one, hall_one), (two, hall_two) = pair
    store = one.store
    fill(store)
    big = older(store, huge(), monkeypatch)
    behind = [fill(store), fill(store, "b", 5)]
    outcome = once(one, hall_one)
    assert (outcome.code, outcome.unsent, outcome.sent) == ("", 0, 3)
    assert held(store) == [big.id]
    assert faults.UNFIT in {notice.code for notice in store.notices}
    assert once(two, hall_two).code == ""
    with two.store.reading() as reader:
        assert [a.id for a in reader.acts("jar:b")] == [behind[1].id]
        last = reader.acts("jar:a")
    assert behind[0].base == big.hash
    assert last[1].base == last[0].hash
    assert (amount(store), amount(two.store)) == (2, 2)
    assert len(digests(store, two.store)) == 1
    rebuild(store, at=AT)
    assert len(digests(store, two.store)) == 1
    assert once(one, hall_one).set_aside == 0
    assert verify(store).is_clean


ALTERED: dict[str, str] = {
    "body": """body = CAST('{"amount":9}' AS BLOB)""",
    "words where bytes belong": """body = '{"amount":9}'""",
    "who did it": "clerk = '9999'",
    "when": "at = 'gestern'",
    "its number": "seq = 40",
    "its hash": "hash = 'sha256:none'",
    "hash of the body": "body_hash = '好'",
}


@pytest.mark.req("R128")
@pytest.mark.parametrize("sql", ALTERED.values(), ids=ALTERED)
@pytest.mark.parametrize("behind", [0, 2])
def test_an_act_altered_by_hand_is_held_and_named(pair: Pair, sql: str, behind: int) -> None:
    (one, hall_one), (two, hall_two) = pair
    store = one.store
    fill(store)
    bad = fill(store, "a", 7)
    later = [fill(store, "b").id for _ in range(behind)]
    alter(store, bad.id, sql)
    outcome = once(one, hall_one)
    assert (outcome.code, outcome.unsent, outcome.sent) == ("", 0, 1 + behind)
    assert held(store) == [bad.id]
    assert once(two, hall_two).received == 1 + behind
    with two.store.reading() as reader:
        assert [act.id for act in reader.acts("jar:b")] == later
    assert (amount(store), amount(two.store)) == (1, 1)
    (named,) = verify(store).findings
    assert (named.fault, named.origin) in {("body", bad.origin), ("envelope", bad.origin)}
    fill(store)
    assert once(one, hall_one).sent == 1


@pytest.mark.parametrize("sql", ["seq = 40", "origin = 'nobody'"])
def test_a_number_missing_behind_what_was_sent_stops_nothing(pair: Pair, sql: str) -> None:
    (one, hall_one), (two, hall_two) = pair
    fill(one.store)
    assert once(one, hall_one).sent == 1
    gone = fill(one.store)
    later = [fill(one.store, "b").id for _ in range(2)]
    alter(one.store, gone.id, sql)
    outcome = once(one, hall_one)
    assert (outcome.code, outcome.unsent, outcome.sent) == ("", 0, 2)
    assert once(two, hall_two).received == 3
    with two.store.reading() as reader:
        assert [act.id for act in reader.acts("jar:b")] == later


def test_two_in_a_row_and_a_restart_between_change_nothing(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = MemoryHall(Ground(HALL), "W03")
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    bad = [older(copy.store, huge(), monkeypatch).id for _ in range(2)]
    good = fill(copy.store)
    (first,) = copy.outbox(1)
    copy.set_aside(first.origin, first.seq, faults.UNFIT)
    copy = StoreCopy(stores.open(), lambda: AT)
    assert once(copy, hall).sent == 1
    assert held(copy.store) == bad
    (placed,) = hall.pull(copy.position.__class__(0, ""), 9).acts
    assert (placed.act.id, placed.act.base) == (good.id, "")


def test_a_server_that_calls_sound_acts_unsound_has_nothing_set_aside(stores: Stores) -> None:
    class Hostile(MemoryHall):
        def push(self, acts: object, epoch: int = 0) -> tuple[()]:
            from zcdesk.store.hall import UNSOUND, Refused

            raise Refused(UNSOUND, copy.outbox(1)[0].origin, 1)

    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    fill(copy.store)
    outcome = once(copy, Hostile(Ground(HALL), "W03"))
    assert (outcome.code, outcome.unsent, outcome.set_aside) == ("NET-09", 1, 0)
    assert held(copy.store) == []
