"""One pull ahead: the same batches, whatever is asked between, failures where they belong."""

from __future__ import annotations

from contextlib import closing

import pytest
from fix_postgres import HallServer
from fix_sync_acts import HALL, acts

from zcdesk.domain.act import START
from zcdesk.errors import SurroundingsError
from zcdesk.store.hall import Placed, Pulled
from zcdesk.sync.ahead import ahead
from zcdesk.sync.postgres_hall import PostgresHall


class Spy(PostgresHall):
    """Counts its pulls; the one whose number is told fails."""

    pulls, failing = 0, 0

    def pull(self, after: object, limit: int) -> Pulled:
        self.pulls += 1
        if self.pulls == self.failing:
            raise SurroundingsError("NET-20")
        return super().pull(after, limit)  # type: ignore[arg-type]


@pytest.fixture
def hall(hall_server: HallServer):
    with closing(Spy(hall_server.add(HALL, "W01"))) as made:
        made.push(acts(25))
        yield made


def pulled(hall, limit: int = 10) -> list[Placed]:
    found: list[Placed] = []
    while batch := hall.pull(found[-1].position if found else START, limit).acts:
        found += batch
    return found


def test_the_same_acts_come_and_each_batch_is_asked_for_once(hall: Spy) -> None:
    with ahead(hall) as fetching:
        found = pulled(fetching)
    assert [one.position.number for one in found] == list(range(1, 26))
    assert hall.pulls == 4  # three batches, and the end


def test_what_was_fetched_for_another_cursor_is_dropped(hall: Spy) -> None:
    with ahead(hall) as fetching:
        first = fetching.pull(START, 10)
        assert fetching.pull(START, 10) == first
        assert fetching.pull(first.acts[4].position, 10).acts[0].position.number == 6


def test_other_calls_wait_for_the_connection(hall: Spy) -> None:
    with ahead(hall) as fetching:
        for _ in range(20):
            fetching.pull(START, 10)
            assert fetching.heads().number == 25
    assert hall.heads().number == 25


def test_a_failure_ahead_is_told_by_the_call_it_belongs_to(hall: Spy) -> None:
    hall.failing = 2
    with ahead(hall) as fetching:
        first = fetching.pull(START, 10)
        assert len(first.acts) == 10
        with pytest.raises(SurroundingsError, match="NET-20"):
            fetching.pull(first.acts[-1].position, 10)
        assert len(fetching.pull(first.acts[-1].position, 10).acts) == 10
