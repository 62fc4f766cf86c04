"""即办 after 收件: decided on the spot inside an authority, else by an officer's word, else not."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import BUREAU, authorise, case_now, people
from fix_pages import CARD, settled

from zcdesk.domain.case import CaseState
from zcdesk.domain.visit import add_matter, set_person
from zcdesk.operations import acceptance, catalogue, intake, queue, worklists
from zcdesk.ui.counter.done import DonePage
from zcdesk.ui.printing import Printing


@pytest.fixture
def hall(page_session):
    return people(page_session)


@pytest.fixture
def taken(hall):
    """Take in one case of the instant matter 4-1, which has no list here."""

    def take():
        visit = set_person(queue.walk_in(hall.clerk), CARD)
        visit = add_matter(visit, catalogue.matter(hall.clerk, "4-1"))
        chosen = msgspec.structs.replace(visit.matters[0], no_list_reason="部门电话确认")
        return intake.receive(hall.clerk, msgspec.structs.replace(visit, matters=(chosen,)))

    return take


@pytest.fixture
def page(page_desk, show) -> DonePage:
    page_desk.printing = Printing(page_desk)
    page = DonePage(page_desk)
    show(page)
    return page


def case_of(hall, received):
    (row,) = worklists.by_number(hall.clerk, received.cases[0])
    return case_now(hall.clerk, row.case)


@pytest.mark.req("R127", "R115")
def test_inside_an_authority_it_is_decided_here(page, hall, taken, press) -> None:
    authorise(hall, "4-1")
    received = taken()
    page.open(received)
    assert "钱工 的名义" in page.instant.said.full_text
    press("J", "Enter")
    case = case_of(hall, received)
    assert case.state is CaseState.DECIDED
    assert (case.decision.officer, case.decision.department) == ("钱工", BUREAU)
    assert len(page.list.states) == 2, "the decision is printed"
    assert "签收" in page.instant.said.full_text
    press("L")
    gone = case_of(hall, received)
    assert (gone.state, gone.dispatch.receiver) == (CaseState.DELIVERED, "本人")
    assert len(page.list.states) == 3, "the receipt of delivery is printed"
    assert not page.instant.isVisible()


def test_without_an_authority_an_officer_is_asked_by_one_key(page, hall, taken, press) -> None:
    received = taken()
    page.open(received)
    press("J")
    assert not page.instant.form.is_open, "the program refuses"
    assert "可请 钱工 确认" in page.instant.said.full_text
    press("Y")
    case = case_of(hall, received)
    assert "已请 钱工 确认" in page.instant.said.full_text
    press("Y")
    assert len(case_of(hall, received).questions) == 1
    acceptance.answer(hall.other, case.id, case.questions[0].id, True)
    page._desk.changed.emit(frozenset({"case"}))
    press("J", "Enter")
    assert case_of(hall, received).decision.officer == "钱工"


def test_an_answer_that_came_while_another_page_was_in_front_is_there(
    page, hall, taken, press
) -> None:
    received = taken()
    page.open(received)
    press("Y")
    page.hide()  # the clerk looks something up meanwhile
    case = case_of(hall, received)
    acceptance.answer(hall.other, case.id, case.questions[0].id, True)
    page._desk.changed.emit(frozenset({"case"}))
    page.show()
    assert "钱工 的名义" in page.instant.said.full_text
    assert page.instant.decide.isVisible()


def test_a_no_is_told_and_nothing_is_decided(page, hall, taken, press) -> None:
    received = taken()
    page.open(received)
    press("Y")
    case = case_of(hall, received)
    acceptance.answer(hall.other, case.id, case.questions[0].id, False, "须现场核查")
    page._desk.changed.emit(frozenset({"case"}))
    assert "须现场核查" in page.instant.said.full_text
    press("J")
    assert case_of(hall, received).state is CaseState.RECEIVED


def test_an_ordinary_matter_offers_nothing(page, hall) -> None:
    visit = set_person(queue.walk_in(hall.clerk), CARD)
    visit = settled(add_matter(visit, catalogue.matter(hall.clerk, "1-1")))
    page.open(intake.receive(hall.clerk, visit))
    assert page.instant.offer is None
    assert not page.instant.isVisible()
