"""One simulated PC: its process over its disk, what its clerk did, what it holds of the queue.

What must be there is counted here, apart from the store: by what a finished action was told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

import msgspec

from zcdesk.bench.simulation.carrying import Carrier
from zcdesk.bench.simulation.counterwork import Clerk, Done, rules_of
from zcdesk.bench.simulation.luck import dice
from zcdesk.bench.simulation.machine import Machine
from zcdesk.bench.simulation.network import Site, Wire
from zcdesk.bench.simulation.power import Killed
from zcdesk.domain.act import Act, Body, NewAct
from zcdesk.domain.ticket import Outcome as Ended
from zcdesk.domain.ticket import TicketCalled, TicketClosed, TicketReturned, TicketTaken
from zcdesk.errors import NotAllowed, StoreError, SurroundingsError
from zcdesk.store import drafts
from zcdesk.store.drafts import Draft
from zcdesk.store.hall import Back, Claim, Hall, Waiting, Wish
from zcdesk.store.store import Store
from zcdesk.store.transaction import CLOCK_TOLERANCE, Transaction
from zcdesk.sync.news import Outcome
from zcdesk.sync.round import delay, once
from zcdesk.sync.station_copy import StoreCopy

_ENDS = (TicketClosed.kind, TicketReturned.kind)

if TYPE_CHECKING:
    from zcdesk.bench.simulation.world import World


class Broken(AssertionError):
    """An oracle of sync 3.1 did not hold."""


class Desk:
    """A station of one hall.

    Attributes:
        kept: ids of acts this disk was told to keep. numbers: printed from it.
        skew: seconds its clock is ahead of the true time.
        trusted: the latest time on an act whose clock was to be believed.
        doubt: the action during which the process died; it is there whole or not at all.
    """

    def __init__(self, world: World, site: Site, machine: Machine, login: str) -> None:
        self.world, self.site, self.machine, self.login = world, site, machine, login
        self.window = login
        self.version = 0
        self.dice = dice(world.seed, f"{machine.name} clerk")
        self.random = dice(world.seed, machine.name).randbytes
        self.wire = Wire(world.weather, world.sealed, site, login, world.strangers_of(site))
        self.store: Store | None = None
        self.carrier: Carrier | None = None
        self.kept: set[str] = set()
        self.numbers: set[str] = set()
        self.held: dict[str, int] = {}
        self._past: dict[str, int] = {}
        self.skew = timedelta()
        self.trusted: datetime | None = None
        self.doubt: Done | None = None
        self.last = Outcome()
        self._failures = 0

    def resemble(self, other: Desk) -> None:
        """Be a copy of another PC."""
        self.kept, self.numbers, self.trusted = set(other.kept), set(other.numbers), other.trusted
        self.skew, self.version = other.skew, other.version

    def now(self) -> datetime:
        return self.world.now + self.skew

    @property
    def copy(self) -> StoreCopy:
        return StoreCopy(self._open(), self.now)

    @property
    def is_revoked(self) -> bool:
        return self.login in self.site.ground.revoked

    # --- the process ---

    def start(self) -> None:
        """Start the program; it may die while it opens its file, or end as the disk refuses."""
        if self.store is not None:
            return
        try:
            disk, key = self.machine.disk()
            rules, name = rules_of(self.version), self.machine.name
            store = Store.on(
                disk, key, at=self.now(), rules=rules, machine=name, random=self.random
            )
        except Killed:
            self.died()
            return
        except StoreError as error:
            self.world.count[f"disk {error.code}"] += 1
            self.died()
            return
        store.blobs = self.machine.blobs(store.blobs)
        self.store, self.carrier = store, Carrier(self, store)
        self._alive(self._settle_doubt)

    def stop(self) -> None:
        store, self.store, self.carrier = self.store, None, None
        if store is not None:
            store.close()
        self.machine.power.back()

    def died(self) -> None:
        self.store = self.carrier = None
        self.machine.off()
        self.world.count["killed"] += 1
        self.world.after(self.dice.uniform(1, 5), self.start)

    def work(self) -> None:
        """Do one thing at the window, if the program runs."""
        self._alive(self._work)
        self.world.after(self.dice.expovariate(1 / 1.6), self.work)

    def round(self) -> None:
        """Do one round with the hall and plan the next as the net lane does."""
        self._alive(self._round)
        self.world.after(delay(self._failures, self.dice.random()), self.round)

    def _alive(self, do: Callable[[], None]) -> None:
        """Do something if the program runs; it may die of it, or its disk refuse."""
        if self.store is None:
            return
        try:
            try:
                do()
            except StoreError as error:
                self._refused(error)
        except Killed:
            self.died()

    def _round(self) -> None:
        self.last = once(self.copy, cast(Hall, self.wire))
        self.world.count["round"] += 1
        self._failures = self._failures + 1 if self.last.code else 0
        self._shown()
        if not self.last.code and self.carrier is not None:
            self.carrier.carry()

    def _shown(self) -> None:
        """What the chip says must be true (O10)."""
        if self.wire.fresh and not self.last.code and not self.last.unsent:
            missing = self.kept - self.site.ground.ids
            if missing:
                raise Broken(f"O10: {self.machine.name} shows as sent what the hall has not")

    # --- the clerk ---

    def _work(self) -> None:
        store = self._open()
        with store.reading() as reader:
            pending = drafts.of_window(reader, self.window)
        roll = self.dice.random()
        if pending and roll < 0.8:
            self._ask(pending[0])
        elif roll < 0.5:
            clerk = Clerk(self.window, self.dice, version=self.version)
            page = self.carrier.scan() if self.carrier is not None else ""
            self._act(partial(clerk.act, page=page))
        elif roll < 0.6:
            self._want("take", f"ticket:{self.machine.name}-{self.dice.getrandbits(64):x}")
        elif roll < 0.8:
            self._want("claim", "")
        elif self.held:
            self._end(self.dice.choice(sorted(self.held)))
        elif self._past:
            self._end_again(self.dice.choice(sorted(self._past)))

    def _act(self, action: Callable[[Transaction], Done]) -> None:
        with self._open().transaction(clerk="0312", at=self.now()) as tx:
            done = self.doubt = action(tx)
        self.doubt = None
        self._keep(done)

    def _keep(self, done: Done) -> None:
        for act in done.acts:
            self._judge_clock(act)
        self.kept |= {act.id for act in done.acts}
        if done.page and self.carrier is not None:
            self.carrier.scanned(*done.page)
        if done.number:
            self.world.issued[done.number] += 1
            self.numbers.add(done.number)

    def _judge_clock(self, act: Act) -> None:
        """An act whose clock is behind what this file had recorded says so (O10)."""
        at = datetime.fromisoformat(act.at)
        trusted = self.trusted or at
        if act.clock_ok != (trusted - at <= CLOCK_TOLERANCE):
            raise Broken(f"O10: {self.machine.name} trusts a clock that was set back")
        self.trusted = max(at, trusted)

    def _settle_doubt(self) -> None:
        """Find out what became of the action the process died in."""
        done = self.doubt
        if done is None or not done.acts:
            self.doubt = None
            return
        with self._open().reading() as reader:
            there = [reader.act(act.id) is not None for act in done.acts]
        self.doubt = None
        if any(there) and not all(there):
            raise Broken(f"O1: half an action is on {self.machine.name}")
        if all(there):
            self._keep(done)
            self._note_calls(done)

    def _refused(self, error: StoreError) -> None:
        """A disk refused loudly: nothing of the action may be there."""
        self.world.count[f"disk {error.code}"] += 1
        done, self.doubt = self.doubt, None
        if done is not None and done.acts:
            with self._open().reading() as reader:
                if any(reader.act(act.id) is not None for act in done.acts):
                    raise Broken(f"O1: a refused action is on {self.machine.name}")

    # --- the queue: a request is durable before it is sent, and repeated until answered ---

    def _want(self, verb: str, ticket: str) -> None:
        def note(tx: Transaction) -> Done:
            drafts.put(tx, tx.new_id(), window=self.window, kind=verb, value=ticket.encode())
            return Done(())

        self._act(note)

    def _end(self, ticket: str) -> None:
        """Close a ticket, or send it back into the queue for any window."""
        is_back = self.dice.random() < 0.7

        def close(tx: Transaction) -> Done:
            value = msgspec.json.encode((ticket, self.held[ticket], is_back))
            drafts.put(tx, tx.new_id(), window=self.window, kind="release", value=value)
            closed = TicketClosed(window=self.window, outcome=Ended.CONSULTED)
            body = TicketReturned(reason="transfer") if is_back else closed
            return Done(_try(tx, ticket, body))

        self._act(close)
        self._past[ticket] = self.held.pop(ticket)
        self.world.let_go(self, ticket, self._past[ticket])

    def _end_again(self, ticket: str) -> None:
        """A PC that slept past its turn lets a ticket go that another window may have now."""

        def note(tx: Transaction) -> Done:
            value = msgspec.json.encode((ticket, self._past[ticket], True))
            drafts.put(tx, tx.new_id(), window=self.window, kind="release", value=value)
            return Done(())

        self._act(note)

    def _ask(self, request: Draft) -> None:
        hall, day = cast(Hall, self.wire), request.at[:10]
        try:
            match request.kind:
                case "take":
                    self._take(hall, request)
                case "claim":
                    claim = hall.claim(request.id, self.window, day, _first)
                    self._act(lambda tx: self._called(tx, request, claim))
                    if claim is not None:
                        self._hold(claim.ticket, claim.fence)
                case _:
                    ticket, fence, is_back = msgspec.json.decode(
                        request.value, type=tuple[str, int, bool]
                    )
                    hall.release(request.id, ticket, fence, Back() if is_back else None)
                    self._act(lambda tx: _drop(tx, request))
        except SurroundingsError as error:
            if isinstance(error, StoreError):
                raise

    def _take(self, hall: Hall, request: Draft) -> None:
        wish = Wish(
            ticket=request.value.decode(),
            day=request.at[:10],
            series="A",
            category="社会民生",
            taken_at=request.at,
        )
        taken = hall.take_ticket(request.id, wish)

        def record(tx: Transaction) -> Done:
            drafts.drop(tx, request.id)
            return Done(_try(tx, taken.ticket, TicketTaken(number=f"A{taken.serial:03}")))

        self._act(record)

    def _called(self, tx: Transaction, request: Draft, claim: Claim | None) -> Done:
        drafts.drop(tx, request.id)
        if claim is None:
            return Done(())
        body = TicketCalled(window=self.window, fence=claim.fence, request=request.id)
        return Done(_try(tx, claim.ticket, body))

    def _hold(self, ticket: str, fence: int) -> None:
        self.world.called(self, ticket, fence)
        self.held[ticket] = fence

    def _note_calls(self, done: Done) -> None:
        for act in done.acts:
            if act.kind == TicketCalled.kind and act.body is not None:
                body = msgspec.json.decode(act.body, type=TicketCalled)
                self._hold(act.subject, body.fence)
            elif act.kind in _ENDS and act.subject in self.held:
                self.world.let_go(self, act.subject, self.held.pop(act.subject))

    def settle_requests(self) -> None:
        """In the calm: have every request answered that is still open."""
        for _ in range(200):
            with self._open().reading() as reader:
                pending = drafts.of_window(reader, self.window)
            if not pending:
                return
            self._ask(pending[0])

    def _open(self) -> Store:
        assert self.store is not None
        return self.store


def _first(waiting: Sequence[Waiting]) -> str | None:
    return waiting[0].ticket


def _drop(tx: Transaction, request: Draft) -> Done:
    drafts.drop(tx, request.id)
    return Done(())


def _try(tx: Transaction, subject: str, body: Body) -> tuple[Act, ...]:
    try:
        return (tx.append(NewAct(subject=subject, body=body)),)
    except NotAllowed:
        return ()
