"""A TCP proxy between a station and its server that misbehaves on demand."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest


class Proxy:
    """Passes bytes both ways until told otherwise.

    Attributes:
        mode: `pass`; `freeze` keeps connections open and moves nothing, as a peer that
            acknowledges and never answers; `deaf` swallows replies only; `slow` lets `rate`
            bytes a second pass; `gone` lets no new connection in, as no network does once `cut`
            has ended those that were open.
        swallowed: how many pieces of replies were swallowed.
    """

    def __init__(self, port: int) -> None:
        self.mode = "pass"
        self.rate = 64_000
        self.swallowed = 0
        self._ended = threading.Event()
        self._target = port
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._open: list[socket.socket] = []
        self._opening = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, url: str) -> str:
        from sqlalchemy.engine import make_url

        return make_url(url).set(port=self.port).render_as_string(hide_password=False)

    def cut(self) -> None:
        """End every connection that is open now."""
        with self._opening:
            opened, self._open = self._open, []
        for one in opened:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._ended.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                if self.mode == "gone":
                    near.close()
                    continue
                try:
                    far = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    near.close()
                    continue
                with self._opening:
                    self._open += [near, far]
                for ends in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._pump, args=ends, daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, is_reply: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self.mode == "deaf" and is_reply:
                    self.swallowed += 1
                    continue
                if self.mode == "freeze":
                    continue
                for at in range(0, len(data), 1024):
                    piece = data[at : at + 1024]
                    if self.mode == "slow":
                        self._ended.wait(len(piece) / self.rate)
                    sink.sendall(piece)
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        source.close()


@pytest.fixture
def proxy_to() -> Iterator[type[Proxy]]:
    """A maker of proxies that are closed after the test."""
    made: list[Proxy] = []

    class Kept(Proxy):
        def __init__(self, port: int) -> None:
            super().__init__(port)
            made.append(self)

    yield Kept
    for one in made:
        one.close()
