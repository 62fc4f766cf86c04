"""The text feed of a hall's existing caller, over serial, TCP or a file that grows.

Only heard, never answered. A line that is torn off is the old caller's trouble: it is tried again
and nothing here waits for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from zcdesk.devices.gun import Codes
from zcdesk.devices.wire import Wire, open_wire, parse_url
from zcdesk.domain.caller_feed import Called, read
from zcdesk.errors import DeviceError, Invalid

AGAIN_SECONDS = 5.0
_LISTEN = 0.05


class FileWire:
    """What is appended to a file from now on; a file that begins anew is read from its start."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._at = path.stat().st_size if path.exists() else 0

    def write(self, data: bytes) -> None:
        """Nothing is ever said."""

    def read(self, timeout: float) -> bytes:
        """Return what was appended."""
        try:
            with open(self._path, "rb") as file:
                if file.seek(0, 2) < self._at:
                    self._at = 0
                file.seek(self._at)
                data = file.read(1 << 16)
        except OSError:
            return b""
        self._at += len(data)
        return data

    def close(self) -> None:
        """There is nothing to let go of."""


class CallerFeed:
    """Calls of another system, as they come; belongs to one lane."""

    def __init__(
        self,
        url: str,
        opener: Callable[[str], Wire] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url, self._open, self._clock = url, opener or _wire, clock
        self._wire: Wire | None = None
        self._lines = Codes()
        self._again = float("-inf")

    def calls(self) -> tuple[Called, ...]:
        """Return the calls since last asked.

        Raises:
            DeviceError: the line is gone; it is tried again some seconds later.
        """
        if self._wire is None:
            if self._clock() < self._again:
                return ()
            self._again = self._clock() + AGAIN_SECONDS
            self._wire, self._lines = self._open(self._url), Codes()
        try:
            data = self._wire.read(_LISTEN)
        except DeviceError:
            self.close()
            raise
        found = (read(line) for line in _cut(self._lines, data))
        return tuple(one for one in found if one is not None)

    def close(self) -> None:
        """Let go of the line."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None


def check(url: str) -> None:
    """Refuse what can be no feed's address, without opening anything: DEV-05."""
    address = parse_url(url)
    host, _, port = address.place.rpartition(":")
    is_port = bool(host) and port.isdigit() and 0 < int(port) < 1 << 16
    if address.scheme not in ("serial", "tcp", "file") or not address.place:
        raise Invalid("DEV-05", "feed", url=url)
    if address.scheme == "tcp" and not is_port:
        raise Invalid("DEV-05", "feed", url=url)


def _cut(lines: Codes, data: bytes) -> tuple[str, ...]:
    """Cut the stream at line ends; a tab between fields is no end here."""
    return lines.feed(data.replace(b"\t", b" "))


def _wire(url: str) -> Wire:
    address = parse_url(url)
    return FileWire(Path(address.place)) if address.scheme == "file" else open_wire(url)
