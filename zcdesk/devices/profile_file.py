"""Reads device profiles from TOML files and refuses the wrong ones with line and field.

Every profile carries frames to test itself with; one whose tests fail is never used. The shipped
ones lie in `resources/devices`, a hall's own wherever it likes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from zcdesk import paths
from zcdesk.devices.checks import Check, Crc
from zcdesk.devices.described import WRONG, Wrong, read, text_of
from zcdesk.devices.frame_codecs import Unfit, Value
from zcdesk.devices.frame_fields import Const, Span, parse_field
from zcdesk.devices.frame_profile import (
    Escape,
    Frame,
    Polling,
    Profile,
    ProfileKind,
    TextRules,
    Timing,
    build,
    texts,
)
from zcdesk.devices.frame_reader import FrameReader, recognisable
from zcdesk.devices.hextext import NotHex, from_hex, to_hex
from zcdesk.devices.kinds import PadKey

FAILS = "DEV-13"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class _Device(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    title: str
    kind: ProfileKind
    baud: int = 9600
    line: str = "8N1"
    aliases: tuple[str, ...] = ()
    experimental: bool = False
    source: str = ""


class _Escape(msgspec.Struct, forbid_unknown_fields=True):
    codes: dict[str, str]
    first: str
    last: str
    before_check: bool = False


class _Frame(msgspec.Struct, forbid_unknown_fields=True):
    fields: list[str]
    accepts: str = ""
    defaults: dict[str, Value] = {}
    reply: str = ""
    refusal: str = ""
    event: str = ""
    escape: _Escape | None = None


class _Crc(msgspec.Struct, forbid_unknown_fields=True):
    poly: int
    init: int = 0
    refin: bool = False
    refout: bool = False
    xorout: int = 0


class _Test(msgspec.Struct, forbid_unknown_fields=True):
    """One frame to test with: to the device (`send`, or by `text`), or from it (`receive`)."""

    bytes: str
    send: str = ""
    receive: str = ""
    text: str | None = None
    values: dict[str, Value] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    device: _Device
    test: list[_Test]
    send: dict[str, _Frame] = {}
    receive: dict[str, _Frame] = {}
    defaults: dict[str, Value] = {}
    timing: Timing = Timing()
    poll: Polling | None = None
    text: TextRules = TextRules()
    crc: dict[str, _Crc] = {}
    stars: dict[str, int] = {}


def read_profile(text: str, file: str = "") -> Profile:
    """Read a profile; DEV-12 or DEV-13 with file, line, field and what is wrong.

    Args:
        file: its name, for the message.
    """
    return read(text, file, _File, _tested)


def load_profile(path: Path) -> Profile:
    """Read a profile from a file."""
    return read_profile(text_of(path), path.name)


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Profile]:
    """Return the profiles the program brings, tested, by name."""
    files = sorted((paths.resources_dir() / "devices").glob("*.toml"))
    return MappingProxyType({profile.name: profile for profile in map(load_profile, files)})


def find_profile(name: str) -> Profile | None:
    """Return the shipped profile of that name or alias."""
    wanted = name.strip().lower()
    for profile in shipped().values():
        if wanted in (profile.name, *(alias.lower() for alias in profile.aliases)):
            return profile
    return None


def _tested(raw: _File) -> Profile:
    profile, tests = _profile(raw)
    for index, test in enumerate(tests):
        _at(("test", index, "bytes"), _run_test, profile, test, code=FAILS)
    return profile


def _profile(raw: _File) -> tuple[Profile, list[_Test]]:
    device = raw.device
    if not _NAME.fullmatch(device.name):
        raise Wrong(("device", "name"), "名字只能用小写字母、数字和 -")
    if not raw.test:
        raise Wrong(("test",), "至少要有一条自检")
    crcs: dict[str, Check] = {
        name: Crc(c.poly, c.init, c.refin, c.refout, c.xorout) for name, c in raw.crc.items()
    }
    receive = tuple(_frame("receive", name, f, crcs) for name, f in raw.receive.items())
    send = tuple(_frame("send", name, f, crcs) for name, f in raw.send.items())
    for name, frame in raw.send.items():
        for key in ("reply", "refusal"):
            if (wanted := getattr(frame, key)) and wanted not in raw.receive:
                raise Wrong(("send", name, key), f"没有 receive.{wanted}")
    if raw.poll is not None and raw.poll.frame not in raw.send:
        raise Wrong(("poll", "frame"), f"没有 send.{raw.poll.frame}")
    for key, stars in raw.stars.items():
        if not key.isdecimal() or not 1 <= stars <= 5:
            raise Wrong(("stars", key), "应为 按键号 = 1 至 5 星")
    profile = Profile(
        name=device.name,
        title=device.title,
        kind=device.kind,
        baud=device.baud,
        line=device.line,
        aliases=device.aliases,
        is_experimental=device.experimental,
        send=send,
        receive=receive,
        defaults=raw.defaults,
        timing=raw.timing,
        poll=raw.poll,
        text=raw.text,
        stars={int(key): stars for key, stars in raw.stars.items()},
    )
    return profile, raw.test


def _frame(way: str, name: str, raw: _Frame, crcs: Mapping[str, Check]) -> Frame:
    if not raw.fields:
        raise Wrong((way, name, "fields"), "没有字段")
    fields = []
    for index, text in enumerate(raw.fields):
        field = _at((way, name, "fields", index), parse_field, text, crcs)
        if isinstance(field, Const) and field.name == "const":
            field = msgspec.structs.replace(field, name=f"const{index}")
        fields.append(field)
    if raw.event and raw.event not in tuple(PadKey):
        raise Wrong((way, name, "event"), f"没有事件“{raw.event}”，可用：{'、'.join(PadKey)}")
    _at((way, name, "accepts"), _pattern, raw.accepts)
    frame = Frame(
        name=name,
        fields=tuple(fields),
        accepts=raw.accepts,
        defaults=raw.defaults,
        reply=raw.reply,
        refusal=raw.refusal,
        event=raw.event,
        escape=None if raw.escape is None else _at((way, name, "escape"), _escape, raw.escape),
    )
    _at((way, name, "fields"), recognisable, frame)
    return frame


def _pattern(text: str) -> None:
    try:
        re.compile(text)
    except re.error as error:
        raise Unfit(f"正则式不对：{error}") from error


def _escape(raw: _Escape) -> Escape:
    codes = tuple((_hex(byte)[0], _hex(code)) for byte, code in raw.codes.items())
    if any(len(code) != 2 for _, code in codes):
        raise Unfit("每个转义应为两个字节")
    return Escape(codes, Span(raw.first, raw.last), raw.before_check)


def _run_test(profile: Profile, test: _Test) -> None:
    """Build or recognise one frame and compare; `Unfit` says how it differs."""
    wanted = _hex(test.bytes)
    frames = profile.receive if test.receive else profile.send
    if test.text is not None:
        made = b"".join(built.data for built in texts(profile, test.text, test.values, test.send))
    else:
        name = test.receive or test.send
        frame = next((f for f in frames if f.name == name), None)
        if frame is None:
            raise Unfit(f"没有名为“{name}”的帧")
        made = build(profile, frame, test.values).data
    if made != wanted:
        raise Unfit(f"得到 {to_hex(made)}，应为 {to_hex(wanted)}")
    reader = FrameReader(frames)
    found = reader.feed(wanted)
    if b"".join(one.data for one in found) != wanted:
        raise Unfit("自己发出的帧辨认不出来")
    name = test.receive or test.send
    if name and any(one.name != name for one in found):
        raise Unfit(f"被当成了 {found[0].name}")
    for key, value in test.values.items() if test.receive else ():
        if found[0].values.get(key) != value:
            raise Unfit(f"{key} 读成 {found[0].values.get(key)}，应为 {value}")


def _hex(text: str) -> bytes:
    try:
        return from_hex(text)
    except NotHex as error:
        raise Unfit(str(error)) from error


def _at(
    path: tuple[str | int, ...], function: Callable[..., Any], *args: Any, code: str = WRONG
) -> Any:
    try:
        return function(*args)
    except Unfit as error:
        raise Wrong(path, str(error), code) from error
