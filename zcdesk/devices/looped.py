"""Devices as the desk knows them, each kept alive by a loop of its own.

The desk's calls return at once or after a bounded time; whatever happens to the device in the
meantime is the loop's business. A device that is gone answers with its error, never with a wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Generic

from zcdesk.devices.announce import Fences
from zcdesk.devices.bus import Bus
from zcdesk.devices.bx5k import BxScreen
from zcdesk.devices.frame_codecs import Value
from zcdesk.devices.gun import Gun
from zcdesk.devices.kinds import Call, DeviceState, PadEvent, Replaced, Status
from zcdesk.devices.loop import D, DeviceLoop
from zcdesk.devices.rating import RatingPad
from zcdesk.devices.sam_v import SamReader
from zcdesk.devices.screens import ProfileScreen
from zcdesk.devices.simulated import SimulatedCaller
from zcdesk.devices.tap import Traffic
from zcdesk.devices.voice import Voice
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError

_SHORT, _READ, _SPARE = 4.0, 12.0, 3.0

Speaking = Voice | BxScreen | ProfileScreen


class Looped(Generic[D]):
    """A device behind its loop.

    Attributes:
        loop: keeps it alive; started with the first question.
        traffic: what passes over its wire, for whoever looks.
    """

    traffic: Traffic | None = None

    def __init__(self, loop: DeviceLoop[D]) -> None:
        self.name = loop.name
        self.loop = loop

    def status(self) -> Status:
        """Tell how it stands, without asking it."""
        self.loop.start()
        return self.loop.status

    def close(self) -> None:
        """Let go of the device."""
        self.loop.stop()


class LoopedReader(Looped[SamReader]):
    """An identity card reader."""

    def read(self) -> Person | None:
        """Return the person of a card newly laid down; IDC-02 while the reader is gone."""
        return self.loop.call(lambda reader: reader.read(), _READ)


class LoopedCaller(Looped[Speaking]):
    """A voice module or a screen that calls numbers.

    Attributes:
        window: the only window it calls for, '' for any.
    """

    def __init__(self, loop: DeviceLoop[Speaking], window: str = "") -> None:
        super().__init__(loop)
        self.window = window
        self._fences = Fences()

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Speak or show a call; DEV-01 while the device is gone."""
        return self.begin(call)()

    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        """Hand a call to the device without waiting; what it returns waits for the outcome.

        A call of another window and a stale one, whose ticket was called again since, are nothing
        to it.
        """
        if self._fences.is_stale(call) or self.window not in ("", call.window):
            return tuple
        begun = self.loop.do(lambda device: device.announce(call))
        return partial(self.loop.outcome, begun, _SHORT)

    def say(self, text: str) -> tuple[Replaced, ...]:
        """Speak or show any text; returns what had to be replaced in it."""
        return self.loop.call(lambda device: _said(device, text), _SHORT)


class LoopedPads(Looped[Bus]):
    """Call pads on a bus.

    Attributes:
        windows: address of a pad → number of its window.
    """

    def __init__(self, loop: DeviceLoop[Bus], windows: Mapping[int, str]) -> None:
        super().__init__(loop)
        self.windows = dict(windows)

    def events(self) -> tuple[PadEvent, ...]:
        """Return the keys pressed since last asked; none while the bus is gone."""
        try:
            return self.loop.call(lambda bus: bus.events(), _SHORT)
        except CodedError:
            return ()

    def show(self, address: int, ticket: str) -> None:
        """Show a ticket number at a pad."""
        self.loop.call(lambda bus: bus.show(address, ticket), _SHORT)

    def send(self, address: int, frame: str, **values: Value) -> None:
        """Send a pad one of its profile's frames: ticket, waiting, login-ok …"""
        self.loop.call(lambda bus: bus.send(address, frame, **values), _SHORT)


class LoopedRater(Looped[RatingPad]):
    """A rating pad."""

    _pad: RatingPad | None = None

    def ask(self, seconds: float) -> int | None:
        """Ask for 1 to 5 stars; None when nobody pressed in time."""

        def ask(pad: RatingPad) -> int | None:
            self._pad = pad
            return pad.ask(seconds)

        return self.loop.call(ask, seconds + _SPARE)

    def cancel(self) -> None:
        """Take the question back."""
        if self._pad is not None:
            self._pad.cancel()

    def close(self) -> None:
        """Take the question back and let go of the pad."""
        self.cancel()
        super().close()


class LoopedGun(Looped[Gun]):
    """A scanner in serial mode."""

    def codes(self) -> tuple[str, ...]:
        """Return the codes scanned since last asked; none while the gun is gone."""
        try:
            return self.loop.call(lambda gun: gun.codes(), _SHORT)
        except CodedError:
            return ()


AnyCaller = LoopedCaller | SimulatedCaller


class CallerGroup:
    """Voice and screens that call together; none holds up another."""

    def __init__(
        self, callers: Iterable[LoopedCaller | SimulatedCaller], name: str = "叫号器"
    ) -> None:
        self.name = name
        self.callers = tuple(callers)

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Call on each; raises the first error once all were tried."""
        return self.begin(call)()

    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        """Hand a call to each without waiting; what it returns waits for all of them."""
        return partial(_each, [one.begin(call) for one in self.callers])

    def say(self, text: str) -> tuple[Replaced, ...]:
        """Speak or show a text on each; raises the first error once all were tried."""
        return _each([partial(one.say, text) for one in self.callers])

    def status(self) -> Status:
        """Tell the worst standing of any."""
        order = (DeviceState.FAULT, DeviceState.WARN, DeviceState.UNKNOWN, DeviceState.OK)
        found = [caller.status() for caller in self.callers]
        return min(found, key=lambda s: order.index(s.state) if s.state in order else len(order))

    def close(self) -> None:
        """Let go of all."""
        for caller in self.callers:
            if isinstance(caller, LoopedCaller):
                caller.close()


def _said(device: Speaking, text: str) -> tuple[Replaced, ...]:
    return device.say(text) if isinstance(device, Voice) else device.show(text)


def _each(waits: Iterable[Callable[[], tuple[Replaced, ...]]]) -> tuple[Replaced, ...]:
    """Do all of it, then raise the first error or return everything replaced."""
    errors: list[CodedError] = []
    found: list[Replaced] = []
    for wait in waits:
        try:
            found += wait()
        except CodedError as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return tuple(dict.fromkeys(found))
