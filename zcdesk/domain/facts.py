"""Facts: what one case, ticket, sitting or rating adds to the figures, on which day (rules 6).

A fact says "this belongs to the denominator on that day" and by `hit` whether it belongs to the
numerator too. Facts follow from a subject's state alone, so they come back from the acts, and a
case that was voided or merged leaves none: figures count once. Never a personal value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec

from zcdesk.domain.booking import Booking, BookingState
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_parts import CaseMaterial, Lack, Way
from zcdesk.domain.inquiry import Inquiry, InquiryKind
from zcdesk.domain.papers_review import AcceptanceGround
from zcdesk.domain.rating import Level, Rating
from zcdesk.domain.reasons import PICKED
from zcdesk.domain.reentry import Reentry
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import Channel, Outcome, Ticket
from zcdesk.domain.worktime import HALL_ZONE, hall_time


class FactKind(StrEnum):
    """What is counted; the comment says when it is a hit, and what `value` and `about` hold.

    Attributes:
        RECEIVED: a case was taken in; hit = it was filed online.
        PACKAGED: a case was taken in with a 一件事; `about` its package, always a hit.
        HANDED: its paper was due with the department; hit = handed over by then.
        ANSWERED: accepted, returned or refused acceptance, each time; hit = inside its limit.
        RETURNED: the first answer to a case; hit = it was a return.
        REASON: one point of a return; `about` the reason, always a hit.
        TOLD_ONCE: a case that was returned; hit = no later return named a new point.
        PROMISE: a promised paper fell due; hit = it was in by then.
        DECIDED: decided; value = stages of its review.
        ON_TIME: decided, with a limit to hold; hit = held.
        ONE_VISIT: delivered; hit = the applicant came to the hall once at most.
        REENTERED: typed into another system a second time; value = seconds.
        BOOKED: a booking's day came, its number was taken or it was missed; hit = taken in time.
        TAKEN: a number's day; hit = its holder went unserved.
        BY_SELF: a number; hit = its holder took it without anybody's help.
        WAITED: a holder came to a window; value = seconds from the number to the call.
        SERVED: a visit ended at a window; value = seconds; hit = cases were taken in.
        NOTICED: a one-time notice was given at a window.
        RATED: hit = at least 基本满意; value = level, `about` the ticket.
        COMPLAINED, CONSULTED: a complaint or a question came; hit = answered inside its limit.
        MENDED: a bad rating that counts; hit = mended, answered and called back inside its limit.
    """

    RECEIVED = "received"
    PACKAGED = "packaged"
    HANDED = "handed"
    ANSWERED = "answered"
    RETURNED = "returned"
    REASON = "reason"
    TOLD_ONCE = "told_once"
    PROMISE = "promise"
    DECIDED = "decided"
    ON_TIME = "on_time"
    ONE_VISIT = "one_visit"
    REENTERED = "reentered"
    BOOKED = "booked"
    TAKEN = "taken"
    BY_SELF = "by_self"
    WAITED = "waited"
    SERVED = "served"
    NOTICED = "noticed"
    RATED = "rated"
    MENDED = "mended"
    COMPLAINED = "complained"
    CONSULTED = "consulted"


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact; `day` is an ISO date on the hall's clock, empty fields do not apply."""

    kind: FactKind
    day: str
    hit: bool = False
    value: int = 0
    department: str = ""
    window: str = ""
    clerk: str = ""
    about: str = ""


BY_SELF = frozenset({Channel.KIOSK, Channel.APPOINTMENT})
"""Ways to a number at which nobody of the hall helps."""
NOT_COUNTED = frozenset({CaseState.VOID, CaseState.MERGED})


def of_case(case: Case) -> tuple[Fact, ...]:
    """Return what a case adds to the figures."""
    if case.state in NOT_COUNTED:
        return ()
    return (
        _fact(case, FactKind.RECEIVED, case.received_at, hit=bool(case.intake.online)),
        *_packaged(case),
        *_handed(case),
        *_answers(case),
        *_promises(case),
        *_decided(case),
        *_delivered(case),
    )


def _packaged(case: Case) -> Iterator[Fact]:
    if package := case.intake.package:
        yield _fact(case, FactKind.PACKAGED, case.received_at, hit=True, about=package)


def _handed(case: Case) -> Iterator[Fact]:
    """What ended or was decided at the window before any hand-over had nothing to hand over."""
    due = case.intake.handover_due
    at_window = case.decision is not None and bool(
        case.decision.authority or case.decision.question
    )
    if due and (case.handed_at or (case.is_open and not at_window)):
        hit = bool(case.handed_at) and _in_time(case.handed_at, due)
        yield _fact(case, FactKind.HANDED, due, hit=hit)


def _answers(case: Case) -> Iterator[Fact]:
    returns = [
        _fact(case, FactKind.ANSWERED, back.at, hit=not back.due or _in_time(back.at, back.due.at))
        for back in case.sent_back
    ]
    last = _last_answer(case)
    answers = [*returns, *((last,) if last else ())]
    yield from answers
    if answers:
        yield _replace(answers[0], FactKind.RETURNED, hit=bool(returns))
    if returns:
        again = any(lack.new for back in case.sent_back[1:] for lack in back.lacks)
        yield _replace(returns[0], FactKind.TOLD_ONCE, hit=not again)
    for back in case.sent_back:
        for lack in back.lacks:
            yield _fact(case, FactKind.REASON, back.at, hit=True, about=reason_of(lack))


OTHER = "其他（另行写明）"
"""Counts every reason that was typed instead of picked."""


def reason_of(lack: Lack) -> str:
    """Return why a point was returned, as reasons are counted: never what somebody typed."""
    if lack.reason:
        return lack.reason if lack.reason in PICKED else OTHER
    return "不符合要求" if lack.defective else "缺少材料"


def _last_answer(case: Case) -> Fact | None:
    """Accepted or refused acceptance; accepted by law is an answer nobody gave in time."""
    if case.accepted_at:
        deemed = case.ground == AcceptanceGround.DEEMED.value
        in_time = not case.accept_due or _in_time(case.accepted_at, case.accept_due.at)
        return _fact(case, FactKind.ANSWERED, case.accepted_at, hit=in_time and not deemed)
    if case.state is CaseState.NOT_ACCEPTED and case.ending:
        in_time = not case.accept_due or _in_time(case.ending.at, case.accept_due.at)
        return _fact(case, FactKind.ANSWERED, case.ending.at, hit=in_time)
    return None


def _promises(case: Case) -> Iterator[Fact]:
    for material in case.materials:
        if material.due and not _gave_up_before(case, material):
            due = material.due[:10]
            hit = bool(material.supplied) and day_of(material.supplied) <= due
            yield _fact(case, FactKind.PROMISE, due, hit=hit, about=material.name)


def _gave_up_before(case: Case, material: CaseMaterial) -> bool:
    """A case that ended before the day broke no promise."""
    ended = case.ending
    return not material.supplied and ended is not None and day_of(ended.at) < material.due[:10]


def _decided(case: Case) -> Iterator[Fact]:
    decision = case.decision
    if decision is None:
        return
    yield _fact(case, FactKind.DECIDED, decision.at, value=max(len(case.stages), 1))
    if case.due:
        hit = _in_time(decision.at, case.due.at)
        yield _fact(case, FactKind.ON_TIME, decision.at, hit=hit)


def _delivered(case: Case) -> Iterator[Fact]:
    dispatch = case.dispatch
    if dispatch is None or not dispatch.delivered_at:
        return
    at = dispatch.delivered_at
    day = day_of(at)
    came_for_it = dispatch.way is Way.COLLECTED and day != day_of(case.received_at)
    came_back = case.sent_back or any(material.due for material in case.materials)
    yield _fact(case, FactKind.ONE_VISIT, day, hit=not came_for_it and not came_back)


def of_ticket(ticket: Ticket) -> tuple[Fact, ...]:
    """Return what a number adds; who is still in the queue adds only the number."""
    unserved = ticket.outcome in (Outcome.EXPIRED.value, Outcome.LEFT.value)
    by_self = ticket.channel in BY_SELF
    found = [
        _ticket_fact(ticket, FactKind.TAKEN, hit=unserved),
        _ticket_fact(ticket, FactKind.BY_SELF, hit=by_self),
    ]
    if not ticket.arrived_at:
        return tuple(found)
    begun = max(ticket.since or ticket.taken_at, ticket.appointment, key=_moment)
    waited = _seconds(begun, ticket.called_at or ticket.arrived_at)
    found.append(_ticket_fact(ticket, FactKind.WAITED, value=waited))
    if ticket.closed_at and not unserved:
        found.append(
            _ticket_fact(
                ticket,
                FactKind.SERVED,
                hit=ticket.outcome == Outcome.RECEIVED.value,
                value=_seconds(ticket.arrived_at, ticket.closed_at),
            )
        )
    return tuple(found)


def of_booking(booking: Booking) -> tuple[Fact, ...]:
    """Return a booking whose day came; one that is still open or was cancelled adds nothing."""
    if booking.state not in (BookingState.TAKEN, BookingState.MISSED):
        return ()
    kept = booking.state is BookingState.TAKEN and not booking.is_late
    made = booking.made
    return (Fact(kind=FactKind.BOOKED, day=made.day, hit=kept, about=made.category),)


def of_sitting(sitting: Sitting) -> tuple[Fact, ...]:
    """Return the one-time notices of a visit."""
    return tuple(
        Fact(
            kind=FactKind.NOTICED,
            day=day_of(sitting.at),
            window=sitting.window,
            clerk=sitting.clerk,
            about=number,
        )
        for number in sitting.notices
    )


def of_rating(rating: Rating) -> tuple[Fact, ...]:
    """Return a rating; never who was rated: that is found through the ticket's own fact.

    One that a second person agreed was malicious or a mistake leaves nothing.
    """
    if not rating.counts:
        return ()
    given = Fact(
        kind=FactKind.RATED,
        day=day_of(rating.at),
        hit=rating.level >= Level.FAIR,
        value=int(rating.level),
        window=rating.window,
        about=rating.ticket,
    )
    if rating.follow is None:
        return (given,)
    ended = rating.follow.ended_at
    in_time = bool(ended) and (not rating.close_due or _in_time(ended, rating.close_due))
    return given, _replace(given, FactKind.MENDED, hit=in_time)


def of_reentry(reentry: Reentry) -> tuple[Fact, ...]:
    """Return what typing a case into another system cost, each time it was done."""
    return tuple(
        Fact(
            kind=FactKind.REENTERED,
            day=day_of(reentry.at),
            value=done.seconds,
            department=done.department,
            window=done.window,
            clerk=reentry.clerk,
            about=done.number,
        )
        for done in reentry.done
    )


def of_inquiry(inquiry: Inquiry) -> tuple[Fact, ...]:
    """Return a complaint or consultation: on the day it came, with the department it lies with."""
    said = inquiry.recorded
    is_complaint = said.of is InquiryKind.COMPLAINT
    answered = inquiry.answered_at
    return (
        Fact(
            kind=FactKind.COMPLAINED if is_complaint else FactKind.CONSULTED,
            day=day_of(inquiry.at),
            hit=bool(answered) and _in_time(answered, said.due),
            department=inquiry.department,
            window=said.window,
            about=said.number,
        ),
    )


FACTS: Mapping[str, Callable[[Any], tuple[Fact, ...]]] = MappingProxyType(
    {
        "case": of_case,
        "ticket": of_ticket,
        "booking": of_booking,
        "sitting": of_sitting,
        "rating": of_rating,
        "reentry": of_reentry,
        "inquiry": of_inquiry,
    }
)
"""Subject type → the facts of its state."""

_DATE = len("2026-11-24")


def day_of(at: str) -> str:
    """Return the ISO date of an ISO time, on the hall's clock; of a bare date, itself."""
    return _moment(at).date().isoformat() if len(at) != _DATE else at


def _in_time(at: str, due: str) -> bool:
    return _moment(at) <= _moment(due)


@lru_cache(1024)
def _moment(at: str) -> dt.datetime:
    """Read a stored time; what is none, in another's act, is before everything, never an error."""
    try:
        return hall_time(dt.datetime.fromisoformat(at))
    except ValueError:
        return _NEVER


_NEVER = dt.datetime.min.replace(tzinfo=HALL_ZONE)


def _seconds(start: str, end: str) -> int:
    return max(int((_moment(end) - _moment(start)).total_seconds()), 0)


def _fact(
    case: Case, kind: FactKind, at: str, *, hit: bool = False, value: int = 0, about: str = ""
) -> Fact:
    return Fact(
        kind=kind,
        day=day_of(at),
        hit=hit,
        value=value,
        department=case.department or case.intake.department,
        window=case.intake.window,
        clerk=case.clerk,
        about=about,
    )


def _ticket_fact(ticket: Ticket, kind: FactKind, *, hit: bool = False, value: int = 0) -> Fact:
    return Fact(
        kind=kind,
        day=ticket.day,
        hit=hit,
        value=value,
        window=ticket.window,
        clerk=ticket.clerk,
        about=ticket.category,
    )


def _replace(fact: Fact, kind: FactKind, *, hit: bool) -> Fact:
    return msgspec.structs.replace(fact, kind=kind, hit=hit)
