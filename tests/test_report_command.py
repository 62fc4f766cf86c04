"""`zcdesk report due`: a PC without a desk freezes what is due, of what the whole hall knows."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from fix_hall import ANSWERS, matters
from fix_postgres import HallServer

from zcdesk import cli, report_command, station
from zcdesk.errors import SurroundingsError
from zcdesk.operations import reports, tickets
from zcdesk.sync import admin, login
from zcdesk.sync.adopt import adopt


def days_ago(days: int) -> datetime:
    return station.clock() - timedelta(days=days)


def at(patch: pytest.MonkeyPatch, data: Path) -> Path:
    """Sit down at the PC of `data`."""
    patch.setenv("ZCDESK_STATION_DIR", str(data.with_name(f"{data.name}-station")))
    return data


def found(data: Path, days: int, url: str = "", role: str = "") -> None:
    """Make a hall, with a ticket, some days ago; move it to a server where one is named."""
    session = station.create(data, ANSWERS, matters=matters(), now=lambda: days_ago(days))
    tickets.take_ticket(session.as_clerk("0312"), "社会民生")
    if url:
        keys = data.with_name("keys")
        adopt(session.store, url, role=role, now=session.now, keys=keys)
    session.store.close()


def a_role() -> str:
    return f"s_{os.urandom(5).hex()}"


def zcdesk(data: Path, *words: str) -> int:
    return cli.main([*words, "--data", str(data)])


def reported(data: Path) -> dict[str, float]:
    """Return day → tickets taken, of the reports of days a PC knows."""
    with station.unlocked(data) as (session,):
        known = [reports.get(session, row.period) for row in reports.made(session)]
    days = [one for one in known if one is not None and len(one.period) == 10]
    return {
        one.period: next(
            line.tally.total for line in one.last.sheets[0].lines if line.key == "tickets"
        )
        for one in days
    }


@pytest.mark.req("R150")
def test_a_timer_freezes_and_writes_what_is_due_and_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = at(monkeypatch, tmp_path / "pc"), tmp_path / "out"
    found(data, days=3)
    assert zcdesk(data, "report", "due", "--out", str(out)) == 0
    counts = reported(data)
    assert (len(counts), counts[days_ago(3).date().isoformat()], sum(counts.values())) == (3, 1, 1)
    assert days_ago(3).date().isoformat() in capsys.readouterr().out
    whole = list(out.glob("*全大厅.xlsx"))
    assert len(whole) == len(list(out.glob("*全大厅.pdf"))) >= 3
    rows = [row for path in whole for ws in openpyxl.load_workbook(path) for row in ws.values]
    assert [row[1] for row in rows if row[0] == "取号量"].count(1) >= 1
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    assert zcdesk(data, "report", "due", "--out", str(out)) == 0
    assert "没有到期的" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_a_pc_of_the_server_freezes_what_another_window_did(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hall_server: HallServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window, file = at(monkeypatch, tmp_path / "window"), tmp_path / "login.json"
    found(window, days=2, url=hall_server.url, role=a_role())
    assert zcdesk(window, "sync", "once") == 0
    made = admin.add_station(hall_server.url, "hall-320213", "报表", role=a_role())
    login.save(file, login.with_keys(made, tmp_path / "keys"))
    timer = at(monkeypatch, tmp_path / "timer")
    assert zcdesk(timer, "sync", "join", "--login", str(file)) == 0
    assert zcdesk(timer, "report", "due") == 0
    at(monkeypatch, window)
    assert reported(window) == {}
    assert zcdesk(window, "report", "due") == 0
    assert "没有到期的" in capsys.readouterr().out, "the other PC's came first"
    assert reported(window)[days_ago(2).date().isoformat()] == 1


def test_without_its_server_a_pc_freezes_nothing_and_says_why(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hall_server: HallServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = at(monkeypatch, tmp_path / "window")
    role = a_role()
    found(window, days=2, url=hall_server.url, role=role)
    admin.revoke_station(hall_server.url, role)
    assert zcdesk(window, "report", "due") == 1
    assert "NET-" in capsys.readouterr().err
    assert reported(window) == {}


def test_a_clock_that_jumped_ends_no_day_of_the_hall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hall_server: HallServer
) -> None:
    window = at(monkeypatch, tmp_path / "window")
    found(window, days=0, url=hall_server.url, role=a_role())
    with station.unlocked(window) as (session,):
        ahead = replace(session, now=lambda: days_ago(-40))
        with pytest.raises(SurroundingsError, match="FIG-09") as apart:
            report_command.meet(ahead, window)
        assert apart.value.fields == {"n": 40 * 24 * 60}
        report_command.meet(session, window)
