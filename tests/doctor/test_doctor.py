"""The doctor looks at real things and says what to do; its bundle holds nobody's data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fix_pc import Pc

from zcdesk import cli, log, paths, settings
from zcdesk.doctor import Light, command, machine, workplace
from zcdesk.domain.act import NewAct
from zcdesk.domain.upkeep import BackedUp
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.settings import Settings

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=HALL_ZONE)
ANSWERS = paths.resources_dir() / "demo" / "answers.toml"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return tmp_path / "data"


def test_a_hall_in_order_is_told_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["setup", "--answers", str(ANSWERS), "--data", str(data)]) == 0
    capsys.readouterr()
    assert cli.main(["doctor", "--data", str(data), "--whole", "--json"]) == 0
    found = {f["about"]: f for f in json.loads(capsys.readouterr().out)}
    assert found["数据"]["light"] == "good"
    assert found["核验"]["light"] == "good"
    assert found["打印机"]["light"] == "good"
    assert "SQLite" in found["版本"]["found"]


def test_no_hall_yet_is_no_fault(data: Path) -> None:
    (found,) = workplace.store(data, whole=False)
    assert found.light is Light.CAUTION
    assert "zcdesk setup" in found.advice


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    file = tmp_path / "hall"
    file.write_text("")
    (found,) = workplace.store(file, whole=False)
    assert found.light is Light.FAULT
    assert "是文件" in found.found


def test_a_damaged_store_is_a_fault(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["setup", "--answers", str(ANSWERS), "--data", str(data)]) == 0
    store = data / "store.db"
    store.write_bytes(store.read_bytes()[:5000])
    capsys.readouterr()
    assert cli.main(["doctor", "--data", str(data)]) == 1
    assert "✗ 故障  数据" in capsys.readouterr().out


def test_a_store_in_use_is_no_fault(data: Path) -> None:
    from zcdesk import station

    cli.main(["setup", "--answers", str(ANSWERS), "--data", str(data)])
    session = station.open_session(data)
    try:
        (found,) = workplace.store(data, whole=False)
    finally:
        session.store.close()
    assert (found.light, "正在运行" in found.found) == (Light.GOOD, True)


def test_a_device_that_is_not_there_is_a_fault_with_advice(data: Path) -> None:
    url = f"serial:{data}/nothing?model=syn6288"
    settings.save(data, Settings(devices={"voice": url, "printer": "nonsense:"}))
    found = {f.about: f for f in workplace.devices(data)}
    assert found["语音盒"].light is not Light.GOOD
    assert found["打印机"].light is Light.FAULT
    assert all(f.advice for f in found.values())


@pytest.mark.parametrize(
    ("free", "light"), [(100, Light.FAULT), (1500, Light.CAUTION), (50_000, Light.GOOD)]
)
def test_room_on_the_disk(
    free: int, light: Light, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        def __init__(self) -> None:
            self.free = free * 1_000_000

    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: Usage())
    assert next(iter(machine.disk(tmp_path))).light is light


def test_a_lost_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZCDESK_RESOURCES", str(tmp_path))
    found = machine.fonts()
    assert found.light is Light.FAULT
    assert machine.RARE in found.found


def test_a_year_nobody_announced_is_a_caution(data: Path) -> None:
    assert workplace.years(data, NOW).light is Light.GOOD
    assert workplace.years(data, NOW.replace(year=2061)).light is Light.CAUTION
    assert workplace.years(data, NOW.replace(month=12)).light is Light.CAUTION


def test_the_bundle_holds_no_number_of_anybody_and_no_secret(data: Path, tmp_path: Path) -> None:
    folder = data / log.FOLDER
    folder.mkdir(parents=True)
    (folder / log.FILE).write_text("old line 320213199003074521 13912345678\n", "utf-8")
    settings.save(data, Settings(window="3", devices={"caller": "tcp:h:1?password=abc"}))
    command.bundle(tmp_path / "b.zip", data, [machine.fonts()])
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        whole = "".join(packed.read(name).decode("utf-8") for name in packed.namelist())
    assert "320213199003074521" not in whole
    assert "13912345678" not in whole
    assert "abc" not in whole
    assert "[证件号] [手机号]" in whole
    (folder / log.FILE).unlink()  # planted here: the suite looks through every log at its end


def test_a_station_nobody_copies_is_told_and_one_that_is_copied_too(pc: Pc) -> None:
    def light() -> Light:
        found = {one.about: one for one in workplace.store(pc.data, whole=False)}
        return found["备份"].light

    assert light() is Light.CAUTION
    for days, expected in ((9, Light.CAUTION), (0, Light.GOOD)):
        pc.clock.at = datetime.now(HALL_ZONE) - timedelta(days=days)
        with pc.open() as session, session.transaction() as tx:
            tx.append(NewAct(subject="station:3", body=BackedUp(station="3", position=1)))
        assert light() is expected


@pytest.mark.req("UX-55")
def test_a_pc_that_speaks_english_is_answered_in_english(data: Path) -> None:
    """In processes of their own, for a language once spoken is spoken by all of one."""
    assert cli.main(["setup", "--answers", str(ANSWERS), "--data", str(data)]) == 0
    for folder in (data, data / "nowhere"):
        settings.save(folder, replace(settings.load(folder), language="en_US"))
    for word, folder, code in (
        ("doctor", data, 0),
        ("rebuild", data, 0),
        ("verify", data / "nowhere", 1),
    ):
        asked = [sys.executable, "-m", "zcdesk", word, "--data", str(folder)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        said = done.stdout + done.stderr
        assert len(said) > 40
        assert not re.search("[\u4e00-\u9fff：，。；]", said), said
