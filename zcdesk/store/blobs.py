"""Attachments and spooled papers: files beside the database, named and sealed by our keys.

Content is found by its digest and durable before the act that names it. A file is a row of sealed
pieces, so an upload goes on where it was cut. Never plain text on the disk; never SQLite in here,
so any lane may use it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from zcdesk.domain.act import digest as digest_of
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.place import disk_error, sync_folder
from zcdesk.store.schema import blob
from zcdesk.store.vault import NONCE_BYTES, Vault, seal, unseal

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

PIECE = 256 * 1024
_TAG = 16

_PUT = upsert(blob)
_KINDS = Prepared(select(blob.c.size, blob.c.kind).where(blob.c.digest == bindparam("digest")))
_DROP = Prepared(delete(blob).where(blob.c.digest == bindparam("digest")))


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
            data = b"".join(self._pieces(digest, self._path(digest)))
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

    def read(self, digest: str, offset: int, limit: int) -> bytes:
        """Return at most `limit` bytes from `offset`; empty at the end or if it is not here."""
        data = self.get(digest) or b""
        return data[offset : offset + limit]

    def drop(self, digest: str) -> None:
        """Erase the content; the acts that name it stay."""
        self._path(digest).unlink(missing_ok=True)
        self._part(digest).unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        return self._folder / self._vault.lookup("blob name", digest)[:40]

    def _part(self, digest: str) -> Path:
        return self._path(digest).with_suffix(".part")

    def _append(self, digest: str, part: Path, end: int, count: int, chunk: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        nonce = self._random(NONCE_BYTES)
        sealed = seal(self._key, nonce, chunk, f"{digest}|{count}")
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
            for piece in self._pieces(digest, part):
                have, count = have + len(piece), count + 1
                end += 4 + NONCE_BYTES + len(piece) + _TAG
        return have, count, end

    def _complete(self, digest: str, part: Path) -> bool:
        sum_ = hashlib.sha256()
        for piece in self._pieces(digest, part):
            sum_.update(piece)
        if digest != f"sha256:{sum_.hexdigest()}":
            part.unlink()
            return False
        os.replace(part, self._path(digest))
        sync_folder(self._folder)
        return True

    def _pieces(self, digest: str, path: Path) -> Iterator[bytes]:
        """Yield the whole pieces; stop at the first torn or altered one."""
        count = 0
        with open(path, "rb") as file:
            while head := file.read(4):
                length, nonce = int.from_bytes(head, "big"), file.read(NONCE_BYTES)
                sealed = file.read(length)
                if len(sealed) < max(length, _TAG) or len(nonce) < NONCE_BYTES:
                    return
                piece = unseal(self._key, nonce, sealed, f"{digest}|{count}")
                if piece is None:
                    return
                yield piece
                count += 1


def register(tx: Transaction, digest: str, size: int, kind: str) -> None:
    """Record that the store holds a content, in the transaction of the act that names it."""
    tx.run(_PUT, (digest, size, kind, tx.at_text))


def describe(reader: Reader, digest: str) -> tuple[int, str] | None:
    """Return (size, kind) of a registered content."""
    row = reader.run(_KINDS, (digest,)).fetchone()
    return (row[0], row[1]) if row else None


def forget(tx: Transaction, digest: str) -> None:
    """Take a content out of the register; drop its file after the commit."""
    tx.run(_DROP, (digest,))
