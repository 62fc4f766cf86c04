"""The identity card reader over a serial line: find, select, read, and never a guess.

One card gives one person: a card that stays on the reader is not read twice. What was read goes to
the caller and nowhere else; logs hold status bytes only.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from zcdesk.devices import sam_frames as sam
from zcdesk.devices.kinds import READY, Status, fault
from zcdesk.devices.sam_frames import Answer, BadFrame, SamFrames
from zcdesk.devices.sam_layouts import Card, UnknownCard, decode_text, to_person
from zcdesk.devices.wire import LineSettings, Wire, discard
from zcdesk.domain.person import Person
from zcdesk.errors import DeviceError

log = logging.getLogger(__name__)

LINE = LineSettings(115200)
NOT_READ, GONE = "IDC-01", "IDC-02"
NOT_AUTHORISED, NOT_READABLE, NOT_MUTUAL = "IDC-27", "IDC-28", "IDC-29"

_CODES = {
    sam.NOT_AUTHORISED: NOT_AUTHORISED,
    sam.WRONG_TYPE: NOT_READABLE,
    sam.CARD_REFUSES: NOT_MUTUAL,
    sam.READER_REFUSES: NOT_MUTUAL,
}
_MISHEARD = frozenset({sam.BAD_CHECK, sam.BAD_LENGTH, sam.UNKNOWN_COMMAND})
_SOON, _READING, _GAP = 1.0, 5.0, 0.3


class SamReader:
    """An identity card reader with a SAM_V module at the other end of `wire`."""

    def __init__(
        self,
        wire: Wire,
        *,
        name: str = "身份证读卡器",
        clock: Callable[[], float] = time.monotonic,
        patience: float = 1.0,
    ) -> None:
        """Build on an open wire.

        Args:
            patience: factor on the seconds the module is given.
        """
        self.name = name
        self._wire = wire
        self._clock = clock
        self._patience = patience
        self._was_read = False

    def read(self) -> Person | None:
        """Return the person of a card newly laid down, None without one.

        IDC-01 not read, IDC-02 reader gone, IDC-27 reader not authorised, IDC-28 not a card it
        reads, IDC-29 card and reader do not accept each other.
        """
        card = self.read_card()
        return None if card is None else to_person(card)

    def read_card(self) -> Card | None:
        """Return everything a card newly laid down says, None without one."""
        found = self._ask(sam.FIND, _SOON)
        if found.status == sam.NO_CARD:
            self._was_read = False
            return None
        self._expect(found, sam.FOUND)
        if self._was_read:
            return None
        self._expect(self._ask(sam.SELECT, _SOON), sam.DONE)
        answer = self._ask(sam.READ, _READING)
        self._expect(answer, sam.DONE)
        try:
            content = sam.as_content(answer.data)
            card = decode_text(content.text, content.photo)
        except BadFrame as error:
            raise DeviceError(NOT_READ) from error
        except UnknownCard as error:
            raise DeviceError(NOT_READABLE) from error
        self._was_read = True
        return card

    def newest_address(self) -> str:
        """Return the address written to the selected card since its issue, '' if there is none."""
        answer = self._ask(sam.READ_ADDRESS, _READING)
        if answer.status == sam.ABSENT:
            return ""
        self._expect(answer, sam.DONE)
        return answer.data.decode("utf-16-le", "replace").rstrip(" \0")

    def status(self) -> Status:
        """Ask the module how it stands."""
        try:
            answer = self._ask(sam.STATUS, _SOON)
        except DeviceError as error:
            return fault(error.code)
        if answer.status == sam.DONE:
            return READY
        log.info("%s: module status %02X", self.name, answer.status)
        return fault(_CODES.get(answer.status, GONE))

    def turn(self) -> float:
        """See whether the line is still there; the rest is asked for."""
        discard(self._wire)
        return 1.0

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()

    def _expect(self, answer: Answer, wanted: int) -> None:
        if answer.status == wanted:
            return
        log.info("%s: answer %02X", self.name, answer.status)
        raise DeviceError(_CODES.get(answer.status, NOT_READ))

    def _ask(self, body: bytes, seconds: float) -> Answer:
        """Put one command and return its answer; a misheard command is said once more."""
        answer = self._once(body, seconds)
        if answer.status in _MISHEARD:
            answer = self._once(body, seconds)
        return answer

    def _once(self, body: bytes, seconds: float) -> Answer:
        frames = SamFrames()
        came = 0
        try:
            discard(self._wire)
            self._wire.write(sam.frame(body))
            end = self._clock() + seconds * self._patience
            while (left := end - self._clock()) > 0:
                part = self._wire.read(min(left, _GAP * self._patience))
                came += len(part)
                for found in frames.feed(part) if part else frames.idle():
                    if (answer := sam.as_answer(found)) is not None:
                        return answer
        except DeviceError as error:
            raise DeviceError(GONE) from error
        if came:
            log.info("%s: %d bytes, no frame: %s", self.name, came, frames.faults)
        raise DeviceError(NOT_READ if came else GONE)
