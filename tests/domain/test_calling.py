"""Softer at lunch, never louder than the voice is set to."""

import datetime as dt

from zcdesk.domain.calling import Quiet, percent_at


def test_softer_in_the_hours_named_and_never_louder() -> None:
    lunch = Quiet(dt.time(12), dt.time(13, 30), 30)
    night = Quiet(dt.time(22), dt.time(6), 0)
    at = [dt.time(11, 59), dt.time(12), dt.time(13, 30), dt.time(23), dt.time(5)]
    assert [percent_at(t, (lunch, night)) for t in at] == [100, 30, 100, 0, 0]
    assert percent_at(dt.time(12), (Quiet(dt.time(12), dt.time(13), 300),)) == 100
