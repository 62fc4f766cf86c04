"""Two real versions of the program, one out of its own history, on one store and one server.

The older one's schema of a station's file is 6, of the server 0002; its sources are taken out of
the history and run in processes of their own. Without a history that goes so far nothing is tried.
"""

from __future__ import annotations

import io
import json
import os
import secrets
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fix_postgres import HallServer, Server
from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.domain.act import NewAct
from zcdesk.domain.upkeep import BackedUp, Station
from zcdesk.store.schema import SCHEMA_VERSION
from zcdesk.sync import admin, login, schema
from zcdesk.upkeep import lowering

ROOT = Path(__file__).parent.parent.parent
OLD = "73eaff4f10966598ebc9d4a74f27616ed515f4d2"
HALL = "hall-320213"
PARTS = ("zcdesk", "tests", "resources/catalogue", "resources/calendar", "resources/demo")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the older version."""
    words = ["git", "archive", OLD, *PARTS]
    try:
        packed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the history does not go back to the older version")
    folder = tmp_path_factory.mktemp("old")
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
    (folder / "resources" / "fonts").mkdir()
    return folder


@dataclass
class Versions:
    """Runs either version on data of this test; its answers are values."""

    old: Path
    station: Path

    def run(self, tree: Path, *words: object) -> dict[str, Any]:
        env = {
            **os.environ,
            "ZCDESK_RESOURCES": str(tree / "resources"),
            "ZCDESK_STATION_DIR": str(self.station),
            "PYTHONPATH": os.pathsep.join((str(tree), str(tree / "tests"))),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        child = [sys.executable, "-P", str(Path(__file__).with_name("skew_child.py"))]
        ran = subprocess.run(
            [*child, *map(str, words)], env=env, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        return found

    def before(self, *words: object) -> dict[str, Any]:
        return self.run(self.old, *words)

    def now(self, *words: object) -> dict[str, Any]:
        return self.run(ROOT, *words)


@pytest.fixture
def versions(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Versions:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return Versions(old, tmp_path / "station")


@pytest.fixture
def server(postgres: Server) -> Iterator[HallServer]:
    """An empty database; whoever comes first lays the schema."""
    name = f"t_{secrets.token_hex(6)}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    made = HallServer(make_url(postgres.url).set(database=name).render_as_string(False))
    yield made
    made.drop()


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
    versions.before("adopt", first, server.url)
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
    versions.before("adopt", data, server.url)
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
