"""Frames of the Onbon BX-5K, 5MK and 6K controllers: preamble, escapes, header, CRC.

Pure functions. Escaping comes last and covers the check too, so an unescaped A5 is always a start
and an unescaped 5A always an end (devices.md 3.1). Formatting the card is left out on purpose.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

import msgspec

from zcdesk.devices.checks import CRC_ARC

START, END = 0xA5, 0x5A
PREAMBLE = bytes((START,)) * 8
_ESCAPES = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_PLAIN = {code: bytes((raw,)) for raw, code in _ESCAPES.items()}
_HEADER = 14
_LONGEST = 1 << 14

HOST = 0x8000
BROADCAST, BROADCAST_SILENT = 0xFFFE, 0xFFFF
ANY_TYPE, PROTOCOL = 0xFE, 0x02

PING, STATUS, CLEAR = b"\xa2\x00", b"\xa1\x02", b"\xa3\x10"
AREA = b"\xa3\x06"
ACK, NACK = b"\xa0\x00", b"\xa0\x01"
ANSWER, NO_ANSWER = 1, 2

BUSY, BAD_CRC, NO_FONT = 3, 5, 0xC
ERRORS = MappingProxyType(
    {
        0: "没有错误",
        1: "命令组不认识",
        2: "命令不认识",
        3: "控制卡正忙",
        4: "内存不够",
        5: "校验码不符",
        6: "没有这个文件",
        7: "闪存出错",
        8: "下载出错",
        9: "文件名不对",
        0xA: "文件类型不对",
        0xB: "文件校验不符",
        0xC: "没有这种字库",
        0xD: "固件型号不符",
        0xE: "日期时间格式不对",
        0xF: "文件已存在",
        0x10: "文件块号不对",
    }
)


class Fault(StrEnum):
    """Why bytes between a start and an end are no frame."""

    ESCAPE = "转义不对"
    LENGTH = "长度不对"
    CHECK = "校验码不符"


class Packet(msgspec.Struct, frozen=True):
    """One packet: who to whom, and its data from the command group on."""

    data: bytes
    to: int = 1
    source: int = HOST

    @property
    def command(self) -> bytes:
        return self.data[:2]

    @property
    def error(self) -> int:
        """The error byte of a reply."""
        return self.data[2] if len(self.data) > 2 else 0


def command(code: bytes, payload: bytes = b"", *, answer: int = ANSWER, process: int = 0) -> bytes:
    """Return the data of a request.

    Args:
        process: first of the two bytes after the answer flag; one family of frames has 2D there.
    """
    return code + bytes((answer, process, 0)) + payload


def reply(error: int = 0) -> bytes:
    """Return the data of the controller's answer."""
    return (NACK if error else ACK) + bytes((error, 0, 0))


def frame(data: bytes, to: int = 1, source: int = HOST, *, starts: int = 8) -> bytes:
    """Frame `data` for the screen numbered `to`."""
    header = to.to_bytes(2, "little") + source.to_bytes(2, "little") + bytes(6)
    packet = header + bytes((ANY_TYPE, PROTOCOL)) + len(data).to_bytes(2, "little") + data
    checked = packet + CRC_ARC(packet).to_bytes(2, "little")
    return bytes((START,)) * starts + escape(checked) + bytes((END,))


def escape(data: bytes) -> bytes:
    """Replace the bytes that frame."""
    return b"".join(_ESCAPES.get(byte) or bytes((byte,)) for byte in data)


def unescape(data: bytes) -> bytes | None:
    """Take the escapes off; None where one is no escape."""
    out = bytearray()
    at = 0
    while at < len(data):
        if data[at] in (0xA6, 0x5B):
            plain = _PLAIN.get(bytes(data[at : at + 2]))
            if plain is None:
                return None
            out += plain
            at += 2
        else:
            out.append(data[at])
            at += 1
    return bytes(out)


def packet_of(escaped: bytes) -> Packet | Fault:
    """Judge what stood between a start and an end."""
    plain = unescape(escaped)
    if plain is None:
        return Fault.ESCAPE
    if len(plain) < _HEADER + 2:
        return Fault.LENGTH
    length = int.from_bytes(plain[12:14], "little")
    # Bit 0 of the bar-code option, BX-6K only, puts 16 bytes before the data.
    start = _HEADER + (16 if plain[7] & 1 else 0)
    if len(plain) != start + length + 2:
        return Fault.LENGTH
    check = int.from_bytes(plain[-2:], "little")
    if check not in (CRC_ARC(plain[:-2]), 0xFFFF):
        return Fault.CHECK
    to, source = (int.from_bytes(plain[at : at + 2], "little") for at in (0, 2))
    return Packet(plain[start:-2], to, source)


class BxFrames:
    """Finds packets in a stream, however it is cut up.

    Attributes:
        faults: what was wrong with what lay between a start and an end, the last few.
    """

    def __init__(self) -> None:
        self._body: bytearray | None = None
        self.faults: list[Fault] = []

    def feed(self, data: bytes) -> tuple[Packet, ...]:
        """Return the packets that are complete now."""
        found: list[Packet] = []
        for byte in data:
            if byte == START:
                self._body = bytearray()
            elif self._body is None:
                continue
            elif byte == END:
                result = packet_of(bytes(self._body))
                self._body = None
                if isinstance(result, Packet):
                    found.append(result)
                else:
                    self.faults = [*self.faults[-7:], result]
            elif len(self._body) < _LONGEST:
                self._body.append(byte)
            else:
                self._body = None
        return tuple(found)

    def idle(self) -> tuple[Packet, ...]:
        """Give up what has begun, as the line is silent."""
        self._body = None
        return ()
