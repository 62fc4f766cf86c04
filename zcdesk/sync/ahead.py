"""A hall whose next batch is fetched while the last one is being taken in.

Catching up, the line and the disk are then busy together instead of in turns. One call at a time
all the same: whatever else is asked waits for the batch that is under way.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from zcdesk.domain.act import Position
from zcdesk.store.hall import Hall, Pulled
from zcdesk.sync.postgres_hall import PostgresHall


@contextmanager
def ahead(hall: PostgresHall) -> Iterator[Hall]:
    """Give the hall for one round; afterwards its connection is free again."""
    made = Ahead(hall)
    try:
        yield cast(Hall, made)
    finally:
        made.settle()


class Ahead:
    """`PostgresHall`, one pull ahead.

    A batch that is never asked for is dropped: its cursor was cut back, or the round ended.
    """

    def __init__(self, hall: PostgresHall) -> None:
        self._hall = hall
        self._coming: _Batch | None = None

    def pull(self, after: Position, limit: int) -> Pulled:
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.thread.join()
        if coming is not None and (coming.after, coming.limit) == (after, limit):
            found = coming.found()
        else:
            found = self._hall.pull(after, limit)
        if len(found.acts) == limit:
            self._coming = _Batch(self._hall, found.acts[-1].position, limit)
        return found

    def settle(self) -> None:
        """Wait for what is under way, so that others can use the connection."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.thread.join()

    def __getattr__(self, name: str) -> Any:
        self.settle()
        return getattr(self._hall, name)


class _Batch:
    """A pull under way."""

    def __init__(self, hall: PostgresHall, after: Position, limit: int) -> None:
        self.after, self.limit = after, limit
        self._hall = hall
        self._found: Pulled | None = None
        self._failed: Exception | None = None
        self.thread = threading.Thread(target=self._fetch, name="pull-ahead", daemon=True)
        self.thread.start()

    def found(self) -> Pulled:
        """Return what came, or raise what was raised."""
        if self._failed is not None:
            raise self._failed
        assert self._found is not None
        return self._found

    def _fetch(self) -> None:
        try:
            self._found = self._hall.pull(self.after, self.limit)
        except Exception as error:  # noqa: BLE001 - raised again where it is asked for
            self._failed = error
