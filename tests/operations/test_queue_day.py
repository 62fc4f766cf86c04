"""The queue over a day: prefixes, one number each, the way back, what to expect, the end."""

from __future__ import annotations

import pytest

from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.forecast import LEAST_SERVICES
from zcdesk.domain.ticket import Channel, Outcome, TicketStatus
from zcdesk.errors import Conflict, NotAllowed
from zcdesk.operations import day_end, drafts, queue, tickets, windows

SOCIAL, INVESTMENT = "社会民生", "投资建设"
CARD = with_check_digit("32021319580412452")
OTHER = with_check_digit("32021319900101123")


def take(session, category=SOCIAL, **how):
    return tickets.take_ticket(session, category, **how).ticket


def serve(session, clock, minutes=10):
    visit = queue.arrive(session, queue.call_next(session), "key")
    clock.pass_(minutes=minutes)
    queue.leave(session, visit, Outcome.CONSULTED)


@pytest.mark.req("R093")
def test_a_number_given_by_hand_waits_from_its_own_time(session, clock):
    clock.pass_(minutes=30)
    take(session)
    entered = take(session, channel=Channel.BY_HAND, since="2026-11-24T09:10:00.000+08:00")
    assert (entered.number, entered.taken_at[11:16]) == ("LA001", "09:10")
    assert queue.call_next(session).ticket.number == "LA001"


@pytest.mark.req("R093")
def test_one_waiting_number_for_each_card_and_category(session):
    first = take(session, card=CARD)
    with pytest.raises(Conflict) as refused:
        take(session, card=f" {CARD[:-1]}{CARD[-1].lower()}")
    assert (refused.value.code, refused.value.fields) == ("QUE-14", {"no": first.number})
    assert take(session, INVESTMENT, card=CARD).number == "D001"
    assert take(session, card=OTHER).number == "A002"
    visit = queue.call_next(session)
    with pytest.raises(Conflict):
        take(session, card=CARD)
    queue.leave(session, visit, Outcome.LEFT)
    assert take(session, card=CARD).number == "A003"


def test_a_card_is_in_no_act_and_differs_by_day_and_category(session, clock):
    one, two = take(session, card=CARD), take(session, INVESTMENT, card=CARD)
    clock.pass_(days=1)
    three = take(session, card=CARD)
    assert len({one.holder, two.holder, three.holder}) == 3
    assert CARD not in repr((one, two, three))


def test_who_comes_back_waits_anew(session, clock):
    """A way back behind three others is not undone by the long wait before."""
    first = take(session)
    clock.pass_(minutes=60)
    for _ in range(4):
        clock.pass_(seconds=20)
        take(session)
    queue.miss(session, queue.call_next(session))
    queue.requeue(session, first.id)
    order = []
    while (visit := queue.call_next(session)) is not None:
        order.append(visit.ticket.number)
        queue.leave(session, visit, Outcome.LEFT)
    assert order == ["A002", "A003", "A004", "A001", "A005"]


def test_what_to_expect_is_on_slip_and_page_once_the_hall_knows(session, clock):
    windows.open_window(session)
    assert tickets.take_ticket(session, SOCIAL).paper.wait_minutes is None
    for _ in range(LEAST_SERVICES):
        take(session)
    for _ in range(LEAST_SERVICES + 1):
        serve(session, clock)
    slips = [tickets.take_ticket(session, SOCIAL).paper for _ in range(4)]
    assert [slip.ahead for slip in slips] == [0, 1, 2, 3]
    assert slips[3].wait_minutes <= 30 <= slips[3].wait_most
    (social,) = tickets.view(session).waiting
    assert social.forecast.least <= 40 <= social.forecast.most
    windows.pause_window(session, "用餐")
    (social,) = tickets.view(session).waiting
    assert social.forecast is None
    assert tickets.take_ticket(session, SOCIAL).paper.wait_minutes is None


def test_a_priority_number_is_told_a_shorter_wait_and_an_appointment_none(session, clock):
    windows.open_window(session)
    for _ in range(LEAST_SERVICES):
        take(session)
    for _ in range(LEAST_SERVICES):
        serve(session, clock)
    for _ in range(6):
        take(session)
    plain = tickets.take_ticket(session, SOCIAL).paper
    ahead = tickets.take_ticket(session, SOCIAL, priority=True, why="孕妇").paper
    due = tickets.take_ticket(session, SOCIAL, appointment="2026-11-24T15:00:00+08:00").paper
    assert ahead.wait_most < plain.wait_minutes
    assert due.wait_minutes is None


def test_yesterdays_numbers_expire_and_a_clerks_work_stays(session, clock, open_hall):
    kinds = [take(session) for _ in range(5)]
    queue.miss(session, queue.arrive(session, queue.call_next(session), "key"))
    queue.park(session, queue.arrive(session, queue.call_next(session), "key"))
    queue.miss(session, queue.call_next(session))
    queue.requeue(session, kinds[2].id)
    called = queue.call_next(session)
    assert called.ticket.number == "A004"
    clock.pass_(days=1)
    assert day_end.close_past_days(session) == 4
    assert day_end.close_past_days(session) == 0
    with session.reading() as store:
        after = {t.number: (t.status, t.outcome) for t in tickets.of_day(store, "2026-11-24")}
        assert drafts.all_of(store, "3", drafts.MISSED) == ()
        assert drafts.open_visit(store, "3") is None
        assert len(drafts.all_of(store, "3", drafts.PARKED)) == 1
    over = (TicketStatus.CLOSED, Outcome.EXPIRED)
    assert after == {
        "A001": over,
        "A002": (TicketStatus.PARKED, ""),
        "A003": over,
        "A004": over,
        "A005": over,
    }
    assert take(session).number == "A001"
    assert queue.call_next(session).ticket.number == "A001"


def test_the_days_queue_is_ended_by_those_who_may(session):
    take(session), take(session)
    visit = queue.call_next(session)
    with pytest.raises(NotAllowed) as refused:
        day_end.close_today(session)
    assert refused.value.code == "QUE-15"
    assert day_end.close_today(session.as_clerk("0001")) == 1
    view = tickets.view(session)
    assert (view.total, view.served_today) == (0, 0)
    queue.arrive(session, visit, "key")  # who was called just now is still served
