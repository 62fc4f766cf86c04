"""A station's copy of the hall's order: what is unsent, what was pulled, what must be taken back.

An act's place comes from the hall's server alone; own unsent acts are laid on top and folded again
when others' arrive. Never an own act lost: one that the order cannot take as it stands is parked
under another origin's name and written again under a new incarnation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, select, text

from zcdesk.domain.act import (
    GENESIS,
    START,
    Act,
    Position,
    flaw,
    next_chain,
)
from zcdesk.errors import SurroundingsError
from zcdesk.store.aside import (
    BRIEF_AFTER,
    BRIEF_PARKED,
    MOVE_ORIGIN,
    PARK,
    PARKED,
    REPLACE,
    Unsent,
    fields,
    last_placed,
    park,
)
from zcdesk.store.engine import Prepared, insert_into, upsert
from zcdesk.store.hall import UNSOUND, Placed
from zcdesk.store.reader import ACT_COLUMNS, Reader, act_of, advance
from zcdesk.store.schema import acts, cut_act, hall_log, incarnation, number_taken
from zcdesk.store.transaction import Transaction

_OWN = Prepared(
    select(incarnation.c.origin, incarnation.c.is_open, incarnation.c.seq).order_by(text("rowid"))
)
_AFTER = Prepared(
    select(*ACT_COLUMNS)
    .where(acts.c.origin == bindparam("origin"), acts.c.seq > bindparam("seq"))
    .order_by(acts.c.seq)
    .limit(bindparam("limit"))
)
_ADD_ACT = insert_into(acts)
_ADD_PLACE = insert_into(hall_log)
_ABOVE = Prepared(
    select(*ACT_COLUMNS, acts.c.pk)
    .join(hall_log, hall_log.c.act == acts.c.pk)
    .where(hall_log.c.hall == bindparam("hall"), hall_log.c.position > bindparam("position"))
)
_CUT_PLACES = Prepared(
    delete(hall_log).where(
        hall_log.c.hall == bindparam("hall"), hall_log.c.position > bindparam("position")
    )
)
_CUT_ACT = Prepared(delete(acts).where(acts.c.pk == bindparam("pk")))
_KEEP_CUT = upsert(cut_act)
_HAS_NUMBER = Prepared(select(number_taken.c.act).where(number_taken.c.act == bindparam("act")))
_CHAIN_AT = Prepared(
    select(hall_log.c.chain).where(
        hall_log.c.hall == bindparam("hall"), hall_log.c.position == bindparam("position")
    )
)
_ON_BASE = Prepared(
    select(acts.c.pk)
    .where(
        acts.c.subject == bindparam("subject"),
        acts.c.base == bindparam("base"),
        acts.c.hash != bindparam("hash"),
    )
    .limit(1)
)


class Forked(Exception):
    """The order holds acts of the open incarnation that were not written here.

    This file was put back, or copied, without the witness telling; begin a new incarnation first.
    """

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.origin = origin


class Received(NamedTuple):
    """What one batch brought.

    Attributes:
        others: acts of other stations. own: own acts that came back with their place.
        contested: subjects where some act came second.
    """

    others: int
    own: int
    contested: tuple[str, ...]


def outbox(reader: Reader, limit: int = 200, size: int = 1 << 20) -> tuple[Act, ...]:
    """Return own acts that are not in the hall's order, every incarnation's, each in sequence.

    Args:
        size: bytes of bodies after which no more is added.
    """
    found: list[Act] = []
    for origin, after in _tails(reader):
        for row in reader.run(_AFTER, (origin, after, limit - len(found))):
            act = act_of(row)
            size -= len(act.body or b"")
            if found and size < 0:
                return tuple(found)
            found.append(act)
        if len(found) >= limit:
            break
    return tuple(found)


def unsent(reader: Reader) -> tuple[Unsent, ...]:
    """Return every own act without a place, parked ones too, in brief."""
    found = [
        Unsent(*row)
        for origin, after in _tails(reader)
        for row in reader.run(BRIEF_AFTER, (origin, after))
    ]
    return (*found, *(Unsent(*row) for row in reader.run(BRIEF_PARKED)))


def last_common(reader: Reader, hall: str, points: Iterable[Position]) -> Position:
    """Return the newest of the authority's points that is in the own copy too."""
    for point in points:
        row = reader.run(_CHAIN_AT, (hall, point.number)).fetchone()
        if row is not None and row[0] == point.chain:
            return point
    return START


def join(tx: Transaction, epoch: int) -> None:
    """From now on places come from a server, whose order so far is the own one."""
    tx.flush()
    tx.move(msgspec.structs.replace(tx.standing, epoch=epoch))


def receive(tx: Transaction, hall: str, pulled: Sequence[Placed], epoch: int) -> Received:
    """Take in what follows the cursor: rows, read tables and cursor in this one transaction.

    Raises:
        SurroundingsError: not what follows: a gap, a chain or a hash that is wrong.
        Forked: see there; nothing may be committed then.
    """
    return _Receiving(tx, hall).run(pulled, epoch)


def follows(here: Position, placed: Placed) -> bool:
    """Tell whether an act's place is the one right after `here`, by number and by chain."""
    return placed.position == Position(here.number + 1, next_chain(here.chain, placed.act))


class _Receiving:
    """One batch on its way in."""

    def __init__(self, tx: Transaction, hall: str) -> None:
        tx.flush()
        self.tx, self.hall = tx, hall
        self.own = {origin: (is_open, seq) for origin, is_open, seq in tx.run(_OWN).fetchall()}
        self.waiting = {one.id: one for one in unsent(tx)}
        self.numbers = {(one.origin, one.seq): one for one in self.waiting.values()}
        self.on_top = {one.subject for one in self.waiting.values()}
        self.head = tx.standing
        self.acts: list[tuple[Any, ...]] = []
        self.places: list[tuple[Any, ...]] = []
        self.again: dict[str, None] = {}
        self.grown: dict[str, Act] = {}
        self.bases: set[tuple[str, str]] = set()
        self.new: set[str] = set()
        self.others = self.returned = 0

    def run(self, pulled: Sequence[Placed], epoch: int) -> Received:
        for placed in pulled:
            self._one(placed)
        self._flush()
        for origin, act in self.grown.items():
            self.tx.run(MOVE_ORIGIN, (act.seq, act.hash, origin))
        # An own act that waited moves from the top to its place, so its subject is folded afresh.
        for subject in self.again:
            self.tx.put_folded(subject, self.tx.refold(subject))
        self.tx.move(msgspec.structs.replace(self.head, epoch=max(epoch, self.head.epoch)))
        touched = dict.fromkeys(placed.act.subject for placed in pulled)
        contested = tuple(s for s in touched if self.tx.folded(s).contested)
        return Received(self.others, self.returned, contested)

    def _one(self, placed: Placed) -> None:
        position, act = placed.position, placed.act
        sound = act.hall == self.hall and flaw(act) is None
        if not (sound and follows(self.head.position, placed)):
            raise SurroundingsError(UNSOUND, origin=act.origin, seq=act.seq)
        known = self.waiting.pop(act.id, None)
        if known is None:
            pk = self._take_in(act)
        else:
            pk = known.pk
            self.returned += 1
            self.numbers.pop((known.origin, known.seq), None)
            if (known.origin, known.hash) != (act.origin, act.hash):
                # Another copy of this file was quicker; what follows here is written again.
                self._leave(known.origin, known.seq)
                self._make_room(act)
                self.tx.run(REPLACE, REPLACE.row({"of": pk, **fields(act)}))
        self.places.append((pk, self.hall, position.number, position.chain))
        self.head = msgspec.structs.replace(self.head, position=position)
        self._fold(act, position.number, known is not None)

    def _take_in(self, act: Act) -> int:
        """Keep an act that is new here, and make room for it where its number is taken."""
        self._make_room(act)
        pk = self.head.next_pk
        self.acts.append((pk, *msgspec.structs.astuple(act)))
        self.head = msgspec.structs.replace(self.head, next_pk=pk + 1)
        self.others += 1
        return pk

    def _make_room(self, act: Act) -> None:
        if act.origin not in self.own:
            return
        if self.own[act.origin][0]:
            raise Forked(act.origin)
        if (act.origin, act.seq) in self.numbers:
            self._leave(act.origin, act.seq)
        if act.seq > self.own[act.origin][1]:
            self.own[act.origin] = (0, act.seq)
            self.grown[act.origin] = act

    def _leave(self, origin: str, seq: int) -> None:
        """Park what waits of an own incarnation from `seq` on."""
        if origin not in self.own:
            return
        if self.own[origin][0]:
            raise Forked(origin)
        self._flush()
        park(self.tx, origin, seq)
        self.own[origin] = (0, seq - 1)
        self.waiting = {one.id: one for one in unsent(self.tx)}
        self.numbers = {(one.origin, one.seq): one for one in self.waiting.values()}

    def _flush(self) -> None:
        self.tx.run_many(_ADD_ACT, self.acts)
        self.tx.run_many(_ADD_PLACE, self.places)
        self.acts, self.places = [], []

    def _fold(self, act: Act, number: int, was_waiting: bool) -> None:
        subject = act.subject
        before = self.tx.folded(subject)
        if before.head == GENESIS:
            self.new.add(subject)
        on_top = was_waiting or subject in self.on_top or subject in self.again
        if on_top or self._may_be_second(act, before.head):
            self.again[subject] = None
        else:
            self.tx.put_folded(subject, advance(self.tx.rules, before, act, number))
        self.bases.add((subject, act.base))

    def _may_be_second(self, act: Act, head: str) -> bool:
        """Tell whether another act may have taken the base of one that excludes others.

        After a server fell back, an act may be placed before the one it was based on; then even
        an act on the head of its subject is the second on that base.
        """
        if act.kind not in self.tx.rules.exclusive:
            return False
        if act.base != head:
            return True
        known = (act.subject, act.base)
        if known in self.bases or act.subject in self.new:
            # Of a subject that is new every act, and so every base, is in this batch.
            return known in self.bases
        return self.tx.run(_ON_BASE, (*known, act.hash)).fetchone() is not None


def cut(tx: Transaction, hall: str, to: Position) -> int:
    """Take the copy back to a common point; return how many places are gone.

    Own acts above it are unsent again by that alone; others' are kept aside and come again.
    """
    tx.flush()
    own = {origin for origin, _, _ in tx.run(_OWN).fetchall()}
    above = tx.run(_ABOVE, (hall, to.number)).fetchall()
    tx.run(_CUT_PLACES, (hall, to.number))
    for row in above:
        act, pk = act_of(row), row[-1]
        if act.origin in own:
            continue
        if tx.run(_HAS_NUMBER, (pk,)).fetchone() is not None:
            # Written here once and placed by another copy of this file: it is ours to bring back.
            tx.run(PARK, (f"{PARKED}{act.hash[-12:]}:{act.origin}", pk))
        else:
            kept = (act.hash, act.origin, act.seq, msgspec.msgpack.encode(act))
            tx.run(_KEEP_CUT, kept)
            tx.run(_CUT_ACT, (pk,))
    for subject in dict.fromkeys(act_of(row).subject for row in above):
        tx.put_folded(subject, tx.refold(subject))
    tx.move(msgspec.structs.replace(tx.standing, position=to))
    return len(above)


def _tails(reader: Reader) -> list[tuple[str, int]]:
    """Return (own origin, its last placed number), oldest first.

    The order holds of each origin a beginning without gaps, so what is unsent is a tail.
    """
    reader.flush()
    origins = [row[0] for row in reader.run(_OWN).fetchall()]
    return [(origin, last_placed(reader, origin)) for origin in origins]
