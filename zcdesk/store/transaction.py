"""One clerk's action: acts, their places in the hall's order, numbers, drafts, read tables.

All of it becomes durable together or not at all. Acts are folded as they are appended and written
before the next query or the commit, whichever comes first. Never a network call or a device.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, update

from zcdesk.domain.act import (
    BODY_LARGEST,
    Act,
    NewAct,
    Position,
    is_too_large,
    next_chain,
    seal,
)
from zcdesk.domain.ids import uuid7
from zcdesk.domain.numbers import Number
from zcdesk.errors import NotAllowed
from zcdesk.store import faults, numbers, typed, verifiers
from zcdesk.store.blobs import DIGEST, Blobs, register
from zcdesk.store.engine import Handle, Prepared, insert_into, upsert
from zcdesk.store.incarnation import Head
from zcdesk.store.read_rows import ReadRows
from zcdesk.store.reader import Folded, Reader
from zcdesk.store.rules import Rules
from zcdesk.store.schema import (
    acts,
    cursor,
    hall_head,
    hall_log,
    incarnation,
)
from zcdesk.store.vault import Vault

if TYPE_CHECKING:
    from zcdesk.store.hall import Hall

Random = Callable[[int], bytes]

CLOCK_TOLERANCE = timedelta(minutes=5)
"""A clock further behind the last trusted act than this was set back."""

_ADD_ACT = insert_into(acts)
_ADD_PLACE = insert_into(hall_log)
_PUT_CURSOR = upsert(cursor)
_MOVE_HALL = Prepared(
    update(hall_head)
    .where(hall_head.c.hall == bindparam("of"))
    .values(position=bindparam("position"), chain=bindparam("chain"))
)
_MOVE_OWN = Prepared(
    update(incarnation)
    .where(incarnation.c.origin == bindparam("of"))
    .values(
        **{n: bindparam(n) for n in ("seq", "hash", "first", "before", "trusted_at")},
    )
)


class Transaction(Reader):
    """An open transaction; use it as `with store.transaction(...) as tx:`.

    Attributes:
        hall_id: identity of the hall in every act.
        clerk, at: who acts, and when by the station's clock.
        clock_ok: the clock is not behind what was already recorded, nor did it leap ahead.
        is_believed: a person believed it in this transaction.
        hall: the authority for queue, numbers' codes and attachments.
        topics: subject types touched, and `draft`, `print` and the like: pages refresh by them.
    """

    at: datetime

    def __init__(
        self,
        handle: Handle,
        rules: Rules,
        vault: Vault,
        *,
        head: Head,
        hall: str,
        region: str,
        clerk: str,
        at: datetime,
        is_ahead: bool = False,
        random: Random,
        authority: Callable[[Transaction], Hall],
        blobs: Blobs,
    ) -> None:
        super().__init__(handle, rules, vault)
        if at.tzinfo is None:
            raise ValueError("a time without its offset")
        self.clerk, self.at = clerk, at
        self.at_text = at.isoformat(timespec="milliseconds")
        trusted = datetime.fromisoformat(head.trusted_at) if head.trusted_at else at
        self.clock_ok = at >= trusted - CLOCK_TOLERANCE and not is_ahead
        self.is_believed = False
        self._trusted_at = self.at_text if at >= trusted and not is_ahead else head.trusted_at
        self.topics: set[str] = set()
        self.hall: Hall = authority(self)
        self._started = self._head = head
        self.hall_id, self._region = hall, region
        self._random = random
        self._blobs = blobs
        self._subjects: dict[str, Folded] = {}
        self._dirty: dict[str, None] = {}
        self._acts: list[tuple[Any, ...]] = []
        self._places: list[tuple[Any, ...]] = []
        self._numbers: list[Number] = []

    @property
    def origin(self) -> str:
        """The station incarnation that writes."""
        return self._head.origin

    @property
    def standing(self) -> Head:
        """Where the store stands if this transaction is committed now."""
        return self._head

    def new_id(self) -> str:
        """Make a time-ordered identity, for subjects and requests."""
        return uuid7(self.at, self._random(10))

    def random(self, count: int) -> bytes:
        return self._random(count)

    def append(self, new: NewAct) -> Act:
        """Record one act; its state and index rows follow in the same transaction.

        What was typed is sealed beside it (`typed`).

        Raises:
            NotAllowed: the subject holds an act this version does not know; or the act is larger
                than a hall's server takes.
        """
        before = self.folded(new.subject)
        if before.unknown:
            raise NotAllowed(faults.UNKNOWN_ACT, subject=new.subject)
        new = typed.sealed(self, new)
        head = self._head
        act = seal(
            new,
            id=self.new_id(),
            hall=self.hall_id,
            origin=head.origin,
            seq=head.seq + 1,
            clerk=self.clerk,
            at=self.at_text,
            clock_ok=self.clock_ok,
            base=before.head,
            prev=head.hash,
        )
        if is_too_large(act):
            raise NotAllowed(faults.TOO_LARGE, limit=BODY_LARGEST // 1024)
        self._acts.append((head.next_pk, *msgspec.structs.astuple(act)))
        self._name_contents(act)
        position, place = head.position, 0
        if not head.epoch:
            position = Position(position.number + 1, next_chain(position.chain, act))
            place = position.number
            self._places.append((head.next_pk, self.hall_id, place, position.chain))
        self._head = Head(
            head.origin,
            act.seq,
            act.hash,
            position,
            head.next_pk + 1,
            self._trusted_at,
            head.epoch,
        )
        state = self.rules.fold(before.state, act, new.body)
        unknown = act.kind not in self.rules.kinds
        folded = Folded(state, act.hash, place, unknown, before.contested)
        self.put_folded(new.subject, folded)
        return act

    def move(self, head: Head) -> None:
        """Stand elsewhere after this transaction; for those who write acts and places themselves.

        Every act appended before must have been flushed.
        """
        self._head = head

    def take_number(self, year: int | None = None) -> Number:
        """Take the next receipt or case number; an act of this transaction must carry it."""
        number = numbers.take(self, self._region, self.at.year if year is None else year)
        self._numbers.append(number)
        return number

    def set_secret(self, clerk: str, secret: str) -> int:
        """Give a clerk a new secret; return the version of what it is checked against."""
        return verifiers.set_secret(self, clerk, secret)

    def trust_clock(self) -> None:
        """Believe the clock from now on, after a person has set it right."""
        self.clock_ok = self.is_believed = True
        self._trusted_at = self.at_text
        self._head = msgspec.structs.replace(self._head, trusted_at=self.at_text)

    def touch(self, topic: str) -> None:
        self.topics.add(topic)

    def folded(self, subject: str) -> Folded:
        known = self._subjects.get(subject)
        if known is None:
            known = self._subjects[subject] = super().folded(subject)
        return known

    def put_folded(self, subject: str, folded: Folded) -> None:
        """Set what a subject's acts amount to; written with the transaction."""
        self._subjects[subject] = folded
        self._dirty[subject] = None
        self.topics.add(self.rules.subject_type(subject))

    def flush(self) -> None:
        """Write acts and read tables as far as they go, so that queries see them."""
        if self._acts:
            self._handle.run_many(_ADD_ACT, self._acts)
            self._handle.run_many(_ADD_PLACE, self._places)
            self._acts, self._places = [], []
        if self._dirty:
            dirty, self._dirty = self._dirty, {}
            rows = self.read_rows()
            for subject in dirty:
                rows.add(subject, self._subjects[subject])
            rows.write()

    def read_rows(self) -> ReadRows:
        """Return a way to write read tables from states that are told, not folded here."""
        return ReadRows(self._handle, self.rules)

    def finish(self) -> None:
        """Write everything that is left; the caller commits."""
        self.flush()
        start, head = self._started, self._head
        if self._numbers and head.seq == start.seq:
            raise RuntimeError("a number was taken and no act carries it")
        for number in self._numbers:
            self._handle.run(numbers.TAKEN, (number.code, number.serial, head.next_pk - 1))
        if head == start:
            return
        place = head.position
        if place != start.position:
            self._handle.run(_MOVE_HALL, (place.number, place.chain, self.hall_id))
        if head.epoch:
            self._handle.run(_PUT_CURSOR, (self.hall_id, place.number, place.chain, head.epoch))
        own = (head.seq, head.hash, start.seq + 1, start.hash, head.trusted_at, head.origin)
        self._handle.run(_MOVE_OWN, own)

    def _name_contents(self, act: Act) -> None:
        """Register what lies beside the store and this act names: it travels from now on."""
        for found in DIGEST.findall(act.body or b""):
            digest = found.decode()
            if (size := self._blobs.size(digest)) is not None:
                register(self, digest, size, act.kind, act.subject)
