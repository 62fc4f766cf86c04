"""The walk along a hall's order: which act was altered, removed or put in, and exactly where.

One pass, holding one line per incarnation; a station's file and the hall's server are walked by
the same steps. Never a repair, never a query: rows are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

import msgspec

from zcdesk.domain.act import GENESIS, START, Act, Position, flaw, next_chain


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
    SIGNED = "signed"


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


class _Tail(msgspec.Struct):
    """The last act seen of one incarnation."""

    seq: int = 0
    hash: str = GENESIS
    position: int = 0


class _Doubt(NamedTuple):
    """An act that does not lead to the chain its place says: one of the two was altered.

    Attributes:
        chain: what the act does lead to; the next place tells which of them it was.
    """

    act: Act
    position: int
    chain: str


class Walk:
    """One pass over the hall's order.

    Attributes:
        lost: positions without their act, until the incarnation they belong to is known.
    """

    def __init__(self) -> None:
        self.count = 0
        self._head = START
        self.place = START
        self.tails: dict[str, _Tail] = {}
        self.lost: list[int] = []
        self._found: dict[tuple[str, int], Finding] = {}
        self._other: list[Finding] = []
        self._doubt: _Doubt | None = None

    @property
    def findings(self) -> list[Finding]:
        return [*self._found.values(), *self._other]

    def step(self, number: int, chain: str, act: Act | None) -> None:
        """Take the next row of the order; None where its act is gone."""
        missing = range(self.place.number + 1, number)
        self.lost += missing
        if act is None:
            self.lost.append(number)
            self._settle(self.place.chain)
        else:
            self.count += 1
            self._own_chain(act, number)
            if missing:
                self._settle(self.place.chain)
            else:
                self._hall_chain(act, number, chain)
        # The order's own record is trusted from here on, so one fault is named once.
        self.place = Position(number, chain)

    def reach(self, head: Position) -> None:
        """Compare the last row with where the order says it ends."""
        self.lost += range(self.place.number + 1, head.number + 1)
        self._settle(head.chain)
        self._head = head

    def waiting(self, act: Act, *, is_own: bool) -> None:
        """Take an act without a place: own ones on their way may be, nothing else."""
        if is_own:
            self.count += 1
            self._own_chain(act, 0)
        else:
            self._add(Fault.INSERTED, act.origin, act.seq, 0, act.subject)

    def held(self, act: Act) -> None:
        """Take an act set aside for a person: it follows nothing, but may have been altered."""
        self.count += 1
        fault = flaw(act)
        if fault is not None:
            self._add(Fault(fault), act.origin, act.seq, 0, act.subject)

    def end(self, incarnations: Iterable[tuple[str, int, str]]) -> None:
        """Compare each chain's end with what is recorded of its incarnation."""
        for origin, seq, hash_ in incarnations:
            tail = self.tails.setdefault(origin, _Tail())
            if seq > tail.seq:
                self._removed(origin, range(tail.seq + 1, seq + 1), tail.position)
            elif seq < tail.seq:
                for extra in range(seq + 1, tail.seq + 1):
                    self._add(Fault.INSERTED, origin, extra, tail.position, "")
            elif hash_ != tail.hash:
                self._add(Fault.ALTERED, origin, seq, tail.position, "")
        self._other += [Finding(fault=Fault.REMOVED, position=number) for number in self.lost]
        if not self.findings and self._head != self.place:
            self._other.append(Finding(fault=Fault.ORDER, position=self._head.number))

    def include(self, others: Iterable[Finding]) -> None:
        """Add what another comparison of the same rows found."""
        self._other += others

    def disagrees(self, position: int) -> None:
        """Note an end of the order that is not the row's there."""
        self._other.append(Finding(fault=Fault.ORDER, position=position))

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

    def _add(self, fault: Fault, origin: str, seq: int, position: int, detail: str) -> None:
        """Keep the first finding of each act: it is the nearest to the cause."""
        self._found.setdefault(
            (origin, seq),
            Finding(fault=fault, origin=origin, seq=seq, position=position, detail=detail),
        )
