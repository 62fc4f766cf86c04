"""Two real versions of the program, one out of its own history, on one store and one server.

The older one's schema of a station's file is 6, of the server 0002; where scanned pages travel it
is the last one that sent them unsealed: 7 and 0007.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from fix_postgres import HallServer, Server
from fix_versions import Versions, sources
from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.domain.act import NewAct
from zcdesk.domain.upkeep import BackedUp, Station
from zcdesk.store.schema import SCHEMA_VERSION
from zcdesk.sync import admin, login, schema
from zcdesk.upkeep import lowering

OLD = "73eaff4f10966598ebc9d4a74f27616ed515f4d2"
UNSEALED = "a37e8bb"
"""The last version that sent scanned pages as they are, to a server at 0007."""

HALL = "hall-320213"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the older version."""
    return sources(OLD, tmp_path_factory.mktemp("old"))


@pytest.fixture(scope="module")
def unsealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sources(UNSEALED, tmp_path_factory.mktemp("unsealed"))


@pytest.fixture
def versions(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Versions]:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    with Versions(old, tmp_path / "station") as made:
        yield made


@pytest.fixture
def sending_unsealed(
    unsealed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Versions]:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    with Versions(unsealed, tmp_path / "station") as made:
        yield made


@pytest.fixture
def server(postgres: Server) -> Iterator[HallServer]:
    """An empty database; whoever comes first lays the schema."""
    name = f"t_{secrets.token_hex(6)}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    made = HallServer(make_url(postgres.url).set(database=name).render_as_string(False))
    yield made
    made.drop()


def adopt(versions: Versions, data: Path, server: HallServer, *keys: Path) -> None:
    """Let the older version lay the server; here a session that lingers keeps nobody out."""
    versions.before("adopt", data, server.url, *keys)
    for (role,) in server.run("SELECT role FROM core.station"):
        server.run(f"ALTER ROLE {role} CONNECTION LIMIT -1")


def write_what_only_we_know(data: Path) -> None:
    session = station.open_session(data)
    with session.transaction() as tx:
        body = BackedUp(station="3", position=1)
        tx.append(NewAct(subject="station:3", body=body))
    session.store.close()


def life(data: Path) -> Station | None:
    session = station.open_session(data)
    try:
        with session.reading() as store:
            return store.state("station:3", Station)
    finally:
        session.store.close()


def test_a_station_is_updated_works_goes_back_works_and_is_updated_again(
    versions: Versions, tmp_path: Path
) -> None:
    data = tmp_path / "pc"
    made = versions.before("make", data)
    assert made["schema"] < SCHEMA_VERSION
    updated = versions.now("work", data)
    assert updated["clean"]
    assert updated["position"] > made["position"]
    write_what_only_we_know(data)

    assert versions.before("look", data) == {"error": "SYS-02"}
    lowering.lower(data, made["schema"])
    back = versions.before("look", data)
    assert back["clean"]
    assert back["numbers"] == updated["numbers"]
    assert back["position"] == updated["position"] + 1
    worked = versions.before("work", data)
    assert worked["clean"]

    again = versions.now("work", data)
    assert again["clean"]
    assert len(set(again["numbers"])) == 4
    assert set(worked["numbers"]) < set(again["numbers"])
    kept = life(data)
    assert kept is not None
    assert kept.backed_up


def test_old_and_new_stations_work_with_one_server_both_ways(
    versions: Versions, server: HallServer, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    versions.before("make", first)
    adopt(versions, first, server)
    assert schema.current(server.url) == "0002"
    assert versions.before("round", first)["code"] == ""
    assert schema.upgrade(server.url) == schema.newest() > "0002"  # with a hall in it

    made = admin.add_station(server.url, HALL, "W05", role=f"s_{secrets.token_hex(4)}")
    login.save(tmp_path / "w05.json", made)
    assert versions.now("join", second, tmp_path / "w05.json")["clean"]
    versions.now("work", second)
    write_what_only_we_know(second)
    assert versions.now("round", second)["code"] == ""

    versions.before("work", first)
    here = versions.before("round", first)
    there = versions.now("round", second)
    for one in (here, there):
        assert (one["code"], one["clean"], one["waiting"]) == ("", True, 0)
    assert len(set(there["numbers"])) == 3
    assert (here["numbers"], here["chain"]) == (there["numbers"], there["chain"])

    # updated, the older one knows what it only kept until now
    assert versions.now("round", first)["chain"] == there["chain"]
    assert life(first) == life(second) is not None


def test_a_station_too_old_for_its_server_is_told_so_and_loses_nothing(
    versions: Versions, server: HallServer, tmp_path: Path
) -> None:
    data = tmp_path / "pc"
    versions.before("make", data)
    adopt(versions, data, server)
    schema.upgrade(server.url)
    assert versions.now("round", data)["code"] == ""
    admin.set_least(server.url, HALL, 99)
    versions.now("work", data)
    refused = versions.now("round", data)
    assert (refused["code"], refused["clean"]) == ("NET-27", True)
    assert refused["waiting"] > 0
    # it was sent all the same
    (sent,) = server.run("SELECT position FROM core.hall_head")
    assert sent[0] == refused["position"] + refused["waiting"]
    admin.set_least(server.url, HALL, 1)
    level = versions.now("round", data)
    assert (level["code"], level["waiting"]) == ("", 0)

    # what the older program asks for is gone: words, and work goes on here
    server.run("SET ROLE zc_owner; ALTER FUNCTION api.pull RENAME TO pull_of_old")
    lowering.lower(data, 6)
    assert versions.before("round", data)["code"] == "NET-44"
    assert versions.before("work", data)["clean"]


def test_pages_that_an_older_program_sends_in_the_clear_are_sealed_by_its_neighbours(
    sending_unsealed: Versions, server: HallServer, tmp_path: Path
) -> None:
    """The server is upgraded with pages in it, one station is new, the other follows later."""
    versions = sending_unsealed
    first, second = tmp_path / "first", tmp_path / "second"
    versions.before("make", first)
    adopt(versions, first, server, tmp_path / "keys")
    before = versions.before("scan", first, "a page of before")
    assert (schema.current(server.url), before["code"]) == ("0007", "")
    held = "SELECT piece FROM core.blob_piece"
    assert server.run(held) == [(b"a page of before",)]
    assert schema.upgrade(server.url) == schema.newest() >= "0008"
    assert server.run("SELECT form FROM core.blob") == [("clear",)]

    made = admin.add_station(server.url, HALL, "W05", role=f"s_{secrets.token_hex(4)}")
    login.save(tmp_path / "w05.json", login.with_keys(made, tmp_path / "keys"))
    versions.now("join", second, tmp_path / "w05.json")
    seen = versions.now("see", second, before["case"], before["digest"])
    assert (seen["code"], seen["page"], seen["clean"]) == ("", "a page of before", True)
    assert server.run("SELECT DISTINCT form FROM core.blob") == [("sealed",)]

    # side by side: the older one goes on, and its pages are sealed behind it
    later = versions.before("scan", first, "a page of an older one")
    assert later["code"] == ""
    sealed = versions.now("scan", second, "a page of a newer one")
    assert (later["clean"], sealed["clean"]) == (True, True)
    assert not [row for row in server.run(held) if b"a page of" in row[0]]  # type: ignore[operator]
    # what it cannot open it waits for, and works on
    waits = versions.before("see", first, sealed["case"], sealed["digest"])
    assert (waits["code"], waits["page"], waits["clean"]) == ("", None, True)

    # whom the administrator asks for a newer program brings no page any more
    admin.set_least(server.url, HALL, schema.PROTOCOL)
    versions.before("work", first)
    assert versions.before("round", first)["code"] == "NET-27"
    # updated, it has them all
    for one, text in ((sealed, "a page of a newer one"), (later, "a page of an older one")):
        assert versions.now("see", first, one["case"], one["digest"])["page"] == text
    assert server.run("SELECT DISTINCT form FROM core.blob") == [("sealed",)]
