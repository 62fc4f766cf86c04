"""A simulated device of any profile: it hears the frames sent to it and answers with its own.

The same data drive driver and simulator in opposite directions, so what is tested is the engine
and the profile's timing, not a second description.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from zcdesk.devices.frame_codecs import NumberCodec, Value, Values
from zcdesk.devices.frame_fields import CheckField, ValueField, size_of
from zcdesk.devices.frame_profile import Frame, Profile, build
from zcdesk.devices.frame_reader import FrameReader, Received
from zcdesk.devices.kinds import PadKey
from zcdesk.devices.simulators.far_side import TAKEN, Said, Says


class Heard(NamedTuple):
    """A frame a device was sent."""

    address: int
    name: str
    values: dict[str, Value]


class ProfileModel:
    """One or more devices of a profile on a line.

    Attributes:
        heard: frames for these devices, in order.
        silent: addresses that are switched off.
        stars: what the person at a rating pad will press, and after how many seconds.
    """

    def __init__(self, profile: Profile, addresses: Iterable[int] = (1,)) -> None:
        self.heard: list[Heard] = []
        self.silent: set[int] = set()
        self.stars: deque[tuple[float, int]] = deque()
        self.check_at = _check_at(profile)
        self._profile = profile
        self._addresses = tuple(addresses)
        self._reader = FrameReader(profile.send)
        self._pressed: dict[int, deque[bytes]] = {a: deque() for a in self._addresses}

    def start(self, now: float) -> Says:
        """Switch on."""
        self._reader = FrameReader(self._profile.send)
        return ()

    def press(self, address: int, key: PadKey, number: int = 0) -> bytes:
        """Press a key; returns the frame to say at once, nothing where the pad waits to be asked.

        Args:
            number: what goes along, e.g. a staff number or the key of a rating.
        """
        frame = next(f for f in self._profile.receive if f.event == key)
        data = self._frame(frame, {"addr": address, "number": number})
        if self._profile.poll is None:
            return data
        self._pressed[address].append(data)
        return b""

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Answer what is meant for one of the devices."""
        return tuple(
            said for received in self._reader.feed(data) for said in self._answer(received, busy)
        )

    def tick(self, now: float) -> Says:
        return ()

    def wakes_at(self) -> float | None:
        return None

    def _answer(self, received: Received, busy: bool) -> Says:
        address = received.address if received.address is not None else self._addresses[0]
        if address not in self._addresses or address in self.silent:
            return ()
        poll = self._profile.poll
        if poll is not None and received.name == poll.frame:
            return self._polled(address, poll.idle)
        self.heard.append(Heard(address, received.name, received.values))
        name = received.frame.refusal if busy else received.frame.reply
        says: Says = ()
        if frame := self._receive(name):
            says += (Said(0, self._frame(frame, {**received.values, "addr": address})),)
        if received.name == "ask" and self.stars and not busy:
            delay, key = self.stars.popleft()
            pressed = next(f for f in self._profile.receive if f.event == PadKey.RATING)
            says += (Said(delay, self._frame(pressed, {"addr": address, "number": key})),)
        return says or (TAKEN,)

    def _polled(self, address: int, idle: str) -> Says:
        if self._pressed[address]:
            return (Said(0, self._pressed[address].popleft()),)
        frame = self._receive(idle)
        return (Said(0, self._frame(frame, {"addr": address})),) if frame else ()

    def _receive(self, name: str) -> Frame | None:
        return next((f for f in self._profile.receive if f.name == name), None)

    def _frame(self, frame: Frame, values: Values) -> bytes:
        """Build a frame; a number nobody knows is 0."""
        numbers = {
            f.name: 0
            for f in frame.fields
            if isinstance(f, ValueField) and isinstance(f.codec, NumberCodec)
        }
        return build(self._profile, frame, numbers | self._profile.defaults | dict(values)).data


def _check_at(profile: Profile) -> int:
    """Return where, from the end, the check of an answer stands."""
    for frame in profile.receive:
        for index, field in enumerate(frame.fields):
            if isinstance(field, CheckField):
                return -1 - sum(size_of(f) or 0 for f in frame.fields[index + 1 :])
    return -1
