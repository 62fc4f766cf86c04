"""The queue through the real store: calls, passing over, parking, transfers, walk-ins."""

import pytest

from zcdesk.domain.ticket import Outcome, TicketStatus
from zcdesk.domain.visit import Phase
from zcdesk.errors import Conflict, NotAllowed
from zcdesk.operations import drafts, queue, tickets

SOCIAL, INVESTMENT = "社会民生", "投资建设"


def take(session, category=SOCIAL, **how):
    return tickets.take_ticket(session, category, **how).ticket


@pytest.mark.req("R093")
def test_numbers_run_per_category_with_their_prefixes(session):
    numbers = [
        take(session).number,
        take(session).number,
        take(session, INVESTMENT).number,
        take(session, priority=True, why="65岁以上").number,
        take(session, appointment="2026-11-24T10:00:00+08:00").number,
    ]
    assert numbers == ["A001", "A002", "D001", "VA001", "YA001"]


def test_the_call_opens_a_visit_that_survives_a_restart(session, open_hall):
    ticket = take(session, matter="1-1")
    visit = queue.call_next(session)
    assert visit.ticket.number == ticket.number
    assert visit.phase is Phase.CALLED
    again = open_hall().as_clerk("0312")
    with again.reading() as store:
        assert drafts.open_visit(store, "3") == visit


def test_nobody_waiting_is_no_visit(session):
    assert queue.call_next(session) is None


def test_a_second_call_is_refused_while_a_visit_is_open(session):
    take(session), take(session)
    queue.call_next(session)
    with pytest.raises(Conflict) as refused:
        queue.call_next(session)
    assert refused.value.code == "QUE-12"
    assert tickets.view(session).total == 1


@pytest.mark.req("R085")
def test_priority_goes_ahead_but_never_starves_the_others(session):
    for _ in range(3):
        take(session)
    for _ in range(5):
        take(session, priority=True, why="残疾")
    called = []
    while (visit := queue.call_next(session)) is not None:
        called.append(visit.ticket.number)
        queue.leave(session, queue.arrive(session, visit, "key"), Outcome.LEFT)
    assert called == ["VA001", "VA002", "VA003", "A001", "VA004", "VA005", "A002", "A003"]


def test_an_appointment_joins_those_ahead_only_near_its_time(session, clock):
    take(session, appointment="2026-11-24T10:00:00+08:00")
    assert queue.call_next(session) is None
    take(session)
    clock.pass_(minutes=56)
    assert queue.call_next(session).ticket.number == "YA001"


@pytest.mark.req("R040")
def test_a_window_calls_only_its_scope(session):
    take(session, SOCIAL)
    fifth = session.at_window("5")
    assert queue.call_next(fifth) is None
    take(session, INVESTMENT)
    assert queue.call_next(fifth).ticket.number == "D001"


@pytest.mark.req("UX-30")
def test_a_passed_number_comes_back_with_the_work_done_on_it(session, clock):
    ticket = take(session)
    visit = queue.arrive(session, queue.call_next(session), "card")
    import msgspec

    worked = msgspec.structs.replace(visit, note="看过材料")
    queue.miss(session, worked)
    assert [t.number for t in tickets.view(session).missed] == [ticket.number]
    clock.pass_(seconds=8)
    back = queue.call_back(session, ticket.id)
    assert (back.id, back.note, back.phase) == (visit.id, "看过材料", Phase.CALLED)
    assert back.ticket.fence > visit.ticket.fence


def test_a_passed_number_can_be_queued_again_behind_others(session):
    first = take(session)
    take(session), take(session)
    visit = queue.call_next(session)
    queue.miss(session, visit)
    queue.requeue(session, first.id)
    assert queue.call_next(session).ticket.number == "A002"


def test_recall_waits_its_seconds(session, clock):
    take(session)
    visit = queue.call_next(session)
    with pytest.raises(NotAllowed) as refused:
        queue.recall(session, visit)
    assert refused.value.code == "QUE-06"
    clock.pass_(seconds=6)
    queue.recall(session, visit)
    with session.reading() as store:
        assert tickets.must(store, f"ticket:{visit.ticket.id}").recalls == 1


def test_a_parked_visit_is_taken_up_where_it_was_left(session):
    take(session), take(session)
    visit = queue.arrive(session, queue.call_next(session), "key")
    queue.park(session, visit, "回去取原件")
    assert [p.number for p in tickets.view(session).parked] == ["A001"]
    other = queue.arrive(session, queue.call_next(session), "key")
    with pytest.raises(Conflict):
        queue.resume(session, visit.id)
    queue.leave(session, other, Outcome.LEFT)
    assert queue.resume(session, visit.id) == visit


def test_a_transferred_ticket_goes_ahead_at_its_new_window(session):
    take(session, INVESTMENT)
    visit = queue.call_next(session)
    take(session, INVESTMENT)
    queue.transfer(session, visit, to_window="5")
    fifth = session.at_window("5")
    assert queue.call_next(fifth).ticket.number == "D001"
    with pytest.raises(Conflict):
        queue.recall(session, visit)


def test_a_walk_in_has_a_number_of_the_windows_own(session):
    visit = queue.walk_in(session)
    assert (visit.ticket.number, visit.phase) == ("W03-001", Phase.SERVING)
    queue.leave(session, visit, Outcome.CONSULTED)
    with session.reading() as store:
        ticket = tickets.must(store, f"ticket:{visit.ticket.id}")
    assert (ticket.status, ticket.outcome) == (TicketStatus.CLOSED, "consulted")


def test_the_slip_tells_how_many_are_ahead_and_no_name(session):
    take(session)
    taken = tickets.take_ticket(session, SOCIAL)
    assert (taken.paper.ahead, taken.paper.head.number) == (1, "A002")
    assert taken.paper.windows == ("3",)


def test_the_view_counts_waiting_by_category(session, clock):
    take(session)
    clock.pass_(minutes=26)
    take(session), take(session, INVESTMENT)
    view = tickets.view(session)
    assert (view.total, view.longest_minutes, view.first.number) == (3, 26, "A001")
    assert [(w.category, w.count, w.longest_minutes) for w in view.waiting] == [
        (SOCIAL, 2, 26),
        (INVESTMENT, 1, 0),
    ]
