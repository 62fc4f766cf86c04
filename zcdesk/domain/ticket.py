"""A ticket (号): its acts and what it is after them.

Two windows can never call the same ticket: a call carries the fence of the claim that won, and
whoever shows or speaks it drops older fences (sync 2.7).
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.typed import Typed


class TicketStatus(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    NO_SHOW = "no_show"
    CLOSED = "closed"


class Channel(StrEnum):
    """How a visit began.

    BY_HAND was written on a slip while no number could be taken, and entered later; CUT_OFF came
    to a window that no server could be reached from, which gave a number of its own.
    """

    KIOSK = "kiosk"
    GUIDE = "guide"
    APPOINTMENT = "appointment"
    WALK_IN = "walk_in"
    BY_HAND = "by_hand"
    CUT_OFF = "cut_off"


PRINTED = (Channel.KIOSK, Channel.APPOINTMENT)
"""Whose record of a number tells most of it."""


class Outcome(StrEnum):
    """How a visit ended."""

    RECEIVED = "received"
    NOTIFIED = "notified"
    INSISTED = "insisted"
    CONSULTED = "consulted"
    REFERRED = "referred"
    LEFT = "left"
    VOIDED = "voided"
    EXPIRED = "expired"


class TicketTaken(Body, frozen=True, kw_only=True):
    """A number was taken.

    Attributes:
        number: `A001`; V before it marks priority, Y an appointment, L one given out while
            nothing was connected: by hand and entered later, or by a kiosk alone (`LA9001`).
        category: window category, or empty when a window's own series.
        appointment: ISO time an appointment is for.
        why: the ground of a priority (65+, 残疾 …), never a name.
        holder: keyed digest of day, category and card, so that nobody queues twice; empty
            without a card. The key never leaves the store that made it.
        since: ISO time it was given out, where that was earlier than this act.
    """

    kind: ClassVar[str] = "ticket.taken"
    number: str
    category: str = ""
    matter: str = ""
    channel: Channel = Channel.KIOSK
    priority: bool = False
    why: str = ""
    appointment: str = ""
    holder: str = ""
    since: str = ""
    simulated: bool = False


class TicketCalled(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "ticket.called"
    window: str
    fence: int
    request: str


class TicketRecalled(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "ticket.recalled"
    window: str


class TicketArrived(Body, frozen=True, kw_only=True):
    """The person is at the window; `by` is card, scan or key."""

    kind: ClassVar[str] = "ticket.arrived"
    window: str
    by: str = "key"
    sitting: str = ""


class TicketMissed(Body, frozen=True, kw_only=True):
    """过号."""

    kind: ClassVar[str] = "ticket.missed"
    window: str


class TicketReturned(Body, frozen=True, kw_only=True):
    """Back into the queue: an undo within its seconds, or the way back after 过号.

    Attributes:
        order: its new place, behind some others; empty = the place it had.
    """

    kind: ClassVar[str] = "ticket.returned"
    reason: str
    order: str = ""


class TicketParked(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "ticket.parked"
    window: str
    reason: Typed = ""


class TicketResumed(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "ticket.resumed"
    window: str
    fence: int


class TicketTransferred(Body, frozen=True, kw_only=True):
    """Sent on to a category or one window; forwarded tickets go ahead there."""

    kind: ClassVar[str] = "ticket.transferred"
    window: str
    to_category: str = ""
    to_window: str = ""
    reason: Typed = ""


class TicketClosed(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "ticket.closed"
    window: str
    outcome: Outcome
    reason: Typed = ""


class TicketExpired(Body, frozen=True, kw_only=True):
    """The day is over and its holder was not served (日终)."""

    kind: ClassVar[str] = "ticket.expired"


class Ticket(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a ticket is after its acts.

    Attributes:
        day: local date it belongs to; numbers start again each day.
        order: sorts the waiting; the time it was taken, until a way back after 过号.
        since: when its present wait began.
        fence: grows with each call; older ones are void. clerk: who serves or served it.
    """

    id: str
    number: str
    day: str
    taken_at: str
    order: str
    since: str = ""
    status: TicketStatus = TicketStatus.WAITING
    category: str = ""
    matter: str = ""
    channel: Channel = Channel.KIOSK
    priority: bool = False
    why: str = ""
    appointment: str = ""
    window: str = ""
    to_window: str = ""
    clerk: str = ""
    fence: int = 0
    called_at: str = ""
    spoken_at: str = ""
    recalls: int = 0
    arrived_at: str = ""
    closed_at: str = ""
    outcome: str = ""
    sitting: str = ""
    forwarded: bool = False
    holder: str = ""
    simulated: bool = False


ALLOWED: dict[type[Body], frozenset[TicketStatus]] = {
    TicketCalled: frozenset({TicketStatus.WAITING}),
    TicketRecalled: frozenset({TicketStatus.CALLED, TicketStatus.SERVING}),
    TicketArrived: frozenset({TicketStatus.CALLED}),
    TicketMissed: frozenset({TicketStatus.CALLED, TicketStatus.SERVING}),
    TicketReturned: frozenset(
        {TicketStatus.CALLED, TicketStatus.NO_SHOW, TicketStatus.PARKED, TicketStatus.WAITING}
    ),
    TicketParked: frozenset({TicketStatus.CALLED, TicketStatus.SERVING}),
    TicketResumed: frozenset({TicketStatus.PARKED, TicketStatus.NO_SHOW}),
    TicketTransferred: frozenset({TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.PARKED}),
    TicketClosed: frozenset(
        {TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.PARKED, TicketStatus.NO_SHOW}
    ),
    TicketExpired: frozenset({TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.NO_SHOW}),
}
"""The state machine as a table: the screen, the fold and the tests read the same one."""


def allowed(state: Ticket | None, body: type[Body]) -> bool:
    """Whether an act of this kind may follow."""
    if body is TicketTaken:
        return state is None
    return state is not None and state.status in ALLOWED.get(body, frozenset())


def fold(state: Ticket | None, act: Act, body: Body) -> Ticket | None:
    """Apply one act; one its state does not allow, or an older call, leaves the ticket as it is."""
    if state is not None and isinstance(body, TicketTaken):
        return _taken_twice(state, act, body)
    if not allowed(state, type(body)):
        return state
    if isinstance(body, TicketCalled) and state is not None and body.fence <= state.fence:
        return state
    if isinstance(body, TicketTaken):
        return _taken(act, body)
    assert state is not None
    return msgspec.structs.replace(state, **_changes(state, act, body))


def _taken(act: Act, body: TicketTaken) -> Ticket:
    return Ticket(
        id=act.subject.partition(":")[2],
        number=body.number,
        day=act.at[:10],
        taken_at=body.since or act.at,
        order=body.since or act.at,
        since=body.since or act.at,
        category=body.category,
        matter=body.matter,
        channel=body.channel,
        priority=body.priority,
        why=body.why,
        appointment=body.appointment,
        holder=body.holder,
        simulated=body.simulated,
    )


def _taken_twice(state: Ticket, act: Act, body: TicketTaken) -> Ticket:
    """One slip, recorded where it was printed and by a clerk it was shown to meanwhile.

    Whoever printed it knows when and for whom. Was it printed after that visit had ended, the
    clerk mistook another slip for it: the number has not been served.
    """
    is_slip = state.channel is Channel.BY_HAND and body.channel in PRINTED
    if not is_slip or body.number != state.number:
        return state
    if state.closed_at and act.at > state.closed_at:
        return _taken(act, body)
    taken = _taken(act, body)
    moved = {} if state.order != state.taken_at else {"order": taken.order}
    began = {} if state.since != state.taken_at else {"since": taken.since}
    return msgspec.structs.replace(
        state,
        taken_at=taken.taken_at,
        matter=state.matter or taken.matter,
        channel=taken.channel,
        priority=taken.priority,
        why=taken.why,
        appointment=taken.appointment,
        holder=taken.holder,
        **moved,
        **began,
    )


def _changes(state: Ticket, act: Act, body: Body) -> dict[str, object]:
    match body:
        case TicketCalled():
            return {
                "status": TicketStatus.CALLED,
                "window": body.window,
                "fence": body.fence,
                "called_at": act.at,
                "spoken_at": act.at,
            }
        case TicketRecalled():
            return {"recalls": state.recalls + 1, "spoken_at": act.at}
        case TicketArrived():
            return {
                "status": TicketStatus.SERVING,
                "arrived_at": act.at,
                "clerk": act.clerk,
                "sitting": body.sitting,
            }
        case TicketMissed():
            return {"status": TicketStatus.NO_SHOW}
        case TicketReturned():
            return {
                "status": TicketStatus.WAITING,
                "window": "",
                "order": body.order or state.order,
                "since": act.at if body.order else state.since,
            }
        case TicketParked():
            return {"status": TicketStatus.PARKED}
        case TicketResumed():
            return {
                "status": TicketStatus.SERVING,
                "window": body.window,
                "clerk": act.clerk,
                "fence": body.fence,
                "arrived_at": state.arrived_at or act.at,
            }
        case TicketTransferred():
            return {
                "status": TicketStatus.WAITING,
                "window": "",
                "category": body.to_category or state.category,
                "to_window": body.to_window,
                "forwarded": True,
            }
        case TicketClosed():
            return {
                "status": TicketStatus.CLOSED,
                "closed_at": act.at,
                "outcome": body.outcome,
            }
        case TicketExpired():
            return {
                "status": TicketStatus.CLOSED,
                "closed_at": act.at,
                "outcome": Outcome.EXPIRED.value,
            }
        case _:
            return {}
