"""Short messages as PDUs (3GPP TS 23.040): Chinese text in UCS-2, long text in parts.

Pure functions from values to bytes and back; the AT dialogue is `modem`'s. A character outside
the basic plane is never cut in two between parts.
"""

from __future__ import annotations

from typing import NamedTuple

WHOLE_UNITS, PART_UNITS = 70, 67
"""UTF-16 units of a message alone, and of one part beside its 6 octets of header."""

_SUBMIT, _RELATIVE, _REPORT_WANTED, _HEADER = 0x01, 0x10, 0x20, 0x40
_STATUS_REPORT = 0x02
_UCS2 = 0x08
_A_DAY = 0xA7
_INTERNATIONAL = 0x91
_CHINA = "86"


class Submit(NamedTuple):
    """A message to send: `length` is what `AT+CMGS=` is told, without the centre's address."""

    pdu: bytes
    length: int

    @property
    def hex(self) -> str:
        return self.pdu.hex().upper()


class StatusReport(NamedTuple):
    """What the centre says of a part: `reference` as `+CMGS` gave it.

    Attributes:
        arrived: True delivered, False never will be, None still trying.
    """

    reference: int
    arrived: bool | None


class Sent(NamedTuple):
    """A submitted part as the far side reads it; `part` of `parts` from 1, 1 of 1 alone."""

    number: str
    text: str
    reference: int
    part: int
    parts: int
    wants_report: bool


def parts_of(text: str) -> tuple[str, ...]:
    """Cut a text into what fits one message, or parts of a long one."""
    if _units(text) <= WHOLE_UNITS:
        return (text,)
    parts, current = [], ""
    for char in text:
        if _units(current + char) > PART_UNITS:
            parts.append(current)
            current = ""
        current += char
    return (*parts, current)


def submits(number: str, text: str, reference: int, centre: str = "") -> tuple[Submit, ...]:
    """Make the PDUs of a text to a mobile number of mainland China.

    Args:
        reference: 0 to 255, the same for all parts, by which a phone joins them.
        centre: number of the message centre; empty = the card's own.
    """
    parts = parts_of(text)
    if len(parts) > 255 or not number.isdigit():
        raise ValueError(len(parts))
    address = _address(_CHINA + number)
    sca = _centre(centre)
    first = _SUBMIT | _RELATIVE | _REPORT_WANTED
    found = []
    for count, part in enumerate(parts, 1):
        header = bytes((5, 0, 3, reference, len(parts), count)) if len(parts) > 1 else b""
        data = header + part.encode("utf-16-be")
        flags = first | (_HEADER if header else 0)
        tpdu = bytes((flags, 0)) + address + bytes((0, _UCS2, _A_DAY, len(data))) + data
        found.append(Submit(sca + tpdu, len(tpdu)))
    return tuple(found)


def read_submit(pdu: bytes) -> Sent:
    """Read a submitted PDU as a network does; ValueError for what is none."""
    try:
        rest = pdu[1 + pdu[0] :]
        flags, length = rest[0], rest[2]
        octets = (length + 1) // 2
        number = _digits(rest[4 : 4 + octets])[:length]
        after = rest[4 + octets :]
        dcs, size, data = after[1], after[3], after[4:]
    except IndexError as error:
        raise ValueError("short") from error
    if flags & 0x03 != _SUBMIT or dcs != _UCS2 or len(data) != size:
        raise ValueError("no submit")
    reference, parts, part = 0, 1, 1
    if flags & _HEADER:
        if data[:3] != b"\x05\x00\x03":
            raise ValueError("header")
        reference, parts, part = data[3:6]
        data = data[6:]
    plain = number.removeprefix(_CHINA)
    text = data.decode("utf-16-be")
    return Sent(plain, text, reference, part, parts, bool(flags & _REPORT_WANTED))


def status_report(reference: int, number: str, *, arrived: bool) -> bytes:
    """Make the report a centre sends about a part."""
    stamp = bytes.fromhex("62114290000023")
    status = 0x00 if arrived else 0x46
    head = bytes((0, _STATUS_REPORT, reference))
    return head + _address(_CHINA + number) + stamp + stamp + bytes((status,))


def read_report(pdu: bytes) -> StatusReport | None:
    """Read a report; None for any other PDU."""
    try:
        rest = pdu[1 + pdu[0] :]
        if rest[0] & 0x03 != _STATUS_REPORT:
            return None
        status = rest[4 + (rest[2] + 1) // 2 + 14]
    except IndexError:
        return None
    arrived = True if status < 0x20 else None if status < 0x40 else False
    return StatusReport(rest[1], arrived)


def _units(text: str) -> int:
    return len(text.encode("utf-16-be")) // 2


def _address(digits: str) -> bytes:
    return bytes((len(digits), _INTERNATIONAL)) + _swapped(digits)


def _centre(number: str) -> bytes:
    if not number:
        return b"\x00"
    digits = number.removeprefix("+")
    swapped = _swapped(digits)
    return bytes((len(swapped) + 1, _INTERNATIONAL)) + swapped


def _swapped(digits: str) -> bytes:
    """Two digits an octet, the first in the low half; an odd end is filled with F."""
    padded = digits + "F" * (len(digits) % 2)
    return bytes.fromhex("".join(b + a for a, b in zip(padded[::2], padded[1::2], strict=True)))


def _digits(octets: bytes) -> str:
    return "".join(f"{octet & 0x0F:X}{octet >> 4:X}" for octet in octets)
