"""The drills on real clusters: run for long runs, since each takes seconds (`dev.py soak`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        not any(Path("/usr/lib/postgresql").glob("*/bin")),
        reason="the distribution's PostgreSQL is not here",
    ),
]


@pytest.mark.parametrize(
    ("drill", "said"),
    [
        ("standby", "lost 0"),
        ("restore", "lost 0"),
        ("spread", "no act of the other hall reached the province"),
    ],
)
def test_a_drill_loses_nothing(drill: str, said: str) -> None:
    words = [sys.executable, str(ROOT / "packaging" / "drills" / f"{drill}.py")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert said in done.stdout
