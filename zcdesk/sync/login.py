"""How a station reaches its hall's server, kept beside its store for its owner alone."""

from __future__ import annotations

from pathlib import Path

import msgspec

from zcdesk.errors import SurroundingsError
from zcdesk.store.place import write_durably
from zcdesk.sync.admin import StationLogin

FILE = "server.json"
NO_LOGIN = "NET-21"


def save(path: Path, login: StationLogin) -> None:
    """Write a login so that only its owner reads it."""
    write_durably(path, msgspec.json.format(msgspec.json.encode(login), indent=2))
    path.chmod(0o600)


def load(path: Path) -> StationLogin:
    """Read a login.

    Raises:
        SurroundingsError: there is none, or the file is not one.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=StationLogin)
    except (OSError, msgspec.DecodeError) as error:
        raise SurroundingsError(NO_LOGIN, file=path.name) from error
