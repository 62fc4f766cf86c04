"""A device described by data: its frames, timing, polling and words. Building frames from it.

Values only; `profile_file` reads them from files, `frame_reader` recognises what comes in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from zcdesk.devices.charset import split
from zcdesk.devices.checks import CHECKS
from zcdesk.devices.frame_codecs import Bytes, Codec, TextCodec, Unfit, Value, Values
from zcdesk.devices.frame_fields import CheckField, Const, Field, Length, Preamble, Span, ValueField
from zcdesk.devices.kinds import Replaced

SEQUENCE = "seq"


class ProfileKind(StrEnum):
    """What the device does in the hall."""

    STRIP = "strip"
    HALL = "hall"
    DIGITS = "digits"
    PAD = "pad"
    RATER = "rater"


class Escape(msgspec.Struct, frozen=True):
    """Bytes sent as two, over some fields.

    Attributes:
        codes: byte → what is sent for it.
        is_first: escaped before the check is taken, which then covers the escaped bytes.
    """

    codes: tuple[tuple[int, bytes], ...]
    span: Span
    is_first: bool = False


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of frame, to or from the device.

    Attributes:
        accepts: of texts this frame shows; its groups are values.
        defaults: parameters nobody has to give.
        reply, refusal: names of the frames the device answers with.
        event: what a person did at the device, of `PadKey`.
    """

    name: str
    fields: tuple[Field, ...]
    accepts: str = ""
    defaults: dict[str, Value] = {}
    reply: str = ""
    refusal: str = ""
    event: str = ""
    escape: Escape | None = None

    @property
    def names(self) -> frozenset[str]:
        """The values it is made of."""
        return frozenset(f.name for f in self.fields if isinstance(f, ValueField))

    @property
    def is_coloured(self) -> bool:
        """Whether colours go with its text."""
        codecs = (f.codec for f in self.fields if isinstance(f, ValueField))
        return any(isinstance(one, TextCodec) and one.colours is not None for one in codecs)


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a device wants to be spoken to, in milliseconds.

    Attributes:
        gap_ms: silence before each frame.
        tries: how often a frame that is answered is sent at most.
        repeat: how often a frame that is not answered is sent.
    """

    gap_ms: int = 0
    reply_ms: int = 500
    tries: int = 3
    repeat: int = 1
    repeat_gap_ms: int = 40


class Polling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a device on a shared bus is asked; milliseconds."""

    frame: str
    period_ms: int = 300
    reply_ms: int = 60
    idle: str = ""
    """Frame that says nothing happened, beside the frames of events."""


def patient(profile: Profile, factor: float) -> Profile:
    """Return a profile whose device is given that many times as long for an answer."""
    timing, poll = profile.timing, profile.poll
    timing = msgspec.structs.replace(timing, reply_ms=round(timing.reply_ms * factor))
    if poll is not None:
        poll = msgspec.structs.replace(poll, reply_ms=round(poll.reply_ms * factor))
    return msgspec.structs.replace(profile, timing=timing, poll=poll)


class TextRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a device does not take in a text.

    Attributes:
        most: bytes of a text after encoding; 0 for no limit.
        split: a longer text goes in several frames; else it is refused.
        replace: strings and what stands for them.
        newline: what breaks a line; '' where lines cannot be broken.
    """

    most: int = 0
    split: bool = False
    replace: dict[str, str] = {}
    newline: str = ""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A maker's device.

    Attributes:
        is_experimental: its protocol rests on weak sources.
        stars: number a rating key sends → 1 to 5 stars.
    """

    name: str
    title: str
    kind: ProfileKind
    baud: int = 9600
    line: str = "8N1"
    aliases: tuple[str, ...] = ()
    is_experimental: bool = False
    send: tuple[Frame, ...] = ()
    receive: tuple[Frame, ...] = ()
    defaults: dict[str, Value] = {}
    timing: Timing = Timing()
    poll: Polling | None = None
    text: TextRules = TextRules()
    stars: dict[int, int] = {}

    def frame(self, name: str) -> Frame | None:
        """Return the frame to the device of that name."""
        return next((f for f in self.send if f.name == name), None)


class Built(msgspec.Struct, frozen=True):
    """A frame ready to send; `replaced` is what it cannot say as written."""

    frame: Frame
    data: bytes
    address: int | None = None
    replaced: tuple[Replaced, ...] = ()


def build(profile: Profile, frame: Frame, values: Values) -> Built:
    """Put a frame together; `Unfit` for a value that is missing or does not fit."""
    given = {SEQUENCE: 1} | profile.defaults | frame.defaults | dict(values)
    parts: dict[str, bytes] = {}
    replaced: list[Replaced] = []
    for field in frame.fields:
        match field:
            case Const(name=name, data=data):
                parts[name] = data
            case Preamble(name=name, byte=byte, count=count):
                parts[name] = bytes((byte,)) * count
            case ValueField(name=name, codec=codec):
                if name not in given:
                    raise Unfit(f"缺少 {name}")
                made = _fitted(name, codec, given[name], given)
                parts[name] = made.data
                replaced += made.replaced
            case Length(name=name, codec=codec):
                parts[name] = bytes(codec.size)
            case CheckField(name=name, size=size):
                parts[name] = bytes(size)
    for field in frame.fields:
        if isinstance(field, Length):
            length = length_of(frame, field, parts)
            parts[field.name] = _fitted(field.name, field.codec, length, {}).data
    escape = frame.escape
    if escape is not None and escape.is_first:
        parts = escaped(frame, escape, parts)
    for field in frame.fields:
        if isinstance(field, CheckField):
            parts[field.name] = check_of(frame, field, parts)
    if escape is not None and not escape.is_first:
        parts = escaped(frame, escape, parts)
    data = b"".join(parts[field.name] for field in frame.fields)
    address = given.get("addr")
    to = int(address) if address is not None else None
    return Built(frame, data, to, tuple(dict.fromkeys(replaced)))


def length_of(frame: Frame, field: Length, parts: Mapping[str, bytes]) -> int:
    """Return what a length field says of these parts."""
    if field.counts_characters:
        # Counted as the device will show them, after what it lacks was replaced.
        counted = next(f for f in frame.fields if f.name == field.span.first)
        assert isinstance(counted, ValueField)
        return len(str(counted.codec.decode(parts[counted.name]))) + field.plus
    whole = sum(len(parts[one.name]) for one in fields_in(frame, field.span))
    return -(-whole // field.unit) + field.plus


def check_of(frame: Frame, field: CheckField, parts: Mapping[str, bytes]) -> bytes:
    """Return the check over these parts, the check itself left out."""
    over = (parts[one.name] for one in fields_in(frame, field.span) if one is not field)
    value = field.check(b"".join(over))
    return value.to_bytes(field.size, "little" if field.is_little else "big")


def fields_in(frame: Frame, span: Span) -> tuple[Field, ...]:
    """Return the fields from one to the other."""
    names = [field.name for field in frame.fields]
    return frame.fields[names.index(span.first) : names.index(span.last) + 1]


def texts(profile: Profile, text: str, values: Values, name: str = "") -> tuple[Built, ...]:
    """Frame a text for the device: by the frame `name`, or the first that accepts it.

    `Unfit` where no frame takes it, or it is too long and may not be split.
    """
    chosen = [f for f in profile.send if (f.name == name if name else f.accepts)]
    if not chosen:
        raise Unfit(f"没有命令“{name}”，可用：{'、'.join(f.name for f in profile.send)}")
    why = Unfit(f"“{text}”不是这个设备能显示的内容")
    for frame in chosen:
        found = re.fullmatch(_pattern(profile, frame), text)
        if found is None:
            continue
        groups = {key: value for key, value in found.groupdict().items() if value is not None}
        try:
            pieces = _pieces(profile, frame, text) if "text" in frame.names else [text]
            # What the caller gives goes before what was read out of the text.
            return tuple(
                build(profile, frame, {"text": piece} | groups | dict(values)) for piece in pieces
            )
        except Unfit as error:
            why = error
    raise why


def with_check(profile: Profile, kind: str) -> Profile:
    """Return the profile with its one-byte checks of another kind, as two readings ask for."""
    if kind not in CHECKS or CHECKS[kind][1] != 1:
        raise Unfit(f"没有校验“{kind}”")
    check = CHECKS[kind][0]
    fields = (field for frame in profile.send for field in frame.fields)
    if not any(isinstance(field, CheckField) and field.size == 1 for field in fields):
        raise Unfit(f"{profile.title} 的帧里没有一个字节的校验，不能换")

    def changed(frame: Frame) -> Frame:
        fields = tuple(
            msgspec.structs.replace(f, kind=kind, check=check)
            if isinstance(f, CheckField) and f.size == 1
            else f
            for f in frame.fields
        )
        return msgspec.structs.replace(frame, fields=fields)

    return msgspec.structs.replace(
        profile,
        send=tuple(changed(frame) for frame in profile.send),
        receive=tuple(changed(frame) for frame in profile.receive),
    )


def _pattern(profile: Profile, frame: Frame) -> str:
    """Return the texts a frame takes; one that says nothing reads numbers as the others do."""
    if frame.accepts:
        return frame.accepts
    if "number" in frame.names:
        reads = (one.accepts for one in profile.send if "(?P<number>" in one.accepts)
        return next(reads, r"(?P<number>[0-9]+)")
    return r"(?s:.*)"


def _fitted(name: str, codec: Codec, value: Value, values: Values) -> Bytes:
    try:
        return codec.encode(value, values)
    except Unfit as error:
        raise Unfit(f"{name}：{error}") from error


def _pieces(profile: Profile, frame: Frame, text: str) -> list[str]:
    rules = profile.text
    plain = text
    for old, new in rules.replace.items():
        plain = plain.replace(old, new)
    plain = plain.replace("\n", rules.newline or " ")
    codec = next(f.codec for f in frame.fields if isinstance(f, ValueField) and f.name == "text")
    if not rules.most or not isinstance(codec, TextCodec):
        return [plain]
    size = len(codec.encode(plain, {}).data)
    if size <= rules.most:
        return [plain]
    if not rules.split:
        raise Unfit(f"内容 {size} 字节，最多 {rules.most} 字节")
    return split(plain, codec.encoding, rules.most)


def escaped(frame: Frame, escape: Escape, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with the framing bytes among them replaced."""
    codes = dict(escape.codes)
    out = dict(parts)
    for field in fields_in(frame, escape.span):
        whole = (codes.get(byte) or bytes((byte,)) for byte in parts[field.name])
        out[field.name] = b"".join(whole)
    return out
