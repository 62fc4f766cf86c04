"""A server's disk and a window's PC are lost for good, one after the other; both come back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from fix_pc import ADMIN, Pc
from fix_postgres import FAST, account, folder, free_port

from zcdesk.domain.case import Case
from zcdesk.operations import recovery
from zcdesk.operations.session import Session
from zcdesk.store.verify import verify
from zcdesk.sync import backup, inspect, login
from zcdesk.sync.adopt import adopt
from zcdesk.sync.embedded import Embedded
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import Outcome, once
from zcdesk.sync.station_copy import StoreCopy
from zcdesk.upkeep import copies

ROLE = "w03"


@dataclass
class Servers:
    """One address at which a server stands, and after it another."""

    port: int
    homes: list[tuple[Path, Embedded]]

    def start(self) -> str:
        home = folder()
        server = Embedded(home, self.port, account=account(), settings=FAST)
        self.homes.append((home, server))
        return server.start()

    def destroy(self) -> None:
        home, server = self.homes.pop()
        server.stop("immediate")
        shutil.rmtree(home)


@pytest.fixture
def servers() -> Iterator[Servers]:
    made = Servers(free_port(), [])
    yield made
    while made.homes:
        made.destroy()


def meet(session: Session) -> Outcome:
    data = session.store.place.data
    with closing(PostgresHall(login.load(data / login.FILE).url)) as hall:
        return once(StoreCopy(session.store, session.now), hall)


def count(url: str) -> int:
    return inspect.status(url)[0].position


@pytest.mark.req("R169")
def test_server_and_station_are_destroyed_and_nothing_that_reached_either_is_lost(
    pc: Pc, servers: Servers, tmp_path: Path
) -> None:
    kept, escrow = tmp_path / "kept", tmp_path / "escrow"
    url = servers.start()
    with pc.open() as session:
        mine = adopt(session.store, url, role=ROLE, now=pc.clock)
        code = recovery.new_code(session.as_clerk(ADMIN))
        assert meet(session).code == ""  # it gets codes for its numbers
        pc.take_in(session)
        assert meet(session).code == ""
        backup.backup(url, kept, escrow)
        copy = copies.take(session, pc.stick)
        late = pc.take_in(session)
        assert meet(session).code == ""
        before = count(url)

        servers.destroy()
        url = servers.start()
        backup.restore(url, kept, escrow)
        assert count(url) < before
        assert meet(session).code == ""  # the same login, the same address
        assert count(url) == before
        assert inspect.flaws(url, session.store.hall) == ()
        end = session.store.head.seq

    pc.destroy()
    back = copies.bring_back(pc.data, copy, code=code, now=pc.clock)
    assert back.returned == end - copy.manifest.seq
    with pc.open() as session:
        assert session.store.head.origin != copy.manifest.origin
        with session.reading() as store:
            found = store.state(f"case:{late}", Case)
        assert found is not None
        new = pc.take_in(session)
        with session.reading() as store:
            again = store.state(f"case:{new}", Case)
        assert again is not None
        assert again.intake.number[:-7] != found.intake.number[:-7]
        assert meet(session).code == ""
        assert verify(session.store).is_clean
    assert mine.role == ROLE
