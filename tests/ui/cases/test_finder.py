"""From anywhere to a case: Ctrl+F and a receipt under the scanner, never into an open visit."""

from __future__ import annotations

import pytest
from fix_cases import CaseState, bring, case_now, people, received
from fix_visit import somebody

from zcdesk.domain.hall import Role
from zcdesk.domain.person import Person
from zcdesk.operations import clerks, handover
from zcdesk.ui.modules import CASES, COUNTER, SUPPLEMENTS
from zcdesk.ui.topbar import WindowState
from zcdesk.ui.workplace import Workplace


@pytest.fixture
def desk_of(page_desk, page_session, dressed):
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(page_session, clerks.clerk_of(page_session))
    yield made
    made.end()


def scan(place, session, case_id: str) -> None:
    seen = case_now(session, case_id).intake
    place.desk.scanned.emit(f"R/{seen.receipt}/{seen.query_code}")


def test_ctrl_f_opens_an_empty_box(desk_of) -> None:
    desk_of.shell.find_wanted.emit()
    assert desk_of.shell.current == CASES
    assert desk_of.shell.page(CASES).box.text() == ""


def test_a_receipt_at_the_idle_counter_opens_its_case(desk_of, page_session) -> None:
    case_id = received(page_session, "1-2", person=somebody(5))
    scan(desk_of, page_session, case_id)
    assert desk_of.shell.current == CASES
    number = case_now(page_session, case_id).intake.number
    assert desk_of.shell.page(CASES).detail.number.full_text == number


def test_a_receipt_with_papers_owed_opens_its_row(desk_of, page_session) -> None:
    case_id = bring(people(page_session), CaseState.RETURNED)
    scan(desk_of, page_session, case_id)
    assert desk_of.shell.current == SUPPLEMENTS
    assert desk_of.shell.page(SUPPLEMENTS).choices.is_open


def test_while_somebody_is_served_a_receipt_leads_nowhere(desk_of, page_session) -> None:
    case_id = received(page_session, "1-2", person=somebody(5))
    desk_of.desk.card_read.emit(Person(name="测试甲", id_number="320213198806120078"))
    assert desk_of.counter.open_visit is not None
    scan(desk_of, page_session, case_id)
    assert desk_of.shell.current == COUNTER


def test_the_idle_page_and_the_top_bar_warn_of_a_slot(desk_of, page_session, clock) -> None:
    received(page_session, "1-2", person=somebody(5))
    idle = desk_of.counter.idle
    desk_of.pressing.look()
    assert "handover" not in desk_of.shell.topbar.chips
    clock.pass_(hours=5, minutes=31)
    desk_of.pressing.look()
    assert "15:00 前应移交：区行政审批局 1 件" in idle.pressing.words.full_text
    assert desk_of.shell.topbar.chips["handover"].state.tone.name == "WARN"
    clock.pass_(minutes=40)
    desk_of.pressing.look()
    assert desk_of.shell.topbar.chips["handover"].state.tone.name == "DANGER"
    desk_of.shell.topbar.device_opened.emit("handover")
    assert desk_of.shell.current == "handover"
    assert Role.CLERK in desk_of.clerk.roles


def test_closing_with_a_list_nobody_signed_is_said(desk_of, page_session, told) -> None:
    case_id = received(page_session, "1-2", person=somebody(5))
    handover.make(page_session, case_now(page_session, case_id).department, (case_id,))
    desk_of.pressing.look()
    desk_of.shell.topbar.state_wanted.emit(WindowState.CLOSED, "")
    band = [notice.message.code for notice in desk_of.shell.band.notices]
    assert "ZC-HND-11" in band
