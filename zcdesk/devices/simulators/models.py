"""A simulated device for every model, built from words as the command line and `sim:` give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from zcdesk.devices.hextext import from_hex
from zcdesk.devices.kinds import PadKey
from zcdesk.devices.models import CHIPS, Model, ModelKind, addresses
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.far_side import Fault, Fit, Says
from zcdesk.devices.simulators.far_side import Model as Played
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import CARDS, SamModel
from zcdesk.devices.simulators.serve import Server
from zcdesk.devices.simulators.voice import VoiceModel


class GunModel:
    """A scanner that says what it is told to."""

    check_at = -1

    def start(self, now: float) -> Says:
        return ()

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        return ()

    def tick(self, now: float) -> Says:
        return ()

    def wakes_at(self) -> float | None:
        return None


_OPTIONS: Mapping[ModelKind, tuple[str, ...]] = MappingProxyType(
    {ModelKind.READER: ("cards",), ModelKind.VOICE: ("pace",), ModelKind.GUN: ()}
)
_MOST = 3600.0
"""Seconds a fault may last, bytes it may leave."""

_PACES = (0.1, 1000.0)
"""Characters a second."""


def options_of(model: Model) -> tuple[str, ...]:
    """Name the options of a simulated device."""
    return _OPTIONS.get(model.kind, ("address", "addresses"))


def played(model: Model, options: Mapping[str, str]) -> Played:
    """Build the simulated device; ValueError for an option that makes no sense.

    Args:
        options: `cards` of a reader, `pace` of a voice, `address` or `addresses` of a device.
    """
    address = int(options.get("address", "1"), 0)
    match model.kind:
        case ModelKind.READER:
            names = options.get("cards", ",".join(CARDS)).split(",")
            if unknown := [name for name in names if name and name not in CARDS]:
                raise ValueError(unknown[0])
            return SamModel(CARDS[name] for name in names if name)
        case ModelKind.VOICE:
            pace = _within(options.get("pace", "4.5"), *_PACES)
            return VoiceModel(CHIPS[model.name], pace=pace)
        case ModelKind.GUN:
            return GunModel()
        case _ if model.profile is None:
            return BxModel(address)
        case _:
            return ProfileModel(model.profile, addresses(options.get("addresses", str(address))))


def fits(faults: Iterable[str], after: int = 0, times: int = 0) -> tuple[Fit, ...]:
    """Read `slow=2`, `silent` … as faults; ValueError for one there is not."""
    found = []
    for text in faults:
        name, _, value = text.partition("=")
        fault = Fault(name.strip())
        amount = _within(value or "0", 0, _MOST)
        found.append(Fit(fault=fault, value=amount, after=after, times=times))
    return tuple(found)


def _within(text: str, least: float, most: float) -> float:
    """Read a number; ValueError for none, and for one out of bounds or without an end."""
    number = float(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number


def obey(server: Server, words: list[str]) -> str:
    """Do what a person typed: `press 3 call 12`, `card rare`, `say FD 00`, `stars 1`, `pull`."""
    played_model = server.far.model
    match words:
        case []:
            return ""
        case ["pull"]:
            server.far.is_gone = True
        case ["say", *data]:
            server.far.say(from_hex(" ".join(data)), server.now())
        case ["scan", code]:
            server.far.say(code.encode() + b"\r", server.now())
        case ["card", name] if isinstance(played_model, SamModel) and name in CARDS:
            played_model.lay_down(CARDS[name])
        case ["stars", key] if isinstance(played_model, ProfileModel) and key.isdecimal():
            played_model.stars.append((1.0, int(key)))
        case ["press", address, key, *number] if isinstance(played_model, ProfileModel):
            try:
                frame = played_model.press(
                    int(address), PadKey(key), int(number[0] if number else 0)
                )
            except (ValueError, KeyError, StopIteration):
                return "没有这个呼叫器或按键"
            if frame:
                server.far.say(frame, server.now())
        case ["fault", *faults]:
            try:
                server.far.fits = fits(faults)
            except ValueError:
                return f"故障：{'、'.join(Fault)}"
        case _:
            return "可用：press 地址 键 [号]、card 名、scan 码、stars 键、say 字节、fault 名…、pull"
    return "好"
