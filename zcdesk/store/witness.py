"""The witness: a small file outside the database that names the last transaction.

Two slots written in turn, each with its own checksum, so that a torn write leaves the one before.
The database is this station's own, uncopied, if its last transaction is the witness's or the one
right after. Never a count alone: a restored file can reach the same count (sync 2.2).
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.place import sync_folder

_MAGIC = b"ZCWIT1"
_SLOT = 1024
_SUM = 32
_HEADER = len(_MAGIC) + 8 + 2
_sync = getattr(os, "fdatasync", os.fsync)


class Testimony(msgspec.Struct, frozen=True):
    """What the witness knows.

    Attributes:
        store: identity of the database file, given once.
        origin, seq, hash: last act of the last transaction.
        granted: the incarnation code (as a number) after which this place gives the next. It
            survives a restore, so no code is given twice.
        spare: codes a server has given and nobody has used; for a year's turn or a new
            incarnation while it cannot be reached.
    """

    __test__ = False

    store: str
    origin: str
    seq: int
    hash: str
    granted: int = 0
    spare: tuple[str, ...] = ()


class Witness:
    """The witness file; one fsync per write.

    Attributes:
        last: what it says now.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = 0
        self.last: Testimony | None = None
        self.read()

    def read(self) -> Testimony | None:
        """Read the newest whole slot; None if there is none."""
        data = self._data()
        found = [slot for at in (0, _SLOT) if (slot := _unpack(data[at : at + _SLOT]))]
        self._turn, self.last = max(found, key=lambda slot: slot[0], default=(0, None))
        return self.last

    def write(self, said: Testimony) -> None:
        """Make `said` durable in the slot of the older testimony.

        Raises:
            StoreError: it could not be made durable; nothing may be committed before it is.
        """
        turn = self._turn + 1
        try:
            self._write(_pack(turn, said), (turn % 2) * _SLOT)
        except OSError as error:
            raise StoreError(faults.WITNESS, file=self._path.name) from error
        self._turn, self.last = turn, said

    def _data(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""

    def _write(self, slot: bytes, at: int) -> None:
        fd = self._open()
        try:
            os.lseek(fd, at, os.SEEK_SET)
            os.write(fd, slot)
            _sync(fd)
        finally:
            os.close(fd)

    def _open(self) -> int:
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        try:
            return os.open(self._path, flags)
        except FileNotFoundError:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fd = os.open(self._path, flags | os.O_CREAT, 0o600)
            os.write(fd, bytes(2 * _SLOT))
            os.fsync(fd)
            sync_folder(self._path.parent)
            return fd


def _pack(turn: int, said: Testimony) -> bytes:
    payload = msgspec.json.encode(said)
    head = _MAGIC + turn.to_bytes(8, "big") + len(payload).to_bytes(2, "big")
    body = (head + payload).ljust(_SLOT - _SUM, b"\0")
    if len(body) != _SLOT - _SUM:
        raise ValueError(len(payload))
    return body + hashlib.sha256(body).digest()


def _unpack(slot: bytes) -> tuple[int, Testimony] | None:
    body, checksum = slot[: _SLOT - _SUM], slot[_SLOT - _SUM :]
    if not body.startswith(_MAGIC) or hashlib.sha256(body).digest() != checksum:
        return None
    turn = int.from_bytes(body[len(_MAGIC) : len(_MAGIC) + 8], "big")
    length = int.from_bytes(body[_HEADER - 2 : _HEADER], "big")
    try:
        return turn, msgspec.json.decode(body[_HEADER : _HEADER + length], type=Testimony)
    except msgspec.DecodeError:
        return None
