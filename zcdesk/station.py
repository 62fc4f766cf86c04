"""This PC as one value: its store, calendar and settings, opened as a session.

Belongs to the thread that opens it, which is the store lane of a running desk.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from zcdesk import calendar, paths, settings
from zcdesk.catalogue import load_shipped
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.operations import setup
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers
from zcdesk.settings import Settings
from zcdesk.store.founding import Station
from zcdesk.store.place import Place
from zcdesk.store.store import Store

_log = logging.getLogger(__name__)

YEARS = calendar.YEARS
"""Folder of imported yearly notices inside the data."""

Clock = Callable[[], datetime]


def clock() -> datetime:
    """Return this PC's time on the hall's clock."""
    return datetime.now(HALL_ZONE)


def place_of(data: Path) -> Place:
    """Return where the parts of the store in `data` lie."""
    return Place(data, paths.witness_dir(data) / "last.witness", paths.keys_dir())


def exists(data: Path) -> bool:
    """Tell whether `data` holds a store."""
    return place_of(data).database.exists()


def create(
    data: Path,
    answers: Answers,
    *,
    now: Clock = clock,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> Session:
    """Make the store of a hall from its answers and leave it open.

    Raises:
        UserError: the answers do not fit; nothing was made then.
    """
    setup.check(answers)
    matters = load_shipped()
    setup.changed({m.key: m for m in matters}, answers.matters)
    station = Station(
        hall=f"hall-{answers.hall.region}", region=answers.hall.region, name=answers.station
    )
    store = Store.create(place_of(data), station, at=now(), random=random)
    settings.save(data, Settings(window=answers.station, devices=dict(answers.devices)))
    session = _session(store, data, now, random)
    setup.set_up(session, answers, matters)
    return session


def open_session(
    data: Path, *, now: Clock = clock, random: Callable[[int], bytes] = secrets.token_bytes
) -> Session:
    """Open the store of `data` at the window this PC is bound to."""
    return _session(Store.open(place_of(data), at=now(), random=random), data, now, random)


def _session(store: Store, data: Path, now: Clock, random: Callable[[int], bytes]) -> Session:
    with store.reading() as reader:
        hall = reader.state("hall")
    simulated = bool(getattr(hall, "simulated", False))
    years, damaged = calendar.load_folder(data / YEARS)
    for fault in damaged:
        _log.warning("a yearly notice is damaged and was passed over: %s", fault)
    return Session(
        store=store,
        now=now,
        random=random,
        calendar=years,
        window=settings.load(data).window,
        simulated=simulated,
    )
