"""The far end of a line: a device model, the faults it is told to have, and bytes on their way.

Pure: time comes in as `now`, bytes come in and go out, nothing is opened. `serve` puts it on a
pseudo-terminal or a TCP port, `in_memory` on a line inside the program.
"""

from __future__ import annotations

import heapq
from enum import StrEnum
from itertools import count
from random import Random
from typing import NamedTuple, Protocol

import msgspec


class Said(NamedTuple):
    """One frame a device says, `delay` seconds from now."""

    delay: float
    frame: bytes


Says = tuple[Said, ...]

TAKEN = Said(0, b"")
"""What a device says that took a frame and answers nothing; it can still be pulled out by then."""


class Model(Protocol):
    """A device: what it says when switched on, to what it hears, and by itself."""

    @property
    def check_at(self) -> int:
        """Index in a frame of the byte a wrong check spoils."""

    def start(self, now: float) -> Says:
        """Switch it on, or reset it."""

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Take bytes; a busy device says so where its protocol can."""

    def tick(self, now: float) -> Says:
        """Let time pass."""

    def wakes_at(self) -> float | None:
        """Return when it next wants to be asked, None for never."""


class Fault(StrEnum):
    SILENT = "silent"
    SLOW = "slow"
    GARBAGE = "garbage"
    NOISE = "noise"
    SPLIT = "split"
    WRONG_CHECK = "wrong_check"
    TORN = "torn"
    DOUBLED = "doubled"
    UNPLUGGED = "unplugged"
    BUSY = "busy"
    RESET = "reset"


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """One fault and when it shows.

    Attributes:
        value: seconds of `slow`, bytes left of `torn` and of `unplugged`; else without meaning.
        after: answers that still go well before it.
        times: answers it spoils, 0 for all that follow.
    """

    fault: Fault
    value: float = 0
    after: int = 0
    times: int = 0

    def spoils(self, answer: int) -> bool:
        """Tell whether the answer of that number, from 0, is spoilt."""
        return self.after <= answer and (not self.times or answer < self.after + self.times)


_LATE = 5.0
_STEP = 0.0003
_CHUNK = 64


class FarSide:
    """A device with its faults.

    Attributes:
        is_gone: it has been pulled out; whoever serves it closes the line.
        heard: every byte that arrived.
        fits: the faults, to be changed at any time.
    """

    def __init__(self, model: Model, *fits: Fit, seed: int = 0) -> None:
        self.model = model
        self.fits = fits
        self.heard = bytearray()
        self.is_gone = False
        self._answers = 0
        self._random = Random(seed)  # noqa: S311 - noise, not secrets
        self._order = count()
        self._out: list[tuple[float, int, bytes]] = []
        self._last = 0.0

    def start(self, now: float) -> None:
        """Plug it in and switch it on."""
        self.is_gone = False
        self._out.clear()
        self._send(self.model.start(now), now, faulty=False)

    def hear(self, data: bytes, now: float) -> None:
        """Take bytes from the line."""
        self.heard += data
        busy = self._has(Fault.BUSY) is not None
        self._send(self.model.hear(data, now, busy=busy), now)

    def due(self, now: float) -> list[bytes]:
        """Return the chunks whose time has come."""
        self._send(self.model.tick(now), now)
        chunks = []
        while self._out and self._out[0][0] <= now:
            chunks.append(heapq.heappop(self._out)[2])
        return chunks

    def wakes_at(self) -> float | None:
        """Return when `due` may give something, None for not before bytes arrive."""
        times = [self._out[0][0]] if self._out else []
        if (own := self.model.wakes_at()) is not None:
            times.append(own)
        return min(times, default=None)

    def upset(self, fault: Fault, value: float = 0, times: int = 1) -> None:
        """Let a fault spoil the next answers; it passes by itself."""
        fit = Fit(fault=fault, value=value, after=self._answers, times=times)
        self.fits = (*self.fits, fit)

    def say(self, frame: bytes, now: float) -> None:
        """Let the device speak unasked, as a pad whose key is pressed."""
        self._send((Said(0, frame),), now)

    def _has(self, fault: Fault) -> Fit | None:
        return next((f for f in self.fits if f.fault is fault and f.spoils(self._answers)), None)

    def _send(self, says: Says, now: float, *, faulty: bool = True) -> None:
        for delay, frame in says:
            if not faulty:
                self._queue(frame, now + delay)
                continue
            self._spoilt(frame, now + delay)
            self._answers += 1

    def _spoilt(self, frame: bytes, at: float) -> None:
        """Send one frame as the faults of the moment let it."""
        if unplugged := self._has(Fault.UNPLUGGED):
            self.is_gone = True
            self._out.clear()
            # Pulled in the middle of a frame: what was on the line still arrives.
            self._queue(frame[: int(unplugged.value)], at)
            return
        if self._has(Fault.RESET):
            for said in self.model.start(at):
                self._queue(said.frame, at + said.delay)
            return
        if self._has(Fault.SILENT):
            return
        if slow := self._has(Fault.SLOW):
            at += slow.value or _LATE
        if self._has(Fault.GARBAGE):
            frame = self._random.randbytes(len(frame))
        if self._has(Fault.WRONG_CHECK):
            frame = _with_wrong_check(frame, self.model.check_at)
        if torn := self._has(Fault.TORN):
            frame = frame[: int(torn.value) or len(frame) // 2]
        if self._has(Fault.NOISE):
            frame = self._random.randbytes(self._random.randint(1, 8)) + frame
        if self._has(Fault.DOUBLED):
            frame += frame
        self._queue(frame, at, 1 if self._has(Fault.SPLIT) else _CHUNK)

    def _queue(self, frame: bytes, at: float, chunk: int = _CHUNK) -> None:
        """Put a frame on its way, cut as ports cut it and never overtaking an earlier one."""
        at = max(at, self._last) if self._out else at
        start = 0
        while start < len(frame):
            size = self._random.randint(1, chunk) if len(frame) > _CHUNK else chunk
            heapq.heappush(self._out, (at, next(self._order), frame[start : start + size]))
            start += size
            at += _STEP
        self._last = at


def _with_wrong_check(frame: bytes, at: int) -> bytes:
    spoilt = bytearray(frame)
    if -len(spoilt) <= at < len(spoilt):
        spoilt[at] ^= 0x04
    return bytes(spoilt)
