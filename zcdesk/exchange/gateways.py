"""Ways a message leaves: over HTTP as JSON, or into a file another program sends from.

(A GSM modem is a device: `zcdesk.devices.modem`.) A gateway never raises for one message: what
became of it is its answer. Telephone numbers are in no log.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import msgspec

from zcdesk.domain.message import Handed, MessageState, Outgoing
from zcdesk.errors import SurroundingsError
from zcdesk.exchange import http
from zcdesk.exchange.settings import HttpMessages

NOT_TAKEN = "MSG-11"
_AGAIN = (408, 425, 429, 503)
"""Statuses that say: not now (RFC 9110, 6585, 8470)."""


class Gateway(Protocol):
    """One way messages leave."""

    @property
    def name(self) -> str:
        """Under which its reference numbers are kept."""

    def send(self, message: Outgoing) -> Handed:
        """Send one message and say what became of it; never raises."""

    def reports(self) -> dict[str, MessageState]:
        """Return what arrived or did not, by reference, since last asked."""

    def close(self) -> None:
        """Let go of lines; may be called twice."""


class HttpGateway:
    """A gateway that takes JSON."""

    name = "http"

    def __init__(self, settings: HttpMessages, secrets: Mapping[str, str]) -> None:
        self._settings = settings
        self._secrets = secrets

    def send(self, message: Outgoing) -> Handed:
        """Post one message under its request id."""
        given, request = self._settings, message.request
        body = filled(given.body, msgspec.structs.asdict(message))
        try:
            answer = http.send(
                given.endpoint,
                msgspec.json.encode(body),
                secrets=self._secrets,
                request=request,
            )
        except SurroundingsError as error:
            surely_not = error.code in (http.NOT_REACHED, http.NOT_TRUSTED, http.NO_SECRET)
            state = MessageState.QUEUED if surely_not else MessageState.UNKNOWN
            return Handed(request=request, state=state, why=error.code)
        if answer.status in _AGAIN:
            return Handed(request=request, state=MessageState.QUEUED, why=http.REFUSED)
        if 400 <= answer.status < 500:
            return Handed(request=request, state=MessageState.FAILED, why=http.REFUSED)
        try:
            value = http.decoded(given.endpoint, answer)
        except SurroundingsError as error:
            return Handed(request=request, state=MessageState.UNKNOWN, why=error.code)
        if given.ok and str(at(value, given.ok)) not in given.ok_values:
            return Handed(request=request, state=MessageState.FAILED, why=NOT_TAKEN)
        reference = str(at(value, given.reference) or "") if given.reference else ""
        return Handed(request=request, state=MessageState.SENT, reference=reference)

    def reports(self) -> dict[str, MessageState]:
        """Ask which messages arrived; EXC-… when the gateway does not answer."""
        wanted = self._settings.reports
        if wanted is None:
            return {}
        value = http.post(wanted.endpoint, {}, secrets=self._secrets)
        rows = at(value, wanted.rows) if wanted.rows else value
        found: dict[str, MessageState] = {}
        for row in rows if isinstance(rows, list) else []:
            reference, state = str(at(row, wanted.reference)), str(at(row, wanted.state))
            if state in wanted.delivered:
                found[reference] = MessageState.DELIVERED
            elif state in wanted.failed:
                found[reference] = MessageState.FAILED
        return found

    def close(self) -> None:
        """Nothing stays open."""


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One message in a file."""

    request: str
    at: str
    phone: str
    text: str


class FileGateway:
    """One JSON line a message, in a file a day, for its owner alone."""

    name = "file"

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def send(self, message: Outgoing) -> Handed:
        """Append a line durably; one whose request is in the day's file already is not repeated."""
        request, at_ = message.request, self._now()
        path = self._folder / f"messages-{at_:%Y%m%d}.jsonl"
        line = _Line(request=request, at=at_.isoformat(), phone=message.phone, text=message.text)
        try:
            self._append(path, msgspec.json.encode(line) + b"\n", request)
        except OSError:
            return Handed(request=request, state=MessageState.QUEUED, why="EXC-12")
        return Handed(request=request, state=MessageState.SENT, reference=request)

    def reports(self) -> dict[str, MessageState]:
        """A file tells nothing of what arrived."""
        return {}

    def close(self) -> None:
        """Nothing stays open."""

    def _append(self, path: Path, line: bytes, request: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            before = file.read()
            if f'"request":"{request}"'.encode() in before:
                return
            # A line cut by a full disk or a kill must not swallow the next one.
            file.write(line if before.endswith(b"\n") or not before else b"\n" + line)
            file.flush()
            os.fsync(file.fileno())


def filled(value: Any, fields: Mapping[str, str]) -> Any:
    """Put fields into every string of a JSON value; what is not a known field stays as it is."""
    match value:
        case str():
            return "".join(_pieces(value, fields))
        case dict():
            return {key: filled(inner, fields) for key, inner in value.items()}
        case list() | tuple():
            return [filled(inner, fields) for inner in value]
        case _:
            return value


def _pieces(text: str, fields: Mapping[str, str]) -> list[str]:
    """Cut at {names} once, so that braces inside a value are never read as fields."""
    names = "|".join(re.escape(name) for name in fields)
    return [
        fields[part[1:-1]] if part[:1] == "{" and part[1:-1] in fields else part
        for part in re.split(rf"(\{{(?:{names})\}})", text)
    ]


def at(value: Any, path: str) -> Any:
    """Return what stands at `data.list.0.id` of a JSON value, None where nothing does."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
