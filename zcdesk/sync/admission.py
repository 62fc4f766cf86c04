"""`zcdesk server admit`: an HTTPS service that makes a station of a PC which has a one-time code.

Runs at the server's own address with the server's certificate, needs the authority's key, and is
ended when the PCs are set up. It answers two questions: who the authority is, and, for a code that
is right, a certificate for the key of who asks. A PC's private key never leaves it.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec

from zcdesk.errors import CodedError, SurroundingsError
from zcdesk.store.certificates import Authority
from zcdesk.sync import invitation, login
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.invitation import Code

PORT = 5480
AUTHORITY, STATIONS = "/authority", "/stations"
NO_KEYS = "NET-37"
MOST_BYTES = 16 << 10
PATIENCE = 10.0
"""Seconds a caller may take for its handshake and for each part of its question."""


class Asked(msgspec.Struct, frozen=True):
    """What a PC sends: its code without the authority's part, and its public key (PEM)."""

    id: str
    secret: str
    key: str


class Refused(msgspec.Struct, frozen=True):
    """Why nothing was made; a code of `ui/texts`."""

    code: str


class Admission:
    """The service; serves in threads of its own until closed."""

    def __init__(
        self,
        url: str,
        hall: str,
        keys: Path,
        *,
        now: Callable[[], datetime],
        address: tuple[str, int] = ("", PORT),
    ) -> None:
        """Begin to serve.

        Args:
            url: an administrator's of the database; its host is what the stations are told.
            keys: folder of `server certificates`, with the authority's key.

        Raises:
            SurroundingsError: NET-37, the folder lacks a key, or the address is in use.
        """
        self._url, self._hall, self._keys = url, hall, keys
        if not (keys / "authority.key").exists():
            raise SurroundingsError(NO_KEYS, folder=str(keys))
        self._authority = Authority(keys, hall, now())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        try:
            context.load_cert_chain(keys / "server.crt", keys / "server.key")
            self._server = ThreadingHTTPServer(address, self._handler())
        except OSError as error:
            raise SurroundingsError(NO_KEYS, folder=str(keys)) from error
        self._server.daemon_threads = True
        # The handshake is a caller's own thread's: a silent one must not keep others waiting.
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def admit(self, body: bytes) -> StationLogin:
        """Make a station of who sent this; UserError or DecodeError where that cannot be."""
        asked = msgspec.json.decode(body, type=Asked)
        key = asked.key.encode("ascii")
        with suppress(ValueError):
            self._authority.admit("probe", key)  # a key that cannot be signed uses no code up
            made = invitation.redeem(
                self._url,
                self._hall,
                Code("", asked.id, asked.secret),
                hashlib.sha256(key).hexdigest(),
            )
            files = {
                "authority.crt": self._authority.certificate_path.read_text("ascii"),
                "station.crt": self._authority.admit(made.role, key).decode("ascii"),
            }
            made = msgspec.structs.replace(made, files=files)
            return login.with_keys(made, self._keys)
        raise msgspec.DecodeError("no key")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            timeout = PATIENCE

            def do_GET(self) -> None:
                if self.path != AUTHORITY:
                    self._say(404, b"")
                    return
                self._say(200, service._authority.certificate_path.read_bytes())

            def do_POST(self) -> None:
                size = self.headers.get("Content-Length", "")
                if self.path != STATIONS or not size.isdecimal() or int(size) > MOST_BYTES:
                    self._say(404, b"")
                    return
                try:
                    made: Any = service.admit(self.rfile.read(int(size)))
                    self._say(200, msgspec.json.encode(made))
                except CodedError as error:
                    self._say(403, msgspec.json.encode(Refused(error.code)))
                except (msgspec.DecodeError, UnicodeEncodeError):
                    self._say(400, msgspec.json.encode(Refused(invitation.MALFORMED)))

            def _say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self) -> None:
                # A caller that hangs up, stays silent or speaks no TLS is no concern of others.
                with suppress(OSError):
                    super().handle()

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                """Say nothing: a question holds a code."""

        return Handler
