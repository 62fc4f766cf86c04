"""The counter in its widths, text sizes and themes: nothing clipped, everything reachable."""

from __future__ import annotations

import pytest
from fix_counter import Counter, resident
from page_looks import SIZES, clipped, inside, reachable
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)

from zcdesk.domain import visit as visits
from zcdesk.ui.bindings import Binding
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text


def stand(counter: Counter, where: str) -> None:
    """Bring a counter to one of the states a clerk meets."""
    if where == "idle":
        counter.ticket("1-5", priority=True, why="65岁以上")
        counter.ticket("1-6")
        counter.page.idle.refresh()
        return
    if where == "called":
        counter.ticket("1-5", priority=True, why="65岁以上")
        counter.press("F2")
        counter.clock.pass_(seconds=100)
        counter.page.tick()
        return
    counter.serve()
    match where:
        case "merged":
            for key in ("1-6", "1-7"):
                counter.page.taking.take(counter.page.taking.view.matters[key])
        case "deferral":
            counter.press("7", "7", "R")
        case "reasons":
            counter.press("Q")
        case "leaving":
            counter.press("A", "F2")
        case "guidance":
            counter.press("5", "5", "K")
        case "batch":
            people = tuple(resident(n) for n in range(2, 21))
            counter.page.set_visit(visits.add_applicants(counter.visit, people))


EVERYWHERE = ("idle", "called", "serving", "merged", "batch")
WHERE_IT_IS_NARROW = ("deferral", "reasons", "leaving", "guidance")
NARROW = [(1.0, (1093, 545)), (1.5, (1366, 697))]


@pytest.mark.req("UX-50")
@pytest.mark.parametrize(
    ("where", "scale", "size"),
    [(where, *at) for at in SIZES for where in EVERYWHERE]
    + [(where, *at) for at in NARROW for where in WHERE_IT_IS_NARROW],
)
def test_nothing_is_clipped_and_the_way_out_is_seen(make_counter, scale, size, where):
    counter = make_counter("light", scale, size)
    stand(counter, where)
    QApplication.processEvents()
    assert counter.shell.size().toTuple() == size
    assert clipped(counter.page) == []
    primary = "idle_call" if where == "idle" else "footer_primary"
    assert inside(counter.find(primary), counter.shell)
    if where != "idle":
        assert inside(counter.find("ticket_number"), counter.shell)


@pytest.mark.req("UX-49")
def test_the_design_size_shows_everything_at_once(make_counter):
    counter = make_counter()
    counter.serve()
    QApplication.processEvents()
    view = counter.page.serving.checklist.view
    assert view.viewport().height() // view.rowHeight(0) >= 8
    assert view.rowHeight(0) == 40
    assert not view.verticalScrollBar().isVisible()
    for part in (
        counter.find("ticket_number"),
        counter.find("applicant_name"),
        counter.find("matter_1"),
        counter.find("guidance_panel"),
        counter.find("footer_primary"),
    ):
        assert inside(part, counter.shell)
    assert counter.find("ticket_number").fontInfo().pixelSize() == 28


def test_short_of_room_the_phone_goes_and_the_name_stays(make_counter):
    counter = make_counter("light", 1.0, (1093, 545))
    counter.serve(person=resident(3))
    QApplication.processEvents()
    assert not counter.find("strip_phone").isVisible()
    for name in ("ticket_number", "applicant_name", "strip_trust", "strip_identity", "strip_next"):
        assert counter.find(name).isVisible()
    narrow = counter.page.serving
    assert narrow.matters.tiles[0].compact
    assert not narrow.guidance.isVisible()
    view = narrow.checklist.view
    counter.press("K")
    assert narrow.guidance.isVisible()
    assert view.isColumnHidden(2)
    counter.press("Esc")
    assert not narrow.guidance.isVisible()
    assert not view.isColumnHidden(2)


@pytest.mark.req("UX-02")
@pytest.mark.parametrize("where", ["idle", "called", "serving", "merged", "batch", "reasons"])
def test_whatever_the_mouse_reaches_the_keyboard_does(counter, where):
    stand(counter, where)
    QApplication.processEvents()
    bound = {binding.command.cap for binding in counter.shell.findChildren(Binding)}
    visited = reachable(counter.page)
    for button in counter.page.findChildren(QAbstractButton):
        if not button.isVisible() or not button.isEnabled():
            continue
        key = button.key.replace("⇧", "Shift+") if isinstance(button, Button) else ""
        by_key = key.split(" ")[0] in bound or key.isdigit()
        assert by_key or button in visited, button.objectName() or button.accessibleName()


@pytest.mark.req("UX-12")
@pytest.mark.parametrize("where", ["idle", "called", "serving", "deferral", "reasons", "leaving"])
def test_no_button_is_pressed_by_enter_elsewhere(counter, where):
    stand(counter, where)
    assert not [b for b in counter.page.findChildren(QPushButton) if b.autoDefault()]


@pytest.mark.req("UX-13")
@pytest.mark.parametrize("where", ["idle", "called", "serving", "merged"])
def test_tab_follows_the_reading_order_and_lands_on_nothing_hidden(counter, where):
    stand(counter, where)
    QApplication.processEvents()
    panels = (
        counter.page.idle,
        counter.page.strip,
        counter.page.serving.matters,
        counter.page.serving.start,
        counter.page.serving.checklist,
        counter.page.serving.guidance,
        counter.page.serving.footer,
    )
    order = []
    start = QApplication.focusWidget()
    for _ in range(100):
        now = QApplication.focusWidget()
        assert now.isVisible()
        assert now.isEnabled()
        place = next((i for i, p in enumerate(panels) if p.isAncestorOf(now)), None)
        if place is not None and (not order or order[-1] != place):
            order.append(place)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    turned = order[order.index(min(order)) :] + order[: order.index(min(order))]
    deduplicated = list(dict.fromkeys(turned))
    assert deduplicated == sorted(deduplicated)


@pytest.mark.req("UX-11")
@pytest.mark.parametrize("where", ["idle", "called", "serving", "merged", "deferral", "reasons"])
def test_enter_takes_nothing_in_wherever_the_focus_is(counter, where):
    from zcdesk.operations import tickets

    stand(counter, where)
    QApplication.processEvents()
    fields = [w for w in counter.page.findChildren(QLineEdit) if w.isVisible()]
    views = [counter.page.idle.waiting, counter.page.serving.checklist.view]
    for widget in (*fields, *(view for view in views if view.isVisible())):
        widget.setFocus()
        counter.press("Enter", "Enter")
        assert counter.page.front in ("idle", "serving")
    assert tickets.view(counter.desk.session).received_today == 0


@pytest.mark.req("UX-56")
@pytest.mark.parametrize("where", ["idle", "called", "merged", "batch", "deferral", "reasons"])
def test_every_control_is_named_and_every_row_is_one_sentence(counter, where):
    stand(counter, where)
    QApplication.processEvents()
    for widget in counter.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget.objectName() or type(widget).__name__


@pytest.mark.req("UX-56")
def test_a_row_is_spoken_as_one_sentence(counter):
    counter.serve()
    counter.press("5", "5")
    view = counter.page.serving.checklist.view
    role = Qt.ItemDataRole.AccessibleTextRole
    told = view.model().data(view.model().index(4, 0), role)
    assert told == "5 场所所有权或使用权证明，验原收复 1，未收，原件待核"
    cell = QAccessible.queryAccessibleInterface(view)
    assert cell.text(QAccessible.Text.Name) == "材料核验"


@pytest.mark.req("UX-57")
def test_no_state_of_the_counter_is_blank(counter):
    idle = counter.page.idle
    assert idle.next.label.full_text == "现在没有人等候，有人取号会自动提示"
    assert idle.waiting.rows_model.rowCount() == 2
    told = {label.full_text for label in idle.findChildren(Text) if label.isVisible()}
    assert {"没有过号的号码", "没有挂起的办件"} <= told
    counter.press("Shift+F2", "4")
    serving = counter.page.serving
    assert serving.matters.none.isVisible()
    assert serving.start.none.isVisible()
    assert serving.guidance.heading.full_text == "办理指引"
    counter.page.taking.take(counter.page.taking.view.matters["1-50"])
    assert serving.checklist.empty.isVisible()
    assert "没有这个事项的材料清单" in serving.checklist.empty.sentence.full_text


@pytest.mark.req("UX-52")
def test_grey_still_tells_states_apart(counter):
    """Without colour the chips differ by icon and word: no two states look the same."""
    counter.serve()
    counter.press("A", "Y", "X", "1", "7", "R", "Enter", "1", "1", "Q", "1", "6", "6", "W", "1")
    QApplication.processEvents()
    view = counter.page.serving.checklist.view
    grey = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_Grayscale8)
    ratio = grey.devicePixelRatio()
    seen: dict[str, bytes] = {}
    for no in range(1, 9):
        rect = view.visualRect(view.model().index(no - 1, 4)).translated(
            0, view.horizontalHeader().height()
        )
        if no - 1 == view.current_place:
            continue
        part = grey.copy(
            int(rect.x() * ratio),
            int(rect.y() * ratio),
            int(rect.width() * ratio),
            int(rect.height() * ratio) - 1,
        )
        pixels = bytes(part.constBits())
        state = counter.state(no)
        assert seen.setdefault(state, pixels) == pixels
    assert len(set(seen.values())) == len(seen) >= 5
