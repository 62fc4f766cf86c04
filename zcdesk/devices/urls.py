"""Opens a device from the address the settings hold.

`sim:printer?as=escpos58&fault=no_paper&after=3`, `sim:reader`, `sim:caller`, `sim:scanner`,
`file:/path/to/folder?as=pdf`, `folder:/where/scans/land`, `camera:fswebcam -q {file}`,
`tcp:192.0.2.7:9100?as=escpos80&answers=no`, a thermal printer of a known model by
`serial:COM3?printer=pos-5890` or by a file of the hall's own, `printer=/path/own.toml`; a queue of
CUPS or a network printer by `ipp://localhost/printers/laser?tray=tray-2&sides=long&copies=2`, one
of Windows by `system:NAME?tray=lower`; a device of a model as `attached` has it, e.g.
`serial:COM3?model=syn6288`; a rating pad that is a keyboard by `keys:F13,F14,F15,F16,F17`; several
callers joined by blank, `+`, blank. An address nobody understands is refused in words, never
guessed at.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

from zcdesk.devices.kinds import Device
from zcdesk.devices.laser import IppPrinter
from zcdesk.devices.pages import CommandCamera, FolderScanner
from zcdesk.devices.printer_file import printer_of
from zcdesk.devices.printers import ENDINGS, FolderPrinter, WirePrinter
from zcdesk.devices.rating_keys import RatingKeys
from zcdesk.devices.simulated import (
    PrinterFault,
    SimulatedCaller,
    SimulatedPrinter,
    SimulatedReader,
    SimulatedScanner,
)
from zcdesk.devices.wire import LineSettings
from zcdesk.domain.printer_profile import GENERIC, PrinterProfile
from zcdesk.errors import Invalid

Maker = Callable[[str, dict[str, str]], Device]
_provided: dict[str, Maker] = {}

_OWN = ("printer", "reader", "caller", "scanner")
"""Simulated devices that are no far end of a line but classes of their own."""


def provide(scheme: str, make: Maker) -> None:
    """Let a scheme be opened by somebody outside: what needs a screen's library is not here.

    Args:
        make: builds the device of a place, taking out of the options what it understands.
    """
    _provided[scheme] = make


def from_url(url: str) -> Device:
    """Return the device at `url`, without connecting to it; DEV-05 for an unknown address."""
    if " + " in url:
        return _group(url)
    scheme, _, rest = url.partition(":")
    place, _, query = rest.partition("?")
    options = dict(parse_qsl(query))
    try:
        wanted = options.pop("printer", "")
        profile = printer_of(wanted) if wanted else None
        usual = "pdf" if scheme in ("file", "ipp", "system") else "escpos80"
        as_ = options.pop("as", profile.as_ if profile else usual)
        if as_ not in ENDINGS or (profile and as_ != profile.as_):
            raise ValueError(as_)
        made = _make(scheme, place, as_, profile, options)
    except ValueError as error:
        raise Invalid("DEV-05", "url", url=url) from error
    if options:
        raise Invalid("DEV-05", "url", url=url)
    return made


def _make(
    scheme: str, place: str, as_: str, profile: PrinterProfile | None, options: dict[str, str]
) -> Device:
    """Build the device, taking out of `options` what it understands."""
    may_attach = profile is None and scheme in ("serial", "tcp", "sim")
    if may_attach and (device := _attached(scheme, place, options)):
        return device
    name = options.pop("name", "")
    match scheme, place:
        case "file", folder if folder:
            return FolderPrinter(Path(folder), as_, name, profile)
        case (("tcp" | "serial"), address) if address:
            return _on_a_wire(scheme, address, as_, profile, name, options)
        case "ipp", address if address:
            return IppPrinter(
                f"ipp:{address}",
                as_,
                name=name,
                profile=profile,
                tray=options.pop("tray", ""),
                sides=options.pop("sides", "one"),
                copies=int(options.pop("copies", "1")),
            )
        case "sim", "printer":
            wrong = options.pop("fault", "")
            folder = options.pop("folder", "")
            return SimulatedPrinter(
                name or "热敏#1",
                as_,
                profile=profile,
                folder=Path(folder) if folder else None,
                fault=PrinterFault(wrong) if wrong else None,
                after=int(options.pop("after", "0")),
                dies_at=int(options.pop("dies_at", "0")),
            )
        case "sim", "reader":
            return SimulatedReader(name=name or "读卡器")
        case "sim", "caller":
            return SimulatedCaller(name or "叫号器")
        case "folder", folder if folder:
            return FolderScanner(Path(folder), name)
        case "camera", words if words:
            return CommandCamera(words, name)
        case "keys", keys if keys:
            return RatingKeys(keys, name)
        case "sim", "scanner":
            return SimulatedScanner(name or "高拍仪")
        case _ if scheme in _provided:
            options["name"] = name
            return _provided[scheme](place, options)
        case _:
            raise ValueError(scheme)


def _on_a_wire(
    scheme: str,
    address: str,
    as_: str,
    profile: PrinterProfile | None,
    name: str,
    options: dict[str, str],
) -> Device:
    settings = None
    if scheme == "tcp":
        int(address.rpartition(":")[2])
    elif {"baud", "line"} & options.keys():
        usual = profile or GENERIC[80]
        baud = int(options.pop("baud", usual.baud))
        settings = LineSettings(baud, options.pop("line", usual.line))
    answers = options.pop("answers", "yes") == "yes"
    return WirePrinter(
        f"{scheme}:{address}", as_, name=name, answers=answers, profile=profile, settings=settings
    )


def _attached(scheme: str, place: str, options: dict[str, str]) -> Device | None:
    """Return a device of a known model; drivers are loaded for an address that names one."""
    if not {"model", "profile"} & options.keys() and (scheme != "sim" or place in _OWN):
        return None
    from zcdesk.devices.attached import attach

    return attach(scheme, place, options)


def _group(url: str) -> Device:
    from zcdesk.devices.looped import CallerGroup, LoopedCaller

    found = [from_url(one.strip()) for one in url.split(" + ")]
    callers = [one for one in found if isinstance(one, LoopedCaller | SimulatedCaller)]
    if len(callers) < len(found):
        raise Invalid("DEV-05", "url", url=url)
    return CallerGroup(callers)
