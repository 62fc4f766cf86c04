"""Read tables are disposable: made again from the acts they say the same."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fix_store import AT, Emptied, Filled, Jar, Polished, Stores, action, fill, jar_rules
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.store import command, project
from zcdesk.store.project import read_digest
from zcdesk.store.schema import ticket_index
from zcdesk.store.store import Store
from zcdesk.store.verify import verify


def digest(store: Store) -> str:
    with store.reading() as reader:
        return read_digest(reader)


BODIES = st.one_of(
    st.builds(Filled, amount=st.integers(-5, 50), label=st.text(max_size=4)),
    st.builds(Emptied),
    st.builds(Polished),
)
ACTS = st.builds(NewAct, subject=st.sampled_from(["jar:a", "jar:b", "jar:王", "jar"]), body=BODIES)
DAYS = st.lists(st.lists(ACTS, max_size=4), max_size=6)


@settings(max_examples=settings.default.max_examples // 2)
@given(DAYS, st.randoms(use_true_random=False))
def test_random_acts_leave_the_same_tables_live_and_rebuilt(days: list[list[NewAct]], dice) -> None:
    with TemporaryDirectory() as folder:
        stores = Stores(Path(folder), jar_rules(Polished))
        store = stores.create()
        written = 0
        for number, acts in enumerate(days):
            with action(store, AT + timedelta(days=number)) as tx:
                for new in acts:
                    tx.append(new)
                    written += 1
                    if dice.random() < 0.3:
                        tx.take_number()
                    if dice.random() < 0.3:
                        tx.flush()
        live = digest(store)
        with store.reading() as reader:
            subjects = {new.subject for acts in days for new in acts}
            assert all(reader.folded(s) == reader.refold(s) for s in subjects)
        assert project.rebuild(store, at=AT) == len(subjects)
        assert digest(store) == live
        report = verify(store)
        assert (report.is_clean, report.acts) == (True, written)
        assert digest(stores.open()) == live
        stores.close()


def test_rebuild_mends_what_was_altered_in_the_tables(jars: Store) -> None:
    fill(jars, "a", 3)
    live = digest(jars)
    raw = jars.handle.raw
    raw.execute("UPDATE ticket_index SET priority = 999")
    raw.execute(
        "INSERT INTO ticket_index SELECT 'jar:x', day, category, number, status, taken_at,"
        " called_at, ended_at, appointment_at, priority, queue_order, window, sitting"
        " FROM ticket_index"
    )
    assert digest(jars) != live
    assert command.rebuild_text(jars, AT)[1] == 1
    assert digest(jars) == live
    assert command.rebuild_text(jars, AT)[1] == 0


def test_rows_of_an_older_program_are_no_fault_when_all_is_made_again(stores: Stores) -> None:
    store = stores.create()
    fill(store, "a", 3)
    stores.rules = jar_rules(version=2)
    store = stores.open()
    store.handle.raw.execute("UPDATE ticket_index SET priority = 999")  # as it was counted then
    said, code = command.rebuild_text(store, AT)
    assert code == 0
    assert "1 个原是另一版本程序的" in said
    store.handle.raw.execute("UPDATE ticket_index SET priority = 999")
    assert command.rebuild_text(store, AT)[1] == 1


def test_a_new_version_is_usable_at_once_and_catches_up_little_by_little(stores: Stores) -> None:
    store = stores.create()
    for number in range(7):
        fill(store, f"j{number}", number)
    old = digest(store)
    stores.rules = jar_rules(version=2)
    store = stores.open()
    with store.reading() as reader:
        assert project.is_stale(reader)
        assert reader.state("jar:j3", Jar) == Jar(3, "", "2026-11-24")
        assert len(list(reader.states(Jar))) == 7
    fill(store, "j0", 1)
    rounds = 1
    while project.refresh(store, at=AT, limit=3):
        rounds += 1
    assert rounds == 3
    with store.reading() as reader:
        assert not project.is_stale(reader)
        live = read_digest(reader)
    assert live != old
    project.rebuild(store, at=AT)
    assert digest(store) == live
    assert stores.open().head == store.head


def test_an_older_program_makes_its_own_tables_of_a_newer_ones(stores: Stores) -> None:
    stores.rules = jar_rules(version=5)
    fill(stores.create(), "a", 3)
    stores.rules = jar_rules(version=4)
    store = stores.open()
    with store.reading() as reader:
        assert project.is_stale(reader)
    assert not project.refresh(store, at=AT)
    with store.reading() as reader:
        assert not project.is_stale(reader)


def test_beside_a_clerk_s_work_rows_come_up_to_date_in_slices(stores: Stores) -> None:
    store = stores.create()
    with action(store) as tx:
        for number in range(2 * project.SLICE):
            tx.append(NewAct(subject=f"jar:{number}", body=Filled(amount=1)))
    stores.rules = jar_rules(version=4)
    store = stores.open()
    with store.reading() as reader:
        before = project.stale_count(reader)
    assert project.refresh(store, at=AT)
    with store.reading() as reader:
        assert before - project.stale_count(reader) == project.SLICE
    fill(store, "b", 1)  # a clerk's own commit in between is durable as ever
    assert store.handle.pragma("synchronous") == 2
    while project.refresh(store, at=AT):
        pass
    with store.reading() as reader:
        assert project.stale_count(reader) == 0


def test_progress_is_told(jars: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "BATCH", 2)
    with action(jars) as tx:
        for number in range(5):
            tx.append(NewAct(subject=f"jar:{number}", body=Filled(amount=1)))
    told: list[int] = []
    assert project.rebuild(jars, at=AT, progress=told.append) == 5
    assert told == [2, 4]


def test_after_an_update_lists_of_the_same_shape_are_complete_at_once(stores: Stores) -> None:
    store = stores.create()
    for number in range(5):
        fill(store, f"j{number}", number)
    rows = listed(store)
    assert len(rows) == 5
    stores.rules = jar_rules(version=2)
    store = stores.open()
    assert listed(store) == rows
    # a table of another shape is made anew, and filled again
    with action(store) as tx:
        tx._handle.raw.execute("ALTER TABLE ticket_index ADD COLUMN colour TEXT")
    stores.rules = jar_rules(version=3)
    store = stores.open()
    assert listed(store) == []
    while project.refresh(store, at=AT):
        pass
    assert listed(store) == rows


def listed(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as reader:
        wanted = select(ticket_index.c.subject, ticket_index.c.priority)
        return [tuple(row) for row in reader.select(wanted.order_by(ticket_index.c.subject))]
