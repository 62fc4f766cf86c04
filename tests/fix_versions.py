"""Real older versions of the program, out of its own history, at work beside this one.

Their sources are taken out of the history and each version runs in a process of its own, which
does one thing after the other; without a history that goes so far nothing is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

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
    running: dict[Path, subprocess.Popen[str]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        for child in self.running.values():
            with child:  # its input ends, so it does
                pass

    def run(self, tree: Path, *words: object) -> dict[str, Any]:
        child = self.running.get(tree)
        if child is None:
            child = self.running[tree] = self._start(tree)
        assert child.stdin
        assert child.stdout
        child.stdin.write(json.dumps([str(word) for word in words]) + "\n")
        child.stdin.flush()
        answer = child.stdout.readline()
        assert answer, f"{words[0]} failed, see what is in stderr"
        found: dict[str, Any] = json.loads(answer)
        return found

    def _start(self, tree: Path) -> subprocess.Popen[str]:
        env = {
            **os.environ,
            "ZCDESK_RESOURCES": str(tree / "resources"),
            "ZCDESK_STATION_DIR": str(self.station),
            "PYTHONPATH": os.pathsep.join((str(tree), str(tree / "tests"))),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        child = [sys.executable, "-P", str(Path(__file__).parent / "upkeep" / "skew_child.py")]
        pipe = subprocess.PIPE
        return subprocess.Popen(child, env=env, stdin=pipe, stdout=pipe, text=True)

    def before(self, *words: object) -> dict[str, Any]:
        return self.run(self.old, *words)

    def now(self, *words: object) -> dict[str, Any]:
        return self.run(ROOT, *words)
