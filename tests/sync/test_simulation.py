"""Random schedules of faults over the real store, rounds and folds; every oracle after each."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_sync_schedules import World


def play(seed: int, folder: Path, steps: int = 120) -> World:
    world = World(seed, folder)
    try:
        world.run(steps)
    finally:
        world.close()
    return world


@pytest.mark.req("R128")
@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_doubled_or_stuck(seed: int, tmp_path: Path) -> None:
    play(seed, tmp_path)
