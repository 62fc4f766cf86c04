"""Power cuts on the real file: the harness sees everything, and finds what is weakened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zcdesk.bench.powercut import cuts
from zcdesk.bench.powercut.images import SECTOR, Disk, Fate
from zcdesk.bench.powercut.log import Remove, Sync, Truncate, Write
from zcdesk.bench.simulation.luck import dice
from zcdesk.store.store import Store
from zcdesk.store.witness import Witness

FILE = Path("/disk/file")


def test_nothing_acknowledged_is_lost_and_no_number_given_twice() -> None:
    tally = cuts.measure(2, 80)
    assert tally.faults == {}
    assert tally.line().startswith("160 power cuts: nothing lost")


def test_the_log_is_all_that_happened(tmp_path: Path) -> None:
    day = cuts.record(tmp_path / "day", 3)
    disk = Disk(day.before)
    for entry in day.log:
        disk.take(entry)
    found = disk.image(Fate.KEPT, dice(0, ""))
    assert found == {path: path.read_bytes() for path in found}
    assert set(found) == {day.place.database, day.place.witness}
    # Begin and end of the day are two more acts of a disk than its clerk's.
    assert sum(isinstance(entry, Sync) for entry in day.log) > 2 * cuts.ACTIONS


def weaker(level: str) -> Callable[[Store], None]:
    def change(store: Store) -> None:
        store.handle.pragma(f"synchronous = {level}")

    return change


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_store_that_does_not_sync_loses_and_is_found_out(level: str, tmp_path: Path) -> None:
    """What a disk that ignores syncs loses: the witness tells, and no number is given again."""
    day = cuts.record(tmp_path / "day", 1, weaker(level))
    faults = cuts.cut(day, tmp_path, 1, 60).faults
    assert faults["acknowledged and lost"] > 5
    assert faults["noticed: SYS-21"] >= faults["acknowledged and lost"]
    assert faults["a number given twice"] == 0


def test_a_witness_that_is_not_synced_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsynced(self: cuts._SpiedWitness, slot: bytes, at: int) -> None:
        self._log.append(Write(self._file, at, slot))
        Witness._write(self, slot, at)

    monkeypatch.setattr(cuts._SpiedWitness, "_write", unsynced)
    day = cuts.record(tmp_path / "day", 1)
    assert cuts.cut(day, tmp_path, 1, 60).faults["noticed: SYS-21"] > 5


def test_what_is_synced_stays_and_the_rest_has_any_fate() -> None:
    disk = Disk({FILE: b"old"})
    disk.take(Write(FILE, 0, b"new"))
    assert disk.image(Fate.LOST, dice(0, "")) == {FILE: b"old"}
    assert disk.image(Fate.KEPT, dice(0, "")) == {FILE: b"new"}
    disk.take(Sync(FILE))
    assert disk.image(Fate.LOST, dice(0, "")) == {FILE: b"new"}
    disk.take(Truncate(FILE, 1))
    disk.take(Remove(Path("/disk/other"), is_synced=True))
    assert disk.image(Fate.KEPT, dice(0, "")) == {FILE: b"n"}
    disk.take(Remove(FILE, is_synced=False))
    assert disk.image(Fate.LOST, dice(0, "")) == {FILE: b"new"}
    assert disk.image(Fate.KEPT, dice(0, "")) == {}


def test_a_torn_write_is_torn_at_sectors() -> None:
    disk = Disk({FILE: bytes(4 * SECTOR)})
    disk.take(Write(FILE, 100, b"x" * (3 * SECTOR)))
    seen = {disk.image(Fate.MIXED, dice(seed, "tear"))[FILE] for seed in range(1000)}
    assert len(seen) == 2**4
    for data in seen:
        pieces = [data[100:SECTOR], *(data[n : n + SECTOR] for n in (SECTOR, 2 * SECTOR))]
        assert all(len(set(piece)) == 1 for piece in pieces)
