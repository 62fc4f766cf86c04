"""Bytes as people write them: `FD 00 0B`, and whatever they paste back.

Reading tolerates blanks, line ends, commas, either case and `0x`; it never guesses at a character
that is no hexadecimal digit.
"""

from __future__ import annotations

import re

_PREFIX = re.compile(r"(?<![0-9A-Fa-f])0[xX]")
_BETWEEN = re.compile(r"[\s,;:]+")
_WRONG = re.compile(r"[^0-9A-Fa-f\s,;:]")


class NotHex(ValueError):
    """The text is no bytes; its message says where, in Chinese."""


def to_hex(data: bytes) -> str:
    """Write bytes in upper case, blanks between."""
    return data.hex(" ").upper()


def from_hex(text: str) -> bytes:
    """Read bytes; `NotHex` with the place of the first character that cannot be one."""
    bare = _PREFIX.sub("  ", text)  # as long as the text, so that a place in it is one in both
    if wrong := _WRONG.search(bare):
        raise NotHex(f"第 {wrong.start() + 1} 个字符“{wrong.group()}”不是十六进制数字")
    plain = _BETWEEN.sub("", bare)
    if not plain:
        raise NotHex("没有给出任何字节")
    if len(plain) % 2:
        raise NotHex(f"共有 {len(plain)} 个十六进制数字，应为双数，可能少了一个")
    return bytes.fromhex(plain)
