"""The devices of this PC by kind: built from the settings, tested, looked at, replaced, saved.

A wrong address costs its own device: the desk opens without it and the devices page says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

from zcdesk.devices import trial
from zcdesk.devices.adjusting import PRINTERS, adjustable, adjusted
from zcdesk.devices.kinds import (
    CALLERS,
    DeviceKind,
    Fitted,
    ModelChoice,
    PortFound,
    Wanted,
)
from zcdesk.devices.models import ModelKind, find_model, models
from zcdesk.devices.ports import detect, ports
from zcdesk.devices.printer_file import printer_of, printers
from zcdesk.devices.profile_file import load_profile
from zcdesk.devices.urls import from_url
from zcdesk.devices.wire import SHARED, LineSettings, Wire, open_wire
from zcdesk.errors import CodedError, DeviceError, Invalid

Save = Callable[[dict[str, str]], object]

_OWN_FILE = ".toml"
_KEYS = ModelChoice("keys", "键盘式评价器（端口处填五个键，如 1,2,3,4,5，满意的在前）", False)
"""A rating pad that is a keyboard: no line, no driver, only which keys mean what."""

_MODELS: Mapping[str, tuple[ModelKind, ...]] = {
    **{kind.value: (ModelKind.VOICE, ModelKind.SCREEN) for kind in CALLERS},
    DeviceKind.VOICE.value: (ModelKind.VOICE,),
    DeviceKind.WINDOW_SCREEN.value: (ModelKind.SCREEN,),
    DeviceKind.HALL_SCREEN.value: (ModelKind.SCREEN,),
    DeviceKind.READER.value: (ModelKind.READER,),
    DeviceKind.GUN.value: (ModelKind.GUN,),
    DeviceKind.PADS.value: (ModelKind.PADS,),
    DeviceKind.RATER.value: (ModelKind.RATER,),
}
"""Which models can be what at the desk; other kinds are given by a whole address."""


class Equipment:
    """The devices of one PC.

    Attributes:
        devices: by kind, those whose address is understood.
        faults: by kind, why the others are not there.
    """

    def __init__(
        self,
        urls: Mapping[str, str],
        save: Save,
        devices: Mapping[str, Any] | None = None,
    ) -> None:
        """Build every device; nothing is opened.

        Args:
            save: keeps the addresses after a change.
            devices: built already, in place of addresses.
        """
        self._urls = dict(urls)
        self._save = save
        self.devices: dict[str, Any] = dict(devices or {})
        self.faults: dict[str, CodedError] = {}
        for kind, url in self._urls.items() if devices is None else ():
            try:
                self.devices[kind] = from_url(url)
            except CodedError as error:
                self.faults[kind] = error

    def fitted(self) -> tuple[Fitted, ...]:
        """Return what stands at the desk, configured or not."""
        return tuple(
            Fitted(
                kind.value,
                self._urls.get(kind.value, ""),
                getattr(self.devices.get(kind.value), "name", ""),
                is_here=kind.value in self.devices,
                fault=self.faults.get(kind.value),
            )
            for kind in DeviceKind
        )

    def choices(self, kind: str) -> tuple[ModelChoice, ...]:
        """Return the models a kind can be; one without a name where none need be chosen."""
        if kind in PRINTERS:
            known = (ModelChoice(one.name, one.title, False) for one in printers().values())
            return (ModelChoice("", "", False), *known)
        found = tuple(
            ModelChoice(one.name, one.title, one.is_experimental)
            for one in models()
            if one.kind in _MODELS.get(kind, ())
        )
        return (*found, _KEYS) if kind == DeviceKind.RATER else found

    def search(self) -> tuple[PortFound, ...]:
        """Ask on every free serial port who is there; one in use is never touched."""
        mine = {url.partition("?")[0] for url in self._urls.values()}
        found = []
        for port in ports():
            if port.holder or mine & {port.url, f"serial:{port.name}"}:
                found.append(PortFound(port.name, port.url, holder=port.holder or "zcdesk"))
                continue
            found.append(_asked(port.name, port.url))
        return tuple(found)

    def wanted(self, kind: str) -> Wanted:
        """Return how a kind is connected now, in parts."""
        url = self._urls.get(kind, "")
        place, _, query = url.partition("?")
        options = dict(parse_qsl(query))
        if url.startswith("keys:"):
            return Wanted(place.removeprefix("keys:"), _KEYS.name, more=_joined(options))
        if kind in PRINTERS:
            printer = options.pop("printer", "")
            is_own = printer.endswith(_OWN_FILE)
            return Wanted(
                port=place,
                model="" if is_own else printer,
                profile=printer if is_own else "",
                more=_joined(options),
            )
        return Wanted(
            port=place,
            model=options.pop("model", ""),
            profile=options.pop("profile", ""),
            address=options.pop("addresses", "") or options.pop("address", ""),
            more=_joined(options),
        )

    def connect(self, kind: str, wanted: Wanted) -> Any:
        """Connect a kind anew and keep its address; returns the device.

        Raises:
            Invalid: DEV-05 for an address nobody understands, DEV-12 and DEV-13 for a profile
                with line and field, DEV-21 for a serial port another device of this PC has.
        """
        if wanted.profile and kind not in PRINTERS:
            load_profile(Path(wanted.profile))
        url = _url(kind, wanted)
        self._must_be_free(kind, url)
        made = from_url(url)
        self._let_go(kind)
        self.devices[kind] = made
        self._keep({**self._urls, kind: url})
        return made

    def adjustable(self, kind: str) -> dict[str, str]:
        """Return what of a device can be adjusted, and to what it is set."""
        return adjustable(kind, self._urls.get(kind, ""))

    def adjust(self, kind: str, changes: Mapping[str, str]) -> Any:
        """Adjust a device and keep that; returns the device. Invalid as `connect` has it."""
        wanted = self.wanted(kind)
        more = _joined(adjusted(wanted.more, changes))
        return self.connect(kind, wanted._replace(more=more))

    def remove(self, kind: str) -> None:
        """Take a device away."""
        self._let_go(kind)
        self._keep({k: url for k, url in self._urls.items() if k != kind})

    def test(self, kind: str, window: str) -> str:
        """Have a device do something a person can see or hear; returns what to look for."""
        device = self.devices.get(kind)
        if device is None:
            raise self.faults.get(kind) or DeviceError("DEV-17", device=kind)
        return trial.run(device, window)

    def look(self, kind: str, say: Callable[[str], object] | None) -> bool:
        """Say a device's traffic decoded, both ways; False for one that has no wire of its own."""
        traffic = getattr(self.devices.get(kind), "traffic", None)
        if traffic is None:
            return False
        traffic.look(say)
        return True

    def _must_be_free(self, kind: str, url: str) -> None:
        place = url.partition("?")[0]
        others = (one for other, one in self._urls.items() if other != kind)
        taken = {part.partition("?")[0] for one in others for part in one.split(" + ")}
        if place.startswith("serial:") and place in taken:
            raise Invalid(SHARED, "port", port=place.removeprefix("serial:"))

    def _let_go(self, kind: str) -> None:
        old = self.devices.pop(kind, None)
        self.faults.pop(kind, None)
        if hasattr(old, "close"):
            old.close()

    def _keep(self, urls: dict[str, str]) -> None:
        self._urls = urls
        self._save(urls)


def _url(kind: str, wanted: Wanted) -> str:
    """Put the parts of an address together."""
    port = wanted.port.strip()
    if not port:
        raise Invalid("DEV-05", "port", url="")
    if wanted.model == _KEYS.name and kind == DeviceKind.RATER:
        return f"keys:{port.removeprefix('keys:')}" + (f"?{wanted.more}" if wanted.more else "")
    if ":" not in port or port[1:3] == ":\\":
        port = f"serial:{port}"
    if kind in PRINTERS:
        return _printer_url(port, wanted)
    options = []
    if wanted.profile:
        options.append(f"profile={quote(wanted.profile, safe='/:')}")
    elif wanted.model:
        model = find_model(wanted.model)
        if model is None:
            raise Invalid("DEV-05", "model", url=wanted.model)
        options.append(f"model={model.name}")
    if wanted.address:
        options.append(f"{'addresses' if kind == DeviceKind.PADS else 'address'}={wanted.address}")
    options += [wanted.more] if wanted.more else []
    return port + ("?" + "&".join(options) if options else "")


def _printer_url(port: str, wanted: Wanted) -> str:
    """Put a printer's address together; its model says what form it takes a paper in."""
    more = dict(parse_qsl(wanted.more))
    model = wanted.profile or wanted.model
    if wanted.profile and not wanted.profile.endswith(_OWN_FILE):
        raise Invalid("DEV-05", "profile", url=wanted.profile)
    if model:
        try:
            printer_of(model)
        except ValueError as error:
            raise Invalid("DEV-05", "model", url=model) from error
        more.pop("as", None)
        more["printer"] = quote(model, safe="/:\\")
    return port + ("?" + _joined(more) if more else "")


def _joined(options: Mapping[str, str]) -> str:
    return "&".join(f"{key}={value}" for key, value in options.items())


def _asked(name: str, url: str) -> PortFound:
    def open_at(settings: LineSettings) -> Wire:
        return open_wire(f"serial:{name}", settings)

    try:
        found = detect(open_at)
    except DeviceError as error:
        return PortFound(name, url, fault=error)
    if found is None:
        return PortFound(name, url)
    return PortFound(name, url, found.model.name, found.model.title, found.line.baud)
