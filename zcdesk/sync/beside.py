"""What travels beside the acts: verifiers, shift tokens, signed heads, personal records, erasures.

One exchange after a round that ended well. Store and server are never used at once: each step on
the store is one short transaction, so a desk can run it on its store lane.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import RecordErased
from zcdesk.domain.shift import Shift, ShiftRefused, ShiftVerified
from zcdesk.store import blobs, erasure, meta, persons, shifts, signed_heads, stubs, verifiers
from zcdesk.store.persons import Travelling
from zcdesk.store.store import Store
from zcdesk.store.verifiers import Verifier
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.widening import widen

BATCH = 100
PIECE = 16 * 1024
"""Bytes of sealed records in one call, so that it ends within its deadline on a slow line too."""

_PUT = (
    "SELECT count(api.person_put(t.ref, t.subject, t.audience, t.salt, t.digest, t.nonce, t.sealed,"
    " t.wrapped)) FROM unnest(%b::text[], %b::text[], %b::text[], %b::bytea[], %b::text[],"
    " %b::bytea[], %b::bytea[], %b::bytea[])"
    " AS t(ref, subject, audience, salt, digest, nonce, sealed, wrapped)"
)


class Beside:
    """A station's store as the exchange sees it."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.store, self._now = store, now

    def learn(self, login: StationLogin) -> None:
        """Keep the server's key and the hall's inside the encrypted store."""
        with self.store.transaction(clerk="", at=self._now()) as tx:
            meta.put(tx, meta.SIGNER, login.signer)
            meta.put(tx, meta.HALL_KEY, login.hall_key)

    def follow_epoch(self) -> None:
        """After a restore of the server begin again with what it may have lost."""
        epoch = str(self.store.head.epoch)
        with self.store.reading() as reader:
            known = meta.get(reader, meta.EPOCH)
        if known != epoch:
            with self.store.transaction(clerk="", at=self._now()) as tx:
                persons.send_again(tx)
                blobs.send_again(tx)
                meta.put(tx, meta.EPOCH, epoch)

    def verifiers(self) -> tuple[Verifier, ...]:
        with self.store.reading() as reader:
            return verifiers.all_of(reader)

    def replace_verifiers(self, given: Sequence[Verifier]) -> None:
        with self.store.transaction(clerk="", at=self._now()) as tx:
            verifiers.replace(tx, given)

    def awaited_shifts(self) -> tuple[str, ...]:
        with self.store.reading() as reader:
            return shifts.awaiting(reader)

    def shift_answered(self, shift: str, reason: str, statement: bytes, signature: bytes) -> None:
        """Record the server's word as an act, so that every copy of the hall has it.

        A refused shift goes on being asked about until a supervisor has confirmed it.
        """
        body: ShiftRefused | ShiftVerified = ShiftVerified(
            statement=base64.b64encode(statement).decode(),
            signature=base64.b64encode(signature).decode(),
        )
        if reason:
            body = ShiftRefused(reason=reason)
        with self.store.transaction(clerk="", at=self._now()) as tx:
            known = tx.state(f"shift:{shift}", Shift)
            if not reason or known is None or known.refused != reason:
                tx.append(NewAct(subject=f"shift:{shift}", body=body))
            if not reason or (known is not None and known.confirmed_by):
                shifts.answered(tx, shift)

    def newest_head(self) -> tuple[int, int]:
        with self.store.reading() as reader:
            return signed_heads.newest(reader)

    def keep_heads(self, rows: Sequence[tuple[bytes, bytes, str]]) -> None:
        with self.store.transaction(clerk="", at=self._now()) as tx:
            signed_heads.keep(tx, rows)

    def unsent_persons(self) -> tuple[Travelling, ...]:
        with self.store.transaction(clerk="", at=self._now()) as tx:
            return persons.unsent(tx, BATCH)

    def persons_sent(self, refs: Sequence[str]) -> None:
        with self.store.transaction(clerk="", at=self._now()) as tx:
            persons.sent(tx, refs)

    def read_to(self, key: str) -> int:
        with self.store.reading() as reader:
            return int(meta.get(reader, key) or 0)

    def take_persons(self, rows: Sequence[tuple[Any, ...]]) -> int:
        with self.store.transaction(clerk="", at=self._now()) as tx:
            meta.put(tx, meta.PERSONS, str(rows[-1][0]))
            return sum(persons.take(tx, *row[1:]) for row in rows if row[1] is not None)

    def may_have(self, told: str) -> None:
        """Note whose records are ours; where that changed, what is here is looked through anew.

        A station that never heard it before was given all of it from the start.
        """
        with self.store.reading() as reader:
            known = meta.get(reader, meta.AUDIENCES)
        if known == told:
            return
        with self.store.transaction(clerk="", at=self._now()) as tx:
            meta.put(tx, meta.AUDIENCES, told)
            if known:
                meta.put(tx, meta.BODIES, "0")
                meta.put(tx, meta.PERSONS, "0")

    def stubs(self) -> tuple[int, ...] | None:
        """Return the next places whose act has no body here; None where nothing is looked for."""
        with self.store.reading() as reader:
            come = meta.get(reader, meta.BODIES)
            return stubs.missing(reader, self.store.hall, int(come)) if come else None

    def fill(self, bodies: Sequence[tuple[int, bytes]]) -> int:
        """Put bodies to the places `stubs` named, and go on behind those."""
        head = self.store.head.position.number
        with self.store.transaction(clerk="", at=self._now()) as tx:
            come = int(meta.get(tx, meta.BODIES) or 0) + stubs.REACH
            meta.put(tx, meta.BODIES, "" if come >= head else str(come))
            return stubs.fill(tx, self.store.hall, bodies)

    def erase(self, rows: Sequence[tuple[int, str, str]]) -> int:
        """Destroy records; the station that made one writes the act of it."""
        with self.store.transaction(clerk="", at=self._now()) as tx:
            meta.put(tx, meta.ERASED, str(rows[-1][0]))
            own = {ref: persons.own_subject(tx, ref) for _, ref, _ in rows}
            gone = erasure.destroy(tx, (ref for _, ref, _ in rows))
            reasons = {ref: reason for _, ref, reason in rows}
            for ref in gone.refs:
                if own[ref]:
                    body = RecordErased(ref=ref, reason=reasons[ref])
                    tx.append(NewAct(subject=own[ref], body=body))
            if gone.refs:
                erasure.record(tx, gone, f"server {rows[-1][2]}")
        erasure.drop_pages(self.store, gone)
        return len(gone.refs)


class Exchanged(msgspec.Struct, frozen=True, kw_only=True):
    """What one exchange brought.

    Attributes:
        clerks: who may log in here; None = the server has no say yet.
        shifts: answers of the server. heads: signed heads. erased: records destroyed here.
        bodies: of acts that were held as stubs.
    """

    clerks: int | None = None
    shifts: int = 0
    heads: int = 0
    sent: int = 0
    received: int = 0
    erased: int = 0
    bodies: int = 0


def exchange(here: Beside, hall: PostgresHall) -> Exchanged:
    """Bring what waits to the server and fetch what it has for this station.

    Raises:
        SurroundingsError: the server could not be reached; what was done stays done.
    """
    here.follow_epoch()
    clerks = _verifiers(here, hall)
    shifts_ = hall.ask("SELECT * FROM api.shift_tokens(%s)", list(here.awaited_shifts()))
    for row in shifts_:
        here.shift_answered(*row)
    heads = hall.ask("SELECT * FROM api.signed_heads(%s, %s)", *here.newest_head())
    if heads:
        here.keep_heads(heads)
    bodies = widen(here, hall)
    sent, received, erased = send_persons(here, hall), fetch_persons(here, hall), 0
    while rows := hall.ask("SELECT * FROM api.erased(%s)", here.read_to(meta.ERASED)):
        erased += here.erase(rows)
    return Exchanged(
        clerks=clerks,
        shifts=len(shifts_),
        heads=len(heads),
        sent=sent,
        received=received,
        erased=erased,
        bodies=bodies,
    )


def _verifiers(here: Beside, hall: PostgresHall) -> int | None:
    """Send secrets that were changed here, then hold exactly what the server gives."""
    found = hall.ask("SELECT api.verifiers()")[0][0]
    if found is None:
        return None
    known = {one["clerk"]: int(one["version"]) for one in found}
    own = here.verifiers()
    newer = [one for one in own if one.version > known.get(one.clerk, one.version)]
    for one in newer:
        hall.ask("SELECT api.put_verifier(%s, %s, %s)", one.clerk, one.version, one.hash)
    if newer:
        found = hall.ask("SELECT api.verifiers()")[0][0]
    given = [Verifier(one["clerk"], one["hash"], one["version"]) for one in found if one["hash"]]
    held = {one.clerk: one.version for one in own}
    if held != {one.clerk: one.version for one in given}:
        here.replace_verifiers(given)
    return len(given)


def send_persons(here: Beside, hall: PostgresHall) -> int:
    """Bring the server every record it has not; return how many."""
    count = 0
    while waiting := here.unsent_persons():
        for piece in _pieces(waiting):
            rows = map(msgspec.structs.astuple, piece)
            hall.ask(_PUT, *(list(column) for column in zip(*rows, strict=True)))
        here.persons_sent([one.ref for one in waiting])
        count += len(waiting)
    return count


def _pieces(records: Sequence[Travelling]) -> Iterator[list[Travelling]]:
    piece: list[Travelling] = []
    for one in records:
        if piece and sum(len(each.sealed) for each in (*piece, one)) > PIECE:
            yield piece
            piece = []
        piece.append(one)
    if piece:
        yield piece


def fetch_persons(here: Beside, hall: PostgresHall) -> int:
    """Take the records that are new at the server; return how many were kept."""
    count = 0
    while rows := hall.ask("SELECT * FROM api.persons(%s, %s)", here.read_to(meta.PERSONS), BATCH):
        count += here.take_persons(rows)
    return count
