"""Whole visits by keys alone, counted: the ceilings of the issue, no mouse, no dialog."""

from __future__ import annotations

import pytest
from fix_counter import Counter, resident
from PySide6.QtWidgets import QApplication

from zcdesk.domain import visit as visits
from zcdesk.domain.person import Agency
from zcdesk.domain.ticket import Ticket, TicketStatus


@pytest.fixture(autouse=True)
def never_a_dialog(qapp):
    """Fail when anything modal opens while keys are pressed (UX-40)."""
    from PySide6.QtCore import QEvent, QObject

    opened = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.KeyPress and QApplication.activeModalWidget():
                opened.append(watched)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert opened == []
    assert QApplication.activeModalWidget() is None


def documents(counter: Counter) -> int:
    return len(counter.desk.devices["printer"].documents)


def received(counter: Counter) -> int:
    from zcdesk.operations import tickets

    return tickets.view(counter.desk.session).received_today


@pytest.mark.req("UX-01", "UX-40", "UX-33")
def test_s1_repeat_case(counter, keys):
    counter.ticket("1-6")
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("Enter", "A", "Y", "F9", "Enter")
    assert (keys.keys, keys.clicks) == (6, 0)
    assert counter.visit is None
    assert received(counter) == 1
    assert documents(counter) >= 1


@pytest.mark.req("UX-01", "UX-40")
def test_s2_the_clerk_knows_the_code(counter, keys):
    counter.ticket()
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("F6")
    counter.write("1006")
    counter.press("Enter", "A", "Y", "F9", "Enter")
    assert (keys.keys, keys.clicks) == (11, 0)
    assert received(counter) == 1


@pytest.mark.req("UX-01", "UX-40")
def test_s4_a_favourite_by_one_digit(counter, keys):
    counter.ticket()
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("F6", "1", "Enter", "A", "Y", "X", "2", "F9", "Enter")
    assert keys.keys <= 11
    assert keys.clicks == 0
    assert received(counter) == 1


@pytest.mark.req("UX-01", "UX-40")
def test_s5_something_is_missing(counter, keys):
    counter.ticket("1-6")
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("Enter", "A", "Q", "1", "F8", "Enter")
    assert keys.keys <= 14
    assert keys.clicks == 0
    with counter.desk.session.reading() as store:
        outcome = next(t.outcome for _, t in store.states(Ticket))
    assert outcome == "notified"
    assert documents(counter) == 1


@pytest.mark.req("UX-01", "UX-40")
def test_s6_deferred_with_a_promise(counter, keys):
    counter.ticket("1-5")
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("Enter", "A", "Y", "X", "2", "7", "R", "Enter", "F9", "2", "Enter")
    assert keys.keys <= 12
    assert keys.clicks == 0
    assert received(counter) == 1


@pytest.mark.req("UX-01", "UX-40")
def test_s7_three_matters_on_one_receipt(counter, keys):
    counter.ticket("1-6")
    keys.reset()
    counter.press("F2")
    counter.desk.card_read.emit(resident())
    counter.press("Enter", "F6")
    counter.write("1007")
    counter.press("Enter", "F6")
    counter.write("1049")
    counter.press("Enter", "A", "Y", "Y", "F9", "Enter")
    assert keys.keys <= 26
    assert keys.clicks == 0
    assert received(counter) == 3


@pytest.mark.req("UX-01", "UX-40")
def test_s9_nobody_came(counter, keys):
    counter.ticket()
    counter.press("F2")
    counter.clock.pass_(seconds=6)
    keys.reset()
    counter.press("F3")
    counter.clock.pass_(seconds=6)
    counter.press("F3", "Shift+F3")
    assert (keys.keys, keys.clicks) == (3, 0)
    with counter.desk.session.reading() as store:
        passed = next(t for _, t in store.states(Ticket))
    assert (passed.status, passed.recalls) == (TicketStatus.NO_SHOW, 2)


@pytest.mark.req("UX-01", "UX-40", "R046", "R052")
def test_s16_a_batch_takes_at_most_four_keys_for_each_further_applicant(counter, keys):
    counter.serve("1-49")
    people = tuple(resident(n) for n in range(2, 21))
    batch = visits.add_applicants(counter.visit, people)
    batch = visits.set_presenter(batch, resident(50), Agency.UNIT_CLERK)
    import msgspec

    counter.page.set_visit(msgspec.structs.replace(batch, authority=True))
    counter.press("5", "U", "A", "Y")
    for applicant in range(1, 20):
        keys.reset()
        counter.press("N", "A", "Y")
        assert counter.visit.current == applicant
        assert keys.keys <= 4
        assert keys.clicks == 0
    footer = counter.page.serving.footer
    assert not footer.links.buttons
    assert footer.state.state.word == "材料已齐，可以收件"
    counter.press("F9", "Enter")
    assert received(counter) == 20


@pytest.mark.req("UX-01")
def test_the_counter_of_keys_counts_what_a_hand_does(counter, keys, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    counter.serve()
    keys.reset()
    counter.press("1", "F1", "Esc", "Shift+F2", "Esc", "Ctrl+Z")
    assert (keys.keys, keys.clicks) == (6, 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    qtbot.mouseClick(counter.find("footer_park"), Qt.MouseButton.LeftButton)
    assert (keys.keys, keys.clicks) == (6, 1)
