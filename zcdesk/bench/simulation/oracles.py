"""The oracles of sync 3.1, asked when everything is calm; each reads what the desks cannot fake.

O9 is asked here for rows of another hall; who may have which body is the attack suite's.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.bench.simulation import carrying
from zcdesk.bench.simulation.desk import Broken, Desk
from zcdesk.bench.simulation.network import Site
from zcdesk.domain.act import START, Act, Position, flaw, next_chain
from zcdesk.store.engine import Prepared
from zcdesk.store.reader import ACT_COLUMNS, Reader, act_of
from zcdesk.store.schema import READ_TABLES, acts, hall_log
from zcdesk.store.verify import verify
from zcdesk.sync.memory_hall import REVOKED

if TYPE_CHECKING:
    from zcdesk.bench.simulation.world import World

_HALLS = Prepared(select(acts.c.id, acts.c.hall))
_COPY = Prepared(
    select(*ACT_COLUMNS).join(hall_log, hall_log.c.act == acts.c.pk).order_by(hall_log.c.position)
)
_TABLES = tuple(
    (
        table.name,
        Prepared(
            select(
                table.c.subject, *(c for c in table.c if c.name not in ("pk", "subject"))
            ).order_by(table.c.subject)
        ),
    )
    for table in READ_TABLES
)


def judge(world: World) -> None:
    """Ask all oracles.

    Raises:
        Broken: the first that does not hold.
    """
    for site in world.sites:
        desks = [desk for desk in world.desks if desk.site is site and not desk.is_revoked]
        _nothing_lost(site, desks)
        _in_order(site)
        _agreed(world, site, desks)
        _queue(world, site)
    for desk in world.desks:
        _own_file(desk)
    wrong = carrying.flaw(world)
    _must(not wrong, wrong)
    twice = {number for number, times in world.issued.items() if times > 1} - world.excused
    _must(not twice, f"O6: printed twice: {sorted(twice)}")


def _must(holds: bool, words: str) -> None:
    if not holds:
        raise Broken(words)


def _nothing_lost(site: Site, desks: list[Desk]) -> None:
    times = Counter(placed.act.id for placed in site.ground.log)
    kept: set[str] = set().union(*(desk.kept for desk in desks))
    lost = kept - set(times)
    _must(not lost, f"O1: {len(lost)} acts are not in the order of {site.ground.hall}")
    _must(all(count == 1 for count in times.values()), "O2: an act is placed twice")


def _in_order(site: Site) -> None:
    here, tails = START, Counter[str]()
    for placed in site.ground.log:
        act = placed.act
        here = Position(here.number + 1, next_chain(here.chain, act))
        tails[act.origin] += 1
        _must(placed.position == here, f"O3: the order breaks at {here.number}")
        _must(act.seq == tails[act.origin], f"O3: {act.origin} has a gap at {act.seq}")
        _must(flaw(act) is None, f"O4: the act at {here.number} is not what was hashed")
        _must(act.hall == site.ground.hall, f"O9: another hall's act at {here.number}")


def _agreed(world: World, site: Site, desks: list[Desk]) -> None:
    """Every copy equals the order; read tables are equal where the program's version is."""
    order = [placed.act.hash for placed in site.ground.log]
    tables: dict[int, list[tuple[object, ...]]] = {}
    for desk in desks:
        name, outcome = desk.machine.name, desk.last
        _must(
            not outcome.code and not outcome.unsent,
            f"O8: {name} ended with {outcome.code or 'no fault'} and {outcome.unsent} unsent",
        )
        _must(desk.copy.position == site.ground.head, f"O8: {name} is not at the head")
        with desk.copy.store.reading() as reader:
            copy = _copy(reader)
            _must([act.hash for act in copy] == order, f"O5: the copy of {name} differs")
            rows = _rows(reader, world.erased)
            _must(tables.setdefault(desk.version, rows) == rows, f"O5: read tables of {name}")


def _copy(reader: Reader) -> list[Act]:
    return [act_of(row) for row in reader.run(_COPY)]


def _rows(reader: Reader, erased: set[str]) -> list[tuple[object, ...]]:
    """Return the read tables; what an erased body told depends on when it was pulled."""
    found: list[tuple[object, ...]] = []
    for name, rows in _TABLES:
        found += [(name, *row) for row in reader.run(rows) if row[0] not in erased]
    return found


def _own_file(desk: Desk) -> None:
    """Each file verifies, holds its own hall only, and all it was told to keep."""
    name = desk.machine.name
    faults = {finding.fault.value for finding in verify(desk.copy.store).findings}
    _must(not faults, f"O4: {name} verifies with {sorted(faults)}")
    with desk.copy.store.reading() as reader:
        halls = dict(reader.run(_HALLS).fetchall())
    _must(set(halls.values()) <= {desk.site.ground.hall}, f"O9: a foreign act on {name}")
    missing = desk.kept - set(halls)
    _must(not missing, f"O1: {len(missing)} acts are gone from {name}")
    if desk.is_revoked:
        _must(desk.last.code == REVOKED, f"O8: {name} is revoked and was told {desk.last.code}")


def _queue(world: World, site: Site) -> None:
    """A held ticket is known at some window, but for what a lost disk or server forgot."""
    late = set().union(*(desk.wire.late_claims for desk in world.desks))
    for name, ticket in site.ground.tickets.items():
        known = (name, ticket.fence) in world.claims or ticket.station in site.ground.revoked
        if ticket.state == "held" and name not in world.lost_claims | late:
            _must(known, f"O7: {name} is held and no window knows")
