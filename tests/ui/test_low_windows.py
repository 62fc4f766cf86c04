"""Every page of every role in the lowest window with the largest text: worked on, not cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fix_live import Hall
from page_looks import clipped, overlapped
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zcdesk.domain.hall import Clerk, Role
from zcdesk.operations import clerks
from zcdesk.ui import theme
from zcdesk.ui.modules import modules_for
from zcdesk.ui.review.viewer import LEGIBLE
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.wizard.page import WizardPage
from zcdesk.ui.workplace import Workplace

LOWEST, LARGEST = (1093, 545), 1.5
ROWS = 3
"""Rows of a list somebody must see at once; a page that asks more below it still has these."""
PEOPLE = {
    "0312": (Role.CLERK,),
    "0401": (Role.REVIEWER, Role.CHIEF),
    "0501": (Role.RESULT_CLERK,),
    "0601": (Role.SUPERVISOR,),
    "0001": (Role.ADMINISTRATOR, Role.AUDITOR),
}


@pytest.fixture
def place(
    english: None,
    busy_page_hall: Hall,
    page_desk: Any,
    dressed: Callable[..., Any],
    gate: Any,
) -> Iterator[Workplace]:
    """A workplace of a hall in the middle of its day, in the longer language."""
    made = Workplace(
        session=busy_page_hall.session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
        gate=gate,
    )
    dressed(made.shell, "light", LARGEST, LOWEST)
    yield made
    made.end()


def rest(place: Workplace) -> None:
    """Let layouts that answer one another come to rest."""
    for _ in range(4):
        QApplication.processEvents()
    assert place.shell.size().toTuple() == LOWEST
    assert theme.look(place.shell).low


def faults(root: QWidget) -> list[str]:
    """What cannot be read, reached or worked with."""
    found = clipped(root) + overlapped(root)
    for view in root.findChildren(RowsView):
        rows = view.rows_model.rowCount()
        if view.isVisible() and view.viewport().height() < min(ROWS, rows) * view.rowHeight(0):
            found.append(f"{view.objectName() or view.accessibleName()}: too few rows")
    bars = [b for b in root.findChildren(Button) if b.isVisible() and b.objectName() != ""]
    found += [f"{b.objectName()} is cut" for b in bars if b.visibleRegion().isEmpty()]
    return found


@pytest.mark.req("UX-50", "UX-55")
@pytest.mark.parametrize("staff_no", PEOPLE)
def test_every_page_can_be_worked_with(
    place: Workplace, busy_page_hall: Hall, staff_no: str
) -> None:
    roles = PEOPLE[staff_no]
    session = busy_page_hall.boss if staff_no == "0601" else busy_page_hall.session
    place.begin(session.as_clerk(staff_no), Clerk(staff_no=staff_no, name="张敏", roles=roles))
    seen: dict[str, list[str]] = {}
    for module in modules_for(roles):
        place.shell.show_page(module.page)
        page: Any = place.shell.page(module.page)
        for tab in getattr(page, "tabs", ()) if module.page == "duty" else (None,):
            if tab is not None:
                page.show_tab(tab.name)
            rest(place)
            seen[tab.name if tab is not None else module.page] = faults(place.shell)
    assert {name: found for name, found in seen.items() if found} == {}


@pytest.mark.req("UX-50")
def test_an_officer_can_read_a_page_and_accept(place: Workplace, busy_page_hall: Hall) -> None:
    """A page too narrow to be read never counts as seen: nothing could be accepted."""
    session = busy_page_hall.session.as_clerk("0401")
    place.begin(session, clerks.clerk_of(session))
    page: Any = place.shell.page("review")
    page.open_row(page.inbox.view.rows_model.rows[0])
    rest(place)
    assert page.viewer.isVisible()
    assert page.viewer.width() >= theme.look(page).px(LEGIBLE)
    assert faults(place.shell) == []
    buttons = [one for one in page.bar.findChildren(Button) if one.isVisible()]
    assert len(buttons) > 5
    assert [one.text() for one in buttons if one.width() < one.sizeHint().width()] == []


@pytest.mark.req("UX-50")
@pytest.mark.parametrize("step", range(6))
def test_the_first_set_up_stays_inside_the_window(
    english: None, dressed: Callable[..., Any], step: int
) -> None:
    """The largest text is chosen on its first page: the way on must stay in sight of a click."""
    page = dressed(WizardPage(), "light", LARGEST, LOWEST)
    page.show_step(step)
    for _ in range(4):
        QApplication.processEvents()
    for part in page.findChildren(QWidget):
        if part.isVisible() and isinstance(part, Button | QLineEdit):
            left = part.mapTo(page, part.rect().topLeft()).x()
            assert 0 <= left <= left + part.width() <= page.width(), part.objectName()
