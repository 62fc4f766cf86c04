"""Going back to the version before with everything that was done since.

The file is marked as of the older version's schema; what the newer one added to it stays beside and
is found again by the next update. A copy of the file as it was is kept until then.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import station
from zcdesk.store import engine
from zcdesk.store.place import sync_folder

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

BEFORE = "before.db"
FOLDER = "updates"


def keep_file(session: Session) -> Path:
    """Copy the store's file as it stands beside it, under its own key; the copy before goes."""
    data = session.store.place.data
    folder = data / FOLDER
    folder.mkdir(exist_ok=True, mode=0o700)
    kept, fresh = folder / BEFORE, folder / f"{BEFORE}.new"
    for part in folder.glob(f"{BEFORE}.new*"):
        part.unlink()
    session.store.copy_to(fresh).close()
    fresh.replace(kept)
    sync_folder(folder)
    return kept


def lower(data: Path, schema: int, *, now: station.Clock = station.clock) -> None:
    """Let a program whose stores are of `schema` open this one; the desk must be closed.

    Raises:
        StoreError: UPD-12, no such version; or the store is in use.
    """
    session = station.open_session(data, now=now)
    try:
        keep_file(session)
        engine.lower(session.store.handle, schema)
    finally:
        session.store.close()
