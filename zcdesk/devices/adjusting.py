"""What somebody at the desk may adjust of a device: the options of its address that are taste.

Where it hangs and what model it is stays with the devices page; how loud a voice speaks, how often
it says a number, from which tray a printer takes its paper is changed in the settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl

from zcdesk.devices.kinds import CALLERS, DeviceKind
from zcdesk.devices.models import ModelKind, find_model

PRINTERS = (DeviceKind.PRINTER, DeviceKind.SECOND_PRINTER)

_OWN: Mapping[str, str] = MappingProxyType(
    {
        "volume": "",
        "speed": "",
        "times": "2",
        "english": "no",
        "as": "escpos80",
        "tray": "",
        "sides": "one",
        "copies": "1",
    }
)
"""What each is while an address does not say; '' = the device's own."""

_OF_A_VOICE = ("volume", "speed", "times", "english")
_OF_A_SHEET_PRINTER = ("tray", "sides", "copies")
_OF_A_SLIP_PRINTER = ("as",)


def adjustable(kind: str, url: str) -> dict[str, str]:
    """Return what of a device can be adjusted, and to what it is set; {} where nothing can."""
    place, _, query = url.partition("?")
    options = dict(parse_qsl(query))
    scheme, _, name = place.partition(":")
    names: tuple[str, ...] = ()
    if not url or " + " in url:
        return {}
    if kind in PRINTERS:
        if scheme in ("ipp", "system"):
            names = _OF_A_SHEET_PRINTER
        elif "printer" not in options and options.get("as", _OWN["as"]) != "pdf":
            names = _OF_A_SLIP_PRINTER if scheme != "file" else ()
    elif kind in CALLERS:
        model = find_model(name if scheme == "sim" else options.get("model", ""))
        names = _OF_A_VOICE if model is not None and model.kind is ModelKind.VOICE else ()
    return {one: options.get(one, _OWN[one]) for one in names}


def adjusted(more: str, changes: Mapping[str, str]) -> dict[str, str]:
    """Return the options of an address with some changed; one as by itself is not written."""
    options = {**dict(parse_qsl(more)), **changes}
    return {name: value for name, value in options.items() if value != _OWN.get(name)}
