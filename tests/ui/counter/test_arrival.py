"""Who comes to the counter and for what: cards, slips, the ticket's matter, secret matters."""

from __future__ import annotations

from typing import Any

import pytest
from fix_catalogue import publish
from fix_counter import matters, resident

from zcdesk.domain.ticket import Ticket
from zcdesk.domain.visit import Phase, rows_of
from zcdesk.operations import catalogue, intake
from zcdesk.store.drafts import of_window
from zcdesk.ui.counter.changes import ChangesPage


def ticket(counter, number: str) -> Ticket:
    with counter.desk.session.reading() as store:
        return next(t for _, t in store.states(Ticket) if t.number == number)


def kinds(counter) -> list[str]:
    """Return the kinds of every act of the station."""
    from sqlalchemy import select

    from zcdesk.store.schema import acts

    with counter.desk.session.reading() as store:
        return list(store.select(select(acts.c.kind)).scalars())


def test_a_card_is_arrival_and_identity_and_enter_takes_the_tickets_matter(counter):
    counter.ticket("1-5")
    counter.press("F2")
    line = counter.page.serving.start.line
    assert counter.shell.focusWidget() is line
    counter.desk.card_read.emit(resident())
    assert ticket(counter, "A001").arrived_at
    assert counter.visit.phase is Phase.SERVING
    assert counter.visit.applicant.person.name == resident().name
    assert counter.shell.focusWidget() is line
    assert (line.label.full_text, line.verb.full_text) == ("取号事项", "采用")
    assert line.words.full_text == "饮用水供水单位卫生许可（新证）"
    counter.press("Enter")
    assert [c.matter.key for c in counter.visit.matters] == ["1-5"]
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view


def test_without_a_card_enter_says_that_the_person_is_here(counter):
    counter.ticket("1-5")
    counter.press("F2", "Enter")
    assert (counter.visit.phase, counter.visit.matters) == (Phase.SERVING, ())
    counter.press("Enter")
    assert counter.visit.matters


def test_a_card_at_an_idle_counter_begins_a_visit_without_a_number(counter):
    counter.desk.card_read.emit(resident())
    assert counter.visit.ticket.walk_in
    assert counter.visit.applicant.person.name == resident().name
    assert counter.shell.focusWidget().objectName() == "find_line"


def test_another_card_changes_nobody(counter):
    counter.serve()
    counter.desk.card_read.emit(resident(2))
    assert counter.visit.applicant.person.name == resident(1).name
    assert "另一张证件" in counter.notes[-1]


def test_the_same_card_again_keeps_what_the_clerk_said(counter):
    counter.serve()
    counter.press("H")
    counter.desk.card_read.emit(resident())
    assert counter.visit.applicant.person.compared


def test_whether_person_and_card_agree_is_the_clerks_own_key(counter, qtbot):
    counter.serve()
    chip = counter.find("strip_identity")
    assert not counter.visit.applicant.person.compared
    assert chip.state.word == "人证待核对"
    counter.press("H")
    assert counter.visit.applicant.person.compared
    assert chip.state.word == "人证已核对"
    chip.click()
    assert not counter.visit.applicant.person.compared


@pytest.mark.req("UX-41")
def test_numbers_are_masked_on_the_strip(counter):
    counter.serve()
    assert counter.find("strip_id_number").text() == "320***********0014"
    assert counter.find("strip_phone").text() == "138****0001"
    assert counter.find("strip_trust").state.word == "已读卡"


@pytest.mark.req("UX-42")
def test_each_look_at_a_number_is_recorded(counter):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    counter.serve()
    number = counter.find("strip_id_number")
    number.setFocus()
    QTest.keyPress(number, Qt.Key.Key_Control)
    assert number.text() == resident().id_number
    QTest.keyRelease(number, Qt.Key.Key_Control)
    assert number.text() == "320***********0014"
    assert kinds(counter).count("clerk.revealed") == 1


def test_a_scanned_ticket_is_called_or_arrives(counter):
    counter.ticket()
    counter.ticket()
    counter.desk.scanned.emit("T/A002")
    assert counter.find("ticket_number").full_text == "A002"
    counter.desk.scanned.emit("T/A001")
    assert counter.visit.phase is Phase.CALLED
    counter.desk.scanned.emit("T/A002")
    assert counter.visit.phase is Phase.SERVING


def test_a_scanned_notice_brings_the_whole_visit_back(counter):
    counter.serve()
    counter.press("A", "Y", "8", "8", "X", "1", "1", "Q", "1")
    told = intake.notify(counter.desk.session, counter.visit)
    counter.page._on_notified(told)
    counter.desk.scanned.emit(f"N/{told.number}/{told.code}")
    assert counter.state(1) == "missing"
    assert counter.state(4) == "received"
    assert counter.visit.applicant.person.name == resident().name


def test_a_slip_that_does_not_belong_here_says_so(counter):
    counter.serve()
    before = counter.visit
    counter.desk.scanned.emit("R/32021326001000057X/K7Q2M4")
    assert counter.visit == before
    assert counter.notes[-1] == "这是收件通知书，请扫取号单、预约码或告知书"


@pytest.mark.req("R092")
def test_a_secret_matter_is_referred_and_nothing_of_the_person_is_kept(counter):
    counter.ticket("1-99")
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("H", "Enter")
    choices = counter.find("queue_choices")
    assert choices.title.full_text == "本事项请到专业窗口，这里不留任何材料"
    assert not counter.visit.matters
    assert counter.visit.applicant.person.is_empty
    with counter.desk.session.reading() as store:
        kept = [draft.value for draft in of_window(store, "3")]
    assert len(kept) == 1
    assert resident().id_number.encode() not in kept[0]
    assert resident().name.encode() not in kept[0]
    assert kinds(counter).count("sitting.referred") == 1
    counter.press("Ctrl+Z")
    assert counter.visit.applicant.person.is_empty
    assert not counter.page.serving.start.line.isVisible()
    counter.press("1")
    assert ticket(counter, "A001").outcome == "referred"


def test_a_secret_matter_beside_another_leaves_that_one_alone(counter):
    counter.serve()
    secret = next(m for m in matters() if m.key == "1-99")
    counter.page.taking.take(secret)
    counter.press("Esc")
    assert [c.matter.key for c in counter.visit.matters] == ["1-5"]
    assert not counter.visit.applicant.person.is_empty


@pytest.mark.req("UX-26")
def test_an_open_visit_keeps_its_version_and_says_so(counter):
    import msgspec

    counter.serve()
    before = [row.name for row in counter.rows]
    session = counter.desk.session
    old = catalogue.matter(session, "1-5")
    changed = msgspec.structs.replace(old, materials=old.materials[:3])
    editor = session.as_clerk("0001")
    raised: list[Any] = []
    counter.desk.notices.raised.connect(raised.append)
    counter.desk.do(lambda _: publish(editor, changed), owner=counter.page)
    assert [row.name for row in counter.rows] == before
    assert counter.codes == ["MAT-03"]
    assert counter.visit.matters[0].matter.version == 1
    assert "已有第 2 版，本件按原版办完" in counter.page.serving.guidance.words
    raised[-1].handlers["diff"]()
    assert counter.page.front == "changes"
    shown = counter.page.findChild(ChangesPage).words.full_text
    assert shown.count("－ 删去") == len(old.materials) - 3
    counter.press("Esc")
    assert counter.page.front == "serving"
    counter.press("F2", "3")
    counter.serve()
    assert len(rows_of(counter.visit)) == 3


@pytest.mark.req("UX-24")
def test_merged_matters_show_who_wants_a_paper_and_what_was_spared(counter):
    counter.serve()
    taking = counter.page.taking
    for key in ("1-6", "1-7"):
        taking.take(taking.view.matters[key])
    panel = counter.page.serving.matters
    assert panel.merged.full_text == "合并后 10 份（原 15 份），少交 5 份"
    assert panel.order.text.full_text == "3 须在 2 办结后办"
    model = counter.page.serving.checklist.model
    used = {model.data(model.index(n, 1)): model.data(model.index(n, 3)) for n in range(10)}
    assert used["场所所有权或使用权证明"] == "1 2 3"
    assert used["效果图"] == "3"
    assert not counter.page.serving.checklist.view.isColumnHidden(3)
    taking.remove("1-7")
    taking.remove("1-6")
    assert counter.page.serving.checklist.view.isColumnHidden(3)
    assert not panel.merged.isVisible()
    assert len(counter.rows) == 8


def test_the_same_matter_is_not_taken_twice(counter):
    counter.serve()
    counter.page.taking.take(counter.page.taking.view.matters["1-5"])
    assert len(counter.visit.matters) == 1
    assert "已在本次事项中" in counter.notes[-1]


def test_a_matter_of_another_window_is_sent_there_or_taken_all_the_same(counter):
    for answer in ("1", "2"):
        counter.ticket("4-1")
        counter.press("F2")
        counter.desk.card_read.emit(resident())
        counter.press("Enter")
        choices = counter.find("queue_choices")
        assert "应到 5 号窗口" in choices.title.full_text
        assert [b.text() for b in choices.answers] == ["转到 5 号窗口", "仍在本窗口办理"]
        counter.press(answer)
    assert ticket(counter, "A001").to_window == "5"
    assert [c.matter.key for c in counter.visit.matters] == ["4-1"]
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view
