"""The demo hall: an ordinary answers file, a folder of its own, a clock the script moves."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

from zcdesk import paths, station
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, read_answers

STAFF_NO, SECRET = "0312", "demo-0312"
OPENING = datetime(2026, 11, 24, 8, 30, tzinfo=HALL_ZONE)


class DemoClock:
    """A working day that passes as the script says, never by itself."""

    def __init__(self, at: datetime = OPENING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **spans: float) -> None:
        """Let time pass, as `timedelta` takes it."""
        self.at += timedelta(**spans)


class Chance:
    """Bytes that are the same in every run, so papers and numbers are too."""

    def __init__(self, seed: int = 20261124) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a demo wants no secret

    def __call__(self, count: int) -> bytes:
        return self._random.randbytes(count)


def answers() -> Answers:
    """Return the demo's answers."""
    return read_answers(paths.resources_dir() / "demo" / "answers.toml")


def found(data: Path, clock: DemoClock) -> None:
    """Make the demo hall in `data`; its store is closed again."""
    station.create(data, answers(), now=clock, random=Chance()).store.close()


def opened(data: Path, clock: DemoClock) -> Session:
    """Open the demo hall on the lane that calls."""
    return station.open_session(data, now=clock, random=Chance(1))
