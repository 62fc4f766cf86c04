"""Change of shift: both sign, the list passes on, the taker works on at once."""

from __future__ import annotations

import pytest
from fix_hall import SECRET
from fix_pages import CARD, settled
from PySide6.QtWidgets import QApplication

from zcdesk.domain.visit import add_matter, set_person
from zcdesk.domain.window import Window
from zcdesk.forms.decode import decode
from zcdesk.operations import catalogue, intake, queue
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.printing import Printing
from zcdesk.ui.shift import ShiftPage


@pytest.fixture
def page(page_desk, page_session, show) -> ShiftPage:
    visit = set_person(queue.walk_in(page_session), CARD)
    visit = settled(add_matter(visit, catalogue.matter(page_session, "1-2")))
    intake.save(page_session, visit)
    page_desk.printing = Printing(page_desk)
    page = ShiftPage(page_desk)
    page.takers = []
    page.handed.connect(page.takers.append)
    show(page)
    page.activate()
    return page


def focused() -> str:
    return QApplication.focusWidget().objectName()


@pytest.mark.req("R051")
def test_what_lies_here_is_listed_and_handed_on(page, press, page_session) -> None:
    assert "出版物零售业务经营许可" in page.lists["visits"].full_text
    assert "申请表" in page.lists["originals"].full_text
    assert page.lists["parked"].full_text == "没有"
    assert "张敏" in page.giver.full_text
    page.seals.set_text("收件专用章，骑缝章")
    press.type("0313")
    press("Enter")
    press.type(SECRET)
    press("Enter")
    (taker,) = page.takers
    assert (taker.staff_no, taker.name) == ("0313", "李强")
    slip = decode(page._desk.devices["printer"].documents[0], 48).text
    for word in ("交接班单", "张敏", "李强", "收件专用章", "骑缝章", "出版物零售业务经营许可"):
        assert word in slip
    with page_session.reading() as store:
        window = store.state("window:3", Window)
    assert window is not None
    assert window.clerk == "0313"
    assert page.secret.text() == ""


@pytest.mark.req("UX-31")
def test_two_presses_hand_over_once(page, press) -> None:
    jobs = InlineJobs(held=True)
    page.staff_no.set_text("0313")
    page.secret.set_text(SECRET)
    page._desk.jobs = jobs
    press("F9", "F9")
    jobs.release()
    assert len(page.takers) == 1


def test_a_wrong_secret_is_said_in_place_and_nothing_passes(page, press) -> None:
    page.staff_no.set_text("0313")
    page.secret.set_text("wrong-one")
    press("F9")
    assert page.takers == []
    assert page.secret.message
    assert focused() == "shift_secret"
    press.type(SECRET)
    press("Enter")
    assert len(page.takers) == 1


def test_the_taker_is_somebody_else(page, press) -> None:
    page.staff_no.set_text("0312")
    page.secret.set_text(SECRET)
    press("F9")
    assert page.takers == []
    assert page.secret.message


def test_empty_fields_are_asked_for(page, press) -> None:
    press("F9")
    assert focused() == "shift_staff_no"
    assert (page.staff_no.message, page.secret.message) == ("请填写", "请填写")


def test_esc_hands_nothing_on(page, press, qtbot) -> None:
    with qtbot.waitSignal(page.closed):
        press("Esc")
    assert page.takers == []
