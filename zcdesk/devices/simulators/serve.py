"""Puts a simulated device on a real line: a pseudo-terminal with a name, or a TCP port.

One loop over file descriptors, no thread of its own and no waiting by the clock alone. The
pseudo-terminal is raw, so every byte passes; pulled out means that both its ends are closed.
"""

from __future__ import annotations

import errno
import os
import selectors
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from zcdesk.devices.simulators.far_side import FarSide

_READ = 4096
_NEVER = 3600.0


class Line(Protocol):
    """Where the driver connects; at most one at a time."""

    @property
    def url(self) -> str:
        """The address a driver opens."""

    def plug(self) -> None:
        """Make the line available."""

    def unplug(self) -> None:
        """Take it away, a driver that has it open included."""

    def files(self) -> tuple[int, ...]:
        """Return what to wait on."""

    def receive(self, fd: int) -> bytes:
        """Return what came on `fd`."""

    def send(self, data: bytes) -> int:
        """Send what fits now and return how many bytes; without a driver everything is lost."""


class PtyLine:
    """A pseudo-terminal whose port is a link at `path`; never in place of anything but such a link.

    `plug` raises FileExistsError where something else lies at `path`, OSError where no link can be
    made there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = f"serial:{path}"
        self._master = self._slave = -1

    def plug(self) -> None:
        import tty

        if os.path.lexists(self.path) and not _is_port(self.path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.path))
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        # Linked in a folder of its own first: the port appears whole or not at all.
        try:
            with TemporaryDirectory(prefix=".pty-", dir=self.path.parent) as folder:
                link = Path(folder) / self.path.name
                link.symlink_to(os.ttyname(self._slave))
                link.replace(self.path)
        except OSError:
            self._close()
            raise

    def unplug(self) -> None:
        if self._master < 0:
            return
        # Another simulator may have taken the name meanwhile.
        if _is_port(self.path) and os.readlink(self.path) == os.ttyname(self._slave):
            self.path.unlink()
        self._close()

    def _close(self) -> None:
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def files(self) -> tuple[int, ...]:
        return (self._master,) if self._master >= 0 else ()

    def receive(self, fd: int) -> bytes:
        with suppress(OSError):
            return os.read(fd, _READ)
        return b""

    def send(self, data: bytes) -> int:
        with suppress(BlockingIOError):
            return os.write(self._master, data)
        return 0


def _is_port(path: Path) -> bool:
    """Whether a simulator left, or has, its port here: a link to a pseudo-terminal."""
    return path.is_symlink() and os.readlink(path).startswith("/dev/")


class TcpLine:
    """A TCP port; a second driver takes the place of the first."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._place = (host, port)
        self._server: socket.socket | None = None
        self._driver: socket.socket | None = None

    @property
    def url(self) -> str:
        """The address, with the port the system chose where none was given."""
        return f"tcp:{self._place[0]}:{self._place[1]}"

    def plug(self) -> None:
        self._server = socket.create_server(self._place)
        self._place = self._server.getsockname()[:2]

    def unplug(self) -> None:
        for one in (self._driver, self._server):
            if one is not None:
                one.close()
        self._driver = self._server = None

    def files(self) -> tuple[int, ...]:
        return tuple(one.fileno() for one in (self._server, self._driver) if one is not None)

    def receive(self, fd: int) -> bytes:
        if self._server is not None and fd == self._server.fileno():
            self._hang_up()
            self._driver = self._server.accept()[0]
            self._driver.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._driver.setblocking(False)
            return b""
        data = b""
        if self._driver is not None:
            with suppress(OSError):
                data = self._driver.recv(_READ)
        if not data:
            self._hang_up()
        return data

    def send(self, data: bytes) -> int:
        if self._driver is None:
            return len(data)
        try:
            return self._driver.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            self._hang_up()
            return len(data)

    def _hang_up(self) -> None:
        if self._driver is not None:
            self._driver.close()
            self._driver = None


class Server:
    """Serves one far side on one line until told to stop.

    Attributes:
        replug_after: seconds until a device that was pulled out comes back, or None for never.
    """

    def __init__(
        self,
        far: FarSide,
        line: Line,
        *,
        clock: Callable[[], float] = time.monotonic,
        replug_after: float | None = None,
        on_heard: Callable[[bytes], None] | None = None,
    ) -> None:
        self.far = far
        self.line = line
        self.replug_after = replug_after
        self._clock = clock
        self._on_heard = on_heard
        self._unsent = b""
        self._back_at: float | None = None
        self._jobs: list[Callable[[], None]] = []
        self._is_stopping = False
        self._plug()
        self._woken, self._waker = socket.socketpair()

    def now(self) -> float:
        """Return the server's time, as its device knows it."""
        return self._clock()

    def run(self) -> None:
        """Serve until `stop`."""
        while not self._is_stopping:
            self.step()
        self.line.unplug()
        self._woken.close()
        self._waker.close()

    def stop(self) -> None:
        """End `run`; may be called from any thread."""
        self._is_stopping = True
        self._wake()

    def do(self, job: Callable[[], None]) -> None:
        """Run `job` in the serving thread: press a key, change a fault, pull the plug."""
        self._jobs.append(job)
        self._wake()

    def say(self, frame: bytes) -> None:
        """Let the device speak unasked; may be called from any thread."""
        self.do(lambda: self.far.say(frame, self._clock()))

    def pull(self) -> None:
        """Pull the plug; may be called from any thread."""
        self.do(lambda: setattr(self.far, "is_gone", True))

    def plug_in(self) -> None:
        """Put the plug back in where it is out; may be called from any thread."""
        self.do(self._come_back)

    def _come_back(self) -> None:
        self.far.is_gone = False  # pulled and put back in one breath
        if self._back_at is not None:
            self._back_at = self._clock()

    def step(self) -> None:
        """Wait for bytes, time or a job, and do what is due."""
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._woken, selectors.EVENT_READ)
            for fd in self.line.files():
                waiting.register(fd, selectors.EVENT_READ)
            ready = waiting.select(self._patience())
        for key, _ in ready:
            if key.fileobj is self._woken:
                self._woken.recv(_READ)
            elif data := self.line.receive(key.fd):
                if self._on_heard is not None:
                    self._on_heard(data)
                self.far.hear(data, self._clock())
        while self._jobs:
            self._jobs.pop(0)()
        self._move_on()

    def _move_on(self) -> None:
        now = self._clock()
        if self._back_at is not None:
            if now >= self._back_at:
                self._plug()
            return
        self._unsent += b"".join(self.far.due(now))
        if self._unsent:
            self._unsent = self._unsent[self.line.send(self._unsent) :]
        if self.far.is_gone:
            self.line.unplug()
            self._unsent = b""
            after = _NEVER if self.replug_after is None else self.replug_after
            self._back_at = now + after

    def _plug(self) -> None:
        self._back_at = None
        self.line.plug()
        self.far.start(self._clock())

    def _patience(self) -> float:
        now = self._clock()
        if self._back_at is not None:
            return max(self._back_at - now, 0)
        if self._unsent:
            return 0.01
        wakes = self.far.wakes_at()
        return _NEVER if wakes is None else max(wakes - now, 0)

    def _wake(self) -> None:
        # Closed already: the loop ended by itself in the same moment.
        with suppress(OSError):
            self._waker.send(b"!")
