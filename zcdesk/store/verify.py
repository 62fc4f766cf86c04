"""Walking every chain: which act was altered, removed or put in, and exactly where.

One pass in the hall's order, holding one line per incarnation. Never a repair: what is found is
put before a person.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import bindparam, select

from zcdesk.domain.act import GENESIS, START, Act, Position, flaw, next_chain
from zcdesk.errors import StoreError
from zcdesk.store.engine import Prepared
from zcdesk.store.persons import opened
from zcdesk.store.reader import ACT_COLUMNS, Reader, act_of
from zcdesk.store.replica import PARKED
from zcdesk.store.schema import (
    acts,
    cursor,
    hall_head,
    hall_log,
    incarnation,
    number_block,
    number_taken,
    person,
    person_key,
)

if TYPE_CHECKING:
    from zcdesk.store.store import Store
    from zcdesk.store.witness import Testimony


class Fault(StrEnum):
    """What is wrong at the place a finding names."""

    BODY = "body"
    ENVELOPE = "envelope"
    ALTERED = "altered"
    REMOVED = "removed"
    INSERTED = "inserted"
    ORDER = "order"
    NUMBER = "number"
    PERSON = "person"
    WITNESS = "witness"
    FILE = "file"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it was written.

    Attributes:
        origin, seq: the act, by its incarnation's number; 0 where no act can be named.
        position: its place in the hall's order; 0 where it has none.
        detail: what else is known: a subject, a number, a page.
    """

    fault: Fault
    origin: str = ""
    seq: int = 0
    position: int = 0
    detail: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a walk; clean if nothing was found."""

    acts: int
    incarnations: int
    position: Position
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        return not self.findings


class _Tail(msgspec.Struct):
    """The last act seen of one incarnation."""

    seq: int = 0
    hash: str = GENESIS
    position: int = 0


_LOG = Prepared(
    select(*ACT_COLUMNS, hall_log.c.position, hall_log.c.chain)
    .select_from(hall_log.outerjoin(acts, acts.c.pk == hall_log.c.act))
    .where(hall_log.c.hall == bindparam("hall"))
    .order_by(hall_log.c.position)
)
_UNPLACED = Prepared(
    select(*ACT_COLUMNS)
    .select_from(acts.outerjoin(hall_log, hall_log.c.act == acts.c.pk))
    .where(hall_log.c.act.is_(None))
    .order_by(acts.c.origin, acts.c.seq)
)
_CURSOR = Prepared(
    select(cursor.c.position, cursor.c.chain).where(cursor.c.hall == bindparam("hall"))
)
_HEAD = Prepared(
    select(hall_head.c.position, hall_head.c.chain).where(hall_head.c.hall == bindparam("hall"))
)
_INCARNATIONS = Prepared(
    select(incarnation.c.origin, incarnation.c.seq, incarnation.c.hash).order_by(
        incarnation.c.began_at
    )
)
_OPEN = Prepared(
    select(incarnation.c.origin, incarnation.c.seq, incarnation.c.hash).where(
        incarnation.c.is_open == 1
    )
)
_BLOCKS = Prepared(
    select(number_block.c.code, number_block.c.next_serial).order_by(number_block.c.code)
)
_TAKEN = Prepared(
    select(number_taken.c.serial, acts.c.pk)
    .select_from(number_taken.outerjoin(acts, acts.c.pk == number_taken.c.act))
    .where(number_taken.c.code == bindparam("code"))
    .order_by(number_taken.c.serial)
)
_PERSONS = Prepared(
    select(
        person.c.subject,
        person.c.ref,
        person.c.salt,
        person.c.digest,
        person.c.nonce,
        person.c.sealed,
        person_key.c.key,
    ).join(person_key, person_key.c.ref == person.c.ref)
)


def verify(store: Store) -> Report:
    """Walk the whole store; findings name the exact place of each fault."""
    findings: list[Finding] = []
    walk = _Walk(store.hall)
    try:
        with store.reading() as reader:
            findings += _pages(reader)
            walk.run(reader)
            findings += walk.findings
            findings += _numbers(reader)
            findings += _persons(reader)
            findings += _witnessed(reader, store.testimony)
    except StoreError as error:
        findings += [*walk.findings, Finding(fault=Fault.FILE, detail=error.code)]
    return Report(
        acts=walk.count,
        incarnations=len(walk.tails),
        position=walk.place,
        findings=tuple(findings),
    )


class _Doubt(NamedTuple):
    """An act that does not lead to the chain its place says: one of the two was altered.

    Attributes:
        chain: what the act does lead to; the next place tells which of them it was.
    """

    act: Act
    position: int
    chain: str


class _Walk:
    """One pass over the hall's order.

    Attributes:
        lost: positions without their act, until the incarnation they belong to is known.
    """

    def __init__(self, hall: str) -> None:
        self.hall = hall
        self.count = 0
        self.place = START
        self.tails: dict[str, _Tail] = {}
        self.lost: list[int] = []
        self._found: dict[tuple[str, int], Finding] = {}
        self._other: list[Finding] = []
        self._doubt: _Doubt | None = None

    @property
    def findings(self) -> list[Finding]:
        return [*self._found.values(), *self._other]

    def run(self, reader: Reader) -> None:
        for row in reader.run(_LOG, (self.hall,)):
            self._step(row)
        self._end(reader)

    def _step(self, row: tuple[Any, ...]) -> None:
        number, chain = row[-2:]
        missing = range(self.place.number + 1, number)
        self.lost += missing
        if row[0] is None:
            self.lost.append(number)
            self._settle(self.place.chain)
        else:
            act = act_of(row)
            self.count += 1
            self._own_chain(act, number)
            if missing:
                self._settle(self.place.chain)
            else:
                self._hall_chain(act, number, chain)
        # The order's own record is trusted from here on, so one fault is named once.
        self.place = Position(number, chain)

    def _hall_chain(self, act: Act, number: int, chain: str) -> None:
        leads_to = next_chain(self.place.chain, act)
        doubt = self._doubt
        if doubt is not None and leads_to != chain and next_chain(doubt.chain, act) == chain:
            self._settle(doubt.chain)
            return
        self._settle(self.place.chain)
        if leads_to != chain:
            self._doubt = _Doubt(act, number, leads_to)

    def _settle(self, chain: str) -> None:
        """Name what is in doubt, now that the chain that goes on from there is known."""
        if self._doubt is None:
            return
        act, position, leads_to = self._doubt
        self._doubt = None
        if chain == leads_to:
            self._other.append(Finding(fault=Fault.ORDER, position=position))
        else:
            self._add(Fault.ALTERED, act.origin, act.seq, position, act.subject)

    def _own_chain(self, act: Act, position: int) -> None:
        wrong = flaw(act)
        if wrong is not None:
            self._add(Fault(wrong), act.origin, act.seq, position, act.subject)
        tail = self.tails.setdefault(act.origin, _Tail())
        if act.seq <= tail.seq:
            self._add(Fault.INSERTED, act.origin, act.seq, position, act.subject)
            return
        if act.seq > tail.seq + 1:
            self._removed(act.origin, range(tail.seq + 1, act.seq), tail.position)
        elif act.prev != tail.hash and wrong != "envelope":
            self._add(Fault.ALTERED, act.origin, tail.seq, tail.position, "")
        tail.seq, tail.hash, tail.position = act.seq, act.hash, position

    def _removed(self, origin: str, missing: range, after: int) -> None:
        """Name acts that are gone, with the positions that lost theirs since."""
        places = [number for number in self.lost if number > after]
        for at, seq in enumerate(missing):
            number = places[at] if at < len(places) else 0
            if number:
                self.lost.remove(number)
            self._add(Fault.REMOVED, origin, seq, number, "")

    def _end(self, reader: Reader) -> None:
        head = reader.run(_HEAD, (self.hall,)).fetchone() or (0, GENESIS)
        self.lost += range(self.place.number + 1, head[0] + 1)
        self._settle(head[1])
        self._unplaced(reader)
        for origin, seq, hash_ in reader.run(_INCARNATIONS).fetchall():
            tail = self.tails.setdefault(origin, _Tail())
            if seq > tail.seq:
                self._removed(origin, range(tail.seq + 1, seq + 1), tail.position)
            elif seq < tail.seq:
                for extra in range(seq + 1, tail.seq + 1):
                    self._add(Fault.INSERTED, origin, extra, tail.position, "")
            elif hash_ != tail.hash:
                self._add(Fault.ALTERED, origin, seq, tail.position, "")
        self._other += [Finding(fault=Fault.REMOVED, position=number) for number in self.lost]
        if not self.findings and Position(*head) != self.place:
            self._other.append(Finding(fault=Fault.ORDER, position=head[0]))

    def _unplaced(self, reader: Reader) -> None:
        """Own acts on their way to a server have no place yet; nothing else may lack one."""
        joined = reader.run(_CURSOR, (self.hall,)).fetchone()
        own = {row[0] for row in reader.run(_INCARNATIONS).fetchall()}
        for row in reader.run(_UNPLACED):
            act = act_of(row)
            if act.origin.startswith(PARKED) and joined:
                self.count += 1
            elif joined and act.origin in own:
                self.count += 1
                self._own_chain(act, 0)
            else:
                self._add(Fault.INSERTED, act.origin, act.seq, 0, act.subject)
        if joined and Position(*joined) != self.place:
            self._other.append(Finding(fault=Fault.ORDER, position=joined[0]))

    def _add(self, fault: Fault, origin: str, seq: int, position: int, detail: str) -> None:
        """Keep the first finding of each act: it is the nearest to the cause."""
        self._found.setdefault(
            (origin, seq),
            Finding(fault=fault, origin=origin, seq=seq, position=position, detail=detail),
        )


def _pages(reader: Reader) -> list[Finding]:
    """Check every page of the file against its own seal; an altered one is named by number."""
    return [Finding(fault=Fault.FILE, detail=str(row[0])) for row in reader.check_pages()]


def _numbers(reader: Reader) -> list[Finding]:
    """Every serial of a code up to the next one was taken with an act that is there."""
    found = []
    for code, next_serial in reader.run(_BLOCKS).fetchall():
        taken = dict(reader.run(_TAKEN, (code,)))
        wrong = [n for n in range(1, next_serial) if taken.get(n) is None]
        wrong += [n for n in taken if n >= next_serial]
        found += [Finding(fault=Fault.NUMBER, detail=f"{code}-{n:05d}") for n in wrong]
    return found


def _persons(reader: Reader) -> list[Finding]:
    """Records that are not erased open and are what their digest says."""
    return [
        Finding(fault=Fault.PERSON, detail=subject)
        for subject, *record in reader.run(_PERSONS)
        if opened(*record) is None
    ]


def _witnessed(reader: Reader, said: Testimony | None) -> list[Finding]:
    """Compare the end of the own chain with the witness, which lies outside the file."""
    row = reader.run(_OPEN).fetchone()
    if said is None or row is None or tuple(row) == (said.origin, said.seq, said.hash):
        return []
    return [Finding(fault=Fault.WITNESS, origin=row[0], seq=row[1])]
