"""What reached the disk, in order: writes, cuts, syncs, removals, and acknowledgements."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Write(NamedTuple):
    path: Path
    offset: int
    data: bytes


class Truncate(NamedTuple):
    path: Path
    size: int


class Sync(NamedTuple):
    path: Path


class Remove(NamedTuple):
    """Attributes: `is_synced`: the folder was synced with it."""

    path: Path
    is_synced: bool


class Acknowledged(NamedTuple):
    """The clerk was told that this is done.

    Attributes:
        number: printed with it; empty = none.
    """

    acts: tuple[str, ...]
    number: str


Entry = Write | Truncate | Sync | Remove | Acknowledged
Log = list[Entry]
