"""A station's copies as this PC makes them: store, settings and server login, and back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, select

from zcdesk import __version__, calendar, settings, station
from zcdesk.domain.act import NewAct
from zcdesk.domain.upkeep import BackedUp, Restored, Station
from zcdesk.errors import StoreError, SurroundingsError, UserError
from zcdesk.exchange import settings as exchange
from zcdesk.store import backup, escrow, faults, restoring
from zcdesk.store.backup import Copy
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import acts, hall_log, incarnation
from zcdesk.store.witness import Testimony, Witness
from zcdesk.sync import login

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

NOWHERE = "BAK-07"
"""No folder for copies is set at this station."""

NO_COPY = "BAK-08"
GONE = "BAK-09"
"""The folder for copies is not there: the stick is not in, or the share is away."""

BESIDE = (settings.FILE, exchange.FILE, login.FILE)
"""What lies beside the store and belongs into a copy; certificates come with the login."""


_OWN_AFTER = Prepared(
    select(func.count())
    .select_from(hall_log)
    .join(acts, acts.c.pk == hall_log.c.act)
    .join(incarnation, incarnation.c.origin == acts.c.origin)
    .where(hall_log.c.position > bindparam("position"))
)


class Back(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore brought, and what it could not.

    Attributes:
        missing: acts this PC had written after the copy, by the witness; None = nobody knows.
        returned: of these, how many came back from the hall's server; None = there is none, or it
            could not be asked now and they come with the next round.
        aside: where the store that was in the way lies now.
    """

    copy: Copy
    missing: int | None
    returned: int | None
    aside: Path | None


def folder_of(data: Path, given: Path | None = None) -> Path:
    """Return the folder for copies.

    Raises:
        UserError: BAK-07, none is set. SurroundingsError: BAK-09, it is not there.
    """
    named = str(given or "") or settings.load(data).backup
    if not named:
        raise UserError(NOWHERE)
    folder = Path(named).expanduser().absolute()
    if not folder.is_dir():
        raise SurroundingsError(GONE, folder=folder.name or str(folder))
    return folder


def take(
    session: Session, folder: Path, *, progress: Callable[[str], None] = lambda step: None
) -> Copy:
    """Make a copy, check it, record it."""
    store = session.store
    data = store.place.data
    made = backup.take(
        store,
        folder,
        at=session.now(),
        version=__version__,
        settings=_beside(data),
        progress=progress,
    )
    body = BackedUp(station=store.station.name, position=made.manifest.position)
    with session.as_clerk("").transaction() as tx:
        tx.append(NewAct(subject=f"station:{store.station.name}", body=body))
    return made


def is_due(session: Session, every: timedelta) -> bool:
    """Tell whether the last copy is older than `every`, or there is none."""
    with session.reading() as store:
        known = store.state(f"station:{session.store.station.name}", Station)
    if known is None or not known.backed_up:
        return True
    age = session.now() - datetime.fromisoformat(known.backed_up)
    return not timedelta() <= age < every  # one of a clock that led counts for nothing


def choose(folder: Path, stamp: str = "") -> Copy:
    """Return the newest copy below a folder, or the one whose folder has that name.

    Raises:
        UserError: BAK-08, there is none.
    """
    for one in backup.copies(folder):
        if stamp in ("", one.path.name):
            return one
    raise UserError(NO_COPY, folder=folder.name or str(folder))


def bring_back(
    data: Path,
    copy: Copy,
    *,
    code: str = "",
    replace: bool = False,
    now: station.Clock = station.clock,
) -> Back:
    """Restore a station's store at `data`; it writes under a new incarnation from then on.

    Args:
        code: of the recovery paper; not needed where this PC still has the key.
        replace: set a store that is in the way aside; without it such a store is refused.

    Raises:
        StoreError: see `restoring.restore`; nothing was changed then, or it is set aside.
    """
    place = station.place_of(data)
    keys = station.keys_of(place)
    made = copy.manifest
    said = Witness(place.witness).last
    salt = bytes.fromhex(made.recovery.file)
    key = escrow.open_key(code, made.recovery) if code else keys.load(salt)
    backup.check(copy)  # before anything that is here is touched
    if place.database.exists() and not replace:
        raise StoreError(faults.EXISTS, file=place.database.name)
    aside = restoring.set_aside(place, now()) if replace else None
    beside = restoring.restore(copy, place, keys, key)
    restoring.put_settings(data, beside)
    escrow.write(data, made.recovery)
    session = station.open_session(data, now=now)
    try:
        missing = _missing(said, copy)
        session.store.begin_incarnation(faults.RESTORED, now())
        returned = _from_server(session, copy)
        body = Restored(
            station=made.station,
            taken_at=made.taken_at,
            missing=-1 if missing is None else missing,
            numbers=made.numbers,
        )
        with session.as_clerk("").transaction() as tx:
            tx.append(NewAct(subject=f"station:{made.station}", body=body))
    finally:
        session.store.close()
    return Back(copy=copy, missing=missing, returned=returned, aside=aside)


def _missing(said: Testimony | None, copy: Copy) -> int | None:
    """Return how many acts the witness saw after the copy; None without a witness of that file."""
    made = copy.manifest
    if said is None or (said.store, said.origin) != (made.store, made.origin):
        return None
    return max(said.seq - made.seq, 0)


def _from_server(session: Session, copy: Copy) -> int | None:
    """Fetch from the hall's server what this station had sent after the copy."""
    store = session.store
    if not store.head.epoch:
        return None
    from zcdesk.sync.postgres_hall import PostgresHall
    from zcdesk.sync.round import once
    from zcdesk.sync.station_copy import StoreCopy

    data = store.place.data
    try:
        hall = PostgresHall(login.address(data, login.load(data / login.FILE)))
        try:
            outcome = once(StoreCopy(store, session.now), hall)
        finally:
            hall.close()
    except SurroundingsError:
        return None
    if outcome.code:
        return None
    with session.reading() as reader:
        return int(reader.run(_OWN_AFTER, (copy.manifest.position,)).fetchone()[0])


def _beside(data: Path) -> dict[str, bytes]:
    paths = [data / name for name in BESIDE]
    paths += sorted((data / calendar.YEARS).glob("*"))
    return {
        path.relative_to(data).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }
