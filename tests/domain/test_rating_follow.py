"""A bad rating's follow-up: every step in every state, and the whole ways through."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from fix_acts import act_on

from zcdesk.domain.rating import Level, Rating, RatingChannel, RatingGiven, fold
from zcdesk.domain.rating_follow import (
    STEPS,
    TABLE,
    TRIES,
    Finding,
    Follow,
    FollowState,
    FollowStep,
    RatingAnswered,
    RatingCalledBack,
    RatingContacted,
    RatingMended,
    RatingReviewed,
    RatingVerified,
    after,
    allowed,
    refusal,
)

S = FollowState
REACHED, FOUND = RatingContacted(reached=True), RatingVerified(finding=Finding.TRUE, note="属实")
MENDED, ANSWERED = RatingMended(note="加开窗口"), RatingAnswered(note="已短信答复")
CONTENT = RatingCalledBack(content=True, note="满意")
MALICIOUS = RatingVerified(finding=Finding.MALICIOUS, note="同一人多次")

EXPECTED = {
    (S.OPEN, REACHED): S.CONTACTED,
    (S.CONTACTED, FOUND): S.VERIFIED,
    (S.CONTACTED, MALICIOUS): S.REVIEW,
    (S.REVIEW, RatingReviewed(agrees=True, note="同意")): S.EXCLUDED,
    (S.REVIEW, RatingReviewed(agrees=False, note="证据不足")): S.VERIFIED,
    (S.VERIFIED, MENDED): S.MENDED,
    (S.MENDED, ANSWERED): S.ANSWERED,
    (S.ANSWERED, CONTENT): S.CLOSED,
    (S.ANSWERED, RatingCalledBack(content=False, note="仍慢")): S.VERIFIED,
}
"""Whatever is not here changes nothing."""


def given(level: Level = Level.BAD) -> Rating:
    body = RatingGiven(level=level, channel=RatingChannel.PAD, window="3")
    made = fold(None, act_on("rating:s", body, clerk=""), body)
    assert made is not None
    return made


def go(rating: Rating, *steps: FollowStep, clerk: str = "0601") -> Rating:
    for step in steps:
        rating = fold(rating, act_on("rating:s", step, clerk=clerk), step)
    return rating


@pytest.mark.req("R095")
@pytest.mark.parametrize(
    ("state", "step"),
    list(itertools.product(FollowState, dict.fromkeys(step for _, step in EXPECTED))),
)
def test_every_step_in_every_state(state: FollowState, step: FollowStep) -> None:
    before = Follow(state=state)
    done = after(before, act_on("rating:s", step, clerk="0602"), step)
    wanted = EXPECTED.get((state, step))
    assert done.state is (wanted or state)
    assert (refusal(before, step, "0602") is None) == (wanted is not None)
    assert (type(step) in allowed(state)) == (wanted is not None)
    if wanted is None:
        assert done == before


def test_the_table_names_every_step_and_every_open_state() -> None:
    assert set(TABLE) == set(STEPS) == set(FollowStep.__subclasses__())
    assert {s for states in TABLE.values() for s in states} == {s for s in S if s.is_open}


def test_only_a_bad_one_is_followed_up() -> None:
    for level in Level:
        rating = given(level)
        assert rating.needs_follow_up is level.is_bad
        assert rating.counts
        if not level.is_bad:
            assert go(rating, REACHED) == rating


def test_from_the_rating_to_the_callback() -> None:
    closed = go(given(), REACHED, FOUND, MENDED, ANSWERED, CONTENT)
    assert closed.follow is not None
    assert (closed.follow.state, closed.needs_follow_up, closed.counts) == (S.CLOSED, False, True)
    assert [step.kind for step in closed.follow.steps] == [
        "rating.contacted",
        "rating.verified",
        "rating.mended",
        "rating.answered",
        "rating.called_back",
    ]
    assert closed.follow.ended_at


def test_who_found_it_malicious_does_not_review_it() -> None:
    waiting = go(given(), REACHED, MALICIOUS, clerk="0601")
    agreed = RatingReviewed(agrees=True, note="同意")
    assert go(waiting, agreed, clerk="0601") == waiting
    excluded = go(waiting, agreed, clerk="0602")
    assert (excluded.counts, excluded.needs_follow_up) == (False, False)


def test_who_is_never_reached_does_not_stop_it_for_good() -> None:
    missed = RatingContacted(reached=False)
    rating = given()
    for n in range(1, TRIES + 1):
        rating = go(rating, missed)
        assert rating.follow is not None
        assert rating.follow.contacted_at, "the attempt keeps the limit of first contact"
        assert rating.follow.state is (S.OPEN if n < TRIES else S.CONTACTED)


def test_a_second_rating_of_a_visit_changes_nothing() -> None:
    first = go(given(), REACHED)
    again = RatingGiven(level=Level.VERY_GOOD, channel=RatingChannel.KIOSK, window="3")
    assert fold(first, act_on("rating:s", again), again) == first
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(first), type=Rating) == first
