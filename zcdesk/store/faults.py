"""What the driver's errors mean for the person at the window.

The environment's faults (full, read-only, damaged, locked) become `StoreError`; every other
driver error is our own bug and passes through unchanged. Never a second try in here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from zcdesk.errors import StoreError

DAMAGED = "SYS-01"
NEWER = "SYS-02"
IN_USE = "SYS-03"
FULL = "SYS-04"
READ_ONLY = "SYS-05"
IO = "SYS-06"
NO_KEY = "SYS-07"
OLD_SQLITE = "SYS-08"
MOVED = "SYS-09"
CLOCK_BACK = "SYS-20"
CLOCK_AHEAD = "SYS-44"
RESTORED = "SYS-21"
CLONED = "SYS-22"
UNKNOWN_ACT = "SYS-23"
WITNESS = "SYS-24"
ABSENT = "SYS-25"
EXISTS = "SYS-26"
FORKED = "SYS-27"
NO_CODE = "SYS-28"
NO_QUEUE = "SYS-29"
NO_REGISTER = "SYS-40"
UNFIT = "SYS-42"
TOO_LARGE = "SYS-43"

DRIVER_ERRORS = (driver.Error, DBAPIError)

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_CODES = {
    _BUSY: IN_USE,
    _LOCKED: IN_USE,
    _READONLY: READ_ONLY,
    _IOERR: IO,
    _CORRUPT: DAMAGED,
    _FULL: FULL,
    _CANTOPEN: IO,
    _NOTADB: DAMAGED,
}

_ROOM = 1 << 20
"""Bytes a disk must have free before a failed write is called anything but full."""


def store_error(error: BaseException, folder: Path) -> StoreError | None:
    """Translate a driver error, or None if it is a bug of ours."""
    if isinstance(error, DBAPIError) and isinstance(error.orig, BaseException):
        error = error.orig
    if not isinstance(error, driver.Error):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    code = _CODES.get(number & 0xFF) if number is not None else _by_text(str(error))
    if code is None:
        return None
    if code == IO and not has_room(folder):
        code = FULL
    return StoreError(code, file=folder.name)


def _by_text(text: str) -> str | None:
    """Judge an error the driver raised without SQLite's number."""
    return DAMAGED if "not a database" in text or "malformed" in text else None


def has_room(folder: Path) -> bool:
    """Tell whether the disk has room; a disk that cannot be asked is not called full."""
    try:
        return shutil.disk_usage(folder).free > _ROOM
    except OSError:
        return True


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Raise the environment's faults as `StoreError`, everything else as it is."""
    try:
        yield
    except DRIVER_ERRORS as error:
        known = store_error(error, folder)
        if known is None:
            raise
        raise known from error
