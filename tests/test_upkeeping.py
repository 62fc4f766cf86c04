"""A running desk copies its store once the hall has closed, and never while somebody is served."""

from __future__ import annotations

from datetime import datetime

import pytest
from fix_pc import ADMIN, Pc
from fix_publisher import SYSTEM, Publisher

from zcdesk import settings
from zcdesk.bench.keeping import age
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.operations import recovery, releases, reports
from zcdesk.store import backup, project
from zcdesk.ui.jobs import InlineJobs
from zcdesk.upkeep import copies, release, updating
from zcdesk.upkeeping import Upkeeping, first_rows


@pytest.fixture
def ready(pc: Pc) -> Pc:
    settings.save(pc.data, settings.Settings(window="3", backup=str(pc.stick)))
    with pc.open() as session:
        recovery.new_code(session.as_clerk(ADMIN))
        copies.take(session, pc.stick)
    return pc


def at(pc: Pc, hour: int) -> None:
    pc.clock.at = datetime(2026, 11, 25, hour, 5, tzinfo=HALL_ZONE)


def made(pc: Pc) -> int:
    return len(backup.copies(pc.stick))


def test_one_copy_a_day_after_closing_when_nobody_is_served(qapp, ready: Pc) -> None:
    busy, said = [True], []
    with ready.open() as session:
        one = Upkeeping(
            InlineJobs(),
            ready.data,
            lambda: None if busy[0] else session,
            lambda error: said.append(error.code),
        )
        at(ready, 17)
        one.turn()
        assert made(ready) == 1
        busy[0] = False
        one.turn()
        one.turn()
        assert made(ready) == 2
        at(ready, 20)
        one.end()
        assert made(ready) == 2
    assert said == []


def test_a_desk_left_early_is_copied_the_next_day_and_a_lost_stick_is_said_once(
    qapp, ready: Pc
) -> None:
    said: list[str] = []
    with ready.open() as session:
        one = Upkeeping(
            InlineJobs(),
            ready.data,
            lambda: session,
            lambda error: said.append(error.code),
        )
        at(ready, 16)
        one.turn()
        assert made(ready) == 2
        at(ready, 18)
        gone = ready.stick.rename(ready.stick.with_name("pulled"))
        one.turn()
        one.turn()
        assert said == ["BAK-09"]
        gone.rename(gone.with_name("stick"))
        one.turn()
        assert (made(ready), one.failing) == (3, "")


def test_without_a_folder_nothing_is_copied_and_nothing_said(qapp, pc: Pc) -> None:
    with pc.open() as session:
        one = Upkeeping(InlineJobs(), pc.data, lambda: session, pytest.fail)
        at(pc, 18)
        one.turn()
    assert one.failing == ""


def test_after_an_update_rows_are_put_in_order_while_the_desk_works(qapp, pc: Pc) -> None:
    with pc.open() as session:
        pc.take_in(session)
    age(pc.data)
    said: list[tuple[str, dict[str, object]]] = []
    with pc.open() as session:
        with session.reading() as store:
            before = project.stale_count(store)
        assert before > 150
        one = Upkeeping(
            InlineJobs(),
            pc.data,
            lambda: None,  # somebody is being served all the while
            pytest.fail,
            note=lambda code, **fields: said.append((code, fields)),
            open_store=lambda: session,
        )
        one.begin()
        assert said[0] == ("UPD-15", {"n": before})
        while len(said) == 1:
            qapp.processEvents()
        assert said[1:] == [("UPD-16", {})]
        with session.reading() as store:
            assert project.stale_count(store) == 0


def test_the_first_rows_are_in_order_before_anybody_logs_in(pc: Pc) -> None:
    age(pc.data)
    with pc.open() as session:
        first_rows(session)
        with session.reading() as store:
            assert project.stale_count(store) == 0


def test_a_due_update_is_brought_while_the_desk_works_and_asked_for_at_its_end(
    qapp, pc: Pc, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZCDESK_UPDATE_SPOOL", str(pc.stick))
    monkeypatch.setattr("zcdesk.upkeep.release.system_here", lambda: SYSTEM)
    folder = publisher.publish("9.9.9")
    settings.save(pc.data, settings.Settings(window="3", updates=str(folder)))
    offer = release.read(folder)
    with pc.open(ADMIN) as session:
        releases.trust(session, publisher.public)
        releases.roll_out(session, "9.9.9", offer.raw.decode(), offer.signature)
    lanes = Lanes()
    with pc.open() as session:
        one = Upkeeping(lanes, pc.data, lambda: session, pytest.fail)
        one.turn()
        assert lanes.names == ["store", "device:update", "store"]
        assert [path.name for path in pc.stick.iterdir()] == [offer.manifest.packages[0].file]
        one.end()
        assert (pc.stick / updating.REQUEST).exists()
    assert (pc.data / "updates" / "before.db").exists()


class Lanes(InlineJobs):
    """Inline lanes that remember their names."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def run(self, lane, function, **more):
        self.names.append(lane)
        super().run(lane, function, **more)


def test_a_desk_nobody_logged_in_at_freezes_what_is_due_and_tells_it(qapp, pc: Pc) -> None:
    told: list[frozenset[str]] = []
    with pc.open() as session:
        pc.take_in(session)
    pc.clock.pass_(days=3)
    with pc.open("") as session:
        served = Upkeeping(InlineJobs(), pc.data, lambda: None, pytest.fail)
        served.report()
        assert reports.made(session) == ()
        one = Upkeeping(InlineJobs(), pc.data, lambda: session, pytest.fail)
        one.changed.connect(told.append)
        one.begin()
        assert len(reports.made(session)) == len(told) == 3
    assert set(told) == {frozenset({"report"})}
