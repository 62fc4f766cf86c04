"""The library of licences asked from the checklist, over a real socket to its simulator."""

from __future__ import annotations

import socket
from functools import partial

import pytest
from fix_counter import resident

from zcdesk.domain.checklist import RowState
from zcdesk.domain.visit import rows_of
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.licences import look_up
from zcdesk.exchange.simulators.licences import Answers, LicenceLibrary
from zcdesk.ui.jobs import InlineJobs


@pytest.fixture
def library():
    made = LicenceLibrary()
    yield made
    made.served.close()


@pytest.fixture
def served(counter, library):
    """Somebody is served for a matter whose licence may be had by sharing."""
    counter.desk.licences = asking(library.served.url)
    counter.ticket("1-6")
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("Enter")
    return counter


def asking(url):
    """Return what a desk asks whose library stands there."""
    endpoint = Endpoint(url=url, timeout=60)
    return lambda: lambda query: look_up(endpoint, query, {})


def licence_row(counter):
    return next(row for row in rows_of(counter.visit) if row.name == "营业执照")


@pytest.mark.req("R034")
def test_one_key_fills_the_row_with_the_licences_facts(served, library) -> None:
    served.press("L")
    row = licence_row(served)
    assert row.mark.state is RowState.SHARED
    assert "SIM-0001" in row.mark.note
    assert "2099-12-31" in row.mark.note
    (asked,) = library.served.asked
    assert asked.value["id_number"] == resident().id_number


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (Answers.NONE, "LIC-03"),
        (Answers.REFUSED, "LIC-02"),
        (Answers.EXPIRED, "LIC-04"),
        (Answers.WRONG_PERSON, "LIC-01"),
    ],
)
def test_what_is_no_licence_is_said_and_paper_is_taken(served, library, answers, code) -> None:
    library.answers = answers
    before = licence_row(served).mark
    served.press("L")
    told = [*served.codes, *served.notes]
    assert code in served.codes or any("证照库里没有“营业执照”" in words for words in told)
    assert licence_row(served).mark == before
    assert served.page.front == "serving"


def test_a_library_that_is_not_there_holds_up_nobody(served) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # kept, so that no other program listens there
        served.desk.licences = asking(f"http://127.0.0.1:{nobody.getsockname()[1]}")
        served.press("L")
    assert served.codes == ["LIC-08"]
    served.press("A")
    assert any(row.mark.state is RowState.RECEIVED for row in rows_of(served.visit))


def test_without_a_library_or_a_person_nothing_is_asked(counter, library) -> None:
    counter.ticket("1-6")
    counter.press("F2", "Enter", "Enter", "L")
    assert any("没有对接证照库" in words for words in counter.notes)
    counter.desk.licences = lambda: partial(look_up, Endpoint(url=library.served.url))
    counter.press("L")
    assert any("读卡" in words for words in counter.notes)
    assert library.served.asked == []


def test_an_answer_for_a_visit_that_is_over_changes_nothing(served, library) -> None:
    held = InlineJobs(served.desk.notices.show, held=True)
    served.desk.jobs = held
    served.press("L")
    served.page.visit.end()
    for _ in range(3):
        held.release()
    assert len(library.served.asked) == 1
    assert served.visit is None


@pytest.mark.req("R034")
def test_who_asked_about_whom_is_recorded(served) -> None:
    served.press("L")
    session = served.desk.session
    with session.reading() as store:
        acts = store.acts(f"clerk:{session.clerk}")
    assert [act.kind for act in acts][-1] == "clerk.revealed"
    assert served.visit.id.encode() in (acts[-1].body or b"")
