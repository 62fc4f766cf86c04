"""A pilot: numbers of another caller typed or heard, and the comparison read back from paper."""

from __future__ import annotations

import datetime as dt
import io
import socket
from pathlib import Path

import openpyxl
import pypdf
import pytest
from fix_pc import ADMIN, ADMIN_SECRET, MATTER, Pc
from fix_visit import settle, visiting

from zcdesk import cli, settings
from zcdesk.devices.caller_feed import CallerFeed, check
from zcdesk.domain.caller_feed import Called
from zcdesk.domain.ticket import Outcome, Ticket
from zcdesk.errors import Conflict, DeviceError, Invalid, NotAllowed
from zcdesk.forms import render
from zcdesk.operations import intake, pilot, policies, queue, reentering
from zcdesk.operations.session import Session

BEFORE = """
name = "原系统 5 号窗口"
days = 5
cases = 120
seconds = 76800
returned = 18
reprints = 9
entry_seconds = 21600
"""


def outside(session: Session) -> None:
    policies.change(session.as_clerk(ADMIN), {"queue.outside_numbers": True})


def test_a_number_of_the_existing_caller_begins_a_visit_once(pc: Pc) -> None:
    with pc.open() as session:
        with pytest.raises(Conflict, match="QUE-08"):
            queue.call_number(session, "A045")
        outside(session)
        visit = queue.call_number(session, " a045 ")
        assert visit.ticket is not None
        assert visit.ticket.number == "A045"
        queue.leave(session, visit, Outcome.VOIDED)
        for wrong in ("A045", "欢迎", "A" * 20):
            with pytest.raises(Conflict, match="QUE-08"):
                queue.call_number(session, wrong)
        with session.reading() as store:
            numbers = [ticket.number for _, ticket in store.states(Ticket)]
        assert numbers == ["A045"]
        # the series of the window goes on beside it
        visit = queue.walk_in(session)
        assert visit.ticket is not None
        assert visit.ticket.number.startswith("W03-")


def test_a_feed_is_heard_over_a_socket_and_comes_back_after_a_fall() -> None:
    clock = [0.0]
    with socket.create_server(("127.0.0.1", 0)) as server:
        feed = CallerFeed(f"tcp:127.0.0.1:{server.getsockname()[1]}", clock=lambda: clock[0])
        assert feed.calls() == ()
        caller, _ = server.accept()
        caller.sendall("# 早\r\nA045\t3\t09:12:31\r\nA0".encode("gb18030"))
        assert heard(feed) == (Called("A045", "3", "09:12:31"),)
        caller.sendall("46,03号窗口\n".encode("gb18030"))
        assert heard(feed) == (Called("A046", "3"),)
        caller.close()
        with pytest.raises(DeviceError):
            heard(feed)
        assert feed.calls() == ()  # not hammered
        clock[0] = 60.0
        feed.calls()
        again, _ = server.accept()
        again.sendall(b"A047 3\n")
        assert heard(feed) == (Called("A047", "3"),)
        again.close()
    feed.close()


def heard(feed: CallerFeed) -> tuple[Called, ...]:
    """Ask until something came; each ask waits a moment for it."""
    return next(calls for _ in range(100) if (calls := feed.calls()))


def test_a_feed_is_heard_from_a_file_that_grows_and_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "calls.txt"
    path.write_text("A001 3\n")
    feed = CallerFeed(f"file:{path}")
    assert feed.calls() == ()  # what was called before is over
    with path.open("a") as file:
        file.write("A002 3\nA003 5\n")
    assert feed.calls() == (Called("A002", "3"), Called("A003", "5"))
    path.write_text("A1 3\n")
    assert feed.calls() == (Called("A1", "3"),)
    path.unlink()
    assert feed.calls() == ()


def work(pc: Pc, session: Session) -> None:
    """Two cases, one typed into the platform for ten minutes, one paper printed again."""
    for _ in range(2):
        visit = settle(visiting(session, MATTER))
        pc.clock.pass_(minutes=8)
        intake.receive(session, visit)
    owed = reentering.owed(session)[0]
    reentering.finish(session, owed.case, owed.system, seconds=600, copied=5, back="P2026000001")


def test_the_sheet_says_what_both_sides_were(pc: Pc, tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_text(BEFORE, "utf-8")
    before = pilot.read_before(path)
    with pc.open() as session:
        work(pc, session)
        with pytest.raises(NotAllowed, match="CAS-02"):
            pilot.measure(session, pc.clock().date(), pc.clock().date())
    with pc.open(ADMIN) as session:
        today = pc.clock().date()
        now = pilot.measure(session, today, today)
        assert (now.cases, now.entry_seconds, now.days) == (2, 600, 1)
        assert now.seconds >= 2 * 8 * 60
        later = pilot.measure(session, today + dt.timedelta(1), today + dt.timedelta(9))
        assert (later.cases, later.seconds, later.days) == (0, 0, 0)
        paper = pilot.sheet(session, before, today, today)
    said = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render(paper))).pages)
    for word in ("试点对比表", "每件用时", "640", "原系统 5 号窗口", "人工计时"):
        assert word in said.replace("\n", "")
    book = openpyxl.load_workbook(io.BytesIO(pilot.workbook(paper)))
    rows = {row[0]: row for row in book["对比"].iter_rows(values_only=True)}
    assert rows["每件二次录入"][2:4] == (3, 5)
    assert rows["每件用时（叫号到办结）"][3] == now.seconds / 2


@pytest.mark.parametrize("text", ["", "name = 1", BEFORE + "colour = 1", BEFORE + "cases = 1"])
def test_a_count_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Invalid, match="PIL-01"):
        pilot.read_before(path)


def test_the_commands_follow_and_compare(
    pc: Pc, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: ADMIN_SECRET)
    (tmp_path / "old.toml").write_text(BEFORE, "utf-8")
    with pc.open() as session:
        work(pc, session)
    data = ("--data", str(pc.data))
    assert cli.main(["pilot", "follow", "--feed", "tcp:10.0.0.9:4001", *data]) == 0
    assert cli.main(["pilot", "follow", "--feed", "nonsense:x", *data]) == 1
    assert settings.load(pc.data).feed == "tcp:10.0.0.9:4001"
    day = pc.clock().date().isoformat()
    words = ["--before", str(tmp_path / "old.toml"), "--first", day, "--last", day]
    out = ["--out", str(tmp_path / "out"), "--by", ADMIN]
    assert cli.main(["pilot", "compare", *words, *out, *data]) == 0
    assert "每百件补打" in capsys.readouterr().out
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf", ".xlsx"}
    assert cli.main(["pilot", "compare", *words[:-1], "gestern", *out, *data]) == 1


@pytest.mark.parametrize(
    "feed", ["nonsense:x", "tcp:10.0.0.9", "tcp:10.0.0.9:0", "file:", "", "COM3"]
)
def test_an_address_nobody_could_follow_is_refused(feed: str) -> None:
    with pytest.raises(Invalid, match="DEV-05"):
        check(feed)
