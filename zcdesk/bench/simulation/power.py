"""The process of a station that may die, or meet a failing disk, before any statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from zcdesk.store.engine import Handle, Prepared

FULL, BROKEN = 13, 10
"""SQLite's numbers of a full disk and of a failed write."""

_WORDS = {FULL: "database or disk is full", BROKEN: "disk I/O error"}


class Killed(BaseException):
    """The process is gone: nothing after this runs in it, not even its clearing up."""


class Power:
    """Counts a process's dealings with its disk down to its end, or to a fault of the disk.

    Attributes:
        left: dealings until it dies; None = it lives on.
        fault: SQLite's number of what the next commit meets; 0 = nothing.
        lands: that commit is in the file all the same.
    """

    def __init__(self) -> None:
        self.left: int | None = None
        self.is_off = False
        self.fault = 0
        self.lands = False

    def back(self) -> None:
        """Start a new process: nothing threatens it yet."""
        self.left, self.is_off, self.fault = None, False, 0

    def tick(self) -> None:
        if self.is_off:
            raise Killed
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.is_off = True
                raise Killed

    def commit(self, handle: Handle) -> None:
        self.tick()
        fault, self.fault = self.fault, 0
        if not fault or self.lands:
            handle.raw.execute("COMMIT")
        if fault:
            error = driver.OperationalError(_WORDS[fault])
            error.sqlite_errorcode = fault
            raise error
        self.tick()


class DyingHandle(Handle):
    """The store's connection with the process's end before and after everything it does."""

    def __init__(self, path: Path, raw: Any, power: Power, *, stays: bool) -> None:
        """Take over a raw connection.

        Args:
            stays: it is the disk itself and outlives the process.
        """
        super().__init__(path, raw)
        self._power, self._stays = power, stays

    def run(self, prepared: Prepared, values: Sequence[Any] = ()) -> Any:
        self._power.tick()
        return super().run(prepared, values)

    def run_many(self, prepared: Prepared, rows: Iterable[Sequence[Any]]) -> None:
        self._power.tick()
        super().run_many(prepared, rows)

    def begin(self) -> None:
        self._power.tick()
        super().begin()

    def commit(self) -> None:
        self._power.commit(self)

    def rollback(self) -> None:
        if self._power.is_off:
            raise Killed
        super().rollback()

    def close(self) -> None:
        if not self._stays:
            super().close()
        elif self.raw.in_transaction:
            self.raw.execute("ROLLBACK")
