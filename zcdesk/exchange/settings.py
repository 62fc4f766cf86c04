"""What this station exchanges with whom: `exchange.toml` beside its store.

Addresses, headers and folders; a secret is only named here and lies sealed in the store. No file
means that nothing is exchanged.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from zcdesk.errors import Invalid, StoreError
from zcdesk.exchange import http
from zcdesk.exchange.http import Endpoint

FILE = "exchange.toml"
UNFIT = "EXC-06"


class Reports(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """How delivery reports are asked for.

    Attributes:
        rows: path to the list in the answer, `data.list`; empty where the answer is the list.
        reference, state: path in a row.
        delivered, failed: values of `state`; any other is not known yet.
    """

    endpoint: Endpoint
    rows: str = ""
    reference: str = "id"
    state: str = "state"
    delivered: tuple[str, ...] = ("delivered",)
    failed: tuple[str, ...] = ("failed",)


class HttpMessages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A message gateway that takes JSON.

    Attributes:
        body: what is sent; {phone}, {text} and {request} in any string of it are filled.
        ok: path of the answer's field that says whether it was taken; empty = status 2xx is enough.
        ok_values: what stands there when it was.
        reference: path of the gateway's own number.
    """

    endpoint: Endpoint
    body: dict[str, object] = msgspec.field(
        default_factory=lambda: {"phone": "{phone}", "text": "{text}", "request": "{request}"}
    )
    ok: str = ""
    ok_values: tuple[str, ...] = ()
    reference: str = ""
    reports: Reports | None = None


class Modem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A GSM modem: `url` as of any device, `centre` the number of the message centre if needed."""

    url: str
    centre: str = ""


class Messages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Exactly one of `http`, `modem` and `folder` says how messages leave.

    Attributes:
        templates: file of the hall's own words; empty = those of the program.
    """

    http: HttpMessages | None = None
    modem: Modem | None = None
    folder: str = ""
    templates: str = ""


class Platform(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The district platform: `http` for matters by interface, `folder` for matters by file."""

    http: Endpoint | None = None
    folder: str = ""


class Licences(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    http: Endpoint


class Seals(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    http: Endpoint


class Online(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where online applications come from.

    Attributes:
        folder: watched for `*.json`.
        database: name of the secret that holds the address of the shared database with the table
            `exchange.online_application`.
    """

    folder: str = ""
    database: str = ""


class Bookings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where bookings come from: `folder` is watched for tables, `*.csv` and `*.xlsx`."""

    folder: str


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything this station exchanges; what is None is not set up."""

    messages: Messages | None = None
    platform: Platform | None = None
    licences: Licences | None = None
    seals: Seals | None = None
    online: Online | None = None
    bookings: Bookings | None = None


def load(folder: Path) -> Settings:
    """Read a station's file.

    Raises:
        Invalid: EXC-06, naming the place that is wrong.
        StoreError: EXC-11, the file cannot be read.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise Invalid(UNFIT, FILE, file=FILE, why="不是 UTF-8 文字") from error
    except OSError as error:
        raise StoreError("EXC-11", file=FILE) from error
    return parse(text)


def parse(text: str) -> Settings:
    """Read settings from TOML and judge every address."""
    try:
        read = msgspec.convert(tomllib.loads(text), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Invalid(UNFIT, FILE, file=FILE, why=str(error)) from error
    for field, endpoint in _endpoints(read):
        http.check(endpoint, field)
    if read.messages is not None:
        ways = (read.messages.http, read.messages.modem, read.messages.folder)
        if sum(bool(way) for way in ways) != 1:
            raise Invalid(UNFIT, "messages", file=FILE, why="messages: http、modem、folder 三选一")
    return read


def _endpoints(read: Settings) -> list[tuple[str, Endpoint]]:
    found: list[tuple[str, Endpoint | None]] = []
    if read.messages is not None and read.messages.http is not None:
        sms = read.messages.http
        found.append(("messages.http.endpoint", sms.endpoint))
        reports = sms.reports.endpoint if sms.reports else None
        found.append(("messages.http.reports.endpoint", reports))
    if read.platform is not None:
        found.append(("platform.http", read.platform.http))
    if read.licences is not None:
        found.append(("licences.http", read.licences.http))
    return [(field, endpoint) for field, endpoint in found if endpoint is not None]
