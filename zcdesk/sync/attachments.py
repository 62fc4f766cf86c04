"""Attachments between a station and its server: sealed, in pieces, when nothing else is due.

What was cut goes on where it was cut; a page counts as sent once the server has all of its seal and
a name of it for each record (`store.pages`). The act that names it may be anywhere already. A
station fetches only what a person there asked for (`operations.scans`). Runs in the net lane; the
sealed files are the one part of the store every lane may read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from zcdesk.store import blobs, meta, pages
from zcdesk.store.blobs import PIECE
from zcdesk.store.hall import Hall
from zcdesk.store.pages import Owner, Sealed
from zcdesk.sync.news import InLane
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

GoOn = Callable[[], bool]

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
        self._sought: set[str] = set()
        self._sought_to: int | None = 0

    def send(self, hall: PostgresHall, go_on: GoOn = lambda: True) -> int:
        """Bring the server what it lacks while `go_on()`; return how many pages it got.

        Nothing while the hall's key is not known here: as with the records.
        """
        if not self._in_store(self._may_send):
            return 0
        done = 0
        while wanted := self._due(blobs.SEND):
            before = done
            whose = self.whose(wanted, go_on)
            for digest in wanted:
                if not go_on():
                    return done
                if digest in whose and not self._is_absent(digest):
                    done += self.send_one(hall, digest, whose[digest], go_on)
            if done == before:
                break
        return done

    def send_one(
        self, hall: PostgresHall, digest: str, whose: Sequence[Owner], go_on: GoOn
    ) -> bool:
        """Bring the server one page; False if that has to wait."""
        data = self._copy.store.blobs.get(digest)
        if data is None and not self._can_do_without(hall, digest, whose):
            return False
        if data is not None and whose:
            sealed = self._sealed(hall, digest, whose, data)
            if not _put(hall, sealed.names[0].content, sealed.content, go_on):
                return False
            if not all(hall.put_page(digest, name) for name in sealed.names):
                return False
        # A page of nobody was destroyed with its record, and travels no more.
        self._in_store(lambda: self._note_sent(digest))
        return True

    def _sealed(
        self, hall: PostgresHall, digest: str, whose: Sequence[Owner], data: bytes
    ) -> Sealed:
        """Seal a page as it is there already, if it is; whoever began knew of other owners."""
        vault, random = self._copy.store.vault, self._copy.store.random
        known = self._owners(digest, every=True) or ()
        for kept in hall.pages(digest):
            key = pages.page_key(known, digest, kept)
            if key is not None:
                found = pages.seal(vault, random, whose, digest, data, key)
                if found.names[0].content == kept.content:
                    return found
        return pages.seal(vault, random, whose, digest, data)

    def _can_do_without(self, hall: PostgresHall, digest: str, whose: Sequence[Owner]) -> bool:
        """Name a page that never was here; fetch one that was again; put the others off."""
        if self._in_store(lambda: self._is_lost(digest)):
            return False
        if not whose or self._share(hall, digest, whose):
            return True
        self._absent[digest] = self._clock()
        self._in_store(lambda: self._put_off(digest))
        return False

    def _share(self, hall: PostgresHall, digest: str, whose: Sequence[Owner]) -> bool:
        """Name a page that is there for every owner; False if it is not there."""
        vault, random = self._copy.store.vault, self._copy.store.random
        found = False
        known = self._owners(digest, every=True) or ()
        for kept in hall.pages(digest):
            key = pages.page_key(known, digest, kept)
            if key is None:
                continue
            found = True
            for one in whose:
                named = pages.name(vault, random, one, digest, kept.content, key)
                if not hall.put_page(digest, named):
                    return False
        return found

    def whose(
        self, digests: Iterable[str], go_on: GoOn = lambda: True
    ) -> dict[str, Sequence[Owner]]:
        """Return for each page whose it is; asks the acts where an older program noted nothing."""
        found = {digest: self._owners(digest) for digest in digests}
        unknown = {digest for digest, whose in found.items() if whose is None}
        if unknown and self.look_through(unknown, go_on):
            found |= {digest: self._owners(digest) for digest in unknown}
            return {digest: whose or () for digest, whose in found.items()}
        return {digest: whose for digest, whose in found.items() if whose is not None}

    def look_through(self, digests: set[str], go_on: GoOn) -> bool:
        """Find out who names some pages, a few acts at a time.

        Returns:
            False if it was stopped; asked for the same again it goes on where it was.
        """
        if not digests <= self._sought:
            self._sought, self._sought_to = self._sought | digests, 0
        while self._sought_to is not None:
            if not go_on():
                return False
            self._sought_to = self._in_store(self._look_on)
        self._sought = set()
        return True

    def fetch_wanted(self, hall: PostgresHall, go_on: GoOn = lambda: True) -> int:
        """Bring here what somebody wants to look at, while `go_on()`; return how many came."""
        done = 0
        for digest in self._due(blobs.FETCH):
            if not go_on():
                break
            if self._is_absent(digest):
                continue
            if self.fetch(hall, digest, go_on):
                self._absent.pop(digest, None)
                self._in_store(lambda digest=digest: self._note_fetched(digest))  # type: ignore[misc]
                done += 1
            elif go_on():
                self._absent[digest] = self._clock()
        return done

    def fetch(self, hall: PostgresHall, digest: str, go_on: GoOn = lambda: True) -> bool:
        """Bring a page here; False if the server has it not, or not for a record that is here."""
        kept = hall.pages(digest)
        if not kept:  # an older program may have left it there as it is
            return self.bring(hall, digest, go_on)
        whose = self._owners(digest, every=True) or ()
        for one in kept:
            key = pages.page_key(whose, digest, one)
            if key is not None and self._open(hall, digest, one.content, key, go_on):
                return True
        return False

    def bring(self, hall: Hall, digest: str, go_on: GoOn = lambda: True) -> bool:
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

    def _open(self, hall: Hall, digest: str, content: str, key: bytes, go_on: GoOn) -> bool:
        """Bring one seal of a page and keep what is in it."""
        kept = self._copy.store.blobs
        if not self.bring(hall, content, go_on):
            return False
        data = pages.opened(key, digest, kept.get(content) or b"")
        if data is not None:
            kept.put(data)
        kept.drop(content)
        return data is not None

    def _may_send(self) -> bool:
        """Whether the hall's key is here; what went before pages were sealed goes once more."""
        with self._copy.store.reading() as reader:
            if not meta.get(reader, meta.HALL_KEY):
                return False
            if meta.get(reader, meta.SEALED):
                return True
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.send_again(tx)
            meta.put(tx, meta.SEALED, "1")
        return True

    def _owners(self, digest: str, *, every: bool = False) -> tuple[Owner, ...] | None:
        def look() -> tuple[Owner, ...] | None:
            with self._copy.store.reading() as reader:
                return pages.owners(reader, digest, every=every)

        found: tuple[Owner, ...] | None = self._in_store(look)
        return found

    def _look_on(self) -> int | None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            return pages.look_through(tx, self._sought, self._sought_to or 0)

    def _is_absent(self, digest: str) -> bool:
        return self._clock() - self._absent.get(digest, float("-inf")) < ABSENT_SECONDS

    def _due(self, way: str) -> tuple[str, ...]:
        def look() -> tuple[str, ...]:
            with self._copy.store.reading() as reader:
                return blobs.due(reader, way, AT_ONCE)

        found: tuple[str, ...] = self._in_store(look)
        return found

    def _note_sent(self, digest: str) -> None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.sent(tx, digest)

    def _is_lost(self, digest: str) -> bool:
        """What this disk lost or spoilt comes back from the server, if another station sent it."""
        store = self._copy.store
        store.blobs.drop(digest)
        with store.transaction(clerk="", at=self._copy.now()) as tx:
            if blobs.describe(tx, digest) is None:
                return False
            blobs.want(tx, digest)
        return True

    def _put_off(self, digest: str) -> None:
        with self._copy.store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.later(tx, digest)

    def _note_fetched(self, digest: str) -> None:
        store = self._copy.store
        with store.transaction(clerk="", at=self._copy.now()) as tx:
            blobs.fetched(tx, digest, store.blobs.size(digest) or 0)
        self._copy.touched(tx.topics)


def _put(hall: Hall, digest: str, data: bytes, go_on: GoOn) -> bool:
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
