"""Corrections and promises: a scan opens the row, what came is taken in, people judge promises."""

from __future__ import annotations

import pytest
from fix_cases import People, bring, case_now, hand_over, people, received
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.checklist import RowState
from zcdesk.forms.decode import decode
from zcdesk.operations import clerks
from zcdesk.ui.printing import Printing
from zcdesk.ui.supplements.page import SupplementsPage


@pytest.fixture
def hall(page_session) -> People:
    return people(page_session)


@pytest.fixture
def promised(page_session) -> str:
    """A case with a water report promised until 1 December."""
    return received(page_session, "1-1", person=somebody(3))


@pytest.fixture
def returned(hall) -> str:
    return bring(hall, CaseState.RETURNED)


@pytest.fixture
def page(page_desk, page_session, show, promised, returned) -> SupplementsPage:
    page_desk.printing = Printing(page_desk)
    page_desk.clerk = clerks.clerk_of(page_session)
    page = SupplementsPage(page_desk)
    show(page)
    page.activate()
    return page


def scan(page: SupplementsPage, session, case_id: str) -> None:
    seen = case_now(session, case_id).intake
    page._desk.scanned.emit(f"R/{seen.receipt}/{seen.query_code}")


def go_to(page: SupplementsPage, case_id: str, kind: TaskKind) -> None:
    rows = page.view.rows_model.rows
    place = next(i for i, r in enumerate(rows) if (r.case, r.kind) == (case_id, kind))
    page.view.set_current(place)
    page.view.setFocus()


def test_scanning_the_receipt_asks_for_what_is_owed(page, press, promised, page_session) -> None:
    scan(page, page_session, promised)
    assert "水质检验报告" in page.choices.title.full_text
    press("1")
    material = next(
        m for m in case_now(page_session, promised).materials if m.name == "水质检验报告"
    )
    assert material.state is RowState.RECEIVED
    assert material.compared


def test_a_correction_is_complete_or_not_taken(page, press, returned, page_session) -> None:
    scan(page, page_session, returned)
    assert "申请表" in page.choices.title.full_text
    press("2")
    assert case_now(page_session, returned).state is CaseState.RETURNED
    press("Enter", "1")
    assert case_now(page_session, returned).state is CaseState.RECEIVED
    press("5")
    (row,) = page.view.rows_model.rows
    assert (row.case, row.kind) == (returned, TaskKind.HAND_OVER)


def test_tabs_count_and_choose(page, press, clock, promised, returned) -> None:
    assert len(page.view.rows_model.rows) == 3
    clock.pass_(days=7)
    page.refresh()
    press("2")
    assert {row.case for row in page.view.rows_model.rows} == {promised, returned}
    clock.pass_(days=2)
    page.refresh()
    press("3")
    assert {row.case for row in page.view.rows_model.rows} == {promised, returned}
    assert page.counts["late"].state.word == "已逾期 3"


def test_a_promise_is_extended_with_a_reason(page, press, promised, page_session) -> None:
    go_to(page, promised, TaskKind.SUPPLEMENT)
    press("X", "1")
    page.form.fields["until"].set_text("2026-12-03")
    press("Ctrl+Enter")
    assert page.form.fields["reason"].message == "请填写"
    page.form.fields["reason"].set_text("出具机关尚未办好")
    press("Ctrl+Enter")
    (material,) = case_now(page_session, promised).deferred
    assert material.due[:10] == "2026-12-03"


def test_beyond_the_manual_an_officer_agrees(page, press, promised, page_session) -> None:
    go_to(page, promised, TaskKind.SUPPLEMENT)
    press("X", "1")
    page.form.fields["until"].set_text("2027-06-30")
    page.form.fields["reason"].set_text("出具机关尚未办好")
    press("Ctrl+Enter")
    assert page.form.message.full_text
    page.form.fields["officer"].set_text("李工")
    press("Ctrl+Enter")
    (material,) = case_now(page_session, promised).deferred
    assert material.due[:10] == "2027-06-30"


def test_a_broken_promise_is_judged_by_a_person(page, press, clock, promised, page_session) -> None:
    clock.pass_(days=10)
    assert case_now(page_session, promised).deferred
    go_to(page, promised, TaskKind.SUPPLEMENT)
    press("X", "2")
    page.form.fields["reason"].set_text("材料不影响审查")
    press("Ctrl+Enter")
    assert not case_now(page_session, promised).deferred


def test_a_phone_call_is_recorded(page, press, promised, page_session) -> None:
    go_to(page, promised, TaskKind.SUPPLEMENT)
    press("T", "1")
    (call,) = case_now(page_session, promised).calls
    assert call.how == "电话"
    row = next(r for r in page.view.rows_model.rows if r.case == promised)
    assert (row.told, row.sent) == ("电话", None)


@pytest.mark.req("R104")
def test_the_notice_is_printed_once_and_then_copied(page, press, returned) -> None:
    go_to(page, returned, TaskKind.CORRECT)
    press("P")
    first = decode(page._desk.devices["printer"].documents[-1], 48).text
    assert "补正通知书" in first
    assert "补打" not in first
    press("P")
    assert "补打" in decode(page._desk.devices["printer"].documents[-1], 48).text


def test_a_receipt_that_owes_nothing_is_said(page, page_session, told) -> None:
    done = received(page_session, "1-2", person=somebody(5))
    scan(page, page_session, done)
    assert not page.choices.is_open
    assert told.notes == ["这一件没有要补的材料"]


def test_the_same_paper_is_not_taken_twice(page, press, hall, promised, page_session) -> None:
    hand_over(hall, promised)
    scan(page, page_session, promised)
    press("1")
    page._desk.scanned.emit(f"R/{case_now(page_session, promised).intake.receipt}/X")
    assert not page.choices.is_open
