"""Frames of the two voice modules in use, SYN6288 and XFS5152CE, as two values of one kind.

Pure functions. The two differ where drivers most often go wrong: XFS5152 has no check byte and
counts one less, its Unicode is little-endian, and `[t]`, `[m]` mean other things (devices.md 1, 2).
"""

from __future__ import annotations

import re
from types import MappingProxyType

import msgspec

from zcdesk.devices.charset import encode_or_substitute, split
from zcdesk.devices.checks import xor8
from zcdesk.devices.kinds import Replaced

HEAD = 0xFD
SPEAK, STOP, PAUSE, RESUME, QUERY, SET_BAUD, SLEEP, WAKE = 1, 2, 3, 4, 0x21, 0x31, 0x88, 0xFF
STORE, SPEAK_STORED = 0x31, 0x32  # XFS5152 only

READY, ACCEPTED, REJECTED, SPEAKING, IDLE = 0x4A, 0x41, 0x45, 0x4E, 0x4F
ANSWERS = MappingProxyType(
    {READY: "初始化完成", ACCEPTED: "收到", REJECTED: "拒收", SPEAKING: "正在播音", IDLE: "空闲"}
)

ENCODINGS = MappingProxyType({"gb2312": 0, "gbk": 1, "big5": 2, "unicode": 3})
SOMEBODY = "某"
"""Spoken for a character the module has no code for."""


class Settings(msgspec.Struct, frozen=True):
    """How to speak, in terms of no maker.

    Attributes:
        volume, speed, background: percent, or None for the module's own.
        digits: read numbers digit by digit, as ticket numbers want it.
        music: background music of the module, 0 for none.
        times: how often a call is said (ux 2.19: twice).
        chime: a sound built into the module said before a call, such as `sounda`; '' for none.
        english: a call is said in English, too.
    """

    volume: int | None = None
    speed: int | None = None
    background: int | None = None
    digits: bool = True
    encoding: str = "gbk"
    music: int = 0
    times: int = 2
    chime: str = ""
    english: bool = False


class Chip(msgspec.Struct, frozen=True):
    """A voice module's dialect.

    Attributes:
        has_check: an XOR closes each frame and is counted in its length.
        limit: bytes of text in one frame.
        volume, speed: letter of the mark and its highest step.
        own_volume: percent the module speaks at when not told.
        background: letter of the music's volume, '' where there is no music.
    """

    name: str
    has_check: bool
    limit: int
    unicode: str
    volume: tuple[str, int]
    speed: tuple[str, int]
    own_volume: int
    background: str = ""
    bauds: tuple[int, ...] = (9600,)

    @property
    def has_music(self) -> bool:
        return bool(self.background)


SYN6288 = Chip("SYN6288", True, 200, "utf16be", ("v", 16), ("t", 5), 62, "m")
# The longest text is nowhere told; a sibling module takes 4 KB (devices.md 2.2).
XFS5152 = Chip("XFS5152", False, 4000, "utf16le", ("v", 9), ("s", 9), 55, bauds=(9600, 115200))

MARK = re.compile(r"\[[a-z0-9]{1,4}\]")
_BRACKETS = str.maketrans("[]", "［］")


class Spoken(msgspec.Struct, frozen=True):
    """A text as frames, in order; `replaced` is what cannot be spoken as written."""

    frames: tuple[bytes, ...]
    text: str
    replaced: tuple[Replaced, ...] = ()


def frame(chip: Chip, command: int, *data: int | bytes) -> bytes:
    """Frame a command with its parameter and text."""
    body = bytes((command,)) + b"".join(bytes((d,)) if isinstance(d, int) else d for d in data)
    length = len(body) + chip.has_check
    whole = bytes((HEAD,)) + length.to_bytes(2, "big") + body
    return whole + bytes((xor8(whole),)) if chip.has_check else whole


def speak(chip: Chip, text: str, encoding: str = "gbk", music: int = 0) -> Spoken:
    """Frame a text exactly as given, its marks included, in as many frames as it needs."""
    table = chip.unicode if encoding == "unicode" else encoding
    said = encode_or_substitute(text, table, by=SOMEBODY)
    parameter = music << 3 | ENCODINGS[encoding]
    pieces = split(said.text, table, chip.limit, MARK)
    data = (encode_or_substitute(piece, table).data for piece in pieces)
    frames = tuple(frame(chip, SPEAK, parameter, piece) for piece in data)
    return Spoken(frames, said.text, said.replaced)


def marks(chip: Chip, settings: Settings) -> str:
    """Return the marks that set the module up; they hold until changed."""
    wanted = [(chip.volume, settings.volume), (chip.speed, settings.speed)]
    if chip.background and settings.music:
        wanted.append(((chip.background, 16), settings.background))
    steps = [
        f"[{letter}{_step(percent, top)}]"
        for (letter, top), percent in wanted
        if percent is not None
    ]
    return "".join(steps) + ("[n1]" if settings.digits else "[n0]")


def plain(text: str) -> str:
    """Take a text of people's own: a bracket in it is no mark."""
    return text.translate(_BRACKETS)


def _step(percent: int, top: int) -> int:
    return int(min(max(percent, 0), 100) * top / 100 + 0.5)


class VoiceFrames:
    """Finds frames of one chip's dialect in a stream, as a simulated module needs them.

    Attributes:
        rejected: frames passed over for a wrong check or length.
    """

    def __init__(self, chip: Chip) -> None:
        self._chip = chip
        self._buffer = bytearray()
        self.rejected = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a frame has begun and its end has not come."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> tuple[bytes, ...]:
        """Return the bodies (command, parameter, text) that are complete now."""
        self._buffer += data
        found: list[bytes] = []
        while True:
            at = self._buffer.find(HEAD)
            del self._buffer[: at if at >= 0 else len(self._buffer)]
            if len(self._buffer) < 3:
                return tuple(found)
            length = int.from_bytes(self._buffer[1:3], "big")
            if not 1 + self._chip.has_check <= length <= self._chip.limit + 3:
                self._pass_over()
                continue
            if len(self._buffer) < 3 + length:
                return tuple(found)
            whole = bytes(self._buffer[: 3 + length])
            if self._chip.has_check and xor8(whole):
                self._pass_over()
                continue
            del self._buffer[: 3 + length]
            found.append(whole[3 : -1 if self._chip.has_check else None])

    def idle(self) -> tuple[bytes, ...]:
        """Give up the frame that has begun: the module drops it after 8 ms of silence."""
        if not self._buffer:
            return ()
        self._pass_over()
        return self.feed(b"")

    def _pass_over(self) -> None:
        del self._buffer[0]
        self.rejected += 1
