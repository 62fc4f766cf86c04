"""The generated cases are what a window leaves behind: they verify, fold and rebuild."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from zcdesk import station
from zcdesk.bench import cases, hall
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.numbers import parse
from zcdesk.domain.ticket import Ticket, TicketStatus
from zcdesk.operations import printing, tickets
from zcdesk.operations.session import Session
from zcdesk.store import persons
from zcdesk.store.project import read_digest, rebuild
from zcdesk.store.schema import acts
from zcdesk.store.verify import verify

CASES = 200


@pytest.fixture(scope="module")
def busy(busy_hall: Path) -> Iterator[Session]:
    session = station.open_session(busy_hall)
    yield session
    session.store.close()


def test_the_store_verifies_without_a_finding(busy):
    report = verify(busy.store)
    assert report.findings == ()
    assert report.acts > 7 * CASES


def test_each_visit_left_a_case_with_its_number_and_person(busy):
    with busy.reading() as store:
        found = [case for _, case in store.states(Case)]
        kept = [persons.get(store, case.intake.applicant, Particulars) for case in found]
    serials = [parse(case.intake.receipt).serial for case in found]
    assert serials == list(range(1, CASES + 1))
    assert len({case.intake.matter for case in found}) > 100
    assert all(one is not None and one.applicant.id_number for one in kept)


def test_tickets_are_closed_and_some_wait(busy):
    with busy.reading() as store:
        status = [ticket.status for _, ticket in store.states(Ticket)]
    assert status.count(TicketStatus.CLOSED) == CASES
    assert status.count(TicketStatus.WAITING) == cases.WAITING == len(status) - CASES


def test_the_day_looks_like_a_day_to_the_program(busy):
    view = tickets.view(busy)
    assert view.total == cases.WAITING
    assert view.received_today > 0
    assert printing.recent(busy)[0].paper.matters


def test_read_tables_come_back_from_the_acts_the_same(bench_ground, busy_hall, busy):
    shutil.copytree(busy_hall, bench_ground / "again")
    again = station.open_session(bench_ground / "again")
    try:
        with again.reading() as store:
            before = read_digest(store)
        assert rebuild(again.store, at=again.now()) > 2 * CASES
        with again.reading() as store:
            assert read_digest(store) == before
    finally:
        again.store.close()


def test_no_number_or_name_of_an_applicant_is_in_an_act(busy):
    with busy.reading() as store:
        bodies = b"".join(store.select(select(acts.c.body)).scalars())
        count = store.select(select(func.count()).select_from(acts)).scalar_one()
        found = next(case for _, case in store.states(Case))
        who = persons.get(store, found.intake.applicant, Particulars)
    assert count > 7 * CASES
    assert who.applicant.id_number.encode() not in bodies
    assert who.applicant.phone.encode() not in bodies


def test_keys_and_witness_stay_in_the_ground(bench_ground, busy_hall):
    place = station.place_of(busy_hall)
    assert place.witness.is_file()
    assert list(place.keys.glob("*.key"))
    assert place.witness.is_relative_to(bench_ground)
    assert place.keys.is_relative_to(bench_ground)


def test_the_ground_gives_back_what_was_set_before(tmp_path, monkeypatch):
    monkeypatch.setenv(hall.STATION_DIR, "before")
    with hall.ground(tmp_path):
        assert os.environ[hall.STATION_DIR] == str(tmp_path / "station")
    assert os.environ[hall.STATION_DIR] == "before"
    monkeypatch.delenv(hall.STATION_DIR)
    with hall.ground(tmp_path):
        pass
    assert hall.STATION_DIR not in os.environ
