"""A simulated GSM modem: answers AT commands, takes PDUs, reports their delivery.

It echoes until told not to, as modems do when switched on.
"""

from __future__ import annotations

import re

from zcdesk.devices import sms_pdu
from zcdesk.devices.simulators.far_side import Said, Says
from zcdesk.devices.sms_pdu import Sent

_END, _ESCAPE = 0x1A, 0x1B


class ModemModel:
    """A modem that remembers what it sent.

    Attributes:
        sent: parts in order, as a network reads them.
        has_network, pin, arrives: what it says of network, card and delivery.
        error: number of a CMS error it answers every message with, empty for none.
        commands: every command it heard.
    """

    check_at = -3

    def __init__(self, *, report_after: float | None = 0.2) -> None:
        """Build a modem.

        Args:
            report_after: seconds until a delivery report, None for none.
        """
        self.sent: list[Sent] = []
        self.commands: list[str] = []
        self.has_network = True
        self.pin = "READY"
        self.arrives = True
        self.error = ""
        self._report_after = report_after
        self._reference = 0
        self.start(0)

    @property
    def texts(self) -> list[str]:
        """What phones show: parts of one message joined, repeated parts once."""
        joined: dict[tuple[str, int], dict[int, str]] = {}
        for count, part in enumerate(self.sent):
            key = (part.number, part.reference if part.parts > 1 else -count)
            joined.setdefault(key, {})[part.part] = part.text
        return ["".join(parts[n] for n in sorted(parts)) for parts in joined.values()]

    def start(self, now: float) -> Says:
        """Switch on: echo, text mode, nothing half typed."""
        self._buffer = b""
        self._echo, self._pdu_mode, self._awaiting = True, False, 0
        return ()

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Obey whole commands, and a PDU ended by Ctrl-Z."""
        said: list[Said] = []
        for byte in data:
            if byte == _ESCAPE:
                self._buffer, self._awaiting = b"", 0
            elif self._awaiting and byte == _END:
                text, self._buffer = self._buffer, b""
                said += self._submit(text)
            elif byte == 0x0D and not self._awaiting:
                command, self._buffer = self._buffer.decode("ascii", "replace"), b""
                said += self._obey(command.strip(), busy=busy)
            else:
                self._buffer += bytes((byte,))
        return tuple(said)

    def tick(self, now: float) -> Says:
        return ()

    def wakes_at(self) -> float | None:
        return None

    def _obey(self, command: str, *, busy: bool) -> list[Said]:
        if not command:
            return []
        self.commands.append(command)
        echo = f"{command}\r" if self._echo else ""
        return [_said(echo + self._answer(command, busy=busy))]

    def _answer(self, command: str, *, busy: bool) -> str:
        match command:
            case "ATE0":
                self._echo = False
            case "AT+CMGF=0":
                self._pdu_mode = True
            case "AT+CPIN?":
                return f"\r\n+CPIN: {self.pin}\r\n\r\nOK\r\n"
            case "AT+CREG?":
                return f"\r\n+CREG: 0,{1 if self.has_network else 2}\r\n\r\nOK\r\n"
            case _ if found := re.fullmatch(r"AT\+CMGS=(\d+)", command):
                if busy or not self._pdu_mode:
                    return "\r\n+CMS ERROR: 314\r\n" if busy else "\r\n+CMS ERROR: 304\r\n"
                self._awaiting = int(found.group(1))
                return "\r\n> "
            case "AT" | "AT+CMEE=1":
                pass
            case _ if command.startswith("AT+CNMI="):
                pass
            case _:
                return "\r\nERROR\r\n"
        return "\r\nOK\r\n"

    def _submit(self, text: bytes) -> list[Said]:
        wanted, self._awaiting = self._awaiting, 0
        try:
            pdu = bytes.fromhex(text.decode("ascii").strip())
            part = sms_pdu.read_submit(pdu)
        except (ValueError, UnicodeDecodeError):
            return [_said("\r\n+CMS ERROR: 304\r\n")]
        if len(pdu) - 1 - pdu[0] != wanted:
            return [_said("\r\n+CMS ERROR: 304\r\n")]
        if self.error:
            return [_said(f"\r\n+CMS ERROR: {self.error}\r\n")]
        self._reference = (self._reference + 1) % 256
        self.sent.append(part)
        said = [_said(f"\r\n+CMGS: {self._reference}\r\n\r\nOK\r\n")]
        if part.wants_report and self._report_after is not None:
            report = sms_pdu.status_report(self._reference, part.number, arrived=self.arrives)
            line = f"\r\n+CDS: {len(report) - 1}\r\n{report.hex().upper()}\r\n"
            said.append(Said(self._report_after, line.encode("ascii")))
        return said


def _said(text: str) -> Said:
    return Said(0, text.encode("ascii"))
