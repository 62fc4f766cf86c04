"""kill -9 at every statement of an action: the reopened file holds all of it or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

NOTHING = {"acts": 1, "jar": 1, "rows": 1, "taken": 1, "next": 2, "drafts": ["open visit"]}
ALL = {"acts": 4, "jar": 3, "rows": 2, "taken": 2, "next": 3, "drafts": ["next"]}


def rounds(folder: Path, action: str) -> list[dict[str, Any]]:
    """Return what was found after each death; the last round was let live."""
    paths = os.pathsep.join([str(HERE.parent), str(HERE.parent.parent), *filter(None, sys.path)])
    ran = subprocess.run(
        [sys.executable, str(HERE / "kill_child.py"), str(folder), action],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [one["killed"] for one in found] == [True] * (len(found) - 1) + [False]
    return found


@pytest.mark.req("UX-39")
def test_an_action_is_there_in_full_or_not_at_all(tmp_path: Path) -> None:
    found = rounds(tmp_path, "receive")
    held = [{key: one[key] for key in NOTHING} for one in found]
    whole = held.index(ALL)
    assert held == [NOTHING] * whole + [ALL] * (len(held) - whole)
    # BEGIN, the statements, COMMIT; then the witness, before and after its write.
    assert whole > 12
    assert len(held) - whole == 3
    assert all(one["clean"] for one in found)
    assert all(one["notices"] == [] for one in found)


def test_a_rebuild_that_is_killed_leaves_the_tables_as_they_were(tmp_path: Path) -> None:
    found = rounds(tmp_path, "rebuild")
    assert len(found) > 8
    assert len({one["digest"] for one in found}) == 1
    assert all(one["clean"] for one in found)
