"""Recognises the frames of a profile in a stream, in either direction.

A frame is believed only when its constants, lengths and checks all hold. Where none fits, one byte
is given up and the next looked at, so noise and torn frames cost nothing behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from zcdesk.devices.frame_codecs import SplitAddress, TextCodec, Unfit, Value
from zcdesk.devices.frame_fields import (
    CheckField,
    Const,
    Field,
    Length,
    Preamble,
    Span,
    ValueField,
    size_of,
)
from zcdesk.devices.frame_profile import (
    Escape,
    Frame,
    check_of,
    escaped,
    fields_in,
    length_of,
)

LONGEST = 4096
"""Bytes of a frame; a length beyond it is noise."""


class Received(msgspec.Struct, frozen=True):
    """A frame that came, whole and sound."""

    frame: Frame
    values: dict[str, Value]
    data: bytes

    @property
    def name(self) -> str:
        return self.frame.name

    @property
    def address(self) -> int | None:
        """Whose it is, where the frame says."""
        value = self.values.get("addr")
        return value if isinstance(value, int) else None


class _More(Exception):
    """The bytes so far could begin this frame."""


class FrameReader:
    """Finds frames in a stream, however it is cut up.

    Attributes:
        dropped: bytes given up so far.
    """

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._frames = tuple((frame, *_shape(frame)) for frame in frames)
        self._buffer = bytearray()
        self._first = _first_bytes(tuple(frame for frame, _, _ in self._frames))
        self.dropped = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a frame may have begun whose end has not come."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> tuple[Received, ...]:
        """Return the frames that are complete now."""
        self._buffer += data
        whole = bytes(self._buffer)
        found: list[Received] = []
        at = 0
        while (at := self._candidate(whole, at)) < len(whole):
            result = self._match(whole, at)
            if result is None:
                break
            if isinstance(result, Received):
                found.append(result)
                at += len(result.data)
            else:
                self.dropped += 1
                at += 1
        del self._buffer[:at]
        return tuple(found)

    def idle(self) -> tuple[Received, ...]:
        """Give up what has begun, as the line is silent, and look behind its start."""
        if self._buffer:
            del self._buffer[0]
            self.dropped += 1
        return self.feed(b"")

    def _candidate(self, data: bytes, at: int) -> int:
        """Return where the next byte stands that a frame may begin with."""
        if self._first is None:
            return at
        found = self._first.search(data, at)
        start = found.start() if found else len(data)
        self.dropped += start - at
        return start

    def _match(self, data: bytes, at: int) -> Received | bool | None:
        """Return the frame that begins at `at`, False for none, None if one may become whole."""
        may_come = False
        left = len(data) - at
        for frame, size, shape in self._frames:
            if left >= size and shape.match(data, at) is None:
                continue
            try:
                return match(frame, data, at)
            except _More:
                may_come = may_come or left <= LONGEST
            except Unfit:
                continue
        return None if may_come else False


def match(frame: Frame, data: bytes, start: int = 0) -> Received:
    """Read the frame that begins at `start`; `Unfit` if it is none, `_More` to wait."""
    if frame.escape is not None:
        return _match_escaped(frame, frame.escape, data, start)
    parts, end = _cut(frame.fields, frame, data, start)
    return Received(frame, _judged(frame, parts, parts), data[start:end])


def _cut(
    fields: tuple[Field, ...], frame: Frame, data: bytes, at: int, *, is_all: bool = False
) -> tuple[dict[str, bytes], int]:
    """Cut `data` from `at` on into some of the frame's fields; returns them and their end.

    Args:
        is_all: nothing follows, so that a text at the end takes the rest.
    """
    parts: dict[str, bytes] = {}
    for field in fields:
        if is_all and field is fields[-1] and _is_text(field):
            size = len(data) - at
        else:
            size = _size_here(frame, field, data, at, parts)
        part = data[at : at + size]
        if isinstance(field, Const) and not field.data.startswith(part):
            raise Unfit("不是固定字节")
        if len(part) < size:
            raise _More
        parts[field.name] = part
        at += size
    return parts, at


def _size_here(frame: Frame, field: Field, data: bytes, at: int, parts: dict[str, bytes]) -> int:
    size = size_of(field)
    if size is not None:
        return size
    if isinstance(field, Preamble):
        return _run(data, at, field.byte)
    assert isinstance(field, ValueField)
    if isinstance(field.codec, SplitAddress):
        measured = field.codec.measure(data, at)
        if measured is None:
            raise _More
        return measured
    told = _told_size(frame, field, parts)
    if told is not None:
        if not 0 <= told <= LONGEST:
            raise Unfit("长度不对")
        return told
    return _size_to_end(frame, field, data, at)


def _run(data: bytes, at: int, byte: int) -> int:
    end = at
    while end < len(data) and data[end] == byte:
        end += 1
    if end == len(data):
        raise _More
    if end == at:
        raise Unfit("没有前导字节")
    return end - at


def _told_size(frame: Frame, field: ValueField, parts: dict[str, bytes]) -> int | None:
    """Return the size of the one varying field, where a length already read tells it."""
    for length in frame.fields:
        if not isinstance(length, Length) or length.counts_characters or length.name not in parts:
            continue
        inside = fields_in(frame, length.span)
        if field in inside:
            whole = (length.codec.decode(parts[length.name]) - length.plus) * length.unit
            sizes = (
                len(parts[one.name]) if one.name in parts else size_of(one) or 0
                for one in inside
                if one is not field
            )
            return whole - sum(sizes)
    return None


def _size_to_end(frame: Frame, field: Field, data: bytes, at: int) -> int:
    """Return how far it is to the constant that ends a text."""
    index = frame.fields.index(field) + 1
    after = frame.fields[index] if index < len(frame.fields) else None
    if not isinstance(after, Const):
        raise Unfit("没有结尾")
    end = data.find(after.data, at, at + LONGEST)
    if end >= 0:
        return end - at
    if len(data) - at >= LONGEST:
        raise Unfit("太长")
    raise _More


def _judged(frame: Frame, parts: dict[str, bytes], checked: dict[str, bytes]) -> dict[str, Value]:
    """Check lengths and sums and return the values."""
    values: dict[str, Value] = {}
    for field in frame.fields:
        match field:
            case Length(name=name, codec=codec):
                if codec.decode(parts[name]) != length_of(frame, field, parts):
                    raise Unfit("长度不符")
            case CheckField(name=name):
                if parts[name] != check_of(frame, field, checked):
                    raise Unfit("校验不符")
            case ValueField(name=name, codec=codec):
                values[name] = codec.decode(parts[name])
                if isinstance(codec, TextCodec) and codec.colours is not None:
                    values["colours"] = codec.colours(parts[name])
            case _:
                pass
    return values


def _match_escaped(frame: Frame, escape: Escape, data: bytes, start: int) -> Received:
    """Read a frame part of whose bytes are escaped, from there to a constant end."""
    inside = fields_in(frame, escape.span)
    first = frame.fields.index(inside[0])
    behind = frame.fields[first + len(inside) :]
    parts, at = _cut(frame.fields[:first], frame, data, start)
    # What stands between the escaped part and the end, such as a check, has a fixed size.
    index = next((i for i, field in enumerate(behind) if isinstance(field, Const)), None)
    if index is None:
        raise Unfit("转义之后要有固定结尾")
    between = sum(size_of(field) or 0 for field in behind[:index])
    closing = behind[index]
    assert isinstance(closing, Const)
    stop = data.find(closing.data, at + between, at + LONGEST) - between
    if stop < at:
        if len(data) - at >= LONGEST:
            raise Unfit("太长")
        raise _More
    plain = _unescaped(escape, data[at:stop])
    try:
        cut, used = _cut(inside, frame, plain, 0, is_all=True)
    except _More as error:
        raise Unfit("长度不对") from error
    if used != len(plain):
        raise Unfit("长度不对")
    rest, end = _cut(behind, frame, data, stop)
    parts |= cut | rest
    checked = escaped(frame, escape, parts) if escape.is_first else parts
    return Received(frame, _judged(frame, parts, checked), data[start:end])


def _unescaped(escape: Escape, data: bytes) -> bytes:
    plain = {code: bytes((byte,)) for byte, code in escape.codes}
    leads = {code[0] for code in plain}
    out, at = bytearray(), 0
    while at < len(data):
        if data[at] in leads:
            code = data[at : at + 2]
            if code not in plain:
                raise Unfit("转义不对")
            out += plain[code]
            at += 2
        else:
            out.append(data[at])
            at += 1
    return bytes(out)


def _first_bytes(frames: tuple[Frame, ...]) -> re.Pattern[bytes] | None:
    """Return what finds a byte that some frame begins with, None where any byte may."""
    firsts = b""
    for frame in frames:
        match frame.fields[0]:
            case Const(data=data):
                firsts += data[:1]
            case Preamble(byte=byte):
                firsts += bytes((byte,))
            case ValueField(codec=SplitAddress()):
                firsts += bytes(range(0x80, 0xC0))
            case _:
                return None
    return re.compile(b"[" + re.escape(firsts) + b"]") if firsts else None


_SPLIT = rb"[\x80-\xBF][\xC0-\xC3]?+"


def _shape(frame: Frame) -> tuple[int, re.Pattern[bytes]]:
    """Return how long the part of fixed sizes at the frame's start is, and what it looks like.

    Tells most noise at a glance, before a frame is cut field by field.
    """
    length, shape = 0, b""
    for field in frame.fields:
        if frame.escape is not None:
            break
        size = size_of(field)
        if isinstance(field, ValueField) and isinstance(field.codec, SplitAddress):
            shape += _SPLIT  # one byte or two: the length told is the longer, to be sure
            length += 2
            continue
        if size is None:
            break
        shape += re.escape(field.data) if isinstance(field, Const) else b".{%d}" % size
        length += size
    return length, re.compile(shape, re.DOTALL)


def recognisable(frame: Frame) -> None:
    """Raise `Unfit` for a frame that could be sent but never told apart when it comes."""
    names = [field.name for field in frame.fields]
    for name in names:
        if names.count(name) > 1:
            raise Unfit(f"字段 {name} 重名，请写成 别名={name}:…")
    spans = [f.span for f in frame.fields if isinstance(f, Length | CheckField)]
    spans += [frame.escape.span] if frame.escape else []
    for span in spans:
        _span_exists(span, names)
    told: list[str] = []
    for index, field in enumerate(frame.fields):
        if isinstance(field, Length):
            told += [one.name for one in fields_in(frame, field.span)]
        elif _is_text(field):
            after = frame.fields[index + 1 : index + 2]
            ends = bool(after) and isinstance(after[0], Const)
            ends = ends or (frame.escape is not None and frame.escape.span.last == field.name)
            if field.name not in told and not ends:
                raise Unfit(f"{field.name} 的长度无从得知：前面要有 len，或后面紧跟 const")
    if sum(map(_is_text, frame.fields)) > 1:
        raise Unfit("一帧里只能有一个长度可变的内容")
    if not any(isinstance(f, Const | Preamble | CheckField) for f in frame.fields):
        raise Unfit("帧里没有任何固定字节或校验，无法辨认")
    if isinstance(frame.fields[-1], Preamble):
        raise Unfit("前导字节后面要有内容")


def _is_text(field: Field) -> bool:
    return isinstance(field, ValueField) and isinstance(field.codec, TextCodec)


def _span_exists(span: Span, names: list[str]) -> None:
    for name in (span.first, span.last):
        if name not in names:
            raise Unfit(f"范围里的 {name} 不是这一帧的字段")
    if names.index(span.first) > names.index(span.last):
        raise Unfit(f"范围 {span.first}..{span.last} 前后颠倒")
