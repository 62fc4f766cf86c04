"""Random schedules of faults over the real store, rounds and folds; every oracle after each."""

from __future__ import annotations

import tempfile
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
@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_doubled_or_stuck(seed: int, tmp_path: Path) -> None:
    world = play(seed, tmp_path)
    assert world.count["reply lost"] + world.count["request lost"] > 10
    assert len(world.ground.log) > 30


@pytest.mark.parametrize("seed", [1023, 2168, 2267, 3262])
def test_schedules_that_once_failed(seed: int, tmp_path: Path) -> None:
    play(seed, tmp_path, steps=200)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("first", range(1000, 1300, 50))
def test_three_hundred_more_schedules(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 50):
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            play(seed, Path(folder), steps=200)
