"""The visits of a window that are not finished: open, parked, passed over, noticed.

Each step of a visit is saved under the same rules as anything else; nothing here is ever synced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.visit import Phase, Visit, note_versions
from zcdesk.errors import Conflict
from zcdesk.operations.session import entry_of
from zcdesk.store import drafts as kept
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.drafts import Draft
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

OPEN = "open"
PARKED = "parked"
MISSED = "missed"
NOTICED = "noticed"

_decoder = msgspec.json.Decoder(Visit)


class DayCounts(msgspec.Struct, frozen=True):
    """Cases taken in at a window on one day, and how many of them wait for a paper."""

    received: int
    deferred: int


def put(tx: Transaction, visit: Visit, kind: str) -> None:
    """Save a visit as it stands now."""
    kept.put(tx, visit.id, window=visit.window, kind=kind, value=msgspec.json.encode(visit))


def drop(tx: Transaction, visit: Visit) -> None:
    """Forget a visit: it was received, or given up."""
    kept.drop(tx, visit.id)


def get(reader: Reader, visit_id: str) -> Visit | None:
    draft = kept.get(reader, visit_id)
    return _decoder.decode(draft.value) if draft else None


def all_of(reader: Reader, window: str, kind: str) -> tuple[Visit, ...]:
    """Return a window's visits of one kind, the oldest first."""
    return tuple(_decoder.decode(d.value) for d in _of(reader, window, kind))


def open_visit(reader: Reader, window: str) -> Visit | None:
    """Return the visit being served here, if there is one."""
    return next(iter(all_of(reader, window, OPEN)), None)


def must_be_free(tx: Transaction, window: str) -> None:
    """Refuse to begin another visit while one is open; nothing may be dropped silently."""
    visit = open_visit(tx, window)
    if visit is not None:
        raise Conflict("QUE-12", no=visit.ticket.number if visit.ticket else "")


def of_ticket(reader: Reader, window: str, ticket_id: str) -> Visit | None:
    """Return what was already done for a ticket that was passed over."""
    found = all_of(reader, window, MISSED)
    return next((v for v in found if v.ticket and v.ticket.id == ticket_id), None)


def put_noticed(tx: Transaction, visit: Visit, code: str) -> None:
    """Keep a noticed visit for whichever window its code is scanned at."""
    kept.put(tx, visit.id, window="", kind=f"{NOTICED}/{code}", value=msgspec.json.encode(visit))


def noticed(reader: Reader, code: str) -> Visit | None:
    """Return the visit a come-back code stands for."""
    found = (d for d in kept.of_window(reader, "") if d.kind == f"{NOTICED}/{code}")
    return next((_decoder.decode(d.value) for d in found), None)


def restored(before: Visit, called: Visit) -> Visit:
    """Lay a new call over the work already done."""
    return msgspec.structs.replace(
        before, phase=called.phase, ticket=called.ticket, started_at=called.started_at
    )


def with_versions(reader: Reader, visit: Visit) -> Visit:
    """Note which of the visit's matters were published anew since they were chosen."""
    keys = (chosen.matter.key for chosen in visit.matters)
    found = {key: entry_of(reader, key) for key in keys}
    return note_versions(visit, {key: e.matter.version for key, e in found.items() if e})


def serving(visit: Visit, at: str) -> Visit:
    """The person has arrived; the visit's time starts."""
    return msgspec.structs.replace(visit, phase=Phase.SERVING, started_at=at)


def day_counts(reader: Reader, window: str, day: str) -> DayCounts:
    """Count a window's cases of a day."""
    c = case_index.c
    today = (c.window == window, c.received_at >= day, c.received_at < day + "U")
    received = reader.select(select(func.count()).where(*today)).scalar_one()
    deferred = reader.select(select(func.count()).where(*today, c.deferral_due != "")).scalar_one()
    return DayCounts(received, deferred)


def _of(reader: Reader, window: str, kind: str) -> tuple[Draft, ...]:
    return tuple(d for d in kept.of_window(reader, window) if d.kind == kind)
