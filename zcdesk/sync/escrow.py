"""Asking the hall's server for a station's sealed key, when neither key nor copy is left here."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.domain.act import START, Position
from zcdesk.domain.fold import decode_body
from zcdesk.domain.recovery import Escrow, KeyEscrowed, fold_escrow
from zcdesk.sync import login
from zcdesk.sync.postgres_hall import PostgresHall

if TYPE_CHECKING:
    from zcdesk.store.hall import Hall

BATCH = 500


def at_server(data: Path, file: str) -> Escrow | None:
    """Return the newest sealed key of a data file; None if the station has no server.

    Raises:
        SurroundingsError: the server cannot be reached.
    """
    path = data / login.FILE
    if not path.exists():
        return None
    with closing(PostgresHall(login.address(data, login.load(path)))) as hall:
        return newest(hall, file)


def newest(hall: Hall, file: str) -> Escrow | None:
    """Walk the hall's order for the last act that seals this file's key."""
    found: Escrow | None = None
    after: Position = START
    while placed := hall.pull(after, BATCH).acts:
        for one in placed:
            if one.act.kind == KeyEscrowed.kind:
                body = decode_body(one.act)
                if isinstance(body, KeyEscrowed) and body.file == file:
                    found = fold_escrow(found, one.act, body)
        after = placed[-1].position
    return found
