"""Real lines for device tests: a pseudo-terminal with a far end held by the test."""

from __future__ import annotations

import os
import select
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from zcdesk.devices import ports
from zcdesk.devices.models import ModelKind, models
from zcdesk.devices.simulators.far_side import FarSide, Fit, Model
from zcdesk.devices.simulators.serve import PtyLine, Server, TcpLine


class FarEnd:
    """The master side of a pseudo-terminal: what the device would see.

    Attributes:
        path: the port a driver opens.
    """

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)

    def say(self, data: bytes) -> None:
        os.write(self._master, data)

    def heard(self, count: int, timeout: float = 30.0) -> bytes:
        """Return `count` bytes the driver wrote, or fewer after the time-out."""
        data = b""
        while len(data) < count and select.select([self._master], [], [], timeout)[0]:
            data += os.read(self._master, count - len(data))
        return data

    def pull(self) -> None:
        """Unplug: a port whose far end is closed answers like an adapter pulled out."""
        for fd in (self._slave, self._master):
            if fd >= 0:
                os.close(fd)
        self._master = self._slave = -1


@pytest.fixture
def far() -> Iterator[FarEnd]:
    end = FarEnd()
    yield end
    end.pull()


class Served:
    """A simulated device on a real line.

    It is a thread of this process and may come to its turn late: a driver that gives it no more
    than a device would send again what was heard, or call it gone.

    Attributes:
        url: where a driver finds it.
        patience: factor on what a driver gives it for an answer; only silence takes so long.
        patient: the same as an option of an address.
    """

    patience = 20.0
    patient = "patience=20"

    def __init__(self, server: Server, url: str) -> None:
        self.server = server
        self.far = server.far
        self.url = url


Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve models on pseudo-terminals, or with `tcp=True` on loopback ports."""
    running: list[tuple[Server, Thread]] = []

    def start(model: Model, *fits: Fit, tcp: bool = False) -> Served:
        path = tmp_path / f"port{len(running)}"
        line = TcpLine() if tcp else PtyLine(path)
        server = Server(FarSide(model, *fits), line)
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        # What it says of itself when switched on comes before anybody asks it anything.
        while server.far.wakes_at() is not None:
            thread.join(0.001)
        said = Event()
        server.do(said.set)
        said.wait(60)
        return Served(server, line.url)

    yield start
    for server, thread in running:
        server.stop()
        thread.join(60)
        assert not thread.is_alive()


@pytest.fixture
def only_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search ask for voice modules alone: the first question is answered, however late."""
    voices = tuple(model for model in models() if model.kind is ModelKind.VOICE)
    monkeypatch.setattr(ports, "models", lambda: voices)
    monkeypatch.setattr(ports, "_ANSWER", 60.0)
