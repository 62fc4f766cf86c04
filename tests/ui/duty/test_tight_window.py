"""The manager's pages in the narrowest window, with the largest text, in the longer language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from page_looks import overlapped
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.domain.hall import Clerk, Role
from zcdesk.ui.duty.tabs import TABS
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.front import Front
from zcdesk.ui.widgets.rows_view import RowsView

LEAST_OF_A_LIST = 70
"""Pixels in which a heading and a part of a row are seen."""


@pytest.fixture
def tight(busy_page_hall, page_desk, show, english) -> Iterator[Any]:
    roles = (Role.SUPERVISOR, Role.ADMINISTRATOR)
    page_desk.set_session(busy_page_hall.boss, Clerk(staff_no="0601", name="孙主任", roles=roles))

    def make(name: str) -> QWidget:
        page = next(tab for tab in TABS if tab.name == name).build(page_desk)
        page.on_layout(LayoutStep.NARROW)
        show(page, "narrow", scale=1.5)
        page.activate()
        for _ in range(4):
            QApplication.processEvents()
        return page

    return make


@pytest.mark.req("UX-50")
@pytest.mark.parametrize("name", ["live", "urging", "scopes", "figures", "audit", "people"])
def test_nothing_lies_on_anything_else(tight, name) -> None:
    page = tight(name)
    assert overlapped(page) == []
    lists = [view for view in page.findChildren(RowsView) if view.isVisible()]
    assert not [view.objectName() for view in lists if view.height() < LEAST_OF_A_LIST]


@pytest.mark.req("UX-50")
def test_of_many_tabs_the_one_in_front_is_read_whole(dressed, english) -> None:
    tabs = tuple((tab.name, tab.words) for tab in TABS)
    strip = Choice(tabs)
    dressed(strip, size=(760, 60), scale=1.0)
    for name, _ in tabs:
        strip.set_value(name)
        QApplication.processEvents()
        chosen = next(one for one in strip.findChildren(QWidget) if one.isChecked())
        words = chosen.fontMetrics().horizontalAdvance(chosen.text())
        assert chosen.width() >= words, name
        assert chosen.toolTip() == chosen.text()


def test_a_hidden_page_takes_no_room(dressed) -> None:
    front, small, large = Front(), QWidget(), QWidget()
    small.setMinimumSize(20, 30)
    large.setMinimumSize(200, 300)
    for page in (small, large):
        front.addWidget(page)
    dressed(front, size=(300, 300))
    assert front.minimumSizeHint().toTuple() == (20, 30)
    front.setCurrentWidget(large)
    assert front.minimumSizeHint().toTuple() == (200, 300)
