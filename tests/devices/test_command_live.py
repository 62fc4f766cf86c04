"""`zcdesk device list | test | monitor | simulate` over real lines."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.devices import sam_samples as samples
from zcdesk.devices.command import add_parser, run
from zcdesk.devices.kinds import READY, PadKey
from zcdesk.devices.models import find_model, models
from zcdesk.devices.ports import detect
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.sam_v import SamReader
from zcdesk.devices.simulators.bx import BxModel
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.models import GunModel, played
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import CARDS, SamModel
from zcdesk.devices.simulators.serve import PtyLine
from zcdesk.devices.simulators.voice import VoiceModel
from zcdesk.devices.transcript import Replay, read_transcript
from zcdesk.devices.voice_frames import SYN6288, XFS5152
from zcdesk.devices.wire import LineSettings, MemoryWire, Wire, open_wire

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

ROOT = Path(__file__).parents[2]


def call(*words: str, clock: Callable[[], float] = time.monotonic) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    out, err = io.StringIO(), io.StringIO()
    code = run(parser.parse_args(["device", *words]), out=out, err=err, clock=clock)
    return code, out.getvalue(), err.getvalue()


class Watching:
    """`monitor` in a thread, until told that it has seen enough."""

    def __init__(self, *words: str) -> None:
        self._is_over = False
        self._result: tuple[int, str, str] | None = None
        self._thread = Thread(target=self._run, args=words)
        self._thread.start()

    def until(self, done: Callable[[], bool]) -> None:
        while not done() and self._thread.is_alive():
            self._thread.join(0.01)

    def end(self) -> tuple[int, str, str]:
        self._is_over = True
        self._thread.join(60)
        assert self._result is not None
        return self._result

    def _run(self, *words: str) -> None:
        clock = lambda: 2.0 if self._is_over else 0.0  # noqa: E731
        self._result = call("monitor", *words, "--seconds", "1", clock=clock)


def test_list_names_every_model() -> None:
    code, out, _ = call("list")
    assert code == 0
    assert all(model.name in out for model in models())
    code, out, _ = call("list", "--json")
    listed = json.loads(out)
    assert {one["model"] for one in listed["models"]} == {model.name for model in models()}
    assert all(port["url"].startswith("serial:") for port in listed["ports"])


def test_a_voice_and_a_screen_do_something(serve: Serve) -> None:
    voice, screen = VoiceModel(SYN6288, pace=200), BxModel(4)
    place = serve(voice)
    code, out, _ = call("test", "syn6288", "--port", place.url, "--option", place.patient)
    assert (code, "请听" in out) == (0, True)
    assert voice.spoken == ["[n1]请A零零零号到一号窗口办理。请A零零零号到一号窗口办理"]
    place = serve(screen, tcp=True)
    words = ("--port", place.url, "--address", "4", "--option", place.patient)
    code, out, _ = call("test", "bx5k", *words)
    assert (code, "请看屏" in out) == (0, True)
    assert screen.history == ["请A000号到1号窗口"]


def test_a_reader_is_tested_masked(serve: Serve) -> None:
    place = serve(SamModel([samples.RESIDENT]))
    code, out, _ = call("test", "sam-v", "--port", place.url, "--option", place.patient)
    assert code == 0
    assert "读到：张** 110***********8750" in out
    words = ("--port", serve(SamModel()).url, "--option", place.patient, "--seconds", "0.1")
    code, out, _ = call("test", "sam-v", *words)
    assert (code, "没有读到证件" in out) == (1, True)


def test_pads_raters_and_guns_are_tested(serve: Serve) -> None:
    pads = ProfileModel(shipped()["pad-ff68"], (1, 2))
    pads.press(2, PadKey.LOGIN, 312)
    place = serve(pads)
    words = ("--port", place.url, "--option", "addresses=1-2", "--option", place.patient)
    code, out, _ = call("test", "pad-ff68", *words)
    assert (code, "收到：2 号呼叫器 login 312" in out) == (0, True)
    rater = ProfileModel(shipped()["rater-stx"])
    rater.stars.append((0, 1))
    code, out, _ = call("test", "rater-stx", "--port", serve(rater).url, "--option", place.patient)
    assert (code, "5 星" in out) == (0, True)
    words = ("--port", serve(rater).url, "--option", place.patient, "--seconds", "0.1")
    code, out, _ = call("test", "rater-stx", *words)
    assert (code, "没有人按键" in out) == (1, True)
    code, out, _ = call("test", "gun", "--port", serve(GunModel()).url, "--seconds", "0.1")
    assert (code, "没有收到扫码" in out) == (1, True)


def test_a_device_that_is_not_there_or_silent(serve: Serve) -> None:
    code, _, err = call("test", "bx5k", "--port", "tcp:127.0.0.1:1")
    assert (code, "DEV-09" in err) == (1, True)
    place = serve(VoiceModel(SYN6288), Fit(fault=Fault.SILENT))
    code, _, err = call("test", "syn6288", "--port", place.url)
    assert (code, "DEV-06" in err) == (1, True)
    code, _, err = call("test", "syn6288", "--port", place.url, "--option", "volume=loud")
    assert code == 2


def test_monitor_lets_a_program_through_and_hides_persons(serve: Serve, tmp_path: Path) -> None:
    place, near = serve(SamModel([samples.RESIDENT])), tmp_path / "near"
    watching = Watching("--model", "sam-v", "--port", place.url, "--pty", str(near))
    watching.until(near.is_symlink)
    with closing(SamReader(open_wire(f"serial:{near}"), patience=place.patience)) as reader:
        person = reader.read()
    assert person is not None
    code, out, _ = watching.end()
    assert code == 0
    assert '"meaning": "寻找证件"' in out
    assert "张**" in out
    assert "张三丰" not in out
    assert person.id_number not in out
    assert "5F 09 4E" not in out


def test_monitor_records_what_may_be_recorded(serve: Serve, tmp_path: Path) -> None:
    place, file = serve(GunModel()), tmp_path / "gun.txt"
    watching = Watching("--model", "gun", "--port", place.url, "--record", str(file))
    watching.until(file.exists)
    place.server.say(b"R320213\r")
    watching.until(lambda: "0D" in file.read_text("utf-8"))
    assert '{"code": "R320213"}' in watching.end()[1]
    lines = read_transcript(file)
    assert b"".join(line.data for line in lines) == b"R320213\r"
    assert Replay(lines).read(5) == lines[0].data
    refused = ["--model", "sam-v", "--port", place.url, "--record", str(tmp_path / "x")]
    code, _, err = call("monitor", *refused)
    assert (code, "--reveal" in err) == (2, True)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["simulate", "syn6288"],
        ["simulate", "syn6288", "--pty", "/tmp/a", "--tcp", ":1"],
        ["simulate", "syn6288", "--tcp", "x"],
        ["simulate", "syn6288", "--tcp", ":0", "--fault", "sadness"],
        ["simulate", "syn6288", "--tcp", ":0", "--fault", "slow=x"],
        ["simulate", "syn6288", "--tcp", ":0", "--fault", "slow=nan"],
        ["simulate", "syn6288", "--tcp", ":0", "--fault", "torn=-1"],
        ["simulate", "syn6288", "--tcp", ":0", "--option", "pace=inf"],
        ["simulate", "syn6288", "--tcp", ":0", "--option", "cards=rare"],
        ["simulate", "sam-v", "--tcp", ":0", "--option", "cards=nobody"],
        ["simulate", "nothing", "--tcp", ":0"],
        ["simulate", "bx5k", "--tcp", ":0", "--option", "address=z"],
        ["simulate", "syn6288", "--tcp", ":99999"],
        ["encode", "--text", "一"],
    ],
)
def test_wrong_use(words: list[str]) -> None:
    code, _, err = call(*words)
    assert code == 2
    assert err.strip()


@pytest.mark.parametrize("model", [m.name for m in models()])
def test_every_model_can_be_simulated(model: str, tmp_path: Path) -> None:
    path = tmp_path / "port"
    code, out, _ = call("simulate", model, "--pty", str(path), "--seconds", "0.02")
    assert (code, f"serial:{path}" in out) == (0, True)
    assert not path.is_symlink()


def test_a_simulator_takes_nobody_s_place(tmp_path: Path) -> None:
    """A path somebody mistyped: what lies there stays, and the reason is said."""
    kept = tmp_path / "letter.txt"
    kept.write_text("keep")
    (tmp_path / "link").symlink_to(kept)
    for path, said in (
        (kept, "不会覆盖"),
        (tmp_path / "link", "不会覆盖"),
        (tmp_path, "不会覆盖"),
        (tmp_path / "none" / "port", "没有这个文件夹"),
    ):
        code, _, err = call("simulate", "syn6288", "--pty", str(path), "--seconds", "0.02")
        assert (code, said in err, err.count("\n")) == (1, True, 1)
    assert kept.read_text() == "keep"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["letter.txt", "link"]
    code, _, err = call("simulate", "syn6288", "--tcp", "203.0.113.1:9", "--seconds", "0.02")
    assert (code, "不是本机的地址" in err) == (1, True)


def test_a_port_left_behind_is_taken_again_and_left_to_its_last_owner(tmp_path: Path) -> None:
    path = tmp_path / "port"
    path.symlink_to("/dev/pts/none")
    first, second = PtyLine(path), PtyLine(path)
    first.plug()
    second.plug()
    first.unplug()
    assert path.is_symlink()
    second.unplug()
    assert not path.is_symlink()


def test_a_simulator_in_a_process_of_its_own(tmp_path: Path) -> None:
    """As an installer runs it: a port to open, lines typed in, ended by a signal."""
    path = tmp_path / "port"
    code = (
        "import argparse, sys; from zcdesk.devices.command import add_parser, run;"
        "p = argparse.ArgumentParser(); add_parser(p.add_subparsers());"
        "sys.exit(run(p.parse_args(sys.argv[1:])))"
    )
    words = ["device", "simulate", "sam-v", "--pty", str(path), "--option", "cards="]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        text=True,
        encoding="utf-8",
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert f"serial:{path}" in child.stdout.readline()
        with closing(SamReader(open_wire(f"serial:{path}"), patience=20)) as reader:
            assert reader.status() == READY
            assert reader.read() is None
            child.stdin.write("card rare\n")
            child.stdin.flush()
            while "好" not in child.stdout.readline():
                pass
            person = reader.read()
        child.terminate()
        child.communicate(timeout=60)
    assert not path.is_symlink()
    assert person is not None
    assert person.name == CARDS["rare"].name
    assert child.returncode == 0


class Bench:
    """A port whose device hears at one speed only, and the time that passed on it."""

    def __init__(self, device: Callable[[], Wire], line: LineSettings | None = None) -> None:
        self._device = device
        self._line = line
        self._wires: list[Wire] = []

    def open_at(self, settings: LineSettings) -> Wire:
        right = self._line is None or settings == self._line
        self._wires.append(self._device() if right else MemoryWire())
        return self._wires[-1]

    def clock(self) -> float:
        return sum(wire.now() for wire in self._wires)


@pytest.mark.parametrize(
    "name", ["sam-v", "syn6288", "xfs5152", "bx5k", "ruize", "pingan-lihe", "led-485-rtu"]
)
def test_a_device_is_found_by_asking(name: str) -> None:
    model = find_model(name)
    assert model is not None
    bench = Bench(lambda: SimulatedWire(FarSide(played(model, {}))), model.lines[-1])
    found = detect(bench.open_at, bench.clock)
    assert found is not None
    assert (found.model.name, found.line) == (name, model.lines[-1])


@pytest.mark.parametrize("answer", [b"", b"\x12", b"\x41", b"hello", bytes(64)])
def test_nobody_answers_and_noise_is_nobody(answer: bytes) -> None:
    bench = Bench(lambda: MemoryWire(answer=lambda _: answer))
    assert detect(bench.open_at, bench.clock) is None


@pytest.mark.usefixtures("only_voices")
def test_a_device_is_found_on_a_real_port(serve: Serve) -> None:
    place = serve(VoiceModel(XFS5152))
    found = detect(lambda settings: open_wire(place.url, settings))
    assert found is not None
    assert found.model.name == "xfs5152"
