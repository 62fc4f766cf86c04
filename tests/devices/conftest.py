"""Real lines for device tests: a pseudo-terminal with a far end held by the test."""

from __future__ import annotations

import os
import select
import tty
from collections.abc import Iterator

import pytest


class FarEnd:
    """The master side of a pseudo-terminal: what the device would see.

    Attributes:
        path: the port a driver opens.
    """

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)

    def say(self, data: bytes) -> None:
        os.write(self._master, data)

    def heard(self, count: int, timeout: float = 2.0) -> bytes:
        """Return `count` bytes the driver wrote, or fewer after the time-out."""
        data = b""
        while len(data) < count and select.select([self._master], [], [], timeout)[0]:
            data += os.read(self._master, count - len(data))
        return data

    def pull(self) -> None:
        """Unplug: a port whose far end is closed answers like an adapter pulled out."""
        for fd in (self._slave, self._master):
            if fd >= 0:
                os.close(fd)
        self._master = self._slave = -1


@pytest.fixture
def far() -> Iterator[FarEnd]:
    end = FarEnd()
    yield end
    end.pull()
