"""`zcdesk setup --answers FILE`: everything wrong at once, everything right at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fix_publisher import Publisher

from zcdesk import catalogue, cli, settings, station
from zcdesk.operations import catalogue as published
from zcdesk.operations import releases
from zcdesk.upkeep import release

GOOD = """
station = "3"
[hall]
name = "示例厅"
region = "320213"
[[windows]]
number = "3"
[[clerks]]
staff_no = "0001"
name = "王主任"
secret = "invented-1"
roles = ["administrator"]
"""
WRONG = """
station = "3"
catalogue = ["none.xlsx"]
[hall]
name = " "
region = "32"
[[windows]]
number = "3"
[[windows]]
number = "3"
[[clerks]]
staff_no = "0001"
name = "王主任"
secret = "short"
[devices]
toaster = "find"
reader = "maker:x"
[looks]
scale = 3.0
"""


@pytest.fixture(autouse=True)
def own_station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))


def set_up(tmp_path: Path, text: str, capsys) -> tuple[int, str, str]:
    (tmp_path / "answers.toml").write_text(text, encoding="utf-8")
    words = ["setup", "--answers", str(tmp_path / "answers.toml")]
    code = cli.main([*words, "--data", str(tmp_path / "data")])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_everything_wrong_is_said_at_once_and_nothing_is_made(tmp_path, capsys) -> None:
    code, out, err = set_up(tmp_path, WRONG, capsys)
    assert (code, out) == (1, "")
    fields = [line.partition("：")[0] for line in err.splitlines()[:-1]]
    assert fields == [
        *("hall.region", "hall.name", "windows.3", "clerks.0001", "clerks", "looks.scale"),
        *("devices.toaster", "devices.reader"),
    ]
    assert "none.xlsx" in err.splitlines()[-1]
    assert "short" not in err
    assert not (tmp_path / "data").exists()


def test_a_new_window_has_its_receipt_looks_and_own_catalogue(tmp_path, capsys) -> None:
    own = catalogue.load_shipped()[:3]
    catalogue.write(tmp_path / "own.xlsx", own)
    top = 'catalogue = ["own.xlsx"]\n'
    more = f'[devices]\nprinter = "file:{tmp_path / "out"}"\n[looks]\nscale = 1.25\n'
    code, out, err = set_up(tmp_path, top + GOOD + more, capsys)
    assert (code, err) == (0, "")
    assert "收件通知书已打印" in out
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["0001.pdf"]
    assert settings.load(tmp_path / "data").scale == 1.25
    session = station.open_session(tmp_path / "data")
    try:
        found = published.catalogue(session).matters
    finally:
        session.store.close()
    assert set(found) == {matter.key for matter in own}


def test_a_printer_that_fails_leaves_the_hall_and_says_so(tmp_path, capsys) -> None:
    (tmp_path / "out").write_text("in the way")
    more = f'[devices]\nprinter = "file:{tmp_path / "out"}"\n'
    code, out, _ = set_up(tmp_path, GOOD + more, capsys)
    assert code == 1
    assert "PRT-08" in out
    assert station.exists(tmp_path / "data")


def test_without_a_trial_or_a_printer_nothing_is_printed(tmp_path, capsys) -> None:
    code, out, _ = set_up(tmp_path, f"trial = false\n{GOOD}", capsys)
    assert (code, "试办" in out) == (0, False)


def test_a_catalogue_with_findings_is_refused_whole(tmp_path, capsys) -> None:
    text = catalogue.shipped_files()[0].read_text(encoding="utf-8")
    before, _, after = text.partition("  materials:\n  - name: ")
    wrong = f"{before}  materials:\n  - name: 其他材料\n{after.partition(chr(10))[2]}"
    (tmp_path / "own.yaml").write_text(wrong, encoding="utf-8")
    code, out, err = set_up(tmp_path, f'catalogue = ["own.yaml"]\n{GOOD}', capsys)
    assert (code, out) == (1, "")
    assert "own.yaml" in err
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("how", ["digits", "file"])
def test_a_station_takes_the_publishers_updates_from_its_first_start(tmp_path, capsys, how) -> None:
    publisher = Publisher(tmp_path / "publisher")
    key = publisher.public.upper() if how == "digits" else "publisher/release.pub"
    updates = f'[updates]\nkey = "{key}"\nfolder = "{tmp_path / "share"}"\n'
    code, out, _ = set_up(tmp_path, f"trial = false\n{GOOD}{updates}", capsys)
    assert code == 0
    assert publisher.public[:16] in out
    assert settings.load(tmp_path / "data").updates == str(tmp_path / "share")
    session = station.open_session(tmp_path / "data")
    try:
        public = releases.view(session).release.public
        assert public == publisher.public
        release.verify(release.read(publisher.publish("9.0.0")), public)
    finally:
        session.store.close()


def test_a_key_that_is_none_is_said_at_its_field(tmp_path, capsys) -> None:
    (tmp_path / "none.pub").write_text("12")
    code, _, err = set_up(tmp_path, f'{GOOD}[updates]\nkey = "none.pub"\n', capsys)
    assert code == 1
    assert err.startswith("updates.key：none.pub")
    assert not (tmp_path / "data").exists()


@pytest.mark.req("UX-55")
def test_a_file_that_chooses_english_is_answered_in_english(english, tmp_path, capsys) -> None:
    code, _, err = set_up(tmp_path, WRONG + 'language = "en_US"\n', capsys)
    assert (code, re.findall("[\u4e00-\u9fff：]", err)) == (1, [])
    code, out, _ = set_up(tmp_path, GOOD + '[looks]\nlanguage = "en_US"\n', capsys)
    assert (code, out.splitlines()) == (
        0,
        [
            f"Set up: {tmp_path / 'data'}",
            "No printer, so no case was tried. "
            "Connect one and print a test page on the Devices page",
        ],
    )
