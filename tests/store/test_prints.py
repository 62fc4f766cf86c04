"""Print jobs: one original, counted reprints, unknown after a kill."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fix_store import AT, Stores, action

from zcdesk.errors import Conflict
from zcdesk.store import prints
from zcdesk.store.prints import PrintJob, PrintState
from zcdesk.store.store import Store
from zcdesk.store.transaction import Transaction


def queue(tx: Transaction, number: str = "320213-26-000-00001-B", again: bool = False) -> PrintJob:
    return prints.queue(
        tx,
        paper="receipt",
        subject="sitting:1",
        number=number,
        printer="slip",
        content=b"paper",
        again=again,
    )


@pytest.mark.req("UX-31", "UX-32")
def test_a_second_original_is_refused_and_says_when_the_first_was(jars: Store) -> None:
    with action(jars) as tx:
        first = queue(tx)
    with pytest.raises(Conflict) as refused, action(jars, AT + timedelta(seconds=1)) as tx:
        queue(tx)
    assert (refused.value.code, refused.value.fields["time"]) == ("PRT-05", "09:00:00")
    with action(jars) as tx:
        copies = [queue(tx, again=True).copy, queue(tx, again=True).copy]
        other = queue(tx, number="320213-26-000-00002-B")
    assert (first.copy, copies, other.copy) == (0, [1, 2], 0)


def test_a_job_survives_and_moves_on(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        job = queue(tx)
    store = stores.open()
    with action(store) as tx:
        assert prints.in_states(tx, (PrintState.QUEUED, PrintState.FAILED)) == (job,)
        moved = prints.move(tx, job, PrintState.FAILED)
        moved = prints.move(tx, moved, PrintState.SENT, printer="laser")
    assert store.take_topics() == {"print"}
    with stores.open().reading() as reader:
        assert prints.get(reader, job.id) == moved
        assert prints.of_subject(reader, "sitting:1") == (moved,)
        assert (moved.state, moved.printer) == (PrintState.SENT, "laser")
        assert prints.get(reader, "none") is None


@pytest.mark.req("UX-34")
def test_what_was_being_sent_at_a_kill_is_unknown_not_failed(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        sending = prints.move(tx, queue(tx), PrintState.SENDING)
        queue(tx, number="2")
    with action(stores.open()) as tx:
        (unknown,) = prints.interrupted(tx)
        assert (unknown.id, unknown.state) == (sending.id, PrintState.UNKNOWN)
        assert prints.interrupted(tx) == ()


def test_a_day_s_papers_are_found_without_reading_all_that_ever_came_out(jars: Store) -> None:
    for day in range(3):
        with action(jars, AT + timedelta(days=day)) as tx:
            prints.move(tx, queue(tx, number=f"{day}"), PrintState.CONFIRMED)
    since = (AT + timedelta(days=1)).date().isoformat()
    with jars.reading() as reader:
        found = prints.in_states(reader, (PrintState.CONFIRMED,), since=since)
        asked = prints._IN_STATE.sql
        plan = reader._handle._raw.execute(f"EXPLAIN QUERY PLAN {asked}", ("confirmed", since))
        steps = " ".join(str(row[-1]) for row in plan)
    assert [job.number for job in found] == ["1", "2"]
    assert "print_job_state (state=? AND at>?)" in steps
