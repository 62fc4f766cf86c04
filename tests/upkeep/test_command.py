"""What an administrator types to keep a station going, and what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_pc import ADMIN, ADMIN_SECRET, Pc
from fix_publisher import SYSTEM, Publisher

from zcdesk import cli
from zcdesk.operations import recovery


@pytest.fixture
def run(pc: Pc, capsys: pytest.CaptureFixture[str]):
    """Run a command on the PC; return its exit code and all it said."""

    def command(*words: object) -> tuple[int, str]:
        code = cli.main([*(str(word) for word in words), "--data", str(pc.data)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed where a secret is asked for."""
    typed = [ADMIN_SECRET]
    monkeypatch.setattr("getpass.getpass", lambda _: typed[0])
    return typed


def test_from_the_code_to_the_copy_and_back_on_another_pc(pc: Pc, run, secret) -> None:
    with pc.open() as session:
        paper = recovery.new_code(session.as_clerk(ADMIN))

    assert "BAK-07" in run("backup", "now")[1]
    assert run("backup", "set", "--to", pc.stick)[0] == 0
    assert run("backup", "now")[0] == 0
    assert "3 号窗口" in run("backup", "list", "--from", pc.stick)[1]
    assert "备份完好" in run("backup", "verify", "--from", pc.stick)[1]

    pc.destroy()
    secret[0] = "AAAA"
    assert "SEC-20" in run("backup", "restore", "--from", pc.stick)[1]
    secret[0] = paper
    code, said = run("backup", "restore", "--from", pc.stick)
    assert (code, "不会与已发出的编号重复" in said) == (0, True)
    assert run("verify")[0] == 0


def test_an_empty_stick_is_said(pc: Pc, run, tmp_path: Path) -> None:
    assert run("backup", "list", "--from", tmp_path / "nothing")[0] == 1
    assert "BAK-08" in run("backup", "restore", "--from", pc.stick)[1]


def test_an_update_is_trusted_rolled_out_shown_and_stopped(
    pc: Pc, run, secret, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZCDESK_UPDATE_SPOOL", str(pc.stick))
    monkeypatch.setattr("zcdesk.upkeep.release.system_here", lambda: SYSTEM)
    folder = publisher.publish("9.9.9")
    by = ("--by", ADMIN)
    assert "UPD-01" in run("update", "roll-out", "--from", folder, *by)[1]
    assert "UPD-13" in run("update", "trust", "--key", publisher.key.parent, *by)[1]
    assert run("update", "trust", "--key", folder.parent / "release.pub", *by)[0] == 0
    assert run("update", "roll-out", "--from", folder, "--first", "3", *by)[0] == 0
    assert "推行 9.9.9" in run("update", "status")[1]
    assert "UPD-09" in run("update", "ask")[1]
    assert run("update", "folder", "--from", folder)[0] == 0
    assert "已请求安装 9.9.9" in run("update", "ask")[1]
    assert "UPD-12" in run("update", "back", "--schema", 999, *by)[1]
    assert run("update", "back", "--schema", 6, *by)[0] == 0
    assert run("verify")[0] == 0
    assert run("update", "stop", "--reason", "打印有误", *by)[0] == 0
    assert "没有要装的更新" in run("update", "ask")[1]
