"""A window with a call pad and no desk: it drives the queue, and never ends a desk's work."""

import msgspec
import pytest

from zcdesk.domain.person import Person
from zcdesk.domain.ticket import Outcome, Ticket, TicketStatus
from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import intake, pads, tickets

THERE = "5"


@pytest.fixture
def at_pad(session):
    """Clerk 0313 logged in at the pad of window 5; three wait."""
    for _ in range(3):
        tickets.take_ticket(session, "投资建设")
    pads.log_in(session, THERE, "0313")
    return session


def ticket(session, visit):
    with session.reading() as store:
        return store.state(f"ticket:{visit.ticket.id}", Ticket)


def window(session):
    with session.reading() as store:
        return store.state(f"window:{THERE}", Window)


@pytest.mark.req("R093")
def test_a_pad_calls_and_whoever_sat_there_has_left(at_pad, clock):
    assert pads.waiting(at_pad, THERE) == 3
    first = pads.call(at_pad, THERE)
    clock.pass_(seconds=30)
    assert pads.recall(at_pad, THERE) == first
    second = pads.call(at_pad, THERE)
    assert (first.ticket.number, second.ticket.number) == ("D001", "D002")
    assert ticket(at_pad, first).outcome == Outcome.LEFT
    assert (ticket(at_pad, second).window, pads.waiting(at_pad, THERE)) == (THERE, 1)
    pads.finish(at_pad, THERE)
    assert ticket(at_pad, second).status is TicketStatus.CLOSED
    third = pads.call(at_pad, THERE)
    pads.pass_over(at_pad, THERE)
    assert ticket(at_pad, third).status is TicketStatus.NO_SHOW
    assert pads.call(at_pad, THERE) is None


def test_every_act_of_a_pad_is_its_clerk_s(at_pad):
    visit = pads.call(at_pad, THERE)
    with at_pad.reading() as store:
        last = store.acts(f"ticket:{visit.ticket.id}")[-1]
    assert (last.kind, last.clerk) == ("ticket.called", "0313")


def test_a_number_is_sent_on_to_another_window(at_pad):
    visit = pads.call(at_pad, THERE)
    pads.transfer(at_pad, THERE, "3")
    assert ticket(at_pad, visit).to_window == "3"


def test_a_pad_pauses_goes_on_and_closes(at_pad):
    assert pads.pause(at_pad, THERE).mode is WindowMode.PAUSED
    with pytest.raises(NotAllowed):
        pads.call(at_pad, THERE)
    assert pads.resume(at_pad, THERE).mode is WindowMode.OPEN
    pads.call(at_pad, THERE)
    assert pads.log_out(at_pad, THERE).mode is WindowMode.CLOSED
    with pytest.raises(NotAllowed) as off:
        pads.call(at_pad, THERE)
    assert off.value.code == "PAD-01"


@pytest.mark.parametrize("staff_no", ["9999", "", "0001"])
def test_only_a_clerk_of_windows_logs_in_at_a_pad(session, staff_no):
    with pytest.raises(NotAllowed) as refused:
        pads.log_in(session, THERE, staff_no)
    assert refused.value.code == "SEC-02"
    assert window(session).mode is WindowMode.CLOSED


def test_nothing_called_and_nothing_lost(at_pad):
    for verb in (pads.recall, pads.pass_over):
        with pytest.raises(UserError) as nobody:
            verb(at_pad, THERE)
        assert nobody.value.code == "PAD-02"
    visit = pads.call(at_pad, THERE)
    here = visit.applicants[0]
    known = msgspec.structs.replace(here, person=Person(name="示一一"))
    there = at_pad.at_window(THERE).as_clerk("0313")
    intake.save(there, msgspec.structs.replace(visit, applicants=(known,)))
    with pytest.raises(Conflict) as under_way:
        pads.call(at_pad, THERE)
    assert under_way.value.code == "PAD-03"
    assert ticket(at_pad, visit).status is TicketStatus.CALLED
