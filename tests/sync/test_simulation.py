"""Seeded schedules of faults over the real store, rounds and folds: `zcdesk bench --simulate`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zcdesk import bench
from zcdesk.bench.simulation import oracles, seeds
from zcdesk.bench.simulation.desk import Broken
from zcdesk.bench.simulation.world import FAULTS, World

Patch = pytest.MonkeyPatch
PIECE = 50
OTHERS = ("killed", "reply lost", "page sent", "page fetched", "carrying cut", "page astray")


@pytest.mark.req("R128")
@pytest.mark.parametrize("first", range(0, 300, PIECE))
def test_nothing_is_lost_doubled_or_stuck(first: int) -> None:
    told: list[str] = []
    tally = seeds.simulate(PIECE * seeds.STEPS, first, cores=1, tell=told.append)
    assert told == []
    assert tally.seeds == PIECE
    quiet = [name for name in (*FAULTS, *OTHERS) if not tally.happened[name]]
    assert quiet == [], "a fault that never struck tests nothing"


def test_a_seed_that_failed_once_holds() -> None:
    """703229: the disk refused as a restored file was opened, and the schedule ended there."""
    failure, happened, _ = seeds.play((703229, seeds.STEPS))
    assert failure is None
    assert happened["disk SYS-06"]


@pytest.mark.parametrize("seed", [3, 7])
def test_real_encrypted_files_hold_too(seed: int) -> None:
    failure, happened, _ = seeds.play((seed, seeds.STEPS), seeds.SQLITE)
    assert failure is None
    assert happened["round"] > 20


def test_a_seed_replays_exactly_whatever_the_hash_seed() -> None:
    code = (
        "from zcdesk.bench.simulation.world import World; w = World(11); w.run(200);"
        "print(w.sites[0].ground.head, sorted(w.count.items()))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": chance},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for chance in ("1", "2")
    }
    assert len(said) == 1
    assert "Position(number=" in said.pop()


def test_a_failing_seed_names_itself_and_fails_the_run(monkeypatch: Patch) -> None:
    def broken(world: World) -> None:
        if world.seed == 41:
            raise Broken("O1: an act is gone")

    monkeypatch.setattr(oracles, "judge", broken)
    told: list[str] = []
    line, code = bench.simulate(3 * 200, 40, tell=told.append)
    assert told == [
        "seed 41: Broken O1: an act is gone; once more: zcdesk bench --simulate 200 --seed 41"
    ]
    assert code == 1
    assert line.startswith("3 seeds, 600 steps, 1 failed, ")


def test_steps_are_split_into_seeds_and_told_in_one_line() -> None:
    line, code = bench.simulate(450, 7, tell=pytest.fail)
    assert code == 0
    assert line.startswith("3 seeds, 450 steps, 0 failed, ")
    assert "\n" not in line
    assert bench.simulate(0, 1, tell=pytest.fail)[1] == 2


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_million_steps() -> None:
    assert bench.simulate(1_000_000, 100_000, tell=print)[1] == 0
