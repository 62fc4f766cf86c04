"""The store's own log stays small under a day's work, and again once a stray reader has gone."""

from __future__ import annotations

import itertools
from pathlib import Path

from fix_store import Filled, Stores, action

from zcdesk.domain.act import NewAct
from zcdesk.store import engine
from zcdesk.store.keys import read_salt
from zcdesk.store.reader import Reader
from zcdesk.store.store import Store
from zcdesk.store.verify import verify

MB = 1 << 20
LIMIT = 16 * MB
"""What the log is cut to (`journal_size_limit`), and twice what a checkpoint waits for."""

CONTENT = "办理" * 16_000


def log_of(stores: Stores) -> int:
    return Path(f"{stores.place.database}-wal").stat().st_size


def work(store: Store, megabytes: int) -> None:
    for number in range(megabytes * 10):
        with action(store) as tx:
            tx.append(NewAct(subject=f"jar:{number}", body=Filled(amount=1, label=CONTENT)))
        with store.reading() as reader:
            look_at_a_few(reader)


def look_at_a_few(reader: Reader) -> None:
    """Read the first of many rows and no further, as a page that is filled does."""
    list(itertools.islice(reader.states(Filled), 2))


def test_no_reading_of_ours_keeps_the_log_from_being_moved(stores: Stores) -> None:
    work(stores.create(), 20)
    assert log_of(stores) <= LIMIT


def test_a_stray_reader_makes_the_log_grow_and_stops_nobody(stores: Stores) -> None:
    """Another program that holds the file open, as a copy by hand or a scanner may."""
    store = stores.create()
    work(store, 1)
    file = stores.place.database
    stray = engine.connect(file, stores.keys.load(read_salt(file)))
    try:
        stray.raw.execute("BEGIN")
        assert stray.raw.execute("SELECT count(*) FROM acts").fetchone() == (10,)
        work(store, 18)
        assert log_of(stores) > LIMIT
        assert stray.raw.execute("SELECT count(*) FROM acts").fetchone() == (10,)
    finally:
        stray.close()
    store.tidy()
    work(store, 1)
    assert log_of(stores) <= LIMIT
    assert verify(store).is_clean
