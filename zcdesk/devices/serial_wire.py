"""A serial port through pyserial, which is loaded when the first one is opened.

Ports are opened for this program alone, and a USB adapter is found again by its vendor, product
and serial number, since its name changes when it is plugged in again (devices.md 8.1).
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from zcdesk.devices.wire import FORBIDDEN, MISSING, SHARED, SILENT, TAKEN, LineSettings, lost
from zcdesk.errors import DeviceError

_LINES = frozenset(f"{n}{parity}{stop}" for n in "5678" for parity in "NEOMS" for stop in "12")


class SerialWire:
    """One serial port, held exclusively."""

    def __init__(self, place: str, settings: LineSettings) -> None:
        """Open the port.

        Args:
            place: `COM3`, `/dev/ttyUSB0` or `usb:VID:PID[:SERIAL]` in hexadecimal.
        """
        if settings.line not in _LINES or settings.baud <= 0:
            raise ValueError(settings.line)
        self.name = port_of(place)
        self._port = _open(self.name, settings)

    def write(self, data: bytes) -> None:
        """Send everything in one call, so that no gap falls inside a frame."""
        import serial

        try:
            self._port.write(data)
        except serial.SerialTimeoutException as error:
            raise DeviceError(SILENT, device=self.name) from error
        except _breaks() as error:
            raise lost(self.name) from error

    def read(self, timeout: float) -> bytes:
        """Return what has come."""
        try:
            if self._port.timeout != timeout:
                self._port.timeout = max(timeout, 0.0)
            first = self._port.read(1)
            if not first:
                return b""
            waiting = self._port.in_waiting
            rest = self._port.read(waiting) if waiting else b""
            return bytes(first + rest)
        except _breaks() as error:
            raise lost(self.name) from error

    def close(self) -> None:
        """Close the port, also one whose device is gone."""
        with suppress(*_breaks()):
            self._port.close()


def port_of(place: str) -> str:
    """Return the port's name now; DEV-09 when no such USB adapter is plugged in."""
    if not place.startswith("usb:"):
        return place
    vendor, product, *number = place.removeprefix("usb:").split(":", 2)
    wanted = (int(vendor, 16), int(product, 16))
    from serial.tools import list_ports

    for port in list_ports.comports():
        if (port.vid, port.pid) == wanted and (not number or port.serial_number == number[0]):
            return str(port.device)
    raise DeviceError(MISSING, port=place)


def holder_of(port: str) -> str:
    """Return the name of a program that has the port open, where the system tells, else ''."""
    if not sys.platform.startswith("linux"):
        return ""
    for process in Path("/proc").glob("[0-9]*"):
        if process.name != str(os.getpid()) and _has_open(process, port):
            with suppress(OSError):
                return (process / "comm").read_text("utf-8").strip()
    return ""


def _has_open(process: Path, port: str) -> bool:
    """Tell whether a process of /proc has the port open; False where nobody may know."""
    wanted = os.path.realpath(port)
    with suppress(OSError):
        return any(os.path.realpath(fd) == wanted for fd in (process / "fd").iterdir())
    return False


def _open(name: str, settings: LineSettings) -> Any:
    import serial

    try:
        return serial.Serial(
            name,
            settings.baud,
            bytesize=int(settings.line[0]),
            parity=settings.line[1],
            stopbits=int(settings.line[2]),
            timeout=0,
            write_timeout=settings.write_timeout,
            exclusive=True,
        )
    except _breaks() as error:
        raise refused(name, error) from error


def refused(name: str, error: BaseException) -> DeviceError:
    """Tell apart a port that is not there, one without permission and one that is taken."""
    number = getattr(error, "errno", None)
    text = str(error)
    if number in (errno.ENOENT, errno.ENODEV, errno.ENXIO) or "FileNotFoundError" in text:
        return DeviceError(MISSING, port=name)
    if number == errno.EACCES and "exclusively" not in text:
        return DeviceError(FORBIDDEN, port=name)
    if _has_open(Path("/proc/self"), name):
        return DeviceError(SHARED, port=name)
    if by := holder_of(name):
        return DeviceError(TAKEN, port=name, by=by)
    # Windows says "access denied" to a second opener; an own handle left open looks the same.
    taken = "exclusively" in text or "PermissionError" in text or number == errno.EBUSY
    return DeviceError("DEV-02" if taken else MISSING, port=name)


def _breaks() -> tuple[type[BaseException], ...]:
    """Return what pyserial lets through when a device is pulled out."""
    import serial

    found: list[type[BaseException]] = [serial.SerialException, OSError, TypeError]
    if sys.platform != "win32":
        import termios

        # Neither an OSError nor a SerialException (pyserial #417).
        found.append(termios.error)
    return tuple(found)
