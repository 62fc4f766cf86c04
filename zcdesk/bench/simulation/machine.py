"""A PC's disk, in memory or in a folder: what outlives a process, copies, and copies put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2 as driver

from zcdesk.bench.simulation.power import DyingHandle, Power
from zcdesk.bench.simulation.sealed import MemoryBlobs
from zcdesk.store import founding
from zcdesk.store.blobs import Blobs
from zcdesk.store.disk import Disk, FolderDisk
from zcdesk.store.engine import Handle
from zcdesk.store.founding import Station
from zcdesk.store.keys import KEY_BYTES, Keys, read_salt
from zcdesk.store.place import Place
from zcdesk.store.witness import Testimony, Witness

Random = Callable[[int], bytes]
_PLACE = Place.under(Path("/memory"))


class Machine(Protocol):
    """One PC as far as its disk goes.

    Attributes:
        name: what the program takes for the machine's identity.
        power: of the process that runs on it now.
    """

    name: str
    power: Power

    def found(self, station: Station, at: datetime, random: Random) -> None: ...
    def disk(self) -> tuple[Disk, bytes]:
        """Return the disk for a process that starts, and the file's key."""
        ...

    def off(self) -> None:
        """Clear up after a process that died: what was not committed is gone."""
        ...

    def copy(self, name: str) -> Machine:
        """Return a machine with the same disk; no process may run on this one."""
        ...

    def put_back(self, old: Machine, *, witness: bool) -> None:
        """Bring the data back to what they were on an older copy, the witness too or not."""
        ...

    def blobs(self, real: Blobs) -> Blobs:
        """Return where the contents of a process that started lie."""
        ...

    def scrap(self) -> None: ...


class _Witness(Witness):
    """A witness whose process may die before and after it writes."""

    def __init__(self, power: Power, path: Path) -> None:
        self._power = power
        super().__init__(path)

    def _write(self, slot: bytes, at: int) -> None:
        self._power.tick()
        self._put(slot, at)
        self._power.tick()

    def _put(self, slot: bytes, at: int) -> None:
        super()._write(slot, at)


class _MemoryWitness(_Witness):
    def __init__(self, power: Power, slots: bytearray) -> None:
        self._slots = slots
        super().__init__(power, _PLACE.witness)

    def _data(self) -> bytes:
        return bytes(self._slots)

    def _put(self, slot: bytes, at: int) -> None:
        self._slots.extend(bytes(max(0, at + len(slot) - len(self._slots))))
        self._slots[at : at + len(slot)] = slot


class MemoryMachine:
    """A disk in memory: SQLite itself without files, a commit is what is there afterwards."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.power = Power()
        self.slots = bytearray()
        self.whole: dict[str, bytes] = {}
        self.parts: dict[str, bytes] = {}
        self.raw: Any = driver.connect(":memory:", isolation_level=None, cached_statements=512)

    def found(self, station: Station, at: datetime, random: Random) -> None:
        origin, identity = founding.new_origin(at, random), founding.new_origin(at, random)
        handle = Handle(_PLACE.database, self.raw)
        founding.lay(handle, station, identity=identity, origin=origin, machine=self.name, at=at)
        _MemoryWitness(self.power, self.slots).write(Testimony(identity, origin, 0, ""))

    def disk(self) -> tuple[Disk, bytes]:
        return _MemoryDisk(self), bytes(KEY_BYTES)

    def off(self) -> None:
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")
        self.power.back()

    def copy(self, name: str) -> MemoryMachine:
        made = MemoryMachine(name)
        made.put_back(self, witness=True)
        return made

    def put_back(self, old: Machine, *, witness: bool) -> None:
        assert isinstance(old, MemoryMachine)
        old.raw.backup(self.raw)
        self.whole, self.parts = dict(old.whole), dict(old.parts)
        if witness:
            self.slots[:] = old.slots

    def blobs(self, real: Blobs) -> Blobs:
        return MemoryBlobs(self.whole, self.parts, self.power)

    def scrap(self) -> None:
        self.raw.close()


class _MemoryDisk:
    def __init__(self, machine: MemoryMachine) -> None:
        self.place = _PLACE
        self.witness: Witness = _MemoryWitness(machine.power, machine.slots)
        self._machine = machine

    def connect(self, key: bytes) -> Handle:
        machine = self._machine
        return DyingHandle(_PLACE.database, machine.raw, machine.power, stays=True)

    def identity(self) -> object:
        return 0

    def release(self) -> None:
        """Nobody else can open it."""


class FolderMachine:
    """A disk in a folder: the real file, encrypted, with its syncs."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.power = Power()
        self._disk: _FolderDisk | None = None
        self._copies = 0

    @property
    def place(self) -> Place:
        return Place.under(self.folder)

    def found(self, station: Station, at: datetime, random: Random) -> None:
        keys = Keys(self.place.keys, keystore=None)
        founding.found(self.place, station, at=at, keys=keys, machine=self.name, random=random)

    def disk(self) -> tuple[Disk, bytes]:
        key = Keys(self.place.keys, keystore=None).load(read_salt(self.place.database))
        self._disk = _FolderDisk(self.place, self.power)
        return self._disk, key

    def off(self) -> None:
        if self._disk is not None:
            self._disk.off()
            self._disk = None
        self.power.back()

    def copy(self, name: str) -> FolderMachine:
        self._copies += 1
        made = FolderMachine(name, self.folder.parent / f"{self.folder.name}+{self._copies}")
        shutil.copytree(self.folder, made.folder)
        return made

    def put_back(self, old: Machine, *, witness: bool) -> None:
        assert isinstance(old, FolderMachine)
        there, here = old.place, self.place
        parts = [(there.data, here.data)]
        if witness:
            parts.append((there.witness.parent, here.witness.parent))
        for source, target in parts:
            shutil.rmtree(target)
            shutil.copytree(source, target)

    def blobs(self, real: Blobs) -> Blobs:
        return real

    def scrap(self) -> None:
        self.off()


class _FolderDisk(FolderDisk):
    def __init__(self, place: Place, power: Power) -> None:
        super().__init__(place)
        self._power = power
        self._opened: list[Any] = []
        self.witness = _Witness(power, place.witness)

    def connect(self, key: bytes) -> Handle:
        real = super().connect(key)
        self._opened.append(real.raw)
        return DyingHandle(real.path, real.raw, self._power, stays=False)

    def off(self) -> None:
        """Let go as the system does for a dead process: what is open is rolled back."""
        for raw in self._opened:
            with suppress(driver.ProgrammingError):
                raw.close()
        self.release()
