"""The leaders' screen: the page's figures without a name, faded with their time once cut off."""

from __future__ import annotations

import msgspec
import pytest
from page_looks import clipped
from PySide6.QtWidgets import QLabel

from zcdesk.errors import SurroundingsError
from zcdesk.operations import live
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart
from zcdesk.ui.duty.leaders import LeadersWindow


@pytest.fixture
def leaders(busy_page_hall, page_desk, dressed) -> LeadersWindow:
    page_desk.set_session(busy_page_hall.session.as_clerk(""))
    window = LeadersWindow(page_desk)
    dressed(window, scale=1.5, size=(1920, 1080))
    window.start()
    return window


def test_it_shows_the_managers_figures_and_nobodys_name(leaders, busy_page_hall) -> None:
    view = live.view(busy_page_hall.boss)
    shown = leaders.shown
    assert (shown.waiting, shown.longest, shown.received) == (
        view.waiting,
        view.longest,
        view.received,
    )
    assert (shown.due, shown.quarters, shown.piles) == (view.due, view.quarters, view.piles)
    assert shown.ratings.levels == view.ratings.levels
    said = msgspec.json.encode(shown).decode()
    for part in leaders.overview.findChildren(Chart):
        said += part.accessibleDescription()
    said += "".join(label.text() for label in leaders.findChildren(QLabel))
    for name in ("刘洋", "李强", "陈建", "周倩", "张敏", "等太久"):
        assert name not in said


@pytest.mark.parametrize(("size", "scale"), [((1920, 1080), 1.5), ((3840, 1080), 2.0)])
def test_a_larger_wall_has_larger_words_and_nothing_is_cut(leaders, size, scale, qtbot) -> None:
    leaders.resize(*size)
    qtbot.waitUntil(lambda: theme.look(leaders).scale == scale)
    qtbot.waitUntil(lambda: clipped(leaders) == [])
    assert leaders.size().toTuple() == size
    leaders.resize(1920, 1080)
    qtbot.waitUntil(lambda: theme.look(leaders).scale == 1.5)


def test_cut_off_it_keeps_the_last_figures_and_says_of_when(
    leaders, page_desk, busy_page_hall
) -> None:
    before = leaders.shown

    def gone(*_: object) -> None:
        raise SurroundingsError("SYS-41")

    page_desk.operations = type("Ops", (), {"live": type("L", (), {"board": staticmethod(gone)})})
    leaders.look()
    busy_page_hall.clock.pass_(seconds=31)
    leaders.tick()
    assert leaders.shown is before
    assert leaders.is_stale
    assert leaders.overview.data_time.full_text == "数据停在 09:54:00"
    assert not leaders.overview.strips.isEnabled()
