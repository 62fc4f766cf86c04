"""Numbers a kiosk gives by itself: never one twice, and what such a slip can and cannot say."""

from __future__ import annotations

import pytest

from zcdesk.domain.ticket import Channel
from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.operations import cut_off, queue, tickets
from zcdesk.store import reserve

SOCIAL, MARKET = "社会民生", "市场准入"


def alone(session, category: str = SOCIAL, **how) -> str:
    return tickets.take_ticket(session, category, alone=True, **how).ticket.number


@pytest.mark.req("R093", "R096")
def test_numbers_run_by_category_and_day_and_go_on_after_a_restart(session, open_hall, clock):
    given = [alone(session), alone(session), alone(session, MARKET)]
    assert given == ["LA3001", "LA3002", "LB3001"]
    again = open_hall()
    assert [alone(again), alone(again, MARKET)] == ["LA3003", "LB3002"]
    clock.pass_(days=1)
    assert alone(again) == "LA3001"


def test_what_any_record_names_is_given_already(session):
    """A copy that learnt its past from the server, or a slip a clerk entered, counts as well."""
    for number in ("LA3007", "LA31004", "LB3009"):
        category = MARKET if number[1] == "B" else SOCIAL
        tickets.take_ticket(session, category, number=number, channel=Channel.BY_HAND)
    assert alone(session) == "LA3008"
    tickets.take_ticket(session, SOCIAL, number="LA3999", channel=Channel.BY_HAND)
    assert [alone(session), alone(session)] == ["LA3-1000", "LA3-1001"]


def test_the_slip_tells_no_wait_and_nobody_ahead(session):
    tickets.take_ticket(session, SOCIAL)
    paper = tickets.take_ticket(session, SOCIAL, alone=True, priority=True, why="军人").paper
    assert (paper.head.number, paper.priority) == ("LA3001", "军人")
    assert (paper.ahead, paper.wait_minutes, paper.wait_most) == (None, None, None)


def test_the_word_to_the_server_is_durable_with_the_number(session, open_hall):
    at = "2026-11-24T10:00:00+08:00"
    taken = tickets.take_ticket(session, SOCIAL, alone=True, appointment=at)
    with open_hall().reading() as reader:
        (word,) = reserve.pending(reader)
    assert word.request == word.word.ticket == cut_off.ticket_of("2026-11-24", "LA3001")
    assert word.word.wish is not None
    assert word.word.wish.taken_at == taken.ticket.taken_at
    assert word.word.wish.appointment_at == at


def test_a_clock_behind_what_was_recorded_gives_no_number(session, clock):
    alone(session)
    clock.pass_(minutes=-4)
    assert alone(session) == "LA3002"
    clock.pass_(minutes=-4)
    with pytest.raises(SurroundingsError, match="QUE-17"):
        alone(session)


def test_a_hall_of_one_pc_knows_no_such_slip(session):
    with pytest.raises(Conflict, match="QUE-08"):
        queue.call_number(session, "LA9001")
