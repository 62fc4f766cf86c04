"""Stations on a real server that is killed under them: all come back by themselves."""

from __future__ import annotations

import sys

import pytest

from zcdesk.bench import storm


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the server's processes")
def test_every_station_comes_back_and_hears_of_its_hall() -> None:
    told: list[str] = []
    found = storm.measure(12, tell=told.append, steady=1.0)
    assert (found.stations, found.halls) == (12, 1)
    assert found.is_good
    assert len(found.back) == 12
    assert 0 < found.cores < 2
    assert 0 < found.polls < 30
    # A process of PostgreSQL takes some megabytes; what is shared is counted once.
    assert 0.2e6 < found.memory < 50e6
    assert found.line().startswith("12 stations in 1 hall(s): 12 back, the last ")
    assert told[-1] == "the server is killed and started again"


def test_a_station_that_never_came_back_is_no_success() -> None:
    assert not storm.Storm(3, 1, (1.0, 2.0), 3.0, 0.1, 1e6).is_good
    assert not storm.Storm(2, 1, (1.0, storm.LIMIT + 1), 3.0, 0.1, 1e6).is_good
    assert storm.Storm(2, 1, (1.0, 2.0), 3.0, 0.1, 1e6).is_good
