"""The pages over the counter in every width and text size: nothing clipped, all of it by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from fix_counter import Counter, resident
from openpyxl import Workbook
from page_looks import SIZES, clipped, inside, reachable
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain import visit as visits
from zcdesk.domain.person import Agency
from zcdesk.operations import tickets
from zcdesk.ui.bindings import Binding
from zcdesk.ui.widgets.button import Button

PAGES = {
    "search": "search_box",
    "applicant": "applicant_done",
    "agent": "applicant_done",
    "form": "form_done",
    "check": "check_confirm",
    "unready": "check_confirm",
    "promise": "check_confirm",
    "done": "done_next",
    "no_paper": "done_next",
    "notice": "notice_print",
    "roster": "roster_take",
}
"""Page → what must be seen on it."""


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    book = Workbook()
    book.active.append(("姓名", "证件号码", "手机"))
    for n in range(2, 22):
        book.active.append(
            (f"{'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'[n - 2]}淑芬", resident(n).id_number, "")
        )
    book.active.append(("王二", resident(30).id_number[:-3], ""))
    book.save(tmp_path / "x.xlsx")
    return tmp_path / "x.xlsx"


def tour(counter: Counter, roster: Path) -> Iterator[str]:
    """Walk one visit through every page; at each stop the page in front is settled."""
    counter.serve()
    counter.press("F6")
    counter.write("gg")
    yield from stop("search")
    counter.press("Esc", "F4")
    yield from stop("applicant")
    counter.find("applicant_roster").click()
    counter.find("roster_file").setText(str(roster))
    counter.press("Enter")
    yield from stop("roster")
    counter.press("Esc")
    alone = counter.visit
    person = msgspec.structs.replace(resident(5), phone="")
    counter.page.set_visit(visits.set_presenter(alone, person, Agency.AGENT))
    counter.press("F4")
    yield from stop("agent")
    counter.press("Esc", "F7")
    yield from stop("form")
    counter.press("Esc")
    counter.page.set_visit(alone)
    counter.press("F9")
    yield from stop("unready")
    counter.press("Esc", "Q", "1", "A", "Y", "8", "8", "X", "1", "F8")
    yield from stop("notice")
    counter.press("Esc")
    counter.page.set_visit(alone)
    counter.press("A", "Y", "8", "8", "X", "1", "7", "7", "R", "Enter", "F9")
    yield from stop("promise")
    counter.press("2")
    yield from stop("check")
    counter.desk.devices["printer"].fault = PrinterFault.NO_PAPER
    counter.press("Enter")
    yield from stop("no_paper")
    counter.desk.devices["printer"].repair()
    counter.press("Enter")
    yield from stop("done")


def stop(name: str) -> Iterator[str]:
    for _ in range(4):  # layouts within layouts settle one after the other
        QApplication.processEvents()
    yield name


def front(counter: Counter) -> QWidget:
    return counter.page._stack.currentWidget()


@pytest.mark.req("UX-50")
@pytest.mark.parametrize(("scale", "size"), [SIZES[0], SIZES[1], *SIZES[4:]])
def test_nothing_is_clipped_and_the_way_on_is_seen(make_counter, roster, scale, size):
    counter = make_counter("light", scale, size)
    seen = []
    for where in tour(counter, roster):
        assert counter.shell.size().toTuple() == size, where
        assert (where, clipped(front(counter))) == (where, [])
        assert inside(counter.find(PAGES[where]), counter.shell), where
        seen.append(where)
    assert sorted(seen) == sorted(PAGES)


@pytest.mark.req("UX-02", "UX-07", "UX-12", "UX-56", "UX-40")
def test_whatever_the_mouse_reaches_the_keyboard_does(counter, roster):
    bound = {binding.command.cap for binding in counter.shell.findChildren(Binding)}
    for where in tour(counter, roster):
        page, focus = front(counter), QApplication.focusWidget()
        visited = reachable(page)
        for button in page.findChildren(QAbstractButton):
            if not button.isVisible() or not button.isEnabled():
                continue
            key = button.key if isinstance(button, Button) else ""
            by_key = key in bound or key.isdigit()
            # of a group Tab visits the one chosen, and the arrows the others
            group = set(button.group().buttons()) if button.group() else {button}
            name = f"{where}: {button.objectName()} {button.accessibleName()}"
            assert by_key or group & visited, name
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, f"{where}: {widget.objectName()} {type(widget).__name__}"
        assert not [b for b in page.findChildren(QPushButton) if b.autoDefault()]
        plain = [e for e in page.findChildren(QLineEdit) if e.property("plain_input")]
        assert len(plain) == {"agent": 4, "applicant": 4}.get(where, len(plain))
        on = Qt.WidgetAttribute.WA_InputMethodEnabled
        assert not [e for e in plain if e.testAttribute(on)]
        assert QApplication.activeModalWidget() is None
        focus.setFocus()


@pytest.mark.req("UX-11")
def test_enter_in_no_field_takes_anything_in(counter, roster):
    for where in tour(counter, roster):
        if where in ("check", "promise", "done", "no_paper"):
            break
        page, focus = front(counter), QApplication.focusWidget()
        for edit in page.findChildren(QLineEdit):
            if edit.isVisible() and edit.isEnabled() and where not in ("search", "roster"):
                edit.setFocus()
                counter.press("Enter")
                counter.page._pages.show({"agent": "applicant"}.get(where, where), counter.visit)
        assert tickets.view(counter.desk.session).received_today == 0
        focus.setFocus()


@pytest.mark.req("UX-09")
def test_a_scan_into_a_field_leaves_it_as_it_was(counter, roster):
    scans: list[str] = []
    counter.gate.scanned.connect(scans.append)
    for where in tour(counter, roster):
        if where not in ("search", "applicant", "roster"):
            continue
        page, focus = front(counter), QApplication.focusWidget()
        field = next(e for e in page.findChildren(QLineEdit) if e.isVisible())
        field.setFocus()
        before = field.text()
        for letter in "R/32021326":
            counter.hand.move(0.01)
            QTest.keyClicks(field, letter)
        counter.hand.move(0.01)
        QTest.keyClick(field, Qt.Key.Key_Return)
        counter.hand.move(1.0)
        assert (scans.pop(), field.text()) == ("R/32021326", before)
        assert front(counter) is page
        focus.setFocus()
