"""The counter in a window that is low for its text, in every language: what is worked on stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fix_counter import Counter
from page_looks import Stretched, clipped, inside, overlapped
from PySide6.QtWidgets import QApplication

from zcdesk.ui import theme

LOWEST = (1093, 545)
ROWS = 5
"""Rows of a list somebody must see at once to work with it."""


@pytest.fixture(params=["zh_CN", "en_US", "stretched"])
def low(
    request: pytest.FixtureRequest, qapp: QApplication, make_counter: Callable[..., Any]
) -> Any:
    """A counter with the largest text in the lowest window of a hall's PC."""
    if request.param != "zh_CN":
        request.getfixturevalue("english")
    if request.param == "stretched":
        qapp.installTranslator(Stretched(qapp))  # taken away again with the English
    return make_counter("light", 1.5, LOWEST)


def rest(counter: Counter) -> None:
    """Let layouts that answer one another come to rest."""
    for _ in range(4):
        QApplication.processEvents()
    assert counter.shell.size().toTuple() == LOWEST


def seen_whole(counter: Counter) -> None:
    """Nothing is cut, nothing lies on anything else."""
    rest(counter)
    assert clipped(counter.shell) == []
    assert overlapped(counter.shell) == []


@pytest.mark.req("UX-50")
def test_several_rows_of_the_checklist_are_seen_at_once(low: Counter) -> None:
    low.serve()
    for key in ("1-6", "1-7"):
        low.page.taking.take(low.page.taking.view.matters[key])
    seen_whole(low)
    view = low.page.serving.checklist.view
    assert view.viewport().height() // view.rowHeight(0) >= ROWS
    assert inside(low.find("footer_primary"), low.shell)
    assert low.find("matters_add").toolTip()  # its word gave way to the matters
    low.press("5", "5", "Q")  # a question leaves the row it asks about
    seen_whole(low)
    assert view.viewport().height() >= view.rowHeight(0)
    for answer in low.page.serving.checklist.drawer.choices.answers:
        assert inside(answer, low.shell)


@pytest.mark.req("UX-50")
def test_every_verb_of_the_queue_is_seen(low: Counter) -> None:
    low.ticket("1-5")
    low.page.idle.refresh()
    seen_whole(low)
    waiting = low.page.idle.waiting
    assert waiting.viewport().height() // waiting.rowHeight(0) >= 2
    for name in ("idle_call", "idle_walk_in"):
        assert inside(low.find(name), low.shell)
    low.press("Shift+F2")
    rest(low)
    assert len(low.page.menu.choices.answers) == 9
    for answer in low.page.menu.choices.answers:
        assert inside(answer, low.shell)
        assert answer.height() >= answer.sizeHint().height()


@pytest.mark.req("UX-50")
def test_a_window_grows_out_of_it_and_back(make_counter: Callable[..., Any]) -> None:
    counter = make_counter("light", 1.5, LOWEST)
    assert theme.look(counter.shell).low
    counter.shell.resize(1536, 793)
    QApplication.processEvents()
    assert not theme.look(counter.shell).low
    theme.apply(counter.shell, theme.Theme.LIGHT, 1.0)
    counter.shell.resize(*LOWEST)
    assert not theme.look(counter.shell).low  # at the usual size there is room enough
