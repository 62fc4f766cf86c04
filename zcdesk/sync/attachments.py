"""Attachments between a station and its server: by content, in pieces, when nothing else is due.

What was cut goes on where it was cut; a content counts as sent once the server has all of it and
found its digest right. The act that names it may be anywhere already. A station fetches only what
a person there asked for (`operations.scans`). Runs in the net lane; the sealed files are the one
part of the store every lane may read.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from zcdesk.store import blobs
from zcdesk.store.blobs import PIECE
from zcdesk.store.hall import Hall
from zcdesk.sync.news import InLane
from zcdesk.sync.station_copy import StoreCopy

AT_ONCE = 20
"""Contents looked up at a time."""

ABSENT_SECONDS = 10.0
"""So long nobody is asked again for what the server did not have."""


class Attachments:
    """The attachments of one store."""

    def __init__(
        self,
        copy: StoreCopy,
        in_store: InLane,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._copy, self._in_store, self._clock = copy, in_store, clock
        self._absent: dict[str, float] = {}

    def send(self, hall: Hall, go_on: Callable[[], bool] = lambda: True) -> int:
        """Bring the server what it lacks while `go_on()`; return how many contents it got."""
        done = 0
        while wanted := self._due(blobs.SEND):
            before = done
            for digest in wanted:
                if not go_on():
                    return done
                data = self._copy.store.blobs.get(digest)
                if data is None:
                    self._in_store(lambda digest=digest: self._note_lost(digest))  # type: ignore[misc]
                elif _put(hall, digest, data, go_on):
                    self._in_store(lambda digest=digest: self._note_sent(digest))  # type: ignore[misc]
                    done += 1
            if done == before:
                break
        return done

    def fetch_wanted(self, hall: Hall, go_on: Callable[[], bool] = lambda: True) -> int:
        """Bring here what somebody wants to look at, while `go_on()`; return how many came."""
        done = 0
        for digest in self._due(blobs.FETCH):
            if not go_on():
                break
            if self._clock() - self._absent.get(digest, float("-inf")) < ABSENT_SECONDS:
                continue
            if self.fetch(hall, digest, go_on):
                self._absent.pop(digest, None)
                self._in_store(lambda digest=digest: self._note_fetched(digest))  # type: ignore[misc]
                done += 1
            elif go_on():
                self._absent[digest] = self._clock()
        return done

    def fetch(self, hall: Hall, digest: str, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Bring a content here; False if the server has it not, or not as it is named.

        How long it is nobody here knows: it ends with the first piece that is not a full one.
        """
        kept = self._copy.store.blobs
        have = kept.extent(digest)
        while kept.size(digest) is None:
            piece = hall.get_blob(digest, have, PIECE)
            if not (piece or have):
                return False
            is_last = len(piece) < PIECE
            before, have = have, kept.add(digest, have, piece, have + len(piece) + (not is_last))
            if kept.size(digest) is None and (have <= before or not go_on()):
                return False
        return True

    def _due(self, way: str) -> tuple[str, ...]:
        def look() -> tuple[str, ...]:
            with self._copy.store.reading() as reader:
                return blobs.due(reader, way, AT_ONCE)

        found: tuple[str, ...] = self._in_store(look)
        return found

    def _note_sent(self, digest: str) -> None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.sent(tx, digest)

    def _note_lost(self, digest: str) -> None:
        """What this disk lost or spoilt comes back from the server, if another station sent it."""
        self._copy.store.blobs.drop(digest)
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.want(tx, digest)

    def _note_fetched(self, digest: str) -> None:
        store = self._copy.store
        with store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.fetched(tx, digest, store.blobs.size(digest) or 0)
        self._copy.touched(tx.topics)


def _put(hall: Hall, digest: str, data: bytes, go_on: Callable[[], bool]) -> bool:
    """Send one content from where the server has it; False if stopped or refused."""
    # What takes several pieces may have been cut: first ask where it goes on.
    first = data if len(data) <= PIECE else b""
    start = hall.put_blob(digest, 0, first, len(data))
    while start < len(data):
        if not go_on():
            return False
        before = start
        start = hall.put_blob(digest, start, data[start : start + PIECE], len(data))
        if start <= before:
            return False
    return True
