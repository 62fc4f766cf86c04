"""A one-PC hall whose clock leaps ahead does nothing by itself that nobody could take back."""

from __future__ import annotations

import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.domain.ticket import Ticket, TicketStatus
from zcdesk.errors import NotAllowed
from zcdesk.operations import (
    clocks,
    day_end,
    erasing,
    intake,
    policies,
    queue,
    reminders,
    reports,
    tickets,
)
from zcdesk.operations.session import Session

ADMIN = "0001"


@pytest.fixture
def watched(session: Session, clock) -> Session:
    """A hall at work: a number waits, a case was taken in; the clock is looked after."""
    policies.set_policy(session.as_clerk(ADMIN), Policy(case=CasePolicy(record_days=30)))
    intake.receive(session, settle(visiting(session, "1-2", person=somebody(1))))
    tickets.take_ticket(session, "社会民生")
    clocks.watch(session)
    assert clocks.doubt(session) is None
    return session


def waiting(session: Session) -> int:
    with session.reading() as store:
        found = [tickets.must(store, subject) for subject, _ in store.states(Ticket)]
    return sum(one.status is TicketStatus.WAITING for one in found)


def undo_nothing(session: Session) -> None:
    """Try everything that happens by itself; nothing of it may have happened."""
    assert reports.freeze_due(session) == ()
    assert day_end.close_past_days(session) == 0
    assert reminders.remind(session) == 0
    erasing.at_closing(session)
    assert erasing.days(session) == ()


def test_nothing_ends_by_itself_under_a_clock_that_leapt_and_work_goes_on(watched, clock) -> None:
    clock.pass_(days=365, hours=10)
    found = clocks.doubt(watched)
    assert found is not None
    assert (found.code, found.may_settle) == ("SYS-44", False)
    assert (found.now[:10], found.last[:10]) == ("2027-11-24", "2026-11-24")
    undo_nothing(watched)
    with pytest.raises(NotAllowed, match="SYS-44"):
        erasing.erase_due(watched.as_clerk(ADMIN))
    assert waiting(watched) == 1
    tickets.take_ticket(watched, "社会民生")
    assert queue.call_next(watched) is not None
    with watched.reading() as store:
        late = [s for s, one in store.states(Ticket) if one.day == "2027-11-24"]
        assert [act.clock_ok for act in store.acts(late[0])] == [False, False]
    clock.pass_(days=-365, hours=-10)
    assert clocks.doubt(watched) is None, "put right, it is believed again by itself"


def test_a_manager_believes_the_clock_and_everything_goes_on(watched, clock) -> None:
    clock.pass_(days=365, hours=10)
    with pytest.raises(NotAllowed, match="SYS-45"):
        clocks.believe(watched)
    manager = watched.as_clerk(ADMIN)
    assert clocks.doubt(manager).may_settle
    clocks.believe(manager)
    assert clocks.doubt(manager) is None
    with watched.reading() as store:
        last = store.acts(f"station:{watched.store.station.name}")[-1]
    assert (last.kind, last.clerk, last.clock_ok) == ("station.clock_believed", ADMIN, True)
    assert reports.freeze_due(watched)
    assert day_end.close_past_days(watched) == 1
    erasing.at_closing(watched)
    assert [day.counts.records for day in erasing.days(watched)] == [1]


def test_a_pc_that_was_off_over_a_holiday_asks_nothing(session, clock) -> None:
    intake.receive(session, settle(visiting(session, "1-2", person=somebody(1))))
    clock.pass_(days=6)  # over a weekend and three days nobody came
    clocks.watch(session)
    assert clocks.doubt(session) is None
    assert reports.freeze_due(session)


def test_a_clock_that_was_believed_wrongly_and_set_back_is_believed_anew(watched, clock) -> None:
    manager = watched.as_clerk(ADMIN)
    clock.pass_(days=365)
    clocks.believe(manager)
    clock.pass_(days=-364)
    assert clocks.doubt(manager).code == "SYS-20"
    clocks.believe(manager)
    assert clocks.doubt(manager) is None
    intake.receive(watched, settle(visiting(watched, "1-2", person=somebody(2))))
    assert watched.store.notices == ()


def test_a_hall_with_a_server_goes_by_the_servers_clock(watched, clock) -> None:
    from zcdesk.sync.station_copy import StoreCopy

    StoreCopy(watched.store, watched.now).join(1)
    clock.pass_(days=365)
    assert clocks.doubt(watched) is None
