"""`zcdesk device encode`: a text as the exact bytes a device would be sent, nothing added to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

import msgspec

from zcdesk.devices import bx_frames as bx
from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bx_area import (
    ALIGN,
    DISPLAY,
    FONT,
    VALIGN,
    Area,
    area_data,
    keep_escapes,
    pixels,
    update,
)
from zcdesk.devices.command_words import DONE, REFUSED, Stopped, no_more, number, options_of
from zcdesk.devices.frame_codecs import Unfit, Value
from zcdesk.devices.frame_profile import Frame, Profile, texts, with_check
from zcdesk.devices.hextext import to_hex
from zcdesk.devices.kinds import Replaced
from zcdesk.devices.models import CHIPS, Model
from zcdesk.errors import Invalid

Made = tuple[tuple[bytes, ...], tuple[Replaced, ...]]

_AREA_NAMES = {"timeout": "time_out", "newline": "breaks", "single": "lines", "exit": "leave"}
_WORDS: dict[str, Mapping[str, int]] = {"display": DISPLAY, "align": ALIGN}
_BX_OPTIONS = (
    *Area.__struct_fields__,
    "valign",
    "newline",
    "single",
    "timeout",
    "exit",
    "reply",
    "process",
)
_LAST_SCREEN = 999_999
"""Screens with the longest numbers have six digits; each frame says what it can hold."""


def encode(
    model: Model,
    text: str,
    address: str,
    window: str,
    words: list[str],
    out: TextIO,
    err: TextIO,
) -> int:
    """Print the frames of `text`, one a line; what was replaced is said beside."""
    options = options_of(words)
    if not text:
        raise Stopped("没有文字，请用 --text 写明要说或要显示的内容")
    try:
        frames, replaced = _frames(model, text, address, window, options)
    except Unfit as error:
        raise Stopped(str(error), REFUSED) from error
    except Invalid as error:
        raise Stopped(f"内容放不下：{error.fields.get('why', error.code)}", REFUSED) from error
    for frame in frames:
        out.write(to_hex(frame) + "\n")
    for one in replaced:
        err.write(f"“{one.char}”不能用，已用“{one.by}”代替\n")
    return DONE


def _frames(model: Model, text: str, address: str, window: str, options: dict[str, str]) -> Made:
    if model.name in CHIPS:
        return _voice(model, text, options)
    if model.profile is not None:
        return _profile(model.profile, text, address, window, options)
    if model.name == "bx5k":
        return _bx(text, address, options)
    raise Stopped(f"{model.title} 不接收文字，没有可编码的内容")


def _voice(model: Model, text: str, options: dict[str, str]) -> Made:
    chip = CHIPS[model.name]
    encoding = options.pop("encoding", "gbk").lower()
    music = number(options.pop("music", "0"), "music", 0, 15)
    no_more(options, ("encoding", "music"))
    if encoding not in vf.ENCODINGS:
        raise Stopped(f"encoding 应为 {'、'.join(vf.ENCODINGS)}，现为“{encoding}”")
    if music and not chip.has_music:
        raise Stopped(f"{chip.name} 没有背景音乐，music 只能为 0")
    spoken = vf.speak(chip, text, encoding, music)
    return spoken.frames, spoken.replaced


def _bx(text: str, address: str, options: dict[str, str]) -> Made:
    to = number(address or "1", "address")
    answer = bx.ANSWER
    if (reply := options.pop("reply", "yes").lower()) in ("no", "0", "2", "02"):
        answer = bx.NO_ANSWER
    elif reply not in ("yes", "1", "01"):
        raise Stopped(f"reply 应为 yes 或 no，现为“{reply}”")
    process = number(options.pop("process", "0"), "process", 0, 0xFF)
    shown = area_data(_area(options), keep_escapes(text))
    data = bx.command(bx.AREA, update((shown.data,)), answer=answer, process=process)
    return (bx.frame(data, to),), shown.replaced


def _area(options: dict[str, str]) -> Area:
    """Read where and how a text is shown; the rest is the usual."""
    values: dict[str, int | str] = {}
    if "font" in options:
        font = options.pop("font").lstrip("\\").upper().removeprefix("F")
        font = font if not font.isdigit() else f"O{font}"
        if not FONT.fullmatch(font):
            raise Stopped("font 应如 O010：语种、编码、字体、字号")
        values["font"] = font
    valign = options.pop("valign", "")
    for key in tuple(options):
        name = _AREA_NAMES.get(key, key)
        if name in Area.__struct_fields__:
            most = 0xFFFF if name in ("x", "y", "width", "height", "time_out") else 0xFF
            least = 1 if name in ("width", "height") else 0
            values[name] = _area_number(name, options.pop(key), least, most)
    no_more(options, _BX_OPTIONS)
    area = Area(**values)  # type: ignore[arg-type]
    if valign:
        if valign not in VALIGN:
            raise Stopped(f"valign 应为 {'、'.join(VALIGN)}，现为“{valign}”")
        area = msgspec.structs.replace(area, align=area.align | VALIGN[valign])
    return area


def _area_number(name: str, text: str, least: int, most: int) -> int:
    words = _WORDS.get(name)
    if words is not None and text.lower() in words:
        return words[text.lower()]
    if name in ("x", "width") and re.fullmatch(r"\d+px", text.lower()):
        return pixels(number(text[:-2], name, least, 0x7FFF))
    return number(text, name, least, most)


def _profile(
    profile: Profile, text: str, address: str, window: str, options: dict[str, str]
) -> Made:
    frame = options.pop("frame", "")
    if check := options.pop("check", ""):
        profile = with_check(profile, check)
    values: dict[str, Value] = {"addr": number(address or "1", "address", most=_LAST_SCREEN)}
    if window:
        digits = re.sub(r"\D", "", window)
        if not digits:
            raise Stopped(f"window 应为窗口号，现为“{window}”")
        values["window"] = int(digits)
    known = {name for one in profile.send for name in one.names} - {"addr", "text", "window"}
    known |= {"colours", *profile.defaults}
    given: list[str] = []
    for key in tuple(options):
        if key in known:
            value = options.pop(key)
            values[key] = value if key in ("colours", "prefix") else number(value, key)
            given.append(key)
    no_more(options, ("frame", "check", *sorted(known)))
    built = texts(profile, text, values, frame)
    _all_used(profile, built[0].frame, given)
    return tuple(one.data for one in built), tuple(r for one in built for r in one.replaced)


def _all_used(profile: Profile, frame: Frame, given: list[str]) -> None:
    """Refuse an option the frame does not have, rather than print it without."""
    for key in given:
        if not _uses(frame, key):
            frames = "、".join(one.name for one in profile.send if _uses(one, key))
            raise Stopped(f"{frame.name} 帧里没有 {key}；有它的帧：{frames or '无'}（frame=名）")


def _uses(frame: Frame, key: str) -> bool:
    return key in frame.names or (key in ("colour", "colours") and frame.is_coloured)
