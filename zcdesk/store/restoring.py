"""Bringing a station back from a copy: beside what is there, complete or not at all.

The restored file always writes under a new incarnation, so no number is given twice whatever the
lost PC did after the copy was made. Never over a store: what is there is set aside, not deleted.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.backup import (
    DAMAGED,
    DATABASE,
    KEYS,
    NO_ROOM,
    PAGES,
    SETTINGS,
    SPARE,
    Copy,
    check,
    destroyed,
    open_sealed,
)
from zcdesk.store.engine import Prepared, connect
from zcdesk.store.keys import Keys
from zcdesk.store.place import Lock, Place, disk_error, sync_folder, write_durably
from zcdesk.store.schema import SCHEMA_VERSION, person, person_key, person_word

NEWER = "BAK-06"
"""The copy was made by a newer program."""

_ADD_KEY = Prepared(insert(person_key))
_REFS = Prepared(select(person.c.ref))
_BLANK = Prepared(
    update(person)
    .where(person.c.ref == bindparam("of"))
    .values(salt=b"", lookup="", nonce=b"", sealed=b"")
)
_DROP_WORDS = Prepared(delete(person_word).where(person_word.c.ref == bindparam("ref")))


def restore(copy: Copy, place: Place, keys: Keys, key: bytes) -> dict[str, bytes]:
    """Lay the store of a copy at `place`; return the station's settings that were beside it.

    Raises:
        StoreError: there is a store already; BAK-03 to BAK-06; or the disk. Nothing is there then.
    """
    check(copy)
    made = copy.manifest
    if made.schema > SCHEMA_VERSION:
        raise StoreError(NEWER, version=made.version)
    home = copy.path.parent
    settings = open_sealed(copy.path / SETTINGS, key, "settings")
    persons = open_sealed(home / KEYS, key, "person keys")
    with _laid(place):
        _must_fit(copy, place.data)
        salt = bytes.fromhex(made.recovery.file)
        keys.save(salt, key)
        fresh = place.database.with_suffix(".new")
        shutil.copyfile(copy.path / DATABASE, fresh)
        _bring_keys(fresh, key, msgspec.msgpack.decode(persons, type=list[tuple[str, bytes]]))
        for name in _pages(copy):
            _copy_page(home / PAGES / name, place.blobs / name)
        fresh.rename(place.database)
        sync_folder(place.data)
    return msgspec.msgpack.decode(settings, type=dict[str, bytes])


def set_aside(place: Place, at: datetime) -> Path | None:
    """Move what is at `place` out of the way; return where to, None if nothing was there."""
    if not place.data.exists():
        return None
    Lock(place.lock).release()  # raises where a running desk holds it
    aside = place.data.with_name(f"{place.data.name}.before-{at:%Y%m%dT%H%M%S}")
    try:
        place.data.rename(aside)
        sync_folder(aside.parent)
    except OSError as error:
        raise disk_error(error, place.data) from error
    return aside


def put_settings(folder: Path, settings: Mapping[str, bytes]) -> None:
    """Write the small files beside the store again; never one that leads out of the folder."""
    inside = folder.resolve()
    for name, data in settings.items():
        path = (folder / name).resolve()
        if path.is_relative_to(inside):
            write_durably(path, data)


@contextmanager
def _laid(place: Place) -> Iterator[None]:
    """Hold the place; take away what a failure leaves half done."""
    try:
        place.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise disk_error(error, place.data) from error
    lock = Lock(place.lock)
    try:
        if place.database.exists():
            raise StoreError(faults.EXISTS, file=place.database.name)
        _clear(place)  # what an attempt that was cut off left
        yield
    except OSError as error:
        raise disk_error(error, place.data) from error
    finally:
        _clear(place)
        lock.release()


def _clear(place: Place) -> None:
    for part in place.data.glob("store.new*"):
        part.unlink(missing_ok=True)


def _bring_keys(path: Path, key: bytes, known: list[tuple[str, bytes]]) -> None:
    """Give the records their keys; one whose key was destroyed meanwhile stays destroyed."""
    handle = connect(path, key)
    try:
        with faults.translated(path.parent):
            if handle.check_pages():
                raise StoreError(DAMAGED, file=DATABASE)
            handle.begin()
            refs = {str(row[0]) for row in handle.run(_REFS)}
            handle.run_many(_ADD_KEY, [pair for pair in known if pair[0] in refs])
            for ref in sorted(refs - {ref for ref, _ in known}):
                handle.run(_BLANK, (ref,))
                handle.run(_DROP_WORDS, (ref,))
            handle.commit()
    finally:
        handle.close()


def _pages(copy: Copy) -> list[str]:
    """Return the pages to bring; those of records destroyed since the copy stay destroyed."""
    gone = destroyed(copy.path.parent)
    return [name for name in copy.manifest.pages if name not in gone]


def _copy_page(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(source, target)


def _must_fit(copy: Copy, folder: Path) -> None:
    pages = copy.path.parent / PAGES
    need = SPARE + (copy.path / DATABASE).stat().st_size
    need += sum((pages / name).stat().st_size for name in _pages(copy))
    free = shutil.disk_usage(folder).free
    if free < need:
        raise StoreError(NO_ROOM, need=need // 1_000_000 + 1, free=free // 1_000_000 + 1)
