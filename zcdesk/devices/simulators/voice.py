"""A simulated voice module: takes frames of its dialect and needs time to speak them.

It says of itself what the data sheet says: 4A when switched on, 41 or 45 to a frame, 4F when a
text has ended.
"""

from __future__ import annotations

from zcdesk.devices import voice_frames as vf
from zcdesk.devices.charset import CODECS
from zcdesk.devices.simulators.far_side import Said, Says
from zcdesk.devices.voice_frames import Chip, VoiceFrames

_GAP = 0.05
"""The chip drops a broken frame after 8 ms; a pseudo-terminal is not that even."""


class VoiceModel:
    """A module that remembers what it said.

    Attributes:
        spoken: texts in order, with their marks.
        cut_off: how many were cut off by the next.
        forgets_end: it does not tell that a text has ended.
    """

    check_at = -1

    def __init__(self, chip: Chip, *, pace: float = 4.5) -> None:
        """Build a module.

        Args:
            pace: characters a second.
        """
        self.spoken: list[str] = []
        self.cut_off = 0
        self.forgets_end = False
        self._chip = chip
        self._pace = pace
        self._frames = VoiceFrames(chip)
        self._heard_at = 0.0
        self._speaks_until: float | None = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing is being said."""
        return self._speaks_until is None

    def start(self, now: float) -> Says:
        """Switch on; whatever was being said is gone."""
        self._frames = VoiceFrames(self._chip)
        self._speaks_until = None
        return (Said(0, bytes((vf.READY,))),)

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Answer each whole frame, and each broken one."""
        self._heard_at = now
        before = self._frames.rejected
        bodies = self._frames.feed(data)
        if not bodies and self._frames.rejected > before:
            return _said(vf.REJECTED)
        if busy:
            return tuple(Said(0, bytes((vf.REJECTED,))) for _ in bodies)
        return tuple(said for body in bodies for said in self._obey(body, now))

    def tick(self, now: float) -> Says:
        """End the text that is over; refuse the frame whose end never came."""
        if self._frames.is_waiting and now - self._heard_at > _GAP:
            while self._frames.is_waiting:
                self._frames.idle()
            return _said(vf.REJECTED)
        if self._speaks_until is not None and now >= self._speaks_until:
            self._speaks_until = None
            return () if self.forgets_end else _said(vf.IDLE)
        return ()

    def wakes_at(self) -> float | None:
        broken = self._heard_at + _GAP + 0.001 if self._frames.is_waiting else None
        return min((t for t in (broken, self._speaks_until) if t is not None), default=None)

    def _obey(self, body: bytes, now: float) -> Says:
        match body[0]:
            case vf.SPEAK if len(body) > 1:
                self._speak(body[1] & 7, body[2:], now)
                return _said(vf.ACCEPTED)
            case vf.STOP | vf.PAUSE:
                self._speaks_until = None
                return _said(vf.ACCEPTED)
            case vf.QUERY:
                speaking = self._speaks_until is not None
                return _said(vf.ACCEPTED) + _said(vf.SPEAKING if speaking else vf.IDLE)
            case vf.RESUME | vf.SET_BAUD | vf.SPEAK_STORED | vf.SLEEP | vf.WAKE:
                return _said(vf.ACCEPTED)
            case _:
                return _said(vf.REJECTED)

    def _speak(self, encoding: int, data: bytes, now: float) -> None:
        name = next((n for n, number in vf.ENCODINGS.items() if number == encoding), "gbk")
        codec = CODECS[self._chip.unicode if name == "unicode" else name]
        text = data.decode(codec, "replace")
        self.cut_off += self._speaks_until is not None
        self.spoken.append(text)
        self._speaks_until = now + len(vf.MARK.sub("", text)) / self._pace


def _said(byte: int) -> Says:
    return (Said(0, bytes((byte,))),)
