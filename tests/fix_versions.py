"""Real older versions of the program, out of its own history, at work beside this one.

Their sources are taken out of the history and run in processes of their own; without a history
that goes so far nothing is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("zcdesk", "tests", "resources/catalogue", "resources/calendar", "resources/demo")


def sources(commit: str, folder: Path) -> Path:
    """Lay the sources of a version down in a folder."""
    words = ["git", "archive", commit, *PARTS]
    try:
        packed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the history does not go back to the older version")
    folder.mkdir(parents=True, exist_ok=True)
    # The program, not tarfile: Debian 12's Python does not know tarfile's filters yet.
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed, check=True)
    (folder / "resources" / "fonts").mkdir()
    return folder


@dataclass
class Versions:
    """Runs either version on data of this test; its answers are values."""

    old: Path
    station: Path

    def run(self, tree: Path, *words: object) -> dict[str, Any]:
        env = {
            **os.environ,
            "ZCDESK_RESOURCES": str(tree / "resources"),
            "ZCDESK_STATION_DIR": str(self.station),
            "PYTHONPATH": os.pathsep.join((str(tree), str(tree / "tests"))),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        child = [sys.executable, "-P", str(Path(__file__).parent / "upkeep" / "skew_child.py")]
        ran = subprocess.run(
            [*child, *map(str, words)], env=env, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        return found

    def before(self, *words: object) -> dict[str, Any]:
        return self.run(self.old, *words)

    def now(self, *words: object) -> dict[str, Any]:
        return self.run(ROOT, *words)
