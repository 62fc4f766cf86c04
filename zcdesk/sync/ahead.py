"""A hall whose next batch is fetched while the last one is being taken in.

Catching up, the line and the disk are then busy together instead of in turns. One call at a time
all the same: whatever else is asked waits for the batch that is under way.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from zcdesk.domain.act import Position
from zcdesk.store.hall import Hall, Pulled
from zcdesk.sync.postgres_hall import PostgresHall


@contextmanager
def ahead(hall: PostgresHall) -> Iterator[Hall]:
    """Give the hall for one round; afterwards its connection is free again."""
    with ThreadPoolExecutor(1, thread_name_prefix="pull-ahead") as lane:
        yield cast(Hall, Ahead(hall, lane))


class _Batch(NamedTuple):
    """A pull under way."""

    after: Position
    limit: int
    found: Future[Pulled]


class Ahead:
    """`PostgresHall`, one pull ahead.

    A batch that is never asked for is dropped: its cursor was cut back, or the round ended.
    """

    def __init__(self, hall: PostgresHall, lane: Executor) -> None:
        self._hall, self._lane = hall, lane
        self._coming: _Batch | None = None

    def pull(self, after: Position, limit: int) -> Pulled:
        coming = self._settled()
        if coming is not None and (coming.after, coming.limit) == (after, limit):
            found = coming.found.result()
        else:
            found = self._hall.pull(after, limit)
        if len(found.acts) == limit:
            end = found.acts[-1].position
            self._coming = _Batch(end, limit, self._lane.submit(self._hall.pull, end, limit))
        return found

    def _settled(self) -> _Batch | None:
        """Wait for what is under way, so that the connection is free."""
        coming, self._coming = self._coming, None
        if coming is not None:
            wait([coming.found])
        return coming

    def __getattr__(self, name: str) -> Any:
        self._settled()
        return getattr(self._hall, name)
