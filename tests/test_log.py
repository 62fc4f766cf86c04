"""The log: half a year of lines, nobody's numbers in them, and never in the way."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from zcdesk import log

ID, PHONE = "320213199003074521", "13912345678"


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[logging.Handler]:
    begun = log.start(tmp_path)
    assert begun is not None
    yield begun
    log.stop(begun)


def written(folder: Path) -> str:
    return (folder / log.FOLDER / log.FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"card {ID} read", "card [证件号] read"),
        (f"call {PHONE}.", "call [手机号]."),
        ("11010119900307451x", "[证件号]"),
        ("old 320213900307452 card", "old [证件号] card"),
        ("pass H12345678", "pass [证件号]"),
        ("sha256:1391234567800aa13912345678ff", "sha256:1391234567800aa13912345678ff"),
        ("32021326AA0000017", "32021326AA0000017"),
        ("case 3202132600100001K", "case 3202132600100001K"),
    ],
)
def test_numbers_of_people_are_taken_out_and_others_stay(text: str, shown: str) -> None:
    assert log.masked(text) == shown


@pytest.mark.logs_warnings
def test_a_line_and_its_traceback_are_masked(handler: logging.Handler, tmp_path: Path) -> None:
    try:
        raise ValueError(f"no such person {ID}")
    except ValueError:
        logging.getLogger("zcdesk.test").exception("lookup of %s failed", PHONE)
    handler.flush()
    text = written(tmp_path)
    assert "lookup of [手机号] failed" in text
    assert "no such person [证件号]" in text
    assert ID not in text
    assert PHONE not in text


def test_only_the_owner_reads_it_and_a_second_start_adds_nothing(
    handler: logging.Handler, tmp_path: Path
) -> None:
    assert log.start(tmp_path) is handler
    path = tmp_path / log.FOLDER / log.FILE
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_disk_that_refuses_stops_the_log_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / log.FOLDER).write_text("in the way")
    assert log.start(tmp_path) is None


@pytest.mark.logs_warnings
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_line_that_finds_the_disk_full_is_lost_quietly(
    handler: logging.FileHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    own = handler.stream
    handler.setStream(open("/dev/full", "wb", buffering=0))  # type: ignore[type-var]  # noqa: SIM115
    logging.getLogger("zcdesk.test").warning("for a full disk")
    handler.setStream(own).close()  # type: ignore[union-attr]
    assert capsys.readouterr().err == ""


def test_it_is_kept_for_six_months() -> None:
    assert log.KEPT_DAYS >= 184
