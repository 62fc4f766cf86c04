"""A hall with 200 cases behind it, made once.

A fixture of a whole folder lives to the end of the run, and so would a variable it sets: tests of
other folders that follow in the same process must not find it.  Each file sets it for its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from zcdesk.bench import hall, whole

CASES = 200


@pytest.fixture(scope="session")
def bench_ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which halls are measured; witness and keys lie in it too."""
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="session")
def busy_hall(bench_ground: Path) -> Path:
    """The data folder of the closed store."""
    with hall.ground(bench_ground):
        return whole.make_hall(bench_ground / "busy", CASES)


@pytest.fixture(scope="module", autouse=True)
def own_station(bench_ground: Path) -> Iterator[None]:
    with hall.ground(bench_ground):
        yield
