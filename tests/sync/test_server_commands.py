"""The administrator's commands, a PC that joins by them, and the server of one PC."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from fix_postgres import account, folder, free_port
from fix_store import STATION
from sqlalchemy.engine import make_url

from zcdesk import cli, settings, station
from zcdesk.errors import SurroundingsError, UserError
from zcdesk.sync import admin, inspect, login, schema
from zcdesk.sync.embedded import Embedded

HALL = STATION.hall
ROOT = Path(__file__).parents[2]


def role() -> str:
    return f"s_{os.urandom(5).hex()}"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = cli.main(words)
    return code, capsys.readouterr().out


def test_from_an_empty_database_to_a_second_window_by_commands(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, hall = ("--url", empty), ("--hall", HALL)
    assert run(capsys, "server", "init", *url, *hall)[0] == 0
    logins = []
    for name in ("W01", "W02"):
        out = tmp_path / f"{name}.json"
        words = ("--name", name, "--role", role(), "--out", str(out))
        code, said = run(capsys, "server", "add-station", *url, *hall, *words)
        assert code == 0
        mine = login.load(out)
        assert (make_url(mine.url).password or "") not in said
        assert out.stat().st_mode & 0o077 == 0
        logins.append(out)
        data = ("--data", str(tmp_path / name))
        assert run(capsys, "sync", "join", *data, "--login", str(out))[0] == 0
        code, said = run(capsys, "sync", "once", *data)
        assert (code, json.loads(said)["code"]) == (0, "")
        code, said = run(capsys, "sync", "status", *data)
        assert code == 0
        assert "纪元 1" in said
    code, said = run(capsys, "server", "status", *url, "--json")
    assert json.loads(said)[0]["stations"] == 2
    assert run(capsys, "server", "verify", *url)[0] == 0
    gone = ("--role", login.load(logins[1]).role)
    assert run(capsys, "server", "revoke-station", *url, *gone)[0] == 0
    code, said = run(capsys, "sync", "once", "--data", str(tmp_path / "W02"))
    assert (code, json.loads(said)["code"]) == (1, "NET-20")
    words = ("--folder", str(tmp_path / "b"), "--escrow", str(tmp_path / "k"))
    assert run(capsys, "server", "backup", *url, *words)[0] == 0
    assert run(capsys, "server", "upgrade", *url)[0] == 0
    assert run(capsys, "server", "epoch", *url, *hall)[0] == 0
    assert "纪元 2" in run(capsys, "sync", "status", "--data", str(tmp_path / "W01"))[1]
    with pytest.raises(UserError, match="NET-15"):
        admin.bump_epoch(empty, "hall-none")


def test_a_pc_joins_unattended_by_an_answers_file(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, data = tmp_path / "w5.json", tmp_path / "pc"
    assert run(capsys, "server", "init", "--url", empty, "--hall", HALL)[0] == 0
    words = ("--hall", HALL, "--name", "5", "--role", role(), "--out", str(out))
    assert run(capsys, "server", "add-station", "--url", empty, *words)[0] == 0
    mine = login.load(out)
    # The login was made where the server has another name; the file says how it is reached here.
    moved = make_url(mine.url).set(host="db.invalid", port=1)
    login.save(out, msgspec.structs.replace(mine, url=moved.render_as_string(hide_password=False)))
    answers = tmp_path / "join.toml"
    answers.write_text(
        f'trial = false\n[join]\nlogin = "w5.json"\nserver = "127.0.0.1:{make_url(empty).port}"\n'
        '[join.devices]\nprinter = "sim:printer"\n'
    )
    code, said = run(capsys, "setup", "--answers", str(answers), "--data", str(data))
    assert (code, HALL in said) == (0, True)
    kept = settings.load(data)
    assert (kept.window, kept.devices) == ("5", {"printer": "sim:printer"})
    code, said = run(capsys, "sync", "once", "--data", str(data))
    assert (code, json.loads(said)["code"]) == (0, "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[join]\nlogin = "none.json"', "NET-21"),
        ('[join]\nlogin = "none.json"\nport = 1', "SET-18"),
        ('[join]\nlogin = "none.json"\n[hall]\nname = "x"', "SET-18"),
    ],
)
def test_a_joining_answers_file_that_is_wrong_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: str
) -> None:
    answers = tmp_path / "join.toml"
    answers.write_text(text)
    assert cli.main(["setup", "--answers", str(answers), "--data", str(tmp_path / "pc")]) != 0
    assert code in capsys.readouterr().err
    assert not station.exists(tmp_path / "pc")


def test_the_embedded_server_comes_back_after_a_kill_and_is_for_this_pc_only() -> None:
    home, port = folder(), free_port()
    made = Embedded(home / "pg", port, account=account())
    if account() is not None:
        made.data.mkdir(mode=0o700)
    try:
        url = made.start()
        schema.upgrade(url)
        admin.add_hall(url, HALL)
        pid = int((made.cluster / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        assert made.start() == url
        assert [one.hall for one in inspect.status(url)] == [HALL]
        with admin.connect(url) as connection:
            row = connection.execute("SHOW listen_addresses").fetchone()
        assert row == ("127.0.0.1",)
        assert made.is_running()
    finally:
        made.stop()
        assert not made.is_running()
        shutil.rmtree(home)


def test_the_start_command_serves_a_user_and_refuses_root(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        with pytest.raises(SurroundingsError, match="NET-12"):
            Embedded(tmp_path / "x", free_port()).start()
        assert not (tmp_path / "x").exists()
    else:
        runs_until_told(tmp_path)


def runs_until_told(tmp_path: Path) -> None:
    port = free_port()
    words = [sys.executable, "-m", "zcdesk", "server", "start", "--port", str(port)]
    process = subprocess.Popen(
        [*words, "--folder", str(tmp_path / "pg")], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout
    try:
        assert str(port) in process.stdout.readline().decode()
        url = Embedded(tmp_path / "pg", port).url
        assert schema.current(url) == schema.newest()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        process.stdout.close()


def test_a_join_that_reaches_nobody_leaves_nothing_behind(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "login.json"
    schema.upgrade(empty)
    admin.add_hall(empty, HALL)
    mine = admin.add_station(empty, HALL, "W01", role=role())
    lost = make_url(mine.url).set(port=1).render_as_string(hide_password=False)
    login.save(out, msgspec.structs.replace(mine, url=lost))
    words = ("sync", "join", "--data", str(tmp_path / "pc"), "--login", str(out))
    with pytest.raises(SurroundingsError, match="NET-20"):
        command_join(words)
    assert not (tmp_path / "pc" / "store.db").exists()
    login.save(out, mine)
    assert cli.main(words) == 0


def command_join(words: tuple[str, ...]) -> None:
    """Run a command past the words the interface has for its errors."""
    args = cli._parser().parse_args(words)
    args.run(args)
