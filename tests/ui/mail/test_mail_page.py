"""Parcels by keys alone: registered, opened into the counter, passed on, answered, struck out."""

from __future__ import annotations

import pytest
from fix_hall import SECRET
from fix_pages import CARD, settled
from page_looks import clipped
from PySide6.QtWidgets import QApplication

from zcdesk.domain.parcel import ParcelState, Reply, Sender
from zcdesk.operations import parcels, queue
from zcdesk.operations.parcels import Pile
from zcdesk.ui.mail.page import MailPage

EMS = "EA123456789CN"


@pytest.fixture
def page(page_desk, page_session, show) -> MailPage:
    page = MailPage(page_desk)
    page.visits = []
    page.visit_opened.connect(page.visits.append)
    show(page)
    page.activate()
    return page


def register(session, number: str = EMS, **more) -> None:
    sender = Sender(name=CARD.name, phone=CARD.phone, address="示例路 1 号")
    parcels.register(session, sender, waybill=number, **more)


def focused() -> str:
    return QApplication.focusWidget().objectName()


def test_a_scan_begins_the_register_and_f9_opens_the_parcel(page, press, page_session) -> None:
    page._desk.scanned.emit(EMS)
    assert page.register.text("waybill") == EMS
    assert focused() == "parcel_name"
    page.register.fields["name"].set_text("王桂兰")
    press("Enter")
    press.type(CARD.id_number)
    press("Enter")
    press.type(CARD.phone)
    press("F9")
    (visit,) = page.visits
    assert visit.parcel == EMS
    assert visit.applicant.person.id_number == CARD.id_number
    (row,) = parcels.listed(page_session)
    assert row.state is ParcelState.WAITING


def test_whom_it_is_for_is_asked_between_waybill_and_sender(page, press) -> None:
    page._desk.scanned.emit(EMS)
    press("Shift+Tab")
    assert page.register.to.isAncestorOf(QApplication.focusWidget())
    press("Right")
    assert not page.register.is_for_window
    press("Tab")
    assert page.register.department.isAncestorOf(QApplication.focusWidget())
    press("Tab")
    assert focused() == "parcel_name"


def test_what_is_missing_is_said_at_its_field(page, press, told) -> None:
    page._desk.scanned.emit(EMS)
    page.register.fields["name"].set_text("王桂兰")
    press("F9")
    assert focused() == "parcel_phone"
    assert "短信" in page.register.fields["phone"].message
    assert page.visits == []
    assert told.codes == []


def test_while_somebody_is_served_the_parcel_waits_in_the_list(
    page, press, page_session, told
) -> None:
    queue.walk_in(page_session)
    page._desk.scanned.emit(EMS)
    page.register.fields["name"].set_text("王桂兰")
    page.register.fields["phone"].set_text(CARD.phone)
    press("F9")
    assert told.codes == ["QUE-12"]
    assert [row.number for row in page.model.rows] == [EMS]
    assert page.visits == []


def test_a_department_signs_for_all_of_its_parcels(page, press, page_session) -> None:
    register(page_session, department="区城管局")
    register(page_session, "EA222222222CN", department="区城管局")
    register(page_session, "EA333333333CN", department="区卫健委")
    page.activate()
    press("2")
    assert len(page.model.rows) == 3
    page.view.set_current(page.model.place(EMS))
    press("Enter")
    assert focused() == "taker_staff_no"
    press.type("0313")
    press("Enter")
    press.type("wrong-one")
    press("F9")
    assert len(parcels.listed(page_session, Pile.DEPARTMENT)) == 3
    page.signing.fields["secret"].setFocus()
    press.type(SECRET)
    press("F9")
    assert [row.department for row in page.model.rows] == ["区卫健委"]
    passed = [row for row in parcels.listed(page_session) if row.taker]
    assert {row.taker for row in passed} == {"李强"}


def test_somebody_without_a_number_signs_on_paper(page, press, page_session) -> None:
    register(page_session, department="区城管局")
    page.activate()
    press("2", "Enter", "Enter", "Enter")
    assert focused() == "taker_taker"
    page.signing.fields["taker"].set_text("李工")
    press("Enter")
    assert parcels.listed(page_session, Pile.DEPARTMENT) == ()


def test_the_answer_goes_off_with_its_own_waybill(page, press, page_session, answered) -> None:
    page.activate()
    press("3")
    assert [row.number for row in page.model.rows] == [EMS]
    press("Enter")
    page._desk.scanned.emit("EA987654321CN")
    press("F9")
    assert parcels.listed(page_session, Pile.POST) == ()
    assert parcels.listed(page_session)[0].answer == "EA987654321CN"


@pytest.fixture
def answered(page_session):
    """A parcel whose notice is still to be posted."""
    from zcdesk.domain import checklist
    from zcdesk.domain.visit import add_matter, rows_of, set_mark
    from zcdesk.operations import catalogue, intake

    register(page_session, reply=Reply.POST)
    visit = parcels.open_visit(page_session, EMS)
    visit = settled(add_matter(visit, catalogue.matter(page_session, "1-2")))
    first = rows_of(visit)[0]
    intake.notify(page_session, set_mark(visit, first.key, checklist.miss(first, "未携带")))


def test_a_mistake_is_struck_out_with_its_reason(page, press, page_session) -> None:
    register(page_session)
    page.activate()
    press("4", "1")
    assert [row.number for row in page.model.rows] == [EMS]
    press("X", "F9")
    assert page.voiding.fields["reason"].message
    page.voiding.fields["reason"].set_text("扫错面单")
    press("F9")
    assert parcels.listed(page_session)[0].state is ParcelState.VOID
    assert page.model.rows == ()


def test_a_known_waybill_goes_to_its_row_and_enter_opens_it(page, press, page_session) -> None:
    register(page_session)
    register(page_session, "EA222222222CN")
    page.activate()
    page._desk.scanned.emit(EMS.lower())
    assert page.view.current.number == EMS
    press("Enter")
    assert [visit.parcel for visit in page.visits] == [EMS]


@pytest.mark.parametrize("size", ["normal", "narrow"])
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_nothing_is_cut(page_desk, page_session, show, size, scale) -> None:
    register(page_session)
    register(page_session, "EA222222222CN", department="区城管局")
    page = MailPage(page_desk)
    window = show(page, size, "dark", scale)
    page.activate()
    for pile in ("window", "department", "all"):
        page.piles.set_value(pile)
        assert clipped(window) == []
