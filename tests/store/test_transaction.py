"""One action is one transaction: all of it or nothing, in order, chained, on one thread."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from fix_store import (
    AT,
    Emptied,
    Filled,
    Jar,
    Polished,
    Stores,
    action,
    chance,
    fill,
    jar_rules,
)
from sqlalchemy import func, insert, select

from zcdesk.domain.act import GENESIS, NewAct, flaw, next_chain
from zcdesk.domain.numbers import parse
from zcdesk.errors import NotAllowed
from zcdesk.store import drafts
from zcdesk.store.engine import Prepared
from zcdesk.store.incarnation import APART, CODES, code_number, fresh_codes
from zcdesk.store.schema import acts, hall_log, number_block, number_taken, ticket_index
from zcdesk.store.store import Store


def filled(jar: str, amount: int) -> NewAct:
    return NewAct(subject=f"jar:{jar}", body=Filled(amount=amount))


def test_acts_are_gapless_chained_and_know_what_they_follow(jars: Store) -> None:
    with action(jars) as tx:
        one, two = tx.append(filled("a", 1)), tx.append(filled("b", 2))
        three = tx.append(filled("a", 3))
    four = fill(jars, "a", 4)
    assert [a.seq for a in (one, two, three, four)] == [1, 2, 3, 4]
    assert [a.prev for a in (one, two, three, four)] == [GENESIS, one.hash, two.hash, three.hash]
    assert [a.base for a in (one, two, three, four)] == [GENESIS, GENESIS, one.hash, three.hash]
    assert one.at == "2026-11-24T09:00:00.000+08:00"
    assert one.hall == "hall-320213"
    assert len({a.id for a in (one, two, three, four)}) == 4
    with jars.reading() as reader:
        assert reader.acts("jar:a") == (one, three, four)
        assert reader.act(two.id) == two
        assert reader.head("jar:a") == four.hash
        assert all(flaw(act) is None for act in reader.acts("jar:a"))


def test_the_hall_gives_positions_in_the_same_transaction(jars: Store) -> None:
    one, two = fill(jars), fill(jars)
    chain = next_chain(next_chain(GENESIS, one), two)
    assert (jars.head.position.number, jars.head.position.chain) == (2, chain)
    with jars.reading() as reader:
        rows = reader.select(select(hall_log.c.position, hall_log.c.chain)).all()
    assert [row.position for row in rows] == [1, 2]
    assert rows[1].chain == chain


def test_state_and_index_follow_within_the_transaction(jars: Store) -> None:
    with action(jars) as tx:
        tx.append(filled("a", 5))
        assert tx.state("jar:a", Jar) == Jar(5, "", "2026-11-24")
        row = tx.select(select(ticket_index.c.priority)).one()
        assert row.priority == 5
        tx.append(filled("a", 2))
        assert tx.select(select(ticket_index.c.priority)).one().priority == 7
        assert [act.body for act in tx.acts("jar:a")] == [b'{"amount":5}', b'{"amount":2}']
    with jars.reading() as reader:
        assert list(reader.states(Jar)) == [("jar:a", Jar(7, "", "2026-11-24"))]


def test_a_state_that_ends_takes_its_rows_along(jars: Store) -> None:
    fill(jars)
    with action(jars) as tx:
        tx.append(NewAct(subject="jar:a", body=Emptied()))
    with jars.reading() as reader:
        assert reader.state("jar:a") is None
        assert reader.select(select(func.count()).select_from(ticket_index)).scalar_one() == 0
        assert reader.head("jar:a") != GENESIS
    fill(jars, amount=-1)
    with jars.reading() as reader:
        assert reader.state("jar:a") == Jar(-1, "", "2026-11-24")
        assert reader.select(select(func.count()).select_from(ticket_index)).scalar_one() == 0


def test_an_error_takes_everything_back(jars: Store, stores: Stores) -> None:
    def fail() -> None:
        with action(jars) as tx:
            tx.append(filled("a", 9))
            tx.take_number()
            # The first query through SQLAlchemy must not end the transaction it falls into.
            assert tx.select(select(func.count(acts.c.pk))).scalar_one() == 2
            drafts.put(tx, "d", window="3", kind="visit", value=b"x")
            tx.flush()
            raise ZeroDivisionError

    fill(jars)
    before = jars.head
    with pytest.raises(ZeroDivisionError):
        fail()
    assert jars.head == before
    reopened = stores.open()
    assert reopened.head == before
    assert reopened.take_topics() == frozenset()
    with reopened.reading() as reader:
        assert reader.state("jar:a", Jar) == Jar(1, "", "2026-11-24")
        assert drafts.get(reader, "d") is None
    with action(reopened) as tx:
        assert tx.take_number().serial == 1
        assert tx.append(filled("a", 1)).seq == 2


def test_numbers_are_dense_and_name_their_act(jars: Store) -> None:
    with action(jars) as tx:
        first, second = tx.take_number(), tx.take_number()
        act = tx.append(filled("a", 1))
    with action(jars, AT.replace(year=2027)) as tx:
        next_year = tx.take_number()
        tx.append(filled("a", 1))
    assert (first.hall, first.year, first.serial, second.serial) == ("320213", 26, 1, 2)
    assert (next_year.year, next_year.serial) == (27, 1)
    assert code_number(next_year.code) == code_number(first.code) + 1
    assert parse(next_year.text) == next_year
    with jars.reading() as reader:
        taken = reader.select(
            select(number_taken.c.serial, acts.c.id)
            .join(acts, acts.c.pk == number_taken.c.act)
            .where(number_taken.c.code == first.code)
        ).all()
    assert [tuple(row) for row in taken] == [(1, act.id), (2, act.id)]


def test_a_number_without_an_act_is_a_bug(jars: Store) -> None:
    with pytest.raises(RuntimeError), action(jars) as tx:
        tx.take_number()
    with action(jars) as tx:
        assert tx.take_number().serial == 1
        tx.append(filled("a", 1))


def test_a_full_block_goes_on_under_a_new_code(jars: Store) -> None:
    with action(jars) as tx:
        code = tx.take_number().code
        tx.append(filled("a", 1))
    jars.handle.raw.execute("UPDATE number_block SET next_serial = 99999")
    with action(jars) as tx:
        last, new = tx.take_number(), tx.take_number()
        tx.append(filled("a", 1))
    assert (last.code, last.serial) == (code, 99_999)
    assert (code_number(new.code), new.serial) == (code_number(code) + 1, 1)


def test_stations_that_cannot_ask_each_other_begin_far_apart(tmp_path: Path) -> None:
    """Several one-PC halls of one region, each set up for itself."""
    seen = set()
    for number in range(12):
        stores = Stores(tmp_path / str(number), random=chance(number))
        with action(stores.create()) as tx:
            seen.add(tx.take_number().text)
            tx.append(filled("a", 1))
        stores.close()
    assert len(seen) == 12


@pytest.mark.parametrize("near", [0, 1, 31_000, 32_767])
def test_a_copys_codes_keep_away_from_those_it_knows(near: int) -> None:
    for draw in (bytes(4), b"\xff" * 4, b"\x00\x00\x77\xff", b"\x12\x34\x56\x78"):
        begin = fresh_codes(near, draw)
        assert 0 <= begin < CODES
        assert APART <= (begin - near) % CODES <= CODES - APART


def test_codes_begin_again_after_the_last_and_leave_out_those_given(jars: Store) -> None:
    given = []
    for start in (CODES - 2, CODES - 2):
        jars.continuity.grant(start)
        with action(jars) as tx:
            given += [tx.hall.grant_code(tx.new_id(), 2026)]
            tx.run(Prepared(insert(number_block)), (given[-1], "o", 2026, 1))
    assert given == ["ZZZ", "000"]


def test_topics_name_what_was_touched(jars: Store) -> None:
    with action(jars) as tx:
        tx.append(filled("a", 1))
        drafts.put(tx, "d", window="3", kind="visit", value=b"x")
    assert tx.topics == {"jar", "draft"}
    fill(jars)
    assert jars.take_topics() == {"jar", "draft"}
    assert jars.take_topics() == frozenset()


def test_drafts_are_kept_as_last_saved(jars: Store, stores: Stores) -> None:
    for minute, value in enumerate((b"one", b"two")):
        with action(jars, AT + timedelta(minutes=minute)) as tx:
            drafts.put(tx, "d", window="3", kind="visit", value=value)
            drafts.put(tx, "e", window="5", kind="visit", value=value)
    with stores.open().reading() as reader:
        (kept,) = drafts.of_window(reader, "3")
        assert (kept.id, kept.value, kept.at[14:16]) == ("d", b"two", "01")
    store = stores.open_ones[-1]
    with action(store) as tx:
        drafts.drop(tx, "d")
    with store.reading() as reader:
        assert drafts.of_window(reader, "3") == ()
        assert drafts.get(reader, "e") is not None


def test_an_unknown_act_makes_its_subject_read_only(stores: Stores) -> None:
    stores.rules = jar_rules(Polished)
    newer = stores.create()
    with action(newer) as tx:
        tx.append(filled("a", 1))
        tx.append(NewAct(subject="jar:a", body=Polished()))
        last = tx.append(filled("a", 1))
    stores.rules = jar_rules(version=2)
    older = stores.open()
    with older.reading() as reader:
        assert reader.is_read_only("jar:a")
        assert reader.state("jar:a", Jar) == Jar(2, "", "2026-11-24")
    with pytest.raises(NotAllowed) as refused:
        fill(older, "a")
    assert refused.value.code == "SYS-23"
    assert fill(older, "b").seq == 4
    stores.rules = jar_rules(Polished, version=3)
    newest = stores.open()
    with newest.reading() as reader:
        assert reader.acts("jar:a")[-1] == last
        assert reader.state("jar:a", Jar) == Jar(2, "", "2026-11-24", shine=1)
    assert fill(newest, "a").base == last.hash


def test_the_store_refuses_other_threads_and_nesting(jars: Store) -> None:
    raised: list[BaseException] = []

    def elsewhere() -> None:
        try:
            fill(jars)
        except RuntimeError as error:
            raised.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(raised) == 1
    with pytest.raises(RuntimeError), action(jars), action(jars):
        pass
    with pytest.raises(RuntimeError), action(jars), jars.reading():
        pass
    assert fill(jars).seq == 1


def test_a_time_needs_its_offset(jars: Store) -> None:
    with pytest.raises(ValueError, match="offset"), action(jars, datetime(2026, 11, 24)):
        pass
    assert fill(jars).seq == 1


def test_a_state_of_another_type_is_a_bug(jars: Store) -> None:
    class Box(msgspec.Struct):
        pass

    fill(jars)
    with pytest.raises(TypeError), jars.reading() as reader:
        reader.state("jar:a", Box)


def test_a_clock_set_back_a_day_is_marked_and_work_goes_on(jars: Store, stores: Stores) -> None:
    assert fill(jars).clock_ok
    back = AT - timedelta(days=1)
    one, two = fill(jars, at=back), fill(jars, at=back + timedelta(minutes=1))
    assert not one.clock_ok
    assert not two.clock_ok
    assert [(n.code, n.at) for n in jars.notices] == [("SYS-20", "2026-11-24T09:00:00.000+08:00")]
    store = stores.open(back)
    assert not fill(store, at=back + timedelta(minutes=2)).clock_ok
    assert fill(store, at=AT + timedelta(minutes=1)).clock_ok
    assert store.notices == ()
    assert not fill(store, at=AT - timedelta(minutes=9)).clock_ok
    assert fill(store, at=AT - timedelta(minutes=3)).clock_ok


def test_a_person_may_believe_the_clock_again(jars: Store) -> None:
    fill(jars, at=AT.replace(year=2036))
    assert not fill(jars, at=AT).clock_ok
    with action(jars, AT) as tx:
        tx.trust_clock()
    assert jars.notices == ()
    assert fill(jars, at=AT + timedelta(minutes=1)).clock_ok
