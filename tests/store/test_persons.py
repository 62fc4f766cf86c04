"""Personal records: sealed under their own key, found by number, gone with the key."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from fix_store import AT, Filled, Stores, action

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import PersonRef
from zcdesk.errors import StoreError
from zcdesk.store import persons
from zcdesk.store.store import Store
from zcdesk.store.verify import verify

NUMBER = "320213198003070026"


class Record(msgspec.Struct, frozen=True):
    name: str
    number: str


SHE = Record("王桂兰", NUMBER)


def kept(store: Store, record: Record = SHE, number: str = NUMBER) -> PersonRef:
    with action(store) as tx:
        ref = persons.put(tx, "jar:a", record, id_number=number)
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1, label=ref.ref)))
    return ref


def test_a_record_is_read_and_found_again(jars: Store, stores: Stores) -> None:
    ref = kept(jars)
    with stores.open().reading() as reader:
        assert persons.get(reader, ref, Record) == SHE
        assert persons.find(reader, NUMBER) == ((ref.ref, "jar:a"),)
        assert persons.find(reader, "110101199003074477") == ()


def test_the_same_person_twice_has_nothing_in_common(jars: Store) -> None:
    one, two = kept(jars), kept(jars)
    assert one.ref != two.ref
    assert one.digest != two.digest
    sealed = jars.handle.raw.execute("SELECT sealed, salt, nonce FROM person").fetchall()
    assert len({value for row in sealed for value in row}) == 6


def test_destroying_the_key_destroys_the_person_and_nothing_else(
    jars: Store, stores: Stores
) -> None:
    gone, other = kept(jars), kept(jars, Record("李强", NUMBER))
    with action(jars) as tx:
        assert persons.erase(tx, gone.ref)
        tx.append(NewAct(subject="jar:a", body=Filled(amount=0)))
    store = stores.open()
    with store.reading() as reader:
        assert persons.get(reader, gone, Record) is None
        assert persons.get(reader, other, Record) == Record("李强", NUMBER)
        assert persons.find(reader, NUMBER) == ((other.ref, "jar:a"),)
    row = store.handle.raw.execute(
        "SELECT salt, lookup, nonce, sealed FROM person WHERE ref = ?", (gone.ref,)
    ).fetchone()
    assert row == (b"", "", b"", b"")
    assert verify(store).is_clean
    with action(store) as tx:
        assert not persons.erase(tx, gone.ref)


@pytest.mark.parametrize("column", ["sealed", "nonce", "salt", "digest"])
def test_an_altered_record_is_noticed(jars: Store, column: str) -> None:
    ref = kept(jars)
    raw = jars.handle.raw
    value = raw.execute(f"SELECT {column} FROM person").fetchone()[0]
    other = value[:-1] + "x" if isinstance(value, str) else bytes([value[0] ^ 1]) + value[1:]
    raw.execute(f"UPDATE person SET {column} = ?", (other,))
    with pytest.raises(StoreError) as told, jars.reading() as reader:
        persons.get(reader, ref, Record)
    assert told.value.code == "SYS-01"
    assert [f.fault.value for f in verify(jars).findings] == ["person"]


def test_a_record_put_in_anothers_place_is_noticed(jars: Store) -> None:
    one, two = kept(jars), kept(jars, Record("李强", NUMBER))
    with pytest.raises(StoreError), jars.reading() as reader:
        persons.get(reader, PersonRef(ref=two.ref, digest=one.digest), Record)
    raw = jars.handle.raw
    sealed = raw.execute("SELECT sealed FROM person WHERE ref = ?", (two.ref,)).fetchone()
    raw.execute("UPDATE person SET sealed = ? WHERE ref = ?", (*sealed, one.ref))
    with pytest.raises(StoreError), jars.reading() as reader:
        persons.get(reader, one, Record)


def test_a_word_finds_the_newest_records_and_stands_nowhere_in_the_clear(jars: Store) -> None:
    for serial in range(3):
        with action(jars, AT + timedelta(minutes=serial)) as tx:
            ref = persons.put(tx, f"jar:{serial}", SHE, words=("王桂兰", "0026", ""))
            tx.append(NewAct(subject=f"jar:{serial}", body=Filled(amount=1, label=ref.ref)))
    with action(jars, AT + timedelta(hours=1)) as tx:
        found = persons.find_word(tx, "王桂兰", limit=2)
        assert [subject for _, subject in found] == ["jar:2", "jar:1"]
        assert len(persons.find_word(tx, "0026")) == 3
        assert persons.find_word(tx, "") == ()
        assert persons.erase(tx, found[0][0])
        assert len(persons.find_word(tx, "王桂兰")) == 2
    kept_words = jars.handle.raw.execute("SELECT lookup FROM person_word").fetchall()
    assert not any("王桂兰" in lookup for (lookup,) in kept_words)
