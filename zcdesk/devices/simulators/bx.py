"""A simulated Onbon card: it shows texts in areas and acknowledges."""

from __future__ import annotations

from zcdesk.devices import bx_frames as bx
from zcdesk.devices.bx_frames import BxFrames, Packet
from zcdesk.devices.simulators.far_side import Said, Says

_FIXED = 27
"""Bytes of an area before its text, without sound and extra parameters."""


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
        if not payload or len(payload) < payload[0] + 2:
            return 8
        for old in payload[1 : 1 + payload[0]]:
            self.areas.pop(old, None)
        rest = payload[1 + payload[0] :]
        count, rest = rest[0], rest[1:]
        for _ in range(count):
            length = int.from_bytes(rest[:2], "little")
            area, rest = rest[2 : 2 + length], rest[2 + length :]
            text = area[_FIXED:]
            if len(area) != length or int.from_bytes(area[_FIXED - 4 : _FIXED], "little") != len(
                text
            ):
                return 8
            self.areas[area[9]] = text.decode("gbk", "replace")
            self.history.append(self.areas[area[9]])
        return 8 if rest else 0


def _answer(error: int) -> Says:
    return (Said(0, bx.frame(bx.reply(error), bx.HOST, bx.BROADCAST, starts=9)),)
