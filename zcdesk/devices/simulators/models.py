"""A simulated device for every model, built from words as the command line and `sim:` give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zcdesk.devices.models import CHIPS, Model, ModelKind, addresses
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.far_side import Fault, Fit, Says
from zcdesk.devices.simulators.far_side import Model as Played
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import CARDS, SamModel
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
            return VoiceModel(CHIPS[model.name], pace=float(options.get("pace", "4.5")))
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
        found.append(Fit(fault=fault, value=float(value or 0), after=after, times=times))
    return tuple(found)
