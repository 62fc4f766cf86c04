"""Printers over a folder, a raw TCP port and a serial line.

A document that may have left the printer is never called unprinted: once a byte was sent, the
only failure is PRT-04, and a person looks whether paper came out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from zcdesk.devices.escpos_status import (
    PAPER_QUERY,
    QUERY,
    decode,
    decode_sensors,
    reply_in,
    sensors_in,
)
from zcdesk.devices.kinds import READY, UNKNOWN, Printed, Status, fault, no_answer
from zcdesk.devices.wire import LineSettings, Wire, open_wire
from zcdesk.domain.printer_profile import GENERIC, Answers, PrinterProfile
from zcdesk.errors import DeviceError

ENDINGS = {"pdf": ".pdf", "escpos80": ".80.bin", "escpos58": ".58.bin"}
ENDINGS |= {"raster80": ".80.bin", "raster58": ".58.bin"}
"""How a printed file is named for the form it is in."""

_AT_ONCE = 1024
"""Bytes given to the line at once, each piece with its own time-out: a second at 9600 baud."""


class FolderPrinter:
    """Writes each document as the next numbered file of a folder."""

    def __init__(
        self,
        folder: Path,
        as_: str = "pdf",
        name: str = "",
        profile: PrinterProfile | None = None,
    ) -> None:
        self.name = name or f"文件夹 {folder.name}"
        self.as_ = as_
        self.profile = profile
        self.folder = folder

    def print(self, data: bytes) -> Printed:
        """Keep the document under the next free number; PRT-08 if the folder takes none."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._write_next(data)
        except OSError as error:
            raise DeviceError("PRT-08", printer=self.name) from error
        return Printed.CONFIRMED

    def status(self) -> Status:
        """Tell whether the folder can be written to."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return fault("PRT-08")
        return READY

    def _write_next(self, data: bytes) -> None:
        first = (path.name.partition(".")[0] for path in self.folder.iterdir())
        taken = [int(stem) for stem in first if stem.isdecimal()]
        for number in count(max(taken, default=0) + 1):
            path = self.folder / f"{number:04}{ENDINGS[self.as_]}"
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                continue
            return


class WirePrinter:
    """A thermal printer on a raw port, usually TCP 9100, or on a serial line.

    A wire with a time-out on every step instead of python-escpos' transport: that one waits a
    minute, and its paper query cannot tell no paper from no answer.
    """

    def __init__(
        self,
        line: str,
        as_: str = "escpos80",
        *,
        name: str = "",
        answers: bool = True,
        profile: PrinterProfile | None = None,
        settings: LineSettings | None = None,
        patience: float = 2.0,
    ) -> None:
        """Build without connecting.

        Args:
            line: `tcp:HOST:PORT` or `serial:PORT`, see `wire.open_wire`.
            answers: the printer replies to status queries; many print servers do not.
            profile: its model; None = the generic one.
            settings: of a serial line, in place of the profile's.
            patience: seconds for each step.
        """
        self.name = name or line.partition(":")[2]
        self.as_ = as_
        self.profile = profile
        self._line = line
        model = profile or GENERIC[80]
        set_ = settings or LineSettings(model.baud, model.line)
        self._settings = LineSettings(set_.baud, set_.line, patience)
        self._answers = model.answers if answers else Answers.NONE
        self._patience = patience

    def print(self, data: bytes) -> Printed:
        """Send one document, asking before and after how the printer stands."""
        does_answer = self._answers is not Answers.NONE
        with self._connected() as wire:
            if does_answer:
                before = self._ask(wire)
                if before is None or not before.works:
                    code = before.code if before else "PRT-08"
                    raise DeviceError(code, printer=self.name)
            try:
                for start in range(0, len(data), _AT_ONCE):
                    wire.write(data[start : start + _AT_ONCE])
                after = self._ask(wire) if does_answer else READY
            except DeviceError as error:
                raise DeviceError("PRT-04", printer=self.name) from error
            if after is None or not after.works:
                raise DeviceError("PRT-04", printer=self.name)
        return Printed.CONFIRMED if does_answer else Printed.SENT

    def status(self) -> Status:
        """Ask the printer; unknown when it never answers."""
        try:
            with self._connected() as wire:
                if self._answers is Answers.NONE:
                    return UNKNOWN
                return self._ask(wire) or no_answer()
        except DeviceError as error:
            return fault(error.code)

    @contextmanager
    def _connected(self) -> Iterator[Wire]:
        try:
            wire = open_wire(self._line, self._settings)
        except DeviceError as error:
            raise DeviceError("PRT-08", printer=self.name) from error
        with closing(wire):
            yield wire

    def _ask(self, wire: Wire) -> Status | None:
        """Put the model's questions; None as soon as one stays without answer."""
        if self._answers is not Answers.DLE_EOT:
            sensors = self._answer(wire, PAPER_QUERY[self._answers], sensors_in)
            return None if sensors is None else decode_sensors(sensors)
        answers: dict[int, int] = {}
        for number, query in QUERY.items():
            answer = self._answer(wire, query, reply_in)
            if answer is None:
                return None
            answers[number] = answer
        return decode(answers)

    def _answer(self, wire: Wire, query: bytes, found: Callable[[bytes], int | None]) -> int | None:
        """Put one question and read until `found` sees the answer among what came."""
        received = b""
        try:
            wire.write(query)
            while (answer := found(received)) is None:
                part = wire.read(self._patience)
                if not part:
                    return None
                received += part
        except DeviceError:
            return None
        return answer
