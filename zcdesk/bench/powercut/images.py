"""What a disk may hold after its power was cut at some point of a log.

A synced file is as it was synced. Of what came after, any part may be there: each write whole,
in any of its sectors, or not at all; a removal that was not synced may not have happened.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from random import Random

from zcdesk.bench.powercut.log import Entry, Remove, Sync, Truncate, Write

SECTOR = 512


class Fate(StrEnum):
    """What becomes of writes that were not synced."""

    LOST = "lost"
    KEPT = "kept"
    MIXED = "mixed"


class Disk:
    """The files of a log up to some point: what is sure, and what is only on its way."""

    def __init__(self, files: dict[Path, bytes]) -> None:
        self._sure: dict[Path, bytearray] = {path: bytearray(b) for path, b in files.items()}
        self._pending: dict[Path, list[Write | Truncate | Remove]] = {}

    def take(self, entry: Entry) -> None:
        """Go on by one entry of the log."""
        match entry:
            case Write() | Truncate():
                self._pending.setdefault(entry.path, []).append(entry)
            case Remove():
                self._pending.setdefault(entry.path, []).append(entry)
                if entry.is_synced:
                    self._settle(entry.path)
            case Sync():
                self._settle(entry.path)
            case _:
                pass

    def image(self, fate: Fate, dice: Random) -> dict[Path, bytes]:
        """Return the files as they may be found when the power is back."""
        found = {path: bytearray(data) for path, data in self._sure.items()}
        for pending in self._pending.values():
            for entry in pending:
                if fate is Fate.KEPT:
                    _apply(found, entry)
                elif fate is Fate.MIXED and dice.random() < 0.5:
                    for piece in _torn(entry, dice):
                        _apply(found, piece)
        return {path: bytes(data) for path, data in found.items()}

    def _settle(self, path: Path) -> None:
        self._sure.setdefault(path, bytearray())
        for entry in self._pending.pop(path, ()):
            _apply(self._sure, entry)


def _apply(files: dict[Path, bytearray], entry: Write | Truncate | Remove) -> None:
    if isinstance(entry, Remove):
        files.pop(entry.path, None)
        return
    data = files.setdefault(entry.path, bytearray())
    if isinstance(entry, Truncate):
        del data[entry.size :]
        return
    end = entry.offset + len(entry.data)
    data.extend(bytes(max(0, end - len(data))))
    data[entry.offset : end] = entry.data


def _torn(entry: Write | Truncate | Remove, dice: Random) -> list[Write | Truncate | Remove]:
    """Return those sectors of a write that made it."""
    if not isinstance(entry, Write) or dice.random() < 0.5:
        return [entry]
    first = SECTOR - entry.offset % SECTOR
    cuts = [0, *range(first, len(entry.data), SECTOR), len(entry.data)]
    return [
        Write(entry.path, entry.offset + start, entry.data[start:end])
        for start, end in pairwise(cuts)
        if dice.random() < 0.5
    ]
