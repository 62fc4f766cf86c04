"""Frames of the SAM_V identity module (GA 450): preamble, length, body, XOR; and what they mean.

Pure functions over bytes. The check covers the length bytes too, and a length nobody sends or a
wrong check costs one byte, never the good frame behind it (devices.md 6.2).
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

import msgspec

from zcdesk.devices.checks import xor8

PREAMBLE = bytes.fromhex("AA AA AA 96 69")
_HEAD = len(PREAMBLE) + 2
_SHORTEST, _LONGEST = 3, 4096  # of LEN; the longest answer with fingerprints is 2314

RESET, STATUS, SAM_NUMBER = b"\x10\xff", b"\x11\xff", b"\x12\xff"
FIND, SELECT = b"\x20\x01", b"\x20\x02"
READ, READ_ADDRESS, READ_ALL = b"\x30\x01", b"\x30\x03", b"\x30\x10"
RF_SIZE = b"\x61\xff\x50"
BAUDS = MappingProxyType({115200: 0, 57600: 1, 38400: 2, 19200: 3, 9600: 4})

SET_BAUD = b"\x60"
"""Followed by the speed, see `set_baud`."""

DONE, FOUND = 0x90, 0x9F
BAD_CHECK, BAD_LENGTH, UNKNOWN_COMMAND = 0x10, 0x11, 0x21
CARD_REFUSES, READER_REFUSES, WRONG_TYPE, READ_FAILED = 0x31, 0x32, 0x40, 0x41
NOT_AUTHORISED, NO_CARD, NOT_SELECTED, ABSENT = 0x66, 0x80, 0x81, 0x91

MEANINGS = MappingProxyType(
    {
        DONE: "完成",
        FOUND: "找到证件",
        BAD_CHECK: "读卡器收到的校验码不符",
        BAD_LENGTH: "读卡器收到的长度不符",
        UNKNOWN_COMMAND: "读卡器不认识这个命令",
        0x23: "没有权限",
        0x24: "读卡器报告未知错误",
        CARD_REFUSES: "证件不认读卡器",
        READER_REFUSES: "读卡器不认证件",
        0x33: "证件数据校验不符",
        WRONG_TYPE: "不是可以读的证件",
        READ_FAILED: "读证件失败",
        0x47: "取随机数失败",
        0x60: "读卡器自检失败",
        NOT_AUTHORISED: "读卡器未经授权",
        NO_CARD: "没有找到证件",
        NOT_SELECTED: "选证件失败",
        ABSENT: "证件里没有这项内容",
    }
)

COMMANDS = MappingProxyType(
    {
        RESET: "复位",
        STATUS: "查询状态",
        SAM_NUMBER: "读模块号",
        FIND: "寻找证件",
        SELECT: "选取证件",
        READ: "读文字和照片",
        READ_ADDRESS: "读最新住址",
        READ_ALL: "读文字、照片和指纹",
        RF_SIZE: "设射频帧长",
    }
)


class Fault(StrEnum):
    """Why bytes are no frame; the value is said to a person."""

    NO_PREAMBLE = "没有找到帧头 AA AA AA 96 69"
    LENGTH = "长度字段不对"
    SHORT = "数据不完整，后面缺字节"
    CHECK = "校验码不符"
    CONTENT = "帧里的文字和照片长度与数据不符"


class BadFrame(ValueError):
    """Bytes that hold no good frame, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Answer(msgspec.Struct, frozen=True):
    """What the module answered; `data` may be a person's and is never shown whole."""

    status: int
    data: bytes = b""

    @property
    def meaning(self) -> str:
        return MEANINGS.get(self.status, f"状态 {self.status:02X}")

    def __repr__(self) -> str:
        return f"Answer(status={self.status:02X}, {len(self.data)} bytes)"


class Content(msgspec.Struct, frozen=True):
    """The parts of a read: 256 bytes of text, the photo in its closed form, fingerprints."""

    text: bytes
    photo: bytes = b""
    fingerprint: bytes = b""

    def __repr__(self) -> str:
        return f"Content({len(self.text)} + {len(self.photo)} + {len(self.fingerprint)} bytes)"


def frame(body: bytes) -> bytes:
    """Frame a request (command, parameter, data) or an answer (three status bytes, data)."""
    core = (len(body) + 1).to_bytes(2, "big") + body
    return PREAMBLE + core + bytes((xor8(core),))


def answer_frame(status: int, data: bytes = b"") -> bytes:
    """Frame an answer, as the module does."""
    return frame(bytes((0, 0, status)) + data)


def set_baud(baud: int) -> bytes:
    """Return the body that changes the module's speed."""
    return SET_BAUD + bytes((BAUDS[baud],))


def as_answer(body: bytes) -> Answer | None:
    """Read a body as an answer; None for a request."""
    return Answer(body[2], body[3:]) if len(body) > 2 and body[:2] == b"\0\0" else None


def as_content(data: bytes) -> Content:
    """Take a read's data apart; `BadFrame` where its lengths and bytes disagree."""
    text, photo = (int.from_bytes(data[at : at + 2], "big") for at in (0, 2))
    finger, start = 0, 4
    if len(data) != start + text + photo:
        finger, start = int.from_bytes(data[4:6], "big"), 6
    if len(data) < 4 or text != 256 or len(data) != start + text + photo + finger:
        raise BadFrame(Fault.CONTENT)
    end = start + text + photo
    return Content(data[start : start + text], data[start + text : end], data[end:])


def content_data(content: Content, *, with_fingerprint: bool = False) -> bytes:
    """Put a read's data together, as the module sends it."""
    parts = [content.text, content.photo]
    parts += [content.fingerprint] if with_fingerprint else []
    return b"".join(len(part).to_bytes(2, "big") for part in parts) + b"".join(parts)


class SamFrames:
    """Finds frames in a stream, however it is cut up.

    Attributes:
        faults: what was wrong with bytes passed over, in order, at most the last few.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.faults: list[Fault] = []

    @property
    def is_waiting(self) -> bool:
        """Whether a frame has begun and its end has not come."""
        return len(self._buffer) >= len(PREAMBLE)

    def feed(self, data: bytes) -> tuple[bytes, ...]:
        """Return the bodies that are complete now."""
        self._buffer += data
        found: list[bytes] = []
        while True:
            at = self._buffer.find(PREAMBLE)
            del self._buffer[: at if at >= 0 else max(0, len(self._buffer) - len(PREAMBLE) + 1)]
            if at < 0 or (body := self._first()) is None:
                return tuple(found)
            if isinstance(body, Fault):
                self._pass_over(body)
            else:
                del self._buffer[: _HEAD + len(body) + 1]
                found.append(body)

    def idle(self) -> tuple[bytes, ...]:
        """Give up the frame that has begun, as the line is silent, and look behind its start."""
        if not self.is_waiting:
            return ()
        self._pass_over(Fault.SHORT)
        return self.feed(b"")

    def _first(self) -> bytes | Fault | None:
        """Return the body at the buffer's start, what is wrong with it, or None to wait."""
        if len(self._buffer) < _HEAD:
            return None
        length = int.from_bytes(self._buffer[5:7], "big")
        if not _SHORTEST <= length <= _LONGEST:
            return Fault.LENGTH
        if len(self._buffer) < _HEAD + length:
            return None
        core = bytes(self._buffer[5 : _HEAD + length])
        return core[2:-1] if xor8(core) == 0 else Fault.CHECK

    def _pass_over(self, fault: Fault) -> None:
        del self._buffer[0]
        self.faults = [*self.faults[-7:], fault]


def bodies_in(data: bytes) -> tuple[bytes, ...]:
    """Return every good frame's body in `data`; `BadFrame` with the first reason if none."""
    frames = SamFrames()
    found = list(frames.feed(data))
    while frames.is_waiting:
        found += frames.idle()
    if not found:
        raise BadFrame(frames.faults[0] if frames.faults else Fault.NO_PREAMBLE)
    return tuple(found)
