"""A station's day under the spy, then the power cut at many points of it.

After each cut the real store opens what is left: nothing a clerk was told is lost, every chain
verifies, no number is given twice, and the witness takes the file for its own.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from zcdesk.bench.powercut.images import Disk, Fate
from zcdesk.bench.powercut.log import Acknowledged, Log, Sync, Write
from zcdesk.bench.powercut.spy import spying
from zcdesk.bench.simulation.counterwork import Clerk
from zcdesk.bench.simulation.luck import dice
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import CodedError
from zcdesk.store import drafts
from zcdesk.store.disk import FolderDisk
from zcdesk.store.founding import Station, found
from zcdesk.store.keys import Keys, read_salt
from zcdesk.store.place import Place
from zcdesk.store.rules import hall_rules
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.store.witness import Witness

AT = datetime(2026, 11, 24, 9, 0, tzinfo=HALL_ZONE)
HALL = Station("hall-320213", "320213", "W03")
MACHINE = "pc"
ACTIONS = 60
TIDY_EVERY = 12
"""Actions between two moves of the log into the file, so that cuts meet those, too."""


class Day(NamedTuple):
    """What was recorded.

    Attributes:
        before: files when the day began. log: what followed.
    """

    place: Place
    before: dict[Path, bytes]
    log: Log


class Tally(NamedTuple):
    """Attributes: `faults`: what was wrong after a cut, by kind; empty = all is well."""

    cuts: int
    faults: Counter[str]

    def line(self) -> str:
        wrong = ", ".join(f"{n} × {words}" for words, n in sorted(self.faults.items()))
        return f"{self.cuts:,} power cuts: {wrong or 'nothing lost, nothing torn, no number twice'}"


class _SpiedWitness(Witness):
    def __init__(self, path: Path, log: Log) -> None:
        self._log, self._file = log, path
        super().__init__(path)

    def _write(self, slot: bytes, at: int) -> None:
        self._log.append(Write(self._file, at, slot))
        super()._write(slot, at)
        self._log.append(Sync(self._file))


def record(root: Path, seed: int, change: Callable[[Store], None] = lambda store: None) -> Day:
    """Let a station work under the spy.

    Args:
        change: done to the store after each opening; tests weaken it so that cuts must show.
    """
    place, log = Place.under(root), Log()
    chance = dice(seed, "store").randbytes
    keys = Keys(place.keys, keystore=None)
    found(place, HALL, at=AT, keys=keys, machine=MACHINE, random=chance)
    before = {path: path.read_bytes() for path in (place.database, place.witness)}
    with spying(log):
        disk = FolderDisk(place)
        disk.witness = _SpiedWitness(place.witness, log)
        key = keys.load(read_salt(place.database))
        rules = hall_rules()
        store = Store.on(disk, key, at=AT, rules=rules, machine=MACHINE, random=chance)
        change(store)
        try:
            _work(store, log, seed)
        finally:
            store.close()
    return Day(place, before, log)


def _work(store: Store, log: Log, seed: int) -> None:
    luck = dice(seed, "clerk")
    clerk = Clerk("W1", luck, version=0)
    for number in range(ACTIONS):
        at = AT + timedelta(minutes=number)
        with store.transaction(clerk="0312", at=at) as tx:
            done = clerk.act(tx)
        log.append(Acknowledged(tuple(act.id for act in done.acts), done.number))
        with store.transaction(clerk="0312", at=at) as tx:
            drafts.put(tx, "visit", window="W1", kind="visit", value=luck.randbytes(900))
        if number % TIDY_EVERY == TIDY_EVERY - 1:
            store.tidy()


def cut(day: Day, root: Path, seed: int, times: int) -> Tally:
    """Cut the power at so many points of a day, each with one fate of what was under way."""
    luck = dice(seed, "cuts")
    points = sorted(luck.randrange(len(day.log) + 1) for _ in range(times))
    disk, at = Disk(day.before), 0
    acts: set[str] = set()
    numbers: set[str] = set()
    faults: Counter[str] = Counter()
    for point in points:
        for entry in day.log[at:point]:
            disk.take(entry)
            if isinstance(entry, Acknowledged):
                acts.update(entry.acts)
                numbers.add(entry.number)
        at = point
        files = disk.image(luck.choice(list(Fate)), luck)
        faults.update(_look(day.place, files, root, acts, numbers))
    return Tally(times, faults)


def _look(
    place: Place, files: dict[Path, bytes], root: Path, acts: set[str], numbers: set[str]
) -> list[str]:
    """Open what the cut left and return what is wrong with it."""
    with tempfile.TemporaryDirectory(dir=root) as folder:
        copy = Place.under(Path(folder))
        for path, data in files.items():
            target = Path(folder) / path.relative_to(place.data.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        try:
            return _judge(copy, Keys(place.keys, keystore=None), acts, numbers)
        except CodedError as error:
            return [f"not opened: {error.code}"]


def _judge(place: Place, keys: Keys, acts: set[str], numbers: set[str]) -> list[str]:
    chance = dice(0, place.data.parent.name).randbytes
    store = Store.open(place, at=AT, keys=keys, machine=MACHINE, random=chance)
    wrong = []
    try:
        with store.reading() as reader:
            lost = sum(reader.act(id_) is None for id_ in acts)
        wrong += ["acknowledged and lost"] * bool(lost)
        wrong += [f"verified: {finding.fault.value}" for finding in verify(store).findings]
        wrong += [f"noticed: {notice.code}" for notice in store.notices]
        with store.transaction(clerk="0312", at=AT + timedelta(days=1)) as tx:
            done = Clerk("W1", dice(1, "after"), version=0).receive(tx)
        wrong += ["a number given twice"] * (done.number in numbers)
    finally:
        store.close()
    return wrong


def measure(days: int, times: int, seed: int = 0) -> Tally:
    """Record some days and cut each at so many points."""
    faults: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="zcdesk-cut-") as folder:
        for number in range(seed, seed + days):
            day = record(Path(folder) / str(number), number)
            faults += cut(day, Path(folder), number, times).faults
    return Tally(days * times, faults)
