"""A hall with a server and real windows: one that was adopted, others that joined, and its keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import pytest
from fix_postgres import HallServer
from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.operations.session import Session
from zcdesk.store.signing import Signer
from zcdesk.store.store import Store
from zcdesk.sync import admin, login, sign
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.adopt import adopt
from zcdesk.sync.beside import Beside, Exchanged, exchange
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import Outcome, once
from zcdesk.sync.station_copy import StoreCopy

HALL = "hall-320213"


@dataclass
class Windows:
    """Windows of one hall; each is a session with its login."""

    server: HallServer
    first: Session
    folder: Path
    logins: dict[int, StationLogin] = field(default_factory=dict)
    stores: list[Store] = field(default_factory=list)

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def signer(self) -> Signer:
        return Signer.in_folder(self.keys)

    def joined(self, name: str, audiences: tuple[str, ...] | None = None) -> Session:
        """Let one more window join, as its commands do."""
        role = f"s_{os.urandom(5).hex()}"
        made = admin.add_station(self.server.url, HALL, name, role=role, audiences=audiences)
        made = login.with_keys(made, self.keys)
        store = station.join(self.folder / name, HALL, name, now=self.first.now)
        login.keep(store, made, self.first.now)
        StoreCopy(store, self.first.now).join(1)
        self.logins[id(store)] = made
        self.stores.append(store)
        return replace(self.first, store=store, window=name)

    def login(self, session: Session) -> StationLogin:
        return self.logins[id(session.store)]

    def round(self, session: Session) -> tuple[Outcome, Exchanged]:
        """One round and what travels beside it."""
        with closing(PostgresHall(self.login(session).url)) as hall:
            outcome = once(StoreCopy(session.store, session.now), hall)
            return outcome, exchange(Beside(session.store, session.now), hall)

    def sign(self) -> tuple[int, int]:
        return sign.sign_shifts(self.server.url, self.signer)

    def sign_heads(self) -> int:
        return sign.sign_heads(self.server.url, self.signer, self.first.now)

    def now_at(self, url: str) -> None:
        """Point every window at another server with the same logins."""
        name = make_url(url).database
        for key, one in self.logins.items():
            moved = make_url(one.url).set(database=name).render_as_string(hide_password=False)
            self.logins[key] = msgspec.structs.replace(one, url=moved)


@pytest.fixture
def windows(session: Session, hall_server: HallServer, tmp_path: Path) -> Iterator[Windows]:
    """The hall of `session`, moved to a server."""
    made = Windows(hall_server, session, tmp_path)
    role, now = f"s_{os.urandom(5).hex()}", session.now
    mine = adopt(session.store, hall_server.url, role=role, now=now, keys=made.keys)
    made.logins[id(session.store)] = mine
    made.round(session)
    yield made
    for store in made.stores:
        store.close()
