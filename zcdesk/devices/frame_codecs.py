"""How one value of a frame becomes bytes and comes back: the codecs a profile file may name.

Pure. A codec refuses what it cannot hold, in either direction, and never shortens it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from zcdesk.devices.charset import CODECS, encode_or_substitute
from zcdesk.devices.hextext import NotHex, from_hex
from zcdesk.devices.kinds import Replaced

Value = int | str
Values = Mapping[str, Value]


class Unfit(ValueError):
    """A value a codec cannot hold, or bytes that are none of its values; says why in Chinese."""


class Bytes(msgspec.Struct, frozen=True):
    """A value as bytes, and the characters that had to be replaced for it."""

    data: bytes
    replaced: tuple[Replaced, ...] = ()


class NumberCodec(msgspec.Struct, frozen=True):
    """A whole number in a fixed number of bytes, `offset` added on the way out.

    Attributes:
        least, most: smallest number, and the largest with its offset.
        whole: with an offset, a number from here on has it already: of six digits, 100005 for 5.
    """

    size: int
    least: int
    most: int
    pack: Callable[[int], bytes]
    unpack: Callable[[bytes], int]
    offset: int = 0
    whole: int = 0

    def encode(self, value: Value, values: Values) -> Bytes:
        """Write a number, given as one or in digits."""
        try:
            number = int(value)
        except ValueError as error:
            raise Unfit(f"“{value}”不是数字") from error
        if self.offset and self.whole and number >= self.whole:
            number -= self.offset
        if not self.least <= number <= self.most - self.offset:
            raise Unfit(f"{number} 超出 {self.least} 至 {self.most - self.offset}")
        return Bytes(self.pack(number + self.offset))

    def decode(self, data: bytes) -> int:
        """Read a number."""
        number = self.unpack(data) - self.offset
        if number < self.least:
            raise Unfit(f"{number} 太小")
        if self.offset and self.whole and number >= self.whole:
            raise Unfit(f"{number} 是别的一段号")  # a hall's line is no strip
        return number


class SplitAddress(msgspec.Struct, frozen=True):
    """瑞泽: 80 + the low 6 bits, then C0 + the high 2 bits where there are any."""

    size: None = None

    def encode(self, value: Value, values: Values) -> Bytes:
        """Write an address of 0 to 255."""
        number = int(value)
        if not 0 <= number <= 0xFF:
            raise Unfit(f"{number} 超出 0 至 255")
        high = bytes((0xC0 | number >> 6,)) if number >> 6 else b""
        return Bytes(bytes((0x80 | number & 0x3F,)) + high)

    def decode(self, data: bytes) -> int:
        """Read an address."""
        return data[0] & 0x3F | (data[1] & 3) << 6 if len(data) > 1 else data[0] & 0x3F

    def measure(self, data: bytes, at: int) -> int | None:
        """Return how many bytes the address takes, None to wait; `Unfit` for no address."""
        if at >= len(data):
            return None
        if data[at] & 0xC0 != 0x80:
            raise Unfit("不是地址")
        if at + 1 >= len(data):
            return None
        return 2 if data[at + 1] & 0xFC == 0xC0 else 1


class TextCodec(msgspec.Struct, frozen=True):
    """Text in an encoding, changed on the way by `pack`.

    Attributes:
        pack, unpack: from and to the encoded text; `pack` may look at the other values.
        colours: reads the colours that go with the text, a digit each.
    """

    encoding: str
    pack: Callable[[bytes, str, Values], bytes]
    unpack: Callable[[bytes], bytes]
    colours: Callable[[bytes], str] | None = None
    size: None = None

    def encode(self, value: Value, values: Values) -> Bytes:
        """Write a text, replacing what the encoding lacks."""
        said = encode_or_substitute(str(value), self.encoding)
        return Bytes(self.pack(said.data, said.text, values), said.replaced)

    def decode(self, data: bytes) -> str:
        """Read a text."""
        try:
            return self.unpack(data).decode(CODECS[self.encoding])
        except UnicodeDecodeError as error:
            raise Unfit("不是这种编码的文字") from error


Codec = NumberCodec | SplitAddress | TextCodec


def codec_named(name: str) -> Codec:
    """Return the codec a profile names: `u8`, `u8+0x80`, `digits6+100000`, `gbk+colour` …"""
    plain, plus, offset = name.partition("+")
    if plus and re.fullmatch(r"0x[0-9A-Fa-f]+|[0-9]+", offset):
        codec = _NUMBERS.get(plain)
        if codec is None:
            raise Unfit(f"“{plain}”不是数字编码，不能加偏移")
        return msgspec.structs.replace(codec, offset=int(offset, 0))
    found = _NUMBERS.get(name) or _TEXTS.get(name)
    if found is None:
        raise Unfit(f"没有编码“{name}”，可用：{'、'.join([*_NUMBERS, *_TEXTS])}")
    return found


def colours_of(text: str, values: Values) -> list[int]:
    """Return a colour for each character: `colours` has a digit for each, the last goes on."""
    given = str(values.get("colours", "") or values.get("colour", 0))
    if not re.fullmatch(r"[0-9]+", given):
        raise Unfit(f"颜色“{given}”应为数字")
    return [int(given[min(i, len(given) - 1)]) for i in range(len(text))]


def _number(
    size: int, most: int, end: Literal["big", "little"] = "big", least: int = 0
) -> NumberCodec:
    signed = least < 0
    return NumberCodec(
        size,
        least,
        most,
        lambda n: n.to_bytes(size, end, signed=signed),
        lambda data: int.from_bytes(data, end, signed=signed),
    )


def _digits(count: int) -> NumberCodec:
    return NumberCodec(
        count,
        0,
        10**count - 1,
        lambda n: f"{n:0{count}}".encode("ascii"),
        _from_digits,
        whole=10 ** (count - 1),
    )


def _from_digits(data: bytes) -> int:
    if not data.isdigit():
        raise Unfit("不是数字")
    return int(data)


def _to_bcd(size: int) -> Callable[[int], bytes]:
    return lambda n: bytes.fromhex(f"{n:0{2 * size}}")


def _from_bcd(data: bytes) -> int:
    return _from_digits(data.hex().encode("ascii"))


def _from_div100(data: bytes) -> int:
    return data[0] * 100 + data[1]


_NUMBERS: Mapping[str, NumberCodec] = MappingProxyType(
    {
        "u8": _number(1, 0xFF),
        "u16be": _number(2, 0xFFFF),
        "u16le": _number(2, 0xFFFF, "little"),
        "s16be": _number(2, 0x7FFF, least=-0x8000),
        "s16le": _number(2, 0x7FFF, "little", -0x8000),
        # Hundreds and rest in binary, as ticket displays want them: 1234 is 0C 22.
        "div100": NumberCodec(2, 0, 9999, lambda n: bytes(divmod(n, 100)), _from_div100),
        "bcd1": NumberCodec(1, 0, 99, _to_bcd(1), _from_bcd),
        "bcd2": NumberCodec(2, 0, 9999, _to_bcd(2), _from_bcd),
        **{f"digits{count}": _digits(count) for count in range(1, 9)},
    }
)


def _same(data: bytes, text: str, values: Values) -> bytes:
    return data


def _coloured(data: bytes, text: str, values: Values) -> bytes:
    """After each character its colour."""
    parts = zip(text, colours_of(text, values), strict=True)
    return b"".join(char.encode("gbk") + bytes((colour,)) for char, colour in parts)


def _without_colours(data: bytes) -> bytes:
    return b"".join(char for char, _ in _coloured_characters(data))


def _colours_between(data: bytes) -> str:
    return _colour_digits(bytes(colour for _, colour in _coloured_characters(data)))


def _coloured_characters(data: bytes) -> list[tuple[bytes, int]]:
    found, at = [], 0
    while at < len(data):
        end = at + (2 if data[at] >= 0x80 else 1)
        if end >= len(data):
            raise Unfit("颜色与字数不符")
        found.append((data[at:end], data[end]))
        at = end + 1
    return found


def _colour_digits(data: bytes) -> str:
    """Return colours as `colours=` takes them."""
    if any(colour > 9 for colour in data):
        raise Unfit("不是颜色")
    return "".join(map(str, data))


def _nibbles(data: bytes, text: str = "", values: Values | None = None) -> bytes:
    """Bytes from 80 on in two halves, so that no data byte has its top bit set."""
    return b"".join(bytes((b >> 4, b & 15)) if b >= 0x80 else bytes((b,)) for b in data)


def _from_nibbles(data: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(data):
        if data[at] >= 0x10:
            out.append(data[at])
            at += 1
        elif at + 1 < len(data) and data[at] >= 8 and data[at + 1] < 0x10:
            out.append(data[at] << 4 | data[at + 1])
            at += 2
        else:
            raise Unfit("半字节不成对")
    return bytes(out)


def _colour_string(data: bytes, text: str, values: Values) -> bytes:
    """A colour for each byte of the text, each sent twice; the text itself goes elsewhere."""
    parts = zip(text, colours_of(text, values), strict=True)
    return b"".join(bytes((colour,)) * (2 * len(char.encode("gbk"))) for char, colour in parts)


def _colours_twice(data: bytes) -> str:
    """Return a colour for each byte of the text, as the device counts them."""
    if data[::2] != data[1::2]:
        raise Unfit("颜色不成对")
    return _colour_digits(data[::2])


def _even(data: bytes, text: str, values: Values) -> bytes:
    """Two characters in a register; the last may hold a blank."""
    return data + b" " * (len(data) % 2)


def _from_hex(data: bytes, text: str, values: Values) -> bytes:
    try:
        return from_hex(text)
    except NotHex as error:
        raise Unfit(str(error)) from error


_TEXTS: Mapping[str, Codec] = MappingProxyType(
    {
        "gbk": TextCodec("gbk", _same, bytes),
        "gb18030": TextCodec("gb18030", _same, bytes),
        "big5": TextCodec("big5", _same, bytes),
        "ascii": TextCodec("ascii", _same, bytes),
        "utf16be": TextCodec("utf16be", _same, bytes),
        "utf16le": TextCodec("utf16le", _same, bytes),
        "gbk+colour": TextCodec("gbk", _coloured, _without_colours, _colours_between),
        "gbk+nibbles": TextCodec("gbk", _nibbles, _from_nibbles),
        "colours2": TextCodec("gbk", _colour_string, lambda data: b"", _colours_twice),
        "registers": TextCodec("ascii", _even, lambda data: data.rstrip(b" ")),
        "hex": TextCodec("ascii", _from_hex, lambda data: data.hex(" ").upper().encode("ascii")),
        "split6": SplitAddress(),
    }
)
