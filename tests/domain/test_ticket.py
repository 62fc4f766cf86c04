"""The ticket: what may follow in each state, and that nothing else changes it."""

from __future__ import annotations

import msgspec
import pytest
from fix_acts import act_on
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import ticket
from zcdesk.domain.act import Body
from zcdesk.domain.hall import Revealed
from zcdesk.domain.ticket import (
    ALLOWED,
    Channel,
    Outcome,
    Ticket,
    TicketArrived,
    TicketCalled,
    TicketClosed,
    TicketExpired,
    TicketMissed,
    TicketParked,
    TicketRecalled,
    TicketResumed,
    TicketReturned,
    TicketStatus,
    TicketTaken,
    TicketTransferred,
    allowed,
)

BODIES: tuple[Body, ...] = (
    TicketTaken(number="A001", category="社会民生"),
    TicketCalled(window="3", fence=1, request="r"),
    TicketRecalled(window="3"),
    TicketArrived(window="3", by="card", sitting="s1"),
    TicketMissed(window="3"),
    TicketReturned(reason="过号重排", order="9"),
    TicketParked(window="3", reason="取原件"),
    TicketResumed(window="3", fence=2),
    TicketTransferred(window="3", to_window="5"),
    TicketClosed(window="3", outcome=Outcome.RECEIVED),
    TicketExpired(),
)

AFTER = """
        taken called recalled arrived missed  returned parked resumed transferred closed expired
waiting -     called -        -       -       waiting  -      -       -           -      closed
called  -     -      called   serving no_show waiting  parked -       waiting     closed closed
serving -     -      serving  -       no_show -        parked -       waiting     closed -
parked  -     -      -        -       -       waiting  -      serving waiting     closed -
no_show -     -      -        -       -       waiting  -      serving -           closed closed
closed  -     -      -        -       -       -        -      -       -           -      -
"""


def apply(state: Ticket | None, *bodies: Body) -> Ticket | None:
    for body in bodies:
        state = ticket.fold(state, act_on("ticket:t1", body), body)
    return state


def in_state(status: TicketStatus) -> Ticket:
    return Ticket(id="t1", number="A001", day="2026-11-24", taken_at="x", order="1", status=status)


def cells() -> list[tuple[str, str, str]]:
    heads, *rows = (line.split() for line in AFTER.strip().splitlines())
    return [(r[0], head, cell) for r in rows for head, cell in zip(heads, r[1:], strict=True)]


@pytest.mark.parametrize(("status", "kind", "expected"), cells())
def test_every_act_in_every_state(status: str, kind: str, expected: str) -> None:
    before = in_state(TicketStatus(status))
    body = next(b for b in BODIES if b.kind == f"ticket.{kind}")
    after = ticket.fold(before, act_on("ticket:t1", body), body)
    if expected == "-":
        assert after is before
        assert not allowed(before, type(body))
    else:
        assert after is not None
        assert after.status.value == expected
        assert allowed(before, type(body))


def test_the_table_covers_every_state_and_act() -> None:
    kinds = {b.kind.removeprefix("ticket.") for b in BODIES}
    assert {(s, k) for s, k, _ in cells()} == {(s.value, k) for s in TicketStatus for k in kinds}
    assert set(ALLOWED) == {type(b) for b in BODIES} - {TicketTaken}


def test_a_ticket_begins_with_its_number() -> None:
    for body in BODIES[1:]:
        assert apply(None, body) is None
        assert not allowed(None, type(body))
    taken = apply(None, BODIES[0])
    assert taken is not None
    assert (taken.id, taken.number, taken.day) == ("t1", "A001", "2026-11-24")
    assert taken.order == taken.taken_at == "2026-11-24T10:00:00+08:00"


def test_a_visit_from_number_to_end() -> None:
    done = apply(None, *BODIES[:4], BODIES[9])
    assert done is not None
    assert (done.window, done.fence, done.sitting) == ("3", 1, "s1")
    assert (done.status, done.outcome) == (TicketStatus.CLOSED, "received")


def test_a_passed_number_keeps_its_place_unless_it_is_given_another() -> None:
    missed = apply(None, BODIES[0], BODIES[1], TicketMissed(window="3"))
    assert missed is not None
    undone = apply(missed, TicketReturned(reason="撤销"))
    behind = apply(missed, TicketReturned(reason="过号重排", order="2026-11-24T10:30~"))
    assert undone is not None
    assert behind is not None
    assert (undone.order, undone.window) == (missed.order, "")
    assert behind.order == "2026-11-24T10:30~"


def test_a_ticket_sent_on_goes_ahead_there() -> None:
    sent = apply(None, BODIES[0], BODIES[1], BODIES[8])
    assert sent is not None
    assert (sent.forwarded, sent.to_window, sent.window) == (True, "5", "")
    assert sent.category == "社会民生"
    called = apply(sent, TicketCalled(window="5", fence=2, request="r"))
    assert called is not None
    back = apply(called, TicketTransferred(window="5", to_category="投资建设"))
    assert back is not None
    assert (back.category, back.to_window) == ("投资建设", "")  # no window keeps it any more


def test_the_first_arrival_stays_when_a_visit_is_taken_up_again() -> None:
    here = apply(None, *BODIES[:4])
    again = ticket.fold(
        apply(here, TicketParked(window="3")),
        act_on("ticket:t1", BODIES[7], "2026-11-24T11:00:00.000+08:00"),
        BODIES[7],
    )
    assert again is not None
    assert here is not None
    assert (again.arrived_at, again.fence) == (here.arrived_at, 2)


def test_an_act_of_another_subject_changes_nothing() -> None:
    waiting = in_state(TicketStatus.WAITING)
    other = Revealed(field="phone")
    assert ticket.fold(waiting, act_on("ticket:t1", other), other) is waiting
    assert not allowed(waiting, Revealed)


@given(st.lists(st.sampled_from(BODIES), max_size=20))
def test_no_sequence_of_acts_breaks_a_ticket(bodies: list[Body]) -> None:
    state: Ticket | None = None
    for body in bodies:
        may, before = allowed(state, type(body)), state
        state = ticket.fold(state, act_on("ticket:t1", body), body)
        assert (state is before) is not may
        if before is not None:
            assert state is not None
            assert (state.number, state.day, state.id) == (before.number, before.day, before.id)
            if before.status is TicketStatus.CLOSED:
                assert state is before
    if state is not None:
        again = msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=Ticket)
        assert again == state


def taken(number: str, channel: Channel, at: str, **how: object) -> tuple[Body, str]:
    body = TicketTaken(number=number, category="社会民生", channel=channel, **how)  # type: ignore[arg-type]
    return body, f"2026-11-24T{at}:00.000+08:00"


def folded(*acts: tuple[Body, str]) -> Ticket | None:
    state = None
    for body, at in acts:
        state = ticket.fold(state, act_on("ticket:t1", body, at), body)
    return state


PRINTED = taken("LA9001", Channel.KIOSK, "09:00", priority=True, why="孕妇", holder="h")
ENTERED = taken("LA9001", Channel.BY_HAND, "09:30", since="2026-11-24T09:20:00.000+08:00")
SERVED = (
    (TicketCalled(window="3", fence=1, request="r"), "2026-11-24T09:30:00.000+08:00"),
    (TicketArrived(window="3"), "2026-11-24T09:30:00.000+08:00"),
)
ENDED = (TicketClosed(window="3", outcome=Outcome.CONSULTED), "2026-11-24T09:40:00.000+08:00")


@pytest.mark.req("R093")
def test_a_slip_printed_and_entered_is_one_ticket_whichever_record_comes_first() -> None:
    one, other = folded(PRINTED, ENTERED), folded(ENTERED, PRINTED)
    assert one == other == folded(PRINTED)
    for acts in ((PRINTED, ENTERED), (ENTERED, PRINTED)):
        served = folded(*acts, *SERVED)
        assert served is not None
        assert (served.status, served.why) == (TicketStatus.SERVING, "孕妇")
    late = folded(ENTERED, *SERVED, PRINTED)
    assert late == folded(ENTERED, PRINTED, *SERVED)
    assert folded(ENTERED, *SERVED, ENDED, PRINTED, PRINTED) == folded(PRINTED, *SERVED, ENDED)


def test_a_slip_printed_after_that_visit_was_over_is_another_person_s() -> None:
    later = taken("LA9001", Channel.KIOSK, "09:41")
    assert folded(ENTERED, *SERVED, ENDED, later) == folded(later)


def test_a_way_back_keeps_its_place_and_no_other_number_is_the_same() -> None:
    back = (TicketReturned(reason="过号重排", order="z"), "2026-11-24T09:35:00.000+08:00")
    state = folded(ENTERED, SERVED[0], (TicketMissed(window="3"), back[1]), back, PRINTED)
    assert state is not None
    assert (state.order, state.since, state.taken_at[11:16]) == ("z", back[1], "09:00")
    for other in (taken("LA9002", Channel.KIOSK, "09:00"), taken("A001", Channel.GUIDE, "09:00")):
        assert folded(ENTERED, other) == folded(ENTERED)
        assert folded(PRINTED, other) == folded(PRINTED)
