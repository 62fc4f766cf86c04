"""Looking up licences over a real socket: in time, of the right person, in force, or paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from fix_counter import CASHED, matter, resident

from zcdesk.domain import licence
from zcdesk.domain.checklist import RowState, demand
from zcdesk.domain.licence import Found, LicenceQuery
from zcdesk.domain.visit import Visit, add_matter, rows_of, set_mark, set_person
from zcdesk.errors import SurroundingsError
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.licences import look_up
from zcdesk.exchange.simulators.licences import Answers, LicenceLibrary
from zcdesk.exchange.simulators.serve import Fault, Simulated

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def library(closing) -> LicenceLibrary:
    return closing(LicenceLibrary())


@pytest.fixture
def visit() -> Visit:
    fresh = Visit(id="v", window="3", started_at="")
    return set_person(add_matter(fresh, matter("1-5", "1005", "示例事项", CASHED)), resident())


def ask(visit: Visit) -> LicenceQuery:
    query = licence.query(visit, licence.wanted(visit), request="q-1", hall="hall-320213")
    assert query is not None
    return query


def found(library: LicenceLibrary, visit: Visit) -> Found:
    query = ask(visit)
    return licence.judge(query, look_up(Endpoint(url=library.served.url), query, {}), TODAY)


@pytest.mark.req("R034", "R038")
def test_what_the_library_has_is_filled_as_shared(library: LicenceLibrary, visit: Visit) -> None:
    filled = licence.fill(visit, found(library, visit))
    (row,) = rows_of(filled)
    assert row.mark.state is RowState.SHARED
    assert row.mark.note == "电子证照 SIM-0001，有效期至 2099-12-31"
    assert library.served.asked[0].request == "q-1"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (Answers.NONE, "LIC-03"),
        (Answers.REFUSED, "LIC-02"),
        (Answers.EXPIRED, "LIC-04"),
        (Answers.WRONG_PERSON, "LIC-01"),
    ],
)
def test_what_proves_nothing_fills_nothing_and_paper_stays_possible(
    library: LicenceLibrary, visit: Visit, answers: Answers, code: str
) -> None:
    library.answers = answers
    got = found(library, visit)
    assert [refusal.code for refusal in got.refusals] == [code]
    assert licence.fill(visit, got) == visit
    (row,) = rows_of(visit)
    paper = set_mark(visit, row.key, demand(row, "证照库没有"))
    assert rows_of(paper)[0].mark.state is RowState.PENDING


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.SLOW, "EXC-02"),
        (Fault.ERROR, "EXC-03"),
        (Fault.GARBAGE, "EXC-04"),
        (Fault.REDIRECT, "EXC-05"),
    ],
)
def test_a_library_that_fails_is_said_in_words(
    library: LicenceLibrary,
    visit: Visit,
    seconds: Callable[[Fault], float],
    fault: Fault,
    code: str,
) -> None:
    library.served.faults.append(fault)
    with pytest.raises(SurroundingsError) as failed:
        look_up(Endpoint(url=library.served.url, timeout=seconds(fault)), ask(visit), {})
    assert failed.value.code == code


def test_an_answer_of_another_shape_is_none(closing, visit: Visit) -> None:
    other = closing(Simulated(lambda asked: (200, {"status": "found"})))
    with pytest.raises(SurroundingsError) as failed:
        look_up(Endpoint(url=other.url), ask(visit), {})
    assert failed.value.code == "EXC-04"


def test_an_answer_to_another_question_proves_nothing(
    library: LicenceLibrary, visit: Visit
) -> None:
    query = ask(visit)
    answer = look_up(Endpoint(url=library.served.url), query, {})
    other = msgspec.structs.replace(answer, request="q-2")
    assert [r.code for r in licence.judge(query, other, TODAY).refusals] == ["LIC-01"]


def test_nobody_identified_is_nobody_asked_about(visit: Visit) -> None:
    nobody = set_person(visit, msgspec.structs.replace(resident(), id_number=""))
    assert licence.query(nobody, licence.wanted(nobody), request="q", hall="h") is None


@pytest.mark.parametrize(
    ("dates", "good"),
    [
        (("", ""), True),
        (("2026-11-24", "2026-11-24"), True),
        (("2026-11-25", ""), False),
        (("", "2026-11-23"), False),
        (("", "长期"), False),
    ],
)
def test_force_is_judged_by_the_day(visit: Visit, dates: tuple[str, str], good: bool) -> None:
    query = ask(visit)
    one = licence.Licence(name=" 营业执照 ", number="1", valid_from=dates[0], valid_until=dates[1])
    answer = licence.LicenceAnswer(
        format=licence.FORMAT,
        request=query.request,
        status=licence.LicenceStatus.FOUND,
        id_number=query.id_number.lower(),
        name=query.name,
        licences=(one,),
    )
    assert bool(licence.judge(query, answer, TODAY).licences) is good
