"""Text for devices that know two bytes a character, and what becomes of the rest.

Nothing is lost silently: each character a device cannot take is replaced by one it can, and named
in the result. `gb2312` is never used as a codec, as Python's refuses the name dot (devices.md 0.3).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

import msgspec

from zcdesk.devices.kinds import Replaced
from zcdesk.domain.names import PRIVATE_USE

CODECS = MappingProxyType(
    {
        "gb2312": "gbk",
        "gbk": "gbk",
        "gb18030": "gb18030",
        "big5": "big5",
        "ascii": "ascii",
        "utf16be": "utf-16-be",
        "utf16le": "utf-16-le",
    }
)
"""How a device names its encoding → Python's codec."""

BOX = "□"
# Same to the eye under another code: no loss, so nobody is told.
_SAME = MappingProxyType(dict(zip("¥•‧・‐‑–\u00a0", "￥···--- ", strict=True)))
_WORDS = MappingProxyType({"€": "欧元", "£": "英镑", "㎡": "平方米", "™": "", "®": "", "©": ""})
_PAUSES = "。！？；，、：.!?;,: \n"


class Encoded(msgspec.Struct, frozen=True):
    """Text as bytes of one device; `text` is what will be shown or spoken."""

    data: bytes
    text: str
    replaced: tuple[Replaced, ...] = ()


def encode_or_substitute(text: str, encoding: str = "gbk", *, by: str = BOX) -> Encoded:
    """Encode `text`, replacing what `encoding` lacks.

    Args:
        encoding: key of `CODECS`; the two-byte Unicode forms take the first plane only.
        by: what stands for a character there is no word for.
    """
    codec = CODECS[encoding]
    shown: list[str] = []
    replaced: list[Replaced] = []
    for read in text.translate(PRIVATE_USE):
        if _is_invisible(read):
            continue
        # GB 18030 has the half-width yen sign in four bytes, which no device shows.
        same = read if _fits(read, codec) and (read, codec) != ("¥", "gb18030") else ""
        char = same or _SAME.get(read, read)
        if _fits(char, codec):
            shown.append(char)
            continue
        word = _WORDS.get(char, by)
        stand = word if all(_fits(c, codec) for c in word) else "?"
        shown.append(stand)
        replaced.append(Replaced(char, stand))
    said = "".join(shown)
    return Encoded(said.encode(codec), said, tuple(dict.fromkeys(replaced)))


def columns(text: str) -> int:
    """Return how wide a device shows `text`: what GB 18030 writes in one byte takes one column."""
    return sum(1 if char.isascii() else 2 for char in text)


def split(text: str, encoding: str, limit: int, mark: re.Pattern[str] | None = None) -> list[str]:
    """Cut `text` into pieces of at most `limit` bytes, at a pause where there is one.

    Args:
        mark: what is never cut in two, beside the bytes of one character.
    """
    codec = CODECS[encoding]
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for unit in _units(text, mark):
        width = len(unit.encode(codec))
        if piece and size + width > limit:
            cut = _last_pause(piece)
            pieces.append("".join(piece[:cut]))
            piece = piece[cut:]
            size = sum(len(one.encode(codec)) for one in piece)
        piece.append(unit)
        size += width
    return [*pieces, "".join(piece)] if piece else pieces


def _units(text: str, mark: re.Pattern[str] | None) -> Iterator[str]:
    at = 0
    for found in mark.finditer(text) if mark else ():
        yield from text[at : found.start()]
        yield found.group()
        at = found.end()
    yield from text[at:]


def _last_pause(piece: list[str]) -> int:
    """Return how many units go out now: up to the last pause, or all of them."""
    for at in range(len(piece), 0, -1):
        if piece[at - 1] in _PAUSES:
            return at
    return len(piece)


def _fits(char: str, codec: str) -> bool:
    if codec.startswith("utf-16"):
        return ord(char) < 0x10000 and not 0xD800 <= ord(char) < 0xE000
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _is_invisible(char: str) -> bool:
    """Tell characters nobody sees or hears; a line end is one the device may want."""
    if char == "\n":
        return False
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return is_selector or unicodedata.category(char) in ("Cc", "Cf")
