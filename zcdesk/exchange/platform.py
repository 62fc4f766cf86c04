"""The district platform over HTTP, or by files in a folder both sides see.

Both speak one format. By file a case lies in `out` and answers come into `in`; nothing there is
ever waited for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from zcdesk.domain.platform import FORMAT, CaseOut, Changes, Receipt, Since
from zcdesk.errors import Invalid, SurroundingsError
from zcdesk.exchange import http, inbox
from zcdesk.exchange.http import Endpoint

OUT, IN = "out", "in"
S = TypeVar("S", bound=msgspec.Struct)


def tell(endpoint: Endpoint, case: CaseOut, secrets: Mapping[str, str]) -> Receipt:
    """Send one case as it stands; the same state sent again is the same request.

    Raises:
        SurroundingsError: EXC-…; whether the platform took it is then not known.
    """
    value = http.post(endpoint, case, secrets=secrets, path="/cases", request=case.revision)
    receipt = _converted(endpoint, value, Receipt)
    if receipt.number != case.number:
        raise SurroundingsError(http.UNREADABLE, place=urlsplit(endpoint.url).hostname)
    return receipt


def changes(endpoint: Endpoint, hall: str, cursor: str, secrets: Mapping[str, str]) -> Changes:
    """Ask what changed since the cursor."""
    since = Since(format=FORMAT, hall=hall, cursor=cursor)
    value = http.post(endpoint, since, secrets=secrets, path="/changes")
    return _converted(endpoint, value, Changes)


def write(folder: Path, case: CaseOut) -> Path:
    """Lay one case into `out`; the same state has the same name and is there once."""
    name = f"{case.number}-{case.revision.removeprefix('sha256:')[:16]}"
    return inbox.put(folder / OUT, name, msgspec.json.encode(case))


def changes_of(raw: bytes) -> Changes:
    """Read a file of changes; its cursor is left out, for that is the interface's.

    Raises:
        Invalid: PLT-06, it is none.
    """
    try:
        found = msgspec.json.decode(raw, type=Changes)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid("PLT-06", "file") from error
    return msgspec.structs.replace(found, cursor="")


def _converted(endpoint: Endpoint, value: object, of: type[S]) -> S:
    try:
        return msgspec.convert(value, of)
    except msgspec.ValidationError as error:
        place = urlsplit(endpoint.url).hostname
        raise SurroundingsError(http.UNREADABLE, place=place) from error
