"""Every model the program knows: the ones in code and the ones described by profiles.

One place that tells what a model is, how its line is set, and how its driver and its simulator are
built; nothing is opened here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bus import Bus
from zcdesk.devices.bx5k import LINE as BX_LINE
from zcdesk.devices.bx5k import BxScreen
from zcdesk.devices.bx_area import Area
from zcdesk.devices.frame_profile import Profile, ProfileKind, patient
from zcdesk.devices.gun import Gun
from zcdesk.devices.profile_file import find_profile, shipped
from zcdesk.devices.rating import RatingPad
from zcdesk.devices.sam_v import LINE as SAM_LINE
from zcdesk.devices.sam_v import SamReader
from zcdesk.devices.screens import ProfileScreen
from zcdesk.devices.voice import Voice
from zcdesk.devices.voice_frames import Settings
from zcdesk.devices.wire import LineSettings, Wire

log = logging.getLogger(__name__)

_MOST_PATIENCE = 100.0

Options = Mapping[str, str]
Clock = Callable[[], float]
AnyDriver = SamReader | Voice | BxScreen | ProfileScreen | Bus | RatingPad | Gun


class ModelKind(StrEnum):
    """What a model is to the hall; the value is what people read."""

    READER = "身份证读卡器"
    VOICE = "语音"
    SCREEN = "窗口屏"
    PADS = "呼叫器"
    RATER = "评价器"
    GUN = "扫码枪"


class Model(msgspec.Struct, frozen=True):
    """A model by name.

    Attributes:
        lines: settings to try, the usual one first.
        profile: the description, for a model that is data.
    """

    name: str
    title: str
    kind: ModelKind
    lines: tuple[LineSettings, ...]
    profile: Profile | None = None
    is_experimental: bool = False


BUILT_IN: Mapping[str, Model] = MappingProxyType(
    {
        model.name: model
        for model in (
            Model("sam-v", "居民身份证读卡器 SAM_V", ModelKind.READER, (SAM_LINE,)),
            Model("syn6288", "语音合成 SYN6288", ModelKind.VOICE, (LineSettings(9600),)),
            # No vendor tells the baud; drivers in use run at either.
            Model(
                "xfs5152",
                "语音合成 XFS5152CE",
                ModelKind.VOICE,
                (LineSettings(9600), LineSettings(115200)),
            ),
            Model(
                "bx5k",
                "仰邦 BX-5K/5MK/6K 控制卡",
                ModelKind.SCREEN,
                (BX_LINE, LineSettings(9600)),
            ),
            Model("gun", "扫码枪（串口）", ModelKind.GUN, (LineSettings(9600),)),
        )
    }
)
CHIPS = MappingProxyType({"syn6288": vf.SYN6288, "xfs5152": vf.XFS5152})
_ALIASES = MappingProxyType(
    {"xfs5152ce": "xfs5152", "sam_v": "sam-v", "samv": "sam-v", "bx-5k": "bx5k", "onbon": "bx5k"}
)
_KINDS = MappingProxyType({ProfileKind.PAD: ModelKind.PADS, ProfileKind.RATER: ModelKind.RATER})


def models() -> tuple[Model, ...]:
    """Return every model, those in code first."""
    return (*BUILT_IN.values(), *(of_profile(profile) for profile in shipped().values()))


def find_model(name: str) -> Model | None:
    """Return the model of that name or alias."""
    wanted = name.strip().lower()
    if found := BUILT_IN.get(_ALIASES.get(wanted, wanted)):
        return found
    profile = find_profile(wanted)
    return of_profile(profile) if profile else None


def of_profile(profile: Profile) -> Model:
    """Return the model a profile describes."""
    line = LineSettings(profile.baud, profile.line)
    kind = _KINDS.get(profile.kind, ModelKind.SCREEN)
    return Model(profile.name, profile.title, kind, (line,), profile, profile.is_experimental)


def driver(model: Model, wire: Wire, options: Options, *, clock: Clock) -> AnyDriver:
    """Build a model's driver on an open wire; ValueError for an option that makes no sense.

    Args:
        options: `name`, `address` (or `addresses` `1-8,12` of pads), `template` of a call, and of
            a voice `volume`, `speed`, `encoding`, `music`, `times`, `chime`, `english`;
            `patience`, a factor on what any device is given for an answer.
    """
    log.info("%s: not yet tried on a real device", model.name)
    name = options.get("name", "")
    template = options.get("template", "")
    address = int(options.get("address", "1"), 0)
    patience = _patience(options)
    profile = patient(model.profile, patience) if model.profile else None
    match model.kind:
        case ModelKind.READER:
            title = name or "身份证读卡器"
            return SamReader(wire, name=title, clock=clock, patience=patience)
        case ModelKind.VOICE:
            chip, settings = CHIPS[model.name], settings_of(options)
            title = name or model.title
            return Voice(
                wire,
                chip,
                settings,
                name=title,
                clock=clock,
                template=template,
                patience=patience,
            )
        case ModelKind.GUN:
            return Gun(wire, name=name or "扫码枪", clock=clock)
        case ModelKind.PADS:
            assert profile is not None
            pads = [(profile, one) for one in addresses(options.get("addresses", str(address)))]
            return Bus(wire, pads, name=name or "呼叫器", clock=clock)
        case ModelKind.RATER:
            assert profile is not None
            return RatingPad(wire, profile, address, name=name or "评价器", clock=clock)
        case ModelKind.SCREEN if profile is None:
            area = Area(width=int(options.get("width", "16"), 0))
            title = name or "窗口屏"
            return BxScreen(
                wire,
                address,
                area,
                name=title,
                clock=clock,
                template=template,
                patience=patience,
            )
        case _:
            assert profile is not None
            return ProfileScreen(wire, profile, address, name=name, clock=clock, template=template)


def _patience(options: Options) -> float:
    """Read a factor on waits; ValueError for one that is none."""
    factor = float(options.get("patience", "1"))
    if not 1 <= factor <= _MOST_PATIENCE:
        raise ValueError(options["patience"])
    return factor


def settings_of(options: Options) -> Settings:
    """Read how a voice speaks from options; ValueError for what is no number or encoding."""
    encoding = options.get("encoding", "gbk").lower()
    if encoding not in vf.ENCODINGS:
        raise ValueError(encoding)
    volume, speed = (options.get(key) for key in ("volume", "speed"))
    return Settings(
        volume=None if volume is None else int(volume),
        speed=None if speed is None else int(speed),
        encoding=encoding,
        music=int(options.get("music", "0")),
        times=int(options.get("times", "2")),
        chime=options.get("chime", ""),
        english=options.get("english", "no") == "yes",
    )


def addresses(text: str) -> tuple[int, ...]:
    """Read `1-8,12` as addresses; ValueError for anything else."""
    found: list[int] = []
    for part in text.split(","):
        if not (match := re.fullmatch(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?", part)):
            raise ValueError(text)
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > 0xFFFF:
            raise ValueError(text)
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found))
