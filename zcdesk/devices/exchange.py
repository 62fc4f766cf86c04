"""Talks frames over a wire: gaps, repeats, answers awaited, and what else came kept for later.

One conversation may carry several profiles, as on a bus shared by makers. Nothing that was
received whole is thrown away because something else was being waited for.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from zcdesk.devices.frame_codecs import Unfit, Value, Values
from zcdesk.devices.frame_profile import SEQUENCE, Built, Frame, Profile, build
from zcdesk.devices.frame_reader import FrameReader, Received
from zcdesk.devices.kinds import Replaced
from zcdesk.devices.wire import SILENT, Wire
from zcdesk.errors import DeviceError, Invalid

UNFIT, REFUSED = "DEV-19", "DEV-10"
_KEPT = 256


class Came(NamedTuple):
    """A frame that came unasked, and from whose profile."""

    profile: Profile
    received: Received


class Exchange:
    """A conversation over one wire.

    Attributes:
        inbox: frames nobody was waiting for, oldest first.
    """

    def __init__(
        self,
        wire: Wire,
        profiles: Iterable[Profile],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.inbox: deque[Came] = deque(maxlen=_KEPT)
        self._wire = wire
        self._clock = clock
        self._readers = [(profile, FrameReader(profile.receive)) for profile in profiles]
        self._quiet_since = clock() - 1
        self._sequence = 0

    @property
    def name(self) -> str:
        return self._wire.name

    def send(self, profile: Profile, frame: Frame, values: Values) -> tuple[Replaced, ...]:
        """Send one frame and see it answered, where it is; returns what had to be replaced.

        DEV-06 no answer, DEV-10 refused, DEV-19 the values do not fit.
        """
        built = built_or_invalid(profile, frame, self.numbered(values))
        self.deliver(profile, built)
        return built.replaced

    def numbered(self, values: Values) -> dict[str, Value]:
        """Return the values with the next number of the conversation's frames."""
        self._sequence = self._sequence % 255 + 1
        return {SEQUENCE: self._sequence, **values}

    def deliver(self, profile: Profile, built: Built) -> Received | None:
        """Send what was built and return the answer, if there is to be one."""
        timing, frame = profile.timing, built.frame
        if not frame.reply:
            for turn in range(max(timing.repeat, 1)):
                gap = timing.repeat_gap_ms if turn else timing.gap_ms
                self._write(built.data, gap / 1000)
            return None
        for _ in range(max(timing.tries, 1)):
            self._write(built.data, timing.gap_ms / 1000)
            answer = self.await_answer(
                profile, (frame.reply, frame.refusal), built.address, timing.reply_ms / 1000
            )
            if answer is not None:
                if answer.name == frame.refusal:
                    raise DeviceError(REFUSED, device=self.name)
                return answer
        raise DeviceError(SILENT, device=self.name)

    def write(self, profile: Profile, built: Built) -> None:
        """Send once, after the profile's gap, awaiting nothing."""
        self._write(built.data, profile.timing.gap_ms / 1000)

    def await_answer(
        self, profile: Profile, names: tuple[str, ...], address: int | None, seconds: float
    ) -> Received | None:
        """Return the first frame of these names from that address, None when none comes."""
        end = self._clock() + seconds
        while (left := end - self._clock()) > 0:
            answer: Received | None = None
            for came in self._read(left):
                mine = came.received.name in names and came.profile is profile
                if answer is None and mine and came.received.address in (None, address):
                    answer = came.received
                else:
                    self.inbox.append(came)
            if answer is not None:
                return answer
        return None

    def listen(self, seconds: float) -> None:
        """Take what comes, waiting for it at most that long."""
        self.inbox.extend(self._read(seconds))

    def _write(self, data: bytes, gap: float) -> None:
        """Write after `gap` seconds of silence, hearing what comes in the meantime."""
        while (left := self._quiet_since + gap - self._clock()) > 0:
            self.listen(left)
        self._wire.write(data)
        self._quiet_since = self._clock()

    def _read(self, seconds: float) -> list[Came]:
        data = self._wire.read(seconds)
        if data:
            self._quiet_since = self._clock()
        return [
            Came(profile, received)
            for profile, reader in self._readers
            for received in (reader.feed(data) if data else reader.idle())
        ]


def built_or_invalid(profile: Profile, frame: Frame, values: Values) -> Built:
    """Build a frame; DEV-19 says in words what does not fit."""
    try:
        return build(profile, frame, values)
    except Unfit as error:
        raise Invalid(UNFIT, "text", why=str(error)) from error
