"""A JSON server on this PC that answers as it is told, and fails as it is told.

Serves in threads of its own until closed; only on the loopback address.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, NamedTuple

import msgspec

HERE = "127.0.0.1"


class Fault(StrEnum):
    """What goes wrong with an answer.

    `SLOW` says nothing for a while, `DRIP` sends byte by byte, `LOST` acts and then hangs up,
    `ERROR` says 500, `GARBAGE` sends no JSON, `REDIRECT` points elsewhere, `HUGE` never ends.
    """

    SLOW = "slow"
    DRIP = "drip"
    LOST = "lost"
    ERROR = "error"
    BUSY = "busy"
    GARBAGE = "garbage"
    REDIRECT = "redirect"
    HUGE = "huge"


class Asked(NamedTuple):
    """A request as it arrived; `request` is its identity, empty without one."""

    path: str
    headers: dict[str, str]
    value: Any
    request: str


Answers = Callable[[Asked], tuple[int, object]]


class Simulated:
    """A server with one function behind it.

    Attributes:
        faults: shown one answer each, in order; the last of them stays with `keeps_failing`.
        asked: every request that was understood, in order.
    """

    def __init__(self, answers: Answers, port: int = 0, *, keeps_failing: bool = False) -> None:
        self.faults: list[Fault] = []
        self.asked: list[Asked] = []
        self.keeps_failing = keeps_failing
        self._answers = answers
        self._lock = Lock()
        self._closed = Event()
        self._server = ThreadingHTTPServer((HERE, port), self._handler())
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://{HERE}:{self._server.server_address[1]}"

    def wait(self) -> None:
        """Serve until somebody closes it."""
        self._closed.wait()

    def close(self) -> None:
        """Stop serving; answers under way are cut off."""
        self._closed.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _next_fault(self) -> Fault | None:
        with self._lock:
            if not self.faults:
                return None
            is_last = len(self.faults) == 1
            return self.faults[0] if is_last and self.keeps_failing else self.faults.pop(0)

    def _judge(self, asked: Asked) -> tuple[int, object]:
        with self._lock:
            self.asked.append(asked)
            return self._answers(asked)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                try:
                    value = msgspec.json.decode(body)
                except msgspec.DecodeError:
                    self._say(400, b'{"error":"not JSON"}')
                    return
                headers = dict(self.headers.items())
                asked = Asked(self.path, headers, value, headers.get("Idempotency-Key", ""))
                fault = server._next_fault()
                if fault in (None, Fault.LOST, Fault.DRIP, Fault.SLOW):
                    status, answer = server._judge(asked)
                    self._answer(fault, status, msgspec.json.encode(answer))
                else:
                    self._fail(fault)

            def _answer(self, fault: Fault | None, status: int, body: bytes) -> None:
                if fault is Fault.LOST:
                    self.close_connection = True
                    return
                if fault is Fault.SLOW:
                    server._closed.wait(30)
                    return
                if fault is Fault.DRIP:
                    self.send_response(status)
                    self.end_headers()
                    for byte in b" " * 200 + body:
                        if server._closed.wait(0.05):
                            return
                        self.wfile.write(bytes((byte,)))
                    return
                self._say(status, body)

            def _fail(self, fault: Fault | None) -> None:
                match fault:
                    case Fault.GARBAGE:
                        self._say(200, b"<html>\xff not JSON")
                    case Fault.REDIRECT:
                        self.send_response(302)
                        self.send_header("Location", f"{server.url}/elsewhere")
                        self.end_headers()
                    case Fault.HUGE:
                        self._say(200, b"[" + b"1," * (5 << 20) + b"1]")
                    case Fault.BUSY:
                        self._say(503, b"{}")
                    case _:
                        self._say(500, b'{"error":"simulated"}')

            def _say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self) -> None:
                try:
                    super().handle()
                except (ConnectionError, TimeoutError):
                    self.close_connection = True

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                """Say nothing: requests hold personal data."""

        return Handler
