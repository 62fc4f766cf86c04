"""Devices that are not there: for the demo, the tests and a desk without hardware.

Faults are parameters and come when told, never by chance; a simulator keeps what it was given so
that a test or a person can look at it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from io import BytesIO
from pathlib import Path

from zcdesk.devices.kinds import READY, Call, Page, Printed, Replaced, Status, fault, no_answer
from zcdesk.devices.printers import FolderPrinter
from zcdesk.domain.person import Person
from zcdesk.domain.printer_profile import PrinterProfile
from zcdesk.errors import DeviceError


class PrinterFault(StrEnum):
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    SILENT = "silent"
    SLOW = "slow"


_REFUSES = {PrinterFault.NO_PAPER: "PRT-01", PrinterFault.COVER_OPEN: "PRT-03"}


class SimulatedPrinter:
    """A printer that keeps its documents in memory and, if told, in a folder.

    Attributes:
        fault: what is wrong now, or None; may be set at any time.
        documents: everything that came out, whole or torn off.
    """

    def __init__(
        self,
        name: str = "热敏#1",
        as_: str = "escpos80",
        *,
        profile: PrinterProfile | None = None,
        folder: Path | None = None,
        fault: PrinterFault | None = None,
        after: int = 0,
        dies_at: int = 0,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Build a printer.

        Args:
            after: documents that still come out before `fault` begins.
            dies_at: the n-th document tears off half-way and nothing answers after; 0 = never.
            wait: how a slow printer passes its seconds.
        """
        self.name = name
        self.as_ = as_
        self.profile = profile
        self.fault = fault
        self.documents: list[bytes] = []
        self._after = after
        self._dies_at = dies_at
        self._wait = wait
        self._folder = FolderPrinter(folder, as_) if folder is not None else None

    @property
    def dead(self) -> bool:
        """Whether it tore off a document and answers no more."""
        return 0 < self._dies_at <= len(self.documents)

    def print(self, data: bytes) -> Printed:
        """Let the document out as the fault of the moment allows."""
        now = self._fault_now()
        if now in _REFUSES:
            raise DeviceError(_REFUSES[now], printer=self.name)
        if self.dead:
            raise DeviceError("PRT-04", printer=self.name)
        if now is PrinterFault.SLOW:
            self._wait(5.0)
        dying = len(self.documents) + 1 == self._dies_at
        self._keep(data[: len(data) // 2] if dying else data)
        if dying or now is PrinterFault.SILENT:
            raise DeviceError("PRT-04", printer=self.name)
        return Printed.CONFIRMED

    def status(self) -> Status:
        """Tell the fault of the moment; a silent or dead printer tells nothing."""
        now = self._fault_now()
        if self.dead or now is PrinterFault.SILENT:
            return no_answer()
        return fault(_REFUSES[now]) if now in _REFUSES else READY

    def repair(self) -> None:
        """Put paper in, shut the cover, switch it on again."""
        self.fault = None
        self._dies_at = 0

    def _fault_now(self) -> PrinterFault | None:
        return self.fault if len(self.documents) >= self._after else None

    def _keep(self, data: bytes) -> None:
        self.documents.append(data)
        if self._folder is not None:
            self._folder.print(data)


class SimulatedReader:
    """A card reader with a queue of invented persons.

    Attributes:
        gone: pulled out: every read says so.
        smudged: the next read fails once, as with a card laid down askew.
    """

    def __init__(self, persons: Iterable[Person] = (), name: str = "读卡器") -> None:
        self.name = name
        self.gone = False
        self.smudged = False
        self._persons = deque(persons)

    def lay_down(self, person: Person) -> None:
        """Put a card on the reader, behind those that wait."""
        self._persons.append(person)

    def read(self) -> Person | None:
        """Return the next person, None when no card lies there."""
        if self.gone:
            raise DeviceError("IDC-02")
        if self.smudged:
            self.smudged = False
            raise DeviceError("IDC-01")
        return self._persons.popleft() if self._persons else None

    def status(self) -> Status:
        """Tell whether it is plugged in."""
        return fault("IDC-02") if self.gone else READY


class SimulatedCaller:
    """A caller that records what it would have said.

    Attributes:
        announced: (number, window) in order.
        gone: pulled out.
    """

    def __init__(self, name: str = "叫号器") -> None:
        self.name = name
        self.gone = False
        self.announced: list[tuple[str, str]] = []

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Record a call."""
        if self.gone:
            raise DeviceError("DEV-01", number=call.number)
        self.announced.append((call.number, call.window))
        return ()

    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        """Return what records a call."""
        return partial(self.announce, call)

    def say(self, text: str) -> tuple[Replaced, ...]:
        """Take a text that is no call."""
        if self.gone:
            raise DeviceError("DEV-01")
        return ()

    def status(self) -> Status:
        """Tell whether it is plugged in."""
        return fault("DEV-01") if self.gone else READY


class SimulatedScanner:
    """A page camera that draws a numbered page instead of taking one.

    Attributes:
        empty: nothing lies under the lens.
    """

    def __init__(self, name: str = "高拍仪") -> None:
        self.name = name
        self.empty = False
        self.pages = 0

    def scan(self) -> Page:
        """Return the next page as PNG: A4 at 50 dpi, its number, lines like handwriting."""
        if self.empty:
            raise DeviceError("SCN-04")
        self.pages += 1
        return Page(_page(self.pages))

    def status(self) -> Status:
        """Always there."""
        return READY


def _page(number: int) -> bytes:
    from PIL import Image, ImageDraw  # half a tenth of a second nobody needs at start

    page = Image.new("L", (413, 585), 250)
    draw = ImageDraw.Draw(page)
    draw.rectangle((24, 24, 389, 561), outline=180)
    draw.text((40, 40), f"SIMULATED PAGE {number}", fill=60)
    for row in range(18):
        length = 120 + (row * 53 + number * 37) % 210
        draw.line((40, 90 + row * 24, 40 + length, 90 + row * 24), fill=120, width=2)
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()
