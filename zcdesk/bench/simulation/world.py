"""A seeded schedule: two halls, their desks, faults at random times, then a calm and the oracles.

One thread, no real clock. What happens when is a heap of events in virtual time; rounds come as
the real back-off says. Work and faults have dice of their own.
"""

from __future__ import annotations

import base64
import heapq
import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from zcdesk.bench.simulation import carrying, oracles
from zcdesk.bench.simulation.carrying import Page
from zcdesk.bench.simulation.desk import Broken, Desk
from zcdesk.bench.simulation.luck import dice
from zcdesk.bench.simulation.machine import FolderMachine, Machine, MemoryMachine
from zcdesk.bench.simulation.network import Site, Weather
from zcdesk.bench.simulation.power import BROKEN, FULL
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.store import meta, project
from zcdesk.store.founding import Station

CALM_ROUNDS = 8
MOST_DESKS = 6


@dataclass(frozen=True)
class Snapshot:
    """A machine's disk at some time, and what it had been told to keep then."""

    machine: Machine
    kept: frozenset[str]
    numbers: frozenset[str]
    held: dict[str, int]
    trusted: datetime | None


class World:
    """Everything one seed says.

    Attributes:
        issued: how often each receipt number was printed. excused: those nobody could know of.
        lost_claims: tickets whose claims a failover or a restored disk forgot.
    """

    def __init__(self, seed: int, folder: Path | None = None) -> None:
        """Make the halls.

        Args:
            folder: where the real files go; None = disks in memory.
        """
        self.seed, self.folder = seed, folder
        self.dice = dice(seed, "faults")
        self.count: Counter[str] = Counter()
        self.issued: Counter[str] = Counter()
        self.excused: set[str] = set()
        self.lost_claims: set[str] = set()
        self.erased: set[str] = set()
        self._holders: dict[str, tuple[str, int]] = {}
        self._shown: dict[str, int] = {}
        self.claims: dict[tuple[str, int], str] = {}
        self.now = self._beginning()
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self.pages: dict[str, Page] = {}
        self.weather = Weather(dice(seed, "net"), self._later, self.count)
        self.sealed = Weather(dice(seed, "sealed net"), self._later, self.count)
        self.sites = (Site("hall-320213"), Site("hall-410000"))
        self.desks: list[Desk] = []
        self._snapshots: dict[Desk, list[Snapshot]] = {}
        self._machines: list[Machine] = []
        for name, at in (("W1", 0), ("W2", 0), ("W3", 0), ("X1", 1)):
            self._new_desk(name, self.sites[at])
        self.after(self.dice.uniform(1, 4), self._fault)

    def _beginning(self) -> datetime:
        """Some seeds stand at the turn of a year, of a day, or on 29 February."""
        days = ("2026-11-24T09:00:00", "2026-12-31T23:59:30", "2028-02-28T23:59:30")
        return datetime.fromisoformat(self.dice.choice(days)).replace(tzinfo=HALL_ZONE)

    def strangers_of(self, site: Site) -> Site:
        return self.sites[1] if site is self.sites[0] else self.sites[0]

    # --- time ---

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        self._later(timedelta(seconds=seconds), do)

    def _later(self, span: timedelta, do: Callable[[], None]) -> None:
        heapq.heappush(self._events, (self.now + span, next(self._order), do))

    def run(self, steps: int) -> None:
        """Do so many steps, let it calm down, and judge.

        Raises:
            Broken: an oracle did not hold.
        """
        for _ in range(steps):
            at, _, do = heapq.heappop(self._events)
            self.now = max(self.now, at)
            do()
        self._calm()
        oracles.judge(self)

    def close(self) -> None:
        for desk in self.desks:
            desk.machine.power.back()
            desk.stop()
        for machine in self._machines:
            machine.scrap()

    # --- desks ---

    def _new_desk(self, name: str, site: Site) -> None:
        machine = self._machine(f"pc-{name}")
        region = site.ground.hall.partition("-")[2]
        chance = dice(self.seed, f"{name} founded").randbytes
        machine.found(Station(site.ground.hall, region, name), self.now, chance)
        desk = self._desk(machine, site, name)
        site.ground.members.add(name)
        desk.copy.join(1)
        key = base64.b64encode(dice(0, site.ground.hall).randbytes(32)).decode()
        with desk.copy.store.transaction(clerk="", at=self.now) as tx:
            meta.put(tx, meta.HALL_KEY, key)

    def _machine(self, name: str) -> Machine:
        made: Machine
        if self.folder is None:
            made = MemoryMachine(name)
        else:
            made = FolderMachine(name, self.folder / name)
        self._machines.append(made)
        return made

    def _desk(self, machine: Machine, site: Site, login: str, like: Desk | None = None) -> Desk:
        desk = Desk(self, site, machine, login)
        if like is not None:
            desk.resemble(like)
        desk.start()
        self.desks.append(desk)
        self._snapshots[desk] = []
        self.after(desk.dice.random(), desk.work)
        self.after(desk.dice.random(), desk.round)
        return desk

    # --- tickets ---

    def called(self, desk: Desk, ticket: str, fence: int) -> None:
        """Hear that a window calls a ticket (O7); a display drops a fence older than it showed."""
        key = (ticket, fence)
        holder = self._holders.get(ticket)
        if ticket not in self.lost_claims:
            if self.claims.get(key, desk.window) != desk.window:
                raise Broken(f"O7: {ticket} was called twice with fence {fence}")
            if key in self.claims:
                # A cloned PC asks what its twin has asked, and gets the same answer.
                self.count["same answer"] += 1
                return
            if fence < self._shown.get(ticket, 0):
                self.count["older fence"] += 1
                return
            if holder is not None and holder[0] != desk.window:
                raise Broken(f"O7: {ticket} is held by two windows")
        self.claims[key] = desk.window
        self._holders[ticket], self._shown[ticket] = (desk.window, fence), fence

    def let_go(self, desk: Desk, ticket: str, fence: int) -> None:
        if self._holders.get(ticket) == (desk.window, fence):
            del self._holders[ticket]

    # --- faults ---

    def _fault(self) -> None:
        names = list(FAULTS)
        name = self.dice.choices(names, [FAULTS[known] for known in names])[0]
        self.count[name] += 1
        getattr(self, f"_{name.replace(' ', '_')}")(self.dice.choice(self.desks))
        self.after(self.dice.expovariate(1 / 1.2), self._fault)

    def _restart(self, desk: Desk) -> None:
        desk.stop()
        desk.start()

    def _kill(self, desk: Desk) -> None:
        desk.machine.power.left = self.dice.randrange(60)

    def _disk_fault(self, desk: Desk) -> None:
        power = desk.machine.power
        power.fault, power.lands = self.dice.choice((FULL, BROKEN)), self.dice.random() < 0.3

    def _save(self, desk: Desk) -> None:
        if desk.doubt is None:
            desk.stop()
            self._snapshots[desk].append(self._snapshot(desk))
            desk.start()

    def _snapshot(self, desk: Desk) -> Snapshot:
        machine = desk.machine.copy("")
        self._machines.append(machine)
        kept, numbers = frozenset(desk.kept), frozenset(desk.numbers)
        return Snapshot(machine, kept, numbers, dict(desk.held), desk.trusted)

    def _put_back(self, desk: Desk) -> None:
        self._restore(desk, witness=False)

    def _put_back_unseen(self, desk: Desk) -> None:
        self._restore(desk, witness=True)

    def _restore(self, desk: Desk, *, witness: bool) -> None:
        """Put an older copy of the data back; with the witness too nobody can tell at once."""
        if not self._snapshots[desk] or desk.doubt is not None:
            return
        old = self.dice.choice(self._snapshots[desk])
        desk.stop()
        desk.machine.put_back(old.machine, witness=witness)
        if witness:
            # These numbers may be printed twice: no store can know.
            self.excused |= desk.numbers - old.numbers
        self._forget_claims(desk)
        desk.kept, desk.held, desk.trusted = set(old.kept), dict(old.held), old.trusted
        desk.start()

    def _forget_claims(self, desk: Desk) -> None:
        """What a disk knew of the queue, and of requests under way, is gone with it."""
        self.lost_claims |= {
            name
            for name, ticket in desk.site.ground.tickets.items()
            if desk.login in (ticket.station, self.claims.get((name, ticket.fence)))
        }

    def _clone(self, desk: Desk) -> None:
        """Put a copy of a PC's whole disk into another machine, with the same login."""
        if len(self.desks) >= MOST_DESKS or desk.doubt is not None:
            return
        desk.stop()
        name = f"{desk.machine.name}-{len(self.desks)}"
        machine = desk.machine.copy(name)
        self._machines.append(machine)
        desk.start()
        self._desk(machine, desk.site, desk.login, like=desk)

    def _backup(self, desk: Desk) -> None:
        desk.site.keep_copy()

    def _failover(self, desk: Desk) -> None:
        """The server is lost, or taken for lost; an older copy takes its place."""
        if desk.site.copies:
            self.lost_claims |= desk.site.fall_back(self.dice.choice(desk.site.copies))

    def _old_gone(self, desk: Desk) -> None:
        desk.site.old = None

    def _server_down(self, desk: Desk) -> None:
        desk.site.is_down = True

        def up() -> None:
            desk.site.is_down = False

        self.after(self.dice.uniform(1, 20), up)

    def _partition(self, desk: Desk) -> None:
        desk.wire.is_cut = True

        def mend() -> None:
            desk.wire.is_cut = False

        self.after(self.dice.uniform(1, 60), mend)

    def _clock_jump(self, desk: Desk) -> None:
        seconds = self.dice.choice((-86400, -3600, -60, 0, 0, 0, 60, 3600, 86400))
        desk.skew = timedelta(seconds=seconds)

    def _suspend(self, _: Desk) -> None:
        """Everybody sleeps for two hours, in the middle of whatever is under way."""
        self.now += timedelta(hours=2)

    def _revoke(self, desk: Desk) -> None:
        if sum(other.is_revoked for other in self.desks) < 2:
            desk.site.ground.revoked.add(desk.login)

    def _readmit(self, desk: Desk) -> None:
        desk.site.ground.revoked.discard(desk.login)

    def _other_version(self, desk: Desk) -> None:
        """The program is brought up to date, or back to what it was."""
        desk.version = 1 - desk.version
        self._restart(desk)

    def _erase(self, desk: Desk) -> None:
        """A body's time is over: the hall keeps the stub, who pulls later gets no more."""
        log = desk.site.ground.log
        if log:
            at = self.dice.randrange(len(log))
            act = msgspec.structs.replace(log[at].act, body=None)
            log[at] = msgspec.structs.replace(log[at], act=act)
            self.erased.add(act.subject)

    # --- the calm ---

    def _calm(self) -> None:
        """Everything works again; every desk may finish what it began."""
        self.weather.is_calm = self.sealed.is_calm = True
        for site in self.sites:
            site.is_down, site.old = False, None
        for desk in self.desks:
            desk.wire.calm()
            desk.machine.power.back()
            desk.start()
        for _ in range(CALM_ROUNDS):
            for desk in self.desks:
                if not desk.is_revoked:
                    desk.settle_requests()
                desk.round()
        carrying.settle(self)
        for desk in self.desks:
            store = desk.copy.store
            while project.refresh(store, at=desk.now()):
                pass


FAULTS = {
    "restart": 4,
    "kill": 10,
    "disk fault": 5,
    "save": 4,
    "put back": 4,
    "put back unseen": 1.5,
    "clone": 1.5,
    "backup": 7,
    "failover": 4,
    "old gone": 1,
    "server down": 3,
    "partition": 4,
    "clock jump": 4,
    "suspend": 1,
    "revoke": 0.6,
    "readmit": 1,
    "other version": 1.5,
    "erase": 2,
}
"""How often each happens, by weight."""
