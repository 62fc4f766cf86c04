"""A line to a device as bytes: serial port, TCP connection, or one inside the program.

A wire never knows a protocol. Every write has a time-out; whatever goes wrong in a system's own
way (`SerialException`, `OSError`, `termios.error`) leaves here as a `DeviceError`, and nowhere
else in the package is a port opened.
"""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable
from typing import Protocol
from urllib.parse import parse_qsl

import msgspec

from zcdesk.errors import DeviceError, Invalid

SILENT, LOST, TAKEN, MISSING, FORBIDDEN = "DEV-06", "DEV-07", "DEV-08", "DEV-09", "DEV-15"
SHARED = "DEV-21"
"""A port this program has open already, for another device."""
CHUNK = 4096


class Wire(Protocol):
    """Bytes both ways; what the device is lies above."""

    @property
    def name(self) -> str:
        """The port or address, for words and logs."""

    def write(self, data: bytes) -> None:
        """Send all of `data` at once; DEV-06 when stuck, DEV-07 when the line is gone.

        After either some of it may have left all the same.
        """

    def read(self, timeout: float) -> bytes:
        """Return what has come, at least one byte, or nothing after `timeout` seconds."""

    def close(self) -> None:
        """Let go of the line; never raises, may be called twice."""


class LineSettings(msgspec.Struct, frozen=True):
    """How a serial line is set.

    Attributes:
        line: data bits, parity, stop bits: `8N1`.
        write_timeout: seconds.
    """

    baud: int = 9600
    line: str = "8N1"
    write_timeout: float = 2.0


def lost(name: str) -> DeviceError:
    """Return the error of a line that is gone."""
    return DeviceError(LOST, port=name)


class TcpWire:
    """A raw TCP connection, as serial servers (串口服务器) offer it."""

    def __init__(self, host: str, port: int, *, timeout: float = 2.0) -> None:
        """Connect; DEV-09 when nobody listens there.

        Args:
            timeout: seconds for the connection and for each write.
        """
        self.name = f"{host}:{port}"
        self._timeout = timeout
        try:
            self._socket = socket.create_connection((host, port), timeout)
        except OSError as error:
            raise DeviceError(MISSING, port=self.name) from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)

    def write(self, data: bytes) -> None:
        """Send everything within the time-out."""
        try:
            self._socket.settimeout(self._timeout)
            self._socket.sendall(data)
        except TimeoutError as error:
            raise DeviceError(SILENT, device=self.name) from error
        except OSError as error:
            raise lost(self.name) from error

    def read(self, timeout: float) -> bytes:
        """Return what has come."""
        try:
            self._socket.settimeout(max(timeout, 0.0))
            data = self._socket.recv(CHUNK)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise lost(self.name) from error
        if not data:
            raise lost(self.name)
        return data

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


class MemoryWire:
    """One end of a line inside the program.

    Attributes:
        sent: every write, in order.
        clock: seconds of its own time; waiting for nothing moves it on, so no test waits.
    """

    def __init__(
        self, name: str = "memory", answer: Callable[[bytes], bytes] | None = None
    ) -> None:
        """Build the end.

        Args:
            answer: what the far end says to a write, at once.
        """
        self.name = name
        self.sent: list[bytes] = []
        self.clock = 0.0
        self._answer = answer
        self._coming: deque[bytes] = deque()
        self._is_gone = False

    def now(self) -> float:
        """Return the wire's own time."""
        return self.clock

    def arrive(self, *chunks: bytes) -> None:
        """Let bytes come in; each chunk is one read."""
        self._coming.extend(chunk for chunk in chunks if chunk)

    def pull(self) -> None:
        """Tear the line off."""
        self._is_gone = True

    def write(self, data: bytes) -> None:
        """Take the bytes and let the far end answer."""
        if self._is_gone:
            raise lost(self.name)
        self.sent.append(data)
        if self._answer is not None:
            self.arrive(self._answer(data))

    def read(self, timeout: float) -> bytes:
        """Return the next chunk, or let `timeout` pass."""
        if self._coming:
            return self._coming.popleft()
        if self._is_gone:
            raise lost(self.name)
        self.clock += max(timeout, 0.0)
        return b""

    def close(self) -> None:
        """Do as if pulled."""
        self._is_gone = True


class Address(msgspec.Struct, frozen=True):
    """A wire's URL taken apart: `serial:/dev/ttyUSB0?baud=9600` → scheme, place, options."""

    scheme: str
    place: str
    options: dict[str, str]


def parse_url(url: str) -> Address:
    """Take a URL apart without judging it."""
    scheme, _, rest = url.partition(":")
    place, _, query = rest.partition("?")
    return Address(scheme, place, dict(parse_qsl(query, keep_blank_values=True)))


def open_wire(url: str, settings: LineSettings | None = None) -> Wire:
    """Open `serial:PORT?baud=…&line=8N1`, `serial:usb:VID:PID[:SERIAL]` or `tcp:HOST:PORT`.

    What the URL says goes before `settings`. DEV-05 for an address nobody understands, DEV-08 or
    DEV-02 for a port somebody else has, DEV-09 for one that is not there.
    """
    address = parse_url(url)
    settings = settings or LineSettings()
    try:
        baud = int(address.options.get("baud", settings.baud))
        line = address.options.get("line", settings.line)
        match address.scheme, address.place:
            case "serial", place if place:
                from zcdesk.devices.serial_wire import SerialWire

                return SerialWire(place, LineSettings(baud, line, settings.write_timeout))
            case "tcp", place if place:
                host, _, port = place.rpartition(":")
                return TcpWire(host.strip("[]"), int(port), timeout=settings.write_timeout)
            case _:
                raise ValueError(address.scheme)
    except ValueError as error:
        raise Invalid("DEV-05", "url", url=url) from error


def discard(wire: Wire) -> int:
    """Throw away what lies unread, an old answer or noise, and return how many bytes it was."""
    count = 0
    while part := wire.read(0):
        count += len(part)
        if count > 1 << 16:
            break
    return count
