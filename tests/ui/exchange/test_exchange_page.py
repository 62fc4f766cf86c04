"""Platform numbers, the 二次录入 strip above another program, and messages that did not leave."""

from __future__ import annotations

import pytest
from fix_pages import CARD, settled
from page_looks import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.domain.visit import add_matter, set_person
from zcdesk.operations import casework, catalogue, intake, messages, platform, queue, reentering
from zcdesk.ui.exchange.page import ExchangePage
from zcdesk.ui.exchange.strip import ReentryStrip
from zcdesk.ui.jobs import InlineJobs

NUMBER = "SIM32021300000017"


@pytest.fixture
def case_id(page_session) -> str:
    visit = set_person(queue.walk_in(page_session), CARD)
    visit = settled(add_matter(visit, catalogue.matter(page_session, "1-2")))
    intake.receive(page_session, visit)
    (one,) = platform.unregistered(page_session)
    return one.case_id


@pytest.fixture
def page(case_id, page_desk, show) -> ExchangePage:
    page = ExchangePage(page_desk)
    show(page)
    page.activate()
    yield page
    if page.registering.strip is not None:
        page.registering.strip.close()
        page.registering.strip.deleteLater()


def test_a_list_that_is_read_late_takes_the_focus(case_id, page_desk, show) -> None:
    held = InlineJobs(page_desk.notices.show, held=True)
    page_desk.jobs = held
    page = ExchangePage(page_desk)
    show(page)
    page.activate()
    assert not page.registering.view.hasFocus()
    held.release()
    assert page.registering.view.hasFocus()


@pytest.fixture
def strip(page, press, qtbot) -> ReentryStrip:
    press("Enter")
    made = page.registering.strip
    qtbot.waitUntil(made.isActiveWindow)
    return made


def clipboard() -> str:
    return QApplication.clipboard().text()


@pytest.mark.req("R033")
def test_the_strip_stays_above_and_copies_field_by_field(strip, press, clock) -> None:
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    first = strip.model.rows[0]
    assert (first.label, clipboard()) == ("事项名称", first.value)
    assert first.is_copied
    press("Space")
    assert clipboard() == CARD.name
    shown = [line.shown for line in strip.model.rows if line.value == CARD.id_number]
    assert shown == [CARD.id_number[:3] + "*" * 12 + CARD.id_number[-3:]]
    press("3")
    assert clipboard() == CARD.id_number
    assert strip.view.current_place == 2


@pytest.mark.req("R033")
def test_the_number_typed_back_is_checked_and_the_minutes_are_kept(
    page, strip, press, clock, page_session, case_id
) -> None:
    clock.pass_(seconds=100)
    press("P")
    clock.pass_(seconds=3600)
    press("P")
    clock.pass_(seconds=20)
    press(*("Space" for _ in strip.model.rows))
    assert QApplication.focusWidget() is strip.back.edit
    press.type("12")
    press("Enter")
    assert strip.back.message
    assert strip.isVisible()
    strip.back.set_text(NUMBER)
    press("F9")
    assert not strip.isVisible()
    assert clipboard() not in (CARD.name, CARD.id_number, CARD.phone)
    with page_session.reading() as store:
        assert casework.case_of(store, case_id).platform_number == NUMBER
    assert sum(reentering.minutes(page_session).values()) == 2
    assert page.registering.model.rows == ()


def test_closing_the_strip_leaves_the_case_on_its_list(page, strip, press) -> None:
    press("Space", "Esc")
    assert not strip.isVisible()
    assert clipboard() != CARD.name
    assert len(page.registering.model.rows) == 1


def test_a_locked_desk_shows_no_strip_and_another_clerk_none_of_it(strip, page_desk) -> None:
    page_desk.locked.emit()
    assert not strip.isVisible()
    page_desk.unlocked.emit()
    assert strip.isVisible()
    page_desk.session_changed.emit()
    assert not strip.isVisible()
    page_desk.unlocked.emit()
    assert not strip.isVisible()


def test_a_number_is_scanned_back_without_the_strip(page, press, page_session, case_id) -> None:
    press("F9")
    assert QApplication.focusWidget() is page.registering.number.edit
    page._desk.scanned.emit("x")
    assert page.registering.number.message
    page._desk.scanned.emit(NUMBER)
    with page_session.reading() as store:
        assert casework.case_of(store, case_id).platform_number == NUMBER
    assert page.registering.model.rows == ()


def test_a_department_sees_its_own_cases_for_its_own_system(
    case_id, page_desk, page_session, show, press
) -> None:
    with page_session.reading() as store:
        department = casework.case_of(store, case_id).department
    body = ClerkSet(staff_no="0801", name="李工", roles=(Role.REVIEWER,), departments=(department,))
    with page_session.transaction() as tx:
        tx.append(NewAct(subject="clerk:0801", body=body))
    page_desk.set_session(page_session.as_clerk("0801"))
    page = ExchangePage(page_desk)
    show(page)
    page.activate()
    (row,) = page.registering.model.rows
    assert row.system == f"department:{department}"
    assert not page.registering.number.isVisible()
    press("Enter")
    strip = page.registering.strip
    assert not strip.back.isVisible()
    strip.finish()
    assert page.registering.model.rows == ()
    strip.deleteLater()


@pytest.fixture
def unsent(page_session, case_id) -> str:
    """A message that waits."""
    with page_session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        messages.tell(page_session, tx, case, MessageKind.ACCEPTED, "act-1", due="2026-12-01")
    (one,) = messages.unsent(page_session)
    return one.id


def test_a_message_that_did_not_leave_is_told_by_telephone(
    unsent, page, press, page_session, case_id
) -> None:
    press("3")
    assert [one.state for one in page.messages.list.model.rows] == [MessageState.QUEUED]
    press("T")
    assert CARD.phone in page.messages.number.full_text
    press("T")
    assert messages.unsent(page_session) == ()
    (kept,) = messages.of_case(page_session, case_id)
    assert kept.state is MessageState.BY_PHONE


def test_a_message_is_stopped_or_sent_again(unsent, page, press, page_session, case_id) -> None:
    press("3", "X")
    assert messages.of_case(page_session, case_id)[0].state is MessageState.STOPPED
    assert page.messages.list.model.rows == ()


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_nothing_is_cut(unsent, page_desk, show, scale) -> None:
    page = ExchangePage(page_desk)
    window = show(page, "normal", "dark", scale)
    page.activate()
    for place in range(3):
        page.tabs.set_value(place)
        assert clipped(window) == []
