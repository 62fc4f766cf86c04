"""Personal records: sealed on the way and on the server, at the right stations only, deletable."""

from __future__ import annotations

import hashlib
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest
from fix_postgres import HallServer
from fix_sync_hall import HALL, Windows
from fix_visit import settle, somebody, visiting
from sqlalchemy.engine import make_url

from zcdesk import cli
from zcdesk.domain.authority import BookEntry, BookKind
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.person import Person
from zcdesk.domain.typed import GONE
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.operations import erasing, history, intake, mending, printing, registers, scans
from zcdesk.operations.session import Session
from zcdesk.store import persons
from zcdesk.store.project import read_digest
from zcdesk.store.verify import verify
from zcdesk.sync import backup, inspect, retention
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

DEPARTMENT = "department:区行政审批局"
LONG_AFTER = date(2040, 1, 1)


PAGE = b"a scanned page"


def received(session: Session, serial: int = 1) -> Person:
    """Take one case in, with a scanned page of its own."""
    person = somebody(serial)
    visit = settle(visiting(session, "1-2", person=person))
    own = scans.keep_page(session, PAGE + bytes([serial]))
    row = rows_of(visit)[0]
    mark = msgspec.structs.replace(row.mark, pages=(own,))
    intake.receive(session, set_mark(visit, row.key, mark))
    return person


def pages(windows: Windows, *serials: int) -> list[tuple[bool, bool]]:
    """Return for each case's page whether the first window and the server have it."""
    found = []
    for serial in serials:
        digest = f"sha256:{hashlib.sha256(PAGE + bytes([serial])).hexdigest()}"
        there = windows.server.run("SELECT 1 FROM core.page WHERE digest = %s", digest)
        found.append((windows.first.store.blobs.get(digest) is not None, bool(there)))
    return found


def read(session: Session) -> list[str | None]:
    """Return the applicants' names of all cases a station knows; None where it may not."""
    with session.reading() as store:
        kept = [
            persons.get(store, case.intake.applicant, Particulars) for _, case in store.states(Case)
        ]
    return [one and one.applicant.name for one in kept]


@pytest.fixture
def two(windows: Windows) -> tuple[Session, Session]:
    """Two windows of the whole hall, level with the server after a case at the first."""
    first, second = windows.first, windows.joined("5")
    received(first)
    windows.round(first)
    windows.round(second)
    return first, second


def test_a_record_reaches_the_next_window_and_is_found_by_its_number(
    two: tuple[Session, Session], windows: Windows
) -> None:
    first, second = two
    assert read(second) == read(first) == [somebody().name]
    assert len(history.known(second, somebody()).open_cases) == 1
    assert windows.round(second)[1].received == 0
    assert verify(second.store).is_clean


def test_the_server_holds_nothing_it_can_read(
    two: tuple[Session, Session], windows: Windows, tmp_path: Path
) -> None:
    person = somebody()
    backup.backup(windows.server.url, tmp_path / "b", tmp_path / "k")
    files = b"".join(p.read_bytes() for d in ("b", "k") for p in (tmp_path / d).iterdir())
    for value in (person.name, person.id_number, person.phone):
        assert value.encode() not in files
        assert value.encode().hex().encode() not in files
    assert windows.login(two[0]).hall_key.encode() not in files


def test_a_station_gets_the_records_of_its_roles_and_no_others(windows: Windows) -> None:
    first = windows.first
    own = windows.joined("7", (DEPARTMENT,))
    other = windows.joined("9", ("department:区卫生健康委",))
    received(first)
    for session in (first, own, other):
        windows.round(session)
    assert read(own) == [somebody().name]
    with other.reading() as store:
        assert persons.find(store, somebody().id_number) == ()
    assert read(other) == []
    with closing(PostgresHall(windows.login(other).url)) as hall:
        rows = hall.ask("SELECT * FROM api.persons(0, 100)")
    assert [row[1:] for row in rows] == [(None,) * 7]


def test_a_station_whose_roles_widen_gets_what_it_had_as_stubs(windows: Windows) -> None:
    """The bodies, their states and the records, and the same read tables as its neighbours."""
    first, one = windows.first, windows.joined("7", ("department:区卫生健康委",))
    same = windows.joined("9", (DEPARTMENT, "department:区卫生健康委"))
    for serial in (1, 2):
        received(first, serial)
    for session in (first, one, same):
        windows.round(session)
    assert read(one) == []
    role = make_url(windows.login(one).url).username or ""
    words = ("--url", windows.server.url, "--role", role)
    both = ("--audience", DEPARTMENT, "--audience", "department:区卫生健康委")
    assert cli.main(["server", "audience", *words, *both]) == 0
    brought = windows.round(one)[1]
    assert brought.bodies == 2
    assert brought.received == 2
    assert read(one) == read(same) == [somebody(1).name, somebody(2).name]
    with one.reading() as here, same.reading() as there:
        assert read_digest(here) == read_digest(there)
    assert verify(one.store).is_clean
    assert windows.round(one)[1].bodies == 0
    assert cli.main(["server", "audience", "--url", windows.server.url, "--role", "nobody"]) == 1


def test_a_record_whose_time_is_over_is_gone_everywhere_and_every_chain_verifies(
    two: tuple[Session, Session], windows: Windows, tmp_path: Path
) -> None:
    first, second = two
    url, keys = windows.server.url, tmp_path / "escrow"
    with closing(PostgresHall(windows.login(first).url)) as hall:
        copy = StoreCopy(first.store, first.now)
        assert Attachments(copy, lambda do: do()).send(hall) == 1
    assert pages(windows, 1) == [(True, True)]
    backup.backup(url, tmp_path / "before", keys)
    key = windows.server.run("SELECT wrapped FROM core.person_key")[0][0]
    assert isinstance(key, bytes)
    assert key.hex().encode() in (keys / backup.KEYS).read_bytes()
    assert retention.run(url, keys, LONG_AFTER) == 0
    retention.schedule(url, retention.Schedule(HALL, "case", 3650, date(2030, 1, 1)))
    assert retention.run(url, keys, date(2027, 1, 1)) == 0
    assert retention.run(url, keys, date(2030, 6, 1)) == 0
    assert retention.run(url, keys, LONG_AFTER) == 1
    assert key.hex().encode() not in (keys / backup.KEYS).read_bytes()
    assert windows.server.run("SELECT count(*) FROM core.person_key") == [(0,)]
    assert printing.later(first)
    assert [windows.round(one)[1].erased for one in (first, second)] == [1, 1]
    assert read(first) == read(second) == [None]
    assert pages(windows, 1) == [(False, False)]
    assert history.known(second, somebody()).phone == ""
    assert printing.later(first) == ()
    windows.round(first)
    assert windows.round(second)[0].received == 2  # the erasing, and the first window's proof of it
    assert inspect.flaws(url, HALL) == ()
    (proof,) = retention.proofs(url, LONG_AFTER, first.now())
    shown = [row[1] for row in proof.tables[-1].rows]
    for session in two:
        runs = erasing.runs_of(session)
        assert shown in [list(run.refs) for run in runs]  # the same records at every place
        assert verify(session.store).is_clean


def test_what_was_typed_goes_to_the_next_window_and_goes_with_its_key(
    windows: Windows, tmp_path: Path
) -> None:
    """The server and every wire have tokens; the words are read at both windows, then at none."""
    first, second = windows.first, windows.joined("5")
    received(first)
    with first.reading() as store:
        (case_id,) = (case.id for _, case in store.states(Case))
    said = "申请人张小芳说她改主意了"
    mending.withdraw(first, case_id, said)
    windows.round(first)
    assert windows.round(second)[0].code == ""

    def reasons() -> list[str]:
        found = []
        for session in (first, second):
            with session.reading() as store:
                case = store.state(f"case:{case_id}", Case)
                assert case is not None
                assert case.ending is not None
                found.append(case.ending.reason)
        return found

    assert reasons() == [said, said]
    for query in ("SELECT body FROM core.act", "SELECT sealed FROM core.person"):
        rows = windows.server.run(query)
        assert rows
        assert not [row for row in rows if said.encode() in row[0]]
    with first.reading() as here, second.reading() as there:
        assert read_digest(here) == read_digest(there)
    retention.schedule(windows.server.url, retention.Schedule(HALL, "case", 30, date(2026, 1, 1)))
    destroyed = retention.run(windows.server.url, tmp_path / "keys", LONG_AFTER)
    assert destroyed >= 2
    for session in (first, second, first, second):
        assert windows.round(session)[0].code == ""
    assert reasons() == [GONE, GONE]
    with first.reading() as store:
        kinds = [act.kind for act in store.acts(f"case:{case_id}")]
    assert kinds.count("record.erased") == destroyed
    assert inspect.flaws(windows.server.url, HALL) == ()
    assert verify(first.store).is_clean
    assert verify(second.store).is_clean


def test_a_line_of_a_book_is_as_old_as_itself_whatever_came_after(
    windows: Windows, tmp_path: Path
) -> None:
    first = windows.first
    url = windows.server.url

    def enter(document: str) -> None:
        line = BookEntry(
            entry=BookKind.SEAL, name="章", department="d", window="3", document=document
        )
        registers.enter(first, line)
        windows.round(first)

    enter("给张小芳的证明")
    windows.server.run("UPDATE core.act SET received = received - interval '400 days'")
    enter("给李强的证明")
    retention.schedule(url, retention.Schedule(HALL, "book", 100, date(2020, 1, 1)))
    day = windows.server.run("SELECT current_date")[0][0]
    assert isinstance(day, date)
    assert retention.run(url, tmp_path / "keys", day) == 1
    windows.round(first)
    (book,) = registers.books(first)
    told = [one.entry.document for one in registers.lines(first, book)]
    assert told == [GONE, "给李强的证明"]


def test_a_destroyed_server_comes_back_from_its_backup_without_what_was_deleted_since(
    two: tuple[Session, Session], windows: Windows, empty: str, tmp_path: Path
) -> None:
    """Backup, a deletion, the original destroyed, restore: the deleted person stays deleted."""
    first, second = two
    url, keys = windows.server.url, tmp_path / "escrow"
    backup.backup(url, tmp_path / "b", keys)
    retention.schedule(url, retention.Schedule(HALL, "case", 1, date(2026, 1, 1)))
    assert retention.run(url, keys, LONG_AFTER) == 1
    received(first, 2)
    windows.round(first)
    count = windows.server.run("SELECT count(*) FROM core.act")[0][0]
    windows.server.drop()
    words = ["--url", empty, "--folder", str(tmp_path / "b"), "--escrow", str(keys)]
    assert cli.main(["server", "restore", *words]) == 0
    restored = HallServer(empty)
    assert restored.run("SELECT count(*) FROM core.person_key") == [(0,)]
    assert restored.run("SELECT sealed FROM core.person") == [(b"",)]
    windows.now_at(empty)
    for session in (first, second, first, second):
        assert windows.round(session)[0].code == ""
    # The erasing itself is an act more; the second person came again with the first window.
    assert restored.run("SELECT count(*) FROM core.act")[0][0] == int(str(count)) + 3
    assert read(first) == read(second) == [None, somebody(2).name]
    assert inspect.flaws(empty, HALL) == ()


def test_a_deletion_by_commands(windows: Windows, tmp_path: Path) -> None:
    received(windows.first)
    windows.round(windows.first)
    url = ["--url", windows.server.url]
    plan = ["--hall", HALL, "--kind", "case", "--days", "30", "--since", "2026-01-01"]
    assert cli.main(["server", "retention", *url, *plan]) == 0
    words = ["--escrow", str(tmp_path / "k"), "--as-of", "2039-12-31"]
    assert cli.main(["server", "retain", *url, *words]) == 0
    windows.round(windows.first)
    assert read(windows.first) == [None]
    words[-1] = "2039年"
    assert cli.main(["server", "retain", *url, *words]) == 1
