"""One JSON request over HTTPS: a deadline for the whole of it, no redirect, no proxy, a size limit.

Whatever goes wrong leaves here as a `SurroundingsError` whose code says what is known: EXC-01
means that nothing left this PC, any other that the far side may have acted.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from zcdesk.errors import Invalid, SurroundingsError

NOT_REACHED, NO_ANSWER, REFUSED, UNREADABLE = "EXC-01", "EXC-02", "EXC-03", "EXC-04"
MOVED, NOT_TRUSTED, TOO_LARGE = "EXC-05", "EXC-08", "EXC-09"
NO_SECRET, BAD_ADDRESS = "EXC-07", "EXC-10"
MOST_BYTES = 8 << 20

_SECRET = re.compile(r"\{secret:([A-Za-z0-9_.-]+)\}")


class Endpoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where and how one interface is reached.

    Attributes:
        url: `https:`; `http:` only to this PC, or with `plain` inside a network of its own.
        headers: as sent; `{secret:NAME}` stands for a secret kept in the store.
        timeout: seconds for the whole exchange.
        authority: file of the certificate authority (PEM) where the system does not know it.
    """

    url: str
    headers: dict[str, str] = {}
    timeout: float = 10.0
    authority: str = ""
    plain: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    body: bytes


def check(endpoint: Endpoint, field: str = "url") -> SplitResult:
    """Take the address apart; EXC-10 for one that is not to be talked to."""
    try:
        parts = urlsplit(endpoint.url)
        port = parts.port
    except ValueError as error:
        raise Invalid(BAD_ADDRESS, field, place=field) from error
    is_plain = parts.scheme == "http" and (endpoint.plain or _is_here(parts.hostname or ""))
    bad_port = port is not None and not 0 < port < 65536
    if not parts.hostname or parts.username or bad_port or parts.fragment:
        raise Invalid(BAD_ADDRESS, field, place=field)
    if not (parts.scheme == "https" or is_plain) or not 0 < endpoint.timeout <= 120:
        raise Invalid(BAD_ADDRESS, field, place=field)
    return parts


def post(
    endpoint: Endpoint,
    value: object,
    *,
    secrets: Mapping[str, str],
    path: str = "",
    request: str = "",
) -> Any:
    """Send a value as JSON and return the value that comes back; any but 2xx is EXC-03.

    Args:
        path: joined to the endpoint's own.
        request: identity of the request, the same when it is repeated.
    """
    answer = send(endpoint, msgspec.json.encode(value), secrets=secrets, path=path, request=request)
    return decoded(endpoint, answer)


def decoded(endpoint: Endpoint, answer: Answer) -> Any:
    """Return the value of an answer."""
    place = urlsplit(endpoint.url).hostname
    if not 200 <= answer.status < 300:
        raise SurroundingsError(REFUSED, place=place, status=answer.status)
    try:
        return msgspec.json.decode(answer.body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SurroundingsError(UNREADABLE, place=place) from error


def send(
    endpoint: Endpoint,
    body: bytes,
    *,
    secrets: Mapping[str, str],
    path: str = "",
    request: str = "",
) -> Answer:
    """POST bytes and return the answer, whatever its status, unless it points elsewhere."""
    parts = check(endpoint)
    place = parts.hostname or ""
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Accept": "application/json",
        **({"Idempotency-Key": request} if request else {}),
        **{name: _filled(value, secrets) for name, value in endpoint.headers.items()},
    }
    target = (parts.path.rstrip("/") + path) or "/"
    target += f"?{parts.query}" if parts.query else ""
    connection = _connected(endpoint, parts)
    late = _Deadline(connection, endpoint.timeout)
    try:
        connection.request("POST", target, body, headers)
        with connection.getresponse() as reply:
            data = reply.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SurroundingsError(NO_ANSWER, place=place, seconds=round(endpoint.timeout)) from error
    finally:
        late.cancel()
        connection.close()
    if late.is_over:
        raise SurroundingsError(NO_ANSWER, place=place, seconds=round(endpoint.timeout))
    if 300 <= reply.status < 400:
        raise SurroundingsError(MOVED, place=place)
    if len(data) > MOST_BYTES:
        raise SurroundingsError(TOO_LARGE, place=place)
    return Answer(reply.status, data)


class _Deadline:
    """Ends a connection that takes too long as a whole, however it drips."""

    def __init__(self, connection: http.client.HTTPConnection, seconds: float) -> None:
        self.is_over = False
        self._socket = connection.sock
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)


def _connected(endpoint: Endpoint, parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    connection = _connection(endpoint, parts)
    try:
        connection.connect()
    except ssl.SSLError as error:
        connection.close()
        raise SurroundingsError(NOT_TRUSTED, place=host) from error
    except (OSError, UnicodeError) as error:
        connection.close()
        raise SurroundingsError(NOT_REACHED, place=host) from error
    return connection


def _connection(endpoint: Endpoint, parts: SplitResult) -> http.client.HTTPConnection:
    host, port, timeout = parts.hostname or "", parts.port, endpoint.timeout
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        context = ssl.create_default_context(cafile=endpoint.authority or None)
    except OSError as error:
        raise SurroundingsError(NOT_TRUSTED, place=host) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return http.client.HTTPSConnection(host, port, timeout=timeout, context=context)


def _filled(value: str, secrets: Mapping[str, str]) -> str:
    """Put secrets into a header; a line break in one would be a header of its own."""

    def secret(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in secrets:
            raise SurroundingsError(NO_SECRET, name=name)
        return secrets[name]

    return re.sub(r"[\r\n]", "", _SECRET.sub(secret, value))


def _is_here(host: str) -> bool:
    """Whether a host is this PC itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
