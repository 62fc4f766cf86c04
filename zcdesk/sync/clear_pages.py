"""Pages that lie at the server in the clear, as older programs sent them: sealed by who can.

The server names them. A station that has the page's record brings the page if it must, seals it
and sends it; the server then drops what lay in the clear. So a hall is cleaned whether or not the
PC that scanned a page is still there, and goes on being cleaned while old and new PCs work side by
side.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from zcdesk.store.blobs import Blobs
from zcdesk.sync.attachments import Attachments, GoOn
from zcdesk.sync.postgres_hall import PostgresHall

LOOK_SECONDS = 60.0
"""How often the server is asked, once nothing is left that can be sealed here."""


class ClearPages:
    """What one station does about them."""

    def __init__(
        self,
        attachments: Attachments,
        blobs: Blobs,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._attachments, self._blobs, self._clock = attachments, blobs, clock
        self._left: set[str] = set()
        self._in_vain: set[str] = set()
        self._looked = float("-inf")

    def seal(self, hall: PostgresHall, go_on: GoOn = lambda: True) -> int:
        """Seal what lies in the clear while `go_on()`; return how many pages."""
        done = 0
        if not self._left:
            if self._clock() - self._looked < LOOK_SECONDS:
                return 0
            self._looked = self._clock()
            found = set(_all(hall)) - self._in_vain
            if not found or not self._attachments.look_through(found, go_on):
                return 0
            self._left = found
        for digest in sorted(self._left):
            if not go_on():
                break
            done += self._seal(hall, digest, go_on)
        return done

    def _seal(self, hall: PostgresHall, digest: str, go_on: GoOn) -> bool:
        whose = self._attachments.whose((digest,)).get(digest, ())
        was_here = self._blobs.size(digest) is not None
        if not whose or not (was_here or self._attachments.bring(hall, digest, go_on)):
            is_done = False
        else:
            is_done = self._attachments.send_one(hall, digest, whose, go_on)
            if not was_here:
                self._blobs.drop(digest)
        if go_on() or is_done:
            self._left.discard(digest)
            if not is_done:
                self._in_vain.add(digest)  # not ours to read, or gone: another station's
        return is_done


def _all(hall: PostgresHall) -> list[str]:
    found: list[str] = []
    while more := hall.unsealed(found[-1] if found else ""):
        found += more
    return found
