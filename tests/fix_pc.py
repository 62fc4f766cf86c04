"""One PC of the demo's hall, made once, laid out again for each test with its key and witness."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fix_cases import received
from fix_hall import Clock

from zcdesk import paths, station
from zcdesk.operations.session import Session
from zcdesk.operations.setup import read_answers

DEMO = paths.resources_dir() / "demo" / "answers.toml"
ADMIN, ADMIN_SECRET = "0001", "demo-0001"
MATTER = "1-10"
"""A matter of the shipped catalogue that has a list."""


@dataclass
class Pc:
    """A PC: its data, what belongs to the station, a clock, and a stick in its socket."""

    root: Path
    clock: Clock
    patch: pytest.MonkeyPatch

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def stick(self) -> Path:
        path = self.root.parent / "stick"
        path.mkdir(exist_ok=True)
        return path

    @contextmanager
    def open(self, clerk: str = "0312") -> Iterator[Session]:
        self.clock.pass_(minutes=1)
        session = station.open_session(self.data, now=self.clock)
        try:
            yield session.as_clerk(clerk)
        finally:
            session.store.close()

    def take_in(self, session: Session) -> str:
        """Take one case in and return its id."""
        return received(session, MATTER)

    def destroy(self) -> None:
        """Data, key and witness are gone; another PC stands in its place."""
        shutil.rmtree(self.root)
        self.patch.setenv("ZCDESK_STATION_DIR", str(self.root / "another"))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZCDESK_STATION_DIR", str(root / "station"))
        station.create(root / "data", read_answers(DEMO), now=Clock()).store.close()
    return root


@pytest.fixture
def pc(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pc:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(template / "station"))
    witness = paths.witness_dir(template / "data").name
    root = tmp_path / "pc"
    shutil.copytree(template, root)
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(root / "station"))
    (root / "station" / "witness" / witness).rename(paths.witness_dir(root / "data"))
    return Pc(root, Clock(), monkeypatch)
