from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import dev
import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    """Every call of the environment's Python, instead of the call."""
    calls: list[tuple[tuple[str, ...], dict[str, str]]] = []

    def python(*arguments: str, **variables: str) -> int:
        calls.append((arguments, variables))
        return 0

    monkeypatch.setattr(dev, "python", python)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return calls


Calls = list[tuple[tuple[str, ...], dict[str, str]]]


def test_help_names_every_command() -> None:
    run = [sys.executable, str(ROOT / "packaging" / "dev.py"), "--help"]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert [name for name in dev.COMMANDS if name not in done.stdout] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_demo_runs_headless(ran: Calls) -> None:
    assert dev.main(["demo"]) == 0
    ((arguments, variables),) = ran
    assert arguments == ("-m", "zcdesk", "demo", "--headless", "--out", str(ROOT / "out" / "demo"))
    assert variables == {"QT_QPA_PLATFORM": "offscreen"}


def test_with_a_display_the_demo_opens_its_windows(
    ran: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    dev.main(["demo", "--seed", "7"])
    dev.main(["demo", "--headless", "--out", "day"])
    assert ran[0] == (("-m", "zcdesk", "demo", "--seed", "7"), {})
    assert ran[1][0][3:] == ("--headless", "--out", os.path.abspath("day"))


def test_what_test_does_not_know_goes_to_pytest(ran: Calls) -> None:
    dev.main(["test"])
    dev.main(["test", "-n", "0", "tests/domain", "-k", "ticket", "-x"])
    assert [call for call, _ in ran] == [
        ("-m", "pytest", "-n", "2"),
        ("-m", "pytest", "-n", "0", "tests/domain", "-k", "ticket", "-x"),
    ]


def test_soak_tries_harder(ran: Calls) -> None:
    dev.main(["soak"])
    assert "soak" in ran[0][0]


def test_a_wrong_word_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["requirements", "--force"], ["nonsense"], []):
        with pytest.raises(SystemExit):
            dev.main(words)
    assert "does not know --force" in capsys.readouterr().err


def test_what_cannot_be_made_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ready() -> Path:
        raise dev.environment.Unusable("no Python here")

    monkeypatch.setattr(dev.environment, "ready", ready)
    assert dev.main(["env"]) == 3
    assert capsys.readouterr().err == "dev: no Python here\n"
