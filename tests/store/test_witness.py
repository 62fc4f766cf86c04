"""Copies, clones, lost witnesses: noticed at opening, and no number is ever printed twice."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from fix_store import AT, Filled, Stores, action, fill

from zcdesk.domain.act import NewAct
from zcdesk.domain.numbers import Number
from zcdesk.errors import StoreError
from zcdesk.store import place as places
from zcdesk.store import witness as witnesses
from zcdesk.store.incarnation import APART, code_number
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.store.witness import Testimony, Witness


def receive(store: Store, at: datetime = AT) -> Number:
    with action(store, at) as tx:
        number = tx.take_number()
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1, label=number.text)))
    return number


def codes(store: Store) -> list[str]:
    return [notice.code for notice in store.notices]


def test_a_file_of_its_own_goes_on(jars: Store, stores: Stores) -> None:
    receive(jars)
    origin = jars.head.origin
    store = stores.open()
    assert (store.notices, store.head.origin, receive(store).serial) == ((), origin, 2)


def test_an_older_copy_begins_anew_and_prints_no_number_twice(
    jars: Store, stores: Stores, tmp_path: Path
) -> None:
    first = receive(jars)
    stores.close()
    backup = stores.copy_data(tmp_path / "backup")
    store = stores.open()
    lost = receive(store)
    stores.close()
    stores.put_back(backup)
    restored = stores.open()
    assert codes(restored) == ["SYS-21"]
    assert restored.head.origin != store.head.origin
    again = receive(restored)
    assert len({first.text, lost.text, again.text}) == 3
    assert again.code not in (first.code, lost.code)
    with restored.reading() as reader:
        assert [act.seq for act in reader.acts("jar:a")] == [1, 1]
    assert verify(restored).is_clean
    assert stores.open().notices == ()


def test_the_same_copy_put_back_twice_gets_a_new_code_each_time(
    jars: Store, stores: Stores, tmp_path: Path
) -> None:
    seen = {receive(jars).text}
    stores.close()
    backup = stores.copy_data(tmp_path / "backup")
    for round_ in range(3):
        stores.put_back(backup)
        store = stores.open()
        seen |= {receive(store).text, receive(store).text}
        assert len(seen) == 1 + 2 * (round_ + 1)


def test_a_copy_that_reached_the_same_count_is_noticed(
    jars: Store, stores: Stores, tmp_path: Path
) -> None:
    fill(jars)
    stores.close()
    backup, witness = stores.copy_data(tmp_path / "backup"), stores.place.witness
    said_before = witness.read_bytes()
    fill(stores.open(), "a", 5)
    stores.close()
    said_after = witness.read_bytes()
    stores.put_back(backup)
    witness.write_bytes(said_before)
    store = stores.open()
    assert store.notices == ()
    assert fill(store, "b", 7).seq == 2
    stores.close()
    witness.write_bytes(said_after)
    assert codes(stores.open()) == ["SYS-21"]


def test_a_clone_gets_numbers_of_its_own(jars: Store, stores: Stores, tmp_path: Path) -> None:
    receive(jars)
    stores.close()
    image = stores.copy_data(tmp_path / "image")
    clone = Stores(tmp_path / "clone", machine="pc-2", rules=stores.rules)
    clone.place.keys.mkdir(parents=True)
    for key in stores.place.keys.iterdir():
        (clone.place.keys / key.name).write_bytes(key.read_bytes())
    clone.place.data.parent.mkdir(exist_ok=True)
    image.rename(clone.place.data)
    clone.place.witness.parent.mkdir()
    clone.place.witness.write_bytes(stores.place.witness.read_bytes())
    there = clone.open()
    try:
        assert codes(there) == ["SYS-22"]
        here = stores.open()
        years = [AT.replace(year=year) for year in (2026, 2027, 2028)]
        ours = [receive(here, at) for at in years]
        theirs = [receive(there, at) for at in years]
        assert not {n.code for n in ours} & {n.code for n in theirs}
        assert verify(there).is_clean
        assert clone.open().notices == ()
    finally:
        clone.close()


def test_a_lost_witness_begins_anew(jars: Store, stores: Stores) -> None:
    first = receive(jars)
    stores.close()
    stores.place.witness.unlink()
    store = stores.open()
    assert codes(store) == ["SYS-21"]
    # The codes given since may be lost with the witness, so it keeps away from the next ones, too.
    assert abs(code_number(receive(store).code) - code_number(first.code)) >= APART


def test_one_transaction_ahead_is_valid_two_are_not(jars: Store, stores: Stores) -> None:
    def reopened_with(kept: bytes) -> list[str]:
        stores.close()
        stores.place.witness.write_bytes(kept)
        return codes(stores.open())

    fill(jars)
    stores.close()
    before = stores.place.witness.read_bytes()
    with action(stores.open()) as tx:
        tx.append(NewAct(subject="jar:a", body=Filled(amount=2)))
        tx.append(NewAct(subject="jar:b", body=Filled(amount=2)))
    assert reopened_with(before) == []
    assert stores.open_ones[-1].testimony == Witness(stores.place.witness).read()
    stores.place.witness.write_bytes(before)
    fill(stores.open())
    assert reopened_with(before) == ["SYS-21"]


def test_drafts_do_not_move_the_witness(jars: Store, stores: Stores) -> None:
    from zcdesk.store import drafts

    fill(jars)
    before = stores.place.witness.read_bytes()
    with action(jars) as tx:
        drafts.put(tx, "d", window="3", kind="visit", value=b"x")
    assert stores.place.witness.read_bytes() == before
    assert stores.open().notices == ()


def test_a_torn_slot_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "w" / "last.witness"
    witness = Witness(path)
    said = [Testimony("s", "o", n, f"sha256:{n}") for n in range(4)]
    for one in said:
        witness.write(one)
    data = path.read_bytes()
    newest = 1024 if said[3].hash.encode() in data[1024:] else 0
    for cut in (0, 7, 100, 1023):
        torn = bytearray(data)
        torn[newest + cut] ^= 0x40
        path.write_bytes(torn)
        assert Witness(path).read() == said[2]
    path.write_bytes(data[: newest + 500] if newest else bytes(500) + data[500:])
    assert Witness(path).read() == said[2]
    path.write_bytes(b"")
    assert Witness(path).read() is None


def test_a_witness_that_cannot_be_written_stops_the_next_commit(
    jars: Store, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(jars)

    def fails(fd: int) -> None:
        raise OSError(5, "no disk")

    with monkeypatch.context() as patched:
        patched.setattr(witnesses, "_sync", fails)
        done = fill(jars)
        with pytest.raises(StoreError) as refused:
            fill(jars)
        assert refused.value.code == "SYS-24"
    assert fill(jars).prev == done.hash
    assert stores.open().notices == ()


def test_a_vanished_database_is_not_made_anew(jars: Store, stores: Stores) -> None:
    fill(jars)
    stores.close()
    stores.place.database.unlink()
    with pytest.raises(StoreError) as gone:
        stores.open()
    assert gone.value.code == "SYS-09"
    assert not stores.place.database.exists()


def test_a_new_store_in_a_lost_ones_place_gives_other_codes(jars: Store, stores: Stores) -> None:
    first = receive(jars)
    stores.close()
    for file in stores.place.data.glob("store.db*"):
        file.unlink()
    assert receive(stores.create()).code != first.code


def test_a_file_replaced_while_running_is_left_alone(
    jars: Store, stores: Stores, tmp_path: Path
) -> None:
    fill(jars)
    other = Stores(tmp_path / "other", rules=stores.rules)
    other.create()
    other.close()
    os.replace(other.place.database, stores.place.database)
    before = stores.place.database.read_bytes()
    for _ in range(2):
        with pytest.raises(StoreError) as stopped:
            fill(jars)
        assert stopped.value.code == "SYS-09"
    stores.close()
    assert stores.place.database.read_bytes() == before


def test_this_machine_has_a_stable_name_that_tells_nothing() -> None:
    assert places.machine_id() == places.machine_id()
    raw = Path("/etc/machine-id")
    if raw.exists():
        assert raw.read_text().strip() not in places.machine_id()


def test_a_witness_written_later_is_written_before_the_next_commit(
    jars: Store, stores: Stores
) -> None:
    later: list[object] = []
    jars.write_witness(later.append)
    first = receive(jars)
    assert jars.testimony is not None
    assert (jars.testimony.seq, jars.head.seq, len(later)) == (0, 1, 1)
    second = receive(jars)
    assert (jars.testimony.seq, jars.head.seq) == (1, 2)
    origin = jars.head.origin
    # Cut here: the file is one transaction ahead, which is its own continuation.
    store = stores.open()
    assert (store.notices, store.head.origin) == ((), origin)
    assert len({first.text, second.text, receive(store).text}) == 3


def test_a_witness_that_cannot_be_written_later_stops_the_next_commit(
    jars: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[object] = []
    jars.write_witness(later.append)
    receive(jars)

    def full(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Witness, "_write", full)
    later.pop()()  # type: ignore[operator]
    before = jars.head
    with pytest.raises(StoreError):
        receive(jars)
    assert jars.head == before


def test_spare_codes_kept_while_the_witness_is_due_stay(jars: Store) -> None:
    later: list[object] = []
    jars.write_witness(later.append)
    receive(jars)
    jars.keep_spare_codes(("ABC",))
    for write in later:
        write()  # type: ignore[operator]
    assert jars.spare_codes == ("ABC",)
    assert jars.testimony is not None
    assert jars.testimony.seq == 1
