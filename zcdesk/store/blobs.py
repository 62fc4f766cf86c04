"""Attachments and spooled papers: files beside the database, named and sealed by our keys.

Content is found by its digest and durable before the act that names it. A file is a row of sealed
pieces, so an upload goes on where it was cut. Never plain text on the disk; never SQLite in here,
so any lane may use it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, literal, select

from zcdesk.domain.act import digest as digest_of
from zcdesk.store.algorithms import overhead
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.place import disk_error, sync_folder
from zcdesk.store.schema import blob, blob_due, page_of
from zcdesk.store.vault import NONCE_BYTES, Vault, unseal

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

PIECE = 256 * 1024
LARGEST = (64 << 20) - 64
"""Bytes of a content that travels; a greater one stays where it was taken in. The server takes
64 MB, its seal with it."""

TOPIC = "content"
"""Touched when a content that was wanted arrives."""

WANTED = "content_wanted"
"""Touched when one is wanted, so that the next round comes at once."""

DIGEST = re.compile(rb"sha256:[0-9a-f]{64}")
_MARK = 8
"""Bytes of a seal that tell which algorithms made it."""

_PUT = upsert(blob)
_KINDS = Prepared(select(blob.c.size, blob.c.kind).where(blob.c.digest == bindparam("digest")))
_DROP = Prepared(delete(blob).where(blob.c.digest == bindparam("digest")))
_DUE = upsert(blob_due)
_DUE_TOO = Prepared(insert(blob_due).prefix_with("OR IGNORE"))
_SETTLED = Prepared(delete(blob_due).where(blob_due.c.digest == bindparam("digest")))
_NEXT = Prepared(
    select(blob_due.c.digest)
    .where(blob_due.c.way == bindparam("way"))
    .order_by(blob_due.c.at)
    .limit(bindparam("limit"))
)
_ALL_AGAIN = Prepared(
    insert(blob_due)
    .prefix_with("OR IGNORE")
    .from_select(
        ["digest", "way", "at"],
        select(blob.c.digest, literal("send"), blob.c.at).where(blob.c.size <= LARGEST),
    )
)

_WHOSE = Prepared(insert(page_of).prefix_with("OR IGNORE"))
_GONE = Prepared(
    select(page_of.c.digest)
    .distinct()
    .outerjoin(blob, blob.c.digest == page_of.c.digest)
    .where(blob.c.digest.is_(None))
)
_SUBJECTS = Prepared(
    select(page_of.c.subject).where(page_of.c.digest == bindparam("digest")).limit(2)
)

SEND, FETCH = "send", "fetch"
"""Which way a content has yet to travel."""


class Blobs:
    """The sealed files of one store."""

    def __init__(
        self, folder: Path, vault: Vault, random: Callable[[int], bytes] = secrets.token_bytes
    ) -> None:
        self._folder = folder
        self._vault = vault
        self._key = vault.subkey("blob")
        self._random = random

    def put(self, data: bytes) -> str:
        """Keep `data` durably and return its digest."""
        digest = digest_of(data)
        if not self._path(digest).exists():
            self._part(digest).unlink(missing_ok=True)
            for offset in range(0, max(len(data), 1), PIECE):
                self.add(digest, offset, data[offset : offset + PIECE], len(data))
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return the whole content, or None if it is not here or not what its digest says."""
        try:
            data = b"".join(piece for piece, _ in self._pieces(digest, self._path(digest)))
        except FileNotFoundError:
            return None
        return data if digest_of(data) == digest else None

    def add(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        """Append a piece if it is the one wanted; return the offset wanted next.

        The file takes its name only when all of it is there and right; else it begins again at 0.
        """
        if self._path(digest).exists():
            return total
        part = self._part(digest)
        try:
            have, count, end = self._extent(digest, part)
            if offset != have or have + len(chunk) > total:
                return have
            self._append(digest, part, end, count, chunk)
            if have + len(chunk) < total:
                return have + len(chunk)
            return total if self._complete(digest, part) else 0
        except OSError as error:
            raise disk_error(error, self._folder) from error

    def extent(self, digest: str) -> int:
        """Return how many bytes of an unfinished content are here."""
        return self._extent(digest, self._part(digest))[0]

    def size(self, digest: str) -> int | None:
        """Return how many bytes a whole content has, None if it is not here; opens no piece."""
        total = 0
        try:
            with open(self._path(digest), "rb") as file:
                while head := file.read(4):
                    length = int.from_bytes(head, "big")
                    file.seek(NONCE_BYTES, os.SEEK_CUR)
                    begins = file.read(min(length, _MARK))
                    file.seek(length - len(begins), os.SEEK_CUR)
                    total += length - overhead(begins)
        except FileNotFoundError:
            return None
        return total

    def read(self, digest: str, offset: int, limit: int) -> bytes:
        """Return at most `limit` bytes from `offset`; empty at the end or if it is not here."""
        data = self.get(digest) or b""
        return data[offset : offset + limit]

    def drop(self, digest: str) -> None:
        """Erase the content; the acts that name it stay."""
        self._path(digest).unlink(missing_ok=True)
        self._part(digest).unlink(missing_ok=True)

    def name(self, digest: str) -> str:
        """Return the name of a content's file."""
        return self._path(digest).name

    def _path(self, digest: str) -> Path:
        return self._folder / self._vault.lookup("blob name", digest)[:40]

    def _part(self, digest: str) -> Path:
        return self._path(digest).with_suffix(".part")

    def _append(self, digest: str, part: Path, end: int, count: int, chunk: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        nonce = self._random(NONCE_BYTES)
        sealed = self._vault.seal(self._key, nonce, chunk, f"{digest}|{count}")
        fd = os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(fd, "r+b") as file:
            file.seek(end)
            file.write(len(sealed).to_bytes(4, "big") + nonce + sealed)
            file.flush()
            os.fsync(file.fileno())

    def _extent(self, digest: str, part: Path) -> tuple[int, int, int]:
        """Return (bytes of content, pieces, bytes of file) that are whole in a part."""
        have = count = end = 0
        if part.exists():
            for piece, size in self._pieces(digest, part):
                have, count, end = have + len(piece), count + 1, end + size
        return have, count, end

    def _complete(self, digest: str, part: Path) -> bool:
        sum_ = hashlib.sha256()
        for piece, _ in self._pieces(digest, part):
            sum_.update(piece)
        if digest != f"sha256:{sum_.hexdigest()}":
            part.unlink()
            return False
        os.replace(part, self._path(digest))
        sync_folder(self._folder)
        return True

    def _pieces(self, digest: str, path: Path) -> Iterator[tuple[bytes, int]]:
        """Yield the whole pieces, each with its bytes in the file; stop at one that is not."""
        count = 0
        with open(path, "rb") as file:
            while head := file.read(4):
                length, nonce = int.from_bytes(head, "big"), file.read(NONCE_BYTES)
                sealed = file.read(length)
                if len(sealed) < length or len(nonce) < NONCE_BYTES:
                    return
                piece = unseal(self._key, nonce, sealed, f"{digest}|{count}")
                if piece is None:
                    return
                yield piece, 4 + NONCE_BYTES + length
                count += 1


def register(tx: Transaction, digest: str, size: int, kind: str, subject: str) -> None:
    """Record that the store holds a content, in the transaction of the act that names it.

    A hall's server has yet to get it, or to hear that one more subject names it; a one-PC hall gets
    a server some day, or none.

    Args:
        kind: of the act that named it first. subject: of the act.
    """
    known = describe(tx, digest)
    if known is None:
        tx.run(_PUT, (digest, size, kind, tx.at_text))
    # What an older program registered is looked up in all acts once it travels (`pages`).
    older = known is not None and not tx.run(_SUBJECTS, (digest,)).fetchone()
    if (older or note_whose(tx, digest, subject)) and size <= LARGEST:
        tx.run(_DUE, (digest, SEND, tx.at_text))


def note_whose(tx: Transaction, digest: str, subject: str) -> bool:
    """Note that a subject's acts name a content; False if that is known."""
    added: int = tx.run(_WHOSE, (digest, subject)).rowcount
    return added > 0


def share(tx: Transaction, digest: str, subject: str) -> None:
    """Let a content that others hold be one more subject's too, once its page is at the server.

    Where it is wanted here as well it is fetched first; see `fetched`.
    """
    if note_whose(tx, digest, subject):
        tx.run(_DUE_TOO, (digest, SEND, tx.at_text))


def later(tx: Transaction, digest: str) -> None:
    """Put what cannot travel yet behind all that waits."""
    tx.run(_DUE, (digest, SEND, tx.at_text))


def want(tx: Transaction, digest: str, subject: str = "") -> None:
    """Have a content brought here that others hold; it stays wanted until it is here.

    Args:
        subject: that names it; empty where that is known.
    """
    if subject:
        note_whose(tx, digest, subject)
    tx.run(_DUE, (digest, FETCH, tx.at_text))
    tx.touch(WANTED)


def due(reader: Reader, way: str, limit: int) -> tuple[str, ...]:
    """Return what has yet to travel, the longest due first."""
    return tuple(row[0] for row in reader.run(_NEXT, (way, limit)).fetchall())


def sent(tx: Transaction, digest: str) -> None:
    """Note that the hall's server has a content."""
    tx.run(_SETTLED, (digest,))


def fetched(tx: Transaction, digest: str, size: int) -> None:
    """Record that a content was brought here; pages that wait for it hear of it.

    One that several subjects name is sent: the server may know only of some.
    """
    tx.run(_PUT, (digest, size, FETCH, tx.at_text))
    tx.run(_SETTLED, (digest,))
    if len(tx.run(_SUBJECTS, (digest,)).fetchall()) > 1 and size <= LARGEST:
        tx.run(_DUE, (digest, SEND, tx.at_text))
    tx.touch(TOPIC)


def send_again(tx: Transaction) -> None:
    """Let everything travel once more: the server may have lost it."""
    tx.run(_ALL_AGAIN)


def describe(reader: Reader, digest: str) -> tuple[int, str] | None:
    """Return (size, kind) of a registered content."""
    row = reader.run(_KINDS, (digest,)).fetchone()
    return (row[0], row[1]) if row else None


def gone(reader: Reader) -> tuple[str, ...]:
    """Return the contents that acts name and the store no longer holds: destroyed, or others'."""
    return tuple(row[0] for row in reader.run(_GONE).fetchall())


def forget(tx: Transaction, digest: str) -> None:
    """Take a content out of the register; drop its file after the commit."""
    tx.run(_DROP, (digest,))
    tx.run(_SETTLED, (digest,))
