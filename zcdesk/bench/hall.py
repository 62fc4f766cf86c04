"""The hall that is measured: the demo's answers, a folder of its own, the real store.

Its key lies in a file beside it, so nothing is left in the system's keystore, and witness and keys
go where `ground` says: never to those of the hall this PC serves.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from zcdesk import calendar, paths, settings, station
from zcdesk.catalogue import load_shipped
from zcdesk.operations import setup
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, read_answers
from zcdesk.settings import Settings
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.store import Store

STAFF_NO = "0312"
STATION_DIR = "ZCDESK_STATION_DIR"

DEVICES = {kind: f"sim:{kind}" for kind in ("printer", "reader", "caller", "scanner")}


class Clock:
    """A clock the generator moves; it never passes by itself."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, span: timedelta) -> None:
        self.at += span


@contextmanager
def ground(root: Path) -> Iterator[Path]:
    """Let witness and keys of every hall lie under `root`, here and in child processes."""
    before = os.environ.get(STATION_DIR)
    os.environ[STATION_DIR] = str(root / "station")
    try:
        yield root
    finally:
        if before is None:
            del os.environ[STATION_DIR]
        else:
            os.environ[STATION_DIR] = before


def answers() -> Answers:
    """Return the demo's answers."""
    return read_answers(paths.resources_dir() / "demo" / "answers.toml")


def secret(staff_no: str = STAFF_NO) -> str:
    """Return the invented secret of the clerk who is measured."""
    return next(clerk.secret for clerk in answers().clerks if clerk.staff_no == staff_no)


def found(data: Path, clock: Clock, seed: int = 1) -> Session:
    """Make a hall in `data` and leave it open, nobody on duty."""
    given = answers()
    place = station.place_of(data)
    chance = random.Random(seed).randbytes  # noqa: S311 - the same hall in every run
    store = Store.create(
        place,
        Station(hall=f"hall-{given.hall.region}", region=given.hall.region, name=given.station),
        at=clock(),
        keys=Keys(place.keys, keystore=None),
        random=chance,
    )
    settings.save(data, Settings(window=given.station, devices=DEVICES))
    session = Session(
        store=store,
        now=clock,
        random=chance,
        calendar=calendar.load(),
        window=given.station,
        simulated=True,
    )
    setup.set_up(session, given, load_shipped())
    return session
