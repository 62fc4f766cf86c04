"""Devices the answers leave to be found: by asking who is there, never by guessing from a name."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple

from zcdesk.devices import queues
from zcdesk.devices.equipment import Equipment
from zcdesk.devices.kinds import DeviceKind, PortFound
from zcdesk.devices.urls import from_url
from zcdesk.errors import Invalid

FIND = "find"
_PRINTERS = (DeviceKind.PRINTER, DeviceKind.SECOND_PRINTER)


class Found(NamedTuple):
    """What became of the devices of an answers file.

    Attributes:
        urls: kind → address, of those that are known now.
        missing: kinds nobody answered for.
    """

    urls: dict[str, str]
    missing: tuple[str, ...]


def problems(devices: Mapping[str, str]) -> list[Invalid]:
    """Return what is wrong with the addresses, each with its field."""
    wrong = []
    known = {kind.value for kind in DeviceKind}
    for kind, url in devices.items():
        field = f"devices.{kind}"
        if kind not in known:
            wrong.append(Invalid("SET-14", field, kind=kind))
        elif url != FIND and not url.startswith("system:"):
            try:
                from_url(url)
            except Invalid as error:
                wrong.append(Invalid(error.code, field, **error.fields))
    return wrong


def found(devices: Mapping[str, str]) -> Found:
    """Ask for those that stand as `find`; serial ports are asked once for all of them."""
    urls = {kind: url for kind, url in devices.items() if url != FIND}
    wanted = [kind for kind, url in devices.items() if url == FIND]
    ports: tuple[PortFound, ...] = ()
    equipment = Equipment(urls, lambda _: None, {})
    if any(kind not in _PRINTERS for kind in wanted):
        ports = equipment.search()
    for kind in wanted:
        models = {choice.name for choice in equipment.choices(kind)}
        url = _printer() if kind in _PRINTERS else _at(ports, models)
        if url and url not in urls.values():
            urls[kind] = url
            ports = tuple(port for port in ports if not url.startswith(port.url))
    return Found(urls, tuple(kind for kind in wanted if kind not in urls))


def _at(ports: tuple[PortFound, ...], models: set[str]) -> str:
    """Return the address of the first port where one of the models answered."""
    port = next((port for port in ports if port.model in models), None)
    return f"{port.url}?model={port.model}&baud={port.baud}" if port else ""


def _printer() -> str:
    if sys.platform != "win32":
        return queues.default()
    from zcdesk.first_run import system_printing

    return system_printing.default()
