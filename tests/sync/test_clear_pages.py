"""Pages that older programs left at the server in the clear: sealed once, by whoever can."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from fix_carried import (
    ELSEWHERE,
    PAGE,
    Carrier,
    dump,
    erase_all,
    forms,
    scanned,
    unsealed,
)
from fix_postgres import HallServer
from fix_sync_hall import HALL, Windows

from zcdesk import cli
from zcdesk.operations import scans
from zcdesk.sync import schema
from zcdesk.sync.postgres_hall import PostgresHall


def test_pages_in_the_clear_are_sealed_once_and_what_lay_there_goes(
    first: Carrier, second: Carrier, windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the upgrade: the window that scanned them sends them anew, by itself."""
    case_id, digests = scanned(first.session, PAGE, PAGE + b"2")
    windows.round(first.session)
    for digest, data in zip(digests, (PAGE, PAGE + b"2"), strict=True):
        first.leave_clear(digest, data)
    for one in ("page_of", "blob_due", "meta WHERE key = 'pages sent sealed'"):
        first.session.store.handle.raw.execute(f"DELETE FROM {one}")
    assert unsealed(windows) == 2
    assert cli.main(["server", "status", "--url", windows.server.url]) == 0
    assert "未封存扫描页 2" in capsys.readouterr().out
    assert PAGE.hex().encode() in dump(windows.server)
    first.round()
    assert unsealed(windows) == 0
    assert forms(windows) == ["sealed", "sealed"]
    assert PAGE.hex().encode() not in dump(windows.server)
    first.leave_clear(digests[0], PAGE)  # a neighbour that is not updated yet repeats itself
    assert unsealed(windows) == 0
    second.round()
    assert second.sees(case_id, digests[0]) == PAGE


def test_a_neighbour_seals_what_a_pc_left_that_is_no_more(
    first: Carrier, second: Carrier, windows: Windows
) -> None:
    other = Carrier(windows, windows.joined("9", ELSEWHERE))
    case_id, (digest,) = scanned(first.session, PAGE)
    windows.round(first.session)
    first.leave_clear(digest, PAGE)
    for one in (second, other):
        windows.round(one.session)
    assert other.seal_clear() == 0  # not its to read
    assert unsealed(windows) == 1
    assert second.seal_clear() == 1
    assert unsealed(windows) == second.seal_clear() == 0
    assert scans.page(second.session, digest) is None  # it only passed through
    assert second.sees(case_id, digest) == PAGE


def test_a_page_in_the_clear_can_be_looked_at_until_it_is_sealed(
    first: Carrier, second: Carrier, windows: Windows
) -> None:
    case_id, (digest,) = scanned(first.session, PAGE)
    windows.round(first.session)
    first.leave_clear(digest, PAGE)
    windows.round(second.session)
    scans.want(second.session, case_id, (digest,))
    with closing(PostgresHall(windows.login(second.session).url)) as hall:
        assert second.attachments.fetch_wanted(hall) == 1
    assert scans.page(second.session, digest) == PAGE


def test_a_page_in_the_clear_goes_with_its_record_though_nobody_sealed_it(
    first: Carrier, windows: Windows, tmp_path: Path
) -> None:
    _, (digest,) = scanned(first.session, PAGE)
    windows.round(first.session)
    first.leave_clear(digest, PAGE)
    erase_all(windows, tmp_path / "k")
    assert forms(windows) == []
    assert PAGE.hex().encode() not in dump(windows.server)


def test_looking_for_whose_a_page_is_goes_on_where_it_was_stopped(
    first: Carrier, windows: Windows
) -> None:
    scanned(first.session, PAGE)
    first.session.store.handle.raw.execute("DELETE FROM page_of")
    windows.round(first.session)
    left = iter((True, False))
    first.round(go_on=lambda: next(left, False))
    assert forms(windows) == []
    first.round()
    assert forms(windows) == ["sealed"]


def test_an_upgrade_with_data_knows_packages_from_pages(empty: str) -> None:
    schema.upgrade(empty, "0007")
    server = HallServer(empty)
    server.run("INSERT INTO core.hall_head (hall) VALUES (%s)", HALL)
    for no, begins in enumerate((b"!<arch>\n", b"MZ\x90", b"\xff\xd8\xff", b"%PDF-1.4")):
        server.run(
            "INSERT INTO core.blob (hall, digest, role, total, have) VALUES (%s, %s, '', 9, 9)",
            HALL,
            f"sha256:{no}",
        )
        piece = (HALL, f"sha256:{no}", begins)
        server.run("INSERT INTO core.blob_piece VALUES (%s, %s, '', 0, %s)", *piece)
    assert schema.upgrade(empty) == schema.newest() >= "0008"
    rows = server.run("SELECT digest, form FROM core.blob ORDER BY digest")
    assert [row[1] for row in rows] == ["package", "package", "clear", "clear"]
