"""A scanner (扫码枪) in serial mode: lines of text, whatever they end with.

No focus, no input method and no Enter problem (ux 3.4). A code that is longer than any we print, or
whose end never comes, is nobody's code.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from zcdesk.devices.kinds import UNKNOWN, Status
from zcdesk.devices.wire import Wire

LONGEST = 2048
"""Bytes; a QR code of a form may hold some hundred characters."""
_ENDS = b"\r\n\t"
_GAP = 0.5
_LISTEN, _GLANCE = 0.5, 0.02
"""Seconds of waiting for a code: nothing to fetch, and one that waits to be fetched."""


class Codes:
    """Cuts a stream into codes.

    Attributes:
        too_long: codes given up for their length.
        unended: codes given up as their end did not come.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._is_skipping = False
        self.too_long = 0
        self.unended = 0

    def feed(self, data: bytes) -> tuple[str, ...]:
        """Return the codes whose end has come."""
        found: list[str] = []
        for byte in data:
            if byte in _ENDS:
                if self._buffer and not self._is_skipping and (code := text_of(self._buffer)):
                    found.append(code)
                self._buffer.clear()
                self._is_skipping = False
            elif self._is_skipping:
                continue
            elif len(self._buffer) < LONGEST:
                self._buffer.append(byte)
            else:
                self._is_skipping = True
                self.too_long += 1
        return tuple(found)

    def idle(self) -> None:
        """Give up what has begun, as the line is silent."""
        if self._buffer and not self._is_skipping:
            self.unended += 1
        self._buffer.clear()
        self._is_skipping = False


class Gun:
    """A scanner on a wire."""

    def __init__(
        self,
        wire: Wire,
        *,
        name: str = "扫码枪",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._wire = wire
        self._clock = clock
        self._stream = Codes()
        self._codes: deque[str] = deque()
        self._heard_at = clock()

    def codes(self) -> tuple[str, ...]:
        """Return the codes scanned since last asked."""
        found = []
        while self._codes:
            found.append(self._codes.popleft())
        return tuple(found)

    @property
    def unended(self) -> int:
        """How many scans had no end (SCN-05); the gun wants its suffix set."""
        return self._stream.unended

    def status(self) -> Status:
        """Tell what a line that only speaks can tell."""
        return UNKNOWN

    def turn(self) -> float:
        """Take what was scanned, waiting a moment for it.

        Whoever asks for codes is answered between two turns, so a long wait is their wait for a
        code: a gun at rest costs two questions a second, not twenty.
        """
        data = self._wire.read(_GLANCE if self._codes else _LISTEN)
        if data:
            self._heard_at = self._clock()
            self._codes.extend(self._stream.feed(data))
        elif self._clock() - self._heard_at > _GAP:
            self._stream.idle()
        return 0.0

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()


def text_of(data: bytes | bytearray) -> str:
    """Read a code as text: UTF-8, else GB 18030; what is neither is shown as such."""
    raw = bytes(data)
    for codec in ("utf-8", "gb18030"):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        break
    else:
        text = raw.decode("latin-1")
    return "".join(char for char in text if char.isprintable()).strip()
