"""`zcdesk device list | test`: what is there, and something a person can see or hear.

A test says what to look for; whether it came out so, the person knows.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from threading import Event
from typing import Any, TextIO

from zcdesk.devices.bus import Bus
from zcdesk.devices.command_words import DONE, REFUSED, Stopped, options_of, url_of
from zcdesk.devices.gun import Gun
from zcdesk.devices.kinds import Call, PadEvent
from zcdesk.devices.models import Model, ModelKind, driver, models
from zcdesk.devices.ports import detect, ports
from zcdesk.devices.sam_layouts import as_record
from zcdesk.devices.sam_v import SamReader
from zcdesk.devices.voice import Voice
from zcdesk.devices.wire import LineSettings, Wire, open_wire
from zcdesk.errors import DeviceError

Clock = Callable[[], float]
TEST_NUMBER = "A000"


def list_devices(as_json: bool, search: bool, out: TextIO) -> int:
    """Print the serial ports and the models; with `search` also who answers on each port."""
    found = []
    for port in ports():
        row = {"port": port.name, "title": port.title, "url": port.url, "holder": port.holder}
        if search and not port.holder:
            row |= _searched(port.name)
        found.append(row)
    known = [
        {
            "model": model.name,
            "title": model.title,
            "kind": model.kind.value,
            "baud": "、".join(str(line.baud) for line in model.lines),
            "experimental": model.is_experimental,
        }
        for model in models()
    ]
    if as_json:
        out.write(
            json.dumps({"ports": found, "models": known}, ensure_ascii=False, indent=2) + "\n"
        )
        return DONE
    out.write("串口：\n" if found else "没有串口\n")
    for row in found:
        used = f"  正被 {row['holder']} 使用" if row["holder"] else ""
        model_name = f"  型号 {row['model']}" if row.get("model") else ""
        out.write(f"  {row['port']}  {row['title']}  {row['url']}{used}{model_name}\n")
    out.write("型号：\n")
    for one in known:
        mark = "（试验）" if one["experimental"] else ""
        out.write(f"  {one['model']}  {one['kind']}  {one['title']}  {one['baud']}{mark}\n")
    return DONE


def try_device(
    model: Model, port: str, words: list[str], seconds: float, out: TextIO, clock: Clock
) -> int:
    """Have a device do something a person can see or hear."""
    options = options_of(words)
    try:
        with closing(open_wire(url_of(port), model.lines[0])) as wire:
            device = driver(model, wire, options, clock=clock)
            return _try(model, device, seconds, out, clock)
    except ValueError as error:
        raise Stopped(f"选项不对：{error}") from error


def _searched(port: str) -> dict[str, str]:
    def open_at(settings: LineSettings) -> Wire:
        return open_wire(f"serial:{port}", settings)

    try:
        found = detect(open_at)
    except DeviceError as error:
        return {"model": "", "error": error.code}
    return {
        "model": found.model.name if found else "",
        "baud": str(found.line.baud) if found else "",
    }


def _try(model: Model, device: Any, seconds: float, out: TextIO, clock: Clock) -> int:
    match model.kind:
        case ModelKind.VOICE:
            assert isinstance(device, Voice)
            out.write("请听：A零零零号到一号窗口\n")
            device.announce(Call(TEST_NUMBER, "1"))
            _turn_until(lambda: not device.is_speaking, device, seconds, clock)
            return DONE
        case ModelKind.SCREEN:
            out.write(f"请看屏：应显示 {TEST_NUMBER} 到 1 号窗口\n")
            device.announce(Call(TEST_NUMBER, "1"))
            return DONE
        case ModelKind.READER:
            return _try_reader(device, seconds, out, clock)
        case ModelKind.PADS:
            return _try_pads(device, seconds, out, clock)
        case ModelKind.RATER:
            out.write("请按评价器上任意一个键\n")
            stars = device.ask(seconds)
            out.write(f"收到：{stars} 星\n" if stars else "没有人按键\n")
            return DONE if stars else REFUSED
        case ModelKind.GUN:
            return _try_gun(device, seconds, out, clock)


def _try_reader(device: SamReader, seconds: float, out: TextIO, clock: Clock) -> int:
    out.write("请把任意证件放在读卡器上……\n")
    out.flush()
    pause, end = Event(), clock() + seconds
    while clock() < end:
        if (card := device.read_card()) is not None:
            record = as_record(card)
            out.write(f"读到：{record['name']} {record['number']}\n")
            return DONE
        pause.wait(0.3)
    out.write("没有读到证件\n")
    return REFUSED


def _try_pads(device: Bus, seconds: float, out: TextIO, clock: Clock) -> int:
    out.write("请在呼叫器上按任意一个键\n")
    out.flush()
    events: list[PadEvent] = []

    def pressed() -> bool:
        events.extend(device.events())
        return bool(events)

    _turn_until(pressed, device, seconds, clock)
    for event in events:
        said = f"收到：{event.address} 号呼叫器 {event.key.value} {event.number}"
        out.write(said.rstrip() + "\n")
    for address in device.silent():
        out.write(f"{address} 号呼叫器没有回应\n")
    return DONE if events else REFUSED


def _try_gun(device: Gun, seconds: float, out: TextIO, clock: Clock) -> int:
    out.write("请扫任意一个码\n")
    out.flush()
    codes: list[str] = []

    def scanned() -> bool:
        codes.extend(device.codes())
        return bool(codes)

    _turn_until(scanned, device, seconds, clock)
    out.write(f"收到：{codes[0]}\n" if codes else "没有收到扫码\n")
    return DONE if codes else REFUSED


def _turn_until(done: Callable[[], bool], device: Any, seconds: float, clock: Clock) -> None:
    pause, end = Event(), clock() + seconds
    while not done() and clock() < end:
        pause.wait(min(device.turn(), 0.1))
