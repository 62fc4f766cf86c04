"""补打: two keys, marked as what it is; what never came out is printed as the original."""

from __future__ import annotations

import pytest
from fix_pages import CARD, settled

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain.visit import add_matter, set_person
from zcdesk.forms.decode import decode
from zcdesk.operations import catalogue, intake, queue
from zcdesk.ui.printing import Printing
from zcdesk.ui.reprint import ReprintPage


@pytest.fixture
def page(page_desk, page_session, show, clock) -> ReprintPage:
    page_desk.printing = Printing(page_desk)
    page = ReprintPage(page_desk)
    page.shut = []
    page.closed.connect(lambda: page.shut.append(True))
    show(page)

    def take():
        visit = set_person(queue.walk_in(page_session), CARD)
        visit = settled(add_matter(visit, catalogue.matter(page_session, "1-2")))
        received = intake.receive(page_session, visit)
        page_desk.printing.print(received.prints)
        clock.pass_(minutes=1)
        return received

    page.take = take
    return page


def printed(page: ReprintPage) -> list[str]:
    return [decode(data, 48).text for data in page._desk.devices["printer"].documents]


@pytest.mark.req("UX-01", "UX-32")
def test_enter_prints_the_last_paper_once_more_with_its_mark(page, press, told) -> None:
    first, last = page.take(), page.take()
    page.open()
    shown = [page.model.index(row, 1).data() for row in range(2)]
    assert shown == [last.receipts[0], first.receipts[0]]
    assert page.model.index(0, 2).data() == "王桂兰"
    press("Enter")
    texts = printed(page)
    assert ["补打" in text for text in texts] == [False, False, True]
    assert last.receipts[0] in texts[2]
    assert "张敏" in texts[2]
    assert page.shut == [True]
    assert "补打第 1 次" in told.notes[-1]
    page.open()
    press("Enter")
    assert "第2次" in printed(page)[3].replace(" ", "")
    assert press.count == 2


@pytest.mark.req("UX-33")
def test_what_never_came_out_stands_first_and_prints_as_the_original(page, press) -> None:
    page.take()
    page._desk.devices["printer"].fault = PrinterFault.NO_PAPER
    stuck = page.take()
    page._desk.printing.put_off()
    page._desk.devices["printer"].repair()
    page.open()
    assert page.model.index(0, 1).data() == stuck.receipts[0]
    assert page.model.index(0, 4).data() == "稍后打"
    press("Enter")
    assert "补打" not in printed(page)[-1]
    page.open()
    states = [page.model.index(row, 4).data() for row in range(2)]
    assert states == ["已打印", "已打印"]


@pytest.mark.req("UX-33")
def test_a_paper_nobody_is_sure_of_is_shown_as_that(page, press) -> None:
    page._desk.devices["printer"].fault = PrinterFault.SILENT
    page.take()
    page._desk.printing.put_off()
    page.open()
    assert page.model.index(0, 4).data() == "不确定"


@pytest.mark.req("UX-57")
def test_nothing_printed_today(page, press) -> None:
    page.open()
    assert page.empty.isVisible()
    assert not page.button.isEnabled()
    press("Esc")
    assert page.shut == [True]
