"""Numbers of archived cases a joined station has yet to get from the server; see `store`'s."""

from __future__ import annotations

from zcdesk.store import archive_numbers
from zcdesk.store.hall import Hall
from zcdesk.store.reserve import Pending
from zcdesk.sync.news import InLane
from zcdesk.sync.station_copy import StoreCopy


class ArchiveNumbers:
    """What one store waits for; after a round, when the archivings have their places."""

    def __init__(self, copy: StoreCopy, in_store: InLane) -> None:
        self._copy, self._in_store = copy, in_store

    def take(self, hall: Hall) -> int:
        """Ask for every number that is due; return how many came.

        The request is that of the case: an answer that was lost is given again.
        """
        waiting: tuple[tuple[Pending, bool], ...] = self._in_store(self._waiting)
        for one, is_second in waiting:
            serial = None
            if not is_second:
                serial = hall.take_register_number(
                    one.request, archive_numbers.REGISTER, one.word.year
                )
            self._in_store(lambda one=one, serial=serial: self._keep(one, serial))  # type: ignore[misc]
        return sum(not is_second for _, is_second in waiting)

    def _waiting(self) -> tuple[tuple[Pending, bool], ...]:
        with self._copy.store.reading() as reader:
            return tuple(
                (one, archive_numbers.is_second(reader, one.word))
                for one in archive_numbers.waiting(reader)
            )

    def _keep(self, one: Pending, serial: int | None) -> None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            archive_numbers.keep(tx, one, serial)
        self._copy.touched(tx.topics)
