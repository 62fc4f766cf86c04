"""A simulated Onbon card: it shows texts in areas and acknowledges."""

from __future__ import annotations

from zcdesk.devices import bx_frames as bx
from zcdesk.devices.bx_area import areas_in
from zcdesk.devices.bx_frames import BxFrames, Packet
from zcdesk.devices.simulators.far_side import Said, Says

_DOWNLOAD = 8
"""The card's error for a payload it cannot take."""


class BxModel:
    """A card with its areas.

    Attributes:
        areas: text on show by area id, escapes included.
        history: every text put up, in order.
    """

    check_at = -2

    def __init__(self, address: int = 1) -> None:
        self.areas: dict[int, str] = {}
        self.history: list[str] = []
        self._address = address
        self._frames = BxFrames()

    def start(self, now: float) -> Says:
        """Switch on: dynamic areas are lost."""
        self.areas.clear()
        self._frames = BxFrames()
        return ()

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Answer each packet for this screen."""
        before = len(self._frames.faults)
        packets = self._frames.feed(data)
        if not packets and len(self._frames.faults) > before:
            return _answer(bx.BAD_CRC)
        says: Says = ()
        for packet in packets:
            if packet.to in (self._address, bx.BROADCAST, bx.BROADCAST_SILENT):
                error = bx.BUSY if busy else self._obey(packet)
                wanted = packet.data[2:3] == bytes((bx.ANSWER,))
                if wanted and packet.to != bx.BROADCAST_SILENT:
                    says += _answer(error)
        return says

    def tick(self, now: float) -> Says:
        return ()

    def wakes_at(self) -> float | None:
        return None

    def _obey(self, packet: Packet) -> int:
        match packet.command:
            case bx.PING | bx.STATUS:
                return 0
            case bx.CLEAR:
                self.areas.clear()
                return 0
            case bx.AREA:
                return self._update(packet.data[5:])
            case _:
                return 2

    def _update(self, payload: bytes) -> int:
        """Delete and put up areas; returns the error byte."""
        found = areas_in(payload)
        if found is None:
            return _DOWNLOAD
        gone, shown = found
        for old in gone:
            self.areas.pop(old, None)
        for area, text in shown:
            self.areas[area.id] = text
            self.history.append(text)
        return 0


def _answer(error: int) -> Says:
    return (Said(0, bx.frame(bx.reply(error), bx.HOST, bx.BROADCAST, starts=9)),)
