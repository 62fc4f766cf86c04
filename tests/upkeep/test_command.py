"""What an administrator types to keep a station going, and what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_pc import ADMIN, ADMIN_SECRET, Pc

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
