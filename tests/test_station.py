"""This PC: from the demo's answers to a hall in use, and open again as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import msgspec
import pytest
from fix_hall import Chance, Clock
from fix_visit import somebody

from zcdesk import paths, settings, station
from zcdesk.catalogue import load_shipped
from zcdesk.domain.matter import Matter
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import add_matter, rows_of, set_person
from zcdesk.errors import Invalid, NotAllowed, StoreError
from zcdesk.operations import catalogue, clerks, clocks, queue, setup, windows
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, MatterChange, read_answers
from zcdesk.store.store import Store
from zcdesk.store.verify import verify


def demo() -> Answers:
    return read_answers(paths.resources_dir() / "demo" / "answers.toml")


@pytest.fixture(scope="module", autouse=True)
def own_station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Witness and keys lie in a folder of the test, not of this PC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZCDESK_STATION_DIR", str(tmp_path_factory.mktemp("station")))
        yield


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's hall, made once."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    session = station.create(folder, demo(), now=Clock(), random=Chance())
    assert session.simulated
    session.store.close()
    return folder


@pytest.fixture
def session(data: Path) -> Iterator[Session]:
    opened = station.open_session(data, now=Clock(), random=Chance())
    yield opened
    opened.store.close()


@cache
def shipped() -> dict[str, Matter]:
    return {m.key: m for m in load_shipped()}


@pytest.mark.req("R169", "R019")
def test_the_demo_is_in_use_with_the_whole_catalogue(session: Session) -> None:
    assert session.window == "3"
    found = catalogue.catalogue(session).matters
    assert len(found) == len(shipped()) == 156
    assert {w.number for w in windows.windows(session)} == {"1", "3", "5"}
    assert verify(session.store).is_clean


@pytest.mark.req("R066", "R067", "R068", "R069")
def test_each_window_category_reaches_its_matters(session: Session) -> None:
    """85 + 4 + 17 + 52 rows; two matters stand in two annexes and are one each."""
    found = catalogue.catalogue(session).matters.values()
    reached = {
        category: [m for m in found if category in {c.value for c in m.categories}]
        for category in ("社会民生", "市场准入", "人社服务", "投资建设")
    }
    counted = {c: (len(ms), len({m.department for m in ms})) for c, ms in reached.items()}
    assert counted == {
        "社会民生": (85, 13),
        "市场准入": (4, 2),
        "人社服务": (17, 1),
        "投资建设": (52, 5),
    }
    for number, category in (("1", "社会民生"), ("5", "投资建设")):
        view = catalogue.catalogue(session.at_window(number))
        assert [m for m in found if view.takes(m)] == reached[category]


def test_the_halls_own_settings_lie_over_the_shipped_matters(session: Session) -> None:
    for change in demo().matters:
        found, before = catalogue.matter(session, change.key), shipped()[change.key]
        assert (found.type or before.type) == (change.type or before.type)
        if change.promised_days is not None:
            assert found.promised_days == change.promised_days
        assert found.is_sample
        assert "示例" in found.note


def test_the_demos_clerks_log_in_with_their_secrets(session: Session) -> None:
    answer = next(c for c in demo().clerks if c.staff_no == "0312")
    assert clerks.log_in(session, "0312", answer.secret).clerk.name == answer.name
    with pytest.raises(NotAllowed):
        clerks.log_in(session, "0312", "demo-0000")


@pytest.mark.req("R113")
def test_every_shipped_matter_can_be_opened_at_a_window(session: Session) -> None:
    """Whatever its list is, a visit shows it, numbered, each paper once."""
    clerk = session.as_clerk("0312")
    visit = set_person(queue.walk_in(clerk), somebody())
    for matter in catalogue.catalogue(clerk).matters.values():
        rows = rows_of(add_matter(visit, matter))
        assert [row.no for row in rows] == list(range(1, len(matter.materials) + 1))
        assert len({row.key for row in rows}) == len(rows)
    queue.leave(clerk, visit, Outcome.VOIDED)


def test_a_hall_in_use_is_not_made_again(data: Path) -> None:
    before = settings.load(data)
    other = msgspec.structs.replace(demo(), station="5")
    for given in (demo(), other):
        with pytest.raises(NotAllowed) as refused:
            station.create(data, given, now=Clock(), random=Chance())
        assert refused.value.code == "SET-08"
    assert settings.load(data) == before
    station.open_session(data, now=Clock(), random=Chance()).store.close()


def test_a_join_that_was_killed_is_done_again(tmp_path: Path) -> None:
    """The store was laid and no act came: it opens as nothing, and any other hall may be joined."""
    data = tmp_path / "data"
    station.join(data, "hall-320213", "5", now=Clock()).close()
    with pytest.raises(NotAllowed) as refused:
        station.open_session(data, now=Clock(), random=Chance())
    assert refused.value.code == station.UNFINISHED
    station.join(data, "hall-320213", "5", now=Clock()).close()
    station.join(data, "hall-320214", "6", now=Clock()).close()
    station.create(data, demo(), now=Clock(), random=Chance()).store.close()
    with pytest.raises(NotAllowed):
        station.join(data, "hall-320213", "5", now=Clock())


def test_answers_that_do_not_fit_leave_nothing_behind(tmp_path: Path) -> None:
    wrong = (
        msgspec.structs.replace(demo(), station="9"),
        msgspec.structs.replace(demo(), matters=(MatterChange(key="9-9"),)),
    )
    for given in wrong:
        with pytest.raises(Invalid):
            station.create(tmp_path / "data", given, now=Clock(), random=Chance())
    assert not (tmp_path / "data").exists()
    assert not station.exists(tmp_path / "data")


class Cut(Exception):
    """The power goes."""


def test_a_first_start_that_was_cut_off_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise Cut

    few = tuple(shipped()[key] for key in ("1-49", "4-14"))
    answers = msgspec.structs.replace(demo(), matters=())
    monkeypatch.setattr(station, "load_shipped", lambda: few)
    with monkeypatch.context() as patch:
        patch.setattr(setup, "set_up", cut)
        with pytest.raises(Cut):
            station.create(tmp_path, answers, now=Clock(), random=Chance())
    assert station.exists(tmp_path)
    session = station.create(tmp_path, answers, now=Clock(), random=Chance())
    assert setup.is_set_up(session)
    session.store.close()


def test_a_folder_without_a_store(tmp_path: Path) -> None:
    assert not station.exists(tmp_path)
    with pytest.raises(StoreError):
        station.open_session(tmp_path, now=Clock(), random=Chance())


def test_a_second_program_on_the_same_data_is_told_so(data: Path, session: Session) -> None:
    assert session.store.place == station.place_of(data)
    with pytest.raises(StoreError) as refused:
        Store.open(station.place_of(data), at=Clock()(), random=Chance())
    assert refused.value.code == "SYS-03"


def test_the_clock_is_that_of_the_hall() -> None:
    assert station.clock().utcoffset() == Clock()().utcoffset()


def test_a_desk_that_runs_on_looks_after_its_clock_a_command_does_not(tmp_path: Path) -> None:
    long_ago = station.clock() - timedelta(days=60)
    data = tmp_path / "data"
    station.create(data, demo(), now=lambda: long_ago).store.close()
    session = station.open_session(data)
    try:
        assert clocks.doubt(session) is None
    finally:
        session.store.close()
    session = station.open_own(data)
    try:
        found = clocks.doubt(session)
        assert found is not None
        assert found.code == "SYS-44"
    finally:
        session.store.close()
