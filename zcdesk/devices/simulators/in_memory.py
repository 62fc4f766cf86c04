"""A simulated device on a line inside the program: `sim:` wires for tests, bench and demo.

Such a line has its own clock, moved on by reads that wait, so nothing ever sleeps. A live one keeps
to the wall clock, for a desk or a demo without hardware.
"""

from __future__ import annotations

import time
from threading import Event

from zcdesk.devices.simulators.far_side import FarSide
from zcdesk.devices.wire import lost

_TICK = 1e-6


class SimulatedWire:
    """A wire to a far side.

    Attributes:
        far: the device, to press keys on or to break.
    """

    def __init__(self, far: FarSide, name: str = "sim", *, is_live: bool = False) -> None:
        self.name = name
        self.far = far
        self._now = time.monotonic() if is_live else 0.0
        self._is_live = is_live
        self._is_closed = False
        far.start(self._now)

    def now(self) -> float:
        """Return the line's own time in seconds."""
        if self._is_live:
            self._now = time.monotonic()
        return self._now

    def write(self, data: bytes) -> None:
        """Let the device hear `data`."""
        self._check()
        self.far.hear(data, self.now())

    def read(self, timeout: float) -> bytes:
        """Return what the device has said, waiting in the line's own time."""
        end = self.now() + max(timeout, 0.0)
        while True:
            if data := b"".join(self.far.due(self.now())):
                return data
            self._check()
            wakes = self.far.wakes_at()
            if wakes is None or wakes > end:
                self._pass(end)
                return b""
            self._pass(max(wakes, self._now + _TICK))

    def pass_time(self, seconds: float) -> None:
        """Move the line's clock on; nothing is read."""
        self._now += seconds

    def replug(self) -> None:
        """Plug a device that was pulled out in again."""
        self._is_closed = False
        self.far.start(self.now())

    def close(self) -> None:
        """Close this end."""
        self._is_closed = True

    def _check(self) -> None:
        if self.far.is_gone or self._is_closed:
            raise lost(self.name)

    def _pass(self, until: float) -> None:
        """Let the time come: at once on a line of its own time, else by waiting."""
        if self._is_live:
            Event().wait(max(until - time.monotonic(), 0.0))
        self._now = max(self._now, until)
