"""A rating pad: asks the citizen, waits, and takes no for an answer.

Voluntary by law: there is no default, nobody is asked twice, and a press that comes after the
question was taken back counts for nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from zcdesk.devices.bus import event_of
from zcdesk.devices.exchange import Exchange
from zcdesk.devices.frame_codecs import Value
from zcdesk.devices.frame_profile import Profile
from zcdesk.devices.kinds import READY, UNKNOWN, PadKey, Status, fault
from zcdesk.devices.wire import Wire, discard
from zcdesk.errors import DeviceError

ASK, CANCEL, QUERY = "ask", "cancel", "query"
_TURN = 0.1


class RatingPad:
    """A rating pad (评价器) by its profile."""

    def __init__(
        self,
        wire: Wire,
        profile: Profile,
        address: int = 1,
        *,
        name: str = "评价器",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._wire = wire
        self._profile = profile
        self._clock = clock
        self._talk = Exchange(wire, (profile,), clock)
        self._values: dict[str, Value] = {"addr": address}
        self._address = address
        self._is_cancelled = False

    def ask(self, seconds: float) -> int | None:
        """Ask for 1 to 5 stars; None when nobody pressed in time or the question was taken back.

        DEV-06 when the pad does not answer, DEV-07 when it is gone.
        """
        self._is_cancelled = False
        discard(self._wire)
        self._talk.inbox.clear()
        self._send(ASK)
        end = self._clock() + seconds
        while not self._is_cancelled:
            if (stars := self._pressed()) is not None:
                return stars
            left = end - self._clock()
            if left <= 0:
                break
            self._talk.listen(min(left, _TURN))
        self._send(CANCEL)
        return None

    def cancel(self) -> None:
        """Take the question back; may be called from any thread."""
        self._is_cancelled = True

    def status(self) -> Status:
        """Ask the pad, if its profile has a question for that."""
        if self._profile.frame(QUERY) is None:
            return UNKNOWN
        try:
            self._send(QUERY)
        except DeviceError as error:
            return fault(error.code)
        return READY

    def turn(self) -> float:
        """See whether the line is still there; a press nobody asked for counts for nothing."""
        self._talk.listen(0)
        self._talk.inbox.clear()
        return 1.0

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()

    def _pressed(self) -> int | None:
        while self._talk.inbox:
            event = event_of(self._talk.inbox.popleft())
            if event is not None and event.key is PadKey.RATING and event.address == self._address:
                return event.stars
        return None

    def _send(self, name: str) -> None:
        if (frame := self._profile.frame(name)) is not None:
            self._talk.send(self._profile, frame, self._values)
