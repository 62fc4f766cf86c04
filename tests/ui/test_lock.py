"""The lock comes by itself in time, shows nobody's data and lets nothing through."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from zcdesk.ui.idle_time import InputClock
from zcdesk.ui.lock import AutoLock, Lock
from zcdesk.ui.theme import SCALES

KEY = Qt.Key


@pytest.fixture
def lock(dressed) -> Lock:
    made = Lock()
    made.secrets, made.others = [], []
    made.unlock_requested.connect(made.secrets.append)
    made.take_over_requested.connect(lambda: made.others.append(1))
    dressed(made, size=(1024, 540))
    made.show_lock("3号窗口", "10:31", "张敏", has_visit=True)
    made.show_queue(12)
    made.setFocus()
    return made


class Watched:
    """A desk as the auto-lock sees it."""

    def __init__(self) -> None:
        self.idle = 0.0
        self.serving = False
        self.limits = (120, 300)
        self.locks = 0

    def lock(self) -> None:
        self.locks += 1


@pytest.fixture
def watched(qapp) -> Watched:
    desk = Watched()
    desk.auto = AutoLock(lambda: desk.idle, lambda: desk.serving, lambda: desk.limits)
    desk.auto.due.connect(desk.lock)
    return desk


@pytest.mark.req("UX-43")
@pytest.mark.parametrize(("serving", "limit"), [(False, 120), (True, 300)])
def test_it_locks_after_2_minutes_idle_and_5_serving(watched, serving: bool, limit: int) -> None:
    watched.serving = serving
    watched.idle = limit - 0.1
    watched.auto.look()
    assert watched.locks == 0
    watched.idle = limit
    watched.auto.look()
    watched.auto.look()
    assert watched.locks == 1
    watched.auto.rearm()
    watched.auto.look()
    assert watched.locks == 2


@pytest.mark.req("UX-43")
def test_a_visit_that_ends_brings_the_shorter_limit(watched) -> None:
    watched.serving, watched.idle = True, 200
    watched.auto.look()
    assert watched.locks == 0
    watched.serving = False
    watched.auto.look()
    assert watched.locks == 1


def test_a_rule_that_changes_holds_at_the_next_look(watched) -> None:
    watched.idle = 60
    watched.auto.look()
    assert watched.locks == 0
    watched.limits = (60, 300)
    watched.auto.look()
    assert watched.locks == 1


def test_it_looks_every_few_seconds_once_started(watched) -> None:
    assert not watched.auto._timer.isActive()
    watched.auto.start()
    assert watched.auto._timer.isActive()
    watched.idle = 500
    watched.auto._timer.timeout.emit()
    assert watched.locks == 1
    watched.auto.stop()
    assert not watched.auto._timer.isActive()


@pytest.mark.req("UX-43")
def test_any_input_begins_the_time_anew(qapp, dressed, hand) -> None:
    clock = InputClock(hand)
    page = dressed(Lock(), size=(1024, 540))
    for act in (
        lambda: QTest.keyClick(page, KEY.Key_A),
        lambda: QTest.mouseClick(page, Qt.MouseButton.LeftButton),
        lambda: QTest.mouseMove(page),
    ):
        hand.move(100)
        assert clock() == 100
        act()
        assert clock() == 0
    qapp.removeEventFilter(clock)


@pytest.mark.req("UX-43")
def test_the_page_says_window_time_and_queue_and_no_more(lock) -> None:
    words = " ".join(label.text() for label in lock.findChildren(QLabel) if label.isVisible())
    assert "3号窗口 已锁定 10:31" in words
    assert "等候 12 人" in words
    assert "现办件已保存，解锁后继续" in words
    assert not re.search(r"\d{4,}|[A-Z]\d{3}|\*", words)
    lock.show_lock("3号窗口", "10:31", "张敏", has_visit=False)
    assert not lock.kept.isVisible()


def test_unlocking_asks_with_the_secret_and_keeps_none(lock) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "geheim-1")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert lock.secrets == ["geheim-1"]
    assert lock.secret.text() == ""
    lock.say("口令不符，请再输一次")
    QTest.keyClicks(lock.secret.edit, "geheim-2")
    QTest.keyClick(lock.secret.edit, KEY.Key_Enter)
    assert lock.secrets == ["geheim-1", "geheim-2"]


def test_an_empty_secret_asks_nothing(lock) -> None:
    lock.submit()
    assert lock.secrets == []
    assert lock.secret.message == "请填口令"


def test_somebody_else_may_take_over(lock) -> None:
    QTest.mouseClick(lock.take_over, Qt.MouseButton.LeftButton)
    assert lock.others == [1]


@pytest.mark.req("UX-43")
def test_keys_and_scans_do_nothing_below_the_lock(shell, gate, hand) -> None:
    page, lock, scans, secrets = shell.page("one"), Lock(), [], []
    lock.unlock_requested.connect(secrets.append)
    gate.scanned.connect(scans.append)
    shell.cover(lock)
    gate.is_open = False
    for key in (KEY.Key_F2, KEY.Key_F9, KEY.Key_F6):
        QTest.keyClick(QApplication.focusWidget(), key)
    for letter in "ZC3202140057":
        QTest.keyClick(QApplication.focusWidget(), letter)
        hand.move(0.004)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert page.did == []
    assert scans == []
    assert secrets == []
    assert lock.secret.text() == ""


@pytest.mark.req("UX-07", "UX-12", "UX-50")
@pytest.mark.parametrize("scale", SCALES)
def test_it_fits_and_keeps_the_rules(dressed, scale: float) -> None:
    lock = Lock()
    dressed(lock, "dark", scale, (1024, 540))
    lock.show_lock("12号窗口（绿色通道）", "10:31", "古丽·买买提", has_visit=True)
    assert lock.size().toTuple() == (1024, 540)
    assert not lock.secret.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for button in lock.findChildren(QPushButton):
        assert not button.autoDefault()
        assert button.height() >= 32
        assert lock.rect().contains(button.mapTo(lock, button.rect().bottomRight()))
