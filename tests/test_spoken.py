"""What commands print follows the language of the PC; what a machine reads never does."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.devices.sam_samples import RARE
from zcdesk import cli, settings, spoken
from zcdesk.devices.sam_layouts import encode_text
from zcdesk.ui.command_words import command_words

CHINESE = re.compile("[\u4e00-\u9fff：，。；]")


@pytest.fixture
def speaks(english: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "speak", lambda folder: True)


def asked(**words: object) -> argparse.Namespace:
    return argparse.Namespace(**({"action": "due", "data": None} | words))


def complaining(args: argparse.Namespace) -> int:
    sys.stdout.write("没有串口\n")
    sys.stderr.writelines(["没有读到证件\n", "  没有人按键\n"])
    sys.stderr.flush()
    return 1


@pytest.mark.req("UX-55")
def test_people_are_told_in_their_language(speaks, capsys) -> None:
    assert spoken.told(complaining, asked()) == 1
    assert capsys.readouterr() == ("No serial port\n", "No card was read\n  Nobody pressed a key\n")


@pytest.mark.parametrize(
    "words",
    [
        {"json": True},
        {"action": "decode"},
        {"action": "schema"},
        {"action": "texts", "check": None, "publish": None},
    ],
)
def test_what_a_machine_reads_stays_but_not_the_complaint(speaks, capsys, words) -> None:
    spoken.told(complaining, asked(**words))
    assert capsys.readouterr() == ("没有串口\n", "No card was read\n  Nobody pressed a key\n")


def test_a_difference_names_the_field_of_a_material_and_leaves_its_name(english) -> None:
    said = command_words("1-39 ~ 章程 修正案：草稿 份数：1→3")
    assert said == "1-39 ~ 章程 修正案：草稿 Copies: 1 → 3"
    said = command_words("1-2 ~ 申请表 必要性：必要→可容缺")
    assert said == "1-2 ~ 申请表 Need: Required → Can be promised"
    assert command_words("1-2 ~ 承诺时限：（空）→3") == "1-2 ~ Promised limit: (empty) → 3"
    assert command_words("1-2 - 事项 张三食品店许可") == "1-2 - Matter 张三食品店许可"


def test_a_papers_content_and_the_halls_folder_are_two_things(
    tmp_path, capsys, monkeypatch, english
) -> None:
    """`zcdesk --data HALL form render … --data FILE`: the language is the hall's."""
    settings.save(tmp_path, settings.Settings(language="en_US"))
    spoken_to = []
    monkeypatch.setattr(spoken, "speak", lambda folder: spoken_to.append(folder) or True)
    words = ["form", "render", "receipt", "--data", str(tmp_path / "none.json")]
    assert cli.main(["--data", str(tmp_path), *words, "--out", str(tmp_path / "p")]) == 2
    assert spoken_to == [tmp_path]
    assert not CHINESE.search(capsys.readouterr().err)


def test_in_chinese_a_command_writes_as_it_always_did(tmp_path, capsys) -> None:
    seen = []

    def run(args: argparse.Namespace) -> int:
        seen.append(sys.stdout)
        return complaining(args)

    before = sys.stdout
    assert spoken.told(run, asked(data=tmp_path)) == 1
    assert seen == [before]
    assert capsys.readouterr().out == "没有串口\n"


def test_a_stream_tells_what_was_said(english) -> None:
    out = io.StringIO()
    assert spoken.Told(out, command_words).write("没有串口\n\n没有人按键") == 11
    assert out.getvalue() == "No serial port\n\nNobody pressed a key"


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_name_no_console_has_is_written_to_a_file_all_the_same(encoding: str) -> None:
    """As a Windows PC writes to a file or another program, and a Linux one without a language."""
    card = encode_text(RARE).hex()
    run = [sys.executable, "-m", "zcdesk", "device", "decode", "--model", "sam-v", "--reveal"]
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([*run, "--hex", card], capture_output=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode())["name"] == "𬱖𠮷㛃䶮"


@pytest.mark.req("UX-55")
def test_a_pc_that_speaks_english_is_answered_in_english(tmp_path: Path) -> None:
    """In a process of its own, for a language once spoken is spoken by all of one."""
    settings.save(tmp_path, replace(settings.load(tmp_path), language="en_US"))
    for words, code in (
        ("calendar due --rule promised --days 5 --at 2026-09-24T10:00", 0),
        ("device list", 0),
        ("catalogue lint /nowhere.yaml", 2),
    ):
        run = [sys.executable, "-m", "zcdesk", "--data", str(tmp_path), *words.split()]
        done = subprocess.run(run, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
        said = (done.stdout + done.stderr).decode()
        assert len(said) > 20
        assert not CHINESE.search(said), said
