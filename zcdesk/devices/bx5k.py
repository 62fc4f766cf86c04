"""A window or hall screen with an Onbon controller, on a wire of its own or shared.

One request at a time, each answered before the next; a busy card is asked again, one that answers
nothing is told. Not yet tried on a real card.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import msgspec

from zcdesk.devices import bx_frames as bx
from zcdesk.devices.announce import shown
from zcdesk.devices.bx_area import Area, area_data, plain, update
from zcdesk.devices.bx_frames import BxFrames, Packet
from zcdesk.devices.kinds import READY, Call, Replaced, Status, fault
from zcdesk.devices.wire import SILENT, LineSettings, Wire, discard
from zcdesk.errors import DeviceError

log = logging.getLogger(__name__)

LINE = LineSettings(57600)
BAUDS = (57600, 9600)
REFUSED, BUSY = "DEV-10", "DEV-14"
TRIES = 3
_ANSWER, _BUSY_PAUSE = 1.0, 0.2


class BxScreen:
    """One screen.

    Attributes:
        area: where and how texts are shown.
    """

    def __init__(
        self,
        wire: Wire,
        address: int = 1,
        area: Area | None = None,
        *,
        name: str = "窗口屏",
        clock: Callable[[], float] = time.monotonic,
        template: str = "",
        patience: float = 1.0,
    ) -> None:
        """Build on an open wire.

        Args:
            address: number of the screen.
            template: what a call shows, with {number} and {window}.
            patience: factor on the seconds the card is given.
        """
        self.name = name
        self.area = area or Area()
        self._wire = wire
        self._address = address
        self._clock = clock
        self._template = template
        self._answer = _ANSWER * patience

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Show a call."""
        return self.show(shown(call.number, call.window, self._template))

    def show(self, text: str) -> tuple[Replaced, ...]:
        """Show `text` and return what the screen cannot show as written."""
        breaks = 1 if "\n" in text else self.area.breaks
        area = msgspec.structs.replace(self.area, breaks=breaks)
        said = area_data(area, plain(text))
        self._ask(bx.command(bx.AREA, update((said.data,))))
        return said.replaced

    def clear(self) -> None:
        """Take the area down."""
        self._ask(bx.command(bx.AREA, update(delete=(self.area.id,))))

    def status(self) -> Status:
        """Ask whether the card is there."""
        try:
            self._ask(bx.command(bx.PING))
        except DeviceError as error:
            return fault(error.code)
        return READY

    def turn(self) -> float:
        """See whether the line is still there; the rest is asked for."""
        discard(self._wire)
        return 1.0

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()

    def _ask(self, data: bytes) -> Packet:
        """Send a request until it is done; DEV-06 no answer, DEV-10 refused, DEV-14 still busy."""
        code, why = SILENT, ""
        for _ in range(TRIES):
            answer = self._once(bx.frame(data, self._address))
            if answer is None:
                code = SILENT
            elif answer.command == bx.ACK or answer.command != bx.NACK:
                return answer
            elif answer.error == bx.BUSY:
                code = BUSY
                self._pause(_BUSY_PAUSE)
            else:
                code, why = REFUSED, bx.ERRORS.get(answer.error, f"{answer.error:02X}")
                if answer.error != bx.BAD_CRC:
                    break
        log.info("%s: %s %s", self.name, code, why)
        raise DeviceError(code, device=self.name)

    def _once(self, frame: bytes) -> Packet | None:
        discard(self._wire)
        self._wire.write(frame)
        frames = BxFrames()
        end = self._clock() + self._answer
        while (left := end - self._clock()) > 0:
            for packet in frames.feed(self._wire.read(left)):
                if packet.to == bx.HOST:
                    return packet
        return None

    def _pause(self, seconds: float) -> None:
        """Let time pass on the line; what comes meanwhile answers nothing we asked."""
        end = self._clock() + seconds
        while (left := end - self._clock()) > 0:
            self._wire.read(left)
