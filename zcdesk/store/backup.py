"""A station's copies on another disk: taken whole, looked through, brought back elsewhere.

`FOLDER/zcdesk-HALL-STATION/` holds the sealed pages once, the keys of personal records once and
written anew each time (so that a key destroyed later is in no older copy), one folder for each
copy, and the names of pages that were destroyed since. A copy takes its name only when it is whole
and was opened and checked. Never a plain value: everything but the manifest is sealed with the
store's key.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import delete, select

from zcdesk.domain.numbers import Number
from zcdesk.domain.recovery import Escrow
from zcdesk.errors import StoreError
from zcdesk.store import blobs, escrow, incarnation
from zcdesk.store.engine import Handle, Prepared
from zcdesk.store.keys import read_salt
from zcdesk.store.place import disk_error, sync_folder, write_durably
from zcdesk.store.schema import SCHEMA_VERSION, number_block, person_key
from zcdesk.store.vault import NONCE_BYTES, Vault, seal, unseal

if TYPE_CHECKING:
    from zcdesk.store.store import Store

MANIFEST, DATABASE, SETTINGS, KEYS, PAGES, DESTROYED = (
    "manifest.json",
    "store.db",
    "settings.sealed",
    "person.keys",
    "blobs",
    "destroyed.json",
)
KEPT = 7
"""Copies that stay; the oldest goes once a newer one is whole."""

SPARE = 16 << 20
"""Bytes a disk must have left beside a copy."""

NO_ROOM, DAMAGED, NOT_SAME = "BAK-03", "BAK-04", "BAK-05"

_PERSON_KEYS = Prepared(select(person_key.c.ref, person_key.c.key).order_by(person_key.c.ref))
_CLEAR_KEYS = Prepared(delete(person_key))
_LAST_BLOCK = Prepared(
    select(number_block.c.code, number_block.c.year, number_block.c.next_serial)
    .where(number_block.c.next_serial > 1)
    .order_by(number_block.c.year.desc(), number_block.c.code.desc())
)


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy holds.

    Attributes:
        version: of the program; schema: of the file.
        store: identity of the file it is a copy of.
        origin, seq: the station's last act in it; `position` the end of the hall's order in it.
        numbers: last number given under each code, as printed.
        files: name → SHA-256. pages: names of the sealed pages it needs.
    """

    version: str
    schema: int
    hall: str
    station: str
    store: str
    taken_at: str
    origin: str
    seq: int
    position: int
    numbers: tuple[str, ...]
    files: dict[str, str]
    pages: tuple[str, ...]
    recovery: Escrow


class Copy(msgspec.Struct, frozen=True):
    """One copy and where it lies."""

    path: Path
    manifest: Manifest


def take(
    store: Store,
    folder: Path,
    *,
    at: datetime,
    version: str,
    settings: Mapping[str, bytes],
    progress: Callable[[str], None] = lambda step: None,
) -> Copy:
    """Copy the store to `folder`, open the copy, check every page of it; return it.

    Args:
        settings: small files of the station beside the store, by name.

    Raises:
        StoreError: BAK-02 no recovery key yet; BAK-03 not enough room; BAK-05 the copy is not
            what was copied; or the disk. What was there before is as it was.
    """
    salt = read_salt(store.place.database)
    sealed = escrow.kept(store.place.data, salt)
    home = folder / f"zcdesk-{store.hall}-{_safe(store.station.name)}"
    fresh = home / f"{at:%Y%m%dT%H%M%S}.new"
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in home.glob("*.new"):
            shutil.rmtree(old)
        _must_fit(store, folder, home)
        fresh.mkdir(mode=0o700)
        progress("database")
        numbers, keys = _database(store, fresh / DATABASE)
        _put_sealed(store, home / KEYS, msgspec.msgpack.encode(keys), "person keys")
        _put_sealed(store, fresh / SETTINGS, msgspec.msgpack.encode(dict(settings)), "settings")
        progress("pages")
        pages = _copy_pages(store.place.blobs, home / PAGES)
        head = store.head
        made = Manifest(
            version=version,
            schema=SCHEMA_VERSION,
            hall=store.hall,
            station=store.station.name,
            store=store.identity,
            taken_at=at.isoformat(timespec="seconds"),
            origin=head.origin,
            seq=head.seq,
            position=head.position.number,
            numbers=numbers,
            files={name: digest(fresh / name) for name in (DATABASE, SETTINGS)},
            pages=pages,
            recovery=sealed,
        )
        write_durably(fresh / MANIFEST, msgspec.json.format(msgspec.json.encode(made), indent=2))
        sync_folder(fresh)
        whole = fresh.with_suffix("")
        os.replace(fresh, whole)
        sync_folder(home)
        _drop_old(home)
        _drop_destroyed(home, _destroyed(store) - set(pages))
    except OSError as error:
        raise disk_error(error, folder) from error
    return Copy(whole, made)


def copies(folder: Path) -> tuple[Copy, ...]:
    """Return every whole copy below `folder`, the newest first; a folder of one is looked into."""
    found = []
    depths = (MANIFEST, f"*/{MANIFEST}", f"*/*/{MANIFEST}")
    for path in (one for depth in depths for one in folder.glob(depth)):
        if path.parent.suffix == ".new":
            continue
        try:
            found.append(Copy(path.parent, msgspec.json.decode(path.read_bytes(), type=Manifest)))
        except (OSError, msgspec.DecodeError):
            continue
    return tuple(sorted(found, key=lambda copy: copy.manifest.taken_at, reverse=True))


def check(copy: Copy) -> None:
    """Read every file of a copy.

    Raises:
        StoreError: BAK-04, a file is missing or not what the manifest says.
    """
    for name, wanted in copy.manifest.files.items():
        if digest(copy.path / name) != wanted:
            raise StoreError(DAMAGED, file=name)
    home = copy.path.parent
    gone = destroyed(home)
    for name in copy.manifest.pages:
        if name not in gone and not (home / PAGES / name).is_file():
            raise StoreError(DAMAGED, file=f"{PAGES}/{name}")
    if not (home / KEYS).is_file():
        raise StoreError(DAMAGED, file=KEYS)


def destroyed(home: Path) -> set[str]:
    """Return the names of pages that no copy has any more: they went with their records."""
    try:
        return set(msgspec.json.decode((home / DESTROYED).read_bytes(), type=list[str]))
    except (OSError, msgspec.DecodeError):
        return set()


def open_sealed(path: Path, key: bytes, about: str) -> bytes:
    """Return what `take` sealed.

    Raises:
        StoreError: BAK-04, absent or altered.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(DAMAGED, file=path.name) from error
    plain = unseal(Vault(key).subkey("backup"), data[:NONCE_BYTES], data[NONCE_BYTES:], about)
    if plain is None:
        raise StoreError(DAMAGED, file=path.name)
    return plain


def digest(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise StoreError(DAMAGED, file=path.name) from error


def last_numbers(handle: Handle, region: str) -> tuple[str, ...]:
    """Return the last number given under each code, newest year first."""
    rows = handle.run(_LAST_BLOCK).fetchall()
    return tuple(
        Number(region, year % 100, code, following - 1).text for code, year, following in rows
    )


def _database(store: Store, path: Path) -> tuple[tuple[str, ...], list[tuple[str, bytes]]]:
    """Copy the file without the keys of persons; return last numbers and those keys."""
    copy = store.copy_to(path)
    try:
        keys = [(str(ref), bytes(key)) for ref, key in copy.run(_PERSON_KEYS)]
        # Overwritten, not only unlinked: the copy must not hold what may be destroyed later.
        copy.pragma("secure_delete = ON")
        copy.pragma("journal_mode = DELETE")
        copy.begin()
        copy.run(_CLEAR_KEYS)
        copy.commit()
        if copy.check_pages():
            raise StoreError(NOT_SAME)
        there = incarnation.read_standing(copy, store.hall).head
        if (there.origin, there.seq, there.hash, there.position) != (
            store.head.origin,
            store.head.seq,
            store.head.hash,
            store.head.position,
        ):
            raise StoreError(NOT_SAME)
        return last_numbers(copy, store.station.region), keys
    finally:
        copy.close()


def _put_sealed(store: Store, path: Path, data: bytes, about: str) -> None:
    nonce = store.random(NONCE_BYTES)
    write_durably(path, nonce + seal(Vault(store.key).subkey("backup"), nonce, data, about))


def _copy_pages(source: Path, target: Path) -> tuple[str, ...]:
    """Copy what is not there yet: a name is a content, so nothing is ever copied twice."""
    target.mkdir(exist_ok=True, mode=0o700)
    names = []
    for path in _whole_pages(source):
        there = target / path.name
        if not there.exists() or there.stat().st_size != path.stat().st_size:
            write_durably(there, path.read_bytes())
        names.append(path.name)
    return tuple(sorted(names))


def _whole_pages(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (p for p in folder.iterdir() if p.is_file() and not p.suffix)


def _must_fit(store: Store, folder: Path, home: Path) -> None:
    log = store.place.database.with_name(DATABASE + "-wal")
    need = store.place.database.stat().st_size + SPARE
    need += log.stat().st_size if log.exists() else 0
    for path in _whole_pages(store.place.blobs):
        if not (home / PAGES / path.name).exists():
            need += path.stat().st_size
    free = shutil.disk_usage(folder).free
    if free < need:
        raise StoreError(NO_ROOM, need=_mb(need), free=_mb(free))


def _mb(size: int) -> int:
    return size // 1_000_000 + 1


def _drop_old(home: Path) -> None:
    """Keep the newest copies, and of the pages what one of these or the store itself needs."""
    whole = [one for one in copies(home) if one.path.parent == home]
    for old in whole[KEPT:]:
        shutil.rmtree(old.path)
    needed = {name for one in whole[:KEPT] for name in one.manifest.pages}
    for page in _whole_pages(home / PAGES):
        if page.name not in needed:
            page.unlink()


def _destroyed(store: Store) -> set[str]:
    with store.reading() as reader:
        return {store.blobs.name(digest) for digest in blobs.gone(reader)}


def _drop_destroyed(home: Path, names: set[str]) -> None:
    """Take out of every copy what was destroyed since; first it is noted that it may be missing."""
    needed = {name for one in copies(home) for name in one.manifest.pages}
    missing = sorted(needed & (names | destroyed(home)))
    write_durably(home / DESTROYED, msgspec.json.encode(missing))
    for name in names:
        (home / PAGES / name).unlink(missing_ok=True)


def _safe(name: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in name) or "station"
