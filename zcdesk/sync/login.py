"""How a station reaches its hall's server, kept beside its store for its owner alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from zcdesk.errors import SurroundingsError
from zcdesk.store.place import write_durably
from zcdesk.store.signing import Signer, hall_key
from zcdesk.sync.admin import StationLogin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from zcdesk.store.certificates import Authority
    from zcdesk.store.store import Store

FILE = "server.json"
_FILES = {"sslrootcert": "authority.crt", "sslcert": "station.crt", "sslkey": "station.key"}
NAMES = (FILE, *_FILES.values())
"""What lies beside a joined store."""

_STRICT = {"sslmode": "verify-full", "ssl_min_protocol_version": "TLSv1.3"}
NO_LOGIN = "NET-21"
_ADDRESS = re.compile(r"([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::(\d{1,5}))?")


def save(path: Path, login: StationLogin) -> None:
    """Write a login so that only its owner reads it."""
    write_durably(path, msgspec.json.format(msgspec.json.encode(login), indent=2))
    path.chmod(0o600)


def with_certificate(login: StationLogin, authority: Authority) -> StationLogin:
    """Return the login with a new certificate of its own."""
    certificate, key = authority.station(login.role)
    sources = (authority.certificate_path, certificate, key)
    texts = (source.read_text("ascii") for source in sources)
    files = dict(zip(_FILES.values(), texts, strict=True))
    return msgspec.structs.replace(login, files=files)


def with_keys(login: StationLogin, folder: Path) -> StationLogin:
    """Return the login with the server's public key and the hall's key, made where they are not."""
    return msgspec.structs.replace(
        login, signer=Signer.in_folder(folder).public, hall_key=hall_key(folder)
    )


def keep(store: Store, login: StationLogin, now: Callable[[], datetime]) -> None:
    """Keep a login with a store: what is secret for good goes into the encrypted file."""
    from zcdesk.sync.beside import Beside  # with it comes the server's driver

    save(store.place.data / FILE, msgspec.structs.replace(login, hall_key=""))
    Beside(store, now).learn(login)


def address(folder: Path, login: StationLogin) -> str:
    """Return the URL to connect by; certificates are laid in `folder` first."""
    if not login.files:
        return login.url
    from sqlalchemy.engine import make_url

    for name, text in login.files.items():
        path = folder / name
        if not path.exists() or path.read_text("ascii") != text:
            write_durably(path, text.encode("ascii"))
    query = {word: str(folder / name) for word, name in _FILES.items()}
    made = make_url(login.url).set(query={**query, **_STRICT})
    return made.render_as_string(hide_password=False)


def at(mine: StationLogin, server: str) -> StationLogin:
    """Return the login for another address of the server, `10.0.0.5:5432`; empty = as it is.

    Raises:
        SurroundingsError: NET-21, that is no address.
    """
    if not server:
        return mine
    from sqlalchemy.engine import make_url

    found = _ADDRESS.fullmatch(server.strip())
    if found is None:
        raise SurroundingsError(NO_LOGIN, file=server)
    host, port = found.groups()
    url = make_url(mine.url)
    moved = url.set(host=host.strip("[]"), port=int(port) if port else url.port)
    return msgspec.structs.replace(mine, url=moved.render_as_string(hide_password=False))


def load(path: Path) -> StationLogin:
    """Read a login.

    Raises:
        SurroundingsError: there is none, or the file is not one.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=StationLogin)
    except (OSError, msgspec.DecodeError) as error:
        raise SurroundingsError(NO_LOGIN, file=path.name) from error
