"""Text in a dynamic area of an Onbon screen: what is shown where, and how.

A value and its bytes; lost at power-off, as it should be. A backslash in people's own text would
begin an escape and is replaced.
"""

from __future__ import annotations

import re
from types import MappingProxyType

import msgspec

from zcdesk.devices.charset import encode_or_substitute
from zcdesk.devices.kinds import Replaced
from zcdesk.errors import Invalid

_PIXELS = 0x8000
"""Top bit of X and width: the number is in pixels, not in units of 8."""

ALIGN = MappingProxyType({"left": 0, "right": 1, "centre": 2})
VALIGN = MappingProxyType({"top": 0, "bottom": 4, "middle": 8})
DISPLAY = MappingProxyType({"static": 1, "once": 2, "left": 3, "right": 4, "up": 5, "down": 6})
FONT = re.compile(r"[OEK][0-9]{3}")
_ESCAPE = re.compile(r"\\F[OEK][0-9]{3}|\\n")
FIXED = 27
"""Bytes of an area before its text, without sound and extra parameters."""

_MOST = 4096
"""Bytes of text; a card's memory is small and nowhere told."""


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """One dynamic area.

    Attributes:
        x, width: in units of 8 pixels, or with the top bit set in pixels.
        y, height: pixels; one source says units of 8, captured frames say pixels.
        time_out: seconds of run mode 2.
        align: horizontal and vertical bits.
        lines: 1 single line, 2 several.
        breaks: 1 by `\\n` only, 2 automatic.
        speed: 0 fast to 24 slow.
        stay: half seconds.
        font: `O010`: language, then encoding, face and size; '' for the card's own.
    """

    x: int = 0
    y: int = 0
    width: int = 16
    height: int = 16
    id: int = 0
    spacing: int = 0
    run: int = 0
    time_out: int = 2
    align: int = 0
    lines: int = 2
    breaks: int = 2
    display: int = 2
    leave: int = 0
    speed: int = 5
    stay: int = 4
    font: str = ""


class Shown(msgspec.Struct, frozen=True):
    """An area's bytes; `replaced` is what the screen cannot show as written."""

    data: bytes
    text: str
    replaced: tuple[Replaced, ...] = ()


def pixels(number: int) -> int:
    """Return a width or X given in pixels."""
    return number | _PIXELS


def plain(text: str) -> str:
    """Take a text of people's own: no backslash in it begins an escape, line ends break."""
    return text.replace("\\", "＼").replace("\r\n", "\n").replace("\n", "\\n")


def keep_escapes(text: str) -> str:
    """Take a text with escapes of the card: those it knows stay, another backslash does not."""
    parts, at = [], 0
    for found in _ESCAPE.finditer(text):
        parts += [plain(text[at : found.start()]), found.group()]
        at = found.end()
    return "".join((*parts, plain(text[at:])))


def area_data(area: Area, text: str) -> Shown:
    """Return the area's data, its own length left out; DEV-19 for a text too long for a card."""
    font = f"\\F{area.font}" if area.font else ""
    said = encode_or_substitute(font + text, "gbk")
    if len(said.data) > _MOST:
        raise Invalid("DEV-19", "text", why=f"{len(said.data)} 字节，最多 {_MOST} 字节")
    numbers = (area.x, area.y, area.width, area.height)
    data = b"\0" + b"".join(number.to_bytes(2, "little") for number in numbers)
    data += bytes((area.id, area.spacing, area.run)) + area.time_out.to_bytes(2, "little")
    # No sound, no extra parameters.
    data += bytes((0, 0, area.align, area.lines, area.breaks))
    data += bytes((area.display, area.leave, area.speed, area.stay))
    data += len(said.data).to_bytes(4, "little") + said.data
    return Shown(data, said.text, said.replaced)


def update(areas: tuple[bytes, ...] = (), delete: tuple[int, ...] = ()) -> bytes:
    """Return the payload that deletes areas by id and puts up others."""
    parts = (len(area).to_bytes(2, "little") + area for area in areas)
    return bytes((len(delete), *delete, len(areas))) + b"".join(parts)


def areas_in(payload: bytes) -> tuple[tuple[int, ...], tuple[tuple[Area, str], ...]] | None:
    """Return the ids deleted and the areas put up with their texts, escapes included.

    None for what is no such payload, and for areas with sound or extra parameters.
    """
    if not payload or len(payload) < payload[0] + 2:
        return None
    gone, rest = tuple(payload[1 : 1 + payload[0]]), payload[1 + payload[0] :]
    count, rest = rest[0], rest[1:]
    shown = []
    for _ in range(count):
        length = int.from_bytes(rest[:2], "little")
        data, rest = rest[2 : 2 + length], rest[2 + length :]
        text = data[FIXED:]
        if len(data) != length or int.from_bytes(data[FIXED - 4 : FIXED], "little") != len(text):
            return None
        shown.append((_area_of(data), text.decode("gbk", "replace")))
    return None if rest else (gone, tuple(shown))


_WORDS = {1: "x", 3: "y", 5: "width", 7: "height", 12: "time_out"}
_BYTES = {9: "id", 10: "spacing", 11: "run", 16: "align", 17: "lines", 18: "breaks"}
_BYTES |= {19: "display", 20: "leave", 21: "speed", 22: "stay"}
"""Where the numbers of an area stand, of two bytes and of one."""


def _area_of(data: bytes) -> Area:
    values = {name: int.from_bytes(data[at : at + 2], "little") for at, name in _WORDS.items()}
    values |= {name: data[at] for at, name in _BYTES.items()}
    return msgspec.convert(values, Area)
