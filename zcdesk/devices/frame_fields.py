"""The fields of a frame as a profile file writes them, one string each.

const:A0 90            bytes as they are; `head=const:A0` gives them a name
preamble:A5*8          sent eight times, read once or more
addr:u8                a value and its codec: addr, window, number, text, seq, any parameter
len:u16be(cmd..text)   bytes from one field to another; `/2` counts pairs, `+1` adds
count:u8(text)         characters of a text
check:xor8(addr..text) a check over fields; `check:crc16-arc:le(a..b)` names the byte order
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from zcdesk.devices.checks import CHECKS, Check
from zcdesk.devices.frame_codecs import Codec, NumberCodec, Unfit, codec_named
from zcdesk.devices.hextext import NotHex, from_hex

_NAME = r"[a-z][a-z0-9_]*"
_FORM = re.compile(
    rf"(?:(?P<name>{_NAME})=)?(?P<kind>{_NAME}):(?P<what>[^()]*?)"
    rf"(?:\((?P<first>{_NAME})(?:\.\.(?P<last>{_NAME}))?\))?(?P<rest>[/+]\d+)?"
)


class Const(msgspec.Struct, frozen=True):
    name: str
    data: bytes


class Preamble(msgspec.Struct, frozen=True):
    name: str
    byte: int
    count: int


class ValueField(msgspec.Struct, frozen=True):
    name: str
    codec: Codec


class Span(msgspec.Struct, frozen=True):
    """From one field to another, both included."""

    first: str
    last: str


class Length(msgspec.Struct, frozen=True):
    """How many bytes, or pairs of bytes, or characters, a span has."""

    name: str
    codec: NumberCodec
    span: Span
    unit: int = 1
    plus: int = 0
    counts_characters: bool = False


class CheckField(msgspec.Struct, frozen=True):
    name: str
    kind: str
    check: Check
    size: int
    is_little: bool
    span: Span


Field = Const | Preamble | ValueField | Length | CheckField


def parse_field(text: str, crcs: Mapping[str, Check]) -> Field:
    """Read one field; `Unfit` says what is wrong with it.

    Args:
        crcs: cyclic checks the profile brings along, by name.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise Unfit(f"看不懂“{text}”，应如 const:A0、addr:u8、len:u8(a..b)、check:xor8(a..b)")
    kind, what = found["kind"], found["what"].strip()
    name = found["name"] or kind
    span = Span(found["first"], found["last"] or found["first"]) if found["first"] else None
    if span is None and kind in ("len", "count", "check"):
        raise Unfit(f"{kind} 要写明范围，如 {kind}:{what}(a..b)")
    if span is not None and kind not in ("len", "count", "check"):
        raise Unfit(f"{kind} 不带范围")
    match kind:
        case "const":
            return Const(name, _bytes(what))
        case "preamble":
            byte, _, count = what.partition("*")
            return Preamble(name, _bytes(byte)[0], int(count or 1))
        case "len" | "count":
            assert span is not None
            return _length(name, what, span, found["rest"] or "", kind == "count")
        case "check":
            assert span is not None
            return _check(name, what, span, crcs)
        case _:
            return ValueField(name, codec_named(what + (found["rest"] or "")))


def size_of(field: Field) -> int | None:
    """Return how many bytes a field takes, None where that varies."""
    match field:
        case Const(data=data):
            return len(data)
        case Preamble():
            return None
        case ValueField(codec=codec) | Length(codec=codec):
            return codec.size
        case CheckField(size=size):
            return size


def _length(name: str, what: str, span: Span, rest: str, is_count: bool) -> Length:
    codec = codec_named(what)
    if not isinstance(codec, NumberCodec):
        raise Unfit(f"“{what}”不能写长度")
    number = int(rest[1:]) if rest else 0
    unit, plus = (max(number, 1), 0) if rest.startswith("/") else (1, number)
    return Length(name, codec, span, unit, plus, is_count)


def _check(name: str, what: str, span: Span, crcs: Mapping[str, Check]) -> CheckField:
    kind, _, order = what.partition(":")
    if kind in crcs:
        check, size = crcs[kind], 2
    elif kind in CHECKS:
        check, size = CHECKS[kind]
    else:
        raise Unfit(f"没有校验“{kind}”，可用：{'、'.join([*CHECKS, *crcs])}")
    if (size == 2) != (order in ("be", "le")):
        raise Unfit(f"校验“{kind}”{'要写明 :be 或 :le' if size == 2 else '只有一个字节'}")
    return CheckField(name, kind, check, size, order == "le", span)


def _bytes(text: str) -> bytes:
    try:
        return from_hex(text)
    except NotHex as error:
        raise Unfit(str(error)) from error
