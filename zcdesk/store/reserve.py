"""Tickets of the hall's queue this station may call by itself, and what it has yet to tell of them.

A reserved ticket is claimed at the server already; it is called here in the clerk's own
transaction, without a network, until thirty seconds before its lease ends. What the queue must
hear (called, ended, back in the queue) waits as a word with its request id and is told in order,
as often as it takes. Never a ticket whose lease this start of the PC did not get.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from zcdesk.domain.ids import uuid7
from zcdesk.store import boottime
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.hall import Back, Claim, Waiting, Wish
from zcdesk.store.reader import Reader
from zcdesk.store.schema_queue import hall_ticket, queue_word, reservation
from zcdesk.store.transaction import Transaction

LEASE = 600
"""Seconds a reserved ticket is nobody else's."""

MARGIN = 30
"""Seconds before its end from which a lease is not used any more; the server waits as long."""

CALL, RECLAIM, RELEASE, TAKE, CLAIM = "call", "reclaim", "release", "take", "claim"
REGISTER = "register"
"""Of no ticket but an archived case; see `archive_numbers`."""


class Word(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the server's queue is to hear; the fields a verb needs, see `sync.queue`."""

    verb: str
    ticket: str = ""
    window: str = ""
    fence: int = 0
    back: Back | None = None
    wish: Wish | None = None
    act: str = ""
    year: int = 0


class Pending(NamedTuple):
    """A word that was not told yet, with the request id it is told under."""

    pk: int
    request: str
    word: Word


class Reserved(NamedTuple):
    """A ticket held for a call.

    Attributes:
        until: end of its lease by `boottime`, seconds; `boot` the start it was given in.
    """

    ticket: str
    fence: int
    boot: str
    until: float

    @property
    def is_callable(self) -> bool:
        return self.boot == boottime.boot_id() and boottime.seconds() < self.until - MARGIN


_R = reservation.c
_PUT = upsert(reservation)
_GET = Prepared(
    select(_R.ticket, _R.fence, _R.boot, _R.until).where(_R.ticket == bindparam("ticket"))
)
_ALL = Prepared(
    select(_R.ticket, _R.fence, _R.boot, _R.until).where(_R.until > 0).order_by(_R.ticket)
)
_DROP = Prepared(delete(reservation).where(_R.ticket == bindparam("ticket")))
_PUT_TICKET = upsert(hall_ticket)
_DROP_TICKET = Prepared(delete(hall_ticket).where(hall_ticket.c.ticket == bindparam("ticket")))
_DROP_WAITING = Prepared(delete(hall_ticket).where(hall_ticket.c.state == "waiting"))
_KNOWN = Prepared(select(hall_ticket.c.ticket, hall_ticket.c.fence))
_CALLED = Prepared(update(reservation).where(_R.ticket == bindparam("of")).values(until=0.0))
_SAY = Prepared(insert(queue_word).values(request=bindparam("request"), word=bindparam("word")))
_PENDING = Prepared(
    select(queue_word.c.pk, queue_word.c.request, queue_word.c.word).order_by(queue_word.c.pk)
)
_TOLD = Prepared(delete(queue_word).where(queue_word.c.pk == bindparam("pk")))


def reserved(reader: Reader) -> tuple[Reserved, ...]:
    """Return the tickets held and not called yet, whether their leases still hold or not."""
    return tuple(Reserved(*row) for row in reader.run(_ALL).fetchall())


def of(reader: Reader, ticket: str) -> Reserved | None:
    """Return how a ticket of the server's queue is held; None for one of the own series."""
    row = reader.run(_GET, (ticket,)).fetchone()
    return Reserved(*row) if row else None


def put(tx: Transaction, waiting: Waiting, claim: Claim, until: float) -> None:
    """Hold a claimed ticket for a call; until the end of its lease, by `boottime`."""
    row = {
        **msgspec.structs.asdict(waiting),
        "state": "waiting",
        "fence": claim.fence,
        "held_by": "",
    }
    tx.run(_PUT_TICKET, _PUT_TICKET.row(row))
    tx.run(_PUT, (claim.ticket, claim.fence, boottime.boot_id(), until))


def renew(tx: Transaction, ticket: str, fence: int, until: float) -> None:
    tx.run(_PUT, (ticket, fence, boottime.boot_id(), until))


def called(tx: Transaction, ticket: str) -> None:
    """Note that a reserved ticket was called: its lease is no more."""
    tx.run(_CALLED, (ticket,))


def drop(tx: Transaction, ticket: str) -> None:
    """Know a ticket no more: it is back in the server's queue."""
    tx.run(_DROP, (ticket,))
    tx.run(_DROP_TICKET, (ticket,))


def hand_over(tx: Transaction) -> None:
    """The queue so far is the server's from now on: who waits waits there, who is held is ours."""
    tx.run(_DROP_WAITING)
    for ticket, fence in tx.run(_KNOWN).fetchall():
        tx.run(_PUT, (ticket, fence, "", 0.0))


def say(tx: Transaction, word: Word, request: str = "") -> str:
    """Keep a word to be told; return the request id it is told under."""
    request = request or uuid7(tx.at, tx.random(10))
    tx.run(_SAY, (request, msgspec.msgpack.encode(word)))
    return request


def pending(reader: Reader) -> tuple[Pending, ...]:
    """Return what was not told yet, oldest first."""
    decode = _decoder.decode
    return tuple(Pending(pk, r, decode(word)) for pk, r, word in reader.run(_PENDING).fetchall())


def told(tx: Transaction, pk: int) -> None:
    tx.run(_TOLD, (pk,))


_decoder = msgspec.msgpack.Decoder(Word)
