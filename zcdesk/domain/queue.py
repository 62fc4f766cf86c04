"""Which ticket a window calls next.

Forwarded, priority and due appointment tickets go ahead, but never more than the policy's number
in a row while an ordinary one waits, so nobody starves. Pure: the claim itself is the store's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec


class QueuePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy of the queue.

    Attributes:
        ahead_in_row: how many tickets may go ahead before an ordinary one must be called.
        appointment_early_minutes: how long before its time an appointment joins those ahead.
        recall_seconds: at least this long between two calls of one ticket.
        missed_after_seconds: when 过号 is offered.
        return_places: how many tickets go before one that comes back after 过号.
        undo_seconds: how long a queue verb can be undone.
    """

    ahead_in_row: int = 3
    appointment_early_minutes: int = 5
    recall_seconds: int = 5
    missed_after_seconds: int = 90
    return_places: int = 3
    undo_seconds: int = 10


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What the choice needs to know of a waiting ticket; `order` sorts them."""

    id: str
    number: str
    order: str
    category: str = ""
    priority: bool = False
    appointment: str = ""
    forwarded: bool = False
    to_window: str = ""


def choose(
    waiting: Sequence[Waiting],
    *,
    now: datetime,
    policy: QueuePolicy,
    ahead_streak: int = 0,
) -> str | None:
    """Return the id of the ticket to call, or None.

    Args:
        ahead_streak: tickets that went ahead since the last ordinary one at this window.
    """
    callable_ = [ticket for ticket in waiting if _is_due(ticket, now, policy)]
    if not callable_:
        return None
    ahead = sorted((t for t in callable_ if goes_ahead(t)), key=_ahead_key)
    plain = sorted((t for t in callable_ if not goes_ahead(t)), key=lambda t: (t.order, t.number))
    if ahead and (not plain or ahead_streak < policy.ahead_in_row):
        return ahead[0].id
    return plain[0].id


def goes_ahead(ticket: Waiting) -> bool:
    """Whether the ticket goes before ordinary ones; its call counts into the streak."""
    return bool(ticket.forwarded or ticket.priority or ticket.appointment)


def _ahead_key(ticket: Waiting) -> tuple[int, str, str]:
    rank = 0 if ticket.forwarded else 1 if ticket.priority else 2
    return rank, ticket.order, ticket.number


def _is_due(ticket: Waiting, now: datetime, policy: QueuePolicy) -> bool:
    if not ticket.appointment:
        return True
    early = (datetime.fromisoformat(ticket.appointment) - now).total_seconds()
    return early <= policy.appointment_early_minutes * 60
