"""A window goes to another PC: this one sends everything, then gives its place away for a code.

Noted here before the server hears it, and repeated with the same code after any interruption, so
that there is never a time with two PCs at one window. The new PC has an incarnation of its own:
no number is given twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from zcdesk.errors import SurroundingsError
from zcdesk.store import meta
from zcdesk.store.store import Store
from zcdesk.sync import invitation
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.invitation import Code
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

NOT_SENT = "NET-47"
MINUTES = 24 * 60
ROUNDS = 20
"""Rounds in which everything must be sent; others write too, so one may not do."""


def hand_over(
    store: Store, hall: PostgresHall, certificate: str, *, now: Callable[[], datetime]
) -> Code:
    """Send everything, end this station and return the code of the window's next PC.

    Args:
        certificate: of the hall's authority, PEM; the code names it.

    Raises:
        SurroundingsError: NET-47, not everything could be sent; this PC stays the window.
    """
    _send_all(store, hall, now)
    code = _noted(store, certificate, now)
    # Where it is unknown whether this was heard, the note stays and the command is repeated.
    given = hall.hand_over(code.id, invitation.digest(store.hall, code), MINUTES)
    if not given:  # the server knows another invitation of that name
        _note(store, "", now)
        return hand_over(store, hall, certificate, now=now)
    return code


def is_gone(store: Store) -> bool:
    """Tell whether this PC's window went, or is going, to another."""
    with store.reading() as reader:
        return bool(meta.get(reader, meta.MOVED))


def _send_all(store: Store, hall: PostgresHall, now: Callable[[], datetime]) -> None:
    copy = StoreCopy(store, now)
    if is_gone(store):
        return
    for _ in range(ROUNDS):
        outcome = once(copy, hall)
        if outcome.code:
            raise SurroundingsError(outcome.code)
        Attachments(copy, lambda work: work()).send(hall)
        exchange(Beside(store, now), hall)
        if not copy.waiting().count:
            return
    raise SurroundingsError(NOT_SENT, count=copy.waiting().count)


def _noted(store: Store, certificate: str, now: Callable[[], datetime]) -> Code:
    with store.reading() as reader:
        kept = meta.get(reader, meta.MOVED)
    if kept:
        return msgspec.json.decode(kept, type=Code)
    code = invitation.fresh(certificate)
    _note(store, msgspec.json.encode(code).decode(), now)
    return code


def _note(store: Store, value: str, now: Callable[[], datetime]) -> None:
    with store.transaction(clerk="", at=now(), random=store.random) as tx:
        meta.put(tx, meta.MOVED, value)
