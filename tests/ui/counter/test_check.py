"""The check page: nothing unread and nothing unmet is taken in, and nothing twice."""

from __future__ import annotations

import re
from types import SimpleNamespace

import msgspec
import pytest
from fix_catalogue import publish
from fix_pages import CARD, settled
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from zcdesk.domain import checklist
from zcdesk.domain.case import FeeState
from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.readiness import Place
from zcdesk.domain.visit import (
    Visit,
    add_applicants,
    add_matter,
    rows_of,
    set_mark,
    set_person,
    set_presenter,
    sign_promises,
)
from zcdesk.operations import catalogue, printing, queue
from zcdesk.ui.counter.check import CheckPage
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.printing import Printing

CLERK = Person(name="陈立", id_number=with_check_digit("32021319900101001"), phone="13900001234")


@pytest.fixture
def visit(page_session) -> Visit:
    """Somebody with one matter, nothing received yet."""
    fresh = set_person(queue.walk_in(page_session), CARD)
    return add_matter(fresh, catalogue.matter(page_session, "1-1"))


@pytest.fixture
def page(page_desk, show) -> CheckPage:
    page_desk.printing = Printing(page_desk)
    page = CheckPage(page_desk)
    page.seen, page.went, page.got = [], [], []
    page.changed.connect(page.seen.append)
    page.go_to.connect(page.went.append)
    page.received.connect(page.got.append)
    show(page)
    return page


def open_(page: CheckPage, visit: Visit, clock=None) -> None:
    page.open(visit)
    if clock is not None:
        clock.pass_(seconds=1)


def text(page: CheckPage, name: str) -> str:
    return page.findChild(QLabel, f"check_{name}").full_text


@pytest.mark.req("UX-23")
def test_it_reads_back_what_will_be_taken_in(page, visit) -> None:
    open_(page, settled(visit))
    assert text(page, "applicant") == "王桂兰  320***********4528  138****6620"
    assert text(page, "agency") == "本人"
    assert text(page, "matters") == "饮用水供水单位卫生许可"
    assert text(page, "materials") == "已收 3 · 共享 1"
    assert text(page, "promises") == "无"
    assert page.findChild(QLabel, "check_fee") is None
    assert page.state.state.word == "可以收件"


@pytest.mark.req("UX-23")
def test_every_unmet_condition_has_a_way_and_enter_takes_the_first(page, visit, press, clock):
    silent = set_person(visit, msgspec.structs.replace(CARD, phone=""))
    open_(page, msgspec.structs.replace(silent, phone_required=True), clock)
    assert [b.code for b in page.left] == ["IDC-25", "CHK-21", "CHK-21", "CHK-21"]
    assert len(page.list.links) == 4
    assert not page.confirm.isEnabled()
    press("Enter", "F9")
    assert [b.place for b in page.went] == [Place.APPLICANT]
    page.list.links[2].click()
    assert (page.went[1].place, page.went[1].row_no) == (Place.ROW, 3)
    assert page.got == []


@pytest.mark.req("UX-11")
@pytest.mark.parametrize("key", ["Enter", "F9"])
def test_a_bounced_key_prints_nothing_unread(page, visit, press, clock, key) -> None:
    open_(page, settled(visit))
    clock.pass_(milliseconds=100)
    press(key)
    assert page.got == []
    clock.pass_(milliseconds=400)
    press(key)
    assert len(page.got) == 1


def test_a_clock_set_back_does_not_lock_the_page(page, visit, press, clock) -> None:
    open_(page, settled(visit))
    clock.pass_(days=-1)
    press("Enter")
    assert len(page.got) == 1


@pytest.mark.req("UX-31", "R102")
def test_double_keys_and_a_double_click_take_it_in_once(page, visit, press, clock) -> None:
    jobs = InlineJobs(held=True)
    page._desk.jobs = jobs
    open_(page, settled(visit), clock)
    jobs.release()
    press("Enter", "Enter", "F9")
    button = page.findChild(QPushButton, "check_confirm")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert jobs.waiting == 1
    jobs.release()
    press("Enter", "F9")
    jobs.release()
    assert len(page.got) == 1


@pytest.mark.req("UX-31")
def test_a_real_double_click_is_one_original(page, visit, clock, page_session) -> None:
    open_(page, settled(visit), clock)
    button = page.findChild(QPushButton, "check_confirm")
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(page.got) == 1
    assert len(printing.later(page_session)) == 1


def test_a_refusal_of_the_store_gives_the_key_back(page, visit, press, clock, told) -> None:
    from zcdesk.errors import StoreError

    def full(_session, _visit):
        raise StoreError("SYS-20")

    real = page._desk.operations
    open_(page, settled(visit), clock)
    intake = SimpleNamespace(receive=full, preview=lambda *_: ())
    page._desk.operations = SimpleNamespace(intake=intake)
    press("Enter")
    assert (page.got, told.codes) == ([], ["SYS-20"])
    page._desk.operations = real
    press("Enter")
    assert len(page.got) == 1


@pytest.mark.req("UX-22")
def test_a_promise_prints_by_itself_and_two_keys_finish(page, visit, press, clock) -> None:
    open_(page, settled(visit, deferred=True), clock)
    printer = page._desk.devices["printer"]
    assert len(printer.documents) == 1
    assert text(page, "promises") == "水质检验报告，2026-12-01 前"
    assert QApplication.focusWidget() is page.question
    press("2")
    assert page.seen[-1] == sign_promises(settled(visit, deferred=True), "paper")
    press("Enter")
    assert len(page.got) == 1
    assert press.count == 2


@pytest.mark.req("UX-22")
def test_nothing_is_taken_in_before_the_promise_is_signed(page, visit, press, clock, told) -> None:
    open_(page, settled(visit, deferred=True), clock)
    press("Enter", "F9")
    assert page.got == []
    assert told.codes == ["DEF-03"]
    settled_: list[str] = []
    page._desk.notices.settled.connect(settled_.append)
    press("2")
    assert settled_ == ["ZC-DEF-03"], "the warning stays over the next person"


@pytest.mark.req("UX-32")
def test_one_prints_the_promise_again_marked_as_a_copy(page, visit, press, clock) -> None:
    from zcdesk.forms.decode import decode

    signed_later = settled(visit, deferred=True)
    open_(page, signed_later, clock)
    press("1")
    printed = [decode(data, 48).text for data in page._desk.devices["printer"].documents]
    assert ["补打" in text for text in printed] == [False, True]
    row = next(r for r in rows_of(signed_later) if r.can_defer)
    other = set_mark(signed_later, row.key, checklist.defer(row, "2026-11-30"))
    open_(page, other, clock)
    last = decode(page._desk.devices["printer"].documents[-1], 48).text
    assert "2026年11月30日" in last
    assert "补打" not in last


@pytest.mark.req("UX-41")
def test_the_preview_is_the_receipt_with_masked_numbers(page, visit) -> None:
    open_(page, settled(visit))
    assert "收件通知书" in page.preview.text.replace(" ", "")
    assert "待生成" in page.preview.text
    assert "自受理之日起 8 个工作日" in page.preview.text
    assert not re.search(r"\d{11}", page.preview.text)
    shown = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert not re.search(r"\d{11}", shown)


@pytest.mark.req("UX-57")
def test_the_preview_says_what_it_waits_for(page, page_session) -> None:
    open_(page, queue.walk_in(page_session))
    assert page.preview.text == ""
    assert "有了申请人和事项" in page.preview._empty.sentence.full_text


@pytest.mark.req("UX-23")
@pytest.mark.parametrize(
    ("digit", "place"),
    [("1", Place.APPLICANT), ("2", Place.AGENCY), ("3", Place.MATTER), ("4", Place.ROW)],
)
def test_each_line_is_changed_by_its_digit(page, visit, press, digit, place) -> None:
    open_(page, settled(visit))
    press(digit)
    assert [b.place for b in page.went] == [place]


def test_the_promise_line_leads_to_the_promised_row(page, visit, press) -> None:
    done = sign_promises(settled(visit, deferred=True), "paper")
    open_(page, done)
    press("5")
    assert page.went[0].row_no == next(r.no for r in rows_of(done) if r.can_defer)


@pytest.mark.req("R134")
def test_by_post_with_the_address_of_the_card(page, visit, press, clock) -> None:
    open_(page, settled(visit), clock)
    press("6")
    assert page.seen[-1].delivery.by_post
    assert page.seen[-1].post_address == CARD.address
    assert QApplication.focusWidget().objectName() == "check_post_address"
    press("Enter")
    assert page.got == []
    press("Enter")
    assert len(page.got) == 1
    assert page.got[0].visit.delivery.by_post


def test_by_post_without_an_address_is_not_taken_in(page, visit, press, clock) -> None:
    bare = set_person(visit, msgspec.structs.replace(CARD, address=""))
    open_(page, settled(bare), clock)
    press("6")
    assert [b.code for b in page.left] == ["DLV-01"]
    press("Enter", "Enter")
    assert QApplication.focusWidget().objectName() == "check_post_address"
    assert page.got == []
    press.type("3 Lane")
    press("Enter", "Enter")
    assert len(page.got) == 1


def test_a_fee_is_a_state_and_a_code_never_a_sum(page, page_session, visit, press) -> None:
    matter = msgspec.structs.replace(catalogue.matter(page_session, "1-1"), fee="水质检测费")
    publish(page_session.as_clerk("0001"), matter)
    paying = msgspec.structs.replace(visit, matters=())
    paying = add_matter(paying, catalogue.matter(page_session, "1-1"))
    open_(page, settled(paying))
    press("7")
    combo = QApplication.focusWidget()
    assert combo.objectName() == "fee_state_1-1"
    press("Down")
    assert page.seen[-1].matters[0].fee.state is FeeState.DUE
    shown = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "元" not in shown
    assert "0.00" not in shown


@pytest.mark.req("R045", "R128")
def test_a_batch_is_read_back_once_and_its_faults_by_name(page, visit, press) -> None:
    others = tuple(
        Person(name=f"护士{n}", id_number=with_check_digit(f"3202131990010{n}001")) for n in "12"
    )
    many = add_applicants(visit, others)
    many = set_presenter(many, CLERK, Agency.UNIT_CLERK)
    open_(page, many)
    assert text(page, "applicant").endswith("等 3 人")
    assert "单位经办人  陈立" in text(page, "agency")
    assert "委托书未核" in text(page, "agency")
    assert text(page, "materials") == "共享 3 · 未收 9"
    said = [label.full_text for label in page.findChildren(QLabel) if hasattr(label, "full_text")]
    assert "护士1：第 1 项还没有收" in said
    done = settled(msgspec.structs.replace(many, authority=True))
    open_(page, done)
    assert page.left == ()


@pytest.mark.req("UX-12", "UX-40")
def test_no_default_button_and_no_dialog(page, visit, press, clock) -> None:
    open_(page, settled(visit), clock)
    press("Enter")
    assert all(not b.autoDefault() for b in page.findChildren(QPushButton))
    assert QApplication.activeModalWidget() is None


def test_esc_goes_back_without_a_trace(page, visit, press, qtbot) -> None:
    open_(page, settled(visit))
    with qtbot.waitSignal(page.closed):
        press("Esc")
    assert (page.got, page.seen) == ([], [])
