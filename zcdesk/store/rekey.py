"""A new key for a station's data: the file is written anew under it, and so is every content.

The old file stays whole until the new one takes its name, and the new key is kept before that: a
cut at any point leaves one of the two, with its key. What lies inside the file (digests to find
people by, secrets of gateways) is under the new key with it; contents lie outside and are sealed
again one by one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.recovery import Escrow, subject_of
from zcdesk.errors import NotAllowed
from zcdesk.store import escrow, faults, meta
from zcdesk.store.algorithms import Profile
from zcdesk.store.blobs import DIGEST, Blobs
from zcdesk.store.engine import Handle, Prepared, connect
from zcdesk.store.keys import KEY_BYTES, SALT_BYTES, Keys
from zcdesk.store.place import Place, sync_folder
from zcdesk.store.schema import acts, blob, draft
from zcdesk.store.schema import meta as meta_table
from zcdesk.store.vault import Vault

if TYPE_CHECKING:
    from datetime import datetime

    from zcdesk.store.store import Store

NOT_ESCROWED = "SEC-23"

_MENTIONS = (
    Prepared(select(blob.c.digest)),
    Prepared(select(acts.c.body).where(acts.c.body.is_not(None))),
    Prepared(select(draft.c.value)),
)
_META = Prepared(select(meta_table.c.key, meta_table.c.value))


def roots(handle: Handle, key: bytes) -> tuple[Vault, Vault]:
    """Return the keys of what lies inside a file, and of its contents.

    Both are the file's own key until it gets a new one.
    """
    rows = dict(handle.run(_META).fetchall())
    profile = Profile(rows.get(meta.ALGORITHMS, Profile.STANDARD))
    inside, outside = _root(rows, meta.VAULT, key), _root(rows, meta.CONTENTS, key)
    return Vault(inside, profile), Vault(outside, profile)


def use(store: Store, profile: Profile, at: datetime) -> None:
    """Seal with another profile's algorithms from now on; what is sealed stays readable."""
    with store.transaction(clerk="", at=at) as tx:
        meta.put(tx, meta.ALGORITHMS, profile.value)
    store.vault, contents = roots(store.handle, store.key)
    store.blobs = Blobs(store.place.blobs, contents, store.random)


def change(store: Store, keys: Keys, random: Callable[[int], bytes]) -> int:
    """Give the data of an open store a new key and close it; return how many contents moved.

    Raises:
        NotAllowed: SEC-23, the recovery paper does not open these data yet: a key that is lost
            halfway would be lost for good.
        StoreError: the disk cannot take the copy; the data are as they were.
    """
    place, old_mark = store.place, escrow.mark_of_file(store.place)
    with store.reading() as reader:
        known = reader.state(subject_of(old_mark), Escrow)
    if known is None or escrow.read(place.data) != known:
        raise NotAllowed(NOT_ESCROWED)
    digests = _digests(store.handle)
    fresh_key, salt, contents = random(KEY_BYTES), random(SALT_BYTES), random(KEY_BYTES)
    keys.save(salt, fresh_key)
    fresh = Blobs(place.blobs, Vault(contents, store.vault.profile), random)
    unfinished = place.database.with_suffix(".rekeyed")
    _discard(place, unfinished.name)
    with faults.translated(place.data):
        moved = _seal_again(store.blobs, fresh, digests)
        _copy(store.handle, unfinished, fresh_key, salt)
        _keep_roots(unfinished, fresh_key, store.vault.raw, contents)
    store.close()
    for name in ("-wal", "-shm"):
        place.database.with_name(place.database.name + name).unlink(missing_ok=True)
    os.replace(unfinished, place.database)
    sync_folder(place.data)
    _drop_others(place, fresh, digests)
    keys.forget(bytes.fromhex(old_mark))
    return moved


def _root(rows: dict[str, str], name: str, key: bytes) -> bytes:
    return bytes.fromhex(rows[name]) if name in rows else key


def _digests(handle: Handle) -> set[str]:
    """Return every content that is named anywhere in the file."""
    found: set[bytes] = set()
    for statement in _MENTIONS:
        for (cell,) in handle.run(statement):
            found.update(DIGEST.findall(cell if isinstance(cell, bytes) else str(cell).encode()))
    return {digest.decode() for digest in found}


def _seal_again(old: Blobs, new: Blobs, digests: set[str]) -> int:
    count = 0
    for digest in digests:
        data = old.get(digest)
        if data is not None:
            new.put(data)
            count += 1
    return count


def _copy(handle: Handle, to: os.PathLike[str], key: bytes, salt: bytes) -> None:
    """Write the whole file once more under another key and salt."""
    raw, version = handle.raw, handle.pragma("user_version")
    raw.execute("ATTACH DATABASE ? AS fresh KEY ?", (os.fspath(to), f"x'{key.hex()}{salt.hex()}'"))
    try:
        raw.execute("SELECT sqlcipher_export('fresh')").fetchone()
        raw.execute(f"PRAGMA fresh.user_version = {int(version)}")
    finally:
        raw.execute("DETACH DATABASE fresh")


def _keep_roots(path: os.PathLike[str], key: bytes, vault: bytes, contents: bytes) -> None:
    from pathlib import Path

    handle = connect(Path(path), key)
    try:
        handle.begin()
        for name, value in ((meta.VAULT, vault), (meta.CONTENTS, contents)):
            handle.run(meta.PUT, (name, value.hex()))
        handle.commit()
    finally:
        handle.close()
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _discard(place: Place, name: str) -> None:
    for path in place.data.glob(f"{name}*"):
        path.unlink()


def _drop_others(place: Place, kept: Blobs, digests: set[str]) -> None:
    """Delete what is sealed with the old key; a cut here leaves it to the next change."""
    names = {kept.name(digest) for digest in digests}
    if place.blobs.is_dir():
        for path in place.blobs.iterdir():
            if path.name not in names:
                path.unlink()
