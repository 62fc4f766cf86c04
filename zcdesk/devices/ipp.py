"""The Internet Printing Protocol as far as a desk needs it: print, ask, cancel.

Over plain HTTP with time-outs. The system's own `lp` would do for printing, but only the protocol
tells whether a job came out or was aborted, and in words that no locale changes.

Source: RFC 8010 (encoding), RFC 8011 (operations and attributes), PWG 5100.14 (IPP Everywhere).
"""

from __future__ import annotations

import http.client
import struct
from collections.abc import Iterator, Mapping
from enum import IntEnum
from urllib.parse import urlsplit

import msgspec

Value = str | int | bool | bytes
Collection = Mapping[str, "Encodable"]
Encodable = str | int | Collection | tuple["Tag", str] | tuple[str, ...]

PORT = 631


class Operation(IntEnum):
    PRINT_JOB = 0x02
    CANCEL_JOB = 0x08
    GET_JOB = 0x09
    GET_PRINTER = 0x0B
    CUPS_DEFAULT, CUPS_PRINTERS = 0x4001, 0x4002  # CUPS Implementation of IPP, 2.1 and 2.2


class Tag(IntEnum):
    OPERATION, JOB, END = 0x01, 0x02, 0x03
    INTEGER, BOOLEAN, ENUM = 0x21, 0x22, 0x23
    BEGIN, NAME, KEYWORD, URI = 0x34, 0x42, 0x44, 0x45
    CHARSET, LANGUAGE, MIME, CLOSE, MEMBER = 0x47, 0x48, 0x49, 0x37, 0x4A


_FIRST_TEXT = 0x41
"""Tags from here on carry text, apart from the parts of a collection."""


class Unreachable(Exception):
    """Nobody took the connection: nothing was sent."""


class Broken(Exception):
    """The line or the answer broke after something was sent."""


class Answer(msgspec.Struct, frozen=True):
    """What a printer answered.

    Attributes:
        status: below 0x100 all is well.
        attributes: by name, with every value; of several groups the last one's.
    """

    status: int
    attributes: dict[str, list[Value]]

    @property
    def is_ok(self) -> bool:
        return self.status < 0x100

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return an attribute's first number."""
        value = next(iter(self.attributes.get(name, ())), None)
        return value if isinstance(value, int) else otherwise

    def words(self, name: str) -> tuple[str, ...]:
        """Return an attribute's keywords."""
        return tuple(str(value) for value in self.attributes.get(name, ()))


class IppLine:
    """Asks one printer, by its address `ipp://localhost:631/printers/name`."""

    def __init__(self, url: str, *, user: str = "zcdesk", patience: float = 5.0) -> None:
        """Build without connecting.

        Args:
            patience: seconds for the connection and for each answer.
        """
        parts = urlsplit(url)
        if parts.scheme != "ipp" or not parts.hostname:
            raise ValueError(url)
        self.host, self.port = parts.hostname, parts.port or PORT
        self._path = parts.path or "/ipp/print"
        self._url = f"ipp://{self.host}:{self.port}{self._path}"
        self._user = user
        self._patience = patience

    def ask(
        self,
        operation: Operation,
        attributes: Mapping[str, Encodable] = {},
        job: Mapping[str, Encodable] = {},
        data: bytes = b"",
    ) -> Answer:
        """Put one question.

        Args:
            attributes: of the operation, after charset, language, printer and user.
            job: of the job's template: copies, sides, media.

        Raises:
            Unreachable, Broken.
        """
        body = b"".join(self._request(operation, attributes, job)) + data
        line = http.client.HTTPConnection(self.host, self.port, timeout=self._patience)
        try:
            line.connect()
        except OSError as error:
            raise Unreachable(str(error)) from error
        try:
            line.request("POST", self._path, body, {"Content-Type": "application/ipp"})
            answer = line.getresponse()
            read = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Broken(str(error)) from error
        finally:
            line.close()
        if answer.status != http.client.OK:
            return Answer(0x0400, {})
        try:
            return decoded(read)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise Broken("no IPP") from error

    def _request(
        self,
        operation: Operation,
        attributes: Mapping[str, Encodable],
        job: Mapping[str, Encodable],
    ) -> Iterator[bytes]:
        yield struct.pack(">BBHI", 2, 0, operation, 1)
        yield bytes((Tag.OPERATION,))
        for name, value in (
            ("attributes-charset", (Tag.CHARSET, "utf-8")),
            ("attributes-natural-language", (Tag.LANGUAGE, "zh-cn")),
            ("printer-uri", (Tag.URI, self._url)),
            ("requesting-user-name", (Tag.NAME, self._user)),
            *attributes.items(),
        ):
            yield from encoded(name, value)
        if job:
            yield bytes((Tag.JOB,))
            for name, value in job.items():
                yield from encoded(name, value)
        yield bytes((Tag.END,))


def encoded(name: str, value: Encodable) -> Iterator[bytes]:
    """Encode one attribute: a text is a keyword, texts a set of them, a number an integer,
    a mapping a collection.
    """
    match value:
        case (Tag() as tag, str(text)):
            yield _field(tag, name, text.encode())
        case tuple():
            for place, one in enumerate(value):
                yield _field(Tag.KEYWORD, "" if place else name, str(one).encode())
        case str():
            yield _field(Tag.KEYWORD, name, value.encode())
        case int():
            yield _field(Tag.INTEGER, name, struct.pack(">i", value))
        case _:
            assert isinstance(value, Mapping)
            yield _field(Tag.BEGIN, name, b"")
            for member, inner in value.items():
                yield _field(Tag.MEMBER, "", member.encode())
                yield from encoded("", inner)
            yield _field(Tag.CLOSE, "", b"")


def _field(tag: Tag, name: str, value: bytes) -> bytes:
    label = name.encode()
    return struct.pack(f">BH{len(label)}sH", tag, len(label), label, len(value)) + value


def decoded(data: bytes) -> Answer:
    """Read an answer; collections are stepped over, for nothing here asks for one."""
    _, status, _ = struct.unpack_from(">HHI", data)
    found: dict[str, list[Value]] = {}
    at, depth, name = 8, 0, ""
    while data[at] != Tag.END:
        tag = data[at]
        at += 1
        if tag < 0x10:
            continue  # another group begins
        (size,) = struct.unpack_from(">H", data, at)
        label = data[at + 2 : at + 2 + size].decode()
        at += 2 + size
        (size,) = struct.unpack_from(">H", data, at)
        value = data[at + 2 : at + 2 + size]
        at += 2 + size
        depth += (tag == Tag.BEGIN) - (tag == Tag.CLOSE)
        if depth or tag == Tag.CLOSE:
            continue
        if label:
            name = label
            found[name] = []
        found.setdefault(name, []).append(_value(tag, value))
    return Answer(status, found)


def _value(tag: int, value: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM) and len(value) == 4:
        return int.from_bytes(value, "big", signed=True)
    if tag == Tag.BOOLEAN:
        return value != b"\0"
    return value.decode() if tag >= _FIRST_TEXT else value
