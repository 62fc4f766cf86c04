"""A window strip or hall screen of any maker that a profile describes.

What it shows is text, or a number and a window where the maker has a frame for those. A screen
that never answers is not called broken, only unknown.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

from zcdesk.devices.announce import shown
from zcdesk.devices.exchange import UNFIT, Exchange
from zcdesk.devices.frame_codecs import Unfit, Value
from zcdesk.devices.frame_profile import Profile, ProfileKind, build, texts
from zcdesk.devices.kinds import READY, UNKNOWN, Call, Replaced, Status, fault
from zcdesk.devices.wire import Wire
from zcdesk.errors import DeviceError, Invalid

log = logging.getLogger(__name__)

CALL, TEXT, QUERY, CLEAR = "call", "text", "query", "clear"


class ProfileScreen:
    """One screen at an address."""

    def __init__(
        self,
        wire: Wire | Exchange,
        profile: Profile,
        address: int = 1,
        *,
        name: str = "",
        clock: Callable[[], float] = time.monotonic,
        template: str = "",
        options: dict[str, Value] | None = None,
    ) -> None:
        """Build on an open wire, or on a conversation shared with others.

        Args:
            template: what a call shows, with {number} and {window}.
            options: parameters of the profile, such as colour or mode.
        """
        self.name = name or profile.title
        self.profile = profile
        self._wire = None if isinstance(wire, Exchange) else wire
        self._talk = wire if isinstance(wire, Exchange) else Exchange(wire, (profile,), clock)
        self._values: dict[str, Value] = {"addr": address, **(options or {})}
        self._template = template

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Show a call, as number and window where the screen knows those, else as text."""
        frame = self.profile.frame(CALL)
        window_number = re.sub(r"\D", "", call.window)
        number = call.number.strip().upper()
        found = re.fullmatch(frame.accepts, number) if frame else None
        if frame is not None and found is not None and window_number:
            groups = {k: v for k, v in found.groupdict().items() if v is not None}
            values = self._values | groups | {"window": int(window_number)}
            try:
                built = build(self.profile, frame, values)
            except Unfit as error:
                log.info("%s: shown as text: %s", self.name, error)
            else:
                self._talk.deliver(self.profile, built)
                return ()
        if self.profile.kind is ProfileKind.DIGITS:
            return self.show(call.number.strip())
        return self.show(shown(call.number, call.window, self._template))

    def show(self, text: str) -> tuple[Replaced, ...]:
        """Show `text` and return what the screen cannot show as written."""
        name = "" if self.profile.kind is ProfileKind.DIGITS else TEXT
        try:
            frames = texts(self.profile, text, self._talk.numbered(self._values), name)
        except Unfit as error:
            raise Invalid(UNFIT, "text", why=str(error)) from error
        for built in frames:
            self._talk.deliver(self.profile, built)
        return tuple(dict.fromkeys(one for built in frames for one in built.replaced))

    def clear(self) -> None:
        """Show nothing, where the screen has a command for that."""
        if (frame := self.profile.frame(CLEAR)) is not None:
            self._talk.send(self.profile, frame, self._values)

    def status(self) -> Status:
        """Ask the screen, if it is one that answers."""
        frame = self.profile.frame(QUERY)
        if frame is None:
            return UNKNOWN
        try:
            self._talk.send(self.profile, frame, self._values)
        except DeviceError as error:
            return fault(error.code)
        return READY

    def turn(self) -> float:
        """See whether the line is still there; the rest is asked for."""
        self._talk.listen(0)
        self._talk.inbox.clear()
        return 1.0

    def close(self) -> None:
        """Let go of the port, if it is this screen's own."""
        if self._wire is not None:
            self._wire.close()
