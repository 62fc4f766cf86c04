"""A rating belongs to one visit, has no author at the window, and is taken once."""

import pytest

from zcdesk.domain.rating import Level, Rating, RatingChannel
from zcdesk.domain.ticket import Outcome
from zcdesk.errors import Conflict, UserError
from zcdesk.operations import queue, ratings, tickets


@pytest.fixture
def visit(session):
    tickets.take_ticket(session, "社会民生")
    visit = queue.arrive(session, queue.call_next(session), "card")
    queue.leave(session, visit, Outcome.CONSULTED)
    return visit


def rated(session, visit):
    with session.reading() as store:
        return store.state(f"rating:{visit.id}", Rating)


@pytest.mark.req("R095", "R043")
def test_a_visit_is_rated_once_and_by_nobody_of_the_window(session, visit):
    ratings.rate(session, visit.id, Level.BAD, RatingChannel.PAD, ticket=visit.ticket.id)
    found = rated(session, visit)
    assert (found.level, found.window, found.needs_follow_up) == (Level.BAD, "3", True)
    with session.reading() as store:
        assert [act.clerk for act in store.acts(f"rating:{visit.id}")] == [""]
    with pytest.raises(Conflict) as twice:
        ratings.rate(session, visit.id, Level.GOOD, RatingChannel.KIOSK, ticket=visit.ticket.id)
    assert twice.value.code == "RAT-01"
    assert rated(session, visit) == found


def test_only_a_visit_that_was_can_be_rated(session, visit):
    for sitting, ticket in (("nobody", visit.ticket.id), (visit.id, "")):
        with pytest.raises(UserError) as unknown:
            ratings.rate(session, sitting, Level.GOOD, RatingChannel.SCREEN, ticket=ticket)
        assert unknown.value.code == "RAT-02"


def test_reasons_belong_to_a_bad_rating(session, visit):
    given = {"ticket": visit.ticket.id, "reasons": ("等候时间长",)}
    ratings.rate(session, visit.id, Level.FAIR, RatingChannel.SCREEN, **given)
    assert rated(session, visit).reasons == ()
