"""Schedules of faults over the real store and rounds, with a hall in memory; seeded, no clock.

A schedule is a number of random steps, then a calm in which every station may do its rounds, then
the oracles. What must be there is counted apart from the store: by what each disk was told to keep.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from fix_store import AT, STATION, Emptied, Filled, Stores, action, jar_rules

from zcdesk.domain.act import START, Act, NewAct, Position, flaw, next_chain
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.store.hall import Acknowledged, Pulled
from zcdesk.store.project import read_digest
from zcdesk.store.reader import Reader
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.sync.memory_hall import CODES, Ground, MemoryHall
from zcdesk.sync.round import Outcome, once
from zcdesk.sync.station_copy import StoreCopy

BUMP = 1024
JARS = "abcd"
CALM_ROUNDS = 6


class ShakyHall(MemoryHall):
    """A hall behind a bad network: requests and replies are lost, pull replies come late."""

    def __init__(self, world: World, station: str) -> None:
        super().__init__(world.ground, station)
        self.world = world
        self.late: Pulled | None = None

    def _before(self) -> None:
        self.ground = self.world.ground
        if self.world.is_shaky and self.world.dice.random() < 0.15:
            self.world.count["request lost"] += 1
            raise SurroundingsError("NET-20")

    def _after(self) -> None:
        if self.world.is_shaky and self.world.dice.random() < 0.15:
            self.world.count["reply lost"] += 1
            raise SurroundingsError("NET-20")

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        self._before()
        if self.world.is_shaky and self.world.dice.random() < 0.1:
            acts = acts[: max(1, len(acts) // 2)]
        answer = super().push(acts, epoch)
        self._after()
        return answer

    def pull(self, after: Position, limit: int) -> Pulled:
        self._before()
        answer = super().pull(after, self.world.dice.choice((1, 3, limit)))
        if self.world.is_shaky and self.late is not None and self.world.dice.random() < 0.1:
            self.world.count["late reply"] += 1
            answer, self.late = self.late, answer
        elif answer.acts:
            self.late = answer
        self._after()
        return answer

    def grant_code(self, request: str, year: int) -> str:
        self._before()
        answer = super().grant_code(request, year)
        self._after()
        return answer


@dataclass
class Snapshot:
    """A station's folders at some time, and what its disk held then."""

    path: Path
    disk: set[str]
    numbers: set[str]


@dataclass
class Desk:
    """One PC: its folders, its open store, what it was told to keep."""

    world: World
    name: str
    login: str
    stores: Stores
    disk: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    snapshots: list[Snapshot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hall = ShakyHall(self.world, self.login)

    @property
    def store(self) -> Store:
        return self.stores.open_ones[-1]

    @property
    def copy(self) -> StoreCopy:
        return StoreCopy(self.store, lambda: self.world.now)

    def write(self) -> None:
        dice = self.world.dice
        with action(self.store, self.world.now) as tx:
            made: list[Act] = []
            number = ""
            if dice.random() < 0.5:
                try:
                    number = tx.take_number(2026).compact
                except NotAllowed:
                    number = ""
            for _ in range(dice.choice((1, 1, 3))):
                body = Emptied() if dice.random() < 0.2 else Filled(amount=1, label=number)
                made.append(tx.append(NewAct(subject=f"jar:{dice.choice(JARS)}", body=body)))
        self.disk |= {act.id for act in made}
        if number:
            self.world.issued[number] += 1
            self.numbers.add(number)

    def round(self) -> Outcome:
        return once(self.copy, self.hall)

    def restart(self) -> None:
        self.stores.open(self.world.now)

    def save(self) -> None:
        self.stores.close()
        path = self.world.folder / f"{self.name}-{len(self.snapshots)}"
        shutil.copytree(self.stores.root, path)
        self.snapshots.append(Snapshot(path, set(self.disk), set(self.numbers)))
        self.restart()

    def put_back(self, *, with_witness: bool) -> None:
        """Restore an older copy of the data; with the witness too nobody can tell at once."""
        if not self.snapshots:
            return
        old = self.world.dice.choice(self.snapshots)
        self.stores.close()
        parts = [self.stores.place.data]
        if with_witness:
            parts.append(self.stores.place.witness.parent)
            # These numbers may be printed twice: no store can know.
            self.world.excused |= self.numbers - old.numbers
        for part in parts:
            shutil.rmtree(part)
            shutil.copytree(old.path / part.relative_to(self.stores.root), part)
        self.disk = set(old.disk)
        self.restart()


@dataclass
class World:
    """A hall, its desks and their luck."""

    seed: int
    folder: Path
    desks: list[Desk] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    issued: Counter[str] = field(default_factory=Counter)
    excused: set[str] = field(default_factory=set)
    backups: list[Ground] = field(default_factory=list)
    is_shaky: bool = True

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.now = AT
        self.ground = Ground(STATION.hall)
        for name in ("one", "two", "three"):
            desk = self._desk(name, name, f"pc-{name}")
            desk.stores.create(self.now)
            desk.copy.join(1)

    def _desk(self, name: str, login: str, machine: str) -> Desk:
        luck = random.Random(f"{self.seed}{name}").randbytes
        stores = Stores(self.folder / name, rules=RULES, machine=machine, random=luck)
        desk = Desk(self, name, login, stores)
        self.desks.append(desk)
        return desk

    def run(self, steps: int) -> None:
        for _ in range(steps):
            self.step()
        self.calm()
        self.judge()

    def step(self) -> None:
        self.now += timedelta(seconds=self.dice.randrange(1, 60))
        desk = self.dice.choice(self.desks)
        move = self.dice.choices(list(MOVES), [MOVES[name] for name in MOVES])[0]
        self.count[move] += 1
        match move:
            case "write":
                desk.write()
            case "round":
                desk.round()
            case "restart":
                desk.restart()
            case "save":
                desk.save()
            case "put back":
                desk.put_back(with_witness=False)
            case "put back unseen":
                desk.put_back(with_witness=True)
            case "clone":
                self.clone(desk)
            case "backup":
                self.backups.append(self.ground.copy())
            case "failover":
                self.failover()

    def clone(self, desk: Desk) -> None:
        """Put a copy of a PC's whole disk into another machine, with the same login."""
        if len(self.desks) > 4:
            return
        desk.stores.close()
        name = f"clone{len(self.desks)}"
        shutil.copytree(desk.stores.root, self.folder / name)
        desk.restart()
        twin = self._desk(name, desk.login, f"pc-{name}")
        twin.disk, twin.numbers = set(desk.disk), set(desk.numbers)
        twin.restart()

    def failover(self) -> None:
        """The server is lost; an older copy takes its place."""
        if not self.backups:
            return
        epoch = self.ground.epoch
        self.ground = self.dice.choice(self.backups[-3:]).copy()
        self.ground.epoch = epoch + 1
        self.backups.clear()
        self.ground.next_code = (self.ground.next_code + BUMP) % CODES

    def calm(self) -> None:
        self.is_shaky = False
        for desk in self.desks:
            desk.hall.late = None
        self.last = [Outcome()]
        for _ in range(CALM_ROUNDS):
            self.last = [desk.round() for desk in self.desks]

    # --- oracles ---

    def judge(self) -> None:
        log = self.ground.log
        ids = Counter(placed.act.id for placed in log)
        lost = set().union(*(desk.disk for desk in self.desks)) - set(ids)
        assert not lost, f"O1: {len(lost)} acts lost"
        assert all(n == 1 for n in ids.values()), "O2: an act is placed twice"
        here = START
        tails: Counter[str] = Counter()
        for placed in log:
            here = Position(here.number + 1, next_chain(here.chain, placed.act))
            assert placed.position == here, "O3/O4: the order"
            assert flaw(placed.act) is None, "O4: an act's hash"
            tails[placed.act.origin] += 1
            assert placed.act.seq == tails[placed.act.origin], "O3: an origin's numbers"
        twice = {n for n, times in self.issued.items() if times > 1} - self.excused
        assert not twice, f"O6: printed twice: {sorted(twice)}"
        digests = set()
        for desk, outcome in zip(self.desks, self.last, strict=True):
            assert (outcome.code, outcome.unsent) == ("", 0), f"O8: {desk.name} {outcome}"
            assert desk.store.head.position == here, f"O8: {desk.name} is not at the head"
            with desk.store.reading() as reader:
                digests.add(read_digest(reader))
                assert stored(reader) == [p.act for p in log], f"O5: the copy of {desk.name}"
        assert len(digests) == 1, "O5: read tables differ"
        for desk in self.desks:
            faults = {f.fault for f in verify(desk.store).findings}
            assert not faults, f"O4: {desk.name} verifies: {faults}"

    def close(self) -> None:
        for desk in self.desks:
            desk.stores.close()


def stored(reader: Reader) -> list[Act]:
    from sqlalchemy import select

    from zcdesk.store.reader import ACT_COLUMNS, act_of
    from zcdesk.store.schema import acts, hall_log

    rows = reader.select(
        select(*ACT_COLUMNS)
        .join(hall_log, hall_log.c.act == acts.c.pk)
        .order_by(hall_log.c.position)
    )
    return [act_of(tuple(row)) for row in rows]


MOVES = {
    "write": 40,
    "round": 40,
    "restart": 4,
    "save": 3,
    "put back": 2,
    "put back unseen": 1,
    "clone": 1,
    "backup": 4,
    "failover": 2,
}

RULES = jar_rules()
