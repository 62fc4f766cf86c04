"""A PC asks the hall's server to become a station, by an address and a one-time code.

First the authority is fetched and compared with the code; only then, over a connection which that
authority vouches for, are the code's secret and the PC's public key sent.
"""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from zcdesk.errors import Invalid, SurroundingsError, UserError
from zcdesk.store.certificates import new_key
from zcdesk.sync import invitation, login
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.admission import AUTHORITY, MOST_BYTES, PORT, STATIONS, Asked, Refused

NO_ADDRESS, OTHER_SERVER, NO_ANSWER = "NET-35", "NET-36", "NET-38"
PENDING = "enrolled.json"
"""The login from its arrival until the PC has joined: a code works once only."""

_KEY = "station.key"
_HERE = ("", "localhost", "127.0.0.1", "::1")
PATIENCE = 15.0


class Server(NamedTuple):
    """Where the admission is reached."""

    host: str
    port: int


def address(text: str) -> Server:
    """Read `https://example.org:5480`, `example.org` or `10.0.0.5:5480`; else NET-35."""
    plain = text.strip()
    try:
        parts = urlsplit(plain if "//" in plain else f"https://{plain}")
        port = parts.port or PORT
    except ValueError as error:
        raise Invalid(NO_ADDRESS, "server", server=plain) from error
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/"):
        raise Invalid(NO_ADDRESS, "server", server=plain)
    return Server(parts.hostname, port)


def enrol(server: str, typed: str, data: Path) -> Path:
    """Redeem a code; return the file of the login that came, in `data`.

    Asked again after an answer that was lost, it sends the same key and gets the same login.

    Raises:
        Invalid: NET-34 or NET-35, no code or no address; nothing was sent.
        UserError: NET-36 the code is of another server; NET-30 to NET-33 the server's refusals.
        SurroundingsError: NET-38, the server does not answer, or not as it should.
    """
    path = data / PENDING
    if path.exists():
        return path
    code, place = invitation.read(typed), address(server)
    authority = _authority(place)
    if invitation.fingerprint(authority) != code.fingerprint:
        raise UserError(OTHER_SERVER, server=place.host)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    public = new_key(data / _KEY)
    asked = Asked(code.id, code.secret, public.decode("ascii"))
    made = _ask(place, authority, asked)
    files = {**made.files, _KEY: (data / _KEY).read_text("ascii")}
    login.save(path, _reachable(msgspec.structs.replace(made, files=files), place))
    return path


def settle(data: Path) -> None:
    """Forget the login that waited: the PC has joined and keeps its own."""
    (data / PENDING).unlink(missing_ok=True)


def _authority(place: Server) -> str:
    """Fetch the certificate of who says to be the authority; nobody vouches for it yet."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with _line(place, context) as line:
        line.request("GET", AUTHORITY)
        text = _read(line).decode("ascii")
        ssl.PEM_cert_to_DER_cert(text)
        return text


def _ask(place: Server, authority: str, asked: Asked) -> StationLogin:
    context = ssl.create_default_context(cadata=authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with _line(place, context) as line:
        line.request("POST", STATIONS, msgspec.json.encode(asked))
        body = _read(line)
        try:
            return msgspec.json.decode(body, type=StationLogin)
        except msgspec.ValidationError:
            raise UserError(msgspec.json.decode(body, type=Refused).code) from None


@contextmanager
def _line(place: Server, context: ssl.SSLContext) -> Iterator[http.client.HTTPSConnection]:
    line = http.client.HTTPSConnection(place.host, place.port, timeout=PATIENCE, context=context)
    try:
        yield line
    except (OSError, http.client.HTTPException, ValueError, msgspec.DecodeError) as error:
        raise SurroundingsError(NO_ANSWER, server=place.host) from error
    finally:
        line.close()


def _read(line: http.client.HTTPSConnection) -> bytes:
    answer = line.getresponse()
    body = answer.read(MOST_BYTES + 1)
    if answer.status not in (200, 400, 403) or len(body) > MOST_BYTES:
        raise http.client.HTTPException(str(answer.status))
    return body


def _reachable(made: StationLogin, place: Server) -> StationLogin:
    """A database that its administrator reaches on the same machine is reached there from here."""
    from sqlalchemy.engine import make_url

    if (make_url(made.url).host or "") not in _HERE:
        return made
    host = f"[{place.host}]" if ":" in place.host else place.host
    return login.at(made, host)
