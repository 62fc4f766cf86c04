"""A reading several pages want is done once, and never misses what was done before it was asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from zcdesk.ui.jobs import STORE, InlineJobs
from zcdesk.ui.looks import Looks


class Store:
    """Counts readings; a write changes what they find."""

    def __init__(self) -> None:
        self.value = self.readings = 0
        self.jobs = InlineJobs(held=True)
        self.owner = QObject()
        self.looks = Looks(self.do, self.owner)

    def do(self, operation, *, owner, done, behind) -> None:
        self.jobs.run(STORE, lambda: operation(self), owner=owner, done=done, behind=behind)

    def write(self) -> None:
        self.jobs.run(STORE, lambda: setattr(self, "value", self.value + 1), owner=self.owner)


@pytest.fixture
def store(qapp) -> Store:
    return Store()


def read(store: Store) -> int:
    store.readings += 1
    return store.value


def test_all_who_ask_before_it_begins_are_answered_by_one_reading(store) -> None:
    found: list[int] = []
    for _ in range(3):
        store.looks.ask(read, store.owner, found.append)
    assert found == []
    store.jobs.release()
    assert found == [0, 0, 0]
    assert store.readings == 1


def test_nobody_is_answered_with_less_than_was_done_before_the_question(store) -> None:
    first: list[int] = []
    later: list[int] = []
    store.looks.ask(read, store.owner, first.append)
    store.write()
    store.looks.ask(read, store.owner, later.append)
    store.jobs.release()
    assert (first, later, store.readings) == ([1], [1], 1)


def test_who_asks_while_it_is_read_gets_a_reading_of_his_own(store) -> None:
    found: list[int] = []

    def asks_again(at: Store) -> int:
        if not at.readings:
            at.looks.ask(asks_again, at.owner, found.append)
            at.value += 1
            at.readings += 1
            return 0
        return read(at)

    store.looks.ask(asks_again, store.owner, found.append)
    store.jobs.release()
    assert found == [0, 1]


def test_two_readings_do_not_answer_each_other_and_a_page_that_is_gone_hears_nothing(store) -> None:
    page, found = QObject(), []
    store.looks.ask(read, page, found.append)
    store.looks.ask(lambda at: -1, store.owner, found.append)
    store.looks.ask(read, store.owner, found.append)
    delete(page)
    store.jobs.release()
    assert sorted(found) == [-1, 0]
