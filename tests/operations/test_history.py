"""What the hall knows of a person: open cases, promises, papers it need not ask for again."""

from __future__ import annotations

import msgspec
import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain import checklist
from zcdesk.domain.hall import IntakePolicy, Policy
from zcdesk.domain.person import Person
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.operations import history, intake, policies
from zcdesk.operations.history import Known, KnownCase, KnownDeferred


def take_in(session, *keys: str, person: Person | None = None):
    return intake.receive(session, settle(visiting(session, *keys, person=person)))


def test_nobody_is_known_without_a_number(session) -> None:
    take_in(session, "1-2")
    assert history.known(session, Person(name=somebody().name)) == Known()
    assert history.known(session, somebody(7)) == Known()


@pytest.mark.req("R144")
def test_cases_and_promises_of_one_person_and_no_other(session) -> None:
    first = take_in(session, "1-1", person=somebody(1))
    take_in(session, "1-2", person=somebody(2))
    found = history.known(session, somebody(1))
    assert found.open_cases == (
        KnownCase(first.cases[0], "饮用水供水单位卫生许可", "已收件", "最迟 2026-12-08"),
    )
    assert found.deferred == (KnownDeferred(first.cases[0], "水质检验报告", "2026-12-01"),)


def test_a_person_is_found_however_the_number_was_typed(session) -> None:
    person = msgspec.structs.replace(somebody(), id_number="32021319880612003x")
    take_in(session, "1-2", person=person)
    for typed in (
        "32021319880612003X",
        "320213 19880612 003x",
        "３２０２１３１９８８０６１２００３Ｘ",
    ):
        asked = msgspec.structs.replace(person, id_number=typed)
        assert len(history.known(session, asked).open_cases) == 1, typed


@pytest.mark.req("R144", "UX-25")
def test_only_copies_compared_with_their_originals_are_on_file(session) -> None:
    done = take_in(session, "1-2")
    # not the application form, the copy nobody compares, or what did not apply
    assert history.known(session, somebody()).on_file == {"居民身份证": done.receipts[0]}


def test_what_an_officer_let_pass_for_one_case_is_not_on_file(session) -> None:
    visit = settle(visiting(session, "1-2"))
    row = next(r for r in rows_of(visit) if r.name == "居民身份证")
    asked = msgspec.structs.replace(row, mark=checklist.ask(row))
    passed = checklist.answer(asked, officer="李工", may_receive=True, words="可收")
    intake.receive(session, set_mark(visit, row.key, passed))
    assert history.known(session, somebody()).on_file == {}


@pytest.mark.parametrize(("days", "kept"), [(0, False), (29, False), (30, True)])
def test_a_paper_stays_on_file_as_long_as_the_hall_says(
    session, clock, days: int, kept: bool
) -> None:
    take_in(session, "1-2")
    policies.set_policy(session.as_clerk("0001"), Policy(intake=IntakePolicy(reuse_days=days)))
    clock.pass_(days=30)
    assert bool(history.known(session, somebody()).on_file) is kept


def test_the_latest_receipt_is_named(session, clock) -> None:
    take_in(session, "1-2")
    clock.pass_(days=10)
    second = take_in(session, "1-2")
    assert history.known(session, somebody()).on_file == {"居民身份证": second.receipts[0]}


def test_a_phone_once_given_is_not_asked_again(session):
    person = somebody()
    intake.receive(session, settle(visiting(session, "1-2", person=person)))
    assert history.known(session, person).phone == person.phone
