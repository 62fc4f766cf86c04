"""Attachments between a station and its server: by content, in pieces, when nothing else is due.

What was cut goes on where it was cut; a content counts as sent once the server has all of it and
found its digest right. The act that names it may be anywhere already. Runs in the net lane; the
sealed files are the one part of the store every lane may read.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from zcdesk.store.blobs import PIECE
from zcdesk.store.engine import insert_into
from zcdesk.store.hall import Hall
from zcdesk.store.schema import blob, blob_sent
from zcdesk.sync.news import InLane
from zcdesk.sync.station_copy import StoreCopy

_SENT = insert_into(blob_sent)


class Attachments:
    """The attachments of one store."""

    def __init__(self, copy: StoreCopy, in_store: InLane) -> None:
        self._copy, self._in_store = copy, in_store

    def send(self, hall: Hall, go_on: Callable[[], bool] = lambda: True) -> int:
        """Bring the server what it lacks while `go_on()`; return how many contents it got."""
        done = 0
        wanted: list[str] = self._in_store(self._unsent)
        for digest in wanted:
            data = self._copy.store.blobs.get(digest)
            if data is None:
                continue
            if not _put(hall, digest, data, go_on):
                break
            self._in_store(lambda digest=digest: self._note(digest))  # type: ignore[misc]
            done += 1
        return done

    def fetch(self, hall: Hall, digest: str, total: int) -> bool:
        """Bring a content here; False if the server has it not, or not as it is named."""
        blobs = self._copy.store.blobs
        have = blobs.extent(digest)
        while have < total:
            piece = hall.get_blob(digest, have, PIECE)
            if not piece:
                return False
            have = blobs.add(digest, have, piece, total)
            if have == 0:
                return False
        return True

    def _unsent(self) -> list[str]:
        with self._copy.store.reading() as reader:
            rows = reader.select(
                select(blob.c.digest)
                .where(blob.c.digest.not_in(select(blob_sent.c.digest)))
                .order_by(blob.c.at)
            )
            return list(rows.scalars())

    def _note(self, digest: str) -> None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            tx.run(_SENT, (digest,))


def _put(hall: Hall, digest: str, data: bytes, go_on: Callable[[], bool]) -> bool:
    """Send one content from where the server has it; False if stopped or refused."""
    start = hall.put_blob(digest, 0, data[:PIECE], len(data))
    while start < len(data):
        if not go_on():
            return False
        before = start
        start = hall.put_blob(digest, start, data[start : start + PIECE], len(data))
        if start <= before:
            return False
    return True
