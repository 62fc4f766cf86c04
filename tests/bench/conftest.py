"""A hall with 200 cases behind it, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from zcdesk.bench import hall, whole

CASES = 200


@pytest.fixture(scope="package")
def bench_ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which halls are measured; witness and keys lie in it too."""
    with hall.ground(tmp_path_factory.mktemp("bench")) as root:
        yield root


@pytest.fixture(scope="package")
def busy_hall(bench_ground: Path) -> Path:
    """The data folder of the closed store."""
    return whole.make_hall(bench_ground / "busy", CASES)
