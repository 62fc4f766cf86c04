"""The disk under one store: its file, its witness and its lock, as a port.

The store reaches the machine through this alone, so that the simulator can put a disk in memory
under the same code. Never a rule about acts.
"""

from __future__ import annotations

import os
from typing import Protocol

from zcdesk.store.engine import Handle, connect
from zcdesk.store.place import Lock, Place
from zcdesk.store.witness import Witness


class Disk(Protocol):
    """What a store needs of the machine's disk."""

    @property
    def place(self) -> Place: ...
    @property
    def witness(self) -> Witness: ...
    def connect(self, key: bytes) -> Handle:
        """Open the file with its raw key, as `engine.connect` does."""
        ...

    def identity(self) -> object:
        """Tell one file from another that took its name (sync 3.2 fault 11)."""
        ...

    def release(self) -> None:
        """Give up the right to the store."""
        ...


class FolderDisk:
    """The folders of a place; held by this process until `release`."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._lock = Lock(place.lock)
        self.witness = Witness(place.witness)

    def connect(self, key: bytes) -> Handle:
        return connect(self.place.database, key)

    def identity(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.place.database)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def release(self) -> None:
        self._lock.release()
