from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest


@pytest.fixture
def bare_venv(tmp_path: Path) -> Path:
    """An environment without pip, in a folder whose name has a blank and Chinese in it."""
    venv = tmp_path / "综 窗" / ".venv"
    make = [sys.executable, "-I", "-m", "venv", "--without-pip", str(venv)]
    subprocess.run(make, check=True)
    return venv


def output(*command: str) -> str:
    """Run from nowhere near the checkout, as `dev.py` does."""
    variables = environment.child_environment()
    run = subprocess.run(
        command, capture_output=True, text=True, cwd="/", env=variables, check=True
    )
    return run.stdout.strip()


def test_only_what_is_not_installed_is_asked_for() -> None:
    listing = "libgl1 installed\nlibegl1 config-files\nlibglib2.0-0t64 installed\n"
    needed = ("libgl1", "libegl1", "libglib2.0-0", "libx11-6")
    assert environment.absent(needed, listing) == ("libegl1", "libx11-6")


def test_the_environment_runs_the_checkout(bare_venv: Path) -> None:
    package = bare_venv.parent / "zcdesk"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys; print(__file__, *sys.argv[1:])")
    environment.link_checkout(bare_venv, bare_venv.parent)
    python = environment.venv_python(bare_venv)
    for command in ([str(python), "-m", "zcdesk"], [str(python.with_name("zcdesk"))]):
        assert output(*command, "a b") == f"{package / '__main__.py'} a b"


def test_a_moved_checkout_goes_on_working(bare_venv: Path, tmp_path: Path) -> None:
    environment.link_checkout(bare_venv, bare_venv.parent)
    (bare_venv.parent / "found.py").write_text("print('here')")
    moved = tmp_path / "elsewhere"
    shutil.move(bare_venv.parent, moved)
    python = environment.venv_python(moved / ".venv")
    assert output(str(python), "-m", "found") == "here"


def test_another_lock_or_no_stamp_means_building_anew(bare_venv: Path) -> None:
    stamp = bare_venv / "zcdesk.stamp"
    assert not environment.is_current(bare_venv)
    stamp.write_text(environment.stamp_text())
    assert environment.is_current(bare_venv)
    stamp.write_text(environment.stamp_text().replace("3.", "2."))
    assert not environment.is_current(bare_venv)
    stamp.write_text(environment.stamp_text())
    environment.venv_python(bare_venv).unlink()
    assert not environment.is_current(bare_venv)


def test_the_program_may_write_byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    found = environment.child_environment(QT_QPA_PLATFORM="offscreen")
    assert found["QT_QPA_PLATFORM"] == "offscreen"
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"} & set(found)
    assert found["PATH"] == os.environ["PATH"]
