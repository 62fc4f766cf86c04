"""One visit, one rating; a bad one calls for somebody to see to it."""

import pytest
from fix_acts import act_on

from zcdesk.domain.rating import Level, Rating, RatingChannel, RatingGiven, fold


def given(level: Level) -> RatingGiven:
    return RatingGiven(level=level, channel=RatingChannel.PAD, window="3")


@pytest.mark.parametrize("level", Level)
def test_the_first_rating_of_a_visit_stands(level: Level) -> None:
    body = given(level)
    rated = fold(None, act_on("rating:s-1", body), body)
    assert isinstance(rated, Rating)
    assert (rated.sitting, rated.level, rated.needs_follow_up) == ("s-1", level, level <= 2)
    again = given(Level.VERY_GOOD)
    assert fold(rated, act_on("rating:s-1", again), again) is rated
