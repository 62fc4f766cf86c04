"""`zcdesk keys` as an administrator types it, and a server that gives the escrow."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from fix_hall import ANSWERS, SECRET
from fix_sync_hall import Windows

from zcdesk import cli, station
from zcdesk.doctor import Light, workplace
from zcdesk.operations import recovery
from zcdesk.store import escrow
from zcdesk.sync import escrow as server
from zcdesk.sync.postgres_hall import PostgresHall


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    station.create(tmp_path / "data", ANSWERS).store.close()
    return tmp_path / "data"


def read_code(paper: Path) -> str:
    """Read the code off the printed paper, as eyes do."""
    with closing(pypdfium2.PdfDocument(paper.read_bytes())) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    table = text[text.index("第四组") :]
    letters = set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    found = [w for w in table.split() if len(w) == 4 and set(w) <= letters]
    return " ".join(found[:14])


def light(data: Path) -> Light:
    """What the doctor says of the paper."""
    return next(f.light for f in workplace.store(data, whole=False) if f.about == "恢复纸")


def test_paper_loss_recovery_and_change(data: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    assert light(data) is Light.CAUTION
    assert cli.main(["keys", "status", "--data", str(data)]) == 1
    assert "还没有恢复纸" in capsys.readouterr().out
    sheet = tmp_path / "paper.pdf"
    monkeypatch.setattr("getpass.getpass", lambda _: SECRET)
    where = ("--data", str(data), "--by", "0001")
    assert cli.main(["keys", "paper", *where, "--out", str(sheet)]) == 0
    said = capsys.readouterr().out
    if sys.platform != "win32":
        assert stat.S_IMODE(os.stat(sheet).st_mode) == 0o600
    code = read_code(sheet)
    assert len(code.replace(" ", "")) == 56
    assert code[:4] not in said.split()
    assert cli.main(["keys", "change", *where]) == 0
    shutil.rmtree(tmp_path / "station" / "keys")
    assert cli.main(["verify", "--data", str(data)]) == 1
    assert "恢复纸" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(code))
    assert cli.main(["keys", "recover", "--data", str(data)]) == 0
    assert cli.main(["keys", "status", "--data", str(data)]) == 0
    assert light(data) is Light.GOOD
    assert cli.main(["verify", "--data", str(data)]) == 0


def test_a_paper_that_cannot_be_written_voids_none(data: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: SECRET)
    sheet = tmp_path / "paper.pdf"
    sheet.write_bytes(b"another")
    words = ["keys", "paper", "--data", str(data), "--by", "0001", "--out", str(sheet)]
    assert cli.main(words) == 1
    assert sheet.read_bytes() == b"another"
    session = station.open_session(data)
    assert recovery.in_force(session) is None
    session.store.close()


def test_the_server_gives_every_stations_sealed_key(windows: Windows) -> None:
    """The key and its copy are gone from the PC: the hall's order has it."""
    first, second = windows.first, windows.joined("5")
    windows.round(second)
    recovery.make(first.as_clerk("0001"))
    windows.round(first)
    windows.round(second)  # the paper's act arrives
    assert recovery.follow(second)
    windows.round(second)
    file = escrow.mark_of_file(second.store.place)
    with closing(PostgresHall(windows.login(first).url)) as hall:
        found = server.newest(hall, file)
        assert server.newest(hall, "00" * 16) is None
    assert found is not None
    assert found.file == file
    assert found.mark == recovery.in_force(first).mark
