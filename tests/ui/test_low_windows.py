"""Every page of every role in the lowest window with the largest text: worked on, not cut.

And once more in words half as long again, in the window pages are drawn for: there no page may
need to be pushed sideways either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fix_live import Hall
from page_looks import Stretched, clipped, overlapped
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zcdesk.domain.hall import Clerk, Role
from zcdesk.operations import clerks
from zcdesk.ui import theme
from zcdesk.ui.modules import modules_for
from zcdesk.ui.review.viewer import LEGIBLE
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.wizard.page import WizardPage
from zcdesk.ui.workplace import Workplace

LOWEST, LARGEST = (1093, 545), 1.5
ROWS = 3
"""Rows of a list somebody must see at once; a page that asks more below it still has these."""
DRAWN_FOR = (1366, 697)
PEOPLE = {
    "0312": (Role.CLERK,),
    "0401": (Role.REVIEWER, Role.CHIEF),
    "0501": (Role.RESULT_CLERK,),
    "0601": (Role.SUPERVISOR,),
    "0001": (Role.ADMINISTRATOR, Role.AUDITOR),
}


TABS_ALONE = {"stations", "safekeeping", "audit"}
"""Of the administrator's pages those the supervisor does not have."""
CLERKS_TOO = {"ledgers", "cases", "exchange", "online", "inquiries", "settings"}
"""Pages others have as well; they are looked at once, with the clerk."""


@pytest.fixture
def place(english: None, busy_page_hall: Hall, page_desk: Any, gate: Any) -> Iterator[Workplace]:
    """A workplace of a hall in the middle of its day, in the longer language."""
    made = Workplace(
        session=busy_page_hall.session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
        gate=gate,
    )
    yield made
    made.end()


@pytest.fixture
def low(place: Workplace, dressed: Callable[..., Any]) -> Workplace:
    """The lowest window, with the largest text."""
    dressed(place.shell, "light", LARGEST, LOWEST)
    return place


@pytest.fixture
def stretched(qapp: QApplication, place: Workplace, dressed: Callable[..., Any]) -> Workplace:
    """The window pages are drawn for, with the largest text and words half as long again."""
    qapp.installTranslator(Stretched(qapp))  # taken away again with the English
    dressed(place.shell, "light", LARGEST, DRAWN_FOR)
    return place


def rest(place: Workplace, size: tuple[int, int] = LOWEST) -> None:
    """Let layouts that answer one another come to rest."""
    for _ in range(4):
        QApplication.processEvents()
    assert place.shell.size().toTuple() == size
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


def sideways(root: QWidget) -> list[str]:
    """What has to be pushed sideways to be read."""
    areas = [one for one in root.findChildren(Scroll) if one.isVisible()]
    return [f"{one.widget()} goes sideways" for one in areas if one.horizontalScrollBar().maximum()]


def walk(place: Workplace, hall: Hall, staff_no: str, size: tuple[int, int]) -> Iterator[str]:
    """Log somebody in and bring one page after another to the front; yields their names."""
    roles = PEOPLE[staff_no]
    session = hall.boss if staff_no == "0601" else hall.session
    place.begin(session.as_clerk(staff_no), Clerk(staff_no=staff_no, name="张敏", roles=roles))
    for module in modules_for(roles):
        page: Any = place.shell.page(module.page) if module.page == "duty" else None
        for name in [tab.name for tab in page.tabs] if page else [module.page]:
            if (staff_no == "0001" and name not in TABS_ALONE) or (
                staff_no != "0312" and name in CLERKS_TOO
            ):
                continue
            place.shell.show_page(module.page)
            if page:
                page.show_tab(name)
            rest(place, size)
            yield name


@pytest.mark.req("UX-50", "UX-55")
@pytest.mark.parametrize("staff_no", PEOPLE)
def test_every_page_can_be_worked_with(low: Workplace, busy_page_hall: Hall, staff_no: str) -> None:
    seen = {name: faults(low.shell) for name in walk(low, busy_page_hall, staff_no, LOWEST)}
    assert {name: found for name, found in seen.items() if found} == {}


@pytest.mark.req("UX-50", "UX-55")
@pytest.mark.parametrize("staff_no", PEOPLE)
def test_words_half_as_long_again_are_read_whole_and_no_page_goes_sideways(
    stretched: Workplace, busy_page_hall: Hall, staff_no: str
) -> None:
    seen = {
        name: faults(stretched.shell) + sideways(stretched.shell)
        for name in walk(stretched, busy_page_hall, staff_no, DRAWN_FOR)
    }
    assert {name: found for name, found in seen.items() if found} == {}


@pytest.mark.req("UX-50")
def test_an_officer_can_read_a_page_and_accept(low: Workplace, busy_page_hall: Hall) -> None:
    """A page too narrow to be read never counts as seen: nothing could be accepted."""
    session = busy_page_hall.session.as_clerk("0401")
    low.begin(session, clerks.clerk_of(session))
    page: Any = low.shell.page("review")
    page.open_row(page.inbox.view.rows_model.rows[0])
    rest(low)
    assert page.viewer.isVisible()
    assert page.viewer.width() >= theme.look(page).px(LEGIBLE)
    assert faults(low.shell) == []
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
