"""An RS-485 bus: one wire, many pads, asked one after the other; or pads that speak by themselves.

A pad that does not answer is asked more and more rarely, so it costs the others nothing. A key
held or a frame sent twice is one event.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable

from zcdesk.devices.exchange import Came, Exchange, built_or_invalid
from zcdesk.devices.frame_codecs import Unfit, Value
from zcdesk.devices.frame_profile import Profile, texts
from zcdesk.devices.kinds import (
    READY,
    UNKNOWN,
    DeviceState,
    PadEvent,
    PadKey,
    Status,
    fault,
)
from zcdesk.devices.wire import SILENT, Wire

log = logging.getLogger(__name__)

MISSES = 3
BACK_OFF = (1.0, 2.0, 5.0, 10.0)
TICKET = "ticket"
"""The frame of a pad's profile that shows a number."""
BOUNCE = 0.3
"""Seconds in which the same key of the same pad is the same press."""
_LISTEN = 0.05


class _Pad:
    """A pad's standing on the bus.

    Attributes:
        due: when it is asked next.
        misses: questions in a row without an answer.
    """

    def __init__(self, profile: Profile, address: int) -> None:
        self.profile = profile
        self.address = address
        self.due = 0.0
        self.misses = 0

    @property
    def is_silent(self) -> bool:
        return self.misses >= MISSES


class Bus:
    """Pads of one or more makers on one wire.

    Attributes:
        exchange: the conversation, for screens that hang on the same wire.
    """

    def __init__(
        self,
        wire: Wire,
        pads: Iterable[tuple[Profile, int]],
        *,
        others: Iterable[Profile] = (),
        name: str = "呼叫器总线",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Build on an open wire.

        Args:
            pads: profile and address of each pad.
            others: profiles of screens on the same wire.
        """
        self.name = name
        self._pads = [_Pad(profile, address) for profile, address in pads]
        profiles = {p.profile.name: p.profile for p in self._pads} | {p.name: p for p in others}
        self.exchange = Exchange(wire, profiles.values(), clock)
        self._wire = wire
        self._clock = clock
        self._events: deque[PadEvent] = deque()
        self._last: dict[tuple[int, PadKey, str], float] = {}

    def events(self) -> tuple[PadEvent, ...]:
        """Return the keys pressed since last asked."""
        self._collect()
        found = []
        while self._events:
            found.append(self._events.popleft())
        return tuple(found)

    def send(self, address: int, frame: str, **values: Value) -> None:
        """Send a pad one of its profile's frames: ticket, waiting, login-ok …"""
        pad = next(p for p in self._pads if p.address == address)
        if (wanted := pad.profile.frame(frame)) is not None:
            self.exchange.send(pad.profile, wanted, {"addr": address, **values})

    def show(self, address: int, ticket: str) -> None:
        """Show a ticket number at a pad, if its profile can."""
        pad = next((p for p in self._pads if p.address == address), None)
        if pad is None or pad.profile.frame(TICKET) is None:
            return
        try:
            frames = texts(pad.profile, ticket, self.exchange.numbered({"addr": address}), TICKET)
        except Unfit as error:
            log.info("%s: %s is not shown: %s", self.name, ticket, error)
            return
        for built in frames:
            self.exchange.deliver(pad.profile, built)

    def turn(self) -> float:
        """Ask the pad whose turn it is, or listen; seconds until it wants to again."""
        now = self._clock()
        asked = [pad for pad in self._pads if pad.profile.poll is not None]
        pad = min(asked, key=lambda one: one.due, default=None)
        if pad is None or len(asked) < len(self._pads):
            self.exchange.listen(_LISTEN if pad is None else 0)
        if pad is not None and pad.due <= now:
            self._ask(pad)
        self._collect()
        if pad is None:
            return 0.0
        return max(min(one.due for one in asked) - self._clock(), 0.0)

    def status(self) -> Status:
        """Tell how the bus stands: a fault if no pad answers, a warning if some do not."""
        asked = [pad for pad in self._pads if pad.profile.poll is not None]
        silent = [pad for pad in asked if pad.is_silent]
        if not asked:
            return UNKNOWN
        if len(silent) == len(asked):
            return fault(SILENT)
        return Status(state=DeviceState.WARN, code=SILENT) if silent else READY

    def silent(self) -> tuple[int, ...]:
        """Return the addresses that do not answer."""
        return tuple(pad.address for pad in self._pads if pad.is_silent)

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()

    def _ask(self, pad: _Pad) -> None:
        """Put one question and mark how it went."""
        poll = pad.profile.poll
        assert poll is not None
        frame = pad.profile.frame(poll.frame)
        assert frame is not None
        names = (*(f.name for f in pad.profile.receive if f.event), poll.idle)
        built = built_or_invalid(pad.profile, frame, {"addr": pad.address})
        asked_at = self._clock()
        self.exchange.write(pad.profile, built)
        answer = self.exchange.await_answer(pad.profile, names, pad.address, poll.reply_ms / 1000)
        if answer is not None:
            if pad.is_silent:
                log.info("%s: pad %d answers again", self.name, pad.address)
            pad.misses = 0
            pad.due = asked_at + poll.period_ms / 1000
            self._note(Came(pad.profile, answer))
            return
        pad.misses += 1
        if pad.misses == MISSES:
            log.info("%s: pad %d does not answer", self.name, pad.address)
        step = min(pad.misses - MISSES, len(BACK_OFF) - 1)
        pause = BACK_OFF[step] if pad.is_silent else poll.period_ms / 1000
        pad.due = self._clock() + pause

    def _collect(self) -> None:
        while self.exchange.inbox:
            self._note(self.exchange.inbox.popleft())

    def _note(self, came: Came) -> None:
        """Turn a frame into an event, once for a key that bounces."""
        event = event_of(came)
        if event is None or event.address not in {pad.address for pad in self._pads}:
            return
        key = (event.address, event.key, event.number)
        now = self._clock()
        if now - self._last.get(key, now - BOUNCE - 1) > BOUNCE:
            self._events.append(event)
        self._last[key] = now


def event_of(came: Came) -> PadEvent | None:
    """Return what a frame says a person did, None where it says nothing of the kind."""
    received = came.received
    if not received.frame.event:
        return None
    number = received.values.get("number", "")
    stars = 0
    if received.frame.event == PadKey.RATING:
        stars = came.profile.stars.get(int(number or 0), 0)
        if not stars:
            return None
    return PadEvent(
        address=received.address or 0,
        key=PadKey(received.frame.event),
        number=str(number),
        stars=stars,
    )
