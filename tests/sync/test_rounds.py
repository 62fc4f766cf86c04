"""Stations and a real server: rounds over a bad network, killed servers, wrong servers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg
import pytest
from fix_postgres import HallServer, Server
from fix_store import AT, STATION, Filled, Stores, chance, fill
from fix_sync_proxy import Proxy
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.engine import make_url

from zcdesk.domain.act import NewAct
from zcdesk.store.project import read_digest
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import DEADLINE, PostgresHall
from zcdesk.sync.round import CAP_SECONDS, delay, once
from zcdesk.sync.station_copy import StoreCopy

Make = Callable[[str], tuple[StoreCopy, PostgresHall]]
HALL = STATION.hall
SILENT_S = 60
"""A call without its deadline would wait until the test is ended."""


@pytest.fixture
def station(hall_server: HallServer, stores: Stores) -> Iterator[Make]:
    """A maker of stations with a store of their own and a login."""
    made: list[tuple[Stores, PostgresHall]] = []

    def make(name: str) -> tuple[StoreCopy, PostgresHall]:
        root = stores.root.parent / name
        own = Stores(root, machine=f"pc-{name}", random=chance(len(made) + 10))
        hall = PostgresHall(hall_server.add(HALL, name))
        made.append((own, hall))
        copy = StoreCopy(own.create(), lambda: AT)
        copy.join(1)
        return copy, hall

    yield make
    for own, hall in made:
        own.close()
        hall.close()


def digests(*copies: StoreCopy) -> set[str]:
    found = set()
    for copy in copies:
        with copy.store.reading() as reader:
            found.add(read_digest(reader))
    return found


@pytest.mark.req("R128")
def test_two_windows_see_each_others_work(station: Make) -> None:
    (one, hall_one), (two, hall_two) = station("W01"), station("W02")
    for amount in range(5):
        fill(one.store, "a", amount)
        fill(two.store, "b", amount)
    assert once(one, hall_one).code == once(two, hall_two).code == once(one, hall_one).code == ""
    assert one.position == two.position == hall_one.heads()
    assert one.position.number == 10
    assert len(digests(one, two)) == 1
    assert len(set(one.store.spare_codes) | set(two.store.spare_codes)) == 6


def test_a_lost_reply_is_asked_for_again_and_nothing_is_doubled(
    station: Make, proxy_to: type[Proxy], hall_server: HallServer
) -> None:
    copy, hall = station("W01")
    proxy = proxy_to(make_url(hall_server.url).port or 0)
    with closing(PostgresHall(proxy.url(hall._url))) as shaky:
        assert once(copy, shaky).code == ""
        for _ in range(4):
            fill(copy.store)
            proxy.mode, shaky.deadline = "deaf", 0.3
            outcome = once(copy, shaky)
            assert (outcome.code, outcome.unsent) == ("NET-20", 1)
            proxy.mode, shaky.deadline = "pass", DEADLINE
            assert once(copy, shaky).unsent == 0
    assert copy.position.number == 4
    assert hall.heads() == copy.position


def test_a_half_open_connection_ends_by_the_deadline(
    station: Make, proxy_to: type[Proxy], hall_server: HallServer
) -> None:
    copy, hall = station("W01")
    proxy = proxy_to(make_url(hall_server.url).port or 0)
    with closing(PostgresHall(proxy.url(hall._url))) as frozen:
        frozen.heads()
        fill(copy.store)
        proxy.mode, frozen.deadline = "freeze", 0.4
        started = time.monotonic()
        outcome = once(copy, frozen)
        assert 0.3 < time.monotonic() - started < SILENT_S
        assert (outcome.code, outcome.unsent) == ("NET-20", 1)


def test_a_server_that_never_greets_ends_by_the_deadline(
    station: Make, proxy_to: type[Proxy], hall_server: HallServer
) -> None:
    _, hall = station("W01")
    proxy = proxy_to(make_url(hall_server.url).port or 0)
    proxy.mode = "freeze"
    with closing(PostgresHall(proxy.url(hall._url), deadline=2.0)) as frozen:
        started = time.monotonic()
        with pytest.raises(Exception, match="NET-20"):
            frozen.heads()
        assert time.monotonic() - started < SILENT_S


def test_a_cut_connection_and_an_ended_session_are_taken_up_again(
    station: Make, hall_server: HallServer
) -> None:
    copy, hall = station("W01")
    fill(copy.store)
    assert once(copy, hall).code == ""
    hall_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ~ '^s_'")
    fill(copy.store)
    assert once(copy, hall).code == "NET-20"
    assert once(copy, hall).unsent == 0


def test_a_server_that_fell_back_gets_everything_again(
    station: Make, hall_server: HallServer
) -> None:
    (one, hall_one), (two, hall_two) = station("W01"), station("W02")
    for _ in range(3):
        fill(one.store, "a")
        fill(two.store, "b")
        once(one, hall_one)
        once(two, hall_two)
    once(one, hall_one)
    hall_server.run("DELETE FROM core.act WHERE position > 2")
    hall_server.run(
        "UPDATE core.origin AS o SET seq = k.seq, hash = k.hash FROM core.act AS k"
        " WHERE k.origin = o.origin AND k.seq = 1"
    )
    hall_server.run(
        "UPDATE core.hall_head SET position = 2, chain = (SELECT chain FROM core.act"
        " WHERE position = 2)"
    )
    assert admin.bump_epoch(hall_server.url, HALL) == 2
    outcome = once(one, hall_one)
    assert (outcome.code, outcome.cut, outcome.sent) == ("", 4, 2)
    assert once(two, hall_two).code == once(one, hall_one).code == ""
    assert one.position == two.position
    assert one.position.number == 6
    assert len(digests(one, two)) == 1
    assert one.epoch == two.epoch == 2
    assert hall_server.run("SELECT next_code FROM core.hall_head")[0][0] >= admin.BUMP


def test_a_revoked_station_is_told_and_keeps_its_work(
    station: Make, hall_server: HallServer
) -> None:
    copy, hall = station("W01")
    once(copy, hall)
    fill(copy.store)
    role = make_url(hall._url).username or ""
    hall_server.run("UPDATE core.station SET revoked = true WHERE role = %s", role)
    outcome = once(copy, hall)
    assert (outcome.code, outcome.unsent) == ("NET-19", 1)
    admin.revoke_station(hall_server.url, role)
    assert once(copy, hall).code == "NET-20"
    assert copy.waiting().count == 1


def test_another_programs_database_is_not_a_hall(station: Make, postgres: Server) -> None:
    copy, _ = station("W01")
    fill(copy.store)
    with closing(PostgresHall(postgres.url)) as strange:
        outcome = once(copy, strange)
    assert (outcome.code, outcome.unsent) == ("NET-10", 1)


def test_no_server_at_all(station: Make) -> None:
    copy, hall = station("W01")
    url = make_url(hall._url).set(port=1).render_as_string(hide_password=False)
    with closing(PostgresHall(url)) as nowhere:
        assert once(copy, nowhere).code == "NET-20"


def test_a_batch_is_taken_whole_or_not_at_all(station: Make, hall_server: HallServer) -> None:
    copy, hall = station("W01")
    for _ in range(5):
        fill(copy.store)
    role = make_url(hall._url).username or ""
    with psycopg.connect(hall_server.url) as holder:
        holder.execute("SELECT FROM core.hall_head FOR UPDATE")
        outcome = once(copy, hall)
        assert (outcome.code, outcome.unsent) == ("NET-20", 5)
        holder.rollback()
    assert hall_server.run("SELECT count(*) FROM core.act")[0][0] == 0
    assert role
    assert once(copy, hall).unsent == 0


def test_a_first_join_tells_its_progress_and_can_be_stopped(station: Make) -> None:
    (one, hall_one), (two, hall_two) = station("W01"), station("W02")
    for _ in range(450):
        fill(one.store)
    once(one, hall_one)
    told: list[int] = []

    def stop(position: int) -> bool:
        told.append(position)
        return False

    once(two, hall_two, progress=stop)
    assert told == [200]
    assert two.position.number == 200
    once(two, hall_two, progress=lambda position: not told.append(position))
    assert told == [200, 400, 450]
    assert len(digests(one, two)) == 1


@given(st.integers(0, 50), st.floats(0, 1, exclude_max=True))
def test_waiting_grows_to_its_cap_and_is_spread(failures: int, chance: float) -> None:
    seconds = delay(failures, chance)
    assert 0.1 <= seconds <= CAP_SECONDS
    if not failures:
        assert 0.8 <= seconds <= 1.2
    if failures >= 6 and chance > 0.01:
        assert delay(failures, chance) == pytest.approx(CAP_SECONDS * chance)


def test_a_new_year_takes_a_code_of_its_own_at_a_joined_window(station: Make) -> None:
    copy, hall = station("W01")
    assert once(copy, hall).code == ""
    spare = copy.store.spare_codes
    found = []
    for year in (2026, 2026, 2027):
        with copy.store.transaction(clerk="", at=AT.replace(year=year)) as tx:
            found.append(tx.take_number())
            tx.append(NewAct(subject="jar:y", body=Filled(amount=1)))
    old, again, new = found
    assert (old.code, old.serial, again.serial) == (again.code, 1, 2)
    assert (new.year, new.serial) == (27, 1)
    assert new.code != old.code
    assert {old.code, new.code} <= set(spare)
    # What was used of the spare ones is fetched anew.
    assert once(copy, hall).code == ""
    left = copy.store.spare_codes
    assert len(left) == 3
    assert not {old.code, new.code} & set(left)
