"""Whose turn it is, through the real store: fairness over a day, sending on, late saves."""

from __future__ import annotations

import msgspec
import pytest
from fix_visit import settle, visiting

from zcdesk.domain.hall import Policy
from zcdesk.domain.queue import QueuePolicy
from zcdesk.domain.ticket import Outcome
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import drafts, intake, policies, queue, tickets

SOCIAL, INVESTMENT = "社会民生", "投资建设"


def take(session, category: str = SOCIAL, **how):
    return tickets.take_ticket(session, category, **how).ticket


def serve(session, clock):
    """Call the next and be done with them; return the number called."""
    clock.pass_(minutes=2)
    visit = queue.call_next(session)
    if visit is None:
        return None
    queue.leave(session, queue.arrive(session, visit, "key"), Outcome.CONSULTED)
    return visit.ticket.number


def walk_in(session, clock) -> None:
    clock.pass_(minutes=1)
    queue.leave(session, queue.walk_in(session), Outcome.CONSULTED)


def test_who_came_without_a_number_does_not_delay_the_ordinary_turn(session, clock) -> None:
    """Walk-ins between the calls would else reset the count of those let ahead, for ever."""
    take(session)
    for _ in range(8):
        take(session, priority=True, why="残疾")
    called = []
    for _ in range(4):
        called.append(serve(session, clock))
        walk_in(session, clock)
    assert called == ["VA001", "VA002", "VA003", "A001"]


def test_the_row_ahead_is_counted_for_each_window_and_begins_again(session, clock) -> None:
    policies.set_policy(session.as_clerk("0001"), Policy(queue=QueuePolicy(ahead_in_row=1)))
    for _ in range(2):
        take(session, INVESTMENT)
        take(session, INVESTMENT, priority=True, why="65岁以上")
    fifth = session.at_window("5")
    assert serve(session, clock) == "VD001"
    assert serve(fifth, clock) == "VD002"  # another window has let nobody ahead yet
    assert [serve(session, clock), serve(fifth, clock)] == ["D001", "D002"]


def test_the_idle_page_shows_whom_the_key_would_call(session, clock) -> None:
    take(session, appointment="2026-11-24T11:00:00+08:00")
    take(session)
    take(session, priority=True, why="残疾")
    take(session)
    seen, called = [], []
    while (first := tickets.view(session).first) is not None:
        seen.append(first.number)
        called.append(serve(session, clock))
    assert seen == called == ["VA001", "A001", "A002"]
    assert tickets.view(session).total == 1  # the appointment waits for its time
    clock.pass_(hours=2)
    assert tickets.view(session).first.number == "YA001"


def test_a_walk_in_sent_to_a_category_can_be_called_there(session) -> None:
    visit = queue.walk_in(session)
    queue.transfer(session, visit, category=INVESTMENT, reason="投资项目")
    assert queue.call_next(session.at_window("5")).ticket.number == visit.ticket.number


def test_a_ticket_sent_to_a_window_and_on_to_a_category_is_free_again(session) -> None:
    take(session, INVESTMENT)
    visit = queue.arrive(session, queue.call_next(session), "key")
    queue.transfer(session, visit, to_window="5")
    assert queue.call_next(session) is None
    fifth = session.at_window("5")
    visit = queue.arrive(fifth, queue.call_next(fifth), "key")
    queue.transfer(fifth, visit, category=SOCIAL)
    assert queue.call_next(fifth) is None
    assert queue.call_next(session).ticket.number == "D001"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({}, "QUE-10"),
        ({"to_window": "3"}, "QUE-10"),
        ({"category": "婚姻登记"}, "QUE-11"),
        ({"to_window": "8"}, "SYS-11"),
    ],
)
def test_a_ticket_is_not_sent_where_nobody_would_call_it(session, where, code: str) -> None:
    take(session)
    visit = queue.arrive(session, queue.call_next(session), "key")
    with pytest.raises(UserError) as refused:
        queue.transfer(session, visit, **where)
    assert refused.value.code == code
    assert intake.reopen(session) == visit


@pytest.mark.parametrize(("places", "order"), [(0, 0), (1, 1), (3, 3), (9, 4)])
def test_a_passed_number_comes_back_behind_as_many_as_the_policy_says(
    session, clock, places: int, order: int
) -> None:
    policies.set_policy(session.as_clerk("0001"), Policy(queue=QueuePolicy(return_places=places)))
    for _ in range(5):
        take(session)
        clock.pass_(seconds=20)
    visit = queue.call_next(session)
    queue.miss(session, visit)
    queue.requeue(session, visit.ticket.id)
    called = [serve(session, clock) for _ in range(5)]
    assert called.index("A001") == order
    assert called[:order] == [f"A00{n}" for n in range(2, order + 2)]


def test_a_ticket_that_ended_comes_back_no_more(session) -> None:
    take(session)
    visit = queue.arrive(session, queue.call_next(session), "key")
    queue.leave(session, visit, Outcome.LEFT)
    for back in (queue.call_back, queue.requeue):
        with pytest.raises(Conflict):
            back(session, visit.ticket.id)
    assert tickets.view(session).total == 0


def test_a_late_save_does_not_bring_a_visit_back(session) -> None:
    """A save on its way while 收件 or 挂起 happens would leave a visit open that has ended."""
    visit = settle(visiting(session, "1-2"))
    intake.receive(session, visit)
    parked = queue.walk_in(session)
    queue.park(session, parked)
    for stale in (visit, parked):
        with pytest.raises(Conflict) as refused:
            intake.save(session, stale)
        assert refused.value.code == "QUE-07"
    assert intake.reopen(session) is None


def test_a_parked_visit_belongs_to_its_window(session) -> None:
    visit = queue.walk_in(session)
    queue.park(session, visit)
    with pytest.raises(UserError) as refused:
        queue.resume(session.at_window("5"), visit.id)
    assert refused.value.code == "QUE-09"
    assert queue.resume(session, visit.id) == visit


def test_what_another_window_called_is_not_served_here(session) -> None:
    take(session, INVESTMENT)
    visit = queue.arrive(session, queue.call_next(session), "key")
    queue.transfer(session, visit, to_window="5")
    queue.call_next(session.at_window("5"))
    for act in (queue.recall, queue.miss, queue.park):
        with pytest.raises(Conflict) as refused:
            act(session, visit)
        assert (refused.value.code, refused.value.fields["w"]) == ("QUE-02", "5")


def test_a_category_the_hall_does_not_have(session) -> None:
    with pytest.raises(NotAllowed) as refused:
        take(session, "婚姻登记")
    assert (refused.value.code, refused.value.fields) == ("QUE-11", {"category": "婚姻登记"})


@pytest.mark.req("UX-39")
def test_every_step_of_a_visit_is_there_after_a_restart(session, open_hall) -> None:
    """Whatever was saved last is what the next start finds, in each place a visit can lie."""
    here = session
    visit = visiting(here, "1-1")
    for step in (lambda v: v, settle, lambda v: msgspec.structs.replace(v, note="缺一份")):
        visit = step(visit)
        intake.save(here, visit)
        here = open_hall().as_clerk("0312")
        assert intake.reopen(here) == visit
    queue.park(here, visit)
    here = open_hall().as_clerk("0312")
    assert intake.reopen(here) is None
    visit = queue.resume(here, visit.id)
    queue.miss(here, visit)
    here = open_hall().as_clerk("0312")
    with here.reading() as store:
        assert drafts.of_ticket(store, "3", visit.ticket.id) == visit
