"""This PC as one value: its store, calendar and settings, opened as a session.

Belongs to the thread that opens it, which is the store lane of a running desk.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from zcdesk import calendar, paths, settings
from zcdesk.catalogue import load_shipped
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations import clocks, setup
from zcdesk.operations.session import Session
from zcdesk.operations.setup import PLAIN, Answers, Looks
from zcdesk.settings import Settings
from zcdesk.store import meta
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store

if TYPE_CHECKING:
    from zcdesk.domain.matter import Matter
    from zcdesk.sync.joining import Watch
    from zcdesk.sync.news import InLane, Tie

_log = logging.getLogger(__name__)

YEARS = calendar.YEARS
"""Folder of imported yearly notices inside the data."""

FIRST_SECONDS = 3.0
"""So long a first join fetches before the desk is shown; the rest comes behind it."""

STOPPED = "NET-50"
UNFINISHED = "NET-51"
GONE = "NET-48"

Clock = Callable[[], datetime]


def clock() -> datetime:
    """Return this PC's time on the hall's clock."""
    return datetime.now(HALL_ZONE)


def place_of(data: Path) -> Place:
    """Return where the parts of the store in `data` lie."""
    return Place(data, paths.witness_dir(data) / "last.witness", paths.keys_dir())


def keys_of(place: Place) -> Keys:
    """Return where the store's key is kept.

    Whoever names the station's folder (a demo, a test) wants its keys in there and nowhere else.
    """
    if "ZCDESK_STATION_DIR" in os.environ:
        return Keys(place.keys, keystore=None)
    return Keys(place.keys)


def exists(data: Path) -> bool:
    """Tell whether `data` holds a store."""
    return place_of(data).database.exists()


def create(
    data: Path,
    answers: Answers,
    *,
    matters: Sequence[Matter] | None = None,
    now: Clock = clock,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> Session:
    """Make the store of a hall from its answers and leave it open.

    A first start that was cut off is done again; a hall in use is left as it is.

    Args:
        matters: the hall's own; None = those that ship with the program.

    Raises:
        UserError: the answers do not fit, or there is a hall; nothing was made then.
    """
    from zcdesk.catalogue import package_file  # no desk that is there already reads one

    setup.check(answers)
    matters = load_shipped() if matters is None else matters
    setup.changed({m.key: m for m in matters}, answers.matters)
    station = Station(
        hall=f"hall-{answers.hall.region}", region=answers.hall.region, name=answers.station
    )
    store = _laid(place_of(data), station, now(), random)
    try:
        kept = _settings(answers.station, answers.devices, answers.looks)
        settings.save(data, replace(kept, updates=answers.updates.folder))
        session = _session(store, data, now, random)
        setup.set_up(session, answers, matters, package_file.load_shipped(matters))
        return _session(store, data, now, random)
    except BaseException:
        store.close()
        raise


def open_store(data: Path, *, now: Clock = clock) -> Store:
    """Open the store of `data` without a session."""
    return _opened(place_of(data), now())


def join(
    data: Path,
    hall: str,
    name: str,
    *,
    devices: Mapping[str, str] = MappingProxyType({}),
    looks: Looks = PLAIN,
    now: Clock = clock,
) -> Store:
    """Make the empty store of one more station of a hall; its acts come from the server.

    Raises:
        NotAllowed: SET-08, this PC has a hall already.
    """
    station = Station(hall=hall, region=hall.rpartition("-")[2], name=name)
    store = _laid(place_of(data), station, now(), secrets.token_bytes)
    settings.save(data, _settings(name, devices, looks))
    return store


def join_hall(
    data: Path, login: Path, *, watch: Watch | None = None, now: Clock = clock
) -> Session:
    """Make this PC a window of the hall a login file is for; open it when it can be used.

    Raises:
        SurroundingsError: the login or the server cannot be used; nothing was made then.
        NotAllowed: NET-50, a person stopped it; nothing is left of it here.
    """
    from zcdesk.sync import joining

    end = time.monotonic() + FIRST_SECONDS
    seen = watch or joining.Watch()

    def go_on(position: int, stop: int) -> bool:
        return seen.reached(position, stop) and time.monotonic() < end

    make = partial(join, data, now=now)
    try:
        joining.join(login, make, now, go_on, watch=seen)
    except SurroundingsError as error:
        if not seen.is_stopped:
            raise
        raise NotAllowed(STOPPED) from error
    if seen.is_stopped:
        _discard(place_of(data))
        raise NotAllowed(STOPPED)
    return open_session(data, now=now)


def join_by_code(
    data: Path, server: str, code: str, *, watch: Watch | None = None, now: Clock = clock
) -> Session:
    """Make this PC a window by a one-time code of the hall's server; open it when it can be used.

    Raises:
        UserError, SurroundingsError: see `sync.enrolling.enrol` and `join_hall`.
    """
    from zcdesk.sync import enrolling

    session = join_hall(data, enrolling.enrol(server, code, data), watch=watch, now=now)
    enrolling.settle(data)
    return session


def open_session(
    data: Path, *, now: Clock = clock, random: Callable[[int], bytes] = secrets.token_bytes
) -> Session:
    """Open the store of `data` at the window this PC is bound to.

    Raises:
        NotAllowed: NET-51, what was begun here holds no hall and no way to one: begin again;
            NET-48, the window went to another PC.
    """
    store = _opened(place_of(data), now(), random)
    if store.head.epoch and _is_gone(store):
        store.close()
        raise NotAllowed(GONE)
    if is_empty(store) and not store.head.epoch:
        store.close()
        raise NotAllowed(UNFINISHED)
    return _session(store, data, now, random)


def open_own(data: Path) -> Session:
    """Open the store of `data` for a desk that runs on: a clock that leaps ahead is noticed.

    Raises:
        NotAllowed: see `open_session`.
    """
    return clocks.watch(open_session(data))


def session_of(store: Store, data: Path, *, now: Clock = clock) -> Session:
    """Return a session over an open store, at the window this PC is bound to."""
    return _session(store, data, now, secrets.token_bytes)


def tie(
    data: Path,
    session: Session,
    *,
    in_store: InLane,
    working: Callable[[], Session | None],
) -> Tie:
    """Return a joined station's tie to its server; nothing is asked of it yet.

    Args:
        in_store: runs a function in the store's lane and waits.
        working: the session of who works here now.
    """
    from zcdesk.operations import attention, choosing
    from zcdesk.sync import login
    from zcdesk.sync.link import Link
    from zcdesk.sync.postgres_hall import PostgresHall
    from zcdesk.sync.station_copy import StoreCopy

    def open_hall() -> PostgresHall:
        return PostgresHall(login.address(data, login.load(data / login.FILE)))

    def choice(window: str) -> choosing.Choice | None:
        now = working()
        if now is not None and window:
            now = now.at_window(window)
        return None if now is None else choosing.choice(now)

    return Link(
        copy=StoreCopy(session.store, session.now),
        open_hall=open_hall,
        in_store=in_store,
        choice=choice,
        attention=lambda: attention.count(session),
    )


def _settings(window: str, devices: Mapping[str, str], looks: Looks) -> Settings:
    return Settings(window=window, devices=dict(devices), **msgspec.structs.asdict(looks))


def _opened(
    place: Place, at: datetime, random: Callable[[int], bytes] = secrets.token_bytes
) -> Store:
    return Store.open(place, at=at, keys=keys_of(place), random=random)


def _laid(place: Place, station: Station, at: datetime, random: Callable[[int], bytes]) -> Store:
    """Make the store, or take up one that holds no hall yet."""
    if not place.database.exists():
        return Store.create(place, station, at=at, keys=keys_of(place), random=random)
    store = _opened(place, at, random)
    if not is_empty(store):
        store.close()
        raise NotAllowed("SET-08")
    if store.station == station:
        return store
    store.close()
    _discard(place)
    return Store.create(place, station, at=at, keys=keys_of(place), random=random)


def is_empty(store: Store) -> bool:
    """Tell whether a store holds no hall yet and nothing that was done here."""
    with store.reading() as reader:
        return reader.state("hall") is None and not store.head.seq


def _discard(place: Place) -> None:
    """Remove a closed store that nothing was done in, and its login.

    The witness stays: what it says was given is not given again.
    """
    from zcdesk.sync import login

    for old in place.data.glob(place.database.name + "*"):
        old.unlink(missing_ok=True)
    for name in login.NAMES:
        (place.data / name).unlink(missing_ok=True)


def _is_gone(store: Store) -> bool:
    with store.reading() as reader:
        return bool(meta.get(reader, meta.MOVED))


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


@contextmanager
def unlocked(data: Path, *staff: str) -> Iterator[list[Session]]:
    """Open a store for people who prove who they are, one after the other; for nobody without any.

    Args:
        staff: staff numbers; an empty one is left out.
    """
    from getpass import getpass

    from zcdesk.operations import clerks

    session = open_session(data)
    try:
        opened = [session.as_clerk(number) for number in staff if number]
        for one in opened:
            clerks.unlock(one, one.clerk, getpass(f"{one.clerk} 口令："))
        yield opened or [session]
    finally:
        session.store.close()
