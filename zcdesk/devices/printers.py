"""Printers over a folder and over a raw TCP port.

A document that may have left the printer is never called unprinted: once a byte was sent, the
only failure is PRT-04, and a person looks whether paper came out.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from zcdesk.devices.escpos_status import QUERY, decode, reply_in
from zcdesk.devices.kinds import READY, UNKNOWN, Printed, Status, fault, no_answer
from zcdesk.errors import DeviceError

ENDINGS = {"pdf": ".pdf", "escpos80": ".80.bin", "escpos58": ".58.bin"}
ENDINGS |= {"raster80": ".80.bin", "raster58": ".58.bin"}
"""How a printed file is named for the form it is in."""


class FolderPrinter:
    """Writes each document as the next numbered file of a folder."""

    def __init__(self, folder: Path, as_: str = "pdf", name: str = "") -> None:
        self.name = name or f"文件夹 {folder.name}"
        self.as_ = as_
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


class TcpPrinter:
    """A thermal printer on a raw port, usually 9100.

    Sockets with a time-out on every step instead of python-escpos' transport: that one waits a
    minute, and its paper query cannot tell no paper from no answer.
    """

    def __init__(
        self,
        host: str,
        port: int = 9100,
        as_: str = "escpos80",
        *,
        name: str = "",
        answers: bool = True,
        patience: float = 2.0,
    ) -> None:
        """Build without connecting.

        Args:
            answers: the printer replies to status queries; many print servers do not.
            patience: seconds for each step.
        """
        self.name = name or f"{host}:{port}"
        self.as_ = as_
        self._place = (host, port)
        self._answers = answers
        self._patience = patience

    def print(self, data: bytes) -> Printed:
        """Send one document, asking before and after how the printer stands."""
        with self._connected() as wire:
            if self._answers:
                before = self._ask(wire)
                if before is None or not before.works:
                    code = before.code if before else "PRT-08"
                    raise DeviceError(code, printer=self.name)
            try:
                wire.sendall(data)
                after = self._ask(wire) if self._answers else READY
            except OSError as error:
                raise DeviceError("PRT-04", printer=self.name) from error
            if after is None or not after.works:
                raise DeviceError("PRT-04", printer=self.name)
        return Printed.CONFIRMED if self._answers else Printed.SENT

    def status(self) -> Status:
        """Ask the printer; unknown when it never answers."""
        try:
            with self._connected() as wire:
                if not self._answers:
                    return UNKNOWN
                return self._ask(wire) or no_answer()
        except DeviceError as error:
            return fault(error.code)

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        try:
            wire = socket.create_connection(self._place, self._patience)
        except OSError as error:
            raise DeviceError("PRT-08", printer=self.name) from error
        with closing(wire):
            yield wire

    def _ask(self, wire: socket.socket) -> Status | None:
        """Put the four questions; None as soon as one stays without answer."""
        answers: dict[int, int] = {}
        for number, query in QUERY.items():
            received = b""
            while (answer := reply_in(received)) is None:
                try:
                    if not received:
                        wire.sendall(query)
                    part = wire.recv(16)
                except OSError:
                    return None
                if not part:
                    return None
                received += part
            answers[number] = answer
        return decode(answers)
