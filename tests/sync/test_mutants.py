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
from zcdesk.bench.simulation.sealed import SealedHall
from zcdesk.domain.act import Act, Position, next_chain
from zcdesk.domain.act import digest as digest_of
from zcdesk.errors import SurroundingsError
from zcdesk.store import (
    blobs,
    incarnation,
    meta,
    pages,
    persons,
    reader,
    replica,
    transaction,
    typed,
)
from zcdesk.store.hall import Acknowledged, Back, Placed, Pulled
from zcdesk.store.joined_hall import JoinedHall
from zcdesk.store.reader import Folded
from zcdesk.store.replica import Received
from zcdesk.store.rules import Rules
from zcdesk.store.store import Store
from zcdesk.store.transaction import Transaction
from zcdesk.sync.attachments import Attachments
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


def pages_do_not_travel_again_after_a_failover(patch: Patch) -> None:
    patch.setattr(blobs, "send_again", lambda tx: None)


def a_page_counts_as_sent_once_it_was_begun(patch: Patch) -> None:
    """What is cut then is never gone on with."""
    send_one = Attachments.send_one

    def hasty(self: Attachments, hall: Any, digest: str, whose: Any, go_on: Any) -> bool:
        self._note_sent(digest)
        return send_one(self, hall, digest, whose, go_on)

    patch.setattr(Attachments, "send_one", hasty)


def what_did_not_come_is_wanted_no_more(patch: Patch) -> None:
    fetch = Attachments.fetch

    def once(self: Attachments, hall: Any, digest: str, *rest: Any) -> bool:
        fetch(self, hall, digest, *rest)
        return True

    patch.setattr(Attachments, "fetch", once)


def records_do_not_travel_again_after_a_failover(patch: Patch) -> None:
    def pages_only(tx: Transaction) -> None:
        meta.put(tx, meta.PERSONS, "0")

    patch.setattr(persons, "send_again", pages_only)


def only_the_oldest_record_opens_a_page(patch: Patch) -> None:
    owners = pages.owners
    patch.setattr(pages, "owners", lambda reader, digest, every=False: owners(reader, digest))


def a_page_travels_as_it_is(patch: Patch) -> None:
    """Nothing is sealed: whoever reads the server's disk reads the page."""
    seal = pages.seal

    def open_(*given: Any, **named: Any) -> pages.Sealed:
        made, data = seal(*given, **named), given[4]
        content = digest_of(data)
        return pages.Sealed(data, tuple(one._replace(content=content) for one in made.names))

    patch.setattr(pages, "seal", open_)
    patch.setattr(pages, "opened", lambda key, digest, content: content)


def what_is_typed_stays_in_the_act(patch: Patch) -> None:
    patch.setattr(typed, "sealed", lambda tx, new: new)


def any_station_is_let_in(patch: Patch) -> None:
    """Another hall's server takes what it is given."""
    patch.setattr(SealedHall, "_is_known", lambda self, ground: True)


# With the seed that notices it first, so that an everyday run is short.
MUTANTS: dict[Callable[[Patch], None], int] = {
    trust_acknowledgements: 0,
    push_only_the_open_incarnation: 5,
    cursor_without_its_chain: 1,
    cursor_before_the_rows: 0,
    no_witness: 6,
    no_machine: 35,
    codes_go_on_after_a_failover: 34,
    spare_code_not_noted_first: 6,
    no_fork_check: 5,
    an_act_id_may_come_twice: 0,
    take_late_replies: 0,
    cut_moves_the_cursor_only: 1,
    nothing_laid_on_top_again: 0,
    places_given_apart_from_the_push: 0,
    no_request_ids: 7,
    no_fence: 6,
    every_clock_is_trusted: 0,
    a_failed_commit_is_taken_for_lost: 6,
    an_unreadable_act_stops_the_line: 10,
    pages_do_not_travel_again_after_a_failover: 10,
    a_page_counts_as_sent_once_it_was_begun: 22,
    what_did_not_come_is_wanted_no_more: 4,
    records_do_not_travel_again_after_a_failover: 10,
    only_the_oldest_record_opens_a_page: 38,
    a_page_travels_as_it_is: 1,
    any_station_is_let_in: 60,
    what_is_typed_stays_in_the_act: 7,
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
