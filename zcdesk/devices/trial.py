"""A test of each device that a person can judge: something seen, heard, or pressed."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from threading import Event
from typing import Any, TypeVar

from zcdesk.devices.kinds import Call
from zcdesk.domain.identity import mask_id, mask_name
from zcdesk.domain.printer_profile import GENERIC, Chinese, Cutter, PrinterProfile
from zcdesk.errors import DeviceError

NUMBER = "A000"
SECONDS = 10.0
"""How long a person has to lay a card, press a key or scan a code."""

_PAUSE = 0.1

T = TypeVar("T")


def run(device: Any, window: str, seconds: float = SECONDS) -> str:
    """Try a device and return, in words, what came of it or what to look for.

    DEV-18 when nobody laid, pressed or scanned anything in time; its own error when it fails.
    """
    if hasattr(device, "announce"):
        device.announce(Call(NUMBER, window))
        return f"请听、请看：{NUMBER} 到 {window} 号窗口"
    if hasattr(device, "print"):
        device.print(_page(device.as_, device.profile))
        return _seen(device.as_, device.profile)
    if hasattr(device, "ask"):
        stars = device.ask(seconds)
        if stars is None:
            raise DeviceError("DEV-18", device=device.name)
        return f"评价器收到：{stars} 星"
    if hasattr(device, "scan"):
        return f"取到一页，{len(device.scan().data) // 1024} KB"
    if hasattr(device, "read"):
        person = _came(device.read, device.name, seconds)
        return f"读到：{mask_name(person.name)} {mask_id(person.id_number)}"
    if hasattr(device, "codes"):
        return f"扫到：{_came(device.codes, device.name, seconds)[0]}"
    event = _came(device.events, device.name, seconds)[0]
    return f"{event.address} 号呼叫器按键：{event.key.value}"


def _came(ask: Callable[[], T], name: str, seconds: float) -> Any:
    """Ask until something came; DEV-18 when nothing did."""
    pause, end = Event(), time.monotonic() + seconds
    while not (found := ask()):
        if time.monotonic() > end:
            raise DeviceError("DEV-18", device=name)
        pause.wait(_PAUSE)
    return found


def _seen(as_: str, model: PrinterProfile | None) -> str:
    """Say what to look for: where the model is wrongly chosen the test page shows it."""
    if as_ == "pdf":
        return "请看打印机：应有一张测试页"
    cuts = "，然后切纸" if (model or GENERIC[int(as_[-2:])]).cutter is not Cutter.NONE else ""
    return f"请看打印机：应有一张测试页，数字恰好占满一行{cuts}；不是这样请换型号"


def _page(as_: str, model: PrinterProfile | None) -> bytes:
    """Return a test page in the form a printer takes; a slip fills one line to the last column."""
    if as_ != "pdf":
        printer = model or GENERIC[int(as_[-2:])]
        has_chinese = printer.chinese is not Chinese.NONE
        words = "综窗台 测试页" if has_chinese else "zcdesk test page"
        full = "".join(str(n % 10) for n in range(1, printer.columns + 1))
        return printer.opening + f"{words}\n{full}\n".encode("gbk") + printer.ending
    from PIL import Image, ImageDraw

    page = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((60, 60, 1180, 1694), outline=0, width=4)
    draw.text((120, 120), "zcdesk test page 0123456789", fill=0)
    out = BytesIO()
    page.save(out, "PDF", resolution=150)
    return out.getvalue()
