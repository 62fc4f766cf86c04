"""The suite's own look at logs, bundles and tables finds what it should, and only that."""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path

import pytest
from fix_privacy import Watching, found_in, personal

from zcdesk import log
from zcdesk.doctor import command
from zcdesk.domain.identity import with_check_digit
from zcdesk.operations.spreadsheet import Grid, to_bytes

CARD = with_check_digit("32021319880612001")
PHONE = "13912345678"


@pytest.mark.parametrize(
    "text", [CARD, CARD.lower(), f"证件{CARD}，", PHONE, f"电话:{PHONE}\n", f"({PHONE})"]
)
def test_a_number_is_found_wherever_it_stands(text: str) -> None:
    assert len(personal(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "320213-26-7K2-00057-X",
        "3202131988061200" + ("10" if CARD[-2:] != "10" else "11"),  # a wrong check digit
        "sha256:13912345678abc13912345678",
        "2026-11-24T09:00:00.139123456",
        "320213********0012 139****5678",
        "01a41333-6680-7549-9f6b-139123456789",
    ],
)
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    assert personal(text) == []


@pytest.mark.parametrize("name", ["log/zcdesk.log", "log/zcdesk.log.2026-11-24", "desk.log"])
def test_a_log_that_holds_one_is_found(tmp_path: Path, name: str) -> None:
    file = tmp_path / "data" / name
    file.parent.mkdir(parents=True)
    file.write_text(f"ok\nreceived {CARD}\n", "utf-8")
    found = found_in(tmp_path)
    file.unlink()
    assert len(found) == 1
    assert CARD in found[0]


def test_a_bundle_and_a_table_that_hold_one_are_found(tmp_path: Path) -> None:
    bundle = tmp_path / "b.zip"
    with zipfile.ZipFile(bundle, "w") as into:
        into.writestr("findings.json", f'"{PHONE}"')
    rows = tmp_path / "办件 20261124-090000.xlsx"
    rows.write_bytes(to_bytes((Grid("办件", ("证件号",), ((CARD,),)),)))
    found = found_in(tmp_path)
    bundle.unlink()
    rows.unlink()
    assert len(found) == 2


def test_every_line_of_the_suite_goes_by(nothing_personal_is_written: Watching) -> None:
    before = nothing_personal_is_written.lines
    logging.getLogger("zcdesk.tests").info("a clerk typed %s and %s", CARD, PHONE)
    assert nothing_personal_is_written.lines == before + 1
    assert nothing_personal_is_written.found == []  # masked on its way, as in the file


def test_a_line_that_is_not_masked_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "masked", lambda text: text)
    watching = Watching()
    record = logging.LogRecord("zcdesk", logging.INFO, "", 0, "typed %s", (CARD,), None)
    watching.emit(record)
    assert watching.found


def test_the_bundle_masks_what_a_log_of_another_program_left(tmp_path: Path) -> None:
    """The file was written by who knows whom: it is masked again on its way into the bundle."""
    folder = tmp_path / "log"
    folder.mkdir()
    file = folder / log.FILE
    file.write_text(f"{CARD} {PHONE}", "utf-8")
    command.bundle(tmp_path / "bundle.zip", tmp_path, [])
    file.unlink()
    assert found_in(tmp_path) == []
