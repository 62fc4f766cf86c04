"""归档号: one for every archived case, from 1 and without gaps, whoever archives and whenever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from fix_cases import People, bring, case_now, people
from fix_sync_hall import HALL, Windows

from zcdesk.domain.case import CaseState
from zcdesk.errors import SurroundingsError
from zcdesk.operations import archiving, results
from zcdesk.operations.session import Session
from zcdesk.store import archive_numbers
from zcdesk.sync.adopt import adopt
from zcdesk.sync.archive_numbers import ArchiveNumbers
from zcdesk.sync.link import Link
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy


def filed(staff: People) -> str:
    """A delivered case whose receipt was passed on: it can be archived."""
    case_id = bring(staff, CaseState.DELIVERED)
    results.pass_receipts(staff.counter, (case_id,))
    return case_id


def number(session: Session, case_id: str) -> str:
    return case_now(session, case_id).archive_number


@dataclass
class Desk:
    session: Session
    link: Link

    def round(self) -> frozenset[str]:
        return self.link.round().topics


@pytest.fixture
def desks(windows: Windows) -> Iterator[tuple[Desk, Desk]]:
    made = [_desk(windows, one) for one in (windows.first, windows.joined("5"))]
    yield made[0], made[1]
    for one in made:
        if one.link._hall is not None:
            one.link._hall.close()


def _desk(windows: Windows, session: Session) -> Desk:
    """Tie a desk to the server; its clock stands still, so that no round has to be short."""
    url = windows.login(session).url
    copy = StoreCopy(session.store, session.now)
    here = {"clock": lambda: 0.0, "attention": lambda: 0, "choice": lambda _: None}
    link = Link(copy, lambda: PostgresHall(url), lambda work: work(), **here)
    link._exchanged = float("inf")
    return Desk(session, link)


def test_a_one_pc_hall_numbers_at_once_and_anew_each_year(staff: People, clock) -> None:
    first, second = filed(staff), filed(staff)
    assert archiving.archive(staff.counter, first, "档1").case.archive_number == "2026-000001"
    assert archiving.archive(staff.counter, second, "档1").case.archive_number == "2026-000002"
    third = filed(staff)
    clock.pass_(days=60)
    after = archiving.archive(staff.counter, third, "档2")
    assert after.case.archive_number == "2027-000001"
    with staff.counter.reading() as store:
        assert archive_numbers.waiting(store) == ()


def test_a_desk_that_is_cut_off_archives_and_its_numbers_come_later(
    desks: tuple[Desk, Desk],
) -> None:
    one, two = desks
    staff = people(one.session)
    cases = [filed(staff) for _ in range(3)]
    done = [archiving.archive(staff.counter, case, "档1").case for case in cases]
    assert {case.state for case in done} == {CaseState.ARCHIVED}
    assert [case.archive_number for case in done] == ["", "", ""]
    assert "case" in one.round()
    assert [number(one.session, c) for c in cases] == [f"2026-{n:06d}" for n in (1, 2, 3)]
    one.round()
    two.round()
    assert [number(two.session, c) for c in cases] == [f"2026-{n:06d}" for n in (1, 2, 3)]
    with one.session.reading() as store:
        assert archive_numbers.waiting(store) == ()


@pytest.mark.req("R128")
def test_two_windows_archive_one_case_and_one_number_is_used(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    staff = people(one.session)
    both, own = filed(staff), filed(staff)
    one.round()
    two.round()
    other = replace(two.session, clerk="0501", window="5")
    archiving.archive(staff.counter, both, "档1")
    archiving.archive(other, both, "档1")
    archiving.archive(other, own, "档1")
    for _ in range(3):
        one.round()
        two.round()
    found = [number(two.session, both), number(two.session, own)]
    assert found == ["2026-000001", "2026-000002"]
    assert [number(one.session, both), number(one.session, own)] == found
    assert len(case_now(one.session, both).refused) == 1
    with two.session.reading() as store:
        assert archive_numbers.waiting(store) == ()


def test_an_answer_that_was_lost_gives_the_same_number(desks: tuple[Desk, Desk]) -> None:
    one, _ = desks
    staff = people(one.session)
    case = filed(staff)
    archiving.archive(staff.counter, case, "档1")
    take = ArchiveNumbers.take

    class Deaf:
        def __init__(self, hall: PostgresHall) -> None:
            self.hall = hall

        def take_register_number(self, *values: object) -> int:
            self.hall.take_register_number(*values)  # type: ignore[arg-type]
            raise SurroundingsError("NET-20")

    one.link._numbers.take = lambda hall: take(one.link._numbers, Deaf(hall))  # type: ignore
    for _ in range(3):
        one.round()
    assert number(one.session, case) == ""
    del one.link._numbers.take
    one.round()
    assert number(one.session, case) == "2026-000001"


def test_a_hall_that_gets_a_server_goes_on_with_its_numbers(
    staff: People, hall_server, tmp_path
) -> None:
    for _ in range(2):
        archiving.archive(staff.counter, filed(staff), "档1")
    session = staff.clerk
    mine = adopt(session.store, hall_server.url, role=f"s_{os.urandom(5).hex()}", now=session.now)
    hall = PostgresHall(mine.url)
    assert hall.take_register_number("next", archive_numbers.REGISTER, 2026) == 3
    hall.close()
    assert hall_server.run("SELECT hall, last FROM core.register") == [(HALL, 3)]
