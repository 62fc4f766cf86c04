"""Many seeds over all cores: what happened in them, and which did not hold.

A seed is 200 steps; the last of a run may be shorter. Nothing is shared between seeds, so each
replays alone.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from zcdesk.bench.simulation.power import Killed
from zcdesk.bench.simulation.world import World

STEPS = 200
MEMORY, SQLITE = "memory", "sqlite"
_PIECE = 5
"""Seeds a process takes at a time."""


class Failure(NamedTuple):
    """A seed that did not hold, and why."""

    seed: int
    steps: int
    why: str

    def text(self) -> str:
        again = f"zcdesk bench --simulate {self.steps} --seed {self.seed}"
        return f"seed {self.seed}: {self.why}; once more: {again}"


class Tally(NamedTuple):
    """What a run amounts to.

    Attributes:
        happened: events by name.
        seconds: by the wall clock. cpu: of all processes together, which others on the machine
            do not lengthen. cores: processes that worked.
    """

    seeds: int
    steps: int
    failures: tuple[Failure, ...]
    happened: Counter[str]
    seconds: float
    cpu: float
    cores: int

    @property
    def rate(self) -> float:
        """Seeds in a second of one core."""
        return self.seeds / max(self.cpu, 0.001)

    def line(self) -> str:
        """Say it in one line."""
        names = sorted(self.happened)
        counts = ", ".join(f"{name} {self.happened[name]:,}" for name in names)
        return (
            f"{self.seeds:,} seeds, {self.steps:,} steps, {len(self.failures)} failed,"
            f" {self.seconds:.1f} s on {self.cores} cores,"
            f" {self.rate:.1f} seeds a second of one core: {counts}"
        )


def simulate(
    steps: int,
    seed: int,
    *,
    store: str = MEMORY,
    cores: int | None = None,
    tell: Callable[[str], None] = lambda words: None,
) -> Tally:
    """Run so many steps in all, from this seed on.

    Args:
        store: disks in memory, or real encrypted files at their own pace.
        cores: processes; by default as many as the machine has.
        tell: hears of each seed that did not hold.
    """
    jobs = [(seed + at, min(STEPS, steps - at * STEPS)) for at in range(-(-steps // STEPS))]
    cores = max(1, min(cores or os.cpu_count() or 1, len(jobs) // _PIECE))
    start = time.perf_counter()
    failures: list[Failure] = []
    happened: Counter[str] = Counter()
    cpu = 0.0
    for failure, counted, spent in _results(jobs, store, cores):
        happened += counted
        cpu += spent
        if failure is not None:
            failures.append(failure)
            tell(failure.text())
    seconds = time.perf_counter() - start
    return Tally(len(jobs), steps, tuple(failures), happened, seconds, cpu, cores)


Result = tuple[Failure | None, Counter[str], float]


def _results(jobs: list[tuple[int, int]], store: str, cores: int) -> Iterator[Result]:
    if cores == 1:
        yield from map(play, jobs, repeat(store))
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        yield from pool.map(play, jobs, repeat(store), chunksize=_PIECE)


def play(job: tuple[int, int], store: str = MEMORY) -> Result:
    """Run one seed; return its failure, what happened, and the seconds it took of a core."""
    seed, steps = job
    start = time.process_time()
    failure = None
    with _files(store) as folder:
        world = World(seed, folder)
        try:
            world.run(steps)
        except (Exception, Killed) as error:  # noqa: BLE001 - any way of failing is a finding
            why = " ".join(str(error).split())
            failure = Failure(seed, steps, f"{type(error).__name__} {why}".rstrip())
        finally:
            world.close()
    return failure, world.count, time.process_time() - start


@contextmanager
def _files(store: str) -> Iterator[Path | None]:
    if store != SQLITE:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="zcdesk-sim-") as folder:
        yield Path(folder)
