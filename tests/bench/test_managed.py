"""The manager's page beside a server full of history, at a small size: every figure is there."""

from __future__ import annotations

import time
from pathlib import Path

from fix_postgres import HallServer

from zcdesk.bench import grown
from zcdesk.bench.shared import managed
from zcdesk.bench.shared.ground import Server


def test_a_joined_desk_shows_the_live_hall_beside_laid_years(
    hall_server: HallServer, tmp_path: Path
) -> None:
    said: list[str] = []
    scale = managed.Scale(cases=120, own=10, seconds=1.2)
    found = managed.measure(
        Server(hall_server.url), tmp_path / "hall", time.perf_counter, scale, said.append
    )
    assert len(found) == 4 + len(grown.LIMITS)
    assert all(one.value is not None and one.reference is not None for one in found)
    ((acts, cases, dense),) = hall_server.run(
        "SELECT count(*), count(*) FILTER (WHERE kind = 'case.received'),"
        " max(position) - min(position) + 1 FROM core.act"
    )
    assert isinstance(acts, int)
    assert acts == dense
    assert acts >= 120 * 12
    assert isinstance(cases, int)
    assert cases >= 120
    # what was taken and pushed behind the laid years went on from there
    assert said[0] == "the desk as it was made"
    assert "cases" in said[-1]
