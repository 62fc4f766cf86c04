"""Builds a device of a known model from its address: wire, driver, and the loop that keeps it.

`serial:/dev/ttyUSB0?model=syn6288`, `tcp:192.0.2.7:4001?model=pad-ff68&addresses=1-8&windows=1:3`,
`sim:sam-v?cards=rare`; `profile=FILE` in place of `model` takes a hall's own description. Nothing
is opened before the first question, and an option nobody knows is refused.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from zcdesk.devices.loop import DeviceLoop
from zcdesk.devices.looped import (
    Looped,
    LoopedCaller,
    LoopedGun,
    LoopedPads,
    LoopedRater,
    LoopedReader,
)
from zcdesk.devices.models import (
    Model,
    ModelKind,
    Options,
    addresses,
    driver,
    find_model,
    of_profile,
)
from zcdesk.devices.profile_file import load_profile
from zcdesk.devices.tap import Tap, Traffic
from zcdesk.devices.wire import LineSettings, MemoryWire, Wire, open_wire

_LOST = {
    ModelKind.READER: "IDC-02",
    ModelKind.VOICE: "DEV-01",
    ModelKind.SCREEN: "DEV-01",
}
_DRIVER = {"name", "address", "addresses", "template", "window", "windows", "patience"}
_DRIVER |= {"volume", "speed", "encoding", "music", "times", "chime", "english", "width"}
_SIMULATED = {"fault", "after", "times", "seed", "cards", "pace"}


def attach(scheme: str, place: str, options: dict[str, str]) -> Looped[Any]:
    """Return the device; ValueError where the address is wrong or names no model.

    Args:
        options: of the address; what is understood is taken out.
    """
    model = _model(place if scheme == "sim" else options.pop("model", ""), options)
    settings = LineSettings(
        int(options.pop("baud", model.lines[0].baud)), options.pop("line", model.lines[0].line)
    )
    mine = {key: options.pop(key) for key in tuple(options) if key in _DRIVER}
    played = {key: options.pop(key) for key in tuple(options) if key in _SIMULATED}
    if played and scheme != "sim":
        raise ValueError(next(iter(played)))
    # Built once on a line that leads nowhere, so that a wrong option is told now.
    _windows(mine)
    name = driver(model, MemoryWire(), mine, clock=time.monotonic).name
    wire = _simulated(model, mine | played) if scheme == "sim" else None

    traffic = Traffic(model)

    def connect() -> Any:
        opened = wire() if wire else open_wire(f"{scheme}:{place}", settings)
        return driver(model, Tap(opened, traffic), mine, clock=time.monotonic)

    loop = DeviceLoop(name, connect, lost_code=_LOST.get(model.kind, "DEV-07"))
    made = _looped(model, loop, mine)
    made.traffic = traffic
    return made


def _model(name: str, options: dict[str, str]) -> Model:
    if file := options.pop("profile", ""):
        return of_profile(load_profile(Path(file)))
    model = find_model(name)
    if model is None:
        raise ValueError(name)
    return model


def _simulated(model: Model, options: Options) -> Any:
    """Return what opens a line to a simulated device; the device outlives the line."""
    from zcdesk.devices.simulators.far_side import FarSide
    from zcdesk.devices.simulators.in_memory import SimulatedWire
    from zcdesk.devices.simulators.models import fits, played

    faults = options["fault"].split(",") if options.get("fault") else []
    after, times = (int(options.get(key, "0")) for key in ("after", "times"))
    far = FarSide(
        played(model, options), *fits(faults, after, times), seed=int(options.get("seed", "0"))
    )

    def connect() -> Wire:
        return SimulatedWire(far, f"sim:{model.name}", is_live=True)

    return connect


def _windows(options: Options) -> dict[int, str]:
    """Return which window each pad belongs to: of its own number, unless `windows=1:3,2:5` says."""
    mine = addresses(options.get("addresses", options.get("address", "1")))
    given = [pair.split(":", 1) for pair in options.get("windows", "").split(",") if pair]
    return {address: str(address) for address in mine} | {int(a): w for a, w in given}


def _looped(model: Model, loop: DeviceLoop[Any], options: Options) -> Looped[Any]:
    match model.kind:
        case ModelKind.READER:
            return LoopedReader(loop)
        case ModelKind.PADS:
            return LoopedPads(loop, _windows(options))
        case ModelKind.RATER:
            return LoopedRater(loop)
        case ModelKind.GUN:
            return LoopedGun(loop)
        case ModelKind.VOICE | ModelKind.SCREEN:
            return LoopedCaller(loop, options.get("window", ""))
