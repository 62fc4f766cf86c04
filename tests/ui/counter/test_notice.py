"""一次性告知: everything at once, printed once; and the way of somebody who insists."""

from __future__ import annotations

import msgspec
import pytest
from fix_pages import CARD, settled
from PySide6.QtWidgets import QApplication

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain import checklist
from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import (
    Visit,
    add_applicants,
    add_matter,
    rows_of,
    select,
    set_mark,
    set_person,
    set_presenter,
)
from zcdesk.forms.decode import decode
from zcdesk.operations import catalogue, intake, queue
from zcdesk.ui.counter.notice import NoticePage
from zcdesk.ui.printing import Printing


@pytest.fixture
def visit(page_session) -> Visit:
    """One paper missing, one wrong."""
    fresh = set_person(queue.walk_in(page_session), CARD)
    fresh = settled(add_matter(fresh, catalogue.matter(page_session, "1-2")))
    first, second, *_ = rows_of(fresh)
    fresh = set_mark(fresh, first.key, checklist.miss(first, "未携带"))
    return set_mark(fresh, second.key, checklist.reject(second, "已过有效期"))


@pytest.fixture
def page(page_desk, show) -> NoticePage:
    page_desk.printing = Printing(page_desk)
    page = NoticePage(page_desk)
    page.told, page.got = [], []
    page.notified.connect(page.told.append)
    page.received.connect(page.got.append)
    show(page)
    return page


def slip(page: NoticePage) -> str:
    (document,) = page._desk.devices["printer"].documents
    return decode(document, 48).text


@pytest.mark.req("R128", "UX-01")
def test_enter_tells_everything_at_once_and_prints_the_code(page, visit, press, clock) -> None:
    page.open(visit)
    shown = [
        [page.list.rows_model.index(row, column).data() for column in (2, 3, 4, 5)]
        for row in range(2)
    ]
    assert shown == [
        ["申请表", "缺", "未携带", "补交原件 1 份"],
        ["居民身份证", "不符", "已过有效期", "更正后重新提交，验原收复 1 份"],
    ]
    clock.pass_(seconds=1)
    press("Enter")
    (notified,) = page.told
    text = slip(page)
    assert notified.number in text
    assert notified.code in text.replace("-", "")
    assert "未携带" in text
    assert "已过有效期" in text
    assert press.count == 1


@pytest.mark.req("UX-11", "UX-31")
def test_a_bounced_key_does_nothing_and_two_are_one(page, visit, press, clock, told) -> None:
    page.open(visit)
    press("Enter", "F9", "2")
    assert (page.told, page.got) == ([], [])
    clock.pass_(milliseconds=400)
    press("F9", "Enter", "2")
    assert (len(page.told), page.got) == (1, [])
    assert (told.codes, told.notes) == ([], [])  # the store was not even asked
    assert len(page._desk.devices["printer"].documents) == 1


@pytest.mark.req("R129")
def test_who_insists_is_taken_in_with_a_voucher(page, visit, press, clock) -> None:
    page.open(visit)
    clock.pass_(seconds=1)
    press("2")
    (received,) = page.got
    assert received.insisted
    assert [task.kind for task in received.prints] == [PaperKind.VOUCHER]
    assert page.told == []


def test_nobody_is_taken_in_without_a_name(page, visit, press, clock, told) -> None:
    page.open(set_person(visit, Person()))
    clock.pass_(seconds=1)
    press("2")
    assert page.got == []
    assert told.codes or told.notes
    page.open(visit)
    clock.pass_(seconds=1)
    press("2")
    assert len(page.got) == 1


def test_in_a_batch_each_who_lacks_something_has_a_notice(page, visit, press, clock) -> None:
    other = Person(name="护士一", id_number=with_check_digit("32021319900101001"))
    both = settled(add_applicants(visit, (other,)))
    both = msgspec.structs.replace(set_presenter(both, CARD, Agency.UNIT_CLERK), authority=True)
    for index in (0, 1):
        both = select(both, index)
        row = rows_of(both)[0]
        both = set_mark(both, row.key, checklist.miss(row, "未携带"))
    page.open(select(both, 0))
    assert [lack.who for lack in page.lacks] == ["王桂兰", "护士一"]
    assert not page.list.isColumnHidden(1)
    assert "2 人共 2 项" in page.panel.note.full_text
    clock.pass_(seconds=1)
    press("Enter")
    assert len(page._desk.devices["printer"].documents) == 2


@pytest.mark.req("UX-57")
def test_nothing_lacking_says_so(page, page_session, press, clock) -> None:
    fresh = set_person(queue.walk_in(page_session), CARD)
    page.open(settled(add_matter(fresh, catalogue.matter(page_session, "1-2"))))
    assert page.empty.isVisible()
    clock.pass_(seconds=1)
    press("F9")
    assert page.told == []


@pytest.mark.req("UX-33")
def test_a_dead_printer_does_not_lose_the_notice(page, visit, press, clock, told, page_session):
    page._desk.devices["printer"].fault = PrinterFault.NO_PAPER
    page.open(visit)
    clock.pass_(seconds=1)
    press("Enter")
    (notified,) = page.told
    assert told.codes == ["PRT-01"]
    again = intake.come_back(page_session, notified.code)
    assert [c.matter.key for c in again.matters] == ["1-2"]


def test_esc_goes_back(page, visit, press, qtbot) -> None:
    page.open(visit)
    assert QApplication.focusWidget() is page.print
    with qtbot.waitSignal(page.closed):
        press("Esc")
