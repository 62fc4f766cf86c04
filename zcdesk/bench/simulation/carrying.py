"""Pages at simulated desks: scanned, sent with their records, looked at from other desks.

What must arrive is counted by the data itself, apart from every store. Faults strike between any
two pieces; whatever happened, in the end a page that any desk of its hall still has is whole at
each that may have it, one that nobody has is listed as missing, and no other hall has either.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from sqlalchemy import select

from zcdesk.bench.simulation.counterwork import TYPED
from zcdesk.bench.simulation.luck import dice
from zcdesk.bench.simulation.sealed import SealedGround
from zcdesk.domain.act import digest as digest_of
from zcdesk.errors import StoreError, SurroundingsError
from zcdesk.store import blobs, contents
from zcdesk.store.blobs import FETCH, PIECE
from zcdesk.store.engine import Prepared
from zcdesk.store.pages import MARK
from zcdesk.store.schema import person_key
from zcdesk.store.store import Store
from zcdesk.sync.attachments import ABSENT_SECONDS, Attachments
from zcdesk.sync.beside import Beside, fetch_persons, send_persons
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

if TYPE_CHECKING:
    from zcdesk.bench.simulation.desk import Desk
    from zcdesk.bench.simulation.world import World

_KEPT = Prepared(select(person_key.c.ref))
CALM_TIMES = 4
SIZES = (300, 300, PIECE - 40, PIECE + 5000)
"""Bytes of pages: one piece, one whose seal just takes a second, and two."""


class Page(NamedTuple):
    """A page somebody scanned for a subject of a hall."""

    hall: str
    subject: str
    data: bytes


class Carrier:
    """What one desk's running program does about pages."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self.desk, self.store = desk, store
        self.dice = dice(desk.world.seed, f"{desk.machine.name} pages {desk.world.now}")
        copy = StoreCopy(store, desk.now)
        self._attachments = Attachments(copy, _at_once, lambda: desk.world.now.timestamp())
        self._beside = Beside(store, desk.now)

    def scan(self) -> str:
        """Now and then keep a page for the next case; it is durable before any act names it."""
        if self.dice.random() > 0.35:
            return ""
        data = self.dice.randbytes(self.dice.choice(SIZES))
        return self.store.blobs.put(data)

    def scanned(self, digest: str, subject: str) -> None:
        """Note that an act names a page, once its action is through."""
        data = self.store.blobs.get(digest)
        assert data is not None
        hall = self.desk.site.ground.hall
        self.desk.world.pages.setdefault(digest, Page(hall, subject, data))
        self.desk.world.count["page"] += 1

    def carry(self) -> None:
        """After a round that went well: records and pages, until the connection is lost."""
        is_calm = self.desk.world.weather.is_calm
        if not is_calm and self.dice.random() < 0.4:
            return
        hall = cast(PostgresHall, self.desk.wire)
        try:
            self._beside.follow_epoch()
            send_persons(self._beside, hall)
            fetch_persons(self._beside, hall)
            go_on = _always if is_calm else lambda: self.dice.random() < 0.9
            self.desk.world.count["page sent"] += self._attachments.send(hall, go_on)
            if not is_calm and self.dice.random() < 0.3:
                self.look()
            self.desk.world.count["page fetched"] += self._attachments.fetch_wanted(hall, go_on)
        except SurroundingsError as error:
            if isinstance(error, StoreError):
                raise
            self.desk.world.count["carrying cut"] += 1

    def look(self, *, all_: bool = False) -> None:
        """Want pages that acts here name: one, or all."""
        missing = [d for d in self.named() if self.store.blobs.size(d) is None]
        wanted = missing if all_ else missing[:1]
        if wanted:
            with self.store.transaction(clerk="0312", at=self.desk.now()) as tx:
                for digest in wanted:
                    blobs.want(tx, digest, self.desk.world.pages[digest].subject)

    def named(self) -> list[str]:
        """Return the pages of this hall whose act, with its body, is in this store."""
        hall, found = self.desk.site.ground.hall, []
        with self.store.reading() as reader:
            for digest, page in self.desk.world.pages.items():
                if page.hall == hall and digest in contents.named(reader.acts(page.subject)):
                    found.append(digest)
        return found

    def listed(self) -> set[str]:
        """Return what is listed as wanted and not here."""
        with self.store.reading() as reader:
            return set(blobs.due(reader, FETCH, 10_000))


def settle(world: World) -> None:
    """In the calm: every desk wants every page it may have, and time passes between the rounds."""
    for _ in range(CALM_TIMES):
        for desk in _fit(world):
            assert desk.carrier is not None
            desk.carrier.look(all_=True)
            desk.carrier.carry()
        world.now += timedelta(seconds=ABSENT_SECONDS + 1)


def flaw(world: World) -> str:
    """Return what is wrong with the pages; empty if nothing is."""
    for site in world.sites:
        ground = site.ground
        if not ground.gave <= ground.members:
            return f"O9: {ground.hall} took what is sealed from another hall's station"
        for found in (
            _foreign(world, ground.hall, set(ground.pages)),
            _in_the_clear(world, ground.blobs),
            _typed(ground),
            _of_hall(world, ground.hall),
        ):
            if found:
                return found
    halls = ((desk.site.ground.hall, _held(world, desk)) for desk in world.desks)
    return next((found for hall, held in halls if (found := _foreign(world, hall, held))), "")


def _of_hall(world: World, hall: str) -> str:
    desks = [desk for desk in _fit(world) if desk.site.ground.hall == hall]
    records = {desk.machine.name: _records(desk) for desk in desks}
    everywhere: set[str] = set().union(*records.values())
    lacking = [name for name, refs in records.items() if refs != everywhere]
    if lacking:
        return f"O11: {lacking[0]} lacks a record that another desk has"
    held = {desk.machine.name: _held(world, desk) for desk in desks}
    for desk in desks:
        assert desk.carrier is not None
        listed = desk.carrier.listed()
        for digest in desk.carrier.named():
            there = digest in held[desk.machine.name]
            others = [name for name, digests in held.items() if digest in digests]
            if not there and others:
                return f"O11: {desk.machine.name} lacks a page that {others[0]} has"
            if not there and digest not in listed:
                return f"O11: {desk.machine.name} lacks a page and does not say so"
    return ""


def _held(world: World, desk: Desk) -> set[str]:
    """Return the pages that are whole at a desk, and what they should be."""
    assert desk.store is not None
    kept = desk.store.blobs
    return {d for d, page in world.pages.items() if kept.get(d) == page.data}


def _records(desk: Desk) -> set[str]:
    assert desk.store is not None
    with desk.store.reading() as reader:
        return {str(row[0]) for row in reader.run(_KEPT).fetchall()}


def _foreign(world: World, hall: str, digests: set[str]) -> str:
    strange = {d for d in digests if d in world.pages and world.pages[d].hall != hall}
    return f"O9: {len(strange)} pages of another hall at {hall}" if strange else ""


def _in_the_clear(world: World, stored: dict[str, bytes]) -> str:
    clear = [digest for digest, data in stored.items() if not data.startswith(MARK)]
    named = [digest for digest, data in stored.items() if digest_of(data) in world.pages]
    return f"O9: {len(clear + named)} pages lie at the server in the clear" if clear + named else ""


def _typed(ground: SealedGround) -> str:
    words = TYPED.encode()
    clear = any(words in (placed.act.body or b"") for placed in ground.log)
    return f"O9: what was typed stands in an act of {ground.hall}" if clear else ""


def _fit(world: World) -> list[Desk]:
    return [desk for desk in world.desks if not desk.is_revoked and desk.carrier is not None]


def _at_once(work: Callable[[], object]) -> object:
    return work()


def _always() -> bool:
    return True
