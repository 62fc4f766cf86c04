"""What a station's store knows of the server's queue, as the net lane asks for it.

Each call is one short transaction on the store lane.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from zcdesk.domain.ticket import Ticket
from zcdesk.store import reserve
from zcdesk.store.hall import Back, Claim, Waiting
from zcdesk.store.reserve import Pending, Reserved, Word
from zcdesk.store.store import Store
from zcdesk.store.transaction import Transaction


class QueueCopy:
    """Words to be told and tickets held, of one open store."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    def words(self) -> tuple[Pending, ...]:
        with self._store.reading() as reader:
            pending = reserve.pending(reader)
        others = (reserve.CLAIM, reserve.REGISTER)
        return tuple(one for one in pending if one.word.verb not in others)

    def told(self, pk: int) -> None:
        with self._writing() as tx:
            reserve.told(tx, pk)

    def reserved(self) -> tuple[Reserved, ...]:
        with self._store.reading() as reader:
            return reserve.reserved(reader)

    def standing_claim(self) -> Pending | None:
        """Return the claim whose answer has not come, if there is one."""
        with self._store.reading() as reader:
            return _claim(reserve.pending(reader))

    def begin_claim(self) -> Pending:
        """Make a claim's request id durable before the server hears it."""
        with self._writing() as tx:
            reserve.say(tx, Word(verb=reserve.CLAIM))
            made = _claim(reserve.pending(tx))
        assert made is not None
        return made

    def keep_claim(self, pending: Pending, claim: Claim | None, until: float) -> None:
        """Hold what was claimed; a ticket whose acts are not here yet is asked for again later."""
        with self._writing() as tx:
            if claim is not None:
                known = tx.state(claim.ticket, Ticket)
                if known is None:
                    return
                reserve.put(tx, _waiting(known), claim, until)
            reserve.told(tx, pending.pk)

    def let_go(self, one: Reserved) -> None:
        """Give a ticket back, unless it was called meanwhile."""
        with self._writing() as tx:
            held = reserve.of(tx, one.ticket)
            if held is None or not held.until:
                return
            word = Word(verb=reserve.RELEASE, ticket=one.ticket, fence=one.fence, back=Back())
            reserve.say(tx, word)
            reserve.drop(tx, one.ticket)

    def _writing(self) -> AbstractContextManager[Transaction]:
        return self._store.transaction(clerk="", at=self._now())


def _claim(pending: tuple[Pending, ...]) -> Pending | None:
    return next((one for one in pending if one.word.verb == reserve.CLAIM), None)


def _waiting(ticket: Ticket) -> Waiting:
    """A ticket as the queue keeps it; series and serial as they are printed."""
    printed = re.fullmatch(r"(.*?)(\d+)", ticket.number)
    series, serial = printed.groups() if printed else (ticket.number, "0")
    return Waiting(
        ticket=f"ticket:{ticket.id}",
        day=ticket.day,
        series=series,
        serial=int(serial),
        category=ticket.category,
        taken_at=ticket.taken_at,
        priority=int(ticket.priority),
        appointment_at=ticket.appointment,
        window=ticket.to_window,
        place=0,
    )
