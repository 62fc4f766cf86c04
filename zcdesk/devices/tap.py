"""Traffic of a device decoded for people, and the tap on a wire that shows it while someone looks.

A card reader's bytes are never shown: what its frames say is, masked.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from zcdesk.devices.command_decode import Feed, reader
from zcdesk.devices.hextext import to_hex
from zcdesk.devices.models import Model
from zcdesk.devices.wire import Wire

Say = Callable[[str], object]


class Shown:
    """Says traffic in one direction line by line: bytes, then each frame that is whole."""

    def __init__(self, arrow: str, feed: Feed, hides_bytes: bool, say: Say) -> None:
        self._arrow = arrow
        self._feed = feed
        self._hides = hides_bytes
        self._say = say

    def show(self, data: bytes) -> None:
        """Say what came."""
        at = time.strftime("%H:%M:%S")
        what = f"{len(data)} 字节" if self._hides else to_hex(data)
        self._say(f"{at} {self._arrow} {what}")
        for record in self._feed(data):
            self._say(f"{at} {self._arrow} {json.dumps(record, ensure_ascii=False)}")


class Traffic:
    """What passes over a device's wire, for whoever looks; costs nothing while nobody does."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._ways: tuple[Shown, Shown] | None = None

    def look(self, say: Say | None) -> None:
        """Say each line from now on, in the device's own thread; None looks away."""
        hides = self._model.name == "sam-v"
        self._ways = say and (
            Shown("<", reader(self._model, False), hides, say),
            Shown(">", reader(self._model, True), hides, say),
        )

    def pass_(self, data: bytes, outgoing: bool) -> None:
        """Let bytes pass."""
        if self._ways is not None and data:
            self._ways[outgoing].show(data)


class Tap:
    """A wire whose traffic may be looked at."""

    def __init__(self, wire: Wire, traffic: Traffic) -> None:
        self._wire = wire
        self._traffic = traffic

    @property
    def name(self) -> str:
        return self._wire.name

    def write(self, data: bytes) -> None:
        """Send, and let it be seen: what got stuck half-way was still tried."""
        self._traffic.pass_(data, True)
        self._wire.write(data)

    def read(self, timeout: float) -> bytes:
        """Return what has come."""
        data = self._wire.read(timeout)
        self._traffic.pass_(data, False)
        return data

    def close(self) -> None:
        """Close the wire."""
        self._wire.close()
