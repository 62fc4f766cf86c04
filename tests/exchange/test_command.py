"""`zcdesk exchange` as an administrator types it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from zcdesk import cli, paths
from zcdesk.exchange import schemas
from zcdesk.exchange.simulators.licences import LicenceLibrary
from zcdesk.exchange.simulators.messages import MessageGateway
from zcdesk.exchange.simulators.platform import DistrictPlatform

ROOT = Path(__file__).parents[2]


def run(capsys, *words: object) -> tuple[int, str]:
    code = cli.main(["exchange", *(str(word) for word in words)])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.req("R029")
@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_the_published_files_are_what_the_program_reads(capsys, name: str) -> None:
    path = paths.resources_dir() / "exchange" / f"{name}.schema.json"
    code, said = run(capsys, "schema", name)
    assert (code, said) == (0, path.read_text("utf-8"))
    assert json.loads(said)["$schema"] == schemas.DIALECT


def test_the_formats_are_listed(capsys) -> None:
    assert run(capsys, "schema")[1].split() == list(schemas.SCHEMAS)
    assert json.loads(run(capsys, "schema", "--json")[1]) == list(schemas.SCHEMAS)


def test_a_sample_passes_the_check_and_a_spoilt_one_names_its_field(capsys, tmp_path: Path) -> None:
    assert run(capsys, "send-sample", "online", "--to", tmp_path, "--number", "A-001")[0] == 0
    path = tmp_path / "A-001.json"
    assert run(capsys, "check", path) == (0, "A-001.json：符合 online-application\n")
    document = json.loads(path.read_text("utf-8"))
    document["applicant"]["phone"] = "138"
    path.write_text(json.dumps(document), "utf-8")
    code, said = run(capsys, "check", path, "--json")
    (fault,) = json.loads(said)["faults"]
    assert (code, fault["field"], fault["code"]) == (1, "applicant.phone", "IDC-17")
    assert "手机号现有 3 位" in run(capsys, "check", path)[1]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("exchange.toml", "[online]\nfolder = '/srv/in'", 0),
        ("exchange.toml", "[online]\nfolders = 1", 1),
        ("words.toml", "rating = '【{hall}】谢谢'", 0),
        ("words.toml", "rating = '{name}'", 1),
        ("x.json", "{", 1),
        ("x.json", '{"format": "zcdesk.platform/1"}', 1),
        ("x.json", '{"format": "zcdesk.platform/1", "cases": []}', 0),
    ],
)
def test_every_kind_of_file_is_judged(capsys, tmp_path: Path, name, text, code) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert run(capsys, "check", tmp_path / name)[0] == code
    assert run(capsys, "check", tmp_path / "none")[0] == 2


@pytest.mark.parametrize(
    ("what", "far", "answer"),
    [
        ("platform", DistrictPlatform, '"platform_number":"DP-00000001"'),
        ("licences", LicenceLibrary, '"status":"found"'),
        ("messages", MessageGateway, '"code":"0"'),
    ],
)
def test_samples_go_to_every_far_side(capsys, closing, what: str, far, answer: str) -> None:
    one = closing(far())
    code, said = run(capsys, "send-sample", what, "--to", one.served.url)
    assert code == 0
    assert answer in said


def test_a_far_side_that_fails_is_said_in_words(capsys, closing) -> None:
    one = closing(MessageGateway())
    one.served.close()
    code, said = run(capsys, "send-sample", "messages", "--to", one.served.url)
    assert code == 1
    assert "ZC-EXC-01" in said


def test_a_simulator_serves_until_it_is_interrupted(capsys) -> None:
    command = [sys.executable, "-m", "zcdesk", "exchange", "simulate", "platform"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as served:
        assert served.stdout is not None
        url = served.stdout.readline().strip()
        assert run(capsys, "send-sample", "platform", "--to", url)[0] == 0
        served.send_signal(signal.SIGINT)
        assert served.wait(60) == 0


def test_a_secret_is_read_from_a_line(capsys, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert run(capsys, "secret", "sms")[0] == 2
