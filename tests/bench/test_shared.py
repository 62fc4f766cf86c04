"""The figures of the shared database: a real server, each beside its reference."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fix_postgres import HallServer

from zcdesk.bench.shared import at_work, catch_up, first_join, log, queue, undisturbed, windows
from zcdesk.bench.shared.ground import HALL, Server
from zcdesk.sync import admin

CLOCK = time.perf_counter


@pytest.fixture
def server(hall_server: HallServer) -> Server:
    admin.add_hall(hall_server.url, HALL, first_code=0)
    return Server(hall_server.url)


def test_pushes_pulls_and_growth_stand_beside_bare_statements(server: Server) -> None:
    catch_up.fill(server, 600)
    found = (
        *log.pushes(server, CLOCK, 2),
        log.pulls(server, CLOCK, 2),
        log.growth(server, CLOCK, 2, 600),
    )
    assert [one.name for one in found[:3]] == [log.PUSH, log.BATCH, log.PULL]
    for one in found:
        assert one.value
        assert one.reference
        assert one.runs == 2
        assert one.met is not None


def test_catching_up_reaches_the_end_and_is_told_per_act(server: Server, tmp_path: Path) -> None:
    found = catch_up.catches_up(server, tmp_path, CLOCK, 400)
    assert found[0].name == f"{catch_up.CAUGHT_UP}: 400 acts"
    assert found[0].target == "≤ 0.04 s"
    assert all(one.value is not None for one in found)
    apply = catch_up.applies(server, tmp_path, CLOCK, 1)
    assert apply.value
    assert apply.reference


def test_commits_go_on_while_the_station_catches_up(
    server: Server, tmp_path: Path, qapp: object
) -> None:
    found = at_work.commits(server, tmp_path, CLOCK, 2000)
    assert found.name == at_work.NAME
    assert (found.target, found.runs > 0) == ("≤ 60 ms", True)
    assert found.value
    assert found.reference


def test_a_first_join_brings_a_whole_hall_of_cases(hall_server: HallServer, tmp_path: Path) -> None:
    made = first_join.joins(Server(hall_server.url), tmp_path / "hall", CLOCK, 20)
    whole, steady, awake, memory, idle = made
    assert whole.name.startswith(f"{first_join.JOIN}: 20 cases, ")
    assert whole.value
    assert awake.value is not None
    assert memory.value is not None
    assert steady.value is not None
    assert idle.value


def test_claims_of_many_connections_and_windows_that_watch(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "CONNECTIONS", 4)
    monkeypatch.setattr(windows, "WINDOWS", 3)
    claims = queue.claims(server, CLOCK, 1, 3)
    assert claims.value
    assert claims.reference
    half, last = windows.seen(server, 0.5)
    assert half.value is not None
    assert last.value is not None
    assert half.value <= last.value


def test_a_bad_line_is_measured_beside_a_good_one(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undisturbed, "BATCH", 5)
    found = undisturbed.commits(server, tmp_path, CLOCK, 1)
    assert [one.name for one in found] == list(undisturbed.NAMES)
    assert all(one.ratio and one.runs == 5 for one in found)
