"""Which ticket a window calls next.

Forwarded, priority and due appointment tickets go ahead in the order the hall's policy gives, but
never more than its number in a row while an ordinary one waits. Who has waited longer than the
policy's age goes first among their like and gets every other turn at least, so nobody starves,
however many go ahead or come back behind others. Pure: the claim itself is the store's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec


class Ahead(StrEnum):
    """Why a ticket goes before ordinary ones."""

    FORWARDED = "forwarded"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"


class QueuePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy of the queue.

    Attributes:
        ahead: which tickets go ahead, the first before the others; who is not named waits as all.
        ahead_in_row: how many tickets may go ahead before an ordinary one must be called.
        age_minutes: after waiting so long a ticket goes first among its like and gets every
            other turn at least; 0 = never.
        appointment_early_minutes: how long before its time an appointment joins those ahead.
        booking_early_minutes: how long before its time a booking's number may be taken.
        booking_late_minutes: how long after its end a booking still counts as one.
        recall_seconds: at least this long between two calls of one ticket.
        missed_after_seconds: when 过号 is offered.
        return_places: how many tickets go before one that comes back after 过号.
        undo_seconds: how long a queue verb can be undone.
        outside_numbers: another system gives and calls the numbers; one that is typed or heard
            begins a visit (pilot).
        long_wait_minutes: from so long on a wait is too long, on the manager's page.
    """

    ahead: tuple[Ahead, ...] = (Ahead.FORWARDED, Ahead.PRIORITY, Ahead.APPOINTMENT)
    ahead_in_row: int = 3
    age_minutes: int = 40
    appointment_early_minutes: int = 5
    booking_early_minutes: int = 30
    booking_late_minutes: int = 15
    recall_seconds: int = 5
    missed_after_seconds: int = 90
    return_places: int = 3
    undo_seconds: int = 10
    long_wait_minutes: int = 30
    outside_numbers: bool = False


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What the choice needs to know of a waiting ticket.

    Attributes:
        order: sorts the ordinary ones.
        since: ISO time this wait began, empty where it is not known; taking the number, or coming
            back after 过号.
    """

    id: str
    number: str
    order: str
    category: str = ""
    priority: bool = False
    appointment: str = ""
    forwarded: bool = False
    to_window: str = ""
    since: str = ""


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
    due = [ticket for ticket in waiting if is_due(ticket, now, policy)]
    ahead = [ticket for ticket in due if goes_ahead(ticket, policy)]
    plain = [ticket for ticket in due if not goes_ahead(ticket, policy)]
    first = min(ahead, key=lambda t: _ahead_key(t, now, policy), default=None)
    ordinary = min(plain, key=lambda t: _plain_key(t, now, policy), default=None)
    if first is None or ordinary is None:
        one = first or ordinary
        return one.id if one else None
    may = _may_go_ahead(first, ordinary, now, policy)
    return first.id if ahead_streak < may else ordinary.id


def goes_ahead(ticket: Waiting, policy: QueuePolicy) -> bool:
    """Whether the ticket goes before ordinary ones; its call counts into the streak."""
    return _reason(ticket, policy) is not None


def is_due(ticket: Waiting, now: datetime, policy: QueuePolicy) -> bool:
    """Whether it may be called: an appointment not long before its time."""
    return not ticket.appointment or now >= _joins(ticket, policy)


def is_aged(ticket: Waiting, now: datetime, policy: QueuePolicy) -> bool:
    """Whether it has waited so long that its turn must come."""
    if not policy.age_minutes or not ticket.since:
        return False
    return now - _since(ticket, policy) >= timedelta(minutes=policy.age_minutes)


def _may_go_ahead(first: Waiting, ordinary: Waiting, now: datetime, policy: QueuePolicy) -> int:
    """How many in a row may go ahead, with these two in front: aged ones get every other turn."""
    may = policy.ahead_in_row
    if is_aged(ordinary, now, policy):
        may = min(may, 1)
    return max(may, 1) if is_aged(first, now, policy) else may


def _reason(ticket: Waiting, policy: QueuePolicy) -> Ahead | None:
    has = {
        Ahead.FORWARDED: ticket.forwarded,
        Ahead.PRIORITY: ticket.priority,
        Ahead.APPOINTMENT: bool(ticket.appointment),
    }
    return next((reason for reason in policy.ahead if has[reason]), None)


def _ahead_key(ticket: Waiting, now: datetime, policy: QueuePolicy) -> tuple[int, str, str]:
    """Sort the aged by their wait, the others by why they go ahead and by their place."""
    if is_aged(ticket, now, policy):
        return -1, _since(ticket, policy).isoformat(), ticket.number
    reason = _reason(ticket, policy)
    rank = policy.ahead.index(reason) if reason else 0
    return rank, ticket.order, ticket.number


def _plain_key(ticket: Waiting, now: datetime, policy: QueuePolicy) -> tuple[int, str, str]:
    if is_aged(ticket, now, policy):
        return -1, _since(ticket, policy).isoformat(), ticket.number
    return 0, ticket.order, ticket.number


def _since(ticket: Waiting, policy: QueuePolicy) -> datetime:
    """When it could first have been called; the wait for one's own appointment is no wait."""
    began = datetime.fromisoformat(ticket.since)
    return max(began, _joins(ticket, policy)) if ticket.appointment else began


def _joins(ticket: Waiting, policy: QueuePolicy) -> datetime:
    early = timedelta(minutes=policy.appointment_early_minutes)
    return datetime.fromisoformat(ticket.appointment) - early
