"""Laid-down history is history: it is counted in its periods and never in today's figures."""

from __future__ import annotations

import time
from contextlib import closing

from zcdesk import station
from zcdesk.bench import grown, hall, whole
from zcdesk.operations import live


def test_history_grows_and_today_stays(tmp_path) -> None:
    with hall.ground(tmp_path):
        plain, growing = (whole.make_hall(tmp_path / name, 8) for name in ("plain", "growing"))
        found = tuple(grown.measure(time.perf_counter, growing, plain, (40,)))
        assert [one.name.split(",")[0] for one in found] == list(grown.LIMITS)
        here, there = station.open_session(growing), station.open_session(plain)
        with closing(here.store), closing(there.store):
            assert grown._count(here) == 8 + 40
            now, before = live.board(here), live.board(there)
            assert (now.received, now.waiting) == (before.received, before.waiting)
            assert sum(d.overdue for d in now.due) == sum(d.overdue for d in before.due)
