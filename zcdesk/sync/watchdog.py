"""A deadline that really ends a network call: the socket is shut down under it.

libpq knows no deadline of its own, and keepalives do not see a peer that acknowledges and never
answers (sync pitfall 51). One thread watches; never a wait in the thread that calls.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

IDLE_SECONDS = 60.0


class Watchdog:
    """Shuts down the socket of a call that takes too long.

    Attributes:
        bites: how many calls were ended.
    """

    def __init__(self) -> None:
        self.bites = 0
        self._wake = threading.Condition()
        self._due: dict[int, tuple[float, int]] = {}
        self._turn = 0
        self._looks_at = float("inf")
        self._thread: threading.Thread | None = None

    @contextmanager
    def watching(self, fd: int, seconds: float) -> Iterator[None]:
        """End what the block does on `fd` after `seconds`, by shutting the socket down."""
        # A duplicate: the number may be given to another file while we look away.
        copy = os.dup(fd)
        with self._wake:
            self._turn += 1
            turn = self._turn
            end = time.monotonic() + seconds
            self._due[turn] = (end, copy)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
                self._thread.start()
            if end < self._looks_at:
                # Woken for each call it would cost more than what is called.
                self._wake.notify()
        try:
            yield
        finally:
            with self._wake:
                self._due.pop(turn, None)
            os.close(copy)

    def _run(self) -> None:
        with self._wake:
            while True:
                now = time.monotonic()
                for turn, (end, fd) in tuple(self._due.items()):
                    if end <= now:
                        del self._due[turn]
                        self.bites += 1
                        shut_down(fd)
                ends = [end for end, _ in self._due.values()]
                self._looks_at = min(ends, default=now + IDLE_SECONDS)
                self._wake.wait(max(self._looks_at - now, 0.0))
                if not self._due and not ends:
                    self._thread = None
                    return


def shut_down(fd: int) -> None:
    """End whatever goes on over a socket, at both ends; its owner closes it."""
    with suppress(OSError), socket.socket(fileno=os.dup(fd)) as one:
        one.shutdown(socket.SHUT_RDWR)
