"""Where a store lives on disk, which machine it is, and the lock of the one process that owns it.

The witness and the key live apart from the data, so that a copied or restored data folder is
noticed and a stolen one cannot be read. Never a lock by the mere existence of a file: the
operating system frees ours when the process dies.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from zcdesk.errors import StoreError
from zcdesk.store import faults

if sys.platform == "win32":
    import msvcrt
    import winreg
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one store.

    Attributes:
        data: database, lock and sealed attachments.
        witness: the file that remembers the last transaction, on another folder than `data`.
        keys: key files, where the system has no keystore.
    """

    data: Path
    witness: Path
    keys: Path

    @classmethod
    def under(cls, root: Path) -> Place:
        """Put all three side by side under one root."""
        return cls(root / "data", root / "witness" / "last.witness", root / "keys")

    @property
    def database(self) -> Path:
        return self.data / "store.db"

    @property
    def blobs(self) -> Path:
        return self.data / "blobs"

    @property
    def lock(self) -> Path:
        return self.data / "store.lock"


class Lock:
    """The right of this process to the store; freed by `release` or by the end of the process."""

    def __init__(self, path: Path) -> None:
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise disk_error(error, path.parent) from error
        try:
            _take(self._fd)
        except OSError as error:
            owner = _owner(self._fd)
            os.close(self._fd)
            raise StoreError(faults.IN_USE, pid=owner) from error
        try:
            os.ftruncate(self._fd, 0)
            os.write(self._fd, b" %d\n" % os.getpid())
        except OSError:
            pass  # The pid only helps the one who looks; the lock itself is held.

    def release(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _take(fd: int) -> None:
    """Lock or raise OSError at once; on Windows the first byte, which others then cannot read."""
    if sys.platform == "win32":
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _owner(fd: int) -> str:
    try:
        os.lseek(fd, 1, os.SEEK_SET)
        return os.read(fd, 32).decode("ascii", "replace").strip()
    except OSError:
        return ""


def disk_error(error: OSError, folder: Path) -> StoreError:
    """Say in our codes why a file of the store cannot be written."""
    import errno

    match error.errno:
        case errno.EROFS | errno.EACCES | errno.EPERM:
            code = faults.READ_ONLY
        case errno.ENOSPC | errno.EDQUOT:
            code = faults.FULL
        case _:
            code = faults.IO if faults.has_room(folder) else faults.FULL
    return StoreError(code, file=folder.name)


def machine_id() -> str:
    """Return a digest of this machine's identity; empty where the system has none.

    The identity itself never leaves the machine, only its digest does.
    """
    raw = _machine_name()
    return hashlib.sha256(f"zcdesk|{raw}".encode()).hexdigest()[:32] if raw else ""


def _machine_name() -> str:
    if sys.platform == "win32":
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        try:
            return path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
    return ""


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of `folder` durable; Windows does so by itself."""
    if sys.platform != "win32":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def write_durably(path: Path, data: bytes) -> None:
    """Write a whole file so that after a power cut it is either there in full or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
