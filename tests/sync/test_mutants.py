"""Each safeguard of the rounds switched off, one at a time: the schedules must notice."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import fix_sync_schedules
import msgspec
import pytest
from fix_sync_schedules import ShakyHall, World

from zcdesk.domain.act import Act, Position, next_chain
from zcdesk.errors import SurroundingsError
from zcdesk.store import incarnation, replica
from zcdesk.store.hall import Acknowledged, Placed, Pulled
from zcdesk.store.replica import Received
from zcdesk.sync.memory_hall import MemoryHall
from zcdesk.sync.station_copy import StoreCopy

Patch = pytest.MonkeyPatch
SEEDS = 20


def trust_acknowledgements(patch: Patch) -> None:
    """What was acknowledged is never sent again, whatever the order says."""
    sent: dict[object, int] = {}
    push, outbox = ShakyHall.push, StoreCopy.outbox

    def pushing(self: ShakyHall, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        answer = push(self, acts, epoch)
        for one in answer:
            sent[self.world, one.origin] = max(sent.get((self.world, one.origin), 0), one.seq)
        return answer

    def boxing(self: StoreCopy, limit: int) -> tuple[Act, ...]:
        known = {key[1]: seq for key, seq in sent.items()}
        return tuple(a for a in outbox(self, limit) if a.seq > known.get(a.origin, 0))

    patch.setattr(World, "__hash__", object.__hash__)
    patch.setattr(ShakyHall, "push", pushing)
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
            with self.store.transaction(clerk="", at=self._now()) as tx:
                tx.move(msgspec.structs.replace(tx.standing, position=pulled[-1].position))
            raise SurroundingsError("NET-20")
        return receive(self, pulled, epoch)

    patch.setattr(StoreCopy, "_receive", receiving)


def no_witness(patch: Patch) -> None:
    patch.setattr(incarnation, "strangeness", lambda *_: None)


def no_machine(patch: Patch) -> None:
    strangeness = incarnation.strangeness
    patch.setattr(
        incarnation,
        "strangeness",
        lambda standing, _, *a: strangeness(standing, standing.machine, *a),
    )


def codes_go_on_after_a_failover(patch: Patch) -> None:
    patch.setattr(fix_sync_schedules, "BUMP", 0)


def no_fork_check(patch: Patch) -> None:
    """Neither the hall nor the station looks whether a number has another content."""
    fault = MemoryHall._fault

    def blind(self: MemoryHall, act: Act) -> str | None:
        known = self.ground.tails.get(act.origin)
        return None if known and act.seq <= known[1] else fault(self, act)

    patch.setattr(MemoryHall, "_fault", blind)
    patch.setattr(replica._Receiving, "_make_room", lambda *_: None)


def take_late_replies(patch: Patch) -> None:
    patch.setattr(replica, "follows", lambda *_: True)


def nothing_laid_on_top_again(patch: Patch) -> None:
    def fold(self: replica._Receiving, act: Act, number: int, _: bool) -> None:
        before = self.tx.folded(act.subject)
        self.tx.put_folded(act.subject, replica.advance(self.tx.rules, before, act, number))

    patch.setattr(replica._Receiving, "_fold", fold)


# With the schedule that notices it first, so that an everyday run is short.
MUTANTS: dict[Callable[[Patch], None], int] = {
    trust_acknowledgements: 4,
    push_only_the_open_incarnation: 0,
    cursor_without_its_chain: 0,
    cursor_before_the_rows: 0,
    no_witness: 3,
    no_machine: 3,
    codes_go_on_after_a_failover: 4,
    no_fork_check: 0,
    take_late_replies: 0,
    nothing_laid_on_top_again: 2,
}


def fails(seed: int, folder: Path) -> bool:
    world = World(seed, folder)
    try:
        world.run(120)
    except Exception:  # noqa: BLE001 - any way of failing will do
        return True
    finally:
        world.close()
    return False


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_safeguard_that_is_off_is_noticed(
    mutant: Callable[[Patch], None], monkeypatch: Patch, tmp_path: Path
) -> None:
    mutant(monkeypatch)
    for seed in range(MUTANTS[mutant], SEEDS):
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            if fails(seed, Path(folder)):
                return
    pytest.fail("every schedule passed")
