"""Each safeguard switched off, one at a time: the simulation must notice within a few seeds.

The switches are patches made here; no setting and no command of the program knows them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from zcdesk.bench.simulation import network, seeds
from zcdesk.domain.act import Act, Position, next_chain
from zcdesk.errors import SurroundingsError
from zcdesk.store import incarnation, reader, replica, transaction
from zcdesk.store.hall import Acknowledged, Back, Placed, Pulled
from zcdesk.store.joined_hall import JoinedHall
from zcdesk.store.reader import Folded
from zcdesk.store.replica import Received
from zcdesk.store.rules import Rules
from zcdesk.store.store import Store
from zcdesk.store.transaction import Transaction
from zcdesk.sync.memory_hall import Ground, MemoryHall, _Ticket
from zcdesk.sync.station_copy import StoreCopy

Patch = pytest.MonkeyPatch
SEEDS = 300
"""As many as an everyday run plays: whoever switches a safeguard off hears of it the same day."""


def trust_acknowledgements(patch: Patch) -> None:
    """An outbox that is emptied by the answer, not by what comes back in the order."""
    sent: dict[str, int] = {}
    push, outbox = MemoryHall.push, StoreCopy.outbox

    def pushing(self: MemoryHall, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        answer = push(self, acts, epoch)
        for one in answer:
            sent[one.origin] = max(sent.get(one.origin, 0), one.seq)
        return answer

    def boxing(self: StoreCopy, limit: int) -> tuple[Act, ...]:
        return tuple(a for a in outbox(self, limit) if a.seq > sent.get(a.origin, 0))

    patch.setattr(MemoryHall, "push", pushing)
    patch.setattr(StoreCopy, "outbox", boxing)


def push_only_the_open_incarnation(patch: Patch) -> None:
    tails = replica._tails
    patch.setattr(replica, "_tails", lambda reader: tails(reader)[-1:])


def cursor_without_its_chain(patch: Patch) -> None:
    """The hall goes by the number alone, and so does the station."""

    def pull(self: MemoryHall, after: Position, limit: int) -> Pulled:
        chain, placed = after.chain, []
        for one in self.ground.log[after.number : after.number + limit]:
            chain = next_chain(chain, one.act)
            placed.append(Placed(Position(one.position.number, chain), one.act))
        return Pulled(tuple(placed), epoch=self.ground.epoch)

    patch.setattr(MemoryHall, "pull", pull)


def cursor_before_the_rows(patch: Patch) -> None:
    """The cursor is kept first; now and then the process ends before the rows are."""
    luck = random.Random(1)
    receive = StoreCopy._receive

    def receiving(self: StoreCopy, pulled: Sequence[Placed], epoch: int) -> Received:
        if luck.random() < 0.1:
            with self.store.transaction(clerk="", at=self.now()) as tx:
                tx.move(msgspec.structs.replace(tx.standing, position=pulled[-1].position))
            raise SurroundingsError("NET-20")
        return receive(self, pulled, epoch)

    patch.setattr(StoreCopy, "_receive", receiving)


def no_witness(patch: Patch) -> None:
    patch.setattr(incarnation, "strangeness", lambda *_: None)


def no_machine(patch: Patch) -> None:
    """A clone goes on as the incarnation it was copied from."""
    strangeness = incarnation.strangeness
    patch.setattr(
        incarnation,
        "strangeness",
        lambda standing, _, *a: strangeness(standing, standing.machine, *a),
    )


def codes_go_on_after_a_failover(patch: Patch) -> None:
    patch.setattr(network, "CODES_APART", 0)


def spare_code_not_noted_first(patch: Patch) -> None:
    """A code is used before the witness knows; a restored copy uses it again."""
    init = JoinedHall.__init__

    def careless(self: JoinedHall, *args: Any, **named: Any) -> None:
        init(self, *args, **{**named, "keep": lambda _: None})

    patch.setattr(JoinedHall, "__init__", careless)


def no_fork_check(patch: Patch) -> None:
    """Neither the hall nor the station looks whether a number has another content."""
    fault = MemoryHall._fault

    def blind(self: MemoryHall, act: Act) -> str | None:
        known = self.ground.tails.get(act.origin)
        return None if known and act.seq <= known[1] else fault(self, act)

    patch.setattr(MemoryHall, "_fault", blind)
    patch.setattr(replica._Receiving, "_make_room", lambda *_: None)


def an_act_id_may_come_twice(patch: Patch) -> None:
    fault = MemoryHall._fault

    def forgetful(self: MemoryHall, act: Act) -> str | None:
        self.ground.ids.discard(act.id)
        return fault(self, act)

    patch.setattr(MemoryHall, "_fault", forgetful)


def take_late_replies(patch: Patch) -> None:
    patch.setattr(replica, "follows", lambda *_: True)


def cut_moves_the_cursor_only(patch: Patch) -> None:
    """What a fallen-back hall no longer has stays in the copy."""

    def cut(tx: Transaction, hall: str, to: Position) -> int:
        tx.move(msgspec.structs.replace(tx.standing, position=to))
        return 0

    patch.setattr(replica, "cut", cut)


def nothing_laid_on_top_again(patch: Patch) -> None:
    def fold(self: replica._Receiving, act: Act, number: int, _: bool) -> None:
        before = self.tx.folded(act.subject)
        self.tx.put_folded(act.subject, replica.advance(self.tx.rules, before, act, number))

    patch.setattr(replica._Receiving, "_fold", fold)


def places_given_apart_from_the_push(patch: Patch) -> None:
    """A sequence as places: some acts show later than others with higher numbers."""
    luck = random.Random(1)
    push, head = MemoryHall.push, Ground.head.fget
    late: dict[int, list[Placed]] = {}
    assert head is not None

    def last(ground: Ground) -> Position:
        shown, hidden = head(ground), late.get(id(ground), [])
        return max((shown, *(one.position for one in hidden)), key=lambda place: place.number)

    def pushing(self: MemoryHall, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        ground, before = self.ground, self.ground.head.number
        answer = push(self, acts, epoch)
        hidden = late.pop(id(ground), [])
        ground.log.sort(key=lambda one: one.position.number)
        if luck.random() < 0.2:
            late[id(ground)] = [one for one in ground.log if one.position.number > before]
            ground.log[:] = [one for one in ground.log if one.position.number <= before]
        ground.log.extend(hidden)
        ground.log.sort(key=lambda one: one.position.number)
        return answer

    def pull(self: MemoryHall, after: Position, limit: int) -> Pulled:
        found = [one for one in self.ground.log if one.position.number > after.number]
        return Pulled(tuple(found[:limit]), epoch=self.ground.epoch)

    patch.setattr(Ground, "head", property(last))
    patch.setattr(MemoryHall, "push", pushing)
    patch.setattr(MemoryHall, "pull", pull)
    patch.setattr(replica, "follows", lambda *_: True)


def no_request_ids(patch: Patch) -> None:
    """A repeated request is done once more."""
    patch.setattr(MemoryHall, "_once", lambda self, request, verb, do: do())


def no_fence(patch: Patch) -> None:
    """Whoever once held a ticket may let it go."""
    let_go = MemoryHall._let_go

    def anybody(self: MemoryHall, ticket: str, fence: int, back: Back | None) -> bool:
        held: _Ticket | None = self.ground.tickets.get(ticket)
        if held is not None:
            fence, held.station = held.fence, self.station
        return let_go(self, ticket, fence, back)

    patch.setattr(MemoryHall, "_let_go", anybody)


def every_clock_is_trusted(patch: Patch) -> None:
    patch.setattr(transaction, "CLOCK_TOLERANCE", timedelta(days=9999))


def a_failed_commit_is_taken_for_lost(patch: Patch) -> None:
    patch.setattr(Store, "_has_landed", lambda *_: False)


def an_unreadable_act_stops_the_line(patch: Patch) -> None:
    def advance(rules: Rules, before: Folded, act: Act, position: int) -> Folded:
        body = rules.decode_body(act)
        unknown = before.unknown or act.kind not in rules.kinds
        state = rules.fold(before.state, act, body)
        return Folded(state, act.hash, position, unknown, before.contested)

    patch.setattr(reader, "advance", advance)
    patch.setattr(replica, "advance", advance)


# With the seed that notices it first, so that an everyday run is short.
MUTANTS: dict[Callable[[Patch], None], int] = {
    trust_acknowledgements: 0,
    push_only_the_open_incarnation: 5,
    cursor_without_its_chain: 0,
    cursor_before_the_rows: 0,
    no_witness: 5,
    no_machine: 5,
    codes_go_on_after_a_failover: 88,
    spare_code_not_noted_first: 30,
    no_fork_check: 5,
    an_act_id_may_come_twice: 0,
    take_late_replies: 0,
    cut_moves_the_cursor_only: 0,
    nothing_laid_on_top_again: 0,
    places_given_apart_from_the_push: 0,
    no_request_ids: 7,
    no_fence: 53,
    every_clock_is_trusted: 0,
    a_failed_commit_is_taken_for_lost: 6,
    an_unreadable_act_stops_the_line: 6,
}


@pytest.mark.req("R128")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_safeguard_that_is_off_is_noticed(
    mutant: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    mutant(monkeypatch)
    first = MUTANTS[mutant]
    tried = ((seed % SEEDS, seeds.STEPS) for seed in range(first, first + SEEDS))
    assert any(seeds.play(one)[0] is not None for one in tried)
