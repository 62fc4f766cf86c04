"""Reads device profiles from TOML files and refuses the wrong ones with line and field.

Every profile carries frames to test itself with; one whose tests fail is never used. The shipped
ones lie in `resources/devices`, a hall's own wherever it likes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from zcdesk import paths
from zcdesk.devices.checks import Check, Crc
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
from zcdesk.devices.toml_lines import line_of
from zcdesk.errors import Invalid

WRONG, FAILS = "DEV-12", "DEV-13"
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


class _Wrong(Exception):
    """Something is wrong at `path`."""

    def __init__(self, path: tuple[str | int, ...], why: str, code: str = WRONG) -> None:
        super().__init__(why)
        self.path = path
        self.why = why
        self.code = code


def read_profile(text: str, file: str = "") -> Profile:
    """Read a profile; DEV-12 or DEV-13 with file, line, field and what is wrong.

    Args:
        file: its name, for the message.
    """
    try:
        profile, tests = _profile(_parsed(text))
        for index, test in enumerate(tests):
            _at(("test", index, "bytes"), _run_test, profile, test, code=FAILS)
    except _Wrong as wrong:
        field = ".".join(str(part) for part in wrong.path)
        line = line_of(text, wrong.path)
        raise Invalid(
            wrong.code, field, file=file, line=line, place=field, why=wrong.why
        ) from wrong
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise Invalid(
            WRONG, "", file=file, line=line, place="", why=f"写法不对：{error}"
        ) from error
    return profile


def load_profile(path: Path) -> Profile:
    """Read a profile from a file."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(WRONG, "", file=path.name, line=0, place="", why="文件读不出") from error
    return read_profile(text, path.name)


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


def _parsed(text: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(text), _File)
    except msgspec.ValidationError as error:
        why, _, place = str(error).partition(" - at `$")
        path: list[str | int] = []
        for name, index in re.findall(r"\.([A-Za-z0-9_-]+)|\[(\d+)\]", place):
            path.append(int(index) if index else name)
        if unknown := re.search(r"unknown field `([^`]+)`", why):
            path.append(unknown[1])
        raise _Wrong(tuple(path), _chinese(why)) from error


def _profile(raw: _File) -> tuple[Profile, list[_Test]]:
    device = raw.device
    if not _NAME.fullmatch(device.name):
        raise _Wrong(("device", "name"), "名字只能用小写字母、数字和 -")
    if not raw.test:
        raise _Wrong(("test",), "至少要有一条自检")
    crcs: dict[str, Check] = {
        name: Crc(c.poly, c.init, c.refin, c.refout, c.xorout) for name, c in raw.crc.items()
    }
    receive = tuple(_frame("receive", name, f, crcs) for name, f in raw.receive.items())
    send = tuple(_frame("send", name, f, crcs) for name, f in raw.send.items())
    for name, frame in raw.send.items():
        for key in ("reply", "refusal"):
            if (wanted := getattr(frame, key)) and wanted not in raw.receive:
                raise _Wrong(("send", name, key), f"没有 receive.{wanted}")
    if raw.poll is not None and raw.poll.frame not in raw.send:
        raise _Wrong(("poll", "frame"), f"没有 send.{raw.poll.frame}")
    for key, stars in raw.stars.items():
        if not key.isdecimal() or not 1 <= stars <= 5:
            raise _Wrong(("stars", key), "应为 按键号 = 1 至 5 星")
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
        raise _Wrong((way, name, "fields"), "没有字段")
    fields = []
    for index, text in enumerate(raw.fields):
        field = _at((way, name, "fields", index), parse_field, text, crcs)
        if isinstance(field, Const) and field.name == "const":
            field = msgspec.structs.replace(field, name=f"const{index}")
        fields.append(field)
    if raw.event and raw.event not in tuple(PadKey):
        raise _Wrong((way, name, "event"), f"没有事件“{raw.event}”，可用：{'、'.join(PadKey)}")
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
        raise _Wrong(path, str(error), code) from error


def _chinese(why: str) -> str:
    """Say a type error in Chinese; what is not foreseen stays as it is."""
    if found := re.search(r"unknown field `([^`]+)`", why):
        return f"不认识“{found[1]}”"
    if found := re.search(r"missing required field `([^`]+)`", why):
        return f"缺少“{found[1]}”"
    if found := re.search(r"Expected `([^`]+)`, got `([^`]+)`", why):
        return f"应为 {found[1]}，现为 {found[2]}"
    if found := re.search(r"Invalid enum value '([^']*)'", why):
        return f"“{found[1]}”不是可用的值"
    return why
