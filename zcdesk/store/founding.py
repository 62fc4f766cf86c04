"""Laying a new store: key first, then the file, complete under its name or not there at all.

What the store is called and whose it is stands in `meta` and never changes. Never a new store
over an old one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import insert, select

from zcdesk.domain.ids import uuid7
from zcdesk.errors import StoreError
from zcdesk.store import faults, incarnation
from zcdesk.store.engine import Handle, Prepared, check_sqlite, connect, lay_tables
from zcdesk.store.keys import KEY_BYTES, SALT_BYTES, Keys
from zcdesk.store.place import Lock, Place, disk_error, sync_folder
from zcdesk.store.schema import meta
from zcdesk.store.witness import Testimony, Witness

_ADD_META = Prepared(insert(meta))
_META = Prepared(select(meta.c.key, meta.c.value))


class Station(msgspec.Struct, frozen=True):
    """Who this station is.

    Attributes:
        hall: identity of the hall in every act.
        region: six digits that every number of the hall begins with.
        name: the station within the hall.
    """

    hall: str
    region: str
    name: str


def new_origin(at: datetime, random: Callable[[int], bytes]) -> str:
    return uuid7(at, random(10))


def found(
    place: Place,
    station: Station,
    *,
    at: datetime,
    keys: Keys,
    machine: str,
    random: Callable[[int], bytes],
) -> None:
    """Make the file of a new store.

    Raises:
        StoreError: there is one already, or the disk cannot take it.
    """
    check_sqlite()
    try:
        place.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise disk_error(error, place.data) from error
    lock = Lock(place.lock)
    try:
        if place.database.exists():
            raise StoreError(faults.EXISTS, file=place.database.name)
        _found(place, station, at=at, keys=keys, machine=machine, random=random)
    finally:
        lock.release()


def _found(
    place: Place,
    station: Station,
    *,
    at: datetime,
    keys: Keys,
    machine: str,
    random: Callable[[int], bytes],
) -> None:
    key, salt = random(KEY_BYTES), random(SALT_BYTES)
    keys.save(salt, key)
    unfinished = place.database.with_suffix(".new")
    origin, identity = new_origin(at, random), new_origin(at, random)
    try:
        for old in (unfinished, *unfinished.parent.glob(unfinished.name + "-*")):
            old.unlink(missing_ok=True)
        handle = connect(unfinished, key, salt)
        try:
            with faults.translated(place.data):
                lay(handle, station, identity=identity, origin=origin, machine=machine, at=at)
        finally:
            handle.close()
        # An earlier store of this place may be lost, but its codes stay given.
        witness = Witness(place.witness)
        given = witness.last.granted if witness.last else None
        granted = incarnation.fresh_codes(0, random(4)) if given is None else given
        witness.write(Testimony(identity, origin, 0, "", granted))
        unfinished.rename(place.database)
        sync_folder(place.data)
    except OSError as error:
        raise disk_error(error, place.data) from error


def lay(
    handle: Handle, station: Station, *, identity: str, origin: str, machine: str, at: datetime
) -> None:
    """Write everything a new file begins with, in one transaction."""
    handle.begin()
    lay_tables(handle)
    _write_meta(handle, station, identity)
    incarnation.begin_hall(handle, station.hall)
    text = at.isoformat(timespec="milliseconds")
    incarnation.begin(handle, origin=origin, machine=machine, at=text, reason="")
    handle.commit()


def _write_meta(handle: Handle, station: Station, identity: str) -> None:
    rows = {**msgspec.structs.asdict(station), "store": identity}
    handle.run_many(_ADD_META, tuple(rows.items()))


def read_station(handle: Handle) -> tuple[Station, str]:
    """Return the station and the identity of the store."""
    rows = dict(handle.run(_META).fetchall())
    try:
        return msgspec.convert({k: rows[k] for k in Station.__struct_fields__}, Station), rows[
            "store"
        ]
    except KeyError as error:
        raise StoreError(faults.DAMAGED, file=handle.path.name) from error
