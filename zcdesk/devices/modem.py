"""A GSM modem that sends short messages: AT commands, PDU mode, delivery reports.

Follows 3GPP TS 27.005 and 27.007. What surely did not leave is `QUEUED`; once the text has been
handed over and no answer came it is `UNKNOWN`. Not tried on a real modem yet.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import deque
from collections.abc import Callable

from zcdesk.devices import sms_pdu
from zcdesk.devices.kinds import READY, Status, fault
from zcdesk.devices.sms_pdu import Submit
from zcdesk.devices.wire import SILENT, Wire
from zcdesk.domain.message import Handed, MessageState, Outgoing
from zcdesk.errors import DeviceError

BUSY, NO_NETWORK, NO_CARD, NOT_TAKEN = "MSG-12", "MSG-13", "MSG-14", "MSG-11"
_END, _ESCAPE = b"\x1a", b"\x1b"
_SOON, _LONG = 5.0, 60.0
"""Seconds for a command, and for the network to take a message (TS 27.005 sets none)."""

_BUSY_CODES = {"301", "302", "314", "322", "512"}
_NETWORK_CODES = {"38", "41", "42", "47", "331", "332", "500"}
_REMEMBERED = 200
_ERROR = re.compile(r"\+CM[SE] ERROR: *(\d+)|ERROR$|NO CARRIER$")
_REGISTERED = re.compile(r"\+CREG: *\d, *([0-9])")


class Refused(Exception):
    """The modem answered with an error; `code` is the number it gave, empty without one."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class GsmModem:
    """One modem on one wire; belongs to one lane."""

    name = "modem"

    def __init__(
        self, wire: Wire, *, centre: str = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wire = wire
        self._centre = centre
        self._clock = clock
        self._buffer = b""
        self._lines: deque[str] = deque()
        self._is_ready = self._is_report_next = False
        self._done: dict[str, int] = {}
        self._waiting: dict[int, str] = {}
        self._early: dict[int, bool] = {}
        self._arrived: dict[str, list[bool]] = {}
        self._expected: dict[str, int] = {}

    def send(self, message: Outgoing) -> Handed:
        """Send one message, part by part; a repeated request goes on with the part it lacks."""
        request = message.request
        reference = hashlib.sha256(request.encode()).digest()[0]
        parts = sms_pdu.submits(message.phone, message.text, reference, self._centre)
        begun = self._done.get(request, 0)
        state, why = MessageState.QUEUED, ""
        try:
            self._prepare()
            for count in range(begun, len(parts)):
                self._prompt(parts[count])
                state = MessageState.UNKNOWN
                self._hand_over(parts[count], request)
                self._note(request, count + 1, len(parts))
                state = MessageState.QUEUED
        except DeviceError as error:
            self._is_ready = False
            return Handed(request=request, state=state, why=error.code)
        except Refused as refused:
            state, why = _judged(refused.code)
            self._is_ready = self._is_ready and state is MessageState.FAILED
            return Handed(request=request, state=state, why=why)
        return Handed(request=request, state=MessageState.SENT, reference=request)

    def reports(self) -> dict[str, MessageState]:
        """Return the messages all of whose parts are accounted for; never waits."""
        while self._read(0):
            pass
        found = {}
        for request, parts in list(self._arrived.items()):
            whole = len(parts) >= self._expected.get(request, 1)
            if whole or not all(parts):
                state = MessageState.DELIVERED if all(parts) else MessageState.FAILED
                found[request] = state
                del self._arrived[request]
        return found

    def status(self) -> Status:
        """Ask whether card and network are there; never raises."""
        try:
            self._is_ready = False
            self._prepare()
        except DeviceError as error:
            return fault(error.code)
        except Refused as refused:
            return fault(_judged(refused.code)[1])
        return READY

    def close(self) -> None:
        """Let go of the line."""
        self._wire.close()

    def _prepare(self) -> None:
        """Bring the modem to a known state, then make sure of card and network."""
        if not self._is_ready:
            self._wire.write(_ESCAPE)
            self._forget_noise()
            self._ask("ATE0", tries=3)
            self._ask("AT+CMEE=1")
            card = self._ask("AT+CPIN?")
            if not any("READY" in line for line in card):
                raise Refused("pin")
            self._ask("AT+CMGF=0")
            # Reports come straight to us as +CDS; a modem that cannot is used without them.
            try:
                self._ask("AT+CNMI=2,1,0,1,0")
            except Refused:
                self._ask("AT+CNMI=2,1,0,0,0")
        network = "".join(self._ask("AT+CREG?"))
        found = _REGISTERED.search(network)
        if found is None or found.group(1) not in ("1", "5"):
            raise Refused("331")
        self._is_ready = True

    def _prompt(self, part: Submit) -> None:
        """Ask for the prompt; without one nothing has left."""
        self._wire.write(f"AT+CMGS={part.length}\r".encode("ascii"))
        try:
            self._await(lambda line: line == ">", _SOON)
        except DeviceError:
            self._wire.write(_ESCAPE)
            raise

    def _hand_over(self, part: Submit, request: str) -> None:
        """Send the PDU and take the number the network knows it by.

        To a PC that is late its report may come in one piece with that number, or before it.
        """
        self._early.clear()
        self._wire.write(part.hex.encode("ascii") + _END)
        lines = self._await(lambda line: line == "OK", _LONG)
        for line in lines:
            if found := re.match(r"\+CMGS: *(\d+)", line):
                reference = int(found.group(1))
                self._waiting[reference] = request
                if (arrived := self._early.pop(reference, None)) is not None:
                    self._note_arrival(reference, arrived)

    def _note(self, request: str, done: int, parts: int) -> None:
        self._done[request] = done
        self._expected[request] = parts
        for kept in (self._done, self._expected):
            while len(kept) > _REMEMBERED:
                kept.pop(next(iter(kept)))

    def _ask(self, command: str, tries: int = 1) -> list[str]:
        """Send a command and return the lines before its OK."""
        for turn in range(tries):
            self._wire.write(f"{command}\r".encode("ascii"))
            try:
                return self._await(lambda line: line == "OK", _SOON)
            except DeviceError as error:
                if error.code != SILENT or turn == tries - 1:
                    raise
        raise DeviceError(SILENT, device=self._wire.name)

    def _await(self, is_end: Callable[[str], bool], seconds: float) -> list[str]:
        """Return the lines up to the one wanted; DEV-06 when it does not come."""
        end = self._clock() + seconds
        before: list[str] = []
        while True:
            while self._lines:
                line = self._lines.popleft()
                if is_end(line):
                    return before
                if wrong := _ERROR.search(line):
                    raise Refused(wrong.group(1) or "")
                before.append(line)
            left = end - self._clock()
            if left <= 0 or not self._read(left):
                raise DeviceError(SILENT, device=self._wire.name)

    def _forget_noise(self) -> None:
        while self._read(0):
            pass
        self._lines.clear()
        self._buffer, self._is_report_next = b"", False

    def _read(self, seconds: float) -> bool:
        """Take what came, cut into lines; a prompt has no end of line. False for nothing."""
        data = self._wire.read(seconds)
        self._buffer += data
        *whole, self._buffer = re.split(rb"[\r\n]+", self._buffer)
        if self._buffer.lstrip(b"\0").startswith(b">"):
            whole.append(b">")
            self._buffer = b""
        # Noise before a line is no reason to lose it.
        texts = (line.decode("ascii", "ignore").strip("\0 ") for line in whole)
        for text in texts:
            if text:
                self._take(text)
        self._buffer = self._buffer[-4096:]
        return bool(data)

    def _take(self, line: str) -> None:
        """Keep a line; a report is `+CDS: n` and its PDU on the next, in the midst of anything."""
        if self._is_report_next:
            self._is_report_next = False
            self._note_report(line)
        elif line.startswith("+CDS:"):
            self._is_report_next = True
        else:
            self._lines.append(line)

    def _note_report(self, text: str) -> None:
        try:
            report = sms_pdu.read_report(bytes.fromhex(text))
        except ValueError:
            return
        if report is not None and report.arrived is not None:
            self._note_arrival(report.reference, report.arrived)

    def _note_arrival(self, reference: int, arrived: bool) -> None:
        if (request := self._waiting.pop(reference, None)) is None:
            self._early[reference] = arrived
        else:
            self._arrived.setdefault(request, []).append(arrived)


def _judged(code: str) -> tuple[MessageState, str]:
    """Say what a modem's error means for the message: try again, or never."""
    if code in _BUSY_CODES or not code:
        return MessageState.QUEUED, BUSY
    if code in _NETWORK_CODES:
        return MessageState.QUEUED, NO_NETWORK
    if code in ("pin", "10", "11", "12", "13", "310", "311", "313"):
        return MessageState.QUEUED, NO_CARD
    return MessageState.FAILED, NOT_TAKEN
